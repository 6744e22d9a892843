//! The walls of the house, read from its sources: what each room may name, how the rooms lean on each other, and
//! that nothing can leave the device. What must not live here: what a room does; that is tested beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file is a room: about 300 lines, and never more than this.
const MAX_LINES: usize = 330;

/// A text file of the repository.
pub(crate) struct Source {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// As it stands.
    pub text: String,
}

impl Source {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// What the compiler sees outside tests: no comments, and no test modules.
    pub(crate) fn code(&self) -> String {
        without_tests_and_comments(&self.text)
    }
}

fn without_tests_and_comments(text: &str) -> String {
    let mut shipped = String::new();
    let mut parts = text.split("#[cfg(test)]\nmod ");
    shipped.push_str(parts.next().unwrap_or_default());
    for part in parts {
        // A test module ends where its brace stands at the left edge; what comes after it ships again.
        shipped.push_str(part.split_once("\n}").map_or("", |(_, after)| after));
    }
    let lines = shipped.lines().filter(|line| !line.trim_start().starts_with("//"));
    // A `//` after code opens a comment, unless it stands in an address.
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Every file below a folder of the repository, in a fixed order.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut waiting = vec![Path::new(ROOT).join(folder)];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(next) = waiting.pop() {
        if next.is_dir() {
            let inside = fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()));
            waiting.extend(inside.map(|entry| entry.expect("the folder can be read").path()));
        } else {
            files.push(next);
        }
    }
    assert!(!files.is_empty(), "nothing below {folder}");
    files.sort();
    files
}

fn read(file: PathBuf) -> Source {
    let inside = file.strip_prefix(ROOT).expect("below the root");
    let path = inside.to_string_lossy().replace('\\', "/");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source { path, text }
}

/// Every text file below a folder of the repository, in a fixed order.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    files(folder).into_iter().map(read).collect()
}

/// The Rust files below a folder; those in other languages are not all text.
fn rust(folder: &str) -> Vec<Source> {
    let files = files(folder).into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    files.map(read).collect()
}

fn words(code: &str) -> BTreeSet<&str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').collect()
}

/// Which of these a text names: single words as whole words, paths and fragments wherever they stand.
fn named<'n>(code: &str, forbidden: &[&'n str]) -> Vec<&'n str> {
    let words = words(code);
    let is_word = |name: &str| name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let hit = |name: &str| if is_word(name) { words.contains(name) } else { code.contains(name) };
    forbidden.iter().filter(|name| hit(name)).copied().collect()
}

/// Fails with one line for each file below `folder` whose code names something forbidden there.
fn forbid(folder: &str, forbidden: &[&str]) {
    let found: Vec<String> = sources(folder)
        .iter()
        .map(|file| (&file.path, named(&file.code(), forbidden)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(path, names)| format!("{path}: {}", names.join(", ")))
        .collect();
    assert!(found.is_empty(), "not in {folder}:\n{}", found.join("\n"));
}

#[test]
fn the_domain_knows_no_browser_no_clock_and_no_chance() {
    let browser = ["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"];
    let world =
        ["std::time", "SystemTime", "Instant", "now_utc", "now_local", "std::fs", "std::net", "std::env"];
    let chance = ["rand", "getrandom", "fastrand", "RandomState"];
    forbid("src/domain", &[&browser[..], &world, &chance].concat());
}

#[test]
fn every_room_leans_only_on_the_rooms_below_it() {
    // `crate::{…}` would hide a room from this test.
    forbid("src/domain", &["crate::ui", "crate::browser", "crate::element", "crate::presets", "crate::{"]);
    forbid("src/browser", &["crate::ui", "crate::element", "crate::{"]);
    forbid("src/ui", &["crate::element", "crate::{"]);
}

/// The rooms of the domain that a piece of code names, as `crate::domain::…` or by climbing `up` (`super::`).
fn leans_on(code: &str, up: &str) -> BTreeSet<String> {
    let dense: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = BTreeSet::new();
    for start in ["crate::domain::", up] {
        for (at, _) in dense.match_indices(start) {
            // `super::` inside `super::super::` is not the same climb.
            if start == up && dense[..at].ends_with("super::") {
                continue;
            }
            found.extend(first_names(&dense[at + start.len()..]));
        }
    }
    found.remove("super");
    found
}

/// The first name of a path, or of every path in a `{…}` group.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut names, mut expected) = (0_usize, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expected = true,
            ' ' => {}
            _ if expected => {
                names.push(name(&group[at..]));
                expected = false;
            }
            _ => {}
        }
    }
    names
}

/// A way from a room back to itself.
fn circle(graph: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn walk(graph: &BTreeMap<String, BTreeSet<String>>, way: &mut Vec<String>) -> bool {
        let here = way.last().cloned().unwrap_or_default();
        graph.get(&here).into_iter().flatten().any(|next| {
            let closed = way.first() == Some(next);
            if !closed && way.contains(next) {
                return false;
            }
            way.push(next.clone());
            let found = closed || walk(graph, way);
            if !found {
                way.pop();
            }
            found
        })
    }
    graph.keys().find_map(|room| {
        let mut way = vec![room.clone()];
        walk(graph, &mut way).then_some(way)
    })
}

#[test]
fn no_room_of_the_domain_leans_on_itself_by_a_detour() {
    let files: Vec<Source> = sources("src/domain").into_iter().filter(Source::is_rust).collect();
    let room = |path: &str| {
        let inside = path.trim_start_matches("src/domain/");
        inside.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned()
    };
    let rooms: BTreeSet<String> = files.iter().map(|file| room(&file.path)).filter(|r| r != "mod").collect();
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path != "src/domain/mod.rs") {
        let here = room(&file.path);
        // src/domain/x.rs and src/domain/x/mod.rs stand one step below the domain, src/domain/x/y.rs two.
        let at_the_door = file.path.matches('/').count() == 2 || file.path.ends_with("/mod.rs");
        let up = if at_the_door { "super::" } else { "super::super::" };
        let named = leans_on(&file.code(), up);
        let others = named.into_iter().filter(|name| *name != here && rooms.contains(name));
        graph.entry(here.clone()).or_default().extend(others);
    }
    assert!(graph.values().any(|others| !others.is_empty()), "no use between rooms was found at all");
    assert_eq!(circle(&graph), None, "{graph:#?}");
}

#[test]
fn a_file_is_one_room_and_says_what_lives_in_it() {
    let mut found = Vec::new();
    for file in ["src", "tests", "xtask", "derive"].into_iter().flat_map(rust) {
        let lines = file.text.lines().count();
        if lines > MAX_LINES {
            found.push(format!("{}: {lines} lines", file.path));
        }
        if !file.text.starts_with("//! ") {
            found.push(format!("{}: does not open with //!", file.path));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What could carry something off the device, or draw something in (design invariant 1).
const WIRES: [&str; 12] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "RTCPeerConnection",
    "sendBeacon",
    "send_beacon",
    "EventSource",
    "importScripts",
    "gloo_net",
    "http://",
    "https://",
];

/// The one thing that is loaded later, when an attribute asks for it: a notice, from beside the library.
const OWN_MODULE: &str = "import(`./nattoku-notice-${id}.js`)";

/// The names of SVG, XML and the vocabularies of the standards are names, not addresses: nothing is fetched from them.
const NAMES: [&str; 10] = [
    "http://hl7.org/fhir/StructureDefinition/",
    "http://loinc.org",
    "http://purl.org/dc/terms/",
    "http://terminology.hl7.org/CodeSystem/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/2001/XMLSchema#",
    "https://w3id.org/dpv",
];

#[test]
fn nothing_in_the_sources_can_leave_the_device() {
    let mut found = Vec::new();
    for file in sources("src") {
        let text = NAMES.iter().fold(file.text.clone(), |text, name| text.replace(name, ""));
        let text = if file.is_rust() { without_tests_and_comments(&text) } else { text };
        // A module of the same folder is as much of the library as the wasm is; one of anywhere else is not.
        if !file.is_rust() && text.replace(OWN_MODULE, "").contains("import(") {
            found.push(format!("{}: a module from somewhere", file.path));
        }
        found.extend(named(&text, &WIRES).iter().map(|wire| format!("{}: {wire}", file.path)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_styles_draw_nothing_in_and_no_style_is_inline() {
    let mut found = Vec::new();
    for file in sources("styles") {
        let names = named(&file.text, &["url(", "@import", "http://", "https://"]);
        found.extend(names.iter().map(|name| format!("{}: {name}", file.path)));
    }
    for file in sources("src") {
        // The page's policy refuses them, even inside the shadow root.
        let text = if file.is_rust() { file.code() } else { file.text.clone() };
        let dense = text.replace(' ', "");
        let names = named(&dense, &["style=\"", "style={", "style='", ".setAttribute(\"style\"", "<style"]);
        found.extend(names.iter().map(|name| format!("{}: {name}", file.path)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn these_checks_can_fail() {
    assert_eq!(named("use rand::Rng;", &["rand", "yew"]), ["rand"]);
    assert_eq!(named("let random = operand;", &["rand"]), [""; 0]);
    assert_eq!(named("std::time::Instant", &["std::time"]), ["std::time"]);
    let file = "a\n// yew\nb // yew\n#[cfg(test)]\nmod tests {\n    use yew;\n}\nc\n";
    assert_eq!(without_tests_and_comments(file), "a\nb\n\nc");

    let code = "use crate::domain::{\n    export::{Extra, import},\n    text, time::Timestamp,\n};\nuse super::signature;";
    let names: Vec<String> = leans_on(code, "super::").into_iter().collect();
    assert_eq!(names, ["export", "signature", "text", "time"]);
    assert_eq!(
        leans_on("crate::domain::digest::of()", "super::super::").into_iter().next().unwrap(),
        "digest"
    );
    assert!(leans_on("use super::super::text;", "super::super::").contains("text"));
    assert!(!leans_on("use super::text;", "super::super::").contains("text"));

    let graph = |edges: &[(&str, &str)]| {
        let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in edges {
            graph.entry((*from).into()).or_default().insert((*to).into());
        }
        circle(&graph)
    };
    assert_eq!(graph(&[("a", "b"), ("b", "c"), ("a", "c")]), None);
    assert_eq!(graph(&[("a", "b"), ("b", "c"), ("c", "b")]), Some(vec!["b".into(), "c".into(), "b".into()]));
}
