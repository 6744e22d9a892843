//! The one small value through which effects come in: clock, ids, storage.

use super::storage::Keep;
use crate::domain::time::Timestamp;

/// Where time, ids and memory come from. Cheap to copy, handed down from the element.
#[derive(Clone, Copy, Debug)]
pub struct Env {
    /// Tells the time.
    pub now: fn() -> Timestamp,
    /// Makes a random id.
    pub new_id: fn() -> String,
    /// Keeps drafts, records and settings.
    pub keep: Keep,
}

impl Env {
    /// The real thing.
    #[must_use]
    pub fn browser(keep: Keep) -> Self {
        Self { now: super::clock::now, new_id: super::ids::uuid, keep }
    }
}

impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::fn_addr_eq(self.now, other.now)
            && core::ptr::fn_addr_eq(self.new_id, other.new_id)
            && self.keep == other.keep
    }
}
