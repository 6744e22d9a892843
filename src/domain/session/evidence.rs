//! What a written name, a voice or a sheet stands for: who gave it, for whom, and under which answers.
//!
//! Evidence of one person never stands under the answer of another, and never under a yes that came after it (`000 collect.2`).
//! What must not live here: whether a piece of evidence is complete (`problems`).

use super::{OralDraft, PaperDraft, ProxyDraft, Route, Session, Step, TypedDraft};
use crate::domain::consent::{Answer, Respondent};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::signature::Pad;
use crate::domain::text;

/// Who gave the evidence that stands in a conversation, and whose answers it is about.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct Giver {
    /// The person's name, tidied.
    pub name: String,
    /// Who answered, without the age; none as long as that is not settled.
    pub respondent: Option<Respondent>,
}

/// How much an answer allows.
const fn reach(answer: Option<Answer>) -> u8 {
    match answer {
        Some(Answer::Granted) => 2,
        Some(Answer::AskEachTime) => 1,
        Some(Answer::Withheld | Answer::Undecided) | None => 0,
    }
}

impl Step {
    /// Whether this is a screen on which evidence is given.
    pub(super) const fn takes_evidence(self) -> bool {
        matches!(self, Self::Sign | Self::Voice | Self::Typed | Self::Proxy | Self::Paper)
    }
}

impl Session {
    fn giver(&self) -> Giver {
        Giver {
            name: text::tidy(&self.who.name),
            // How old the person is, is asked or not asked by turns; it makes nobody another.
            respondent: self.respondent.settle(false).ok().flatten(),
        }
    }

    /// Whether an answer allows more now than when the person signed or spoke.
    fn allows_more(&self) -> bool {
        self.attested.as_ref().is_some_and(|attested| {
            self.answers.iter().any(|(item, answer)| {
                let held = || self.changes().and_then(|before| before.answer(item));
                reach(Some(*answer)) > reach(attested.get(item).copied().or_else(held))
            })
        })
    }

    /// Whether the evidence no longer stands: somebody else answers now, it is about somebody else, or there is a yes
    /// that came after it. Then it is asked for anew, and no confirmation takes its place.
    #[must_use]
    pub fn has_lapsed(&self) -> bool {
        self.given_by.as_ref().is_some_and(|giver| *giver != self.giver()) || self.allows_more()
    }

    /// Lets go of the evidence, of every way to answer. Who was in the room stays.
    pub(super) fn let_go(&mut self) {
        self.asks_evidence_again = true;
        self.pad = Pad::default();
        self.typed = TypedDraft::default();
        self.proxy = ProxyDraft::default();
        self.paper = PaperDraft::default();
        self.oral = OralDraft {
            heard_by: core::mem::take(&mut self.oral.heard_by),
            also_present: core::mem::take(&mut self.oral.also_present),
            ..OralDraft::default()
        };
        self.attested = None;
        self.given_by = None;
    }

    /// Before a screen is left: what lapsed on it goes, and what was given on it has its giver. Not at every letter,
    /// so that a slip that is mended on the same screen costs nobody a signature.
    pub(super) fn leave_screen(&mut self) {
        if self.has_lapsed() {
            self.let_go();
        }
        if self.step.takes_evidence() {
            self.asks_evidence_again = false;
            self.given_by = Some(self.giver());
        }
    }

    /// Lets the evidence stand under answers that allow less than they did. A voice said what it said: it is read back
    /// once more.
    pub(super) fn reconfirm(&mut self) {
        if self.has_lapsed() {
            self.let_go();
        } else if self.attested.is_some() && self.route == Some(Route::Voice) {
            self.unread();
            self.from_review = true;
            self.step = Step::Voice;
        } else if self.attested.is_some() {
            self.attested = Some(self.answers.clone());
        }
    }

    /// What was read back no longer is what was answered.
    pub(super) fn unread(&mut self) {
        self.oral.read_back = false;
        self.oral.scope = None;
    }
}
