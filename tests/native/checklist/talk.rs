//! What was said and what will be done: kept as typed, by role, with its day, and carried on until it is done.

use std::rc::Rc;

use nattoku::domain::checklist::*;
use nattoku::domain::day::Day;
use nattoku::domain::text::Wording;
use serde_json::json;

use super::{END, START, at, salon};

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn talk(session: Rc<CheckSession>, actions: &[TalkAction]) -> Rc<CheckSession> {
    actions.iter().fold(session, |session, action| reduce(session, CheckAction::Talk(action.clone())))
}

fn fresh() -> Rc<CheckSession> {
    Rc::new(CheckSession::new(salon(), at(START)))
}

pub(super) fn finish(session: Rc<CheckSession>, id: &str, time: &str) -> ChecklistRun {
    let done = reduce(session, CheckAction::Finish { at: at(time), id: id.into() });
    let run = done.to_run(Wording::Plain).unwrap();
    run.check().unwrap();
    run
}

/// A run that decided three things, one of them done already.
pub(super) fn decided() -> ChecklistRun {
    let plan = |id: &str, item: Option<&str>, text: &str, due: Option<&str>| {
        [
            TalkAction::Plan { id: id.into(), item: item.map(Into::into) },
            TalkAction::What { id: id.into(), text: text.into() },
            TalkAction::Due { id: id.into(), day: due.map(day) },
        ]
    };
    let mut actions = plan("a1", Some("manage.1"), "鍵のかかる箱を買う", Some("2026-12-20")).to_vec();
    actions.extend(plan("a2", None, "名簿を作り直す", Some("2027-06-01")));
    actions.extend(plan("a3", Some("share.1"), "顔ぶれを紙に書く", None));
    actions.extend([
        TalkAction::Role { id: "a1".into(), text: "会計の係".into() },
        TalkAction::Done { id: "a3".into(), day: day("2026-11-20") },
        TalkAction::Said { item: "manage.1".into(), text: "棚の鍵が一つしかない".into() },
        TalkAction::People(Some(9)),
        TalkAction::Next(Some(day("2027-05-20"))),
        TalkAction::Report { to: "運営委員会".into(), day: None },
    ]);
    let session = talk(fresh(), &actions);
    let session = reduce(
        session,
        CheckAction::AddRule { text: "名簿は棚に戻す".into(), item: Some("manage.1".into()) },
    );
    let answer = CheckAction::Emergency { question: "emergency.decide".into(), text: "代表".into() };
    finish(reduce(session, answer), "run-1", END)
}

#[test]
fn everything_agreed_is_in_the_run_with_its_day() {
    let run = decided();
    let value = serde_json::to_value(&run).unwrap();
    assert_eq!(value["talk"], json!([{"item": "manage.1", "text": "棚の鍵が一つしかない"}]));
    assert_eq!(
        value["actions"][0],
        json!({"id": "a1", "text": "鍵のかかる箱を買う", "role": "会計の係", "due": "2026-12-20",
            "item": "manage.1", "state": "open", "day": "2026-11-20"})
    );
    assert_eq!(
        (&value["actions"][2]["state"], &value["actions"][2]["doneOn"]),
        (&json!("done"), &json!("2026-11-20"))
    );
    assert_eq!(value["rules"], json!([{"text": "名簿は棚に戻す", "item": "manage.1", "day": "2026-11-20"}]));
    assert_eq!((&value["people"], &value["next"]), (&json!(9), &json!("2027-05-20")));
    assert_eq!(value["reported"], json!({"to": "運営委員会"}));
    assert_eq!(ChecklistRun::from_json(&value.to_string()).unwrap(), run);
    jsonschema::validate(&schemars::schema_for!(ChecklistRun).to_value(), &value).unwrap();
}

#[test]
fn a_run_made_before_reads_as_before() {
    let mut value = serde_json::to_value(decided()).unwrap();
    let fields = ["ways", "people", "kept", "next", "reported", "follows", "talk", "actions"];
    fields.iter().for_each(|field| drop(value.as_object_mut().unwrap().remove(*field)));
    value["rules"][0].as_object_mut().unwrap().remove("day");
    let run = ChecklistRun::from_json(&value.to_string()).unwrap();
    assert_eq!((run.kept, run.ways.is_unknown(), run.actions.len()), (MarksKept::Each, true, 0));
    assert_eq!(run.rules[0].day, None);
    jsonschema::validate(&schemars::schema_for!(ChecklistRun).to_value(), &value).unwrap();
}

#[test]
fn what_names_nothing_changes_nothing() {
    let session = talk(fresh(), &[TalkAction::Plan { id: "a1".into(), item: Some("manage.9".into()) }]);
    assert_eq!(session.talk.actions[0].item, None, "an unknown item is not kept");
    for action in [
        TalkAction::Plan { id: "a1".into(), item: None },
        TalkAction::Plan { id: String::new(), item: None },
        TalkAction::What { id: "a2".into(), text: "x".into() },
        TalkAction::Done { id: "a2".into(), day: day("2026-11-20") },
        TalkAction::Unplan { id: "a2".into() },
        TalkAction::Said { item: "manage.9".into(), text: "x".into() },
        TalkAction::Report { to: String::new(), day: None },
        TalkAction::Role { id: "a1".into(), text: String::new() },
    ] {
        assert!(Rc::ptr_eq(&session, &talk(session.clone(), &[action])));
    }
    // The day stays while the name of the body is typed anew; alone it says nothing.
    let reported = |to: &str| TalkAction::Report { to: to.into(), day: Some(day("2026-11-20")) };
    let retyped = talk(session.clone(), &[reported("会"), reported("")]);
    assert_eq!(retyped.talk.reported.as_ref().and_then(|one| one.day), Some(day("2026-11-20")));
    assert_eq!(finish(retyped, "run-1", END).reported, None);
    // A blank action says nothing; a finished run is closed to talk, too.
    let run = finish(session.clone(), "run-1", END);
    assert_eq!(run.actions.len(), 0);
    let done = reduce(session, CheckAction::Finish { at: at(END), id: "run-1".into() });
    assert!(Rc::ptr_eq(&done, &talk(done.clone(), &[TalkAction::People(Some(3))])));
    assert!(!talk(fresh(), &[TalkAction::People(Some(3))]).talk.is_empty());
}

#[test]
fn done_and_undone_go_together_with_their_day() {
    let id = || "a1".to_owned();
    let session = talk(
        fresh(),
        &[
            TalkAction::Plan { id: id(), item: None },
            TalkAction::What { id: id(), text: "箱を買う".into() },
            TalkAction::Done { id: id(), day: day("2026-11-20") },
        ],
    );
    assert_eq!(session.talk.actions[0].done_on, Some(day("2026-11-20")));
    let open = talk(session, &[TalkAction::Undone { id: id() }]);
    assert_eq!((open.talk.actions[0].state, open.talk.actions[0].done_on), (ActionState::Open, None));
    assert_eq!(talk(open, &[TalkAction::Unplan { id: id() }]).talk.actions.len(), 0);
}

#[test]
fn an_action_is_overdue_the_day_after() {
    let mut entry = ActionEntry { due: Some(day("2026-12-20")), ..ActionEntry::default() };
    for (today, standing) in
        [("2026-12-19", Standing::Open), ("2026-12-20", Standing::Open), ("2026-12-21", Standing::Overdue)]
    {
        assert_eq!(entry.standing(day(today)), standing, "{today}");
    }
    entry.state = ActionState::Done;
    assert_eq!(entry.standing(day("2030-01-01")), Standing::Done);
    assert_eq!(ActionEntry::default().standing(day("2030-01-01")), Standing::Open, "no day is never overdue");
}

#[test]
fn the_next_run_goes_on_with_what_was_agreed() {
    let before = Rc::new(decided());
    let own = reduce(fresh(), CheckAction::AddRule { text: "新しい決まり".into(), item: None });
    let session = talk(own, &[TalkAction::Follow(before.clone())]);
    assert_eq!(session.talk.follows.as_deref(), Some("run-1"));
    let rules: Vec<_> = session.rules.iter().map(|rule| rule.text.as_str()).collect();
    assert_eq!(rules, ["名簿は棚に戻す", "新しい決まり"]);
    let open: Vec<_> = session.talk.actions.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(open, ["a1", "a2"], "what is done stays in the old run");
    assert_eq!(session.emergency.get("emergency.decide").map(String::as_str), Some("代表"));
    assert!(session.marks.is_empty() && session.talk.said.is_empty(), "nobody's marks come over");
    assert!(Rc::ptr_eq(&session, &talk(session.clone(), &[TalkAction::Follow(before.clone())])));
    let later = finish(session, "run-2", "2027-05-20T10:00:00+09:00");
    let days: Vec<_> = later.rules.iter().map(|rule| rule.day.unwrap().to_string()).collect();
    assert_eq!(days, ["2026-11-20", "2027-05-20"], "each rule keeps the day it was agreed on");
    assert_eq!(later.actions[0].day, Some(day("2026-11-20")));
}

#[test]
fn going_on_from_a_run_can_be_taken_back_without_losing_what_is_new() {
    let before = Rc::new(decided());
    let fresh = fresh();
    assert!(Rc::ptr_eq(&fresh, &talk(fresh.clone(), &[TalkAction::Unfollow])), "nothing to take back");
    let followed = talk(fresh.clone(), &[TalkAction::Follow(before.clone())]);
    assert_eq!(*talk(followed.clone(), &[TalkAction::Unfollow]), *fresh, "as if it had never been");
    // What was said today stays: the same words as a rule of today, a rewritten rule, an answer that was changed.
    let mut session =
        reduce(followed, CheckAction::EditRule { index: 0, item: None, text: "名簿は箱に戻す".into() });
    session = reduce(session, CheckAction::AddRule { text: "名簿は棚に戻す".into(), item: None });
    let question = "emergency.decide".to_owned();
    session = reduce(session, CheckAction::Emergency { question: question.clone(), text: "会計".into() });
    session = talk(
        session,
        &[
            TalkAction::Plan { id: "new".into(), item: None },
            TalkAction::Done { id: "a1".into(), day: day("2027-05-20") },
        ],
    );
    let rewritten = TalkAction::What { id: "a1".into(), text: "新しい棚を買う".into() };
    let kept = talk(session.clone(), &[rewritten, TalkAction::Unfollow]);
    assert_eq!(kept.talk.actions[0].text, "新しい棚を買う", "what was rewritten is of today");
    session = talk(session, &[TalkAction::Unfollow]);
    let rules: Vec<_> = session.rules.iter().map(|rule| rule.text.as_str()).collect();
    assert_eq!(rules, ["名簿は箱に戻す", "名簿は棚に戻す"]);
    let actions: Vec<_> = session.talk.actions.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(actions, ["new"]);
    assert_eq!(session.emergency.get(&question).map(String::as_str), Some("会計"));
    assert_eq!((session.before.as_deref(), session.talk.follows.as_deref()), (None, None));
}

#[test]
fn bad_talk_is_refused_with_the_place_named() {
    let good = serde_json::to_value(decided()).unwrap();
    let check = |change: fn(&mut serde_json::Value), place: &str, code: &str| {
        let mut value = good.clone();
        change(&mut value);
        let error = ChecklistRun::from_json(&value.to_string()).unwrap_err();
        assert_eq!((error.place.as_str(), error.problem.code()), (place, code), "{error}");
    };
    check(|v| v["talk"][0]["item"] = json!("x"), "talk[0].item", "checklist_unknown_id");
    check(|v| v["talk"] = json!([v["talk"][0], v["talk"][0]]), "talk[1].item", "checklist_duplicate_id");
    check(|v| v["actions"][1]["id"] = json!("a1"), "actions[1].id", "checklist_duplicate_id");
    check(|v| v["actions"][1]["id"] = json!(""), "actions[1].id", "checklist_empty");
    check(|v| v["actions"][0]["item"] = json!("x"), "actions[0].item", "checklist_unknown_id");
    check(
        |v| v["actions"][0]["doneOn"] = json!("2026-11-20"),
        "actions[0].doneOn",
        "checklist_contradiction",
    );
    check(|v| v["actions"][0]["state"] = json!("done"), "actions[0].doneOn", "checklist_contradiction");
    check(|v| v["actions"][0]["due"] = json!("2026-02-30"), "actions[0].due", "checklist_malformed");
    check(|v| v["next"] = json!("soon"), "next", "checklist_malformed");
    check(|v| v["people"] = json!(-1), "people", "checklist_malformed");
    check(|v| v["kept"] = json!("some"), "kept", "checklist_malformed");
}

#[test]
fn what_was_taken_out_can_be_put_back_as_it_was() {
    let before = decided();
    let session = talk(fresh(), &[TalkAction::Follow(Rc::new(before))]);
    let (rule, entry) = (session.rules[0].clone(), session.talk.actions[0].clone());
    let gone = reduce(session.clone(), CheckAction::RemoveRule { index: 0 });
    let gone = talk(gone, &[TalkAction::Unplan { id: entry.id.clone() }]);
    assert_eq!((gone.rules.len(), gone.talk.actions.len()), (0, 1));
    let back = reduce(gone.clone(), CheckAction::PutRule { index: 0, rule: rule.clone() });
    let replan = TalkAction::Replan { index: 0, entry: entry.clone() };
    let back = talk(back, std::slice::from_ref(&replan));
    assert_eq!(back, session);
    assert!(rule.day.is_some() && rule.item.is_some(), "the day and the item came back with it");
    // Twice is once, and an action without an id is none.
    assert!(Rc::ptr_eq(&back, &talk(back.clone(), &[replan])));
    let nobody = TalkAction::Replan { index: 0, entry: ActionEntry::default() };
    assert!(Rc::ptr_eq(&back, &talk(back.clone(), &[nobody])));
    // Where the place is no more, it goes to the end; about an item that is no more, it is about none.
    let odd = RuleEntry { item: Some("collect.9".into()), ..rule };
    let far = reduce(gone.clone(), CheckAction::PutRule { index: 7, rule: odd });
    assert_eq!((far.rules.len(), &far.rules[0].item), (1, &None));
    let odd = ActionEntry { id: "a9".into(), item: Some("collect.9".into()), ..entry };
    let far = talk(gone, &[TalkAction::Replan { index: 7, entry: odd }]);
    assert_eq!((far.talk.actions[1].id.as_str(), &far.talk.actions[1].item), ("a9", &None));
}

#[test]
fn a_rule_that_begins_while_talking_of_an_item_belongs_to_it() {
    let mut session = fresh();
    for text in ["鍵", "鍵は二人"] {
        let write = CheckAction::EditRule { index: 0, text: text.into(), item: Some("manage.1".into()) };
        session = reduce(session, write);
    }
    let rules: Vec<_> = session.rules.iter().map(|rule| (rule.text.as_str(), rule.item.as_deref())).collect();
    assert_eq!(rules, [("鍵は二人", Some("manage.1"))]);
    let elsewhere = CheckAction::EditRule { index: 0, text: "鍵".into(), item: Some("share.1".into()) };
    assert_eq!(reduce(session.clone(), elsewhere).rules[0].item.as_deref(), Some("manage.1"));
    let unknown = CheckAction::EditRule { index: 1, text: "x".into(), item: Some("collect.9".into()) };
    assert_eq!(reduce(session, unknown).rules[1].item, None);
}

#[test]
fn notes_are_read_by_item_and_tell_nobody() {
    let note = |session, text: &str| {
        reduce(session, CheckAction::Note { item: "manage.1".into(), text: text.into() })
    };
    let mark = |session| reduce(session, CheckAction::Mark { item: "manage.1".into(), mark: Mark::Trying });
    let gather = |session, action| reduce(session, CheckAction::Gather(action));
    let meeting = Rc::new(CheckSession::of_meeting(salon(), at(START)));
    let mut session = gather(meeting, GatherAction::Way(Way::PassedRound));
    for (id, text) in [("a", "棚が遠い"), ("b", "  "), ("c", "鍵が一つ")] {
        session = note(mark(session), text);
        session = gather(session, GatherAction::HandOver { id: id.into() });
        session = gather(session, GatherAction::TakeUp);
    }
    // An open sheet without a mark is nobody's, and what the group wrote on it is read all the same.
    session = note(session, "みんなで書いた");
    let mut seen = Vec::new();
    for seed in 0..8 {
        let shuffled = gather(session.clone(), GatherAction::Shuffle { seed: seed.to_string() });
        let notes: Vec<_> = shuffled.notes_on("manage.1").into_iter().map(str::to_owned).collect();
        assert_eq!(notes.len(), 3, "{notes:?}");
        assert_eq!(notes[2], "みんなで書いた");
        let run = finish(shuffled, "run-1", END);
        assert_eq!(run.notes[0].text, notes.join("\n"), "the file says the same in the same order");
        seen.push(notes);
    }
    assert!(
        seen.iter().any(|notes| notes[0] == "鍵が一つ") && seen.iter().any(|notes| notes[0] == "棚が遠い")
    );
    assert_eq!(session.notes_on("collect.1"), Vec::<&str>::new());
}
