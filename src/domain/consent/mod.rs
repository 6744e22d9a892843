//! What one person answered, as an append-only history of events and the state that follows from it.
//!
//! Nothing in here asks or shows anything; the conversation lives in [`crate::domain::session`].

mod answer;
mod event;
mod evidence;
mod explained;
mod history;
mod respondent;
mod seal;
mod spoken;
mod unable;

pub use answer::{AcknowledgementState, Answer, ItemAnswer, Outcome, Understanding};
pub use event::{ConsentEvent, EventKind, FollowUp, FollowUpKind, NoticeRef};
pub use evidence::{Method, PaperOriginal, PaperRefusal, TypedName};
pub use explained::{Acknowledged, Explained, Identity, IdentityCheck, Received, Sources, Topic};
pub use history::Current;
pub use respondent::{AgeBand, Family, Representative, Respondent, RespondentRefusal, Role, Wish};
pub use seal::{Break, Seal};
pub use spoken::{OralAnswer, OralRefusal, ProxyRefusal, ProxyWriting};
pub use unable::{NothingTried, Unable};

use crate::domain::json::{FromTree, ToTree, Unknown, Value};

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

impl Consent {
    /// A consent that begins with one event.
    #[must_use]
    pub fn begin(id: String, subject: Subject, first: ConsentEvent) -> Self {
        let (events, current) = (Vec::new(), Current::default());
        let mut consent = Self { id, subject, events, current, unknown: Unknown::default() };
        consent.append(first);
        consent
    }

    /// Adds an event to the end of the history, ties it to the ones before and derives the state anew.
    pub fn append(&mut self, event: ConsentEvent) {
        self.events.push(event);
        self.seal_last();
        self.current = Current::from_events(&self.events);
    }

    /// The latest event in which a notice was explained and answered: the text that counts. A day on which nothing
    /// could be confirmed counts only where nothing else happened.
    #[must_use]
    pub fn latest_decision(&self) -> Option<&ConsentEvent> {
        let mut decided = self.events.iter().rev().filter(|event| event.kind == EventKind::Decided);
        decided.clone().find(|event| event.unable.is_none()).or_else(|| decided.next())
    }

    /// The consent as a tree. Events that were read are written as they came, to the letter, so that what proves
    /// them proves them still.
    #[must_use]
    pub fn tree(&self) -> Value {
        let mut tree = self.unknown.written_with(self);
        if let (Some(before), Some(now)) = (self.unknown.list("events"), tree["events"].as_array_mut()) {
            now.iter_mut().zip(before).for_each(|(now, before)| now.clone_from(before));
        }
        tree
    }
}
