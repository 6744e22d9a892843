//! The built-in lists. The salon's is whole; the others are additions to it, off until somebody chooses them: a file
//! holds only what is asked, and shares legend, opening words, rules prompt and emergency agreement with the salon's.
//!
//! What must not live here: the words, which are data in `src/presets/checklists/`.

use super::code::MAX_ITEMS;
use super::content::{Aim, Checklist, LeakCase, Part};
use super::error::{ChecklistError, Problem};
use super::parse;
use crate::domain::json::{FromTree, ToTree};
use crate::domain::text::Text;

/// Files of the additions, by id.
const FILES: [(&str, &str); 3] = [
    ("facility", include_str!("../../presets/checklists/facility.json")),
    ("photo", include_str!("../../presets/checklists/photo.json")),
    ("safety", include_str!("../../presets/checklists/safety.json")),
];

/// What an addition asks: one file of data.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddOn {
    /// Stable name of the list.
    pub id: String,
    /// Version of the wording, `major.minor`.
    pub version: String,
    /// What the list is called.
    pub title: Text,
    /// The line before the aims.
    pub aims_intro: Text,
    /// What the group works towards.
    pub aims: Vec<Aim>,
    /// The parts in the order they are asked.
    pub lists: Vec<Part>,
    /// Cases to talk over.
    pub cases: Vec<LeakCase>,
}

impl AddOn {
    /// A list of its own, in the frame of another.
    #[must_use]
    pub fn in_frame_of(self, frame: &Checklist) -> Checklist {
        let mut list = frame.clone();
        (list.id, list.version, list.title) = (self.id, self.version, self.title);
        (list.opening.aims_intro, list.opening.aims) = (self.aims_intro, self.aims);
        (list.lists, list.cases.cards) = (self.lists, self.cases);
        list
    }
}

impl Checklist {
    /// Ids of the built-in lists: the salon's, the four questions for facilities (004-16), own phones and photos
    /// (004-20), keeping and passing on (002 §13, §14; 004-34). All but the first are off until they are chosen.
    pub const BUILTIN: [&str; 4] = ["salon", "facility", "photo", "safety"];

    /// The built-in list of this id.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        if id == "salon" {
            return Some(Self::salon());
        }
        let (_, file) = FILES.iter().find(|(known, _)| *known == id)?;
        // The files are compiled in, and a test reads and checks every one.
        let (addition, _): (AddOn, _) = parse::from_json(file).ok()?;
        Some(addition.in_frame_of(&Self::salon()))
    }

    /// This list with the parts and cases of another behind its own, under an id that names both: `salon+photo`. The
    /// items keep their ids, so that runs with and without the addition are compared item by item.
    ///
    /// # Errors
    /// When both use the same id for something, or when there are more than [`MAX_ITEMS`] items together.
    pub fn with(&self, other: &Self) -> Result<Self, ChecklistError> {
        let mut list = self.clone();
        list.id = format!("{}+{}", self.id, other.id);
        list.version = format!("{}+{}", self.version, other.version);
        list.lists.extend(other.lists.iter().cloned());
        list.cases.cards.extend(other.cases.cards.iter().cloned());
        list.validate()?;
        match list.items().count() {
            items if items > MAX_ITEMS => Err(ChecklistError::at("lists", Problem::TooMany(items))),
            _ => Ok(list),
        }
    }
}
