//! Everything that can be wrong with a notice or with the values put into it, each with the place where it is.
//!
//! The words here are for whoever writes notices; what a volunteer reads is chosen from [`NoticeErrorKind`] by the
//! interface.

use super::ValueProblemKind;
use crate::domain::text::{Reading, TextErrorKind};
use core::fmt;

/// All that is wrong with a notice, in the order of the file. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeErrors(pub Vec<NoticeError>);

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeError {
    /// The file's name as it was given, or the notice's id when it no longer is a file.
    pub file: String,
    /// Where in the notice.
    pub place: Place,
    /// What.
    pub kind: NoticeErrorKind,
}

/// Which part of a notice an error is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The notice itself: its id, title, date.
    Notice,
    /// A section.
    Section,
    /// A line the organisation may switch on.
    Optional,
    /// A group of items.
    Group,
    /// An item.
    Item,
    /// An acknowledgement.
    Acknowledgement,
    /// A kind of information.
    Category,
    /// A placeholder: its default, or the organisation's value.
    Placeholder,
}

/// Where in a notice: which part, by id, which register, line and column, as far as that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which kind of part.
    pub part: Part,
    /// Its id (`who`), or its name for a placeholder.
    pub id: String,
    /// The field inside it (`title`, `detail`); empty for the lines of a section.
    pub field: &'static str,
    /// The register; `None` for English and for what has no register.
    pub reading: Option<Reading>,
    /// The line inside the register, from 1.
    pub line: Option<usize>,
    /// The column in characters of the notation, from 1.
    pub column: Option<usize>,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeErrorKind {
    /// Not JSON, or not shaped like a notice: the path (`items[2].kind`) and the cause, with line and column.
    Structure {
        /// The path to the value, `.` for the whole.
        path: String,
        /// What the reader found instead.
        cause: String,
    },
    /// The notation is broken.
    Notation(TextErrorKind),
    /// A kanji of the easy register without a reading (YN-04).
    BareKanji,
    /// A placeholder nobody declared.
    UnknownPlaceholder(String),
    /// A placeholder where none may stand: in a default value.
    PlaceholderNotAllowed(String),
    /// The section has no lines in this register.
    MissingRegister,
    /// A text without a character in it.
    Empty,
    /// The registers do not speak of the same things (YN-19).
    PlaceholdersDiffer {
        /// Only in the plain register.
        only_plain: Vec<String>,
        /// Only in the easy register.
        only_easy: Vec<String>,
    },
    /// The same id twice among parts of one kind.
    DuplicateId,
    /// An id or placeholder name with other characters than allowed.
    BadId,
    /// A reference to a section that is not there.
    UnknownSection(String),
    /// A reference to a group that is not there.
    UnknownGroup(String),
    /// A reference to an optional line that is not there.
    UnknownOption(String),
    /// A placeholder that is neither required nor has a default: it would show as a hole.
    NeitherRequiredNorDefault,
    /// A legal topic that does not exist.
    UnknownTopic(String),
    /// A legal topic that applies to everybody is declared not to apply.
    TopicAlwaysApplies(String),
    /// `onWithdrawal` stands there and says nothing.
    EmptyWithdrawal,
    /// `legalBasisAsOf` is not a day written `YYYY-MM-DD`.
    BadDate,
    /// The organisation's value is missing or unusable.
    Value(ValueProblemKind),
}

impl NoticeErrorKind {
    /// A short name, the same in every version: the key of the sentence that tells a volunteer what to do.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Structure { .. } => "structure",
            Self::Notation(_) => "notation",
            Self::BareKanji => "bare_kanji",
            Self::UnknownPlaceholder(_) => "unknown_placeholder",
            Self::PlaceholderNotAllowed(_) => "placeholder_not_allowed",
            Self::MissingRegister => "missing_register",
            Self::Empty => "empty",
            Self::PlaceholdersDiffer { .. } => "placeholders_differ",
            Self::DuplicateId => "duplicate_id",
            Self::BadId => "bad_id",
            Self::UnknownSection(_) => "unknown_section",
            Self::UnknownGroup(_) => "unknown_group",
            Self::UnknownOption(_) => "unknown_option",
            Self::NeitherRequiredNorDefault => "neither_required_nor_default",
            Self::UnknownTopic(_) => "unknown_topic",
            Self::TopicAlwaysApplies(_) => "topic_always_applies",
            Self::EmptyWithdrawal => "empty_withdrawal",
            Self::BadDate => "bad_date",
            Self::Value(_) => "value",
        }
    }
}

impl Part {
    /// A short name, the same in every version: the key of what the part is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Section => "section",
            Self::Optional => "optional",
            Self::Group => "group",
            Self::Item => "item",
            Self::Acknowledgement => "acknowledgement",
            Self::Category => "category",
            Self::Placeholder => "placeholder",
        }
    }
}

impl Place {
    /// A part as a whole.
    pub(super) fn of(part: Part, id: &str) -> Self {
        Self { part, id: id.to_owned(), field: "", reading: None, line: None, column: None }
    }

    /// The same part, one field of it.
    pub(super) fn field(&self, field: &'static str) -> Self {
        Self { field, ..self.clone() }
    }

    /// The same place, in one register.
    pub(super) fn reading(&self, reading: Reading) -> Self {
        Self { reading: Some(reading), ..self.clone() }
    }

    /// The same place, one line of it.
    pub(super) fn line(&self, line: usize) -> Self {
        Self { line: Some(line), ..self.clone() }
    }

    /// The same place, one column of it.
    pub(super) fn column(&self, column: usize) -> Self {
        Self { column: Some(column), ..self.clone() }
    }
}

impl fmt::Display for NoticeErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl core::error::Error for NoticeErrors {}
impl core::error::Error for NoticeError {}

impl fmt::Display for NoticeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}{}", self.file, self.place, self.kind)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            Part::Notice => "notice",
            Part::Section => "section",
            Part::Optional => "optional line",
            Part::Group => "group",
            Part::Item => "item",
            Part::Acknowledgement => "acknowledgement",
            Part::Category => "category",
            Part::Placeholder => "placeholder",
        };
        f.write_str(part)?;
        for word in [self.id.as_str(), self.field] {
            if !word.is_empty() {
                write!(f, " {word}")?;
            }
        }
        if let Some(reading) = self.reading {
            write!(f, ", {}", reading.name())?;
        }
        for (name, number) in [("line", self.line), ("column", self.column)] {
            if let Some(number) = number {
                write!(f, ", {name} {number}")?;
            }
        }
        f.write_str(": ")
    }
}

impl fmt::Display for NoticeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Structure { path, cause } => write!(f, "{path}: {cause}"),
            Self::Notation(kind) => write!(f, "{kind}"),
            Self::BareKanji => f.write_str("a kanji without a reading"),
            Self::UnknownPlaceholder(name) => write!(f, "{{{{{name}}}}} is not declared in placeholders"),
            Self::PlaceholderNotAllowed(name) => write!(f, "{{{{{name}}}}} may not stand inside a value"),
            Self::MissingRegister => f.write_str("this register is missing"),
            Self::Empty => f.write_str("the text is empty"),
            Self::PlaceholdersDiffer { only_plain, only_easy } => {
                f.write_str("the two registers name different placeholders")?;
                for (register, names) in [("plain", only_plain), ("easy", only_easy)] {
                    if !names.is_empty() {
                        write!(f, "; only in {register}: {}", names.join(", "))?;
                    }
                }
                Ok(())
            }
            Self::DuplicateId => f.write_str("this id is used twice"),
            Self::BadId => f.write_str("an id has lower-case letters, digits, '.', '_' and '-' only"),
            Self::UnknownSection(id) => write!(f, "there is no section {id}"),
            Self::UnknownGroup(id) => write!(f, "there is no group {id}"),
            Self::UnknownOption(id) => write!(f, "there is no optional line {id}"),
            Self::NeitherRequiredNorDefault => f.write_str("it is neither required nor has a default"),
            Self::UnknownTopic(id) => write!(f, "there is no legal topic {id}"),
            Self::TopicAlwaysApplies(id) => write!(f, "the legal topic {id} always applies"),
            Self::EmptyWithdrawal => f.write_str("it has none of tell, undo and remains"),
            Self::BadDate => f.write_str("legalBasisAsOf is not a day written YYYY-MM-DD"),
            Self::Value(kind) => write!(f, "{kind}"),
        }
    }
}
