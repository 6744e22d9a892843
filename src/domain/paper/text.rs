//! A paper as plain text, for a braille transcriber or a screen reader (004 A-4-4).

use super::{Block, Paper};
use crate::domain::text::{Piece, base_text, parse, without_word_spacing};

/// Which characters a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// As it is written, without the readings.
    Written,
    /// The reading in place of every kanji that has one, with the spaces between phrases: what braille is made of.
    Kana,
}

/// The whole paper, a line each, an empty line before each heading. Lines end with `\n`, the last one too.
#[must_use]
pub fn to_text(paper: &Paper, form: TextForm) -> String {
    let mut out = String::new();
    for block in &paper.blocks {
        if matches!(block, Block::Heading(_) | Block::Subheading(_)) {
            out.push('\n');
        }
        for line in lines(block) {
            out.push_str(&say(&line, form));
            out.push('\n');
        }
    }
    out
}

/// The lines of one block, in notation.
fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Title(text)
        | Block::Lead(text)
        | Block::Heading(text)
        | Block::Subheading(text)
        | Block::Line(text) => vec![text.clone()],
        Block::Bullet(text) => vec![format!("・{text}")],
        Block::Titles(titles) => titles.iter().map(|title| format!("・{title}")).collect(),
        Block::Numbered(number, text) => vec![format!("{number} {text}")],
        Block::Answer { short, asked, said, before } => [short, asked, said]
            .into_iter()
            .chain(before)
            .filter(|text| !text.is_empty())
            .cloned()
            .reduce(|before, next| format!("{before}：{next}"))
            .into_iter()
            .collect(),
        Block::Fact { label, said } => match said.as_slice() {
            [one] => vec![format!("{label}：{one}")],
            many => core::iter::once(format!("{label}：")).chain(many.iter().cloned()).collect(),
        },
        // A drawing has no letters: that there is one is all a text can say.
        Block::Ink { label, .. } => vec![label.clone()],
        Block::Number { label, digits } => vec![format!("{label}：{digits}")],
        Block::Choice { asked, options } => core::iter::once(asked.clone())
            .chain(options.iter().map(|option| format!("・{option}")))
            .collect(),
        Block::Blank(label) => vec![format!("{label}：")],
    }
}

fn say(notation: &str, form: TextForm) -> String {
    let Ok(pieces) = parse(notation) else { return notation.to_owned() };
    match form {
        TextForm::Written => base_text(&without_word_spacing(&pieces)),
        TextForm::Kana => {
            let kana = pieces.into_iter().map(|piece| match piece {
                Piece::Ruby { reading, .. } => Piece::Plain(reading),
                other => other,
            });
            base_text(&kana.collect::<Vec<_>>())
        }
    }
}
