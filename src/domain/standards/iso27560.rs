//! A consent record of ISO/IEC TS 27560:2023 as JSON-LD, by the profile that the W3C Data Privacy Vocabulary made
//! for it. The `@context` is written out: whoever reads it fetches nothing.
//!
//! Each event of ours becomes one event of theirs for every state it led to, and each says which processes it is
//! about: a "yes" to one question is never read as a "yes" to another.

use super::codes::{self, NOT_APPLICABLE, NOT_AVAILABLE, PREFIXES, PROFILE};
use super::record::{Asked, Record, Saying, language, representative, section_words};
use super::tree::{list, nih, node, text, urn};
use crate::domain::consent::{ConsentEvent, Method, Outcome};
use crate::domain::json::Value;
use crate::domain::notice::{Category, ItemKind, NoticeSnapshot, Sensitivity};
use crate::domain::text::{Reading, bare};
use crate::domain::time::Timestamp;

const PERSON: &str = "_:person";
const GROUP: &str = "_:group";

pub(super) fn export(record: &Record<'_>) -> Value {
    let consent = record.consent;
    let recorded = |event: Option<&ConsentEvent>| event.map_or(Value::Null, |event| when(event.recorded_at));
    let context = PREFIXES.iter().map(|(prefix, name)| (*prefix, text(name))).collect();
    let id = urn(&consent.id);
    node(vec![
        ("@context", node(context)),
        ("@id", if id.is_null() { text("_:record") } else { id }),
        ("@type", text("dpv:ConsentRecord")),
        ("dct:conformsTo", is(PROFILE)),
        ("dct:identifier", text(&consent.id)),
        ("dct:created", recorded(consent.events.first())),
        ("dct:modified", recorded(consent.events.last())),
        ("dpv:hasDataSubject", person(record)),
        ("dpv:hasDataController", group(record)),
        ("dpv:hasJurisdiction", is("loc:JP")),
        ("dpv:hasNotice", Value::Array(notices(record).into_iter().map(notice_node).collect())),
        ("dpv:hasPersonalData", categories(record)),
        ("dpv:hasProcess", Value::Array((0..record.asked.len()).map(|at| process(record, at)).collect())),
        ("dpv:hasStorageCondition", storage(record)),
        ("dpv:hasConsentControl", control(record)),
        ("dpv:hasConsentStatus", events(record)),
    ])
}

/// A node that is described elsewhere.
fn is(id: &str) -> Value {
    node(vec![("@id", text(id))])
}

fn or_unavailable(value: Value) -> Value {
    if value.is_null() { is(NOT_AVAILABLE) } else { value }
}

fn when(at: Timestamp) -> Value {
    node(vec![("@type", text("xsd:dateTime")), ("@value", text(&at.to_string()))])
}

/// Words in the language of the text they come from.
fn words(notice: Option<&NoticeSnapshot>, said: &str) -> Value {
    node(vec![("@language", text(language(notice))), ("@value", Value::String(said.to_owned()))])
}

fn names(terms: &[&str]) -> Value {
    Value::Array(terms.iter().map(|term| text(term)).collect())
}

/// A party, with the five fields that the standard demands of every party but the person.
fn party(id: &str, types: &[&str], [name, address, contact]: [Value; 3], more: Vec<(&str, Value)>) -> Value {
    let mut fields = vec![
        ("@id", text(id)),
        ("@type", names(types)),
        ("dct:identifier", text(id.trim_start_matches("_:"))),
        ("dpv:hasName", or_unavailable(name)),
        ("dpv:hasAddress", or_unavailable(address)),
        ("dpv:hasContact", or_unavailable(contact)),
    ];
    fields.extend(more);
    node(fields)
}

/// The person by the id of the record, and nothing else; whoever answered for them by name.
fn person(record: &Record<'_>) -> Value {
    let events = record.consent.events.iter().enumerate();
    let represented = events.filter_map(|(at, event)| {
        let who = representative(event)?;
        let ground = node(vec![
            ("@type", text("dpv:Justification")),
            ("dct:date", who.mandate_dated.as_deref().map_or(Value::Null, text)),
            ("dct:description", text(&who.authority)),
        ]);
        let more = vec![
            ("dct:type", text(&who.kind)),
            ("dpv:hasJustification", ground),
            ("dpv:hasRelationWithDataSubject", text(&who.relation)),
        ];
        let known = [text(&who.name), Value::Null, Value::Null];
        Some(party(&representative_id(at), &["dpv:NaturalPerson", "dpv:Representative"], known, more))
    });
    node(vec![
        ("@id", text(PERSON)),
        ("@type", text("dpv:DataSubject")),
        ("dct:identifier", text(&record.consent.id)),
        ("dpv:hasRepresentative", Value::Array(represented.collect())),
    ])
}

fn representative_id(event: usize) -> String {
    format!("_:representative-{}", event + 1)
}

fn group(record: &Record<'_>) -> Value {
    let known = ["organization", "address", "contact"].map(|placeholder| record.value(placeholder));
    party(GROUP, &["dpv:DataController", "dpv:Organisation"], known, Vec::new())
}

/// The texts that were explained, each once, in the wording in which it was answered first.
fn notices<'a>(record: &Record<'a>) -> Vec<(usize, &'a ConsentEvent, Option<&'a NoticeSnapshot>)> {
    let mut seen: Vec<(usize, &ConsentEvent, Option<&NoticeSnapshot>)> = Vec::new();
    for event in &record.consent.events {
        if seen.iter().all(|(_, known, _)| known.notice.digest != event.notice.digest) {
            seen.push((seen.len(), event, record.notice(&event.notice.digest)));
        }
    }
    seen
}

fn notice_id(at: usize) -> String {
    format!("_:notice-{}", at + 1)
}

fn notice_node((at, event, notice): (usize, &ConsentEvent, Option<&NoticeSnapshot>)) -> Value {
    let told = |notice: &NoticeSnapshot| {
        let sections = 0..notice.sections.len();
        let told: Vec<String> = sections.map(|at| section_words(notice, at, event.reading)).collect();
        words(Some(notice), &told.join("\n\n"))
    };
    let title = |notice: &NoticeSnapshot| words(Some(notice), &bare(notice.title.get(Reading::Plain)));
    let name = format!("{} {}", event.notice.id, event.notice.version);
    node(vec![
        ("@id", text(&notice_id(at))),
        ("@type", text("dpv:ConsentNotice")),
        ("dct:identifier", Value::Array(vec![text(&name), nih(&event.notice.digest)])),
        ("dct:title", notice.map_or(Value::Null, title)),
        ("dct:description", notice.map_or(Value::Null, told)),
        ("dct:language", text(language(notice))),
    ])
}

fn which_notice(record: &Record<'_>, digest: &str) -> Value {
    let notices = notices(record);
    let found = notices.iter().find(|(_, event, _)| event.notice.digest == digest);
    found.map_or(Value::Null, |(at, ..)| is(&notice_id(*at)))
}

fn data_type(sensitive: bool) -> Value {
    text(if sensitive { "dpv:SensitivePersonalData" } else { "dpv:PersonalData" })
}

/// The kinds of information that are held; personal data as such where the text does not list them.
fn categories(record: &Record<'_>) -> Value {
    let notice = record.consent.latest_decision().and_then(|event| record.notice(&event.notice.digest));
    let kind = |category: &Category| {
        node(vec![
            ("@type", data_type(category.sensitivity != Sensitivity::No)),
            ("dct:identifier", text(&category.id)),
            ("dct:title", words(notice, &bare(&category.name.plain))),
            ("dct:description", words(notice, &bare(&category.examples.plain))),
        ])
    };
    let listed: Vec<Value> = notice.map_or(&[][..], |notice| &notice.categories).iter().map(kind).collect();
    Value::Array(if listed.is_empty() { vec![is("dpv:PersonalData")] } else { listed })
}

fn process_id(at: usize) -> String {
    format!("_:process-{}", at + 1)
}

/// One thing that was asked: a process with its purpose, its kind of data and whoever is told.
fn process(record: &Record<'_>, at: usize) -> Value {
    let asked = &record.asked[at];
    let sensitive = asked.item().is_some_and(|item| item.sensitive);
    let free = asked.item().is_none_or(|item| item.withholdable);
    let question = words(asked.notice, &asked.question());
    let data = node(vec![("@type", data_type(sensitive))]);
    node(vec![
        ("@id", text(&process_id(at))),
        ("@type", text("dpv:PersonalDataProcess")),
        ("dct:identifier", text(asked.id)),
        ("dct:title", words(asked.notice, &asked.short())),
        ("dpv:hasPurpose", node(vec![("@type", text("dpv:Purpose")), ("dct:description", question)])),
        ("dpv:hasPersonalData", data),
        ("dpv:hasLegalBasis", is("dpv:ExpressedConsent")),
        ("dpv:hasNecessity", is(if free { "dpv:Optional" } else { "dpv:Required" })),
        ("dpv:hasRecipient", recipient(asked, at)),
        ("dpv:hasNotice", asked.notice.map_or(Value::Null, |notice| which_notice(record, &notice.digest))),
    ])
}

/// Who is told. Whoever sees a photograph on a wall or a page is not listed by anybody.
fn recipient(asked: &Asked<'_>, at: usize) -> Value {
    match asked.item().map(|item| item.kind) {
        Some(ItemKind::Recipient) => {
            let known = [text(&asked.short()), Value::Null, Value::Null];
            party(&format!("_:recipient-{}", at + 1), &["dpv:Recipient", "dpv:ThirdParty"], known, Vec::new())
        }
        Some(ItemKind::Purpose | ItemKind::DataCategory) => is(NOT_APPLICABLE),
        Some(ItemKind::PhotoChannel) | None => is(NOT_AVAILABLE),
    }
}

fn storage(record: &Record<'_>) -> Value {
    let place = record.value("storage");
    let place = if place.is_null() {
        place
    } else {
        node(vec![("@type", text("dpv:Location")), ("rdf:value", place)])
    };
    let term = record.value("retention");
    let term =
        if term.is_null() { term } else { node(vec![("@type", text("dpv:Duration")), ("rdf:value", term)]) };
    Value::Array(vec![
        node(vec![("@type", text("dpv:StorageLocation")), ("dpv:hasLocation", or_unavailable(place))]),
        node(vec![("@type", text("dpv:StorageDuration")), ("dpv:hasDuration", or_unavailable(term))]),
    ])
}

fn control(record: &Record<'_>) -> Value {
    let contact = or_unavailable(record.value("contact"));
    node(vec![("@type", text("dpv:WithdrawConsent")), ("dpv:isExercisedAt", contact)])
}

fn events(record: &Record<'_>) -> Value {
    let mut states = Vec::new();
    for (at, (event, sayings)) in record.consent.events.iter().zip(record.sayings()).enumerate() {
        states.extend(sayings.iter().map(|saying| state(record, at, event, saying)));
    }
    Value::Array(states)
}

/// One state that an event led to, and what it is about.
fn state(record: &Record<'_>, at: usize, event: &ConsentEvent, saying: &Saying) -> Value {
    // Where a wish could not be confirmed nobody said anything: it is the group that states it.
    let by = match (event.outcome, representative(event)) {
        (Outcome::UnableToConfirm, _) => GROUP.to_owned(),
        (_, Some(_)) => representative_id(at),
        (_, None) => PERSON.to_owned(),
    };
    let until = node(vec![
        ("@type", text("dpv:UntilEventDuration")),
        ("rdf:value", text("changed, withdrawn or asked anew")),
    ]);
    let digest = event.digest.as_deref().map_or(Value::Null, nih);
    let ids =
        [list(text(&event.id)), list(digest)].iter().filter_map(Value::as_array).flatten().cloned().collect();
    let about = saying.items.iter().map(|item| is(&process_id(*item))).collect();
    node(vec![
        ("@type", text(saying.state)),
        ("dct:identifier", Value::Array(ids)),
        ("dct:description", text(event.kind.key())),
        ("rdf:value", text(codes::of_answer(saying.answer).key)),
        ("dpv:hasDuration", until),
        ("dpv:hasIndicationMethod", text(event.method.map_or("", Method::key))),
        ("dpv:hasLegalBasis", is("dpv:ExpressedConsent")),
        ("dpv:hasNotice", which_notice(record, &event.notice.digest)),
        ("dpv:hasScope", event.oral.as_ref().map_or(Value::Null, |oral| text(&oral.scope))),
        ("dpv:isApplicableFor", Value::Array(about)),
        ("dpv:isIndicatedAtTime", when(event.decided_at)),
        ("dpv:isIndicatedBy", is(&by)),
    ])
}
