//! Fields that other programs wrote: kept wherever they stand, and no reason to refuse.

use super::*;
use nattoku::domain::export::merge;
use serde_json::json;

/// Adds a field of another program to every object, except in the map of the group's words, whose keys are names.
fn add_everywhere(value: &mut Value, place: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields.iter_mut() {
                add_everywhere(inner, &format!("{place}/{name}"), places);
            }
            if !place.ends_with("/organization/values") {
                let kept = json!({"of": place, "deep": [1, {"二": null}, 0.5, true, ""]});
                fields.insert("x-later".into(), kept);
                places.push(place.to_owned());
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter_mut().enumerate() {
                add_everywhere(inner, &format!("{place}/{index}"), places);
            }
        }
        _ => {}
    }
}

fn without_integrity(document: &Document) -> Value {
    let mut tree = tree_of(document);
    tree.as_object_mut().unwrap().remove("integrity");
    tree
}

/// A full document with a field of another program everywhere, and where.
fn foreign() -> (Value, Vec<String>) {
    let (mut tree, mut places) = (without_integrity(&full()), Vec::new());
    add_everywhere(&mut tree, "", &mut places);
    (tree, places)
}

/// What a digest covers may not be added to: the text shown, and every event. Beside them there is room.
fn more_than_was_written() -> Vec<Doubt> {
    let history = |consent: Consent| broken(&consent.id, 0, Break::Altered);
    [Doubt::Notice("salon".into())].into_iter().chain(consents().into_iter().map(history)).collect()
}

#[test]
fn unknown_fields_survive_at_every_depth() {
    let (tree, places) = foreign();
    for kind in [
        "",
        "/generator",
        "/organization",
        "/organization/values/organization",
        "/notices/0",
        "/notices/0/title",
        "/notices/0/sections/0",
        "/notices/0/items/0",
        "/notices/0/groups/0",
        "/notices/0/acknowledgements/0",
        "/consents/0",
        "/consents/0/subject",
        "/consents/0/current",
        "/consents/0/current/answers/0",
        "/consents/0/events/0",
        "/consents/0/events/0/notice",
        "/consents/0/events/0/explained",
        "/consents/0/events/0/explained/topics/0",
        "/consents/0/events/0/identity",
        "/consents/0/events/0/answers/0",
        "/consents/0/events/0/acknowledgements/0",
        "/consents/0/events/0/signature",
        "/consents/0/events/0/signature/aspect",
        "/consents/0/events/0/signature/strokes/1",
        "/consents/1/events/0/oral",
        "/consents/2/events/0/typedName",
        "/consents/3/events/0/proxyWriting",
        "/checklistRuns/1",
        "/checklistRuns/0/list",
        "/checklistRuns/0/list/items/0",
        "/checklistRuns/0/respondents/0",
        "/checklistRuns/0/marks/0",
        "/checklistRuns/0/notes/0",
        "/checklistRuns/0/rules/0",
        "/checklistRuns/0/emergency/0",
        "/checklistRuns/0/summary/all",
    ] {
        assert!(places.iter().any(|place| place == kind), "{kind} is in the document");
    }
    schema::validates(&tree);
    let taken = accepted(&tree.to_string());
    assert_eq!(taken.doubts, more_than_was_written(), "texts and events have more in them than was written");
    assert_eq!(without_integrity(&taken.document), tree);
    let text = taken.document.to_json();
    assert_eq!(accepted(&text).document.to_json(), text);
}

#[test]
fn unknown_fields_of_a_record_survive_its_next_event_and_its_next_document() {
    let (tree, _) = foreign();
    let mut taken = accepted(&tree.to_string()).document;
    let next = taken.consents[1].events[0].clone();
    taken.consents[0].append(next);
    let grown = without_integrity(&taken);
    let before = &tree["consents"][0];
    assert_eq!(grown["consents"][0]["x-later"], before["x-later"]);
    assert_eq!(grown["consents"][0]["subject"], before["subject"]);
    assert_eq!(grown["consents"][0]["events"][0], before["events"][0]);
    assert_eq!(
        grown["consents"][0]["events"][1].get("x-later"),
        None,
        "a new event has only what it says itself"
    );

    let (merged, _) = merge(&document(vec![], vec![]), accepted(&tree.to_string()).document).unwrap();
    let merged = without_integrity(&merged);
    for list in ["notices", "consents", "checklistRuns"] {
        assert_eq!(merged[list], tree[list], "{list}");
    }
    let mut alone = accepted(&tree.to_string()).document;
    alone.consents.remove(0);
    assert_eq!(
        without_integrity(&alone)["consents"][0],
        tree["consents"][1],
        "the fields stay with their own entry"
    );
}

#[test]
fn unknown_fields_are_part_of_what_is_proved() {
    let (tree, _) = foreign();
    let mut proved = tree_of(&accepted(&tree.to_string()).document);
    assert_eq!(accepted(&proved.to_string()).doubts, more_than_was_written());
    proved["consents"][0]["x-later"]["of"] = json!("elsewhere");
    assert_eq!(accepted(&proved.to_string()).doubts[0], Doubt::Document);
}
