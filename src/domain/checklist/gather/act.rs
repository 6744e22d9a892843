//! What can happen while several people answer, and what it does to the run.

use super::{Brought, Sheet, Way};
use crate::domain::checklist::action::Step;
use crate::domain::checklist::session::CheckSession;
use crate::domain::table::Table;

/// Everything that can happen while marks are gathered.
#[derive(Clone, Debug, PartialEq)]
pub enum GatherAction {
    /// Says how the open sheet is being marked.
    Way(Way),
    /// Puts the open sheet away and hides it: the tablet goes to the next person. An open sheet of the group that has no
    /// mark is not anybody's and is not put away.
    HandOver {
        /// A fresh id for the sheet; one that was used already changes nothing.
        id: String,
    },
    /// The same for an open sheet that has notes and no mark, left in the middle of a turn: its notes are kept, and nobody
    /// is counted for it.
    PutAside {
        /// A fresh id, as for handing over.
        id: String,
    },
    /// Takes the sheet just put away out again, while the tablet has not been taken up.
    TakeBack,
    /// The next person has the tablet and begins with an empty sheet.
    TakeUp,
    /// Takes in what somebody brought. What is there already stays as it is.
    Take(Brought),
    /// Takes a respondent out again: everything that counts under this key.
    Drop {
        /// Key of the sheet.
        key: String,
    },
    /// Says what the order of the letters is shuffled by: any random text.
    Shuffle {
        /// The seed.
        seed: String,
    },
    /// Says whether each person's marks go into the file, beside the counts.
    KeepMarks(bool),
}

impl CheckSession {
    /// Applies one action of gathering in place.
    pub(in crate::domain::checklist) fn gather(&mut self, action: GatherAction) {
        let gathering = &mut self.gathering;
        match action {
            GatherAction::Way(way) if gathering.between.is_none() => gathering.way = way,
            GatherAction::HandOver { id } => self.hand_over(&id, false),
            GatherAction::PutAside { id } => self.hand_over(&id, true),
            GatherAction::TakeBack => {
                if let Some(sheet) = gathering.between.take().and_then(|key| gathering.sheets.remove(&key)) {
                    (self.marks, self.notes, gathering.way) = (sheet.marks, sheet.notes, sheet.way);
                }
            }
            GatherAction::TakeUp if gathering.between.is_some() => {
                gathering.between = None;
                gathering.way = Way::PassedRound;
                if let Some(first) = self.list.items().next().map(|_| Step::Mark(0)) {
                    self.step = first;
                }
            }
            GatherAction::Take(brought) => {
                for (key, sheet) in brought.sheets {
                    gathering.sheets.get_or_insert_with(&key, || sheet);
                }
            }
            GatherAction::Drop { key } => self.drop_sheet(&key),
            GatherAction::Shuffle { seed } => gathering.seed = seed,
            GatherAction::KeepMarks(keep) => gathering.keep_marks = keep,
            GatherAction::Way(_) | GatherAction::TakeUp => {}
        }
    }

    fn hand_over(&mut self, id: &str, aside: bool) {
        let gathering = &mut self.gathering;
        let key = format!("tablet:{id}");
        let nobodys = if aside {
            self.notes.is_empty() || !self.marks.is_empty()
        } else {
            gathering.way == Way::Together && self.marks.is_empty()
        };
        let used = id.is_empty() || gathering.sheets.contains_key(&key);
        if nobodys || used || gathering.between.is_some() {
            return;
        }
        let sheet = Sheet {
            way: gathering.way,
            aside,
            marks: core::mem::take(&mut self.marks),
            notes: core::mem::take(&mut self.notes),
            ..Sheet::default()
        };
        gathering.sheets.insert(key.clone(), sheet);
        gathering.between = Some(key);
    }

    /// A result leaves with all its states, and with one sheet of each code that would stand for it otherwise.
    fn drop_sheet(&mut self, key: &str) {
        let sheets = &mut self.gathering.sheets;
        let Some(gone) = sheets.remove(key) else { return };
        let of_it = |sheet: &Sheet| !gone.result.is_empty() && sheet.result == gone.result;
        let mut codes: Table<()> = Table::new();
        for sheet in sheets.values().chain([&gone]).filter(|sheet| of_it(sheet) && !sheet.code.is_empty()) {
            codes.insert(sheet.code.clone(), ());
        }
        sheets.retain(|_, sheet| !of_it(sheet));
        for code in codes.keys() {
            let typed = |(_, sheet): &(&String, &Sheet)| sheet.result.is_empty() && sheet.code == *code;
            // The last of those who typed the same, so that the code itself stays known.
            if let Some(key) = sheets.iter().filter(typed).last().map(|(key, _)| key.clone()) {
                sheets.remove(&key);
            }
        }
        if self.gathering.between.as_deref() == Some(key) {
            self.gathering.between = None;
        }
    }
}
