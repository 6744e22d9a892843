//! One thing that happened to a consent, with everything needed to understand it years later.

use super::{AcknowledgementState, ItemAnswer, OralAnswer, Outcome, ProxyWriting, Understanding};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::{
    notice::{NoticeSnapshot, Version},
    signature::Signature,
    text::Reading,
    time::Timestamp,
};

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A notice was explained and the person answered, whatever the answers were.
    Decided,
}

/// How the answers were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The person wrote their name, by hand or typed.
    Signature,
    /// The person said it.
    Oral,
    /// Someone wrote for the person (代筆).
    ProxyWriting,
}

impl Method {
    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Oral => "oral",
            Self::ProxyWriting => "proxy_writing",
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

/// How one topic was explained and left.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// Id of the section.
    pub section: String,
    /// The wording that was on the screen when the topic was left.
    pub reading: Reading,
    /// What the person said about it; absent when they said nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub understanding: Option<Understanding>,
    /// Whether the person asked to hear it again at least once.
    #[serde(default)]
    pub asked_again: bool,
    /// Whether the device read it aloud.
    #[serde(default)]
    pub read_aloud: bool,
}

/// How the notice was delivered.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Explained {
    /// When the first topic came up.
    pub from: Timestamp,
    /// When the last topic was left for the first time.
    pub to: Timestamp,
    /// Who explained.
    pub by: String,
    /// Where; empty when not noted.
    #[serde(default)]
    pub place: String,
    /// The topics about which the person said something or that were read aloud, in the order of the notice.
    pub topics: Vec<Topic>,
}

/// How it was known that the person is who they are (`004 <13>`, light ways first: `004-49`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityCheck {
    /// 顔見知り
    Known,
    /// A document was shown.
    Document,
    /// Someone who came along confirmed it.
    Companion,
    /// Another way, told in the note.
    Other,
}

impl IdentityCheck {
    /// In the order of the form.
    pub const ALL: [Self; 4] = [Self::Known, Self::Document, Self::Companion, Self::Other];

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Document => "document",
            Self::Companion => "companion",
            Self::Other => "other",
        }
    }
}

/// How identity was known, with a note.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    /// In which way it was known.
    pub check: IdentityCheck,
    /// Which document, who came along, which other way; never a document's number.
    #[serde(default)]
    pub note: String,
}

/// An acknowledgement and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Acknowledged {
    /// Id of the acknowledgement in the notice, such as `emergency`.
    pub id: String,
    /// Heard, or declined to say so.
    pub state: AcknowledgementState,
}

/// A name that was typed instead of drawn, with the statement it stands under.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TypedName {
    /// The name as typed.
    pub name: String,
    /// The exact sentence that the person confirmed by typing.
    pub statement: String,
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
    /// How the notice was delivered.
    pub explained: Explained,
    /// When the last answer was given.
    pub decided_at: Timestamp,
    /// When the record was finished.
    pub recorded_at: Timestamp,
    /// How identity was known; absent when it was not noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// The answers, in the order of the notice; an item without an answer is not among them.
    pub answers: Vec<ItemAnswer>,
    /// Items that were asked and got no answer. They are not a yes.
    #[serde(default)]
    pub unanswered: Vec<String>,
    /// What was heard and acknowledged. Not a consent.
    #[serde(default)]
    pub acknowledgements: Vec<Acknowledged>,
    /// What the answers add up to.
    pub outcome: Outcome,
    /// How the answers were given.
    pub method: Method,
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
}

impl ConsentEvent {
    /// Whether the event carries exactly the evidence that its method speaks of.
    #[must_use]
    pub fn evidence_matches_method(&self) -> bool {
        let evidence = (
            self.signature.is_some(),
            self.typed_name.as_ref().is_some_and(|typed| !typed.name.trim().is_empty()),
            self.oral.is_some(),
            self.proxy_writing.is_some(),
        );
        match self.method {
            Method::Signature => {
                matches!(evidence, (true, false, false, false) | (false, true, false, false))
            }
            Method::Oral => evidence == (false, false, true, false),
            Method::ProxyWriting => evidence == (false, false, false, true),
        }
    }
}
