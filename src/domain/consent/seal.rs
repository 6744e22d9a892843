//! The chain by which a record proves itself: every event carries the digest of the one before it, and its own.
//!
//! What a whole chain proves: nobody changed, removed or reordered events *without writing the chain anew*. What it
//! does not prove: who wrote it, or when. Somebody who has the file can write another whole chain; the fingerprint
//! on the person's paper is what such a chain would not match.

use super::Consent;
use crate::domain::digest;
use crate::domain::json::{self, Value};

/// Whether a history is as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// Every event is as it was written, and stands where it stood.
    Whole,
    /// The events up to and including this index were written before there were digests: they prove nothing.
    Unsealed {
        /// Index of the last event without a digest.
        last: usize,
    },
    /// From this event on the history is not as it was written.
    Broken {
        /// Index of the first event that does not hold.
        event: usize,
        /// How it does not.
        how: Break,
    },
}

/// How a chain breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Something in the event was changed after it was written.
    Altered,
    /// The event stands at another place than it was written at.
    Moved,
    /// What stood before it is not there, or is another: an event removed, another person's name.
    Detached,
}

impl Break {
    /// The key of the sentence that tells a person what is wrong.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Altered => "seal.altered",
            Self::Moved => "seal.moved",
            Self::Detached => "seal.detached",
        }
    }
}

impl Seal {
    /// Whether nothing speaks against the history.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Whole | Self::Unsealed { .. })
    }

    /// Looks at a consent as JSON, exactly as it came.
    #[must_use]
    pub fn of(consent: &Value) -> Self {
        let none = Vec::new();
        let events = consent["events"].as_array().unwrap_or(&none);
        let digests: Vec<Option<&str>> = events.iter().map(|event| event["digest"].as_str()).collect();
        let mut before = anchor(consent);
        let mut unsealed = None;
        for (index, event) in events.iter().enumerate() {
            let broken = |how| Self::Broken { event: index, how };
            let Some(said) = digests[index] else {
                // Only what is older than the first sealed event may be without, and older than what came with digests.
                let later =
                    ["lawAsOf", "respondent", "previous"].iter().any(|field| event.get(field).is_some());
                if later || digests[..index].iter().any(Option::is_some) {
                    return broken(Break::Altered);
                }
                unsealed = Some(index);
                before = link(&before, event);
                continue;
            };
            if of_event(event) != said {
                return broken(Break::Altered);
            }
            let previous = event["previous"].as_str();
            if previous != Some(&*before) {
                let elsewhere = digests.iter().flatten().any(|digest| Some(*digest) == previous);
                let first = index > 0 && previous == Some(&*anchor(consent));
                return broken(if elsewhere || first { Break::Moved } else { Break::Detached });
            }
            said.clone_into(&mut before);
        }
        unsealed.map_or(Self::Whole, |last| Self::Unsealed { last })
    }
}

/// What the first event is tied to: the record's id and the person.
fn anchor(consent: &Value) -> String {
    digest::of_json(&serde_json::json!({ "id": consent["id"], "subject": consent["subject"] }))
}

/// An event without a digest, tied to what stood before it.
fn link(before: &str, event: &Value) -> String {
    digest::of_json(&serde_json::json!([before, event]))
}

fn of_event(event: &Value) -> String {
    digest::of_json(&json::without(event.clone(), &["digest"]))
}

impl Consent {
    /// What the next event is tied to.
    #[must_use]
    pub fn head(&self) -> String {
        let tree = self.tree();
        let none = Vec::new();
        let events = tree["events"].as_array().unwrap_or(&none);
        events.iter().fold(anchor(&tree), |before, event| {
            event["digest"].as_str().map_or_else(|| link(&before, event), str::to_owned)
        })
    }

    /// Whether the history is as it was written.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal::of(&self.tree())
    }

    /// The fingerprint of the whole history as it stands, in digits to be read aloud; see [`digest::spoken`].
    #[must_use]
    pub fn fingerprint(&self) -> String {
        digest::spoken(&self.head())
    }

    /// Ties the latest event to what stands before it.
    pub(super) fn seal_last(&mut self) {
        let Some(mut event) = self.events.pop() else { return };
        event.previous = Some(self.head());
        event.digest = Some(of_event(&json::tree(&event)));
        self.events.push(event);
    }
}
