//! What is wrong with a tree, and the words for it. Where it is found out is `node`.

use core::fmt::Display;

/// The longest piece of a foreign text that an error repeats, in characters.
const MAX_QUOTED: usize = 60;

/// A value that does not fit its type: where, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misfit {
    /// Path from the root, such as `consents[0].events[1].decidedAt`; empty for the root itself.
    pub place: String,
    /// What was expected, in English.
    pub cause: String,
}

impl Display for Misfit {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.cause)
        } else {
            write!(f, "{}: {}", self.place, self.cause)
        }
    }
}

impl std::error::Error for Misfit {}

/// The value did not fit. [`Node::refuse`](super::Node::refuse) makes it, and keeps what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {}

/// The beginning of a foreign text.
pub(super) fn quoted(text: &str) -> String {
    text.chars().take(MAX_QUOTED).collect()
}

/// `` `a` ``, `` `a` or `b` ``, `` one of `a`, `b`, `c` ``
pub(super) fn any_of(names: &[&str], more: &[&str]) -> String {
    let names: Vec<String> = names.iter().chain(more).map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [one, other] => format!("{one} or {other}"),
        [] | [_] => names.concat(),
        _ => format!("one of {}", names.join(", ")),
    }
}
