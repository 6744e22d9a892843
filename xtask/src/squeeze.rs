//! What goes over the wire and no machine needs: comments and indentation of scripts, and the long names by which the
//! wasm and its script find each other. Pure, no files touched.
//!
//! As in `glue`, whatever is not understood is an error: a silent miss would ship a page that cannot load.

use crate::workspace::Fallible;

/// A script without comments that have a line to themselves, without indentation and empty lines. Other comments and
/// the inside of lines stay: that would take a parser, and compression has most of it already.
///
/// # Errors
/// A text in backticks goes on over a line end: its indentation would be part of it.
pub fn script(text: &str) -> Fallible<String> {
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        let opens = line.starts_with("/*") && !line.starts_with("/* @ts-self-types=");
        if in_comment || opens {
            in_comment = !line.ends_with("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        // A name in backticks may stand inside of quotes; there it is no text that goes on.
        if line.matches('`').count() % 2 == 1 {
            return Err(format!("a text in backticks goes on over a line end: {line}"));
        }
        out.push_str(line);
        out.push('\n');
    }
    if in_comment { Err("a comment without an end".into()) } else { Ok(out) }
}

/// The library's script, its types and its wasm, with a short name for every long one they share. wasm-bindgen ends
/// those in sixteen hexadecimal digits, which no compression makes smaller.
///
/// # Errors
/// A name of the script that the wasm does not have; a wasm that cannot be read.
pub fn names(script: &str, types: &str, wasm: &[u8]) -> Fallible<(String, String, Vec<u8>)> {
    let mut long: Vec<&str> = tokens(script).filter(|token| is_hashed(token)).collect();
    long.sort_unstable();
    long.dedup();
    let short = |index: usize| format!("n{index}");
    if let Some(taken) = tokens(script).find(|token| (0..long.len()).any(|at| short(at) == *token)) {
        return Err(format!("the script has a name {taken:?} of its own"));
    }
    let short = |name: &str| long.binary_search(&name).ok().map(short);
    let mut met = vec![false; long.len()];
    let wasm = rename(wasm, &mut |name| {
        let at = long.binary_search(&name).ok()?;
        met[at] = true;
        short(name)
    })?;
    if let Some(at) = met.iter().position(|met| !met) {
        return Err(format!("the script names {:?}, the wasm does not", long[at]));
    }
    Ok((replaced(script, &short), replaced(types, &short), wasm))
}

/// Whether wasm-bindgen made the name: `__wbg_click_` or `…__h`, and sixteen hexadecimal digits.
fn is_hashed(token: &str) -> bool {
    let (head, tail) = token.split_at(token.len().saturating_sub(16));
    let hexadecimal = tail.len() == 16 && tail.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    hexadecimal && (head.starts_with("__wb") && head.ends_with('_') || head.ends_with("__h"))
}

const fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !in_name(c)).filter(|token| !token.is_empty())
}

fn replaced(text: &str, short: &impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c| !in_name(c)) {
        let name = piece.trim_end_matches(|c| !in_name(c));
        match short(name) {
            Some(short) => out.extend([short.as_str(), &piece[name.len()..]]),
            None => out.push_str(piece),
        }
    }
    out
}

/// The sections of a wasm that name what comes in and what goes out.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The module with the names of its imports and exports replaced where `new_name` has another one.
fn rename(wasm: &[u8], new_name: &mut dyn FnMut(&str) -> Option<String>) -> Fallible<Vec<u8>> {
    let mut input = Bytes(wasm);
    let mut out = input.take(8)?.to_vec();
    while !input.0.is_empty() {
        let id = input.take(1)?[0];
        let length = input.number()?;
        let mut section = Bytes(input.take(length)?);
        let mut written = Vec::with_capacity(length);
        if id == IMPORTS || id == EXPORTS {
            let count = section.number()?;
            number(&mut written, count);
            for _ in 0..count {
                if id == IMPORTS {
                    text(&mut written, section.text()?);
                }
                let name = section.text()?;
                text(&mut written, new_name(name).as_deref().unwrap_or(name));
                let kind = section.take(1)?[0];
                written.push(kind);
                // wasm-bindgen's modules take in functions only; anything else is longer than one number.
                if id == IMPORTS && kind != 0 {
                    return Err(format!("the wasm imports something of kind {kind}, not a function"));
                }
                number(&mut written, section.number()?);
            }
        }
        written.extend_from_slice(section.0);
        out.push(id);
        number(&mut out, written.len());
        out.extend_from_slice(&written);
    }
    Ok(out)
}

/// What is left to read of a wasm.
struct Bytes<'w>(&'w [u8]);

impl<'w> Bytes<'w> {
    fn take(&mut self, length: usize) -> Fallible<&'w [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or("the wasm ends in the middle")?;
        self.0 = rest;
        Ok(taken)
    }

    /// An unsigned LEB128.
    fn number(&mut self) -> Fallible<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err("the wasm has a number that is too long".into())
    }

    fn text(&mut self) -> Fallible<&'w str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|error| format!("a name in the wasm: {error}"))
    }
}

fn number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        out.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return;
        }
    }
}

fn text(out: &mut Vec<u8>, name: &str) {
    number(out, name.len());
    out.extend_from_slice(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLICK: &str = "__wbg_click_0123456789abcdef";
    const INVOKE: &str = "wasm_bindgen__convert__closures_____invoke__hfedcba9876543210";

    /// A module that imports one function, exports two, and has a section nobody touches.
    fn module(import: &str, export: &str) -> Vec<u8> {
        let section = |id: u8, body: Vec<u8>| {
            let mut out = vec![id];
            number(&mut out, body.len());
            [out, body].concat()
        };
        let named = |names: &[&str], tail: &[u8]| {
            let mut out = Vec::new();
            names.iter().for_each(|name| text(&mut out, name));
            [out.as_slice(), tail].concat()
        };
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(2, [vec![1], named(&["./nattoku_bg.js", import], &[0, 200, 1])].concat()),
            section(7, [vec![2], named(&[export], &[0, 3]), named(&["define"], &[0, 4])].concat()),
            section(10, vec![7; 300]),
        ]
        .concat()
    }

    #[test]
    fn both_sides_get_the_same_short_name_and_nothing_else_changes() {
        let script = format!("{{ {CLICK}: function(a) {{}} }}; wasm.{INVOKE}(1); {CLICK}x; wasm.define();\n");
        let types = format!("readonly {INVOKE}: number;");
        let (script, types, wasm) = names(&script, &types, &module(CLICK, INVOKE)).unwrap();
        assert_eq!(script, format!("{{ n0: function(a) {{}} }}; wasm.n1(1); {CLICK}x; wasm.define();\n"));
        assert_eq!(types, "readonly n1: number;");
        assert_eq!(wasm, module("n0", "n1"));
    }

    #[test]
    fn a_name_that_only_one_side_has_is_refused() {
        let error = names(CLICK, "", &module("__wbg_other_0123456789abcdef", "define")).unwrap_err();
        assert!(error.contains("__wbg_click"), "{error}");
        let error = names(&format!("{CLICK} n0"), "", &module(CLICK, "define")).unwrap_err();
        assert!(error.contains("\"n0\""), "{error}");
        assert!(names("", "", &module(CLICK, INVOKE)[..20]).unwrap_err().contains("in the middle"));
        assert!(
            names("", "", b"\0asm\x01\0\0\0\x02\x05\x01\x00\x00\x02\x00").unwrap_err().contains("kind 2")
        );
    }

    #[test]
    fn long_numbers_survive() {
        for value in [0, 127, 128, 16_383, 16_384, 2_097_152, 268_435_456] {
            let mut out = Vec::new();
            number(&mut out, value);
            assert_eq!(Bytes(&out).number(), Ok(value));
        }
        assert!(Bytes(&[0x80; 6]).number().is_err());
    }

    #[test]
    fn comments_and_indentation_go_and_what_is_said_stays() {
        let text = "/* @ts-self-types=\"./a.d.ts\" */\n/**\n * Words.\n */\nexport class A {\n\n    // why\n    \
                    b() { return `x ${1} // y`; } // kept\n    /* one line */\n}\n";
        assert_eq!(
            script(text).unwrap(),
            "/* @ts-self-types=\"./a.d.ts\" */\nexport class A {\nb() { return `x ${1} // y`; } // kept\n}\n"
        );
        assert!(script("a = `b\n  c`;\n").unwrap_err().contains("backticks"));
        assert!(script("/* a\n").is_err());
    }

    #[test]
    fn the_scripts_of_this_repository_can_be_squeezed() {
        for text in [include_str!("../../page/nattoku.js"), include_str!("../../src/element/element.js")] {
            let squeezed = script(text).unwrap();
            assert!(squeezed.len() < text.len() && !squeezed.contains("\n//"), "{squeezed}");
        }
    }
}
