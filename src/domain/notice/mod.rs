//! The notice (説明文): what is explained to a person, in two registers, with holes only the organisation can fill.
//!
//! [`Notice`] is the template, as a preset or a portal writes it. [`Organization`] holds the values of its
//! placeholders. [`Notice::fill`] joins the two into a [`NoticeSnapshot`]: the exact words that were shown, with their
//! digest, kept inside the record for good. Nothing here knows what a person answered, or how a section looks.

mod error;
mod fill;
mod line;
mod model;
mod organization;
mod read;
mod snapshot;
mod version;

pub use error::{NoticeError, NoticeErrorKind, NoticeErrors, Part, Place};
pub use line::{LineKind, line_kind};
pub use model::{
    Acknowledgement, ConsentItem, Group, ItemKind, Notice, OptionalLine, Placeholder, PlaceholderKind,
    Section,
};
pub use organization::{MAX_VALUE_CHARS, Organization, PlaceholderValue, ValueProblem, ValueProblemKind};
pub use snapshot::{NoticeSnapshot, SnapshotSection};
pub use version::{Version, VersionError};

impl Notice {
    /// The built-in notice of a community salon (つながるサロン): 14 sections, requirements.md part D.
    #[must_use]
    pub fn salon() -> Self {
        // The text is compiled in and `the_salon_preset_is_whole` reads it: it cannot fail at run time.
        Self::parse("salon.json", include_str!("../../presets/notices/salon.json"))
            .unwrap_or_else(|errors| unreachable!("the built-in notice is broken: {errors}"))
    }

    /// The built-in notice of that id (the `template` attribute), if there is one.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        (id == "salon").then(Self::salon)
    }
}
