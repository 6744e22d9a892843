//! What comes out of talking: what was said about an item, what will be done, by which role, until when.
//!
//! Rules are in `run.rs` (`RuleEntry`), because they were there first. Roles, never names: 会計の係, not a person
//! (004-12). What can happen here is `act.rs`; how things stand since last time is `trend.rs`.

mod act;

pub use act::TalkAction;

use crate::domain::day::Day;
use crate::domain::json::{FromTree, ToTree};

/// What was said about one item.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TalkEntry {
    /// Id of the item.
    pub item: String,
    /// What was said, as typed.
    pub text: String,
}

/// Whether something was done.
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Not yet.
    #[default]
    Open,
    /// Done.
    Done,
}

/// Something the group decided to do (004-13: 改善策、期限、担当).
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ActionEntry {
    /// Id, the same in every later run that carries it on.
    pub id: String,
    /// What will be done, as typed.
    pub text: String,
    /// By which role, as typed; never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Until which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Id of the item it grew out of, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Whether it was done.
    #[serde(default)]
    pub state: ActionState,
    /// The day it was done; always there for what was done, never for what is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Day>,
    /// The day it was agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

/// How an action stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not done, and the day it was to be done is over.
    Overdue,
    /// Not done yet, with time left or without a day.
    Open,
    /// Done.
    Done,
}

impl Standing {
    /// Stable name, for words and class names.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Open => "open",
            Self::Done => "done",
        }
    }
}

impl ActionEntry {
    /// How it stands today. The day it is due is not over until it is over.
    #[must_use]
    pub fn standing(&self, today: Day) -> Standing {
        match (self.state, self.due) {
            (ActionState::Done, _) => Standing::Done,
            (ActionState::Open, Some(due)) if due < today => Standing::Overdue,
            (ActionState::Open, _) => Standing::Open,
        }
    }
}

/// Where the result was taken, such as the committee (004-13; A-5 集計の報告先と日).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reported {
    /// To which body, as typed.
    pub to: String,
    /// On which day; absent while it has not happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

/// What a run in progress holds beside marks, notes and rules.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Talk {
    /// What was said, by item id, as typed.
    #[serde(default)]
    pub said: crate::domain::table::Table<String>,
    /// What will be done, in the order it was decided; carried on from earlier runs first.
    #[serde(default)]
    pub actions: Vec<ActionEntry>,
    /// How many people were there. They may be more than the respondents: a group that marks together is one.
    #[serde(default)]
    pub people: Option<u32>,
    /// The day of the next check (004-14).
    #[serde(default)]
    pub next: Option<Day>,
    /// Where the result is taken.
    #[serde(default)]
    pub reported: Option<Reported>,
    /// Id of the run this one follows.
    #[serde(default)]
    pub follows: Option<String>,
}

impl Talk {
    /// Whether nothing was said yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
