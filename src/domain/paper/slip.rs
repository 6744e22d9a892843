//! The slip for a change of mind: what was changed, from when, who received it, what follows (`003 A-3-4 ③④`, `004-28`).

use super::change::changes;
use super::copy::{head, later};
use super::evidence::{evidence, people};
use super::{Amount, Block, Paper, PaperKind, Phrases};
use crate::domain::{
    consent::{Consent, Current, EventKind},
    notice::NoticeSnapshot,
};

/// The slip for the latest event of a consent; `None` where that is no change of mind.
#[must_use]
pub fn slip(consent: &Consent, notices: &[NoticeSnapshot], phrases: &Phrases) -> Option<Paper> {
    let (event, earlier) = consent.events.split_last()?;
    let title = match event.kind {
        EventKind::Decided => return None,
        EventKind::Changed => "paper.slip.changed",
        EventKind::Withdrawn => "paper.slip.withdrawn",
    };
    let before = Current::from_events(earlier);
    let notice = notices.iter().find(|notice| notice.digest == event.notice.digest);
    let mut out = head(title, consent, event, notices, phrases);
    out.push(Block::Heading(phrases.t("paper.slip.what")));
    changes(event, &before, notice, phrases, &mut out);
    out.push(Block::Line(phrases.t("paper.slip.from")));
    if !event.follow_ups.is_empty() {
        out.push(Block::Heading(phrases.t("paper.slip.next")));
        // In the very words the person was told, whatever the wording of this paper.
        out.extend(event.follow_ups.iter().map(|next| Block::Bullet(next.text.clone())));
    }
    out.push(Block::Heading(phrases.t("review.method")));
    evidence(event, Amount::Short, phrases, &mut out);
    people(event, phrases, &mut out);
    if let Some(notice) = notice {
        later(notice, phrases, &mut out);
    }
    Some(Paper { kind: PaperKind::Copy, easy: phrases.is_easy(), blocks: out })
}
