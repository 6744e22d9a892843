//! A group's own list while it is being written: parts, items and sub-points in both registers, in the frame (marks, opening
//! words, emergency agreement) of a list that is there. ○△× stays what is asked.
//!
//! Ids are given once and never again, so that runs before and after a change are compared item by item. What can
//! happen to a list is `act.rs`, how a file is read `read.rs`, where something stands in it `spot.rs`; here is its state,
//! what is wrong with it, and the list that comes out.

mod act;
mod read;
mod shape;
mod spot;

pub use act::{ListAction, Place, edit};
pub use read::{Unsound, read};
pub use spot::{Spot, in_order};

use super::code::MAX_ITEMS;
use super::content::Checklist;
use super::error::{ChecklistError, Problem};
use super::parse;
use crate::domain::json::{FromTree, ToTree};
use crate::domain::text::{Text, bare_kanji_column, parse as parse_text, placeholders};
use crate::domain::{digest, json};

/// The longest title, item or sub-point, in characters of its notation.
pub const MAX_CHARS: usize = 400;

/// The state of a list being written. Serialisable as a draft.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct ListDraft {
    /// The list so far. Not a list to be asked before [`finish`](Self::finish) said so: words may be missing.
    pub list: Checklist,
    /// The number of the next new id.
    pub next: u32,
    /// What it was made from, when an existing list is changed: its digest and version.
    #[serde(default)]
    pub from: Option<Origin>,
}

/// The list a draft was made from.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// Its digest.
    pub digest: String,
    /// Its version.
    pub version: String,
}

impl ListDraft {
    /// An empty list of that id, one part in it, in the frame of another list. The frame gives its marks, opening words,
    /// rules prompt and emergency agreement; its items and cases stay behind.
    #[must_use]
    pub fn new(id: &str, frame: &Checklist) -> Self {
        let mut list = frame.clone();
        (list.id, list.version, list.title) = (id.to_owned(), "1.0".to_owned(), Text::default());
        list.cases.cards.clear();
        list.lists.clear();
        let mut draft = Self { list, next: 1, from: None };
        draft.add_part();
        draft
    }

    /// A list that is there, to be changed. What was asked under an id before must mean the same after.
    #[must_use]
    pub fn of(list: &Checklist) -> Self {
        let prefix = format!("{}.", list.id);
        let ids = list.lists.iter().flat_map(|part| {
            let items = part.items.iter();
            let inside = items.flat_map(|item| {
                [item.id.as_str()].into_iter().chain(item.points.iter().map(|p| p.id.as_str()))
            });
            [part.id.as_str()].into_iter().chain(inside)
        });
        let numbers = ids.filter_map(|id| id.strip_prefix(&prefix)?.parse::<u32>().ok());
        let next = numbers.max().map_or(1, |last| last.saturating_add(1));
        let from = Some(Origin { digest: list.digest(), version: list.version.clone() });
        let mut list = list.clone();
        // Short words that merely repeat the statement go on repeating it when the statement is changed.
        for item in list.lists.iter_mut().flat_map(|part| part.items.iter_mut()) {
            if item.short.plain == item.text.plain {
                item.short.plain.clear();
            }
            if item.short.easy == item.text.easy {
                item.short.easy.clear();
            }
            if item.short.en == item.text.en {
                item.short.en = None;
            }
        }
        Self { list, next, from }
    }

    /// A new list that begins as a copy of another, under an id of its own. The items keep theirs, so that what both
    /// ask is compared.
    #[must_use]
    pub fn copy(id: &str, list: &Checklist) -> Self {
        let mut copy = list.clone();
        (copy.id, copy.version) = (id.to_owned(), "1.0".to_owned());
        Self { from: None, ..Self::of(&copy) }
    }

    /// The path of a part, an item or a sub-point: `lists[0].items[2]`.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<String> {
        for (p, part) in self.list.lists.iter().enumerate() {
            if part.id == id {
                return Some(format!("lists[{p}]"));
            }
            for (i, item) in part.items.iter().enumerate() {
                if item.id == id {
                    return Some(format!("lists[{p}].items[{i}]"));
                }
                if let Some(at) = item.points.iter().position(|point| point.id == id) {
                    return Some(format!("lists[{p}].items[{i}].points[{at}]"));
                }
            }
        }
        None
    }

    /// What the ids of this list begin with: two lists of one's own never share one by chance.
    fn prefix(&self) -> String {
        format!("{}.", self.list.id)
    }

    /// Reads a draft back.
    ///
    /// # Errors
    /// JSON of another shape. Missing words are no error: the draft is not finished.
    pub fn restore(draft: &str) -> Result<Self, ChecklistError> {
        parse::from_json(draft).map(|(draft, _)| draft)
    }

    /// Everything that keeps the list from being asked, each with its place: what [`Checklist::problems`] names, too many
    /// items, words that are too long, readings that are missing. Nothing else may be wrong with what was typed here.
    #[must_use]
    pub fn problems(&self) -> Vec<ChecklistError> {
        let mut found = problems_of(&self.whole(), false);
        // Where the statement stands in, it is named itself.
        found.retain(|error| !self.stands_in(&error.place));
        found
    }

    /// Whether short words at this place are only those of the statement.
    fn stands_in(&self, place: &str) -> bool {
        let spot = Spot::of(place);
        let item =
            spot.part.zip(spot.item).and_then(|(part, item)| self.list.lists.get(part)?.items.get(item));
        match (item, spot.rest.as_str()) {
            (Some(item), "short") => {
                let words = spot.reading.map(|reading| item.short.get(reading));
                words.is_some_and(|words| words.trim().is_empty())
            }
            (Some(item), "short.en") => item.short.en.is_none(),
            _ => false,
        }
    }

    /// The list, ready to be asked. A changed list gets a version of its own; an unchanged one keeps its version.
    ///
    /// # Errors
    /// Everything [`problems`](Self::problems) names.
    pub fn finish(&self) -> Result<Checklist, Vec<ChecklistError>> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut list = self.whole();
        if let Some(from) = &self.from {
            list.version = from.version.clone();
            if list.digest() != from.digest {
                list.version = version_after(&from.version);
            }
        }
        Ok(list)
    }

    /// The list with the item's own words where it has no short ones.
    #[must_use]
    pub fn whole(&self) -> Checklist {
        let mut list = self.list.clone();
        for item in list.lists.iter_mut().flat_map(|part| part.items.iter_mut()) {
            let blank = |words: &str| words.trim().is_empty();
            if blank(&item.short.plain) {
                item.short.plain.clone_from(&item.text.plain);
            }
            if blank(&item.short.easy) {
                item.short.easy.clone_from(&item.text.easy);
            }
            if item.short.en.as_deref().is_none_or(blank) {
                item.short.en.clone_from(&item.text.en);
            }
        }
        list
    }
}

/// Everything that is wrong with a list of one's own; words that were `typed` here, or all of a file.
fn problems_of(list: &Checklist, file: bool) -> Vec<ChecklistError> {
    let mut found = list.problems();
    let items = list.items().count();
    if items > MAX_ITEMS {
        found.push(ChecklistError::at("lists", Problem::TooMany(items)));
    }
    let typed = |place: &str| place == "title" || place.starts_with("lists[");
    for (place, text) in list.texts() {
        let typed = typed(&place);
        if !typed && !file {
            continue;
        }
        for (key, words) in
            [("plain", Some(&text.plain)), ("easy", Some(&text.easy)), ("en", text.en.as_ref())]
        {
            let Some(words) = words else { continue };
            if let Some(problem) = problem_of(words, key == "easy", typed) {
                found.push(ChecklistError::at(format!("{place}.{key}"), problem));
            }
        }
    }
    found
}

/// The name of the file a list is saved as. Title and id were written by people; neither is in it.
#[must_use]
pub fn file_name(list: &Checklist) -> String {
    let short: String = digest::of_json(list).trim_start_matches("sha256:").chars().take(8).collect();
    format!("nattoku-list-{short}.json")
}

/// The list as the text of a file, which [`read`] takes in again.
#[must_use]
pub fn to_file(list: &Checklist) -> String {
    json::page(list)
}

/// What is wrong with words that were typed; empty ones are named elsewhere. How long the words around them may be is
/// left to whoever writes a file.
fn problem_of(words: &str, easy: bool, typed: bool) -> Option<Problem> {
    let chars = words.chars().count();
    if typed && chars > MAX_CHARS {
        return Some(Problem::TooLong(chars));
    }
    match parse_text(words) {
        Err(error) => Some(Problem::Notation(error.to_string())),
        Ok(pieces) if placeholders(&pieces).next().is_some() => {
            Some(Problem::Notation("double braces: nothing is filled in here".into()))
        }
        Ok(pieces) if easy => bare_kanji_column(&pieces).map(Problem::NoReading),
        Ok(_) => None,
    }
}

/// The list as it takes the place of what was kept of it, also where that is not what it was made from: the version goes
/// above the kept one's, so that no two texts have the same. Where both say the same, the kept one stays.
#[must_use]
pub fn in_place_of(list: &Checklist, kept: &Checklist) -> Checklist {
    let mut next = Checklist { version: kept.version.clone(), ..list.clone() };
    if next != *kept {
        next.version = match is_above(&list.version, &kept.version) {
            true => list.version.clone(),
            false => version_after(&kept.version),
        };
    }
    next
}

/// Whether both versions are numbers with points or hyphens between, and the first one is the higher.
fn is_above(version: &str, other: &str) -> bool {
    let numbers = |version: &str| {
        version.split(['.', '-']).map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<_>>>()
    };
    numbers(version).zip(numbers(other)).is_some_and(|(one, other)| one > other)
}

/// The version after this one: `1.0` → `1.1`, `1.15` → `2.0` (an answer code tells numbers below 16 apart), `2026-11` →
/// `2026-11.1`.
fn version_after(version: &str) -> String {
    let split = version.rsplit_once('.').and_then(|(head, tail)| Some((head, tail.parse::<u32>().ok()?)));
    match split {
        Some((head, 15)) if head.parse::<u32>().is_ok() => {
            format!("{}.0", head.parse::<u32>().unwrap_or(0).saturating_add(1))
        }
        Some((head, tail)) => format!("{head}.{}", tail.saturating_add(1)),
        None => format!("{version}.1"),
    }
}
