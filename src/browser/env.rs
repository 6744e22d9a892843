//! The one small value through which the effects come in that every screen needs: clock and ids.

use crate::domain::time::Timestamp;

/// Where time and ids come from. Cheap to copy, handed down from the element.
#[derive(Clone, Copy, Debug)]
pub struct Env {
    /// Tells the time.
    pub now: fn() -> Timestamp,
    /// Makes a random id.
    pub new_id: fn() -> String,
}

impl Env {
    /// The real thing.
    #[must_use]
    pub fn browser() -> Self {
        Self { now: super::clock::now, new_id: super::ids::uuid }
    }
}

impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::fn_addr_eq(self.now, other.now) && core::ptr::fn_addr_eq(self.new_id, other.new_id)
    }
}
