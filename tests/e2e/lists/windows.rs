//! A group's own lists between two windows, and after a newer program: nothing that somebody wrote is written over.

use nattoku::domain::checklist::{Checklist, ListDraft, Mark, own};
use nattoku::domain::json::text;
use serde_json::{Value, json};

use super::{TITLE, kept, open, read, sound};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::words::{begins, say};

const LISTS: &str = "app.lists";
const DRAFT: &str = "app.list.draft";
/// What [`other`] is called.
const OTHER: &str = "別の窓のリスト";

/// A list of another id, as another window has it.
fn other() -> Checklist {
    let mut list = own::read(&sound().to_string()).expect("sound");
    (list.id, list.title.plain) = ("garden".into(), OTHER.into());
    list
}

/// [`sound`] with another first statement under the same version.
fn reworded(words: &str) -> Value {
    let mut list = sound();
    list["lists"][0]["items"][0]["text"]["plain"] = json!(words);
    list
}

fn set(page: &Page, key: &str, text: &str) {
    page.plant(key, text);
}

fn stored(page: &Page, key: &str) -> Value {
    json!(page.kept(key))
}

/// The ids of the own lists on the device.
fn own_ids(page: &Page) -> Vec<String> {
    let own = kept(page)["own"].clone();
    let ids = own.as_array().into_iter().flatten();
    ids.map(|own| own["id"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Takes in a list from a file and uses it.
#[track_caller]
fn take(page: &Page, list: &Value) {
    page.file_input().upload("ours.json", list.to_string().as_bytes());
    page.see_heading(list["title"]["plain"].as_str().expect("a title"));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
}

/// What another window took in, began to write or finished meanwhile is there afterwards.
pub fn windows(page: &Page) {
    Meeting::at_home(page);
    open(page);
    take(page, &sound());
    let mut theirs = kept(page);
    let added = json!({ "id": "garden", "text": own::to_file(&other()) });
    theirs["own"].as_array_mut().expect("own lists").push(added);
    set(page, LISTS, &theirs.to_string());
    read(page, &super::title(&Checklist::salon()));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    assert_eq!(
        (own_ids(page), &kept(page)["choice"]["chosen"]),
        (vec!["kitchen".into(), "garden".into()], &json!("salon"))
    );
    page.button(&format!("{OTHER}…")).state();

    begun_elsewhere(page);
    finished_elsewhere(page);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A list that another window began to write is offered to be gone on with, from every door, and never written over.
#[track_caller]
fn begun_elsewhere(page: &Page) {
    let draft = text(&ListDraft::new("own-other", &other()));
    page.button(&say("lists.write_new")).state();
    set(page, DRAFT, &draft);
    page.button(&say("lists.write_new")).gone();
    page.button(&say("lists.go_on")).state();
    page.uproot(DRAFT);
    // Gone again meanwhile: there is nothing to go on with.
    page.button(&say("lists.go_on")).gone();
    page.button(&say("lists.write_new")).state();
    for (card, key) in [(super::title(&Checklist::salon()), "lists.copy"), (TITLE.to_owned(), "lists.change")]
    {
        read(page, &card);
        set(page, DRAFT, &draft);
        page.see(&say("lists.busy"));
        page.button(&say(key)).gone();
        page.uproot(DRAFT);
        page.button(&say("back")).click();
        page.see_heading(&say("lists.heading"));
    }
    page.file_input().upload("ours.json", super::broken().to_string().as_bytes());
    page.button(&say("lists.mend")).state();
    set(page, DRAFT, &draft);
    page.button(&say("lists.mend")).gone();
    page.see(&say("lists.busy"));
    assert_eq!(stored(page, DRAFT), draft);
    page.uproot(DRAFT);

    // Begun here first: what the other window writes since then is not written over, and that is told.
    page.button(&format!("{TITLE}…")).click();
    page.see_heading(TITLE);
    page.button(&say("lists.change")).click();
    page.see_heading(&say("lists.edit_heading"));
    set(page, DRAFT, &draft);
    let title = page.group(&say("lists.name")).role("field", &say("look.plain"));
    title.fill("わたしたちの台所");
    page.see(&say("error.draft_elsewhere"));
    assert_eq!(stored(page, DRAFT), draft);
    page.uproot(DRAFT);
    page.button(&say("back")).click();
    page.see_heading(&say("lists.heading"));
    page.button(&format!("{TITLE}…")).click();
    page.see_heading(TITLE);
    page.see_no(&say("error.draft_elsewhere"));
    page.button(&say("lists.change")).click();
    page.see_heading(&say("lists.edit_heading"));
    title.fill("みんなの台所");
    page.wait_for("the draft to be kept", || stored(page, DRAFT) != Value::Null);
    page.button(&say("back")).click();
    page.see_heading(&say("lists.heading"));
}

/// A draft of an older version is finished as a version of its own; the draft that another window left stays.
#[track_caller]
fn finished_elsewhere(page: &Page) {
    let mut theirs = kept(page);
    let mut newer = reworded("火を見ています。");
    newer["version"] = json!("1.1");
    theirs["own"][0]["text"] = json!(newer.to_string());
    set(page, LISTS, &theirs.to_string());
    page.button(&say("lists.go_on")).click();
    page.see_heading(&say("lists.edit_heading"));
    let draft = text(&ListDraft::new("own-other", &other()));
    set(page, DRAFT, &draft);
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    let list = own::read(kept(page)["own"][0]["text"].as_str().expect("kept")).expect("sound");
    assert_eq!((list.version.as_str(), list.title.plain.as_str()), ("1.2", "みんなの台所"));
    assert_eq!(own_ids(page), ["kitchen", "garden"]);
    assert_eq!(stored(page, DRAFT), draft, "another window is still writing");
}

/// Lists that a newer program wrote are put aside word for word, told, and never written over.
pub fn put_aside(page: &Page) {
    let newer = r#"{"choice":"kitchen","own":{"version":2}}"#;
    let aside_keys = || page.kept_keys("app.lists.unreadable.");
    let aside = || json!(aside_keys().iter().map(|key| page.kept(key)).collect::<Vec<_>>());
    Meeting::at_home(page);
    set(page, LISTS, newer);
    page.reload();
    page.see(&say("lists.put_aside"));
    page.wait_for("it to be put aside", || (aside(), stored(page, LISTS)) == (json!([newer]), Value::Null));
    page.screenshot("lists-put-aside");
    open(page);
    page.see(&say("lists.put_aside"));
    take(page, &sound());
    page.see_no(&say("lists.put_aside"));

    // Written by another window since: what is shown here stands in, and theirs is put aside.
    aside_keys().iter().for_each(|key| page.uproot(key));
    set(page, LISTS, newer);
    read(page, &super::title(&Checklist::salon()));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    page.see(&say("lists.put_aside"));
    assert_eq!((aside(), own_ids(page)), (json!([newer]), vec!["kitchen".to_owned()]));

    // A device that has no room to put it aside keeps it where it is.
    set(page, LISTS, newer);
    page.refuse(&["unreadable"]);
    read(page, TITLE);
    page.button(&say("lists.use")).click();
    page.see(&say("lists.not_kept"));
    page.see(&say("lists.put_aside"));
    assert_eq!(stored(page, LISTS), newer);
    // With room again, everything that was refused is kept with the next wish.
    page.refuse(&[]);
    let photo = Checklist::builtin("photo").expect("photo");
    page.checkbox(&say("lists.add").replace("{{title}}", &super::title(&photo))).click();
    page.see_no(&say("lists.not_kept"));
    assert_eq!(kept(page)["choice"], json!({ "chosen": "kitchen", "added": ["photo"] }));
    assert_eq!(own_ids(page), ["kitchen"]);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A list replaced under the same version in the middle of a check: the record shows what was asked, not what is there by
/// now.
pub fn replaced(page: &Page) {
    let mut meeting = Meeting::at_home(page);
    open(page);
    take(page, &sound());
    page.button(&say("go_home")).click();
    page.button(&begins("home.check")).click();
    meeting.list = own::read(&sound().to_string()).expect("sound");
    meeting.see_opening();
    meeting.start();
    meeting.mark(0, Mark::Done);
    page.button(&say("go_home")).click();
    open(page);
    take(page, &reworded("入れ替わった項目です。"));
    page.button(&say("go_home")).click();
    page.button(&say("draft.continue")).click();
    meeting.see_mark(0, Some(Mark::Done));
    meeting.to_result();
    meeting.finish();
    let asked = plain(&meeting.list.lists[0].items[0].text);
    let shown = meeting
        .inside("return root.querySelector('.record').textContent + root.querySelector('.leaf').textContent");
    let shown = shown.as_str().expect("the record and its page");
    assert_eq!(shown.matches(&asked).count(), 2, "{shown}");
    assert!(!shown.contains("入れ替わった"), "{shown}");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
