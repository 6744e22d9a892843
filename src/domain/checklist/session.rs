//! A run in progress: one state and one pure transition, [`reduce`]. What can happen is `action.rs`.
//!
//! Nothing typed or marked is lost except by an action that says so. `marks` and `notes` are the open sheet, the one
//! being marked now; sheets put away or brought by others are in `gathering`. How a draft is read back and what leaves
//! is `session_out.rs`. No screen logic: a step is a place in the flow, not a view.

use std::rc::Rc;

use super::Stamp;
use super::action::{CheckAction, Step};
use super::content::Checklist;
use super::gather::{Gathering, Way};
use super::mark::Mark;
use super::run::{ChecklistRun, RuleEntry};
use super::split::Agreement;
use super::talk::Talk;
use crate::domain::json::{FromTree, ToTree};
use crate::domain::table::Table;

/// The state of one run in progress. Serialisable as a draft; the draft carries the list, so that a run begun in one
/// wording is finished in it.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct CheckSession {
    /// The list being answered.
    pub list: Rc<Checklist>,
    /// When the run was begun.
    pub started_at: Stamp,
    /// Whether a group holds it as a meeting: with ways to gather, talking item by item, and a next time. Otherwise it is
    /// one sheet from the first item to the result.
    #[serde(default)]
    pub meeting: bool,
    /// The run this one goes on from, as it was; it stays on the device.
    #[serde(default)]
    pub before: Option<Rc<ChecklistRun>>,
    /// Where it is.
    pub step: Step,
    /// Marks of the open sheet by item id. An item without a mark has no entry.
    pub marks: Table<Mark>,
    /// Notes of the open sheet by item id, as typed.
    pub notes: Table<String>,
    /// The group's own rules, as typed, in order.
    pub rules: Vec<RuleEntry>,
    /// Answers of the emergency agreement by question id, as typed.
    pub emergency: Table<String>,
    /// Everybody else's sheets, and how this one is marked.
    #[serde(default)]
    pub gathering: Gathering,
    /// What came out of talking.
    #[serde(default)]
    pub talk: Talk,
    /// Id of the run, once it has been finished for the first time; it stays through [`CheckAction::Reopen`].
    pub run_id: Option<String>,
    /// When it was finished; `None` while it is open.
    pub finished_at: Option<Stamp>,
}

impl CheckSession {
    /// A run at its opening words, with nothing marked.
    #[must_use]
    pub fn new(list: Rc<Checklist>, started_at: Stamp) -> Self {
        Self {
            list,
            started_at,
            meeting: false,
            before: None,
            step: Step::Opening,
            marks: Table::new(),
            notes: Table::new(),
            rules: Vec::new(),
            emergency: Table::new(),
            gathering: Gathering::default(),
            talk: Talk::default(),
            run_id: None,
            finished_at: None,
        }
    }

    /// A meeting at its opening words, with nothing gathered.
    #[must_use]
    pub fn of_meeting(list: Rc<Checklist>, started_at: Stamp) -> Self {
        Self { meeting: true, ..Self::new(list, started_at) }
    }

    /// Whether anything was entered that would be missed.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        self.step != Step::Opening
            || !self.marks.is_empty()
            || !self.notes.is_empty()
            || !self.rules.is_empty()
            || !self.gathering.sheets.is_empty()
            || !self.talk.is_empty()
            || self.before.is_some()
    }

    /// Whether one person answers here and hands the result to the tablet of a meeting.
    #[must_use]
    pub fn is_handed_over(&self) -> bool {
        self.meeting && self.gathering.way == Way::OwnPhone
    }

    /// The items to talk about, by index: where answers split, the widest first; then what all mark ×, then △.
    #[must_use]
    pub fn topics(&self) -> Vec<usize> {
        let to_talk_about = [Agreement::Split, Agreement::AllNotYet, Agreement::AllTrying];
        let place = |id: &str| self.list.items().position(|(_, item)| item.id == id);
        let splits = self.splits();
        splits
            .iter()
            .filter(|at| to_talk_about.contains(&at.agreement))
            .filter_map(|at| place(&at.item))
            .collect()
    }

    /// The steps in order. Those of a meeting follow from how it is held and from what there is to talk about.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let marks = (0..self.list.items().count()).map(Step::Mark);
        // A group's own list may come without cases.
        let cases = (!self.list.cases.cards.is_empty()).then_some(Step::Cases);
        let mut steps = vec![Step::Opening];
        if !self.meeting {
            steps.extend(marks.chain(cases).chain([Step::Rules, Step::Emergency, Step::Result]));
            return steps;
        }
        if self.before.is_some() {
            steps.push(Step::Last);
        }
        steps.push(Step::Ways);
        steps.extend(marks);
        if self.is_handed_over() {
            return steps;
        }
        if self.gathering.way != Way::Together || !self.gathering.sheets.is_empty() {
            steps.push(Step::Gather);
        }
        steps.push(Step::Result);
        steps.extend(self.topics().into_iter().map(Step::Talk));
        steps.extend(cases.into_iter().chain([Step::Rules, Step::Emergency, Step::Next]));
        steps
    }

    /// The step after this one; `None` at the end.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        let steps = self.steps();
        match steps.iter().position(|step| *step == self.step) {
            Some(at) => steps.get(at + 1).copied(),
            // What stands beside the way leads back to it.
            None => Some(if self.step == Step::Last { Step::Ways } else { Step::Result }),
        }
    }

    /// The step before this one; `None` at the opening.
    #[must_use]
    pub fn back(&self) -> Option<Step> {
        let steps = self.steps();
        match steps.iter().position(|step| *step == self.step) {
            Some(at) => at.checked_sub(1).and_then(|at| steps.get(at)).copied(),
            None => Some(match self.step {
                Step::Last => Step::Opening,
                Step::Gather => Step::Ways,
                _ => Step::Result,
            }),
        }
    }

    /// Whether the run is finished and therefore closed to changes.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished_at.is_some()
    }

    /// Whether the list has this step.
    pub(super) fn has_step(&self, step: Step) -> bool {
        match step {
            Step::Mark(index) => index < self.list.items().count(),
            Step::Talk(index) => self.meeting && index < self.list.items().count(),
            Step::Last | Step::Ways | Step::Gather | Step::Next => self.meeting,
            Step::Cases => !self.list.cases.cards.is_empty(),
            Step::Opening | Step::Rules | Step::Emergency | Step::Result => true,
        }
    }

    /// Applies one action in place. What names something the list does not have changes nothing.
    fn apply(&mut self, action: CheckAction) {
        match action {
            CheckAction::Go(step) if self.has_step(step) => self.step = step,
            CheckAction::Go(_) => {}
            CheckAction::Reopen => self.finished_at = None,
            // A finished run is a record: it is opened again on purpose, never changed by a stray touch.
            _ if self.is_finished() => {}
            CheckAction::Gather(action) => self.gather(action),
            CheckAction::Talk(action) => self.converse(action),
            // Nobody has the tablet: what comes now was not meant by anybody.
            CheckAction::Mark { .. } | CheckAction::Unmark { .. } | CheckAction::Note { .. }
                if self.gathering.between.is_some() => {}
            CheckAction::Mark { item, mark } if self.list.item(&item).is_some() => {
                self.marks.insert(item, mark);
            }
            CheckAction::Unmark { item } => {
                self.marks.remove(&item);
            }
            CheckAction::Note { item, text } if self.list.item(&item).is_some() => {
                set(&mut self.notes, item, text)
            }
            CheckAction::Emergency { question, text } if self.list.question(&question).is_some() => {
                set(&mut self.emergency, question, text);
            }
            CheckAction::AddRule { text, item } => self.begin_rule(text, item),
            CheckAction::EditRule { index, text, item } if index == self.rules.len() => {
                self.begin_rule(text, item);
            }
            CheckAction::EditRule { index, text, .. } => {
                if let Some(rule) = self.rules.get_mut(index) {
                    rule.text = text;
                }
            }
            CheckAction::RemoveRule { index } if index < self.rules.len() => {
                self.rules.remove(index);
            }
            CheckAction::PutRule { index, mut rule } => {
                rule.item = rule.item.filter(|id| self.list.item(id).is_some());
                self.rules.insert(index.min(self.rules.len()), rule);
            }
            CheckAction::Finish { at, id } => {
                self.run_id.get_or_insert(id);
                self.gathering.between = None;
                self.finished_at = Some(at);
                self.step = Step::Result;
            }
            CheckAction::Mark { .. }
            | CheckAction::Note { .. }
            | CheckAction::Emergency { .. }
            | CheckAction::RemoveRule { .. } => {}
        }
    }

    /// A rule begins; an item the list does not have is not where it grew.
    fn begin_rule(&mut self, text: String, item: Option<String>) {
        let item = item.filter(|id| self.list.item(id).is_some());
        self.rules.push(RuleEntry { text, item, day: None });
    }
}

/// The one transition. Returns the same `Rc` when nothing changed, so that a view need not render again.
#[must_use]
pub fn reduce(session: Rc<CheckSession>, action: CheckAction) -> Rc<CheckSession> {
    let mut next = (*session).clone();
    next.apply(action);
    if next == *session { session } else { Rc::new(next) }
}

/// Sets a text by key; empty text removes it.
pub(super) fn set(texts: &mut Table<String>, key: String, text: String) {
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text);
    }
}
