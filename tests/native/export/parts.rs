//! What is too large for one file goes into several: each can be taken in, and together they say the same.

use super::*;
use nattoku::domain::export::{MAX_BYTES, merge};

/// A group's records of many years.
fn many(count: usize) -> Document {
    let consents = (0..count).flat_map(|n| {
        consents().into_iter().map(move |mut consent| {
            consent.id = format!("{}-{n}", consent.id);
            consent
        })
    });
    let runs = (0..count).map(|n| run(&format!("run-{n}")));
    document(consents.collect(), runs.collect())
}

#[test]
fn what_fits_stays_one_file() {
    let whole = full();
    let parts = whole.parts(MAX_BYTES);
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].to_json(), whole.to_json());
}

#[test]
fn several_files_are_each_within_the_limit_and_say_together_what_one_would() {
    let whole = many(12);
    let most = whole.to_json().len() / 3;
    let parts = whole.parts(most);
    assert!(parts.len() >= 3, "{}", parts.len());
    let mut together = document(vec![], vec![]);
    for part in &parts {
        let text = part.to_json();
        assert!(text.len() <= most, "{} of {most}", text.len());
        // Read by a new device, the chain of each record is looked at again.
        let taken = accepted(&text);
        assert!(taken.doubts.iter().all(|doubt| *doubt != Doubt::Document), "{:?}", taken.doubts);
        together = merge(&together, taken.document).unwrap().0;
    }
    let ids = |document: &Document| document.pieces();
    assert_eq!(ids(&together), ids(&whole));
}

#[test]
fn what_goes_out_is_no_larger_than_what_came_in() {
    let line = full().to_json();
    let indented = serde_json::to_string_pretty(&tree_of(&full())).unwrap();
    assert!(!line.contains('\n') && line.len() * 5 < indented.len() * 4);
    assert_eq!(accepted(&indented).document.to_json().len(), line.len());
    assert!(accepted(&line).document.to_json().len() <= line.len());
}
