//! Reading a document back: everything wrong is named with its place, and nothing is taken in by halves.

use super::{Document, FORMAT, VERSION, consents, runs};
use crate::domain::consent::Break;
use crate::domain::digest;
use crate::domain::json::{self, FromTree, Value};
use crate::domain::table::Seen;

/// The largest file that is opened: 20 MiB, a thousand signed records.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Why a file was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportErrorKind {
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// Nothing in it.
    Empty,
    /// The text ends in the middle.
    Truncated,
    /// No JSON.
    NotJson,
    /// JSON, but not ours.
    NotNattoku,
    /// Written by a newer program, in this version of the format.
    NewerVersion(u64),
    /// A field is missing, of a wrong type, or says something impossible.
    Invalid,
    /// Two entries have this id.
    Duplicate(String),
    /// The entry contradicts itself or its document.
    Inconsistent,
}

/// A refused file: what is wrong, where, and the technical cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// What is wrong.
    pub kind: ImportErrorKind,
    /// Where: `line 3, column 7` or `consents[0].events[1].decidedAt`; empty when it is the whole file.
    pub place: String,
    /// The cause in the words of the program, in English.
    pub cause: String,
}

impl ImportError {
    pub(super) fn new(kind: ImportErrorKind, place: impl Into<String>, cause: impl Into<String>) -> Self {
        Self { kind, place: place.into(), cause: cause.into() }
    }

    /// A file of `bytes` bytes is too large to be opened at all.
    #[must_use]
    pub fn too_large(bytes: usize) -> Self {
        Self::new(ImportErrorKind::TooLarge, "", format!("{bytes} bytes; at most {MAX_BYTES} are read"))
    }

    /// The key of the sentence that tells a person what happened.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self.kind {
            ImportErrorKind::TooLarge => "import.too_large",
            ImportErrorKind::Empty => "import.empty",
            ImportErrorKind::Truncated => "import.truncated",
            ImportErrorKind::NotJson => "import.not_json",
            ImportErrorKind::NotNattoku => "import.not_nattoku",
            ImportErrorKind::NewerVersion(_) => "import.newer",
            ImportErrorKind::Invalid => "import.invalid",
            ImportErrorKind::Duplicate(_) => "import.duplicate",
            ImportErrorKind::Inconsistent => "import.inconsistent",
        }
    }
}

impl core::fmt::Display for ImportError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.cause)
        } else {
            write!(f, "{}: {}", self.place, self.cause)
        }
    }
}

impl std::error::Error for ImportError {}

/// Something that was read but does not prove itself. Shown, never repaired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The document is not as it was written.
    Document,
    /// The text with this id is not as it was shown.
    Notice(String),
    /// The record with this id, or its beginning, is from before there were digests: nothing proves it.
    Unsealed(String),
    /// The history of a record is not as it was written.
    History {
        /// Id of the record.
        consent: String,
        /// Index of the first event that does not hold.
        event: usize,
        /// How it does not.
        how: Break,
    },
}

/// A document that was taken in, with what is doubtful about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The document.
    pub document: Document,
    /// What does not prove itself; empty when everything does.
    pub doubts: Vec<Doubt>,
}

/// Reads a typed value from JSON text; a wrong type is named with its path.
///
/// # Errors
/// As [`import`], without the checks that only a whole document allows.
pub fn read<T: FromTree>(text: &str) -> Result<T, ImportError> {
    typed(&parse(text)?)
}

/// Reads an exported document.
///
/// # Errors
/// Refuses what is too large, no JSON, cut off, not ours, newer, of wrong types, with duplicate ids or
/// contradicting itself, each by name and place.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::too_large(text.len()));
    }
    let value = parse(text)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ImportError::new(ImportErrorKind::NotNattoku, "format", "no document of this program"));
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version > u64::from(VERSION) => {
            return Err(ImportError::new(
                ImportErrorKind::NewerVersion(version),
                "version",
                format!("version {version}; this program reads up to {VERSION}"),
            ));
        }
        // Version 1 is the first: there is nothing older to migrate from.
        Some(1) => {}
        _ => return Err(ImportError::new(ImportErrorKind::Invalid, "version", "no known version")),
    }
    let mut document: Document = typed(&value)?;
    document.came_as(&value);
    consents::check(&document)?;
    runs::check(&document)?;
    let doubts = doubts(&document, &value);
    consents::settle(&mut document);
    Ok(Imported { document, doubts })
}

pub(super) fn parse(text: &str) -> Result<Value, ImportError> {
    if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        return Err(ImportError::new(ImportErrorKind::Empty, "", "the text is empty"));
    }
    json::parse(text).map_err(|error| {
        let kind = if error.cut_off { ImportErrorKind::Truncated } else { ImportErrorKind::NotJson };
        let place = format!("line {}, column {}", error.line, error.column);
        ImportError::new(kind, place, error.to_string())
    })
}

pub(super) fn typed<T: FromTree>(value: &Value) -> Result<T, ImportError> {
    json::fit(value).map_err(|misfit| ImportError::new(ImportErrorKind::Invalid, misfit.place, misfit.cause))
}

pub(super) fn unique<'a>(place: &str, ids: impl Iterator<Item = &'a String>) -> Result<(), ImportError> {
    let mut seen = Seen::default();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(ImportError::new(
                ImportErrorKind::Duplicate(id.clone()),
                format!("{place}[{index}]"),
                format!("the id {id:?} stands here a second time"),
            ));
        }
    }
    Ok(())
}

/// The digest is that of the text as it came: another program may write a time as `Z` or leave an empty list out.
fn doubts(document: &Document, came: &Value) -> Vec<Doubt> {
    let proves_itself =
        document.integrity.as_ref().is_none_or(|integrity| digest_of(came) == integrity.digest);
    let whole = (!proves_itself).then_some(Doubt::Document);
    whole.into_iter().chain(consents::doubts(document)).collect()
}

fn digest_of(document: &Value) -> String {
    digest::of_json(&json::without(document.clone(), &["integrity"]))
}
