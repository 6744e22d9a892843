//! The words on the screens, looked up by their key in the same data files that the page is built from, so that
//! rewording a button breaks no scenario. Nothing here looks at a page.

use nattoku::domain::notice::{Notice, NoticeSnapshot, Organization};
use nattoku::domain::text::{self, Reading, Text};

const FILES: [&str; 13] = [
    include_str!("../../src/presets/wording/shared.tsv"),
    include_str!("../../src/presets/wording/consent.tsv"),
    include_str!("../../src/presets/wording/respond.tsv"),
    include_str!("../../src/presets/wording/change.tsv"),
    include_str!("../../src/presets/wording/notice.tsv"),
    include_str!("../../src/presets/wording/checklist.tsv"),
    include_str!("../../src/presets/wording/gather.tsv"),
    include_str!("../../src/presets/wording/talk.tsv"),
    include_str!("../../src/presets/wording/report.tsv"),
    include_str!("../../src/presets/wording/lists.tsv"),
    include_str!("../../src/presets/wording/tablet.tsv"),
    include_str!("../../src/presets/wording/device.tsv"),
    include_str!("../../src/presets/wording/paper.tsv"),
];

/// The group that most scenarios are held in, as a document that a tablet imports. No member of it is called as the
/// person who answers, so that a name left behind is found.
pub const GROUP: &str = include_str!("../fixtures/organization.json");

/// A phrase in the plain register.
#[track_caller]
pub fn say(key: &str) -> String {
    cell(key, 1).to_owned()
}

/// A phrase in the easy register, without the readings: as it is seen by whoever skips the ruby.
#[track_caller]
pub fn say_easily(key: &str) -> String {
    text::bare(cell(key, 2))
}

/// A phrase in one register as notation, for what the domain makes of it.
#[track_caller]
pub fn notation(key: &str, reading: Reading) -> String {
    cell(key, if reading == Reading::Easy { 2 } else { 1 }).to_owned()
}

/// Words of a list or a notice in the plain register, as they are seen.
pub fn plain(text: &Text) -> String {
    text::bare(&text.plain)
}

/// A phrase in the plain register with its `{{name}}`s filled in.
#[track_caller]
pub fn say_with(key: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(say(key), |phrase, (name, value)| {
        let hole = format!("{{{{{name}}}}}");
        assert!(phrase.contains(&hole), "{key} has no {hole}");
        phrase.replace(&hole, value)
    })
}

/// The name of a control of which only the beginning is known.
#[track_caller]
pub fn begins(key: &str) -> String {
    format!("{}…", say(key))
}

#[track_caller]
fn cell(key: &str, column: usize) -> &'static str {
    let line = FILES
        .iter()
        .flat_map(|file| file.lines())
        .find(|line| line.split('\t').next() == Some(key))
        .unwrap_or_else(|| panic!("no phrase is called {key}"));
    line.split('\t').nth(column).unwrap_or_else(|| panic!("{key} has too few columns"))
}

/// The built-in explanation with the words of [`GROUP`] in it: what the screens must show.
pub fn explanation() -> NoticeSnapshot {
    let group = nattoku::domain::export::import(GROUP).expect("the fixture is a document of this program");
    fill(&group.document.organization)
}

/// The built-in explanation with the words of a group in it.
pub fn fill(group: &Organization) -> NoticeSnapshot {
    Notice::salon().fill(group).expect("the group's words fit the explanation")
}
