//! The copy a person takes home: what they answered, how it was given, what was explained, and whom to tell later.

use super::change::since;
use super::evidence::{circumstances, evidence, people};
use super::phrases::typed;
use super::poster::section;
use super::proof::proof;
use super::{Block, Paper, PaperKind, Phrases};
use crate::domain::{
    consent::{AcknowledgementState, Answer, Consent, ConsentEvent},
    notice::NoticeSnapshot,
};

/// How much of the explanation stands on the copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amount {
    /// The titles, and whole only what is needed afterwards: how to change an answer, whom to ask.
    #[default]
    Short,
    /// Every line.
    Full,
}

/// The sections that a person needs again later: what can be asked for at any time, whom to ask, who they are.
const LATER: [&str; 3] = ["right", "ask", "who"];

/// The copy of a consent as it stands now; `None` when nothing was decided yet. The answers are those that hold and the
/// number is that of the whole history; what was explained, and how the answers were given, is that of the latest
/// decision, and every change of mind since then follows with its own evidence. Without the text that was explained (a
/// record of an incomplete document) the questions are missing, never the answers.
#[must_use]
pub fn copy(
    consent: &Consent,
    notices: &[NoticeSnapshot],
    amount: Amount,
    phrases: &Phrases,
) -> Option<Paper> {
    let event = consent.latest_decision()?;
    let notice = notices.iter().find(|notice| notice.digest == event.notice.digest);
    let mut out = head("paper.copy.title", consent, event, notices, phrases);
    if let Some(outcome) = consent.current.outcome {
        out.push(Block::Lead(phrases.of("outcome", outcome.key())));
    }
    let given = consent.current.answers.iter().map(|given| (given.item.as_str(), Some(given.answer)));
    let open = consent.current.unanswered.iter().map(|item| (item.as_str(), None));
    answers(&given.chain(open).collect::<Vec<_>>(), notice, phrases, &mut out);
    acknowledgements(event, notice, phrases, &mut out);
    out.push(Block::Heading(phrases.t("review.method")));
    evidence(event, amount, phrases, &mut out);
    people(event, phrases, &mut out);
    if amount == Amount::Full {
        circumstances(event, notice, phrases, &mut out);
        if consent.seal().holds() {
            out.push(Block::Line(phrases.t("paper.number.lead")));
        }
    }
    since(consent, notices, phrases, &mut out);
    if let Some(notice) = notice {
        explained(notice, amount, phrases, &mut out);
    }
    Some(Paper { kind: PaperKind::Copy, easy: phrases.is_easy(), blocks: out })
}

/// What every paper for one person begins with: its title, whose it is, when, and the number to compare it by.
pub(super) fn head(
    title: &str,
    consent: &Consent,
    event: &ConsentEvent,
    notices: &[NoticeSnapshot],
    phrases: &Phrases,
) -> Vec<Block> {
    let mut out = vec![
        Block::Title(phrases.t(title)),
        Block::Line(phrases.t("paper.keep")),
        Block::Fact {
            label: phrases.t("who.name"),
            said: vec![phrases.name(&consent.subject.name, &consent.subject.kana)],
        },
        Block::Fact { label: phrases.t("paper.when"), said: vec![phrases.time(event.decided_at)] },
    ];
    proof(consent, notices, phrases, &mut out);
    out
}

/// Every question that was asked, under its heading, with what holds; what nobody knows the question of last.
fn answers(
    all: &[(&str, Option<Answer>)],
    notice: Option<&NoticeSnapshot>,
    phrases: &Phrases,
    out: &mut Vec<Block>,
) {
    let mut told = Vec::new();
    for group in notice.iter().flat_map(|notice| &notice.groups) {
        let items = notice.iter().flat_map(|notice| notice.items_in(&group.id));
        let items: Vec<_> =
            items.filter_map(|item| Some((item, all.iter().find(|(id, _)| *id == item.id)?.1))).collect();
        if !items.is_empty() {
            out.push(Block::Heading(phrases.pick(&group.title)));
        }
        for (item, answer) in items {
            told.push(item.id.as_str());
            out.push(Block::Answer {
                short: phrases.pick(&item.short),
                asked: phrases.pick(&item.title),
                said: phrases.answer(answer),
                before: None,
            });
        }
    }
    for (id, answer) in all.iter().filter(|(id, _)| !told.contains(id)) {
        let said = phrases.answer(*answer);
        out.push(Block::Answer { short: typed(id), asked: String::new(), said, before: None });
    }
}

/// What was heard. It is no answer, and stands below them.
fn acknowledgements(
    event: &ConsentEvent,
    notice: Option<&NoticeSnapshot>,
    phrases: &Phrases,
    out: &mut Vec<Block>,
) {
    for known in &event.acknowledgements {
        let said = phrases.t(match known.state {
            AcknowledgementState::Acknowledged => "ack.acknowledged",
            AcknowledgementState::Declined => "ack.declined",
        });
        let title = notice.and_then(|notice| notice.acknowledgements.iter().find(|a| a.id == known.id));
        let asked = title.map_or_else(|| typed(&known.id), |a| phrases.pick(&a.title));
        out.push(Block::Answer { short: phrases.t("paper.heard"), asked, said, before: None });
    }
}

/// What was explained: every line, or the titles with what is needed later in full.
fn explained(notice: &NoticeSnapshot, amount: Amount, phrases: &Phrases, out: &mut Vec<Block>) {
    if amount == Amount::Full {
        out.push(Block::Heading(phrases.pick(&notice.title)));
        notice.sections.iter().for_each(|one| section(one, true, phrases, out));
        return;
    }
    later(notice, phrases, out);
    out.push(Block::Heading(phrases.t("paper.topics")));
    let rest = notice.sections.iter().filter(|one| !LATER.contains(&one.id.as_str()));
    out.push(Block::Titles(rest.map(|one| phrases.pick(&one.title)).collect()));
    out.push(Block::Line(phrases.t("paper.topics.lead")));
}

/// What a person needs again: how to change an answer, whom to ask, who they are.
pub(super) fn later(notice: &NoticeSnapshot, phrases: &Phrases, out: &mut Vec<Block>) {
    for one in LATER.iter().filter_map(|id| notice.section(id)) {
        section(one, false, phrases, out);
    }
}
