//! One item a screen on a telephone, a part a screen where there is room: the same check, whichever way it is held.

use nattoku::domain::checklist::Mark;
use serde_json::json;

use super::{as_recorded, only_run};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::record;
use crate::words::say;

/// Upright, on its side, and the same check on a tablet.
const UPRIGHT: (u32, u32) = (375, 812);
const LYING: (u32, u32) = (812, 375);
const TABLET: (u32, u32) = (820, 1180);
/// A tablet on its side, where the marks stand beside the words.
const BROAD: (u32, u32) = (1180, 820);

const NOTE: &str = "次の集まりで話す";
const RULE: &str = "電話は会の場所からかける";

/// Turned in the middle, again and again: marks, notes and the place stay.
pub fn phone(page: &Page) {
    page.resize(TABLET.0, TABLET.1);
    let meeting = Meeting::begin(page);
    let mut marks = vec![None; meeting.list.items().count()];
    meeting.start();
    // Turned while the same screen stays.
    for (width, height) in [TABLET, BROAD, TABLET, (650, 800)] {
        page.resize(width, height);
        meeting.see_part(0);
        see_apart(page, &meeting, (width, height));
    }
    page.resize(UPRIGHT.0, UPRIGHT.1);
    for (index, recorded) in marks.iter_mut().enumerate().take(3) {
        meeting.see_alone(index);
        meeting.see_mark(index, None);
        if index == 1 {
            // The whole screen is about this item: the keys are heard wherever the focus is.
            page.press_keys(&["2"]);
            meeting.see_mark(1, Some(Mark::Trying));
            meeting.note(1, NOTE);
        }
        meeting.mark(index, Mark::Done);
        *recorded = Some(Mark::Done);
        if index < 2 {
            page.button(&say("check.next_item")).click();
        }
    }

    for (width, height) in [LYING, TABLET, BROAD, LYING] {
        page.resize(width, height);
        meeting.see_part(0);
        (0..4).for_each(|index| meeting.see_mark(index, marks[index]));
        see_in_window(page, &meeting, 2, (width, height));
        let note = meeting.item(1).role("textbox", &say("check.note_label")).state().value;
        assert_eq!(note.as_deref(), Some(NOTE), "the note at {width}×{height}");
        see_apart(page, &meeting, (width, height));
        page.resize(UPRIGHT.0, UPRIGHT.1);
        meeting.see_alone(2);
        meeting.see_mark(2, marks[2]);
        see_apart(page, &meeting, UPRIGHT);
    }
    // The group is where it marked last, however it was held then.
    page.resize(TABLET.0, TABLET.1);
    meeting.see_part(0);
    meeting.mark(3, Mark::NotYet);
    page.resize(UPRIGHT.0, UPRIGHT.1);
    meeting.see_alone(3);
    meeting.see_mark(3, Some(Mark::NotYet));
    meeting.mark(3, Mark::Done);
    marks[3] = Some(Mark::Done);
    page.button(&say("back")).click();
    meeting.see_alone(2);
    page.button(&say("check.next_item")).click();
    meeting.see_alone(3);

    for (index, recorded) in marks.iter_mut().enumerate().skip(4) {
        page.button(&say("check.next_item")).click();
        meeting.see_alone(index);
        let mark = if index == 5 { Mark::Trying } else { Mark::Done };
        meeting.mark(index, mark);
        *recorded = Some(mark);
    }
    meeting.to_result();
    meeting.to_cases();
    meeting.to_rules();
    meeting.write_rules(&[RULE]);
    meeting.finish();
    let document = record::save_run(page);
    let run = only_run(&document);
    assert_eq!(run["marks"], as_recorded(&meeting, &marks));
    assert_eq!(run["notes"], json!([{ "item": meeting.id(1), "text": NOTE }]));
    assert_eq!(run["rules"], record::of_its_day(run, &json!([{ "text": RULE }])));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Waits until the item that the group is at lies in the window, as far as the window goes.
#[track_caller]
fn see_in_window(page: &Page, meeting: &Meeting<'_>, index: usize, (width, height): (u32, u32)) {
    let script = "const item = root.querySelector('.mark--current'), stage = root.querySelector('.stage'); \
        const at = item.getBoundingClientRect(), window = stage.getBoundingClientRect(); \
        return [item.querySelector('.mark__n').textContent, \
            at.top >= window.top - 1 && at.top < window.bottom - 48]";
    let wanted = json!([(index + 1).to_string(), true]);
    page.wait_for(&format!("item {} in the window of {width}×{height}", index + 1), || {
        meeting.inside(script) == wanted
    });
}

/// Waits until no item is wider than its place and no words lie over its marks.
#[track_caller]
fn see_apart(page: &Page, meeting: &Meeting<'_>, (width, height): (u32, u32)) {
    let script = "const stage = root.querySelector('.stage'); \
        const box = (item, part) => item.querySelector(part).getBoundingClientRect(); \
        return stage.scrollWidth <= stage.clientWidth && [...root.querySelectorAll('.mark')].every((item) => { \
            const words = box(item, '.mark__text'), marks = box(item, '.mark__answer'); \
            return words.right <= marks.left || words.bottom <= marks.top; })";
    page.wait_for(&format!("words beside or above their marks at {width}×{height}"), || {
        meeting.inside(script) == json!(true)
    });
}
