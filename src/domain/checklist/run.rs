//! A finished run as it is exported (`checklistRuns[]`, design §3).
//!
//! Respondents are letters, never names (004-12). How a run comes about is `session.rs`; what is asked of one that
//! comes back in is `run_check.rs`.

use super::code::{self, CodeError, ListKey};
use super::error::ChecklistError;
use super::gather::{Ways, result_id};
use super::mark::Mark;
use super::snapshot::ListSnapshot;
use super::summary::{Counts, ItemTally, Summary};
use super::talk::{ActionEntry, Reported, TalkEntry};
use super::{Stamp, parse};
use crate::domain::day::Day;
use crate::domain::json::{FromTree, ToTree, Unknown};

/// What a run keeps of what each respondent marked.
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MarksKept {
    /// Every mark, by letter. So it is when one sheet was marked, and when the group chose it.
    #[default]
    Each,
    /// Counts only: `marks` is empty, and `tallies` has every item.
    Counted,
}

/// One finished ○△× run.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChecklistRun {
    /// Id of the run, unique among runs.
    pub id: String,
    /// When the run was begun.
    pub started_at: Stamp,
    /// When it was finished.
    pub finished_at: Stamp,
    /// The list as it was shown.
    pub list: ListSnapshot,
    /// Who answered, as letters.
    pub respondents: Vec<Respondent>,
    /// How many of them came which way; all zero in a run from before this was written.
    #[serde(default, skip_serializing_if = "Ways::is_unknown")]
    pub ways: Ways,
    /// How many people were there; more than the respondents where a group marked together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// Whether the file has what each respondent marked, or counts only.
    #[serde(default)]
    pub kept: MarksKept,
    /// The marks given; an item without a mark has no entry. Empty where counts only were kept.
    pub marks: Vec<MarkEntry>,
    /// The counts of every item, where counts only were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<ItemTally>,
    /// What was noted per item.
    #[serde(default)]
    pub notes: Vec<NoteEntry>,
    /// What was said, by item.
    #[serde(default)]
    pub talk: Vec<TalkEntry>,
    /// The group's own rules (000-03).
    #[serde(default)]
    pub rules: Vec<RuleEntry>,
    /// What the group decided to do, carried on from earlier runs first.
    #[serde(default)]
    pub actions: Vec<ActionEntry>,
    /// The emergency agreement (000-12).
    #[serde(default)]
    pub emergency: Vec<EmergencyEntry>,
    /// The day of the next check (004-14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
    /// Where the result was taken (004-13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<Reported>,
    /// Id of the run this one went on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// Counts and what to talk about, derived from the marks.
    pub summary: Summary,
    /// What other programs wrote beside it, kept as it came.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// One respondent.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Respondent {
    /// A letter: `A`, `B`, …
    pub id: String,
}

/// One mark.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MarkEntry {
    /// Id of the item.
    pub item: String,
    /// Id of the respondent.
    pub respondent: String,
    /// The mark. Read leniently (○ 〇 ◯ △ × ✕ …), written as `done`, `trying` or `not_yet`.
    #[serde(deserialize_with = "Mark::lenient")]
    pub mark: Mark,
}

/// One note.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NoteEntry {
    /// Id of the item.
    pub item: String,
    /// The note as typed.
    pub text: String,
}

/// One rule of the group's own.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RuleEntry {
    /// The rule as typed.
    pub text: String,
    /// Id of the item it grew out of, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The day it was agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

/// One answer of the emergency agreement.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EmergencyEntry {
    /// Id of the question.
    pub question: String,
    /// The answer as typed.
    pub text: String,
}

impl ChecklistRun {
    /// Reads and checks a run on its own.
    ///
    /// # Errors
    /// [`Problem::Malformed`](super::Problem::Malformed) for JSON of another shape, and everything [`ChecklistRun::check`] refuses.
    pub fn from_json(text: &str) -> Result<Self, ChecklistError> {
        let (mut run, given): (Self, _) = parse::from_json(text)?;
        run.unknown = Unknown::of(&given, &run);
        run.check()?;
        Ok(run)
    }

    /// The summary its marks, or its counts, lead to.
    #[must_use]
    pub fn derived_summary(&self) -> Summary {
        let items = self.list.items.iter().zip(self.tallies());
        Summary::of(&mut items.map(|(item, counts)| (item.part.as_str(), item.id.as_str(), counts)))
    }

    /// The counts of every item over all respondents, in list order, whatever was kept of the marks.
    #[must_use]
    pub fn tallies(&self) -> Vec<Counts> {
        let everybody = u32::try_from(self.respondents.len()).unwrap_or(u32::MAX);
        if self.kept == MarksKept::Counted {
            let silent = Counts { unmarked: everybody, ..Counts::default() };
            let of =
                |item: &str| self.tallies.iter().find(|tally| tally.item == item).map(|tally| tally.counts);
            return self.list.items.iter().map(|item| of(&item.id).unwrap_or(silent)).collect();
        }
        let mut tallies = vec![Counts::default(); self.list.items.len()];
        for entry in &self.marks {
            if let Some(at) = self.list.items.iter().position(|item| item.id == entry.item) {
                tallies[at].add(Some(entry.mark));
            }
        }
        for counts in &mut tallies {
            counts.unmarked = everybody.saturating_sub(counts.answered());
        }
        tallies
    }

    /// Whether it is one person's answers for the tablet of a meeting: part of what that meeting will be, and no meeting
    /// that another one goes on from.
    #[must_use]
    pub fn is_handed_over(&self) -> bool {
        let alone = self.ways.own_phone == 1 && self.ways.total() == 1 && self.kept == MarksKept::Each;
        let agreed = !(self.rules.is_empty() && self.actions.is_empty() && self.emergency.is_empty());
        alone && !agreed && self.talk.is_empty() && self.next.is_none()
    }

    /// The day it was finished, as the calendar on the wall showed it.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        Day::parse(&self.finished_at.date()).ok()
    }

    /// The answer code of its first respondent: what a phone shows when it hands its result over.
    ///
    /// # Errors
    /// [`CodeError::TooManyItems`] for a list too long for a code.
    pub fn answer_code(&self) -> Result<String, CodeError> {
        let first = self.respondents.first().map_or("", |one| one.id.as_str());
        let mine = self.marks.iter().filter(|entry| entry.respondent == first);
        let marks = mine.map(|entry| (entry.item.clone(), entry.mark)).collect();
        code::encode(&ListKey::from(&self.list), &marks, code::number_of(&result_id(&self.id, first)))
    }

    /// The mark a respondent gave an item.
    #[must_use]
    pub fn mark_of(&self, item: &str, respondent: &str) -> Option<Mark> {
        self.marks
            .iter()
            .find(|entry| entry.item == item && entry.respondent == respondent)
            .map(|entry| entry.mark)
    }
}
