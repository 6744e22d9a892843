//! The ○△× self-check, screen by screen: opening, items, cases, rules, emergency, result. What a meeting adds has rooms of
//! its own: `gather` (several people's marks), `talk` (item by item), `since` (last time), `report` (what is taken along).
//!
//! [`Checkup`] owns the state; every screen gets it as `Check` and sends [`CheckAction`]s up. What a mark is and
//! what a run holds is decided in [`crate::domain::checklist`]; nothing here counts, weighs or compares people.

mod cases;
mod closing;
mod emergency;
mod gather;
mod item;
mod marks;
mod narrow;
mod opening;
mod report;
mod result;
mod rules;
mod run_view;
mod since;
mod talk;
mod tally;

pub use closing::{RunClosing, RunClosingProps};
pub use report::{ReportLeaf, ReportLeafProps, TakeReport, TakeReportProps, is_reported};
pub use run_view::{RunView, RunViewProps};
pub use since::{Trend, TrendProps};

use crate::browser::Env;
use crate::domain::{
    checklist::{CheckAction, CheckSession, Checklist, ChecklistRun, Step, reduce},
    notice::Organization,
    text::Text,
};
use crate::ui::{
    controls::{Button, ButtonKind, Said, way_back},
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
    /// The run is finished; with the state it came from, which is all there is of a run that cannot be kept.
    Finished(Rc<ChecklistRun>, Rc<CheckSession>),
}

/// What a screen of the check needs: the state, and the ways to change it.
#[derive(Clone)]
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
    /// The runs this device holds.
    runs: Rc<Vec<ChecklistRun>>,
    /// Whose results are taken in without a question: the group of this device.
    organization: Rc<Organization>,
    /// The way out of the check, where there is one.
    tools: Html,
    /// The time the group gave itself to talk, while it lasts.
    timer: UseStateHandle<Option<talk::Span>>,
    /// Whether the sheet was handed over on this very screen: whoever did may still have the tablet in hand.
    can_take_back: bool,
    /// The way to another list, offered as long as nothing is marked.
    choice: Html,
}

impl PartialEq for Check {
    /// Whether a screen would look the same. States are compared by place: the reducer gives back the same one where
    /// nothing changed, and comparing sixty items word by word costs more than drawing them.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
            && Rc::ptr_eq(&self.runs, &other.runs)
            && Rc::ptr_eq(&self.organization, &other.organization)
            && self.came_from == other.came_from
            && self.can_take_back == other.can_take_back
            && self.timer == other.timer
            && self.tools == other.tools
            && self.choice == other.choice
    }
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

    /// Where the opening words lead: a group that met before looks at what it agreed then.
    fn first_step(&self) -> Option<Step> {
        let met = self.session.meeting && self.session.list.last_run(&self.runs).is_some();
        if met { Some(Step::Last) } else { self.session.next() }
    }

    /// The actions of a screen: on to `next`, or back to where a visit began; the quiet way back to `back`.
    fn actions(&self, words: Words, next: Option<Step>, back: Option<Step>) -> Html {
        self.actions_back(words, next, self.to(back))
    }

    /// The same, for a screen whose way back is its own.
    fn actions_back(&self, words: Words, next: Option<Step>, back: Option<Callback<()>>) -> Html {
        if let Some(from) = self.came_from {
            let text = words.t(match from {
                Step::Cases => "check.back_to_cases",
                Step::Talk(_) => "talk.back_to_topic",
                _ => "check.back_to_result",
            });
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
        html! { <>{ for on }{ way_back(back) }</> }
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
            Step::Last => words.t("since.title"),
            Step::Ways => words.t("gather.ways"),
            Step::Gather => words.t("gather.title"),
            Step::Talk(index) => match list.items().nth(index) {
                Some((_, item)) => words.pick(&item.short),
                None => "",
            },
            Step::Next => words.t("talk.next_title"),
        };
        words.t("check.next_is").replace("{{title}}", title)
    }
}

/// What every screen of a check is given.
#[derive(Properties, PartialEq)]
struct ScreenProps {
    check: Check,
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
    /// Whether a group holds it as a meeting. A draft goes on as it was begun.
    #[prop_or_default]
    pub meeting: bool,
    /// The runs this device holds, for what was agreed before.
    #[prop_or_default]
    pub runs: Rc<Vec<ChecklistRun>>,
    /// The group of this device.
    #[prop_or_default]
    pub organization: Rc<Organization>,
    /// More in the bar, such as the way home.
    #[prop_or_default]
    pub tools: Html,
    /// Below the opening words of a check that has not begun, such as the way to another list.
    #[prop_or_default]
    pub choice: Html,
}

/// One ○△× check done together, from the opening words to the finished run.
#[component]
pub fn Checkup(props: &CheckupProps) -> Html {
    let flow = use_reducer(|| {
        Flow(props.draft.clone().map_or_else(
            || {
                let begin = if props.meeting { CheckSession::of_meeting } else { CheckSession::new };
                Rc::new(begin(props.list.clone(), (props.env.now)()))
            },
            |draft| reduce(draft, CheckAction::Reopen),
        ))
    });
    // On its way already when the page was opened: nobody knows any more who has the tablet in hand.
    let on_its_way = use_memo((), |()| flow.0.gathering.between.clone());
    let came_from = use_state_eq(|| None::<Step>);
    let timer = use_state_eq(|| None::<talk::Span>);
    let words = use_view().words();
    {
        let said = props.onsaid.clone();
        use_effect_with(flow.0.clone(), move |session| {
            // The only error left for a finished session is a list that cannot be written as JSON, which its types
            // rule out; the draft is kept even then.
            said.emit(match session.to_run(words.wording()) {
                Ok(run) => CheckSaid::Finished(Rc::new(run), session.clone()),
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
        runs: props.runs.clone(),
        organization: props.organization.clone(),
        tools: props.tools.clone(),
        timer,
        can_take_back: flow.0.gathering.between.is_some() && flow.0.gathering.between != *on_its_way,
        choice: if flow.0.is_worth_keeping() { Html::default() } else { props.choice.clone() },
    };
    match flow.0.step {
        Step::Mark(_) if flow.0.gathering.between.is_some() => html! { <gather::Between {check} /> },
        Step::Opening => html! { <opening::Opening {check} /> },
        Step::Mark(index) => html! { <marks::Marks {check} {index} /> },
        Step::Cases => html! { <cases::Cases {check} /> },
        Step::Rules => html! { <rules::Rules {check} /> },
        Step::Emergency => html! { <emergency::Emergency {check} /> },
        Step::Result if flow.0.meeting => html! { <talk::Hub {check} /> },
        Step::Result => html! { <result::Outcome {check} /> },
        Step::Last => html! { <since::LastTime {check} /> },
        Step::Ways => html! { <gather::Choose {check} /> },
        Step::Gather => html! { <gather::Round {check} /> },
        Step::Talk(index) => html! { <talk::Topic {check} {index} /> },
        Step::Next => html! { <talk::NextTime {check} /> },
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
