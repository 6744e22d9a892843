//! The walk through the ○△× check: every screen of it, on a tablet and, where it differs, on a telephone.

use nattoku::domain::checklist::Mark;
use nattoku::domain::time::Timestamp;

use super::Tour;
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{begins, say};

/// From the opening words to the record of the run.
pub fn checklist(page: &Page) {
    let meeting = Meeting::begin(page);
    let tour = Tour::begin(page, "nattoku-app");
    tour.look("check-opening");
    page.button(&say("check.aims")).click();
    page.button(&say("look.open")).click();
    tour.look("check-opening-aims-and-panel");
    page.button(&say("look.close")).click();
    meeting.start();
    for part in 0..meeting.list.lists.len() {
        meeting.see_part(part);
        tour.look(&format!("check-part-{}", part + 1));
        if part == 0 {
            meeting.mark(0, Mark::Done);
            meeting.mark(2, Mark::NotYet);
            meeting.mark(1, Mark::Trying);
            meeting.note(1, "次の集まりで話す");
            tour.look("check-part-1-marked");
            tour.look_narrow("check-item-2-marked");
        }
        if part == 1 {
            tour.look_narrow("check-item-5");
        }
        match meeting.list.lists.get(part + 1) {
            Some(next) => meeting.onward(&plain(&next.title)).click(),
            None => meeting.to_result(),
        }
    }
    tour.look("check-result");
    meeting.to_cases();
    tour.look("check-cases");
    meeting.to_rules();
    tour.look("check-rules");
    meeting.write_rules(&["名簿は棚から出さない", "紙は帰りに鍵の中へ"]);
    tour.look("check-rules-written");
    meeting.to_emergency();
    tour.look("check-emergency");
    meeting.agree(&["代表。いないときは会計の係", "救急と家族"]);
    meeting.finish();
    tour.look("check-closing");
    page.button(&say("closing.raw")).click();
    let run = record::save_run(page)["checklistRuns"][0].clone();
    tour.look("check-closing-data-open");

    page.button(&say("check.again")).click();
    meeting.open_door();
    // Only looked into is nothing to go on with; a first part on the screen is.
    meeting.start();
    meeting.see_part(0);
    page.button(&say("go_home")).click();
    page.button(&begins("home.check")).click();
    page.button(&say("draft.restart")).click();
    tour.look("home-check-draft");
    page.button(&say("home.records")).click();
    tour.look("records-of-runs");
    let when = Timestamp::parse(run["finishedAt"].as_str().expect("a time")).expect("a time").to_japanese();
    page.button(&format!("{when} {}", say("records.open"))).click();
    page.see_heading(&say("records.run"));
    tour.look("record-of-a-run");
    tour.end();
}
