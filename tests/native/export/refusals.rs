//! What is not taken in: each with its kind, its exact place, and a cause that names what is wrong.

use super::*;
use nattoku::domain::export::{ImportError, ImportErrorKind, ImportErrorKind::*, MAX_BYTES};
use serde_json::json;

fn refused(text: &str) -> ImportError {
    import(text).map(|taken| taken.document.consents.len()).expect_err("refused")
}

#[track_caller]
fn check(text: &str, kind: ImportErrorKind, place: &str, cause: &str) {
    let error = refused(text);
    assert_eq!((&error.kind, error.place.as_str()), (&kind, place), "{error}");
    assert!(error.cause.contains(cause), "{error}");
    let spoken = error.to_string();
    assert!(
        spoken.contains(&error.cause)
            && spoken.starts_with(if place.is_empty() { &error.cause } else { place })
    );
    assert!(error.key().starts_with("import."), "{}", error.key());
}

#[test]
fn a_file_that_is_no_document_is_refused_by_name() {
    check("", Empty, "", "empty");
    check("\u{FEFF}", Empty, "", "empty");
    check("\u{FEFF} \n", Empty, "", "empty");
    check("名前,住所\n", NotJson, "line 1, column 1", "expected value");
    check("{\"format\": \"nattoku\",\n  \"version\": 1,}", NotJson, "line 2, column 16", "trailing comma");
    check("{} {}", NotJson, "line 1, column 4", "trailing characters");
    check(&"[".repeat(10_000), NotJson, "line 1, column 128", "recursion limit");
    for other in
        ["{}", "[]", "null", "3", "\"nattoku\"", "{\"format\": \"word\"}", "{\"format\": [\"nattoku\"]}"]
    {
        check(other, NotNattoku, "format", "no document of this program");
    }
}

#[test]
fn a_version_that_is_not_ours_is_refused_by_name_and_never_half_read() {
    let of = |version: Value| {
        json!({"format": "nattoku", "version": version, "consents": "of another shape"}).to_string()
    };
    check(&of(json!(2)), NewerVersion(2), "version", "version 2; this program reads up to 1");
    check(&of(json!(u64::MAX)), NewerVersion(u64::MAX), "version", "18446744073709551615");
    for none in [json!(0), json!(-1), json!(1.0), json!("1"), json!(null), json!([1])] {
        check(&of(none), Invalid, "version", "no known version");
    }
    check("{\"format\": \"nattoku\"}", Invalid, "version", "no known version");
}

#[test]
fn fifty_megabytes_are_not_even_looked_at() {
    let error = refused(&" ".repeat(50 * 1024 * 1024));
    assert_eq!((&error.kind, error.key()), (&TooLarge, "import.too_large"));
    assert_eq!(error.cause, "52428800 bytes; at most 20971520 are read");
    assert_eq!(ImportError::too_large(52_428_800).cause, error.cause);
    let mut padded = full().to_json();
    padded.push_str(&" ".repeat(MAX_BYTES - padded.len()));
    assert!(import(&padded).is_ok(), "{MAX_BYTES} bytes are read");
    padded.push(' ');
    assert_eq!(refused(&padded).kind, TooLarge);
}

#[test]
fn a_file_that_ends_in_the_middle_is_called_so_wherever_it_ends() {
    let text = full().to_json();
    let lines = text.lines().count();
    let ends =
        (1..text.len() - 1).step_by(211).chain([1, text.len() - 1]).filter(|end| text.is_char_boundary(*end));
    for end in ends {
        let error = refused(&text[..end]);
        assert_eq!((error.kind, error.cause.starts_with("EOF")), (Truncated, true), "{end}");
        let line: usize = error.place["line ".len()..].split(',').next().unwrap().parse().unwrap();
        assert!((1..=lines).contains(&line), "{}", error.place);
    }
}

/// The full document with one value put in, taken out (`null` at a field) or doubled.
fn with(place: &str, value: Value) -> String {
    let mut tree = tree_of(&full());
    *tree.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not in the document")) = value;
    tree.to_string()
}

fn without(place: &str, field: &str) -> String {
    let mut tree = tree_of(&full());
    let there = tree.pointer_mut(place).unwrap().as_object_mut().unwrap().remove(field);
    assert!(there.is_some(), "{place}/{field} is not in the document");
    tree.to_string()
}

#[test]
fn a_wrong_type_is_named_with_its_path() {
    let sign = "consents[0].events[0].signature";
    for (at, value, place, cause) in [
        ("/exportedAt", json!("きのう"), "exportedAt", "not an RFC 3339 time"),
        ("/exportedAt", json!(1_795_150_800), "exportedAt", "expected a string"),
        ("/consents", json!({}), "consents", "expected a sequence"),
        ("/consents/2", json!("山田"), "consents[2]", "expected struct Consent"),
        ("/consents/1/subject/name", json!(["山田"]), "consents[1].subject.name", "expected a string"),
        (
            "/consents/1/events/0/decidedAt",
            json!("2026-02-30T10:00:00+09:00"),
            "consents[1].events[0].decidedAt",
            "2026-02-30",
        ),
        (
            "/consents/1/events/0/answers/3/answer",
            json!("yes"),
            "consents[1].events[0].answers[3].answer",
            "yes",
        ),
        ("/consents/1/events/0/oral/scope", json!(" "), "consents[1].events[0].oral", "needs its scope"),
        ("/consents/1/events/0/oral/heardBy", json!(""), "consents[1].events[0].oral", "who heard it"),
        (
            "/consents/3/events/0/proxyWriting/seenBy",
            json!("見本 太郎"),
            "consents[3].events[0].proxyWriting",
            "witness",
        ),
        ("/consents/0/events/0/signature/strokes", json!([]), sign, "nothing was drawn"),
        ("/consents/0/events/0/signature/aspect/width", json!(9), sign, "10000 x 4000"),
        ("/notices/0/version", json!("eins"), "notices[0].version", "major.minor"),
        ("/checklistRuns/1/marks/0/mark", json!("まだ"), "checklistRuns[1].marks[0].mark", "まだ"),
        (
            "/organization/values/contact",
            json!(7),
            "organization.values.contact",
            "expected struct PlaceholderValue",
        ),
    ] {
        check(&with(at, value), Invalid, place, cause);
    }
    for (at, field, place) in [
        ("", "exportedAt", ""),
        ("", "generator", ""),
        ("/consents/0", "subject", "consents[0]"),
        ("/consents/0/events/0", "recordedAt", "consents[0].events[0]"),
        ("/consents/0/events/0/notice", "digest", "consents[0].events[0].notice"),
        ("/checklistRuns/0", "summary", "checklistRuns[0]"),
    ] {
        check(&without(at, field), Invalid, place, &format!("missing field `{field}`"));
    }
}

#[test]
fn an_id_that_stands_twice_is_named_with_its_second_place() {
    let twice = |list: &str, from: usize, to: usize| {
        let mut tree = tree_of(&full());
        let entry = tree.pointer(list).unwrap()[from].clone();
        tree.pointer_mut(list).unwrap().as_array_mut().unwrap().insert(to, entry);
        tree.to_string()
    };
    let digest = SHOWN.with(|notice| notice.digest.clone());
    for (list, from, to, id, place) in [
        ("/notices", 0, 1, digest.as_str(), "notices[1]"),
        ("/consents", 1, 3, "consent-voice", "consents[3]"),
        ("/checklistRuns", 0, 2, "run-1", "checklistRuns[2]"),
        ("/consents/2/events", 0, 1, "event-typed", "consents[2].events[1]"),
        ("/consents/2/events/0/answers", 1, 4, "purpose.watch", "consents[2].events[0].answers[4]"),
        ("/consents/2/events/0/unanswered", 1, 2, "share.center", "consents[2].events[0].unanswered[2]"),
        (
            "/consents/2/events/0/acknowledgements",
            0,
            1,
            "emergency",
            "consents[2].events[0].acknowledgements[1]",
        ),
        ("/consents/2/events/0/explained/topics", 0, 2, "lead", "consents[2].events[0].explained.topics[2]"),
        ("/checklistRuns/1/list/items", 0, 3, "collect.1", "checklistRuns[1].list.items[3].id"),
        ("/checklistRuns/1/marks", 0, 1, "collect.1", "checklistRuns[1].marks[1]"),
        ("/checklistRuns/1/notes", 0, 1, "manage.2", "checklistRuns[1].notes[1].item"),
    ] {
        check(&twice(list, from, to), Duplicate(id.to_owned()), place, id);
    }
}

#[test]
fn an_entry_that_contradicts_itself_or_its_document_is_refused() {
    let event = "consents[1].events[0]";
    let late = json!("2099-01-01T00:00:00+09:00");
    let early = json!("1999-01-01T00:00:00+09:00");
    let order = "impossible order";
    for (at, value, place, cause) in [
        ("/consents/1/events/0/method", json!("signature"), ".method", "evidence"),
        ("/consents/1/events/0/typedName", json!({"name": "山田", "statement": ""}), ".method", "evidence"),
        ("/consents/1/events/0/oral", json!(null), ".method", "evidence"),
        ("/consents/1/events/0/explained/from", late.clone(), ".explained.to", order),
        ("/consents/1/events/0/explained/to", early.clone(), ".explained.to", order),
        ("/consents/1/events/0/explained/to", late.clone(), ".recordedAt", order),
        ("/consents/1/events/0/decidedAt", late.clone(), ".recordedAt", order),
        ("/consents/1/events/0/decidedAt", early.clone(), ".decidedAt", order),
        ("/consents/1/events/0/recordedAt", early, ".recordedAt", order),
        ("/consents/1/events/0/oral/at", late, ".oral.at", order),
        ("/consents/1/events/0/notice/digest", json!("sha256:0"), ".notice.digest", "not in the document"),
        ("/consents/1/events/0/notice/id", json!("other"), ".notice", "id or version"),
        ("/consents/1/events/0/notice/version", json!("9.9"), ".notice", "id or version"),
        ("/consents/1/events/0/answers/2/item", json!("photo.tv"), ".answers[2].item", "not an item"),
        ("/consents/1/events/0/unanswered/1", json!("photo.tv"), ".unanswered[1]", "not an item"),
        ("/consents/1/events/0/unanswered/0", json!("purpose.watch"), ".unanswered[0]", "has an answer"),
        ("/consents/1/events/0/outcome", json!("consented"), ".outcome", "does not follow"),
    ] {
        let mut tree = tree_of(&full());
        tree["consents"][1]["events"][0]["typedName"] = json!(null);
        *tree.pointer_mut(at).unwrap_or_else(|| panic!("{at} is not in the document")) = value;
        seal_anew(&mut tree["consents"][1]);
        check(&tree.to_string(), Inconsistent, &format!("{event}{place}"), cause);
    }
    for (at, value, place, cause) in [
        ("/consents/1/events", json!([]), "consents[1].events", "at least one event"),
        ("/consents/1/current/outcome", json!("consented"), "consents[1].current", "does not follow"),
        ("/consents/1/current/answers/1/answer", json!("granted"), "consents[1].current", "does not follow"),
        (
            "/consents/1/current/asOf",
            json!("2026-11-20T10:00:00+09:00"),
            "consents[1].current",
            "does not follow",
        ),
        ("/notices", json!([]), "consents[0].events[0].notice.digest", "not in the document"),
        ("/checklistRuns/0/id", json!(""), "checklistRuns[0].id", "empty"),
        (
            "/checklistRuns/0/marks/0/item",
            json!("collect.99"),
            "checklistRuns[0].marks[0].item",
            "collect.99",
        ),
        ("/checklistRuns/0/marks/0/respondent", json!("Z"), "checklistRuns[0].marks[0].respondent", "Z"),
        ("/checklistRuns/0/summary/all/done", json!(9), "checklistRuns[0].summary.all", "follow"),
    ] {
        check(&with(at, value), Inconsistent, place, cause);
    }
}
