//! The conversation with one person, screen by screen.
//!
//! [`Conversation`] owns the state; every screen gets it as [`Talk`] and sends [`Action`]s up.

mod acknowledge;
mod beside;
mod change;
mod closing;
mod follow_up;
mod item;
mod method;
mod pad;
mod people;
mod proxy;
mod record;
mod representative;
mod respondent;
mod review;
mod sheet;
mod sign;
mod topic;
mod typed;
mod voice;
mod ways;
mod who;

pub use super::controls::way_back;
pub use closing::Closing;
pub use pad::Pad;
pub use record::{Proof, RecordView, answer_words};
pub use ways::{Reopened, Ways};

use crate::browser::Env;
use crate::domain::{
    consent::Consent,
    notice::NoticeSnapshot,
    session::{Action, Problem, Say, Session, Step, apply, finish, problems},
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
    /// The way back from the first screen of a change to the record, where the tools have none.
    pub leave: Option<Callback<()>>,
    /// Told where the record was changed by another window meanwhile.
    pub stale: Option<Html>,
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

/// What changes a [`Flow`].
enum Turn {
    /// Somebody did something.
    Act(Action),
    /// The record that the conversation goes on has grown meanwhile.
    Rebase(Rc<Consent>),
}

impl Reducible for Flow {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let session = match turn {
            Turn::Act(action) => apply(&self.session, &self.notice, action),
            Turn::Rebase(consent) => {
                let mut session = (*self.session).clone();
                session.rebase(&consent);
                session
            }
        };
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
    /// Gives a finished record by its id as it stands at that very moment, for conversations that go one on.
    #[prop_or_default]
    pub base: Option<Callback<String, Option<Rc<Consent>>>>,
    /// From the first screen of a change back to the record; the draft stays.
    #[prop_or_default]
    pub back: Option<Callback<()>>,
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
        Callback::from(move |action| dispatcher.dispatch(Turn::Act(action)))
    };
    // Found when the record was to be made: it is not the one the conversation began with. `None` inside: nothing
    // can be added to it from here.
    let stale = use_state_eq(|| None::<Option<Rc<Consent>>>);
    let on_finish = {
        let (flow, env, said, words) = (flow.clone(), props.env, props.onsaid.clone(), view.words());
        let reading = view.reading();
        let act = act.clone();
        let (base, stale) = (props.base.clone(), stale.clone());
        Callback::from(move |()| {
            let revised = flow.session.revision.as_ref().map(|revision| revision.consent.clone());
            let base = revised.and_then(|id| base.as_ref()?.emit(id));
            let ids = ((env.new_id)(), (env.new_id)());
            let say = Say {
                answer: &|answer| crate::domain::text::bare(&answer_words(words, answer)),
                sentence: &|key| words.whole(key).to_owned(),
            };
            match finish(&flow.session, &flow.notice, reading, ids, (env.now)(), say, base.as_deref()) {
                Ok(consent) => said.emit(Said::Finished(Rc::new(consent), flow.notice.clone())),
                Err(found) => {
                    if let Some(first) = found.into_iter().next() {
                        if first.key == "problem.stale" {
                            let can = |now: &Rc<Consent>| Session::clone(&flow.session).rebase(now);
                            stale.set(Some(base.filter(can)));
                        }
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
        leave: props.back.clone(),
        stale: (*stale).clone().map(|now| {
            let go_on = now.map(|now| {
                let (dispatcher, stale) = (flow.dispatcher(), stale.clone());
                Callback::from(move |()| {
                    stale.set(None);
                    dispatcher.dispatch(Turn::Rebase(now.clone()));
                })
            });
            change::stale_note(go_on)
        }),
    };
    match flow.session.step {
        Step::Topic(index) => html! { <topic::Topic {talk} {index} /> },
        Step::Item(index) => html! { <item::Item {talk} {index} /> },
        Step::Acknowledge => html! { <acknowledge::Acknowledge {talk} /> },
        Step::Change => html! { <change::Change {talk} /> },
        Step::FollowUp => html! { <follow_up::FollowUps {talk} /> },
        Step::Respondent => html! { <respondent::RespondentForm {talk} /> },
        Step::Who => html! { <who::WhoForm {talk} /> },
        Step::Method => html! { <method::Method {talk} /> },
        Step::Sign => html! { <sign::Sign {talk} /> },
        Step::Voice => html! { <voice::Voice {talk} /> },
        Step::Typed => html! { <typed::Typed {talk} /> },
        Step::Proxy => html! { <proxy::Proxy {talk} /> },
        Step::Paper => html! { <sheet::Sheet {talk} /> },
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

/// Strokes as an inline drawing, crisp at any size.
pub(crate) fn ink(strokes: &[Stroke], label: &str) -> Html {
    let paths = strokes.iter().enumerate().map(|(index, stroke)| {
        html! { <path key={index} d={crate::domain::signature::outline(stroke)} /> }
    });
    html! {
        <svg class="ink" viewBox={crate::domain::signature::view_box()} role="img" aria-label={label.to_owned()}>
            { for paths }
        </svg>
    }
}
