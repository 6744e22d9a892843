//! What a file may leave out: empty words in its gaps, so that all of them are named at once instead of one a try; and
//! the frame (marks, opening words, rules prompt, emergency agreement), which is the salon's then.
//!
//! What must not live here: judging. Nothing is mended; a gap is an empty text, and an empty text is refused.

use crate::domain::json::{Value, tree};
use serde_json::Map;

use super::super::content::Checklist;

type Fields = Map<String, Value>;

/// Makes a list of what a file says, as far as it is one.
pub(super) fn complete(root: &mut Fields) {
    if let Value::Object(salon) = tree(&Checklist::salon()) {
        for (name, mut value) in salon {
            if !["legend", "opening", "cases", "rules", "emergency"].contains(&name.as_str()) {
                continue;
            }
            // A case needs an item of its own list.
            if let (true, Some(cards)) = (name == "cases", value.get_mut("cards")) {
                *cards = Value::Array(Vec::new());
            }
            root.entry(name).or_insert(value);
        }
    }
    string(root, "id");
    string(root, "version");
    words(root, "title");
    each(root, "lists", &mut |part| {
        string(part, "id");
        words(part, "title");
        part.entry("items").or_insert_with(|| Value::Array(Vec::new()));
        each(part, "items", &mut |item| {
            string(item, "id");
            words(item, "short");
            words(item, "text");
            each(item, "points", &mut |point| {
                string(point, "id");
                words(point, "text");
            });
        });
    });
}

fn string(fields: &mut Fields, name: &str) {
    fields.entry(name).or_insert_with(|| Value::String(String::new()));
}

/// A text in both registers; anything but an object is left for whoever reads it.
fn words(fields: &mut Fields, name: &str) {
    if let Value::Object(text) = fields.entry(name).or_insert_with(|| Value::Object(Map::new())) {
        string(text, "plain");
        string(text, "easy");
        // An empty translation is none.
        if text.get("en").and_then(Value::as_str).is_some_and(|english| english.trim().is_empty()) {
            text.remove("en");
        }
    }
}

fn each(fields: &mut Fields, name: &str, fill: &mut dyn FnMut(&mut Fields)) {
    if let Some(Value::Array(all)) = fields.get_mut(name) {
        all.iter_mut().filter_map(Value::as_object_mut).for_each(fill);
    }
}

/// Takes out what stands at a path such as `lists[0].items[2].text`, so that reading can go on behind it. Whether there
/// was anything; an entry of a list becomes an empty object, so that those behind it keep their numbers.
pub(super) fn take_out(root: &mut Value, place: &str) -> bool {
    let dense = place.replace('[', ".[");
    let mut steps: Vec<&str> = dense.split('.').filter(|step| !step.is_empty()).collect();
    let Some(last) = steps.pop() else { return false };
    let mut at = root;
    for step in steps {
        let next = match index(step) {
            Some(number) => at.get_mut(number),
            None => at.get_mut(step),
        };
        let Some(next) = next else { return false };
        at = next;
    }
    match (index(last), at) {
        (Some(number), Value::Array(all)) => match all.get_mut(number) {
            Some(entry) if !entry.is_object() => {
                *entry = Value::Object(Map::new());
                true
            }
            _ => false,
        },
        (None, Value::Object(fields)) => fields.remove(last).is_some(),
        _ => false,
    }
}

fn index(step: &str) -> Option<usize> {
    step.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}
