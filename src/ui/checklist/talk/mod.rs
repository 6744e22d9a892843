//! Talking it over: where the answers split, what was said, what will be done, and when the group looks again.
//!
//! Nobody's marks stand beside anybody else's here: counts, drawn shapes, and words. What comes out of talking is kept
//! by [`crate::domain::checklist`] with every letter; these rooms only show it and hand up what was typed.

mod action;
mod actions;
mod aside;
mod hub;
mod next_time;
mod people;
mod removed;
mod table;
mod timer;
mod topic;

pub(super) use hub::Hub;
pub(super) use next_time::NextTime;
pub(super) use removed::Removed;
pub(super) use timer::Span;
pub(super) use topic::Topic;

use crate::domain::text::Wording;
use crate::domain::{
    checklist::{CheckSession, Way},
    day::Day,
    time::{Timestamp, day_to_japanese},
};
use crate::ui::{checklist::Check, wording::Words};

/// Whether the group marked once, all together: then there is one sheet, and nothing that could split.
pub(super) fn is_one_sheet(session: &CheckSession) -> bool {
    session.gathering.way == Way::Together && session.gathering.counted().is_empty()
}

/// A day as the current wording says it, in ruby notation.
pub(super) fn day_said(words: Words, day: Day) -> String {
    match words.wording() {
        Wording::Plain => day_to_japanese(&day.to_string()),
        Wording::Easy => Timestamp::parse(&format!("{day}T00:00:00+09:00"))
            .map_or_else(|_| day.to_string(), Timestamp::easy_japanese_day),
        Wording::English => day.to_string(),
    }
}

impl Check {
    /// The day on the calendar of the device. None only on a device whose clock is beyond the year 9999.
    pub(super) fn today(&self) -> Option<Day> {
        Day::parse(&(self.env.now)().date()).ok()
    }

    /// Whether anything came out of talking about an item.
    pub(super) fn was_talked_about(&self, item: &str) -> bool {
        let of_it = |of: &Option<String>| of.as_deref() == Some(item);
        let session = &self.session;
        session.talk.said.get(item).is_some_and(|text| !text.trim().is_empty())
            || session.rules.iter().any(|rule| of_it(&rule.item) && rule.day.is_none())
            || session.talk.actions.iter().any(|action| of_it(&action.item) && action.day.is_none())
    }
}
