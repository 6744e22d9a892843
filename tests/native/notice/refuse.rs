//! What is refused, and that the refusal names file, section, register, line and column.

use nattoku::domain::notice::Notice;
use serde_json::{Value, json};

fn salon() -> Value {
    serde_json::from_str(include_str!("../../../src/presets/notices/salon.json")).unwrap()
}

/// The salon with one value changed is refused with exactly these lines.
#[track_caller]
fn refused(path: &str, value: Value, wanted: &[&str]) {
    let mut notice = salon();
    *notice.pointer_mut(path).expect(path) = value;
    refused_json(&notice, wanted);
}

#[track_caller]
fn refused_json(notice: &Value, wanted: &[&str]) {
    let errors = Notice::parse("mine.json", &notice.to_string()).expect_err("refused");
    assert_eq!(errors.to_string().lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn broken_notation_is_named_where_it_is() {
    refused(
        "/sections/1/easy/2",
        json!("あなたの {住所|じゅうしょ：{{address}}"),
        &["mine.json: section who, easy, line 3, column 16: ruby inside ruby"],
    );
    refused(
        "/sections/0/plain/1",
        json!("何を}"),
        &["mine.json: section lead, plain, line 2, column 3: a brace without its partner"],
    );
    refused(
        "/sections/0/easy/0",
        json!("あなたの {情報|じょうほう}の 話"),
        &["mine.json: section lead, easy, line 1, column 18: a kanji without a reading"],
    );
    refused("/sections/0/easy/0", json!(" "), &["mine.json: section lead, easy, line 1: the text is empty"]);
    refused(
        "/items/0/title/easy",
        json!("{休|}みですか"),
        &["mine.json: item purpose.contact title, easy, column 1: ruby without a reading"],
    );
    refused(
        "/items/0/title/en",
        json!("May we {call} you?"),
        &["mine.json: item purpose.contact title, column 8: braces without a | between base and reading"],
    );
}

#[test]
fn a_hole_nobody_can_fill_is_refused() {
    refused(
        "/sections/2/plain/0",
        json!("お聞きするのは{{things}}です。"),
        &[
            "mine.json: section what, plain, line 1, column 8: {{things}} is not declared in placeholders",
            "mine.json: section what: the two registers name different placeholders; only in plain: things",
        ],
    );
    refused(
        "/sections/2/plain/0",
        json!("お聞きするのは{{}}です。"),
        &["mine.json: section what, plain, line 1, column 8: a placeholder without a name"],
    );
    refused(
        "/placeholders/4/default/plain",
        json!("{{organization}}の係"),
        &[
            "mine.json: placeholder center default, plain, column 1: {{organization}} may not stand inside a value",
            "mine.json: placeholder center default: the two registers name different placeholders; \
             only in plain: organization",
        ],
    );
    refused(
        "/placeholders/4/default",
        json!(null),
        &["mine.json: placeholder center: it is neither required nor has a default"],
    );
}

#[test]
fn both_registers_have_to_be_there_and_say_the_same() {
    let mut notice = salon();
    notice["sections"][1].as_object_mut().unwrap().remove("easy");
    refused_json(&notice, &["mine.json: section who, easy: this register is missing"]);
    refused("/sections/1/plain", json!([]), &["mine.json: section who, plain: this register is missing"]);
    refused(
        "/sections/10/easy/0",
        json!("1{年|ねん} {持|も}って います。"),
        &["mine.json: section term: the two registers name different placeholders; only in plain: retention"],
    );
    refused(
        "/optional/1/easy",
        json!("{係|かかり}の {人|ひと}は、{秘密|ひみつ}を {守|まも}ります。"),
        &[
            "mine.json: optional line center: the two registers name different placeholders; only in plain: center",
        ],
    );
}

#[test]
fn references_and_ids_are_checked() {
    refused(
        "/items/1/id",
        json!("purpose.contact"),
        &["mine.json: item purpose.contact: this id is used twice"],
    );
    refused("/items/0/group", json!("other"), &["mine.json: item purpose.contact: there is no group other"]);
    refused("/items/0/section", json!("x"), &["mine.json: item purpose.contact: there is no section x"]);
    refused(
        "/acknowledgements/0/section",
        json!("x"),
        &["mine.json: acknowledgement emergency: there is no section x"],
    );
    refused(
        "/optional/0/id",
        json!("cm2"),
        &["mine.json: item share.care_manager: there is no optional line cm"],
    );
    refused(
        "/id",
        json!("My notice"),
        &["mine.json: notice My notice: an id has lower-case letters, digits, '.', '_' and '-' only"],
    );
    refused("/sections/0/id", json!("who"), &["mine.json: section who: this id is used twice"]);
    refused(
        "/legalBasisAsOf",
        json!("2026/01/31"),
        &["mine.json: notice salon: legalBasisAsOf is not a day written YYYY-MM-DD"],
    );
}

#[test]
fn what_the_law_wants_known_is_checked() {
    let sentence = json!({"plain": "消します。", "easy": "{消|け}します。"});
    let category = json!({"id": "basic", "requirement": "003 A-3-1 1", "name": sentence, "examples": sentence,
        "sensitivity": "no"});
    let with = |change: &dyn Fn(&mut Value), wanted: &[&str]| {
        let mut notice = salon();
        change(&mut notice);
        refused_json(&notice, wanted);
    };
    with(
        &|n| n["sections"][1]["covers"] = json!(["manager", "weather"]),
        &["mine.json: section who covers: there is no legal topic weather"],
    );
    with(
        &|n| n["notApplicable"] = json!(["joint_use", "rights", "weather"]),
        &[
            "mine.json: notice salon notApplicable: the legal topic rights always applies",
            "mine.json: notice salon notApplicable: there is no legal topic weather",
        ],
    );
    with(
        &|n| n["categories"] = json!([category, category]),
        &["mine.json: category basic: this id is used twice"],
    );
    with(
        &|n| {
            n["categories"] = json!([category]);
            n["categories"][0]["examples"]["easy"] = json!("名{前|まえ}");
        },
        &["mine.json: category basic examples, easy, column 1: a kanji without a reading"],
    );
    with(
        &|n| n["items"][0]["onWithdrawal"] = json!({}),
        &["mine.json: item purpose.contact onWithdrawal: it has none of tell, undo and remains"],
    );
    with(
        &|n| n["items"][0]["onWithdrawal"] = json!({"tell": sentence, "undo": {"plain": "", "easy": "あ"}}),
        &["mine.json: item purpose.contact undo, plain: the text is empty"],
    );
}

#[test]
fn every_error_is_reported_at_once() {
    let mut notice = salon();
    notice["sections"][0]["plain"][0] = json!("}");
    notice["sections"][3]["easy"][0] = json!("}");
    notice["items"][2]["group"] = json!("none");
    let errors = Notice::parse("mine.json", &notice.to_string()).expect_err("refused");
    assert_eq!(errors.0.len(), 3, "{errors}");
}

#[test]
fn a_wrong_shape_is_named_by_its_path() {
    let cause = |path: &str, value: Value| {
        let mut notice = salon();
        *notice.pointer_mut(path).expect(path) = value;
        Notice::parse("mine.json", &notice.to_string()).expect_err("refused").to_string()
    };
    let version = cause("/version", json!("1"));
    assert!(version.starts_with("mine.json: notice: version: \"1\" is not a version"), "{version}");
    let kind = cause("/items/2/kind", json!("wish"));
    assert!(kind.starts_with("mine.json: notice: items[2].kind: unknown variant `wish`"), "{kind}");
    let title = cause("/items/2/title", json!({"plain": "何"}));
    assert!(title.starts_with("mine.json: notice: items[2].title: missing field `easy`"), "{title}");
    for not_json in ["", "{", "[]", "null", "{}{}", "\u{FEFF}{}"] {
        let error = Notice::parse("mine.json", not_json).expect_err(not_json).to_string();
        assert!(error.starts_with("mine.json: notice: "), "{error}");
    }
    let twice = format!("{} x", salon());
    assert!(
        Notice::parse("mine.json", &twice).expect_err("refused").to_string().contains("trailing characters")
    );
}
