//! What stays behind of an answer: the ways to give one, a typed name, a sheet of paper.
//!
//! Strokes are in [`crate::domain::signature`]; what was said or written for someone is in `spoken`.

use crate::domain::json::{FromTree, ToTree};
use crate::domain::time;

/// How the answers were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The person wrote their name, by hand or typed.
    Signature,
    /// The person said it.
    Oral,
    /// Someone wrote for the person (代筆).
    ProxyWriting,
    /// The person answered on a sheet of paper, which is kept.
    Paper,
}

impl Method {
    /// Whether something written stays behind. Care providers need that for some items (`B2-20`).
    #[must_use]
    pub const fn is_written(self) -> bool {
        !matches!(self, Self::Oral)
    }

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Oral => "oral",
            Self::ProxyWriting => "proxy_writing",
            Self::Paper => "paper",
        }
    }
}

/// A name that was typed instead of drawn, with the statement it stands under.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TypedName {
    /// The name as typed.
    pub name: String,
    /// The exact sentence that the person confirmed by typing.
    pub statement: String,
}

/// The sheet of paper on which a person answered, and where it is kept (`003 5(2)`).
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(!try_from))]
#[serde(rename_all = "camelCase", try_from = "RawPaper")]
pub struct PaperOriginal {
    /// The day on the sheet, `YYYY-MM-DD`.
    pub signed_on: String,
    /// What kind of place it is kept in; never where a key is.
    pub kept_in: String,
    /// Who put it there.
    pub kept_by: String,
}

#[derive(FromTree)]
#[serde(rename_all = "camelCase")]
struct RawPaper {
    signed_on: String,
    kept_in: String,
    kept_by: String,
}

/// Why an answer on paper cannot be recorded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperRefusal {
    /// The day on the sheet is missing or no day.
    NoDay,
    /// The day on the sheet has not come yet.
    InTheFuture,
    /// It is not said where the sheet is kept.
    NoPlace,
    /// Nobody is named who put it there.
    NobodyKeeps,
}

impl PaperRefusal {
    /// The key of the sentence that tells a person what is missing.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoDay => "problem.paper.day",
            Self::InTheFuture => "problem.paper.future",
            Self::NoPlace => "problem.paper.place",
            Self::NobodyKeeps => "problem.paper.by",
        }
    }
}

impl core::fmt::Display for PaperRefusal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NoDay => "an answer on paper needs its day, YYYY-MM-DD",
            Self::InTheFuture => "an answer on paper cannot lie in the future",
            Self::NoPlace => "an answer on paper needs the place where it is kept",
            Self::NobodyKeeps => "an answer on paper needs the person who put it there",
        })
    }
}

impl std::error::Error for PaperRefusal {}

impl PaperOriginal {
    /// A sheet, if everything is known that lets somebody find it again; `today` is the day of recording.
    ///
    /// # Errors
    /// Says which of day, place or keeper is missing.
    pub fn new(signed_on: &str, today: &str, kept_in: &str, kept_by: &str) -> Result<Self, PaperRefusal> {
        let [signed_on, kept_in, kept_by] = [signed_on, kept_in, kept_by].map(|text| text.trim().to_owned());
        if time::is_day(&signed_on) && *signed_on > *today {
            return Err(PaperRefusal::InTheFuture);
        }
        RawPaper { signed_on, kept_in, kept_by }.try_into()
    }
}

impl TryFrom<RawPaper> for PaperOriginal {
    type Error = PaperRefusal;

    fn try_from(raw: RawPaper) -> Result<Self, PaperRefusal> {
        let RawPaper { signed_on, kept_in, kept_by } = raw;
        if !time::is_day(&signed_on) {
            return Err(PaperRefusal::NoDay);
        }
        if kept_in.trim().is_empty() {
            return Err(PaperRefusal::NoPlace);
        }
        if kept_by.trim().is_empty() {
            return Err(PaperRefusal::NobodyKeeps);
        }
        Ok(Self { signed_on, kept_in, kept_by })
    }
}
