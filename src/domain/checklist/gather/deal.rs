//! Which letter a respondent gets. Shuffled, so that A is not the first who spoke; by the seed alone, so that the same
//! results give the same run whatever order they came in.

use super::Way;
use crate::domain::checklist::mark::Mark;
use crate::domain::digest;
use crate::domain::table::Table;

/// What one respondent gave, wherever it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The key of the sheet; never exported.
    pub key: &'a str,
    /// How the marks came about.
    pub way: Way,
    /// The marks.
    pub marks: &'a Table<Mark>,
    /// The notes.
    pub notes: &'a Table<String>,
}

/// The respondents in the order of their letters: by the hash of seed and key, which nobody can guess and everybody
/// gets again.
pub fn dealt<'a>(mut given: Vec<Given<'a>>, seed: &str) -> Vec<Given<'a>> {
    given.sort_by_cached_key(|one| digest::of_bytes(format!("{seed}\n{}", one.key).as_bytes()));
    given
}

/// The letters of a respondent, by place from 0: A to Z, then AA, AB, … as columns of a table are named.
#[must_use]
pub fn letter(place: usize) -> String {
    let (mut left, mut letters) = (place + 1, Vec::new());
    while left > 0 {
        left -= 1;
        letters.push((b'A'..=b'Z').nth(left % 26).map_or('A', char::from));
        left /= 26;
    }
    letters.iter().rev().collect()
}
