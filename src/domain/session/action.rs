//! Everything that can happen in the conversation, and the one pure transition.

use super::steps::{backward, choose, forward};
use super::{BeforeMany, Field, RoleChoice, Route, Session, Step, Ticks};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::{
    consent::{AcknowledgementState, AgeBand, Answer, IdentityCheck, Topic, Understanding},
    notice::NoticeSnapshot,
    signature::Stroke,
    text::Reading,
    time::Timestamp,
};

/// Which items "all the same" speaks of.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "snake_case")]
pub enum AnswerMany {
    /// Every item of this group.
    Group(String),
    /// Every item that has no answer yet ("not today").
    Open,
}

/// Something a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// To the next screen.
    Next(Timestamp),
    /// To the screen before.
    Back,
    /// Straight to a screen, from the review.
    Visit(Step),
    /// Leaves a topic that was on the screen, whatever the person said about it.
    Explain {
        /// Section id.
        section: String,
        /// The wording on the screen.
        reading: Reading,
    },
    /// Says how a topic was left.
    Understand {
        /// Section id.
        section: String,
        /// What the person said.
        understanding: Understanding,
        /// The wording on the screen.
        reading: Reading,
    },
    /// The device began to read a topic aloud.
    ReadAloud {
        /// Section id.
        section: String,
        /// The wording that is read.
        reading: Reading,
    },
    /// Answers one item.
    Answer {
        /// Item id.
        item: String,
        /// What the person said.
        answer: Answer,
        /// When.
        at: Timestamp,
    },
    /// Gives several items one answer: an explicit act of the person.
    AnswerMany {
        /// Which items.
        which: AnswerMany,
        /// What the person said.
        answer: Answer,
        /// When.
        at: Timestamp,
    },
    /// Leaves the answer of a finished record as it is, after all.
    Keep {
        /// Item id.
        item: String,
    },
    /// Takes everything back that a finished record allows.
    WithdrawAll {
        /// When.
        at: Timestamp,
    },
    /// Takes the latest [`Action::AnswerMany`] back.
    UndoMany,
    /// Acknowledges something, or declines to.
    Acknowledge {
        /// Id of the acknowledgement.
        id: String,
        /// Heard or declined.
        state: AcknowledgementState,
    },
    /// Types into a field.
    Edit(Field, String),
    /// Says how identity was known.
    Identify(IdentityCheck),
    /// Says who answers.
    Respond(RoleChoice),
    /// Says how old the person is.
    Age(AgeBand),
    /// Says whether the family beside the person agrees as well; none when they were not asked.
    FamilyAgrees(Option<bool>),
    /// Ticks an id on a list, or takes the tick away.
    Tick {
        /// Which list.
        list: Ticks,
        /// Which id.
        id: String,
        /// Whether it is ticked now.
        on: bool,
    },
    /// Says whether the provider of information confirmed that the person agreed.
    ConsentConfirmed(bool),
    /// Says whether a paper that says so was handed over.
    DocumentReceived(bool),
    /// The person's wish cannot be confirmed today: to the screen that says what was tried.
    CannotConfirm,
    /// Chooses the way to answer and opens its screen.
    Choose(Route, Timestamp),
    /// Draws a stroke.
    Draw(Stroke),
    /// Takes the latest stroke, or the clearing, back.
    UndoStroke,
    /// Clears the pad.
    ClearPad,
    /// The sentence above the typed name, as shown.
    State(String),
    /// Corrects when the answer was spoken.
    SpokenAt(Option<Timestamp>),
    /// The scope was read out in these words.
    ReadOut(String),
    /// Says whether the scope was read back and is right.
    ReadBack(bool),
    /// Confirms that answers stand that allow less than when they were signed. A spoken answer is read back anew; a yes
    /// that came later asks for the evidence anew.
    Reconfirm,
}

/// What the state becomes when `action` happens. Knows no clock: times come inside the action.
///
/// Actions that name an unknown screen, section, item or acknowledgement change nothing.
#[must_use]
pub fn apply(session: &Session, notice: &NoticeSnapshot, action: Action) -> Session {
    let mut next = session.clone();
    let moves = match action {
        Action::Next(_) | Action::Back | Action::Choose(..) => true,
        Action::Visit(step) => session.has(step, notice),
        _ => false,
    };
    if moves {
        next.leave_screen();
    }
    match action {
        Action::Next(at) => forward(&mut next, notice, at),
        Action::Back => backward(&mut next, notice),
        Action::Visit(step) => {
            if session.has(step, notice) {
                next.from_review = session.step == Step::Review && step != Step::Review;
                next.step = step;
            }
        }
        Action::Explain { section, reading } => {
            topic_mut(&mut next, notice, &section, reading);
        }
        Action::Understand { section, understanding, reading } => {
            if let Some(topic) = topic_mut(&mut next, notice, &section, reading) {
                topic.understanding = Some(understanding);
                topic.asked_again |= understanding == Understanding::AskedAgain;
            }
        }
        Action::ReadAloud { section, reading } => {
            if let Some(topic) = topic_mut(&mut next, notice, &section, reading) {
                topic.read_aloud = true;
            }
        }
        Action::Answer { item, answer, at } => {
            // An answer that is what it was is no change of mind.
            let as_before = session.changes().is_some_and(|before| before.answer(&item) == Some(answer));
            if as_before {
                next.keep(&item);
            } else if notice.items.iter().any(|known| known.id == item) {
                next.decided_alone(&item);
                set_answers(&mut next, [item], answer, at);
            }
        }
        Action::AnswerMany { which, answer, at } => {
            // A change of mind is said item by item, or of everything at once.
            let asked = session.changes().is_none();
            let items: Vec<String> = notice
                .items
                .iter()
                .filter(|_| asked)
                .filter(|item| match &which {
                    AnswerMany::Group(group) => item.group == *group,
                    AnswerMany::Open => !session.answers.contains_key(&item.id),
                })
                .map(|item| item.id.clone())
                .collect();
            if !items.is_empty() {
                let (answers, decided_at) = (session.answers.clone(), session.decided_at);
                let changed = items.clone();
                next.before_many = Some(BeforeMany { which, answer, answers, items: changed, decided_at });
                set_answers(&mut next, items, answer, at);
            }
        }
        Action::Keep { item } => {
            if session.changes().is_some() {
                next.keep(&item);
            }
        }
        Action::WithdrawAll { at } => {
            next.withdraw_all(at);
        }
        Action::UndoMany => {
            if let Some(before) = next.before_many.take() {
                for item in before.items {
                    match before.answers.get(&item) {
                        Some(answer) => next.answers.insert(item, *answer),
                        None => next.answers.remove(&item),
                    };
                }
                // Only what nothing was decided after goes back in time.
                if next.answers == before.answers {
                    next.decided_at = before.decided_at;
                }
                next.unread();
            }
        }
        Action::Acknowledge { id, state } => {
            if notice.acknowledgements.iter().any(|known| known.id == id) {
                next.acknowledgements.insert(id, state);
            }
        }
        Action::Edit(field, text) => *field.of_mut(&mut next) = text,
        Action::Identify(check) => next.who.identity = Some(check),
        Action::Respond(role) => next.respondent.role = Some(role),
        Action::Age(age) => next.respondent.age = Some(age),
        Action::FamilyAgrees(agrees) => next.respondent.agrees = agrees,
        Action::Tick { list, id, on } => next.tick(list, id, on),
        Action::ConsentConfirmed(yes) => next.told.consent_confirmed = yes,
        Action::DocumentReceived(yes) => next.told.document_received = yes,
        Action::CannotConfirm => {
            if session.changes().is_none() {
                next.respondent.role = Some(RoleChoice::Unable);
                next.step = Step::Respondent;
            }
        }
        Action::Choose(route, now) => choose(&mut next, route, now),
        Action::Draw(stroke) => {
            next.pad.push(stroke);
        }
        Action::UndoStroke => {
            next.pad.undo();
        }
        Action::ClearPad => {
            next.pad.clear();
        }
        Action::State(statement) => next.typed.statement = statement,
        Action::SpokenAt(at) => next.oral.at = at,
        Action::ReadOut(scope) => next.oral.scope = Some(scope),
        Action::ReadBack(yes) => next.oral.read_back = yes,
        Action::Reconfirm => next.reconfirm(),
    }
    next
}

fn set_answers(
    session: &mut Session,
    items: impl IntoIterator<Item = String>,
    answer: Answer,
    at: Timestamp,
) {
    for item in items {
        session.answers.insert(item, answer);
    }
    session.decided_at = Some(at);
    session.unread();
}

fn topic_mut<'a>(
    session: &'a mut Session,
    notice: &NoticeSnapshot,
    section: &str,
    reading: Reading,
) -> Option<&'a mut Topic> {
    notice.sections.iter().find(|known| known.id == section)?;
    let topic = session.topics.get_or_insert_with(section, || Topic {
        section: section.to_owned(),
        reading,
        understanding: None,
        asked_again: false,
        read_aloud: false,
    });
    topic.reading = reading;
    Some(topic)
}
