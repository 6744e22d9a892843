//! One person on a phone of their own, in somebody else's page, and what that phone hands to the tablet of the meeting.

use nattoku::domain::checklist::{Checklist, ChecklistRun, Mark, gather::from_code};
use serde_json::{Value, json};

use super::{at_the_ways, choose, finish, see_people, type_code};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::say;

/// From the phone to the tablet by the letters on its screen; its file is the same person.
pub fn alone(page: &Page) {
    page.resize(375, 812);
    page.open("fixtures/meeting/index.html");
    let phone = Meeting::here(page, "nattoku-checklist");
    phone.see_opening();
    let property = "const element = document.querySelector('nattoku-checklist'), before = element.meeting; \
        element.meeting = false; const without = element.hasAttribute('meeting'); \
        element.meeting = true; return [before, without, element.hasAttribute('meeting')]";
    assert_eq!(page.exec(property, &[]), json!([true, false, true]), "the attribute as a property");
    phone.to_ways();
    choose(page, "alone");
    phone.see_alone(0);
    let given = [Some(Mark::Done), Some(Mark::NotYet), None, Some(Mark::Trying)];
    for (index, mark) in given.iter().enumerate() {
        if let Some(mark) = mark {
            phone.mark(index, *mark);
        }
        page.button(&say("check.next_item")).click();
        phone.see_alone(index + 1);
    }
    // Loaded again in the middle: the tab keeps what was entered.
    page.reload();
    phone.see_alone(4);
    page.button(&say("back")).click();
    phone.see_mark(3, Some(Mark::Trying));
    for index in 4..10 {
        page.button(&say("check.next_item")).click();
        phone.see_alone(index);
    }
    page.button(&say("gather.answered")).click();
    phone.see(&say("check.done"));
    page.role("heading", &say("hand.title")).state();

    let letters =
        phone.inside("return [...root.querySelectorAll('.code__letters')].map((at) => at.textContent)");
    let letters: Vec<String> = serde_json::from_value(letters).expect("four groups");
    assert_eq!(letters.iter().map(String::len).collect::<Vec<_>>(), [4; 4]);
    let code = letters.join("-");
    let list = Checklist::salon();
    let read = from_code(&code, &list).expect("the code on the screen");
    let marks: Vec<Option<Mark>> = {
        let sheet = read.sheets.values().next().expect("one sheet");
        list.items().map(|(_, item)| sheet.marks.get(&item.id).copied()).collect()
    };
    assert_eq!((&marks[..4], &marks[4..]), (&given[..], &[None; 6][..]));

    pattern(page, &phone);
    spelling(page, &code);
    page.button(&say("hand.copy")).click();
    page.wait_for("what became of the copy", || {
        page.shows(&say("hand.copied")) || page.shows(&say("hand.not_copied"))
    });
    let saved = crate::record::save_run(page);
    let run = ChecklistRun::from_json(&saved["checklistRuns"][0].to_string()).expect("a run");
    assert_eq!(run.answer_code().as_deref(), Ok(code.as_str()), "the file and the letters are one result");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());

    page.resize(820, 1180);
    taken_in(page, &code, &saved);
}

/// Black on white in every theme, large enough for a camera, and called by its name.
fn pattern(page: &Page, phone: &Meeting<'_>) {
    let picture = page.role("img", &say("hand.qr")).state();
    assert!(picture.width >= 220.0 && picture.height >= 220.0, "{picture:?}");
    for theme in ["light", "dark", "high-contrast"] {
        phone.inside(&format!("root.host.setAttribute('theme', '{theme}')"));
        let script = "const [ground, dark] = root.querySelectorAll('.qr > *'); \
            return [getComputedStyle(ground).fill, getComputedStyle(dark).fill]";
        let colours = json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
        page.wait_for(&format!("black on white, {theme}"), || phone.inside(script) == colours);
    }
    phone.inside("root.host.removeAttribute('theme')");
}

/// How the letters are read out, a line a group.
fn spelling(page: &Page, code: &str) {
    page.button(&say("hand.spell")).click();
    let letters = say("hand.letters");
    let names: Vec<&str> = letters.split('。').collect();
    let places = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for group in code.split('-') {
        let spelt = group.chars().map(|letter| names[places.find(letter).expect("a letter of a code")]);
        page.see(&spelt.collect::<Vec<_>>().join("、"));
    }
    let all: std::collections::BTreeSet<&&str> = names.iter().collect();
    assert_eq!(all.len(), 32, "no two letters are called alike");
}

/// On the tablet: the letters, and then the file of the same phone.
fn taken_in(page: &Page, code: &str, saved: &Value) {
    let meeting = at_the_ways(page);
    choose(page, "phones");
    meeting.see(&say("gather.title"));
    type_code(page, code);
    see_people(page, 1);
    page.file_input().upload("phone.json", saved.to_string().as_bytes());
    page.see(&say("gather.same"));
    see_people(page, 1);
    let run = finish(page, &meeting);
    assert_eq!(run["ways"], json!({ "together": 0, "passedRound": 0, "ownPhone": 1 }));
    assert_eq!(run["summary"]["all"], json!({ "done": 1, "trying": 1, "notYet": 1, "unmarked": 7 }));
    // Counts of one person are that person's answers; still nothing says whose.
    assert_eq!(run["kept"], "counted");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
