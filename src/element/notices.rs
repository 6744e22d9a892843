//! The notice an element shows: a built-in one, or the host page's own; and those that come from a file beside the
//! library, because a portal needs one of them and not four.
//!
//! A build without the feature `consent` has `no_notices` in this place.

use super::attributes::Templates;
use crate::domain::notice::Notice;
use std::{cell::RefCell, rc::Rc};

/// What `template` picks among: the built-in notices, one of them.
pub const NOTICES: Templates =
    Templates { ids: &Notice::BUILTIN, knows: |value| Notice::BUILTIN.contains(&value), in_files: true };

thread_local! {
    // Read once a page, whichever element asked for it.
    static LOADED: RefCell<Vec<Rc<Notice>>> = const { RefCell::new(Vec::new()) };
}

/// Which notice it is.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// The template.
    pub notice: Rc<Notice>,
    /// Whether it is the host page's own.
    pub own: bool,
}

impl Shown {
    /// The built-in notice of that id; `None` where its file was not loaded yet.
    #[must_use]
    pub fn built_in(id: &str) -> Option<Self> {
        let loaded = || LOADED.with_borrow(|all| all.iter().find(|notice| notice.id == id).cloned());
        let notice = Notice::builtin(id).map(Rc::new).or_else(loaded)?;
        Some(Self { notice, own: false })
    }

    /// The one that stands in an element of which nothing is drawn yet.
    #[must_use]
    pub fn first() -> Self {
        Self { notice: Rc::new(Notice::salon()), own: false }
    }

    /// The host page's own.
    ///
    /// # Errors
    /// Everything that is wrong with it, by place.
    pub fn read(json: &str) -> Result<Self, String> {
        let notice = Notice::parse("notice", json).map_err(|errors| errors.to_string())?;
        Ok(Self { notice: Rc::new(notice), own: true })
    }

    /// Takes in the file of a built-in notice.
    ///
    /// # Errors
    /// It is not that notice to the letter: the files in the folder are of different versions.
    pub fn load(id: &str, json: &str) -> Result<(), String> {
        let notice = Notice::parse(id, json).map_err(|errors| errors.to_string())?;
        if notice.id != id || !notice.is_built_in() {
            return Err(format!("{:?} is not as it came with this version of the library", notice.id));
        }
        LOADED.with_borrow_mut(|all| {
            // Two elements may have asked at once.
            if all.iter().all(|known| known.id != id) {
                all.push(Rc::new(notice));
            }
        });
        Ok(())
    }
}
