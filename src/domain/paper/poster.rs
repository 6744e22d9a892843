//! The notice on its own: every section, large, for a wall or a counter; and the form with its questions to write on.

use super::{Block, Paper, PaperKind, Phrases};
use crate::domain::{
    consent::Answer,
    digest,
    notice::{LineKind, NoticeSnapshot, SnapshotSection, line_kind},
};

/// The notice for everyone to read at any time (A-2 §26).
#[must_use]
pub fn poster(notice: &NoticeSnapshot, phrases: &Phrases) -> Paper {
    let mut out = vec![Block::Title(phrases.pick(&notice.title))];
    notice.sections.iter().for_each(|one| section(one, false, phrases, &mut out));
    version(notice, phrases, &mut out);
    Paper { kind: PaperKind::Poster, easy: phrases.is_easy(), blocks: out }
}

/// The questions with their four answers to circle, and lines to write on (RD-13). Nothing is filled in.
#[must_use]
pub fn form(notice: &NoticeSnapshot, phrases: &Phrases) -> Paper {
    let mut out = vec![
        Block::Title(phrases.t("paper.form.title")),
        Block::Line(phrases.t("paper.form.lead")),
        Block::Line(phrases.t("paper.form.free")),
    ];
    let options: Vec<String> = Answer::ALL.into_iter().map(|answer| phrases.answer(Some(answer))).collect();
    for group in &notice.groups {
        out.push(Block::Heading(phrases.pick(&group.title)));
        for item in notice.items_in(&group.id) {
            out.push(Block::Choice { asked: phrases.pick(&item.title), options: options.clone() });
        }
    }
    for heard in &notice.acknowledgements {
        let both = ["ack.acknowledged", "ack.declined"].map(|key| phrases.t(key));
        out.push(Block::Heading(phrases.t("paper.heard")));
        out.push(Block::Choice { asked: phrases.pick(&heard.title), options: both.to_vec() });
    }
    out.push(Block::Heading(phrases.t("paper.form.write")));
    for label in ["paper.form.date", "paper.form.name", "who.explained_by", "paper.form.witness"] {
        out.push(Block::Blank(phrases.t(label)));
    }
    version(notice, phrases, &mut out);
    Paper { kind: PaperKind::Form, easy: phrases.is_easy(), blocks: out }
}

/// One section with its lines; `below` another heading, or on its own.
pub(super) fn section(section: &SnapshotSection, below: bool, phrases: &Phrases, out: &mut Vec<Block>) {
    let title = phrases.pick(&section.title);
    out.push(if below { Block::Subheading(title) } else { Block::Heading(title) });
    out.extend(section.lines(phrases.reading()).iter().map(|line| match line_kind(line) {
        LineKind::Paragraph(text) => Block::Line(text.to_owned()),
        LineKind::Bullet(text) => Block::Bullet(text.to_owned()),
        LineKind::Numbered(number, text) => Block::Numbered(number, text.to_owned()),
    }));
}

/// Which text this is, so that a paper on the wall can be compared with the one in a record.
fn version(notice: &NoticeSnapshot, phrases: &Phrases, out: &mut Vec<Block>) {
    out.push(Block::Number {
        label: format!("{} {} {}", phrases.t("record.notice"), notice.id, notice.version),
        digits: digest::spoken(&notice.digest),
    });
}
