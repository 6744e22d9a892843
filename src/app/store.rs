//! The port to whatever keeps things on the device: entries by key, each with a revision, written all or nothing.
//!
//! What must not live here: what the entries mean, and any type of a browser.

use std::{future::Future, pin::Pin, rc::Rc};

/// Something that is done when it is done. Everything runs in the one thread of a page.
pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// Counts the writes of a store, from 1. It is a counter and no time, so that a clock that is set back reorders nothing.
pub type Revision = u64;

/// What an entry is like without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it is found by.
    pub key: String,
    /// The write that made it what it is.
    pub revision: Revision,
    /// The write that made it exist; it keeps its place among others however often it is written.
    pub order: Revision,
    /// Whether it was removed by that write: only its key is left, so that other windows learn of it.
    pub removed: bool,
}

/// An entry as the device has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is found by, and how often it was written.
    pub head: Head,
    /// The version of the program's format in which the text is written; 0 where another program put something else here.
    pub version: u32,
    /// What was kept, letter by letter.
    pub text: String,
}

/// What becomes of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It says this from now on.
    Put(String),
    /// It is gone.
    Remove,
}

/// One entry of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Which entry.
    pub key: String,
    /// The revision it must have for the batch to happen; 0 for one that must not be there.
    pub expected: Revision,
    /// What becomes of it.
    pub change: Change,
}

/// Why the device did not do what was asked. Nothing of the batch was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// This entry has another revision: another window, or another flow of this one, wrote it meanwhile.
    Conflict(String),
    /// The device has no room.
    NoRoom,
    /// The browser keeps nothing for this page: private mode, forbidden by the person or by the page around it.
    Forbidden,
    /// A newer version of this program has been here; its entries are not read by this one.
    NewerProgram,
    /// Another window with an older version of this program is open and holds the store.
    Blocked,
    /// Something else lies under our name.
    Foreign,
    /// The store was closed under our hands: cleared by the person, evicted, or taken over by a newer version.
    Closed,
    /// Anything else.
    Broken,
}

impl Failure {
    /// The key of the sentence that tells a person what happened.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Conflict(_) => "store.conflict",
            Self::NoRoom => "store.no_room",
            Self::Forbidden => "store.forbidden",
            Self::NewerProgram => "store.newer",
            Self::Blocked => "store.blocked",
            Self::Foreign => "store.foreign",
            Self::Closed => "store.closed",
            Self::Broken => "store.broken",
        }
    }
}

/// A failure and its technical cause, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError {
    /// What happened.
    pub failure: Failure,
    /// The words of the browser or of the program.
    pub cause: String,
}

impl StoreError {
    /// A failure with its cause.
    #[must_use]
    pub fn new(failure: Failure, cause: impl Into<String>) -> Self {
        Self { failure, cause: cause.into() }
    }

    /// The entry at which a write met another one.
    #[must_use]
    pub fn conflict(key: &str) -> Self {
        Self::new(
            Failure::Conflict(key.to_owned()),
            format!("{key:?} was written by somebody else meanwhile"),
        )
    }
}

impl core::fmt::Display for StoreError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.cause)
    }
}

impl std::error::Error for StoreError {}

/// Where entries are kept.
pub trait Store {
    /// Opens it, making it where it is not there. Done again after [`Failure::Closed`].
    fn open(&self) -> Task<Result<(), StoreError>>;

    /// The entries that were written or removed after a revision, the earliest write first.
    fn changes(&self, after: Revision) -> Task<Result<Vec<Head>, StoreError>>;

    /// The entries of these keys, in their order; `None` for what is not there or was removed.
    fn read(&self, keys: Vec<String>) -> Task<Result<Vec<Option<Entry>>, StoreError>>;

    /// Writes all of it or nothing, and is done when it is on the disk: a device that loses its power afterwards still has
    /// it. Gives the heads the entries have now, in the order of the batch.
    fn write(&self, batch: Vec<Write>) -> Task<Result<Vec<Head>, StoreError>>;

    /// Calls this whenever another window wrote something, until the store is dropped. A call may come late or, where a
    /// browser does not tell its windows of each other, never.
    fn watch(&self, told: Rc<dyn Fn()>);
}
