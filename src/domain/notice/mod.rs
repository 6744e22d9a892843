//! The notice (説明文): what is explained to a person, in two registers, with holes only the organisation can fill.
//!
//! [`Notice`] is the template, as a preset or a portal writes it. [`Organization`] holds the values of its
//! placeholders. [`Notice::fill`] joins the two into a [`NoticeSnapshot`]: the exact words that were shown, with their
//! digest, kept inside the record for good. Nothing here knows what a person answered, or how a section looks.

mod builtin;
mod completeness;
mod error;
mod fill;
mod legal;
mod line;
mod model;
mod organization;
mod preview;
mod read;
mod snapshot;
mod version;

pub use completeness::missing_topics;
pub use error::{NoticeError, NoticeErrorKind, NoticeErrors, Part, Place};
pub use legal::{Acquisition, Category, Sensitivity, Withdrawal};
pub use line::{LineKind, line_kind};
pub use model::{
    Acknowledgement, ConsentItem, Group, ItemKind, Notice, OptionalLine, Placeholder, PlaceholderKind,
    Section,
};
pub use organization::{MAX_VALUE_CHARS, Organization, PlaceholderValue, ValueProblem, ValueProblemKind};
pub use preview::Preview;
pub use snapshot::{NoticeSnapshot, SnapshotSection, altered};
pub use version::{Version, VersionError};
