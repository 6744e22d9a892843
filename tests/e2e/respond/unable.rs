//! A day on which nobody could say: noticed in the middle of the questions, recorded as what it is, and no "no".

use nattoku::domain::consent::Answer;
use serde_json::{Value, json};

use super::called;
use crate::harness::Page;
use crate::record;
use crate::talk::{EXPLAINER, NAME, Talk, role_words};
use crate::words::{begins, say, say_with};

/// From a question to the record, with a way back that loses no answer.
pub fn unable(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer(0, Some(Answer::Granted));
    page.button(&say("item.cannot")).click();
    talk.see(&say("respondent.heading"));
    assert!(page.radio(&role_words("unable")).state().on);
    page.see(&say("respondent.unable_dropped"));
    page.button(&say("next")).click();
    page.see(&say("problem.unable"));
    // A note may say what was tried as well; what perhaps should not stand there is asked about, and may stay.
    page.fill(&say("respondent.tried_note"), "認知症のためか、うとうとしていた");
    page.see(&say_with("field.gentle", &[("about", "病気やけがのこと")]));
    page.see_no(&say("problem.unable"));
    page.checkbox(&called(|law| &law.tried, "another_time")).click();
    page.fill(&say("respondent.again"), "来月の集まりで");
    page.button(&say("next")).click();

    talk.see(&say("who.heading_for"));
    page.fill(&begins("who.name_for"), NAME);
    page.fill(&begins("who.explained_by"), EXPLAINER);
    page.button(&say("next")).click();
    // There is no way to answer to be chosen, and no answer to be looked over.
    talk.see(&say("review.heading"));
    page.see(&say("review.not_confirmed"));
    page.see("来月の集まりで");
    assert_eq!(page.button(&format!("{} {}", talk.short(0), say("review.change"))).count(), 0);

    // Whoever can answer after all finds the answers as they were.
    page.button(&format!("{} {}", say("consent.respondent"), say("review.change"))).click();
    talk.respond("principal");
    page.button(&say("to_review")).click();
    assert_eq!(page.button(&format!("{} {}", talk.short(0), say("review.change"))).count(), 1);
    page.button(&format!("{} {}", say("consent.respondent"), say("review.change"))).click();
    talk.respond("unable");
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    talk.finish("unable_to_confirm");

    let document = record::save(page);
    let event = record::only_event(&document);
    let tried = json!({
        "tried": ["another_time"], "note": "認知症のためか、うとうとしていた", "again": "来月の集まりで",
    });
    assert_eq!((&event["unable"], &event["outcome"]), (&tried, &json!("unable_to_confirm")));
    assert_eq!((&event["answers"], &event["method"]), (&json!([]), &Value::Null), "nothing was answered");
    assert_eq!(event["unanswered"].as_array().map(Vec::len), Some(talk.notice.items.len()));
    assert_eq!(event["respondent"], Value::Null);
    assert_eq!(document["consents"][0]["subject"]["name"], NAME);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
