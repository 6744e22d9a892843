//! A tree as text: in one line for the device's memory, laid out for people in an exported file, canonical for digests.
//!
//! serde_json would be compiled once for each layout. What must not live here: how a number is written (`number`).

use super::{Value, number};
use core::fmt::Write as _;
use serde_json::Map;

/// In one line, without a space.
pub(super) fn line(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, None);
    out
}

/// As RFC 8785 wants it, so that every program comes to the same bytes.
pub(super) fn canonical(out: &mut String, value: &Value) {
    match value {
        Value::Number(number) => number::write_canonical(out, number),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                entry(out, at, None);
                canonical(out, item);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            out.push('{');
            for (at, (name, item)) in by_utf16(fields).into_iter().enumerate() {
                entry(out, at, None);
                quote(out, name);
                out.push(':');
                canonical(out, item);
            }
            out.push('}');
        }
        plain => write(out, plain, None),
    }
}

/// The fields in the order that JavaScript gives their names. Only beside characters beyond the first plane is it
/// another one than that of the map, so most fields stay where they come.
fn by_utf16(fields: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut sorted: Vec<(&String, &Value)> = Vec::with_capacity(fields.len());
    for field in fields {
        let is_before = |other: &(&String, &Value)| other.0.encode_utf16().lt(field.0.encode_utf16());
        let at = sorted.iter().rposition(is_before).map_or(0, |at| at + 1);
        sorted.insert(at, field);
    }
    sorted
}

/// Two spaces a level, and a list of only numbers in one line: a point of a signature is one thing to the eye.
pub(super) fn page(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, Some(0));
    out
}

fn write(out: &mut String, value: &Value, depth: Option<usize>) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => number::write(out, number),
        Value::String(text) => quote(out, text),
        Value::Array(items) => {
            let depth = depth.filter(|_| !items.iter().all(Value::is_number));
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                entry(out, at, depth);
                write(out, item, depth.map(|depth| depth + 1));
            }
            close(out, ']', items.len(), depth);
        }
        Value::Object(fields) => {
            out.push('{');
            for (at, (name, item)) in fields.iter().enumerate() {
                entry(out, at, depth);
                quote(out, name);
                out.push_str(if depth.is_some() { ": " } else { ":" });
                write(out, item, depth.map(|depth| depth + 1));
            }
            close(out, '}', fields.len(), depth);
        }
    }
}

fn entry(out: &mut String, at: usize, depth: Option<usize>) {
    if at > 0 {
        out.push(',');
    }
    if let Some(depth) = depth {
        indent(out, depth + 1);
    }
}

fn close(out: &mut String, bracket: char, entries: usize, depth: Option<usize>) {
    if let Some(depth) = depth.filter(|_| entries > 0) {
        indent(out, depth);
    }
    out.push(bracket);
}

fn indent(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

/// A text between quotation marks (RFC 8259, section 7): only what must be escaped is.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0C => "\\f",
            0x00..=0x1F => "",
            _ => continue,
        };
        // Every byte that is escaped is a character of its own, so both sides are whole.
        out.push_str(&text[from..at]);
        out.push_str(short);
        if short.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{byte:04x}");
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.push('"');
}
