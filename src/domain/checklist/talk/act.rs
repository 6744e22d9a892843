//! What can happen while the group talks, and what it does to the run.

use std::rc::Rc;

use super::{ActionEntry, ActionState, Reported};
use crate::domain::checklist::run::{ChecklistRun, RuleEntry};
use crate::domain::checklist::session::{CheckSession, set};
use crate::domain::day::Day;

/// Everything that can happen while the group talks. An action entry is named by its id.
#[derive(Clone, Debug, PartialEq)]
pub enum TalkAction {
    /// Sets what was said about an item; empty text removes it.
    Said {
        /// Id of the item.
        item: String,
        /// The whole text.
        text: String,
    },
    /// Begins an action, still empty.
    Plan {
        /// A fresh id; one that was used already changes nothing.
        id: String,
        /// Id of the item it grew out of.
        item: Option<String>,
    },
    /// Says what will be done.
    What {
        /// Id of the action.
        id: String,
        /// The whole text.
        text: String,
    },
    /// Says by which role; empty text for nobody yet.
    Role {
        /// Id of the action.
        id: String,
        /// The whole text.
        text: String,
    },
    /// Says until when.
    Due {
        /// Id of the action.
        id: String,
        /// The day; none for no day.
        day: Option<Day>,
    },
    /// It was done.
    Done {
        /// Id of the action.
        id: String,
        /// On which day.
        day: Day,
    },
    /// It was not done after all.
    Undone {
        /// Id of the action.
        id: String,
    },
    /// Takes an action out.
    Unplan {
        /// Id of the action.
        id: String,
    },
    /// Puts an action back that was taken out. One whose id is there changes nothing.
    Replan {
        /// Where it stood; after the last where there are fewer now.
        index: usize,
        /// The action as it was.
        entry: ActionEntry,
    },
    /// How many people are there.
    People(Option<u32>),
    /// The day of the next check.
    Next(Option<Day>),
    /// Where the result is taken, and when it was. Without a body it says nothing and is left out of the run.
    Report {
        /// To which body.
        to: String,
        /// On which day, once it happened.
        day: Option<Day>,
    },
    /// Goes on from an earlier run: its rules, its actions that are not done, and its emergency agreement come over
    /// where this run has none of its own. Following the same run again changes nothing.
    Follow(Rc<ChecklistRun>),
    /// Goes on from no run after all: what came over goes again, except for what was rewritten since.
    Unfollow,
}

impl CheckSession {
    /// Applies one action of talking in place.
    pub(in crate::domain::checklist) fn converse(&mut self, action: TalkAction) {
        match action {
            TalkAction::Said { item, text } => {
                if self.list.item(&item).is_some() {
                    set(&mut self.talk.said, item, text);
                }
            }
            TalkAction::Plan { id, item } => {
                if !id.is_empty() && self.talk.actions.iter().all(|known| known.id != id) {
                    let item = item.filter(|item| self.list.item(item).is_some());
                    self.talk.actions.push(ActionEntry { id, item, ..ActionEntry::default() });
                }
            }
            TalkAction::What { id, text } => self.change(&id, |entry| entry.text = text),
            TalkAction::Role { id, text } => {
                self.change(&id, |entry| entry.role = (!text.is_empty()).then_some(text));
            }
            TalkAction::Due { id, day } => self.change(&id, |entry| entry.due = day),
            TalkAction::Done { id, day } => self.change(&id, |entry| {
                (entry.state, entry.done_on) = (ActionState::Done, Some(day));
            }),
            TalkAction::Undone { id } => self.change(&id, |entry| {
                (entry.state, entry.done_on) = (ActionState::Open, None);
            }),
            TalkAction::Unplan { id } => self.talk.actions.retain(|entry| entry.id != id),
            TalkAction::Replan { index, mut entry } => {
                if !entry.id.is_empty() && self.talk.actions.iter().all(|known| known.id != entry.id) {
                    entry.item = entry.item.filter(|item| self.list.item(item).is_some());
                    self.talk.actions.insert(index.min(self.talk.actions.len()), entry);
                }
            }
            TalkAction::People(people) => self.talk.people = people,
            TalkAction::Next(day) => self.talk.next = day,
            TalkAction::Report { to, day } => {
                // While the name is typed anew the day stays; a run leaves a blank name out.
                self.talk.reported = (!to.is_empty() || day.is_some()).then_some(Reported { to, day });
            }
            TalkAction::Follow(run) => self.follow(&run),
            TalkAction::Unfollow => self.unfollow(),
        }
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut ActionEntry)) {
        if let Some(entry) = self.talk.actions.iter_mut().find(|entry| entry.id == id) {
            change(entry);
        }
    }

    fn follow(&mut self, run: &Rc<ChecklistRun>) {
        if self.talk.follows.as_deref() == Some(run.id.as_str()) {
            return;
        }
        self.talk.follows = Some(run.id.clone());
        self.before = Some(run.clone());
        let day = run.day();
        let known = |item: &Option<String>| item.clone().filter(|id| self.list.item(id).is_some());
        let mut rules: Vec<_> = Vec::new();
        for rule in &run.rules {
            if self.rules.iter().chain(&rules).all(|own| own.text != rule.text) {
                let mut rule = rule.clone();
                (rule.item, rule.day) = (known(&rule.item), rule.day.or(day));
                rules.push(rule);
            }
        }
        let open = run.actions.iter().filter(|entry| entry.state == ActionState::Open);
        let mut actions: Vec<_> = Vec::new();
        for entry in open.filter(|entry| self.talk.actions.iter().all(|own| own.id != entry.id)) {
            let mut entry = entry.clone();
            (entry.item, entry.day) = (known(&entry.item), entry.day.or(day));
            actions.push(entry);
        }
        // What was agreed before stands before what is agreed now.
        self.rules.splice(0..0, rules);
        self.talk.actions.splice(0..0, actions);
        for answer in &run.emergency {
            if self.list.question(&answer.question).is_some()
                && !self.emergency.contains_key(&answer.question)
            {
                self.emergency.insert(answer.question.clone(), answer.text.clone());
            }
        }
    }

    fn unfollow(&mut self) {
        self.talk.follows = None;
        let Some(run) = self.before.take() else { return };
        let day = run.day();
        // A rule of today has no day yet, so the same words said again today stay.
        let came = |rule: &RuleEntry| {
            rule.day.is_some()
                && run.rules.iter().any(|old| old.text == rule.text && old.day.or(day) == rule.day)
        };
        self.rules.retain(|rule| !came(rule));
        // What the group has rewritten since is the group's own; that something was done is about the run that goes.
        let list = self.list.clone();
        let known = |item: &Option<String>| item.clone().filter(|id| list.item(id).is_some());
        let came = |entry: &ActionEntry| {
            let carried = |old: &ActionEntry| ActionEntry {
                item: known(&old.item),
                day: old.day.or(day),
                state: entry.state,
                done_on: entry.done_on,
                ..old.clone()
            };
            run.actions.iter().any(|old| carried(old) == *entry)
        };
        self.talk.actions.retain(|entry| !came(entry));
        for answer in &run.emergency {
            if self.emergency.get(&answer.question) == Some(&answer.text) {
                self.emergency.remove(&answer.question);
            }
        }
    }
}
