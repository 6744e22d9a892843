//! A day of the calendar, as people agree on one: 「五月の終わりまで」 has no hour and no offset.
//!
//! What must not live here: instants (`time`), and what a day is for.

use crate::domain::json::{FromTree, ToTree};
use crate::domain::time::{Timestamp, days_in, is_day};
use core::fmt;

/// A day, `2026-11-20`, of the years 1 to 9999. Days are ordered as they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ToTree, FromTree)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    // In this order, which is the order of days.
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is no day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoDay(String);

impl fmt::Display for NoDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a day of the calendar, YYYY-MM-DD: {:?}", self.0)
    }
}

impl core::error::Error for NoDay {}

impl Day {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the text is anything else, a day that never comes such as `2026-02-30` included.
    pub fn parse(text: &str) -> Result<Self, NoDay> {
        let refused = || NoDay(text.chars().take(40).collect());
        let part = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u16>().ok());
        let (true, Some(year), Some(month), Some(day)) = (is_day(text), part(0, 4), part(5, 7), part(8, 10))
        else {
            return Err(refused());
        };
        of(year, month, day).ok_or_else(refused)
    }

    /// The day so many months later, for the next check. Where that month is shorter, its last day: half a year
    /// after 31 August is 28 or 29 February. Beyond the year 9999 the day stays as it is.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let since = u32::from(self.month) - 1 + u32::from(months);
        let year = u16::try_from(u32::from(self.year) + since / 12).unwrap_or(u16::MAX);
        let month = u16::try_from(since % 12 + 1).unwrap_or(1);
        let day = u16::from(self.day);
        // 28 exists in every month, so only a year out of range finds nothing.
        (28..=day.max(28)).rev().find_map(|last| of(year, month, last.min(day))).unwrap_or(self)
    }

    /// The next day; the last of the year 9999 stays.
    #[must_use]
    pub fn next(self) -> Self {
        let (year, month, day) = (self.year, u16::from(self.month), u16::from(self.day));
        of(year, month, day + 1)
            .or_else(|| of(year, month + 1, 1))
            .or_else(|| of(year + 1, 1, 1))
            .unwrap_or(self)
    }

    /// As a person in Japan reads it, with the year of the era: `2026年(令和8年)11月20日(金)` (C-1 YN-14).
    #[must_use]
    pub fn to_japanese(self) -> String {
        self.noon().map_or_else(|| self.to_string(), Timestamp::japanese_day)
    }

    /// [`to_japanese`](Self::to_japanese) with a reading on every kanji, as the easy register writes it.
    #[must_use]
    pub fn to_easy_japanese(self) -> String {
        self.noon().map_or_else(|| self.to_string(), Timestamp::easy_japanese_day)
    }

    /// Without the year of the era and the day of the week, for a narrow column: `2026年11月20日`.
    #[must_use]
    pub fn to_short_japanese(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }

    /// An instant of the day, for what is known of instants; none of another day in any offset.
    fn noon(self) -> Option<Timestamp> {
        Timestamp::parse(&format!("{self}T12:00:00Z")).ok()
    }

    /// Eight digits without a sign between them, `20261120`, as calendar files write a day.
    #[must_use]
    pub fn compact(self) -> String {
        self.to_string().replace('-', "")
    }
}

/// A day of the years 1 to 9999, the range that RFC 3339 can write.
fn of(year: u16, month: u16, day: u16) -> Option<Day> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let there = (1..=9999).contains(&year) && (1..=days_in(i32::from(year), month)).contains(&day);
    there.then_some(Day { year, month, day })
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Day {
    type Error = NoDay;

    fn try_from(text: String) -> Result<Self, NoDay> {
        Self::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "description": "A day of the calendar, YYYY-MM-DD.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_month_that_is_shorter_ends_earlier() {
        for (from, months, to) in [
            ("2026-11-20", 6, "2027-05-20"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2026-10-31", 1, "2026-11-30"),
            ("2026-12-31", 12, "2027-12-31"),
            ("2026-12-01", 1, "2027-01-01"),
            ("2026-01-31", 0, "2026-01-31"),
            ("9999-11-30", 6, "9999-11-30"),
        ] {
            assert_eq!(day(from).plus_months(months).to_string(), to, "{from} + {months}");
        }
    }

    #[test]
    fn days_follow_each_other() {
        for (from, to) in
            [("2026-12-31", "2027-01-01"), ("2028-02-28", "2028-02-29"), ("9999-12-31", "9999-12-31")]
        {
            assert_eq!(day(from).next(), day(to));
        }
        assert!(day("2026-11-20") < day("2026-12-01"));
        assert_eq!(day("0007-01-02").compact(), "00070102");
    }

    #[test]
    fn a_day_is_said_in_three_ways() {
        let day = day("2027-05-31");
        assert_eq!(day.to_japanese(), "2027年(令和9年)5月31日(月)");
        assert_eq!(day.to_short_japanese(), "2027年5月31日");
        assert_eq!(
            day.to_easy_japanese(),
            "2027{年|ねん}({令和|れいわ}9{年|ねん}) 5{月|がつ} 31{日|にち}({月|げつ})"
        );
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["2026-02-30", "2026-2-3", "", "きのう", "2026-11-20T10:00:00+09:00", "0000-01-01"] {
            assert!(Day::parse(text).is_err(), "{text}");
        }
    }
}
