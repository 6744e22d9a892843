//! What every entry of a document's lists can do, of whatever kind it is: remember what it came as, and be written with
//! that again.

use crate::domain::json::Value;

/// One entry of a list of the document.
pub(super) trait Entry {
    /// The entry as a tree, with what other programs wrote in it.
    fn written(&self) -> Value;

    /// Remembers the tree it was read from.
    fn came_as(&mut self, tree: &Value);
}

/// A list of the document as a tree.
pub(super) fn trees<'a>(entries: impl Iterator<Item = &'a dyn Entry>) -> Value {
    Value::Array(entries.map(Entry::written).collect())
}

/// Tells every entry what it was read from.
pub(super) fn remember<'a>(came: &Value, entries: impl Iterator<Item = &'a mut dyn Entry>) {
    entries.enumerate().for_each(|(index, entry)| entry.came_as(&came[index]));
}
