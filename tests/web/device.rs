//! The faces over the device: clock and ids.

use nattoku::browser::{clock, ids};
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_wall_clock_reading_becomes_an_instant_and_back() {
    let at = clock::at_local("2026-11-20", "14:05").unwrap();
    assert_eq!((at.date().as_str(), at.clock().as_str()), ("2026-11-20", "14:05"));
    assert_eq!(clock::at_local(" 2026/1/2 ", "9:7").unwrap().clock(), "09:07");
}

#[wasm_bindgen_test]
fn what_is_no_day_or_time_is_refused() {
    for (date, time) in [
        ("2026-02-30", "10:00"),
        ("2026-13-01", "10:00"),
        ("2026-11-20", "24:00"),
        ("", ""),
        ("きのう", "10:00"),
    ] {
        assert_eq!(clock::at_local(date, time), None, "{date} {time}");
    }
}

#[wasm_bindgen_test]
fn ids_are_random_uuids() {
    let made: BTreeSet<String> = (0..200).map(|_| ids::uuid()).collect();
    assert_eq!(made.len(), 200);
    for id in made {
        let shape: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!((shape.as_slice(), &id[14..15]), ([8, 4, 4, 4, 12].as_slice(), "4"), "{id}");
    }
}
