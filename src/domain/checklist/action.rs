//! Where a run can be, and everything that can happen to it. The transition itself is `session.rs`.

use crate::domain::json::{FromTree, ToTree};

use super::Stamp;
use super::gather::GatherAction;
use super::mark::Mark;
use super::run::RuleEntry;
use super::talk::TalkAction;

/// Where the run is.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The opening words.
    Opening,
    /// Of a meeting: what was agreed last time, and what became of it.
    Last,
    /// Of a meeting: how the marks are gathered.
    Ways,
    /// One item, by its index over all parts, from 0.
    Mark(usize),
    /// Of a meeting: how many have answered, and taking in what others brought.
    Gather,
    /// The leak cases.
    Cases,
    /// The group's own rules.
    Rules,
    /// The emergency agreement.
    Emergency,
    /// Counts and what to talk about.
    Result,
    /// Of a meeting: talking about one item, by its index over all parts, from 0.
    Talk(usize),
    /// Of a meeting: the next check, and where the result is taken.
    Next,
}

/// Everything that can happen to a run.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckAction {
    /// Marks an item, replacing an earlier mark.
    Mark {
        /// Id of the item.
        item: String,
        /// The mark.
        mark: Mark,
    },
    /// Takes an item's mark back.
    Unmark {
        /// Id of the item.
        item: String,
    },
    /// Sets an item's note; empty text removes it.
    Note {
        /// Id of the item.
        item: String,
        /// The whole note.
        text: String,
    },
    /// Adds a rule at the end; it may start empty.
    AddRule {
        /// The rule so far.
        text: String,
        /// Id of the item it grew out of.
        item: Option<String>,
    },
    /// Rewrites a rule, or begins one at the place after the last.
    EditRule {
        /// Index of the rule; at most the number of rules, or nothing changes.
        index: usize,
        /// The whole rule.
        text: String,
        /// Id of the item it grows out of; looked at only where a rule begins.
        item: Option<String>,
    },
    /// Removes a rule.
    RemoveRule {
        /// Index of the rule.
        index: usize,
    },
    /// Puts a removed rule back, with its item and its day.
    PutRule {
        /// Where it stood; after the last where there are fewer now.
        index: usize,
        /// The rule as it was.
        rule: RuleEntry,
    },
    /// Sets an answer of the emergency agreement; empty text removes it.
    Emergency {
        /// Id of the question.
        question: String,
        /// The whole answer.
        text: String,
    },
    /// Several people answer: see [`GatherAction`].
    Gather(GatherAction),
    /// The group talks: see [`TalkAction`].
    Talk(TalkAction),
    /// Goes to a step. Unmarked items never hold anyone back.
    Go(Step),
    /// Finishes the run and shows the result.
    Finish {
        /// When.
        at: Stamp,
        /// Id of the run; an id from an earlier finish wins, so that one run stays one record.
        id: String,
    },
    /// Opens a finished run again for changes.
    Reopen,
}
