//! The law as dated data: what has to be told, which ages count, how long a letter of authority is good for, and the
//! words that call for a second thought.
//!
//! Everything that a parliament can change lives in `src/presets/legal.json`, with the day up to which it was
//! followed (B-3 design note a). The code here knows no topic, no kind of representative and no age by itself. Nothing
//! here knows a notice or a record, and nothing here is advice.

mod gentle;
mod model;
mod rules;

pub use model::{Choice, Gentle, GentleList, Law, RepresentativeKind, Topic, Whom};
pub use rules::Guardian;

use crate::domain::json;

impl Law {
    /// The law as it came with this version. Parsed anew at each call: whoever asks often keeps it.
    #[must_use]
    pub fn current() -> Self {
        // The text is compiled in and `the_legal_data_is_whole` reads it: it cannot fail at run time.
        json::parse(include_str!("../../presets/legal.json"))
            .ok()
            .and_then(|tree| json::fit(&tree).ok())
            .unwrap_or_else(|| unreachable!("the built-in legal data is broken"))
    }

    /// The topic of that id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }
}
