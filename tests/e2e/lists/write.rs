//! A list written in the page: without a pointer and without a network, left and gone on with; moved about and taken back.

use nattoku::domain::checklist::{Checklist, own};
use serde_json::{Value, json};

use super::{broken, field, kept, open, read, reads_all, run_through};
use crate::harness::{Page, Target};
use crate::keyboard::{focus_is, reach, type_text};
use crate::meeting::Meeting;
use crate::words::{begins, say, say_with};

const NAME: &str = "火の点検";

/// From nothing to a list in use with keys only; left in the middle, gone on with, and without a network from there.
pub fn keyboard_only(page: &Page) {
    Meeting::at_home(page);
    press(page, &say("home.settings"));
    press(page, &say("lists.choose"));
    page.see_heading(&say("lists.heading"));
    focus_is(page, "heading");
    press(page, &say("lists.write_new"));
    page.see_heading(&say("lists.edit_heading"));
    both(page, NAME, "火の", &[("火", "ひ")]);
    page.see(&say("lists.seen"));
    both(page, "台所", "台所", &[("台所", "だいどころ")]);
    press(page, &format!("{} {}", numbered("lists.part_n", 1), say("lists.add_item")));
    on_the_field(page, "look.plain");
    type_text(page, "火を消しています。");
    // The plain wording is a beginning of the easy one.
    press(page, &say("lists.copy_plain"));
    readings(page, &[("火", "ひ"), ("消", "け")]);
    press(page, &format!("{} {}", numbered("lists.item_n", 1), say("lists.add_point")));
    on_the_field(page, "look.plain");
    type_text(page, "夜も");
    press(page, &say("lists.copy_plain"));
    readings(page, &[("夜", "よる")]);

    // Left in the middle: what was written is there again.
    page.reload();
    page.go_offline();
    press(page, &say("home.settings"));
    press(page, &say("lists.choose"));
    page.see(&format!("{}{NAME}", say("lists.draft")));
    press(page, &say("lists.go_on"));
    page.see_heading(&say("lists.edit_heading"));
    press(page, &format!("{} {}", numbered("lists.part_n", 1), say("lists.add_item")));
    on_the_field(page, "look.plain");
    type_text(page, "かぎをしめています。");
    // Not whole yet: it is not used, and the focus is where something is missing.
    press(page, &say("lists.use"));
    page.see(&say("list_problem.empty"));
    on_the_field(page, "look.easy");
    type_text(page, "かぎを しめて います。");
    page.see(&say("lists.sound"));
    // Read through in both registers before it is used.
    press(page, &say("lists.read"));
    page.see_heading(NAME);
    let draft = json!(page.kept("app.list.draft"));
    let draft = own_draft(&draft);
    reads_all(page, &draft);
    press(page, &say("back"));
    page.see_heading(&say("lists.edit_heading"));
    press(page, &say("lists.use"));
    page.see_heading(&say("lists.heading"));
    page.see(&say("notices.in_use"));
    let kept = kept(page);
    let list = own::read(kept["own"][0]["text"].as_str().expect("kept")).expect("sound");
    assert_eq!(list, draft);
    assert_eq!((list.version.as_str(), list.items().count()), ("1.0", 2));
    assert!(list.id.starts_with("own-"), "an id by chance: {}", list.id);
    assert_eq!(page.kept("app.list.draft"), None);
    press(page, &say("back"));
    page.see_heading(&say("settings.heading"));
    press(page, &say("back"));
    press(page, &begins("home.check"));
    run_through(page, &list);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Moved over the edge of a part, taken out and put back, on a telephone; the focus goes along. Then a copy of a built-in
/// list, which is another list and another version when it is changed again.
pub fn moved(page: &Page) {
    Meeting::at_home(page);
    page.resize(375, 740);
    open(page);
    let salon = Checklist::salon();
    read(page, &super::title(&salon));
    page.button(&say("lists.copy")).click();
    page.see_heading(&say("lists.edit_heading"));
    let (part, item) = (|n| numbered("lists.part_n", n), |n| numbered("lists.item_n", n));
    let of_part = |n: usize| page.group(&part(n));
    assert!(
        button(&of_part(1).role("group", &item(1)), &item(1), "lists.up").state().disabled,
        "the first stays first"
    );
    button(&of_part(1).role("group", &item(4)), &item(4), "lists.down").click();
    holds(page, &[3, 5, 2]);
    // It went over into the next part, and the focus with it.
    let focus = format!("{}{}", item(1), say("lists.down"));
    page.wait_for("the focus on what was moved", || {
        page.focused().is_some_and(|at| at.name.replace(' ', "") == focus.replace(' ', ""))
    });
    page.press_keys(&["Enter"]);
    holds(page, &[3, 5, 2]);
    let text = nattoku::domain::text::bare(&salon.item("collect.4").expect("an item").text.plain);
    page.wait_for("one further", || of_part(2).role("group", &item(2)).state().text.contains(&text));

    button(&of_part(2).role("group", &item(2)), &item(2), "lists.remove").click();
    holds(page, &[3, 4, 2]);
    page.see(&format!("{}{text}", say("lists.removed")));
    page.wait_for("the focus on the way back", || {
        page.focused().is_some_and(|at| at.name == say("lists.put_back"))
    });
    page.press_keys(&["Enter"]);
    holds(page, &[3, 5, 2]);
    page.see_no(&say("lists.removed"));
    button(&page.group(&part(3)), &part(3), "lists.remove").click();
    holds(page, &[3, 5]);
    page.button(&say("look.close")).click();
    page.see_no(&say("lists.put_back"));

    page.group(&say("lists.name")).role("field", &say("look.plain")).fill("わたしたちのリスト");
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    let used = |page: &Page| {
        let kept = kept(page);
        assert_eq!(kept["own"].as_array().map(Vec::len), Some(1));
        own::read(kept["own"][0]["text"].as_str().expect("kept")).expect("sound")
    };
    let first = used(page);
    assert_eq!((first.version.as_str(), first.items().count()), ("1.0", 8));
    assert!(first.id.starts_with("own-") && first.item("collect.4").is_some(), "items keep their ids");
    assert_eq!(first.title.en, None, "no translation of other words");
    assert!(first.lists[0].title.en.is_some(), "what was not touched is still translated");

    read(page, "わたしたちのリスト");
    page.button(&say("lists.change")).click();
    page.see_heading(&say("lists.edit_heading"));
    let open_item = format!("{} {}", item(1), say("lists.write"));
    of_part(1).role("group", &item(1)).button(&open_item).click();
    field(&of_part(1).role("group", &item(1)), &say("lists.statement"), "look.plain")
        .fill("決めてから集めています。");
    page.button(&say("back")).click();
    // Leaving keeps the draft, and one list at a time is written.
    page.see(&say("lists.draft"));
    assert_eq!(used(page), first, "nothing of it is used yet");
    read(page, &super::title(&salon));
    page.see(&say("lists.busy"));
    assert_eq!(page.button(&say("lists.copy")).count(), 0);
    page.button(&say("back")).click();
    page.button(&say("lists.go_on")).click();
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    let second = used(page);
    assert_eq!((&second.id, second.version.as_str()), (&first.id, "1.1"));
    page.button(&say("lists.write_new")).click();
    page.group(&say("lists.name")).role("field", &say("look.plain")).fill("別");
    page.button(&say("back")).click();
    page.button(&say("lists.discard")).click();
    page.button(&say("lists.discard_yes")).click();
    page.button(&say("lists.write_new")).state();
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A device that refuses is named, and nothing written is lost by it.
pub fn refused(page: &Page) {
    Meeting::at_home(page);
    open(page);
    page.file_input().upload("ours.json", broken().to_string().as_bytes());
    page.button(&say("lists.mend")).click();
    page.see_heading(&say("lists.edit_heading"));
    page.refuse(&["draft"]);
    page.group(&say("lists.name")).role("field", &say("look.easy")).fill("{台所|だいどころ}");
    page.see(&say("error.draft"));
    page.refuse(&["app.lists"]);
    let item = |n| page.group(&numbered("lists.item_n", n));
    for n in [1, 2] {
        let (item, name) = (item(n), numbered("lists.item_n", n));
        item.button(&format!("{name} {}", say("lists.write"))).click();
        field(&item, &say("lists.statement"), "look.easy").fill("はい。");
    }
    page.see_no(&say("error.draft"));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    page.see(&say("lists.not_kept"));
    page.see(&say("notices.in_use"));
    assert_eq!(kept(page), Value::Null);
    page.reload();
    open(page);
    page.button(&say("lists.go_on")).click();
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    page.see_no(&say("lists.not_kept"));
    assert_eq!(kept(page)["choice"]["chosen"], "kitchen", "the draft was all the device had of it");
    assert_eq!(page.button(&say("lists.go_on")).count(), 0);
}

fn numbered(key: &str, n: usize) -> String {
    say_with(key, &[("n", &n.to_string())])
}

/// A button of a part or an item, which says what it belongs to.
fn button<'a>(within: &Target<'a>, name: &str, key: &str) -> Target<'a> {
    within.button(&format!("{name} {}", say(key)))
}

/// How many items each part has.
#[track_caller]
fn holds(page: &Page, counts: &[usize]) {
    let script = "return [...document.querySelector('nattoku-app').shadowRoot.querySelectorAll('.own__part')]\
        .map((part) => part.querySelectorAll('.own__item').length)";
    page.wait_for(&format!("{counts:?} items"), || page.exec(script, &[]) == json!(counts));
}

fn own_draft(text: &Value) -> Checklist {
    let draft =
        nattoku::domain::checklist::ListDraft::restore(text.as_str().expect("a draft")).expect("readable");
    draft.finish().expect("sound")
}

#[track_caller]
fn press(page: &Page, name: &str) {
    reach(page, "button", name);
    page.press_keys(&["Enter"]);
}

/// Writes the next text in both registers, and each reading that is asked for.
#[track_caller]
fn both(page: &Page, plain: &str, easy: &str, given: &[(&str, &str)]) {
    reach(page, "textbox", &say("look.plain"));
    type_text(page, plain);
    reach(page, "textbox", &say("look.easy"));
    type_text(page, easy);
    readings(page, given);
}

#[track_caller]
fn readings(page: &Page, given: &[(&str, &str)]) {
    for (at, (word, reading)) in given.iter().enumerate() {
        let label = say_with("lists.reading_of", &[("word", word)]);
        let there = || page.focused().is_some_and(|focus| focus.name == label);
        if at > 0 {
            // One after the other, without a step between.
            page.wait_for("the next reading", there);
        } else {
            reach(page, "textbox", &label);
        }
        type_text(page, reading);
        page.press_keys(&["Enter"]);
    }
    on_the_field(page, "look.easy");
}

/// Waits until a field of this register has the focus.
#[track_caller]
fn on_the_field(page: &Page, register: &str) {
    page.wait_for("the focus in the field", || {
        page.focused().is_some_and(|focus| focus.role == "textbox" && focus.name == say(register))
    });
}
