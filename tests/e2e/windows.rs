//! Two windows on one device: what one deleted is gone in the other, and one conversation taken up in both becomes one record.
//! The second window is a second element: it has its own connection to the store and its own channel.

use nattoku::domain::consent::Answer;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::talk::{NAME, Talk};
use crate::words::say;

/// Opens the second window and waits for its first screen. It is not shown, so that what is looked for is the first one's.
fn open_second(page: &Page) {
    let script = "const second = document.createElement('nattoku-app');
        second.id = 'second';
        second.style.display = 'none';
        await new Promise((ready) => {
          second.addEventListener('nattoku-ready', ready, { once: true });
          document.body.append(second);
        });
        return true;";
    assert_eq!(page.exec_promise(script, &[]), true);
}

/// Presses the first button of the second window that fits, once it is there.
#[track_caller]
fn press(page: &Page, selector: &str) {
    let script = "const button = document.getElementById('second').shadowRoot.querySelector(arguments[0]);
        button?.click();
        return button !== null;";
    page.wait_for(selector, || page.exec(script, &[json!(selector)]) == true);
}

fn second_says(page: &Page, words: &str) -> bool {
    let script = "return document.getElementById('second').shadowRoot.textContent.replace(/\\s/g, '')";
    let text = page.exec(script, &[]);
    text.as_str().is_some_and(|text| text.contains(&words.split_whitespace().collect::<String>()))
}

fn second_exports(page: &Page) -> Value {
    let text = page.exec("return document.getElementById('second').exportJson()", &[]);
    serde_json::from_str(text.as_str().expect("JSON text")).expect("JSON")
}

fn draft(page: &Page) -> Value {
    page.kept("app.consent.draft").map_or(Value::Null, |text| serde_json::from_str(&text).expect("JSON"))
}

/// Both windows go on with one conversation: the second is told, what the first entered stays, and one record comes of it.
pub fn one_draft(page: &Page) {
    let talk = Talk::begin(page);
    page.button(&say("topic.next")).click();
    talk.see_topic(1);
    page.wait_for("the draft", || draft(page)["step"] == json!({ "topic": 1 }));
    open_second(page);
    press(page, ".left .buttons .button");
    press(page, ".actions .button--primary");
    page.wait_for("the second window's step", || draft(page)["step"] == json!({ "topic": 2 }));

    // The first one was not told that it is no longer alone until it writes.
    page.button(&say("topic.next")).click();
    page.see(&say("error.draft_elsewhere"));
    page.screenshot("draft-elsewhere");
    assert_eq!(draft(page)["step"], json!({ "topic": 2 }), "the second window's words stay");
    page.button(&say("go_home")).click();
    page.see_no(&say("error.draft_elsewhere"));
    assert_eq!(draft(page)["step"], json!({ "topic": 2 }), "and after leaving, too");

    // Gone on with from there, it is the other one that is told.
    page.button(&say("draft.continue")).click();
    talk.see_topic(2);
    page.button(&say("topic.next")).click();
    talk.see_topic(3);
    page.wait_for("the draft", || draft(page)["step"] == json!({ "topic": 3 }));
    press(page, ".actions .button--primary");
    page.wait_for("the second window to be told", || {
        second_says(page, "別の画面（タブ）でも進められています")
    });
    assert_eq!(draft(page)["step"], json!({ "topic": 3 }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// What one window deleted is gone in the other: on its screen, in what it exports, and for good.
pub fn deleted(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Withheld));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    talk.finish("refused");
    talk.next_person();
    open_second(page);
    press(page, ".home__staff .button");
    page.wait_for("the record in the second window", || second_says(page, NAME));
    assert_eq!(second_exports(page)["consents"].as_array().map(Vec::len), Some(1));

    page.button(&say("home.records")).click();
    page.button(&format!("{NAME} {}", say("records.open"))).click();
    page.button(&say("records.delete")).click();
    page.button(&say("records.delete_yes")).click();
    page.see(&say("records.empty"));
    page.wait_for("it to be gone in the second window", || !second_says(page, NAME));
    assert_eq!(second_exports(page)["consents"], json!([]));
    assert_eq!(page.kept_keys("consent/"), Vec::<String>::new());
    assert_eq!(page.kept_keys("notice/"), Vec::<String>::new(), "nor is a text that nobody answered");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
