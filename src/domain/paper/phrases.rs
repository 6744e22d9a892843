//! The interface's words as a paper needs them: by key, in one wording, brought in from outside.
//!
//! The words themselves live in data files that the interface owns; the domain only says which it wants.

use crate::domain::{
    consent::Answer,
    text::{Reading, Text, Wording, compose_ruby, hold_spaces, neutralise},
    time::Timestamp,
};

/// Looks words up in one wording.
#[derive(Clone, Copy)]
pub struct Phrases<'a> {
    /// The wording of this paper.
    pub wording: Wording,
    /// The phrase of a key in this wording, in ruby notation with its `{{name}}`s open.
    pub find: &'a dyn Fn(&str) -> String,
}

impl Phrases<'_> {
    /// The phrase under `key`.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        (self.find)(key)
    }

    /// The phrase under a key that is put together, such as `answer.granted`.
    #[must_use]
    pub fn of(&self, group: &str, name: &str) -> String {
        (self.find)(&format!("{group}.{name}"))
    }

    /// The phrase under `key` with `{{name}}` replaced. Values are notation already.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        values
            .iter()
            .fold(self.t(key), |phrase, (name, value)| phrase.replace(&format!("{{{{{name}}}}}"), value))
    }

    /// The words for an answer, or for none.
    #[must_use]
    pub fn answer(&self, answer: Option<Answer>) -> String {
        answer.map_or_else(|| self.t("answer.none"), |answer| self.of("answer", answer.key()))
    }

    /// The right wording of a content text.
    #[must_use]
    pub fn pick(&self, text: &Text) -> String {
        text.say(self.wording).to_owned()
    }

    /// The register that what is explained is printed in: it stays Japanese.
    #[must_use]
    pub const fn reading(&self) -> Reading {
        match self.wording {
            Wording::Easy => Reading::Easy,
            Wording::Plain | Wording::English => Reading::Plain,
        }
    }

    /// Whether readings stand above the line.
    pub(super) fn is_easy(&self) -> bool {
        self.wording == Wording::Easy
    }

    /// A date and time in this wording (YN-14).
    #[must_use]
    pub fn time(&self, at: Timestamp) -> String {
        match self.wording {
            Wording::Easy => at.to_easy_japanese(),
            Wording::Plain | Wording::English => at.to_japanese(),
        }
    }

    /// A day in this wording (YN-14).
    #[must_use]
    pub fn day(&self, at: Timestamp) -> String {
        match self.wording {
            Wording::Easy => at.easy_japanese_day(),
            Wording::Plain | Wording::English => at.japanese_day(),
        }
    }

    /// A name with its reading: over it in the easy register, behind it otherwise.
    #[must_use]
    pub fn name(&self, name: &str, kana: &str) -> String {
        let (name, kana) = (typed(name), typed(kana));
        match self.wording {
            Wording::Easy => compose_ruby(&name, &kana),
            _ if kana.is_empty() => name,
            _ => format!("{name}({kana})"),
        }
    }
}

/// Typed text as notation: no braces of its own, its spaces kept where phrases are joined.
#[must_use]
pub(super) fn typed(text: &str) -> String {
    hold_spaces(&neutralise(text))
}
