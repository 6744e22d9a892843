//! The few free fields of the conversation, as they stand while someone is typing.

use crate::domain::json::{FromTree, ToTree};
use crate::domain::{
    consent::{IdentityCheck, Method},
    time::Timestamp,
};

/// Who answers, who explained, where, how identity was known.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct Who {
    /// The person's name.
    pub name: String,
    /// Its reading in kana.
    pub kana: String,
    /// Who explained.
    pub explained_by: String,
    /// Where.
    pub place: String,
    /// How identity was known; nothing is preselected.
    pub identity: Option<IdentityCheck>,
    /// Which document, who came along.
    pub identity_note: String,
}

/// How the person wants to answer. All ways are of equal dignity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// The name is written by finger or pen.
    Sign,
    /// The answer is spoken.
    Voice,
    /// The name is typed.
    Typed,
    /// Someone writes for the person.
    Proxy,
    /// The answer was given on a sheet of paper.
    Paper,
}

impl Route {
    /// In the order of the screen.
    pub const ALL: [Self; 5] = [Self::Sign, Self::Voice, Self::Typed, Self::Proxy, Self::Paper];

    /// The key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::Voice => "voice",
            Self::Typed => "typed",
            Self::Proxy => "proxy",
            Self::Paper => "paper",
        }
    }

    /// What the record calls it.
    #[must_use]
    pub const fn method(self) -> Method {
        match self {
            Self::Sign | Self::Typed => Method::Signature,
            Self::Voice => Method::Oral,
            Self::Proxy => Method::ProxyWriting,
            Self::Paper => Method::Paper,
        }
    }
}

/// A typed name on its way to becoming an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct TypedDraft {
    /// The name as typed.
    pub name: String,
    /// The sentence that stood above the field.
    pub statement: String,
}

/// A spoken answer on its way to becoming one.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct OralDraft {
    /// When it was said. Absent until the screen opens or while the entry is no time.
    pub at: Option<Timestamp>,
    /// Who heard it.
    pub heard_by: String,
    /// Who else was there.
    pub also_present: String,
    /// The person's own words.
    pub own_words: String,
    /// Whether the scope, as it stands, was read back and the person agreed that it is right.
    pub read_back: bool,
    /// The very words that were read back.
    #[serde(default)]
    pub scope: Option<String>,
}

/// Proxy writing on its way to becoming an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct ProxyDraft {
    /// Who writes.
    pub written_by: String,
    /// Why.
    pub reason: String,
    /// Who sees it.
    pub seen_by: String,
}

/// A free text field. Its text is kept exactly as typed; trimming happens when the record is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[allow(missing_docs, reason = "each names the field of the same name in the drafts above")]
pub enum Field {
    Name,
    Kana,
    ExplainedBy,
    Place,
    IdentityNote,
    TypedName,
    HeardBy,
    AlsoPresent,
    OwnWords,
    ProxyWriter,
    ProxyReason,
    ProxyWitness,
    RespondentName,
    RespondentRelation,
    RepresentativeKind,
    Authority,
    MandateDated,
    WishWords,
    TriedNote,
    AskAgain,
    Provider,
    PaperDay,
    PaperPlace,
    PaperKeeper,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 24] = [
        Self::Name,
        Self::Kana,
        Self::ExplainedBy,
        Self::Place,
        Self::IdentityNote,
        Self::TypedName,
        Self::HeardBy,
        Self::AlsoPresent,
        Self::OwnWords,
        Self::ProxyWriter,
        Self::ProxyReason,
        Self::ProxyWitness,
        Self::RespondentName,
        Self::RespondentRelation,
        Self::RepresentativeKind,
        Self::Authority,
        Self::MandateDated,
        Self::WishWords,
        Self::TriedNote,
        Self::AskAgain,
        Self::Provider,
        Self::PaperDay,
        Self::PaperPlace,
        Self::PaperKeeper,
    ];

    /// The text as it stands.
    #[must_use]
    pub fn of(self, session: &super::Session) -> &str {
        match self {
            Self::Name => &session.who.name,
            Self::Kana => &session.who.kana,
            Self::ExplainedBy => &session.who.explained_by,
            Self::Place => &session.who.place,
            Self::IdentityNote => &session.who.identity_note,
            Self::TypedName => &session.typed.name,
            Self::HeardBy => &session.oral.heard_by,
            Self::AlsoPresent => &session.oral.also_present,
            Self::OwnWords => &session.oral.own_words,
            Self::ProxyWriter => &session.proxy.written_by,
            Self::ProxyReason => &session.proxy.reason,
            Self::ProxyWitness => &session.proxy.seen_by,
            Self::RespondentName => &session.respondent.name,
            Self::RespondentRelation => &session.respondent.relation,
            Self::RepresentativeKind => &session.respondent.kind,
            Self::Authority => &session.respondent.authority,
            Self::MandateDated => &session.respondent.mandate_dated,
            Self::WishWords => &session.respondent.wish_words,
            Self::TriedNote => &session.respondent.tried_note,
            Self::AskAgain => &session.respondent.again,
            Self::Provider => &session.told.provider,
            Self::PaperDay => &session.paper.signed_on,
            Self::PaperPlace => &session.paper.kept_in,
            Self::PaperKeeper => &session.paper.kept_by,
        }
    }

    pub(super) fn of_mut(self, session: &mut super::Session) -> &mut String {
        match self {
            Self::Name => &mut session.who.name,
            Self::Kana => &mut session.who.kana,
            Self::ExplainedBy => &mut session.who.explained_by,
            Self::Place => &mut session.who.place,
            Self::IdentityNote => &mut session.who.identity_note,
            Self::TypedName => &mut session.typed.name,
            Self::HeardBy => &mut session.oral.heard_by,
            Self::AlsoPresent => &mut session.oral.also_present,
            Self::OwnWords => &mut session.oral.own_words,
            Self::ProxyWriter => &mut session.proxy.written_by,
            Self::ProxyReason => &mut session.proxy.reason,
            Self::ProxyWitness => &mut session.proxy.seen_by,
            Self::RespondentName => &mut session.respondent.name,
            Self::RespondentRelation => &mut session.respondent.relation,
            Self::RepresentativeKind => &mut session.respondent.kind,
            Self::Authority => &mut session.respondent.authority,
            Self::MandateDated => &mut session.respondent.mandate_dated,
            Self::WishWords => &mut session.respondent.wish_words,
            Self::TriedNote => &mut session.respondent.tried_note,
            Self::AskAgain => &mut session.respondent.again,
            Self::Provider => &mut session.told.provider,
            Self::PaperDay => &mut session.paper.signed_on,
            Self::PaperPlace => &mut session.paper.kept_in,
            Self::PaperKeeper => &mut session.paper.kept_by,
        }
    }
}
