//! The pieces a line falls into, and what can be asked of them: what is seen, what is spoken, how phrases are spaced.
//!
//! No HTML here: the interface turns pieces into `<ruby>`, print and speech each take the view they need.

/// One piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as it stands.
    Plain(String),
    /// `{漢字|かんじ}`.
    Ruby {
        /// What is written: 漢字.
        base: String,
        /// What is read: かんじ.
        reading: String,
    },
    /// `{{name}}`, still to be filled with a value of the organisation.
    Placeholder(String),
}

impl Piece {
    /// What is seen of this piece without ruby; a placeholder shows as its notation.
    fn base(&self) -> std::borrow::Cow<'_, str> {
        match self {
            Self::Plain(text) => text.as_str().into(),
            Self::Ruby { base, .. } => base.as_str().into(),
            Self::Placeholder(name) => format!("{{{{{name}}}}}").into(),
        }
    }
}

/// Whether a character is a kanji that the easy register must give a reading for (YN-04): the CJK ideographs with
/// their extensions and compatibility forms, and the repeat mark 々. 〇 is a circle here, not a numeral.
#[must_use]
pub const fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Japanese script or its punctuation: a half-width space between two of these separates phrases and nothing else.
const fn is_japanese(c: char) -> bool {
    is_kanji(c) || matches!(c, '\u{3001}'..='\u{30FF}' | '\u{FF01}'..='\u{FF9F}')
}

/// The line as notation again: the inverse of [`parse`](super::parse).
#[must_use]
pub fn render(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Plain(text) => out.push_str(text),
            Piece::Ruby { base, reading } => {
                for part in ["{", base, "|", reading, "}"] {
                    out.push_str(part);
                }
            }
            Piece::Placeholder(_) => out.push_str(&piece.base()),
        }
    }
    out
}

/// What is written, without the readings. A placeholder that is still open stays visible as `{{name}}`.
#[must_use]
pub fn base_text(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::base).collect()
}

/// What a voice should say: the reading in place of the kanji, and no spaces between phrases. Speech engines read
/// `<ruby>` twice or guess kanji wrongly; this text leaves them nothing to guess.
#[must_use]
pub fn spoken_text(pieces: &[Piece]) -> String {
    let spoken: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Ruby { reading, .. } => reading.as_str().into(),
            other => other.base(),
        })
        .collect();
    strip_word_spacing(&spoken)
}

/// Whether a kanji stands outside ruby (YN-04).
#[must_use]
pub fn has_bare_kanji(pieces: &[Piece]) -> bool {
    bare_kanji_column(pieces).is_some()
}

/// Where the first kanji without ruby stands, as a 1-based column of the line's notation; `None` when every kanji
/// has its reading.
#[must_use]
pub fn bare_kanji_column(pieces: &[Piece]) -> Option<usize> {
    let mut before = 0;
    for piece in pieces {
        if let Piece::Plain(text) = piece
            && let Some(at) = text.chars().position(is_kanji)
        {
            return Some(before + at + 1);
        }
        before += render(core::slice::from_ref(piece)).chars().count();
    }
    None
}

/// The names of the placeholders, in order, repeats included.
pub fn placeholders(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name.as_str()),
        _ => None,
    })
}

/// The same line without 分かち書き: half-width spaces between two Japanese characters go, those beside Latin
/// letters and digits stay (`1 {名前|なまえ}` keeps its space, a telephone number too). Full-width spaces are content.
#[must_use]
pub fn without_word_spacing(pieces: &[Piece]) -> Vec<Piece> {
    respaced(pieces, None)
}

/// Stands where a line may end, once the space between two phrases is gone: a zero-width space.
pub const PHRASE_END: char = '\u{200B}';

/// [`without_word_spacing`], with a [`PHRASE_END`] in place of every space that went.
#[must_use]
pub fn with_phrase_ends(pieces: &[Piece]) -> Vec<Piece> {
    respaced(pieces, Some(PHRASE_END))
}

/// With something else, or nothing, for the spaces between phrases.
fn respaced(pieces: &[Piece], between: Option<char>) -> Vec<Piece> {
    // One walk over the whole line, so that a space between two pieces sees both neighbours.
    let seen: Vec<char> = base_text(pieces).chars().collect();
    let mut at = 0;
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let length = piece.base().chars().count();
        match piece {
            Piece::Plain(_) => {
                let kept: String = (at..at + length)
                    .filter_map(|i| if separates_phrases(&seen, i) { between } else { Some(seen[i]) })
                    .collect();
                if !kept.is_empty() {
                    out.push(Piece::Plain(kept));
                }
            }
            other => out.push(other.clone()),
        }
        at += length;
    }
    out
}

/// [`without_word_spacing`] for text that carries no notation.
#[must_use]
pub fn strip_word_spacing(text: &str) -> String {
    let seen: Vec<char> = text.chars().collect();
    (0..seen.len()).filter(|&i| !separates_phrases(&seen, i)).map(|i| seen[i]).collect()
}

/// The same text with its half-width spaces between Japanese characters made full-width: spaces of a name or an
/// address that was typed, which must not be taken for spaces between phrases.
#[must_use]
pub fn hold_spaces(text: &str) -> String {
    let seen: Vec<char> = text.chars().collect();
    (0..seen.len()).map(|i| if separates_phrases(&seen, i) { '　' } else { seen[i] }).collect()
}

/// Whether the character at `at` is a half-width space whose nearest neighbours on both sides are Japanese.
fn separates_phrases(seen: &[char], at: usize) -> bool {
    if seen[at] != ' ' {
        return false;
    }
    let before = seen[..at].iter().rev().find(|c| **c != ' ');
    let after = seen[at + 1..].iter().find(|c| **c != ' ');
    matches!((before, after), (Some(a), Some(b)) if is_japanese(*a) && is_japanese(*b))
}

/// A line of notation as plain text: no ruby, no spaces between phrases. Broken notation comes back as it is.
#[must_use]
pub fn bare(notation: &str) -> String {
    let seen = super::parse(notation).map_or_else(|_| notation.to_owned(), |pieces| base_text(&pieces));
    strip_word_spacing(&seen)
}
