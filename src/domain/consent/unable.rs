//! A day on which what the person wants could not be confirmed, and what was tried (`B2-23`). It says nothing about the
//! person, and it is no answer.

use crate::domain::json::{FromTree, ToTree};

/// What was tried on a day on which a person's wish could not be confirmed. One that exists tells something.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(!try_from))]
#[serde(rename_all = "camelCase", try_from = "RawUnable")]
pub struct Unable {
    /// What was tried, by ids of the legal data: `another_day`.
    pub tried: Vec<String>,
    /// What was tried or seen, in words.
    pub note: String,
    /// When or how it will be asked again, in words.
    pub again: String,
}

#[derive(FromTree)]
#[serde(rename_all = "camelCase")]
struct RawUnable {
    #[serde(default)]
    tried: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    again: String,
}

/// It is not said what was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingTried;

impl NothingTried {
    /// The key of the sentence that tells a person what is missing.
    pub const KEY: &'static str = "problem.unable";
}

impl core::fmt::Display for NothingTried {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("it needs to be said what was tried")
    }
}

impl std::error::Error for NothingTried {}

impl Unable {
    /// What was tried.
    ///
    /// # Errors
    /// When nothing was.
    pub fn new(tried: Vec<String>, note: &str, again: &str) -> Result<Self, NothingTried> {
        RawUnable { tried, note: note.trim().to_owned(), again: again.trim().to_owned() }.try_into()
    }
}

impl TryFrom<RawUnable> for Unable {
    type Error = NothingTried;

    fn try_from(RawUnable { tried, note, again }: RawUnable) -> Result<Self, NothingTried> {
        if tried.is_empty() && note.trim().is_empty() {
            return Err(NothingTried);
        }
        Ok(Self { tried, note, again })
    }
}
