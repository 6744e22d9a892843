//! The screens of this room in both registers and every theme, narrow windows included.

use nattoku::domain::checklist::Mark;

use super::made::{self, DEEDS, GROUP};
use super::{give, go_to_the_end, open_record};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::tour::Tour;
use crate::words::say;

/// From the quiet door over last time and the moves to the record with its trend.
pub fn looks(page: &Page) {
    let meeting = Meeting::at_home(page);
    give(page, &made::document(GROUP, vec![]));
    meeting.open_door();
    let tour = Tour::begin(page, "nattoku-app");
    tour.look("report-door");
    page.button(&say("since.file_door")).click();
    meeting.see(&say("since.title"));
    tour.look("report-no-file");
    page.file_input().upload("broken.json", b"{");
    page.see(&say("import.truncated"));
    tour.look("report-refused");
    page.file_input().upload("other.json", made::document("となり", made::three_meetings()).as_bytes());
    page.button(&say("since.other_yes")).click();
    page.see(DEEDS[0]);
    page.group(DEEDS[0]).radio(&say("since.done")).click();
    unfold(&meeting);
    tour.look("report-last-time");
    page.button(&say("since.follow")).click();
    let mut seen = false;
    go_to_the_end(page, &meeting, |heading| {
        if heading == plain(&meeting.list.lists[0].title) {
            meeting.mark(0, Mark::Done);
            meeting.mark(1, Mark::Trying);
        }
        if !seen && meeting.inside("return root.querySelectorAll('.moves').length") == 1 {
            seen = true;
            unfold(&meeting);
            tour.look("report-moves");
        }
    });
    assert!(seen, "the moves were on no screen");
    tour.look("report-closing");

    let runs = [made::three_meetings(), vec![made::ordinary(1).run]].concat();
    give(page, &made::document(GROUP, runs.clone()));
    page.button(&say("check.again")).click();
    page.see_heading(&say("home.heading"));
    page.button(&say("home.records")).click();
    unfold(&meeting);
    tour.look("report-records");
    page.button(&say("go_home")).click();
    open_record(page, &runs[3]);
    unfold(&meeting);
    tour.look("report-record");
    tour.end();
}

/// Opens every fold of the screen.
#[track_caller]
fn unfold(meeting: &Meeting<'_>) {
    meeting.inside("root.querySelectorAll('.stage details').forEach((fold) => { fold.open = true; })");
}
