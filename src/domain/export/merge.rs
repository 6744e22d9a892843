//! Taking an imported document into the one that is there: nothing is overwritten, nothing is doubled.

use super::{Document, ImportError, ImportErrorKind};
use crate::domain::json::{ToTree, Unknown};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Records and runs that were not there before, or that continue one that was.
    pub added: usize,
    /// Records and runs that were there already, word for word.
    pub known: usize,
}

/// The document `into` with everything of `from` that it does not have yet.
///
/// A consent whose history continues the one that is there takes its place: events are append-only, so the longer
/// history holds the shorter one. The group's own words are taken only where there are none yet; a group that has
/// none at all, as on a new device, takes its optional lines over too.
///
/// # Errors
/// When an entry with the same id says something else. `into` is untouched then.
pub fn merge(into: &Document, from: Document) -> Result<(Document, Merged), ImportError> {
    let mut out = into.clone();
    let mut merged = Merged::default();
    if out.organization.values.is_empty() && !from.organization.values.is_empty() {
        out.organization = from.organization;
    } else {
        for (name, value) in from.organization.values {
            out.organization.values.get_or_insert_with(&name, || value);
        }
    }
    for notice in from.notices {
        out.add_notice(notice);
    }
    for (index, consent) in from.consents.into_iter().enumerate() {
        match out.consents.iter_mut().find(|known| known.id == consent.id) {
            None => {
                out.consents.push(consent);
                merged.added += 1;
            }
            // One history never belongs to two people.
            Some(known) if known.subject != consent.subject => {
                return Err(conflict(&format!("consents[{index}]"), &consent.id));
            }
            Some(known) if known.events.starts_with(&consent.events) => merged.known += 1,
            // A sound record never gives way to one that is not as it was written.
            Some(known) if known.seal().holds() && !consent.seal().holds() => {
                return Err(conflict(&format!("consents[{index}]"), &consent.id));
            }
            Some(known) if consent.events.starts_with(&known.events) => {
                *known = consent;
                merged.added += 1;
            }
            Some(_) => return Err(conflict(&format!("consents[{index}]"), &consent.id)),
        }
    }
    for (index, run) in from.checklist_runs.into_iter().enumerate() {
        match out.checklist_runs.iter().find(|known| known.id == run.id) {
            None => {
                out.checklist_runs.push(run);
                merged.added += 1;
            }
            Some(known) if same(known, &known.unknown, &run, &run.unknown) => merged.known += 1,
            Some(_) => return Err(conflict(&format!("checklistRuns[{index}]"), &run.id)),
        }
    }
    Ok((out, merged))
}

/// Whether two entries say the same, what other programs wrote included.
fn same(one: &dyn ToTree, beside_one: &Unknown, other: &dyn ToTree, beside_other: &Unknown) -> bool {
    beside_one.written_with(one) == beside_other.written_with(other)
}

fn conflict(place: &str, id: &str) -> ImportError {
    ImportError {
        kind: ImportErrorKind::Duplicate(id.to_owned()),
        place: place.to_owned(),
        cause: format!("the id {id:?} is here already with other contents"),
    }
}
