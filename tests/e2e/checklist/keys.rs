//! A whole check without any pointer: 1, 2 and 3 mark, the arrows move, and what is typed into a note stays a note.

use nattoku::domain::checklist::Mark;
use serde_json::{Value, json};

use super::{as_recorded, only_run};
use crate::harness::Page;
use crate::keyboard::{focus_is, reach, type_text, write};
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{begins, say, say_with};

const DONE: Option<Mark> = Some(Mark::Done);
const TRYING: Option<Mark> = Some(Mark::Trying);
const NOT_YET: Option<Mark> = Some(Mark::NotYet);

/// What the keys below leave behind.
const MARKS: [Option<Mark>; 10] = [DONE, NOT_YET, TRYING, NOT_YET, TRYING, None, DONE, NOT_YET, DONE, TRYING];
const NOTE: &str = "123";

/// From the home door to the file with Tab, Space, Enter, the arrows, digits and letters.
pub fn keys(page: &Page) {
    let meeting = Meeting::at_home(page);
    press(page, &begins("home.check"));
    meeting.see_opening();
    focus_is(page, "heading");
    press(page, &say("check.begin"));
    meeting.see(&say("gather.ways"));
    focus_is(page, "heading");
    press(page, &begins("gather_way.together"));
    meeting.see_part(0);
    focus_is(page, "heading");
    page.press_keys(&["1", "2", "3"]);
    (0..4).for_each(|index| meeting.see_mark(index, None));

    collect(page, &meeting);
    press(page, &say_with("check.next_is", &[("title", &plain(&meeting.list.lists[1].title))]));
    meeting.see_part(1);
    focus_is(page, "heading");
    manage(page, &meeting);
    press(page, &say_with("check.next_is", &[("title", &plain(&meeting.list.lists[2].title))]));
    meeting.see_part(2);
    for (index, key) in [(8, "1"), (9, "2")] {
        stop_at(page, &meeting, index);
        page.press_keys(&[key]);
        meeting.see_mark(index, MARKS[index]);
    }

    press(page, &say_with("check.next_is", &[("title", &say("check.result"))]));
    meeting.see(&say("check.result"));
    focus_is(page, "heading");
    meeting.to_cases();
    let title = plain(&meeting.list.rules.title);
    press(page, &say_with("check.next_is", &[("title", &title)]));
    meeting.see(&title);
    focus_is(page, "heading");
    write(page, &say_with("check.rule_n", &[("n", "1")]), "12と3");
    let title = plain(&meeting.list.emergency.title);
    press(page, &say_with("check.next_is", &[("title", &title)]));
    meeting.see(&title);
    write(page, &plain(&meeting.list.emergency.questions[0].text), "代表");
    press(page, &say_with("check.next_is", &[("title", &say("talk.next_title"))]));
    meeting.see(&say("talk.next_title"));
    focus_is(page, "heading");
    press(page, &say("check.finish"));
    meeting.see(&say("check.done"));
    press(page, &say("closing.save"));
    page.see(&say("closing.saved"));
    holds(&meeting, &record::sound(&page.last_download(), "checklist"));
    press(page, &say("check.again"));
    page.see_heading(&say("home.heading"));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The digits, the wide digits of a Japanese keyboard, Space and the arrows.
fn collect(page: &Page, meeting: &Meeting<'_>) {
    stop_at(page, meeting, 0);
    for (key, mark) in [("3", NOT_YET), ("2", TRYING), ("1", DONE)] {
        page.press_keys(&[key]);
        meeting.see_mark(0, mark);
        assert_eq!(focused_radio(page), (1, meeting.word(mark)), "the focus follows the mark");
    }
    for key in ["4", "0", "a"] {
        page.press_keys(&[key]);
        meeting.see_mark(0, DONE);
    }
    stop_at(page, meeting, 1);
    page.press_keys(&["３"]);
    meeting.see_mark(1, NOT_YET);
    stop_at(page, meeting, 2);
    page.press_keys(&["Space"]);
    meeting.see_mark(2, DONE);
    page.press_keys(&["ArrowDown"]);
    meeting.see_mark(2, TRYING);
    page.press_keys(&["ArrowRight"]);
    meeting.see_mark(2, NOT_YET);
    page.press_keys(&["ArrowUp"]);
    meeting.see_mark(2, TRYING);
    stop_at(page, meeting, 3);
    page.press_keys(&["3"]);
    (0..4).for_each(|index| meeting.see_mark(index, MARKS[index]));
}

/// A note of digits marks nothing; a mark is taken back with the keyboard and the focus stays with its item.
fn manage(page: &Page, meeting: &Meeting<'_>) {
    stop_at(page, meeting, 4);
    page.press_keys(&["2"]);
    meeting.see_mark(4, TRYING);
    press(page, &say("check.note"));
    page.wait_for("the focus in the note", || {
        page.focused().is_some_and(|focus| focus.role == "textbox" && focus.name == say("check.note_label"))
    });
    type_text(page, NOTE);
    let note = meeting.item(4).role("textbox", &say("check.note_label")).state().value;
    assert_eq!(note.as_deref(), Some(NOTE), "what the keys wrote");
    meeting.see_mark(4, TRYING);

    stop_at(page, meeting, 5);
    page.press_keys(&["1"]);
    meeting.see_mark(5, DONE);
    press(page, &say("check.unmark"));
    meeting.see_mark(5, None);
    assert_eq!(focused_radio(page).0, 6, "the focus stays with the item");
    for (index, key) in [(6, "1"), (7, "3")] {
        stop_at(page, meeting, index);
        page.press_keys(&[key]);
        meeting.see_mark(index, MARKS[index]);
    }
    (4..8).for_each(|index| meeting.see_mark(index, MARKS[index]));
}

fn holds(meeting: &Meeting<'_>, document: &Value) {
    let run = only_run(document);
    assert_eq!(run["marks"], as_recorded(meeting, &MARKS));
    assert_eq!(run["notes"], json!([{ "item": meeting.id(4), "text": NOTE }]));
    assert_eq!(run["rules"], record::of_its_day(run, &json!([{ "text": "12と3" }])));
    let question = &meeting.list.emergency.questions[0].id;
    assert_eq!(run["emergency"], json!([{ "question": question, "text": "代表" }]));
}

/// Goes to a button with Tab and presses it.
#[track_caller]
fn press(page: &Page, name: &str) {
    reach(page, "button", name);
    page.press_keys(&["Enter"]);
}

/// Goes on with Tab to the first mark of the next item, which must be this one.
#[track_caller]
fn stop_at(page: &Page, meeting: &Meeting<'_>, index: usize) {
    reach(page, "radio", &meeting.word(DONE));
    assert_eq!(focused_radio(page).0, index as u64 + 1, "the item that Tab leads to");
}

/// The number of the item whose mark has the focus, and the word of that mark.
#[track_caller]
fn focused_radio(page: &Page) -> (u64, String) {
    let script = "let at = document.activeElement; \
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; \
        return Number(at.closest('.mark')?.querySelector('.mark__n').textContent ?? 0)";
    let number = page.exec(script, &[]).as_u64().unwrap_or_default();
    (number, page.focused().map(|focus| focus.name).unwrap_or_default())
}
