//! The `Consent` of HL7 FHIR, R4 and R5. Both stand on the same parts; what differs is where they are put.
//!
//! Nothing is permitted but what a person said yes to: R4 says so in the text of the policy rule, R5 by `decision` =
//! `deny` with the permitted items as exceptions. What a rule cannot say stands in the contained answers.

use super::answers::{ANSWERS, coding, response};
use super::codes::{self, BASE_RULE, CATEGORY, NAME_FORM, SCOPE, TOLD, URI, XHTML};
use super::record::{Asked, Record, language, representative};
use super::tree::{list, nih, node, plain, text, urn};
use crate::domain::consent::{Answer, ConsentEvent, Outcome};
use crate::domain::json::Value;
use crate::domain::notice::{ItemKind, NoticeSnapshot};
use crate::domain::text::{Reading, bare};
use crate::domain::time::Timestamp;

/// The ids of the contained resources.
pub(super) const PERSON: &str = "person";
pub(super) const REPRESENTATIVE: &str = "representative";
const GROUP: &str = "group";

/// A contained resource.
pub(super) fn reference(id: &str) -> Value {
    node(vec![("reference", Value::String(format!("#{id}")))])
}

/// The `Consent` of R4.
pub(super) fn r4(record: &Record<'_>) -> Value {
    let parts = Parts::new(record);
    let provision = node(vec![("period", parts.period.clone()), ("provision", parts.rules(false))]);
    let policy = node(vec![("uri", parts.policy())]);
    let mut fields = parts.common(false);
    fields.extend([
        ("status", text(parts.code.r4)),
        ("scope", concept(SCOPE)),
        ("patient", reference(PERSON)),
        ("dateTime", parts.at(|event| event.decided_at.to_string())),
        ("performer", list(parts.performer())),
        ("organization", list(parts.group_reference())),
        ("sourceReference", parts.source()),
        ("policy", list(policy)),
        ("policyRule", node(vec![("text", text(BASE_RULE))])),
        ("verification", list(parts.verification(false))),
        ("provision", provision),
    ]);
    node(fields)
}

/// The `Consent` of R5.
pub(super) fn r5(record: &Record<'_>) -> Value {
    let parts = Parts::new(record);
    let mut fields = parts.common(true);
    fields.extend([
        ("status", text(parts.code.r5)),
        ("subject", reference(PERSON)),
        ("date", parts.at(|event| event.decided_at.date())),
        ("period", parts.period.clone()),
        ("grantor", list(parts.performer())),
        ("grantee", list(parts.group_reference())),
        ("controller", list(parts.group_reference())),
        ("sourceReference", list(parts.source())),
        ("policyBasis", node(vec![("url", parts.policy())])),
        ("verification", list(parts.verification(true))),
        ("decision", text("deny")),
        ("provision", parts.rules(true)),
    ]);
    node(fields)
}

/// What both releases are made of.
struct Parts<'r, 'a> {
    record: &'r Record<'a>,
    latest: Option<&'a ConsentEvent>,
    code: &'static codes::OutcomeCode,
    /// From when on it holds, and until when it did; nothing while it does not.
    period: Value,
}

impl<'r, 'a> Parts<'r, 'a> {
    fn new(record: &'r Record<'a>) -> Self {
        let (first, latest) = (record.consent.events.first(), record.latest());
        let moment = |event: Option<&ConsentEvent>| event.map_or(Value::Null, |event| time(event.decided_at));
        let outcome = record.consent.current.outcome;
        let period = match outcome {
            Some(Outcome::Consented | Outcome::Partially | Outcome::Refused) => {
                node(vec![("start", moment(latest))])
            }
            Some(Outcome::Withdrawn) => node(vec![("start", moment(first)), ("end", moment(latest))]),
            Some(Outcome::Deferred | Outcome::UnableToConfirm) | None => Value::Null,
        };
        Self { record, latest, code: codes::of_outcome(outcome), period }
    }

    /// The fields that have the same name and form in both.
    fn common(&self, r5: bool) -> Vec<(&'static str, Value)> {
        let consent = self.record.consent;
        let short =
            |id: &str| id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
        let digest = self.latest.and_then(|event| event.digest.as_deref()).map_or(Value::Null, nih);
        let proof =
            if digest.is_null() { digest } else { node(vec![("system", text(URI)), ("value", digest)]) };
        let mut identifiers = vec![identifier(&consent.id)];
        identifiers.extend((!proof.is_null()).then_some(proof));
        vec![
            ("resourceType", text("Consent")),
            ("id", if short(&consent.id) { text(&consent.id) } else { Value::Null }),
            ("language", text(language(self.notice()))),
            ("text", self.narrative()),
            ("contained", self.contained(r5)),
            ("identifier", Value::Array(identifiers)),
            ("category", list(concept(CATEGORY))),
        ]
    }

    fn notice(&self) -> Option<&'a NoticeSnapshot> {
        let decision = self.record.consent.latest_decision()?;
        self.record.notice(&decision.notice.digest)
    }

    fn at(&self, say: fn(&ConsentEvent) -> String) -> Value {
        self.latest.map_or(Value::Null, |event| Value::String(say(event)))
    }

    fn contained(&self, r5: bool) -> Value {
        let all = [
            self.person(),
            self.group(r5),
            self.latest.and_then(representative).map_or(Value::Null, |who| {
                node(vec![
                    ("resourceType", text("RelatedPerson")),
                    ("id", text(REPRESENTATIVE)),
                    ("patient", reference(PERSON)),
                    ("relationship", list(node(vec![("text", text(&plain(&who.relation)))]))),
                    ("name", list(node(vec![("text", text(&plain(&who.name)))]))),
                ])
            }),
            self.latest.map_or(Value::Null, |latest| response(self.record, latest)),
        ];
        Value::Array(all.into_iter().filter(|one| !one.is_null()).collect())
    }

    /// The person by name, so that a receiver finds them among their own, and by the id of the record.
    fn person(&self) -> Value {
        let consent = self.record.consent;
        let name = |words: &str, form: &str| {
            let form = node(vec![("url", text(NAME_FORM)), ("valueCode", text(form))]);
            let words = text(&plain(words));
            if words.is_null() { words } else { node(vec![("extension", list(form)), ("text", words)]) }
        };
        let names = [name(&consent.subject.name, "IDE"), name(&consent.subject.kana, "SYL")];
        node(vec![
            ("resourceType", text("Patient")),
            ("id", text(PERSON)),
            ("identifier", list(identifier(&consent.id))),
            ("name", Value::Array(names.into_iter().filter(|name| !name.is_null()).collect())),
        ])
    }

    /// The group by the values it gave. Without a name there is no organization.
    fn group(&self, r5: bool) -> Value {
        let [name, address, contact] =
            ["organization", "address", "contact"].map(|placeholder| self.given(placeholder));
        if name.is_null() {
            return name;
        }
        let words = |words: Value| if words.is_null() { words } else { node(vec![("text", words)]) };
        let (address, contact) = (words(address), words(contact));
        let mut fields = vec![("resourceType", text("Organization")), ("id", text(GROUP)), ("name", name)];
        if r5 {
            let contact = node(vec![("name", list(contact)), ("address", address)]);
            fields.push(("contact", list(if contact == node(Vec::new()) { Value::Null } else { contact })));
        } else {
            let contact = if contact.is_null() { contact } else { node(vec![("name", contact)]) };
            fields.extend([("address", list(address)), ("contact", list(contact))]);
        }
        node(fields)
    }

    fn given(&self, placeholder: &str) -> Value {
        self.record.value(placeholder).as_str().map_or(Value::Null, |given| text(&plain(given)))
    }

    fn group_reference(&self) -> Value {
        if self.given("organization").is_null() { Value::Null } else { reference(GROUP) }
    }

    /// Who answered. Nobody did where a wish could not be confirmed.
    fn performer(&self) -> Value {
        match self.latest {
            Some(event) if event.outcome != Outcome::UnableToConfirm => answered(event),
            _ => Value::Null,
        }
    }

    fn source(&self) -> Value {
        if self.latest.is_some() { reference(ANSWERS) } else { Value::Null }
    }

    /// The text that was answered, by its digest.
    fn policy(&self) -> Value {
        self.record.consent.latest_decision().map_or(Value::Null, |event| nih(&event.notice.digest))
    }

    /// A spoken answer was read back to whoever gave it; nothing for the other ways. R4 does not say who heard it.
    fn verification(&self, r5: bool) -> Value {
        let Some((event, oral)) = self.latest.and_then(|event| Some((event, event.oral.as_ref()?))) else {
            return Value::Null;
        };
        let by = if r5 { node(vec![("display", text(&plain(&oral.heard_by)))]) } else { Value::Null };
        node(vec![
            ("verified", Value::Bool(true)),
            ("verifiedWith", answered(event)),
            ("verifiedBy", by),
            ("verificationDate", if r5 { list(time(oral.at)) } else { time(oral.at) }),
        ])
    }

    /// One rule for each item with a yes or a no. In R5 a rule is an exception to "deny" and can only permit: a refusal
    /// is the base rule there, and stands in the answers.
    fn rules(&self, r5: bool) -> Value {
        let rule = |(asked, answer): (&Asked<'_>, Option<Answer>)| {
            let rule = codes::of_answer(answer).rule.filter(|rule| !r5 || *rule == "permit")?;
            Some(node(vec![
                ("type", if r5 { Value::Null } else { text(rule) }),
                ("actor", list(told(asked))),
                ("code", list(about(asked))),
            ]))
        };
        Value::Array(self.record.current().filter_map(rule).collect())
    }

    /// The items and what was said, for people.
    fn narrative(&self) -> Value {
        let title = self.notice().map_or_else(String::new, |notice| bare(notice.title.get(Reading::Plain)));
        let line = |(asked, answer): (&Asked<'_>, Option<Answer>)| {
            format!("<li>{}：{}</li>", escaped(&asked.question()), codes::of_answer(answer).word)
        };
        let lines: String = self.record.current().map(line).collect();
        let lines = if lines.is_empty() { lines } else { format!("<ul>{lines}</ul>") };
        let div = format!("<div xmlns=\"{XHTML}\"><p>{}</p>{lines}</div>", escaped(&title));
        node(vec![("status", text("generated")), ("div", Value::String(div))])
    }
}

fn time(at: Timestamp) -> Value {
    Value::String(at.to_string())
}

fn answered(event: &ConsentEvent) -> Value {
    reference(if representative(event).is_some() { REPRESENTATIVE } else { PERSON })
}

fn concept((system, code): (&str, &str)) -> Value {
    node(vec![("coding", list(node(vec![("system", text(system)), ("code", text(code))])))])
}

fn identifier(id: &str) -> Value {
    let uri = urn(id);
    if uri.is_null() {
        node(vec![("value", text(&plain(id)))])
    } else {
        node(vec![("system", text(URI)), ("value", uri)])
    }
}

/// What a rule is about: the item, in our words.
fn about(asked: &Asked<'_>) -> Value {
    let coding = coding(asked.id, &plain(&asked.short()));
    node(vec![("coding", list(coding)), ("text", text(&plain(&asked.question())))])
}

/// Who is told something, where the item asks about that.
fn told(asked: &Asked<'_>) -> Value {
    if asked.item().is_none_or(|item| item.kind != ItemKind::Recipient) {
        return Value::Null;
    }
    let name = node(vec![("display", text(&plain(&asked.short())))]);
    node(vec![("role", concept(TOLD)), ("reference", name)])
}

fn escaped(words: &str) -> String {
    plain(words).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
