//! The store of this device: IndexedDB. A write is told to be done after its transaction has completed with strict durability,
//! that is, after the browser had the disk confirm it.
//!
//! What must not live here: what entries mean. Two object stores: `heads` (key, revision, order, removed) with an index by
//! revision, and `texts` (key, version, text), so that what changed is found without reading a text.

mod rows;
mod waiting;

use crate::app::store::{Change, Entry, Failure, Head, Revision, Store, StoreError, Task, Write};
use futures_channel::oneshot;
use idb::{DatabaseEvent as _, Factory, IndexParams, KeyPath, KeyRange, ObjectStoreParams, Query};
use js_sys::{Array, Object};
use rows::{aborted, broken, entry, head, head_row, opening, revision, said, set, text_row};
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use waiting::{end_of, first};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{BroadcastChannel, IdbDatabase, IdbTransaction, MessageEvent};

/// The name of the program's database, and of the channel on which windows tell each other.
pub const NAME: &str = "nattoku";
/// The version of its shape.
const SHAPE: u32 = 1;
const HEADS: &str = "heads";
const TEXTS: &str = "texts";
const BY_REVISION: &str = "revision";

#[wasm_bindgen]
extern "C" {
    /// A database, for the one call that web-sys has only behind a switch of the compiler.
    type Durable;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(this: &Durable, stores: &Array, mode: &str, options: &Object)
    -> Result<IdbTransaction, JsValue>;
}

/// The IndexedDB of this page's origin. Clones are the same connection.
#[derive(Clone)]
pub struct Database {
    inner: Rc<Inner>,
}

type Listener = Closure<dyn Fn(MessageEvent)>;

struct Inner {
    name: String,
    connection: RefCell<Option<IdbDatabase>>,
    channel: RefCell<Option<BroadcastChannel>>,
    listener: RefCell<Option<Listener>>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(channel) = self.channel.take() {
            channel.close();
        }
        if let Some(connection) = self.connection.take() {
            connection.close();
        }
    }
}

impl Database {
    /// The database of this name, not opened yet.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let (connection, channel, listener) = Default::default();
        Self { inner: Rc::new(Inner { name: name.to_owned(), connection, channel, listener }) }
    }

    async fn connect(&self) -> Result<IdbDatabase, StoreError> {
        let known = self.inner.connection.borrow().clone();
        if let Some(connection) = known {
            return Ok(connection);
        }
        let factory =
            Factory::new().map_err(|error| StoreError::new(Failure::Forbidden, error.to_string()))?;
        let mut request = factory.open(&self.inner.name, Some(SHAPE)).map_err(opening)?;
        let (blocked, is_blocked) = oneshot::channel::<()>();
        let blocked = RefCell::new(Some(blocked));
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // A failure here ends the upgrade, and the opening with it.
                drop(shape(&database));
            }
        });
        request.on_blocked(move |_| {
            if let Some(blocked) = blocked.borrow_mut().take() {
                // Nobody waits any more where it opened meanwhile.
                let _ = blocked.send(());
            }
        });
        let opened = first(request.into_future(), is_blocked).await;
        let Some(opened) = opened else {
            return Err(StoreError::new(
                Failure::Blocked,
                "another window holds an older version of the database",
            ));
        };
        let mut database = opened.map_err(opening)?;
        if !has_our_shape(&database) {
            database.close();
            return Err(StoreError::new(Failure::Foreign, "the database has other object stores than ours"));
        }
        let (closing, changing) = (Rc::downgrade(&self.inner), Rc::downgrade(&self.inner));
        database.on_close(move |_| let_go(&closing));
        // A newer version of this program wants it: it shall not have to wait for this window.
        database.on_version_change(move |_| let_go(&changing));
        database.forget_callbacks();
        let connection = IdbDatabase::from(database);
        *self.inner.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }

    /// The transaction, and what the browser will say of it in the end.
    fn transaction(&self, connection: &IdbDatabase, mode: &str) -> Result<IdbTransaction, StoreError> {
        let options = Object::new();
        set(&options, "durability", &"strict".into());
        let stores = Array::of2(&HEADS.into(), &TEXTS.into());
        connection.unchecked_ref::<Durable>().begin(&stores, mode, &options).map_err(|error| {
            // Nothing can be begun any more on a connection that is closed.
            let_go(&Rc::downgrade(&self.inner));
            StoreError::new(Failure::Closed, said(&error))
        })
    }

    fn tell_others(&self) {
        if let Some(channel) = &*self.inner.channel.borrow() {
            // Whoever does not hear it looks by itself before it shows or writes anything.
            drop(channel.post_message(&JsValue::NULL));
        }
    }
}

impl Store for Database {
    fn open(&self) -> Task<Result<(), StoreError>> {
        let this = self.clone();
        Box::pin(async move { this.connect().await.map(drop) })
    }

    fn changes(&self, after: Revision) -> Task<Result<Vec<Head>, StoreError>> {
        let this = self.clone();
        Box::pin(async move {
            let connection = this.connect().await?;
            let begun = idb::Transaction::from(this.transaction(&connection, "readonly")?);
            let index =
                begun.object_store(HEADS).and_then(|heads| heads.index(BY_REVISION)).map_err(broken)?;
            #[allow(clippy::cast_precision_loss, reason = "a store is not written 2⁵³ times")]
            let range =
                KeyRange::lower_bound(&JsValue::from_f64(after as f64), Some(true)).map_err(broken)?;
            let rows =
                index.get_all(Some(Query::KeyRange(range)), None).map_err(broken)?.await.map_err(broken)?;
            Ok(rows.iter().filter_map(head).collect())
        })
    }

    fn read(&self, keys: Vec<String>) -> Task<Result<Vec<Option<Entry>>, StoreError>> {
        let this = self.clone();
        Box::pin(async move {
            let connection = this.connect().await?;
            let begun = idb::Transaction::from(this.transaction(&connection, "readonly")?);
            let heads = begun.object_store(HEADS).map_err(broken)?;
            let texts = begun.object_store(TEXTS).map_err(broken)?;
            let mut asked = Vec::with_capacity(keys.len());
            for key in &keys {
                let key = JsValue::from_str(key);
                asked.push((
                    heads.get(Query::Key(key.clone())).map_err(broken)?,
                    texts.get(Query::Key(key)).map_err(broken)?,
                ));
            }
            let mut entries = Vec::with_capacity(keys.len());
            for (head_row, text_row) in asked {
                let (head_row, text_row) = (head_row.await.map_err(broken)?, text_row.await.map_err(broken)?);
                let there = head_row.as_ref().and_then(head).filter(|head| !head.removed);
                entries.push(there.map(|head| entry(head, text_row)));
            }
            Ok(entries)
        })
    }

    fn write(&self, batch: Vec<Write>) -> Task<Result<Vec<Head>, StoreError>> {
        let this = self.clone();
        Box::pin(async move {
            let connection = this.connect().await?;
            let raw = this.transaction(&connection, "readwrite")?;
            let begun = idb::Transaction::from(raw.clone());
            let ended = end_of(&raw);
            let outcome = put_all(&begun, &batch).await;
            if outcome.is_err() {
                // It has ended already where the browser ended it.
                drop(raw.abort());
            }
            let is_complete = ended.await;
            let heads = match outcome {
                // The browser's own reason tells more than the request that met it.
                Err(error) => return Err(raw.error().map_or(error, |cause| aborted(&cause))),
                Ok(heads) => heads,
            };
            if !is_complete {
                let ended = || StoreError::new(Failure::Broken, "the transaction was ended");
                return Err(raw.error().map_or_else(ended, |cause| aborted(&cause)));
            }
            this.tell_others();
            Ok(heads)
        })
    }

    fn watch(&self, told: Rc<dyn Fn()>) {
        // A browser without it is one in which each window looks by itself.
        let Ok(channel) = BroadcastChannel::new(&self.inner.name) else { return };
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |_| told());
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        *self.inner.channel.borrow_mut() = Some(channel);
        *self.inner.listener.borrow_mut() = Some(listener);
    }
}

fn shape(database: &idb::Database) -> Result<(), idb::Error> {
    let by_key = || {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("key")));
        params
    };
    let heads = database.create_object_store(HEADS, by_key())?;
    let mut unique = IndexParams::new();
    unique.unique(true);
    heads.create_index(BY_REVISION, KeyPath::new_single("revision"), Some(unique))?;
    database.create_object_store(TEXTS, by_key())?;
    Ok(())
}

fn has_our_shape(database: &idb::Database) -> bool {
    let names = database.store_names();
    [HEADS, TEXTS].iter().all(|ours| names.iter().any(|name| name == ours))
}

/// Closes the connection; the next that wants one opens it anew.
fn let_go(inner: &Weak<Inner>) {
    if let Some(connection) = inner.upgrade().and_then(|inner| inner.connection.take()) {
        connection.close();
    }
}

/// Looks at the revisions and writes, all in one transaction.
async fn put_all(begun: &idb::Transaction, batch: &[Write]) -> Result<Vec<Head>, StoreError> {
    let heads = begun.object_store(HEADS).map_err(broken)?;
    let texts = begun.object_store(TEXTS).map_err(broken)?;
    let mut asked = Vec::with_capacity(batch.len());
    for write in batch {
        asked.push(heads.get(Query::Key(JsValue::from_str(&write.key))).map_err(broken)?);
    }
    let mut there = Vec::with_capacity(batch.len());
    for request in asked {
        there.push(request.await.map_err(broken)?.as_ref().and_then(head).filter(|head| !head.removed));
    }
    for (write, there) in batch.iter().zip(&there) {
        if there.as_ref().map_or(0, |head| head.revision) != write.expected {
            return Err(StoreError::conflict(&write.key));
        }
    }
    let index = heads.index(BY_REVISION).map_err(broken)?;
    let latest = index.open_key_cursor(None, Some(idb::CursorDirection::Prev)).map_err(broken)?;
    let latest = latest.await.map_err(broken)?.and_then(|cursor| cursor.key().ok()?.as_f64());
    let mut last = latest.map_or(0, revision);
    let mut written = Vec::with_capacity(batch.len());
    for (Write { key, change, .. }, there) in batch.iter().zip(there) {
        last += 1;
        let order = there.map_or(last, |head| head.order);
        let removed = *change == Change::Remove;
        let head = Head { key: key.clone(), revision: last, order, removed };
        heads.put(&head_row(&head), None).map_err(broken)?;
        match change {
            Change::Put(text) => drop(texts.put(&text_row(key, text), None).map_err(broken)?),
            Change::Remove => drop(texts.delete(Query::Key(JsValue::from_str(key))).map_err(broken)?),
        }
        written.push(head);
    }
    Ok(written)
}
