//! Text to a tree (RFC 8259), and what is wrong with a text that is no JSON.
//!
//! serde_json reads text for any visitor; one tree needs a third of that. It says the same of a wrong text, in the
//! same words. What must not live here: what a number is worth (`number`).

use super::{Value, number::Decimal};
use core::fmt::Display;
use serde_json::{Map, Number};

/// The deepest nesting that is read: a text must not be able to exhaust the stack.
const MAX_DEPTH: usize = 127;

/// A text that is no JSON: where, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in bytes of UTF-8; where the text ends, that of its last byte.
    pub column: usize,
    /// Whether the text merely ends too early.
    pub cut_off: bool,
    /// What was found or expected, in English.
    pub cause: &'static str,
}

impl Display for NotJson {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} at line {} column {}", self.cause, self.line, self.column)
    }
}

impl std::error::Error for NotJson {}

/// Reads one value and nothing behind it.
pub(super) fn parse(text: &str) -> Result<Value, NotJson> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let read = reader.value().and_then(|value| match reader.next_token() {
        None => Ok(value),
        Some(_) => Err("trailing characters"),
    });
    read.map_err(|cause| reader.complaint(cause))
}

struct Reader<'t> {
    text: &'t str,
    /// In bytes; where it stands when something is wrong is where that is.
    at: usize,
    depth: usize,
}

type Read<T> = Result<T, &'static str>;

impl Reader<'_> {
    #[cold]
    fn complaint(&self, cause: &'static str) -> NotJson {
        let bytes = self.text.as_bytes();
        let before = &bytes[..self.at.min(bytes.len())];
        let line_begins = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        NotJson {
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            column: (self.at + 1).min(bytes.len()) - line_begins,
            cut_off: self.at >= bytes.len(),
            cause: if self.at >= bytes.len() { "EOF while parsing" } else { cause },
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The byte behind any white space, which stays to be read.
    fn next_token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Steps over a byte, if it is the next.
    fn skip(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Read<Value> {
        match self.next_token() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number().map(Value::Number),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err("expected value"),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Read<Value> {
        for byte in word.bytes() {
            if !self.skip(byte) {
                return Err("expected ident");
            }
        }
        Ok(value)
    }

    fn nested(&mut self, read: fn(&mut Self) -> Read<Value>) -> Read<Value> {
        if self.depth == MAX_DEPTH {
            return Err("recursion limit exceeded");
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self)?;
        self.depth -= 1;
        self.at += 1;
        Ok(value)
    }

    fn list(&mut self) -> Read<Value> {
        let mut items = Vec::new();
        if self.next_token() == Some(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            match self.next_token() {
                Some(b']') => return Ok(Value::Array(items)),
                Some(b',') => self.at += 1,
                _ => return Err("expected `,` or `]`"),
            }
            if self.next_token() == Some(b']') {
                return Err("trailing comma");
            }
        }
    }

    fn object(&mut self) -> Read<Value> {
        let mut fields = Map::new();
        if self.next_token() == Some(b'}') {
            return Ok(Value::Object(fields));
        }
        loop {
            match self.next_token() {
                Some(b'"') => {}
                Some(b'}') => return Err("trailing comma"),
                _ => return Err("key must be a string"),
            }
            let name = self.string()?;
            if self.next_token() != Some(b':') {
                return Err("expected `:`");
            }
            self.at += 1;
            let value = self.value()?;
            // Of two fields of one name the later one counts, as in every browser.
            fields.insert(name, value);
            match self.next_token() {
                Some(b'}') => return Ok(Value::Object(fields)),
                Some(b',') => self.at += 1,
                _ => return Err("expected `,` or `}`"),
            }
        }
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1F)) {
                self.at += 1;
            }
            // Both ends are beside a character of one byte.
            text.push_str(&self.text[from..self.at]);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    self.at += 1;
                    text.push(self.escaped()?);
                }
                _ => return Err("control character (\\u0000-\\u001F) found while parsing a string"),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let plain = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => return Err("invalid escape"),
        };
        self.at += 1;
        Ok(plain)
    }

    /// `\uXXXX`, or two of them for a character beyond the first plane.
    fn code_point(&mut self) -> Read<char> {
        let mut code = self.unit()?;
        if (0xD800..0xDC00).contains(&code) {
            if !self.skip(b'\\') || self.peek() != Some(b'u') {
                return Err("unexpected end of hex escape");
            }
            let low = self.unit()?;
            // Anything but the second half leaves a number that is no character.
            code = if (0xDC00..0xE000).contains(&low) {
                0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            } else {
                code
            };
        }
        char::from_u32(code).ok_or("lone leading surrogate in hex escape")
    }

    /// The four digits behind a `u`.
    fn unit(&mut self) -> Read<u32> {
        let mut code = 0;
        for _ in 0..4 {
            self.at += 1;
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16)).ok_or("invalid escape")?;
            code = code * 16 + digit;
        }
        self.at += 1;
        Ok(code)
    }

    fn number(&mut self) -> Read<Number> {
        let negative = self.skip(b'-');
        let mut digits = Vec::new();
        // A zero in front stands alone.
        let is_zero = self.skip(b'0');
        if !is_zero && !self.digits(&mut digits)
            || is_zero && self.peek().is_some_and(|byte| byte.is_ascii_digit())
        {
            return Err("invalid number");
        }
        let point = digits.len() as i32; // No text that is read is so long that it would not fit.
        let mut is_whole = true;
        if self.skip(b'.') {
            is_whole = false;
            if !self.digits(&mut digits) {
                return Err("invalid number");
            }
        }
        let mut power = 0_i32;
        if let Some(b'e' | b'E') = self.peek() {
            is_whole = false;
            self.at += 1;
            let down = self.peek() == Some(b'-');
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            let mut exponent = Vec::new();
            if !self.digits(&mut exponent) {
                return Err("invalid number");
            }
            // Far beyond any number, and far below what an i32 holds together with the digits of the longest text.
            let size =
                exponent.iter().fold(0_i32, |size, digit| (size * 10 + i32::from(*digit)).min(99_999_999));
            power = if down { -size } else { size };
        }
        if is_whole {
            let whole = digits
                .iter()
                .try_fold(0_u64, |whole, digit| whole.checked_mul(10)?.checked_add(u64::from(*digit)));
            match whole {
                Some(whole) if !negative => return Ok(whole.into()),
                // Zero below zero is kept as it came, and that only a fraction can be.
                Some(whole @ 1..=0x8000_0000_0000_0000) => return Ok((whole as i64).wrapping_neg().into()),
                _ => {}
            }
        }
        let size = Decimal::new(digits, point + power).nearest();
        if size.is_none() {
            self.at -= 1; // Nothing is missing behind it: it is the number itself that is wrong.
        }
        size.and_then(|size| Number::from_f64(if negative { -size } else { size }))
            .ok_or("number out of range")
    }

    /// Reads digits; whether there were any.
    fn digits(&mut self, into: &mut Vec<u8>) -> bool {
        let begin = self.at;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            into.push(byte - b'0');
            self.at += 1;
        }
        self.at > begin
    }
}
