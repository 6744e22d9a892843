//! The JSON-LD as RDF, by another reader: every term exists in DPV 2.2, every field that ISO/IEC TS 27560:2023 makes
//! mandatory is there, and nothing has to be fetched to read it.

use super::*;
use oxjsonld::JsonLdParser;
use oxrdf::{Graph, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, TermRef, Triple, vocab::rdf};
use std::{collections::BTreeMap, sync::LazyLock};

const DPV: &str = "https://w3id.org/dpv#";
const LOC: &str = "https://w3id.org/dpv/loc#";
const DCT: &str = "http://purl.org/dc/terms/";

/// The properties of DCMI Metadata Terms that a record may use.
const DCMI: [&str; 9] =
    ["conformsTo", "created", "date", "description", "identifier", "language", "modified", "title", "type"];

/// Every term of DPV 2.2 in the vendored modules, with its kind.
static TERMS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../vendor/dpv/terms.tsv").lines().skip(1);
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(iri, rest)| (iri, rest.split('\t').next().unwrap()))
        .collect()
});

/// Reads JSON-LD without a way to load anything.
fn read(tree: &Value) -> Result<Graph, String> {
    let text = tree.to_string();
    let quads: Result<Vec<_>, _> = JsonLdParser::new().for_slice(text.as_bytes()).collect();
    let quads = quads.map_err(|error| error.to_string())?;
    Ok(quads.into_iter().map(|quad| Triple::new(quad.subject, quad.predicate, quad.object)).collect())
}

fn graph(example: &Example) -> Graph {
    read(&example.export(Standard::Iso27560)).unwrap_or_else(|error| panic!("{}: {error}", example.name))
}

fn iri(short: &str) -> String {
    let (prefix, name) = short.split_once(':').unwrap();
    match prefix {
        "dpv" => format!("{DPV}{name}"),
        "dct" => format!("{DCT}{name}"),
        "rdf" => format!("http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}"),
        other => panic!("{other}"),
    }
}

fn of_type(graph: &Graph, short: &str) -> Vec<NamedOrBlankNode> {
    let class = iri(short);
    let class = NamedNodeRef::new(&class).unwrap();
    graph.subjects_for_predicate_object(rdf::TYPE, class).map(NamedOrBlankNodeRef::into_owned).collect()
}

fn objects<'g>(graph: &'g Graph, node: &NamedOrBlankNode, short: &str) -> Vec<TermRef<'g>> {
    let property = iri(short);
    graph.objects_for_subject_predicate(node, NamedNodeRef::new(&property).unwrap()).collect()
}

/// What stands in a graph that is no term of the vocabularies, or is used as what it is not.
fn strangers(graph: &Graph) -> Vec<String> {
    let kind = |iri: &str| TERMS.get(iri).copied();
    let mut found = Vec::new();
    for triple in graph {
        let property = triple.predicate.as_str();
        let known = property == rdf::TYPE.as_str()
            || property == rdf::VALUE.as_str()
            || property.strip_prefix(DCT).is_some_and(|name| DCMI.contains(&name))
            || kind(property) == Some("property");
        if !known {
            found.push(format!("property {property}"));
        }
        if let TermRef::NamedNode(object) = triple.object
            && (object.as_str().starts_with(DPV)
                || object.as_str().starts_with(LOC)
                || triple.predicate == rdf::TYPE)
            && kind(object.as_str()) != Some("class")
        {
            found.push(format!("term {object}"));
        }
    }
    found
}

/// What is mandatory: where it is looked for (a class; every node of it), the field of the standard, its property.
/// `dpv:hasStorageCondition` is two fields: a location and a duration.
const MANDATORY: [(&str, &str, &str); 28] = [
    ("dpv:ConsentRecord", "schema_version", "dct:conformsTo"),
    ("dpv:ConsentRecord", "record_id", "dct:identifier"),
    ("dpv:ConsentRecord", "pii_principal_id", "dpv:hasDataSubject"),
    ("dpv:ConsentRecord", "privacy_notice", "dpv:hasNotice"),
    ("dpv:ConsentRecord", "pii_information", "dpv:hasPersonalData"),
    ("dpv:ConsentRecord", "pii_controllers", "dpv:hasDataController"),
    ("dpv:ConsentRecord", "jurisdiction", "dpv:hasJurisdiction"),
    ("dpv:ConsentRecord", "withdrawal_method", "dpv:hasConsentControl"),
    ("dpv:ConsentRecord", "processing", "dpv:hasProcess"),
    ("dpv:ConsentRecord", "events", "dpv:hasConsentStatus"),
    ("dpv:WithdrawConsent", "withdrawal_method", "dpv:isExercisedAt"),
    ("dpv:ConsentNotice", "language", "dct:language"),
    ("dpv:ConsentNotice", "privacy_notice", "dct:identifier"),
    ("dpv:DataSubject", "pii_principal_id", "dct:identifier"),
    ("dpv:StorageLocation", "storage_locations", "dpv:hasLocation"),
    ("dpv:StorageDuration", "retention_period", "dpv:hasDuration"),
    ("dpv:PersonalDataProcess", "purpose", "dpv:hasPurpose"),
    ("dpv:PersonalDataProcess", "pii_type", "dpv:hasPersonalData"),
    ("dpv:PersonalDataProcess", "recipient_third_parties", "dpv:hasRecipient"),
    ("party", "party_id", "dct:identifier"),
    ("party", "party_name", "dpv:hasName"),
    ("party", "party_address", "dpv:hasAddress"),
    ("party", "party_contact", "dpv:hasContact"),
    ("event", "event_time", "dpv:isIndicatedAtTime"),
    ("event", "validity_duration", "dpv:hasDuration"),
    ("event", "entity_id", "dpv:isIndicatedBy"),
    ("event", "event_type", "dpv:hasLegalBasis"),
    ("event", "event_state", "rdf:type"),
];

/// The states that DPV gives an event.
const STATES: [&str; 6] = [
    "dpv:ConsentGiven",
    "dpv:ConsentRefused",
    "dpv:ConsentRequestDeferred",
    "dpv:ConsentRequested",
    "dpv:ConsentUnknown",
    "dpv:ConsentWithdrawn",
];

/// The nodes in which a field is looked for. The person is no party: the standard lets their address out.
fn where_it_stands(graph: &Graph, class: &str) -> Vec<NamedOrBlankNode> {
    let all = |classes: &[&str]| classes.iter().flat_map(|class| of_type(graph, class)).collect();
    match class {
        "party" => all(&["dpv:DataController", "dpv:Recipient", "dpv:Representative"]),
        "event" => {
            let node = |term: TermRef<'_>| match term {
                TermRef::BlankNode(node) => NamedOrBlankNode::from(node.into_owned()),
                other => panic!("an event is described in the record: {other}"),
            };
            let records = of_type(graph, "dpv:ConsentRecord");
            records.iter().flat_map(|one| objects(graph, one, "dpv:hasConsentStatus")).map(node).collect()
        }
        class => of_type(graph, class),
    }
}

/// Every mandatory field that is missing.
fn missing(graph: &Graph) -> Vec<String> {
    let mut missing = Vec::new();
    for (class, field, property) in MANDATORY {
        let nodes = where_it_stands(graph, class);
        if nodes.is_empty() || nodes.iter().any(|node| objects(graph, node, property).is_empty()) {
            missing.push(format!("{field} ({class} {property})"));
        }
    }
    missing
}

/// How many triples a tree has to become: a field that a reader dropped would not be among them.
fn triples(tree: &Value) -> usize {
    let values = |value: &Value| value.as_array().map_or(1, Vec::len);
    match tree {
        Value::Array(entries) => entries.iter().map(triples).sum(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| {
                *name != "@context" && *name != "@id" && *name != "@value" && *name != "@language"
            })
            .filter(|(name, _)| *name != "@type" || !fields.contains_key("@value"))
            .map(|(name, value)| values(value) + if name == "@type" { 0 } else { triples(value) })
            .sum(),
        _ => 0,
    }
}

#[test]
fn another_reader_understands_every_field_and_fetches_nothing() {
    for example in &examples() {
        let tree = example.export(Standard::Iso27560);
        assert_eq!(graph(example).len(), triples(&tree), "{}", example.name);
    }
}

#[test]
fn every_term_is_one_of_dpv() {
    for example in &examples() {
        assert_eq!(strangers(&graph(example)), [""; 0], "{}", example.name);
    }
}

#[test]
fn every_field_that_is_mandatory_is_there() {
    for example in &examples() {
        assert_eq!(missing(&graph(example)), [""; 0], "{}", example.name);
    }
}

#[test]
fn every_event_has_one_state_each_and_leads_to_processes_of_the_record() {
    for example in &examples() {
        let graph = graph(example);
        let processes: Vec<_> = of_type(&graph, "dpv:PersonalDataProcess");
        for event in where_it_stands(&graph, "event") {
            let states = STATES.iter().filter(|state| of_type(&graph, state).contains(&event)).count();
            assert_eq!(states, 1, "{}", example.name);
            let about = objects(&graph, &event, "dpv:isApplicableFor");
            assert!(!about.is_empty(), "{}", example.name);
            for process in about {
                assert!(
                    processes.iter().any(|known| TermRef::from(known.as_ref()) == process),
                    "{}",
                    example.name
                );
            }
        }
    }
}

#[test]
fn a_text_in_a_language_that_is_none_is_read_all_the_same() {
    for (written, told) in
        [("ja", "ja"), ("ja-Latn-JP", "ja-Latn-JP"), ("日本語", "und"), ("ja_JP", "und"), ("", "und")]
    {
        let mut example = named("partial");
        example.document.notices[0].language = written.to_owned();
        assert_eq!(missing(&graph(&example)), [""; 0], "{written}");
        let notice = &example.export(Standard::Iso27560)["dpv:hasNotice"][0];
        assert_eq!(notice["dct:language"], told, "{written}");
        assert_eq!(example.export(Standard::FhirR5)["language"], told, "{written}");
    }
}

#[test]
fn what_the_checks_look_for_they_find() {
    let tree = named("partial").export(Standard::Iso27560);
    assert!(read(&tree).is_ok());
    let with = |change: &dyn Fn(&mut Value)| {
        let mut tree = tree.clone();
        change(&mut tree);
        tree
    };
    let remote = with(&|tree| tree["@context"] = "https://w3id.org/dpv/context.jsonld".into());
    assert!(read(&remote).is_err());
    let dropped = with(&|tree| tree["nobody"] = "knows this".into());
    assert_ne!(read(&dropped).unwrap().len(), triples(&dropped));
    let invented = with(&|tree| tree["dpv:hasBlessing"] = "x".into());
    assert_eq!(strangers(&read(&invented).unwrap()), [format!("property {DPV}hasBlessing")]);
    let misused = with(&|tree| tree["dpv:hasJurisdiction"]["@id"] = "dpv:hasJurisdiction".into());
    assert_eq!(strangers(&read(&misused).unwrap()), [format!("term <{DPV}hasJurisdiction>")]);
    let nobody =
        with(&|tree| drop(tree["dpv:hasDataController"].as_object_mut().unwrap().remove("dpv:hasName")));
    assert_eq!(missing(&read(&nobody).unwrap()), ["party_name (party dpv:hasName)"]);
    let timeless = with(&|tree| {
        drop(tree["dpv:hasConsentStatus"][1].as_object_mut().unwrap().remove("dpv:isIndicatedAtTime"))
    });
    assert_eq!(missing(&read(&timeless).unwrap()), ["event_time (event dpv:isIndicatedAtTime)"]);
}
