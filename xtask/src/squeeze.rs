//! What goes over the wire and no machine needs: comments and indentation of scripts, and the long names by which the
//! wasm and its script find each other. Pure, no files touched.
//!
//! As in `glue`, whatever is not understood is an error: a silent miss would ship a page that cannot load.

use crate::wasm;
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
    if let Some(taken) = tokens(script).find(|token| (0..long.len()).any(|at| short(at) == *token)) {
        return Err(format!("the script has a name {taken:?} of its own"));
    }
    let short = |name: &str| long.binary_search(&name).ok().map(self::short);
    let mut met = vec![false; long.len()];
    let wasm = wasm::rewrite(wasm, &mut |name| {
        long.binary_search(&name).map_or_else(
            |_| name.to_owned(),
            |at| {
                met[at] = true;
                self::short(at)
            },
        )
    })?;
    if let Some(at) = met.iter().position(|met| !met) {
        return Err(format!("the script names {:?}, the wasm does not", long[at]));
    }
    Ok((replaced(script, &short), replaced(types, &short), wasm))
}

/// The name of the `at`th of the long ones.
fn short(at: usize) -> String {
    format!("n{at}")
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

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection, Module,
        TypeSection,
    };

    const CLICK: &str = "__wbg_click_0123456789abcdef";
    const INVOKE: &str = "wasm_bindgen__convert__closures_____invoke__hfedcba9876543210";

    /// A module that takes in one function and gives out two of the same kind.
    fn module(import: &str, export: &str) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./nattoku_bg.js", import, EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for _ in 0..2 {
            let mut body = Function::new([]);
            body.instructions().end();
            functions.function(0);
            code.function(&body);
        }
        let mut exports = ExportSection::new();
        exports.export(export, ExportKind::Func, 1).export("define", ExportKind::Func, 2);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
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
        assert!(names("", "", &module(CLICK, INVOKE)[..20]).unwrap_err().contains("cannot be read"));
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
