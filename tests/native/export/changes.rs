//! Changes of mind that cannot have happened: refused by name and place, even with a chain that somebody wrote anew.

use super::seal::three;
use super::*;
use nattoku::domain::export::ImportErrorKind::{self, Duplicate, Inconsistent, Invalid};
use serde_json::json;

/// A record with three events (decided, changed, withdrawn), altered and sealed anew.
fn altered(change: impl Fn(&mut Value)) -> String {
    let mut tree = tree_of(&document(vec![three()], vec![]));
    tree.as_object_mut().unwrap().remove("integrity");
    change(&mut tree["consents"][0]["events"]);
    seal_anew(&mut tree["consents"][0]);
    tree.to_string()
}

#[track_caller]
fn refused(text: &str, kind: ImportErrorKind, place: &str, cause: &str) {
    let error = import(text).map(|taken| taken.doubts).expect_err("refused");
    assert_eq!((error.kind.clone(), error.place.as_str()), (kind, place), "{error}");
    assert!(error.cause.contains(cause), "{error}");
}

#[test]
fn what_stands_there_is_accepted_when_only_the_chain_is_new() {
    assert_eq!(accepted(&altered(|_| {})).doubts, []);
}

#[test]
fn a_change_that_cannot_have_happened_is_refused_by_name() {
    let at = |field: &str| format!("consents[0].events{field}");
    let early = "1999-01-01T00:00:00+09:00";
    let put = |event: usize, field: &'static str, value: Value| {
        move |events: &mut Value| events[event][field] = value.clone()
    };
    let cases: [(String, &str, &str); 12] = [
        (altered(put(2, "decidedAt", json!(early))), "[2].decidedAt", "older than what it changes"),
        (altered(put(2, "unanswered", json!(["photo.sns"]))), "[2].unanswered", "asks nothing"),
        (altered(put(2, "answers", json!([]))), "[2].answers", "changes something"),
        (
            altered(put(2, "answers", json!([{"item": "purpose.contact", "answer": "granted"}]))),
            "[2].answers",
            "taking back allows nothing",
        ),
        (altered(put(1, "received", json!(null))), "[1].received.by", "names who received it"),
        (altered(put(1, "received", json!({"by": "　"}))), "[1].received.by", "names who received it"),
        (altered(put(0, "received", json!({"by": "見本 太郎"}))), "[0].received.by", "a decision has none"),
        (altered(put(0, "explained", json!(null))), "[0].explained", "there with a decision"),
        (altered(put(0, "type", json!("changed"))), "[0].explained", "there with a decision"),
        (altered(put(1, "outcome", json!("refused"))), "[1].outcome", "does not follow"),
        (altered(|events| drop(events.as_array_mut().unwrap().remove(0))), "[0].type", "nothing before it"),
        (altered(put(0, "unable", json!({"note": "眠っていた"}))), "[0].unable", "is no answer"),
    ];
    for (text, place, cause) in cases {
        refused(&text, Inconsistent, &at(place), cause);
    }
    let twice = json!([{"item": "purpose.contact", "answer": "withheld"}, {"item": "purpose.contact", "answer": "withheld"}]);
    refused(
        &altered(put(2, "answers", twice)),
        Duplicate("purpose.contact".into()),
        &at("[2].answers[1]"),
        "second time",
    );
}

#[test]
fn nothing_spoken_or_written_before_an_answer_takes_it_back() {
    let at = |field: &str| format!("consents[0].events[2].{field}");
    let scope = json!({"at": "2026-11-20T09:00:00+09:00", "scope": "連絡: いいえ", "heardBy": "見本 太郎"});
    let spoken = altered(|events| {
        events[2]["method"] = json!("oral");
        events[2]["oral"] = scope.clone();
        events[2].as_object_mut().unwrap().remove("typedName");
    });
    refused(&spoken, Inconsistent, &at("oral.at"), "older than what it changes");
    let written = altered(|events| {
        events[2]["method"] = json!("paper");
        events[2]["paper"] = json!({"signedOn": "2026-11-19", "keptIn": "棚", "keptBy": "見本 太郎"});
        events[2].as_object_mut().unwrap().remove("typedName");
    });
    refused(&written, Inconsistent, &at("paper.signedOn"), "older than what it changes");
}

#[test]
fn who_answered_and_on_what_paper_is_held_to_what_it_needs() {
    let at = |field: &str| format!("consents[0].events[0].{field}");
    let with = |field: &'static str, value: Value| altered(move |events| events[0][field] = value.clone());
    let parent = json!({"kind": "parent", "name": "山田 花子", "relation": "母", "authority": "保険証"});
    let wish = json!({"shown": ["nod"]});
    for (respondent, cause) in [
        (json!({"role": "representative", "wish": wish}), "a kind"),
        (
            json!({"role": "representative", "representative": {"kind": "parent", "name": "山田", "relation": " ", "authority": "証"}, "wish": wish}),
            "a relation",
        ),
        (json!({"role": "representative", "representative": parent}), "own wish"),
        (json!({"role": "with_family"}), "a name"),
        (json!({"role": "principal", "age": "child"}), "a guardian"),
        (json!({"role": "principal", "wish": wish}), "another role"),
    ] {
        refused(&with("respondent", respondent), Invalid, &at("respondent"), cause);
    }
    let mut dated = parent.clone();
    dated["mandateDated"] = json!("2026-02-30");
    let respondent = |one: &Value| json!({"role": "representative", "representative": one, "wish": wish});
    refused(&with("respondent", respondent(&dated)), Invalid, &at("respondent"), "YYYY-MM-DD");
    dated["mandateDated"] = json!("2099-01-01");
    refused(
        &with("respondent", respondent(&dated)),
        Inconsistent,
        &at("respondent.representative.mandateDated"),
        "impossible order",
    );
    assert_eq!(accepted(&with("respondent", respondent(&parent))).doubts, []);

    let paper = |day: &str, place: &str| {
        let sheet = json!({"signedOn": day, "keptIn": place, "keptBy": "見本 太郎"});
        altered(move |events| {
            events[0]["paper"] = sheet.clone();
            events[0]["typedName"] = json!(null);
            events[0]["method"] = json!("paper");
        })
    };
    refused(&paper("2026-13-01", "棚"), Invalid, &at("paper"), "YYYY-MM-DD");
    refused(&paper("2026-11-01", " "), Invalid, &at("paper"), "the place");
    refused(&paper("2099-01-01", "棚"), Inconsistent, &at("paper.signedOn"), "impossible order");
    assert_eq!(accepted(&paper("2026-11-01", "棚")).doubts, []);
    refused(&with("method", json!(null)), Inconsistent, &at("method"), "evidence");
    refused(&with("method", json!("paper")), Inconsistent, &at("method"), "evidence");
}
