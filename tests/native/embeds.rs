//! What each element of its own compiles in is all that it needs: its words and its drawings.
//!
//! The rooms and the files of an element are read from the doors where they are declared, with their `cfg` lines.

use crate::architecture::sources;
use crate::wording::{groups_in, heads, keys_in, literals, rows};
use std::collections::{BTreeMap, BTreeSet};

/// Every cargo feature and what it brings along.
const FEATURES: [(&str, &[&str]); 3] =
    [("app", &["app", "checklist", "consent"]), ("checklist", &["checklist"]), ("consent", &["consent"])];

/// The rooms of the domain that name phrases for the interface to say, by the element that says them.
const SPEAKING: [(&str, &str); 5] = [
    ("src/domain/consent", "consent"),
    ("src/domain/paper", "consent"),
    ("src/domain/session", "consent"),
    ("src/domain/signature", "consent"),
    ("src/domain/export", "app"),
];

/// The text of one source file.
fn text(path: &str) -> String {
    let mut found = sources(path);
    assert_eq!(found.len(), 1, "{path}");
    found.remove(0).text
}

/// What stands in the lines of a file between `start` and `end`, each with the feature in the `cfg` line above it.
fn gated(path: &str, start: &str, end: &str) -> Vec<(String, Option<String>)> {
    let text = text(path);
    let mut feature = None;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("#[cfg(feature = \"").and_then(|rest| rest.strip_suffix("\")]"))
        {
            feature = Some(name.to_owned());
        } else if !line.starts_with("//") {
            let named = line.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
            let gate = feature.take();
            found.extend(named.map(|name| (name.to_owned(), gate)));
        }
    }
    assert!(found.iter().any(|(_, gate)| gate.is_some()), "{path} gates nothing");
    found
}

/// What of these an element has.
fn of<'a>(all: &'a [(String, Option<String>)], has: &'a [&str]) -> impl Iterator<Item = &'a str> {
    all.iter()
        .filter(move |(_, gate)| gate.as_ref().is_none_or(|gate| has.contains(&gate.as_str())))
        .map(|(name, _)| name.as_str())
}

/// The code of an element, by path.
fn code(has: &[&str]) -> BTreeMap<String, String> {
    let mut rooms: Vec<String> = Vec::new();
    for (door, start) in [("src/ui", "pub mod "), ("src/element", "mod ")] {
        let declared = gated(&format!("{door}/mod.rs"), start, ";");
        rooms.extend(of(&declared, has).map(|room| format!("{door}/{room}")));
    }
    rooms.extend(SPEAKING.iter().filter(|(_, by)| has.contains(by)).map(|(room, _)| (*room).to_owned()));
    let is_in = |path: &str| {
        rooms.iter().any(|room| path == format!("{room}.rs") || path.starts_with(&format!("{room}/")))
    };
    let files = sources("src").into_iter().filter(|file| file.path.ends_with(".rs") && is_in(&file.path));
    files.map(|file| (file.path.clone(), file.code())).collect()
}

#[test]
fn every_element_has_all_its_words() {
    let files = gated("src/ui/wording.rs", "phrases!(\"src/presets/wording/", "\"),");
    let rows = rows();
    let heads = heads(&rows);
    for (element, has) in FEATURES {
        let files: BTreeSet<&str> = of(&files, has).collect();
        let known: BTreeSet<&str> =
            rows.iter().filter(|row| files.contains(row.file.as_str())).map(|row| row.key.as_str()).collect();
        let mut missing = Vec::new();
        let mut asked = 0;
        for (path, code) in code(has) {
            for key in keys_in(&path, &code, &heads).into_iter().chain(groups_in(&code)) {
                asked += 1;
                let elsewhere = rows.iter().find(|row| row.key == key && !known.contains(key.as_str()));
                missing.extend(elsewhere.map(|row| format!("{path} says {key:?}, which is in {}", row.file)));
            }
        }
        assert!(asked > 60, "only {asked} keys were found for {element}");
        assert!(missing.is_empty(), "{element}:\n{}", missing.join("\n"));
    }
}

#[test]
fn every_element_has_all_its_drawings() {
    let code_of_icons = text("src/ui/controls/icon.rs");
    let list = |name: &str| -> BTreeSet<String> {
        let body =
            code_of_icons.split_once(&format!("const {name}: &[(&str, &str)] = pictures![")).unwrap().1;
        let names = body.split_once("];").unwrap().0.split('"').skip(1).step_by(2);
        names.map(str::to_owned).collect()
    };
    let (all, topics) = (list("DRAWINGS"), list("TOPICS"));
    assert!(all.is_disjoint(&topics) && all.len() > 10 && topics.len() > 10);
    for (element, has) in FEATURES {
        for (path, code) in code(has) {
            let named = |name: &String| {
                ["icon=\"", "Picture name=\"", "Icon name=\""]
                    .iter()
                    .any(|at| code.contains(&format!("{at}{name}\"")))
            };
            let lacking: Vec<&String> =
                topics.iter().filter(|name| !has.contains(&"consent") && named(name)).collect();
            assert_eq!(lacking, [""; 0], "{element}, {path}");
        }
    }
}

/// The selectors of a sheet, those inside of `@media` and the like included.
fn selectors(sheet: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").expect("a comment ends").1;
    }
    plain.push_str(rest);
    let heads = plain.split('{').filter_map(|piece| piece.rsplit(['}', ';']).next()).map(str::trim);
    heads.filter(|head| head.starts_with(|c: char| !"@".contains(c))).flat_map(alternatives).collect()
}

/// What stands between commas, those inside of `:is(…)` and the like not counted.
fn alternatives(head: &str) -> Vec<String> {
    let (mut depth, mut found) = (0_i32, vec![String::new()]);
    for c in head.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        match found.last_mut() {
            Some(one) if c != ',' || depth > 0 => one.push(c),
            _ => found.push(String::new()),
        }
    }
    found.iter().map(|one| one.trim().to_owned()).collect()
}

/// The classes in a selector.
fn classes(selector: &str) -> Vec<&str> {
    let name = |rest: &'_ str| {
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(rest.len())
    };
    selector.match_indices('.').map(|(at, _)| &selector[at + 1..][..name(&selector[at + 1..])]).collect()
}

/// A rule for what an element shows stands in a sheet that the element has.
#[test]
fn every_element_has_all_its_styles() {
    let sheets = gated("src/element/mod.rs", "sheet!(\"", "\"),");
    assert!(
        selectors(".a .b, .c :is(.f, g){x:y}@media z{.d > e{x:y}}") == [".a .b", ".c :is(.f, g)", ".d > e"]
    );
    for (element, has) in FEATURES {
        let code = code(has);
        let own: BTreeSet<&str> = of(&sheets, has).collect();
        // Names of drawings and keys of phrases are words as well.
        let rooms = code.iter().filter(|(path, _)| !path.ends_with("/icon.rs"));
        let words: BTreeSet<&str> = rooms
            .flat_map(|(_, code)| literals(code))
            .filter(|literal| !literal.contains('.'))
            .flat_map(str::split_whitespace)
            .collect();
        assert!(words.contains("closing") && words.contains("fold__body"), "{element}");
        let mut lacking = Vec::new();
        for (sheet, _) in sheets.iter().filter(|(sheet, _)| !own.contains(sheet.as_str())) {
            for selector in selectors(&text(sheet)) {
                let classes = classes(&selector);
                if !classes.is_empty() && classes.iter().all(|class| words.contains(class)) {
                    lacking.push(format!("{sheet}: {selector}"));
                }
            }
        }
        assert!(lacking.is_empty(), "{element} is without\n{}", lacking.join("\n"));
    }
}

/// The gates of the test itself: read from a door as it is written.
#[test]
fn the_doors_are_read_as_they_are_written() {
    let rooms = gated("src/ui/mod.rs", "pub mod ", ";");
    let names = |has| of(&rooms, has).map(str::to_owned).collect::<BTreeSet<_>>();
    let checklist = names(&["checklist"]);
    assert!(checklist.contains("checklist") && checklist.contains("controls"), "{checklist:?}");
    assert!(!checklist.contains("consent") && !checklist.contains("tablet"), "{checklist:?}");
    assert!(names(FEATURES[0].1).contains("tablet"));
    assert!(!code(&["checklist"]).keys().any(|path| path.contains("/consent")));
}

/// The notices that a build without them loads as files are the ones that the build tool lays beside it.
#[test]
fn what_is_not_compiled_in_lies_beside_it() {
    let door = text("src/domain/notice/builtin.rs");
    let tool = text("xtask/src/dist.rs");
    let gate = "#[cfg(feature = \"consent\")]\n    (\"";
    assert_eq!(door.matches(gate).count(), 1, "one notice in the embed");
    let id = door.split_once(gate).unwrap().1.split_once('"').unwrap().0;
    assert!(tool.contains(&format!("const COMPILED_IN: &str = \"{id}.json\";")), "{id}");
    let script = text("src/element/element.js");
    assert!(script.contains("import(`./nattoku-notice-${id}.js`)"), "what element.js asks for");
    assert!(tool.contains("format!(\"nattoku-notice-{id}.js\")"), "what lies there");
}
