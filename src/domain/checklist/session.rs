//! A run in progress: one state and one pure transition, [`reduce`]. What can happen is `action.rs`.
//!
//! Nothing typed or marked is lost except by an action that says so. One respondent, `A`, for now; marks of several
//! people will join here as a second key of `marks`. No screen logic: a step is a place in the flow, not a view.

use std::rc::Rc;

use super::action::{CheckAction, Step};
use super::content::Checklist;
use super::error::{ChecklistError, Problem};
use super::mark::Mark;
use super::run::{ChecklistRun, EmergencyEntry, MarkEntry, NoteEntry, Respondent, RuleEntry};
use super::snapshot::ListSnapshot;
use super::summary::Summary;
use super::{Stamp, parse};
use crate::domain::json::{FromTree, ToTree, Unknown};
use crate::domain::table::Table;
use crate::domain::text::Wording;

/// The letter of the only respondent of a run done together.
const RESPONDENT: &str = "A";

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
    /// Marks by item id. An item without a mark has no entry.
    pub marks: Table<Mark>,
    /// Notes by item id, as typed.
    pub notes: Table<String>,
    /// The group's own rules, as typed, in order.
    pub rules: Vec<RuleEntry>,
    /// Answers of the emergency agreement by question id, as typed.
    pub emergency: Table<String>,
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
    }

    /// Reads a draft back.
    ///
    /// # Errors
    /// JSON of another shape, a list [`Checklist::validate`] refuses, or marks, notes, answers or a step that the
    /// list does not have. What was there before is the caller's to keep.
    pub fn restore(draft: &str) -> Result<Self, ChecklistError> {
        let (session, _): (Self, _) = parse::from_json(draft)?;
        session
            .list
            .validate()
            .map_err(|error| ChecklistError::at(format!("list.{}", error.place), error.problem))?;
        let items =
            [("marks", session.marks.keys().collect::<Vec<_>>()), ("notes", session.notes.keys().collect())];
        for (place, ids) in items {
            if let Some(id) = ids.into_iter().find(|id| session.list.item(id).is_none()) {
                return Err(ChecklistError::at(place, Problem::UnknownId(id.clone())));
            }
        }
        if let Some(id) = session.emergency.keys().find(|id| session.list.question(id).is_none()) {
            return Err(ChecklistError::at("emergency", Problem::UnknownId(id.clone())));
        }
        if let Some(id) = session
            .rules
            .iter()
            .filter_map(|rule| rule.item.as_ref())
            .find(|id| session.list.item(id).is_none())
        {
            return Err(ChecklistError::at("rules", Problem::UnknownId(id.clone())));
        }
        if !session.has_step(session.step) {
            return Err(ChecklistError::at("step", Problem::Contradiction));
        }
        if session.finished_at.is_some() && session.run_id.is_none() {
            return Err(ChecklistError::at("runId", Problem::Contradiction));
        }
        Ok(session)
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

    /// Counts and what to talk about, as things stand.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let items = self.list.items().map(|(part, item)| (part.id.as_str(), item.id.as_str()));
        Summary::derive(items, |item| vec![self.marks.get(item).copied()])
    }

    /// The finished run, ready to export, with the list's text in the reading it was shown in. Blank notes, rules
    /// and answers say nothing and are left out; everything else is there as typed.
    ///
    /// # Errors
    /// [`Problem::NotFinished`] while the run is open.
    pub fn to_run(&self, reading: Wording) -> Result<ChecklistRun, ChecklistError> {
        let (Some(id), Some(finished_at)) = (self.run_id.clone(), self.finished_at) else {
            return Err(ChecklistError::at(".", Problem::NotFinished));
        };
        let said = |text: &str| !text.trim().is_empty();
        let list = ListSnapshot::of(&self.list, reading);
        // In list order, so that a person reading the JSON meets the items as they were asked.
        let marks = self.list.items().filter_map(|(_, item)| {
            let mark = *self.marks.get(&item.id)?;
            Some(MarkEntry { item: item.id.clone(), respondent: RESPONDENT.into(), mark })
        });
        let notes = self.list.items().filter_map(|(_, item)| {
            let text = self.notes.get(&item.id).filter(|text| said(text))?.clone();
            Some(NoteEntry { item: item.id.clone(), text })
        });
        let emergency = self.list.emergency.questions.iter().filter_map(|question| {
            let text = self.emergency.get(&question.id).filter(|text| said(text))?.clone();
            Some(EmergencyEntry { question: question.id.clone(), text })
        });
        Ok(ChecklistRun {
            id,
            started_at: self.started_at,
            finished_at,
            list,
            respondents: vec![Respondent { id: RESPONDENT.into() }],
            marks: marks.collect(),
            notes: notes.collect(),
            talk: Vec::new(),
            rules: self.rules.iter().filter(|rule| said(&rule.text)).cloned().collect(),
            actions: Vec::new(),
            emergency: emergency.collect(),
            summary: self.summary(),
            unknown: Unknown::default(),
        })
    }

    fn has_step(&self, step: Step) -> bool {
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
                self.rules.push(RuleEntry { text, item });
            }
            CheckAction::EditRule { index, text } if index == self.rules.len() => {
                self.rules.push(RuleEntry { text, item: None });
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
fn set(texts: &mut Table<String>, key: String, text: String) {
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text);
    }
}
