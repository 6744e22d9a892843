//! Paper: an outline of the domain laid out as a page, and the choices before it is printed or saved as text.

mod copy;
mod leaf;
mod notice;
mod text;

pub use copy::use_copy;
pub use leaf::Leaf;
pub use notice::NoticePrint;
pub use text::TextButtons;

use super::wording::{Lang, Words};
use crate::domain::{paper::Phrases, text::Reading};

/// Makes something with the words of one register; English stays English.
pub(super) fn in_words<T>(lang: Lang, reading: Reading, make: impl FnOnce(&Phrases) -> T) -> T {
    let words = Words { lang, reading };
    make(&Phrases { wording: words.wording(), find: &|key| words.whole(key).to_owned() })
}
