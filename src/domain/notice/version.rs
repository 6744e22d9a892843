//! The version of a notice: `major.minor`. A new major asks people again; a new minor (a typo) does not.

use crate::domain::json::{FromTree, ToTree};
use core::{fmt, str::FromStr};

/// `major.minor`, written `"1.0"` in JSON. Ordered: 1.9 < 1.10 < 2.0.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(with = "String", extend("pattern" = r"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$"))
)]
#[serde(try_from = "String", into = "String")]
pub struct Version {
    /// Changes when the meaning changed: people who answered an older major are asked again.
    pub major: u32,
    /// Changes when only the wording changed.
    pub minor: u32,
}

/// A version that is not two plain numbers with a dot between, such as `1`, `1.0.0`, `01.0` or `1.x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionError(String);

impl fmt::Display for VersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not a version: it is written major.minor, such as 1.0", self.0)
    }
}

impl core::error::Error for VersionError {}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |digits: &str| {
            let canonical = (1..=9).contains(&digits.len())
                && digits.bytes().all(|b| b.is_ascii_digit())
                && (digits == "0" || !digits.starts_with('0'));
            canonical.then(|| digits.parse().ok()).flatten()
        };
        text.split_once('.')
            .and_then(|(major, minor)| Some(Self { major: number(major)?, minor: number(minor)? }))
            .ok_or_else(|| VersionError(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for Version {
    type Error = VersionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}
