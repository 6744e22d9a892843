//! A change of mind: another answer, everything taken back, a newer explanation, a record that went on elsewhere, a
//! file that was altered. Here: the finished record that each scenario begins with, and the steps they share.

mod answers;
mod embed;
mod keys;
mod meanwhile;
mod proof;

use nattoku::domain::{
    consent::{Answer, Consent},
    export::Document,
    notice::NoticeSnapshot,
    session::{Action, Field, RoleChoice, Route, Say, Session, apply, finish},
    text::{Reading, bare},
    time::Timestamp,
};
use serde_json::{Value, json};

use crate::harness::Page;
use crate::talk::{EXPLAINER, KANA, NAME, Talk, answer_word};
use crate::words::{begins, explanation, say, say_with};

pub use answers::{everything, one_answer};
pub use embed::{forgets, host_changes_value, newer_notice};
pub use keys::keyboard_only;
pub use meanwhile::{draft, stale};
pub use proof::{altered, altered_words, other_forms};

/// What the record says to begin with: a yes, a no, an "ask me", a yes to a photo; the rest is open.
pub const SAID: [(usize, Answer); 4] =
    [(0, Answer::Granted), (1, Answer::Withheld), (2, Answer::AskEachTime), (7, Answer::Granted)];

/// So many minutes after a morning in spring.
fn minute(n: i64) -> Timestamp {
    Timestamp::from_epoch_ms(1_775_000_000_000 + n * 60_000, 540)
}

const SAY: Say<'static> = Say { answer: &|answer| words_for(answer), sentence: &|key| say(key) };

fn words_for(answer: Option<Answer>) -> String {
    answer.map_or_else(|| say("answer.none"), answer_word)
}

/// A conversation brought to its end without a page, with a typed name.
fn end(session: Session, notice: &NoticeSnapshot, at: Timestamp, base: Option<&Consent>) -> Consent {
    let actions = [
        Action::Respond(RoleChoice::Principal),
        Action::Edit(Field::Name, NAME.into()),
        Action::Edit(Field::Kana, KANA.into()),
        Action::Edit(Field::ExplainedBy, EXPLAINER.into()),
        Action::Choose(Route::Typed, at),
        Action::State(say("typed.statement")),
        Action::Edit(Field::TypedName, NAME.into()),
        Action::Next(at),
    ];
    let session = actions.into_iter().fold(session, |session, action| apply(&session, notice, action));
    let event = format!("5a1c{:04}-0000-4000-8000-000000000000", base.map_or(0, |base| base.events.len()));
    let ids = ("c0ffee00-0000-4000-8000-000000000000".to_owned(), event);
    finish(&session, notice, Reading::Plain, ids, at, SAY, base).expect("nothing is missing")
}

fn answered(session: Session, notice: &NoticeSnapshot, said: &[(usize, Answer)], at: Timestamp) -> Session {
    said.iter().fold(session, |session, (index, answer)| {
        let item = notice.items[*index].id.clone();
        apply(&session, notice, Action::Answer { item, answer: *answer, at })
    })
}

/// The record of one person who said [`SAID`].
pub fn first(notice: &NoticeSnapshot) -> Consent {
    end(answered(Session::begin(notice, minute(0)), notice, &SAID, minute(10)), notice, minute(20), None)
}

/// The same record after one more answer was changed.
pub fn second(notice: &NoticeSnapshot, base: &Consent, said: &[(usize, Answer)]) -> Consent {
    let session = answered(Session::change(base, notice, minute(60)), notice, said, minute(70));
    end(session, notice, minute(80), Some(base))
}

/// A document with one record in it.
pub fn document(notice: &NoticeSnapshot, consent: Consent) -> Document {
    let group = nattoku::domain::export::import(crate::words::GROUP).expect("the fixture is a document");
    let mut document = Document::new(minute(500), group.document.organization);
    document.add_notice(notice.clone());
    document.consents.push(consent);
    document
}

/// A tablet that holds the record, at home.
#[track_caller]
pub fn with_record(page: &Page) -> (Talk<'_>, Consent) {
    let notice = explanation();
    let consent = first(&notice);
    page.open_stored("");
    let text = document(&notice, consent.clone()).to_json();
    page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(text)]);
    page.reload();
    (Talk::here(page, "nattoku-app", notice), consent)
}

/// From home to the record.
#[track_caller]
pub fn open_record(page: &Page) {
    page.button(&say("home.records")).click();
    page.button(&format!("{NAME} {}", say("records.open"))).click();
    page.see_heading(&say("records.person"));
}

/// From the record to the answers that can be changed.
#[track_caller]
pub fn open_change(page: &Page) {
    page.button(&say("revise.change")).click();
    page.see_heading(&say("change.heading"));
}

/// Opens one item and gives it another answer.
#[track_caller]
pub fn give(page: &Page, talk: &Talk<'_>, index: usize, answer: Answer) {
    page.button(&format!("{} {}", talk.short(index), say("change.open"))).click();
    page.see(&bare(talk.notice.items[index].title.get(Reading::Plain)));
    page.radio(&answer_word(answer)).click();
}

/// What a line says about an answer that changes.
pub fn becomes(before: Option<Answer>, after: Answer) -> String {
    say_with("change.becomes", &[("before", &words_for(before)), ("after", &answer_word(after))])
}

/// The name of the choice that the person answers alone.
pub fn alone() -> String {
    format!("{} {}", say("role.principal"), say("role_hint.principal"))
}

/// Forward through screens that are filled in already; each has come before the next step.
#[track_caller]
pub fn on_through(page: &Page, headings: &[&str]) {
    for heading in headings {
        page.button(&say("next")).click();
        page.see_heading(&say(heading));
    }
}

/// From the screen of what follows to the choice of the way to answer.
#[track_caller]
pub fn name_receiver(page: &Page) {
    page.see_heading(&say("follow.heading"));
    page.button(&say("next")).click();
    page.see_heading(&say("respondent.heading"));
    page.radio(&alone()).click();
    page.button(&say("next")).click();
    page.see_heading(&say("who.heading_change"));
    page.see(NAME);
    page.button(&say("next")).click();
    page.see(&say("problem.received_by"));
    page.fill(&begins("who.received_by"), EXPLAINER);
    page.button(&say("next")).click();
    page.see_heading(&say("method.heading"));
    assert!(!page.shows(&say("method.no_yes")), "nobody has said anything about all answers");
}

/// The events of the only record of a document.
#[track_caller]
pub fn events(document: &Value) -> &Vec<Value> {
    let consents = document["consents"].as_array().expect("consents");
    assert_eq!(consents.len(), 1, "one person, one record");
    consents[0]["events"].as_array().expect("events")
}

/// The chain, reckoned by somebody else: another canonical JSON, and the SHA-256 of the browser.
#[track_caller]
pub fn assert_chain(page: &Page, consent: &Value) {
    let sha = |value: &Value| {
        let text = serde_json_canonicalizer::to_string(value).expect("canonical JSON");
        let body = "const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(args[0])); \
            return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')";
        let hex = page.exec_promise(body, &[json!(text)]);
        format!("sha256:{}", hex.as_str().unwrap_or_else(|| panic!("no digest: {hex}")))
    };
    let mut before = sha(&json!({ "id": consent["id"], "subject": consent["subject"] }));
    for (index, event) in consent["events"].as_array().expect("events").iter().enumerate() {
        assert_eq!(event["previous"], json!(before), "what event {index} is tied to");
        let mut bare = event.clone();
        bare.as_object_mut().expect("an event").remove("digest");
        before = sha(&bare);
        assert_eq!(event["digest"], json!(before), "event {index}");
    }
    let head = u64::from_str_radix(&before["sha256:".len()..][..16], 16).expect("hexadecimal");
    let digits = format!("{:016}", head % 10_000_000_000_000_000);
    let groups: Vec<&str> = (0..4).map(|at| &digits[at * 4..at * 4 + 4]).collect();
    page.see(&groups.join(" "));
}
