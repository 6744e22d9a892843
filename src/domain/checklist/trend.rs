//! Since last time: what moved, what was done, and how it went over all runs.
//!
//! Lists are matched by item id, whatever their version; items that came or went are named and compared with nothing.
//! Nobody's answer is followed from run to run: letters are shuffled every time, and only distributions are compared.

use super::content::Checklist;
use super::run::ChecklistRun;
use super::session::CheckSession;
use super::snapshot::{ListSnapshot, SnapshotItem};
use super::summary::Counts;
use super::talk::{ActionEntry, Standing};
use crate::domain::day::Day;
use core::cmp::Ordering;

/// Where the answers on an item went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Away from × or towards ○, and nothing the other way.
    Forward,
    /// Away from ○ or towards ×, and nothing the other way.
    Back,
    /// Both: fewer × and fewer ○, or more of both.
    Both,
    /// The same distribution.
    Same,
    /// Nobody answered then, or nobody now.
    Unknown,
}

impl Moved {
    /// Stable name, for words and class names.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Back => "back",
            Self::Both => "both",
            Self::Same => "same",
            Self::Unknown => "unknown",
        }
    }

    /// Compares two distributions at their two boundaries: how much of the group says ○, and how much says ×. Shares
    /// are compared crosswise, so that groups of different size are comparable; missing answers take no part.
    #[must_use]
    pub fn between(before: Counts, after: Counts) -> Self {
        let (then, now) = (u64::from(before.answered()), u64::from(after.answered()));
        if then == 0 || now == 0 {
            return Self::Unknown;
        }
        let more = |before: u32, after: u32| (u64::from(after) * then).cmp(&(u64::from(before) * now));
        let done = more(before.done, after.done);
        let not_yet = more(before.not_yet, after.not_yet).reverse();
        match (done, not_yet) {
            (Ordering::Equal, Ordering::Equal) => Self::Same,
            (Ordering::Less, Ordering::Greater) | (Ordering::Greater, Ordering::Less) => Self::Both,
            (Ordering::Greater, _) | (_, Ordering::Greater) => Self::Forward,
            _ => Self::Back,
        }
    }
}

/// One item then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemMove {
    /// Id of the item.
    pub item: String,
    /// The answers then.
    pub before: Counts,
    /// The answers now.
    pub after: Counts,
    /// Where they went.
    pub moved: Moved,
}

/// What changed since an earlier run.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// Id of the earlier run.
    pub run: String,
    /// The day of the earlier run.
    pub day: Option<Day>,
    /// The items of both, in the order of the list now; empty when the lists have nothing in common.
    pub items: Vec<ItemMove>,
    /// Ids of the items that were not asked then.
    pub added: Vec<String>,
    /// The items that are not asked any more, with the words they were asked in.
    pub removed: Vec<SnapshotItem>,
    /// Everything that was to be done then or is to be done now, as it stands today: overdue, then open, then done.
    pub actions: Vec<(ActionEntry, Standing)>,
}

/// What is there now, from a run in progress or a finished one.
struct Now<'a> {
    items: Vec<(&'a str, Counts)>,
    actions: &'a [ActionEntry],
}

fn since(before: &ChecklistRun, now: &Now<'_>, today: Day) -> Since {
    let then: Vec<(&SnapshotItem, Counts)> = before.list.items.iter().zip(before.tallies()).collect();
    let counts_then = |id: &str| then.iter().find(|(item, _)| item.id == id).map(|(_, counts)| *counts);
    let (mut items, mut added) = (Vec::new(), Vec::new());
    for (item, after) in &now.items {
        match counts_then(item) {
            Some(before) => items.push(ItemMove {
                item: (*item).to_owned(),
                before,
                after: *after,
                moved: Moved::between(before, *after),
            }),
            None => added.push((*item).to_owned()),
        }
    }
    let gone = |item: &&SnapshotItem| now.items.iter().all(|(known, _)| *known != item.id);
    let forgotten = before.actions.iter().filter(|old| now.actions.iter().all(|new| new.id != old.id));
    Since {
        run: before.id.clone(),
        day: before.day(),
        items,
        added,
        removed: before.list.items.iter().filter(gone).cloned().collect(),
        actions: standing(&mut forgotten.chain(now.actions), today),
    }
}

/// Actions as they stand on a day: overdue, open, done, each in the order they came.
fn standing(actions: &mut dyn Iterator<Item = &ActionEntry>, today: Day) -> Vec<(ActionEntry, Standing)> {
    let mut all: Vec<_> = actions.map(|entry| (entry.clone(), entry.standing(today))).collect();
    all.sort_by_key(|(_, standing)| *standing);
    all
}

impl CheckSession {
    /// What changed since an earlier run, as things stand today.
    #[must_use]
    pub fn since(&self, before: &ChecklistRun, today: Day) -> Since {
        let items = self.list.items().zip(self.tallies());
        let items = items.map(|((_, item), counts)| (item.id.as_str(), counts)).collect();
        since(before, &Now { items, actions: &self.talk.actions }, today)
    }
}

impl ChecklistRun {
    /// What changed since an earlier run, as things stand today.
    #[must_use]
    pub fn since(&self, before: &Self, today: Day) -> Since {
        let items = self.list.items.iter().zip(self.tallies());
        let items = items.map(|(item, counts)| (item.id.as_str(), counts)).collect();
        since(before, &Now { items, actions: &self.actions }, today)
    }

    /// The group's actions as they stand on a day: overdue, open, done.
    #[must_use]
    pub fn actions_on(&self, today: Day) -> Vec<(ActionEntry, Standing)> {
        standing(&mut self.actions.iter(), today)
    }
}

/// The runs of a list, of whatever version, and of others that share items with it (with an addition behind it, a list is
/// another one), in the order they were finished, by the clocks that said so; by id where those say the same. What one
/// person handed over is part of another run and not among them.
#[must_use]
pub fn in_order<'a>(runs: &'a [ChecklistRun], list: &ListSnapshot) -> Vec<&'a ChecklistRun> {
    let shares =
        |run: &ChecklistRun| run.list.id == list.id || run.list.items.iter().any(|item| list.has(&item.id));
    let mut found: Vec<&ChecklistRun> =
        runs.iter().filter(|run| shares(run) && !run.is_handed_over()).collect();
    found.sort_by(|one, other| order(one, other));
    found
}

/// The series that the runs of a device make, each by its latest run: none is in two of them, unless it shares items with
/// lists that share none with each other.
#[must_use]
pub fn latest_of_each(runs: &[ChecklistRun]) -> Vec<&ChecklistRun> {
    let mut all: Vec<&ChecklistRun> = runs.iter().filter(|run| !run.is_handed_over()).collect();
    all.sort_by(|one, other| order(other, one));
    let (mut latest, mut told) = (Vec::new(), Vec::<&str>::new());
    for run in all {
        if !told.contains(&run.id.as_str()) {
            told.extend(in_order(runs, &run.list).iter().map(|run| run.id.as_str()));
            latest.push(run);
        }
    }
    latest
}

/// Which run was finished first.
fn order(one: &ChecklistRun, other: &ChecklistRun) -> Ordering {
    (one.finished_at, &one.id).cmp(&(other.finished_at, &other.id))
}

/// One run in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesRun {
    /// Id of the run.
    pub run: String,
    /// The day it was finished.
    pub day: Option<Day>,
    /// How many answered.
    pub respondents: usize,
    /// All answers of the run to what the list asks; what only another list asked is compared with nothing.
    pub all: Counts,
}

/// One item over all runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesItem {
    /// Id of the item.
    pub item: String,
    /// Its words when it was asked last, in notation.
    pub text: String,
    /// Its answers, one entry a run; none where it was not asked.
    pub counts: Vec<Option<Counts>>,
}

/// How it went over all runs of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The runs, oldest first.
    pub runs: Vec<SeriesRun>,
    /// The items of the latest run in its order, then those that are not asked any more.
    pub items: Vec<SeriesItem>,
}

/// How it went with a list over runs that [`in_order`] put in order.
#[must_use]
pub fn series(runs: &[&ChecklistRun], list: &ListSnapshot) -> Series {
    let tallies: Vec<Vec<Counts>> = runs.iter().map(|run| run.tallies()).collect();
    let mut items: Vec<SeriesItem> = Vec::new();
    for (at, run) in runs.iter().enumerate().rev() {
        for (place, item) in run.list.items.iter().enumerate() {
            let known = items.iter_mut().position(|known| known.item == item.id).unwrap_or_else(|| {
                let counts = vec![None; runs.len()];
                items.push(SeriesItem { item: item.id.clone(), text: item.text.clone(), counts });
                items.len() - 1
            });
            items[known].counts[at] = tallies[at].get(place).copied();
        }
    }
    let run = |(run, tallies): (&&ChecklistRun, &Vec<Counts>)| {
        let asked = run.list.items.iter().zip(tallies).filter(|(item, _)| list.has(&item.id));
        let all = asked.fold(Counts::default(), |all, (_, counts)| all.and(*counts));
        SeriesRun { run: run.id.clone(), day: run.day(), respondents: run.respondents.len(), all }
    };
    Series { runs: runs.iter().zip(&tallies).map(run).collect(), items }
}

impl Checklist {
    /// Whether a run asked anything that this list asks.
    #[must_use]
    pub fn shares_items_with(&self, run: &ChecklistRun) -> bool {
        run.list.items.iter().any(|item| self.item(&item.id).is_some())
    }

    /// The latest run of this list or of another that shares items with it: a group that switched an addition on or off
    /// since met as the same group.
    #[must_use]
    pub fn last_run<'a>(&self, runs: &'a [ChecklistRun]) -> Option<&'a ChecklistRun> {
        let fits = |run: &&ChecklistRun| {
            !run.is_handed_over() && (run.list.id == self.id || self.shares_items_with(run))
        };
        runs.iter().filter(fits).max_by(|one, other| order(one, other))
    }
}
