//! What earlier versions kept is taken over once, whole, and whatever happens in the middle of it.

use super::archive::window;
use super::rigged::{Rigged, finish, run};
use crate::export::full;
use nattoku::app::{
    archive::Archive,
    memory::Memory,
    store::Failure,
    takeover::{self, Texts},
};
use nattoku::domain::export::Document;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

#[derive(Clone, Default)]
struct Old(Rc<RefCell<BTreeMap<String, String>>>);

impl Old {
    fn of(texts: &[(&str, &str)]) -> Self {
        let texts = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        Self(Rc::new(RefCell::new(texts.collect())))
    }

    fn left(&self) -> Vec<String> {
        self.0.borrow().keys().cloned().collect()
    }
}

impl Texts for Old {
    fn keys(&self) -> Vec<String> {
        self.left()
    }

    fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().get(key).cloned()
    }

    fn remove(&self, key: &str) {
        self.0.borrow_mut().remove(key);
    }
}

/// Takes everything over; what cannot be is given back.
fn take_over(archive: &Rc<Archive>, old: &Old) -> Option<String> {
    let (archive, old) = (archive.clone(), old.clone());
    finish(async move {
        takeover::texts(archive.keeper(), &old, &|key| key.starts_with("app.")).await;
        takeover::document(&archive, &old, "document").await.err().map(|(text, _)| text)
    })
}

fn lasting(document: &Document) -> Document {
    Document { exported_at: full().exported_at, integrity: None, ..document.clone() }
}

#[test]
fn everything_is_taken_over_and_then_removed() {
    let memory = Memory::new();
    let old = Old::of(&[("document", &full().to_json()), ("app.lists", "[]"), ("somebody.else", "x")]);
    let archive = window(&Rigged::onto(&memory));
    assert_eq!(take_over(&archive, &old), None);
    assert_eq!(old.left(), ["somebody.else"]);
    let again = window(&Rigged::onto(&memory));
    assert_eq!(lasting(&again.document()), lasting(&full()));
    assert_eq!(again.keeper().get("app.lists").as_deref(), Some("[]"));
}

#[test]
fn ended_at_any_write_it_begins_again() {
    for refused in 0..4 {
        let memory = Memory::new();
        let old = Old::of(&[("document", &full().to_json()), ("app.lists", "[]"), ("app.notice", "{}")]);
        let store = Rigged::onto(&memory);
        store.order((0..refused).map(|_| None).chain([Some(Failure::NoRoom)]));
        let archive = window(&store);
        take_over(&archive, &old);
        // The page is ended here, with whatever it had not written yet.
        drop(archive);
        let on_disk: BTreeMap<String, String> = memory.texts().into_iter().collect();
        let whole_is_old = old.get("document").is_some();
        assert!(whole_is_old || on_disk.contains_key("envelope"), "either here or there");
        let archive = window(&Rigged::onto(&memory));
        assert_eq!(take_over(&archive, &old), None);
        run();
        assert_eq!(old.left(), Vec::<String>::new(), "after {refused} writes");
        assert_eq!(lasting(&window(&Rigged::onto(&memory)).document()), lasting(&full()));
    }
}

#[test]
fn what_cannot_be_read_stays_where_it_is_and_is_given_back() {
    for text in ["", "{", r#"{"format":"nattoku","version":2}"#] {
        let memory = Memory::new();
        let old = Old::of(&[("document", text)]);
        let archive = window(&Rigged::onto(&memory));
        assert_eq!(take_over(&archive, &old).as_deref(), Some(text));
        assert_eq!((old.left(), memory.texts()), (vec!["document".to_owned()], vec![]));
    }
}

#[test]
fn what_an_older_window_wrote_since_joins_what_is_here() {
    let memory = Memory::new();
    let whole = full();
    let mut first = whole.clone();
    let last = first.consents.pop().expect("a record");
    let archive = window(&Rigged::onto(&memory));
    take_over(&archive, &Old::of(&[("document", &first.to_json())]));
    let mut second = whole.clone();
    second.consents.retain(|consent| consent.id == last.id);
    let old = Old::of(&[("document", &second.to_json())]);
    assert_eq!(take_over(&archive, &old), None);
    assert_eq!(old.left(), Vec::<String>::new());
    assert_eq!(archive.document().consents.len(), whole.consents.len());
}

#[test]
fn two_windows_that_take_over_at_once_take_over_once() {
    let memory = Memory::new();
    let old = Old::of(&[("document", &full().to_json()), ("app.lists", "[]")]);
    let (one, two) = (window(&Rigged::onto(&memory)), window(&Rigged::onto(&memory)));
    for archive in [&one, &two] {
        let (archive, old) = (archive.clone(), old.clone());
        super::rigged::spawn(Box::pin(async move {
            takeover::texts(archive.keeper(), &old, &|key| key.starts_with("app.")).await;
            assert!(takeover::document(&archive, &old, "document").await.is_ok());
        }));
    }
    run();
    assert_eq!(old.left(), Vec::<String>::new());
    for archive in [one, two] {
        assert_eq!(lasting(&archive.document()), lasting(&full()));
    }
}
