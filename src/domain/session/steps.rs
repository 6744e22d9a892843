//! From screen to screen: what comes next, and what came before.

use super::{Route, Session, Step};
use crate::domain::{notice::NoticeSnapshot, time::Timestamp};

/// To the next screen.
pub(super) fn forward(session: &mut Session, notice: &NoticeSnapshot, at: Timestamp) {
    if session.step.takes_evidence() {
        session.attested = Some(session.answers.clone());
    }
    if core::mem::take(&mut session.from_review) {
        session.step = Step::Review;
        return;
    }
    let after_items = if notice.acknowledgements.is_empty() { Step::Respondent } else { Step::Acknowledge };
    session.step = match session.step {
        Step::Topic(index) if index + 1 < notice.sections.len() => Step::Topic(index + 1),
        Step::Topic(_) => {
            session.explained_at.get_or_insert(at);
            if notice.items.is_empty() { after_items } else { Step::Item(0) }
        }
        Step::Item(index) if index + 1 < notice.items.len() => Step::Item(index + 1),
        Step::Item(_) => after_items,
        Step::Change => Step::FollowUp,
        Step::Acknowledge | Step::FollowUp => Step::Respondent,
        Step::Respondent => Step::Who,
        // Where nobody could answer there is no way to answer either.
        Step::Who if session.is_unable() => Step::Review,
        Step::Who => Step::Method,
        // The method screen goes on by choosing, not by "next".
        Step::Method => Step::Method,
        Step::Sign | Step::Voice | Step::Typed | Step::Proxy | Step::Paper | Step::Review => Step::Review,
    };
}

/// To the screen before.
pub(super) fn backward(session: &mut Session, notice: &NoticeSnapshot) {
    if core::mem::take(&mut session.from_review) {
        session.step = Step::Review;
        return;
    }
    let last_topic = Step::Topic(notice.sections.len().saturating_sub(1));
    // A group may have switched off every line that brings a question.
    let last_item = notice.items.len().checked_sub(1).map_or(last_topic, Step::Item);
    session.step = match session.step {
        Step::Topic(index) => Step::Topic(index.saturating_sub(1)),
        Step::Item(0) => last_topic,
        Step::Item(index) => Step::Item(index - 1),
        Step::Acknowledge => last_item,
        Step::Change => Step::Change,
        Step::FollowUp => Step::Change,
        Step::Respondent if session.changes().is_some() => Step::FollowUp,
        Step::Respondent if notice.acknowledgements.is_empty() => last_item,
        Step::Respondent => Step::Acknowledge,
        Step::Who => Step::Respondent,
        Step::Method => Step::Who,
        Step::Sign | Step::Voice | Step::Typed | Step::Proxy | Step::Paper => Step::Method,
        Step::Review if session.is_unable() => Step::Who,
        Step::Review => match session.route {
            Some(Route::Sign) => Step::Sign,
            Some(Route::Voice) => Step::Voice,
            Some(Route::Typed) => Step::Typed,
            Some(Route::Proxy) => Step::Proxy,
            Some(Route::Paper) => Step::Paper,
            None => Step::Method,
        },
    };
}

/// To the screen of a way to answer.
pub(super) fn choose(session: &mut Session, route: Route, now: Timestamp) {
    session.route = Some(route);
    session.step = match route {
        Route::Sign => Step::Sign,
        Route::Voice => Step::Voice,
        Route::Typed => Step::Typed,
        Route::Proxy => Step::Proxy,
        Route::Paper => Step::Paper,
    };
    if route == Route::Voice {
        session.oral.at.get_or_insert(now);
        // The explainer usually is the listener; nobody types a name twice.
        if session.oral.heard_by.is_empty() {
            session.oral.heard_by.clone_from(&session.who.explained_by);
        }
    }
}
