//! Where things are kept, by the `storage` attribute: on the device, until the tab is closed, or nowhere; and the browser's small
//! store of texts, in which earlier versions kept everything.

use super::database::{Database, NAME};
use crate::app::{
    keeper::Keeper,
    memory::Memory,
    store::{Change, Entry, Failure, Head, Revision, Store, StoreError, Task, Write},
    takeover::Texts,
};
use crate::domain::export::VERSION;
use std::rc::Rc;
use web_sys::Storage;

/// How long what is entered stays (`storage` attribute).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Only while the page is open; nothing is written. The default of the two embeds.
    #[default]
    None,
    /// Until the tab is closed.
    Session,
    /// On this device until it is deleted. The default of the tablet page.
    Device,
}

impl Keep {
    /// Reads the attribute; anything unknown is `None` so that the caller can say so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "none" => Some(Self::None),
            "session" => Some(Self::Session),
            "device" => Some(Self::Device),
            _ => None,
        }
    }

    /// The store behind it.
    #[must_use]
    pub fn store(self) -> Rc<dyn Store> {
        match self {
            Self::None => Rc::new(Memory::new()),
            Self::Session => Rc::new(Tab),
            Self::Device => Rc::new(Database::named(NAME)),
        }
    }

    /// A view of that store, not opened yet, of the entries whose keys begin like this.
    #[must_use]
    pub fn keeper(self, prefixes: &'static [&'static str]) -> Rc<Keeper> {
        Keeper::new(self.store(), yew::platform::spawn_local, prefixes)
    }

    /// The texts of earlier versions that are to be taken over. Those of a tab end with it.
    #[must_use]
    pub fn old_texts(self) -> Option<Box<dyn Texts>> {
        (self == Self::Device).then(|| Box::new(Local) as Box<dyn Texts>)
    }

    /// Asks the browser not to clear this page's storage on its own when the device runs short of room.
    pub fn ask_to_persist(self) {
        if self == Self::Device
            && let Some(window) = web_sys::window()
        {
            // A request, not a need: browsers without it keep what they keep.
            let manager = window.navigator().storage();
            if manager.is_object() {
                let _ = manager.persist();
            }
        }
    }
}

/// The store of one tab, which is its own and nobody else's: each entry one item, with its head in the first line.
#[derive(Clone, Copy)]
struct Tab;

/// Behind it stand the entries of this program.
const TAB: &str = "nattoku.entry.";

impl Tab {
    fn area() -> Result<Storage, StoreError> {
        let area = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        area.ok_or_else(|| StoreError::new(Failure::Forbidden, "there is no session storage for this page"))
    }

    fn get(area: &Storage, key: &str) -> Option<Entry> {
        let item = area.get_item(&format!("{TAB}{key}")).ok().flatten()?;
        let (head, text) = item.split_once('\n')?;
        let mut numbers = head.split(' ').map(|number| number.parse::<u64>().ok());
        let (revision, order) = (numbers.next()??, numbers.next()??);
        let head = Head { key: key.to_owned(), revision, order, removed: false };
        Some(Entry { head, version: VERSION, text: text.to_owned() })
    }

    fn all(area: &Storage) -> Vec<Entry> {
        let count = area.length().unwrap_or(0);
        let keys = (0..count).filter_map(|at| area.key(at).ok().flatten());
        keys.filter_map(|key| Self::get(area, key.strip_prefix(TAB)?)).collect()
    }

    fn write_all(batch: &[Write]) -> Result<Vec<Head>, StoreError> {
        let area = Self::area()?;
        for write in batch {
            if Self::get(&area, &write.key).map_or(0, |entry| entry.head.revision) != write.expected {
                return Err(StoreError::conflict(&write.key));
            }
        }
        let mut last = Self::all(&area).iter().map(|entry| entry.head.revision).max().unwrap_or(0);
        let before: Vec<Option<String>> =
            batch.iter().map(|write| area.get_item(&format!("{TAB}{}", write.key)).ok().flatten()).collect();
        let mut heads = Vec::with_capacity(batch.len());
        for (at, Write { key, change, .. }) in batch.iter().enumerate() {
            last += 1;
            let order = Self::get(&area, key).map_or(last, |entry| entry.head.order);
            let name = format!("{TAB}{key}");
            let result = match change {
                Change::Put(text) => area.set_item(&name, &format!("{last} {order}\n{text}")),
                Change::Remove => area.remove_item(&name),
            };
            if result.is_err() {
                // All or nothing: there was room for what stood there before.
                for (write, before) in batch[..at].iter().zip(&before) {
                    let name = format!("{TAB}{}", write.key);
                    let _ = match before {
                        Some(text) => area.set_item(&name, text),
                        None => area.remove_item(&name),
                    };
                }
                return Err(StoreError::new(Failure::NoRoom, "the session storage took no more"));
            }
            heads.push(Head { key: key.clone(), revision: last, order, removed: *change == Change::Remove });
        }
        Ok(heads)
    }
}

fn done<T: 'static>(result: T) -> Task<T> {
    Box::pin(core::future::ready(result))
}

impl Store for Tab {
    fn open(&self) -> Task<Result<(), StoreError>> {
        done(Self::area().map(drop))
    }

    fn changes(&self, after: Revision) -> Task<Result<Vec<Head>, StoreError>> {
        done(Self::area().map(|area| {
            let mut heads: Vec<Head> = Self::all(&area).into_iter().map(|entry| entry.head).collect();
            heads.retain(|head| head.revision > after);
            heads.sort_by_key(|head| head.revision);
            heads
        }))
    }

    fn read(&self, keys: Vec<String>) -> Task<Result<Vec<Option<Entry>>, StoreError>> {
        done(Self::area().map(|area| keys.iter().map(|key| Self::get(&area, key)).collect()))
    }

    fn write(&self, batch: Vec<Write>) -> Task<Result<Vec<Head>, StoreError>> {
        done(Self::write_all(&batch))
    }

    /// A tab has no other windows.
    fn watch(&self, _: Rc<dyn Fn()>) {}
}

/// The browser's small store of texts, as earlier versions used it.
struct Local;

/// Behind it stood everything of theirs.
const OLD: &str = "nattoku.";

impl Local {
    fn area() -> Option<Storage> {
        // It throws where the person forbade storage for this page.
        web_sys::window()?.local_storage().ok().flatten()
    }
}

impl Texts for Local {
    fn keys(&self) -> Vec<String> {
        let Some(area) = Self::area() else { return Vec::new() };
        let keys = (0..area.length().unwrap_or(0)).filter_map(|at| area.key(at).ok().flatten());
        keys.filter_map(|key| key.strip_prefix(OLD).map(str::to_owned)).collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        Self::area()?.get_item(&format!("{OLD}{key}")).ok().flatten()
    }

    fn remove(&self, key: &str) {
        if let Some(area) = Self::area() {
            // Removing cannot run out of room; an area that vanished has nothing to remove.
            let _ = area.remove_item(&format!("{OLD}{key}"));
        }
    }
}
