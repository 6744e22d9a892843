//! The calendar and the clock on the wall, counted: days and seconds since 1970, and back.
//!
//! A crate for all calendars costs the page three per cent; `tests/native/time.rs` holds this room against it. What
//! must not live here: how a time is written for people.

/// A date and a time of day, of the years 0 to 9999 in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wall {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

pub(super) const DAY: i64 = 86_400;

/// How many days the month has.
pub(in crate::domain) const fn days_in(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// Days from 1970-01-01 to that day. A year is counted from March, so that the leap day is its last.
pub(super) fn days_from(year: i32, month: u8, day: u8) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // From March on, five months have 153 days.
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + leaps + in_year - 719_468
}

impl Wall {
    /// What the wall showed so many seconds after 1970-01-01T00:00:00 on that same wall.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "each part lies in its range")]
    pub fn at(seconds: i64) -> Self {
        let (days, rest) = (seconds.div_euclid(DAY) + 719_468, seconds.rem_euclid(DAY));
        let (era, in_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let in_era_year = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * in_era_year + in_era_year / 4 - in_era_year / 100);
        let march = (5 * in_year + 2) / 153;
        let month = (march + 2) % 12 + 1;
        Self {
            year: (era * 400 + in_era_year + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: (in_year - (153 * march + 2) / 5 + 1) as u8,
            hour: (rest / 3600) as u8,
            minute: (rest / 60 % 60) as u8,
            second: (rest % 60) as u8,
        }
    }

    /// Seconds from 1970-01-01T00:00:00 on that same wall.
    pub fn seconds(self) -> i64 {
        let clock = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        days_from(self.year, self.month, self.day) * DAY + clock
    }

    /// Days since a Monday, 0 to 6.
    pub fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday.
        usize::try_from((days_from(self.year, self.month, self.day) + 3).rem_euclid(7)).unwrap_or_default()
    }
}

/// Reads RFC 3339: seconds since 1970-01-01T00:00:00Z, and the minutes by which the wall was ahead of UTC. Parts of a
/// second are dropped; a leap second at the end of a month is the second before it; anything may stand between date
/// and time, as in the standard's own note.
pub(super) fn read(text: &str) -> Option<(i64, i16)> {
    let bytes = text.as_bytes();
    let number = |from: usize, digits: usize| {
        let part = bytes.get(from..from + digits)?;
        part.iter().try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i32::from(*b - b'0')))
    };
    let two = |from: usize, most: u8| u8::try_from(number(from, 2)?).ok().filter(|part| *part <= most);
    let is = |at: usize, sign: u8| (bytes.get(at) == Some(&sign)).then_some(());
    is(4, b'-').and(is(7, b'-')).and(is(13, b':')).and(is(16, b':'))?;
    let (year, month, day) = (number(0, 4)?, two(5, 12)?, two(8, 31)?);
    let (hour, minute, second) = (two(11, 23)?, two(14, 59)?, two(17, 60)?);
    if day == 0 || day > days_in(year, month) {
        return None;
    }
    let mut at = 19;
    if is(at, b'.').is_some() {
        let digits = bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        at += 1 + digits;
        (digits > 0).then_some(())?;
    }
    let offset = match bytes.get(at)? {
        b'Z' | b'z' if bytes.len() == at + 1 => 0,
        sign @ (b'+' | b'-') if bytes.len() == at + 6 => {
            is(at + 3, b':')?;
            let ahead = i16::from(two(at + 1, 23)?) * 60 + i16::from(two(at + 4, 59)?);
            if *sign == b'-' { -ahead } else { ahead }
        }
        _ => return None,
    };
    let wall = Wall { year, month, day, hour, minute, second: second.min(59) };
    let seconds = wall.seconds() - i64::from(offset) * 60;
    let utc = Wall::at(seconds);
    let ends_a_month = (utc.hour, utc.minute, utc.day) == (23, 59, days_in(utc.year, utc.month));
    (second < 60 || ends_a_month).then_some((seconds, offset))
}
