//! The ○△× self-checklist: what it says, how a run of it goes, and what a run leaves behind.
//!
//! The content lives in data (`src/presets/checklists/`), its shape in [`content`], its checking in [`parse`]; a run
//! in progress is a [`CheckSession`] moved by [`CheckAction`]s, a finished one is a [`ChecklistRun`]. Counts are
//! counts: nothing here computes a score, a share or a rank, and nothing here knows who answered (004-12).
//! No screen, no storage and no clock lives here; times and ids come in as arguments.

pub mod action;
pub mod add_on;
pub mod code;
pub mod content;
pub mod error;
pub mod gather;
pub mod mark;
pub mod own;
pub mod parse;
pub mod pick;
pub mod remind;
pub mod report;
pub mod run;
mod run_check;
pub mod session;
mod session_out;
pub mod snapshot;
pub mod split;
pub mod summary;
pub mod talk;
pub mod trend;

pub use action::{CheckAction, Step};
pub use content::{
    Aim, CaseCards, Checklist, Emergency, EmergencyQuestion, Item, LeakCase, Legend, Opening, Part, Point,
    RulesPrompt,
};
pub use error::{ChecklistError, Problem};
pub use gather::{Brought, Fit, GatherAction, Gathering, Given, Sheet, Taking, Turn, Unfit, Way, Ways};
pub use mark::Mark;
pub use own::{ListAction, ListDraft, Place};
pub use pick::ListChoice;
pub use remind::{Every, RemindWords};
pub use report::{Report, ReportItem, ReportWords};
pub use run::{ChecklistRun, EmergencyEntry, MarkEntry, MarksKept, NoteEntry, Respondent, RuleEntry};
pub use session::{CheckSession, reduce};
pub use snapshot::{ListSnapshot, SnapshotItem, SnapshotPoint};
pub use split::{Agreement, Split, splits};
pub use summary::{Counts, ItemTally, PartCounts, Summary};
pub use talk::{ActionEntry, ActionState, Reported, Standing, Talk, TalkAction, TalkEntry};
pub use trend::{ItemMove, Moved, Series, SeriesItem, SeriesRun, Since};

use crate::domain::time::Timestamp as Stamp;
