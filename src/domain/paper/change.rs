//! One change of mind as a paper tells it: what each answer was and what it became, and how that was said.

use super::evidence::{evidence, people};
use super::phrases::typed;
use super::{Amount, Block, Phrases};
use crate::domain::{
    consent::{Consent, ConsentEvent, Current, EventKind},
    notice::NoticeSnapshot,
};

/// The answers that an event changed, with what they were before it.
pub(super) fn changes(
    event: &ConsentEvent,
    before: &Current,
    notice: Option<&NoticeSnapshot>,
    phrases: &Phrases,
    out: &mut Vec<Block>,
) {
    for given in &event.answers {
        let item = notice.and_then(|notice| notice.item(&given.item));
        let was = phrases.answer(before.answer(&given.item));
        out.push(Block::Answer {
            short: item.map_or_else(|| typed(&given.item), |item| phrases.pick(&item.short)),
            asked: item.map(|item| phrases.pick(&item.title)).unwrap_or_default(),
            said: phrases.answer(Some(given.answer)),
            before: Some(phrases.with("paper.slip.before", &[("answer", &was)])),
        });
    }
}

/// Everything that happened after the latest explanation was answered, in short: a heading for each, when it was, what
/// it changed, how it was said and who received it.
pub(super) fn since(consent: &Consent, notices: &[NoticeSnapshot], phrases: &Phrases, out: &mut Vec<Block>) {
    let decided = consent.events.iter().rposition(|event| event.kind == EventKind::Decided);
    let first = decided.map_or(0, |index| index + 1);
    let mut before = Current::from_events(&consent.events[..first]);
    for event in &consent.events[first..] {
        let what = match event.kind {
            EventKind::Withdrawn => "history.withdrawn",
            EventKind::Changed | EventKind::Decided => "history.changed",
        };
        out.push(Block::Heading(phrases.t(what)));
        out.push(Block::Fact { label: phrases.t("paper.when"), said: vec![phrases.time(event.decided_at)] });
        let notice = notices.iter().find(|notice| notice.digest == event.notice.digest);
        changes(event, &before, notice, phrases, out);
        evidence(event, Amount::Short, phrases, out);
        people(event, phrases, out);
        before = before.after(event);
    }
}
