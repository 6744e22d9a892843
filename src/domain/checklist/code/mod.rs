//! The answer code: all marks of one person as letters that can be read aloud, typed, or shown as a picture.
//!
//! No name is in it and nothing was said in words. Sixteen letters for the ten items of the salon's list:
//! `ABCD-EFGH-JKMN-PQRS`. The letters and their checks are [`groups`]; what they say, from the first bit on:
//!
//! | bits | what |
//! |---|---|
//! | 2 | layout of the code; 0 is this one |
//! | 7 | which list: the first bits of the SHA-256 of its id |
//! | 8 | its version: major and minor, four bits each; 255 for one that is not written as two numbers below 16 |
//! | 5 | which items: the first bits of the SHA-256 of id, version and all item ids |
//! | 13 | a number that tells apart two people who answered alike; drawn from the id of the result |
//! | 2 each | the marks in list order: 0 nothing, 1 ○, 2 △, 3 × |
//!
//! and zeros up to the end of the last group. Two bits hold four marks exactly, so nothing is gained by packing
//! closer. Three tags (20 bits) must fit before a mark is believed: a code of another list or version is refused by
//! name, because marks found by place would otherwise go to other items.

pub mod groups;
mod qr;

pub use groups::{Misread, so_far, tidy};
pub use qr::{QrCode, qr};

use super::content::Checklist;
use super::mark::Mark;
use super::snapshot::ListSnapshot;
use crate::domain::digest;
use crate::domain::table::Table;

/// The most items a list may have for its marks to be said in a code; it has 44 letters then.
pub const MAX_ITEMS: usize = 60;

/// Bits before the first mark.
const HEADER: [u8; 5] = [2, 7, 8, 5, 13];

/// Stands for a version that is not two numbers below 16.
const UNNUMBERED: u16 = 255;

/// What a code has to know of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListKey {
    /// Id of the list.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Ids of its items in the order they are asked.
    pub items: Vec<String>,
}

impl From<&Checklist> for ListKey {
    fn from(list: &Checklist) -> Self {
        let items = list.items().map(|(_, item)| item.id.clone()).collect();
        Self { id: list.id.clone(), version: list.version.clone(), items }
    }
}

impl From<&ListSnapshot> for ListKey {
    fn from(list: &ListSnapshot) -> Self {
        let items = list.items.iter().map(|item| item.id.clone()).collect();
        Self { id: list.id.clone(), version: list.version.clone(), items }
    }
}

/// Why a code was not written or not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// The letters are not as they were written; which group, where it can be told.
    Misread(Misread),
    /// Written by a newer program, in this layout.
    Newer(u8),
    /// A code of another list.
    OtherList,
    /// A code of this list in another version; which, where it is written as two small numbers.
    OtherVersion(Option<String>),
    /// A code of a list with this id and version, but with other items.
    OtherItems,
    /// More than [`MAX_ITEMS`] items: the result travels as a file.
    TooManyItems(usize),
}

impl CodeError {
    /// The key of the sentence that tells a person what happened.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Misread(Misread::Empty) => "code.empty",
            Self::Misread(Misread::Letter { .. }) => "code.letter",
            Self::Misread(Misread::Length { .. }) => "code.length",
            Self::Misread(Misread::Group { .. }) => "code.group",
            Self::Newer(_) => "code.newer",
            Self::OtherList => "code.other_list",
            Self::OtherVersion(_) => "code.other_version",
            Self::OtherItems => "code.other_items",
            Self::TooManyItems(_) => "code.too_many_items",
        }
    }

    /// The group to look at again, from 1, where it can be told.
    #[must_use]
    pub const fn group(&self) -> Option<usize> {
        match self {
            Self::Misread(
                Misread::Letter { group, .. } | Misread::Length { group } | Misread::Group { group },
            ) => Some(*group),
            _ => None,
        }
    }
}

impl core::fmt::Display for CodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Misread(Misread::Empty) => f.write_str("nothing was typed"),
            Self::Misread(Misread::Letter { group, letter }) => {
                write!(f, "group {group}: no code contains {letter:?}")
            }
            Self::Misread(Misread::Length { group }) => {
                write!(f, "letters are missing or too many, in group {group} or before")
            }
            Self::Misread(Misread::Group { group }) => write!(f, "group {group} does not hold"),
            Self::Newer(layout) => write!(f, "layout {layout}; this program reads layout 0"),
            Self::OtherList => f.write_str("a code of another list"),
            Self::OtherVersion(Some(version)) => write!(f, "a code of version {version} of this list"),
            Self::OtherVersion(None) => f.write_str("a code of another version of this list"),
            Self::OtherItems => f.write_str("a code of a list with other items"),
            Self::TooManyItems(items) => write!(f, "{items} items; a code says at most {MAX_ITEMS}"),
        }
    }
}

impl core::error::Error for CodeError {}

/// What a code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The code as it is written, however it was typed.
    pub code: String,
    /// The number that tells apart people who answered alike, below 8192.
    pub number: u16,
    /// The marks by item id.
    pub marks: Table<Mark>,
}

/// The first 16 bits of a text's SHA-256.
fn hash(text: &str) -> u16 {
    let digest = digest::of_bytes(text.as_bytes());
    let hex = digest.strip_prefix("sha256:").unwrap_or(&digest);
    hex.get(..4).and_then(|head| u16::from_str_radix(head, 16).ok()).unwrap_or(0)
}

/// The number of a result: thirteen bits of the hash of its id.
#[must_use]
pub fn number_of(result: &str) -> u16 {
    hash(result) >> 3
}

/// `1.0` as 16; [`UNNUMBERED`] for what is not two numbers below 16.
fn version_bits(version: &str) -> u16 {
    let small = |part: &str| {
        part.parse::<u16>().ok().filter(|number| *number < 16 && part == number.to_string().as_str())
    };
    let numbers = version.split_once('.').and_then(|(major, minor)| Some((small(major)?, small(minor)?)));
    numbers.map_or(UNNUMBERED, |(major, minor)| major << 4 | minor)
}

impl ListKey {
    /// What a code of this list begins with: layout, list, version, items.
    fn tags(&self) -> [u16; 4] {
        let all = [self.id.as_str(), self.version.as_str()].into_iter();
        let all: Vec<&str> = all.chain(self.items.iter().map(String::as_str)).collect();
        [0, hash(&self.id) >> 9, version_bits(&self.version), hash(&all.join("\n")) >> 11]
    }

    /// How many groups of four letters a code of this list has; `None` for one of more than [`MAX_ITEMS`] items.
    #[must_use]
    pub fn groups(&self) -> Option<usize> {
        (self.items.len() <= MAX_ITEMS).then(|| groups::groups_for(self.values()))
    }

    /// How many values of five bits a code of this list has.
    fn values(&self) -> usize {
        let header: usize = HEADER.iter().map(|bits| usize::from(*bits)).sum();
        (header + 2 * self.items.len()).div_ceil(5)
    }
}

/// Puts the lowest `count` bits of a number at the end, highest first.
fn put(bits: &mut Vec<bool>, number: u16, count: u8) {
    bits.extend((0..count).rev().map(|at| number >> at & 1 == 1));
}

/// Takes the next `count` bits as a number; what is not there is zero.
fn take(bits: &mut dyn Iterator<Item = bool>, count: u8) -> u16 {
    (0..count).fold(0, |number, _| number << 1 | u16::from(bits.next().unwrap_or(false)))
}

/// Writes the marks of one person as a code. Marks on items the list does not have are not said.
///
/// # Errors
/// [`CodeError::TooManyItems`] for a list of more than [`MAX_ITEMS`].
pub fn encode(list: &ListKey, marks: &Table<Mark>, number: u16) -> Result<String, CodeError> {
    if list.items.len() > MAX_ITEMS {
        return Err(CodeError::TooManyItems(list.items.len()));
    }
    let mut bits = Vec::new();
    for (number, count) in list.tags().into_iter().chain([number]).zip(HEADER) {
        put(&mut bits, number, count);
    }
    for item in &list.items {
        let mark = marks.get(item).and_then(|mark| Mark::ALL.iter().position(|known| known == mark));
        put(&mut bits, mark.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0), 2);
    }
    let value =
        |five: &[bool]| (0..5).fold(0, |value, at| value << 1 | u8::from(five.get(at) == Some(&true)));
    Ok(groups::write(&bits.chunks(5).map(value).collect::<Vec<_>>()))
}

/// Reads a typed code of a list. Small letters, full-width letters, gaps, O for 0 and I or L for 1 are understood.
///
/// # Errors
/// Letters that are not as they were written, and codes of another list, version or layout, each by name.
pub fn decode(typed: &str, list: &ListKey) -> Result<Decoded, CodeError> {
    if list.items.len() > MAX_ITEMS {
        return Err(CodeError::TooManyItems(list.items.len()));
    }
    let values = groups::read(typed).map_err(CodeError::Misread)?;
    let mut bits = values.iter().flat_map(|value| (0..5).rev().map(move |at| value >> at & 1 == 1));
    let found = HEADER.map(|count| take(&mut bits, count));
    let own = list.tags();
    if found[0] != own[0] {
        return Err(CodeError::Newer(u8::try_from(found[0]).unwrap_or(u8::MAX)));
    }
    if found[1] != own[1] {
        return Err(CodeError::OtherList);
    }
    if found[2] != own[2] {
        let numbered = found[2] != UNNUMBERED;
        return Err(CodeError::OtherVersion(
            numbered.then(|| format!("{}.{}", found[2] >> 4, found[2] & 15)),
        ));
    }
    if found[3] != own[3] {
        return Err(CodeError::OtherItems);
    }
    let mut marks = Table::new();
    for item in &list.items {
        let mark = usize::from(take(&mut bits, 2)).checked_sub(1).and_then(|at| Mark::ALL.get(at));
        if let Some(mark) = mark {
            marks.insert(item.clone(), *mark);
        }
    }
    // What these marks are written as is what must have been read: no letter more, nothing behind the last mark.
    let code = encode(list, &marks, found[4])?;
    let same = groups::groups_for(values.len()) == groups::groups_for(list.values());
    if !same || groups::read(&code).as_ref() != Ok(&values) {
        return Err(CodeError::OtherItems);
    }
    Ok(Decoded { code, number: found[4], marks })
}
