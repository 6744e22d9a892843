//! The envelope: one JSON document with the texts shown, the consents and the checklist runs.

use super::consents::{Consent, NoticeSnapshot};
use super::entry::{Entry, remember, trees};
use super::runs::ChecklistRun;
use crate::domain::{
    digest,
    json::{self, FromTree, ToTree, Unknown, Value},
    notice::Organization,
    time::Timestamp,
};

/// The value of `format` in every document.
pub const FORMAT: &str = "nattoku";

/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// Which program wrote a document.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Generator {
    /// `nattoku`, or the name of another program that writes this format.
    pub name: String,
    /// Version of the program.
    pub version: String,
}

/// How anybody can check that a document is as it was written.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Integrity {
    /// `sha-256`; another one proves nothing here.
    pub algorithm: String,
    /// `rfc8785`: the canonical JSON of the document without its `integrity`.
    pub canonicalization: String,
    /// `sha256:` and the 64 lower-case hexadecimal digits.
    pub digest: String,
}

/// Everything that is exported: the exact texts shown, the consents with their history, the ○△× runs.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Always `nattoku`.
    pub format: String,
    /// Version of the format, see [`VERSION`].
    pub version: u32,
    /// When the document was written.
    pub exported_at: Timestamp,
    /// Which program wrote it.
    pub generator: Generator,
    /// The group's own words for the placeholders.
    #[serde(default)]
    pub organization: Organization,
    /// The exact texts shown, each once, found by digest.
    #[serde(default)]
    pub notices: Vec<NoticeSnapshot>,
    /// One entry a person.
    #[serde(default)]
    pub consents: Vec<Consent>,
    /// One entry a run.
    #[serde(default)]
    pub checklist_runs: Vec<ChecklistRun>,
    /// How to check the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integrity: Option<Integrity>,
    /// What other programs wrote beside it, kept as it came.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

impl Document {
    /// A document with nothing in it yet but the group's words.
    #[must_use]
    pub fn new(exported_at: Timestamp, organization: Organization) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            exported_at,
            generator: Generator { name: FORMAT.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            organization,
            notices: Vec::new(),
            consents: Vec::new(),
            checklist_runs: Vec::new(),
            integrity: None,
            unknown: Unknown::default(),
        }
    }

    /// The document as a tree: what this version knows, and beside it what other programs wrote.
    #[must_use]
    pub fn tree(&self) -> Value {
        let mut tree = self.unknown.written_with(self);
        tree["notices"] = trees(self.notices.iter().map(|notice| notice as &dyn Entry));
        tree["consents"] = trees(self.consents.iter().map(|consent| consent as &dyn Entry));
        tree["checklistRuns"] = trees(self.checklist_runs.iter().map(|run| run as &dyn Entry));
        tree["organization"] = self.organization.unknown.written_with(&self.organization);
        tree
    }

    /// The digest of everything but `integrity`.
    #[must_use]
    pub fn digest(&self) -> String {
        digest::of_json(&json::without(self.tree(), &["integrity"]))
    }

    /// The document as JSON text in one line, with fresh `integrity`. It is no larger than what it was read from: a file that was
    /// taken in can be taken in again.
    #[must_use]
    pub fn to_json(&self) -> String {
        let integrity = Integrity {
            algorithm: "sha-256".to_owned(),
            canonicalization: "rfc8785".to_owned(),
            digest: self.digest(),
        };
        let mut tree = self.tree();
        tree["integrity"] = json::tree(&integrity);
        json::text(&tree)
    }

    /// Remembers, for everything in the document, the tree it was read from.
    pub(super) fn came_as(&mut self, tree: &Value) {
        remember(&tree["notices"], self.notices.iter_mut().map(|notice| notice as &mut dyn Entry));
        remember(&tree["consents"], self.consents.iter_mut().map(|consent| consent as &mut dyn Entry));
        remember(&tree["checklistRuns"], self.checklist_runs.iter_mut().map(|run| run as &mut dyn Entry));
        self.organization.unknown = Unknown::of(&tree["organization"], &self.organization);
        // The entries are remembered one by one, so that one can leave the document and another join.
        let entries = ["notices", "consents", "checklistRuns", "organization", "integrity"];
        self.unknown = Unknown::of(&json::without(tree.clone(), &entries), self);
    }
}

/// What a file holds, for its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One person's consent.
    Consent,
    /// One checklist run.
    Checklist,
    /// Everything on the device.
    Backup,
}

/// The name of an exported file: kind, date, short id. Never a person's name (`002 §13 ④`).
#[must_use]
pub fn file_name(kind: Kind, at: Timestamp, id: &str) -> String {
    let kind = match kind {
        Kind::Consent => "consent",
        Kind::Checklist => "checklist",
        Kind::Backup => "backup",
    };
    let short: String = id.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    let dash = if short.is_empty() { "" } else { "-" };
    format!("nattoku-{kind}-{}{dash}{short}.json", at.date())
}
