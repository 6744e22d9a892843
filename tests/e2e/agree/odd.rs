//! What does not fit: notes of ten thousand letters, words from right to left, a narrow telephone, what was agreed before.

use std::rc::Rc;

use nattoku::domain::checklist::{CheckAction, GatherAction, Step, TalkAction, reduce};
use nattoku::domain::text::Wording;
use nattoku::domain::time::Timestamp;
use serde_json::json;

use super::{EIGHT, begin, go_on, marked, round, take_up};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::words::{say, say_with};

const RIGHT_TO_LEFT: &str = "שלום (אחת) 🗝️";

/// Long notes and odd letters on a telephone; then a meeting that goes on from another.
pub fn odd(page: &Page) {
    page.resize(375, 740);
    notes(page);
    one_by_one(page);
    page.resize(820, 1180);
    goes_on(page);
    days(page);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Nothing is wider than the window.
#[track_caller]
fn fits(meeting: &Meeting<'_>) {
    let wider = meeting.inside(
        "const stage = root.querySelector('.stage');
         return [stage.scrollWidth - stage.clientWidth, document.documentElement.scrollWidth - innerWidth]",
    );
    assert_eq!(wider, json!([0, 0]), "wider than the window");
}

fn notes(page: &Page) {
    let long = format!("{}終", "長".repeat(9_999));
    let mut session = round(&EIGHT[..2]);
    for text in [long.as_str(), RIGHT_TO_LEFT] {
        let note = CheckAction::Note { item: "collect.2".into(), text: text.into() };
        session = marked(reduce(session, note), "ox");
        let over = GatherAction::HandOver { id: text.chars().take(2).collect() };
        session = reduce(session, CheckAction::Gather(over));
        session = reduce(session, CheckAction::Gather(GatherAction::TakeUp));
    }
    let rule = CheckAction::AddRule { text: RIGHT_TO_LEFT.into(), item: Some("collect.2".into()) };
    let session = reduce(reduce(session, rule), CheckAction::Go(Step::Talk(1)));
    let meeting = take_up(page, &session);
    meeting.see(&meeting.short(1));
    page.see(RIGHT_TO_LEFT);
    assert!(!page.shows("長長"), "a long note is folded");
    fits(&meeting);
    page.axe();
    let height = "return root.querySelector('.stage').scrollHeight";
    let folded = meeting.inside(height).as_u64().expect("a height");
    page.button(&say("talk.note_long")).click();
    page.see("長終");
    fits(&meeting);
    assert!(meeting.inside(height).as_u64().expect("a height") > folded);
    // A leak case is folded beside it, where there is no room for a column.
    let case = meeting.list.cases.cards.iter().find(|case| case.id == "leak.6").expect("a case");
    assert!(!page.shows(&plain(&case.happened)));
    page.button(&say_with("check.case_fold", &[("title", &plain(&case.title))])).click();
    page.see(&plain(&case.happened));
    page.resize(1180, 820);
    page.see(&plain(&case.happened));
    page.resize(375, 740);
}

/// On a telephone the emergency agreement is one question after the other, and the way back goes the same way.
fn one_by_one(page: &Page) {
    let session = reduce(round(&EIGHT[..2]), CheckAction::Go(Step::Emergency));
    let meeting = take_up(page, &session);
    let questions: Vec<String> =
        meeting.list.emergency.questions.iter().map(|question| plain(&question.text)).collect();
    for (n, question) in questions.iter().enumerate() {
        page.see(&format!("{} / 4", n + 1));
        page.fill(question, &format!("答え {n}"));
        fits(&meeting);
        if n + 1 < questions.len() {
            page.button(&say("talk.question_next")).click();
            page.field(question).gone();
        }
    }
    page.axe();
    page.button(&say("back")).click();
    assert_eq!(page.field(&questions[2]).state().value.as_deref(), Some("答え 2"));
    page.button(&say("talk.question_next")).click();
    page.field(&questions[3]).state();
    // Turned, all of them are there.
    page.resize(1180, 820);
    for (n, question) in questions.iter().enumerate() {
        assert_eq!(page.field(question).state().value, Some(format!("答え {n}")));
    }
    page.resize(375, 740);
    go_on(page);
    page.see("1 / 4");
}

/// What an earlier meeting agreed on stands first and says its day; the answers are those from before until changed.
fn goes_on(page: &Page) {
    let add = |text: &str| CheckAction::AddRule { text: text.into(), item: None };
    let plan = |text: &str| {
        [
            TalkAction::Plan { id: text.into(), item: None },
            TalkAction::What { id: text.into(), text: text.into() },
            TalkAction::Role { id: text.into(), text: "代表".into() },
        ]
        .map(CheckAction::Talk)
    };
    let decide = CheckAction::Emergency { question: "emergency.decide".into(), text: "代表".into() };
    let at = Timestamp::parse("2026-05-20T10:20:00+09:00").expect("a time");
    let mut actions = vec![add("名簿は棚に戻す"), decide];
    actions.extend(plan("鍵のかかる箱を買う"));
    actions.push(CheckAction::Finish { at, id: "run-1".into() });
    let before = actions.into_iter().fold(marked(begin(), "ooooo"), reduce);
    let before = Rc::new(before.to_run(Wording::Plain).expect("a run"));
    let session = reduce(round(&EIGHT[..2]), CheckAction::Talk(TalkAction::Follow(before)));
    let session = reduce(reduce(session, add("紙は帰りに鍵の中へ")), CheckAction::Go(Step::Rules));
    let meeting = take_up(page, &session);
    let order = meeting.inside(
        "return [...root.querySelectorAll('.rules h2, .rules h3, .rules textarea')].map((at) => at.value ?? at.textContent)",
    );
    let expected =
        json!([say("talk.rules_before"), "名簿は棚に戻す", say("talk.rules_today"), "紙は帰りに鍵の中へ"]);
    assert_eq!(order, expected);
    page.see(&say_with("talk.rule_day", &[("day", "2026年(令和8年)5月20日(水)")]));
    meeting.to_emergency();
    page.see(&say("talk.kept_answer"));
    page.fill(&plain(&meeting.list.emergency.questions[0].text), "会計の係");
    page.see_no(&say("talk.kept_answer"));
    meeting.onward(&say("talk.next_title")).click();
    page.see("鍵のかかる箱を買う");
    page.see(&say_with("talk.by", &[("role", "代表")]));
    page.see(&say("talk.standing_open"));
}

/// A day that is over can be chosen and is said; no day is no day.
fn days(page: &Page) {
    page.radio(&say("talk.when_day")).click();
    page.field(&say("talk.day")).pick("2020-01-10");
    page.see(&say_with("talk.when_is", &[("day", "2020年(令和2年)1月10日(金)")]));
    page.see(&say("talk.past"));
    page.radio(&say("talk.when_none")).click();
    page.see_no(&say("talk.past"));
    page.fill(&say("talk.people"), "たくさん");
    assert_eq!(page.field(&say("talk.people")).state().value.as_deref(), Some("たくさん"));
    page.button(&say("talk.people_more")).click();
    assert_eq!(page.field(&say("talk.people")).state().value.as_deref(), Some("2"));
}
