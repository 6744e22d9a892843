//! What was entered, when, and so what has to be there after the browser was killed. Knows no page.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// An answer may be missing after a kill for this long after it was given.
const ANSWERS_WITHIN: Duration = Duration::from_secs(1);

/// What a question or a field was last given, and when; none: it has outlived a kill already.
struct Said {
    value: String,
    at: Option<Instant>,
}

impl Said {
    fn must_be_there(&self, killed: Instant) -> bool {
        self.at.is_none_or(|at| killed.duration_since(at) >= ANSWERS_WITHIN)
    }
}

/// A record that the closing screen called kept.
#[derive(Clone)]
pub struct Finished {
    /// Whose it is; nobody else is called so.
    pub name: String,
    /// What was answered, by item.
    pub answers: BTreeMap<String, String>,
    /// How many strokes the name was written in.
    pub strokes: usize,
}

/// What is on the screens after a kill.
pub struct Found {
    /// The names in the list of records.
    pub records: Vec<String>,
    /// The conversation that home offers to go on with.
    pub draft: Option<Draft>,
}

/// A conversation that was left in the middle, as its screens show it.
pub struct Draft {
    /// Where it went on.
    pub resumed: String,
    /// Choices by the name of their group, and fields by their id.
    pub entries: BTreeMap<String, String>,
    /// The outline of each stroke on the pad.
    pub strokes: Vec<String>,
}

/// What a kill must not do.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// A finished record is gone, or not as it was.
    Record,
    /// An answer is gone, or one of before is back.
    Answer,
    /// A stroke is gone, or another one.
    Stroke,
    /// The group's words are gone.
    Words,
    /// Something is there that nobody entered, or is there twice.
    Unasked,
}

/// One thing that a kill did and must not do.
pub struct Wrong {
    pub kind: Kind,
    pub what: String,
}

impl Wrong {
    pub fn new(kind: Kind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into() }
    }

    /// How many of each kind there are; nothing where there is none.
    pub fn count(all: &[Self]) -> String {
        let kinds = [
            (Kind::Record, "records lost"),
            (Kind::Answer, "answers lost"),
            (Kind::Stroke, "strokes lost"),
            (Kind::Words, "times the group's words lost"),
            (Kind::Unasked, "there that nobody entered"),
        ];
        let counted = kinds.map(|(kind, words)| (all.iter().filter(|one| one.kind == kind).count(), words));
        let some =
            counted.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}"));
        let some: Vec<String> = some.collect();
        if some.is_empty() { "nothing lost".to_owned() } else { some.join(", ") }
    }
}

/// What is known of the tablet.
#[derive(Default)]
pub struct Ledger {
    /// The conversation under way: every value that each question and field was given, the latest last.
    entries: BTreeMap<String, Vec<Said>>,
    /// The strokes that were lifted, with their outline where it was looked at.
    strokes: Vec<Option<String>>,
    /// The name of who is talked with; none between two conversations.
    pub with: Option<String>,
    /// Whether the record was asked for, and nothing said yet of whether it is kept.
    asked: bool,
    /// The records that are kept.
    pub finished: Vec<Finished>,
}

impl Ledger {
    /// A conversation begins.
    pub fn begin(&mut self, name: &str) {
        self.with = Some(name.to_owned());
    }

    /// This was chosen or typed, and shown as such, just now.
    pub fn say(&mut self, place: &str, value: &str) {
        let said = Said { value: value.to_owned(), at: Some(Instant::now()) };
        self.entries.entry(place.to_owned()).or_default().push(said);
    }

    /// What a question was given last.
    pub fn latest(&self, place: &str) -> Option<String> {
        self.entries.get(place)?.last().map(|said| said.value.clone())
    }

    /// A stroke was lifted.
    pub fn draw(&mut self) {
        self.strokes.push(None);
    }

    /// The strokes as they are drawn.
    pub fn drawn(&mut self, outlines: Vec<String>) {
        self.strokes = outlines.into_iter().map(Some).collect();
    }

    /// How many strokes there must be.
    pub fn strokes(&self) -> usize {
        self.strokes.len()
    }

    /// The record was asked for.
    pub fn ask(&mut self) {
        self.asked = true;
    }

    /// The closing screen says that the record is kept.
    pub fn kept(&mut self) {
        let Some(name) = self.with.take() else { return };
        let latest = |(place, said): (&String, &Vec<Said>)| {
            Some((place.strip_prefix("answer-")?.to_owned(), said.last()?.value.clone()))
        };
        let answers = self.entries.iter().filter_map(latest).collect();
        self.finished.push(Finished { name, answers, strokes: self.strokes.len() });
        self.forget();
    }

    fn forget(&mut self) {
        *self = Self { finished: std::mem::take(&mut self.finished), ..Self::default() };
    }

    /// Where something was entered.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// In short, as of this moment.
    pub fn told(&self, killed: Instant) -> String {
        let due =
            self.entries.values().filter(|said| said.iter().any(|one| one.must_be_there(killed))).count();
        let waiting = if self.asked { ", the record asked for" } else { "" };
        format!(
            "{} records, {} entries ({due} due), {} strokes{waiting}",
            self.finished.len(),
            self.entries.len(),
            self.strokes.len()
        )
    }

    /// Compares what had to outlive a kill with what did, and goes on from what did. Returns what was lost, or is there
    /// though nobody entered it.
    pub fn settle(&mut self, killed: Instant, found: &Found) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let count = |name: &String| found.records.iter().filter(|listed| *listed == name).count();
        if self.asked && self.with.as_ref().is_some_and(|name| count(name) > 0) {
            // It was finished, and nobody was told any more.
            self.kept();
        }
        self.finished.retain(|one| match count(&one.name) {
            1 => true,
            0 => {
                wrong.push(Wrong::new(Kind::Record, format!("the finished record of {} is gone", one.name)));
                false
            }
            many => {
                wrong.push(Wrong::new(
                    Kind::Unasked,
                    format!("the record of {} is there {many} times", one.name),
                ));
                true
            }
        });
        if self.with.is_none() {
            // What became a record may still be offered; the caller discards it.
            return wrong;
        }
        let none = Draft { resumed: String::new(), entries: BTreeMap::new(), strokes: Vec::new() };
        let draft = found.draft.as_ref().unwrap_or(&none);
        wrong.extend(self.settle_entries(killed, draft));
        wrong.extend(self.settle_strokes(draft));
        if found.draft.is_none() {
            self.forget();
        }
        self.asked = false;
        wrong
    }

    fn settle_entries(&mut self, killed: Instant, draft: &Draft) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        for (place, said) in &self.entries {
            let there = draft.entries.get(place);
            let due = said.iter().rposition(|one| one.must_be_there(killed));
            let may_be = &said[due.unwrap_or_default()..];
            let fits = there.map_or(due.is_none(), |value| may_be.iter().any(|one| one.value == *value));
            if !fits {
                let wanted: Vec<&str> = may_be.iter().map(|one| one.value.as_str()).collect();
                let there = there.map_or("nothing", String::as_str);
                wrong.push(Wrong::new(
                    Kind::Answer,
                    format!("{place} is {there}, not {}", wanted.join(" or ")),
                ));
            }
        }
        let strange = draft.entries.iter().filter(|(place, _)| !self.entries.contains_key(*place));
        let strange = strange.map(|(place, value)| format!("{place} is {value}, which nobody entered"));
        wrong.extend(strange.map(|what| Wrong::new(Kind::Unasked, what)));
        let settled = |(place, value): (&String, &String)| {
            (place.clone(), vec![Said { value: value.clone(), at: None }])
        };
        self.entries = draft.entries.iter().map(settled).collect();
        wrong
    }

    fn settle_strokes(&mut self, draft: &Draft) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        for (at, stroke) in self.strokes.iter().enumerate() {
            match (draft.strokes.get(at), stroke) {
                (None, _) => wrong.push(Wrong::new(Kind::Stroke, format!("stroke {} is gone", at + 1))),
                (Some(there), Some(drawn)) if there != drawn => {
                    wrong.push(Wrong::new(Kind::Stroke, format!("stroke {} is another one", at + 1)));
                }
                _ => {}
            }
        }
        if draft.strokes.len() > self.strokes.len() {
            let more = format!("{} strokes, of which {} were drawn", draft.strokes.len(), self.strokes.len());
            wrong.push(Wrong::new(Kind::Unasked, more));
        }
        self.drawn(draft.strokes.clone());
        wrong
    }
}
