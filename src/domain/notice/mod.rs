//! The notice (説明文): what is explained to a person, in two registers, with holes only the organisation can fill.
//!
//! [`Notice`] is the template, as a preset or a portal writes it. [`Organization`] holds the values of its
//! placeholders. [`Notice::fill`] joins the two into a [`NoticeSnapshot`]: the exact words that were shown, with their
//! digest, kept inside the record for good. Nothing here knows what a person answered, or how a section looks.

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

/// The notices that are compiled in: id and text. The file is named after the id.
const FILES: &[(&str, &str)] = &[
    ("salon", include_str!("../../presets/notices/salon.json")),
    ("care_provider", include_str!("../../presets/notices/care_provider.json")),
    ("child_disability", include_str!("../../presets/notices/child_disability.json")),
    ("neighbourhood_watch", include_str!("../../presets/notices/neighbourhood_watch.json")),
];

impl Notice {
    /// The ids of the built-in notices, in the order they are offered; the first is the one an element starts with.
    pub const BUILTIN: [&str; FILES.len()] = {
        let mut ids = [""; FILES.len()];
        let mut at = 0;
        while at < ids.len() {
            ids[at] = FILES[at].0;
            at += 1;
        }
        ids
    };

    /// The built-in notice of a community salon (つながるサロン): 14 sections, requirements.md part D.
    #[must_use]
    pub fn salon() -> Self {
        built_in(&FILES[0])
    }

    /// The built-in notice of that id (the `template` attribute), if there is one.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        FILES.iter().find(|file| file.0 == id).map(built_in)
    }

    /// The text a built-in notice is read from, laid out for people: what a group begins with that writes its own.
    #[must_use]
    pub fn source(id: &str) -> Option<&'static str> {
        FILES.iter().find(|file| file.0 == id).map(|file| file.1)
    }
}

fn built_in((id, text): &(&str, &str)) -> Notice {
    // The text is compiled in and `every_built_in_notice_is_whole` reads it: it cannot fail at run time.
    Notice::parse(id, text).unwrap_or_else(|errors| unreachable!("a built-in notice is broken: {errors}"))
}
