//! What can be wrong with a checklist file or a run, and where. Words for people live in the interface data, keyed
//! by [`Problem::code`]; the text here is the technical cause kept beside them.

use core::fmt;

/// A refused checklist, draft or run: the place and the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistError {
    /// Path inside the document, such as `lists[0].items[2].text.easy`; `.` for the document itself.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// The kinds of problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not JSON, or not of this shape; the parser's own words.
    Malformed(String),
    /// A text, an id or a list that must not be empty is empty.
    Empty,
    /// This id was already used earlier in the same document.
    DuplicateId(String),
    /// A reference to an item, sub-point, question or respondent the document does not have.
    UnknownId(String),
    /// A derived value that contradicts what it is derived from.
    Contradiction,
    /// More items than a list may have.
    TooMany(usize),
    /// A text longer than anybody reads; how many characters it has.
    TooLong(usize),
    /// A kanji of the easy register has no reading; its column, from 1.
    NoReading(usize),
    /// The notation of readings is broken; the parser's own words.
    Notation(String),
    /// The file is JSON, but no checklist: nothing in it is called `lists`.
    NotAList,
    /// Other marks than ○△× are asked for; the words beside the three may be others, the three may not.
    OtherScale,
    /// A list of one's own cannot be called so: a built-in one is, or a sign in it joins ids.
    UnusableId(String),
    /// The session has not been finished, so there is no run yet.
    NotFinished,
}

impl Problem {
    /// Stable key of the message for people.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "checklist_malformed",
            Self::Empty => "checklist_empty",
            Self::DuplicateId(_) => "checklist_duplicate_id",
            Self::UnknownId(_) => "checklist_unknown_id",
            Self::Contradiction => "checklist_contradiction",
            Self::TooMany(_) => "checklist_too_many",
            Self::TooLong(_) => "checklist_too_long",
            Self::NoReading(_) => "checklist_no_reading",
            Self::Notation(_) => "checklist_notation",
            Self::NotAList => "checklist_not_a_list",
            Self::OtherScale => "checklist_other_scale",
            Self::UnusableId(_) => "checklist_unusable_id",
            Self::NotFinished => "checklist_not_finished",
        }
    }

    /// The rest of the key of the sentence that tells whoever writes a list what to do.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::DuplicateId(_) => "duplicate_id",
            Self::UnknownId(_) => "unknown_id",
            Self::TooMany(_) => "too_many",
            Self::TooLong(_) => "too_long",
            Self::NoReading(_) => "no_reading",
            Self::Notation(_) => "notation",
            Self::NotAList => "not_a_list",
            Self::OtherScale => "other_scale",
            Self::UnusableId(_) => "unusable_id",
            // The last two are about runs and never stand in a list.
            Self::Malformed(_) | Self::Contradiction | Self::NotFinished => "malformed",
        }
    }
}

impl ChecklistError {
    /// An error at a place.
    pub(crate) fn at(place: impl Into<String>, problem: Problem) -> Self {
        Self { place: place.into(), problem }
    }
}

impl fmt::Display for ChecklistError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        match &self.problem {
            Problem::Malformed(cause) => f.write_str(cause),
            Problem::Empty => f.write_str("must not be empty"),
            Problem::DuplicateId(id) => write!(f, "id `{id}` is used twice"),
            Problem::UnknownId(id) => write!(f, "`{id}` does not exist here"),
            Problem::Contradiction => f.write_str("does not follow from the rest of the document"),
            Problem::TooMany(items) => write!(f, "{items} items are too many"),
            Problem::TooLong(chars) => write!(f, "{chars} characters are too many"),
            Problem::NoReading(column) => write!(f, "column {column}: a kanji without a reading"),
            Problem::Notation(cause) => f.write_str(cause),
            Problem::NotAList => f.write_str("no checklist: `lists` is missing"),
            Problem::OtherScale => {
                f.write_str("the marks are `done`, `trying`, `notYet` and `unmarked`, no others")
            }
            Problem::UnusableId(id) => write!(f, "a list of one's own cannot have the id `{id}`"),
            Problem::NotFinished => f.write_str("the run is not finished"),
        }
    }
}

impl core::error::Error for ChecklistError {}
