//! Several people, one run: who counts follows from what was gathered, never from the order, and nobody is in the file
//! unless the group wanted it.

mod brought;

use std::rc::Rc;

use nattoku::domain::checklist::code::{self, ListKey};
use nattoku::domain::checklist::gather::{from_code, from_run, letter};
use nattoku::domain::checklist::*;
use nattoku::domain::export::{Document, handed_over};
use nattoku::domain::notice::{Organization, PlaceholderValue};
use nattoku::domain::table::Table;
use nattoku::domain::text::Wording;
use proptest::prelude::*;

use super::{END, START, at, salon};

fn act(session: Rc<CheckSession>, action: GatherAction) -> Rc<CheckSession> {
    reduce(session, CheckAction::Gather(action))
}

fn fresh() -> Rc<CheckSession> {
    Rc::new(CheckSession::new(salon(), at(START)))
}

fn mark(session: Rc<CheckSession>, item: &str, mark: Mark) -> Rc<CheckSession> {
    reduce(session, CheckAction::Mark { item: item.into(), mark })
}

fn finish(session: Rc<CheckSession>, id: &str) -> ChecklistRun {
    let done = reduce(session, CheckAction::Finish { at: at(END), id: id.into() });
    let run = done.to_run(Wording::Plain).unwrap();
    run.check().unwrap();
    run
}

/// One person's finished run on a phone; `picks` are 0 for nothing, 1 ○, 2 △, 3 ×.
fn phone(list: &Rc<Checklist>, id: &str, picks: &[usize], time: &str) -> ChecklistRun {
    let session = Rc::new(CheckSession::new(list.clone(), at(START)));
    let session = act(session, GatherAction::Way(Way::OwnPhone));
    let items: Vec<String> = list.items().map(|(_, item)| item.id.clone()).collect();
    let session = items
        .iter()
        .zip(picks)
        .filter(|(_, pick)| **pick > 0)
        .fold(session, |session, (item, pick)| mark(session, item, Mark::ALL[pick - 1]));
    let done = reduce(session, CheckAction::Finish { at: at(time), id: id.into() });
    done.to_run(Wording::Plain).unwrap()
}

fn take(session: Rc<CheckSession>, brought: Brought) -> Rc<CheckSession> {
    act(session, GatherAction::Take(brought))
}

#[test]
fn eight_people_in_three_ways_are_one_run() {
    let list = salon();
    let mut session = act(fresh(), GatherAction::Shuffle { seed: "seed".into() });
    // The group marks together, then the tablet goes to three people.
    session = mark(session, "collect.1", Mark::Done);
    session = act(session, GatherAction::HandOver { id: "s0".into() });
    for (n, given) in [Mark::Done, Mark::Trying, Mark::NotYet].into_iter().enumerate() {
        session = act(session, GatherAction::TakeUp);
        assert_eq!((session.step, session.marks.is_empty()), (Step::Mark(0), true));
        session = mark(session, "collect.1", given);
        session = act(session, GatherAction::HandOver { id: format!("s{}", n + 1) });
    }
    session = act(session, GatherAction::TakeUp);
    for (n, picks) in [[1, 1], [2, 3], [3, 0]].iter().enumerate() {
        let code = phone(&list, &format!("phone-{n}"), picks, END).answer_code().unwrap();
        session = take(session, from_code(&code, &list).unwrap());
    }
    session = take(session, from_run(&phone(&list, "phone-9", &[0, 0], END), &list).unwrap());
    let run = finish(session, "run-8");
    assert_eq!(run.ways, Ways { together: 1, passed_round: 3, own_phone: 4 });
    assert_eq!(run.respondents.iter().map(|one| one.id.as_str()).collect::<String>(), "ABCDEFGH");
    assert_eq!(run.tallies()[0], Counts { done: 3, trying: 2, not_yet: 2, unmarked: 1 });
    assert_eq!(run.tallies()[1], Counts { done: 1, trying: 0, not_yet: 1, unmarked: 6 });
    assert_eq!(run.summary.all.total(), 80);
    // Nobody chose otherwise: counts only.
    assert_eq!((run.kept, run.marks.len(), run.tallies.len()), (MarksKept::Counted, 0, 10));
    let json = serde_json::to_string(&run).unwrap();
    assert_eq!(ChecklistRun::from_json(&json).unwrap(), run);
    for secret in ["phone-", "seed", "tablet:", "code:", "file:", "\"s1\""] {
        assert!(!json.contains(secret), "{secret} is in the file");
    }
}

#[test]
fn what_was_handed_over_is_hidden_until_the_next_person_takes_the_tablet() {
    let mut session = act(fresh(), GatherAction::Way(Way::PassedRound));
    assert_eq!(session.given().len(), 0, "nobody has marked yet");
    session = mark(session, "share.1", Mark::NotYet);
    session = reduce(session, CheckAction::Note { item: "share.1".into(), text: "一人の話".into() });
    let handed = act(session.clone(), GatherAction::HandOver { id: "s1".into() });
    assert!(handed.marks.is_empty() && handed.notes.is_empty() && handed.gathering.between.is_some());
    // Nothing can be marked or read while nobody has it; a stray touch changes nothing.
    for action in [
        CheckAction::Mark { item: "share.1".into(), mark: Mark::Done },
        CheckAction::Unmark { item: "share.1".into() },
        CheckAction::Note { item: "share.1".into(), text: "x".into() },
        CheckAction::Gather(GatherAction::HandOver { id: "s2".into() }),
        CheckAction::Gather(GatherAction::Way(Way::Together)),
    ] {
        assert!(Rc::ptr_eq(&handed, &reduce(handed.clone(), action)));
    }
    // Given back before the next person had it: the same sheet again.
    let back = act(handed.clone(), GatherAction::TakeBack);
    assert_eq!((&back.marks, &back.notes, back.gathering.sheets.len()), (&session.marks, &session.notes, 0));
    let next = act(handed, GatherAction::TakeUp);
    assert!(Rc::ptr_eq(&next, &act(next.clone(), GatherAction::TakeBack)), "not after it was taken up");
    // The id of a sheet that is there is not used again.
    let next = mark(next, "share.2", Mark::Done);
    let again = act(next.clone(), GatherAction::HandOver { id: "s1".into() });
    assert!(Rc::ptr_eq(&next, &again));
    // One person alone, passed round, is still nobody in the file.
    let one = act(next, GatherAction::HandOver { id: "s2".into() });
    assert!(!one.keeps_marks());
    let run = finish(one, "run-1");
    assert_eq!((run.respondents.len(), run.marks.len()), (2, 0));
    assert_eq!(run.notes[0].text, "一人の話");
}

#[test]
fn marks_go_into_the_file_only_when_the_group_chose_so() {
    let list = salon();
    let mut session = fresh();
    for n in 0..3 {
        session = take(session, from_run(&phone(&list, &format!("p{n}"), &[n + 1], END), &list).unwrap());
    }
    let chosen = act(session.clone(), GatherAction::KeepMarks(true));
    let (counted, each) = (finish(session, "run-1"), finish(chosen, "run-1"));
    assert_eq!((counted.kept, counted.marks.len()), (MarksKept::Counted, 0));
    assert_eq!((each.kept, each.marks.len(), each.tallies.len()), (MarksKept::Each, 3, 0));
    assert_eq!(counted.summary, each.summary);
    assert_eq!(counted.tallies(), each.tallies());
    // Whoever wrote the file cannot hide marks behind the flag, nor counts that do not follow.
    let check = |run: &ChecklistRun, change: &dyn Fn(&mut serde_json::Value), place: &str| {
        let mut value = serde_json::to_value(run).unwrap();
        change(&mut value);
        let error = ChecklistRun::from_json(&value.to_string()).unwrap_err();
        assert_eq!(
            (error.place.as_str(), error.problem.code()),
            (place, "checklist_contradiction"),
            "{error}"
        );
    };
    let mark = serde_json::json!({"item": "collect.1", "respondent": "A", "mark": "done"});
    check(&counted, &|run| run["marks"] = serde_json::json!([mark]), "marks");
    check(&counted, &|run| run["tallies"][0]["counts"]["done"] = 9.into(), "tallies[0].counts");
    check(&counted, &|run| run["tallies"][0]["counts"]["unmarked"] = u32::MAX.into(), "tallies[0].counts");
    check(&counted, &|run| drop(run["tallies"].as_array_mut().unwrap().pop()), "tallies");
    check(&counted, &|run| run["kept"] = "each".into(), "tallies");
    check(&counted, &|run| run["ways"]["together"] = 4.into(), "ways");
    check(&each, &|run| run["kept"] = "counted".into(), "tallies");
    let swapped = |run: &mut serde_json::Value| {
        let (done, trying) =
            (run["tallies"][0]["counts"]["done"].take(), run["tallies"][1]["counts"]["unmarked"].take());
        run["tallies"][0]["counts"]["done"] = 0.into();
        run["tallies"][0]["counts"]["unmarked"] = 1.into();
        run["tallies"][1]["counts"]["unmarked"] = trying;
        assert_eq!(done, 1);
    };
    check(&counted, &swapped, "summary.all");
}

#[test]
fn notes_of_several_people_stand_together_and_long_ones_stay_whole() {
    let long = "あ".repeat(10_000);
    let mut session = act(fresh(), GatherAction::Way(Way::PassedRound));
    for (n, text) in [long.as_str(), "みじかい", " "].into_iter().enumerate() {
        session = reduce(session, CheckAction::Note { item: "manage.1".into(), text: text.into() });
        session = act(session, GatherAction::HandOver { id: format!("s{n}") });
        session = act(session, GatherAction::TakeUp);
    }
    // What the group writes down while it talks is not a fourth person.
    session = act(session, GatherAction::Way(Way::Together));
    session = reduce(session, CheckAction::Note { item: "manage.1".into(), text: "みんなで".into() });
    let run = finish(session, "run-1");
    assert_eq!(run.respondents.len(), 3);
    let lines: Vec<&str> = run.notes[0].text.lines().collect();
    assert_eq!((lines.len(), lines[2]), (3, "みんなで"));
    assert!(lines.contains(&long.as_str()) && lines.contains(&"みじかい"));
}

#[test]
fn letters_go_on_after_z() {
    let found: Vec<String> = [0, 25, 26, 51, 52, 199, 701, 702].iter().map(|n| letter(*n)).collect();
    assert_eq!(found, ["A", "Z", "AA", "AZ", "BA", "GR", "ZZ", "AAA"]);
}

#[test]
fn the_order_of_the_letters_is_shuffled_by_the_seed_alone() {
    let list = salon();
    let session = (0..8).fold(fresh(), |session, n| {
        take(session, from_run(&phone(&list, &format!("p{n}"), &[n % 4; 10], END), &list).unwrap())
    });
    let session = act(session, GatherAction::KeepMarks(true));
    let first_marks = |seed: &str| {
        let run = finish(act(session.clone(), GatherAction::Shuffle { seed: seed.into() }), "run-1");
        run.respondents.iter().map(|one| run.mark_of("collect.1", &one.id)).collect::<Vec<_>>()
    };
    assert_eq!(first_marks("a"), first_marks("a"));
    let orders: std::collections::BTreeSet<_> = (0..20).map(|n| first_marks(&n.to_string())).collect();
    assert!(orders.len() > 10, "only {} orders of 20 seeds", orders.len());
}

#[test]
fn a_draft_with_sheets_reads_back_and_a_bad_one_is_refused_with_its_place() {
    let list = salon();
    let session = take(fresh(), from_run(&phone(&list, "p1", &[1, 2], END), &list).unwrap());
    let session =
        act(act(session, GatherAction::Way(Way::PassedRound)), GatherAction::HandOver { id: "s1".into() });
    let good = serde_json::to_value(&*session).unwrap();
    assert_eq!(CheckSession::restore(&good.to_string()).unwrap(), *session);
    let key = session.gathering.sheets.keys().next().unwrap();
    for (change, place) in [
        (serde_json::json!({"marks": {"x": "done"}}), format!("gathering.sheets.{key}.marks")),
        (serde_json::json!({"notes": {"x": "text"}}), format!("gathering.sheets.{key}.notes")),
    ] {
        let mut value = good.clone();
        value["gathering"]["sheets"][key] = change;
        let error = CheckSession::restore(&value.to_string()).unwrap_err();
        assert_eq!((error.place, error.problem.code()), (place, "checklist_unknown_id"));
    }
    let mut value = good.clone();
    value["gathering"]["between"] = "tablet:none".into();
    assert_eq!(CheckSession::restore(&value.to_string()).unwrap_err().place, "gathering.between");
    // A draft from before several people could answer.
    let mut old = good;
    old.as_object_mut().unwrap().remove("gathering");
    old.as_object_mut().unwrap().remove("talk");
    assert_eq!(CheckSession::restore(&old.to_string()).unwrap().gathering, Gathering::default());
}

#[test]
fn two_hundred_people_and_clocks_that_disagree() {
    let list = salon();
    let times = ["1970-01-01T00:00:00+00:00", "2099-12-31T23:59:59-11:00", END];
    let mut session = fresh();
    for n in 0..200 {
        let run = phone(&list, &format!("p{n}"), &[(n % 4), (n / 4 % 4)], times[n % 3]);
        session = take(session, from_run(&run, &list).unwrap());
    }
    let run = finish(session, "run-200");
    assert_eq!((run.respondents.len(), run.summary.all.total()), (200, 2000));
    assert_eq!(run.respondents[199].id, "GR");
    assert_eq!(run.tallies()[0], Counts { done: 50, trying: 50, not_yet: 50, unmarked: 50 });
}

/// Somebody's answers, and how they reach the tablet.
#[derive(Clone, Debug)]
struct Answers {
    id: usize,
    picks: Vec<usize>,
    minute: usize,
    by_code: bool,
}

fn answers() -> impl Strategy<Value = Vec<Answers>> {
    let one = (0..6usize, proptest::collection::vec(0..4usize, 10), 0..3usize, any::<bool>());
    let one = one.prop_map(|(id, picks, minute, by_code)| Answers { id, picks, minute, by_code });
    proptest::collection::vec(one, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gathering_does_not_depend_on_the_order_and_twice_is_once(
        all in answers(), swaps in proptest::collection::vec(any::<proptest::sample::Index>(), 24), keep in any::<bool>(),
    ) {
        let list = salon();
        let bring = |one: &Answers| {
            let run = phone(&list, &format!("p{}", one.id), &one.picks, &format!("2026-11-20T10:0{}:00+09:00", one.minute));
            if one.by_code { from_code(&run.answer_code().unwrap(), &list).unwrap() } else { from_run(&run, &list).unwrap() }
        };
        let brought: Vec<Brought> = all.iter().map(bring).collect();
        let mut shuffled: Vec<Brought> = brought.iter().chain(&brought).cloned().collect();
        if !shuffled.is_empty() {
            for (at, index) in swaps.iter().enumerate() {
                let len = shuffled.len();
                shuffled.swap(at % len, index.index(len));
            }
        }
        let gather = |all: Vec<Brought>| {
            let start = act(act(fresh(), GatherAction::Way(Way::PassedRound)), GatherAction::KeepMarks(keep));
            let start = act(start, GatherAction::Shuffle { seed: "s".into() });
            all.into_iter().fold(start, take)
        };
        let (one, other) = (gather(brought), gather(shuffled));
        prop_assert_eq!(&one, &other);
        let run = finish(one, "run-1");
        prop_assert_eq!(&run, &finish(other, "run-1"));

        let people = run.respondents.len() as u32;
        prop_assert_eq!(run.summary.all.total(), people * 10);
        prop_assert!(run.tallies().iter().all(|counts| counts.total() == people));
        prop_assert_eq!(run.ways.total(), u64::from(people));
        prop_assert_eq!(run.kept == MarksKept::Each, keep);
        let json = serde_json::to_string(&run).unwrap();
        prop_assert_eq!(&ChecklistRun::from_json(&json).unwrap(), &run);
    }
}
