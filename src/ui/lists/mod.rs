//! A checklist as a thing of its own: read through before it is used, what is wrong with one, and one being written.
//!
//! Which one a group uses is chosen on the tablet; how a check with it goes is [`super::checklist`].

mod editor;
mod refused;
mod through;

pub use editor::Editor;
pub use refused::{listed, place};
pub use through::{Through, counted};
