//! What one person answered, as an append-only history of events and the state that follows from it.
//!
//! Nothing in here asks or shows anything; the conversation lives in [`crate::domain::session`].

mod answer;
mod event;
mod spoken;

pub use answer::{AcknowledgementState, Answer, ItemAnswer, Outcome, Understanding};
pub use event::{
    Acknowledged, ConsentEvent, EventKind, Explained, Identity, IdentityCheck, Method, NoticeRef, Topic,
    TypedName,
};
pub use spoken::{OralAnswer, OralRefusal, ProxyRefusal, ProxyWriting};

use crate::domain::{
    json::{FromTree, ToTree, Unknown},
    time::Timestamp,
};

/// The person whose information it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Subject {
    /// The name as the person writes it, line breaks and outer spaces removed.
    pub name: String,
    /// The reading in kana; empty when it was not asked.
    #[serde(default)]
    pub kana: String,
}

/// One person's consent: what happened, in order, and what holds now.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// A random UUID; never made from the person's name.
    pub id: String,
    /// Whose information it is.
    pub subject: Subject,
    /// Everything that happened, oldest first. Append-only (`003 A-3-4 ④`): a change of mind adds, never replaces.
    pub events: Vec<ConsentEvent>,
    /// What follows from the events, and from nothing else; a document in which it does not is refused.
    pub current: Current,
    /// What other programs wrote beside it, kept as it came.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// The state that the events add up to. Derived: it never says "yes" where no event did.
#[derive(Clone, Debug, Default, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Current {
    /// The answers as a whole; absent when nothing happened yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The latest answer to each item that was ever answered, in the order of the first answer.
    pub answers: Vec<ItemAnswer>,
    /// When the latest event was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
}

impl Consent {
    /// A consent that begins with one event.
    #[must_use]
    pub fn begin(id: String, subject: Subject, first: ConsentEvent) -> Self {
        let events = vec![first];
        let current = Current::from_events(&events);
        Self { id, subject, events, current, unknown: Unknown::default() }
    }

    /// Adds an event to the end of the history and derives the state anew.
    pub fn append(&mut self, event: ConsentEvent) {
        self.events.push(event);
        self.current = Current::from_events(&self.events);
    }
}

impl Current {
    /// Replays the events in their order. The same events always give the same state.
    #[must_use]
    pub fn from_events(events: &[ConsentEvent]) -> Self {
        let mut answers: Vec<ItemAnswer> = Vec::new();
        for given in events.iter().flat_map(|event| &event.answers) {
            match answers.iter_mut().find(|known| known.item == given.item) {
                Some(known) => known.answer = given.answer,
                None => answers.push(given.clone()),
            }
        }
        let unanswered = events.last().map_or(0, |event| event.unanswered.len());
        Self {
            outcome: events.last().map(|_| Outcome::of(answers.iter().map(|given| given.answer), unanswered)),
            as_of: events.last().map(|event| event.decided_at),
            answers,
        }
    }
}
