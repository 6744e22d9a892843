//! The checklist runs of a document: what has to hold of them.
//!
//! A build without the feature `checklist` has `carried::runs` in this place.

use super::Document;
use super::entry::Entry;
use super::import::{ImportError, ImportErrorKind, unique};
use crate::domain::checklist::Problem;
use crate::domain::json::{Unknown, Value};

pub use crate::domain::checklist::ChecklistRun;

impl Entry for ChecklistRun {
    fn written(&self) -> Value {
        self.unknown.written_with(self)
    }

    fn came_as(&mut self, tree: &Value) {
        self.unknown = Unknown::of(tree, self);
    }
}

/// Checks every run; places are named.
pub(super) fn check(document: &Document) -> Result<(), ImportError> {
    unique("checklistRuns", document.checklist_runs.iter().map(|run| &run.id))?;
    for (index, run) in document.checklist_runs.iter().enumerate() {
        check_at(run, &format!("checklistRuns[{index}]"))?;
    }
    Ok(())
}

/// Checks one run.
#[cfg(feature = "app")]
pub(super) fn check_one(run: &ChecklistRun) -> Result<(), ImportError> {
    check_at(run, "run")
}

fn check_at(run: &ChecklistRun, entry: &str) -> Result<(), ImportError> {
    run.check().map_err(|error| {
        let kind = match &error.problem {
            Problem::DuplicateId(id) => ImportErrorKind::Duplicate(id.clone()),
            _ => ImportErrorKind::Inconsistent,
        };
        ImportError::new(kind, format!("{entry}.{}", error.place), error.to_string())
    })
}
