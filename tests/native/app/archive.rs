//! The records over the store: only what changed is written, windows agree, and what cannot be read is kept beside what can.

use super::rigged::{Rigged, finish, run, spawn};
use crate::export::full;
use nattoku::app::{
    archive::Archive,
    keeper::Keeper,
    memory::Memory,
    store::{Failure, Store as _},
};
use nattoku::domain::export::{Document, Piece, VERSION};
use nattoku::domain::{notice::Organization, time::Timestamp};
use std::rc::Rc;

const PREFIXES: &[&str] = &["app.", "envelope", "notice/", "run/", "consent/"];

pub fn window(store: &Rigged) -> Rc<Archive> {
    let keeper = Keeper::new(Rc::new(store.clone()), spawn, PREFIXES);
    let now = Timestamp::parse("2026-11-20T10:00:00+09:00").expect("a time");
    let archive = Archive::new(keeper.clone(), now, Organization::default());
    let rest = archive.clone();
    let _ = finish(async move {
        keeper.open().await?;
        rest.read_rest().await
    });
    archive
}

/// The archive with everything of a document in it.
fn filled(memory: &Memory) -> Rc<Archive> {
    let archive = window(&Rigged::onto(memory));
    let whole = full();
    finish(archive.change(|document| *document = whole, Vec::new())).expect("kept");
    archive
}

/// Everything but the time of writing.
fn lasting(document: &Document) -> Document {
    Document { exported_at: full().exported_at, integrity: None, ..document.clone() }
}

#[test]
fn what_is_kept_comes_back_in_another_window() {
    let memory = Memory::new();
    let archive = filled(&memory);
    let again = window(&Rigged::onto(&memory));
    assert_eq!(lasting(&again.document()), lasting(&full()));
    assert_eq!(again.document().tree(), archive.document().tree());
    assert!(again.unreadable().is_empty());
}

#[test]
fn nothing_is_rewritten_that_did_not_change() {
    let memory = Memory::new();
    drop(filled(&memory));
    let store = Rigged::onto(&memory);
    let archive = window(&store);
    let mut one = archive.document().consents[0].clone();
    one.id = "another".into();
    finish(archive.change(|document| document.consents.push(one), Vec::new())).expect("kept");
    assert_eq!(store.written(), [["consent/another"]]);
    finish(
        archive.change(|document| document.consents.retain(|consent| consent.id != "another"), Vec::new()),
    )
    .expect("kept");
    assert_eq!(store.written(), [["consent/another"]]);
    finish(archive.change(|_| {}, Vec::new())).expect("nothing to do");
    assert_eq!(store.written(), Vec::<Vec<String>>::new());
}

#[test]
fn a_record_that_another_window_deleted_is_gone_before_anything_is_exported() {
    let memory = Memory::new();
    let (one, two) = (filled(&memory), window(&Rigged::onto(&memory)));
    let id = two.document().consents[0].id.clone();
    let count = two.document().consents.len();
    let gone = id.clone();
    finish(one.change(move |document| document.consents.retain(|consent| consent.id != gone), Vec::new()))
        .expect("kept");
    assert_eq!(two.document().consents.len(), count - 1);
    assert!(!two.document().to_json().contains(&id));
    // It does not come back with whatever the other window writes next.
    let organization = two.document().organization.clone();
    finish(two.change(move |document| document.organization = organization, Vec::new())).expect("kept");
    assert!(memory.texts().iter().all(|(key, _)| *key != format!("consent/{id}")));
}

#[test]
fn what_cannot_be_read_stays_beside_what_can() {
    let memory = Memory::new();
    let archive = filled(&memory);
    let document = archive.document();
    let [cut, newer, foreign] = [0, 1, 2].map(|n| Piece::Consent(document.consents[n].id.clone()));
    let text = document.piece(&cut).expect("a record");
    let half = &text[..text.char_indices().nth(text.chars().count() / 2).expect("a middle").0];
    memory.plant(&cut.name(), VERSION, half);
    memory.plant(&newer.name(), VERSION + 1, r#"{"what":"ever"}"#);
    memory.plant(&foreign.name(), 0, "[1,2,3]");
    let again = window(&Rigged::onto(&memory));
    assert_eq!(again.document().consents.len(), document.consents.len() - 3, "the good ones are there");
    let unreadable = again.unreadable();
    assert_eq!(unreadable.len(), 3);
    assert_eq!(unreadable[&cut.name()].text, half, "letter by letter");
    assert!(unreadable[&newer.name()].cause.contains("version"), "{:?}", unreadable[&newer.name()]);
    // Whatever is written afterwards, they stay.
    let organization = full().organization;
    finish(again.change(move |document| document.organization = organization, Vec::new())).expect("kept");
    let texts: std::collections::BTreeMap<_, _> = memory.texts().into_iter().collect();
    assert_eq!(texts[&cut.name()], half);
    assert_eq!(texts[&newer.name()], r#"{"what":"ever"}"#);
}

#[test]
fn an_id_that_is_taken_by_something_unreadable_is_never_written_over() {
    let memory = Memory::new();
    let taken = Piece::Consent(full().consents[0].id.clone());
    memory.plant(&taken.name(), VERSION + 1, "new");
    let archive = window(&Rigged::onto(&memory));
    let whole = full();
    let kept = finish(archive.change(|document| *document = whole, Vec::new()));
    assert!(kept.is_err(), "it is there already, whatever it says");
    assert!(memory.texts().contains(&(taken.name(), "new".into())));
}

#[test]
fn a_device_without_room_shows_and_exports_everything_all_the_same() {
    let memory = Memory::new();
    let store = Rigged::onto(&memory);
    let archive = window(&store);
    store.refuse(Some("consent/"));
    let whole = full();
    let refused = finish(archive.change(|document| *document = whole, Vec::new())).unwrap_err();
    assert_eq!(refused.failure, Failure::NoRoom);
    assert_eq!(lasting(&archive.document()), lasting(&full()));
    assert_eq!(memory.texts(), vec![], "all or nothing");
    store.refuse(None);
    finish(archive.change(|_| {}, Vec::new())).expect("kept");
    run();
    assert_eq!(lasting(&window(&Rigged::onto(&memory)).document()), lasting(&full()));
}

#[test]
fn texts_come_before_the_records_that_speak_of_them() {
    let memory = Memory::new();
    drop(filled(&memory));
    // Written anew, it is the latest of all entries.
    let store = Rigged::onto(&memory);
    let digest = full().notices[0].digest.clone();
    let name = Piece::Notice(digest).name();
    let text = memory.texts().into_iter().find(|(key, _)| *key == name).expect("a text").1;
    let head = finish(store.read(vec![name.clone()])).expect("read")[0].clone().expect("there").head;
    let gone = |change, expected| nattoku::app::store::Write { key: name.clone(), expected, change };
    finish(store.write(vec![gone(nattoku::app::store::Change::Remove, head.revision)])).expect("removed");
    finish(store.write(vec![gone(nattoku::app::store::Change::Put(text), 0)])).expect("put");
    let again = window(&Rigged::onto(&memory));
    assert!(again.unreadable().is_empty(), "{:?}", again.unreadable());
    assert_eq!(again.document().consents.len(), full().consents.len());
}
