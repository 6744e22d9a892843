//! The walk through the conversation, and through each way to answer.

use nattoku::domain::consent::Answer;

use super::Tour;
use crate::harness::{Page, PointerKind};
use crate::record;
use crate::talk::{EXPLAINER, STROKES, Talk, answer_word};
use crate::words::{begins, say, say_with};

/// From the first topic to the acknowledgement, with what appears on the way.
pub fn conversation(page: &Page) {
    let talk = Talk::begin(page);
    let tour = Tour::begin(page, "nattoku-app");
    let topics = talk.notice.sections.len();
    for index in 0..topics {
        talk.see_topic(index);
        tour.look(&format!("topic-{}", index + 1));
        if index == 0 {
            page.radio(&say("topic.asked_again")).click();
            page.button(&say("look.open")).click();
            tour.look("topic-1-again-and-panel");
            page.button(&say("look.close")).click();
        }
        page.button(&say(if index + 1 == topics { "topic.to_answers" } else { "topic.next" })).click();
    }
    for index in 0..talk.notice.items.len() {
        talk.see_item(index);
        tour.look(&format!("item-{}", index + 1));
        if index == 0 {
            page.radio(&answer_word(Answer::Withheld)).click();
            tour.look("item-1-answered");
            let values = [("count", "5"), ("answer", &*answer_word(Answer::Withheld))];
            page.button(&say_with("item.all_same", &values)).click();
            tour.look("item-1-all-the-same");
        }
        talk.next_item(index);
    }
    talk.see_acknowledgement();
    tour.look("acknowledge");
    tour.end();
}

/// Each way to answer, with what is said when something is missing; the review and the end.
pub fn ways(page: &Page) {
    let talk = Talk::begin(page);
    let tour = Tour::begin(page, "nattoku-app");
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    page.button(&say("next")).click();
    talk.respond("principal");
    page.button(&say("next")).click();
    talk.see(&say("who.heading"));
    page.button(&say("next")).click();
    page.radio(&say("identity.document")).click();
    tour.look("who-missing");
    talk.name_person();
    tour.look("method");

    talk.choose("way.voice");
    tour.look("voice");
    page.field(&say("voice.date")).pick("2099-12-31");
    page.button(&say("to_review")).click();
    page.see(&say("problem.oral.future"));
    tour.look("voice-future");
    page.button(&say("back")).click();

    talk.choose("way.typed");
    page.button(&say("to_review")).click();
    page.see(&say("problem.typed_name"));
    tour.look("typed-missing");
    page.button(&say("back")).click();

    talk.choose("way.proxy");
    page.fill(&begins("proxy.written_by"), EXPLAINER);
    page.button(&say("to_review")).click();
    page.see(&say("problem.proxy.reason"));
    tour.look("proxy-missing");
    page.button(&say("back")).click();

    talk.choose("way.sign");
    tour.look("sign");
    page.role("img", &say("sign.pad")).draw(&[STROKES[0]], PointerKind::Mouse);
    page.wait_for("a stroke", || talk.strokes() == 1);
    tour.look("sign-written");
    page.button(&say("sign.clear")).click();
    page.button(&say("sign.done")).click();
    page.see(&say("signature.refused.empty"));
    tour.look("sign-refused");
    talk.write_name();
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    tour.look("review");
    page.button(&format!("{} {}", talk.short(0), say("review.change"))).click();
    page.radio(&answer_word(Answer::Undecided)).click();
    page.button(&say("to_review")).click();
    page.see(&say("problem.changed"));
    tour.look("review-changed");
    page.button(&say("review.reconfirm")).click();
    talk.finish("partially");
    tour.look("closing");
    page.button(&say("closing.see")).click();
    page.button(&say("closing.raw")).click();
    record::save(page);
    tour.look("closing-record-open");
    tour.end();
}
