//! Nothing is marked and nothing is written: that is a way to use the check, and it leaves no mark behind.

use serde_json::{Value, json};

use super::only_run;
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::record;
use crate::words::{say, say_with};

/// From the opening words to the end without a single mark, by somebody alone on somebody else's page.
pub fn silent(page: &Page) {
    page.open("fixtures/embed/index.html");
    let meeting = Meeting::here(page, "nattoku-checklist");
    meeting.see_opening();
    meeting.start();
    meeting.see_part(0);
    meeting.walk_to_result();
    let counts = meeting.list.lists.iter().map(|part| {
        let none = ["できている 0", "やろうとしている 0", "できていない 0"].map(String::from);
        let title = crate::meeting::plain(&part.title);
        json!([title, none[0], none[1], none[2], format!("まだ {}", part.items.len())])
    });
    assert_eq!(meeting.counts_seen(), counts.collect::<Value>());
    let items = meeting.list.items().count();
    page.see(&say_with("check.open", &[("n", &items.to_string())]));
    let open: Value = (0..items).map(|index| json!([meeting.short(index), meeting.word(None)])).collect();
    assert_eq!(meeting.talk_seen(), open);
    assert_eq!(page.button(&say("check.mark_item")).count(), items);

    meeting.finish();
    let document = record::save_run(page);
    let run = only_run(&document);
    for field in ["marks", "notes", "rules", "emergency", "talk", "actions"] {
        assert_eq!(run[field], json!([]), "{field} that nobody gave");
    }
    assert_eq!(run["summary"]["all"], json!({ "done": 0, "trying": 0, "notYet": 0, "unmarked": items }));
    assert!(!document.to_string().contains("not_yet"), "a mark in {document}");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
