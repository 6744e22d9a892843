//! What is shown stands here at once; what is told to be kept is on the disk; what was refused is not forgotten.

use super::rigged::{Rigged, finish, run, spawn};
use nattoku::app::{
    keeper::{Keeper, Told},
    memory::Memory,
    store::{Change, Failure},
};
use proptest::prelude::*;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// A window that reads everything, opened.
fn window(store: &Rigged) -> Rc<Keeper> {
    let keeper = Keeper::new(Rc::new(store.clone()), spawn, &["early/", ""]);
    let opened = keeper.clone();
    // A store that refuses to open is a matter of its own test.
    let _ = finish(async move {
        opened.open().await?;
        opened.read_rest().await
    });
    keeper
}

/// Everything a window is told from here on.
fn told(keeper: &Rc<Keeper>) -> Rc<RefCell<Vec<Told>>> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let into = heard.clone();
    let listening = keeper.listen(Rc::new(move |told: &Told| into.borrow_mut().push(told.clone())));
    // For the life of the test.
    core::mem::forget(listening);
    heard
}

fn texts(memory: &Memory) -> Vec<(String, String)> {
    memory.texts()
}

fn pair(key: &str, text: &str) -> (String, String) {
    (key.to_owned(), text.to_owned())
}

fn conflict(key: &str) -> Failure {
    Failure::Conflict(key.to_owned())
}

#[test]
fn nothing_is_told_to_be_kept_before_the_store_says_so() {
    let (memory, keeper) = {
        let memory = Memory::new();
        let store = Rigged::onto(&memory);
        (store.clone(), window(&store))
    };
    let heard = told(&keeper);
    memory.wait();
    keeper.put(&keeper.hold("draft"), "はい".into());
    run();
    assert_eq!(keeper.get("draft").as_deref(), Some("はい"), "it is shown");
    assert_eq!((heard.take(), texts(&memory.memory)), (vec![], vec![]), "and nobody is told anything yet");
    memory.go_on();
    assert_eq!(heard.take(), [Told::Kept(vec!["draft".into()])]);
    assert_eq!(texts(&memory.memory), [pair("draft", "はい")]);
}

#[test]
fn while_the_store_is_busy_only_the_latest_of_a_draft_is_written() {
    let store = Rigged::onto(&Memory::new());
    let keeper = window(&store);
    let hold = keeper.hold("draft");
    store.wait();
    for text in ["1", "2", "3", "4"] {
        keeper.put(&hold, text.into());
        run();
    }
    store.go_on();
    assert_eq!(store.written().len(), 2, "the one that was on its way, and the latest");
    assert_eq!(texts(&store.memory), [pair("draft", "4")]);
}

#[test]
fn batches_that_say_the_same_entries_anew_do_not_queue_up() {
    let store = Rigged::onto(&Memory::new());
    let keeper = window(&store);
    store.wait();
    let outcomes: Vec<_> = ["1", "2", "3", "4"]
        .into_iter()
        .map(|text| {
            let kept = keeper.commit(vec![(keeper.hold("words"), Change::Put(text.into()))]);
            run();
            kept
        })
        .collect();
    store.go_on();
    assert_eq!(store.written().len(), 2, "the one that was on its way, and the latest");
    assert_eq!(texts(&store.memory), [pair("words", "4")]);
    for outcome in outcomes {
        assert_eq!(finish(outcome), Ok(()), "whoever waits is told");
    }
}

#[test]
fn a_record_and_the_end_of_its_draft_are_one_write() {
    let store = Rigged::onto(&Memory::new());
    let keeper = window(&store);
    let draft = keeper.hold("draft");
    keeper.put(&draft, "はい".into());
    run();
    store.written();
    let batch = vec![(keeper.hold("record"), Change::Put("はい".into())), (draft, Change::Remove)];
    assert_eq!(finish(keeper.commit(batch)), Ok(()));
    assert_eq!(store.written(), [["record", "draft"]]);
    assert_eq!(texts(&store.memory), [pair("record", "はい")]);
}

#[test]
fn what_was_refused_stays_and_is_written_with_the_next() {
    for failure in [Failure::NoRoom, Failure::Broken] {
        let store = Rigged::onto(&Memory::new());
        let keeper = window(&store);
        let heard = told(&keeper);
        store.order([Some(failure.clone())]);
        keeper.put(&keeper.hold("one"), "1".into());
        run();
        assert!(
            matches!(&heard.take()[..], [Told::NotKept(keys, error)] if keys == &["one"] && error.failure == failure)
        );
        assert_eq!((keeper.get("one").as_deref(), keeper.is_kept()), (Some("1"), false));
        keeper.put(&keeper.hold("two"), "2".into());
        run();
        assert!(keeper.is_kept());
        assert_eq!(texts(&store.memory), [pair("one", "1"), pair("two", "2")]);
    }
}

#[test]
fn what_is_too_large_does_not_keep_the_device_from_what_is_small() {
    let store = Rigged::onto(&Memory::new());
    let keeper = window(&store);
    store.refuse(Some("large"));
    keeper.put(&keeper.hold("large"), "…".into());
    run();
    keeper.put(&keeper.hold("small"), "1".into());
    run();
    assert_eq!(texts(&store.memory), [pair("small", "1")]);
    assert!(!keeper.is_kept(), "the large one is still missing");
    store.refuse(None);
    finish({
        let keeper = keeper.clone();
        async move { keeper.settle().await }
    });
    assert!(keeper.is_kept());
    assert_eq!(texts(&store.memory), [pair("large", "…"), pair("small", "1")]);
}

#[test]
fn the_second_of_two_windows_is_refused_and_told() {
    let memory = Memory::new();
    let (one, two) = (window(&Rigged::onto(&memory)), window(&Rigged::onto(&memory)));
    let (first, second) = (one.hold("draft"), two.hold("draft"));
    one.put(&first, "ひとり".into());
    run();
    assert_eq!(two.get("draft").as_deref(), Some("ひとり"), "the other window knows it");
    let heard = told(&two);
    two.put(&second, "べつの人".into());
    run();
    let heard = heard.take();
    assert!(
        matches!(&heard[..], [.., Told::NotKept(keys, error)] if keys == &["draft"] && error.failure == conflict("draft")),
        "{heard:?}"
    );
    assert_eq!(two.get("draft").as_deref(), Some("ひとり"), "what is there is shown, not what was refused");
    // However often it tries: its text is not written over the other's.
    two.put(&second, "べつの人".into());
    run();
    assert_eq!(texts(&memory), [pair("draft", "ひとり")]);
}

#[test]
fn one_draft_taken_up_in_two_windows_becomes_one_record() {
    let memory = Memory::new();
    let (one, two) = (window(&Rigged::onto(&memory)), window(&Rigged::onto(&memory)));
    one.put(&one.hold("draft"), "はい".into());
    run();
    let record = |keeper: &Rc<Keeper>, name: &str| {
        vec![(keeper.hold(name), Change::Put("はい".into())), (keeper.hold("draft"), Change::Remove)]
    };
    // Both took it up before either was done.
    let (first, second) = (record(&one, "record-1"), record(&two, "record-2"));
    assert_eq!(finish(one.commit(first)), Ok(()));
    let refused = finish(two.commit(second)).unwrap_err();
    assert_eq!(refused.failure, conflict("draft"));
    assert_eq!(texts(&memory), [pair("record-1", "はい")]);
    assert_eq!(two.get("record-2"), None, "what was not recorded is not shown");
}

#[test]
fn what_another_window_removed_is_gone_here() {
    let memory = Memory::new();
    let (one, two) = (window(&Rigged::onto(&memory)), window(&Rigged::onto(&memory)));
    one.put(&one.hold("record"), "はい".into());
    run();
    let heard = told(&two);
    one.remove(&one.hold("record"));
    run();
    assert_eq!((two.get("record"), heard.take()), (None, vec![Told::Changed(vec!["record".into()])]));
}

#[test]
fn a_store_that_cannot_be_opened_is_told_and_tried_again() {
    for failure in [
        Failure::Forbidden,
        Failure::NewerProgram,
        Failure::Blocked,
        Failure::Foreign,
        Failure::NoRoom,
        Failure::Broken,
    ] {
        let store = Rigged::onto(&Memory::new());
        store.refuse_opening(Some(failure.clone()));
        let keeper = window(&store);
        assert_eq!(keeper.closed().map(|error| error.failure), Some(failure.clone()));
        let heard = told(&keeper);
        keeper.put(&keeper.hold("draft"), "はい".into());
        run();
        assert!(matches!(&heard.take()[..], [Told::NotKept(_, error)] if error.failure == failure));
        assert_eq!(keeper.get("draft").as_deref(), Some("はい"), "nothing in memory is thrown away");
        store.refuse_opening(None);
        keeper.put(&keeper.hold("other"), "1".into());
        run();
        assert_eq!(texts(&store.memory), [pair("draft", "はい"), pair("other", "1")]);
        assert!(keeper.is_kept());
    }
}

#[test]
fn a_store_that_was_closed_under_our_hands_is_opened_anew() {
    let store = Rigged::onto(&Memory::new());
    let keeper = window(&store);
    store.order([Some(Failure::Closed)]);
    keeper.put(&keeper.hold("one"), "1".into());
    run();
    assert!(!keeper.is_kept());
    keeper.put(&keeper.hold("two"), "2".into());
    run();
    assert_eq!(texts(&store.memory), [pair("one", "1"), pair("two", "2")]);
}

#[test]
fn entries_keep_their_order_however_often_they_are_written() {
    let memory = Memory::new();
    let one = window(&Rigged::onto(&memory));
    for key in ["b", "a", "c", "b"] {
        one.put(&one.hold(key), "x".into());
        run();
    }
    assert_eq!(one.keys(""), ["b", "a", "c"]);
    assert_eq!(window(&Rigged::onto(&memory)).keys(""), ["b", "a", "c"], "and after the next start");
}

/// What two windows do, in any order, with a store that refuses now and then.
#[derive(Clone, Debug)]
enum Deed {
    Put { window: usize, key: usize },
    Remove { window: usize, key: usize },
    Refuse,
    Fresh { window: usize },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        4 => (0..2_usize, 0..3_usize).prop_map(|(window, key)| Deed::Put { window, key }),
        1 => (0..2_usize, 0..3_usize).prop_map(|(window, key)| Deed::Remove { window, key }),
        1 => Just(Deed::Refuse),
        1 => (0..2_usize).prop_map(|window| Deed::Fresh { window }),
    ];
    proptest::collection::vec(deed, 1..40)
}

proptest! {
    /// Whatever was told to be kept last of an entry is what the disk says of it.
    #[test]
    fn what_is_told_to_be_kept_is_on_the_disk(deeds in deeds()) {
        let memory = Memory::new();
        let stores = [Rigged::onto(&memory), Rigged::onto(&memory)];
        let mut windows = stores.each_ref().map(window);
        let mut heard = windows.each_ref().map(told);
        let mut kept: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (n, deed) in deeds.into_iter().enumerate() {
            match deed {
                Deed::Put { window, key } => {
                    let keeper = &windows[window];
                    keeper.put(&keeper.hold(&format!("k{key}")), n.to_string());
                }
                Deed::Remove { window, key } => {
                    let keeper = &windows[window];
                    keeper.remove(&keeper.hold(&format!("k{key}")));
                }
                Deed::Refuse => stores.iter().for_each(|store| store.order([Some(Failure::NoRoom)])),
                Deed::Fresh { window: at } => {
                    windows[at] = window(&stores[at]);
                    heard[at] = told(&windows[at]);
                }
            }
            run();
            for (keeper, heard) in windows.iter().zip(&heard) {
                for told in heard.take() {
                    if let Told::Kept(keys) = told {
                        keys.into_iter().for_each(|key| { let text = keeper.get(&key); kept.insert(key, text); });
                    }
                }
            }
            let disk: BTreeMap<String, String> = memory.texts().into_iter().collect();
            for (key, text) in &kept {
                prop_assert_eq!(disk.get(key), text.as_ref(), "{}", key);
            }
        }
    }
}
