//! The conversation that leads to a consent: one state, one [`Action`] enum, one pure transition.
//!
//! The state serialises as a draft, so that a reload, a rotation or an empty battery loses nothing. The notice
//! itself is not part of it; a draft names the notice it belongs to by digest.

mod action;
mod draft;
mod evidence;
mod finish;
mod form;
mod problems;
mod respond;
mod revise;
mod steps;

pub use action::{Action, AnswerMany, apply};
pub use draft::ConsentDraft;
pub use evidence::Giver;
pub use finish::{Say, finish, scope};
pub use form::{Field, OralDraft, ProxyDraft, Route, TypedDraft, Who};
pub use problems::{NAME_MAX, Problem, problems, too_long, unspeakable};
pub use respond::{PaperDraft, RespondentDraft, RoleChoice, Ticks, Told};
pub use revise::{Revision, asks_again, follow_ups};

use crate::domain::json::{FromTree, ToTree};
use crate::domain::table::Table;
use crate::domain::{
    consent::{AcknowledgementState, Answer, IdentityCheck, NoticeRef, Topic},
    notice::NoticeSnapshot,
    signature::Pad,
    time::Timestamp,
};

/// Where in the conversation we are. One step is one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The topic with this index is explained.
    Topic(usize),
    /// The item with this index is asked.
    Item(usize),
    /// The emergency exception is acknowledged, or not.
    Acknowledge,
    /// The answers of a finished record, to be changed or taken back.
    Change,
    /// What follows from the changes.
    FollowUp,
    /// Who answers: the person, family beside them, a representative; or nobody can today.
    Respondent,
    /// The person's name, who explained, where, how identity was known.
    Who,
    /// How to answer: by writing, by voice, by typing, through someone's hand.
    Method,
    /// The name is drawn.
    Sign,
    /// The spoken answer is noted.
    Voice,
    /// The name is typed.
    Typed,
    /// Someone writes for the person.
    Proxy,
    /// The answer on paper is noted.
    Paper,
    /// Everything on one screen.
    Review,
}

impl Step {
    /// Whether a conversation about this text has this screen.
    #[must_use]
    pub fn exists_in(self, notice: &NoticeSnapshot) -> bool {
        match self {
            Self::Topic(index) => index < notice.sections.len(),
            Self::Item(index) => index < notice.items.len(),
            Self::Acknowledge => !notice.acknowledgements.is_empty(),
            _ => true,
        }
    }
}

/// The state of one conversation.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The text that is explained.
    pub notice: NoticeRef,
    /// The screen.
    pub step: Step,
    /// When the first topic came up.
    pub started_at: Timestamp,
    /// When the last topic was left for the first time.
    pub explained_at: Option<Timestamp>,
    /// When the latest answer was given.
    pub decided_at: Option<Timestamp>,
    /// What was explained, by section id.
    pub topics: Table<Topic>,
    /// What was answered, by item id. Absent is unanswered.
    pub answers: Table<Answer>,
    /// What stood before "all the same", to be taken back with one tap.
    pub before_many: Option<BeforeMany>,
    /// What was acknowledged, by id.
    pub acknowledgements: Table<AcknowledgementState>,
    /// Who answers.
    #[serde(default)]
    pub respondent: RespondentDraft,
    /// How it was explained, and who else told something.
    #[serde(default)]
    pub told: Told,
    /// The form about people and place.
    pub who: Who,
    /// The chosen way to answer.
    pub route: Option<Route>,
    /// The drawn name.
    pub pad: Pad,
    /// The typed name.
    pub typed: TypedDraft,
    /// The spoken answer.
    pub oral: OralDraft,
    /// The proxy writing.
    pub proxy: ProxyDraft,
    /// The answer on paper.
    #[serde(default)]
    pub paper: PaperDraft,
    /// The finished record that this conversation goes on, if it does.
    #[serde(default)]
    pub revision: Option<Revision>,
    /// The answers as they stood when the person signed or spoke; a later change asks again.
    pub attested: Option<Table<Answer>>,
    /// Who gave the evidence that stands here; another one gives their own.
    #[serde(default)]
    pub given_by: Option<Giver>,
    /// Whether evidence lapsed and was let go of, so that the person is told why it is asked for again.
    #[serde(default)]
    pub asks_evidence_again: bool,
    /// Whether the person came from the review and goes back there.
    pub from_review: bool,
}

/// The answers before a shortcut changed several at once.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct BeforeMany {
    /// Which shortcut.
    pub which: AnswerMany,
    /// What was put in.
    pub answer: Answer,
    /// All answers as they stood.
    pub answers: Table<Answer>,
    /// The items it changed and nobody answered since: these go back, later answers stay.
    #[serde(default)]
    pub items: Vec<String>,
    /// When the latest of them was given.
    #[serde(default)]
    pub decided_at: Option<Timestamp>,
}

impl Session {
    /// A conversation at its first topic. Nothing is answered, nothing preselected.
    #[must_use]
    pub fn begin(notice: &NoticeSnapshot, now: Timestamp) -> Self {
        Self {
            notice: NoticeRef::of(notice),
            step: Step::Topic(0),
            started_at: now,
            explained_at: None,
            decided_at: None,
            topics: Table::new(),
            answers: Table::new(),
            before_many: None,
            acknowledgements: Table::new(),
            respondent: RespondentDraft::default(),
            told: Told::default(),
            who: Who::default(),
            route: None,
            pad: Pad::default(),
            typed: TypedDraft::default(),
            oral: OralDraft::default(),
            proxy: ProxyDraft::default(),
            paper: PaperDraft::default(),
            revision: None,
            attested: None,
            given_by: None,
            asks_evidence_again: false,
            from_review: false,
        }
    }

    /// Whether this draft was made from exactly this text, and its screen exists in it.
    #[must_use]
    pub fn fits(&self, notice: &NoticeSnapshot) -> bool {
        self.notice == NoticeRef::of(notice) && self.has(self.step, notice)
    }

    /// Whether this conversation has this screen: a change of mind explains nothing anew.
    #[must_use]
    pub fn has(&self, step: Step, notice: &NoticeSnapshot) -> bool {
        let changing = self.changes().is_some();
        match step {
            Step::Change | Step::FollowUp => changing,
            Step::Topic(_) | Step::Item(_) | Step::Acknowledge => !changing && step.exists_in(notice),
            _ => true,
        }
    }

    /// Whether anything was entered that would be missed.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        !matches!(self.step, Step::Topic(0) | Step::Change)
            || !self.topics.is_empty()
            || !self.answers.is_empty()
            || !self.pad.strokes().is_empty()
    }

    /// Whether the answers changed after the person signed or spoke.
    #[must_use]
    pub fn changed_since_attested(&self) -> bool {
        self.attested.as_ref().is_some_and(|attested| *attested != self.answers)
    }

    /// Whether this is a later (or earlier) state of that very conversation.
    #[must_use]
    pub fn is_same_talk(&self, other: &Self) -> bool {
        let record = |session: &Self| {
            session.revision.as_ref().map(|revision| (revision.consent.clone(), revision.anew))
        };
        self.notice == other.notice && self.started_at == other.started_at && record(self) == record(other)
    }

    /// The way identity was known.
    #[must_use]
    pub fn identity(&self) -> Option<IdentityCheck> {
        self.who.identity
    }
}
