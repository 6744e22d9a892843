//! What goes wrong around the page: a device without room, two windows, a newer program's file, a host page that
//! changes its mind, hands that tap twice. Nothing entered is lost by any of it.

use nattoku::domain::checklist::Mark;
use nattoku::domain::consent::Answer;
use nattoku::domain::export::import;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::meeting::Meeting;
use crate::talk::{NAME, Talk};
use crate::words::{GROUP, explanation, say};

/// What is on the disk of these entries.
fn stored(page: &Page, prefix: &str) -> Vec<Value> {
    let texts = page.kept_keys(prefix).into_iter().filter_map(|key| page.kept(&key));
    texts.map(|text| serde_json::from_str(&text).expect("JSON")).collect()
}

/// The names of the records on the disk.
fn stored_names(page: &Page) -> Vec<String> {
    let name = |one: &Value| one["subject"]["name"].as_str().unwrap_or_default().to_owned();
    stored(page, "consent/").iter().map(name).collect()
}

fn names(document: &Value) -> Vec<String> {
    let consents = document["consents"].as_array().into_iter().flatten();
    consents.map(|one| one["subject"]["name"].as_str().unwrap_or_default().to_owned()).collect()
}

/// A device that refuses drafts for a while is named, and the conversation stays where it is.
pub fn drafts_refused(page: &Page) {
    let talk = Talk::begin(page);
    page.button(&say("topic.next")).click();
    talk.see_topic(1);
    page.refuse(&["draft"]);
    page.radio(&say("topic.understood")).click();
    page.see(&say("error.draft"));
    page.button(&say("topic.next")).click();
    talk.see_topic(2);
    page.refuse(&[]);
    page.button(&say("topic.next")).click();
    talk.see_topic(3);
    page.see_no(&say("error.draft"));
    page.reload();
    page.button(&say("draft.continue")).click();
    talk.see_topic(3);
}

/// A record that the device refused is still there after the next one, and its draft is not thrown away for it.
pub fn record_refused(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    page.refuse(&["consent/"]);
    talk.finish("consented");
    page.see(&say("closing.not_kept"));
    assert_eq!(stored_names(page), Vec::<String>::new());
    assert!(page.kept("app.consent.draft").is_some(), "the draft is all the device has of it");
    assert_eq!(names(&talk.export()), [NAME]);

    page.refuse(&[]);
    page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(GROUP)]);
    page.wait_for("the next write to keep it", || stored_names(page) == [NAME]);
}

/// A run that the device refused is opened again as the same run, and stands in the records once.
pub fn run_refused(page: &Page) {
    let meeting = Meeting::begin(page);
    meeting.start();
    meeting.mark(0, Mark::Trying);
    meeting.walk_to_result();
    page.refuse(&["run/"]);
    meeting.finish();
    page.see(&say("check.not_kept"));
    let run = meeting.export()["checklistRuns"][0]["id"].clone();
    assert_eq!(
        stored(page, "app.checklist.draft")[0]["runId"],
        run,
        "all the device has of it, and it is that run"
    );

    // The next write keeps it; the draft that is left does not double it.
    page.refuse(&[]);
    page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(GROUP)]);
    let runs = || stored(page, "run/").iter().map(|run| run["id"].clone()).collect::<Vec<_>>();
    page.wait_for("the next write to keep it", || runs() == std::slice::from_ref(&run));
    page.reload();
    page.see_heading(&say("home.heading"));
    assert_eq!(page.kept("app.checklist.draft"), None, "its draft ended with it");
    let imported = import(&meeting.export().to_string()).expect("its own export is taken back");
    assert_eq!(imported.document.checklist_runs.len(), 1);
}

/// What a newer program wrote is put aside word for word, and never written over.
pub fn newer_document(page: &Page) {
    Talk::at_home(page);
    let newer = r#"{"format":"nattoku","version":2,"consents":"new"}"#;
    page.exec("localStorage.setItem('nattoku.document', arguments[0])", &[json!(newer)]);
    page.reload();
    page.see(&say("error.unreadable"));
    page.screenshot("home-unreadable");
    let left = || page.exec("return localStorage.getItem('nattoku.document')", &[]);
    page.button(&say("error.unreadable_save")).click();
    page.wait_for("the file", || page.downloads().iter().any(|file| file.text == newer));
    page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(GROUP)]);
    page.wait_for("the group's words to be kept", || page.kept("envelope").is_some());
    page.reload();
    page.see(&say("error.unreadable"));
    assert_eq!(left(), newer, "it stays where it is");
    page.button(&say("error.unreadable_remove")).click();
    page.see(&say("error.unreadable_sure"));
    assert_eq!(left(), newer, "asking deletes nothing");
    page.button(&say("records.delete_yes")).click();
    page.see_no(&say("error.unreadable"));
    assert_eq!(left(), Value::Null);
}

/// Documents that come quickly, one after the other and before anything was drawn, are all taken in.
pub fn quick_imports(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Withheld));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    talk.finish("refused");
    let one = talk.export();
    let mut two = one.clone();
    two["consents"][0]["id"] = json!("another");
    two["consents"][0]["subject"]["name"] = json!("見本 次郎");
    let mut three = two.clone();
    three["consents"][0]["id"] = json!("a-third");
    page.exec(
        "const app = document.querySelector('nattoku-app');
         app.importJson(arguments[0]); app.importJson(arguments[1]);",
        &[json!(two.to_string()), json!(three.to_string())],
    );
    let all = [NAME, "見本 次郎", "見本 次郎"];
    assert_eq!(names(&talk.export()), all, "at once");
    page.wait_for("all on the device", || stored_names(page) == all);
    page.uproot("consent/another");
    page.uproot("consent/a-third");
    page.wait_for("what another window removed to be gone", || names(&talk.export()) == [NAME]);
    page.exec(
        "const [two] = arguments;
         addEventListener('nattoku-ready', ({ target }) => target.importJson(two), { once: true });
         const old = document.querySelector('nattoku-app');
         const app = document.createElement('nattoku-app');
         old.replaceWith(app);",
        &[json!(two.to_string())],
    );
    page.see(&say("home.heading"));
    page.wait_for("both on the device", || stored_names(page) == [NAME, "見本 次郎"]);
}

/// A host page that changes the group's words in the middle changes nothing of what is explained and recorded.
pub fn words_changed_midway(page: &Page) {
    page.open("fixtures/embed/index.html");
    let talk = Talk::here(page, "nattoku-consent", explanation());
    talk.see_topic(0);
    page.exec(
        "const element = document.querySelector('nattoku-consent');
         const words = structuredClone(element.organization);
         words.values.organization = { plain: 'べつの会', reading: 'べつのかい' };
         element.organization = words;",
        &[],
    );
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    talk.finish("consented");
    let document = talk.export();
    let imported = import(&document.to_string()).expect("its own export is taken back");
    assert_eq!(imported.doubts, []);
    assert_eq!(imported.document.notices[0].digest, talk.notice.digest);
}

/// The second tap of a double tap does not close a record that nobody has seen.
pub fn double_taps(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    page.exec_promise(
        "const app = document.querySelector('nattoku-app').shadowRoot;
         const press = () => app.querySelector('.actions .button--primary')
           ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
         press();
         return new Promise((done) =>
           requestAnimationFrame(() => requestAnimationFrame(() => { press(); done(true); })));",
        &[],
    );
    page.see_heading(&say("closing.consented"));
    page.button(&say("closing.next_person")).state();
}
