//! The conversation with one person, screen by screen.
//!
//! [`Conversation`] owns the state; every screen gets it as [`Talk`] and sends [`Action`]s up.

mod acknowledge;
mod closing;
mod item;
mod method;
mod pad;
mod proxy;
mod record;
mod review;
mod sign;
mod topic;
mod typed;
mod voice;
mod who;

pub use closing::Closing;
pub use pad::Pad;
pub use record::{RecordView, answer_words};

use crate::browser::Env;
use crate::domain::{
    consent::Consent,
    notice::NoticeSnapshot,
    session::{Action, Problem, Session, Step, apply, finish, problems},
    signature::Stroke,
};
use crate::ui::{
    controls::{Button, ButtonKind, say},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

/// What a screen of the conversation needs: the text, the state, and the way to change it.
#[derive(Clone, PartialEq)]
pub struct Talk {
    /// What is explained.
    pub notice: Rc<NoticeSnapshot>,
    /// Where we are.
    pub session: Rc<Session>,
    /// Something was done.
    pub act: Callback<Action>,
    /// The record is to be made.
    pub finish: Callback<()>,
    /// Clock and ids.
    pub env: Env,
    /// The way out of the conversation, where there is one.
    pub tools: Html,
}

impl Talk {
    /// What is missing on one screen.
    #[must_use]
    pub fn problems_at(&self, step: Step) -> Vec<Problem> {
        problems(&self.session, &self.notice, (self.env.now)())
            .into_iter()
            .filter(|problem| problem.step == step)
            .collect()
    }

    /// An action that needs nothing but to be done.
    #[must_use]
    pub fn on<T>(&self, action: impl Fn(T) -> Action + 'static) -> Callback<T> {
        self.act.reform(action)
    }

    /// To the next screen, now.
    #[must_use]
    pub fn next(&self) -> Callback<()> {
        let now = self.env.now;
        self.on(move |()| Action::Next(now()))
    }

    /// To the screen before.
    #[must_use]
    pub fn back(&self) -> Callback<()> {
        self.on(|()| Action::Back)
    }
}

/// What comes out of the conversation.
#[derive(Clone, PartialEq)]
pub enum Said {
    /// Something changed; worth keeping as a draft, with the text it is about.
    Changed(Rc<Session>, Rc<NoticeSnapshot>),
    /// A record was made, about this text.
    Finished(Rc<Consent>, Rc<NoticeSnapshot>),
}

#[derive(Clone, PartialEq)]
struct Flow {
    notice: Rc<NoticeSnapshot>,
    session: Rc<Session>,
}

impl Reducible for Flow {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let session = apply(&self.session, &self.notice, action);
        if session == *self.session {
            return self;
        }
        Rc::new(Self { notice: self.notice.clone(), session: Rc::new(session) })
    }
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ConversationProps {
    pub notice: Rc<NoticeSnapshot>,
    pub env: Env,
    /// Where to go on; a fresh conversation otherwise.
    #[prop_or_default]
    pub draft: Option<Rc<Session>>,
    pub onsaid: Callback<Said>,
    #[prop_or_default]
    pub tools: Html,
}

/// One person's conversation from the first topic to the record.
#[component]
pub fn Conversation(props: &ConversationProps) -> Html {
    let flow = use_reducer_eq(|| Flow {
        notice: props.notice.clone(),
        session: props
            .draft
            .clone()
            .unwrap_or_else(|| Rc::new(Session::begin(&props.notice, (props.env.now)()))),
    });
    let view = use_view();
    {
        let said = props.onsaid.clone();
        let notice = flow.notice.clone();
        use_effect_with(flow.session.clone(), move |session| {
            said.emit(Said::Changed(session.clone(), notice))
        });
    }
    let act = {
        let dispatcher = flow.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let on_finish = {
        let (flow, env, said, words) = (flow.clone(), props.env, props.onsaid.clone(), view.words());
        let reading = view.reading();
        let act = act.clone();
        Callback::from(move |()| {
            let ids = ((env.new_id)(), (env.new_id)());
            let word = |answer| crate::domain::text::bare(&answer_words(words, answer));
            match finish(&flow.session, &flow.notice, reading, ids, (env.now)(), word) {
                Ok(consent) => said.emit(Said::Finished(Rc::new(consent), flow.notice.clone())),
                Err(found) => {
                    if let Some(first) = found.into_iter().next() {
                        act.emit(Action::Visit(first.step));
                    }
                }
            }
        })
    };
    // The text stays as it was when the conversation began, whatever the host page sets meanwhile: what is shown,
    // what is answered and what is recorded are one.
    let talk = Talk {
        notice: flow.notice.clone(),
        session: flow.session.clone(),
        act,
        finish: on_finish,
        env: props.env,
        tools: props.tools.clone(),
    };
    match flow.session.step {
        Step::Topic(index) => html! { <topic::Topic {talk} {index} /> },
        Step::Item(index) => html! { <item::Item {talk} {index} /> },
        Step::Acknowledge => html! { <acknowledge::Acknowledge {talk} /> },
        Step::Who => html! { <who::WhoForm {talk} /> },
        Step::Method => html! { <method::Method {talk} /> },
        Step::Sign => html! { <sign::Sign {talk} /> },
        Step::Voice => html! { <voice::Voice {talk} /> },
        Step::Typed => html! { <typed::Typed {talk} /> },
        Step::Proxy => html! { <proxy::Proxy {talk} /> },
        Step::Review => html! { <review::Review {talk} /> },
    }
}

/// A screen's way on and way back: the one filled button, and the quiet one.
pub(crate) fn actions(next: &'static str, onnext: Callback<()>, back: Option<Callback<()>>) -> Html {
    html! {
        <>
            <Button kind={ButtonKind::Primary} onclick={onnext} icon="next" icon_last={true}>{ say(next) }</Button>
            { way_back(back) }
        </>
    }
}

/// The quiet way back alone, for screens that go on by choosing.
pub(crate) fn way_back(back: Option<Callback<()>>) -> Html {
    back.map_or_else(
        || html! { <span /> },
        |onclick| html! { <Button kind={ButtonKind::Quiet} {onclick} icon="back">{ say("back") }</Button> },
    )
}

/// Strokes as an inline drawing, crisp at any size.
pub(super) fn ink(strokes: &[Stroke], label: &str) -> Html {
    let paths = strokes.iter().enumerate().map(|(index, stroke)| {
        html! { <path key={index} d={crate::domain::signature::outline(stroke)} /> }
    });
    html! {
        <svg class="ink" viewBox={crate::domain::signature::view_box()} role="img" aria-label={label.to_owned()}>
            { for paths }
        </svg>
    }
}
