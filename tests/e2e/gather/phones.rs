//! Codes that are read out and typed: eight people, slips of the finger, the same again, other versions; and a mixture
//! of every way, which counts as any of them alone.

use std::rc::Rc;

use nattoku::domain::checklist::Checklist;
use serde_json::json;

use super::{
    PEOPLE, at_the_ways, choose, code, file, fill_in, finish, give, holds_counts, other_version, see_answers,
    see_people, sheet, took, type_code,
};
use crate::harness::Page;
use crate::keyboard::{focus_is, reach, type_text};
use crate::words::{begins, say, say_with};

/// The ids of the results on the eight phones.
fn phone(at: usize) -> String {
    format!("phone-{at}")
}

fn codes_of_all() -> Vec<String> {
    let list = Rc::new(Checklist::salon());
    PEOPLE.iter().enumerate().map(|(at, picks)| code(&list, &phone(at), picks)).collect()
}

/// Another letter in the place of one in this group, from 1.
fn slip(code: &str, group: usize) -> String {
    let at = (group - 1) * 5 + 1;
    let other = if code.as_bytes()[at] == b'7' { 'K' } else { '7' };
    code.char_indices().map(|(place, letter)| if place == at { other } else { letter }).collect()
}

/// Eight codes, typed one after the other.
pub fn codes(page: &Page) {
    let meeting = at_the_ways(page);
    choose(page, "phones");
    meeting.see(&say("gather.title"));
    page.see(&say("gather.none"));
    // Nobody yet is nobody's fault, and no dead end.
    page.button(&say("gather.see")).click();
    meeting.see(&say("check.result"));
    page.button(&say("back")).click();
    meeting.see(&say("gather.title"));

    let codes = codes_of_all();
    mistyped(page, &codes[0]);
    see_people(page, 1);
    // One person's answers are seen, and nothing says otherwise.
    page.button(&say("gather.see")).click();
    page.see(&say("gather.one_seen"));
    assert!(!page.shows(&say_with("talk.answered", &[("n", "1")])));
    page.button(&say("back")).click();
    for (at, code) in codes.iter().enumerate().skip(1) {
        // As people type: small letters, without the gaps.
        let typed = code.replace('-', "").to_lowercase();
        page.role("textbox", &say("gather.code_label")).fill("");
        page.button(&say("gather.code_take")).click();
        page.wait_for("the field has the focus", || page.focused().is_some_and(|it| it.role == "textbox"));
        type_text(page, &typed);
        assert_eq!(page.field(&say("gather.code_label")).state().value.as_deref(), Some(code.as_str()));
        page.press_keys(&["Enter"]);
        page.see(&took(1, at + 1));
        assert_eq!(page.field(&say("gather.code_label")).state().value.as_deref(), Some(""));
        if at == 3 {
            again(page, &codes[0]);
        }
    }
    others(page);
    undone(page);
    let run = finish(page, &meeting);
    let people: Vec<&[usize]> = PEOPLE.iter().map(|picks| &picks[..]).collect();
    holds_counts(&run, &people, &json!({ "together": 0, "passedRound": 0, "ownPhone": 8 }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A slip is said while it is typed, by its group; what was typed stays to be mended.
fn mistyped(page: &Page, code: &str) {
    for group in 1..=4 {
        let wrong = slip(code, group);
        page.fill(&say("gather.code_label"), &wrong);
        let told = say_with("code.group", &[("group", &group.to_string())]);
        page.see(&told);
        page.button(&say("gather.code_take")).click();
        page.wait_for("the slip told twice: at the field and about the code", || {
            page.text().matches(&told).count() == 2
        });
        assert_eq!(page.field(&say("gather.code_label")).state().value.as_deref(), Some(wrong.as_str()));
    }
    page.fill(&say("gather.code_label"), &code[..8]);
    page.see(&say_with("gather.code_part", &[("n", "1")]));
    page.button(&say("gather.code_take")).click();
    page.see(&say_with("code.length", &[("group", "2")]));
    page.fill(&say("gather.code_label"), "");
    page.button(&say("gather.code_take")).click();
    page.see(&say("code.empty"));
    // Corrected in the middle: the caret stays where the finger was.
    page.fill(&say("gather.code_label"), &slip(code, 1));
    page.press_keys(&["Home", "ArrowRight", "Delete"]);
    type_text(page, &code[1..2].to_lowercase());
    assert_eq!(page.field(&say("gather.code_label")).state().value.as_deref(), Some(code));
    page.press_keys(&["Enter"]);
    page.see(&took(1, 1));
}

fn again(page: &Page, code: &str) {
    type_code(page, code);
    page.see(&say("gather.known"));
    see_people(page, 4);
    // Beside it stands nothing that would take out whoever came before.
    assert_eq!(page.button(&say("gather.undo")).count(), 0);
    // Somebody else has the very same code: counted once it is said, and taken out again.
    page.see(&say("gather.alike"));
    page.button(&say("gather.another")).click();
    page.see(&format!("{}{}", say("gather.another_took"), took(1, 5)));
    see_people(page, 5);
    assert_eq!(page.button(&say("gather.another")).count(), 0);
    page.button(&say("gather.undo")).click();
    see_people(page, 4);
    type_code(page, code);
    page.button(&say("gather.another")).state();
    page.fill(&say("gather.code_label"), "ZZZZ");
    page.button(&say("gather.code_take")).click();
    page.see_no(&say("gather.alike"));
    assert_eq!(page.button(&say("gather.another")).count() + page.button(&say("gather.undo")).count(), 0);
    see_people(page, 4);
    page.fill(&say("gather.code_label"), "");
}

/// Codes of another version and of another list.
fn others(page: &Page) {
    let newer = other_version();
    type_code(page, &code(&newer, "other", &PEOPLE[0]));
    page.see(&say("code.other_version"));
    page.see(&say_with("gather.version", &[("theirs", "1.1"), ("ours", "1.0")]));
    let mut list = Checklist::salon();
    list.id = "somebody-elses".into();
    type_code(page, &code(&Rc::new(list), "other", &PEOPLE[0]));
    page.see(&say("code.other_list"));
    let mut list = Checklist::salon();
    list.lists[1].items[0].id = "manage.other".into();
    type_code(page, &code(&Rc::new(list), "other", &PEOPLE[0]));
    page.see(&say("code.other_items"));
    see_people(page, 8);
}

/// The latest is taken out, put back, taken out and typed anew.
fn undone(page: &Page) {
    let list = Rc::new(Checklist::salon());
    let ninth = code(&list, "by-mistake", &PEOPLE[0]);
    type_code(page, &ninth);
    see_people(page, 9);
    page.button(&say("gather.undo")).click();
    page.see(&say("gather.undone"));
    see_people(page, 8);
    page.button(&say("gather.redo")).click();
    see_people(page, 9);
    page.button(&say("gather.undo")).click();
    see_people(page, 8);
}

/// The group as one, the tablet passed round, codes and files: every way in one run.
pub fn mixture(page: &Page) {
    let list = Rc::new(Checklist::salon());
    let meeting = at_the_ways(page);
    choose(page, "together");
    fill_in(&meeting, &PEOPLE[0]);
    page.button(&say("back")).click();
    page.button(&say("back")).click();
    page.button(&say("back")).click();
    meeting.see(&say("gather.ways"));
    page.see(&say("gather.have"));
    see_answers(page, 1);
    assert_eq!(page.button(&begins("gather_way.alone")).count(), 1);
    choose(page, "phones");
    see_answers(page, 1);
    page.button(&say("gather.together_look")).click();
    meeting.see_part(0);
    page.button(&say("back")).click();
    choose(page, "phones");

    let codes = codes_of_all();
    type_code(page, &codes[3]);
    see_answers(page, 2);
    page.button(&say("gather.round_go")).click();
    meeting.see(&say("gather.between"));
    for picks in &PEOPLE[1..3] {
        page.button(&say("gather.mine")).click();
        fill_in(&meeting, picks);
        page.button(&say("gather.answered")).click();
        meeting.see(&say("gather.between"));
    }
    page.button(&say("gather.all_done")).click();
    see_answers(page, 4);
    type_code(page, &codes[4]);
    see_answers(page, 5);
    let files: Vec<(String, String)> =
        (5..8).map(|at| (format!("{at}.json"), file(sheet(&list, &phone(at), &PEOPLE[at])))).collect();
    give(&meeting, &files);
    page.see(&say_with("gather.took", &[("n", "3")]));
    // The phone that was typed hands its file over as well: one person.
    give(&meeting, &[("4.json".into(), file(sheet(&list, &phone(4), &PEOPLE[4])))]);
    page.see(&say("gather.same"));
    see_answers(page, 8);
    page.button(&say("back")).click();
    meeting.see(&say("gather.ways"));
    assert_eq!(page.button(&begins("gather_way.alone")).count(), 0, "this tablet gathers");
    choose(page, "phones");
    let run = finish(page, &meeting);
    let people: Vec<&[usize]> = PEOPLE.iter().map(|picks| &picks[..]).collect();
    holds_counts(&run, &people, &json!({ "together": 1, "passedRound": 2, "ownPhone": 5 }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// From the ways to answer to the result without any pointer.
pub fn keys_only(page: &Page) {
    let meeting = at_the_ways(page);
    let press = |name: &str| {
        reach(page, "button", name);
        page.press_keys(&["Enter"]);
    };
    press(&begins("gather_way.round"));
    meeting.see_part(0);
    focus_is(page, "heading");
    for part in 1..meeting.list.lists.len() {
        let title = crate::meeting::plain(&meeting.list.lists[part].title);
        press(&say_with("check.next_is", &[("title", &title)]));
        meeting.see_part(part);
    }
    press(&say("gather.answered"));
    meeting.see(&say("gather.between"));
    focus_is(page, "heading");
    press(&say("gather.all_done"));
    // One alone has answered: asked about, once.
    page.see(&say("gather.all_sure"));
    press(&say("gather.all_yes"));
    meeting.see(&say("gather.title"));
    focus_is(page, "heading");
    see_people(page, 1);
    let codes = codes_of_all();
    reach(page, "textbox", &say("gather.code_label"));
    for (at, code) in codes.iter().take(2).enumerate() {
        type_text(page, &code.replace('-', "").to_lowercase());
        page.press_keys(&["Enter"]);
        see_people(page, at + 2);
    }
    type_text(page, "zzzz");
    page.see(&say_with("code.group", &[("group", "1")]));
    page.press_keys(&["Control+a", "Delete"]);
    reach(page, "radio", &say("gather.keep_no"));
    page.press_keys(&["ArrowDown"]);
    page.wait_for("the other answer", || page.radio(&say("gather.keep_yes")).state().on);
    page.press_keys(&["ArrowUp"]);
    page.wait_for("the first answer", || page.radio(&say("gather.keep_no")).state().on);
    press(&say("gather.see"));
    meeting.see(&say("check.result"));
    focus_is(page, "heading");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
