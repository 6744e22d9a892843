//! Bad lists, runs and drafts are refused with the place named.

use nattoku::domain::{checklist::*, text::Wording};
use serde_json::{Value, json};

use super::finished;

fn salon_value() -> Value {
    serde_json::to_value(Checklist::salon()).unwrap()
}

#[test]
fn a_bad_list_is_refused_with_the_place_named() {
    let check = |change: fn(&mut Value), place: &str, code: &str| {
        let mut value = salon_value();
        change(&mut value);
        let error = Checklist::from_json(&value.to_string()).unwrap_err();
        assert_eq!((error.place.as_str(), error.problem.code()), (place, code), "{error}");
    };
    check(
        |v| v["lists"][0]["items"][2]["text"]["easy"] = json!(3),
        "lists[0].items[2].text.easy",
        "checklist_malformed",
    );
    check(
        |v| v["lists"][0]["items"][2]["text"]["eng"] = json!("x"),
        "lists[0].items[2].text.eng",
        "checklist_malformed",
    );
    check(
        |v| v["lists"][1]["items"][0]["text"]["plain"] = json!(" 　"),
        "lists[1].items[0].text.plain",
        "checklist_empty",
    );
    check(
        |v| v["lists"][1]["items"][0]["short"]["en"] = json!(""),
        "lists[1].items[0].short.en",
        "checklist_empty",
    );
    check(
        |v| v["lists"][2]["items"][0]["id"] = json!("collect.1"),
        "lists[2].items[0].id",
        "checklist_duplicate_id",
    );
    check(|v| v["lists"][2]["items"] = json!([]), "lists[2].items", "checklist_empty");
    check(|v| v["lists"] = json!([]), "lists", "checklist_empty");
    check(
        |v| v["cases"]["cards"][3]["teaches"][0] = json!("manage.9"),
        "cases.cards[3].teaches[0]",
        "checklist_unknown_id",
    );
    check(|v| v["cases"]["cards"][3]["teaches"] = json!([]), "cases.cards[3].teaches", "checklist_empty");
    check(
        |v| v["emergency"]["questions"][1]["id"] = json!(""),
        "emergency.questions[1].id",
        "checklist_empty",
    );
    let trailing = format!("{} x", salon_value());
    assert_eq!(Checklist::from_json(&trailing).unwrap_err().problem.code(), "checklist_malformed");
}

#[test]
fn a_bad_run_is_refused_with_the_place_named() {
    let good = serde_json::to_value(finished().to_run(Wording::Plain).unwrap()).unwrap();
    let check = |change: fn(&mut Value), place: &str, code: &str| {
        let mut value = good.clone();
        change(&mut value);
        let error = ChecklistRun::from_json(&value.to_string()).unwrap_err();
        assert_eq!((error.place.as_str(), error.problem.code()), (place, code), "{error}");
    };
    check(|v| v["marks"][0]["mark"] = json!("◎"), "marks[0].mark", "checklist_malformed");
    check(|v| v["marks"][0]["item"] = json!("manage.9"), "marks[0].item", "checklist_unknown_id");
    check(|v| v["marks"][0]["respondent"] = json!("B"), "marks[0].respondent", "checklist_unknown_id");
    check(|v| v["marks"][1] = v["marks"][0].clone(), "marks[1]", "checklist_duplicate_id");
    check(|v| v["notes"][0]["item"] = json!("x"), "notes[0].item", "checklist_unknown_id");
    check(|v| v["rules"][0]["item"] = json!("x"), "rules[0].item", "checklist_unknown_id");
    check(|v| v["list"]["items"][1]["id"] = json!("collect.1"), "list.items[1].id", "checklist_duplicate_id");
    check(|v| v["summary"]["all"]["done"] = json!(9), "summary.all", "checklist_contradiction");
    check(
        |v| v["summary"]["parts"][0]["counts"]["done"] = json!(2),
        "summary.parts",
        "checklist_contradiction",
    );
    check(|v| v["summary"]["talkAbout"][0] = json!("x"), "summary.talkAbout[0]", "checklist_unknown_id");
    check(|v| v["id"] = json!(" "), "id", "checklist_empty");
}

#[test]
fn a_bad_draft_is_refused_with_the_place_named() {
    let good = serde_json::to_value(&*finished()).unwrap();
    assert_eq!(CheckSession::restore(&good.to_string()).unwrap(), *finished());
    let check = |change: fn(&mut Value), place: &str, code: &str| {
        let mut value = good.clone();
        change(&mut value);
        let error = CheckSession::restore(&value.to_string()).unwrap_err();
        assert_eq!((error.place.as_str(), error.problem.code()), (place, code), "{error}");
    };
    check(|v| v["marks"]["x"] = json!("done"), "marks", "checklist_unknown_id");
    check(|v| v["marks"]["share.1"] = json!("maybe"), "marks.share.1", "checklist_malformed");
    check(|v| v["notes"]["x"] = json!("text"), "notes", "checklist_unknown_id");
    check(|v| v["rules"][0]["item"] = json!("x"), "rules", "checklist_unknown_id");
    check(|v| v["emergency"]["x"] = json!("text"), "emergency", "checklist_unknown_id");
    check(|v| v["step"] = json!({"mark": 10}), "step", "checklist_contradiction");
    check(|v| v["runId"] = Value::Null, "runId", "checklist_contradiction");
    check(|v| v["list"]["lists"] = json!([]), "list.lists", "checklist_empty");
}
