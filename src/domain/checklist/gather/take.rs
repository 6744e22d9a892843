//! Taking in what somebody else's phone wrote: an answer code, or a finished run from a file. Read and matched here,
//! put into the set by [`GatherAction::Take`](super::GatherAction::Take).

use super::{Sheet, Way};
use crate::domain::checklist::code::{self, CodeError, ListKey};
use crate::domain::checklist::content::Checklist;
use crate::domain::checklist::mark::Mark;
use crate::domain::checklist::run::{ChecklistRun, MarksKept};
use crate::domain::digest;
use crate::domain::table::Table;

/// What was brought: one sheet or more, each under the key that makes taking it twice the same as once.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// The sheets by key.
    pub sheets: Table<Sheet>,
    /// How their list fits ours.
    pub fit: Fit,
}

impl Brought {
    /// The same as somebody else's, for a code that was typed already: two people who marked alike may have the same code.
    /// Under the next number that is free in `known`; nothing else changes, so that taking this twice is once.
    #[must_use]
    pub fn of_another(&self, known: &Table<Sheet>) -> Self {
        let free =
            |key: &String| (2..).map(|n: u32| format!("{key}:{n}")).find(|other| !known.contains_key(other));
        let sheets = self.sheets.iter().filter_map(|(key, sheet)| Some((free(key)?, sheet.clone())));
        Self { sheets: sheets.collect(), fit: self.fit.clone() }
    }
}

/// How the list of a result fits the list of this run. Everything is matched by item id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// The other list as `id version`, when it is not this very list.
    pub other: Option<String>,
    /// Ids of our items that were not asked there: they count as not answered.
    pub added: Vec<String>,
    /// Ids of items that were asked there and are not ours: their marks are left out.
    pub removed: Vec<String>,
    /// The same items as they were shown there, in notation and in the same order.
    pub removed_texts: Vec<String>,
}

/// Why a run was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has no item in common with our list; the title of its own, in notation, and its version.
    OtherList {
        /// Title of that list as it was shown.
        title: String,
        /// Its version.
        version: String,
    },
    /// A run of several people that kept counts only: nobody's marks are in it.
    CountsOnly,
    /// Nobody answered in it.
    NobodyInIt,
}

impl Unfit {
    /// The key of the sentence that tells a person what happened.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::OtherList { .. } => "gather.other_list",
            Self::CountsOnly => "gather.counts_only",
            Self::NobodyInIt => "gather.nobody",
        }
    }
}

/// Which result this is, for ever: the run and the respondent in it.
#[must_use]
pub fn result_id(run: &str, respondent: &str) -> String {
    format!("{run}/{respondent}")
}

/// Reads a typed answer code for a list.
///
/// # Errors
/// As [`code::decode`].
pub fn from_code(typed: &str, list: &Checklist) -> Result<Brought, CodeError> {
    let read = code::decode(typed, &ListKey::from(list))?;
    let key = format!("code:{}", read.code);
    let sheet = Sheet { way: Way::OwnPhone, marks: read.marks, code: read.code, ..Sheet::default() };
    Ok(Brought { sheets: Table::from_iter([(key, sheet)]), fit: Fit::default() })
}

/// Takes the respondents of a finished run, for a list that may be another version of theirs, or another list that
/// shares items with it. Notes come with the first respondent; rules and agreements are the group's and are not
/// taken.
///
/// # Errors
/// A run that has nothing to take, by name.
pub fn from_run(run: &ChecklistRun, list: &Checklist) -> Result<Brought, Unfit> {
    if run.kept == MarksKept::Counted {
        return Err(Unfit::CountsOnly);
    }
    if run.respondents.is_empty() {
        return Err(Unfit::NobodyInIt);
    }
    let (theirs, ours) = (ListKey::from(&run.list), ListKey::from(list));
    let without = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|id| !those.contains(id)).cloned().collect()
    };
    let added = without(&ours.items, &theirs.items);
    if added.len() == ours.items.len() {
        return Err(Unfit::OtherList { title: run.list.title.clone(), version: run.list.version.clone() });
    }
    let other = (theirs != ours).then(|| format!("{} {}", theirs.id, theirs.version));
    let removed = without(&theirs.items, &ours.items);
    let shown = run.list.items.iter().filter(|item| removed.contains(&item.id));
    let removed_texts = shown.map(|item| item.text.clone()).collect();
    let fit = Fit { other, added, removed, removed_texts };
    // A sheet of its own is one person's unless it says that more were there.
    let speaks_for_a_group = run.respondents.len() > 1 || run.people.is_some_and(|people| people > 1);
    let group = run.ways.together > 0 && speaks_for_a_group;
    let sheet = |(at, respondent): (usize, &crate::domain::checklist::run::Respondent)| {
        let result = result_id(&run.id, &respondent.id);
        let all: Table<Mark> = run
            .marks
            .iter()
            .filter(|entry| entry.respondent == respondent.id)
            .map(|entry| (entry.item.clone(), entry.mark))
            .collect();
        // Their own code, over their own list: the one the phone shows.
        let code = code::encode(&theirs, &all, code::number_of(&result)).unwrap_or_default();
        let known = |item: &str| ours.items.iter().any(|id| id == item);
        let notes = run.notes.iter().filter(|note| at == 0 && known(&note.item));
        let sheet = Sheet {
            way: if group { Way::Together } else { Way::OwnPhone },
            marks: all.into_iter().filter(|(item, _)| known(item)).collect(),
            notes: notes.map(|note| (note.item.clone(), note.text.clone())).collect(),
            aside: false,
            code,
            at: Some(run.finished_at),
            result,
        };
        let print = digest::of_json(&sheet);
        (format!("file:{}:{}", sheet.result, print.get(7..23).unwrap_or(&print)), sheet)
    };
    Ok(Brought { sheets: run.respondents.iter().enumerate().map(sheet).collect(), fit })
}
