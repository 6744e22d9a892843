//! The list of the check as the group's to choose: built in, with more behind it, its own from a file or written in the
//! page; on the tablet and in a host page.

mod choose;
mod file;
mod host;
mod windows;
mod write;

use nattoku::domain::checklist::{Checklist, Mark};
use nattoku::domain::text::bare;
use serde_json::{Value, json};

use crate::harness::{Page, Target};
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{say, say_with};

pub use choose::chosen;
pub use file::{TITLE, broken, own_file, sound};
pub use host::element;
pub use windows::{put_aside, replaced, windows};
pub use write::{keyboard_only, moved, refused};

/// From home to the lists, by way of the settings.
#[track_caller]
pub fn open(page: &Page) {
    page.button(&say("home.settings")).click();
    page.see_heading(&say("settings.heading"));
    page.button(&say("lists.choose")).click();
    page.see_heading(&say("lists.heading"));
}

/// Opens the card of a list.
#[track_caller]
pub fn read(page: &Page, title: &str) {
    page.button(&format!("{title}…")).click();
    page.see_heading(title);
}

/// How much a list asks, as it is said.
pub fn counted(list: &Checklist) -> String {
    let [parts, items] = [list.lists.len(), list.items().count()].map(|count| count.to_string());
    say_with("lists.count", &[("parts", &parts), ("items", &items)])
}

/// What the device keeps of the lists.
pub fn kept(page: &Page) -> Value {
    page.kept("app.lists").map_or(Value::Null, |text| serde_json::from_str(&text).expect("JSON"))
}

/// Everything of a list stands there in both registers.
#[track_caller]
pub fn reads_all(page: &Page, list: &Checklist) {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    let seen = squeeze(&page.text());
    let parts = list.lists.iter().flat_map(|part| {
        let items = part.items.iter();
        let inside =
            items.flat_map(|item| [&item.text].into_iter().chain(item.points.iter().map(|p| &p.text)));
        [&part.title].into_iter().chain(inside)
    });
    let cases = list
        .cases
        .cards
        .iter()
        .flat_map(|case| [&case.title, &case.happened].into_iter().chain(&case.prevent));
    for text in parts.chain(cases) {
        for wording in [&text.plain, &text.easy] {
            let wording = squeeze(&bare(wording));
            assert!(seen.contains(&wording), "{wording} is missing from\n{seen}");
        }
    }
}

/// A field of one register, inside a group of that name.
pub fn field<'a>(within: &Target<'a>, group: &str, register: &str) -> Target<'a> {
    within.role("group", group).role("field", &say(register))
}

/// From the opening words to the saved record: one mark of each kind in turn, and the list inside the file.
#[track_caller]
pub fn run_through(page: &Page, list: &Checklist) -> Value {
    let mut meeting = Meeting::here(page, "nattoku-app");
    meeting.list = list.clone();
    meeting.see_opening();
    meeting.start();
    let mut index = 0;
    for (at, part) in list.lists.iter().enumerate() {
        if at > 0 {
            meeting.next_part(at);
        }
        meeting.see_part(at);
        for _ in &part.items {
            meeting.mark(index, Mark::ALL[index % 3]);
            index += 1;
        }
    }
    meeting.to_result();
    meeting.finish();
    let document = record::save_run(page);
    let run = &document["checklistRuns"][0];
    assert_eq!(
        [&run["list"]["id"], &run["list"]["version"], &run["list"]["digest"], &run["list"]["title"]],
        [&json!(list.id), &json!(list.version), &json!(list.digest()), &json!(list.title.plain)]
    );
    let asked: Vec<Value> = list.items().map(|(_, item)| json!(item.text.plain)).collect();
    let told: Vec<Value> =
        run["list"]["items"].as_array().expect("items").iter().map(|i| i["text"].clone()).collect();
    assert_eq!(told, asked, "the list is inside");
    let marks: Vec<Value> =
        run["marks"].as_array().expect("marks").iter().map(|m| m["mark"].clone()).collect();
    let given: Vec<Value> = (0..index).map(|index| json!(Mark::ALL[index % 3].value())).collect();
    assert_eq!(marks, given);
    document
}

/// The words of a list's title, as they are seen.
pub fn title(list: &Checklist) -> String {
    plain(&list.title)
}
