//! The law as dated data: what has to be told, which ages count, how long a letter of authority is good for, and the
//! words that call for a second thought.
//!
//! Everything that a parliament can change lives in `src/presets/legal.json`, with the day up to which it was
//! followed (B-3 design note a); the words that call for a second thought in `src/presets/gentle.json`, as of the same
//! day, because a checklist needs them and nothing else of the law. The code here knows no topic, no kind of representative and no age by itself. Nothing
//! here knows a notice or a record, and nothing here is advice.

mod gentle;
mod model;
mod rules;

pub use model::{Choice, Gentle, GentleList, Law, RepresentativeKind, Topic, Whom};
pub use rules::Guardian;

use crate::domain::json::{self, FromTree};

/// The text is compiled in and `the_legal_data_is_whole` reads it: it cannot fail at run time.
fn built_in<T: FromTree>(text: &str) -> T {
    json::parse(text)
        .ok()
        .and_then(|tree| json::fit(&tree).ok())
        .unwrap_or_else(|| unreachable!("the built-in legal data is broken"))
}

impl Gentle {
    /// The words that call for a second thought, as they came with this version. Parsed anew at each call.
    #[must_use]
    pub fn current() -> Vec<Self> {
        built_in(include_str!("../../presets/gentle.json"))
    }
}

impl Law {
    /// The law as it came with this version. Parsed anew at each call: whoever asks often keeps it.
    #[must_use]
    pub fn current() -> Self {
        let law: Self = built_in(include_str!("../../presets/legal.json"));
        Self { gentle: Gentle::current(), ..law }
    }

    /// The topic of that id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }
}
