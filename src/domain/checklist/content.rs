//! What a checklist is made of: parts, items, sub-points, leak cases, the emergency agreement, the rules prompt.
//!
//! Shapes and plain look-ups only. Wording and checking a file is `parse.rs`; the words are data in
//! `src/presets/checklists/`. Unknown fields are refused here: this is authored content, and a misspelt key that
//! was silently dropped would be a text nobody sees.

use crate::domain::json::{FromTree, ToTree};
use crate::domain::text::Text;

/// A whole checklist (000, A-0-3 to A-0-5), one file of data.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Checklist {
    /// Stable name of the list, such as `salon`.
    pub id: String,
    /// Version of the wording, `major.minor`.
    pub version: String,
    /// What the list is called.
    pub title: Text,
    /// The words beside ○, △, × and for an item without a mark.
    pub legend: Legend,
    /// What is said before the first item.
    pub opening: Opening,
    /// The parts in the order they are asked.
    pub lists: Vec<Part>,
    /// The leak cases, to talk over.
    pub cases: CaseCards,
    /// The prompt for the group's own rules (000-03).
    pub rules: RulesPrompt,
    /// The questions of the emergency agreement (000-12).
    pub emergency: Emergency,
}

/// The words for the marks. A symbol never stands without its word.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Legend {
    /// ○.
    pub done: Text,
    /// △.
    pub trying: Text,
    /// ×.
    pub not_yet: Text,
    /// No mark. Not an answer, and not the same as ×.
    pub unmarked: Text,
}

/// The opening words: nobody is blamed, we look at ourselves as a group (004-12), and what it is for (000-04..07).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Opening {
    /// Paragraphs in the order they are read.
    pub paragraphs: Vec<Text>,
    /// The line before the aims.
    pub aims_intro: Text,
    /// What the group works towards.
    pub aims: Vec<Aim>,
}

/// One aim of the check.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Aim {
    /// Stable id, `aim.1`.
    pub id: String,
    /// Requirement this comes from, such as `000-04`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// The aim in words.
    pub text: Text,
}

/// One part of the list: collecting, keeping, sharing.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Part {
    /// Stable id: `collect`, `manage`, `share`.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// Items in the order they are asked.
    pub items: Vec<Item>,
}

/// One statement a group answers with ○, △ or ×.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// Stable id, `collect.1`. Kept across versions while the meaning stays.
    pub id: String,
    /// Requirement this comes from, such as `000 collect.1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// A few words for result tables.
    pub short: Text,
    /// The statement.
    pub text: Text,
    /// What the statement means in practice. Not marked on their own.
    #[serde(default)]
    pub points: Vec<Point>,
}

/// One sub-point of an item (＊ in the source).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Point {
    /// Stable id, `collect.2.a`.
    pub id: String,
    /// The sub-point in words.
    pub text: Text,
}

/// The leak cases (A-0-4) with their heading.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseCards {
    /// Heading.
    pub title: Text,
    /// Read before the cards: most leaks are slips.
    pub preface: Text,
    /// The cards in order.
    pub cards: Vec<LeakCase>,
}

/// One leak case: what happened, what would have prevented it, what it teaches.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeakCase {
    /// Stable id, `leak.1`.
    pub id: String,
    /// Requirement this comes from, such as `000 leak.1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Heading of the card.
    pub title: Text,
    /// What happened, two short sentences.
    pub happened: Text,
    /// One or two things to do about it.
    pub prevent: Vec<Text>,
    /// Ids of the items or sub-points it illustrates; at least one.
    pub teaches: Vec<String>,
}

/// The prompt under which a group writes its own rules (000-03).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesPrompt {
    /// Requirement this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Heading.
    pub title: Text,
    /// The invitation to write.
    pub preface: Text,
    /// One example, to lower the threshold.
    pub example: Text,
}

/// The emergency agreement (000-12): decided beforehand, within both conditions of the law (APPI art. 27(1)(ii):
/// needed to protect life, body or property *and* difficult to obtain the person's consent).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Emergency {
    /// Requirement this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Heading.
    pub title: Text,
    /// States both conditions before anything is asked.
    pub preface: Text,
    /// The questions in order, answered in free text.
    pub questions: Vec<EmergencyQuestion>,
}

/// One question of the emergency agreement.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EmergencyQuestion {
    /// Stable id, `emergency.decide`.
    pub id: String,
    /// The question.
    pub text: Text,
    /// What a useful answer contains.
    pub hint: Text,
}

impl Checklist {
    /// Every item with the part it belongs to, in the order they are asked.
    pub fn items(&self) -> impl Iterator<Item = (&Part, &Item)> {
        self.lists.iter().flat_map(|part| part.items.iter().map(move |item| (part, item)))
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.id == id)
    }

    /// The item this id names, or the item whose sub-point it names: where a leak case's `teaches` points to.
    #[must_use]
    pub fn item_of(&self, id: &str) -> Option<&Item> {
        self.items()
            .map(|(_, item)| item)
            .find(|item| item.id == id || item.points.iter().any(|point| point.id == id))
    }

    /// The question of the emergency agreement with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&EmergencyQuestion> {
        self.emergency.questions.iter().find(|question| question.id == id)
    }
}
