//! The group marks as one, changes its mind about the way, and loses nothing by it.

use nattoku::domain::checklist::Mark;
use serde_json::json;

use super::{all_done, at_the_ways, choose, finish, see_answers};
use crate::harness::Page;
use crate::words::say;

/// One sheet for all; then somebody wants to answer alone as well.
pub fn together(page: &Page) {
    let meeting = at_the_ways(page);
    page.see(&say("gather.ways_lead"));
    choose(page, "together");
    meeting.see_part(0);
    meeting.mark(0, Mark::Trying);
    page.button(&say("back")).click();
    meeting.see(&say("gather.ways"));
    choose(page, "together");
    meeting.see_part(0);
    meeting.see_mark(0, Some(Mark::Trying));

    // Whose the marks are is asked before they could become somebody else's; a second tap asks no second time.
    page.button(&say("back")).click();
    choose(page, "round");
    page.see(&say("gather.whose"));
    page.button(&say("gather.whose_first")).click();
    meeting.see_part(0);
    meeting.see_mark(0, Some(Mark::Trying));
    page.button(&say("back")).click();
    choose(page, "together");
    page.button(&say("gather.whose_all")).click();
    meeting.see_mark(0, Some(Mark::Trying));
    page.button(&say("back")).click();
    choose(page, "round");
    page.button(&say("gather.whose_group")).click();
    meeting.see(&say("gather.between"));
    page.button(&say("gather.mine")).click();
    meeting.see_part(0);
    meeting.see_mark(0, None);
    meeting.mark(0, Mark::Done);
    // On through the other parts, unmarked, and handed over.
    (1..meeting.list.lists.len()).for_each(|part| meeting.next_part(part));
    page.button(&say("gather.answered")).click();
    meeting.see(&say("gather.between"));
    all_done(page);
    meeting.see(&say("gather.title"));
    see_answers(page, 2);
    assert_eq!(page.button(&say("gather.together_go")).count(), 0, "the group has answered");

    // Asked once, in plain words: here they want the marks kept.
    let keep = say("gather.keep_yes");
    assert!(page.radio(&say("gather.keep_no")).state().on && !page.radio(&keep).state().on);
    page.see(&say("gather.keep_small"));
    page.see(&say("gather.keep_notes"));
    page.radio(&keep).click();
    let run = finish(page, &meeting);
    assert_eq!(run["kept"], "each");
    assert_eq!(run["ways"], json!({ "together": 1, "passedRound": 1, "ownPhone": 0 }));
    let marks = run["marks"].as_array().expect("marks");
    let mut given: Vec<&str> = marks.iter().filter_map(|mark| mark["mark"].as_str()).collect();
    given.sort_unstable();
    assert_eq!(given, ["done", "trying"]);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
