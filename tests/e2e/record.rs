//! What is asked of every exported document, whatever the scenario: it fits the published schema, proves itself,
//! holds no fraction and no time without an offset, and its file is not called after anybody.

use nattoku::domain::export;
use serde_json::Value;

use crate::harness::{Download, Page};
use crate::talk::{KANA, NAME};
use crate::words::say;

/// Saves the record from the closing screen and reads what was saved.
#[track_caller]
pub fn save(page: &Page) -> Value {
    save_as(page, "consent")
}

/// Saves the run from the closing screen of a check and reads what was saved.
#[track_caller]
pub fn save_run(page: &Page) -> Value {
    save_as(page, "checklist")
}

#[track_caller]
fn save_as(page: &Page, kind: &str) -> Value {
    let before = page.downloads().len();
    page.button(&say("closing.save")).click();
    page.see(&say("closing.saved"));
    page.wait_for("the download", || page.downloads().len() > before);
    sound(&page.last_download(), kind)
}

/// Reads a saved file after asking everything of it that must always hold.
#[track_caller]
pub fn sound(file: &Download, kind: &str) -> Value {
    assert_eq!(file.mime, "application/json");
    assert_well_named(&file.name, kind);
    let document: Value = serde_json::from_str(&file.text).expect("JSON");
    assert_fits_schema(&document);
    assert_plain(&document, "");
    let imported = export::import(&file.text).unwrap_or_else(|e| panic!("what was saved is refused: {e}"));
    assert_eq!(imported.doubts, [], "what was saved proves itself");
    document
}

/// The only event of the only consent of a document.
#[track_caller]
pub fn only_event(document: &Value) -> &Value {
    let consents = document["consents"].as_array().expect("consents");
    assert_eq!(consents.len(), 1, "one person");
    let events = consents[0]["events"].as_array().expect("events");
    assert_eq!(events.len(), 1, "one event");
    &events[0]
}

/// `nattoku-consent-2026-11-20-0f3a92bc.json`, and nobody's name.
#[track_caller]
fn assert_well_named(name: &str, kind: &str) {
    let middle = name
        .strip_prefix(&format!("nattoku-{kind}-"))
        .and_then(|rest| rest.strip_suffix(".json"))
        .unwrap_or_else(|| panic!("{name} is not called nattoku-{kind}-….json"));
    let shape: String = middle
        .chars()
        .map(|c| match c {
            '0'..='9' | 'a'..='f' => 'x',
            other => other,
        })
        .collect();
    assert_eq!(shape, "xxxx-xx-xx-xxxxxxxx", "{name}");
    assert!(middle[..10].chars().all(|c| c == '-' || c.is_ascii_digit()), "{name} begins with a date");
    for part in NAME.split(' ').chain(KANA.split(' ')) {
        assert!(!name.contains(part), "{name} holds a name");
    }
}

#[track_caller]
fn assert_fits_schema(document: &Value) {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new(), "the document against the schema");
    // A schema that lets everything through would let this through as well.
    let mut broken = document.clone();
    broken["exportedAt"] = Value::Null;
    assert!(!validator.is_valid(&broken), "a schema that refuses nothing");
}

/// The published schema, or the types themselves until it is published.
fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/nattoku.schema.json");
    match std::fs::read_to_string(path) {
        Ok(text) => serde_json::from_str(&text).expect("the published schema is JSON"),
        Err(_) => generated(),
    }
}

#[cfg(feature = "schema")]
fn generated() -> Value {
    export::schema().to_value()
}

#[cfg(not(feature = "schema"))]
fn generated() -> Value {
    panic!("there is no schema/nattoku.schema.json; run with --features schema")
}

/// No fractions anywhere, and no time without an offset.
#[track_caller]
fn assert_plain(value: &Value, place: &str) {
    match value {
        Value::Number(number) => {
            assert!(number.is_i64() || number.is_u64(), "{place}: {number} is a fraction")
        }
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(i, entry)| assert_plain(entry, &format!("{place}[{i}]")));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, field)| {
            let place = format!("{place}.{key}");
            if key == "at"
                || key == "asOf"
                || key.ends_with("At")
                || (place.contains("explained") && (key == "from" || key == "to"))
            {
                let time = field.as_str().unwrap_or_else(|| panic!("{place} is no text"));
                assert!(time.ends_with("+09:00"), "{place}: {time} is not in the offset of this device");
            }
            assert_plain(field, &place);
        }),
        _ => {}
    }
}

/// The rules of a run as they are recorded: each with the day of the run.
pub fn of_its_day(run: &Value, rules: &Value) -> Value {
    let day = &run["finishedAt"].as_str().expect("a finished run")[..10];
    let mut rules = rules.clone();
    rules.as_array_mut().expect("rules").iter_mut().for_each(|rule| rule["day"] = day.into());
    rules
}
