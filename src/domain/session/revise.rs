//! A change of mind: a conversation that begins with a finished record (`003 A-3-4 ③④`, `004-28`).
//!
//! The earlier answers stand beside the questions and are never filled in. The record itself is not touched here: what
//! comes out is one more event.

use super::{AnswerMany, BeforeMany, Session, Step};
use crate::domain::consent::{Answer, Consent, Current, EventKind, FollowUp, FollowUpKind};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::notice::{ConsentItem, ItemKind, NoticeSnapshot};
use crate::domain::table::Table;
use crate::domain::text::Wording;
use crate::domain::time::Timestamp;

/// Which record a conversation goes on, and how it stood then.
#[derive(Clone, Debug, PartialEq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct Revision {
    /// Id of the record.
    pub consent: String,
    /// What the next event is tied to: another window may have added one meanwhile.
    pub head: String,
    /// What held when the conversation began.
    pub before: Current,
    /// Whether a newer notice is explained from the beginning, instead of a change to the answers of the old one.
    pub anew: bool,
}

impl Session {
    /// A conversation in which a person changes or takes back answers. `notice` is the text they were about.
    #[must_use]
    pub fn change(consent: &Consent, notice: &NoticeSnapshot, now: Timestamp) -> Self {
        let mut session = Self::anew(consent, notice, now);
        session.step = Step::Change;
        session.revision = session.revision.map(|revision| Revision { anew: false, ..revision });
        session
    }

    /// A conversation in which a newer notice is explained to a person who answered before: everything is asked anew.
    #[must_use]
    pub fn anew(consent: &Consent, notice: &NoticeSnapshot, now: Timestamp) -> Self {
        let mut session = Self::begin(notice, now);
        session.who.name.clone_from(&consent.subject.name);
        session.who.kana.clone_from(&consent.subject.kana);
        session.revision = Some(Revision {
            consent: consent.id.clone(),
            head: consent.head(),
            before: consent.current.clone(),
            anew: true,
        });
        session
    }

    /// Goes on with the record as it stands now, after somebody else added to it. What already is as the person wants
    /// it is no change any more, and what was signed or spoken is asked for once more.
    ///
    /// Says no, and changes nothing, where the record is another, or a newer text was explained meanwhile: a change
    /// of mind is about the text that was explained last.
    pub fn rebase(&mut self, consent: &Consent) -> bool {
        let text = self.notice.clone();
        let Some(revision) = self.revision.as_mut().filter(|revision| revision.consent == consent.id) else {
            return false;
        };
        let latest = consent.latest_decision().map(|event| &event.notice);
        // An older explanation does not take the place of a newer one.
        let newer =
            latest.is_some_and(|latest| latest.id == text.id && latest.version.major > text.version.major);
        if newer || (!revision.anew && latest != Some(&text)) {
            return false;
        }
        revision.head = consent.head();
        revision.before = consent.current.clone();
        if !revision.anew {
            let before = revision.before.clone();
            self.answers.retain(|item, answer| before.answer(item) != Some(*answer));
            self.attested = self.attested.take().map(|_| Table::new());
            // What could be undone was chosen beside other answers.
            self.before_many = None;
            self.unread();
            self.step = Step::Change;
            self.from_review = false;
        }
        true
    }

    /// Takes everything back that a finished record allows, in place of what was chosen until now; that comes back with
    /// [`Action::UndoMany`](super::Action::UndoMany).
    pub(super) fn withdraw_all(&mut self, at: Timestamp) {
        let Some(before) = self.changes() else { return };
        let allowed = before.answers.iter().filter(|given| given.answer.allows());
        let mut all = Table::new();
        for given in allowed {
            all.insert(given.item.clone(), Answer::Withheld);
        }
        // A second tap must not forget what the first one remembers.
        if all == self.answers {
            return;
        }
        let answers = core::mem::replace(&mut self.answers, all);
        let mut items: Vec<String> = self.answers.keys().cloned().collect();
        items.extend(answers.keys().filter(|item| !self.answers.contains_key(item)).cloned());
        let (which, answer, decided_at) = (AnswerMany::Open, Answer::Withheld, self.decided_at);
        self.before_many = Some(BeforeMany { which, answer, answers, items, decided_at });
        self.decided_at = Some(at);
        self.unread();
    }

    /// Leaves what holds as it is, after all.
    pub(super) fn keep(&mut self, item: &str) {
        self.decided_alone(item);
        if self.answers.remove(item).is_some() {
            self.unread();
        }
    }

    /// What was decided about one item on its own does not go back with a shortcut.
    pub(super) fn decided_alone(&mut self, item: &str) {
        if let Some(before) = &mut self.before_many {
            before.items.retain(|changed| changed != item);
        }
        self.before_many = self.before_many.take().filter(|before| !before.items.is_empty());
    }

    /// Whether everything that a finished record allows is taken back by this conversation.
    #[must_use]
    pub fn takes_all_back(&self) -> bool {
        self.changes().is_some_and(|before| {
            let allowed = before.answers.iter().filter(|given| given.answer.allows());
            before.allows_something()
                && allowed.into_iter().all(|given| self.answers.get(&given.item) == Some(&Answer::Withheld))
        })
    }

    /// What held before, where this is a change of mind about the same text.
    #[must_use]
    pub fn changes(&self) -> Option<&Current> {
        self.revision.as_ref().filter(|revision| !revision.anew).map(|revision| &revision.before)
    }

    /// What kind of thing this conversation records.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        let Some(before) = self.changes() else { return EventKind::Decided };
        let back = |(item, answer): (&String, &Answer)| {
            *answer == Answer::Withheld && before.answer(item).is_some_and(Answer::allows)
        };
        if self.answers.iter().all(back) { EventKind::Withdrawn } else { EventKind::Changed }
    }
}

/// Whether a notice says something new to a person whose answers were about the other: a higher first number of
/// the version, or another notice. Small corrections ask nobody again.
#[must_use]
pub fn asks_again(consent: &Consent, notice: &NoticeSnapshot) -> bool {
    consent.latest_decision().is_some_and(|event| {
        event.notice.id == notice.id && notice.version.major > event.notice.version.major
    })
}

/// What follows from the changes of a conversation, item by item: what is stopped or taken down, who is told, what
/// cannot be undone. Only a yes that is taken back, wholly or in part, has consequences.
///
/// `say` gives the general sentence of a key such as `follow.recipient.tell`, in ruby notation, for items that bring
/// none of their own; an empty one is left out.
#[must_use]
pub fn follow_ups(
    session: &Session,
    notice: &NoticeSnapshot,
    wording: Wording,
    say: &dyn Fn(&str) -> String,
) -> Vec<FollowUp> {
    let Some(before) = session.changes() else { return Vec::new() };
    let mut found = Vec::new();
    for item in &notice.items {
        let (Some(was), Some(now)) = (before.answer(&item.id), session.answers.get(&item.id)) else {
            continue;
        };
        let mut put = |kind, text: String| {
            if !text.is_empty() {
                found.push(FollowUp { item: item.id.clone(), kind, text });
            }
        };
        if was == Answer::Granted && *now == Answer::AskEachTime {
            put(FollowUpKind::Undo, say("follow.ask"));
        } else if was.allows() && !now.allows() {
            FollowUpKind::ALL.into_iter().for_each(|kind| put(kind, sentence(item, kind, wording, say)));
        }
    }
    found
}

fn sentence(
    item: &ConsentItem,
    kind: FollowUpKind,
    wording: Wording,
    say: &dyn Fn(&str) -> String,
) -> String {
    if let Some(own) = &item.on_withdrawal {
        let text = match kind {
            FollowUpKind::Tell => &own.tell,
            FollowUpKind::Undo => &own.undo,
            FollowUpKind::Remains => &own.remains,
        };
        return text.as_ref().map(|text| text.say(wording).to_owned()).unwrap_or_default();
    }
    let about = match item.kind {
        ItemKind::Purpose => "purpose",
        ItemKind::Recipient => "recipient",
        ItemKind::PhotoChannel => "photo_channel",
        ItemKind::DataCategory => "data_category",
    };
    say(&format!("follow.{about}.{}", kind.key()))
}
