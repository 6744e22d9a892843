//! Where things are kept on this device, if at all. Every write says whether it worked.

use web_sys::Storage;

/// How long what is entered stays (`storage` attribute).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Only while the page is open; nothing is written. The default of the two embeds.
    #[default]
    None,
    /// Until the tab is closed.
    Session,
    /// On this device until it is deleted. The default of the tablet page.
    Device,
}

impl Keep {
    /// Reads the attribute; anything unknown is `None` so that the caller can say so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "none" => Some(Self::None),
            "session" => Some(Self::Session),
            "device" => Some(Self::Device),
            _ => None,
        }
    }

    fn area(self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self {
            Self::None => None,
            // Both throw where the person forbade storage for this page.
            Self::Session => window.session_storage().ok().flatten(),
            Self::Device => window.local_storage().ok().flatten(),
        }
    }

    /// What is kept under `key`.
    #[must_use]
    pub fn get(self, key: &str) -> Option<String> {
        self.area()?.get_item(&full(key)).ok().flatten()
    }

    /// Keeps `text` under `key`. With [`Keep::None`] nothing is meant to be kept, so nothing fails.
    ///
    /// # Errors
    /// When the device refuses: no room, or storage is forbidden for this page.
    pub fn set(self, key: &str, text: &str) -> Result<(), NotKept> {
        if self == Self::None {
            return Ok(());
        }
        let area = self.area().ok_or(NotKept)?;
        area.set_item(&full(key), text).map_err(|_| NotKept)
    }

    /// Forgets what is kept under `key`.
    pub fn remove(self, key: &str) {
        if let Some(area) = self.area() {
            // Removing cannot run out of room; an area that vanished has nothing to remove.
            let _ = area.remove_item(&full(key));
        }
    }

    /// Forgets everything whose key begins with `prefix`.
    pub fn remove_all(self, prefix: &str) {
        let Some(area) = self.area() else { return };
        let count = area.length().unwrap_or(0);
        let keys: Vec<String> = (0..count).filter_map(|index| area.key(index).ok().flatten()).collect();
        for key in keys.iter().filter(|key| key.starts_with(&full(prefix))) {
            // As in `remove`.
            let _ = area.remove_item(key);
        }
    }

    /// Asks the browser not to clear this page's storage on its own when the device runs short of room.
    pub fn ask_to_persist(self) {
        if self == Self::Device
            && let Some(window) = web_sys::window()
        {
            // A request, not a need: browsers without it keep what they keep.
            let manager = window.navigator().storage();
            if manager.is_object() {
                let _ = manager.persist();
            }
        }
    }
}

/// The device did not keep what it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

fn full(key: &str) -> String {
    format!("nattoku.{key}")
}
