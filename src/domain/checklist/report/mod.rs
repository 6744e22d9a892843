//! The page for the committee (004-13): what the group found and what it will do, on one sheet. Counts and splits, never
//! respondents: a report has no place where a letter could stand, nor the notes that single people wrote.
//!
//! Data here, rows and CSV text in `table.rs`. How it looks on paper is the interface's.

mod table;

pub use table::{ReportWords, csv};

use super::run::{ChecklistRun, EmergencyEntry, RuleEntry};
use super::split::{Agreement, splits};
use super::summary::{Counts, PartCounts};
use super::talk::{ActionEntry, Reported, Standing};
use crate::domain::day::Day;

/// One item of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportItem {
    /// Its number in the list, from 1.
    pub number: usize,
    /// Its id.
    pub item: String,
    /// Id of its part.
    pub part: String,
    /// Its words as shown, in notation.
    pub text: String,
    /// Its answers.
    pub counts: Counts,
    /// How they lie.
    pub agreement: Agreement,
    /// What was said about it.
    pub said: Option<String>,
}

/// Everything on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Name of the list as shown, in notation.
    pub title: String,
    /// Id and version of the list.
    pub list: String,
    /// The day of the run.
    pub day: Option<Day>,
    /// How many sheets were answered.
    pub respondents: usize,
    /// How many people were there, where that was said.
    pub people: Option<u32>,
    /// All answers.
    pub all: Counts,
    /// All answers by part.
    pub parts: Vec<PartCounts>,
    /// The items in the order of [`splits`]: what to talk about first.
    pub items: Vec<ReportItem>,
    /// The group's rules, each with its day and item.
    pub rules: Vec<RuleEntry>,
    /// What the group will do, as it stands today: overdue, open, done.
    pub actions: Vec<(ActionEntry, Standing)>,
    /// The emergency agreement.
    pub emergency: Vec<EmergencyEntry>,
    /// The day of the next check.
    pub next: Option<Day>,
    /// Where the result is taken.
    pub reported: Option<Reported>,
}

impl Report {
    /// The report of a run, with its actions as they stand today.
    #[must_use]
    pub fn of(run: &ChecklistRun, today: Day) -> Self {
        let tallies = run.list.items.iter().zip(run.tallies());
        let order = splits(&mut tallies.map(|(item, counts)| (item.id.as_str(), counts)));
        let item = |split: super::split::Split| {
            let place = run.list.items.iter().position(|item| item.id == split.item)?;
            let asked = run.list.items.get(place)?;
            let said = run.talk.iter().find(|entry| entry.item == split.item);
            Some(ReportItem {
                number: place + 1,
                part: asked.part.clone(),
                text: asked.text.clone(),
                said: said.map(|entry| entry.text.clone()),
                item: split.item,
                counts: split.counts,
                agreement: split.agreement,
            })
        };
        let summary = run.derived_summary();
        Self {
            title: run.list.title.clone(),
            list: format!("{} {}", run.list.id, run.list.version),
            day: run.day(),
            respondents: run.respondents.len(),
            people: run.people,
            all: summary.all,
            parts: summary.parts,
            items: order.into_iter().filter_map(item).collect(),
            rules: run.rules.clone(),
            actions: run.actions_on(today),
            emergency: run.emergency.clone(),
            next: run.next,
            reported: run.reported.clone(),
        }
    }

    /// The items that split, the widest first.
    pub fn to_talk_about(&self) -> impl Iterator<Item = &ReportItem> {
        self.items.iter().filter(|item| item.agreement == Agreement::Split)
    }
}
