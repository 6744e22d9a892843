//! Several people, one run: marked together, passed round on one tablet, or handed over from their own phones, in any
//! mixture (004-11).
//!
//! What was gathered is a set. Who counts follows from the set and never from the order in which it came: taking the
//! same result twice changes nothing, and a result that came as a code and again as a file is one person. No name is
//! kept, and nothing tells which respondent came how. Here: the set and who counts. What happens to it is `act.rs`,
//! what is taken in `take.rs`, how one way follows another `turn.rs`, which letter a respondent gets `deal.rs`.

mod act;
mod deal;
mod take;
mod turn;

pub use act::GatherAction;
pub use deal::{Given, letter};
pub use take::{Brought, Fit, Unfit, from_code, from_run, result_id};
pub use turn::{Taking, Turn};

pub(super) use deal::dealt;

use super::Stamp;
use super::mark::Mark;
use crate::domain::json::{FromTree, ToTree};
use crate::domain::table::{Seen, Table};

/// How marks came about.
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The group marked once, all together.
    #[default]
    Together,
    /// One person marked on the tablet that goes round.
    PassedRound,
    /// One person marked on a phone of their own.
    OwnPhone,
}

/// The marks of one respondent, put away.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// How they came about.
    #[serde(default)]
    pub way: Way,
    /// Marks by item id; an item without a mark has no entry.
    #[serde(default)]
    pub marks: Table<Mark>,
    /// Notes by item id, as typed.
    #[serde(default)]
    pub notes: Table<String>,
    /// Put away in the middle of a turn without a mark: the notes are kept, and it is nobody's answer.
    #[serde(default)]
    pub aside: bool,
    /// The answer code that says the same marks; empty where there is none.
    #[serde(default)]
    pub code: String,
    /// Which result of which run it was, from a file; empty for a code and for what was marked on this tablet.
    #[serde(default)]
    pub result: String,
    /// When the phone says that it was finished. Compared only with other states of the same result, so that phones
    /// may disagree about the time.
    #[serde(default)]
    pub at: Option<Stamp>,
}

/// Everything that was gathered for one run, and what is done with it.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Gathering {
    /// How the open sheet is being marked.
    #[serde(default)]
    pub way: Way,
    /// What was put away or taken in, by key. Not all of it counts, see [`counted`](Self::counted).
    #[serde(default)]
    pub sheets: Table<Sheet>,
    /// Set while the tablet is on its way to the next person: the key of the sheet put away last. Nothing of earlier
    /// answers may be shown then, and nothing can be marked.
    #[serde(default)]
    pub between: Option<String>,
    /// What the order is shuffled by, any random text. It stays on the device.
    #[serde(default)]
    pub seed: String,
    /// Whether the group chose, asked in plain words, that each person's marks go into the file.
    #[serde(default)]
    pub keep_marks: bool,
}

/// How many respondents came which way. Counts, so that nobody can be found by the way they came.
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Ways {
    /// Marked by the group as one.
    #[serde(default)]
    pub together: u32,
    /// Marked on the tablet that went round.
    #[serde(default)]
    pub passed_round: u32,
    /// Brought from a phone.
    #[serde(default)]
    pub own_phone: u32,
}

impl Ways {
    /// Counts one respondent.
    pub(super) fn add(&mut self, way: Way) {
        *match way {
            Way::Together => &mut self.together,
            Way::PassedRound => &mut self.passed_round,
            Way::OwnPhone => &mut self.own_phone,
        } += 1;
    }

    /// All respondents.
    #[must_use]
    pub fn total(&self) -> u64 {
        u64::from(self.together) + u64::from(self.passed_round) + u64::from(self.own_phone)
    }

    /// Whether nobody was counted: in a run from before there were ways.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.total() == 0
    }
}

impl Gathering {
    /// The sheets that count, one a respondent, with their keys. Of several states of one result the latest counts.
    /// Each result stands for one sheet that was typed with the same code: the two may be one person's.
    #[must_use]
    pub fn counted<'a>(&'a self) -> Vec<(&'a str, &'a Sheet)> {
        let mut seen = Seen::default();
        // By code, how many typed sheets the results stand for.
        let mut in_files: Table<usize> = Table::new();
        let mut latest: Table<(&'a str, &'a Sheet)> = Table::new();
        for (key, sheet) in self.sheets.iter().filter(|(_, sheet)| !sheet.result.is_empty()) {
            if !sheet.code.is_empty() && seen.insert_pair([&sheet.code, &sheet.result]) {
                *in_files.get_or_insert_with(&sheet.code, || 0) += 1;
            }
            let newer =
                latest.get(&sheet.result).is_none_or(|(known, other)| (other.at, *known) < (sheet.at, key));
            if newer {
                latest.insert(sheet.result.clone(), (key, sheet));
            }
        }
        let counts = |&(key, sheet): &(&String, &'a Sheet)| {
            if sheet.aside {
                false
            } else if sheet.result.is_empty() {
                // What was marked here has no code and is always a person of its own.
                let left = in_files.get_or_insert_with(&sheet.code, || 0);
                let covered = *left > 0;
                *left = left.saturating_sub(1);
                !covered
            } else {
                latest.get(&sheet.result).is_some_and(|(known, _)| known == key)
            }
        };
        self.sheets.iter().filter(counts).map(|(key, sheet)| (key.as_str(), sheet)).collect()
    }

    /// The sheets that hold notes and are nobody's answer, with their keys.
    pub(super) fn set_aside(&self) -> impl Iterator<Item = (&str, &Sheet)> {
        self.sheets.iter().filter(|(_, sheet)| sheet.aside).map(|(key, sheet)| (key.as_str(), sheet))
    }
}
