//! A result file that somebody hands over at a meeting: read as any document, then matched with the list that is being
//! answered. What a result is and who counts lives in `checklist::gather`.

use super::{ImportError, import};
use crate::domain::checklist::{Brought, Checklist, Unfit, gather::from_run};
use crate::domain::notice::Organization;

/// The placeholder that holds the group's name.
const GROUP: &str = "organization";

/// What a result file holds for a list.
#[derive(Clone, Debug, PartialEq)]
pub struct HandedOver {
    /// What can be taken in, one entry a run.
    pub brought: Vec<Brought>,
    /// What cannot, by id of the run, and why. Both empty: the file has no run at all.
    pub refused: Vec<(String, Unfit)>,
    /// The name of the group that the file is from, when both sides have a name and it is not ours. Not refused, because a
    /// phone may know the group by another name; asked about before it is taken in.
    pub other_group: Option<String>,
}

/// Reads a result file for a list. A file with several runs is a person's who answered several times, or a backup; each
/// run is a result of its own.
///
/// # Errors
/// As [`import`]: nothing is taken from a file that is not whole.
pub fn handed_over(text: &str, list: &Checklist, own: &Organization) -> Result<HandedOver, ImportError> {
    let document = import(text)?.document;
    let mut found = HandedOver { brought: Vec::new(), refused: Vec::new(), other_group: None };
    for run in &document.checklist_runs {
        match from_run(run, list) {
            Ok(brought) => found.brought.push(brought),
            Err(unfit) => found.refused.push((run.id.clone(), unfit)),
        }
    }
    let name = |of: &Organization| {
        let name = of.values.get(GROUP).map(|value| value.plain.trim().to_owned());
        name.filter(|name| !name.is_empty())
    };
    found.other_group =
        name(&document.organization).filter(|theirs| name(own).is_some_and(|ours| ours != *theirs));
    Ok(found)
}
