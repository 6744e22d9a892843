//! A run from its opening words to its export, and what its result says.

use std::rc::Rc;

use nattoku::domain::{checklist::*, text::Wording};
use serde_json::json;

use super::{END, START, at, finished, marked, salon};

#[test]
fn the_result_counts_marks_and_says_what_to_talk_about() {
    let session = marked(&[
        ("collect.1", Mark::Done),
        ("collect.2", Mark::Trying),
        ("collect.3", Mark::NotYet),
        ("collect.4", Mark::Done),
        ("manage.2", Mark::Trying),
        ("manage.3", Mark::Done),
        ("manage.4", Mark::Done),
        ("share.1", Mark::Done),
        ("share.2", Mark::NotYet),
    ]);
    let summary = session.summary();
    assert_eq!(summary.all, Counts { done: 5, trying: 2, not_yet: 2, unmarked: 1 });
    assert_eq!(summary.talk_about, ["collect.3", "share.2", "collect.2", "manage.2", "manage.1"]);
    let bars = |reading| summary.bar_texts(&session.list, reading).join("\n");
    expect_test::expect![[r#"
        集めるとき: ○ 2、△ 1、× 1、まだ 0
        管理するとき: ○ 2、△ 1、× 0、まだ 1
        共有するとき: ○ 1、△ 0、× 1、まだ 0"#]]
    .assert_eq(&bars(Wording::Plain));
    expect_test::expect![[r#"
        {集|あつ}める とき: ○ 2、△ 1、× 1、{答|こた}え なし 0
        {守|まも}る とき: ○ 2、△ 1、× 0、{答|こた}え なし 1
        {伝|つた}える とき: ○ 1、△ 0、× 1、{答|こた}え なし 0"#]]
    .assert_eq(&bars(Wording::Easy));
    expect_test::expect![[r#"
        Collecting: ○ 2, △ 1, × 1, Unmarked 0
        Keeping: ○ 2, △ 1, × 0, Unmarked 1
        Sharing: ○ 1, △ 0, × 1, Unmarked 0"#]]
    .assert_eq(&bars(Wording::English));
    assert_eq!(
        summary.spoken_texts(&session.list, Wording::Plain)[0],
        "集めるとき: できている 2、やろうとしている 1、できていない 1、まだ 0"
    );
}

#[test]
fn no_result_speaks_of_scores() {
    let session = marked(&[("collect.1", Mark::Done), ("share.2", Mark::NotYet)]);
    let summary = session.summary();
    let mut said = vec![serde_json::to_string(&summary).unwrap()];
    for reading in [Wording::Plain, Wording::Easy, Wording::English] {
        said.extend(summary.bar_texts(&session.list, reading));
        said.extend(summary.spoken_texts(&session.list, reading));
    }
    for (_, text) in session.list.texts() {
        said.extend([text.plain.clone(), text.easy.clone(), text.en.clone().unwrap_or_default()]);
    }
    for text in said {
        let lower = text.to_lowercase();
        for word in ["%", "％", "点数", "点満点", "合格", "割合", "score", "grade", "percent", "points"]
        {
            assert!(!lower.contains(word), "{word}: {text}");
        }
        assert!(!text.contains('点'), "{text}");
    }
}

#[test]
fn steps_lead_from_the_opening_to_the_result_and_back() {
    let mut session = Rc::new(CheckSession::new(salon(), at(START)));
    let mut walked = vec![session.step];
    while let Some(step) = session.next() {
        session = reduce(session, CheckAction::Go(step));
        walked.push(session.step);
    }
    let mut expected = vec![Step::Opening];
    expected.extend((0..10).map(Step::Mark));
    expected.extend([Step::Cases, Step::Rules, Step::Emergency, Step::Result]);
    assert_eq!(walked, expected);
    while let Some(step) = session.back() {
        assert_eq!(walked.pop(), Some(session.step));
        session = reduce(session, CheckAction::Go(step));
    }
    assert_eq!(session.step, Step::Opening);
}

#[test]
fn nothing_changed_means_the_same_value() {
    let session = marked(&[("collect.1", Mark::Done)]);
    for action in [
        CheckAction::Mark { item: "collect.1".into(), mark: Mark::Done },
        CheckAction::Mark { item: "collect.9".into(), mark: Mark::Done },
        CheckAction::Unmark { item: "share.1".into() },
        CheckAction::EditRule { index: 1, text: "x".into(), item: None },
        CheckAction::RemoveRule { index: 0 },
        CheckAction::Go(Step::Mark(10)),
        CheckAction::Reopen,
    ] {
        assert!(Rc::ptr_eq(&session, &reduce(session.clone(), action)));
    }
}

#[test]
fn letters_that_come_before_the_next_drawing_are_one_rule() {
    let mut session = marked(&[]);
    for text in ["名", "名簿", "名簿は"] {
        session = reduce(session, CheckAction::EditRule { index: 0, text: text.into(), item: None });
    }
    let rules: Vec<_> = session.rules.iter().map(|rule| (rule.text.as_str(), &rule.item)).collect();
    assert_eq!(rules, [("名簿は", &None)]);
}

#[test]
fn a_finished_run_keeps_what_was_shown_and_what_was_said() {
    let session = finished();
    let run = session.to_run(Wording::Plain).unwrap();
    run.check().unwrap();
    assert_eq!(run.list.digest, session.list.digest());
    assert_eq!(run.list.items.len(), 10);
    assert_eq!(run.list.items[1].text, session.list.item("collect.2").unwrap().text.plain);
    assert_eq!(run.list.items[1].points.len(), 3);
    assert_eq!(run.notes[0].text.chars().count(), 12_000, "long text is kept whole");
    assert_eq!(run.rules.len(), 1, "a blank rule says nothing");
    let value = serde_json::to_value(&run).unwrap();
    assert_eq!(value["marks"][1], json!({"item": "manage.2", "respondent": "A", "mark": "not_yet"}));
    assert_eq!(value["respondents"], json!([{"id": "A"}]));
    assert_eq!(value["startedAt"], START);
    assert_eq!(value["finishedAt"], END);
    assert_eq!(
        value["summary"]["parts"][0]["counts"],
        json!({"done": 1, "trying": 0, "notYet": 0, "unmarked": 3})
    );
    assert_eq!((&value["talk"], &value["actions"]), (&json!([]), &json!([])));
}

#[test]
fn a_finished_run_changes_only_after_being_reopened_and_stays_one_run() {
    let session = finished();
    let touched = reduce(session.clone(), CheckAction::Unmark { item: "collect.1".into() });
    assert!(Rc::ptr_eq(&session, &touched));
    let again = [
        CheckAction::Reopen,
        CheckAction::Mark { item: "share.1".into(), mark: Mark::Trying },
        CheckAction::Finish { at: at("2026-11-20T10:30:00+09:00"), id: "run-2".into() },
    ]
    .into_iter()
    .fold(session, reduce);
    let run = again.to_run(Wording::Easy).unwrap();
    assert_eq!((run.id.as_str(), run.marks.len()), ("run-1", 3));
    let open = reduce(again, CheckAction::Reopen);
    assert_eq!(open.to_run(Wording::Plain).unwrap_err().problem, Problem::NotFinished);
}

#[test]
fn unknown_fields_survive_and_free_form_marks_are_read() {
    let mut value = serde_json::to_value(finished().to_run(Wording::Plain).unwrap()).unwrap();
    value["marks"][0]["mark"] = json!("〇");
    value["marks"][1]["mark"] = json!("✕");
    for place in
        ["", "/list", "/list/items/0", "/marks/0", "/notes/0", "/rules/0", "/respondents/0", "/emergency/0"]
    {
        value.pointer_mut(place).unwrap()["later"] = json!({"kept": [1, "二"]});
    }
    value["talk"] = json!([{"item": "manage.2", "text": "話した"}]);
    let run = ChecklistRun::from_json(&value.to_string()).unwrap();
    value["marks"][0]["mark"] = json!("done");
    value["marks"][1]["mark"] = json!("not_yet");
    assert_eq!(run.unknown.written_with(&run), value);
}

#[test]
fn the_schema_of_a_run_accepts_a_run() {
    let schema = schemars::schema_for!(ChecklistRun).to_value();
    let run = serde_json::to_value(finished().to_run(Wording::English).unwrap()).unwrap();
    jsonschema::validate(&schema, &run).unwrap();
    let mut wrong = run;
    wrong["marks"][0]["mark"] = json!("maybe");
    assert!(jsonschema::validate(&schema, &wrong).is_err());
}
