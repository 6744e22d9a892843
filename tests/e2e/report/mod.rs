//! What a meeting has of the one before, and what it leaves: last time's agreements, the moves, the page for the
//! committee printed and read, the table and the calendar read by other programs' readers.

mod files;
mod last;
mod looks;
mod made;
mod paper;
mod take;

pub use files::{clocks, files};
pub use last::{keys, last_time};
pub use looks::looks;
pub use paper::{long, page_of_paper};
pub use take::{kept_marks, take};

use serde_json::json;

use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{begins, say};

/// Gives the tablet a document.
#[track_caller]
fn give(page: &Page, document: &str) {
    let script = "return document.querySelector('nattoku-app').importJson(arguments[0])";
    page.exec(script, &[json!(document)]);
}

/// Opens the record of the run that was finished at this time.
#[track_caller]
fn open_record(page: &Page, run: &nattoku::domain::checklist::ChecklistRun) {
    page.button(&say("home.records")).click();
    page.button(&format!("{} {}", run.finished_at.to_japanese(), say("records.open"))).click();
    page.see_heading(&say("records.run"));
}

/// Presses the filled button of one screen after another until the one that finishes is there; the group answers as one.
/// `at` is told the heading of every screen before it is left.
#[track_caller]
fn go_to_the_end(page: &Page, meeting: &Meeting<'_>, mut at: impl FnMut(&str)) {
    let shown = "const words = (one) => { if (!one) return ''; const copy = one.cloneNode(true); \
        copy.querySelectorAll('rt').forEach((rt) => rt.remove()); return copy.textContent }; \
        return [root.querySelector('h1, h2'), root.querySelector('.actions .button--primary')].map(words)";
    for _ in 0..60 {
        let seen = meeting.inside(shown);
        let (heading, button) = (seen[0].as_str().unwrap_or_default(), seen[1].as_str().unwrap_or_default());
        at(heading);
        match button {
            "" if heading == say("gather.ways") => page.button(&begins("gather_way.together")).click(),
            "" => panic!("no way on from “{heading}”"),
            finish if finish == say("check.finish") => {
                page.button(finish).click();
                meeting.see(&say("check.done"));
                return;
            }
            on => page.button(on).click(),
        }
        page.wait_for("the next screen", || meeting.inside(shown) != seen);
    }
    panic!("the meeting has no end");
}
