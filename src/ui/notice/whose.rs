//! Whether an explanation is as it came with the program.

use crate::domain::notice::{Notice, NoticeSnapshot};

/// What is to be said about an explanation that is not one of the built-in ones as it came; nothing about those.
#[must_use]
pub fn whose(snapshot: &NoticeSnapshot, changed: &'static str, own: &'static str) -> Option<&'static str> {
    let edited = Notice::BUILTIN.contains(&snapshot.id.as_str());
    snapshot.modified.then_some(if edited { changed } else { own })
}
