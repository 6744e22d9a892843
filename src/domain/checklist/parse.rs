//! Wording a checklist from JSON and checking it whole. A file is accepted complete or refused with the place named;
//! nothing is repaired on the way.

use crate::domain::table::Seen;

use super::content::Checklist;
use super::error::{ChecklistError, Problem};
use crate::domain::text::Text;
use crate::domain::{
    digest,
    json::{self, FromTree, Value},
};

/// The built-in list for a community salon (000).
const SALON: &str = include_str!("../../presets/checklists/salon.json");

/// Reads any JSON value, naming the place of the first thing that does not fit; the tree it was read from beside it.
pub(super) fn from_json<T: FromTree>(text: &str) -> Result<(T, Value), ChecklistError> {
    let tree =
        json::parse(text).map_err(|error| ChecklistError::at(".", Problem::Malformed(error.to_string())))?;
    let read = json::fit(&tree).map_err(|misfit| {
        let place = if misfit.place.is_empty() { ".".to_owned() } else { misfit.place };
        ChecklistError::at(place, Problem::Malformed(misfit.cause))
    })?;
    Ok((read, tree))
}

/// The first field of `given` that reading it has dropped. A `null` says nothing, so nothing is lost with it.
pub(super) fn dropped(given: &Value, kept: &Value) -> Option<String> {
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => {
            given.iter().find_map(|(key, value)| match kept.get(key) {
                Some(same) => dropped(value, same).map(|rest| join(key, &rest)),
                None => (!value.is_null()).then(|| key.clone()),
            })
        }
        (Value::Array(given), Value::Array(kept)) => {
            given.iter().zip(kept).enumerate().find_map(|(n, (value, same))| {
                dropped(value, same).map(|rest| join(&format!("[{n}]"), &rest))
            })
        }
        _ => None,
    }
}

fn join(key: &str, rest: &str) -> String {
    if rest.starts_with('[') { format!("{key}{rest}") } else { format!("{key}.{rest}") }
}

impl Checklist {
    /// The built-in list for a community salon: 4 + 4 + 2 items (000, A-0-3), worded by us.
    ///
    /// # Panics
    /// Never for a released build: the data is compiled in, and a test reads and checks it.
    #[must_use]
    pub fn salon() -> Self {
        match Self::from_json(SALON) {
            Ok(list) => list,
            Err(error) => unreachable!("the built-in checklist is checked by a test: {error}"),
        }
    }

    /// Reads and checks a checklist.
    ///
    /// # Errors
    /// [`Problem::Malformed`] for JSON of another shape, and everything [`Checklist::validate`] refuses.
    pub fn from_json(text: &str) -> Result<Self, ChecklistError> {
        let (list, given): (Self, _) = from_json(text)?;
        // `Text` is shared with notices and lets unknown keys pass; here a misspelt `en` would be a text nobody sees.
        if let Some(place) = dropped(&given, &json::tree(&list)) {
            return Err(ChecklistError::at(place, Problem::Malformed("unknown field".into())));
        }
        list.validate()?;
        Ok(list)
    }

    /// The list's content address: SHA-256 over its canonical JSON, `sha256:…`.
    #[must_use]
    pub fn digest(&self) -> String {
        digest::of_json(self)
    }

    /// Checks what the types cannot: something to ask, no empty words, no id twice, no case teaching a missing item.
    ///
    /// # Errors
    /// The first of the [`problems`](Self::problems).
    pub fn validate(&self) -> Result<(), ChecklistError> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything that [`validate`](Self::validate) refuses, each with its place: what is missing, then ids, then words,
    /// then references.
    #[must_use]
    pub fn problems(&self) -> Vec<ChecklistError> {
        let mut found = Vec::new();
        let mut wrong = |place: String, problem: Problem| found.push(ChecklistError::at(place, problem));
        for (place, len) in self.lengths() {
            if len == 0 {
                wrong(place, Problem::Empty);
            }
        }
        let mut seen = Seen::default();
        for (place, id) in self.ids() {
            if id.trim().is_empty() {
                wrong(place, Problem::Empty);
            } else if !seen.insert(id) {
                wrong(place, Problem::DuplicateId(id.to_owned()));
            }
        }
        for (place, text) in self.texts() {
            for (key, words) in
                [("plain", Some(&text.plain)), ("easy", Some(&text.easy)), ("en", text.en.as_ref())]
            {
                if words.is_some_and(|words| words.trim().is_empty()) {
                    wrong(format!("{place}.{key}"), Problem::Empty);
                }
            }
        }
        for (c, case) in self.cases.cards.iter().enumerate() {
            for (t, id) in case.teaches.iter().enumerate() {
                if self.item_of(id).is_none() {
                    wrong(format!("cases.cards[{c}].teaches[{t}]"), Problem::UnknownId(id.clone()));
                }
            }
        }
        found
    }

    /// Every wording with its place, in document order: for checks over the whole content.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &Text)> {
        let mut all = vec![
            ("title".to_owned(), &self.title),
            ("legend.done".to_owned(), &self.legend.done),
            ("legend.trying".to_owned(), &self.legend.trying),
            ("legend.notYet".to_owned(), &self.legend.not_yet),
            ("legend.unmarked".to_owned(), &self.legend.unmarked),
        ];
        for (n, text) in self.opening.paragraphs.iter().enumerate() {
            all.push((format!("opening.paragraphs[{n}]"), text));
        }
        all.push(("opening.aimsIntro".to_owned(), &self.opening.aims_intro));
        for (n, aim) in self.opening.aims.iter().enumerate() {
            all.push((format!("opening.aims[{n}].text"), &aim.text));
        }
        for (l, part) in self.lists.iter().enumerate() {
            all.push((format!("lists[{l}].title"), &part.title));
            for (i, item) in part.items.iter().enumerate() {
                let place = format!("lists[{l}].items[{i}]");
                all.push((format!("{place}.short"), &item.short));
                all.push((format!("{place}.text"), &item.text));
                for (p, point) in item.points.iter().enumerate() {
                    all.push((format!("{place}.points[{p}].text"), &point.text));
                }
            }
        }
        all.push(("cases.title".to_owned(), &self.cases.title));
        all.push(("cases.preface".to_owned(), &self.cases.preface));
        for (c, case) in self.cases.cards.iter().enumerate() {
            let place = format!("cases.cards[{c}]");
            all.push((format!("{place}.title"), &case.title));
            all.push((format!("{place}.happened"), &case.happened));
            for (p, step) in case.prevent.iter().enumerate() {
                all.push((format!("{place}.prevent[{p}]"), step));
            }
        }
        all.push(("rules.title".to_owned(), &self.rules.title));
        all.push(("rules.preface".to_owned(), &self.rules.preface));
        all.push(("rules.example".to_owned(), &self.rules.example));
        all.push(("emergency.title".to_owned(), &self.emergency.title));
        all.push(("emergency.preface".to_owned(), &self.emergency.preface));
        for (q, question) in self.emergency.questions.iter().enumerate() {
            all.push((format!("emergency.questions[{q}].text"), &question.text));
            all.push((format!("emergency.questions[{q}].hint"), &question.hint));
        }
        all
    }

    /// Every id with its place, in document order. They share one space, so that any id names one thing.
    fn ids(&self) -> Vec<(String, &str)> {
        let mut all = vec![("id".to_owned(), self.id.as_str())];
        for (n, aim) in self.opening.aims.iter().enumerate() {
            all.push((format!("opening.aims[{n}].id"), aim.id.as_str()));
        }
        for (l, part) in self.lists.iter().enumerate() {
            all.push((format!("lists[{l}].id"), part.id.as_str()));
            for (i, item) in part.items.iter().enumerate() {
                all.push((format!("lists[{l}].items[{i}].id"), item.id.as_str()));
                for (p, point) in item.points.iter().enumerate() {
                    all.push((format!("lists[{l}].items[{i}].points[{p}].id"), point.id.as_str()));
                }
            }
        }
        for (c, case) in self.cases.cards.iter().enumerate() {
            all.push((format!("cases.cards[{c}].id"), case.id.as_str()));
        }
        for (q, question) in self.emergency.questions.iter().enumerate() {
            all.push((format!("emergency.questions[{q}].id"), question.id.as_str()));
        }
        all
    }

    /// Everything that must hold at least one thing, with its place and length.
    fn lengths(&self) -> Vec<(String, usize)> {
        let mut all = vec![
            ("version".to_owned(), self.version.trim().len()),
            ("opening.paragraphs".to_owned(), self.opening.paragraphs.len()),
            ("lists".to_owned(), self.lists.len()),
        ];
        for (l, part) in self.lists.iter().enumerate() {
            all.push((format!("lists[{l}].items"), part.items.len()));
        }
        for (c, case) in self.cases.cards.iter().enumerate() {
            all.push((format!("cases.cards[{c}].prevent"), case.prevent.len()));
            all.push((format!("cases.cards[{c}].teaches"), case.teaches.len()));
        }
        all
    }
}
