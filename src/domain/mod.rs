//! The pure floor of the house: what a notice, a consent, a signature and a checklist *are*.
//!
//! Nothing in here knows a browser, a clock or a random number: time and ids come in as arguments, text goes out
//! as values. `tests/native/architecture.rs` fails when that stops being true.

pub mod calendar;
pub mod checklist;
pub mod consent;
pub mod day;
pub mod digest;
pub mod export;
pub mod json;
pub mod law;
pub mod notice;
#[cfg(feature = "consent")]
pub mod paper;
pub mod session;
pub mod signature;
#[cfg(feature = "consent")]
pub mod standards;
pub mod table;
pub mod text;
pub mod time;
