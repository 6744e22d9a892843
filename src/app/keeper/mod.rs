//! What one window knows of the store, and everything it writes into it: one write after the other, each on the revision that
//! whoever makes it has seen.
//!
//! The screens read from here without waiting. What is entered stands here at once; whether the device has it is told when
//! the store says so, and not before. What the device refused stays here, and is asked of it again with the next write.

mod look;
mod write;

use super::store::{Change, Entry, Head, Revision, Store, StoreError, Task};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    rc::{Rc, Weak},
};
use write::Job;

/// Lets a task run by itself: the page's own queue, or a test's.
pub type Spawn = fn(Task<()>);

/// What is told to those who listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// These entries are other than they were: written or removed by another window, or read for the first time.
    Changed(Vec<String>),
    /// The device has these entries as they are shown.
    Kept(Vec<String>),
    /// The device does not have these entries as they are shown.
    NotKept(Vec<String>, StoreError),
}

/// An entry that somebody works on: its key, and the revision their next write builds on. Clones share both.
#[derive(Clone, Debug)]
pub struct Hold {
    key: Rc<str>,
    revision: Rc<Cell<Revision>>,
}

impl Hold {
    /// Which entry.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The revision the next write builds on; 0 where there is nothing yet.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision.get()
    }

    fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.revision, &other.revision)
    }
}

type Listener = Rc<dyn Fn(&Told)>;

/// How a write ended.
pub type Outcome = Result<(), StoreError>;

/// One window's view of the store.
pub struct Keeper {
    store: Rc<dyn Store>,
    spawn: Spawn,
    /// Which entries this window reads at all, by the beginnings of their keys.
    prefixes: &'static [&'static str],
    inner: RefCell<Inner>,
    own: Weak<Self>,
}

#[derive(Default)]
struct Inner {
    entries: BTreeMap<String, Entry>,
    seen: Revision,
    jobs: VecDeque<Job>,
    /// What the store is writing at this moment.
    current: Vec<(Hold, Change)>,
    running: bool,
    /// What the device refused, one change an entry; written with the next batch.
    refused: Vec<(Hold, Change)>,
    /// By which write an entry was removed last.
    removed: BTreeMap<String, Revision>,
    /// Something that another window wrote was left alone, because this one was about to write it, too.
    passed_over: bool,
    /// Why nothing at all can be kept.
    closed: Option<StoreError>,
    listeners: Vec<(u32, Listener)>,
    next_listener: u32,
}

/// Ends a subscription when it is dropped.
pub struct Listening {
    keeper: Weak<Keeper>,
    id: u32,
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(keeper) = self.keeper.upgrade() {
            keeper.inner.borrow_mut().listeners.retain(|(id, _)| *id != self.id);
        }
    }
}

impl Keeper {
    /// A view of a store that is not opened yet. Of its entries those are read whose keys begin like this.
    #[must_use]
    pub fn new(store: Rc<dyn Store>, spawn: Spawn, prefixes: &'static [&'static str]) -> Rc<Self> {
        Rc::new_cyclic(|own| Self { store, spawn, prefixes, inner: RefCell::default(), own: own.clone() })
    }

    /// Opens the store and reads what is of interest here, but for the last of the prefixes: what there may be thousands of is
    /// read by [`read_rest`](Self::read_rest), behind the first screen.
    ///
    /// # Errors
    /// Nothing can be kept. Everything works as long as the page is open, and says so.
    pub async fn open(&self) -> Outcome {
        let own = self.own.clone();
        self.store.watch(Rc::new(move || {
            if let Some(keeper) = own.upgrade() {
                // A store that cannot be read now will say so at the next write, too.
                (keeper.spawn)(Box::pin({
                    let keeper = keeper.clone();
                    async move { drop(keeper.refresh().await) }
                }));
            }
        }));
        let early = self.prefixes.len().saturating_sub(1);
        let result = match self.store.open().await {
            Ok(()) => self.read(&self.prefixes[..early]).await.map(drop),
            Err(error) => Err(error),
        };
        self.inner.borrow_mut().closed = result.clone().err();
        result
    }

    /// Reads what [`open`](Self::open) left.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn read_rest(&self) -> Outcome {
        if let Some(error) = self.closed() {
            return Err(error);
        }
        self.refresh().await
    }

    /// The store itself, to look what it says.
    #[must_use]
    pub fn store(&self) -> &Rc<dyn Store> {
        &self.store
    }

    /// Why nothing can be kept, if so.
    #[must_use]
    pub fn closed(&self) -> Option<StoreError> {
        self.inner.borrow().closed.clone()
    }

    /// What an entry says, as this window shows it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        self.inner.borrow().entries.get(key).map(|entry| entry.text.clone())
    }

    /// An entry whole, as this window shows it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<Entry> {
        self.inner.borrow().entries.get(key).cloned()
    }

    /// All keys that begin like this, in the order in which their entries came to be.
    #[must_use]
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        let inner = self.inner.borrow();
        let mut found: Vec<_> = inner
            .entries
            .values()
            .filter(|entry| entry.head.key.starts_with(prefix))
            .map(|entry| (entry.head.order, entry.head.key.clone()))
            .collect();
        found.sort();
        found.into_iter().map(|(_, key)| key).collect()
    }

    /// Begins to work on an entry, as it is shown now.
    #[must_use]
    pub fn hold(&self, key: &str) -> Hold {
        let inner = self.inner.borrow();
        // Several flows of this window on one entry share what the latest write made of it.
        if let Some((hold, _)) = inner.pending().find(|(hold, _)| &*hold.key == key) {
            return hold.clone();
        }
        let revision = inner.entries.get(key).map_or(0, |entry| entry.head.revision);
        Hold { key: key.into(), revision: Rc::new(Cell::new(revision)) }
    }

    /// Begins to work on an entry that must not be there yet.
    #[must_use]
    pub fn hold_new(&self, key: &str) -> Hold {
        Hold { key: key.into(), revision: Rc::default() }
    }

    /// Keeps what an entry says from now on. Told by [`Told::Kept`] or [`Told::NotKept`].
    pub fn put(&self, hold: &Hold, text: String) {
        self.change(hold, Change::Put(text));
    }

    /// Removes an entry. Nothing where there is none.
    pub fn remove(&self, hold: &Hold) {
        let known = self.inner.borrow().entries.contains_key(&*hold.key);
        if known {
            self.change(hold, Change::Remove);
        }
    }

    /// Writes all of it or nothing, after everything that was begun before.
    pub fn commit(&self, writes: Vec<(Hold, Change)>) -> Task<Outcome> {
        self.begin(writes, false)
    }

    /// As [`commit`](Self::commit), but what is refused is not asked again: everything is as before.
    pub fn try_commit(&self, writes: Vec<(Hold, Change)>) -> Task<Outcome> {
        self.begin(writes, true)
    }

    /// Waits until everything that was begun has ended, well or not.
    pub async fn settle(&self) {
        // An empty batch after all others.
        drop(self.commit(Vec::new()).await);
    }

    /// Whether the device has everything that is shown.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        let inner = self.inner.borrow();
        inner.refused.is_empty() && inner.closed.is_none()
    }

    /// Calls this with everything that happens, until the result is dropped.
    #[must_use]
    pub fn listen(&self, told: Listener) -> Listening {
        let mut inner = self.inner.borrow_mut();
        inner.next_listener += 1;
        let id = inner.next_listener;
        inner.listeners.push((id, told));
        Listening { keeper: self.own.clone(), id }
    }

    fn tell(&self, told: &Told) {
        if matches!(told, Told::Changed(keys) | Told::Kept(keys) if keys.is_empty()) {
            return;
        }
        let listeners: Vec<_> = self.inner.borrow().listeners.iter().map(|(_, told)| told.clone()).collect();
        listeners.iter().for_each(|listener| listener(told));
    }
}

impl Inner {
    fn pending(&self) -> impl Iterator<Item = &(Hold, Change)> {
        self.current.iter().chain(self.jobs.iter().flat_map(|job| &job.writes)).chain(&self.refused)
    }

    fn is_busy(&self, key: &str) -> bool {
        self.pending().any(|(hold, _)| &*hold.key == key)
    }
}

impl Entry {
    fn new(key: &str) -> Self {
        let head = Head { key: key.to_owned(), revision: 0, order: Revision::MAX, removed: false };
        Self { head, version: 0, text: String::new() }
    }
}
