//! The notices that come with the program: the ones that are compiled in, and how every one of them is known again.
//!
//! What must not live here: their words, which are data in `src/presets/notices/`; how one is read (`read`).

use super::Notice;
use crate::domain::digest;

/// The notices that are compiled in: id and text. The file is named after the id.
///
/// A portal needs one: an embed has the salon's, and the others lie beside it as files that it loads when it is asked
/// for them (`element::notices`).
const FILES: &[(&str, &str)] = &[
    #[cfg(feature = "consent")]
    ("salon", include_str!("../../presets/notices/salon.json")),
    #[cfg(feature = "app")]
    ("care_provider", include_str!("../../presets/notices/care_provider.json")),
    #[cfg(feature = "app")]
    ("child_disability", include_str!("../../presets/notices/child_disability.json")),
    #[cfg(feature = "app")]
    ("neighbourhood_watch", include_str!("../../presets/notices/neighbourhood_watch.json")),
];

impl Notice {
    /// Every built-in notice with the digest of its canonical JSON. One that was loaded is a built-in one when it says
    /// the same to the letter; `every_built_in_notice_is_whole` says what to write here when the words change.
    pub const DIGESTS: [(&str, &str); 4] = [
        ("salon", "sha256:05409c4d57be900682c0086b6e1efd0d39d3cc30965059f72c3c4199d2c748a7"),
        ("care_provider", "sha256:08b61431f65638b6daa80110425826c9c1e95b72c1e4d852be11f7dcd393fc3a"),
        ("child_disability", "sha256:e6cc95fd47eac4c7bed56ffcf958166d874bf1328ca5132d3efe5493d0570711"),
        ("neighbourhood_watch", "sha256:4dd6302944559734211f8631c0b766bfc548306ce96321390c4b2057a116c742"),
    ];

    /// The ids of the built-in notices, in the order they are offered; the first is the one an element starts with.
    pub const BUILTIN: [&str; 4] =
        [Self::DIGESTS[0].0, Self::DIGESTS[1].0, Self::DIGESTS[2].0, Self::DIGESTS[3].0];

    /// The built-in notice of a community salon (つながるサロン): 14 sections, requirements.md part D.
    #[must_use]
    #[cfg(feature = "consent")]
    pub fn salon() -> Self {
        built_in(&FILES[0])
    }

    /// The built-in notice of that id (the `template` attribute), if there is one and it is compiled in.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        FILES.iter().find(|file| file.0 == id).map(built_in)
    }

    /// Whether this is the built-in notice of its id, to the letter, wherever it came from.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        // Comparing is quicker than counting digests, where there is something to compare with.
        Self::builtin(&self.id).map_or_else(
            || Self::DIGESTS.iter().any(|(id, digest)| *id == self.id && *digest == digest::of_json(self)),
            |known| known == *self,
        )
    }

    /// The text a built-in notice is read from, laid out for people: what a group begins with that writes its own.
    #[must_use]
    pub fn source(id: &str) -> Option<&'static str> {
        FILES.iter().find(|file| file.0 == id).map(|file| file.1)
    }
}

fn built_in((id, text): &(&str, &str)) -> Notice {
    // The text is compiled in and `every_built_in_notice_is_whole` reads it: it cannot fail at run time.
    Notice::parse(id, text).unwrap_or_else(|errors| unreachable!("a built-in notice is broken: {errors}"))
}
