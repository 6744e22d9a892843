//! The ○△× self-check, screen by screen: opening, items, cases, rules, emergency, result.
//!
//! [`Checkup`] owns the state; every screen gets it as `Check` and sends [`CheckAction`]s up. What a mark is and
//! what a run holds is decided in [`crate::domain::checklist`]; nothing here counts, weighs or compares people.

mod cases;
mod closing;
mod emergency;
mod item;
mod marks;
mod narrow;
mod opening;
mod result;
mod rules;
mod run_view;
mod tally;

pub use closing::{RunClosing, RunClosingProps};
pub use run_view::{RunView, RunViewProps};

use crate::browser::Env;
use crate::domain::{
    checklist::{CheckAction, CheckSession, Checklist, ChecklistRun, Step, reduce},
    text::Text,
};
use crate::ui::{
    consent::way_back,
    controls::{Button, ButtonKind, Said},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// What comes out of a check.
#[derive(Clone, PartialEq)]
pub enum CheckSaid {
    /// Something changed; worth keeping as a draft.
    Changed(Rc<CheckSession>),
    /// The run is finished.
    Finished(Rc<ChecklistRun>),
}

/// What a screen of the check needs: the state, and the ways to change it.
#[derive(Clone, PartialEq)]
struct Check {
    /// Where the run is and what was said so far. Its `list` is the one being answered.
    session: Rc<CheckSession>,
    /// Something was done.
    act: Callback<CheckAction>,
    /// Goes aside to another screen; that screen's way on leads back to this one.
    visit: Callback<Step>,
    /// Where a visit began, while it lasts.
    came_from: Option<Step>,
    /// Ends the visit.
    end_visit: Callback<()>,
    /// Clock and ids.
    env: Env,
    /// The way out of the check, where there is one.
    tools: Html,
}

impl Check {
    /// Goes to a step.
    fn to(&self, step: Option<Step>) -> Option<Callback<()>> {
        step.map(|step| self.act.reform(move |()| CheckAction::Go(step)))
    }

    /// Does something that takes what a field or a button hands over.
    fn on<T>(&self, action: impl Fn(T) -> CheckAction + 'static) -> Callback<T> {
        self.act.reform(action)
    }

    /// The index of an item over all parts, from 0.
    fn index_of(&self, item: &str) -> Option<usize> {
        self.session.list.items().position(|(_, known)| known.id == item)
    }

    /// The actions of a screen: on to `next`, or back to where a visit began; the quiet way back to `back`.
    fn actions(&self, words: Words, next: Option<Step>, back: Option<Step>) -> Html {
        if let Some(from) = self.came_from {
            let text =
                words.t(if from == Step::Cases { "check.back_to_cases" } else { "check.back_to_result" });
            return html! {
                <Button kind={ButtonKind::Primary} icon="back" onclick={self.end_visit.clone()}><Said {text} /></Button>
            };
        }
        let on = next.and_then(|step| {
            let (text, onclick) = (self.way_to(words, step), self.to(Some(step))?);
            Some(html! {
                <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true} {onclick}><Said {text} /></Button>
            })
        });
        html! { <>{ for on }{ way_back(self.to(back)) }</> }
    }

    /// What the button that leads to a step says, in ruby notation.
    fn way_to(&self, words: Words, step: Step) -> String {
        let list = &self.session.list;
        let title = match step {
            Step::Opening => words.pick(&list.title),
            Step::Mark(index) => match list.items().nth(index) {
                Some((part, _)) => words.pick(&part.title),
                None => "",
            },
            Step::Cases => words.pick(&list.cases.title),
            Step::Rules => words.pick(&list.rules.title),
            Step::Emergency => words.pick(&list.emergency.title),
            Step::Result => words.t("check.result"),
        };
        words.t("check.next_is").replace("{{title}}", title)
    }
}

struct Flow(Rc<CheckSession>);

impl Reducible for Flow {
    type Action = CheckAction;

    fn reduce(self: Rc<Self>, action: CheckAction) -> Rc<Self> {
        let next = reduce(self.0.clone(), action);
        if Rc::ptr_eq(&next, &self.0) { self } else { Rc::new(Self(next)) }
    }
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct CheckupProps {
    /// What is asked. A draft carries its own list and goes on with that one.
    pub list: Rc<Checklist>,
    pub env: Env,
    /// Where to go on; a fresh run otherwise. A finished draft is opened again and stays the same run.
    #[prop_or_default]
    pub draft: Option<Rc<CheckSession>>,
    pub onsaid: Callback<CheckSaid>,
    /// More in the bar, such as the way home.
    #[prop_or_default]
    pub tools: Html,
}

/// One ○△× check done together, from the opening words to the finished run.
#[component]
pub fn Checkup(props: &CheckupProps) -> Html {
    let flow = use_reducer(|| {
        Flow(props.draft.clone().map_or_else(
            || Rc::new(CheckSession::new(props.list.clone(), (props.env.now)())),
            |draft| reduce(draft, CheckAction::Reopen),
        ))
    });
    let came_from = use_state_eq(|| None::<Step>);
    let words = use_view().words();
    {
        let said = props.onsaid.clone();
        use_effect_with(flow.0.clone(), move |session| {
            // The only error left for a finished session is a list that cannot be written as JSON, which its types
            // rule out; the draft is kept even then.
            said.emit(match session.to_run(words.wording()) {
                Ok(run) => CheckSaid::Finished(Rc::new(run)),
                Err(_) => CheckSaid::Changed(session.clone()),
            });
        });
    }
    let act = {
        let dispatcher = flow.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let visit = {
        let (act, came_from, here) = (act.clone(), came_from.clone(), flow.0.step);
        Callback::from(move |step| {
            came_from.set(Some(here));
            act.emit(CheckAction::Go(step));
        })
    };
    let end_visit = {
        let (act, came_from) = (act.clone(), came_from.clone());
        Callback::from(move |()| {
            if let Some(step) = *came_from {
                came_from.set(None);
                act.emit(CheckAction::Go(step));
            }
        })
    };
    let check = Check {
        session: flow.0.clone(),
        act,
        visit,
        came_from: *came_from,
        end_visit,
        env: props.env,
        tools: props.tools.clone(),
    };
    match flow.0.step {
        Step::Opening => html! { <opening::Opening {check} /> },
        Step::Mark(index) => html! { <marks::Marks {check} {index} /> },
        Step::Cases => html! { <cases::Cases {check} /> },
        Step::Rules => html! { <rules::Rules {check} /> },
        Step::Emergency => html! { <emergency::Emergency {check} /> },
        Step::Result => html! { <result::Outcome {check} /> },
    }
}

#[derive(Properties, PartialEq)]
struct SubheadingProps {
    /// 2 for a section of the screen, 3 for a card in it.
    #[prop_or(2)]
    level: u8,
    /// In ruby notation.
    text: AttrValue,
}

/// A heading below the screen's own, one level deeper inside somebody's page.
#[component]
fn Subheading(props: &SubheadingProps) -> Html {
    let page = use_view().page;
    let text = html! { <Said text={props.text.clone()} /> };
    match (props.level, page) {
        (2, true) => html! { <h2 class="check__section said">{ text }</h2> },
        (2, false) => html! { <h3 class="check__section said">{ text }</h3> },
        (_, true) => html! { <h3 class="check__card-title said">{ text }</h3> },
        (_, false) => html! { <h4 class="check__card-title said">{ text }</h4> },
    }
}

/// A paragraph of the list's content in the current wording.
fn paragraph(words: Words, text: &Text, class: &'static str) -> Html {
    html! { <p class={classes!("said", class)}><Said text={words.pick(text).to_owned()} /></p> }
}
