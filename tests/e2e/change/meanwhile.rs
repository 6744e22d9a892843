//! What happens meanwhile: a reload in the middle, and another window that goes the same record on.

use nattoku::domain::consent::Answer;
use nattoku::domain::export::Piece;
use serde_json::json;

use super::{
    becomes, document, events, give, name_receiver, on_through, open_change, open_record, second, with_record,
};
use crate::harness::Page;
use crate::record;
use crate::talk::{NAME, Talk, answer_word};
use crate::words::{begins, say, say_with};

/// A change left in the middle is offered like any other conversation, and nothing walks over it.
pub fn draft(page: &Page) {
    let (talk, _) = with_record(page);
    open_record(page);
    open_change(page);
    // Who only looked goes back to the record, and nothing is left behind.
    page.button(&say("back")).click();
    page.see_heading(&say("records.person"));
    open_change(page);
    page.reload();
    page.see_no(&say("draft.change"));
    open_record(page);
    open_change(page);
    give(page, &talk, 0, Answer::AskEachTime);
    page.button(&say("next")).click();
    page.see(&say("follow.ask"));
    page.reload();
    page.see(&say("draft.change"));
    assert!(!page.shows(NAME), "the next person may be looking");

    // From the record it is offered too; beginning anew there discards it on purpose only.
    open_record(page);
    page.button(&say("revise.change")).click();
    page.see(&say("draft.change"));
    page.button(&say("draft.restart_no")).click();
    page.see_no(&say("draft.change"));
    page.button(&say("revise.change")).click();
    page.button(&say("draft.continue")).click();
    page.see_heading(&say("follow.heading"));
    page.button(&say("back")).click();
    page.see_heading(&say("change.heading"));
    page.button(&say("back")).click();
    page.see_heading(&say("records.person"));
    page.button(&say("revise.change")).click();
    page.button(&say("draft.continue")).click();
    page.see_heading(&say("change.heading"));
    page.see(&becomes(Some(Answer::Granted), Answer::AskEachTime));
    page.button(&say("next")).click();
    name_receiver(page);
    finish_typed(page, &talk);
    talk.see(&say("done.changed"));
    let saved = record::save(page);
    assert_eq!(events(&saved).len(), 2);
    page.reload();
    page.see_no(&say("draft.change"));
    open_record(page);
    page.see(&say("history.changed"));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A typed name, and on to the record.
#[track_caller]
fn finish_typed(page: &Page, talk: &Talk<'_>) {
    talk.choose("way.typed");
    page.fill(&begins("who.name"), NAME);
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    page.button(&say("review.finish")).click();
}

/// Another window added to the record meanwhile: told plainly, nothing is lost, and there is a way on.
pub fn stale(page: &Page) {
    let (talk, first) = with_record(page);
    open_record(page);
    open_change(page);
    give(page, &talk, 0, Answer::Withheld);
    page.button(&say("next")).click();
    name_receiver(page);
    let grown = second(&talk.notice, &first, &[(1, Answer::AskEachTime)]);
    let piece = Piece::Consent(grown.id.clone());
    page.plant(&piece.name(), &document(&talk.notice, grown.clone()).piece(&piece).expect("the record"));
    finish_typed(page, &talk);
    page.see(&say("problem.stale"));
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    page.button(&say("stale.go_on")).click();
    page.see_heading(&say("change.heading"));
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    page.see(&say_with("change.now", &[("answer", &answer_word(Answer::AskEachTime))]));
    on_through(page, &["follow.heading", "respondent.heading"]);
    assert!(page.radio(&super::alone()).state().on, "what was entered is still there");
    on_through(page, &["who.heading_change", "method.heading"]);
    finish_typed(page, &talk);
    talk.see(&say("done.withdrawn"));
    let saved = record::save(page);
    assert_eq!(events(&saved).len(), 3, "both windows are in the history");
    assert_eq!(events(&saved)[1]["id"], json!(grown.events[1].id));
    super::assert_chain(page, &saved["consents"][0]);

    // A record that is gone cannot be gone on; what was entered stays on the screen.
    talk.next_person();
    open_record(page);
    open_change(page);
    give(page, &talk, 7, Answer::Withheld);
    page.button(&say("next")).click();
    name_receiver(page);
    page.uproot(&piece.name());
    finish_typed(page, &talk);
    page.see(&say("stale.gone"));
    page.see(&becomes(Some(Answer::Granted), Answer::Withheld));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
