//! Entries of the kinds that a build knows nothing about: the consents, where only the checklist is compiled in, and
//! the other way round.
//!
//! They travel along to the letter, neither understood nor checked: whoever reads them next does that. What stands
//! here takes the places of `consents` and `runs` (see the door of this room).

use super::entry::Entry;
use crate::domain::json::{FromTree, Node, Refused, ToTree, Value};

/// An entry as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried(Value);

impl FromTree for Carried {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        Value::from_tree(node).map(Self)
    }
}

impl ToTree for Carried {
    fn to_tree(&self) -> Value {
        self.0.clone()
    }
}

impl Entry for Carried {
    fn written(&self) -> Value {
        self.0.clone()
    }

    /// It is that tree already.
    fn came_as(&mut self, _: &Value) {}
}

/// In the place of `consents`.
#[cfg(not(feature = "consent"))]
pub mod consents {
    use crate::domain::export::{Document, Doubt, ImportError};

    pub use super::{Carried as Consent, Carried as NoticeSnapshot};

    pub(in super::super) fn check(_: &Document) -> Result<(), ImportError> {
        Ok(())
    }

    pub(in super::super) fn doubts(_: &Document) -> Vec<Doubt> {
        Vec::new()
    }

    pub(in super::super) fn settle(_: &mut Document) {}
}

/// In the place of `runs`.
#[cfg(not(feature = "checklist"))]
pub mod runs {
    use crate::domain::export::{Document, ImportError};

    pub use super::Carried as ChecklistRun;

    pub(in super::super) fn check(_: &Document) -> Result<(), ImportError> {
        Ok(())
    }
}
