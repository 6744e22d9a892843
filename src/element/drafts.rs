//! What `<nattoku-consent>` keeps of conversations that were left in the middle, and where.
//!
//! What must not live here: what is done with them.

use crate::browser::{Env, storage::Keep};
use crate::domain::{
    consent::Consent,
    export::read,
    notice::NoticeSnapshot,
    session::{ConsentDraft, Session},
};
use std::rc::Rc;

/// A first conversation, by the id of its notice: another page of the same group may explain something else.
const DRAFT: &str = "consent.draft.";
/// A conversation that goes a finished record on, by the record's id.
const CHANGE: &str = "consent.change.draft.";

/// The key under which the device keeps this conversation.
pub(super) fn place(session: &Session) -> String {
    match &session.revision {
        Some(revision) => format!("{CHANGE}{}", revision.consent),
        None => format!("{DRAFT}{}", session.notice.id),
    }
}

/// What was left in the middle there, with the very text it is about.
fn kept(env: Env, place: &str) -> Option<ConsentDraft> {
    let draft: ConsentDraft = read(&env.keep.get(place)?).ok()?;
    (draft.session.fits(&draft.notice) && draft.session.is_worth_keeping()).then_some(draft)
}

/// The first conversation that was left in the middle about a notice, whatever became of its words meanwhile.
pub(super) fn of_notice(env: Env, id: &str) -> Option<ConsentDraft> {
    kept(env, &format!("{DRAFT}{id}"))
}

/// What was left of going this record on in the middle, here (`held`) or on the device.
pub(super) fn left_of(
    held: Option<Rc<Session>>,
    env: Env,
    begun: &Session,
    notice: &NoticeSnapshot,
) -> Option<Rc<Session>> {
    let same = |a: &Session, b: &Session| {
        a.revision
            .as_ref()
            .zip(b.revision.as_ref())
            .is_some_and(|(a, b)| a.consent == b.consent && a.anew == b.anew)
    };
    // What another record left here is no reason not to look on the device.
    let fits = |left: &Rc<Session>| left.fits(notice) && same(left, begun);
    held.filter(fits).or_else(|| kept(env, &place(begun)).map(|draft| draft.session).filter(fits))
}

/// Forgets what is kept of this very conversation; what another one left in its place stays.
pub(super) fn forget(env: Env, session: &Session) {
    let place = place(session);
    if kept(env, &place).is_some_and(|draft| draft.session.is_same_talk(session)) {
        env.keep.remove(&place);
    }
}

/// Forgets the conversation that became this record, or the latest part of it.
pub(super) fn forget_finished(env: Env, consent: &Consent, notice: &NoticeSnapshot) {
    let goes_on = consent.events.len() > 1;
    let place = if goes_on { format!("{CHANGE}{}", consent.id) } else { format!("{DRAFT}{}", notice.id) };
    env.keep.remove(&place);
}

/// Forgets every conversation that was left in the middle.
pub(super) fn forget_all(keep: Keep) {
    keep.remove_all(DRAFT);
    keep.remove_all(CHANGE);
}
