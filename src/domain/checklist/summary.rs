//! What a person reads at a glance: how many ○, △ and × per part, then what to talk about.
//!
//! Counts only. No sum of marks weighed against each other, no share, no grade (invariant 8; 004-12).

use crate::domain::json::{FromTree, ToTree};

use super::content::{Checklist, Legend};
use super::mark::Mark;
use crate::domain::text::{Text, Wording};

/// How many answers carry which mark.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// ○.
    pub done: u32,
    /// △.
    pub trying: u32,
    /// ×.
    pub not_yet: u32,
    /// Without a mark.
    pub unmarked: u32,
}

/// The counts of one item over all respondents.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemTally {
    /// Id of the item.
    pub item: String,
    /// Its counts; together as many as respondents.
    pub counts: Counts,
}

/// The counts of one part.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartCounts {
    /// Id of the part, such as `collect`.
    pub part: String,
    /// Its counts.
    pub counts: Counts,
}

/// The result of a run, derived from its marks.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Per part, in list order.
    pub parts: Vec<PartCounts>,
    /// Over all parts.
    pub all: Counts,
    /// Ids of the items to talk about: those with a ×, then a △, then unmarked ones, each in list order.
    pub talk_about: Vec<String>,
}

impl Counts {
    /// Counts one answer, or its absence.
    pub(super) fn add(&mut self, mark: Option<Mark>) {
        let slot = match mark {
            Some(Mark::Done) => &mut self.done,
            Some(Mark::Trying) => &mut self.trying,
            Some(Mark::NotYet) => &mut self.not_yet,
            None => &mut self.unmarked,
        };
        *slot = slot.saturating_add(1);
    }

    /// Both together. A file may claim any number, so nothing here runs over.
    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            done: self.done.saturating_add(other.done),
            trying: self.trying.saturating_add(other.trying),
            not_yet: self.not_yet.saturating_add(other.not_yet),
            unmarked: self.unmarked.saturating_add(other.unmarked),
        }
    }

    /// How many answers, given or missing, were counted.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.answered().saturating_add(self.unmarked)
    }

    /// How many answers were given.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.done.saturating_add(self.trying).saturating_add(self.not_yet)
    }

    /// The count of one mark, or of the items without one.
    #[must_use]
    pub fn of(&self, mark: Option<Mark>) -> u32 {
        match mark {
            Some(Mark::Done) => self.done,
            Some(Mark::Trying) => self.trying,
            Some(Mark::NotYet) => self.not_yet,
            None => self.unmarked,
        }
    }

    /// The line beside a part's bar, such as 「集めるとき: ○ 2、△ 1、× 1、まだ 0」. For eyes.
    #[must_use]
    pub fn bar_text(&self, title: &Text, legend: &Legend, reading: Wording) -> String {
        self.line(title, legend, reading, |mark| mark.symbol())
    }

    /// The same line with words for the marks: × is read aloud as "times" by some voices (RD-10). For ears.
    #[must_use]
    pub fn spoken_text(&self, title: &Text, legend: &Legend, reading: Wording) -> String {
        self.line(title, legend, reading, |mark| legend.word(Some(mark)).say(reading))
    }

    fn line<'a>(
        &self,
        title: &Text,
        legend: &'a Legend,
        reading: Wording,
        name: impl Fn(Mark) -> &'a str,
    ) -> String {
        let comma = if reading == Wording::English { ", " } else { "、" };
        let mut parts: Vec<String> =
            Mark::ALL.into_iter().map(|mark| format!("{} {}", name(mark), self.of(Some(mark)))).collect();
        parts.push(format!("{} {}", legend.unmarked.say(reading), self.unmarked));
        format!("{}: {}", title.say(reading), parts.join(comma))
    }
}

impl Legend {
    /// The word for a mark, or for its absence.
    #[must_use]
    pub fn word(&self, mark: Option<Mark>) -> &Text {
        match mark {
            Some(Mark::Done) => &self.done,
            Some(Mark::Trying) => &self.trying,
            Some(Mark::NotYet) => &self.not_yet,
            None => &self.unmarked,
        }
    }
}

impl Summary {
    /// Derives the result from (part id, item id, counts over all respondents) in list order.
    pub fn of<'a>(items: &mut dyn Iterator<Item = (&'a str, &'a str, Counts)>) -> Self {
        let mut summary = Self::default();
        let mut talk: [Vec<String>; 3] = Default::default();
        for (part, item, counts) in items {
            if summary.parts.last().is_none_or(|last| last.part != part) {
                summary.parts.push(PartCounts { part: part.to_owned(), counts: Counts::default() });
            }
            summary.all = summary.all.and(counts);
            if let Some(last) = summary.parts.last_mut() {
                last.counts = last.counts.and(counts);
            }
            let urgency = [Some(Mark::NotYet), Some(Mark::Trying), None];
            if let Some(rank) = urgency.iter().position(|mark| counts.of(*mark) > 0) {
                talk[rank].push(item.to_owned());
            }
        }
        summary.talk_about = talk.into_iter().flatten().collect();
        summary
    }

    /// One [`Counts::bar_text`] per part of `list`, in list order.
    #[must_use]
    pub fn bar_texts(&self, list: &Checklist, reading: Wording) -> Vec<String> {
        self.titled(list).map(|(title, counts)| counts.bar_text(title, &list.legend, reading)).collect()
    }

    /// One [`Counts::spoken_text`] per part of `list`, in list order.
    #[must_use]
    pub fn spoken_texts(&self, list: &Checklist, reading: Wording) -> Vec<String> {
        self.titled(list).map(|(title, counts)| counts.spoken_text(title, &list.legend, reading)).collect()
    }

    fn titled<'a>(&'a self, list: &'a Checklist) -> impl Iterator<Item = (&'a Text, &'a Counts)> {
        list.lists.iter().filter_map(|part| {
            let found = self.parts.iter().find(|counted| counted.part == part.id)?;
            Some((&part.title, &found.counts))
        })
    }
}
