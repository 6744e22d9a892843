//! What a paper says, block by block, and the same as plain text: a copy of a record, the slip for a change,
//! the notice for a wall.
//!
//! [`Paper`] is the outline. The interface lays it out as a page ([`crate::domain`] knows no page); [`to_text`] makes
//! the form that is turned into braille (004 A-4-4). Nothing here decides what was answered.

mod change;
mod copy;
mod evidence;
mod phrases;
mod poster;
mod proof;
mod slip;
mod text;

pub use copy::{Amount, copy};
pub use phrases::Phrases;
pub use poster::{form, poster};
pub use slip::slip;
pub use text::{TextForm, to_text};

use crate::domain::signature::Stroke;

/// Which paper it is. The page looks a little different for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// What one person answered or changed, to take home.
    Copy,
    /// The notice alone, large, for a wall or a counter (A-2 §26).
    Poster,
    /// The notice's questions with room to write and a place to sign (RD-13).
    Form,
}

impl PaperKind {
    /// The word used in class names and file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Poster => "notice",
            Self::Form => "form",
        }
    }
}

/// One thing on a paper that is not torn apart by the end of a page. Every text is ruby notation.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the paper is called: the first block, once.
    Title(String),
    /// A sentence that carries the weight of the paper, below the title.
    Lead(String),
    /// A heading, with what follows it.
    Heading(String),
    /// A smaller heading inside.
    Subheading(String),
    /// A sentence or two.
    Line(String),
    /// One entry of a list.
    Bullet(String),
    /// Titles only, side by side where there is room.
    Titles(Vec<String>),
    /// One step.
    Numbered(u32, String),
    /// A question and what was said to it.
    Answer {
        /// One or two words for the item: 連絡.
        short: String,
        /// The question as it was asked.
        asked: String,
        /// The words of the answer, or of none.
        said: String,
        /// What it was before, on a slip for a change.
        before: Option<String>,
    },
    /// Something that is known, with its name before it.
    Fact {
        /// What it is.
        label: String,
        /// What is known, a line each.
        said: Vec<String>,
    },
    /// The drawn name.
    Ink {
        /// What it is, for whoever cannot see it.
        label: String,
        /// As it was drawn.
        strokes: Vec<Stroke>,
    },
    /// Digits in groups, to be compared by eye or read out over the telephone.
    Number {
        /// What the digits are.
        label: String,
        /// `1234 5678 …`.
        digits: String,
    },
    /// A question to be answered with a pencil.
    Choice {
        /// The question.
        asked: String,
        /// What can be circled; all look the same.
        options: Vec<String>,
    },
    /// A line to write on.
    Blank(String),
}

/// A paper: which one, in which wording, and what it says from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Which paper.
    pub kind: PaperKind,
    /// Whether its Japanese is the easy register, whose readings need room above the line.
    pub easy: bool,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}
