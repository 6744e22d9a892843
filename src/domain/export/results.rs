//! A result file that somebody brings to a meeting, of today or of an earlier one: read as any document, then matched with
//! the list that is being answered. What a result is and who counts lives in `checklist::gather`.

use super::{ImportError, import};
use crate::domain::checklist::{Brought, Checklist, ChecklistRun, Unfit, gather::from_run};
use crate::domain::notice::Organization;

/// What a result file holds for a list.
#[derive(Clone, Debug, PartialEq)]
pub struct HandedOver {
    /// What can be taken in: the latest run that fits.
    pub brought: Option<Brought>,
    /// Earlier runs that fit, the latest first. Most often they are the same person's of other days; when a file gathers
    /// several people's, somebody has to say so.
    pub earlier: Vec<Brought>,
    /// What cannot, by id of the run, and why. All of these empty: the file has no run.
    pub refused: Vec<(String, Unfit)>,
    /// The name of the group that the file is from, when both sides have a name and it is not ours. Not refused, because a
    /// phone may know the group by another name; asked about before it is taken in.
    pub other_group: Option<String>,
}

/// Reads a result file for a list. A file with several runs is a person's who answered several times, or a backup: which
/// run is the latest follows from the runs' own times.
///
/// # Errors
/// As [`import`]: nothing is taken from a file that is not whole.
pub fn handed_over(text: &str, list: &Checklist, own: &Organization) -> Result<HandedOver, ImportError> {
    let document = import(text)?.document;
    let (mut fitting, mut refused) = (Vec::new(), Vec::new());
    for run in &document.checklist_runs {
        match from_run(run, list) {
            Ok(brought) => fitting.push((run, brought)),
            Err(unfit) => refused.push((run.id.clone(), unfit)),
        }
    }
    fitting.sort_by(|(one, _), (other, _)| latest_first(one, other));
    let mut fitting = fitting.into_iter().map(|(_, brought)| brought);
    Ok(HandedOver {
        brought: fitting.next(),
        earlier: fitting.collect(),
        refused,
        other_group: other_group(&document.organization, own),
    })
}

/// The order of runs in time; the id decides between two of the same moment.
fn latest_first(one: &ChecklistRun, other: &ChecklistRun) -> core::cmp::Ordering {
    (other.finished_at, &other.id).cmp(&(one.finished_at, &one.id))
}

/// The name of the group a file is from, when both sides have one and it is not ours.
fn other_group(theirs: &Organization, own: &Organization) -> Option<String> {
    let (theirs, ours) = (theirs.group()?, own.group()?);
    (theirs != ours).then(|| theirs.to_owned())
}

/// What a file holds of earlier meetings on a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The run to go on from: the latest, where it is of this list. Otherwise the latest of every list that asks something
    /// in common, the latest first; which one is for the group to say.
    pub runs: Vec<ChecklistRun>,
    /// Whether the file has any run at all.
    pub any: bool,
    /// As [`HandedOver::other_group`].
    pub other_group: Option<String>,
}

/// Reads a file for what was agreed at an earlier meeting. Which run is the latest follows from the runs' own times,
/// wrong clocks included: nobody here knows better.
///
/// # Errors
/// As [`import`]: nothing is taken from a file that is not whole.
pub fn earlier(text: &str, list: &Checklist, own: &Organization) -> Result<Earlier, ImportError> {
    let document = import(text)?.document;
    let fits = |run: &&ChecklistRun| {
        !run.is_handed_over() && (run.list.id == list.id || list.shares_items_with(run))
    };
    let mut fitting: Vec<&ChecklistRun> = document.checklist_runs.iter().filter(fits).collect();
    fitting.sort_by(|one, other| latest_first(one, other));
    let mut runs: Vec<ChecklistRun> = Vec::new();
    for run in fitting {
        if runs.iter().all(|latest| latest.list.id != run.list.id) {
            runs.push(run.clone());
        }
    }
    if runs.first().is_some_and(|latest| latest.list.id == list.id) {
        runs.truncate(1);
    }
    Ok(Earlier {
        runs,
        any: !document.checklist_runs.is_empty(),
        other_group: other_group(&document.organization, own),
    })
}
