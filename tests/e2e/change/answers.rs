//! One answer by voice, everything by signature: what is told before, what is recorded, what stands there after.

use nattoku::domain::consent::Answer;
use nattoku::domain::text::{Reading, bare};
use serde_json::{Value, json};

use super::{assert_chain, becomes, events, give, name_receiver, open_change, open_record, with_record};
use crate::harness::Page;
use crate::record;
use crate::talk::{EXPLAINER, STROKES, answer_word};
use crate::words::{begins, say, say_with};

/// One yes becomes a no and one no a yes, spoken. Nothing is filled in, and the old answer is no change.
pub fn one_answer(page: &Page) {
    let (talk, first) = with_record(page);
    open_record(page);
    open_change(page);
    page.see(&say_with("change.now", &[("answer", &answer_word(Answer::Granted))]));
    page.see(&say("change.now_none"));
    page.button(&say("next")).click();
    page.see(&say("problem.no_change"));

    page.button(&format!("{} {}", talk.short(0), say("change.open"))).click();
    let chosen = || talk.inside("return root.querySelectorAll('.change input:checked').length");
    assert_eq!(chosen(), 0, "the answer that holds is not filled in");
    let four = talk.inside(
        "return [...root.querySelectorAll('.change .choice__face')].map((face) => face.getBoundingClientRect())
           .map(({ width, height }) => `${Math.round(width)}×${Math.round(height)}`)",
    );
    let four = four.as_array().expect("the answers").clone();
    assert_eq!(four.len(), 4);
    assert_eq!(four[0], four[1], "yes and no are of one size");
    page.radio(&answer_word(Answer::Granted)).click();
    page.see(&say("change.same"));
    page.see(&say("change.none_yet"));
    page.radio(&answer_word(Answer::Withheld)).click();
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    page.button(&format!("{} {}", talk.short(0), say("change.keep"))).click();
    page.see(&say("change.none_yet"));
    assert_eq!(chosen(), 0, "what is left as it was is not filled in either");
    page.radio(&answer_word(Answer::Withheld)).click();
    give(page, &talk, 1, Answer::Granted);
    page.see(&becomes(Some(Answer::Withheld), Answer::Granted));
    page.button(&say("next")).click();

    page.see_heading(&say("follow.heading"));
    let told = talk.notice.items[0].on_withdrawal.clone().expect("the text says what follows");
    let undo = bare(told.undo.expect("what stops").get(Reading::Plain));
    page.see(&say("follow_kind.undo"));
    page.see(&undo);
    name_receiver(page);

    talk.choose("way.voice");
    talk.see(&say("voice.heading"));
    let scope = [(0, Answer::Withheld), (1, Answer::Granted)].map(|(index, answer)| {
        let (item, answer) = (talk.short(index), answer_word(answer));
        page.see(&format!("{item}{answer}"));
        format!("{item}: {answer}")
    });
    let lines = talk.inside("return root.querySelectorAll('.scope .row').length");
    assert_eq!(lines, 2, "only what changes is read back");
    // The words of an item may stand elsewhere on the screen, so the screen's own rows are looked at.
    let rows = || {
        let script =
            "return [...root.querySelectorAll('.stage .row, .stage .change')].map((row) => row.textContent)";
        serde_json::from_value::<Vec<String>>(talk.inside(script)).expect("texts")
    };
    let unchanged = || {
        let shorts = (2..talk.notice.items.len()).map(|index| talk.short(index));
        shorts.filter(|short| rows().iter().any(|row| row.trim().starts_with(short))).collect::<Vec<_>>()
    };
    assert_eq!(unchanged(), [""; 0], "what stays as it is, is not read back");
    page.checkbox(&say("voice.read_back")).click();
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    page.see(&undo);
    assert_eq!(unchanged(), [""; 0], "only what changes is looked over");
    page.button(&say("review.finish")).click();
    talk.see(&say("done.changed"));
    page.see(&say("done.changed_lead"));

    let document = record::save(page);
    let events = events(&document);
    assert_eq!(events.len(), 2);
    assert_eq!(events[0]["id"], json!(first.events[0].id), "what happened before stays");
    let event = &events[1];
    let answers = [(0, "withheld"), (1, "granted")]
        .map(|(index, answer)| json!({ "item": talk.notice.items[index].id, "answer": answer }));
    assert_eq!((&event["type"], &event["answers"]), (&json!("changed"), &json!(answers)));
    assert_eq!((&event["method"], &event["oral"]["scope"]), (&json!("oral"), &json!(scope.join("\n"))));
    assert_eq!(event["received"]["by"], EXPLAINER);
    assert_eq!((&event["explained"], &event["respondent"]["role"]), (&Value::Null, &json!("principal")));
    let follow_ups = event["followUps"].as_array().expect("what follows");
    assert!(follow_ups.iter().all(|one| one["item"] == json!(talk.notice.items[0].id)), "{follow_ups:?}");
    assert!(
        follow_ups
            .iter()
            .any(|one| one["kind"] == "undo" && bare(one["text"].as_str().unwrap_or("")) == undo)
    );
    assert_chain(page, &document["consents"][0]);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Everything is taken back with one press, put back with one, taken back again and signed.
pub fn everything(page: &Page) {
    let (talk, _) = with_record(page);
    open_record(page);
    open_change(page);
    // Undone, it is as it was chosen before.
    give(page, &talk, 0, Answer::AskEachTime);
    page.button(&say("change.all")).click();
    page.see(&say("change.all_done"));
    page.button(&say("change.all_undo")).click();
    page.see(&becomes(Some(Answer::Granted), Answer::AskEachTime));
    page.button(&format!("{} {}", talk.short(0), say("change.keep"))).click();
    page.see(&say("change.none_yet"));
    page.button(&say("change.all")).click();
    page.see(&say("change.all_done"));
    page.button(&say("next")).click();

    let photo = talk.notice.items[7].on_withdrawal.clone().expect("the text says what follows");
    let told = [photo.undo, photo.tell, photo.remains].into_iter().flatten();
    let told: Vec<String> = told.map(|text| bare(text.get(Reading::Plain))).collect();
    assert!(!told.is_empty());
    talk.see(&say("follow.heading"));
    told.iter().for_each(|sentence| page.see(sentence));
    name_receiver(page);
    talk.choose("way.sign");
    talk.write_name();
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    talk.finish("withdrawn");
    page.button(&say("history.follow")).state();

    let document = record::save(page);
    let events = events(&document);
    assert_eq!(events.len(), 2);
    let event = &events[1];
    assert_eq!((&event["type"], &event["outcome"]), (&json!("withdrawn"), &json!("withdrawn")));
    let items = [0, 2, 7].map(|index| json!({ "item": talk.notice.items[index].id, "answer": "withheld" }));
    assert_eq!(event["answers"], json!(items), "what never was allowed is not taken back");
    assert_eq!(event["signature"]["strokes"].as_array().map(Vec::len), Some(STROKES.len()));
    let now = &document["consents"][0]["current"];
    assert_eq!(now["outcome"], "withdrawn");
    assert!(now["answers"].as_array().expect("answers").iter().all(|given| given["answer"] == "withheld"));
    assert_chain(page, &document["consents"][0]);

    // The record is a history: both days, what changed, what follows, and the ink.
    talk.next_person();
    open_record(page);
    page.see(&say("outcome.withdrawn"));
    page.see(&say("history.decided"));
    page.see(&say("history.withdrawn"));
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    told.iter().for_each(|sentence| page.see(sentence));
    page.see(&say("seal.whole"));
    assert_eq!(folded(page, &talk), json!([true, true, false, true]), "long parts are folded on the screen");
    talk.inside("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(folded(page, &talk), json!([false, false, false, false]), "and open on paper");
    talk.inside("dispatchEvent(new Event('afterprint'))");
    assert_eq!(folded(page, &talk), json!([true, true, false, true]), "and folded again after it");

    // A person may change their mind once more.
    open_change(page);
    assert!(!page.shows(&say("change.all_lead")), "there is nothing left to take back");
    give(page, &talk, 0, Answer::Granted);
    page.button(&say("next")).click();
    page.see(&say("follow.nothing"));
    name_receiver(page);
    talk.choose("way.typed");
    page.see(&say("typed.statement_change"));
    page.fill(&begins("who.name"), crate::talk::NAME);
    page.button(&say("to_review")).click();
    page.button(&say("review.finish")).click();
    talk.see(&say("done.changed"));
    let document = record::save(page);
    assert_eq!(super::events(&document).len(), 3);
    assert_eq!(document["consents"][0]["current"]["outcome"], "partially");
    assert_chain(page, &document["consents"][0]);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Which folds of the history are closed, in their order.
fn folded(_: &Page, talk: &crate::talk::Talk<'_>) -> Value {
    talk.inside("return [...root.querySelectorAll('.timeline details')].map((fold) => !fold.open)")
}
