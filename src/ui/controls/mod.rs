//! Controls that every screen is made of.

mod button;
mod choice;
mod field;
mod fold;
mod frame;
mod icon;
mod look_panel;
mod print_button;
mod said;
mod settled;
mod take_along;
mod ticks;

pub use button::{Button, ButtonKind, way_back};
pub use choice::{Check, ChoiceSize, Choices, Option_};
pub use field::{Field, FieldKind};
pub use fold::Fold;
pub use frame::{Frame, Heading, Note, NoteKind, Subheading};
pub use icon::{Icon, Picture};
pub use look_panel::LookPanel;
pub use print_button::PrintButton;
pub use said::{Said, Say, between, said, say, when};
pub use settled::use_settled;
pub use take_along::{Raw, TakeAlong};
pub use ticks::TickList;
