//! Calendar files (RFC 5545): days that are put into the calendar of a telephone or an office, each with an alarm.
//!
//! Text only. Whole days, so that no time zone has to travel along. What is reminded of lives with its feature.

use crate::domain::day::Day;
use crate::domain::time::Timestamp;

/// The longest line in octets, line break not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// One day to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What identifies it for ever: a calendar that gets it twice keeps it once. Any text; it is written in letters,
    /// digits, `-` and `.`.
    pub id: String,
    /// The day.
    pub day: Day,
    /// What it is about, in one line.
    pub title: String,
    /// More, as many lines as needed; blank for nothing.
    pub note: String,
    /// How many days before the alarm rings, at nine in the morning; on the day itself for 0.
    pub days_before: u8,
}

/// A calendar of these days, written at an instant. The same arguments give the same text, so a file that is made
/// twice is the same file.
#[must_use]
pub fn calendar(reminders: &[Reminder], written: Timestamp) -> String {
    let stamp = utc(written);
    let mut out = String::new();
    let mut line = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//nattoku//nattoku//JA");
    line("CALSCALE", "GREGORIAN");
    for one in reminders {
        let title = escape(&one.title);
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}@nattoku", plain_id(&one.id)));
        line("DTSTAMP", &stamp);
        line("LAST-MODIFIED", &stamp);
        // A later file has the higher number: without it a calendar may keep the day it has (3.8.7.4).
        line("SEQUENCE", &sequence(written).to_string());
        line("DTSTART;VALUE=DATE", &one.day.compact());
        // The end of a day is the day after (3.6.1), except at the end of all days.
        if one.day.next() > one.day {
            line("DTEND;VALUE=DATE", &one.day.next().compact());
        }
        line("SUMMARY", &title);
        if !one.note.trim().is_empty() {
            line("DESCRIPTION", &escape(&one.note));
        }
        line("TRANSP", "TRANSPARENT");
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &title);
        line("TRIGGER", &trigger(one.days_before));
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    out
}

/// A whole day begins at midnight: nine in the morning is nine hours after, or fifteen before for the day before.
fn trigger(days_before: u8) -> String {
    match days_before {
        0 => "PT9H".to_owned(),
        1 => "-PT15H".to_owned(),
        days => format!("-P{}DT15H", days - 1),
    }
}

/// How many minutes after the beginning of 2020.
fn sequence(written: Timestamp) -> i64 {
    (written.epoch_seconds() - 1_577_836_800).div_euclid(60).clamp(0, i64::from(i32::MAX))
}

/// `20261120T050500Z`.
fn utc(at: Timestamp) -> String {
    let at = Timestamp::from_epoch_ms(at.epoch_seconds().saturating_mul(1000), 0).to_string();
    let digits: String = at.chars().take(19).filter(|c| *c != '-' && *c != ':').collect();
    digits + "Z"
}

/// A UID in letters that every program leaves alone.
fn plain_id(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect()
}

/// A text value (3.3.11): `\`, `;` and `,` are marked, a line break is two letters, other control characters go.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes one line, folded between characters: what follows a fold begins with a space, which counts.
fn fold(out: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}
