//! The stores behind the `storage` attribute, each in the browser's own: what is told to be written is there for another
//! connection, a batch is all or nothing, and whatever another program left is named and stays.

use js_sys::{Array, Object, Reflect};
use nattoku::app::store::{Change, Failure, Store, Write};
use nattoku::browser::{database::Database, storage::Keep};
use nattoku::domain::export::VERSION;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = r#"
  const done = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  export async function forget(name) { await done(indexedDB.deleteDatabase(name)); }
  export async function make(name, version, stores) {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store));
    (await done(request)).close();
  }
  export async function put(name, store, row) {
    const database = await done(indexedDB.open(name));
    const begun = database.transaction(store, "readwrite");
    begun.objectStore(store).put(row);
    await new Promise((yes) => { begun.oncomplete = yes; });
    database.close();
  }
  export function strict(name) {
    const real = IDBDatabase.prototype.transaction;
    const seen = [];
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite") seen.push(options?.durability);
      return real.call(this, stores, mode, options);
    };
    return () => { IDBDatabase.prototype.transaction = real; return seen; };
  }
"#)]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn forget(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn make(name: &str, version: u32, stores: &Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn put(name: &str, store: &str, row: &Object) -> Result<JsValue, JsValue>;
    fn strict(name: &str) -> js_sys::Function;
}

fn write(key: &str, expected: u64, text: Option<&str>) -> Write {
    let change = text.map_or(Change::Remove, |text| Change::Put(text.to_owned()));
    Write { key: key.to_owned(), expected, change }
}

/// What every store does.
async fn keeps(one: &dyn Store, other: &dyn Store) {
    one.open().await.unwrap();
    other.open().await.unwrap();
    let heads =
        one.write(vec![write("test/a", 0, Some("山田")), write("test/b", 0, Some("見本"))]).await.unwrap();
    assert!(heads[0].revision < heads[1].revision, "one after the other");
    let read = |keys: [&str; 2]| other.read(keys.map(str::to_owned).to_vec());
    let there = read(["test/b", "test/c"]).await.unwrap();
    let there = there.iter().map(|entry| entry.as_ref().map(|entry| (entry.version, entry.text.as_str())));
    assert_eq!(there.collect::<Vec<_>>(), [Some((VERSION, "見本")), None]);

    // On an older revision, the whole batch is refused.
    let late =
        other.write(vec![write("test/c", 0, Some("x")), write("test/a", 0, Some("x"))]).await.unwrap_err();
    assert_eq!(late.failure, Failure::Conflict("test/a".to_owned()));
    let there = read(["test/a", "test/c"]).await.unwrap();
    assert_eq!(
        there.iter().map(|entry| entry.as_ref().map(|entry| entry.text.as_str())).collect::<Vec<_>>(),
        [Some("山田"), None]
    );

    // What changed since is found by its revision, what was removed included.
    let after = heads[1].revision;
    let removed = other.write(vec![write("test/a", heads[0].revision, None)]).await.unwrap();
    other.write(vec![write("test/b", heads[1].revision, Some("二度目"))]).await.unwrap();
    let changes = one.changes(after).await.unwrap();
    let ours: Vec<_> = changes.iter().filter(|head| head.key == "test/b").collect();
    assert_eq!((ours.len(), ours[0].order, ours[0].removed), (1, heads[1].order, false));
    assert!(removed[0].revision > after);
    assert_eq!(one.read(vec!["test/a".into()]).await.unwrap(), [None]);
    // Gone, it can be made anew.
    one.write(vec![write("test/a", 0, Some("again"))]).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_database_keeps_for_another_connection() {
    forget("nattoku-test").await.unwrap();
    keeps(&Database::named("nattoku-test"), &Database::named("nattoku-test")).await;
}

#[wasm_bindgen_test]
async fn a_tab_and_a_page_keep_in_the_same_way() {
    for keep in [Keep::Session, Keep::None] {
        let store = keep.store();
        keeps(&*store, &*store).await;
    }
}

#[wasm_bindgen_test]
async fn every_write_asks_the_disk() {
    forget("nattoku-test").await.unwrap();
    let seen = strict("");
    let store = Database::named("nattoku-test");
    store.write(vec![write("test/a", 0, Some("x"))]).await.unwrap();
    let modes: Array = seen.call0(&JsValue::NULL).unwrap().unchecked_into();
    assert_eq!(modes.iter().map(|mode| mode.as_string()).collect::<Vec<_>>(), [Some("strict".to_owned())]);
}

#[wasm_bindgen_test]
async fn another_window_is_told() {
    forget("nattoku-test").await.unwrap();
    let (one, other) = (Database::named("nattoku-test"), Database::named("nattoku-test"));
    let (sender, receiver) = futures_channel::oneshot::channel();
    let sender = std::cell::RefCell::new(Some(sender));
    other.watch(Rc::new(move || {
        if let Some(sender) = sender.borrow_mut().take() {
            sender.send(()).unwrap();
        }
    }));
    one.watch(Rc::new(|| {}));
    one.write(vec![write("test/a", 0, Some("x"))]).await.unwrap();
    receiver.await.unwrap();
}

#[wasm_bindgen_test]
async fn a_newer_program_and_a_foreign_one_are_named_and_left_alone() {
    forget("nattoku-test").await.unwrap();
    make("nattoku-test", 99, &Array::of1(&"heads".into())).await.unwrap();
    let error = Database::named("nattoku-test").open().await.unwrap_err();
    assert_eq!(error.failure, Failure::NewerProgram, "{error}");
    forget("nattoku-test").await.unwrap();
    make("nattoku-test", 1, &Array::of1(&"theirs".into())).await.unwrap();
    let error = Database::named("nattoku-test").open().await.unwrap_err();
    assert_eq!(error.failure, Failure::Foreign, "{error}");
    forget("nattoku-test").await.unwrap();
}

#[wasm_bindgen_test]
async fn two_windows_that_make_it_at_once_have_one() {
    forget("nattoku-test").await.unwrap();
    let (one, other) = (Database::named("nattoku-test"), Database::named("nattoku-test"));
    let (first, second) = (one.open(), other.open());
    assert_eq!((first.await, second.await), (Ok(()), Ok(())));
    one.write(vec![write("test/a", 0, Some("x"))]).await.unwrap();
    assert_eq!(other.read(vec!["test/a".into()]).await.unwrap().len(), 1);
}

#[wasm_bindgen_test]
async fn an_entry_that_another_program_damaged_is_passed_on_as_it_is() {
    forget("nattoku-test").await.unwrap();
    let store = Database::named("nattoku-test");
    store.write(vec![write("test/a", 0, Some("whole"))]).await.unwrap();
    let row = Object::new();
    Reflect::set(&row, &"key".into(), &"test/a".into()).unwrap();
    Reflect::set(&row, &"text".into(), &JsValue::from_f64(1.0)).unwrap();
    put("nattoku-test", "texts", &row).await.unwrap();
    let entry = store.read(vec!["test/a".into()]).await.unwrap().remove(0).unwrap();
    assert_eq!((entry.version, entry.text.as_str()), (0, r#"{"key":"test/a","text":1}"#));
}

#[wasm_bindgen_test]
async fn a_connection_that_was_closed_is_opened_anew() {
    forget("nattoku-test").await.unwrap();
    let store = Database::named("nattoku-test");
    store.write(vec![write("test/a", 0, Some("x"))]).await.unwrap();
    // Another program version wants the database: this window lets go of it.
    forget("nattoku-test").await.unwrap();
    assert_eq!(store.read(vec!["test/a".into()]).await.unwrap(), [None], "made anew");
    store.write(vec![write("test/a", 0, Some("y"))]).await.unwrap();
}
