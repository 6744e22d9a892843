//! The calendar counted by ourselves, against the crate that knows every calendar.

use nattoku::domain::day::Day;
use nattoku::domain::time::Timestamp;
use proptest::prelude::*;
use time::{Date, Duration, OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// The first and the last second that RFC 3339 can write, a day inwards for any offset.
const SECONDS: core::ops::RangeInclusive<i64> = -62_135_510_400..=253_402_214_400;

/// The two must read a text alike, or refuse it alike.
fn same(text: &str) {
    let theirs = OffsetDateTime::parse(text, &Rfc3339).ok();
    let ours = Timestamp::parse(text).ok();
    assert_eq!(
        ours.map(Timestamp::epoch_seconds),
        theirs.map(OffsetDateTime::unix_timestamp),
        "{text}: {ours:?}, {theirs:?}"
    );
    if let Some((ours, theirs)) = ours.zip(theirs) {
        let written = theirs.replace_nanosecond(0).unwrap().format(&Rfc3339).unwrap();
        assert_eq!(ours.to_string(), written.replace('Z', "+00:00"), "{text}");
    }
}

#[test]
fn texts_at_every_edge_are_read_alike() {
    for text in [
        "2026-11-20T14:05:00+09:00",
        "2026-11-20t14:05:00z",
        "2026-11-20 14:05:00Z",
        "2026-11-20T14:05:00.123456789Z",
        "2026-11-20T14:05:00.Z",
        "2026-11-20T14:05:00.5",
        "2026-11-20T14:05:00+24:00",
        "2026-11-20T14:05:00+23:59",
        "2026-11-20T14:05:00-23:59",
        "2026-11-20T14:05:00+09:60",
        "2026-11-20T14:05:00+0900",
        "2026-11-20T14:05:00+09:00 ",
        "2026-11-20T24:00:00Z",
        "2026-11-20T23:60:00Z",
        "2026-12-31T23:59:60Z",
        "2026-12-31T23:59:61Z",
        "2026-12-31T22:59:60Z",
        "2027-01-01T08:59:60+09:00",
        "2026-12-30T23:59:60Z",
        "2026-00-20T14:05:00Z",
        "2026-13-20T14:05:00Z",
        "2026-11-00T14:05:00Z",
        "2026-11-31T14:05:00Z",
        "1900-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "0000-01-01T00:00:00+09:00",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-09:00",
        "12026-11-20T14:05:00Z",
        "+026-11-20T14:05:00Z",
        "2026-11-20年14:05:00Z",
        "２０２６-11-20T14:05:00Z",
        "2026-11-20T14:05",
        "2026-11-20",
        "",
    ] {
        same(text);
    }
}

proptest! {
    #[test]
    fn any_text_of_the_form_is_read_alike(
        text in "[0-9]{3}[0-9:][-/](0[0-9]|1[0-3])-[0-3][0-9][T ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,12})?(Z|[-+][0-2][0-9]:[0-6][0-9])"
    ) {
        same(&text);
    }

    #[test]
    fn any_text_is_read_alike(text in ".{0,30}") {
        same(&text);
    }

    #[test]
    fn any_second_on_any_wall_is_written_alike(seconds in SECONDS, offset in -1439_i32..=1439) {
        let ours = Timestamp::from_epoch_ms(seconds * 1000 + 999, offset);
        let wall = UtcOffset::from_whole_seconds(offset * 60).unwrap();
        let theirs = OffsetDateTime::from_unix_timestamp(seconds).unwrap().to_offset(wall);
        prop_assert_eq!(ours.to_string(), theirs.format(&Rfc3339).unwrap().replace('Z', "+00:00"));
        let weekday = ["月", "火", "水", "木", "金", "土", "日"][usize::from(theirs.weekday().number_days_from_monday())];
        let said = ours.japanese_day();
        prop_assert!(said.ends_with(&format!("({weekday})")), "{}", said);
    }

    /// Two times are compared by the instant, wherever the clocks hung.
    #[test]
    fn the_offset_counts_for_nothing_in_order(one in SECONDS, other in SECONDS, a in -1439_i32..=1439, b in -1439_i32..=1439) {
        let at = |seconds: i64, offset| Timestamp::from_epoch_ms(seconds * 1000, offset);
        prop_assert_eq!(at(one, a).cmp(&at(other, b)), one.cmp(&other));
        prop_assert_eq!(at(one, a) == at(one, b), true);
    }

    #[test]
    fn the_next_day_is_the_next_day(ordinal in 0_i64..3_652_058) {
        let first = Date::from_calendar_date(1, time::Month::January, 1).unwrap();
        let theirs = first + Duration::days(ordinal);
        let ours = Day::parse(&theirs.to_string()).unwrap();
        prop_assert_eq!(ours.next().to_string(), (theirs + Duration::DAY).to_string());
        prop_assert!(ours < ours.next());
    }
}
