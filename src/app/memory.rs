//! A store that lasts as long as the page: for elements that keep nothing, and the fake of the tests. Its clones are windows
//! onto the same entries.

use super::store::{Change, Entry, Head, Revision, Store, StoreError, Task, Write};
use crate::domain::export::VERSION;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// The entries of a store that is nowhere but in memory.
#[derive(Clone, Default)]
pub struct Memory {
    shared: Rc<RefCell<Shared>>,
    told: Rc<Listener>,
}

#[derive(Default)]
struct Shared {
    entries: BTreeMap<String, Entry>,
    last: Revision,
    windows: Vec<Told>,
}

type Listener = RefCell<Option<Rc<dyn Fn()>>>;
type Told = std::rc::Weak<Listener>;

impl Memory {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Another window onto the same entries.
    #[must_use]
    pub fn window(&self) -> Self {
        Self { shared: self.shared.clone(), told: Rc::default() }
    }

    /// Puts an entry where another program would: without a look at what is there.
    pub fn plant(&self, key: &str, version: u32, text: &str) {
        let mut shared = self.shared.borrow_mut();
        let head = shared.next_head(key, false);
        shared.entries.insert(key.to_owned(), Entry { head, version, text: text.to_owned() });
    }

    /// Everything that is there, as key and text.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, String)> {
        let shared = self.shared.borrow();
        let there = shared.entries.values().filter(|entry| !entry.head.removed);
        there.map(|entry| (entry.head.key.clone(), entry.text.clone())).collect()
    }

    fn apply(&self, batch: &[Write]) -> Result<Vec<Head>, StoreError> {
        let mut shared = self.shared.borrow_mut();
        for write in batch {
            let there = shared.entries.get(&write.key).filter(|entry| !entry.head.removed);
            if there.map_or(0, |entry| entry.head.revision) != write.expected {
                return Err(StoreError::conflict(&write.key));
            }
        }
        let mut heads = Vec::with_capacity(batch.len());
        for Write { key, change, .. } in batch {
            let (text, removed) = match change {
                Change::Put(text) => (text.clone(), false),
                Change::Remove => (String::new(), true),
            };
            let head = shared.next_head(key, removed);
            shared.entries.insert(key.clone(), Entry { head: head.clone(), version: VERSION, text });
            heads.push(head);
        }
        Ok(heads)
    }

    fn tell_others(&self) {
        let windows = self.shared.borrow().windows.clone();
        for window in windows.iter().filter_map(Told::upgrade).filter(|other| !Rc::ptr_eq(other, &self.told))
        {
            let told = window.borrow().clone();
            if let Some(told) = told {
                told();
            }
        }
    }
}

impl Shared {
    fn next_head(&mut self, key: &str, removed: bool) -> Head {
        self.last += 1;
        let before = self.entries.get(key).filter(|entry| !entry.head.removed);
        let order = before.map_or(self.last, |entry| entry.head.order);
        Head { key: key.to_owned(), revision: self.last, order, removed }
    }
}

fn done<T: 'static>(result: T) -> Task<T> {
    Box::pin(core::future::ready(result))
}

impl Store for Memory {
    fn open(&self) -> Task<Result<(), StoreError>> {
        done(Ok(()))
    }

    fn changes(&self, after: Revision) -> Task<Result<Vec<Head>, StoreError>> {
        let shared = self.shared.borrow();
        let heads = shared.entries.values().map(|entry| &entry.head);
        let mut heads: Vec<Head> = heads.filter(|head| head.revision > after).cloned().collect();
        heads.sort_by_key(|head| head.revision);
        done(Ok(heads))
    }

    fn read(&self, keys: Vec<String>) -> Task<Result<Vec<Option<Entry>>, StoreError>> {
        let shared = self.shared.borrow();
        let there = |key| shared.entries.get(key).filter(|entry| !entry.head.removed).cloned();
        done(Ok(keys.iter().map(there).collect()))
    }

    fn write(&self, batch: Vec<Write>) -> Task<Result<Vec<Head>, StoreError>> {
        let this = self.clone();
        Box::pin(async move {
            let heads = this.apply(&batch)?;
            this.tell_others();
            Ok(heads)
        })
    }

    fn watch(&self, told: Rc<dyn Fn()>) {
        *self.told.borrow_mut() = Some(told);
        self.shared.borrow_mut().windows.push(Rc::downgrade(&self.told));
    }
}
