//! Style sheets and wording files as text, without what only their readers need: comments and layout.
//!
//! The sheets hold no text in quotes with several spaces or with a comment's signs in it; one that did would be a
//! compile error here.

use proc_macro2::TokenStream;
use quote::quote;
use std::path::Path;
use syn::{Error, LitStr, Result};

/// The sheet at a path below the crate that asks.
pub fn sheet(path: &LitStr) -> Result<TokenStream> {
    text_of(path, squeeze)
}

/// The wording file at a path below the crate that asks.
pub fn phrases(path: &LitStr) -> Result<TokenStream> {
    text_of(path, rows)
}

fn text_of(
    path: &LitStr,
    squeeze: fn(&str) -> std::result::Result<String, &'static str>,
) -> Result<TokenStream> {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let file = Path::new(&root).join(path.value());
    let refuse = |why: &dyn std::fmt::Display| Error::new(path.span(), format!("{}: {why}", file.display()));
    let text = std::fs::read_to_string(&file).map_err(|error| refuse(&error))?;
    let squeezed = squeeze(&text).map_err(|why| refuse(&why))?;
    let file = file.display().to_string();
    // The unused constant is how the compiler learns that the file matters.
    Ok(quote! {{ const _: &str = ::core::include_str!(#file); #squeezed }})
}

/// No comments, one space where there was any room, and none beside braces, semicolons and commas. Around a colon and
/// in brackets room has a meaning (`a :hover`, `calc(a + b)`) and stays.
fn squeeze(text: &str) -> std::result::Result<String, &'static str> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").ok_or("a comment without an end")?.1;
    }
    out.push_str(rest);
    if out.split(['"', '\'']).skip(1).step_by(2).any(|quoted| quoted.contains("  ") || quoted.contains('\n'))
    {
        return Err("several spaces or a line end in quotes");
    }
    let mut squeezed = String::with_capacity(out.len());
    for word in out.split_whitespace() {
        let tight = |c: char| matches!(c, '{' | '}' | ';' | ',');
        if !squeezed.is_empty() && !squeezed.ends_with(tight) && !word.starts_with(tight) {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    Ok(squeezed.replace(";}", "}"))
}

/// The lines with a phrase: a key and its three wordings, with a tab between them.
fn rows(text: &str) -> std::result::Result<String, &'static str> {
    let rows: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    if rows.iter().any(|row| row.split('\t').count() != 4) {
        return Err("a line that is neither a comment nor a key with three wordings");
    }
    Ok(rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::{rows, squeeze};

    #[test]
    fn phrases_stay_and_notes_to_translators_go() {
        assert_eq!(rows("# on\na.b\tx\ty\tz # 1\n\nc\t\t\t\n").unwrap(), "a.b\tx\ty\tz # 1\nc\t\t\t");
        assert!(rows("a.b\tx\ty\n").is_err());
        assert!(rows("a.b\tx\ty\tz\t\n").is_err());
    }

    #[test]
    fn rules_stay_and_layout_goes() {
        let sheet = "/* why */\n.a > b,\n.c :is(d, e) {\n  margin: 0 1px;\n  inline-size: calc(1px + 2px); /* x */\n}\n\n\
                     @media (width < 3px) {\n  .f { content: \" / \"; }\n}\n";
        assert_eq!(
            squeeze(sheet).unwrap(),
            ".a > b,.c :is(d,e){margin: 0 1px;inline-size: calc(1px + 2px)}@media (width < 3px){.f{content: \" / \"}}"
        );
    }

    #[test]
    fn what_would_be_broken_is_refused() {
        assert!(squeeze("a { content: \"x  y\" }").is_err());
        assert!(squeeze("a { } /* b").is_err());
    }
}
