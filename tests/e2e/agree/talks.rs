//! Two topics talked over, rules, actions, the emergency agreement and the next time; left in the middle and gone on
//! with; and the file has it all.

use nattoku::domain::checklist::Every;
use nattoku::domain::day::Day;
use serde_json::{Value, json};

use super::{EIGHT, go_on, round, take_up};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{say, say_with};

const SAID: [&str; 2] = ["用紙が古いままになっている", "鍵が一つしかない\n開けたままにしてしまう"];
const RULE: &str = "名簿は帰りに鍵の中へしまう";
const LATER: &str = "写真は本人に見せてから使う";
const ACTIONS: [&str; 2] = ["用紙を新しくする", "鍵を二つにする"];
const ROLE: &str = "会計の係";
const AGREED: [&str; 4] =
    ["代表。いないときは会計の係", "救急と家族", "名前と今のようす", "翌日までに代表が話す"];

/// From the hub to the file.
pub fn talks(page: &Page) {
    let meeting = take_up(page, &round(&EIGHT));
    first_topic(page, &meeting);
    second_topic(page, &meeting);
    on_to_the_rules(page, &meeting);
    emergency(page, &meeting);
    let next = next_time(page, &meeting);
    meeting.finish();
    holds(&meeting, &record::save_run(page), &next);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

fn field(page: &Page, key: &str) -> Option<String> {
    page.field(&say(key)).state().value
}

/// Waits until a field holds exactly this.
#[track_caller]
fn see_in(page: &Page, key: &str, text: &str) {
    page.wait_for(&format!("“{text}” in {key}"), || field(page, key).as_deref() == Some(text));
}

fn first_topic(page: &Page, meeting: &Meeting<'_>) {
    page.button(&say("talk.begin")).click();
    meeting.see(&meeting.short(1));
    let item = meeting.list.items().nth(1).expect("an item").1;
    page.see(&plain(&item.text));
    page.see(&say("talk.topic_split"));
    page.button(&say("talk.points")).click();
    page.see(&plain(&item.points[0].text));
    page.axe();
    page.fill(&say("talk.said"), SAID[0]);
    page.fill(&say("talk.what"), ACTIONS[0]);
    page.fill(&say("talk.role"), ROLE);
    page.button(&say("talk.due_month")).click();
    page.wait_for("the day that was chosen", || page.button(&say("talk.due_month")).state().on);
    // A day that is over is allowed, and said.
    let due = field(page, "talk.due").expect("a day");
    page.field(&say("talk.due")).pick("2020-02-29");
    page.see(&say("talk.past"));
    page.field(&say("talk.due")).pick(&due);
    page.see_no(&say("talk.past"));
    page.button(&say_with("check.next_is", &[("title", &meeting.short(4))])).click();
}

/// Left in the middle of it: all that was written is there after a reload.
fn second_topic(page: &Page, meeting: &Meeting<'_>) {
    meeting.see(&meeting.short(4));
    page.see("2 / 6");
    let rule = say_with("check.rule_n", &[("n", "1")]);
    for key in ["talk.said", "talk.what", "talk.role", "talk.due"] {
        see_in(page, key, "");
    }
    page.fill(&say("talk.said"), SAID[1]);
    page.fill(&rule, RULE);
    page.fill(&say("talk.what"), ACTIONS[1]);
    // A role that was written before is one press away.
    page.group(&say("talk.roles_used")).button(ROLE).click();
    go_on(page);
    meeting.see(&meeting.short(4));
    page.see("2 / 6");
    see_in(page, "talk.said", SAID[1]);
    assert_eq!(page.field(&rule).state().value.as_deref(), Some(RULE));
    see_in(page, "talk.what", ACTIONS[1]);
    see_in(page, "talk.role", ROLE);

    // A second rule is begun, taken out, brought back and taken out again.
    page.button(&say("check.rule_add")).click();
    page.fill(&say_with("check.rule_n", &[("n", "2")]), "あとで消す決まり");
    for _ in 0..2 {
        page.button(&say_with("check.rule_remove", &[("n", "2")])).click();
        page.see(&say("talk.removed"));
        page.field(&say_with("check.rule_n", &[("n", "2")])).gone();
        page.button(&say("talk.undo")).click();
        let back = page.field(&say_with("check.rule_n", &[("n", "2")])).state().value;
        assert_eq!(back.as_deref(), Some("あとで消す決まり"));
    }
    page.button(&say_with("check.rule_remove", &[("n", "2")])).click();
    // And the action likewise.
    page.button(&say_with("talk.action_remove", &[("n", "1")])).click();
    see_in(page, "talk.what", "");
    page.group(&say_with("talk.action_n", &[("n", "1")])).state();
    page.wait_for("the focus on the way back", || {
        page.focused().is_some_and(|focus| focus.name == say("talk.undo"))
    });
    page.press_keys(&["Enter"]);
    see_in(page, "talk.what", ACTIONS[1]);
    see_in(page, "talk.role", ROLE);

    // Back at the hub, what was talked about says so, and talking goes on where it was left.
    page.button(&say("check.back_to_result")).click();
    meeting.see(&say("check.result"));
    let talked = meeting.inside(
        "return [...root.querySelectorAll('.hub__row')].filter((row) => row.querySelector('.hub__talked')) \
            .map((row) => row.querySelector('.hub__title').textContent)",
    );
    assert_eq!(talked, json!([meeting.short(1), meeting.short(4)]));
    page.button(&say("talk.go_on")).click();
    meeting.see(&meeting.short(5));
}

fn on_to_the_rules(page: &Page, meeting: &Meeting<'_>) {
    for index in [6, 7, 8] {
        page.button(&say_with("check.next_is", &[("title", &meeting.short(index))])).click();
        meeting.see(&meeting.short(index));
    }
    meeting.to_cases();
    page.axe();
    // What several people marked stands on no sheet: a case leads to talking, not to marking.
    page.button(&meeting.short(5)).click();
    meeting.see(&meeting.short(5));
    assert_eq!(page.role("radio", "").count(), 0);
    page.button(&say("check.back_to_cases")).click();
    meeting.to_rules();
    let first = page.field(&say_with("check.rule_n", &[("n", "1")])).state().value;
    assert_eq!(first.as_deref(), Some(RULE));
    page.see(&say_with("check.rule_from", &[("title", &meeting.short(4))]));
    page.button(&say("check.rule_add")).click();
    page.fill(&say_with("check.rule_n", &[("n", "2")]), LATER);
    page.axe();
}

fn emergency(page: &Page, meeting: &Meeting<'_>) {
    meeting.to_emergency();
    page.see("4 / 4");
    meeting.agree(&AGREED);
    page.axe();
    meeting.onward(&say("talk.next_title")).click();
    meeting.see(&say("talk.next_title"));
}

/// Half a year on; one action done, one added and taken out; nine people; the committee.
fn next_time(page: &Page, meeting: &Meeting<'_>) -> String {
    page.axe();
    page.radio(&say("talk.when_half")).click();
    // Done, not done after all, done; in between it is past its day.
    let standings = |first: &str| {
        let read = "return [...root.querySelectorAll('.doing .standing')].map((at) => at.textContent)";
        let expected = json!([say(first), say("talk.standing_open")]);
        page.wait_for(first, || meeting.inside(read) == expected);
    };
    standings("talk.standing_open");
    page.button(&format!("{} {}", ACTIONS[0], say("talk.do_done"))).click();
    standings("talk.standing_done");
    page.button(&format!("{} {}", ACTIONS[0], say("talk.do_undone"))).click();
    standings("talk.standing_open");
    let edit = format!("{} {}", ACTIONS[0], say("check.edit"));
    page.button(&edit).click();
    let due = field(page, "talk.due").expect("a day");
    page.field(&say("talk.due")).pick("2020-02-29");
    standings("talk.standing_overdue");
    page.field(&say("talk.due")).pick(&due);
    page.button(&edit).click();
    page.field(&say("talk.due")).gone();
    page.button(&format!("{} {}", ACTIONS[0], say("talk.do_done"))).click();
    standings("talk.standing_done");
    page.button(&say("talk.action_add")).click();
    page.fill(&say("talk.what"), "あとで消す");
    page.button(&say("talk.due_next")).click();
    let next = field(page, "talk.due").expect("a day");
    page.button(&format!("あとで消す {}", say_with("talk.action_remove", &[("n", "3")]))).click();
    page.see(&say("talk.removed"));
    page.button(&say("talk.people_more")).click();
    see_in(page, "talk.people", "8");
    page.button(&say("talk.people_more")).click();
    see_in(page, "talk.people", "9");
    page.fill(&say("talk.people"), "１２");
    page.button(&say("talk.people_less")).click();
    see_in(page, "talk.people", "11");
    page.fill(&say("talk.report"), "役員会");
    page.axe();
    assert_eq!(page.button(&say("check.finish")).count(), 1);
    next
}

/// The document has what was said and decided, with days and items, and nobody's marks.
fn holds(meeting: &Meeting<'_>, document: &Value, next: &str) {
    let run = &document["checklistRuns"][0];
    let today = &run["finishedAt"].as_str().expect("a time")[..10];
    let day = Day::parse(today).expect("a day");
    assert_eq!(Every::HalfYear.after(day).to_string(), next);
    let (first, second) = (meeting.id(1), meeting.id(4));
    assert_eq!(run["talk"], json!([{ "item": first, "text": SAID[0] }, { "item": second, "text": SAID[1] }]));
    assert_eq!(
        run["rules"],
        json!([{ "text": RULE, "item": second, "day": today }, { "text": LATER, "day": today }])
    );
    let mut actions = run["actions"].clone();
    for action in actions.as_array_mut().expect("actions") {
        let id = action.as_object_mut().expect("an action").remove("id");
        assert!(id.is_some_and(|id| id.as_str().is_some_and(|id| !id.is_empty())));
    }
    let due = day.plus_months(1).to_string();
    assert_eq!(
        actions,
        json!([
            { "text": ACTIONS[0], "role": ROLE, "due": due, "item": first, "state": "done", "doneOn": today, "day": today },
            { "text": ACTIONS[1], "role": ROLE, "item": second, "state": "open", "day": today },
        ])
    );
    let agreed = meeting.list.emergency.questions.iter().zip(AGREED);
    let agreed: Value =
        agreed.map(|(question, text)| json!({ "question": question.id, "text": text })).collect();
    assert_eq!(run["emergency"], agreed);
    assert_eq!((&run["people"], &run["next"]), (&json!(11), &json!(next)));
    assert_eq!(run["reported"], json!({ "to": "役員会" }));
    assert_eq!((&run["kept"], &run["marks"]), (&json!("counted"), &json!([])));
    assert_eq!(run["ways"]["passedRound"], 8);
}
