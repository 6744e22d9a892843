//! The `Consent` of FHIR against the official definitions: the JSON Schemas of HL7, the cardinalities and required
//! codes of its structure definitions, and the rules that neither can say.

use super::*;
use jsonschema::Validator;
use serde_json::json;
use std::{collections::BTreeMap, sync::LazyLock};

/// A release, with what HL7 says about it.
struct Release {
    standard: Standard,
    schema: Validator,
    elements: BTreeMap<&'static str, Element>,
}

/// One element of a structure definition.
struct Element {
    min: usize,
    max: Option<usize>,
    types: &'static str,
    codes: Vec<&'static str>,
}

fn release(standard: Standard, schema: &str, elements: &'static str) -> Release {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let element = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [path, min, max, types, codes] = columns[..] else { panic!("{line}") };
        let codes = codes.split_whitespace().collect();
        (path, Element { min: min.parse().unwrap(), max: max.parse().ok(), types, codes })
    };
    Release {
        standard,
        schema: jsonschema::validator_for(&schema).unwrap(),
        elements: elements.lines().skip(1).map(element).collect(),
    }
}

static RELEASES: LazyLock<[Release; 2]> = LazyLock::new(|| {
    let r4 = include_str!("../vendor/fhir/r4.schema.json");
    let r5 = include_str!("../vendor/fhir/r5.schema.json");
    [
        release(Standard::FhirR4, r4, include_str!("../vendor/fhir/r4.elements.tsv")),
        release(Standard::FhirR5, r5, include_str!("../vendor/fhir/r5.elements.tsv")),
    ]
});

impl Release {
    /// Everything that is wrong with a consent.
    fn faults(&self, consent: &Value) -> Vec<String> {
        let mut faults: Vec<String> =
            self.schema.iter_errors(consent).map(|error| error.to_string()).collect();
        self.resource(consent, &mut faults);
        references(consent, &mut faults);
        self.rules(consent, &mut faults);
        faults
    }

    fn resource(&self, resource: &Value, faults: &mut Vec<String>) {
        let kind = resource["resourceType"].as_str().unwrap_or_default();
        self.object(kind, kind, resource, faults);
        for contained in resource["contained"].as_array().into_iter().flatten() {
            self.resource(contained, faults);
        }
    }

    /// Holds an object against the definition of its path; `shown` is where it stands.
    fn object(&self, path: &str, shown: &str, object: &Value, faults: &mut Vec<String>) {
        let children = self.elements.iter().filter(|(child, _)| {
            child
                .strip_prefix(path)
                .and_then(|rest| rest.strip_prefix('.'))
                .is_some_and(|name| !name.contains('.'))
        });
        for (child, element) in children {
            let name = &child[path.len() + 1..];
            let values = values(object, name);
            let place = format!("{shown}.{name}");
            if values.len() < element.min || element.max.is_some_and(|max| values.len() > max) {
                faults.push(format!("{place}: {} times", values.len()));
            }
            for value in values {
                self.value(child, &place, element, value, faults);
            }
        }
    }

    fn value(&self, path: &str, place: &str, element: &Element, value: &Value, faults: &mut Vec<String>) {
        if let Some(code) =
            value.as_str().filter(|code| !element.codes.is_empty() && !element.codes.contains(code))
        {
            faults.push(format!("{place}: {code}"));
        }
        let kind = element.types.split(['(', ' ']).next().unwrap_or_default();
        if let (Some(target), true) = (value["reference"].as_str(), kind == "Reference") {
            let target = match target {
                "#person" => "Patient",
                "#representative" => "RelatedPerson",
                "#group" => "Organization",
                "#answers" => "QuestionnaireResponse",
                other => other,
            };
            let allowed = element
                .types
                .split(['(', '|', ')', ' '])
                .any(|allowed| allowed == target || allowed == "Resource");
            if !allowed {
                faults.push(format!("{place}: a {target}, not {}", element.types));
            }
        }
        if value.is_object() && kind != "Resource" {
            // An element is described at its own path, or by its type, or at the path it refers to.
            let inside = [path, kind.trim_start_matches('#')];
            let inside = inside
                .into_iter()
                .find(|path| self.elements.keys().any(|known| known.starts_with(&format!("{path}."))));
            if let Some(inside) = inside {
                self.object(inside, place, value, faults);
            }
        }
    }

    /// The rules of the structure definitions that are neither shape nor number.
    fn rules(&self, consent: &Value, faults: &mut Vec<String>) {
        let mut rule = |name: &str, holds: bool| {
            if !holds {
                faults.push(name.to_owned());
            }
        };
        let there = |name: &str| !consent[name].is_null();
        if self.standard == Standard::FhirR4 {
            rule("ppc-1: policy or policyRule", there("policy") || there("policyRule"));
            rule("ppc-2: a patient", there("patient"));
            rule("the root rule has no type", consent["provision"]["type"].is_null());
            let nested = consent["provision"]["provision"].as_array().into_iter().flatten();
            nested.for_each(|one| rule("a nested rule has a type", one["type"].is_string()));
        }
        for contained in consent["contained"].as_array().into_iter().flatten() {
            rule("dom-2: nothing contained contains", contained["contained"].is_null());
            let named = contained["resourceType"] != "Organization" || contained["name"].is_string();
            rule("org-1: an organization has a name", named);
            let link = format!("#{}", contained["id"].as_str().unwrap_or_default());
            let pointed = consent.to_string().contains(&json!({"reference": link}).to_string());
            rule("dom-3: what is contained is referred to", pointed);
        }
    }
}

/// The values of an element, a choice of types included.
fn values<'v>(object: &'v Value, name: &str) -> Vec<&'v Value> {
    let found = match name.strip_suffix("[x]") {
        None => object.get(name),
        Some(stem) => object.as_object().and_then(|fields| {
            let typed =
                |name: &str| name.strip_prefix(stem).is_some_and(|rest| rest.starts_with(char::is_uppercase));
            fields.iter().find(|(name, _)| typed(name)).map(|(_, value)| value)
        }),
    };
    match found {
        None => Vec::new(),
        Some(Value::Array(values)) => values.iter().collect(),
        Some(value) => vec![value],
    }
}

/// Every reference leads to something contained, or says in words whom it means.
fn references(consent: &Value, faults: &mut Vec<String>) {
    let contained: Vec<String> = consent["contained"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| format!("#{}", one["id"].as_str().unwrap_or_default()))
        .collect();
    let mut waiting = vec![consent];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(entries) => waiting.extend(entries),
            Value::Object(fields) => {
                if let Some(link) = fields.get("reference").and_then(Value::as_str)
                    && !contained.iter().any(|known| known == link)
                {
                    faults.push(format!("{link} leads nowhere"));
                }
                waiting.extend(fields.values());
            }
            _ => {}
        }
    }
}

#[test]
fn every_record_is_a_consent_by_the_definitions_of_hl7() {
    for release in RELEASES.iter() {
        for example in &examples() {
            let faults = release.faults(&example.export(release.standard));
            assert_eq!(faults, [""; 0], "{} {}", release.standard.key(), example.name);
        }
    }
}

#[test]
fn a_consent_of_one_release_is_none_of_the_other() {
    let [r4, r5] = &*RELEASES;
    let partial = named("partial");
    assert!(!r4.faults(&partial.export(Standard::FhirR5)).is_empty());
    assert!(!r5.faults(&partial.export(Standard::FhirR4)).is_empty());
}

#[test]
fn what_the_checks_look_for_they_find() {
    let [r4, r5] = &*RELEASES;
    let finds = |release: &Release, change: &dyn Fn(&mut Value), expected: &str| {
        let mut consent = named("representative").export(release.standard);
        assert_eq!(release.faults(&consent), [""; 0]);
        change(&mut consent);
        let faults = release.faults(&consent);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:?}");
    };
    finds(r4, &|consent| consent["mood"] = json!("fine"), "mood");
    finds(r4, &|consent| consent["status"] = json!("unknown"), "Consent.status: unknown");
    finds(r5, &|consent| consent["status"] = json!("rejected"), "Consent.status: rejected");
    finds(r5, &|consent| consent["date"] = json!("2026-11-20T14:00:00+09:00"), "does not match");
    finds(r4, &|consent| drop(consent.as_object_mut().unwrap().remove("scope")), "Consent.scope: 0 times");
    let lawless = |consent: &mut Value| {
        let fields = consent.as_object_mut().unwrap();
        ["policy", "policyRule"].iter().for_each(|name| drop(fields.remove(*name)));
    };
    finds(r4, &lawless, "ppc-1");
    finds(r4, &|consent| consent["provision"]["type"] = json!("deny"), "the root rule has no type");
    finds(r4, &|consent| consent["patient"]["reference"] = json!("#group"), "a Organization");
    finds(r4, &|consent| consent["patient"]["reference"] = json!("#nobody"), "#nobody leads nowhere");
    let groupless = |consent: &mut Value| {
        let fields = consent.as_object_mut().unwrap();
        ["grantee", "controller"].iter().for_each(|name| drop(fields.remove(*name)));
    };
    finds(r5, &groupless, "dom-3");
    let answers = |consent: &mut Value| {
        let contained = consent["contained"].as_array_mut().unwrap();
        contained.iter_mut().find(|one| one["resourceType"] == "QuestionnaireResponse").unwrap().take()
    };
    finds(
        r5,
        &|consent| {
            let mut taken = answers(consent);
            taken["item"][0].as_object_mut().unwrap().remove("linkId");
            consent["contained"][3] = taken;
        },
        "item.linkId: 0 times",
    );
}
