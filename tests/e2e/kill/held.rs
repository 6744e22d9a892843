//! A tablet that has been in use for years: a document with a thousand finished records, each with a written name.

use std::f64::consts::TAU;

use nattoku::domain::{
    consent::{Answer, Consent},
    export::{Document, import},
    notice::NoticeSnapshot,
    session::{Action, Field, RoleChoice, Route, Say, Session, apply, finish},
    signature::{Point, PointerKind, Stroke},
    text::Reading,
    time::Timestamp,
};

use crate::talk::{EXPLAINER, answer_word};
use crate::words::{GROUP, explanation, say};

/// What people may give a tablet in one file.
const MOST_BYTES: usize = 20 * 1024 * 1024;

const SAY: Say<'static> = Say {
    answer: &|answer| answer.map_or_else(|| say("answer.none"), answer_word),
    sentence: &|key| say(key),
};

/// The name of the person with this number.
pub fn name(number: usize) -> String {
    format!("見本 {number:04}")
}

/// The document.
pub fn document(records: usize) -> String {
    let notice = explanation();
    let group = import(GROUP).expect("the fixture is a document of this program");
    let mut document = Document::new(minute(records as i64 * 60), group.document.organization);
    document.consents = (1..=records).map(|number| record(number, &notice)).collect();
    document.add_notice(notice);
    let text = document.to_json();
    assert!(text.len() < MOST_BYTES, "{} bytes are too many for one file", text.len());
    text
}

/// So many minutes after a morning in spring.
fn minute(n: i64) -> Timestamp {
    Timestamp::from_epoch_ms(1_600_000_000_000 + n * 60_000, 540)
}

fn record(number: usize, notice: &NoticeSnapshot) -> Consent {
    let begun = number as i64 * 60;
    let at = minute(begun + 10);
    let answers = notice.items.iter().enumerate().map(|(index, item)| {
        let answer = Answer::ALL[(index + number) % Answer::ALL.len()];
        Action::Answer { item: item.id.clone(), answer, at }
    });
    let rest = [
        Action::Respond(RoleChoice::Principal),
        Action::Edit(Field::Name, name(number)),
        Action::Edit(Field::ExplainedBy, EXPLAINER.into()),
        Action::Choose(Route::Sign, at),
    ];
    let strokes = (0..4).map(|place| Action::Draw(stroke(number, place)));
    let actions = answers.chain(rest).chain(strokes).chain([Action::Next(at)]);
    let begin = Session::begin(notice, minute(begun));
    let session = actions.fold(begin, |session, action| apply(&session, notice, action));
    let ids = (
        format!("{number:08x}-0000-4000-8000-000000000000"),
        format!("{number:08x}-0000-4000-8000-000000000001"),
    );
    finish(&session, notice, Reading::Plain, ids, minute(begun + 20), SAY, None).expect("nothing is missing")
}

/// A round stroke of as many points as a finger leaves in half a second.
fn stroke(number: usize, place: usize) -> Stroke {
    let points = (0..40).map(|n| {
        let turn = f64::from(n) / 40.0 * TAU + number as f64;
        let (x, y) = (1500.0 + place as f64 * 2000.0 + 700.0 * turn.cos(), 2000.0 + 900.0 * turn.sin());
        Point::clamped(x as i32, y as i32, place as u32 * 900 + n as u32 * 12, None)
    });
    Stroke::new(PointerKind::Touch, points.collect()).expect("a stroke")
}
