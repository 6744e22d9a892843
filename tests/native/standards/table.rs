//! The table and the exports say the same: every place that is written stands in the table, everything in the table is
//! written, and the printed page is the table.

use super::*;
use nattoku::domain::standards::{MAPPING, Row, markdown};
use std::collections::BTreeSet;

/// The page as checked in.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/standards.md");

/// The places of a JSON-LD tree, by property.
fn properties(tree: &Value, place: &str, found: &mut BTreeSet<String>) {
    match tree {
        Value::Array(entries) => entries.iter().for_each(|entry| properties(entry, place, found)),
        Value::Object(fields) => {
            let inside: Vec<_> = fields.iter().filter(|(name, _)| !name.starts_with('@')).collect();
            for (name, value) in &inside {
                let place = if place.is_empty() { (*name).clone() } else { format!("{place}/{name}") };
                properties(value, &place, found);
            }
            if inside.is_empty() {
                found.insert(place.to_owned());
            }
        }
        _ => drop(found.insert(place.to_owned())),
    }
}

/// The places of a FHIR resource, by element; an item of the answers by the beginning of its `linkId`.
fn elements(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| elements(entry, place, found)),
        Value::Object(fields) => {
            for (name, inside) in fields {
                match (name.as_str(), inside) {
                    ("contained", Value::Array(resources)) => {
                        let kind = |one: &Value| one["resourceType"].as_str().unwrap().to_owned();
                        resources.iter().for_each(|one| elements(one, &kind(one), found));
                    }
                    ("item", Value::Array(items)) => {
                        for item in items {
                            let link = item["linkId"].as_str().unwrap();
                            let (kind, _) = link.split_once('/').unwrap();
                            let kind = if kind == "record" { link } else { kind };
                            elements(item, &format!("{place}.item[{kind}]"), found);
                        }
                    }
                    ("resourceType", _) => {}
                    ("id", _) if place != "Consent" => {}
                    _ => elements(inside, &format!("{place}.{name}"), found),
                }
            }
        }
        _ => drop(found.insert(place.to_owned())),
    }
}

fn written(standard: Standard) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for example in &examples() {
        let tree = example.export(standard);
        match standard {
            Standard::Iso27560 => properties(&tree, "", &mut found),
            Standard::FhirR4 | Standard::FhirR5 => elements(&tree, "Consent", &mut found),
        }
    }
    found
}

/// Holds a column against what is written, both ways.
#[track_caller]
fn agree(column: fn(&Row) -> &'static str, written: &BTreeSet<String>) {
    let listed: BTreeSet<&str> =
        MAPPING.iter().flat_map(|row| column(row).split(", ")).filter(|one| !one.is_empty()).collect();
    let covers = |place: &str, leaf: &str| {
        leaf.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']))
    };
    let unlisted: Vec<_> =
        written.iter().filter(|leaf| !listed.iter().any(|place| covers(place, leaf))).collect();
    assert!(unlisted.is_empty(), "written and not in the table: {unlisted:?}");
    let unwritten: Vec<_> =
        listed.iter().filter(|place| !written.iter().any(|leaf| covers(place, leaf))).collect();
    assert!(unwritten.is_empty(), "in the table and never written: {unwritten:?}");
}

#[test]
fn every_place_that_is_written_stands_in_the_table_and_the_other_way_round() {
    agree(|row| row.dpv, &written(Standard::Iso27560));
    agree(|row| row.r4, &written(Standard::FhirR4));
    agree(|row| row.r5, &written(Standard::FhirR5));
}

/// The fields that ISO/IEC TS 27560:2023 makes mandatory, by its own names.
const MANDATORY: [&str; 23] = [
    "schema_version",
    "record_id",
    "pii_principal_id",
    "privacy_notice",
    "language",
    "purpose",
    "pii_information",
    "pii_controllers",
    "storage_locations",
    "retention_period",
    "jurisdiction",
    "recipient_third_parties",
    "withdrawal_method",
    "pii_type",
    "party_id",
    "party_name",
    "party_address",
    "party_contact",
    "party_type",
    "event_time",
    "validity_duration",
    "entity_id",
    "event_state",
];

#[test]
fn every_mandatory_field_has_a_row_and_every_row_with_a_field_has_a_place() {
    let fields: Vec<&str> = MAPPING.iter().flat_map(|row| row.iso.split(", ")).collect();
    for field in MANDATORY.iter().chain(&["event_type"]) {
        assert!(fields.contains(field), "{field}");
    }
    for row in &MAPPING {
        assert!(row.iso.is_empty() || !row.dpv.is_empty(), "{}", row.ours);
        let nowhere = [row.dpv, row.r4, row.r5].contains(&"");
        assert!(!nowhere || !row.lost.is_empty(), "{} is lost in silence", row.ours);
    }
}

#[test]
fn the_printed_page_is_the_table() {
    let made = markdown();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|wanted| wanted == "1") {
        std::fs::write(PAGE, &made).unwrap();
    }
    let there = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        there == made,
        "docs/standards.md lags behind the table: UPDATE_DOCS=1 cargo test --features schema --test native standards"
    );
}
