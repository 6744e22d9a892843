//! Japanese text as the house writes it: two registers, ruby `{漢字|かんじ}` and placeholders `{{name}}`.
//!
//! Here live the notation (how it is read and written) and the questions asked of it (what is spoken, where a bare
//! kanji is). What a placeholder *means* lives in [`notice`](crate::domain::notice); how ruby *looks* lives in the
//! interface.

mod compose;
mod parse;
mod piece;
mod readings;

pub use compose::{compose_ruby, neutralise, tidy};
pub use parse::{TextError, TextErrorKind, is_placeholder_name, parse};
pub use piece::{
    PHRASE_END, Piece, bare, bare_kanji_column, base_text, has_bare_kanji, hold_spaces, is_kanji,
    placeholders, render, spoken_text, strip_word_spacing, with_phrase_ends, without_word_spacing,
};
pub use readings::{first_bare, give_reading};

use crate::domain::json::{FromTree, ToTree};

/// The register a person reads in: 普通 or やさしい. Written `plain` / `easy` in JSON and in attributes.
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// 普通: polite everyday Japanese, kanji without ruby.
    #[default]
    Plain,
    /// やさしい: short sentences, ruby on every kanji, half-width spaces between phrases (C-1).
    Easy,
}

impl Reading {
    /// Both registers, in the order they are listed everywhere.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Easy];

    /// The name used in JSON, attributes and error messages: `plain` or `easy`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Easy => "easy",
        }
    }
}

/// Which of the three wordings of a text is on the screen: the Japanese registers, or English beside them.
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// 普通
    #[default]
    Plain,
    /// やさしい
    Easy,
    /// English, for `lang="en"`.
    English,
}

impl From<Reading> for Wording {
    fn from(reading: Reading) -> Self {
        match reading {
            Reading::Plain => Self::Plain,
            Reading::Easy => Self::Easy,
        }
    }
}

/// One short piece of wording (a title, a label, a question) in both registers, and in English for an English
/// interface.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The plain register. No ruby is needed; the notation is allowed.
    pub plain: String,
    /// The easy register, in ruby notation, with a half-width space between phrases.
    pub easy: String,
    /// English, for `lang="en"`. Absent when nobody has translated it; the plain Japanese is shown then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// The wording in one register, still in notation.
    #[must_use]
    pub fn get(&self, reading: Reading) -> &str {
        match reading {
            Reading::Plain => &self.plain,
            Reading::Easy => &self.easy,
        }
    }

    /// The wording as shown, still in notation; plain Japanese where nobody has translated it.
    #[must_use]
    pub fn say(&self, wording: Wording) -> &str {
        match wording {
            Wording::Plain => &self.plain,
            Wording::Easy => &self.easy,
            Wording::English => self.en.as_deref().unwrap_or(&self.plain),
        }
    }
}
