//! Records made on the host by the same domain that makes them on the page, so that a printed page has a known text.

use nattoku::domain::consent::{AcknowledgementState, Answer, Consent};
use nattoku::domain::digest;
use nattoku::domain::export::Document;
use nattoku::domain::notice::{NoticeSnapshot, Organization};
use nattoku::domain::session::{Action, Field, RoleChoice, Route, Say, Session, apply, finish};
use nattoku::domain::signature::{Point, PointerKind, Stroke};
use nattoku::domain::text::Reading;
use nattoku::domain::time::Timestamp;

use crate::talk::{EXPLAINER, KANA, NAME, STROKES, answer_word};
use crate::words::say;

/// The fifth minute after two in the afternoon, and later.
fn minute(more: i64) -> Timestamp {
    Timestamp::from_epoch_ms(1_795_151_100_000 + more * 60_000, 540)
}

/// A record as the conversation leaves it: answers of every kind and none, a drawn name.
pub fn answered(notice: &NoticeSnapshot) -> Consent {
    let session = Session::begin(notice, minute(-30));
    let mut actions: Vec<Action> = STROKES.iter().map(|points| Action::Draw(stroke(points))).collect();
    for (index, item) in notice.items.iter().enumerate() {
        // Every answer there is, and none at all.
        if let Some(answer) = Answer::ALL.get(index % 5) {
            actions.push(Action::Answer { item: item.id.clone(), answer: *answer, at: minute(0) });
        }
    }
    let heard = AcknowledgementState::Acknowledged;
    actions.push(Action::Acknowledge { id: notice.acknowledgements[0].id.clone(), state: heard });
    finished(session, notice, Route::Sign, actions, None)
}

/// The same with the first yes taken back again.
pub fn taken_back(notice: &NoticeSnapshot) -> Consent {
    let consent = answered(notice);
    let session = Session::change(&consent, notice, minute(10));
    let item = notice.items[0].id.clone();
    let no = Action::Answer { item, answer: Answer::Withheld, at: minute(11) };
    let actions = vec![no, Action::Edit(Field::TypedName, NAME.into())];
    finished(session, notice, Route::Typed, actions, Some(&consent))
}

fn finished(
    session: Session,
    notice: &NoticeSnapshot,
    route: Route,
    actions: Vec<Action>,
    base: Option<&Consent>,
) -> Consent {
    let who = [(Field::Name, NAME), (Field::Kana, KANA), (Field::ExplainedBy, EXPLAINER)];
    let who = who.map(|(field, text)| Action::Edit(field, text.into()));
    let people = [Action::Respond(RoleChoice::Principal)].into_iter().chain(who);
    let all = people.chain([Action::Choose(route, minute(0))]).chain(actions);
    let session = all.fold(session, |session, action| apply(&session, notice, action));
    let id = |n: char| format!("{n}0000000-0000-4000-8000-000000000000");
    let word = |answer: Option<Answer>| answer.map_or_else(|| say("answer.none"), answer_word);
    let sentence = |_: &str| "{会報|かいほう}への{掲載|けいさい}をやめます。".to_owned();
    let words = Say { answer: &word, sentence: &sentence };
    let ids = (id('1'), id(if base.is_some() { '3' } else { '2' }));
    let now = minute(if base.is_some() { 12 } else { 1 });
    finish(&session, notice, Reading::Plain, ids, now, words, base).expect("nothing is missing")
}

fn stroke(points: &[(f64, f64)]) -> Stroke {
    let points = points.iter().zip(0..).map(|((x, y), n)| {
        Point::new((x * 10_000.0) as i32, (y * 4000.0) as i32, n * 40, None).expect("a point")
    });
    Stroke::new(PointerKind::Touch, points.collect()).expect("a stroke")
}

pub fn document(notice: &NoticeSnapshot, consent: &Consent) -> String {
    let mut document = Document::new(minute(20), Organization::default());
    document.add_notice(notice.clone());
    document.consents.push(consent.clone());
    document.to_json()
}

/// The digits on the latest paper.
pub fn proof(consent: &Consent) -> String {
    let latest = consent.events.last().expect("an event");
    digest::spoken(latest.digest.as_deref().expect("a sealed event"))
}
