//! A whole consent without any pointer: every stop can be seen, and everything is done with keys.

use nattoku::domain::consent::Answer;
use serde_json::json;

use crate::harness::Page;
use crate::keyboard::{focus_is, reach, write};
use crate::record;
use crate::talk::{EXPLAINER, NAME, Talk, answer_word, role_words};
use crate::words::{begins, say};

/// The whole consent with Tab, Shift+Tab, Space, Enter, the arrows and letters.
pub fn keyboard_only(page: &Page) {
    let talk = Talk::at_home(page);
    reach(page, "button", &begins("home.consent"));
    page.press_keys(&["Enter"]);
    let topics = talk.notice.sections.len();
    for index in 0..topics {
        talk.see_topic(index);
        focus_is(page, "heading");
        if index == 0 {
            reach(page, "radio", &say("topic.understood"));
            page.press_keys(&["Space"]);
            assert!(page.radio(&say("topic.understood")).state().on);
            page.press_keys(&["ArrowDown"]);
            page.wait_for("the other choice", || page.radio(&say("topic.asked_again")).state().on);
            page.see(&say("topic.again_note"));
            page.press_keys(&["ArrowUp"]);
            page.wait_for("the first choice", || page.radio(&say("topic.understood")).state().on);
        }
        let next = say(if index + 1 == topics { "topic.to_answers" } else { "topic.next" });
        reach(page, "button", &next);
        page.press_keys(&[if index % 2 == 0 { "Enter" } else { "Space" }]);
    }
    let answers = [Answer::Granted, Answer::Withheld, Answer::AskEachTime, Answer::Undecided];
    for index in 0..talk.notice.items.len() {
        talk.see_item(index);
        focus_is(page, "heading");
        let answer = answers[index % answers.len()];
        reach(page, "radio", &answer_word(Answer::Granted));
        page.press_keys(&["Space"]);
        (0..index % answers.len()).for_each(|_| page.press_keys(&["ArrowDown"]));
        page.wait_for("the answer", || page.radio(&answer_word(answer)).state().on);
        let last = index + 1 == talk.notice.items.len();
        reach(page, "button", &say(if last { "item.to_acknowledge" } else { "item.next" }));
        page.press_keys(&["Enter"]);
    }
    talk.see_acknowledgement();
    reach(page, "radio", &say("ack.acknowledged"));
    page.press_keys(&["Space"]);
    reach(page, "button", &say("next"));
    page.press_keys(&["Enter"]);

    talk.see(&say("respondent.heading"));
    focus_is(page, "heading");
    // Nothing is chosen: Tab comes to the first choice, and going past it chooses nothing.
    reach(page, "radio", &role_words("principal"));
    assert!(!page.radio(&role_words("principal")).state().on);
    page.press_keys(&["Space"]);
    page.wait_for("the choice", || page.radio(&role_words("principal")).state().on);
    reach(page, "button", &say("next"));
    page.press_keys(&["Enter"]);
    talk.see(&say("who.heading"));
    write(page, &begins("who.name"), NAME);
    write(page, &begins("who.explained_by"), EXPLAINER);
    // One stop back and forth again ends where it began.
    page.press_keys(&["Shift+Tab"]);
    assert_eq!(page.focused().map(|focus| focus.name), Some(say("who.kana")));
    reach(page, "button", &say("next"));
    page.press_keys(&["Enter"]);
    talk.see(&say("method.heading"));
    reach(page, "button", &begins("way.typed"));
    page.press_keys(&["Enter"]);
    talk.see(&say("typed.heading"));
    write(page, &begins("who.name"), NAME);
    reach(page, "button", &say("to_review"));
    page.press_keys(&["Enter"]);
    talk.see(&say("review.heading"));
    reach(page, "button", &say("review.finish"));
    page.press_keys(&["Enter"]);
    talk.see(&say("closing.partially"));

    reach(page, "button", &say("closing.save"));
    page.press_keys(&["Enter"]);
    page.see(&say("closing.saved"));
    let document = record::sound(&page.last_download(), "consent");
    let event = record::only_event(&document);
    let wanted: Vec<_> = (talk.notice.items.iter().enumerate())
        .map(|(index, item)| json!({ "item": item.id, "answer": answers[index % answers.len()].key() }))
        .collect();
    assert_eq!(event["answers"], json!(wanted));
    assert_eq!(event["typedName"]["name"], NAME);
    reach(page, "button", &say("closing.next_person"));
    page.press_keys(&["Enter"]);
    talk.see(&say("home.heading"));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
