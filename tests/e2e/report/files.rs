//! Last time from a file: what fits is taken, what does not is refused by name, and nothing is lost meanwhile.

use nattoku::domain::checklist::{Checklist, ChecklistRun};
use std::rc::Rc;

use super::give;
use super::made::{self, DEEDS, GROUP};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{say, say_with};

/// A run of another list that asks only this item.
fn of_another_list(id: &str, item: Option<&str>, time: &str) -> ChecklistRun {
    let mut list = Checklist::salon();
    list.id = id.into();
    list.title.plain = format!("{id}のリスト");
    for part in &mut list.lists {
        part.items.truncate(1);
        if item != Some(part.items[0].id.as_str()) {
            part.items[0].id = format!("{id}.{}", part.id);
        }
    }
    made::finish(made::round(&Rc::new(list), time, &["ooo"]), &format!("run-{id}"), time)
}

/// A device that holds no run: broken files, files of others, a choice, and at last the right one.
pub fn files(page: &Page) {
    let meeting = Meeting::at_home(page);
    give(page, &made::document(GROUP, vec![]));
    meeting.open_door();
    page.screenshot("report-door");
    page.button(&say("since.file_door")).click();
    meeting.see(&say("since.title"));
    page.see(&say("since.none"));
    page.button(&say("since.fresh")).state();
    page.axe();
    page.screenshot("report-file");

    let whole = made::document(GROUP, made::three_meetings());
    let contradicting = whole.replacen("\"run-2019-05\"", "\"run-2019-11\"", 1);
    let strange = made::document(GROUP, vec![of_another_list("strange", None, "2020-01-01T10:00:00+09:00")]);
    for (text, key) in [
        ("".to_owned(), "import.empty"),
        (whole.chars().take(whole.chars().count() / 2).collect(), "import.truncated"),
        ("なっとく".to_owned(), "import.not_json"),
        ("{}".to_owned(), "import.not_nattoku"),
        (whole.replacen(",\"version\":1}", ",\"version\":2}", 1), "import.newer"),
        (contradicting, "import.duplicate"),
        (made::document(GROUP, vec![]), "since.no_run"),
        (strange, "since.no_fit"),
    ] {
        page.file_input().upload("before.json", text.as_bytes());
        page.see(&say(key));
        page.button(&say("since.fresh")).state();
    }
    page.axe();

    // A group of another name is asked about by name.
    let other = made::document("となりのサロン", made::three_meetings());
    page.file_input().upload("other.json", other.as_bytes());
    page.see(&say_with("since.other_group", &[("group", "となりのサロン")]));
    page.axe();
    page.button(&say("since.other_no")).click();
    page.see(&say("since.none"));
    page.file_input().upload("other.json", other.as_bytes());
    page.button(&say("since.other_yes")).click();
    page.see(DEEDS[0]);
    // Said to be done, which goes on from it; another file takes its place, whole.
    page.group(DEEDS[0]).radio(&say("since.done")).click();
    let several = made::document(
        GROUP,
        vec![
            of_another_list("one", Some("collect.1"), "2020-01-01T10:00:00+09:00"),
            of_another_list("two", Some("manage.1"), "2020-02-01T10:00:00+09:00"),
        ],
    );
    page.file_input().upload("several.json", several.as_bytes());
    page.see(&say("since.several"));
    page.axe();
    page.screenshot("report-several");
    page.button("twoのリスト…").state();
    page.button("oneのリスト…").click();
    page.see(&say("since.nothing"));
    page.see_no(DEEDS[0]);

    page.file_input().upload("before.json", whole.as_bytes());
    page.see(&say("since.loaded"));
    page.see(DEEDS[0]);
    assert!(!page.group(DEEDS[0]).radio(&say("since.done")).state().on, "what was said of another file");
    page.button(&say("since.skip")).click();
    page.wait_for("the next screen", || page.heading() != say("since.title"));
    let draft = meeting.draft();
    assert_eq!(
        (&draft["rules"], &draft["talk"]["actions"]),
        (&serde_json::json!([]), &serde_json::json!([])),
        "nothing came over"
    );
    let came = (&draft["talk"]["follows"], &draft["before"]);
    assert_eq!(came, (&serde_json::Value::Null, &serde_json::Value::Null), "nothing came over");
}

/// A run from a clock that is ahead is the latest by its own time, and said to be from after today.
pub fn clocks(page: &Page) {
    let meeting = Meeting::at_home(page);
    let mut runs = made::three_meetings();
    let ahead = made::latest("run-ahead", "2098-05-20T10:30:00+09:00");
    runs.insert(0, ahead);
    give(page, &made::document(GROUP, runs));
    meeting.open_door();
    page.button(&say("check.begin")).click();
    meeting.see(&say("since.title"));
    page.see("2098年(令和80年)5月20日(火)");
    page.see(&say("since.ahead"));
    page.axe();
    page.screenshot("report-ahead");
}
