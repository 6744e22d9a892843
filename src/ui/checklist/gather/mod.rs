//! Several people, one run: how the marks are gathered, whose turn it is, and what others bring.
//!
//! Who counts and who gets which letter is decided in [`crate::domain::checklist::gather`]. Here: the choice of a way
//! (`choose`), the tablet on its way from hand to hand (`between`), the place where everything comes together (`round`
//! with `so_far`, `code_entry`, `scanner`, `file_entry`, `incoming`, `take`, `keep`), and one person's result for another tablet (`hand_over`).

mod between;
mod choose;
mod code_entry;
mod file_entry;
mod hand_over;
mod incoming;
mod keep;
mod round;
mod scanner;
mod so_far;
mod take;

pub(super) use between::Between;
pub(super) use choose::Choose;
pub(super) use hand_over::HandOver;
pub(super) use round::Round;

use super::Check;
use crate::domain::checklist::{CheckAction, GatherAction, Turn};

impl Check {
    /// Goes on with a way to answer; `keep` leaves the marks of the open sheet to whoever made them.
    fn turn_to(&self, turn: Turn, keep: bool) {
        // A visit from elsewhere ends here: whoever answers now goes on with answering.
        if self.came_from.is_some() {
            self.end_visit.emit(());
        }
        if self.session.gathering.seed.is_empty() {
            self.act.emit(CheckAction::Gather(GatherAction::Shuffle { seed: (self.env.new_id)() }));
        }
        for action in self.session.turn_to(turn, keep, &(self.env.new_id)()) {
            self.act.emit(action);
        }
    }
}

/// The drawing of a way to answer.
const fn picture(turn: Turn) -> &'static str {
    match turn {
        Turn::Together => "meeting",
        Turn::Round => "pass",
        Turn::Phones => "phones",
        Turn::Alone => "hand",
    }
}
