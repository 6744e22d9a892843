//! Files that phones hand over: several at once, twice, of another group, of another version, broken; and two hundred.

use std::rc::Rc;

use nattoku::domain::checklist::gather::from_run;
use nattoku::domain::checklist::{CheckAction, CheckSession, Checklist, GatherAction, Turn, reduce};
use nattoku::domain::notice::{Organization, PlaceholderValue};
use nattoku::domain::text::{Wording, bare};
use serde_json::{Value, json};

use super::{
    DAY, PEOPLE, at, at_the_ways, choose, counts, file, files_of, finish, holds_counts, other_version,
    see_people, sheet, took,
};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{GROUP, say, say_with};

/// Gives the file chooser several files at once, by name and content.
#[track_caller]
pub fn give(meeting: &Meeting<'_>, files: &[(String, String)]) {
    let given: Value = files.iter().map(|(name, text)| json!([name, text])).collect();
    let script = format!(
        "const transfer = new DataTransfer(); \
         for (const [name, text] of {given}) transfer.items.add(new File([text], name, {{ type: 'application/json' }})); \
         const input = root.querySelector('input[type=file]'); input.files = transfer.files; \
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    meeting.inside(&script);
}

fn one(name: &str, text: String) -> [(String, String); 1] {
    [(name.to_owned(), text)]
}

/// Eight files, and everything that is no such file.
pub fn files(page: &Page) {
    let list = Rc::new(Checklist::salon());
    let meeting = at_the_ways(page);
    page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(GROUP)]);
    choose(page, "phones");
    meeting.see(&say("gather.title"));
    let phone = |at: usize| file(sheet(&list, &format!("phone-{at}"), &PEOPLE[at]));
    // A browser's own way with a single file, and several at once.
    page.file_input().upload("phone.json", phone(0).as_bytes());
    page.see(&took(1, 1));
    let rest: Vec<(String, String)> = (1..8).map(|at| (format!("{at}.json"), phone(at))).collect();
    give(&meeting, &rest);
    page.see(&took(7, 8));
    give(&meeting, &rest);
    page.see(&say("gather.known"));
    see_people(page, 8);

    refused(page, &meeting, &list);
    see_people(page, 8);
    of_another_group(page, &meeting, &list);
    of_another_version(page, &meeting);
    let run = finish(page, &meeting);
    let people: Vec<&[usize]> = PEOPLE.iter().map(|picks| &picks[..]).collect();
    holds_counts(&run, &people, &json!({ "together": 0, "passedRound": 0, "ownPhone": 8 }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Each by its name and with what it is; a good one beside them is taken in all the same.
fn refused(page: &Page, meeting: &Meeting<'_>, list: &Rc<Checklist>) {
    let whole = file(sheet(list, "broken", &PEOPLE[0]));
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let mut theirs = Checklist::salon();
    theirs.id = "somebody-elses".into();
    for (at, item) in theirs.lists.iter_mut().flat_map(|part| &mut part.items).enumerate() {
        item.id = format!("other.{at}");
    }
    let theirs = Rc::new(theirs);
    let title = bare(&theirs.title.plain);
    let cases = [
        ("half.json", half, say("import.truncated")),
        ("photo.json", "\u{1}PNG".to_owned(), say("import.not_json")),
        ("nothing.json", String::new(), say("import.empty")),
        ("group.json", GROUP.to_owned(), say("gather.no_run")),
        ("counts.json", file(counted(list)), say("gather.counts_only")),
        (
            "list.json",
            file(sheet(&theirs, "other", &[1; 10])),
            say_with("gather.other_list", &[("title", &title)]),
        ),
    ];
    for (name, text, told) in &cases {
        give(meeting, &one(name, text.clone()));
        page.see(&format!("{}{told}", say_with("gather.of_file", &[("name", name)])));
    }
    let all: Vec<(String, String)> =
        cases.iter().map(|(name, text, _)| ((*name).to_owned(), text.clone())).collect();
    give(meeting, &all);
    cases.iter().for_each(|(name, _, told)| page.see(&format!("「{name}」{told}")));
}

/// The run of a meeting that kept counts only.
fn counted(list: &Rc<Checklist>) -> nattoku::domain::checklist::ChecklistRun {
    let session = Rc::new(CheckSession::of_meeting(list.clone(), at(DAY)));
    let session = session.turn_to(Turn::Phones, false, "").into_iter().fold(session, reduce);
    let brought =
        (0..2).map(|n| from_run(&sheet(list, &format!("c{n}"), &PEOPLE[n]), list).expect("a sheet"));
    let session =
        brought.fold(session, |session, one| reduce(session, CheckAction::Gather(GatherAction::Take(one))));
    let done = reduce(session, CheckAction::Finish { at: at(DAY), id: "counted".into() });
    done.to_run(Wording::Plain).expect("a run")
}

/// Asked about before it is taken in; left alone, and then taken.
fn of_another_group(page: &Page, meeting: &Meeting<'_>, list: &Rc<Checklist>) {
    let mut group = Organization::default();
    let name = PlaceholderValue { plain: "となりの会".into(), ..PlaceholderValue::default() };
    group.values.insert("organization".into(), name);
    let theirs = one("neighbour.json", files_of(vec![sheet(list, "neighbour", &PEOPLE[0])], group));
    let asked = say_with("gather.other_group", &[("group", "となりの会")]);
    give(meeting, &theirs);
    page.see(&asked);
    page.see("neighbour.json");
    see_people(page, 8);
    page.button(&format!("neighbour.json {}", say("gather.other_leave"))).click();
    page.see_no(&asked);
    see_people(page, 8);
    give(meeting, &theirs);
    page.button(&format!("neighbour.json {}", say("gather.other_take"))).click();
    page.see_no(&asked);
    see_people(page, 9);
    page.button(&say("gather.undo")).click();
    see_people(page, 8);
}

/// What differs is named; taken out again for the counts.
fn of_another_version(page: &Page, meeting: &Meeting<'_>) {
    let list = other_version();
    let items: Vec<_> = list.items().map(|(_, item)| item.clone()).collect();
    give(meeting, &one("newer.json", file(sheet(&list, "newer", &PEOPLE[0]))));
    page.see(&say("gather.fit"));
    page.see(&format!("{}{}", say("gather.fit_added"), meeting.short(0)));
    page.see(&format!("{}{}", say("gather.fit_removed"), bare(&items[0].text.plain)));
    see_people(page, 9);
    page.button(&say("gather.undo")).click();
    see_people(page, 8);
}

/// Two hundred people in one file.
pub fn many(page: &Page) {
    let list = Rc::new(Checklist::salon());
    let meeting = at_the_ways(page);
    choose(page, "phones");
    meeting.see(&say("gather.title"));
    let picks: Vec<&[usize]> = (0..200).map(|n| &PEOPLE[n % 8][..]).collect();
    let runs = picks.iter().enumerate().map(|(n, picks)| sheet(&list, &format!("phone-{n}"), picks));
    let text = files_of(runs.collect(), Organization::default());
    page.file_input().upload("many.json", text.as_bytes());
    // Taken for one person's until somebody says otherwise.
    let asked = say_with("gather.older", &[("n", "199")]);
    page.see(&asked);
    see_people(page, 1);
    page.button(&format!("many.json {}", say("gather.older_leave"))).click();
    page.see_no(&asked);
    see_people(page, 1);
    page.file_input().upload("many.json", text.as_bytes());
    page.button(&format!("many.json {}", say("gather.older_take"))).click();
    page.see(&took(199, 200));
    page.see_no(&asked);
    page.file_input().upload("many.json", text.as_bytes());
    page.see(&say("gather.known"));
    page.see_no(&asked);
    // Still answering as a hand expects it to.
    let code = super::code(&list, "one-more", &PEOPLE[0]);
    super::type_code(page, &code);
    see_people(page, 201);
    page.button(&say("gather.undo")).click();
    see_people(page, 200);
    let run = finish(page, &meeting);
    assert_eq!(run["tallies"], counts(&picks));
    assert_eq!(run["respondents"].as_array().map(Vec::len), Some(200));
    assert_eq!(
        run["summary"]["all"]["unmarked"].as_u64(),
        counts(&picks)
            .as_array()
            .map(|all| { all.iter().filter_map(|item| item["counts"]["unmarked"].as_u64()).sum() })
    );
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
