//! The device's clock, with the offset its wall clock shows.

use crate::domain::time::Timestamp;
use js_sys::Date;

/// Now.
#[must_use]
pub fn now() -> Timestamp {
    stamp(&Date::new_0())
}

/// The instant at which the device's wall clock shows `date` (`2026-11-20`) and `clock` (`14:05`).
///
/// `None` when either is no date or time, an impossible day such as 30 February included.
#[must_use]
pub fn at_local(date: &str, clock: &str) -> Option<Timestamp> {
    let mut day = date.trim().split(['-', '/', '.']).map(str::parse::<u32>);
    let mut time = clock.trim().split(':').map(str::parse::<u32>);
    let (year, month, day) = (day.next()?.ok()?, day.next()?.ok()?, day.next()?.ok()?);
    let (hour, minute) = (time.next()?.ok()?, time.next()?.ok()?);
    if !(1900..=9999).contains(&year) || !(1..=12).contains(&month) || hour > 23 || minute > 59 {
        return None;
    }
    // JavaScript counts months from 0 and rolls 30 February over into March: the day must come back unchanged.
    let made = Date::new_with_year_month_day_hr_min(
        year,
        i32::try_from(month).ok()? - 1,
        i32::try_from(day).ok()?,
        i32::try_from(hour).ok()?,
        i32::try_from(minute).ok()?,
    );
    (made.get_date() == day).then(|| stamp(&made))
}

#[allow(clippy::cast_possible_truncation, reason = "JavaScript times and offsets are whole and small")]
fn stamp(date: &Date) -> Timestamp {
    Timestamp::from_epoch_ms(date.get_time() as i64, -(date.get_timezone_offset() as i32))
}
