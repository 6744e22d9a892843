//! The number a paper is compared by, and the sentences that stand there where something speaks against the record.
//! Nothing is repaired, and what is broken has no number.

use super::{Block, Phrases};
use crate::domain::{
    consent::Consent,
    notice::{NoticeSnapshot, altered},
};

/// The number of the whole history, the same as on the screen; for a history that is not as it was written the
/// sentence that says so in its place. An explanation that was altered is named besides.
pub(super) fn proof(consent: &Consent, notices: &[NoticeSnapshot], phrases: &Phrases, out: &mut Vec<Block>) {
    if consent.seal().holds() {
        out.push(Block::Number { label: phrases.t("paper.number"), digits: consent.fingerprint() });
    } else {
        out.push(Block::Lead(phrases.t("seal.broken")));
    }
    let shown: Vec<&str> = consent.events.iter().map(|event| &*event.notice.digest).collect();
    if altered(notices, &shown) {
        out.push(Block::Lead(phrases.t("seal.notice")));
    }
}
