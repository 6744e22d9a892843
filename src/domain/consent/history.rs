//! What the events add up to. Derived: it never says "yes" where no event did.

use super::{Answer, ConsentEvent, EventKind, ItemAnswer, Outcome};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::time::Timestamp;

/// The state that the events add up to. Derived: it never says "yes" where no event did.
#[derive(Clone, Debug, Default, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Current {
    /// The answers as a whole; absent when nothing happened yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What holds for each item that has an answer, in the order of the first answer.
    pub answers: Vec<ItemAnswer>,
    /// Items of the latest explanation that have no answer. They are not a yes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unanswered: Vec<String>,
    /// When the latest event was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
}

impl Current {
    /// Replays the events in their order. The same events always give the same state.
    #[must_use]
    pub fn from_events(events: &[ConsentEvent]) -> Self {
        events.iter().fold(Self::default(), Self::after)
    }

    /// What holds after one more event.
    ///
    /// A decision takes the place of everything before: a new explanation asks for everything anew, and what was not
    /// answered this time is not a yes. Where nothing could be confirmed, everything stays as it was. A change of mind
    /// touches only the items it names.
    #[must_use]
    pub fn after(mut self, event: &ConsentEvent) -> Self {
        let allowed_before = self.allows_something();
        let unable = event.unable.is_some();
        // A day on which nothing could be confirmed takes nothing of what was said on another.
        if event.kind == EventKind::Decided && !(unable && self.as_of.is_some()) {
            self.answers.clear();
            self.unanswered.clone_from(&event.unanswered);
        }
        for given in &event.answers {
            self.unanswered.retain(|item| *item != given.item);
            match self.answers.iter_mut().find(|known| known.item == given.item) {
                Some(known) => known.answer = given.answer,
                None => self.answers.push(given.clone()),
            }
        }
        let sum = Outcome::of(self.answers.iter().map(|given| given.answer), self.unanswered.len());
        self.outcome = Some(match event.kind {
            EventKind::Decided if unable => Outcome::UnableToConfirm,
            EventKind::Withdrawn if allowed_before && !sum.allows_something() => Outcome::Withdrawn,
            _ => sum,
        });
        self.as_of = Some(event.decided_at);
        self
    }

    /// The answer that holds for an item; none where it has none.
    #[must_use]
    pub fn answer(&self, item: &str) -> Option<Answer> {
        self.answers.iter().find(|given| given.item == item).map(|given| given.answer)
    }

    /// Whether anything at all is allowed, in advance or each time.
    #[must_use]
    pub fn allows_something(&self) -> bool {
        self.answers.iter().any(|given| given.answer.allows())
    }
}
