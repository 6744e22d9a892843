//! The published schema: it is the one the types make, says something about every field, and accepts what is exported.

use super::*;
use jsonschema::Validator;
use nattoku::domain::export::schema;
use serde_json::json;
use std::sync::LazyLock;

/// The schema as checked in.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/nattoku.schema.json");

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(schema().as_value()).expect("a valid JSON Schema")
});

/// Fails with every place that the schema refuses.
#[track_caller]
pub(super) fn validates(document: &Value) {
    let errors: Vec<String> =
        VALIDATOR.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn the_checked_in_schema_is_the_one_the_types_make() {
    let made = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some_and(|wanted| wanted == "1") {
        std::fs::create_dir_all(std::path::Path::new(FILE).parent().unwrap()).unwrap();
        std::fs::write(FILE, &made).unwrap();
    }
    let there = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(there == made, "schema/nattoku.schema.json lags behind the types: run `cargo xtask schema`");
}

#[test]
fn the_schema_is_named_and_lets_other_programs_add_fields() {
    let schema = schema().to_value();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!((&schema["title"], schema.get("$id")), (&json!("Nattoku document"), None));
    assert_eq!(schema["properties"]["format"]["const"], "nattoku");
    assert_eq!(schema["properties"]["version"]["const"], 1);
    let mut objects = 0;
    every_schema(&schema, "", &mut |place, one| {
        if one.get("properties").is_some() {
            assert_eq!(one["additionalProperties"], true, "{place}");
            objects += 1;
        }
    });
    assert!(objects > 25, "{objects}");
}

#[test]
fn every_type_and_every_field_is_described_without_rustdoc_links() {
    let schema = schema().to_value();
    let mut described = 0;
    let mut check = |place: &str, one: &Value| {
        let text = one["description"].as_str().unwrap_or_default();
        assert!(!text.is_empty() || one.get("$ref").is_some(), "{place} is not described");
        assert!(!text.contains("[`") && !text.contains("]("), "{place}: {text}");
        described += 1;
    };
    for (name, one) in schema["$defs"].as_object().unwrap() {
        check(name, one);
    }
    every_schema(&schema, "", &mut |place, one| {
        for (name, field) in one["properties"].as_object().into_iter().flatten() {
            check(&format!("{place}.{name}"), field);
        }
    });
    assert!(described > 100, "{described}");
}

/// Every schema inside a schema, with a readable place.
fn every_schema(schema: &Value, place: &str, see: &mut impl FnMut(&str, &Value)) {
    match schema {
        Value::Object(fields) => {
            see(place, schema);
            for (name, inner) in fields {
                every_schema(inner, &format!("{place}/{name}"), see);
            }
        }
        Value::Array(items) => items.iter().for_each(|inner| every_schema(inner, place, see)),
        _ => {}
    }
}

#[test]
fn every_kind_of_document_validates() {
    validates(&tree_of(&document(vec![], vec![])));
    validates(&tree_of(&document(vec![], vec![run("run-1")])));
    validates(&tree_of(&full()));
}

#[test]
fn the_schema_refuses_what_the_program_would_refuse() {
    let good = tree_of(&full());
    validates(&good);
    for (place, wrong) in [
        ("/format", json!("other")),
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/exportedAt", json!("2026-11-20T14:05:00")),
        ("/consents/0/subject/name", json!(null)),
        ("/consents/0/events/0/type", json!("withdrawn_by_magic")),
        ("/consents/0/events/0/answers/0/answer", json!("yes")),
        ("/consents/0/events/0/method", json!("telepathy")),
        ("/consents/0/events/0/signature/strokes/0/points", json!([])),
        ("/consents/0/events/0/signature/strokes/0/points/0", json!([1, 2])),
        ("/consents/0/events/0/signature/strokes/0/points/0/0", json!(0.5)),
        ("/consents/0/events/0/notice/version", json!("1")),
        ("/checklistRuns/0/marks/0/mark", json!(1)),
        ("/checklistRuns/0/summary/all/done", json!(-1)),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not in the document")) = wrong;
        assert!(!VALIDATOR.is_valid(&bad), "{place}");
        assert!(nattoku::domain::export::import(&bad.to_string()).is_err(), "{place}");
    }
}
