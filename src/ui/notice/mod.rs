//! The explanation as a thing of its own: read through before it is used, what is wrong with it, what it leaves out,
//! and what of it stands beside its own words (kinds of information, marks).
//!
//! Which one a group uses is chosen on the tablet; what a person answers is asked in [`super::consent`].

mod gaps;
mod held;
mod lines;
mod preview;
mod refused;

pub use gaps::{Gaps, Incomplete};
pub use held::{Held, special};
pub use lines::lines;
pub use preview::{Through, both, whose};
pub use refused::listed;
