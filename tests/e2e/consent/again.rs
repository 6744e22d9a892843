//! After the answer: a change of mind asks once more, and the next person meets nothing of this one.

use nattoku::domain::consent::Answer;
use serde_json::json;

use crate::harness::Page;
use crate::record;
use crate::talk::{KANA, NAME, Talk, answer_word};
use crate::words::{begins, say};

/// An answer that is changed from the review after the name was written has to be confirmed before it is recorded; one
/// that allows more needs the name anew.
pub fn changed_after_signing(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.choose("way.sign");
    talk.write_name();
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    assert!(!page.shows(&say("problem.changed")));
    assert!(!page.button(&say("review.finish")).state().disabled);

    page.button(&format!("{} {}", talk.short(9), say("review.change"))).click();
    talk.see_item(9);
    page.radio(&answer_word(Answer::Withheld)).click();
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    page.see(&say("problem.changed"));
    assert!(page.button(&say("review.finish")).state().disabled, "recorded without being confirmed");
    page.reload();
    page.button(&say("draft.continue")).click();
    page.see(&say("problem.changed"));
    assert!(page.button(&say("review.finish")).state().disabled, "a reload does not confirm");
    page.button(&say("review.reconfirm")).click();
    page.see_no(&say("problem.changed"));

    // A yes that came later is no yes of that signature: it is asked for anew.
    page.button(&format!("{} {}", talk.short(9), say("review.change"))).click();
    talk.see_item(9);
    page.radio(&answer_word(Answer::AskEachTime)).click();
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    page.see(&say("review.evidence_again"));
    page.see(&say("signature.refused.empty"));
    assert!(!page.shows(&say("review.reconfirm")), "one tap lets no signature stand under a new yes");
    page.button(&say("review.mend")).click();
    assert_eq!(talk.strokes(), 0, "nothing of the earlier signature is left");
    talk.write_name();
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    page.see_no(&say("review.evidence_again"));
    page.see_no(&say("signature.refused.empty"));
    talk.finish("partially");

    let document = record::save(page);
    let event = record::only_event(&document);
    assert_eq!(event["answers"][9], json!({ "item": talk.notice.items[9].id, "answer": "ask_each_time" }));
    assert_eq!(event["answers"].as_array().map(Vec::len), Some(11));
    assert_eq!(event["signature"]["strokes"].as_array().map(Vec::len), Some(3));
}

/// Nothing of a person is left for the next one, neither on the screens nor behind the browser's own buttons.
pub fn next_person(page: &Page) {
    // Something to go back to.
    page.open("fixtures/harness/plain.html");
    let talk = Talk::begin(page);
    page.radio(&say("topic.understood")).click();
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.choose("way.sign");
    talk.write_name();
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    assert!(!left_behind(&talk).is_empty(), "a name that is there is found");
    talk.finish("consented");
    talk.next_person();
    assert_eq!(left_behind(&talk), "", "on the home screen");
    assert!(!page.shows(&say("draft.consent")));

    page.back();
    page.see_heading("別のページ");
    page.forward();
    page.see_heading(&say("home.heading"));
    assert_eq!(left_behind(&talk), "", "after going back and forth in the browser");

    talk.open_door();
    for index in 0..talk.notice.sections.len() {
        talk.see_topic(index);
        assert_eq!(
            talk.inside("return root.querySelectorAll('.topic input:checked').length"),
            0,
            "topic {index}"
        );
        let last = index + 1 == talk.notice.sections.len();
        page.button(&say(if last { "topic.to_answers" } else { "topic.next" })).click();
    }
    for index in 0..talk.notice.items.len() {
        talk.see_item(index);
        assert_eq!(talk.chosen(), 0, "an answer of somebody else, at question {index}");
        talk.next_item(index);
    }
    talk.see_acknowledgement();
    assert_eq!(talk.inside("return root.querySelectorAll('.ask input:checked').length"), 0);
    page.button(&say("next")).click();
    talk.see(&say("respondent.heading"));
    assert_eq!(
        talk.inside("return root.querySelectorAll('input[name=role]:checked').length"),
        0,
        "who answers"
    );
    talk.respond("principal");
    page.button(&say("next")).click();
    for field in [begins("who.name"), say("who.kana"), begins("who.explained_by"), say("who.place")] {
        assert_eq!(page.field(&field).state().value.as_deref(), Some(""), "{field}");
    }
    assert_eq!(left_behind(&talk), "", "in the form about people");
    page.fill(&begins("who.name"), "見本 次の人");
    page.fill(&begins("who.explained_by"), "会計の係");
    page.button(&say("next")).click();
    talk.choose("way.sign");
    assert_eq!(talk.strokes(), 0, "the name of somebody else");
    page.button(&say("review.other_way")).click();
    talk.choose("way.typed");
    assert_eq!(page.field(&begins("who.name")).state().value.as_deref(), Some(""));
    assert_eq!(left_behind(&talk), "", "in the new conversation");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Whatever of the person is in the page: seen or unseen, as text, attribute or value of a field.
fn left_behind(talk: &Talk<'_>) -> String {
    let script = format!(
        "const values = [...root.querySelectorAll('input, textarea')].map((field) => field.value); \
         const all = [root.innerHTML, document.documentElement.outerHTML, document.title, location.href, ...values]; \
         const squeeze = (text) => text.replace(/\\s/g, ''); \
         return [{}].filter((name) => squeeze(all.join('')).includes(squeeze(name))).join(', ')",
        [NAME, KANA].map(|name| json!(name).to_string()).join(", ")
    );
    talk.inside(&script).as_str().expect("a text").to_owned()
}
