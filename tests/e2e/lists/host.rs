//! The `template` attribute and the `list` property in a host page: several lists, an own one, refused, changed midway.

use nattoku::domain::checklist::{Checklist, Mark, own};
use serde_json::{Value, json};

use super::file::{TITLE, broken, sound};
use super::title;
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{begins, say};

/// What a portal asks for is used or refused by name; a run that has begun keeps its list.
pub fn element(page: &Page) {
    page.open("fixtures/embed/index.html");
    let mut meeting = Meeting::here(page, "nattoku-checklist");
    meeting.see_opening();
    give(page, "template", json!("facility photo"));
    meeting.list = Checklist::named("facility photo").expect("both");
    meeting.see_opening();
    assert_eq!(page.button(&say("lists.choose")).count(), 0, "the page decides");
    for wrong in ["school", "salon school", "salon salon", "care_provider"] {
        give(page, "template", json!(wrong));
        let told = last_error(page);
        assert_eq!(
            (&told["code"], &told["place"]),
            (&json!("attribute.meaningless"), &json!("template")),
            "{wrong}"
        );
        let message = told["message"].as_str().expect("a message");
        assert!(message.contains(wrong) && message.contains("facility, photo, safety"), "{message}");
        meeting.see(&title(&Checklist::salon()));
    }
    give(page, "template", json!("safety"));
    meeting.see(&title(&Checklist::named("safety").expect("safety")));

    give(page, "list", broken());
    let told = last_error(page);
    assert_eq!((&told["code"], &told["place"]), (&json!("list.refused"), &json!("list")));
    assert_eq!(told["message"].as_str().map(|text| text.lines().count()), Some(3), "{told}");
    meeting.see(&title(&Checklist::named("safety").expect("safety")));
    give(page, "list", sound());
    meeting.see(TITLE);
    assert_eq!(page.exec("return document.querySelector('nattoku-checklist').list.id", &[]), "kitchen");
    give(page, "list", Value::Null);
    meeting.see(&title(&Checklist::named("safety").expect("safety")));
    give(page, "list", sound());

    meeting.list = own::read(&sound().to_string()).expect("sound");
    meeting.see_opening();
    page.button(&say("check.begin")).click();
    meeting.see_part(0);
    meeting.mark(0, Mark::Trying);
    // Something was said: whatever the page sets now is for the next run.
    give(page, "list", Value::Null);
    give(page, "template", json!("facility"));
    meeting.see_mark(0, Some(Mark::Trying));
    meeting.to_rules();
    meeting.to_emergency();
    meeting.to_result();
    meeting.finish();
    let run = &meeting.export()["checklistRuns"][0];
    assert_eq!((&run["list"]["id"], &run["marks"][0]["mark"]), (&json!("kitchen"), &json!("trying")));
    assert_eq!(run["list"]["digest"], json!(meeting.list.digest()));
    page.button(&say("check.again")).click();
    meeting.see(&title(&Checklist::named("facility").expect("facility")));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
    tablet(page);
}

/// In `<nattoku-app>` the host page's list binds; the group's own choice rests.
fn tablet(page: &Page) {
    let meeting = Meeting::at_home(page);
    page.exec("document.querySelector('nattoku-app').list = arguments[0]", &[sound()]);
    page.button(&say("home.settings")).click();
    page.see(TITLE);
    page.see(&say("lists.by_page"));
    assert_eq!(page.button(&say("lists.choose")).count(), 0, "the page decides");
    page.button(&say("go_home")).click();
    page.button(&begins("home.check")).click();
    meeting.see(TITLE);
    page.button(&say("go_home")).click();
    page.exec("document.querySelector('nattoku-app').list = null", &[]);
    meeting.open_door();
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

fn give(page: &Page, name: &str, value: Value) {
    page.exec(
        "document.querySelector('nattoku-checklist')[arguments[0]] = arguments[1]",
        &[json!(name), value],
    );
}

/// The latest refusal the host page heard of.
fn last_error(page: &Page) -> Value {
    page.exec("return heard.filter((event) => event.name === 'nattoku-error').at(-1)?.detail ?? null", &[])
}
