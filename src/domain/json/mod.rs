//! The one door between JSON text and typed values, and the one place that says where a value does not fit.
//!
//! Every type passes through a tree ([`Value`]), by [`FromTree`] and [`ToTree`]. serde's derives would do the same
//! with four times the code in the page (see `ARCHITECTURE.md`); they are there for hosts, by way of the same tree.
//! What must not live here: anything about a particular type.

#[cfg(not(target_arch = "wasm32"))]
pub mod host;
mod layout;
mod misfit;
mod node;
mod number;
mod parse;
mod read;
mod unknown;
mod write;

pub use misfit::{Misfit, Refused};
pub use node::{Members, Node};
pub use parse::NotJson;
pub use read::{Fill, FromTree};
pub use unknown::Unknown;
pub use write::{Object, ToTree, carried, object, without};

pub use nattoku_derive::{FromTree, ToTree};
pub use serde_json::Value;

use std::cell::Cell;

/// Reads JSON text as a tree.
///
/// # Errors
/// When the text is no JSON; the error has the line and column.
pub fn parse(text: &str) -> Result<Value, NotJson> {
    // A byte order mark is what Windows' editor leaves when a file was looked at there.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    parse::parse(text)
}

/// Fits a tree into a type.
///
/// # Errors
/// Names the first place that does not fit: `consents[0].events[1].decidedAt`.
pub fn fit<T: FromTree>(value: &Value) -> Result<T, Misfit> {
    let misfit = Cell::new(None);
    // A refusal always leaves a misfit behind; an empty one would stand for a refusal carried over from elsewhere.
    T::from_tree(&Node::root(value, &misfit)).map_err(|Refused { .. }| misfit.take().unwrap_or_default())
}

/// Writes a value as a tree.
#[must_use]
pub fn tree(value: &dyn ToTree) -> Value {
    value.to_tree()
}

/// Writes a value as JSON text in one line, its fields in alphabetical order.
#[must_use]
pub fn text(value: &dyn ToTree) -> String {
    layout::line(&value.to_tree())
}

/// Writes a value as JSON text for people: indented, its fields in alphabetical order, a list of numbers in one line.
#[must_use]
pub fn page(value: &dyn ToTree) -> String {
    layout::page(&value.to_tree())
}

/// Writes a value as canonical JSON (RFC 8785), the bytes that digests are made of.
#[must_use]
pub fn canonical(value: &dyn ToTree) -> String {
    let mut out = String::new();
    layout::canonical(&mut out, &value.to_tree());
    out
}
