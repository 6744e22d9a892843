//! The door out and the door in: what is exported validates, comes back equal, and nothing wrong is taken in.
//! Here: the documents the rooms below share.

mod changes;
mod merge;
mod mutations;
mod parts;
mod refusals;
mod round_trip;
mod schema;
mod seal;
mod unknown;

use crate::session::{SHOWN, at, walks};
use nattoku::domain::{
    checklist::{CheckAction, CheckSession, Checklist, ChecklistRun, Mark, reduce},
    consent::{Break, Consent},
    export::{Document, Doubt, Imported, import},
    notice::{Notice, Organization},
    text::Wording,
};
use serde_json::Value;
use sha2::Digest as _;
use std::rc::Rc;

/// When the tests export.
const EXPORTED: &str = "2026-11-20T15:00:00+09:00";

/// A consent by every route, in the order of [`walks`]: signature, voice, typed name, proxy writing, paper.
fn consents() -> Vec<Consent> {
    walks().into_iter().map(|(route, walk)| walk.finish(route.key())).collect()
}

/// A finished run with a note and a rule.
fn run(id: &str) -> ChecklistRun {
    let begun = Rc::new(CheckSession::new(Rc::new(Checklist::salon()), at("2026-11-20T10:00:00+09:00")));
    let actions = [
        CheckAction::Mark { item: "collect.1".into(), mark: Mark::Done },
        CheckAction::Mark { item: "manage.2".into(), mark: Mark::NotYet },
        CheckAction::Note { item: "manage.2".into(), text: "鍵は代表が持つ".into() },
        CheckAction::AddRule { text: "名簿は棚に戻す".into(), item: Some("manage.1".into()) },
        CheckAction::Emergency { question: "emergency.decide".into(), text: "代表".into() },
        CheckAction::Finish { at: at("2026-11-20T10:20:00+09:00"), id: id.into() },
    ];
    actions.into_iter().fold(begun, reduce).to_run(Wording::Plain).unwrap()
}

/// A document with these consents, their text, and these runs.
fn document(consents: Vec<Consent>, checklist_runs: Vec<ChecklistRun>) -> Document {
    let mut document = Document::new(at(EXPORTED), Organization::example(&Notice::salon()));
    if !consents.is_empty() {
        document.add_notice(SHOWN.with(Clone::clone));
    }
    (document.consents, document.checklist_runs) = (consents, checklist_runs);
    document
}

/// A document with everything in it.
pub(crate) fn full() -> Document {
    document(consents(), vec![run("run-1"), run("run-2")])
}

fn tree_of(document: &Document) -> Value {
    serde_json::from_str(&document.to_json()).unwrap()
}

/// Reads a document that must be accepted.
#[track_caller]
fn accepted(text: &str) -> Imported {
    import(text).unwrap_or_else(|error| panic!("{:?} at {error}", error.kind))
}

/// What is said of a history that is not as it was written.
fn broken(consent: &str, event: usize, how: Break) -> Doubt {
    Doubt::History { consent: consent.to_owned(), event, how }
}

/// Writes the chain of a record anew, as somebody would who wants an altered one to look whole. Not by our own code.
fn seal_anew(consent: &mut Value) {
    let digest = |value: &Value| {
        let bytes = serde_json_canonicalizer::to_vec(value).unwrap();
        let hex: String = sha2::Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{hex}")
    };
    let mut before = digest(&serde_json::json!({ "id": consent["id"], "subject": consent["subject"] }));
    for event in consent["events"].as_array_mut().unwrap() {
        event.as_object_mut().unwrap().remove("digest");
        event["previous"] = before.into();
        before = digest(event);
        event["digest"] = before.clone().into();
    }
}

/// Exports a document, validates it, takes it back, and expects the same document and the same bytes.
#[track_caller]
pub(crate) fn comes_back(document: &Document) {
    let text = document.to_json();
    schema::validates(&serde_json::from_str(&text).unwrap());
    let Imported { document: back, doubts } = accepted(&text);
    assert_eq!(doubts, []);
    assert_eq!(back.to_json(), text);
    let mut without = back;
    assert!(without.integrity.take().is_some());
    assert_eq!(&without, document);
}

/// Exports one consent as a document and expects it back.
#[track_caller]
pub(crate) fn consent_comes_back(consent: Consent) {
    comes_back(&document(vec![consent], vec![]));
}
