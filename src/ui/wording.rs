//! The interface's own words, from data files: plain Japanese, easy Japanese with ruby, English.
//!
//! `tests/native/wording.rs` proves that every key used in the code exists in every column and that no kanji of
//! the easy column stands without its reading.

pub use crate::domain::text::bare;
use crate::domain::text::{self, Reading, Text, Wording};
use nattoku_derive::phrases;

const FILES: &[&str] = &[
    phrases!("src/presets/wording/shared.tsv"),
    #[cfg(feature = "consent")]
    phrases!("src/presets/wording/consent.tsv"),
    #[cfg(feature = "consent")]
    phrases!("src/presets/wording/respond.tsv"),
    #[cfg(feature = "consent")]
    phrases!("src/presets/wording/change.tsv"),
    #[cfg(feature = "consent")]
    phrases!("src/presets/wording/notice.tsv"),
    #[cfg(feature = "consent")]
    phrases!("src/presets/wording/paper.tsv"),
    #[cfg(feature = "checklist")]
    phrases!("src/presets/wording/checklist.tsv"),
    #[cfg(feature = "checklist")]
    phrases!("src/presets/wording/gather.tsv"),
    #[cfg(feature = "checklist")]
    phrases!("src/presets/wording/talk.tsv"),
    #[cfg(feature = "checklist")]
    phrases!("src/presets/wording/report.tsv"),
    #[cfg(feature = "app")]
    phrases!("src/presets/wording/lists.tsv"),
    #[cfg(feature = "app")]
    phrases!("src/presets/wording/tablet.tsv"),
    #[cfg(feature = "app")]
    phrases!("src/presets/wording/device.tsv"),
];

/// The language of the interface (`lang` attribute).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Japanese, in the register that is chosen.
    #[default]
    Ja,
    /// English. What is explained stays Japanese: it is what the person agrees to.
    En,
}

impl Lang {
    /// Reads the attribute.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }
}

thread_local! {
    // A list, searched from its beginning: a few hundred keys, and a map would cost more to ship than it saves.
    static PHRASES: Vec<(&'static str, [&'static str; 3])> = FILES
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, [cells.next()?, cells.next()?, cells.next()?]))
        })
        .collect();
}

/// Looks words up in one language and register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The register, for Japanese.
    pub reading: Reading,
}

impl Words {
    /// The phrase under `key`, in ruby notation. A key that does not exist shows itself; a test keeps that from
    /// ever happening.
    #[must_use]
    pub fn t(self, key: &'static str) -> &'static str {
        self.find(key).unwrap_or(key)
    }

    /// The phrase under a key that is put together at run time, such as `answer.granted`.
    #[must_use]
    pub fn of(self, group: &str, name: &str) -> &'static str {
        self.find(&format!("{group}.{name}")).unwrap_or_default()
    }

    /// The phrase under a whole key that the domain put together; empty where there is none.
    #[must_use]
    pub fn whole(self, key: &str) -> &'static str {
        self.find(key).unwrap_or_default()
    }

    /// The phrase under `key` with `{{name}}` replaced. Values are text, never notation, and a name keeps its spaces.
    #[must_use]
    pub fn with(self, key: &'static str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.t(key).to_owned(), |phrase, (name, value)| {
            phrase.replace(&format!("{{{{{name}}}}}"), &text::hold_spaces(&text::neutralise(value)))
        })
    }

    /// The phrase under `key` without ruby, for labels that are only read out.
    #[must_use]
    pub fn label(self, key: &'static str) -> String {
        bare(self.t(key))
    }

    /// Which wording of a content text is shown.
    #[must_use]
    pub const fn wording(self) -> Wording {
        match (self.lang, self.reading) {
            (Lang::En, _) => Wording::English,
            (Lang::Ja, Reading::Plain) => Wording::Plain,
            (Lang::Ja, Reading::Easy) => Wording::Easy,
        }
    }

    /// The right wording of a content text, in ruby notation.
    #[must_use]
    pub fn pick(self, text: &Text) -> &str {
        text.say(self.wording())
    }

    fn find(self, key: &str) -> Option<&'static str> {
        let column = self.wording() as usize;
        PHRASES
            .with(|phrases| phrases.iter().find(|(known, _)| *known == key).map(|(_, cells)| cells[column]))
    }
}

/// Text as a voice should say it.
#[must_use]
pub fn spoken(notation: &str) -> String {
    text::parse(notation).map_or_else(|_| notation.to_owned(), |pieces| text::spoken_text(&pieces))
}
