//! The organisation's own values: what fills the placeholders of a notice, and what is still missing.
//!
//! Everything here was typed by hand: it is made harmless before it meets the notation, and what cannot be used is
//! named, so that it is asked for before the first person is explained to.

use super::{Notice, Placeholder};
use crate::domain::table::Table;
use crate::domain::text::{
    Text, TextError, compose_ruby, has_bare_kanji, hold_spaces, is_kanji, neutralise, parse, placeholders,
    tidy,
};
use core::fmt;

use crate::domain::json::{FromTree, ToTree, Unknown};

/// The longest value, reading or easy wording, in characters. Longer is a paste accident, not a name.
pub const MAX_VALUE_CHARS: usize = 500;

/// The settings of one organisation, as far as notices need them.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// The value of each placeholder, by name. Names a notice does not use are kept.
    #[serde(default)]
    pub values: Table<PlaceholderValue>,
    /// The optional lines that are said, by id. Ids a notice does not know are ignored.
    #[serde(default)]
    pub enabled_options: Vec<String>,
    /// What other programs wrote beside it, kept as it came.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// One value, as it was typed: no notation in `plain` and `reading`, ruby notation allowed in `easy`.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlaceholderValue {
    /// The value in the plain register. Blank means "not given".
    #[serde(default)]
    pub plain: String,
    /// Its reading in kana, word for word: やまだ はなこ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// The wording of the easy register, where it is another one than `plain` with its reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy: Option<String>,
}

impl PlaceholderValue {
    /// A value with its reading in kana; an empty reading for a value without kanji.
    #[must_use]
    pub fn name(plain: &str, reading: &str) -> Self {
        let reading = (!reading.is_empty()).then(|| reading.to_owned());
        Self { plain: plain.to_owned(), reading, ..Self::default() }
    }

    /// A value with its own easy wording, in ruby notation.
    #[must_use]
    pub fn phrase(plain: &str, easy: &str) -> Self {
        Self { plain: plain.to_owned(), easy: Some(easy.to_owned()), ..Self::default() }
    }
}

/// A value that is missing or cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueProblem<'a> {
    /// Which value.
    pub placeholder: &'a Placeholder,
    /// Why.
    pub kind: ValueProblemKind,
}

/// Why a value cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueProblemKind {
    /// Required, and nothing was given.
    Missing,
    /// There are kanji and no reading: the easy register could not be read.
    NoReading,
    /// The reading has kanji in it.
    ReadingHasKanji,
    /// The easy wording is broken notation.
    EasyNotation(TextError),
    /// The easy wording has a placeholder in it.
    EasyHasPlaceholder,
    /// The easy wording has a kanji without a reading.
    EasyHasBareKanji,
    /// Longer than [`MAX_VALUE_CHARS`].
    TooLong,
}

impl ValueProblemKind {
    /// A short name, the same in every version: the key of the sentence that tells a volunteer what to do.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NoReading => "no_reading",
            Self::ReadingHasKanji => "reading_has_kanji",
            Self::EasyNotation(_) => "easy_notation",
            Self::EasyHasPlaceholder => "easy_has_placeholder",
            Self::EasyHasBareKanji => "easy_has_bare_kanji",
            Self::TooLong => "too_long",
        }
    }

    /// Whether the second field (reading or easy wording) is to be mended, not the value itself.
    #[must_use]
    pub const fn is_about_easy(&self) -> bool {
        !matches!(self, Self::Missing | Self::TooLong)
    }
}

impl fmt::Display for ValueProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("the value is required and missing"),
            Self::NoReading => f.write_str("the value has kanji and no reading"),
            Self::ReadingHasKanji => f.write_str("the reading has kanji in it"),
            Self::EasyNotation(error) => write!(f, "the easy wording, {error}"),
            Self::EasyHasPlaceholder => f.write_str("the easy wording has a placeholder in it"),
            Self::EasyHasBareKanji => f.write_str("the easy wording has a kanji without a reading"),
            Self::TooLong => write!(f, "the value is longer than {MAX_VALUE_CHARS} characters"),
        }
    }
}

impl Organization {
    /// A new organisation for a notice: nothing filled in, the optional lines that start switched on.
    #[must_use]
    pub fn new(notice: &Notice) -> Self {
        let enabled_options = notice.optional.iter().filter(|o| o.default).map(|o| o.id.clone()).collect();
        Self { enabled_options, ..Self::default() }
    }

    /// The group's name, where it is known: the value of the placeholder that every notice has for it.
    #[must_use]
    pub fn group(&self) -> Option<&str> {
        let name = self.values.get("organization").map(|value| value.plain.trim());
        name.filter(|name| !name.is_empty())
    }

    /// A made-up organisation from the notice's own examples, for previews, demonstrations and tests.
    #[must_use]
    pub fn example(notice: &Notice) -> Self {
        let values = notice.placeholders.iter().map(|p| (p.name.clone(), p.example.clone())).collect();
        Self { values, ..Self::new(notice) }
    }

    /// Whether an optional line is said.
    #[must_use]
    pub fn has_option(&self, id: &str) -> bool {
        self.enabled_options.iter().any(|enabled| enabled == id)
    }

    /// The placeholders of a notice that are required, have no default and were not given: what the settings form
    /// asks for before the first person is explained to. [`problems`](Self::problems) tells the whole story.
    #[must_use]
    pub fn missing<'n>(&self, notice: &'n Notice) -> Vec<&'n Placeholder> {
        let problems = self.problems(notice);
        problems.into_iter().filter(|p| p.kind == ValueProblemKind::Missing).map(|p| p.placeholder).collect()
    }

    /// Every value of a notice that is missing or cannot be used, one problem each, in the notice's order.
    #[must_use]
    pub fn problems<'n>(&self, notice: &'n Notice) -> Vec<ValueProblem<'n>> {
        self.resolve(notice).err().unwrap_or_default()
    }

    /// The value of every placeholder as notation, ready to stand in the text: `plain` never has ruby in it, `easy`
    /// has a reading on every kanji, `en` is the default's English or the plain value.
    ///
    /// # Errors
    /// All [`problems`](Self::problems), never an empty list.
    pub fn resolve<'n>(&self, notice: &'n Notice) -> Result<Table<Text>, Vec<ValueProblem<'n>>> {
        let mut values = Table::new();
        let mut problems = Vec::new();
        for placeholder in &notice.placeholders {
            match self.resolve_one(placeholder) {
                Ok(text) => {
                    values.insert(placeholder.name.clone(), text);
                }
                Err(kind) => problems.push(ValueProblem { placeholder, kind }),
            }
        }
        if problems.is_empty() { Ok(values) } else { Err(problems) }
    }

    /// The value of one placeholder: see [`resolve`](Self::resolve).
    ///
    /// # Errors
    /// The first reason why it cannot be used.
    pub fn resolve_one(&self, placeholder: &Placeholder) -> Result<Text, ValueProblemKind> {
        let given = self.values.get(&placeholder.name);
        let plain = given.map(|value| hold_spaces(&neutralise(&value.plain))).unwrap_or_default();
        let Some(value) = given.filter(|_| !plain.is_empty()) else {
            return placeholder.default.clone().ok_or(ValueProblemKind::Missing);
        };
        let too_long = |text: &str| text.chars().nth(MAX_VALUE_CHARS).is_some();
        let reading = value.reading.as_deref().map(neutralise).unwrap_or_default();
        // Japanese keyboards write the braces full-width; the notation means the same.
        let easy = value.easy.as_deref().map(tidy).unwrap_or_default();
        let easy = easy.replace('｛', "{").replace('｜', "|").replace('｝', "}");
        if [&plain, &reading, &easy].into_iter().any(|text| too_long(text)) {
            return Err(ValueProblemKind::TooLong);
        }
        let easy = if easy.is_empty() {
            if reading.contains(is_kanji) {
                return Err(ValueProblemKind::ReadingHasKanji);
            }
            compose_ruby(&plain, &reading)
        } else {
            easy
        };
        let pieces = parse(&easy).map_err(ValueProblemKind::EasyNotation)?;
        if placeholders(&pieces).next().is_some() {
            return Err(ValueProblemKind::EasyHasPlaceholder);
        }
        if has_bare_kanji(&pieces) {
            let own_wording = value.easy.as_deref().is_some_and(|easy| !tidy(easy).is_empty());
            return Err(if own_wording {
                ValueProblemKind::EasyHasBareKanji
            } else {
                ValueProblemKind::NoReading
            });
        }
        Ok(Text { en: Some(plain.clone()), plain, easy })
    }
}
