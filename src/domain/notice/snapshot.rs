//! The notice exactly as it was shown: no holes, content-addressed, kept inside the record for good.

use super::{Acknowledgement, Acquisition, Category, ConsentItem, Group, Version};
use crate::domain::digest;
use crate::domain::text::{Reading, Text};

use crate::domain::json::{self, FromTree, ToTree, Unknown};

/// A filled notice: the exact words a person was shown, in ruby notation, with their digest.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NoticeSnapshot {
    /// The id of the notice it was made from.
    pub id: String,
    /// Its version.
    pub version: Version,
    /// `sha256:` and the SHA-256 of this object's canonical JSON (RFC 8785) without the `digest` field.
    pub digest: String,
    /// Whether the template was other than one that came with Nattoku: a portal's own, or one that was edited.
    pub modified: bool,
    /// The language of the body, as a BCP 47 tag.
    pub language: String,
    /// The day up to which the law behind the wording was followed, `YYYY-MM-DD`.
    pub legal_basis_as_of: String,
    /// What the notice was called.
    pub title: Text,
    /// How the person came to be asked (001-01..03). Not written when it is the usual way, nor are the next three when
    /// there is nothing to say: a record made before they existed keeps its digest.
    #[serde(default, skip_serializing_if = "Acquisition::is_usual")]
    pub acquisition: Acquisition,
    /// Whether the person may have been a child.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub minors: bool,
    /// Whether others tell the group things as a matter of course (002 §11).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub indirect: bool,
    /// The kinds of information that are held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// The words, in the order they were explained.
    pub sections: Vec<SnapshotSection>,
    /// The headings of the items.
    pub groups: Vec<Group>,
    /// The questions as they were asked.
    pub items: Vec<ConsentItem>,
    /// What could be confirmed.
    pub acknowledgements: Vec<Acknowledgement>,
    /// What other programs wrote beside it, kept as it came.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// One section as shown.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SnapshotSection {
    /// Which section.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// The drawing beside it.
    pub pictogram: String,
    /// The plain register, line by line; [`line_kind`](super::line_kind) tells how a line is laid out.
    pub plain: Vec<String>,
    /// The easy register, line by line, ruby on every kanji.
    pub easy: Vec<String>,
}

impl SnapshotSection {
    /// The lines of one register, in ruby notation.
    #[must_use]
    pub fn lines(&self, reading: Reading) -> &[String] {
        match reading {
            Reading::Plain => &self.plain,
            Reading::Easy => &self.easy,
        }
    }
}

/// Whether a text that a record points at is no longer the one that was shown. `shown` are digests, as the events of
/// the record have them.
#[must_use]
pub fn altered(notices: &[NoticeSnapshot], shown: &[&str]) -> bool {
    notices.iter().any(|notice| shown.contains(&notice.digest.as_str()) && !notice.verify())
}

impl NoticeSnapshot {
    /// The digest these words should carry.
    #[must_use]
    pub fn compute_digest(&self) -> String {
        digest::of_json(&json::without(self.unknown.written_with(self), &["digest"]))
    }

    /// Whether the words still are the ones the digest was made of.
    #[must_use]
    pub fn verify(&self) -> bool {
        self.compute_digest() == self.digest
    }

    /// The section of that id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&SnapshotSection> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The item of that id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&ConsentItem> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The items asked under one heading, in order.
    pub fn items_in<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a ConsentItem> {
        self.items.iter().filter(move |item| item.group == group)
    }
}
