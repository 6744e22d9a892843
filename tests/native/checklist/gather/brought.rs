//! What somebody brings from another device, as a code or a file: taken once, matched with the list that is here, or
//! refused with the reason.

use super::*;

#[test]
fn the_same_result_counts_once_however_it_comes() {
    let list = salon();
    let (first, later) = ("2026-11-20T10:05:00+09:00", "2026-11-20T10:15:00+09:00");
    let run = phone(&list, "p1", &[1, 2, 3], first);
    let code = from_code(&run.answer_code().unwrap(), &list).unwrap();
    let file = from_run(&run, &list).unwrap();
    let corrected = from_run(&phone(&list, "p1", &[3, 3, 3], later), &list).unwrap();
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1], [2, 0, 1], [1, 2, 0]] {
        let all = [code.clone(), file.clone(), corrected.clone()];
        let session = order.iter().chain(&order).fold(fresh(), |session, n| take(session, all[*n].clone()));
        let given = session.given();
        assert_eq!(given.len(), 1, "{order:?}");
        assert_eq!(given[0].marks.get("collect.1"), Some(&Mark::NotYet), "the later state counts");
        // Taken out, it is gone with all its states and its code.
        let key = given[0].key.to_owned();
        let without = act(session, GatherAction::Drop { key });
        assert_eq!(without.gathering.sheets.len(), 0, "{order:?}");
    }
    // The same code twice changes nothing at all.
    let once = take(fresh(), code.clone());
    assert!(Rc::ptr_eq(&once, &take(once.clone(), code)));
    // Two people who answered alike are two.
    let other = phone(&list, "p2", &[1, 2, 3], first);
    let both = take(once, from_code(&other.answer_code().unwrap(), &list).unwrap());
    assert_eq!(both.given().len(), 2);
}

#[test]
fn another_version_is_matched_by_item_and_what_does_not_match_is_named() {
    let list = salon();
    let mut other = (*list).clone();
    other.version = "1.1".into();
    let gone = other.lists[0].items.remove(0);
    let mut new = gone.clone();
    new.id = "collect.9".into();
    other.lists[2].items.push(new);
    other.cases.cards.clear();
    let other = Rc::new(other);
    let run = phone(&other, "p1", &[1; 10], END);
    let brought = from_run(&run, &list).unwrap();
    assert_eq!(brought.fit.other.as_deref(), Some("salon 1.1"));
    assert_eq!(
        (&brought.fit.added, &brought.fit.removed),
        (&vec!["collect.1".to_owned()], &vec!["collect.9".to_owned()])
    );
    let merged = finish(take(fresh(), brought), "run-1");
    assert_eq!(merged.tallies()[0], Counts { unmarked: 1, ..Counts::default() });
    assert_eq!(merged.summary.all, Counts { done: 9, unmarked: 1, ..Counts::default() });

    let strange = Rc::new(Checklist::builtin("photo").unwrap());
    let refused = from_run(&phone(&strange, "p1", &[1], END), &list).unwrap_err();
    assert_eq!(refused.key(), "gather.other_list");
    assert!(matches!(refused, Unfit::OtherList { version, .. } if version == "1.0"));
    // A list with an addition shares the items of the list alone.
    let both = list.with(&strange).unwrap();
    let brought = from_run(&phone(&list, "p1", &[1; 10], END), &both).unwrap();
    assert_eq!(brought.fit.added, ["photo.1", "photo.2", "photo.3", "photo.4"]);
    let counts = finish(take(fresh(), from_run(&phone(&list, "a", &[1], END), &list).unwrap()), "run-2");
    assert_eq!(from_run(&counts, &list).unwrap_err(), Unfit::CountsOnly);
    let nobody = finish(act(fresh(), GatherAction::Way(Way::PassedRound)), "run-3");
    assert_eq!(nobody.respondents.len(), 0);
    assert_eq!(nobody.summary.all.total(), 0);
}

#[test]
fn a_result_file_is_read_whole_or_refused() {
    let list = salon();
    let group = |name: &str| {
        let mut own = Organization::default();
        own.values.insert("organization".into(), PlaceholderValue::name(name, ""));
        own
    };
    let mut document = Document::new(at(END), group("みほんの会"));
    document.checklist_runs.push(phone(&list, "p1", &[1], END));
    document.checklist_runs.push(phone(&Rc::new(Checklist::builtin("safety").unwrap()), "p2", &[1], END));
    let text = document.to_json();
    let read = handed_over(&text, &list, &group("べつの会")).unwrap();
    assert_eq!((read.brought.is_some(), read.earlier.len(), read.refused.len()), (true, 0, 1));
    assert_eq!(read.other_group.as_deref(), Some("みほんの会"));
    assert_eq!(handed_over(&text, &list, &group("みほんの会")).unwrap().other_group, None);
    assert_eq!(handed_over(&text, &list, &Organization::default()).unwrap().other_group, None);
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    assert!(handed_over(&half, &list, &Organization::default()).is_err());
    let empty = Document::new(at(END), Organization::default()).to_json();
    let nothing = handed_over(&empty, &list, &Organization::default()).unwrap();
    assert!(nothing.brought.is_none() && nothing.earlier.is_empty() && nothing.refused.is_empty());
}

#[test]
fn of_several_runs_in_a_file_only_the_latest_is_somebody() {
    let list = salon();
    let days = ["2026-11-20T10:00:00+09:00", "2026-11-27T10:00:00+09:00", "2026-11-13T10:00:00+09:00"];
    let runs: Vec<ChecklistRun> =
        days.iter().enumerate().map(|(n, day)| phone(&list, &format!("p{n}"), &[n + 1], day)).collect();
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let mut document = Document::new(at(END), Organization::default());
        document.checklist_runs = order.iter().map(|n| runs[*n].clone()).collect();
        let read = handed_over(&document.to_json(), &list, &Organization::default()).unwrap();
        let latest = read.brought.unwrap();
        let session = take(fresh(), latest);
        assert_eq!(session.given().len(), 1, "{order:?}");
        assert_eq!(session.given()[0].marks.get("collect.1"), Some(&Mark::Trying), "{order:?}");
        let earlier: Vec<Option<Mark>> = read
            .earlier
            .iter()
            .map(|one| one.sheets.values().next().unwrap().marks.get("collect.1").copied())
            .collect();
        assert_eq!(earlier, [Some(Mark::Done), Some(Mark::NotYet)], "the latest first, {order:?}");
        // Somebody says that they are three people.
        assert_eq!(read.earlier.into_iter().fold(session, take).given().len(), 3, "{order:?}");
    }
}

#[test]
fn two_people_with_the_same_code_are_two_once_somebody_says_so() {
    let list = salon();
    let run = phone(&list, "p1", &[1, 2, 3], END);
    let code = from_code(&run.answer_code().unwrap(), &list).unwrap();
    let once = take(fresh(), code.clone());
    assert_eq!(once.taking(&code), Taking::Known);
    let second = code.of_another(&once.gathering.sheets);
    assert_eq!(once.taking(&second), Taking::More(1));
    let twice = take(once.clone(), second.clone());
    assert_eq!(twice.given().len(), 2);
    // The very same again is nobody new, and the code asks again.
    assert!(Rc::ptr_eq(&twice, &take(twice.clone(), second.clone())));
    assert_eq!(twice.taking(&code), Taking::Known);
    let third = code.of_another(&twice.gathering.sheets);
    assert_eq!(take(twice.clone(), third.clone()).given().len(), 3);

    // A file with that code is one of them, whichever came first; a second such file is the other.
    let file = from_run(&run, &list).unwrap();
    let mut alike = file.clone();
    alike.sheets = file
        .sheets
        .iter()
        .map(|(key, sheet)| (format!("{key}:alike"), Sheet { result: "p2/A".into(), ..sheet.clone() }))
        .collect();
    let all = [&code, &second, &file, &alike];
    let count = |order: &[usize]| {
        order.iter().fold(fresh(), |session, n| take(session, all[*n].clone())).given().len()
    };
    for (came, people) in [(&[0, 1, 2][..], 2), (&[0, 2][..], 1), (&[0, 1, 2, 3][..], 2), (&[2, 3, 0][..], 2)]
    {
        let mut back = came.to_vec();
        back.reverse();
        assert_eq!((count(came), count(&back)), (people, people), "{came:?}");
    }
    // Whoever is taken out leaves alone.
    let both = [1, 2].iter().fold(once.clone(), |session, n| take(session, all[*n].clone()));
    let key = file.sheets.keys().next().unwrap().clone();
    let left = act(both, GatherAction::Drop { key });
    assert_eq!((left.given().len(), left.taking(&code)), (1, Taking::Known));
    let undone = act(twice, GatherAction::Drop { key: second.sheets.keys().next().unwrap().clone() });
    assert_eq!(*undone, *once);
}

#[test]
fn a_list_too_long_for_a_code_still_travels_as_a_file() {
    let mut long = (*salon()).clone();
    let item = long.lists[0].items[0].clone();
    long.lists[0].items.extend((0..60).map(|n| Item { id: format!("more.{n}"), ..item.clone() }));
    let long = Rc::new(long);
    let run = phone(&long, "p1", &[1; 70], END);
    assert_eq!(run.answer_code().unwrap_err().key(), "code.too_many_items");
    let brought = from_run(&run, &long).unwrap();
    let session = Rc::new(CheckSession::new(long.clone(), at(START)));
    let session = take(take(session, brought.clone()), brought);
    assert_eq!(finish(session, "run-1").summary.all.done, 70);
    assert_eq!(
        code::encode(&ListKey::from(&*long), &Table::new(), 0).unwrap_err(),
        code::CodeError::TooManyItems(70)
    );
}
