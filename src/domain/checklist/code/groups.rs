//! Letters in groups of four with their checks: what a person reads aloud, and where it was read wrongly.
//!
//! The letters are Crockford's: digits and capitals without I, L, O and U. Each stands for an element of the field
//! with 32 elements (modulo x⁵ + x² + 1; α = 2 generates it). Every group ends in a check, the last one in two:
//!
//! - check of a group: α⁰a + α¹b + α²c + α³d, plus, of the group before it, α⁰a + α²b + α⁴c + α⁶d, is nothing;
//! - second check of the last group: α⁰a + α²b + α⁴c + α⁶d of its own is nothing.
//!
//! What follows, and is proven letter by letter in `tests/native/checklist/code.rs`:
//!
//! - **One wrong letter is always found, and its group named.** Its weight is never nothing, and the groups before it
//!   still hold: the first group that does not hold is the one.
//! - **Two exchanged neighbours are always found, and the group of the first named.** Inside a group their weights
//!   differ; across two groups the first has one wrong letter.
//! - **Any two wrong letters are always found.** In two groups, by the first; in one, because its own check and the next
//!   one would ask for the same letter twice.
//! - A group can be checked as soon as it was typed, without the ones after it.
//!
//! What must not live here: what the letters say.

/// The letters in the order of their values.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters in a group.
pub const GROUP: usize = 4;

/// What is wrong with letters, before anything was read from them. Groups count from 1, as people do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// Nothing was typed.
    Empty,
    /// A character no code contains.
    Letter {
        /// The group it stands in.
        group: usize,
        /// The character as typed.
        letter: char,
    },
    /// Letters are missing or too many in this group or before it.
    Length {
        /// The group.
        group: usize,
    },
    /// This group was not read as it was written.
    Group {
        /// The group.
        group: usize,
    },
}

/// Multiplies in the field of 32 elements.
const fn times(a: u8, b: u8) -> u8 {
    let (mut a, mut b, mut sum) = (a, b, 0);
    while b > 0 {
        if b & 1 == 1 {
            sum ^= a;
        }
        a <<= 1;
        if a & 0b10_0000 != 0 {
            a ^= 0b10_0101;
        }
        b >>= 1;
    }
    sum
}

/// α to a power.
const fn alpha(power: u8) -> u8 {
    let (mut value, mut left) = (1, power % 31);
    while left > 0 {
        value = times(value, 2);
        left -= 1;
    }
    value
}

/// The sum of a group's letters, each by α to its place times `step`.
fn sum(group: &[u8], step: u8) -> u8 {
    (0..).zip(group).fold(0, |sum, (place, letter)| sum ^ times(alpha(place * step), *letter))
}

/// How many groups carry so many values: three in each, two in the last.
#[must_use]
pub const fn groups_for(values: usize) -> usize {
    (values + 1).div_ceil(GROUP - 1)
}

/// Writes values (each below 32) with their checks, groups joined by `-`. What is left of the last group is zero.
#[must_use]
pub fn write(values: &[u8]) -> String {
    let groups = groups_for(values.len());
    let mut values = values.iter().copied().chain(core::iter::repeat(0));
    let mut next = || values.next().unwrap_or(0) & 31;
    let (mut before, mut out) = ([0; GROUP], String::new());
    for at in 1..=groups {
        let mut group = [next(), next(), 0, 0];
        if at < groups {
            group[2] = next();
            // α³d = the rest
            group[3] = times(sum(&group, 1) ^ sum(&before, 2), alpha(31 - 3));
        } else {
            // α²c + α³d = own and α⁴c + α⁶d = again; the first by α², added to the second, leaves d alone.
            let (own, again) = (sum(&group, 1) ^ sum(&before, 2), sum(&group, 2));
            // 1 / (α⁵ + α⁶): every element but nothing is its own inverse's inverse by the 30th power.
            let inverse = (0..30).fold(1, |power, _| times(power, alpha(5) ^ alpha(6)));
            group[3] = times(again ^ times(alpha(2), own), inverse);
            group[2] = times(own ^ times(alpha(3), group[3]), alpha(31 - 2));
        }
        if at > 1 {
            out.push('-');
        }
        out.extend(group.iter().map(|value| char::from(LETTERS[usize::from(*value)])));
        before = group;
    }
    out
}

/// A typed letter by its value. Small and full-width letters are capitals, O is 0, I and L are 1.
fn value(letter: char) -> Option<u8> {
    let half = match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0)?,
        other => other,
    };
    let capital = match half.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = LETTERS.iter().position(|known| char::from(*known) == capital)?;
    u8::try_from(at).ok()
}

/// What people put between groups: spaces of all widths, hyphens, dashes, the long vowel mark, dots.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '‐'..='―' | '−' | '－' | 'ー' | 'ｰ' | '_' | '.' | '・' | '\u{FEFF}')
}

/// What somebody types, as a code is written: capitals in groups of four. A character that no code contains stays, so that
/// it can be named.
#[must_use]
pub fn tidy(typed: &str) -> String {
    let mut tidy = String::new();
    for (at, letter) in typed.chars().filter(|c| !is_gap(*c)).enumerate() {
        if at > 0 && at.is_multiple_of(GROUP) {
            tidy.push('-');
        }
        let known = value(letter).and_then(|value| LETTERS.get(usize::from(value)));
        tidy.push(known.map_or(letter, |known| char::from(*known)));
    }
    tidy
}

/// The place of the caret after [`tidy`], for a caret with `before` in front of it.
#[must_use]
pub fn caret(before: &str) -> usize {
    tidy(before).chars().count()
}

/// The place of a letter among the 32 in the order of their values, from 0, for whoever spells a code out.
#[must_use]
pub fn place(letter: char) -> Option<usize> {
    value(letter).map(usize::from)
}

/// The typed letters by value, in order.
fn values(typed: &str) -> Result<Vec<u8>, Misread> {
    let mut found = Vec::new();
    for letter in typed.chars().filter(|c| !is_gap(*c)) {
        let group = found.len() / GROUP + 1;
        found.push(value(letter).ok_or(Misread::Letter { group, letter })?);
    }
    if found.is_empty() { Err(Misread::Empty) } else { Ok(found) }
}

/// The first whole group whose check does not hold, from 1; `ends` says that the last one is the end of the code.
fn first_wrong(letters: &[u8], ends: bool) -> Option<usize> {
    let (whole, _) = letters.as_chunks::<GROUP>();
    let mut before = [0; GROUP];
    for (at, group) in whole.iter().enumerate() {
        let last = ends && at + 1 == whole.len();
        if sum(group, 1) ^ sum(&before, 2) != 0 || (last && sum(group, 2) != 0) {
            return Some(at + 1);
        }
        before = *group;
    }
    None
}

/// What is wrong so far while somebody types: a letter no code has, or a whole group that does not hold. The last
/// group is not yet known to be the last.
///
/// # Errors
/// As [`read`], but a code may still go on.
pub fn so_far(typed: &str) -> Result<(), Misread> {
    match values(typed) {
        Ok(letters) => first_wrong(&letters, false).map_or(Ok(()), |group| Err(Misread::Group { group })),
        Err(Misread::Empty) => Ok(()),
        Err(misread) => Err(misread),
    }
}

/// Reads letters back as values, without the checks.
///
/// # Errors
/// Names the first group that does not hold.
pub fn read(typed: &str) -> Result<Vec<u8>, Misread> {
    let letters = values(typed)?;
    let even = letters.len().is_multiple_of(GROUP);
    if let Some(group) = first_wrong(&letters, even) {
        return Err(if even { Misread::Group { group } } else { Misread::Length { group } });
    }
    if !even {
        return Err(Misread::Length { group: letters.len() / GROUP + 1 });
    }
    let (groups, _) = letters.as_chunks::<GROUP>();
    let data = |(at, group): (usize, &[u8; GROUP])| {
        let kept = if at + 1 == groups.len() { GROUP - 2 } else { GROUP - 1 };
        group[..kept].to_vec()
    };
    Ok(groups.iter().enumerate().flat_map(data).collect())
}
