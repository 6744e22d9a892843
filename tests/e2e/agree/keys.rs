//! Talking it over without any pointer: every control is reached by Tab, shows the focus, and does what it says.

use serde_json::json;

use super::{round, take_up};
use crate::harness::Page;
use crate::keyboard::{focus_is, reach, type_text, write};
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{say, say_with};

fn press(page: &Page, name: &str) {
    reach(page, "button", name);
    page.press_keys(&["Enter"]);
}

fn screen(page: &Page, meeting: &Meeting<'_>, title: &str) {
    meeting.see(title);
    focus_is(page, "heading");
}

/// From the hub to the file with Tab, Enter, Space, the arrows and letters.
pub fn keys(page: &Page) {
    let meeting = take_up(page, &round(&["oxoooooooo", "oooooooooo"]));
    meeting.see(&say("check.result"));
    press(page, &say("talk.view_table"));
    press(page, &meeting.short(0));
    screen(page, &meeting, &meeting.short(0));
    press(page, &say("check.back_to_result"));
    screen(page, &meeting, &say("check.result"));
    press(page, &say("talk.begin"));
    screen(page, &meeting, &meeting.short(1));

    press(page, &say("talk.timer"));
    press(page, &say_with("talk.minutes", &[("n", "3")]));
    press(page, &say("talk.timer_stop"));
    write(page, &say("talk.said"), "kami");
    write(page, &say_with("check.rule_n", &[("n", "1")]), "tana");
    press(page, &say("check.rule_add"));
    // The focus is in the new field already.
    page.wait_for("the focus in the new rule", || {
        page.focused().is_some_and(|focus| focus.name == say_with("check.rule_n", &[("n", "2")]))
    });
    type_text(page, "kagi");
    write(page, &say("talk.what"), "hako");
    write(page, &say("talk.role"), "kaikei");
    press(page, &say("talk.due_half"));
    for title in [&meeting.list.cases.title, &meeting.list.rules.title, &meeting.list.emergency.title] {
        press(page, &say_with("check.next_is", &[("title", &plain(title))]));
        screen(page, &meeting, &plain(title));
    }
    write(page, &plain(&meeting.list.emergency.questions[0].text), "daihyo");
    press(page, &say_with("check.next_is", &[("title", &say("talk.next_title"))]));
    screen(page, &meeting, &say("talk.next_title"));
    reach(page, "radio", &say("talk.when_half"));
    page.press_keys(&["Space", "ArrowDown"]);
    page.wait_for("a year", || page.radio(&say("talk.when_year")).state().on);
    press(page, &format!("hako {}", say("talk.do_done")));
    write(page, &say("talk.people"), "3");
    press(page, &say("check.finish"));
    meeting.see(&say("check.done"));
    press(page, &say("closing.save"));
    page.see(&say("closing.saved"));
    let run = &record::sound(&page.last_download(), "checklist")["checklistRuns"][0];
    let texts = |part: &str| {
        let entries = run[part].as_array().into_iter().flatten();
        entries.map(|entry| entry["text"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts("talk"), ["kami"]);
    assert_eq!(texts("rules"), ["tana", "kagi"]);
    assert_eq!((texts("actions"), &run["actions"][0]["state"]), (vec!["hako".to_owned()], &json!("done")));
    assert_eq!(texts("emergency"), ["daihyo"]);
    assert_eq!(run["people"], 3);
    assert!(run["next"].is_string());
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
