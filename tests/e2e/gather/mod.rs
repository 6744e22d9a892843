//! A meeting of several people: together, from hand to hand, from phones by code, file and camera, in any mixture, and
//! always the same counts. What is here makes the eight people and what their phones would hand over.

mod alone;
mod camera;
mod files;
mod phones;
mod round;
mod together;

pub use alone::alone;
pub use camera::camera;
pub use files::{files, give, many};
pub use phones::{codes, keys_only, mixture};
pub use round::round;
pub use together::together;

use std::rc::Rc;

use nattoku::domain::checklist::{CheckAction, CheckSession, Checklist, ChecklistRun, Mark, Turn, reduce};
use nattoku::domain::export::Document;
use nattoku::domain::notice::Organization;
use nattoku::domain::text::Wording;
use nattoku::domain::time::Timestamp;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{begins, say, say_with};

/// What eight people mark on the ten items: 0 nothing, 1 ○, 2 △, 3 ×.
pub const PEOPLE: [[usize; 10]; 8] = [
    [1, 1, 2, 3, 1, 1, 1, 2, 1, 1],
    [1, 2, 3, 3, 1, 2, 1, 2, 1, 1],
    [1, 3, 2, 3, 1, 0, 1, 2, 1, 1],
    [1, 0, 2, 3, 1, 1, 2, 2, 1, 1],
    [1, 2, 1, 3, 1, 1, 3, 2, 1, 0],
    [1, 1, 3, 3, 1, 2, 1, 2, 1, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    [1, 1, 1, 3, 1, 1, 1, 2, 1, 1],
];

const DAY: &str = "2026-11-20T10:00:00+09:00";

fn at(time: &str) -> Timestamp {
    Timestamp::parse(time).expect("a time")
}

/// One person's finished sheet, as a phone makes it.
pub fn sheet(list: &Rc<Checklist>, id: &str, picks: &[usize]) -> ChecklistRun {
    let session = Rc::new(CheckSession::of_meeting(list.clone(), at(DAY)));
    let session = session.turn_to(Turn::Alone, false, "").into_iter().fold(session, reduce);
    let ids: Vec<String> = list.items().map(|(_, item)| item.id.clone()).collect();
    let marks = ids.into_iter().zip(picks).filter(|(_, pick)| **pick > 0);
    let session = marks.fold(session, |session, (item, pick)| {
        reduce(session, CheckAction::Mark { item, mark: Mark::ALL[*pick - 1] })
    });
    let done = reduce(session, CheckAction::Finish { at: at(DAY), id: id.into() });
    done.to_run(Wording::Plain).expect("a finished run")
}

/// The code that person's phone shows.
pub fn code(list: &Rc<Checklist>, id: &str, picks: &[usize]) -> String {
    sheet(list, id, picks).answer_code().expect("a code")
}

/// The file that person's phone saves.
pub fn file(run: ChecklistRun) -> String {
    files_of(vec![run], Organization::default())
}

/// A file with runs, of a group.
pub fn files_of(runs: Vec<ChecklistRun>, group: Organization) -> String {
    let mut document = Document::new(at(DAY), group);
    document.checklist_runs = runs;
    document.to_json()
}

/// A list of another version: one item is new, one is gone.
pub fn other_version() -> Rc<Checklist> {
    let mut list = Checklist::salon();
    list.version = "1.1".into();
    list.lists[0].items[0].id = "collect.other".into();
    Rc::new(list)
}

/// The counts of every item over these people, as a file holds them.
pub fn counts(people: &[&[usize]]) -> Value {
    let list = Checklist::salon();
    let count = |at: usize| {
        let [unmarked, done, trying, not_yet] =
            [0, 1, 2, 3].map(|pick| people.iter().filter(|picks| picks[at] == pick).count());
        json!({ "done": done, "trying": trying, "notYet": not_yet, "unmarked": unmarked })
    };
    let items = list.items().enumerate();
    items.map(|(at, (_, item))| json!({ "item": item.id, "counts": count(at) })).collect()
}

/// The tablet page at the ways to answer.
#[track_caller]
pub fn at_the_ways(page: &Page) -> Meeting<'_> {
    let meeting = Meeting::begin(page);
    meeting.to_ways();
    meeting
}

/// Chooses a way by its card.
#[track_caller]
pub fn choose(page: &Page, way: &str) {
    page.button(&begins(&format!("gather_way.{way}"))).click();
}

/// Waits until so many are said to have answered.
#[track_caller]
pub fn see_people(page: &Page, people: usize) {
    page.see(&say_with("gather.count", &[("n", &people.to_string())]));
}

/// The same where the group's own answer is among them.
#[track_caller]
pub fn see_answers(page: &Page, answers: usize) {
    page.see(&say_with("gather.count_all", &[("n", &answers.to_string())]));
}

/// What is said when so many people came.
pub fn took(people: usize, all: usize) -> String {
    let took = say_with("gather.took", &[("n", &people.to_string())]);
    format!("{took}{}", say_with("gather.count", &[("n", &all.to_string())]))
}

/// Marks a whole sheet quickly, from its first part to its last on a wide screen, and leaves the last part in sight.
#[track_caller]
pub fn fill_in(meeting: &Meeting<'_>, picks: &[usize]) {
    let mut index = 0;
    for (at, part) in meeting.list.lists.iter().enumerate() {
        if at > 0 {
            meeting.next_part(at);
        }
        meeting.see_part(at);
        for row in 0..part.items.len() {
            if let Some(mark) = picks[index].checked_sub(1).map(|mark| Mark::ALL[mark]) {
                let input = format!("input[value={}]", mark.value());
                meeting.inside(&format!(
                    "root.querySelectorAll('.mark')[{row}].querySelector('{input}').click()"
                ));
                meeting.see_mark(index, Some(mark));
            }
            index += 1;
        }
    }
}

/// From between two people to where everything comes together, when only one or two have answered: asked about first.
#[track_caller]
pub fn all_done(page: &Page) {
    page.button(&say("gather.all_done")).click();
    page.see(&say("gather.all_sure"));
    page.button(&say("gather.all_no")).click();
    page.see_no(&say("gather.all_sure"));
    page.see(&say("gather.between"));
    page.button(&say("gather.all_done")).click();
    page.button(&say("gather.all_yes")).click();
}

/// Types a code into its field and takes it in.
#[track_caller]
pub fn type_code(page: &Page, code: &str) {
    page.fill(&say("gather.code_label"), code);
    page.button(&say("gather.code_take")).click();
}

/// From the place where everything comes together to the end, and the run that was saved.
#[track_caller]
pub fn finish(page: &Page, meeting: &Meeting<'_>) -> Value {
    page.button(&say("gather.see")).click();
    meeting.see(&say("check.result"));
    meeting.finish();
    let document = crate::record::save_run(page);
    let runs = document["checklistRuns"].as_array().expect("runs");
    assert_eq!(runs.len(), 1, "one run");
    runs[0].clone()
}

/// Counts only: nobody's marks, nobody's way to the tablet.
#[track_caller]
pub fn holds_counts(run: &Value, people: &[&[usize]], ways: &Value) {
    assert_eq!((&run["kept"], &run["marks"]), (&json!("counted"), &json!([])));
    assert_eq!(run["tallies"], counts(people));
    assert_eq!(&run["ways"], ways);
    assert_eq!(run["respondents"].as_array().map(Vec::len), Some(people.len()));
    let text = run.to_string();
    for secret in ["tablet:", "code:", "file:", "seed"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}
