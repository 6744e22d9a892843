//! Talking it over, from where the answers split to the next time: what the group sees, what it writes, what the file holds.
//!
//! A meeting begins here with its answers gathered: the draft a tablet would hold is made by the domain, as gathering
//! itself is other scenarios' business.

mod clock;
mod keys;
mod looks;
mod odd;
mod splits;
mod talks;

pub use clock::clock;
pub use keys::keys;
pub use looks::looks;
pub use odd::odd;
pub use splits::splits;
pub use talks::talks;

use std::rc::Rc;

use nattoku::domain::checklist::{
    CheckAction, CheckSession, Checklist, GatherAction, Mark, Step, Way, reduce,
};
use nattoku::domain::time::Timestamp;
use nattoku::domain::{json, text};
use serde_json::Value;

use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::say;

/// How eight people mark the ten items: ○ o, △ t, × x, nothing a point.
const EIGHT: [&str; 8] = [
    "oooooooxt.",
    "oxootxtxt.",
    "ooootxtxt.",
    "otoooxtxt.",
    "oxooxxtxt.",
    "oxoooxtxt.",
    "ooootxtxt.",
    "oto..xtxt.",
];

/// When every meeting here began.
const BEGAN: &str = "2026-11-20T10:00:00+09:00";

fn mark(letter: char) -> Option<Mark> {
    match letter {
        'o' => Some(Mark::Done),
        't' => Some(Mark::Trying),
        'x' => Some(Mark::NotYet),
        _ => None,
    }
}

fn begin() -> Rc<CheckSession> {
    let began = Timestamp::parse(BEGAN).expect("a time");
    Rc::new(CheckSession::of_meeting(Rc::new(Checklist::salon()), began))
}

/// One sheet filled in, a letter an item.
fn marked(session: Rc<CheckSession>, sheet: &str) -> Rc<CheckSession> {
    let ids: Vec<String> = session.list.items().map(|(_, item)| item.id.clone()).collect();
    ids.into_iter().zip(sheet.chars()).fold(session, |session, (item, letter)| match mark(letter) {
        Some(mark) => reduce(session, CheckAction::Mark { item, mark }),
        None => session,
    })
}

/// A meeting whose tablet went round, at the result. The tablet does not come to anybody after the last.
fn round(sheets: &[&str]) -> Rc<CheckSession> {
    let gather = |session, action| reduce(session, CheckAction::Gather(action));
    let mut session = gather(begin(), GatherAction::Way(Way::PassedRound));
    for (n, sheet) in sheets.iter().enumerate() {
        session = gather(marked(session, sheet), GatherAction::HandOver { id: n.to_string() });
        session = gather(session, GatherAction::TakeUp);
    }
    reduce(session, CheckAction::Go(Step::Result))
}

/// The tablet with this meeting under way, gone on with.
#[track_caller]
fn take_up<'a>(page: &'a Page, session: &CheckSession) -> Meeting<'a> {
    page.open_stored("");
    page.plant("app.checklist.draft", &json::text(session));
    go_on(page);
    Meeting::here(page, "nattoku-app")
}

/// After a reload: on with what was left.
#[track_caller]
fn go_on(page: &Page) {
    page.reload();
    page.button(&say("draft.continue")).click();
}

/// The groups on the hub: their title and what stands in each row, as it is read.
#[track_caller]
fn rows_seen(meeting: &Meeting<'_>) -> Value {
    meeting.inside(
        "const read = (at) => at.textContent.replace(/\\s+/g, ' ').trim();
         return [...root.querySelectorAll('.hub__group')].map((group) => [read(group.querySelector('h2, h3, h4')),
           ...[...group.querySelectorAll('.hub__row')].map((row) => [row.querySelector('.hub__title').textContent,
             ...[...row.querySelectorAll('.tally__count')].map((at) => read(at).replace(/ /g, ''))])])",
    )
}

/// A phrase in which the content of the list stands.
fn phrase(key: &str, hole: &str, text: &str) -> String {
    say(key).replace(&format!("{{{{{hole}}}}}"), &text::bare(text))
}
