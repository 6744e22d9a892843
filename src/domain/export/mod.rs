//! The document that leaves the widget, and the door by which one comes back in.
//!
//! [`Document`] is the envelope of the public contract; [`import`] refuses by name and place and never half-reads.

mod document;
mod history;
mod import;
mod merge;
mod results;
#[cfg(feature = "schema")]
mod schema;

pub use document::{Document, FORMAT, Generator, Integrity, Kind, VERSION, file_name};
pub use import::{Doubt, ImportError, ImportErrorKind, Imported, MAX_BYTES, import, read};
pub use merge::{Merged, merge};
pub use results::{Earlier, HandedOver, earlier, handed_over};

#[cfg(feature = "schema")]
pub use schema::schema;
