//! Whether the history of a consent can have happened: places are named, nothing is mended.
//!
//! A history whose chain is broken is taken in all the same, to be shown with its break; then only what every event
//! must be by itself is checked here.

use super::Document;
use super::import::{ImportError, ImportErrorKind, unique};
use crate::domain::consent::{Answer, Consent, ConsentEvent, Current, EventKind, NoticeRef};
use crate::domain::time::Timestamp;

fn wrong(place: impl Into<String>, cause: &str) -> Result<(), ImportError> {
    Err(ImportError::new(ImportErrorKind::Inconsistent, place, cause))
}

/// The same error seen from the entry around it.
fn below(mut error: ImportError, entry: &str) -> ImportError {
    error.place = format!("{entry}.{}", error.place);
    error
}

pub(super) fn check(consent: &Consent, place: &str, document: &Document) -> Result<(), ImportError> {
    if consent.events.is_empty() {
        return wrong(format!("{place}.events"), "a consent has at least one event");
    }
    unique(&format!("{place}.events"), consent.events.iter().map(|event| &event.id))?;
    let whole = consent.seal().holds();
    let mut before = Current::default();
    for (index, event) in consent.events.iter().enumerate() {
        let after = before.clone().after(event);
        let earlier = &consent.events[..index];
        check_event(event, document)
            .and_then(|()| if whole { check_order(event, earlier, &before, &after) } else { Ok(()) })
            .map_err(|error| below(error, &format!("{place}.events[{index}]")))?;
        before = after;
    }
    if whole && consent.current != before {
        return wrong(format!("{place}.current"), "does not follow from the events");
    }
    Ok(())
}

/// Checks an event against those before it.
fn check_order(
    event: &ConsentEvent,
    earlier: &[ConsentEvent],
    before: &Current,
    after: &Current,
) -> Result<(), ImportError> {
    if earlier.is_empty() && event.kind != EventKind::Decided {
        return wrong("type", "there is nothing before it that could be changed or taken back");
    }
    if Some(event.outcome) != after.outcome {
        return wrong("outcome", "does not follow from the answers");
    }
    let Some(last) = earlier.last() else { return Ok(()) };
    if event.decided_at < last.decided_at {
        return wrong("decidedAt", "it is older than what it changes");
    }
    // What is entered by hand knows no seconds.
    let minute = |at: Timestamp| at.epoch_seconds().div_euclid(60);
    if event.oral.as_ref().is_some_and(|oral| minute(oral.at) < minute(last.decided_at)) {
        return wrong("oral.at", "it is older than what it changes");
    }
    if event.paper.as_ref().is_some_and(|sheet| sheet.signed_on < last.decided_at.date()) {
        return wrong("paper.signedOn", "it is older than what it changes");
    }
    if event.recorded_at < last.recorded_at {
        return wrong("recordedAt", "it was recorded before what it follows");
    }
    if event.kind == EventKind::Decided {
        return Ok(());
    }
    let mut decided = earlier.iter().rev().filter(|event| event.kind == EventKind::Decided);
    let about = decided.clone().find(|event| event.unable.is_none()).or_else(|| decided.next());
    if about.is_none_or(|decided| decided.notice != event.notice) {
        return wrong("notice", "a change of mind is about the text that was explained last");
    }
    let asked = |item: &String| before.answer(item).is_some() || before.unanswered.contains(item);
    if let Some(at) = event.answers.iter().position(|given| !asked(&given.item)) {
        return wrong(format!("answers[{at}].item"), "this item was not asked before");
    }
    Ok(())
}

/// Checks one event; places are those inside it.
fn check_event(event: &ConsentEvent, document: &Document) -> Result<(), ImportError> {
    let answered = event.answers.iter().map(|given| &given.item);
    unique("answers", answered.clone())?;
    unique("unanswered", event.unanswered.iter())?;
    unique("acknowledgements", event.acknowledgements.iter().map(|heard| &heard.id))?;
    if let Some(explained) = &event.explained {
        unique("explained.topics", explained.topics.iter().map(|topic| &topic.section))?;
    }
    if let Some(both) = event.unanswered.iter().position(|item| answered.clone().any(|given| given == item)) {
        return wrong(format!("unanswered[{both}]"), "this item has an answer");
    }
    if !event.evidence_matches_method() {
        return wrong("method", "the evidence does not fit the method");
    }
    check_kind(event)?;
    check_times(event)?;
    let Some(notice) = document.notices.iter().find(|notice| notice.digest == event.notice.digest) else {
        return wrong("notice.digest", "the text that was shown is not in the document");
    };
    if event.notice != NoticeRef::of(notice) {
        return wrong("notice", "the id or version is not that of the text with this digest");
    }
    let foreign = "not an item of the text that was shown";
    if let Some(at) = answered.clone().position(|item| notice.item(item).is_none()) {
        return wrong(format!("answers[{at}].item"), foreign);
    }
    if let Some(at) = event.unanswered.iter().position(|item| notice.item(item).is_none()) {
        return wrong(format!("unanswered[{at}]"), foreign);
    }
    Ok(())
}

/// A decision was explained; a change of mind was received, and has answers.
fn check_kind(event: &ConsentEvent) -> Result<(), ImportError> {
    let decided = event.kind == EventKind::Decided;
    if event.explained.is_some() != decided {
        return wrong("explained", "it is there with a decision and with nothing else");
    }
    if event.received.as_ref().is_some_and(|received| !received.by.trim().is_empty()) == decided {
        return wrong("received.by", "a change of mind names who received it, a decision has none");
    }
    if !decided && event.answers.is_empty() {
        return wrong("answers", "a change of mind changes something");
    }
    if !decided && !event.unanswered.is_empty() {
        return wrong("unanswered", "a change of mind asks nothing");
    }
    let back = |answer: Answer| answer == Answer::Withheld;
    if event.kind == EventKind::Withdrawn && !event.answers.iter().all(|given| back(given.answer)) {
        return wrong("answers", "taking back allows nothing");
    }
    if event.unable.is_some() && !(decided && event.answers.is_empty()) {
        return wrong("unable", "a wish that could not be confirmed is no answer");
    }
    Ok(())
}

fn check_times(event: &ConsentEvent) -> Result<(), ImportError> {
    let recorded = event.recorded_at;
    let (from, to) =
        event.explained.as_ref().map_or((event.decided_at, recorded), |told| (told.from, told.to));
    let spoken = event.oral.as_ref().map_or(recorded, |oral| oral.at);
    for (place, earlier, later) in [
        ("explained.to", from, to),
        ("decidedAt", from, event.decided_at),
        ("recordedAt", to, recorded),
        ("recordedAt", event.decided_at, recorded),
        ("oral.at", spoken, recorded),
    ] {
        if earlier > later {
            return wrong(place, "the times are in an impossible order");
        }
    }
    let signed = event.paper.as_ref().map(|paper| &paper.signed_on);
    if signed.is_some_and(|day| *day > recorded.date()) {
        return wrong("paper.signedOn", "the times are in an impossible order");
    }
    let dated = event.respondent.as_ref().and_then(|who| who.representative.as_ref()?.mandate_dated.as_ref());
    if dated.is_some_and(|day| *day > recorded.date()) {
        return wrong("respondent.representative.mandateDated", "the times are in an impossible order");
    }
    Ok(())
}
