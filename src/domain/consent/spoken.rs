//! Answers that were spoken or written for someone: what must be known before they count.

use crate::domain::json::{FromTree, ToTree};
use crate::domain::time::Timestamp;

/// An answer given by voice (`000 collect.2.b`). One that exists has a time, a scope and a listener.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(!try_from))]
#[serde(rename_all = "camelCase", try_from = "RawOral")]
pub struct OralAnswer {
    /// When the person said it.
    pub at: Timestamp,
    /// The exact scope, line by line, as it was read back to the person.
    pub scope: String,
    /// Who heard it.
    pub heard_by: String,
    /// Who else was there; empty when nobody was.
    pub also_present: String,
    /// What the person said, in their own words; empty when not noted.
    pub own_words: String,
}

#[derive(FromTree)]
#[serde(rename_all = "camelCase")]
struct RawOral {
    at: Timestamp,
    scope: String,
    heard_by: String,
    #[serde(default)]
    also_present: String,
    #[serde(default)]
    own_words: String,
}

/// Why a spoken answer cannot be recorded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OralRefusal {
    /// It is not said what the answer covers.
    NoScope,
    /// Nobody is named who heard it.
    NobodyHeard,
    /// The time lies after the moment of recording.
    InTheFuture,
    /// The time lies more than a year before the moment of recording: a slip of the finger.
    TooLongAgo,
}

/// A spoken answer that was noted later than this was not noted: a year and a day, in seconds.
const LONGEST_WAIT: i64 = 366 * 24 * 60 * 60;

impl OralRefusal {
    /// The key of the sentence that tells a person what is missing.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoScope => "problem.oral.scope",
            Self::NobodyHeard => "problem.oral.heard_by",
            Self::InTheFuture => "problem.oral.future",
            Self::TooLongAgo => "problem.oral.long_ago",
        }
    }
}

impl core::fmt::Display for OralRefusal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NoScope => "an oral answer needs its scope",
            Self::NobodyHeard => "an oral answer needs the person who heard it",
            Self::InTheFuture => "an oral answer cannot lie in the future",
            Self::TooLongAgo => "an oral answer is recorded within a year",
        })
    }
}

impl std::error::Error for OralRefusal {}

impl OralAnswer {
    /// A spoken answer, if everything is known that makes it one.
    ///
    /// # Errors
    /// Says which of scope, listener or a possible time is missing; `now` is the moment of recording.
    pub fn new(at: Timestamp, now: Timestamp, scope: &str, heard_by: &str) -> Result<Self, OralRefusal> {
        if at > now {
            return Err(OralRefusal::InTheFuture);
        }
        if now.epoch_seconds() - at.epoch_seconds() > LONGEST_WAIT {
            return Err(OralRefusal::TooLongAgo);
        }
        RawOral {
            at,
            scope: scope.trim().to_owned(),
            heard_by: heard_by.trim().to_owned(),
            also_present: String::new(),
            own_words: String::new(),
        }
        .try_into()
    }

    /// The same answer with who else was there and what the person said.
    #[must_use]
    pub fn with_context(self, also_present: &str, own_words: &str) -> Self {
        Self { also_present: also_present.trim().to_owned(), own_words: own_words.trim().to_owned(), ..self }
    }
}

impl TryFrom<RawOral> for OralAnswer {
    type Error = OralRefusal;

    fn try_from(raw: RawOral) -> Result<Self, OralRefusal> {
        if raw.scope.trim().is_empty() {
            return Err(OralRefusal::NoScope);
        }
        if raw.heard_by.trim().is_empty() {
            return Err(OralRefusal::NobodyHeard);
        }
        let RawOral { at, scope, heard_by, also_present, own_words } = raw;
        Ok(Self { at, scope, heard_by, also_present, own_words })
    }
}

/// A name written by someone else for a person who cannot write (代筆). It always has a writer, a reason and a
/// witness; the answers are the person's own.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(!try_from))]
#[serde(rename_all = "camelCase", try_from = "RawProxy")]
pub struct ProxyWriting {
    /// Who wrote.
    pub written_by: String,
    /// Why the person did not write.
    pub reason: String,
    /// Who saw that the person answered and the writer wrote.
    pub seen_by: String,
}

#[derive(FromTree)]
#[serde(rename_all = "camelCase")]
struct RawProxy {
    written_by: String,
    reason: String,
    seen_by: String,
}

/// What is missing before proxy writing can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProxyRefusal {
    /// The writer is not named.
    NoWriter,
    /// No reason is given.
    NoReason,
    /// No witness is named, or the witness is the writer.
    NoWitness,
}

impl ProxyRefusal {
    /// The key of the sentence that tells a person what is missing.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoWriter => "problem.proxy.written_by",
            Self::NoReason => "problem.proxy.reason",
            Self::NoWitness => "problem.proxy.seen_by",
        }
    }
}

impl core::fmt::Display for ProxyRefusal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NoWriter => "proxy writing needs the writer",
            Self::NoReason => "proxy writing needs a reason",
            Self::NoWitness => "proxy writing needs a witness other than the writer",
        })
    }
}

impl std::error::Error for ProxyRefusal {}

impl ProxyWriting {
    /// A name written for someone, if writer, reason and witness are known.
    ///
    /// # Errors
    /// Says which of them is missing.
    pub fn new(written_by: &str, reason: &str, seen_by: &str) -> Result<Self, ProxyRefusal> {
        RawProxy {
            written_by: written_by.trim().to_owned(),
            reason: reason.trim().to_owned(),
            seen_by: seen_by.trim().to_owned(),
        }
        .try_into()
    }
}

impl TryFrom<RawProxy> for ProxyWriting {
    type Error = ProxyRefusal;

    fn try_from(raw: RawProxy) -> Result<Self, ProxyRefusal> {
        let RawProxy { written_by, reason, seen_by } = raw;
        if written_by.trim().is_empty() {
            return Err(ProxyRefusal::NoWriter);
        }
        if reason.trim().is_empty() {
            return Err(ProxyRefusal::NoReason);
        }
        if seen_by.trim().is_empty() || seen_by.trim() == written_by.trim() {
            return Err(ProxyRefusal::NoWitness);
        }
        Ok(Self { written_by, reason, seen_by })
    }
}
