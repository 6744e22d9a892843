//! A list from a file, or from a portal: taken in whole, or refused with everything that is wrong, each with its place.
//! Nothing is repaired on the way. What a file may leave out is `shape.rs`.

use super::shape::{complete, take_out};
use super::{Spot, in_order, problems_of};
use crate::domain::checklist::content::Checklist;
use crate::domain::checklist::error::{ChecklistError, Problem};
use crate::domain::checklist::parse::dropped;
use crate::domain::json::{self, Value};

/// How many things of another shape are named before reading ends.
const MAX_MISFITS: usize = 50;

/// Where the words beside the marks stand in `legend`.
const MARKS: [&str; 4] = [".done", ".trying", ".notYet", ".unmarked"];

/// A list that cannot be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsound {
    /// Everything that is wrong, in the order of the list; never empty.
    pub problems: Vec<ChecklistError>,
    /// The list with its gaps, where each of them can be filled in the page.
    pub list: Option<Box<Checklist>>,
}

impl core::fmt::Display for Unsound {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let lines: Vec<String> = self.problems.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl core::error::Error for Unsound {}

/// Reads a list of one's own. `lists`, `id`, `version` and `title` are its own; short words are the statement's where
/// there are none; a frame that is left out is the salon's.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(text: &str) -> Result<Checklist, Unsound> {
    let refused =
        |place: &str, problem| Unsound { problems: vec![ChecklistError::at(place, problem)], list: None };
    let mut tree = json::parse(text).map_err(|error| refused(".", Problem::Malformed(error.to_string())))?;
    if !tree.get("lists").is_some_and(Value::is_array) {
        return Err(refused(".", Problem::NotAList));
    }
    let mut problems = Vec::new();
    let list = fitted(&mut tree, &mut problems);
    let shapely = problems.is_empty();
    let Some(list) = list else { return Err(Unsound { problems, list: None }) };
    let whole = super::ListDraft { list, next: 1, from: None }.whole();
    if is_taken(&whole.id) {
        problems.push(ChecklistError::at("id", Problem::UnusableId(whole.id.clone())));
    }
    let mut wrong = problems_of(&whole, true);
    // Short words that are missing are the statement's; it is named itself.
    let gap = |error: &ChecklistError| {
        let at = Spot::of(&error.place);
        at.rest == "short" && tree_is_blank(&tree, &error.place)
    };
    wrong.retain(|error| !gap(error) && !problems.iter().any(|named| is_below(&error.place, &named.place)));
    problems.extend(wrong);
    if problems.is_empty() {
        return Ok(whole);
    }
    let here = |error: &ChecklistError| Spot::of(&error.place).can_be_typed();
    let list = (shapely && problems.iter().all(here)).then(|| Box::new(whole));
    Err(Unsound { problems: in_order(problems), list })
}

/// Whether a list of one's own cannot be called so: a built-in one is, or the sign is in it that joins ids.
fn is_taken(id: &str) -> bool {
    Checklist::BUILTIN.contains(&id) || id.contains(|c: char| c == '+' || c.is_whitespace())
}

/// Fits the tree into a list. What is of another shape is named and passed over, as often as that leads on.
fn fitted(tree: &mut Value, problems: &mut Vec<ChecklistError>) -> Option<Checklist> {
    for _ in 0..MAX_MISFITS {
        if let Value::Object(root) = tree {
            complete(root);
        }
        let place = match json::fit::<Checklist>(tree) {
            Ok(list) => match dropped(tree, &json::tree(&list)) {
                None => return Some(list),
                Some(place) => {
                    problems.push(ChecklistError::at(&place, Problem::Malformed("unknown field".into())));
                    place
                }
            },
            Err(misfit) => {
                let place = if misfit.place.is_empty() { ".".to_owned() } else { misfit.place };
                let problem = match place.strip_prefix("legend") {
                    Some(mark) if !MARKS.contains(&mark) => Problem::OtherScale,
                    _ => Problem::Malformed(misfit.cause),
                };
                problems.push(ChecklistError::at(&place, problem));
                // Half a scale says nothing more.
                if place.starts_with("legend") { "legend".to_owned() } else { place }
            }
        };
        if !take_out(tree, &place) {
            return None;
        }
    }
    None
}

/// Whether one place is another, or inside it.
fn is_below(place: &str, above: &str) -> bool {
    place.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Whether nothing is written there.
fn tree_is_blank(tree: &Value, place: &str) -> bool {
    let path = format!("/{}", place.replace('[', "/").replace(']', "").replace('.', "/"));
    tree.pointer(&path).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty())
}
