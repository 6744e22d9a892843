//! The explanation as a thing of its own: what it leaves out, what of it stands beside its own words (kinds of
//! information, marks), whether it is as it came.
//!
//! Which one a group uses is chosen and read through on the tablet; what a person answers is asked in
//! [`super::consent`].

mod gaps;
mod held;
mod lines;
mod whose;

pub use gaps::{Gaps, Incomplete};
pub use held::{Held, special};
pub use lines::lines;
pub use whose::whose;
