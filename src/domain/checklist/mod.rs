//! The ○△× self-checklist: what it says, how a run of it goes, and what a run leaves behind.
//!
//! The content lives in data (`src/presets/checklists/`), its shape in [`content`], its checking in [`parse`]; a run
//! in progress is a [`CheckSession`] moved by [`CheckAction`]s, a finished one is a [`ChecklistRun`]. Counts are
//! counts: nothing here computes a score, a share or a rank, and nothing here knows who answered (004-12).
//! No screen, no storage and no clock lives here; times and ids come in as arguments.

pub mod action;
pub mod content;
pub mod error;
pub mod mark;
pub mod parse;
pub mod run;
pub mod session;
pub mod snapshot;
pub mod summary;

pub use action::{CheckAction, Step};
pub use content::{
    Aim, CaseCards, Checklist, Emergency, EmergencyQuestion, Item, LeakCase, Legend, Opening, Part, Point,
    RulesPrompt,
};
pub use error::{ChecklistError, Problem};
pub use mark::Mark;
pub use run::{ChecklistRun, EmergencyEntry, MarkEntry, NoteEntry, Respondent, RuleEntry};
pub use session::{CheckSession, reduce};
pub use snapshot::{ListSnapshot, SnapshotItem, SnapshotPoint};
pub use summary::{Counts, PartCounts, Summary};

use crate::domain::time::Timestamp as Stamp;
