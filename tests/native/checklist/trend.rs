//! Since last time: distributions move, items come and go, actions get done; nobody is followed.

use std::rc::Rc;

use nattoku::domain::checklist::trend::{in_order, latest_of_each, series};
use nattoku::domain::checklist::*;
use nattoku::domain::export::{Document, ImportErrorKind, earlier};
use nattoku::domain::notice::{Notice, Organization, PlaceholderValue};
use nattoku::domain::text::Wording;

use super::talk::{day, decided, finish, talk};
use super::{START, at, salon};

fn counts(done: u32, trying: u32, not_yet: u32) -> Counts {
    Counts { done, trying, not_yet, unmarked: 0 }
}

fn run(list: &Rc<Checklist>, id: &str, time: &str, marks: &[(&str, Mark)]) -> ChecklistRun {
    let session = Rc::new(CheckSession::new(list.clone(), at(START)));
    let session = marks.iter().fold(session, |session, (item, mark)| {
        reduce(session, CheckAction::Mark { item: (*item).into(), mark: *mark })
    });
    finish(session, id, time)
}

#[test]
fn answers_move_towards_done_or_away_from_it() {
    for (before, after, moved) in [
        ((0, 0, 1), (0, 1, 0), Moved::Forward),
        ((0, 1, 0), (1, 0, 0), Moved::Forward),
        ((0, 0, 4), (1, 0, 3), Moved::Forward),
        ((1, 0, 0), (0, 1, 0), Moved::Back),
        ((2, 2, 0), (2, 1, 1), Moved::Back),
        ((0, 4, 0), (2, 0, 2), Moved::Both),
        ((2, 0, 2), (0, 4, 0), Moved::Both),
        ((1, 1, 1), (1, 1, 1), Moved::Same),
        // A larger group that answers alike has not moved.
        ((1, 1, 2), (3, 3, 6), Moved::Same),
        ((0, 0, 0), (1, 0, 0), Moved::Unknown),
        ((1, 0, 0), (0, 0, 0), Moved::Unknown),
    ] {
        let (one, other) = (counts(before.0, before.1, before.2), counts(after.0, after.1, after.2));
        assert_eq!(Moved::between(one, other), moved, "{before:?} {after:?}");
        let back = match moved {
            Moved::Forward => Moved::Back,
            Moved::Back => Moved::Forward,
            same => same,
        };
        assert_eq!(Moved::between(other, one), back, "{after:?} {before:?}");
        // Silence moves nothing.
        let silent = Counts { unmarked: 7, ..other };
        assert_eq!(Moved::between(one, silent), moved);
    }
}

#[test]
fn two_versions_are_compared_by_item_and_what_came_or_went_is_named() {
    let list = salon();
    let mut newer = (*list).clone();
    newer.version = "1.1".into();
    newer.lists[0].items.remove(0);
    newer.lists[1].items.swap(0, 1);
    newer.lists[2].items[0].id = "share.9".into();
    let newer = Rc::new(newer);
    let marks = [("collect.2", Mark::NotYet), ("manage.1", Mark::Done), ("manage.2", Mark::Trying)];
    let before = run(&list, "run-1", "2026-11-20T10:00:00+09:00", &marks);
    let marks = [("collect.2", Mark::Trying), ("manage.1", Mark::Trying), ("manage.2", Mark::Trying)];
    let after = run(&newer, "run-2", "2027-05-20T10:00:00+09:00", &marks);
    let since = after.since(&before, day("2027-05-20"));
    let moved: Vec<_> = since
        .items
        .iter()
        .filter(|one| one.moved != Moved::Unknown)
        .map(|one| format!("{} {}", one.item, one.moved.value()))
        .collect();
    assert_eq!(moved, ["collect.2 forward", "manage.2 same", "manage.1 back"]);
    assert_eq!(since.items.len(), 8);
    assert_eq!(since.added, ["share.9"]);
    let removed: Vec<_> = since.removed.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(removed, ["collect.1", "share.1"]);
    assert_eq!(since.removed[0].text, list.item("collect.1").unwrap().text.plain, "named in its own words");

    let strange =
        run(&Rc::new(Checklist::builtin("photo").unwrap()), "run-3", "2027-05-20T10:00:00+09:00", &[]);
    let nothing = strange.since(&before, day("2027-05-20"));
    assert_eq!((nothing.items.len(), nothing.added.len(), nothing.removed.len()), (0, 4, 10));
}

#[test]
fn actions_stand_overdue_then_open_then_done() {
    let before = Rc::new(decided());
    let fresh = Rc::new(CheckSession::new(salon(), at(START)));
    let id = |id: &str| id.to_owned();
    let session = talk(
        fresh,
        &[
            TalkAction::Follow(before.clone()),
            TalkAction::Done { id: id("a2"), day: day("2027-04-01") },
            TalkAction::Plan { id: id("a4"), item: None },
            TalkAction::What { id: id("a4"), text: "次の会で話す".into() },
        ],
    );
    let stand = |since: Since| {
        since.actions.iter().map(|(entry, how)| format!("{} {}", entry.id, how.value())).collect::<Vec<_>>()
    };
    let expected = ["a1 overdue", "a4 open", "a3 done", "a2 done"];
    assert_eq!(stand(session.since(&before, day("2027-05-20"))), expected);
    let after = finish(session, "run-2", "2027-05-20T10:00:00+09:00");
    assert_eq!(stand(after.since(&before, day("2027-05-20"))), expected);
    // Without going on from it, what was decided then is not forgotten.
    let alone = run(&salon(), "run-3", "2027-05-20T10:00:00+09:00", &[]);
    assert_eq!(stand(alone.since(&before, day("2026-12-01"))), ["a1 open", "a2 open", "a3 done"]);
}

#[test]
fn a_series_goes_through_all_runs_of_a_list() {
    let list = salon();
    let mut newer = (*list).clone();
    newer.version = "1.1".into();
    newer.lists[0].items.remove(0);
    let runs = vec![
        run(&Rc::new(newer), "run-3", "2027-11-20T10:00:00+09:00", &[("collect.2", Mark::Done)]),
        run(&list, "run-1", "2026-11-20T10:00:00+09:00", &[("collect.1", Mark::NotYet)]),
        run(&Rc::new(Checklist::builtin("photo").unwrap()), "other", "2027-01-01T10:00:00+09:00", &[]),
        // A clock that was wrong: the same instant as another, told apart by id.
        run(&list, "run-2", "2026-11-20T01:00:00+00:00", &[("collect.1", Mark::Trying)]),
    ];
    let asked = ListSnapshot::of(&list, Wording::Plain);
    let ordered = in_order(&runs, &asked);
    let found = series(&ordered, &asked);
    let ids: Vec<_> = found.runs.iter().map(|run| run.run.as_str()).collect();
    assert_eq!(ids, ["run-1", "run-2", "run-3"]);
    assert_eq!(found.items.len(), 10);
    assert_eq!((found.items[0].item.as_str(), found.items[9].item.as_str()), ("collect.2", "collect.1"));
    let trail: Vec<_> = found.items[9].counts.iter().map(|c| c.map(|c| (c.trying, c.not_yet))).collect();
    assert_eq!(trail, [Some((0, 1)), Some((1, 0)), None]);
    assert_eq!(list.last_run(&runs).unwrap().id, "run-3");
    assert_eq!(series(&[], &asked), Series { runs: vec![], items: vec![] });
    // With an addition it is another list, and the last one that shares items is found.
    let both = list.with(&Checklist::builtin("photo").unwrap()).unwrap();
    assert_eq!(both.last_run(&runs).unwrap().id, "run-3");
    assert!(Checklist::builtin("safety").unwrap().last_run(&runs).is_none());
}

#[test]
fn an_addition_switched_on_or_off_leaves_the_series_and_the_last_time_whole() {
    let alone = salon();
    let with = Rc::new(alone.with(&Checklist::builtin("photo").unwrap()).unwrap());
    let photo = with.items().last().unwrap().1.id.clone();
    let safety = Rc::new(Checklist::builtin("safety").unwrap());
    let time = |month: &str| format!("2027-{month}-20T10:00:00+09:00");
    let marks = [("collect.1", Mark::Done), (photo.as_str(), Mark::Done)];
    let runs = [
        run(&with, "run-2", &time("05"), &marks),
        run(&alone, "run-1", &time("01"), &marks),
        run(&safety, "strange", &time("11"), &[]),
        run(&alone, "run-3", &time("09"), &marks),
    ];
    // Whichever list is asked now, the meeting that was held last is last time.
    for list in [&alone, &with] {
        assert_eq!(list.last_run(&runs).unwrap().id, "run-3");
        assert_eq!(list.last_run(&runs[..2]).unwrap().id, "run-2");
    }
    let ids = |runs: &[&ChecklistRun]| runs.iter().map(|run| run.id.clone()).collect::<Vec<_>>();
    for (list, of_both) in [(&alone, [10, 10, 10]), (&with, [10, 14, 10])] {
        let asked = ListSnapshot::of(list, Wording::Plain);
        let ordered = in_order(&runs, &asked);
        assert_eq!(ids(&ordered), ["run-1", "run-2", "run-3"]);
        let found = series(&ordered, &asked);
        let totals: Vec<u32> = found.runs.iter().map(|run| run.all.total()).collect();
        assert_eq!(totals, of_both, "only what the list asks is counted");
        let done: Vec<u32> = found.runs.iter().map(|run| run.all.done).collect();
        assert_eq!(done[1], if Rc::ptr_eq(list, &with) { 2 } else { 1 });
    }
    // One series for both, told about the latest list; another for the list that asks nothing of theirs.
    assert_eq!(ids(&latest_of_each(&runs)), ["strange", "run-3"]);
    assert_eq!(ids(&latest_of_each(&runs[..2])), ["run-2"]);
    assert_eq!(ids(&latest_of_each(&[])), Vec::<String>::new());
}

/// A group of this name; a nameless one where it is empty.
fn group(name: &str) -> Organization {
    let mut group = Organization::new(&Notice::salon());
    if !name.is_empty() {
        group.values.insert(
            "organization".into(),
            PlaceholderValue { plain: name.into(), ..PlaceholderValue::default() },
        );
    }
    group
}

/// A file of a group with these runs.
fn file(name: &str, runs: &[&ChecklistRun]) -> String {
    let mut document = Document::new(at(START), group(name));
    document.checklist_runs = runs.iter().map(|run| (*run).clone()).collect();
    document.to_json()
}

#[test]
fn an_earlier_run_is_found_in_a_file_and_a_choice_is_left_to_the_group() {
    let list = salon();
    let other = |id: &str, keep: &str| {
        let mut other = (*list).clone();
        other.id = id.into();
        for part in &mut other.lists {
            part.items.retain(|item| item.id == keep);
        }
        other.lists.retain(|part| !part.items.is_empty());
        Rc::new(other)
    };
    let (one, two) = (other("one", "collect.1"), other("two", "share.1"));
    let mut strange = (*other("strange", "manage.1")).clone();
    strange.lists[0].items[0].id = "strange.1".into();
    let strange = run(&Rc::new(strange), "s", "2026-11-24T10:00:00+09:00", &[]);
    let own = [("a", "2026-11-20"), ("b", "2027-05-20"), ("c", "2026-05-20")]
        .map(|(id, day)| run(&list, id, &format!("{day}T10:00:00+09:00"), &[]));
    let first = run(&one, "d", "2026-11-21T10:00:00+09:00", &[]);
    let second = run(&two, "e", "2026-11-22T10:00:00+09:00", &[]);
    let third = run(&two, "f", "2026-11-21T10:00:00+09:00", &[]);
    let found = |runs: &[&ChecklistRun]| {
        let found = earlier(&file("見本サロン", runs), &list, &group("見本サロン")).unwrap();
        assert_eq!((found.any, found.other_group), (!runs.is_empty(), None));
        found.runs.into_iter().map(|run| run.id).collect::<Vec<_>>()
    };
    // Of this list the latest by its own clock, in whatever order they stand and whatever else is there.
    assert_eq!(found(&[&own[0], &own[1], &own[2], &first, &strange]), ["b"]);
    assert_eq!(
        found(&[&own[2], &first, &own[0], &third]),
        ["f", "d", "a"],
        "another list was met with since"
    );
    assert_eq!(found(&[&first, &third, &second, &strange]), ["e", "d"], "the latest of each list");
    assert_eq!(found(&[&strange]), Vec::<String>::new(), "nothing in common");
    assert_eq!(found(&[]), Vec::<String>::new());
}

#[test]
fn a_file_of_another_group_is_named_and_one_that_is_not_whole_is_refused() {
    let list = salon();
    let run = run(&list, "a", "2026-11-20T10:00:00+09:00", &[]);
    for (theirs, ours, named) in [
        ("となりのサロン", "見本サロン", Some("となりのサロン")),
        ("見本サロン", "見本サロン", None),
        ("", "見本サロン", None),
        ("となりのサロン", "", None),
    ] {
        let found = earlier(&file(theirs, &[&run]), &list, &group(ours)).unwrap();
        assert_eq!((found.other_group.as_deref(), found.runs.len()), (named, 1), "{theirs} {ours}");
    }
    let whole = file("", &[&run]);
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    for (text, kind) in [
        (half.as_str(), ImportErrorKind::Truncated),
        ("", ImportErrorKind::Empty),
        ("{}", ImportErrorKind::NotNattoku),
    ] {
        assert_eq!(earlier(text, &list, &group("")).unwrap_err().kind, kind);
    }
}
