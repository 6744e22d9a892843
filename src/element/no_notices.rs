//! In the place of `notices` where no element shows one: whatever the host page gives is let be.

/// No notice at all.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// Whether it is the host page's own: none is.
    pub own: bool,
}

impl Shown {
    /// None, whatever the id; and nothing has to be loaded.
    #[must_use]
    pub fn built_in(_: &str) -> Option<Self> {
        Some(Self::first())
    }

    /// None.
    #[must_use]
    pub fn first() -> Self {
        Self { own: false }
    }

    /// None, whatever is given.
    ///
    /// # Errors
    /// Never. Of the same form as where there are notices.
    pub fn read(_: &str) -> Result<Self, String> {
        Ok(Self::first())
    }

    /// Nothing is asked for, so nothing is loaded.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn load(_: &str, _: &str) -> Result<(), String> {
        Ok(())
    }
}
