//! The door withstands anything: arbitrary text, arbitrary JSON, and good documents with something broken in them.

use super::*;
use nattoku::domain::{
    export::{Kind, file_name, read},
    session::Session,
    time::Timestamp,
};
use proptest::{collection::vec, prelude::*};
use serde_json::json;

thread_local! {
    static GOOD: Value = tree_of(&full());
    static PLACES: Vec<String> = GOOD.with(|good| {
        let mut places = Vec::new();
        gather(good, "", &mut places);
        places
    });
}

/// Every place in a tree, as a JSON pointer.
fn gather(value: &Value, place: &str, places: &mut Vec<String>) {
    places.push(place.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| gather(inner, &format!("{place}/{name}"), places));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, inner)| gather(inner, &format!("{place}/{at}"), places));
        }
        _ => {}
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1000..1000_i32).prop_map(|n| json!(f64::from(n) / 8.0)),
        ".{0,8}".prop_map(Value::from),
        Just(json!("2026-11-20T14:00:00+09:00")),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((".{0,6}", inner), 0..4).prop_map(|fields| fields.into_iter().collect::<Value>()),
        ]
    })
}

#[derive(Clone, Debug)]
enum Change {
    Put(usize, Value),
    Remove(usize),
    Double(usize),
    Swap(usize, usize),
}

fn any_change() -> impl Strategy<Value = Change> {
    let place = || any::<usize>();
    prop_oneof![
        3 => (place(), any_json()).prop_map(|(at, value)| Change::Put(at, value)),
        2 => place().prop_map(Change::Remove),
        1 => place().prop_map(Change::Double),
        2 => (place(), place()).prop_map(|(one, other)| Change::Swap(one, other)),
    ]
}

fn change(tree: &mut Value, change: Change) {
    let pointer = |at: usize| PLACES.with(|places| places[at % places.len()].clone());
    let inside =
        |place: &str| place.rsplit_once('/').map(|(outer, name)| (outer.to_owned(), name.to_owned()));
    match change {
        Change::Put(at, value) => {
            if let Some(there) = tree.pointer_mut(&pointer(at)) {
                *there = value;
            }
        }
        Change::Remove(at) | Change::Double(at) => {
            let Some((outer, name)) = inside(&pointer(at)) else { return };
            match (tree.pointer_mut(&outer), name.parse::<usize>()) {
                (Some(Value::Object(fields)), _) => drop(fields.remove(&name)),
                (Some(Value::Array(items)), Ok(at)) if at < items.len() => {
                    let item = items.remove(at);
                    if matches!(change, Change::Double(_)) {
                        items.extend([item.clone(), item]);
                    }
                }
                _ => {}
            }
        }
        Change::Swap(one, other) => {
            let value = tree.pointer(&pointer(one)).cloned();
            if let (Some(value), Some(there)) = (value, tree.pointer_mut(&pointer(other))) {
                *there = value;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_is_refused_with_a_reason(text in "\\PC{0,80}") {
        let error = import(&text).map(|_| ()).expect_err("not a document");
        prop_assert!(!error.cause.is_empty());
        prop_assert!(read::<Session>(&text).is_err());
    }

    #[test]
    fn arbitrary_json_is_refused_with_a_reason(value in any_json()) {
        prop_assert!(import(&value.to_string()).is_err());
        let mut dressed = value;
        if let Value::Object(fields) = &mut dressed {
            fields.insert("format".into(), "nattoku".into());
            fields.insert("version".into(), 1.into());
        }
        let error = import(&dressed.to_string()).map(|_| ()).expect_err("not a document");
        prop_assert!(!error.cause.is_empty());
    }

    #[test]
    fn a_broken_document_is_refused_with_its_place_or_taken_in_whole(changes in vec(any_change(), 1..4)) {
        let mut tree = GOOD.with(Clone::clone);
        changes.into_iter().for_each(|one| change(&mut tree, one));
        match import(&tree.to_string()) {
            Err(error) => prop_assert!(!error.cause.is_empty() && error.to_string().starts_with(&error.place)),
            Ok(taken) => {
                let text = taken.document.to_json();
                let again = accepted(&text);
                prop_assert_eq!(again.document.to_json(), text);
                prop_assert!(!again.doubts.contains(&nattoku::domain::export::Doubt::Document));
            }
        }
    }

    #[test]
    fn the_name_of_a_file_is_plain_ascii(id in ".{0,40}", ms in any::<i64>(), offset in any::<i32>()) {
        let name = file_name(Kind::Consent, Timestamp::from_epoch_ms(ms, offset), &id);
        let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_uppercase() || c.is_ascii_digit() || "-.".contains(c));
        prop_assert!(plain && name.ends_with(".json") && !name.contains("..") && name.len() <= 60, "{}", name);
    }
}
