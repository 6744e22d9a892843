//! The texts and the consents of a document: what has to hold of them together, what is doubtful about them.
//!
//! A build without the feature `consent` has `carried::consents` in this place.

use super::Document;
use super::entry::Entry;
use super::history;
use super::import::{Doubt, ImportError, unique};
use crate::domain::consent::{Current, Seal};
use crate::domain::json::{Unknown, Value};

pub use crate::domain::consent::Consent;
pub use crate::domain::notice::NoticeSnapshot;

impl Entry for NoticeSnapshot {
    fn written(&self) -> Value {
        self.unknown.written_with(self)
    }

    fn came_as(&mut self, tree: &Value) {
        self.unknown = Unknown::of(tree, self);
    }
}

impl Entry for Consent {
    fn written(&self) -> Value {
        self.tree()
    }

    fn came_as(&mut self, tree: &Value) {
        self.unknown = Unknown::of(tree, self);
    }
}

impl Document {
    /// Adds a text, unless this exact text is there already. One that is not what its digest says gives way to one
    /// that is: an altered file must not lend its words to the records of others.
    pub fn add_notice(&mut self, notice: NoticeSnapshot) {
        match self.notices.iter_mut().find(|known| known.digest == notice.digest) {
            None => self.notices.push(notice),
            Some(known) if !known.verify() => *known = notice,
            Some(_) => {}
        }
    }
}

/// Checks every text and every history; places are named.
pub(super) fn check(document: &Document) -> Result<(), ImportError> {
    unique("notices", document.notices.iter().map(|notice| &notice.digest))?;
    unique("consents", document.consents.iter().map(|consent| &consent.id))?;
    for (index, consent) in document.consents.iter().enumerate() {
        history::check(consent, &format!("consents[{index}]"), document)?;
    }
    Ok(())
}

/// Checks one history that joins these texts; what a broken one adds up to counts for nothing.
#[cfg(feature = "app")]
pub(super) fn check_one(consent: &mut Consent, document: &Document) -> Result<(), ImportError> {
    history::check(consent, "consent", document)?;
    consent.current = Current::from_events(&consent.events);
    Ok(())
}

/// Which texts and histories do not prove themselves.
pub(super) fn doubts(document: &Document) -> Vec<Doubt> {
    let altered = document.notices.iter().filter(|notice| !notice.verify());
    let mut found: Vec<Doubt> = altered.map(|notice| Doubt::Notice(notice.id.clone())).collect();
    for consent in &document.consents {
        match consent.seal() {
            Seal::Whole => {}
            Seal::Unsealed { .. } => found.push(Doubt::Unsealed(consent.id.clone())),
            Seal::Broken { event, how } => {
                found.push(Doubt::History { consent: consent.id.clone(), event, how });
            }
        }
    }
    found
}

/// What a broken history says it adds up to counts for nothing. Every look at the record shows the break.
pub(super) fn settle(document: &mut Document) {
    for consent in &mut document.consents {
        consent.current = Current::from_events(&consent.events);
    }
}
