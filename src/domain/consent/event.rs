//! One thing that happened to a consent, with everything needed to understand it years later.

use super::{
    Acknowledged, Explained, Identity, ItemAnswer, Method, OralAnswer, Outcome, PaperOriginal, ProxyWriting,
    Received, Respondent, Sources, TypedName, Unable,
};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::{
    notice::{NoticeSnapshot, Version},
    signature::Signature,
    text::Reading,
    time::Timestamp,
};

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A notice was explained and the person answered, whatever the answers were. The first event is one; a later one
    /// answers a newer notice and takes the place of everything before.
    Decided,
    /// The person gave some items another answer (`003 A-3-4 ④`).
    Changed,
    /// The person took back what was allowed, one item or all (`004-28`).
    Withdrawn,
}

impl EventKind {
    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Which exact text was explained: the record finds it among the document's `notices`.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NoticeRef {
    /// Id of the notice, such as `salon`.
    pub id: String,
    /// `major.minor`.
    pub version: Version,
    /// SHA-256 of the snapshot's canonical JSON, as `sha256:…`.
    pub digest: String,
}

impl NoticeRef {
    /// Points at a snapshot.
    #[must_use]
    pub fn of(notice: &NoticeSnapshot) -> Self {
        Self { id: notice.id.clone(), version: notice.version, digest: notice.digest.clone() }
    }
}

/// What follows from taking a yes back, in the very words the person was told (`004-28`).
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FollowUp {
    /// Id of the item.
    pub item: String,
    /// What kind of thing follows.
    pub kind: FollowUpKind,
    /// The sentence, in ruby notation, in the register of the event.
    pub text: String,
}

/// What kind of thing follows from taking a yes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// Somebody must be told.
    Tell,
    /// Something is stopped or taken down.
    Undo,
    /// Something cannot be undone.
    Remains,
}

impl FollowUpKind {
    /// In the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Undo, Self::Tell, Self::Remains];

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tell => "tell",
            Self::Undo => "undo",
            Self::Remains => "remains",
        }
    }
}

/// One thing that happened to a consent. Explained, decided and recorded are three times.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConsentEvent {
    /// A random UUID.
    pub id: String,
    /// What kind of thing happened.
    #[serde(rename = "type")]
    pub kind: EventKind,
    /// The text the answers are about.
    pub notice: NoticeRef,
    /// The wording in use when the person answered.
    pub reading: Reading,
    /// How the notice was delivered; there with the type `decided` and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explained: Option<Explained>,
    /// Who received a change of mind; there with the types `changed` and `withdrawn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
    /// How the explanation was fitted to the person, by the ids of the legal data (`004 A-4-4`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accommodations: Vec<String>,
    /// When the last answer was given.
    pub decided_at: Timestamp,
    /// When the record was finished.
    pub recorded_at: Timestamp,
    /// The day up to which the legal data behind ages and representatives were followed, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law_as_of: Option<String>,
    /// Who answered; absent in records from before it was asked, where it was the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respondent: Option<Respondent>,
    /// How identity was known; absent when it was not noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// Who else told something about the person; absent when nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sources: Option<Sources>,
    /// The answers, in the order of the notice; an item without an answer is not among them. A change of mind has
    /// only the items that changed.
    pub answers: Vec<ItemAnswer>,
    /// Items that were asked and got no answer. They are not a yes.
    #[serde(default)]
    pub unanswered: Vec<String>,
    /// What was heard and acknowledged. Not a consent.
    #[serde(default)]
    pub acknowledgements: Vec<Acknowledged>,
    /// What all answers add up to once this happened.
    pub outcome: Outcome,
    /// What was tried where the person's wish could not be confirmed; there with the outcome `unable_to_confirm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unable: Option<Unable>,
    /// What follows from a change of mind, as the person was told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// How the answers were given; absent when there was no answer to give (`unable_to_confirm`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// The drawn name; with the method `signature` this or the typed name is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// The typed name; with the method `signature` this or the drawn name is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed_name: Option<TypedName>,
    /// The spoken answer; there with the method `oral` and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oral: Option<OralAnswer>,
    /// Who wrote for the person; there with the method `proxy_writing` and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_writing: Option<ProxyWriting>,
    /// The sheet of paper; there with the method `paper` and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperOriginal>,
    /// The `digest` of the event before; of the record's `id` and `subject` for the first (see [`super::Seal`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// `sha256:` and the SHA-256 of this event's canonical JSON (RFC 8785) without this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

impl ConsentEvent {
    /// Whether the event carries exactly the evidence that its method speaks of.
    #[must_use]
    pub fn evidence_matches_method(&self) -> bool {
        let evidence = [
            self.signature.is_some(),
            self.typed_name.as_ref().is_some_and(|typed| !typed.name.trim().is_empty()),
            self.oral.is_some(),
            self.proxy_writing.is_some(),
            self.paper.is_some(),
        ];
        let only = |place: usize| evidence.iter().enumerate().all(|(at, there)| *there == (at == place));
        match self.method {
            None => evidence == [false; 5] && self.outcome == Outcome::UnableToConfirm,
            Some(_) if self.outcome == Outcome::UnableToConfirm => false,
            Some(Method::Signature) => only(0) || only(1),
            Some(Method::Oral) => only(2),
            Some(Method::ProxyWriting) => only(3),
            Some(Method::Paper) => only(4),
        }
    }
}
