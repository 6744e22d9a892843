//! Text surgery on what wasm-bindgen writes: stable names instead of hashed folders. Pure, no files touched.
//!
//! Every rewrite must match, or it is an error: a silent miss would ship a page that cannot load.

/// How an import of a JavaScript module of the crate begins and ends its specifier: wasm-bindgen writes namespace
/// imports with double quotes and named imports with single ones.
const IMPORTS: [(&str, char); 2] = [("from \"./snippets/", '"'), ("from './snippets/", '\'')];

/// A hand-written module of the crate, under its stable name.
#[derive(Debug, PartialEq)]
pub struct Snippet {
    /// Where wasm-bindgen left it, relative to its output: `snippets/nattoku-0123456789abcdef/src/element/element.js`.
    pub path: String,
    /// What it is called beside the library: `nattoku-element.js`.
    pub name: String,
}

/// Rewrites the library's imports of snippets to stable names in the same folder.
///
/// The same paths appear once more, as keys of the object the wasm is linked with. Those are names inside the wasm
/// and not addresses: they stay.
///
/// # Errors
/// There is no snippet (the elements' class would be missing), two would get the same name, one belongs to a
/// dependency (nobody has chosen a name for it yet), or the folder is named anywhere else.
pub fn flatten(glue: &str) -> Result<(String, Vec<Snippet>), String> {
    let mut text = String::with_capacity(glue.len());
    let mut snippets: Vec<Snippet> = Vec::new();
    for line in glue.lines() {
        match specifier(line) {
            Some(path) => {
                let snippet = named(path)?;
                if let Some(other) =
                    snippets.iter().find(|s| s.name == snippet.name && s.path != snippet.path)
                {
                    return Err(format!("{path} and {} would both be called {}", other.path, snippet.name));
                }
                text.push_str(&line.replacen(path, &snippet.name, 1));
                if !snippets.contains(&snippet) {
                    snippets.push(snippet);
                }
            }
            None if line.contains("snippets/") && !is_link_name(line, &snippets) => {
                return Err(format!(
                    "the folder snippets/ is named where it was not expected: {}",
                    line.trim()
                ));
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    if snippets.is_empty() {
        return Err("the library imports no JavaScript module: where is src/element/element.js?".into());
    }
    Ok((text, snippets))
}

/// `snippets/…` out of `import … from "./snippets/…"`.
fn specifier(line: &str) -> Option<&str> {
    IMPORTS.into_iter().find_map(|(from, quote)| {
        let start = line.find(from).filter(|_| line.starts_with("import "))? + "from \"./".len();
        let end = line[start..].find(quote)?;
        Some(&line[start..start + end])
    })
}

/// `snippets/nattoku-<hash>/src/element/element.js` is called `nattoku-element.js`.
fn named(path: &str) -> Result<Snippet, String> {
    let file = path.strip_prefix("snippets/nattoku-").and_then(|rest| rest.rsplit('/').next());
    match file.and_then(|file| file.strip_suffix(".js")) {
        Some(stem) if !stem.is_empty() => {
            Ok(Snippet { path: path.into(), name: format!("nattoku-{stem}.js") })
        }
        _ => Err(format!(
            "{path}: a snippet from outside the crate; give it a stable name in xtask/src/glue.rs"
        )),
    }
}

/// Whether a line is `"./snippets/…": import1,` for one of these.
fn is_link_name(line: &str, snippets: &[Snippet]) -> bool {
    let key = line.trim().split_once("\": import").map(|(key, _)| key);
    snippets.iter().any(|snippet| key.and_then(|key| key.strip_prefix("\"./")) == Some(&snippet.path))
}

/// Replaces the one line of `text` that is exactly `from`.
///
/// # Errors
/// There is none, or more than one.
pub fn replace_line(text: &str, from: &str, to: &str) -> Result<String, String> {
    match text.lines().filter(|line| *line == from).count() {
        1 => Ok(text.lines().map(|line| format!("{}\n", if line == from { to } else { line })).collect()),
        n => Err(format!("expected one line {from:?}, found {n}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASHED: &str = "snippets/nattoku-dc0d5bb43a36f4ba/src/element/element.js";

    fn import(path: &str) -> String {
        format!("import * as import1 from \"./{path}\"\n")
    }

    #[test]
    fn a_hashed_import_becomes_a_stable_one_and_the_name_inside_the_wasm_stays() {
        let key = format!("        \"./{HASHED}\": import1,\n");
        let (text, snippets) = flatten(&(import(HASHED) + &key + "export {};\n")).unwrap();
        assert_eq!(text, format!("import * as import1 from \"./nattoku-element.js\"\n{key}export {{}};\n"));
        assert_eq!(snippets, [Snippet { path: HASHED.into(), name: "nattoku-element.js".into() }]);
    }

    #[test]
    fn a_named_import_in_single_quotes_becomes_stable_too() {
        let (text, snippets) = flatten(&format!("import {{ a }} from './{HASHED}';\n")).unwrap();
        assert_eq!(text, "import { a } from './nattoku-element.js';\n");
        assert_eq!(snippets[0].name, "nattoku-element.js");
    }

    #[test]
    fn one_module_imported_twice_is_written_once() {
        let (text, snippets) = flatten(&(import(HASHED) + &import(HASHED))).unwrap();
        assert_eq!((snippets.len(), text.matches("\"./nattoku-element.js\"").count()), (1, 2));
    }

    #[test]
    fn what_cannot_be_named_is_refused() {
        for (glue, reason) in [
            ("export {};".to_owned(), "imports no JavaScript module"),
            (import("snippets/other-dc0d/inline0.js"), "from outside the crate"),
            (import("snippets/nattoku-dc0d/"), "from outside the crate"),
            (import(HASHED) + &import("snippets/nattoku-dc0d/src/other/element.js"), "both be called"),
            (import(HASHED) + "load(\"./snippets/other.js\");\n", "not expected: load("),
            (
                import(HASHED) + "        \"./snippets/other.js\": import2,\n",
                "not expected: \"./snippets/other.js",
            ),
            (import(HASHED).replace('"', "`"), "not expected: import"),
        ] {
            let error = flatten(&glue).unwrap_err();
            assert!(error.contains(reason), "{glue}: {error}");
        }
    }

    #[test]
    fn a_line_is_replaced_once_or_not_at_all() {
        assert_eq!(replace_line("a\nb\nab\n", "b", "c").unwrap(), "a\nc\nab\n");
        assert_eq!(replace_line("a\n", "b", "c").unwrap_err(), "expected one line \"b\", found 0");
        assert_eq!(replace_line("b\nb\n", "b", "c").unwrap_err(), "expected one line \"b\", found 2");
    }
}
