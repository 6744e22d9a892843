//! The document that leaves the widget, and the door by which one comes back in.
//!
//! [`Document`] is the envelope of the public contract; [`import`] refuses by name and place and never half-reads.

// What one build knows, another only carries: in the place of a kind's room stands one of the same form that reads
// nothing.
#[cfg(not(all(feature = "consent", feature = "checklist")))]
mod carried;
#[cfg(feature = "consent")]
mod consents;
mod document;
mod entry;
#[cfg(feature = "consent")]
mod history;
mod import;
#[cfg(feature = "app")]
mod merge;
#[cfg(feature = "app")]
mod pieces;
#[cfg(feature = "checklist")]
mod results;
#[cfg(feature = "checklist")]
mod runs;
#[cfg(feature = "schema")]
mod schema;

#[cfg(not(feature = "consent"))]
use carried::consents;
#[cfg(not(feature = "checklist"))]
use carried::runs;

pub use document::{Document, FORMAT, Generator, Integrity, Kind, VERSION, file_name};
pub use import::{Doubt, ImportError, ImportErrorKind, Imported, MAX_BYTES, import, read};
#[cfg(feature = "app")]
pub use merge::{Merged, merge};
#[cfg(feature = "app")]
pub use pieces::Piece;
#[cfg(feature = "checklist")]
pub use results::{Earlier, HandedOver, earlier, handed_over};

#[cfg(feature = "schema")]
pub use schema::schema;
