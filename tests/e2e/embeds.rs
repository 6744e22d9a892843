//! The folders that a portal takes for one element: that element and no other, the same session, the same document.

use nattoku::domain::checklist::Mark;
use nattoku::domain::consent::Answer;
use nattoku::domain::notice::Notice;
use nattoku::domain::text::bare;
use serde_json::{Map, Value, json};

use crate::harness::Page;
use crate::meeting::Meeting;
use crate::record;
use crate::talk::{NAME, Talk};
use crate::words::{self, say};

/// Both elements, from the folder that has everything.
const BOTH: &str = "fixtures/embed/index.html";
const CONSENT: &str = "fixtures/embed/consent.html";
const CHECKLIST: &str = "fixtures/embed/checklist.html";

/// One person, in the folder `consent/`.
pub fn consent(page: &Page) {
    let everything = one_consent(page, BOTH);
    let document = one_consent(page, CONSENT);
    assert_eq!(form(&document), form(&everything));
    assert_eq!(record::only_event(&document)["typedName"]["name"], NAME);
    assert_eq!(document["notices"], everything["notices"], "the same words");
    assert_eq!(defined(page), json!(["nattoku-consent"]));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// One check, in the folder `checklist/`.
pub fn checklist(page: &Page) {
    page.resize(1180, 820);
    let everything = one_check(page, BOTH);
    let document = one_check(page, CHECKLIST);
    assert_eq!(form(&document), form(&everything));
    let (run, other) = (&document["checklistRuns"][0], &everything["checklistRuns"][0]);
    for part in ["list", "marks", "summary"] {
        assert_eq!(run[part], other[part], "{part}");
    }
    assert_eq!(defined(page), json!(["nattoku-checklist"]));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A document that holds what the element knows nothing of comes out again as it went in, to the letter.
pub fn carries(page: &Page) {
    page.resize(1180, 820);
    let check = one_check(page, CHECKLIST);
    let consent = one_consent(page, CONSENT);
    let mut all = consent.clone();
    all["checklistRuns"] = check["checklistRuns"].clone();
    all["checklistRuns"][0]["ofAnother"] = json!({ "program": [1, 0.5, null] });
    all["consents"][0]["ofAnother"] = json!("program");
    all.as_object_mut().expect("a document").remove("integrity");
    for (host, tag, shown) in [
        (CONSENT, "nattoku-consent", "closing.consented"),
        (CHECKLIST, "nattoku-checklist", "check.done"),
        (BOTH, "nattoku-consent", "closing.consented"),
    ] {
        page.open(host);
        let script = "const element = document.querySelector(arguments[0]); element.importJson(arguments[1]); \
            return element.exportJson()";
        let out = page.exec(script, &[json!(tag), json!(all.to_string())]);
        let out: Value = serde_json::from_str(out.as_str().expect("JSON text")).expect("JSON");
        page.role("heading", &say(shown)).state();
        for part in ["consents", "notices", "checklistRuns", "organization"] {
            assert_eq!(out[part], all[part], "{part}, by way of {tag} in {host}");
        }
        // What was carried proves itself to a program that knows all of it.
        let read = nattoku::domain::export::import(&out.to_string()).expect("a document");
        assert!(read.document.integrity.is_some());
        assert_eq!(read.document.consents.len() + read.document.checklist_runs.len(), 2);
    }
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Another notice than the one compiled in: loaded before the element is ready, or when the attribute changes; where
/// it cannot be had, the person is told, and the page.
pub fn template(page: &Page) {
    page.open("fixtures/embed/template.html");
    let watch = Notice::builtin("neighbourhood_watch").expect("a built-in notice");
    page.see(&bare(&watch.sections[0].plain[0]));
    assert_eq!(notices_loaded(page), json!(["nattoku-notice-neighbourhood_watch.js"]));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());

    ask_for(page, "salon");
    let talk = Talk::here(page, "nattoku-consent", words::explanation());
    talk.see_topic(0);
    ask_for(page, "care_provider");
    page.role("heading", &say("settings.heading")).state();
    let two = json!(["nattoku-notice-neighbourhood_watch.js", "nattoku-notice-care_provider.js"]);
    assert_eq!(notices_loaded(page), two);
    ask_for(page, "neighbourhood_watch");
    page.see(&bare(&watch.sections[0].plain[0]));
    assert_eq!(notices_loaded(page), two, "what was loaded once is not loaded again");

    page.go_offline();
    ask_for(page, "child_disability");
    let last = "return heard.filter((event) => event.name === 'nattoku-error').at(-1)?.detail ?? null";
    page.wait_for("the error", || page.exec(last, &[])["code"] == "template.missing");
    assert_eq!(page.exec(last, &[])["place"], "template");
    page.see("説明文を読み込めませんでした。");
    ask_for(page, "salon");
    talk.see_topic(0);
    page.see_no("説明文を読み込めませんでした。");
    page.forgive();
}

/// From the first topic to the document, in the host page at that address.
fn one_consent(page: &Page, host: &str) -> Value {
    page.open(host);
    let talk = Talk::here(page, "nattoku-consent", words::explanation());
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.type_name();
    talk.finish("consented");
    handed_over(page, record::save(page))
}

/// From the opening words to the document, in the host page at that address.
fn one_check(page: &Page, host: &str) -> Value {
    page.open(host);
    let meeting = Meeting::here(page, "nattoku-checklist");
    page.button(&say("check.begin")).click();
    meeting.see_part(0);
    meeting.mark(0, Mark::Trying);
    meeting.mark(2, Mark::Done);
    meeting.walk_to_result();
    meeting.finish();
    handed_over(page, record::save_run(page))
}

/// The document, after a look at what the host page heard on the way to it.
fn handed_over(page: &Page, saved: Value) -> Value {
    let complete =
        page.exec("return heard.filter((event) => event.name === 'nattoku-complete').at(-1).detail", &[]);
    assert_eq!(complete, saved, "the event carries the very document that is saved");
    let errors = page.exec("return heard.filter((event) => event.name === 'nattoku-error')", &[]);
    assert_eq!(errors, json!([]));
    saved
}

/// Which of the three elements the page has.
fn defined(page: &Page) -> Value {
    let script = "return ['nattoku-app', 'nattoku-checklist', 'nattoku-consent'].filter((tag) => customElements.get(tag))";
    page.exec(script, &[])
}

fn ask_for(page: &Page, template: &str) {
    page.exec("document.querySelector('nattoku-consent').template = arguments[0]", &[json!(template)]);
}

/// The files of notices that the page has asked for, in order.
fn notices_loaded(page: &Page) -> Value {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name.split('/').at(-1)) \
        .filter((name) => name.startsWith('nattoku-notice-'))";
    page.exec(script, &[])
}

/// The names and kinds of everything in a document, without what is said under them.
fn form(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), form(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Array(entries) => entries.iter().map(form).collect(),
        Value::String(_) => json!("text"),
        Value::Number(_) => json!("number"),
        Value::Bool(_) => json!("yes or no"),
        Value::Null => Value::Null,
    }
}
