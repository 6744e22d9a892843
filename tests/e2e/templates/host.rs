//! The `notice` property and the `template` attribute in a host page: refused, incomplete, sound, changed midway.

use serde_json::{Value, json};

use super::{SENTENCE, broken, own::lists_both, silent_about_two, sound};
use crate::harness::Page;
use crate::talk::Talk;
use crate::words::{explanation, say};

const HOST: &str = "fixtures/embed/index.html";

/// What a portal gives is checked, refused or used; a conversation that has begun keeps its words.
pub fn property(page: &Page) {
    page.open(HOST);
    let talk = Talk::here(page, "nattoku-consent", explanation());
    talk.see_topic(0);
    give(page, "notice", broken());
    let told = last_error(page);
    assert_eq!((&told["code"], &told["place"]), (&json!("notice.refused"), &json!("notice")));
    assert_eq!(told["message"].as_str().map(|text| text.lines().count()), Some(3), "{told}");
    talk.see_topic(0);

    give(page, "notice", silent_about_two());
    page.see_heading(&say("gaps.heading"));
    lists_both(page);
    let told = last_error(page);
    assert_eq!((&told["code"], &told["place"]), (&json!("notice.incomplete"), &json!("notice")));
    for id in ["retention", "complaints"] {
        assert!(told["message"].as_str().is_some_and(|text| text.contains(id)), "{told}");
    }

    give(page, "notice", sound());
    page.see(SENTENCE[0]);
    page.button(&say("topic.next")).click();
    talk.see_topic(1);
    // Something was said: whatever the page sets now is for the next person.
    give(page, "notice", silent_about_two());
    page.wait_for("the error", || last_error(page)["code"] == "notice.incomplete");
    give(page, "notice", Value::Null);
    page.button(&say("back")).click();
    page.see(SENTENCE[0]);
    page.exec("document.querySelector('nattoku-consent').reset()", &[]);
    page.see(&explanation().sections[0].plain[0]);
    page.see_no(SENTENCE[0]);

    give(page, "template", json!("care_provider"));
    page.see_heading(&say("settings.heading"));
    give(page, "template", json!("nursery"));
    let told = last_error(page);
    assert_eq!((&told["code"], &told["place"]), (&json!("attribute.meaningless"), &json!("template")));
    assert!(told["message"].as_str().is_some_and(|text| text.contains("neighbourhood_watch")), "{told}");
    talk.see_topic(0);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

fn give(page: &Page, name: &str, value: Value) {
    page.exec(
        "document.querySelector('nattoku-consent')[arguments[0]] = arguments[1]",
        &[json!(name), value],
    );
}

/// The latest refusal the host page heard of.
fn last_error(page: &Page) -> Value {
    page.exec("return heard.filter((event) => event.name === 'nattoku-error').at(-1)?.detail ?? null", &[])
}
