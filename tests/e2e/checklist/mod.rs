//! The ○△× check of a group, from the opening words to the file, with every pointer, by keys, on every window.

mod element;
mod keys;
mod phone;
mod run;
mod silent;

pub use element::{element, two_embeds};
pub use keys::keys;
pub use phone::phone;
pub use run::run;
pub use silent::silent;

use nattoku::domain::checklist::Mark;
use serde_json::{Value, json};

use crate::meeting::Meeting;

/// The marks of a document as it must hold them: in the order of the list, nothing for what has none.
fn as_recorded(meeting: &Meeting<'_>, marks: &[Option<Mark>]) -> Value {
    let given = marks.iter().enumerate().filter_map(|(index, mark)| {
        Some(json!({ "item": meeting.id(index), "respondent": "A", "mark": mark.as_ref()?.value() }))
    });
    given.collect()
}

/// The only run of a document.
#[track_caller]
fn only_run(document: &Value) -> &Value {
    assert_eq!(document["consents"], json!([]), "a check is nobody's consent");
    let runs = document["checklistRuns"].as_array().expect("runs");
    assert_eq!(runs.len(), 1, "one run");
    &runs[0]
}
