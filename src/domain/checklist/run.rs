//! A finished run as it is exported (`checklistRuns[]`, design §3), and the checks on one that comes back in.
//!
//! Respondents are letters, never names (004-12). How a run comes about is `session.rs`.

use crate::domain::table::Seen;

use super::Stamp;
use super::error::{ChecklistError, Problem};
use super::mark::Mark;
use super::parse;
use super::snapshot::ListSnapshot;
use super::summary::Summary;
use crate::domain::json::{FromTree, ToTree, Unknown};

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
    /// The marks given; an item without a mark has no entry.
    pub marks: Vec<MarkEntry>,
    /// What was noted per item.
    #[serde(default)]
    pub notes: Vec<NoteEntry>,
    /// What came out of talking about splits. Always empty in this version; kept when present.
    #[serde(default)]
    pub talk: Vec<serde_json::Value>,
    /// The group's own rules (000-03).
    #[serde(default)]
    pub rules: Vec<RuleEntry>,
    /// What the group decided to do. Always empty in this version; kept when present.
    #[serde(default)]
    pub actions: Vec<serde_json::Value>,
    /// The emergency agreement (000-12).
    #[serde(default)]
    pub emergency: Vec<EmergencyEntry>,
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
    /// [`Problem::Malformed`] for JSON of another shape, and everything [`ChecklistRun::check`] refuses.
    pub fn from_json(text: &str) -> Result<Self, ChecklistError> {
        let (mut run, given): (Self, _) = parse::from_json(text)?;
        run.unknown = Unknown::of(&given);
        run.check()?;
        Ok(run)
    }

    /// The summary its marks lead to.
    #[must_use]
    pub fn derived_summary(&self) -> Summary {
        let items = self.list.items.iter().map(|item| (item.part.as_str(), item.id.as_str()));
        Summary::derive(items, |item| {
            self.respondents.iter().map(|respondent| self.mark_of(item, &respondent.id)).collect()
        })
    }

    /// The mark a respondent gave an item.
    #[must_use]
    pub fn mark_of(&self, item: &str, respondent: &str) -> Option<Mark> {
        self.marks
            .iter()
            .find(|entry| entry.item == item && entry.respondent == respondent)
            .map(|entry| entry.mark)
    }

    /// Checks that the run holds together: no id twice, every reference resolves, counts follow from the marks.
    /// The order of `talkAbout` is not compared, so that a later version may order it better.
    ///
    /// # Errors
    /// The first problem, with its place.
    pub fn check(&self) -> Result<(), ChecklistError> {
        if self.id.trim().is_empty() {
            return Err(ChecklistError::at("id", Problem::Empty));
        }
        let items = self.list.items.iter().map(|item| item.id.as_str());
        once(&mut items.map(|id| [id, ""]), &|n| format!("list.items[{n}].id"))?;
        let respondents = self.respondents.iter().map(|one| one.id.as_str());
        once(&mut respondents.map(|id| [id, ""]), &|n| format!("respondents[{n}].id"))?;
        let mut marks = self.marks.iter().map(|entry| [entry.item.as_str(), entry.respondent.as_str()]);
        once(&mut marks, &|n| format!("marks[{n}]"))?;
        let notes = self.notes.iter().map(|entry| entry.item.as_str());
        once(&mut notes.map(|id| [id, ""]), &|n| format!("notes[{n}].item"))?;
        let answers = self.emergency.iter().map(|entry| entry.question.as_str());
        once(&mut answers.map(|id| [id, ""]), &|n| format!("emergency[{n}].question"))?;

        for (n, entry) in self.marks.iter().enumerate() {
            self.known_item(&entry.item, || format!("marks[{n}].item"))?;
            if !self.respondents.iter().any(|one| one.id == entry.respondent) {
                let problem = Problem::UnknownId(entry.respondent.clone());
                return Err(ChecklistError::at(format!("marks[{n}].respondent"), problem));
            }
        }
        for (n, entry) in self.notes.iter().enumerate() {
            self.known_item(&entry.item, || format!("notes[{n}].item"))?;
        }
        for (n, item) in self.rules.iter().enumerate().filter_map(|(n, rule)| Some((n, rule.item.as_ref()?)))
        {
            self.known_item(item, || format!("rules[{n}].item"))?;
        }
        for (n, item) in self.summary.talk_about.iter().enumerate() {
            self.known_item(item, || format!("summary.talkAbout[{n}]"))?;
        }
        let derived = self.derived_summary();
        if derived.all != self.summary.all {
            return Err(ChecklistError::at("summary.all", Problem::Contradiction));
        }
        if derived.parts != self.summary.parts {
            return Err(ChecklistError::at("summary.parts", Problem::Contradiction));
        }
        Ok(())
    }

    fn known_item(&self, id: &str, place: impl Fn() -> String) -> Result<(), ChecklistError> {
        if self.list.has(id) {
            return Ok(());
        }
        Err(ChecklistError::at(place(), Problem::UnknownId(id.to_owned())))
    }
}

/// Refuses the second of two equal keys, the first half of which is the id to name in the message.
fn once(
    keys: &mut dyn Iterator<Item = [&str; 2]>,
    place: &dyn Fn(usize) -> String,
) -> Result<(), ChecklistError> {
    let mut seen = Seen::default();
    for (n, key) in keys.enumerate() {
        if !seen.insert_pair(key) {
            return Err(ChecklistError::at(place(n), Problem::DuplicateId(key[0].to_owned())));
        }
    }
    Ok(())
}
