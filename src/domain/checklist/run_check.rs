//! What is asked of a run before it is believed: every reference resolves, no id twice, counts follow from marks.
//!
//! Nothing is repaired here. What a run is made of is `run.rs`.

use super::error::{ChecklistError, Problem};
use super::run::{ChecklistRun, MarksKept};
use super::talk::ActionState;
use crate::domain::table::Seen;

impl ChecklistRun {
    /// Checks that the run holds together: no id twice, every reference resolves, counts follow from the marks.
    /// The order of `talkAbout` is not compared, so that a later version may order it better.
    ///
    /// # Errors
    /// The first problem, with its place.
    pub fn check(&self) -> Result<(), ChecklistError> {
        if self.id.trim().is_empty() {
            return Err(ChecklistError::at("id", Problem::Empty));
        }
        let items = self.list.items.iter().map(|item| item.id.as_str());
        once(&mut items.map(|id| [id, ""]), &|n| format!("list.items[{n}].id"))?;
        let respondents = self.respondents.iter().map(|one| one.id.as_str());
        once(&mut respondents.map(|id| [id, ""]), &|n| format!("respondents[{n}].id"))?;
        let mut marks = self.marks.iter().map(|entry| [entry.item.as_str(), entry.respondent.as_str()]);
        once(&mut marks, &|n| format!("marks[{n}]"))?;
        let notes = self.notes.iter().map(|entry| entry.item.as_str());
        once(&mut notes.map(|id| [id, ""]), &|n| format!("notes[{n}].item"))?;
        let answers = self.emergency.iter().map(|entry| entry.question.as_str());
        once(&mut answers.map(|id| [id, ""]), &|n| format!("emergency[{n}].question"))?;

        for (n, entry) in self.marks.iter().enumerate() {
            self.known_item(&entry.item, || format!("marks[{n}].item"))?;
            if !self.respondents.iter().any(|one| one.id == entry.respondent) {
                let problem = Problem::UnknownId(entry.respondent.clone());
                return Err(ChecklistError::at(format!("marks[{n}].respondent"), problem));
            }
        }
        for (n, entry) in self.notes.iter().enumerate() {
            self.known_item(&entry.item, || format!("notes[{n}].item"))?;
        }
        for (n, item) in self.rules.iter().enumerate().filter_map(|(n, rule)| Some((n, rule.item.as_ref()?)))
        {
            self.known_item(item, || format!("rules[{n}].item"))?;
        }
        let talk = self.talk.iter().map(|entry| entry.item.as_str());
        once(&mut talk.map(|id| [id, ""]), &|n| format!("talk[{n}].item"))?;
        for (n, entry) in self.talk.iter().enumerate() {
            self.known_item(&entry.item, || format!("talk[{n}].item"))?;
        }
        self.check_actions()?;
        for (n, item) in self.summary.talk_about.iter().enumerate() {
            self.known_item(item, || format!("summary.talkAbout[{n}]"))?;
        }
        self.check_counts()?;
        let derived = self.derived_summary();
        if derived.all != self.summary.all {
            return Err(ChecklistError::at("summary.all", Problem::Contradiction));
        }
        if derived.parts != self.summary.parts {
            return Err(ChecklistError::at("summary.parts", Problem::Contradiction));
        }
        Ok(())
    }

    /// What was decided: each under its own id, about something that was asked, done on a day or not done.
    fn check_actions(&self) -> Result<(), ChecklistError> {
        let actions = self.actions.iter().map(|entry| entry.id.as_str());
        once(&mut actions.map(|id| [id, ""]), &|n| format!("actions[{n}].id"))?;
        for (n, entry) in self.actions.iter().enumerate() {
            if entry.id.is_empty() {
                return Err(ChecklistError::at(format!("actions[{n}].id"), Problem::Empty));
            }
            if let Some(item) = &entry.item {
                self.known_item(item, || format!("actions[{n}].item"))?;
            }
            if (entry.state == ActionState::Done) != entry.done_on.is_some() {
                return Err(contradiction(format!("actions[{n}].doneOn")));
            }
        }
        Ok(())
    }

    /// Marks or counts, never both and never neither: what was to be counted only is not in the file.
    fn check_counts(&self) -> Result<(), ChecklistError> {
        let counted = self.tallies.iter().map(|tally| tally.item.as_str());
        once(&mut counted.map(|id| [id, ""]), &|n| format!("tallies[{n}].item"))?;
        for (n, tally) in self.tallies.iter().enumerate() {
            self.known_item(&tally.item, || format!("tallies[{n}].item"))?;
            let each = [tally.counts.done, tally.counts.trying, tally.counts.not_yet, tally.counts.unmarked];
            if each.iter().map(|count| u64::from(*count)).sum::<u64>() != self.respondents.len() as u64 {
                return Err(contradiction(format!("tallies[{n}].counts")));
            }
        }
        let expected = if self.kept == MarksKept::Counted { self.list.items.len() } else { 0 };
        if self.tallies.len() != expected {
            return Err(contradiction("tallies"));
        }
        if self.kept == MarksKept::Counted && !self.marks.is_empty() {
            return Err(contradiction("marks"));
        }
        if !self.ways.is_unknown() && self.ways.total() != self.respondents.len() as u64 {
            return Err(contradiction("ways"));
        }
        Ok(())
    }

    fn known_item(&self, id: &str, place: impl Fn() -> String) -> Result<(), ChecklistError> {
        if self.list.has(id) {
            return Ok(());
        }
        Err(ChecklistError::at(place(), Problem::UnknownId(id.to_owned())))
    }
}

/// A value that contradicts the rest of the run.
fn contradiction(place: impl Into<String>) -> ChecklistError {
    ChecklistError::at(place, Problem::Contradiction)
}

/// Refuses the second of two equal keys, the first half of which is the id to name in the message.
fn once(
    keys: &mut dyn Iterator<Item = [&str; 2]>,
    place: &dyn Fn(usize) -> String,
) -> Result<(), ChecklistError> {
    let mut seen = Seen::default();
    for (n, key) in keys.enumerate() {
        if !seen.insert_pair(key) {
            return Err(ChecklistError::at(place(n), Problem::DuplicateId(key[0].to_owned())));
        }
    }
    Ok(())
}
