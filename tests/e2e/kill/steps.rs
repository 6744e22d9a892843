//! The steps of a conversation in their order, and which of them is the last one before a kill.

use super::luck::Luck;
use crate::talk::STROKES;

/// Something that a person does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Opens the door at home.
    Begin,
    /// Chooses or types on the screen with this number.
    Enter(usize),
    /// Goes on from it.
    On(usize),
    /// Draws a stroke.
    Stroke(usize),
    /// Goes on from the pad.
    Done,
    /// Asks for the record.
    Finish,
    /// Closes it.
    Next,
}

/// Whether a screen explains.
pub fn is_topic(place: &str) -> bool {
    place.starts_with("understood-")
}

/// All steps, for these screens: the last two are the ways to answer and the pad.
pub fn all(places: &[String]) -> Vec<Step> {
    let method = places.len() - 2;
    let mut steps = vec![Step::Begin];
    steps.extend((0..method).flat_map(|at| [Step::Enter(at), Step::On(at)]));
    steps.push(Step::On(method));
    steps.extend((0..STROKES.len()).map(Step::Stroke));
    steps.extend([Step::Done, Step::Finish, Step::Next]);
    steps
}

/// Where to kill: each part of the conversation (topics; questions; people; name and record) once in every four kills,
/// in any order, and in it each step as likely as another. The parts are of very different length, and the shortest is
/// where there is most to lose.
pub struct Ends {
    parts: Vec<Vec<usize>>,
    order: Vec<usize>,
}

impl Ends {
    /// Over these steps and screens.
    pub fn new(steps: &[Step], places: &[String]) -> Self {
        let part = |step: &Step| match step {
            Step::Begin => 0,
            Step::Enter(at) | Step::On(at) if is_topic(&places[*at]) => 0,
            Step::Enter(at) | Step::On(at) if places[*at].starts_with("answer-") => 1,
            Step::Enter(_) | Step::On(_) => 2,
            _ => 3,
        };
        let mut parts = vec![Vec::new(); 4];
        // Where a conversation is gone on with, its beginning is past.
        steps.iter().enumerate().skip(1).for_each(|(at, step)| parts[part(step)].push(at));
        Self { parts, order: Vec::new() }
    }

    /// The number of the step to kill after.
    pub fn next(&mut self, luck: &mut Luck) -> usize {
        if self.order.is_empty() {
            self.order = luck.order(self.parts.len());
        }
        let part = self.order.pop().unwrap_or_default();
        luck.one(&self.parts[part])
    }
}
