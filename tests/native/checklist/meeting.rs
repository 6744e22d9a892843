//! The way through a meeting: which steps there are and in which order follows from how it is held.

use std::rc::Rc;

use nattoku::domain::checklist::*;
use nattoku::domain::day::Day;
use nattoku::domain::text::Wording;
use proptest::prelude::*;

use super::{END, START, at, salon};

fn meeting() -> Rc<CheckSession> {
    Rc::new(CheckSession::of_meeting(salon(), at(START)))
}

fn gather(session: Rc<CheckSession>, action: GatherAction) -> Rc<CheckSession> {
    reduce(session, CheckAction::Gather(action))
}

fn mark(session: Rc<CheckSession>, item: &str, mark: Mark) -> Rc<CheckSession> {
    reduce(session, CheckAction::Mark { item: item.into(), mark })
}

/// The steps beside those of the single items.
fn steps(session: &CheckSession) -> Vec<Step> {
    session.steps().into_iter().filter(|step| !matches!(step, Step::Mark(_))).collect()
}

/// Goes on from the opening until there is nothing more.
fn walk(mut session: Rc<CheckSession>) -> Vec<Step> {
    let mut walked = vec![session.step];
    while let Some(next) = session.next() {
        session = reduce(session, CheckAction::Go(next));
        assert_eq!(session.step, next);
        walked.push(next);
        assert!(walked.len() < 100, "{walked:?}");
    }
    walked
}

#[test]
fn a_group_that_marks_as_one_goes_straight_to_what_there_is_to_talk_about() {
    use Step::{Cases, Emergency, Next, Opening, Result, Rules, Talk, Ways};
    let session = mark(meeting(), "collect.2", Mark::NotYet);
    let session = mark(session, "share.1", Mark::Trying);
    let session = mark(session, "collect.1", Mark::Done);
    let last = session.list.items().position(|(_, item)| item.id == "share.1").unwrap();
    let expected = [Opening, Ways, Result, Talk(1), Talk(last), Cases, Rules, Emergency, Next];
    assert_eq!(steps(&session), expected);
    assert_eq!(walk(session.clone()), session.steps());
}

#[test]
fn several_sheets_are_gathered_first() {
    let round = gather(meeting(), GatherAction::Way(Way::PassedRound));
    assert!(round.steps().contains(&Step::Gather));
    let brought = mark(meeting(), "collect.1", Mark::Done);
    let brought = gather(brought, GatherAction::HandOver { id: "a".into() });
    assert!(brought.steps().contains(&Step::Gather));
    assert!(!meeting().steps().contains(&Step::Gather));
    // It is never out of reach: others may come late.
    assert_eq!(reduce(meeting(), CheckAction::Go(Step::Gather)).step, Step::Gather);
}

#[test]
fn one_sheet_for_another_tablet_ends_with_its_last_item() {
    let session = gather(meeting(), GatherAction::Way(Way::OwnPhone));
    assert!(session.is_handed_over());
    assert_eq!(session.steps().last(), Some(&Step::Mark(9)));
    assert_eq!(walk(session).last(), Some(&Step::Mark(9)));
}

#[test]
fn what_stands_beside_the_way_leads_back_to_it() {
    let session = mark(meeting(), "collect.1", Mark::Done);
    // Nothing to talk about in it, and talked about all the same.
    let aside = reduce(session.clone(), CheckAction::Go(Step::Talk(0)));
    assert_eq!((aside.next(), aside.back()), (Some(Step::Result), Some(Step::Result)));
    let last = reduce(session.clone(), CheckAction::Go(Step::Last));
    assert_eq!((last.next(), last.back()), (Some(Step::Ways), Some(Step::Opening)));
    let gather = reduce(session, CheckAction::Go(Step::Gather));
    assert_eq!((gather.next(), gather.back()), (Some(Step::Result), Some(Step::Ways)));
}

#[test]
fn a_sheet_of_its_own_knows_no_meeting() {
    let alone = Rc::new(CheckSession::new(salon(), at(START)));
    for step in [Step::Last, Step::Ways, Step::Gather, Step::Talk(0), Step::Next] {
        assert!(Rc::ptr_eq(&alone, &reduce(alone.clone(), CheckAction::Go(step))), "{step:?}");
    }
    let meeting = meeting();
    for step in [Step::Mark(10), Step::Talk(10)] {
        assert!(Rc::ptr_eq(&meeting, &reduce(meeting.clone(), CheckAction::Go(step))), "{step:?}");
    }
}

#[test]
fn the_run_it_follows_stays_with_the_draft_and_leaves_with_nothing() {
    let before = reduce(
        mark(meeting(), "collect.1", Mark::Trying),
        CheckAction::AddRule { text: "かぎをかける".into(), item: None },
    );
    let before = reduce(before, CheckAction::Finish { at: at(START), id: "run-1".into() });
    let before = Rc::new(before.to_run(nattoku::domain::text::Wording::Plain).unwrap());
    let session = reduce(meeting(), CheckAction::Talk(TalkAction::Follow(before.clone())));
    assert_eq!(steps(&session)[..3], [Step::Opening, Step::Last, Step::Ways]);
    let draft = CheckSession::restore(&nattoku::domain::json::text(&*session)).unwrap();
    assert_eq!((&draft, draft.before.as_deref()), (&*session, Some(&*before)));
    let done = reduce(session, CheckAction::Finish { at: at(START), id: "run-2".into() });
    let run = done.to_run(nattoku::domain::text::Wording::Plain).unwrap();
    assert_eq!(run.follows.as_deref(), Some("run-1"));
    assert!(!nattoku::domain::json::text(&run).contains("before"));
}

fn any_item() -> impl Strategy<Value = String> {
    let known: Vec<String> = Checklist::salon().items().map(|(_, item)| item.id.clone()).collect();
    prop_oneof![9 => proptest::sample::select(known), 1 => Just("collect.9".to_owned())]
}

fn any_step() -> impl Strategy<Value = Step> {
    use Step::{Cases, Emergency, Gather, Last, Next, Opening, Result, Rules, Ways};
    prop_oneof![
        proptest::sample::select(vec![Opening, Last, Ways, Gather, Cases, Rules, Emergency, Result, Next]),
        (0..12usize).prop_map(Step::Mark),
        (0..12usize).prop_map(Step::Talk),
    ]
}

fn any_gathering() -> impl Strategy<Value = GatherAction> {
    let id = || (0..6u8).prop_map(|n| format!("s{n}"));
    prop_oneof![
        1 => proptest::sample::select(vec![Way::Together, Way::PassedRound, Way::OwnPhone]).prop_map(GatherAction::Way),
        4 => id().prop_map(|id| GatherAction::HandOver { id }),
        1 => Just(GatherAction::TakeBack),
        3 => Just(GatherAction::TakeUp),
        1 => id().prop_map(|id| GatherAction::Drop { key: format!("tablet:{id}") }),
        1 => "[a-z]{0,3}".prop_map(|seed| GatherAction::Shuffle { seed }),
        1 => any::<bool>().prop_map(GatherAction::KeepMarks),
    ]
}

fn any_talk() -> impl Strategy<Value = TalkAction> {
    let id = || (0..4u8).prop_map(|n| format!("a{n}"));
    let day = || (1..29u8).prop_map(|day| Day::parse(&format!("2026-12-{day:02}")).unwrap());
    prop_oneof![
        1 => (any_item(), ".{0,12}").prop_map(|(item, text)| TalkAction::Said { item, text }),
        2 => (id(), proptest::option::of(any_item())).prop_map(|(id, item)| TalkAction::Plan { id, item }),
        2 => (id(), ".{0,12}").prop_map(|(id, text)| TalkAction::What { id, text }),
        1 => (id(), ".{0,12}").prop_map(|(id, text)| TalkAction::Role { id, text }),
        1 => (id(), proptest::option::of(day())).prop_map(|(id, day)| TalkAction::Due { id, day }),
        1 => (id(), day()).prop_map(|(id, day)| TalkAction::Done { id, day }),
        1 => id().prop_map(|id| TalkAction::Undone { id }),
        1 => id().prop_map(|id| TalkAction::Unplan { id }),
        1 => proptest::option::of(0..300u32).prop_map(TalkAction::People),
        1 => proptest::option::of(day()).prop_map(TalkAction::Next),
        1 => (".{0,8}", proptest::option::of(day())).prop_map(|(to, day)| TalkAction::Report { to, day }),
    ]
}

fn any_action() -> impl Strategy<Value = CheckAction> {
    let mark = proptest::sample::select(Mark::ALL.to_vec());
    prop_oneof![
        6 => (any_item(), mark).prop_map(|(item, mark)| CheckAction::Mark { item, mark }),
        2 => (any_item(), ".{0,12}").prop_map(|(item, text)| CheckAction::Note { item, text }),
        1 => (".{0,12}", proptest::option::of(any_item())).prop_map(|(text, item)| CheckAction::AddRule { text, item }),
        4 => any_step().prop_map(CheckAction::Go),
        5 => any_gathering().prop_map(CheckAction::Gather),
        4 => any_talk().prop_map(CheckAction::Talk),
        1 => Just(CheckAction::Finish { at: at(END), id: "run-1".into() }),
        2 => Just(CheckAction::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_meeting_can_be_left_and_taken_up_anywhere(actions in proptest::collection::vec(any_action(), 0..40)) {
        let mut session = meeting();
        for action in actions {
            session = reduce(session, action);
            // There is a way on and a way back from everywhere, and both are taken.
            for (step, first) in [(session.next(), false), (session.back(), session.step == Step::Opening)] {
                prop_assert!(step.is_some() || first || session.steps().last() == Some(&session.step));
                if let Some(step) = step {
                    prop_assert_eq!(reduce(session.clone(), CheckAction::Go(step)).step, step);
                }
            }
            // Whoever counts is counted once on every item.
            let people = session.given().len();
            for counts in session.tallies() {
                prop_assert_eq!(counts.total() as usize, people);
            }
            let draft = serde_json::to_string(&*session).unwrap();
            prop_assert_eq!(&CheckSession::restore(&draft).unwrap(), &*session);
        }
        let done = reduce(session, CheckAction::Finish { at: at(END), id: "run-1".into() });
        let run = done.to_run(Wording::Plain).unwrap();
        prop_assert_eq!(run.check(), Ok(()));
        prop_assert_eq!(&ChecklistRun::from_json(&serde_json::to_string(&run).unwrap()).unwrap(), &run);
    }
}
