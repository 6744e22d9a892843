//! A run in progress: one state and one pure transition, [`reduce`]. What can happen is `action.rs`.
//!
//! Nothing typed or marked is lost except by an action that says so. `marks` and `notes` are the open sheet, the one
//! being marked now; sheets put away or brought by others are in `gathering`. How a draft is read back and what leaves
//! is `session_out.rs`. No screen logic: a step is a place in the flow, not a view.

use std::rc::Rc;

use super::Stamp;
use super::action::{CheckAction, Step};
use super::content::Checklist;
use super::gather::Gathering;
use super::mark::Mark;
use super::run::RuleEntry;
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

    /// Whether anything was entered that would be missed.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        self.step != Step::Opening
            || !self.marks.is_empty()
            || !self.notes.is_empty()
            || !self.rules.is_empty()
            || !self.gathering.sheets.is_empty()
            || !self.talk.is_empty()
    }

    /// The steps in order.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let items = self.list.items().count();
        core::iter::once(Step::Opening).chain((0..items).map(Step::Mark)).chain([
            Step::Cases,
            Step::Rules,
            Step::Emergency,
            Step::Result,
        ])
    }

    /// The step after this one; `None` at the result.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        self.steps().skip_while(|step| *step != self.step).nth(1)
    }

    /// The step before this one; `None` at the opening.
    #[must_use]
    pub fn back(&self) -> Option<Step> {
        self.steps().take_while(|step| *step != self.step).last()
    }

    /// Whether the run is finished and therefore closed to changes.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished_at.is_some()
    }

    /// Whether the list has this step.
    pub(super) fn has_step(&self, step: Step) -> bool {
        self.steps().any(|known| known == step)
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
            CheckAction::AddRule { text, item } => {
                let item = item.filter(|id| self.list.item(id).is_some());
                self.rules.push(RuleEntry { text, item, day: None });
            }
            CheckAction::EditRule { index, text } if index == self.rules.len() => {
                self.rules.push(RuleEntry { text, item: None, day: None });
            }
            CheckAction::EditRule { index, text } => {
                if let Some(rule) = self.rules.get_mut(index) {
                    rule.text = text;
                }
            }
            CheckAction::RemoveRule { index } if index < self.rules.len() => {
                self.rules.remove(index);
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
