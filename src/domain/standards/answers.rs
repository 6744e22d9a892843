//! The conversation as a FHIR `QuestionnaireResponse`: what was shown, what was said about each topic and each item.
//!
//! `Consent` can only permit or deny. An answer such as "ask me each time" would be lost there; here it stands, as said,
//! beside the words it answers. R4 and R5 write it alike.

use super::codes::{self, SYSTEM};
use super::fhir::{PERSON, REPRESENTATIVE, reference};
use super::record::{Record, representative, section_words};
use super::tree::{list, nih, node, plain, text};
use crate::domain::consent::{AcknowledgementState, ConsentEvent, Explained, Method, Understanding};
use crate::domain::json::Value;
use crate::domain::notice::NoticeSnapshot;
use crate::domain::text::bare;

/// The id of the contained response.
pub(super) const ANSWERS: &str = "answers";

/// The latest state of every item, with the text of the latest explanation.
pub(super) fn response(record: &Record<'_>, latest: &ConsentEvent) -> Value {
    let decision = record.consent.latest_decision().unwrap_or(latest);
    let notice = record.notice(&decision.notice.digest);
    let by = latest.explained.as_ref().map(|explained| &explained.by);
    let by = by.or(latest.received.as_ref().map(|received| &received.by));
    let author = by.map_or(Value::Null, |by| node(vec![("display", text(&plain(by)))]));
    let mut items: Vec<Value> = Vec::new();
    if let Some(notice) = notice {
        items.extend((0..notice.sections.len()).map(|at| topic(notice, at, decision)));
    }
    items.extend(record.current().map(|(asked, answer)| {
        let code = codes::of_answer(answer);
        let said = answer.map_or(Value::Null, |_| coding(code.key, code.word));
        item("item", asked.id, &asked.question(), said)
    }));
    for one in &decision.acknowledgements {
        let known = notice.and_then(|notice| notice.acknowledgements.iter().find(|known| known.id == one.id));
        let title = known.map_or_else(String::new, |known| bare(&known.title.plain));
        let word = match one.state {
            AcknowledgementState::Acknowledged => "acknowledged",
            AcknowledgementState::Declined => "declined",
        };
        items.push(item("acknowledgement", &one.id, &title, coding(word, "")));
    }
    items.push(item("record", "outcome", "", coding(latest.outcome.key(), "")));
    items.push(item("record", "method", "", coding(latest.method.map_or("", Method::key), "")));
    let source = if representative(latest).is_some() { REPRESENTATIVE } else { PERSON };
    node(vec![
        ("resourceType", text("QuestionnaireResponse")),
        ("id", text(ANSWERS)),
        ("questionnaire", nih(&decision.notice.digest)),
        ("status", text("completed")),
        ("subject", reference(PERSON)),
        ("authored", text(&latest.recorded_at.to_string())),
        ("author", author),
        ("source", reference(source)),
        ("item", Value::Array(items)),
    ])
}

/// One topic in the wording in which it was left, with what the person said about it.
fn topic(notice: &NoticeSnapshot, at: usize, decision: &ConsentEvent) -> Value {
    let topics = decision.explained.as_ref().map_or(&[][..], |Explained { topics, .. }| topics);
    let id = &notice.sections[at].id;
    let left = topics.iter().find(|topic| topic.section == *id);
    let said = match left.and_then(|topic| topic.understanding) {
        Some(Understanding::Understood) => coding("understood", ""),
        Some(Understanding::AskedAgain) => coding("asked_again", ""),
        None => Value::Null,
    };
    let reading = left.map_or(decision.reading, |topic| topic.reading);
    item("section", id, &section_words(notice, at, reading), said)
}

fn item(kind: &str, id: &str, words: &str, said: Value) -> Value {
    let said = if said.is_null() { said } else { node(vec![("valueCoding", said)]) };
    node(vec![
        ("linkId", Value::String(format!("{kind}/{id}"))),
        ("text", text(&plain(words))),
        ("answer", list(said)),
    ])
}

/// One of our words; nothing where there is none.
pub(super) fn coding(code: &str, display: &str) -> Value {
    if code.is_empty() {
        return Value::Null;
    }
    node(vec![("system", text(SYSTEM)), ("code", text(code)), ("display", text(display))])
}
