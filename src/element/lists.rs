//! The lists of the check that an element asks: built in, one or several behind each other, or the host page's own. Only
//! elements that ask one name this room.

use super::attributes::Templates;
use super::core::TakeList;
use crate::domain::checklist::{Checklist, own};
use std::rc::Rc;

/// The built-in lists, one or several behind each other: `salon photo`.
pub const LISTS: Templates =
    Templates { ids: &Checklist::BUILTIN, knows: |value| Checklist::named(value).is_some(), in_files: false };

/// Reads the host page's own.
pub const OWN: TakeList = |json| own::read(json).map(Rc::new).map_err(|unsound| unsound.to_string());
