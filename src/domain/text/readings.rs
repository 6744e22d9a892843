//! Readings for kanji that were typed without, one word at a time: whoever writes easy Japanese types no braces.
//!
//! What must not live here: which reading is right. Whoever wrote the word knows.

use super::{Piece, is_kanji, neutralise, parse, render};

/// The first run of kanji that has no reading yet; `None` where there is none, or where the notation is broken.
#[must_use]
pub fn first_bare(notation: &str) -> Option<String> {
    parse(notation).ok()?.into_iter().find_map(|piece| match piece {
        Piece::Plain(text) => {
            runs(&text).into_iter().find(|run| run.starts_with(is_kanji)).map(str::to_owned)
        }
        _ => None,
    })
}

/// Puts a reading over every run of kanji that is exactly this one and has none yet. An empty reading, or one
/// with kanji in it, changes nothing, and broken notation stays as it is.
#[must_use]
pub fn give_reading(notation: &str, run: &str, reading: &str) -> String {
    let reading = neutralise(reading);
    let Ok(pieces) = parse(notation) else { return notation.to_owned() };
    if reading.is_empty() || reading.contains(is_kanji) {
        return notation.to_owned();
    }
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Plain(text) => out.extend(runs(&text).into_iter().map(|found| {
                if found == run {
                    Piece::Ruby { base: run.to_owned(), reading: reading.clone() }
                } else {
                    Piece::Plain(found.to_owned())
                }
            })),
            other => out.push(other),
        }
    }
    render(&out)
}

/// The text cut where kanji begin and end; together it is the text again.
fn runs(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kanji = is_kanji(first);
        let end = rest.find(|c| is_kanji(c) != kanji).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        all.push(run);
        rest = after;
    }
    all
}
