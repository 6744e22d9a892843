//! How a notice was delivered: topic by topic, by whom, how identity was known, who else had told something.

use super::{AcknowledgementState, Understanding};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::{text::Reading, time::Timestamp};

/// How one topic was explained and left.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// Id of the section.
    pub section: String,
    /// The wording that was on the screen when the topic was left.
    pub reading: Reading,
    /// What the person said about it; absent when they said nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub understanding: Option<Understanding>,
    /// Whether the person asked to hear it again at least once.
    #[serde(default)]
    pub asked_again: bool,
    /// Whether the device read it aloud.
    #[serde(default)]
    pub read_aloud: bool,
}

/// How the notice was delivered.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Explained {
    /// When the first topic came up.
    pub from: Timestamp,
    /// When the last topic was left for the first time.
    pub to: Timestamp,
    /// Who explained.
    pub by: String,
    /// Where; empty when not noted.
    #[serde(default)]
    pub place: String,
    /// The topics about which the person said something or that were read aloud, in the order of the notice.
    pub topics: Vec<Topic>,
}

/// How it was known that the person is who they are (`004 <13>`, light ways first: `004-49`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityCheck {
    /// 顔見知り
    Known,
    /// A document was shown.
    Document,
    /// Someone who came along confirmed it.
    Companion,
    /// Another way, told in the note.
    Other,
}

impl IdentityCheck {
    /// In the order of the form.
    pub const ALL: [Self; 4] = [Self::Known, Self::Document, Self::Companion, Self::Other];

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Document => "document",
            Self::Companion => "companion",
            Self::Other => "other",
        }
    }
}

/// How identity was known, with a note.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    /// In which way it was known.
    pub check: IdentityCheck,
    /// Which document, who came along, which other way; never a document's number.
    #[serde(default)]
    pub note: String,
}

/// An acknowledgement and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Acknowledged {
    /// Id of the acknowledgement in the notice, such as `emergency`.
    pub id: String,
    /// Heard, or declined to say so.
    pub state: AcknowledgementState,
}

/// Who received a change of mind. Nothing was explained anew.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Received {
    /// Who received it.
    pub by: String,
    /// Where; empty when not noted.
    #[serde(default)]
    pub place: String,
}

/// Who else told something about the person, and whether they were allowed to (`002 §11`).
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Sources {
    /// Who told, by the ids of the legal data: `family`, `care_manager`.
    pub told_by: Vec<String>,
    /// Who exactly, or which office; empty when not noted.
    #[serde(default)]
    pub provider: String,
    /// Whether the provider confirmed that the person agreed to its telling.
    #[serde(default)]
    pub consent_confirmed: bool,
    /// Whether a paper that says so was handed over.
    #[serde(default)]
    pub document_received: bool,
}
