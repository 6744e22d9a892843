//! The interface's words: complete in every column, and used. How they read is in `readable`.
//!
//! Keys are read from the sources, so that a phrase nobody wrote and a phrase nobody says both fail here.

mod readable;

use crate::architecture::{Source, sources};
use nattoku::domain::text::{parse, placeholders};
use std::collections::{BTreeMap, BTreeSet};

/// The rooms whose screens may be built after their words: until then their words are said by nobody.
const ROOMS: [(&str, &str); 2] = [("checklist.tsv", "src/ui/checklist"), ("tablet.tsv", "src/ui/tablet")];

/// Phrases found by a name at run time: the group, the type whose `key()` or `name()` gives the rest, its file.
const GROUPS: [(&str, &str, &str); 20] = [
    ("list_problem", "Problem", "src/domain/checklist/error.rs"),
    ("notice_error", "NoticeErrorKind", "src/domain/notice/error.rs"),
    ("notice_part", "Part", "src/domain/notice/error.rs"),
    ("answer", "Answer", "src/domain/consent/answer.rs"),
    ("outcome", "Outcome", "src/domain/consent/answer.rs"),
    ("closing", "Outcome", "src/domain/consent/answer.rs"),
    ("closing_lead", "Outcome", "src/domain/consent/answer.rs"),
    ("identity", "IdentityCheck", "src/domain/consent/explained.rs"),
    ("role", "RoleChoice", "src/domain/session/respond.rs"),
    ("role_hint", "RoleChoice", "src/domain/session/respond.rs"),
    ("method", "Method", "src/domain/consent/evidence.rs"),
    ("follow_kind", "FollowUpKind", "src/domain/consent/event.rs"),
    ("standard", "Standard", "src/domain/standards/mod.rs"),
    ("way", "Route", "src/domain/session/form.rs"),
    ("way_hint", "Route", "src/domain/session/form.rs"),
    ("problem.value", "ValueProblemKind", "src/domain/notice/organization.rs"),
    ("theme", "Theme", "src/ui/view.rs"),
    ("check_mark", "Mark", "src/domain/checklist/mark.rs"),
    ("gather_way", "Turn", "src/domain/checklist/gather/turn.rs"),
    ("gather_hint", "Turn", "src/domain/checklist/gather/turn.rs"),
];

pub struct Row {
    pub file: String,
    pub key: String,
    plain: String,
    easy: String,
    english: String,
}

pub fn rows() -> Vec<Row> {
    let files = sources("src/presets/wording");
    let row = |file: &Source, line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [key, plain, easy, english] = cells[..] else { panic!("{}: four cells: {line:?}", file.path) };
        for cell in &cells {
            assert!(
                !cell.is_empty() && *cell == cell.trim(),
                "{}: an empty or padded cell: {line:?}",
                file.path
            );
        }
        let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
        Row { file: name, key: key.into(), plain: plain.into(), easy: easy.into(), english: english.into() }
    };
    let lines = |file| Source::lines(file).filter(|line| !line.is_empty() && !line.starts_with('#'));
    files.iter().flat_map(|file| lines(file).map(move |line| row(file, line))).collect()
}

impl Source {
    fn lines(&self) -> impl Iterator<Item = &str> {
        assert!(!self.text.contains('\r'), "{}: Windows line ends", self.path);
        self.text.lines()
    }
}

/// The code of every room, with its path.
fn code() -> Vec<(String, String)> {
    let files = sources("src").into_iter().filter(|file| file.path.ends_with(".rs"));
    files.map(|file| (file.path.clone(), file.code())).collect()
}

/// Every string literal of a piece of code.
pub fn literals(code: &str) -> Vec<&str> {
    // A quote as a character would turn inside and outside around.
    let mut rest = code;
    let mut found = Vec::new();
    while let Some(open) = rest.find('"') {
        let inside = &rest[open + 1..];
        if rest[..open].ends_with('\'') && inside.starts_with('\'') || rest[..open].ends_with("'\\") {
            rest = inside;
            continue;
        }
        let mut escaped = false;
        let close = inside.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        let Some(close) = close else { break };
        found.push(&inside[..close]);
        rest = &inside[close + 1..];
    }
    found
}

fn is_key(text: &str) -> bool {
    text.split('.').all(|part| part.starts_with(|c: char| c.is_ascii_lowercase()))
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b))
}

/// What stands between `start` and the first `end` after it, every time.
fn between<'c>(code: &'c str, start: &'c str, end: &'c str) -> impl Iterator<Item = &'c str> {
    code.match_indices(start).map(move |(at, _)| {
        let rest = &code[at + start.len()..];
        &rest[..rest.find(end).unwrap_or(rest.len())]
    })
}

/// The keys a piece of code asks for.
pub fn keys_in(path: &str, code: &str, heads: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |text: &str| {
        if is_key(text) {
            found.insert(text.to_owned());
        }
    };
    for start in [".t(\"", ".label(\"", ".with(\"", " k=\"", "actions(\"", "say(\""] {
        between(code, start, "\"").for_each(&mut take);
    }
    // `k={if … { "a.b" } else { "c.d" }}`, `let next_key = match …;`
    for (start, end) in [(" k={", "/>"), ("_key = ", ";"), ("let key = ", ";")] {
        between(code, start, end).flat_map(literals).for_each(&mut take);
    }
    // A key on its way through a variable: anything in the interface that looks like one, and what the domain
    // hands up for the interface to say.
    let domain = ["problem", "signature", "import", "seal", "follow", "code", "gather", "store"];
    for text in literals(code).into_iter().filter(|text| text.contains('.')) {
        let head = text.split('.').next().unwrap_or_default();
        let says = path.starts_with("src/ui") || path.starts_with("src/domain/paper");
        let known = if says { heads.contains(head) } else { domain.contains(&head) };
        let rooms = ["src/ui", "src/domain", "src/app"];
        if known && rooms.iter().any(|room| path.starts_with(room)) {
            take(text);
        }
    }
    found
}

/// The names a type gives its values, read from its `key()`, `name()` or `value()`.
fn names_of(kind: &str, path: &str) -> Vec<String> {
    let file = sources(path).remove(0);
    let code = file.code();
    let body =
        between(&code, &format!("impl {kind} {{"), "\n}").next().map(str::to_owned).unwrap_or_default();
    let says = ["fn key(", "fn name(", "fn value("].into_iter().find(|start| body.contains(start));
    let says = says.unwrap_or_else(|| panic!("{path}: {kind} has no key(), name() or value()"));
    let arms = between(&body, says, "\n    }").next().unwrap_or_default();
    let names: Vec<String> = between(arms, "=> \"", "\"").map(str::to_owned).collect();
    assert!(names.len() > 1, "{path}: {kind} names {names:?}");
    names
}

/// The groups the code asks for at run time, with every key they can lead to.
fn groups(code: &[(String, String)]) -> BTreeSet<String> {
    let rooms = ["src/ui", "src/element", "src/domain/paper"];
    let ui = code.iter().filter(|(path, _)| rooms.iter().any(|room| path.starts_with(room)));
    let asked: BTreeSet<&str> = ui.flat_map(|(_, code)| between(code, ".of(\"", "\"")).collect();
    let mut keys = BTreeSet::new();
    for group in asked {
        let known = GROUPS.iter().find(|(name, _, _)| *name == group);
        let (_, kind, path) =
            known.unwrap_or_else(|| panic!("tell GROUPS where the names of {group:?} come from"));
        keys.extend(names_of(kind, path).into_iter().map(|name| format!("{group}.{name}")));
    }
    keys
}

/// The keys that one piece of code can be led to by a group.
pub fn groups_in(code: &str) -> Vec<String> {
    let asked =
        between(code, ".of(\"", "\"").filter_map(|group| GROUPS.iter().find(|(name, ..)| *name == group));
    asked
        .flat_map(|(group, kind, path)| {
            names_of(kind, path).into_iter().map(move |name| format!("{group}.{name}"))
        })
        .collect()
}

/// The general sentences of a withdrawal: one for each kind of item and each kind of thing that follows. The domain
/// puts their keys together, so they stand nowhere as a whole.
fn sentences_of_a_withdrawal() -> Vec<String> {
    let code = sources("src/domain/session/revise.rs").remove(0).code();
    let about = between(&code, "let about = match", "};").next().expect("the kinds of items");
    let about: Vec<&str> = between(about, "=> \"", "\"").collect();
    assert_eq!(about.len(), 4, "{about:?}");
    let kinds = names_of("FollowUpKind", "src/domain/consent/event.rs");
    let key =
        |about: &&str| kinds.iter().map(move |kind| format!("follow.{about}.{kind}")).collect::<Vec<_>>();
    about.iter().flat_map(key).collect()
}

/// What keys begin with.
pub fn heads(rows: &[Row]) -> BTreeSet<&str> {
    rows.iter().filter_map(|row| row.key.split_once('.')).map(|(head, _)| head).collect()
}

/// Every key the code asks for, and where.
fn asked() -> BTreeMap<String, String> {
    let (code, rows) = (code(), rows());
    let heads = heads(&rows);
    let run_time = groups(&code);
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    for (path, code) in &code {
        for key in keys_in(path, code, &heads) {
            asked.insert(key, path.clone());
        }
    }
    // `words.of("problem.value", …)` names a group, not a phrase.
    asked.retain(|key, _| !GROUPS.iter().any(|(group, _, _)| group == key));
    asked.extend(sentences_of_a_withdrawal().into_iter().map(|key| (key, "what follows".to_owned())));
    asked.extend(run_time.into_iter().map(|key| (key, "GROUPS".to_owned())));
    asked
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_phrase_has_three_wordings_and_one_place() {
    let rows = rows();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let twice = rows.iter().filter_map(|row| {
        let before = seen.insert(&row.key, &row.file)?;
        Some(format!("{} is in {before} and in {}", row.key, row.file))
    });
    none(&twice.collect::<Vec<_>>());
    none(&rows.iter().filter(|row| !is_key(&row.key)).map(|row| row.key.clone()).collect::<Vec<_>>());
}

#[test]
fn everything_the_interface_says_is_written() {
    let written: BTreeSet<String> = rows().into_iter().map(|row| row.key).collect();
    let asked = asked();
    assert!(asked.len() > 150, "only {} keys were found in the sources", asked.len());
    let missing = asked.iter().filter(|(key, _)| !written.contains(*key));
    none(&missing.map(|(key, path)| format!("{path} says {key:?}")).collect::<Vec<_>>());
}

#[test]
fn everything_that_is_written_is_said() {
    let asked = asked();
    let is_built = |file: &str| {
        let room = ROOMS.iter().find(|(name, _)| *name == file);
        room.is_none_or(|(_, folder)| sources(folder).len() > 1)
    };
    let unused = rows().into_iter().filter(|row| is_built(&row.file) && !asked.contains_key(&row.key));
    none(&unused.map(|row| format!("{}: {}", row.file, row.key)).collect::<Vec<_>>());
}

#[test]
fn the_wordings_of_a_phrase_leave_the_same_gaps_and_the_code_fills_them() {
    let mut found = Vec::new();
    let gaps = |text: &str| -> BTreeSet<String> {
        let pieces = parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        placeholders(&pieces).map(str::to_owned).collect()
    };
    let code = code();
    for row in rows() {
        let open = gaps(&row.plain);
        if gaps(&row.easy) != open || gaps(&row.english) != open {
            found.push(format!("{}: {open:?} in 普通 only", row.key));
        }
        for (path, code) in &code {
            for call in between(code, &format!(".with(\"{}\"", row.key), "])").chain(wrapped(code, &row.key))
            {
                let filled: BTreeSet<String> = between(call, "(\"", "\"").map(str::to_owned).collect();
                if filled != open {
                    found.push(format!("{path}: {} is open at {open:?}, filled at {filled:?}", row.key));
                }
            }
        }
    }
    none(&found);
}

/// What a `.with(` that rustfmt broke over lines fills into a phrase.
fn wrapped<'c>(code: &'c str, key: &str) -> Vec<&'c str> {
    let calls = between(code, ".with(\n", "],\n");
    calls.filter_map(|call| call.trim_start().strip_prefix(&format!("\"{key}\","))).collect()
}

#[test]
fn yes_and_no_end_alike() {
    let rows = rows();
    let find = |key: &str| rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("{key}"));
    let (yes, no) = (find("closing.consented"), find("closing.refused"));
    assert_eq!((&yes.plain, &yes.easy, &yes.english), (&no.plain, &no.easy, &no.english));
    let (yes, no) = (find("closing_lead.consented"), find("closing_lead.refused"));
    assert_eq!(yes.plain.replace("はい", "いいえ"), no.plain);
    assert_eq!(yes.easy.replace("はい", "いいえ"), no.easy);
    assert_eq!(yes.english.replace("yes", "no"), no.english);
}

#[test]
fn these_checks_can_fail() {
    assert_eq!(literals(r#"a("x.y", '"', "z\"w") + 'a' + "q""#), ["x.y", r#"z\"w"#, "q"]);
    let heads = BTreeSet::from(["item"]);
    let found = |path: &str, code: &str| keys_in(path, code, &heads).into_iter().collect::<Vec<_>>();
    assert_eq!(found("src/ui/x.rs", r#"words.t("a.b"); <Say k="back" />"#), ["a.b", "back"]);
    assert_eq!(
        found("src/ui/x.rs", r#"let next_key = if x { "to_review" } else { "item.next" };"#),
        ["item.next", "to_review"]
    );
    assert_eq!(found("src/ui/x.rs", r#"<Say k={if a { "b.c" } else { "d.e" }} />"#), ["b.c", "d.e"]);
    assert_eq!(found("src/ui/x.rs", r#"Some("item.gone"), icon="next""#), ["item.gone"]);
    assert_eq!(found("src/domain/x.rs", r#"Err("problem.name"), "item.gone""#), ["problem.name"]);
    assert_eq!(wrapped("w.with(\n    \"a.b\",\n    &[(\"n\", x)],\n)", "a.b").len(), 1);
}
