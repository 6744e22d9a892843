//! The check in somebody else's page: what it tells, what it hands over, and what it takes back.

use std::rc::Rc;

use nattoku::domain::checklist::{CheckAction, CheckSession, Checklist, Mark, Step, reduce};
use nattoku::domain::json::text;
use nattoku::domain::time::Timestamp;
use serde_json::{Value, json};

use super::{as_recorded, only_run};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{say, say_with};

/// What the group agrees to when it talks.
const RULE: &str = "電話は会の場所からかける";

/// A portal page from the first mark to the document in its own hands, and back in.
pub fn element(page: &Page) {
    page.resize(1180, 820);
    page.open("fixtures/embed/index.html");
    let meeting = Meeting::here(page, "nattoku-checklist");
    meeting.see_opening();
    assert_eq!(meeting.export()["checklistRuns"], json!([]), "nothing is recorded before it is finished");
    meeting.start();
    meeting.see_part(0);
    let mut marks = vec![None; meeting.list.items().count()];
    for (index, mark) in [(0, Mark::Trying), (2, Mark::NotYet), (3, Mark::Done)] {
        meeting.mark(index, mark);
        marks[index] = Some(mark);
        let told = heard(page, "nattoku-change").pop().expect("a change is told");
        let marked = marks.iter().flatten().count();
        assert_eq!(told["detail"], json!({ "marked": marked }), "how many, never which");
    }
    meeting.item(3).button(&say("check.unmark")).click();
    marks[3] = None;
    page.wait_for("a mark less", || {
        heard(page, "nattoku-change").pop().is_some_and(|told| told["detail"] == json!({ "marked": 2 }))
    });
    meeting.walk_to_result();
    shows_the_result(page, &meeting, &marks);
    assert_eq!(heard(page, "nattoku-complete"), Vec::<Value>::new());
    assert_eq!(on_element(page, "element.value"), Value::Null, "nothing is finished yet");
    meeting.finish();
    assert!(!page.shows(&say("check.kept")), "an embed keeps nothing, and says nothing of it");

    let complete = heard(page, "nattoku-complete");
    assert_eq!(complete.len(), 1);
    let saved = record::save_run(page);
    assert_eq!(complete[0]["detail"], saved, "the event carries the very document that is saved");
    assert_eq!(meeting.export(), saved);
    assert_eq!(on_element(page, "element.value"), saved);
    let run = only_run(&saved);
    assert_eq!(run["marks"], as_recorded(&meeting, &marks));
    assert_eq!(run["rules"], record::of_its_day(run, &json!([{ "text": RULE, "item": meeting.id(2) }])));
    for event in heard(page, "") {
        let form = ["bubbles", "composed", "plain"].map(|name| event[name] == true);
        assert_eq!((form, &event["kind"]), ([true; 3], &json!("CustomEvent")), "{event}");
    }
    gives_back(page, &meeting, &saved);
    assert_eq!(page.exec("return localStorage.length", &[]), 0, "nothing is kept by the device");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Another embed's half-done check outlives this one's reset and end; what an earlier version left is gone on with.
pub fn two_embeds(page: &Page) {
    page.open("fixtures/embed/index.html");
    let mut meeting = Meeting::here(page, "nattoku-checklist");
    let draft = |list: &str| {
        let list = Rc::new(Checklist::named(list).expect("a list"));
        let session =
            CheckSession::new(list.clone(), Timestamp::parse("2026-11-20T10:00:00+09:00").expect("a time"));
        let (item, mark) = (list.items().next().expect("an item").1.id.clone(), Mark::NotYet);
        let session = [CheckAction::Mark { item, mark }, CheckAction::Go(Step::Mark(0))]
            .into_iter()
            .fold(Rc::new(session), reduce);
        text(&*session)
    };
    let kept = || {
        let mut keys = page.kept_keys("checklist.");
        keys.sort();
        let id = |text: String| serde_json::from_str::<Value>(&text).expect("JSON")["list"]["id"].clone();
        keys.into_iter()
            .map(|key| (format!("nattoku.{key}"), page.kept(&key).map_or(Value::Null, id)))
            .collect::<Value>()
    };
    // As earlier versions kept it.
    let keep = |key: &str, text: &str| {
        page.exec("localStorage.setItem(arguments[0], arguments[1])", &[json!(key), json!(text)])
    };
    let anew = || {
        page.exec(
            "const old = document.querySelector('nattoku-checklist');
             const element = document.createElement('nattoku-checklist');
             element.setAttribute('storage', 'device');
             old.replaceWith(element);",
            &[],
        )
    };
    keep("nattoku.checklist.draft.facility", &draft("facility"));
    keep("nattoku.checklist.draft", &draft("salon"));
    anew();
    meeting.see_mark(0, Some(Mark::NotYet));
    let ours = "nattoku.checklist.draft.salon";
    let theirs = json!({ "nattoku.checklist.draft.facility": "facility" });
    let both = json!({ "nattoku.checklist.draft.facility": "facility", ours: "salon" });
    page.wait_for("the old draft in its new place", || kept() == both);
    on_element(page, "element.reset()");
    meeting.see_opening();
    page.wait_for("only the other embed's check", || kept() == theirs);

    // Of another list, an old draft is not this one's to take or to throw away.
    keep("nattoku.checklist.draft", &draft("safety"));
    anew();
    meeting.see_opening();
    on_element(page, "element.reset()");
    meeting.see_opening();
    let all = json!({ "nattoku.checklist.draft": "safety", "nattoku.checklist.draft.facility": "facility" });
    page.wait_for("both to stay", || kept() == all);
    on_element(page, "element.setAttribute('template', 'facility')");
    meeting.list = Checklist::named("facility").expect("facility");
    meeting.see_mark(0, Some(Mark::NotYet));
    on_element(page, "element.reset()");
    meeting.see_opening();
    assert_eq!(kept(), json!({ "nattoku.checklist.draft": "safety" }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Counts in words, what to talk about (× first, then △, then what is open), and a rule that grows out of it.
fn shows_the_result(page: &Page, meeting: &Meeting<'_>, marks: &[Option<Mark>]) {
    let counts = json!([
        ["集めるとき", "できている 0", "やろうとしている 1", "できていない 1", "まだ 2"],
        ["管理するとき", "できている 0", "やろうとしている 0", "できていない 0", "まだ 4"],
        ["共有するとき", "できている 0", "やろうとしている 0", "できていない 0", "まだ 2"],
    ]);
    assert_eq!(meeting.counts_seen(), counts);
    // The bars say the same to those who do not see them.
    page.role("img", "集めるとき: できている 0、やろうとしている 1、できていない 1、まだ 2").state();
    page.see(&say_with("check.open", &[("n", "8")]));
    let topic = |index: usize| json!([meeting.short(index), meeting.word(marks[index])]);
    let order = [2, 0, 1, 3, 4, 5, 6, 7, 8, 9];
    assert_eq!(meeting.talk_seen(), order.map(topic).into_iter().collect::<Value>());
    meeting.see_no_score();

    // A look at an item and back changes nothing.
    let card = format!("root.querySelectorAll('.topic-card')[{}].querySelectorAll('button')", 2);
    meeting.inside(&format!("{card}[0].click()"));
    meeting.see_part(0);
    meeting.see_mark(1, None);
    page.button(&say("check.back_to_result")).click();
    meeting.see(&say("check.result"));
    assert_eq!(meeting.counts_seen(), counts);

    meeting.inside("root.querySelectorAll('.topic-card')[0].querySelectorAll('button')[1].click()");
    meeting.see(&plain(&meeting.list.rules.title));
    let from = say_with("check.rule_from", &[("title", &meeting.short(2))]);
    page.see(&from);
    page.fill(&say_with("check.rule_n", &[("n", "1")]), RULE);
    page.button(&say("check.back_to_result")).click();
    meeting.see(&say("check.result"));
    page.see(RULE);
    page.see(&from);
}

/// `reset`, `importJson` and `value`; text that is no document is named and changes nothing.
fn gives_back(page: &Page, meeting: &Meeting<'_>, saved: &Value) {
    on_element(page, "element.reset()");
    meeting.see_opening();
    assert_eq!(on_element(page, "element.value"), Value::Null);
    assert_eq!(meeting.export()["checklistRuns"], json!([]));
    let give = |text: &str| {
        let script = "try { document.querySelector('nattoku-checklist').importJson(arguments[0]) } \
            catch (error) { return String(error) }";
        page.exec(script, &[json!(text)])
    };

    let mut broken = saved.clone();
    broken["checklistRuns"][0]["marks"][0]["item"] = json!("nowhere");
    let thrown = give(&broken.to_string());
    let place = "checklistRuns[0]";
    assert!(thrown.as_str().is_some_and(|error| error.contains(place)), "{thrown}");
    let told = heard(page, "nattoku-error");
    assert_eq!((told.len(), &told[0]["from"]), (1, &json!("checklist")), "{told:?}");
    assert!(told[0]["detail"]["place"].as_str().is_some_and(|told| told.starts_with(place)), "{told:?}");
    meeting.see_opening();

    assert_eq!(give(&saved.to_string()), Value::Null);
    meeting.see(&say("check.done"));
    let again = meeting.export();
    for part in ["checklistRuns", "consents", "notices", "organization"] {
        assert_eq!(again[part], saved[part], "{part} after the round trip");
    }
    assert_eq!(heard(page, "nattoku-complete").len(), 1, "what is read in was not finished here");
    page.button(&say("check.again")).click();
    meeting.see_opening();
    on_element(page, &format!("element.value = {saved}"));
    meeting.see(&say("check.done"));
    assert_eq!(meeting.export()["checklistRuns"], saved["checklistRuns"]);
}

/// The events of the check that the host page heard so far; all of them when no name is asked for.
#[track_caller]
fn heard(page: &Page, name: &str) -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_value(page.exec("return heard", &[])).expect("events");
    let ours = all.into_iter().filter(|event| event["from"] == "checklist");
    ours.filter(|event| name.is_empty() || event["name"] == name).collect()
}

/// The value of an expression over `element`, the check.
#[track_caller]
fn on_element(page: &Page, expression: &str) -> Value {
    page.exec(
        &format!("const element = document.querySelector('nattoku-checklist'); return {expression}"),
        &[],
    )
}
