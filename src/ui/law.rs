//! The dated legal data as the screens need it: read once, named in the words of the person.
//!
//! What it says is decided in [`crate::domain::law`]; no screen names one of its ids.

use super::wording::Words;
use crate::domain::law::{Choice, Gentle, Law};
use std::sync::LazyLock;

static LAW: LazyLock<Law> = LazyLock::new(Law::current);
// Apart from the law, so that a check carries nothing else of it.
static GENTLE: LazyLock<Vec<Gentle>> = LazyLock::new(Gentle::current);

/// The law as it came with this version.
#[must_use]
pub fn law() -> &'static Law {
    &LAW
}

/// What the words in a note are about that call for a second thought.
#[must_use]
pub fn second_thoughts(text: &str) -> Vec<&'static Gentle> {
    Gentle::found(&GENTLE, text)
}

/// What a form calls an id, in ruby notation. An id of another version is shown as it is written.
#[must_use]
pub fn named(choices: &[Choice], id: &str, words: Words) -> String {
    let known = choices.iter().find(|choice| choice.id == id);
    known.map_or_else(|| id.to_owned(), |choice| words.pick(&choice.name).to_owned())
}

/// Several ids by name, in the order of the form rather than of the ticks.
#[must_use]
pub fn all_named(choices: &[Choice], ids: &[String], words: Words) -> String {
    let known = choices.iter().filter(|choice| ids.contains(&choice.id)).map(|choice| choice.id.as_str());
    let unknown = ids.iter().map(String::as_str).filter(|id| choices.iter().all(|choice| choice.id != *id));
    list(known.chain(unknown).map(|id| named(choices, id, words)))
}

/// Names one after another.
#[must_use]
pub fn list(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join("、")
}
