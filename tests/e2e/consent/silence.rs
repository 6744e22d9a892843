//! "No", "not today" and silence: finished and respected like any other answer, and never a yes.

use nattoku::domain::consent::Answer;
use serde_json::json;

use crate::harness::Page;
use crate::record;
use crate::talk::{Talk, answer_word};
use crate::words::{say, say_with};

/// "No" to everything by the shortcut of each group, taken back once with one tap; a calm end.
pub fn refusal(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    let no = answer_word(Answer::Withheld);
    let all = say_with("item.all_same", &[("count", "5"), ("answer", &no)]);
    let done = say_with("item.many_done", &[("answer", &no)]);
    let many = |first: usize| {
        talk.see_item(first);
        assert_eq!(page.button(&all).count(), 0, "a shortcut before the person said anything");
        page.radio(&no).click();
        page.button(&all).click();
        page.see(&done);
    };
    many(0);
    page.button(&say("item.many_undo")).click();
    page.see_no(&done);
    assert!(page.radio(&no).state().on, "what the person said before the shortcut");
    talk.next_item(0);
    talk.see_item(1);
    assert_eq!(talk.chosen(), 0, "one tap takes all of it back");
    page.button(&say("back")).click();
    talk.see_item(0);
    page.button(&all).click();
    page.see(&done);
    for index in 0..5 {
        talk.see_item(index);
        assert!(page.radio(&no).state().on, "question {index} of the group");
        talk.next_item(index);
    }
    talk.answer(5, Some(Answer::Withheld));
    many(6);
    for index in 6..11 {
        talk.see_item(index);
        assert!(page.radio(&no).state().on, "question {index} of the group");
        talk.next_item(index);
    }
    talk.acknowledge(Some("ack.declined"));
    talk.name_people();
    page.see(&say("method.no_yes"));
    talk.type_name();
    talk.finish("refused");
    assert_eq!(
        talk.inside("return root.querySelectorAll('[role=alert]').length"),
        0,
        "nobody is warned about a no"
    );

    let document = record::save(page);
    let event = record::only_event(&document);
    assert_eq!(event["outcome"], "refused");
    let answers: Vec<_> =
        talk.notice.items.iter().map(|item| json!({ "item": item.id, "answer": "withheld" })).collect();
    assert_eq!((&event["answers"], &event["unanswered"]), (&json!(answers), &json!([])));
    assert_eq!(document["consents"][0]["current"]["outcome"], "refused");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Everything left for another day, with one tap.
pub fn not_today(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    page.button(&say("item.not_today")).click();
    page.see(&say_with("item.many_done", &[("answer", &answer_word(Answer::Undecided))]));
    for index in 0..talk.notice.items.len() {
        talk.see_item(index);
        assert!(page.radio(&answer_word(Answer::Undecided)).state().on, "question {index}");
        talk.next_item(index);
    }
    talk.acknowledge(None);
    talk.name_people();
    page.see(&say("method.no_yes"));
    talk.type_name();
    talk.finish("deferred");

    let document = record::save(page);
    let event = record::only_event(&document);
    assert_eq!(event["outcome"], "deferred");
    let answers = event["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), 11);
    assert!(answers.iter().all(|given| given["answer"] == "undecided"), "{answers:?}");
    assert_eq!(event["acknowledgements"], json!([]));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Nothing said about anything: it can be recorded, as exactly that.
pub fn silence_is_not_yes(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    for index in 0..talk.notice.items.len() {
        talk.see_item(index);
        assert_eq!(talk.chosen(), 0, "an answer that nobody gave, at question {index}");
        talk.next_item(index);
    }
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    page.see(&say_with("review.unanswered", &[("count", "11")]));
    talk.finish("deferred");

    let document = record::save(page);
    let event = record::only_event(&document);
    let asked: Vec<_> = talk.notice.items.iter().map(|item| &item.id).collect();
    assert_eq!((&event["answers"], &event["unanswered"]), (&json!([]), &json!(asked)));
    assert_eq!(event["outcome"], "deferred");
    assert!(!document["consents"].to_string().contains("granted"));
    // What was on the screen is in the record all the same, in the wording that was shown.
    let topics: Vec<_> = (talk.notice.sections.iter())
        .map(|section| json!({ "section": section.id, "reading": "plain", "askedAgain": false, "readAloud": false }))
        .collect();
    assert_eq!(event["explained"]["topics"], json!(topics));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
