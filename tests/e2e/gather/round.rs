//! The tablet goes from hand to hand: eight people, and between them nothing of what anybody marked.

use nattoku::domain::checklist::Mark;
use serde_json::json;

use super::{PEOPLE, at_the_ways, choose, fill_in, finish, holds_counts, see_people};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::words::{begins, say, say_with};

/// What one of them writes beside a mark.
const NOTE: &str = "次の集まりで話す";

/// Eight people in their turn; reloaded, gone back and turned on the way.
pub fn round(page: &Page) {
    page.open("fixtures/embed/bare.html");
    let meeting = at_the_ways(page);
    choose(page, "round");
    for (at, picks) in PEOPLE.iter().enumerate() {
        meeting.see_part(0);
        page.see(&say_with("gather.turn", &[("n", &(at + 1).to_string())]));
        (0..meeting.list.lists[0].items.len()).for_each(|index| meeting.see_mark(index, None));
        assert!(!page.shows(NOTE), "person {} reads a note of somebody else", at + 1);
        fill_in(&meeting, picks);
        if at == 1 {
            meeting.note(9, NOTE);
        }
        page.button(&say("gather.answered")).click();
        see_nothing(page, &meeting);
        match at {
            1 => interrupted(page, &meeting),
            // The next person has the tablet already.
            2 => {
                taken_back(page, &meeting);
                continue;
            }
            _ => {}
        }
        if at + 1 < PEOPLE.len() {
            page.button(&say("gather.mine")).click();
        }
    }
    page.button(&say("gather.all_done")).click();
    meeting.see(&say("gather.title"));
    see_people(page, 8);
    let run = finish(page, &meeting);
    let people: Vec<&[usize]> = PEOPLE.iter().map(|picks| &picks[..]).collect();
    holds_counts(&run, &people, &json!({ "together": 0, "passedRound": 8, "ownPhone": 0 }));
    assert_eq!(run["notes"], json!([{ "item": meeting.id(9), "text": NOTE }]));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The screen between two people, with nothing of the list, marked or not, anywhere in it.
#[track_caller]
fn see_nothing(page: &Page, meeting: &Meeting<'_>) {
    meeting.see(&say("gather.between"));
    let text =
        meeting.inside("return root.querySelector('.nk').textContent + root.querySelector('.nk').innerHTML");
    let text = text.as_str().expect("what the screen is made of");
    for (_, item) in meeting.list.items() {
        for words in [plain(&item.text), plain(&item.short)] {
            assert!(!text.contains(&words), "“{words}” between two people");
        }
    }
    assert!(!text.contains(NOTE), "a note between two people");
    let there = "return root.querySelectorAll('.mark, .glyph, textarea, input:not([name^=look])').length";
    assert_eq!(meeting.inside(there), 0, "something to mark between two people");
    assert_eq!(page.role("radio", &meeting.word(Some(Mark::Done))).count(), 0);
}

/// Loaded again, gone back and forth, and turned: still nothing, and then the next person.
fn interrupted(page: &Page, meeting: &Meeting<'_>) {
    let go_on = || {
        let (home, between) = (say("home.heading"), say("gather.between"));
        page.wait_for("home or the way to the next person", || [&home, &between].contains(&&page.heading()));
        if page.heading() == home {
            page.button(&begins("home.check")).click();
            page.button(&say("draft.continue")).click();
        }
        see_nothing(page, meeting);
        // Whoever has the tablet in hand now may be anybody.
        page.button(&say("gather.mine")).state();
        assert_eq!(page.button(&say("gather.take_back")).count(), 0, "somebody else's answers to take back");
    };
    page.reload();
    go_on();
    page.back();
    page.forward();
    go_on();
    for (width, height) in [(1180, 820), (375, 812), (820, 1180)] {
        page.resize(width, height);
        see_nothing(page, meeting);
    }
}

/// Says that the answers are one's own, and has them back.
#[track_caller]
fn take_back(page: &Page) {
    page.button(&say("gather.take_back")).click();
    page.button(&say("gather.take_back_yes")).click();
}

/// Whoever handed it over too early takes it back, and hands it over once more; then it cannot be taken back any longer.
fn taken_back(page: &Page, meeting: &Meeting<'_>) {
    page.resize(375, 812);
    page.button(&say("gather.take_back")).click();
    page.see(&say("gather.take_back_whose"));
    see_nothing(page, meeting);
    page.button(&say("gather.take_back_no")).click();
    page.see_no(&say("gather.take_back_whose"));
    see_nothing(page, meeting);
    let in_words = "const b = [...root.querySelectorAll('button')].find((b) => b.textContent.includes(arguments[0])); \
        const s = b.querySelector('.said').getBoundingClientRect(); return s.width > 40 && s.height > 10;";
    page.wait_for("words on the way back, on a phone too", || {
        meeting.inside(&in_words.replace("arguments[0]", &format!("{:?}", say("gather.take_back")))) == true
    });
    page.resize(820, 1180);
    take_back(page);
    meeting.see_part(2);
    meeting.see_mark(9, Some(Mark::Done));
    meeting.mark(9, Mark::Trying);
    meeting.mark(9, Mark::Done);
    page.button(&say("gather.answered")).click();
    see_nothing(page, meeting);
    page.button(&say("gather.mine")).click();
    meeting.see_part(0);
    meeting.see_mark(0, None);
    assert_eq!(page.button(&say("gather.take_back")).count(), 0);
    // Nobody was there after all: the place where everything comes together is one step back, and nobody is counted.
    page.button(&say("back")).click();
    meeting.see(&say("gather.title"));
    see_people(page, 3);
    page.button(&say("gather.round_go")).click();
    meeting.see_part(0);
    page.button(&say("back")).click();
    meeting.see(&say("gather.title"));
    // Half-way through, somebody goes aside: what is marked is put away, not shown to whoever comes next.
    page.button(&say("gather.round_go")).click();
    meeting.see_part(0);
    meeting.mark(0, Mark::NotYet);
    page.button(&say("back")).click();
    see_people(page, 4);
    page.button(&say("gather.round_go")).click();
    see_nothing(page, meeting);
    take_back(page);
    meeting.see_mark(0, Some(Mark::NotYet));
    left_half_way(page, meeting);
    meeting.item(0).button(&say("check.unmark")).click();
    meeting.see_mark(0, None);
    page.button(&say("back")).click();
    see_people(page, 3);
    page.button(&say("gather.round_go")).click();
    meeting.see_part(0);
}

/// Somebody goes on to the result in the middle of a turn: that sheet is put away, and the tablet holds nobody's marks.
fn left_half_way(page: &Page, meeting: &Meeting<'_>) {
    let draft = || {
        serde_json::from_str::<serde_json::Value>(&page.kept("app.checklist.draft").expect("a draft"))
            .expect("JSON")
    };
    let before = draft();
    page.button(&say("back")).click();
    see_people(page, 4);
    page.button(&say("gather.see")).click();
    meeting.see(&say("check.result"));
    let sheets =
        |draft: &serde_json::Value| draft["gathering"]["sheets"].as_object().map(serde_json::Map::len);
    page.wait_for("the draft to be kept", || sheets(&draft()) == Some(4));
    let after = draft();
    assert_eq!(sheets(&before), Some(3));
    assert_eq!((&after["marks"], &after["gathering"]["between"]), (&json!({}), &serde_json::Value::Null));
    // As it was: this scenario counts eight people.
    page.plant("app.checklist.draft", &before.to_string());
    page.reload();
    page.button(&begins("home.check")).click();
    page.button(&say("draft.continue")).click();
    meeting.see_mark(0, Some(Mark::NotYet));
}
