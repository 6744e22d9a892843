//! A conversation as it is kept while it is left, together with the text it is about.

use super::Session;
use crate::domain::{
    json::{FromTree, ToTree},
    notice::NoticeSnapshot,
};
use std::rc::Rc;

/// A conversation that was left in the middle, with the exact text it is about: it goes on in that text even when
/// the group's words were changed meanwhile.
#[derive(Clone, Debug, PartialEq, FromTree, ToTree)]
pub struct ConsentDraft {
    /// Where it stood.
    pub session: Rc<Session>,
    /// What was being explained.
    pub notice: Rc<NoticeSnapshot>,
}
