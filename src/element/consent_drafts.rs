//! What `<nattoku-consent>` keeps of conversations that were left in the middle. The text a conversation is about is an entry of
//! its own, written once; the conversation names it by its digest.
//!
//! What must not live here: what is done with them.

use super::drafts::Drafts;
use crate::domain::{
    consent::Consent,
    export::read,
    json,
    notice::NoticeSnapshot,
    session::{ConsentDraft, Session},
};
use std::rc::Rc;

/// The beginnings of all keys.
pub(super) const PREFIXES: &[&str] = &[DRAFT, CHANGE];

/// A first conversation, by the id of its notice: another page of the same group may explain something else.
const DRAFT: &str = "consent.draft.";
/// A conversation that goes a finished record on, by the record's id.
const CHANGE: &str = "consent.change.draft.";
/// Behind a draft's key: its text.
const NOTICE: &str = ".notice";

fn place(session: &Session) -> String {
    match &session.revision {
        Some(revision) => format!("{CHANGE}{}", revision.consent),
        None => format!("{DRAFT}{}", session.notice.id),
    }
}

/// What was left in the middle there, with the very text it is about.
fn kept(drafts: &Drafts, place: &str) -> Option<ConsentDraft> {
    let text = drafts.get(place)?;
    let draft = match read::<ConsentDraft>(&text) {
        // As earlier versions wrote it: with its text.
        Ok(whole) => whole,
        Err(_) => ConsentDraft {
            session: Rc::new(read::<Session>(&text).ok()?),
            notice: Rc::new(read::<NoticeSnapshot>(&drafts.get(&format!("{place}{NOTICE}"))?).ok()?),
        },
    };
    (draft.session.fits(&draft.notice) && draft.session.is_worth_keeping()).then_some(draft)
}

/// The first conversation that was left in the middle about a notice, whatever became of its words meanwhile.
pub(super) fn of_notice(drafts: &Drafts, id: &str) -> Option<ConsentDraft> {
    let place = format!("{DRAFT}{id}");
    drafts.begin(&place);
    drafts.begin(&format!("{place}{NOTICE}"));
    kept(drafts, &place)
}

/// What was left of going this record on in the middle, here (`held`) or on the device.
pub(super) fn left_of(
    held: Option<Rc<Session>>,
    drafts: &Drafts,
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
    let place = place(begun);
    drafts.begin(&place);
    drafts.begin(&format!("{place}{NOTICE}"));
    held.filter(fits).or_else(|| kept(drafts, &place).map(|draft| draft.session).filter(fits))
}

/// Keeps a conversation; its text only when it is another one than before.
pub(super) fn keep(drafts: &Drafts, session: &Session, notice: &NoticeSnapshot) {
    let place = place(session);
    let about = format!("{place}{NOTICE}");
    let is_known = drafts.get(&about).is_some_and(|text| text.contains(&notice.digest));
    if !is_known {
        drafts.put(&about, json::text(notice));
    }
    drafts.put(&place, json::text(session));
}

fn remove(drafts: &Drafts, place: &str) {
    drafts.remove(place);
    drafts.remove(&format!("{place}{NOTICE}"));
}

/// Forgets what is kept of this very conversation; what another one left in its place stays.
pub(super) fn forget(drafts: &Drafts, session: &Session) {
    let place = place(session);
    if kept(drafts, &place).is_some_and(|draft| draft.session.is_same_talk(session)) {
        remove(drafts, &place);
    }
}

/// Forgets the conversation that became this record, or the latest part of it.
pub(super) fn forget_finished(drafts: &Drafts, consent: &Consent, notice: &NoticeSnapshot) {
    let goes_on = consent.events.len() > 1;
    let place = if goes_on { format!("{CHANGE}{}", consent.id) } else { format!("{DRAFT}{}", notice.id) };
    remove(drafts, &place);
}

/// Forgets every conversation that was left in the middle.
pub(super) fn forget_all(drafts: &Drafts) {
    drafts.remove_all(DRAFT);
    drafts.remove_all(CHANGE);
}
