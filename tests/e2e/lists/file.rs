//! A group's own list from a file: refused with every place named, mended in the page, used, saved, taken away again.

use nattoku::domain::checklist::{Checklist, own};
use serde_json::{Value, json};

use super::{field, kept, open, read, reads_all, run_through};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{begins, say, say_with};

/// The title of [`sound`].
pub const TITLE: &str = "台所の○△×チェック";

/// A list that a volunteer wrote by hand: only what is asked.
pub fn sound() -> Value {
    let text = |plain: &str, easy: &str| json!({ "plain": plain, "easy": easy });
    json!({
        "id": "kitchen", "version": "1.0", "title": text(TITLE, "{台所|だいどころ}の {確認|かくにん}"),
        "lists": [{
            "id": "kitchen.fire", "title": text("火のまわり", "{火|ひ}の {近|ちか}く"),
            "items": [
                { "id": "kitchen.1", "text": text("離れるときは火を消しています。", "{火|ひ}を {消|け}して います。") },
                { "id": "kitchen.2", "text": text("ふきんを近くに置いていません。", "{近|ちか}くに {物|もの}を {置|お}いて いません。"),
                  "points": [{ "id": "kitchen.2.a", "text": text("紙も置きません。", "{紙|かみ}も {置|お}きません。") }] },
            ],
        }],
    })
}

/// Three things wrong with it, each of which can be mended in the page.
pub fn broken() -> Value {
    let mut list = sound();
    list["title"]["easy"] = json!("台所の {確認|かくにん}");
    list["lists"][0]["items"][0]["text"]["easy"] = json!("{火|ひを {消|け}して います。");
    list["lists"][0]["items"][1]["text"].as_object_mut().expect("a text").remove("easy");
    list
}

/// Refused, mended, used; another refused by its shape; a sound one read through, saved and removed.
pub fn own_file(page: &Page) {
    Meeting::at_home(page);
    open(page);
    refused(page);
    mended(page);
    let list = own::read(kept(page)["own"][0]["text"].as_str().expect("kept")).expect("sound");
    assert_eq!(
        (list.id.as_str(), list.version.as_str()),
        ("kitchen", "1.1"),
        "mended, it is another version"
    );
    page.see(&say("notices.in_use"));
    page.button(&say("go_home")).click();
    page.button(&begins("home.check")).click();
    run_through(page, &list);
    page.button(&say("check.again")).click();

    open(page);
    page.file_input().upload("ours.json", sound().to_string().as_bytes());
    page.see_heading(TITLE);
    let sound = own::read(&sound().to_string()).expect("sound");
    page.see(&say("lists.replaces"));
    reads_all(page, &sound);
    assert_eq!(kept(page)["own"].as_array().map(Vec::len), Some(1), "reading a file keeps nothing yet");
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    read(page, TITLE);
    saved(page, &sound);
    page.button(&say("lists.take_away")).click();
    page.see(&say("lists.take_away_sure"));
    page.button(&say("notices.remove_no")).click();
    page.button(&say("lists.take_away")).click();
    page.button(&say("notices.remove_yes")).click();
    page.see_heading(&say("lists.heading"));
    assert_eq!((&kept(page)["own"], &kept(page)["choice"]["chosen"]), (&json!([]), &Value::Null));
    page.button(&say("go_home")).click();
    page.button(&begins("home.check")).click();
    page.see_heading(&super::title(&Checklist::salon()));
    unreadable(page);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

#[track_caller]
fn refused(page: &Page) {
    let wrong = own::read(&broken().to_string()).expect_err("three errors");
    assert_eq!(wrong.problems.len(), 3, "{wrong}");
    page.file_input().upload("ours.json", broken().to_string().as_bytes());
    page.see(&say_with("lists.refused", &[("file", "ours.json"), ("count", "3")]));
    let [part, first, second] = [("lists.part_n", "1"), ("lists.item_n", "1"), ("lists.item_n", "2")]
        .map(|(key, n)| say_with(key, &[("n", n)]));
    let easy = say("look.easy");
    for place in [
        format!("{} · {easy} · {}", say("lists.name"), say_with("place.column", &[("n", "1")])),
        format!("{part} · {first} · {easy}"),
        format!("{part} · {second} · {easy}"),
    ] {
        page.see(&place);
    }
    for error in &wrong.problems {
        page.see(&say(&format!("list_problem.{}", error.problem.name())));
    }
    let causes = "return [...document.querySelector('nattoku-app').shadowRoot.querySelectorAll('.wrong .cause')]\
        .map((cause) => [cause.open, cause.querySelector('code').textContent])";
    let wanted: Vec<Value> = wrong.problems.iter().map(|error| json!([false, error.to_string()])).collect();
    assert_eq!(page.exec(causes, &[]), json!(wanted), "the technical cause, one tap away");
    assert_eq!(kept(page), Value::Null, "nothing of it is kept");

    for (content, key) in [
        (json!({ "format": "nattoku", "version": 1 }).to_string(), "list_problem.not_a_list"),
        ("{\"id\": ".to_owned(), "list_problem.malformed"),
        (with(|list| list["id"] = json!("salon")), "list_problem.unusable_id"),
        (with(|list| list["legend"] = json!({ "one": 1, "five": 5 })), "list_problem.other_scale"),
    ] {
        page.file_input().upload("ours.json", content.as_bytes());
        page.see(&say_with("lists.refused", &[("file", "ours.json"), ("count", "1")]));
        page.see(&say(key));
        assert_eq!(page.button(&say("lists.mend")).count(), 0, "that cannot be mended in the page");
    }
    page.file_input().upload("ours.json", " ".repeat(1_048_577).as_bytes());
    page.see(&say("lists.too_large"));
    assert_eq!(kept(page), Value::Null);
}

fn with(change: impl Fn(&mut Value)) -> String {
    let mut list = sound();
    change(&mut list);
    list.to_string()
}

#[track_caller]
fn mended(page: &Page) {
    page.file_input().upload("ours.json", broken().to_string().as_bytes());
    page.button(&say("lists.mend")).click();
    page.see_heading(&say("lists.edit_heading"));
    page.see(&say_with("lists.open_places", &[("count", "3")]));
    // Left without a letter, what came with the file is there again.
    page.button(&say("back")).click();
    page.button(&say("lists.go_on")).click();
    page.see_heading(&say("lists.edit_heading"));
    page.see(&say_with("lists.open_places", &[("count", "3")]));
    // The kanji that has no reading is asked for by name.
    let label = say_with("lists.reading_of", &[("word", "台所")]);
    page.fill(&label, "だいどころ");
    page.button(&say("lists.give_reading")).click();
    let title = page.group(&say("lists.name")).role("field", &say("look.easy"));
    page.wait_for("the reading", || {
        title.state().value.as_deref() == Some("{台所|だいどころ}の {確認|かくにん}")
    });
    // What cannot be used says so, and leads to the place.
    page.button(&say("lists.use")).click();
    page.see(&say("list_problem.notation"));
    page.wait_for("the field with the focus", || {
        page.focused().is_some_and(|focus| focus.role == "textbox" && focus.name == say("look.easy"))
    });
    let item = |n: &str| page.group(&say_with("lists.item_n", &[("n", n)]));
    field(&item("1"), &say("lists.statement"), "look.easy").fill("{火|ひ}を {消|け}して います。");
    page.button(&say("lists.use")).click();
    page.see(&say("list_problem.empty"));
    field(&item("2"), &say("lists.statement"), "look.easy").fill("{物|もの}を {置|お}いて いません。");
    page.see(&say("lists.sound"));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
}

/// Saved under nobody's name, and taken in again as it is.
#[track_caller]
fn saved(page: &Page, list: &Checklist) {
    let before = page.downloads().len();
    page.button(&say("lists.save")).click();
    page.wait_for("the download", || page.downloads().len() > before);
    page.see(&say("lists.saved"));
    let file = page.last_download();
    assert_eq!(file.name, own::file_name(list));
    assert_eq!(own::read(&file.text).as_ref(), Ok(list));
}

/// An own list that this version can no longer read is kept and named; nothing takes its place until the group chooses.
#[track_caller]
fn unreadable(page: &Page) {
    let kept = json!({ "choice": { "chosen": "kitchen", "added": [] }, "own": [{ "id": "kitchen", "text": broken().to_string() }] });
    page.plant("app.lists", &kept.to_string());
    page.reload();
    page.button(&begins("home.check")).click();
    page.see_heading(&say("lists.heading"));
    page.see(&say("lists.unreadable"));
    page.see(&say("list_problem.notation"));
    read(page, &super::title(&Checklist::salon()));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    page.see_no(&say("lists.unreadable"));
    assert_eq!(
        super::kept(page)["own"][0]["text"],
        json!(broken().to_string()),
        "choosing another throws nothing away"
    );
}
