//! Reading the notation in one pass: ruby `{漢字|かんじ}` and placeholders `{{name}}`, with the column of what is wrong.
//!
//! Never panics, whatever it is given. What to do with a placeholder is not decided here.

use super::Piece;
use core::fmt;

/// What is wrong with a line of notation, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextError {
    /// Where it is: counted in characters from 1, so that it can be found by eye in a Japanese line.
    pub column: usize,
    /// What it is.
    pub kind: TextErrorKind,
}

/// The ways a line of notation can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextErrorKind {
    /// A `{` or `{{` that is never closed, or a `}` that was never opened.
    UnpairedBrace,
    /// `{漢字|}`: nothing to read.
    EmptyReading,
    /// `{|かんじ}`: nothing to put the reading over.
    EmptyBase,
    /// `{漢字}`: a brace pair with no `|` in it.
    MissingBar,
    /// `{漢|字|かんじ}`: more than one `|`.
    ExtraBar,
    /// `{漢{字|じ}|かん}`: ruby inside ruby.
    NestedRuby,
    /// `{{}}`.
    EmptyPlaceholder,
    /// `{{Name 1}}`: a name is a lower-case letter followed by lower-case letters, digits and `_`.
    BadPlaceholderName,
}

impl fmt::Display for TextErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnpairedBrace => "a brace without its partner",
            Self::EmptyReading => "ruby without a reading",
            Self::EmptyBase => "ruby without a base",
            Self::MissingBar => "braces without a | between base and reading",
            Self::ExtraBar => "more than one | in one ruby",
            Self::NestedRuby => "ruby inside ruby",
            Self::EmptyPlaceholder => "a placeholder without a name",
            Self::BadPlaceholderName => "a placeholder name other than lower-case letters, digits and _",
        })
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: {}", self.column, self.kind)
    }
}

impl core::error::Error for TextError {}

/// Whether a name may stand between `{{` and `}}`: a lower-case ASCII letter, then letters, digits and `_`.
#[must_use]
pub fn is_placeholder_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Reads one line of notation. Neighbouring plain characters always come out as one piece; `|` outside braces is
/// an ordinary character.
///
/// # Errors
/// The first thing that is wrong, with its column.
pub fn parse(text: &str) -> Result<Vec<Piece>, TextError> {
    let mut reader = Reader { chars: text.chars().peekable(), column: 0 };
    let mut pieces = Vec::new();
    let mut plain = String::new();
    while let Some(c) = reader.next() {
        match c {
            '{' => {
                if !plain.is_empty() {
                    pieces.push(Piece::Plain(core::mem::take(&mut plain)));
                }
                pieces.push(if reader.eat('{') { reader.placeholder()? } else { reader.ruby()? });
            }
            '}' => return Err(TextError { column: reader.column, kind: TextErrorKind::UnpairedBrace }),
            other => plain.push(other),
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    Ok(pieces)
}

/// A walk over the characters that knows its column.
struct Reader<'a> {
    chars: core::iter::Peekable<core::str::Chars<'a>>,
    /// The 1-based column of the character last taken.
    column: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.chars.next()?;
        self.column += 1;
        Some(c)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.chars.peek() == Some(&wanted);
        if found {
            self.next();
        }
        found
    }

    /// After `{{`.
    fn placeholder(&mut self) -> Result<Piece, TextError> {
        let open = self.column - 1;
        let fail = |kind| Err(TextError { column: open, kind });
        let mut name = String::new();
        loop {
            match self.next() {
                Some('}') if self.eat('}') => break,
                None | Some('}') => return fail(TextErrorKind::UnpairedBrace),
                Some(c) => name.push(c),
            }
        }
        if name.trim().is_empty() {
            return fail(TextErrorKind::EmptyPlaceholder);
        }
        if !is_placeholder_name(&name) {
            return fail(TextErrorKind::BadPlaceholderName);
        }
        Ok(Piece::Placeholder(name))
    }

    /// After a single `{`.
    fn ruby(&mut self) -> Result<Piece, TextError> {
        let open = self.column;
        let fail = |column, kind| Err(TextError { column, kind });
        let mut base = String::new();
        let mut reading: Option<String> = None;
        loop {
            match self.next() {
                None => return fail(open, TextErrorKind::UnpairedBrace),
                Some('{') => return fail(self.column, TextErrorKind::NestedRuby),
                Some('|') if reading.is_some() => return fail(self.column, TextErrorKind::ExtraBar),
                Some('|') => reading = Some(String::new()),
                Some('}') => break,
                Some(c) => reading.as_mut().unwrap_or(&mut base).push(c),
            }
        }
        match reading {
            None => fail(open, TextErrorKind::MissingBar),
            Some(_) if base.trim().is_empty() => fail(open, TextErrorKind::EmptyBase),
            Some(reading) if reading.trim().is_empty() => fail(open, TextErrorKind::EmptyReading),
            Some(reading) => Ok(Piece::Ruby { base, reading }),
        }
    }
}
