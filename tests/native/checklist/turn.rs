//! One way to answer after the other, in every order: no mark is lost, nobody sees the next one's, nobody is counted
//! who did not answer.

use std::rc::Rc;

use nattoku::domain::checklist::code::{self, groups};
use nattoku::domain::checklist::gather::{from_code, from_run};
use nattoku::domain::checklist::*;
use nattoku::domain::text::Wording;
use proptest::prelude::*;

use super::{END, START, at, salon};

fn meeting() -> Rc<CheckSession> {
    Rc::new(CheckSession::of_meeting(salon(), at(START)))
}

fn mark(session: Rc<CheckSession>, mark: Mark) -> Rc<CheckSession> {
    reduce(session, CheckAction::Mark { item: "collect.1".into(), mark })
}

fn gather(session: Rc<CheckSession>, action: GatherAction) -> Rc<CheckSession> {
    reduce(session, CheckAction::Gather(action))
}

fn turn(session: Rc<CheckSession>, to: Turn, keep: bool, id: &str) -> Rc<CheckSession> {
    session.turn_to(to, keep, id).into_iter().fold(session, reduce)
}

fn finish(session: Rc<CheckSession>, id: &str) -> ChecklistRun {
    let done = reduce(session, CheckAction::Finish { at: at(END), id: id.into() });
    done.to_run(Wording::Plain).unwrap()
}

/// Somebody's answers from a phone.
fn phone(id: &str, given: Mark) -> ChecklistRun {
    finish(mark(turn(meeting(), Turn::Alone, false, ""), given), id)
}

#[test]
fn a_beginning_of_each_kind() {
    for (to, step, way) in [
        (Turn::Together, Step::Mark(0), Way::Together),
        (Turn::Round, Step::Mark(0), Way::PassedRound),
        (Turn::Phones, Step::Gather, Way::PassedRound),
        (Turn::Alone, Step::Mark(0), Way::OwnPhone),
    ] {
        let begun = turn(meeting(), to, false, "a");
        assert_eq!((begun.step, begun.gathering.way), (step, way), "{to:?}");
        assert_eq!(begun.answered().total(), 0, "{to:?}");
        assert!(begun.gathering.sheets.is_empty());
    }
    // Waiting for phones that never come is nobody's answer, and still a meeting.
    let nobody = turn(meeting(), Turn::Phones, false, "a");
    let run = finish(nobody, "run-1");
    run.check().unwrap();
    assert_eq!((run.respondents.len(), run.summary.all.total()), (0, 0));
}

#[test]
fn what_the_group_marked_stays_beside_what_each_one_marks() {
    let together = mark(turn(meeting(), Turn::Together, false, "a"), Mark::Done);
    assert!(together.asks_whose(Turn::Round) && !together.asks_whose(Turn::Phones));
    let beside = turn(together.clone(), Turn::Round, true, "a");
    assert!(beside.gathering.between.is_some() && beside.marks.is_empty());
    assert_eq!(beside.answered(), Ways { together: 1, ..Ways::default() });
    // Or it was one person's all along.
    let mine = turn(together.clone(), Turn::Round, false, "a");
    assert_eq!((mine.answered(), mine.step), (Ways { passed_round: 1, ..Ways::default() }, Step::Mark(0)));
    // Waiting for phones takes nothing away from the group.
    let waiting = turn(together, Turn::Phones, false, "a");
    assert_eq!((waiting.step, waiting.answered().together), (Step::Gather, 1));

    let one = mark(turn(meeting(), Turn::Round, false, "a"), Mark::NotYet);
    assert!(one.asks_whose(Turn::Together));
    let group = turn(one.clone(), Turn::Together, true, "b");
    assert_eq!(
        (group.gathering.way, group.marks.is_empty(), group.gathering.sheets.len()),
        (Way::Together, true, 1)
    );
    let renamed = turn(one, Turn::Together, false, "b");
    assert_eq!(renamed.answered(), Ways { together: 1, ..Ways::default() });
}

#[test]
fn the_next_person_never_meets_the_marks_of_the_one_before() {
    let first = mark(turn(meeting(), Turn::Round, false, "a"), Mark::NotYet);
    assert_eq!(first.turn(), 1);
    // The first person looked at the other ways and comes back to the same sheet.
    assert_eq!(turn(first.clone(), Turn::Round, false, "b").marks.len(), 1);
    let handed = gather(first, GatherAction::HandOver { id: "a".into() });
    assert_eq!(handed.turn(), 2);
    let second = mark(gather(handed.clone(), GatherAction::TakeUp), Mark::Done);
    let away = turn(second.clone(), Turn::Round, false, "b");
    assert!(away.marks.is_empty() && away.gathering.between.is_some());
    let back = gather(away, GatherAction::TakeBack);
    assert_eq!(back.marks, second.marks);
    let waiting = turn(second, Turn::Phones, false, "b");
    assert!(waiting.marks.is_empty() && waiting.gathering.between.is_none());
    assert_eq!(waiting.answered(), Ways { passed_round: 2, ..Ways::default() });
    // On its way from hand to hand, the tablet can be taken up for anything else.
    let group = turn(handed.clone(), Turn::Together, false, "b");
    assert_eq!(
        (group.gathering.way, group.step, group.marks.is_empty()),
        (Way::Together, Step::Mark(0), true)
    );
    assert_eq!(turn(handed.clone(), Turn::Phones, false, "b").step, Step::Gather);
    let still = turn(handed, Turn::Round, false, "b");
    assert!(still.gathering.between.is_some());
}

#[test]
fn the_next_person_never_meets_the_notes_of_the_one_before() {
    let note =
        |session| reduce(session, CheckAction::Note { item: "collect.1".into(), text: "一人の話".into() });
    let first = mark(turn(meeting(), Turn::Round, false, "a"), Mark::NotYet);
    let handed = gather(first, GatherAction::HandOver { id: "a".into() });
    // The second person writes, marks nothing, and goes back to where everything comes together.
    let second = note(gather(handed, GatherAction::TakeUp));
    for to in [Turn::Round, Turn::Phones, Turn::Together] {
        let next = turn(second.clone(), to, true, "b");
        assert!(next.notes.is_empty(), "{to:?}");
        assert_eq!(next.answered(), Ways { passed_round: 1, ..Ways::default() }, "{to:?}");
        assert_eq!(next.notes_on("collect.1"), ["一人の話"], "{to:?}");
        assert_eq!(next.gathering.between.is_some(), to == Turn::Round, "{to:?}");
        let run = finish(next.clone(), "run");
        run.check().unwrap();
        assert_eq!((run.respondents.len(), run.notes[0].text.as_str()), (1, "一人の話"), "{to:?}");
        assert_eq!(CheckSession::restore(&nattoku::domain::json::text(&*next)).unwrap(), *next);
    }
    // Whoever wrote it goes on, and is counted once there is a mark or the tablet is handed on.
    let back = gather(turn(second, Turn::Round, true, "b"), GatherAction::TakeBack);
    assert_eq!((back.notes.len(), back.turn()), (1, 2));
    let done = gather(mark(back, Mark::Done), GatherAction::HandOver { id: "c".into() });
    assert_eq!((done.answered().passed_round, done.notes_on("collect.1")), (2, vec!["一人の話"]));
    // The group's own note does not go along with the first person, nor with nobody.
    let group = note(turn(meeting(), Turn::Together, false, "a"));
    for to in [Turn::Round, Turn::Phones] {
        let next = turn(group.clone(), to, false, "a");
        assert!(next.notes.is_empty() && next.gathering.between.is_none(), "{to:?}");
        assert_eq!((next.answered().total(), next.turn()), (0, 1), "{to:?}");
        assert_eq!(next.notes_on("collect.1"), ["一人の話"], "{to:?}");
    }
    // The first person who looks at the ways is still alone with what was written.
    let alone = note(turn(meeting(), Turn::Round, false, "a"));
    assert_eq!(turn(alone, Turn::Round, false, "b").notes.len(), 1);
}

#[test]
fn a_sheet_for_another_tablet_is_not_begun_on_one_that_has_gathered() {
    let run = phone("p1", Mark::Done);
    assert_eq!(run.ways, Ways { own_phone: 1, ..Ways::default() });
    let session = meeting();
    let brought = from_run(&run, &session.list).unwrap();
    let session = gather(session, GatherAction::Take(brought));
    assert!(!session.can_be_alone());
    assert!(session.turn_to(Turn::Alone, false, "a").is_empty());
}

#[test]
fn what_one_person_handed_over_is_no_meeting_to_go_on_from() {
    let (list, run) = (salon(), phone("p1", Mark::Done));
    assert!(run.is_handed_over());
    assert_eq!(list.last_run(std::slice::from_ref(&run)), None);
    // A meeting to which one phone came is one.
    let meeting = turn(meeting(), Turn::Phones, false, "a");
    let meeting = gather(meeting, GatherAction::Take(from_run(&run, &list).unwrap()));
    let agreed = reduce(meeting.clone(), CheckAction::AddRule { text: "かぎをかける".into(), item: None });
    let chosen = gather(agreed.clone(), GatherAction::KeepMarks(true));
    for (meeting, id) in [(meeting, "r1"), (agreed, "r2"), (chosen, "r3")] {
        let done = finish(meeting, id);
        assert!(!done.is_handed_over(), "{id}");
        let runs = [done, run.clone()];
        assert_eq!(list.last_run(&runs).map(|last| last.id.as_str()), Some(id));
    }
}

#[test]
fn what_taking_in_would_do_is_known_before() {
    let session = turn(meeting(), Turn::Phones, false, "a");
    let run = phone("p1", Mark::Trying);
    let file = from_run(&run, &session.list).unwrap();
    let code = from_code(&run.answer_code().unwrap(), &session.list).unwrap();
    assert_eq!(session.taking(&code), Taking::More(1));
    let with_code = gather(session.clone(), GatherAction::Take(code.clone()));
    assert_eq!(with_code.taking(&code), Taking::Known);
    assert_eq!(with_code.taking(&file), Taking::Same, "the same answers as a code before");
    let with_file = gather(with_code, GatherAction::Take(file.clone()));
    assert_eq!(with_file.answered().total(), 1);
    assert_eq!(with_file.taking(&file), Taking::Known);
    assert_eq!(session.taking(&file), Taking::More(1));
}

#[test]
fn one_sheet_speaks_for_a_group_only_when_it_says_so() {
    let list = salon();
    let mut run = finish(mark(Rc::new(CheckSession::new(list.clone(), at(START))), Mark::Done), "r1");
    assert_eq!(run.ways.together, 1);
    let way = |run: &ChecklistRun| from_run(run, &list).unwrap().sheets.values().next().unwrap().way;
    assert_eq!(way(&run), Way::OwnPhone, "a sheet marked by itself");
    run.people = Some(7);
    assert_eq!(way(&run), Way::Together);
}

#[test]
fn items_that_are_not_ours_are_named_as_they_were_shown() {
    let mut theirs = (*salon()).clone();
    theirs.version = "1.1".into();
    theirs.lists[0].items[0].id = "collect.new".into();
    let run = finish(mark(Rc::new(CheckSession::new(Rc::new(theirs.clone()), at(START))), Mark::Done), "r1");
    assert_eq!(run.marks.len(), 0);
    let fit = from_run(&run, &salon()).unwrap().fit;
    assert_eq!((fit.added, fit.removed), (vec!["collect.1".to_owned()], vec!["collect.new".to_owned()]));
    assert_eq!(fit.removed_texts, [theirs.lists[0].items[0].text.plain.clone()]);
}

#[test]
fn a_code_is_tidied_while_it_is_typed() {
    for (typed, tidy) in [
        ("", ""),
        ("ab", "AB"),
        ("abcd", "ABCD"),
        ("abcde", "ABCD-E"),
        ("abcd-", "ABCD"),
        ("ａｂｃｄ　ｅｆｇｈ", "ABCD-EFGH"),
        ("o0 iL ー 9", "0011-9"),
        ("ab!d", "AB!D"),
        ("あbcd e", "あBCD-E"),
    ] {
        assert_eq!(code::tidy(typed), tidy, "{typed:?}");
        assert_eq!(code::tidy(tidy), tidy, "twice is once");
    }
    assert_eq!(groups::caret("ab-cd e"), 6);
    assert_eq!(
        ("0".parse().ok().and_then(groups::place), groups::place('z'), groups::place('U')),
        (Some(0), Some(31), None)
    );
    let key = code::ListKey::from(&*salon());
    assert_eq!(key.groups(), Some(4));
    let long = code::ListKey { items: vec![String::new(); 61], ..key };
    assert_eq!(long.groups(), None);
}

/// Something that happens at a meeting.
#[derive(Clone, Debug)]
enum Event {
    Turn(usize, bool),
    Mark(usize),
    Note,
    HandOver,
    TakeUp,
    TakeBack,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let one = prop_oneof![
        (0..3usize, any::<bool>()).prop_map(|(to, keep)| Event::Turn(to, keep)),
        (0..3usize).prop_map(Event::Mark),
        Just(Event::Note),
        Just(Event::HandOver),
        Just(Event::TakeUp),
        Just(Event::TakeBack),
    ];
    proptest::collection::vec(one, 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_ways_loses_or_shows_a_mark(events in events()) {
        let mut session = meeting();
        for (n, event) in events.into_iter().enumerate() {
            let before = session.clone();
            let id = format!("s{n}");
            session = match event {
                Event::Turn(to, keep) => turn(session, Turn::ALL[to], keep, &id),
                Event::Mark(at) => mark(session, Mark::ALL[at]),
                Event::Note => reduce(session, CheckAction::Note { item: "collect.1".into(), text: id }),
                Event::HandOver => gather(session, GatherAction::HandOver { id }),
                Event::TakeUp => gather(session, GatherAction::TakeUp),
                Event::TakeBack => gather(session, GatherAction::TakeBack),
            };
            // An empty sheet that is taken back is nobody's again.
            let taken_back = before.gathering.between.is_some() && session.gathering.sheets.len() < before.gathering.sheets.len();
            prop_assert!(taken_back || session.answered().total() >= before.answered().total(), "a mark was lost");
            let to_the_next = before.gathering.between.is_none() && session.gathering.between.is_some();
            prop_assert!(!to_the_next || session.marks.is_empty() && session.notes.is_empty());
            let lost = before.notes_on("collect.1").len() > session.notes_on("collect.1").len();
            prop_assert!(!lost, "a note was lost");
            let back = CheckSession::restore(&nattoku::domain::json::text(&*session)).unwrap();
            prop_assert_eq!(&back, &*session);
        }
        let answered = session.answered();
        let run = finish(session, "run");
        run.check().unwrap();
        // A group that marked nothing is a sheet of its own; everybody else is counted as they were shown.
        prop_assert!(run.ways == answered || answered.total() == 0 && run.ways.together <= 1);
    }
}
