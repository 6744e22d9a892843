//! What leaves a run in progress: its counts as things stand, and the finished run. And the way back in, for drafts.
//!
//! Nothing changes here; what changes a run is `session.rs`.

use super::error::{ChecklistError, Problem};
use super::gather::{Given, Way, Ways, dealt, letter};
use super::parse;
use super::run::{ChecklistRun, EmergencyEntry, MarkEntry, MarksKept, NoteEntry, Respondent, RuleEntry};
use super::session::CheckSession;
use super::snapshot::ListSnapshot;
use super::split::{Split, splits};
use super::summary::{Counts, ItemTally, Summary};
use super::talk::{ActionEntry, TalkEntry};
use crate::domain::day::Day;
use crate::domain::json::Unknown;
use crate::domain::table::Table;
use crate::domain::text::Wording;

/// The key of the open sheet, which has no other yet.
const OPEN: &str = "open";

/// Whether a text says anything.
fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

impl CheckSession {
    /// Reads a draft back.
    ///
    /// # Errors
    /// JSON of another shape, a list [`Checklist::validate`](super::Checklist::validate) refuses, or marks, notes, answers or a step that the
    /// list does not have. What was there before is the caller's to keep.
    pub fn restore(draft: &str) -> Result<Self, ChecklistError> {
        let (session, _): (Self, _) = parse::from_json(draft)?;
        session
            .list
            .validate()
            .map_err(|error| ChecklistError::at(format!("list.{}", error.place), error.problem))?;
        let about = session.talk.actions.iter().filter_map(|one| one.item.as_ref()).collect();
        let mut asked: Vec<(String, Vec<&String>)> = vec![
            ("marks".to_owned(), session.marks.keys().collect()),
            ("notes".to_owned(), session.notes.keys().collect()),
            ("talk.said".to_owned(), session.talk.said.keys().collect()),
            ("talk.actions".to_owned(), about),
        ];
        for (key, sheet) in session.gathering.sheets.iter() {
            asked.push((format!("gathering.sheets.{key}.marks"), sheet.marks.keys().collect()));
            asked.push((format!("gathering.sheets.{key}.notes"), sheet.notes.keys().collect()));
        }
        for (place, ids) in asked {
            if let Some(id) = ids.into_iter().find(|id| session.list.item(id).is_none()) {
                return Err(ChecklistError::at(place, Problem::UnknownId(id.clone())));
            }
        }
        if let Some(key) =
            session.gathering.between.as_ref().filter(|key| !session.gathering.sheets.contains_key(key))
        {
            return Err(ChecklistError::at("gathering.between", Problem::UnknownId(key.clone())));
        }
        if let Some(id) = session.emergency.keys().find(|id| session.list.question(id).is_none()) {
            return Err(ChecklistError::at("emergency", Problem::UnknownId(id.clone())));
        }
        if let Some(id) = session
            .rules
            .iter()
            .filter_map(|rule| rule.item.as_ref())
            .find(|id| session.list.item(id).is_none())
        {
            return Err(ChecklistError::at("rules", Problem::UnknownId(id.clone())));
        }
        if !session.has_step(session.step) {
            return Err(ChecklistError::at("step", Problem::Contradiction));
        }
        if session.finished_at.is_some() && session.run_id.is_none() {
            return Err(ChecklistError::at("runId", Problem::Contradiction));
        }
        Ok(session)
    }

    /// Everybody who answered, in no order that means anything. The open sheet counts once it has a mark, or as long
    /// as it is the only one; a sheet that goes round only once somebody marked on it or handed it over.
    #[must_use]
    pub fn given(&self) -> Vec<Given<'_>> {
        let mut given: Vec<_> = self
            .gathering
            .counted()
            .into_iter()
            .map(|(key, sheet)| Given { key, way: sheet.way, marks: &sheet.marks, notes: &sheet.notes })
            .collect();
        let alone = given.is_empty() && self.gathering.way != Way::PassedRound;
        if alone || !self.marks.is_empty() {
            given.push(Given { key: OPEN, way: self.gathering.way, marks: &self.marks, notes: &self.notes });
        }
        given
    }

    /// The counts of every item over all respondents, in list order.
    #[must_use]
    pub fn tallies(&self) -> Vec<Counts> {
        let given = self.given();
        let count = |item: &str| {
            given.iter().fold(Counts::default(), |mut counts, one| {
                counts.add(one.marks.get(item).copied());
                counts
            })
        };
        self.list.items().map(|(_, item)| count(&item.id)).collect()
    }

    /// Counts and what to talk about, as things stand.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let items = self.list.items().zip(self.tallies());
        Summary::of(&mut items.map(|((part, item), counts)| (part.id.as_str(), item.id.as_str(), counts)))
    }

    /// Where the answers split, as things stand: what to talk about first comes first.
    #[must_use]
    pub fn splits(&self) -> Vec<Split> {
        let items = self.list.items().zip(self.tallies());
        splits(&mut items.map(|((_, item), counts)| (item.id.as_str(), counts)))
    }

    /// Whether each person's marks will be in the file: when the group chose so, or when there is one sheet only that
    /// did not go round.
    #[must_use]
    pub fn keeps_marks(&self) -> bool {
        let one = self.gathering.counted().is_empty() && self.gathering.way != Way::PassedRound;
        one || self.gathering.keep_marks
    }

    /// The finished run, ready to export, with the list's text in the reading it was shown in. Blank notes, rules,
    /// actions and answers say nothing and are left out; everything else is there as typed. Rules and actions get the
    /// day of the run as theirs.
    ///
    /// # Errors
    /// [`Problem::NotFinished`] while the run is open.
    pub fn to_run(&self, reading: Wording) -> Result<ChecklistRun, ChecklistError> {
        let (Some(id), Some(finished_at)) = (self.run_id.clone(), self.finished_at) else {
            return Err(ChecklistError::at(".", Problem::NotFinished));
        };
        let list = ListSnapshot::of(&self.list, reading);
        let day = Day::parse(&finished_at.date()).ok();
        // The id of the run is as random as a seed, for a run that was given none.
        let seed = if self.gathering.seed.is_empty() { &id } else { &self.gathering.seed };
        let given = dealt(self.given(), seed);
        let mut ways = Ways::default();
        given.iter().for_each(|one| ways.add(one.way));
        let kept = if self.keeps_marks() { MarksKept::Each } else { MarksKept::Counted };
        let (mut marks, mut tallies) = (Vec::new(), Vec::new());
        // In list order, so that a person reading the JSON meets the items as they were asked.
        for ((_, item), counts) in self.list.items().zip(self.tallies()) {
            if kept == MarksKept::Counted {
                tallies.push(ItemTally { item: item.id.clone(), counts });
                continue;
            }
            marks.extend(given.iter().enumerate().filter_map(|(place, one)| {
                let mark = *one.marks.get(&item.id)?;
                Some(MarkEntry { item: item.id.clone(), respondent: letter(place), mark })
            }));
        }
        let talk = self.list.items().filter_map(|(_, item)| {
            let text = self.talk.said.get(&item.id).filter(|text| said(text))?.clone();
            Some(TalkEntry { item: item.id.clone(), text })
        });
        let emergency = self.list.emergency.questions.iter().filter_map(|question| {
            let text = self.emergency.get(&question.id).filter(|text| said(text))?.clone();
            Some(EmergencyEntry { question: question.id.clone(), text })
        });
        let rules = self.rules.iter().filter(|rule| said(&rule.text));
        let actions = self.talk.actions.iter().filter(|entry| said(&entry.text));
        Ok(ChecklistRun {
            id,
            started_at: self.started_at,
            finished_at,
            list,
            respondents: (0..given.len()).map(|place| Respondent { id: letter(place) }).collect(),
            ways,
            people: self.talk.people,
            kept,
            marks,
            tallies,
            notes: self.all_notes(&given),
            talk: talk.collect(),
            rules: rules.map(|rule| RuleEntry { day: rule.day.or(day), ..rule.clone() }).collect(),
            actions: actions.map(|entry| ActionEntry { day: entry.day.or(day), ..entry.clone() }).collect(),
            emergency: emergency.collect(),
            next: self.talk.next,
            reported: self.talk.reported.clone().filter(|one| said(&one.to)),
            follows: self.talk.follows.clone(),
            summary: self.summary(),
            unknown: Unknown::default(),
        })
    }

    /// What was noted about an item, a text a person, as typed; in the order of the letters, so that nothing tells who
    /// wrote first. Blank notes say nothing and are left out.
    #[must_use]
    pub fn notes_on(&self, item: &str) -> Vec<&str> {
        noted(&self.note_sources(&dealt(self.given(), &self.gathering.seed)), item)
    }

    /// The notes by item, those of several people one below the other in the order of the letters.
    fn all_notes(&self, given: &[Given<'_>]) -> Vec<NoteEntry> {
        let sources = self.note_sources(given);
        let note = |item: &str| {
            let texts = noted(&sources, item);
            (!texts.is_empty()).then(|| NoteEntry { item: item.to_owned(), text: texts.join("\n") })
        };
        self.list.items().filter_map(|(_, item)| note(&item.id)).collect()
    }

    /// Where notes stand, in the order of those who gave them.
    fn note_sources<'a>(&'a self, given: &[Given<'a>]) -> Vec<&'a Table<String>> {
        // What the group wrote down while it talked stands on an open sheet that has no marks.
        let open = given.iter().all(|one| one.key != OPEN).then_some(&self.notes);
        let aside = self.gathering.set_aside().map(|(key, sheet)| Given {
            key,
            way: sheet.way,
            marks: &sheet.marks,
            notes: &sheet.notes,
        });
        let aside = dealt(aside.collect(), &self.gathering.seed);
        given.iter().chain(&aside).map(|one| one.notes).chain(open).collect()
    }
}

/// The notes on one item that say something.
fn noted<'a>(sources: &[&'a Table<String>], item: &str) -> Vec<&'a str> {
    let texts = sources.iter().filter_map(|notes| notes.get(item)).filter(|text| said(text));
    texts.map(String::as_str).collect()
}
