//! The same ways on from a record that a host page holds: another answer, a newer explanation, neither when it is
//! only shown.

use nattoku::domain::consent::Answer;
use nattoku::domain::export::import;
use serde_json::{Value, json};

use super::{becomes, document, events, first, give, name_receiver, on_through, second};
use crate::harness::Page;
use crate::record;
use crate::talk::{NAME, Talk};
use crate::words::{begins, explanation, say};

const SALON: &str = include_str!("../../../src/presets/notices/salon.json");

/// A host page with the finished record in its hands.
#[track_caller]
fn hosted(page: &Page) -> (Talk<'_>, nattoku::domain::consent::Consent) {
    page.open("fixtures/embed/index.html");
    let notice = explanation();
    let talk = Talk::here(page, "nattoku-consent", notice.clone());
    talk.see_topic(0);
    let consent = first(&notice);
    put(page, &document(&notice, consent.clone()).to_json());
    page.see(&say("closing.partially"));
    (talk, consent)
}

#[track_caller]
fn put(page: &Page, text: &str) {
    page.exec("document.getElementById('consent').value = JSON.parse(arguments[0])", &[json!(text)]);
}

/// The text of the group with another version.
#[track_caller]
fn give_version(page: &Page, version: &str) {
    let mut notice: Value = serde_json::from_str(SALON).expect("JSON");
    notice["version"] = json!(version);
    page.exec("document.getElementById('consent').notice = arguments[0]", &[notice]);
}

/// A higher first number is told about and asks everything anew; a correction asks nobody again.
pub fn newer_notice(page: &Page) {
    let (talk, consent) = hosted(page);
    let (major, minor) = (talk.notice.version.major, talk.notice.version.minor);
    assert!(!page.shows(&say("revise.newer")));
    // A correction of words nags nobody: what a whole new text said goes away again.
    give_version(page, &format!("{}.0", major + 1));
    page.see(&say("revise.newer"));
    give_version(page, &format!("{major}.{}", minor + 1));
    page.see_no(&say("revise.newer"));
    page.button(&say("revise.change")).state();

    give_version(page, &format!("{}.0", major + 1));
    page.see(&say("revise.newer"));
    page.exec("document.getElementById('consent').setAttribute('readonly', '')", &[]);
    page.see_no(&say("revise.newer"));
    assert_eq!(page.button(&say("revise.change")).count(), 0, "what is only shown is not changed");
    page.exec("document.getElementById('consent').removeAttribute('readonly')", &[]);
    page.button(&say("revise.anew")).click();

    talk.listen();
    assert_eq!(talk.chosen(), 0, "an old yes is not a yes to the new text");
    talk.answer(0, Some(Answer::Withheld));
    (1..talk.notice.items.len()).for_each(|index| talk.answer(index, None));
    talk.see_acknowledgement();
    page.button(&say("next")).click();
    page.see_heading(&say("respondent.heading"));
    page.radio(&super::alone()).click();
    page.button(&say("next")).click();
    page.see_heading(&say("who.heading"));
    page.see(NAME);
    page.fill(&begins("who.explained_by"), crate::talk::EXPLAINER);
    page.button(&say("next")).click();
    talk.type_name();
    talk.finish("refused");
    page.see_no(&say("revise.newer"));

    let document = record::save(page);
    let events = events(&document);
    assert_eq!((events.len(), &events[1]["type"]), (2, &json!("decided")));
    assert_eq!(events[0]["id"], json!(consent.events[0].id));
    assert_eq!(events[1]["notice"]["version"], json!(format!("{}.0", major + 1)));
    assert_eq!(document["notices"].as_array().map(Vec::len), Some(2), "both texts are in the record");
    let now = &document["consents"][0]["current"];
    assert_eq!(now["answers"], json!([{ "item": talk.notice.items[0].id, "answer": "withheld" }]));
    super::assert_chain(page, &document["consents"][0]);
}

/// A host page that sets the value in the middle of a change: the same record loses nothing that was entered, another
/// one takes its place.
pub fn host_changes_value(page: &Page) {
    let (talk, consent) = hosted(page);
    page.button(&say("revise.change")).click();
    page.see_heading(&say("change.heading"));
    give(page, &talk, 0, Answer::Withheld);
    page.button(&say("change.leave")).click();
    page.see(&say("closing.partially"));
    page.button(&say("revise.change")).click();
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));

    let grown = second(&talk.notice, &consent, &[(1, Answer::Granted)]);
    put(page, &document(&talk.notice, grown).to_json());
    let held = "return document.getElementById('consent').value.consents[0].events.length";
    page.wait_for("the longer record", || page.exec(held, &[]) == 2);
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    page.button(&say("next")).click();
    name_receiver(page);
    talk.type_name();
    page.button(&say("review.finish")).click();
    page.see(&say("problem.stale"));
    page.button(&say("stale.go_on")).click();
    page.see_heading(&say("change.heading"));
    on_through(page, &["follow.heading", "respondent.heading", "who.heading_change", "method.heading"]);
    talk.type_name();
    page.button(&say("review.finish")).click();
    talk.see(&say("done.withdrawn"));
    let text = page.exec("return JSON.stringify(document.getElementById('consent').value)", &[]);
    let text = text.as_str().expect("the value as JSON").to_owned();
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(events(&value).len(), 3);
    let complete = page.exec("return heard.filter((event) => event.name === 'nattoku-complete').length", &[]);
    assert_eq!(complete, 1, "a change of mind completes as any record does");
    assert_eq!(import(&text).expect("its own value is taken back").doubts, []);

    page.button(&say("revise.change")).click();
    page.see_heading(&say("change.heading"));
    let mut other = consent;
    other.id = "c0ffee01-0000-4000-8000-000000000000".into();
    let mut fresh = nattoku::domain::consent::Consent::begin(other.id.clone(), other.subject.clone(), {
        let mut event = other.events[0].clone();
        (event.previous, event.digest) = (None, None);
        event
    });
    fresh.subject = other.subject;
    put(page, &document(&talk.notice, fresh).to_json());
    page.see(&say("closing.partially"));
}

/// A record given before the element is in the page, or before there is such an element: after `reset` nothing of it
/// comes back, neither by way of the property, nor by taking the element out and in again, nor as a change begun.
pub fn forgets(page: &Page) {
    page.open("fixtures/embed/bare.html");
    page.wait_for("the library", || page.exec("return typeof window.nattoku?.define", &[]) == "function");
    let notice = explanation();
    let consent = first(&notice);
    let text = document(&notice, consent.clone()).to_json();
    let early = "const element = document.createElement('nattoku-consent'); element.id = 'consent'; \
        element.value = JSON.parse(arguments[0]); document.getElementById('here').append(element)";
    page.exec(early, &[json!(text)]);
    page.exec_promise("await nattoku.default(); nattoku.define()", &[]);
    let talk = Talk::here(page, "nattoku-consent", notice);
    page.see(&say("closing.partially"));
    page.mark_loaded();
    let held = || page.exec("return document.getElementById('consent')?.value ?? element.value", &[]);
    assert_eq!(held()["consents"][0]["subject"]["name"], json!(NAME));
    page.button(&say("revise.change")).click();
    page.role("heading", &say("change.heading")).state();
    give(page, &talk, 0, Answer::Withheld);
    page.button(&say("change.leave")).click();
    page.see(&say("closing.partially"));

    page.exec("window.element = document.getElementById('consent'); element.reset()", &[]);
    page.see(&say("settings.heading"));
    assert_eq!(held(), Value::Null);
    page.exec_promise("element.remove()", &[]);
    assert_eq!(held(), Value::Null, "out of the page");
    page.exec("document.getElementById('here').append(element)", &[]);
    page.see(&say("settings.heading"));
    assert_eq!(held(), Value::Null, "in the page again");
    assert_eq!(talk.inside(&format!("return root.innerHTML.includes({})", json!(NAME))), false);

    put(page, &text);
    page.see(&say("closing.partially"));
    page.button(&say("revise.change")).click();
    page.role("heading", &say("change.heading")).state();
    page.see_no(&becomes(Some(Answer::Granted), Answer::Withheld));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
