//! Instants with their offset, written as RFC 3339 and read aloud as a Japanese date.
//!
//! No clock in here: "now" always comes in as an argument (see `browser::env`).

mod civil;
mod japanese;

pub use japanese::EraYear;

pub(super) use civil::days_in;

use crate::domain::json::{FromTree, ToTree};
use civil::Wall;
use core::cmp::Ordering;

/// An instant to the second, with the offset of the place where it happened: `2026-11-20T14:05:00+09:00`.
///
/// Two timestamps are ordered and compared by the instant they name; the offset only says how the clock on the
/// wall read.
#[derive(Clone, Copy, Debug, ToTree, FromTree)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp {
    /// Since 1970-01-01T00:00:00Z.
    seconds: i64,
    /// By which the wall was ahead of UTC, less than a day.
    offset_minutes: i16,
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds.cmp(&other.seconds)
    }
}

impl core::hash::Hash for Timestamp {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.seconds.hash(state);
    }
}

/// A text that is no RFC 3339 time with an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeError(String);

impl core::fmt::Display for TimeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "not an RFC 3339 time with an offset: {:?}", self.0)
    }
}

impl std::error::Error for TimeError {}

impl Timestamp {
    /// From milliseconds since 1970-01-01T00:00:00Z and the minutes by which the local clock is ahead of UTC.
    ///
    /// Out-of-range values are brought to the nearest representable second, so a broken clock stays a time.
    #[must_use]
    pub fn from_epoch_ms(ms: i64, offset_minutes: i32) -> Self {
        // Years 1 to 9999: the range that RFC 3339 can write.
        let seconds = ms.div_euclid(1000).clamp(-62_135_510_400, 253_402_214_400);
        let offset_minutes = i16::try_from(offset_minutes.clamp(-1439, 1439)).unwrap_or_default();
        Self { seconds, offset_minutes }
    }

    /// Reads RFC 3339 with an offset; parts of a second are dropped.
    ///
    /// # Errors
    /// When the text is anything else, an impossible date such as `2026-02-30` included.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        civil::read(text)
            .map(|(seconds, offset_minutes)| Self { seconds, offset_minutes })
            .ok_or_else(|| TimeError(text.chars().take(40).collect()))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn epoch_seconds(self) -> i64 {
        self.seconds
    }

    /// What the wall showed.
    fn wall(self) -> Wall {
        Wall::at(self.seconds + i64::from(self.offset_minutes) * 60)
    }

    /// The date as the wall calendar showed it: `2026-11-20`.
    #[must_use]
    pub fn date(self) -> String {
        let wall = self.wall();
        format!("{:04}-{:02}-{:02}", wall.year, wall.month, wall.day)
    }

    /// The time as the wall clock showed it, to the minute: `14:05`.
    #[must_use]
    pub fn clock(self) -> String {
        let wall = self.wall();
        format!("{:02}:{:02}", wall.hour, wall.minute)
    }
}

impl core::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let ahead = self.offset_minutes.unsigned_abs();
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let (date, clock, second) = (self.date(), self.clock(), self.wall().second);
        write!(f, "{date}T{clock}:{second:02}{sign}{:02}:{:02}", ahead / 60, ahead % 60)
    }
}

impl TryFrom<String> for Timestamp {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Timestamp> for String {
    fn from(at: Timestamp) -> Self {
        at.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "RFC 3339 with an explicit offset, to the second.",
        })
    }
}

/// Whether the text is a day of the calendar, `YYYY-MM-DD`: the thirtieth of February is none.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part =
            parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()));
        part.and_then(|part| part.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else { return false };
    let (Ok(year), Ok(month), Ok(day)) = (i32::try_from(year), u8::try_from(month), u8::try_from(day)) else {
        return false;
    };
    parts.next().is_none() && (1..=civil::days_in(year, month)).contains(&day)
}

/// A day `YYYY-MM-DD` in Japanese, as [`Timestamp::to_japanese`] says it; what is no day stays as it was written.
#[must_use]
pub fn day_to_japanese(day: &str) -> String {
    let at = Timestamp::parse(&format!("{day}T00:00:00+09:00")).map(Timestamp::to_japanese);
    at.ok().and_then(|said| Some(said.split_once(' ')?.0.to_owned())).unwrap_or_else(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_without_a_time_of_day() {
        assert_eq!(day_to_japanese("2026-01-10"), "2026年(令和8年)1月10日(土)");
        for none in ["2026-02-30", "来月", ""] {
            assert_eq!(day_to_japanese(none), none);
        }
    }

    #[test]
    fn a_time_keeps_the_offset_it_was_taken_at() {
        for (text, written, japanese) in [
            (
                "2026-11-20T14:05:00+09:00",
                "2026-11-20T14:05:00+09:00",
                "2026年(令和8年)11月20日(金) 午後2時05分",
            ),
            (
                "2019-05-01T00:00:59.9+09:00",
                "2019-05-01T00:00:59+09:00",
                "2019年(令和元年)5月1日(水) 午前0時00分",
            ),
            (
                "1989-01-07T12:00:00-03:30",
                "1989-01-07T12:00:00-03:30",
                "1989年(昭和64年)1月7日(土) 午後0時00分",
            ),
            ("1900-01-01T00:00:00Z", "1900-01-01T00:00:00+00:00", "1900年(明治33年)1月1日(月) 午前0時00分"),
            ("1872-12-31T00:00:00Z", "1872-12-31T00:00:00+00:00", "1872年12月31日(火) 午前0時00分"),
        ] {
            let at = Timestamp::parse(text).unwrap();
            assert_eq!((at.to_string().as_str(), at.to_japanese().as_str()), (written, japanese));
        }
    }

    #[test]
    fn impossible_and_zoneless_times_are_refused() {
        for text in ["2026-02-30T10:00:00+09:00", "2026-11-20T14:05:00", "きのう", "", "2026-11-20"] {
            assert!(Timestamp::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn any_clock_gives_a_time_that_can_be_written_and_read_back() {
        for ms in [i64::MIN, -1, 0, 1_795_150_000_000, i64::MAX] {
            for offset in [i32::MIN, -570, 0, 540, i32::MAX] {
                let at = Timestamp::from_epoch_ms(ms, offset);
                assert_eq!(Timestamp::parse(&at.to_string()), Ok(at), "{ms} {offset}");
            }
        }
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for day in ["2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert!(is_day(day), "{day}");
        }
        for none in [
            "2026-02-29",
            "1900-02-29",
            "2026-02-30",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-1-1",
            "",
            "2026-11-20-",
            "+026-11-20",
            "二千年",
        ] {
            assert!(!is_day(none), "{none}");
        }
    }
}
