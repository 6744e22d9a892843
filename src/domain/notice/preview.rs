//! A notice as a group looks at it before it is used: with the group's own values as far as they go.
//!
//! Nothing here is ever shown to the person who is asked: a conversation only begins with [`Notice::fill`].

use super::{Notice, NoticeErrors, NoticeSnapshot, Organization, PlaceholderValue};

/// What stands in a preview where the group has said nothing and the notice gives no example.
const BLANK: &str = "○○";

/// A notice to look at, with every hole filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The words. Their digest is that of the preview, not of anything that was shown to a person.
    pub snapshot: NoticeSnapshot,
    /// The placeholders, by name, in whose place a made-up value stands: the group has not said them, or not so that
    /// they can be used.
    pub made_up: Vec<String>,
}

impl Notice {
    /// The notice with this organization's values, and made-up ones where they are missing or unusable.
    ///
    /// # Errors
    /// For a notice that was not checked, what [`Notice::check`] would have said about its text.
    pub fn preview(&self, organization: &Organization) -> Result<Preview, NoticeErrors> {
        let mut whole = organization.clone();
        let mut made_up = Vec::new();
        for problem in organization.problems(self) {
            let placeholder = problem.placeholder;
            made_up.push(placeholder.name.clone());
            whole.values.insert(placeholder.name.clone(), placeholder.example.clone());
            if whole.resolve_one(placeholder).is_err() {
                whole.values.insert(placeholder.name.clone(), PlaceholderValue::name(BLANK, ""));
            }
        }
        Ok(Preview { snapshot: self.fill(&whole)?, made_up })
    }
}

impl Organization {
    /// Switches on the optional lines of a notice that start switched on and that the group has not met before;
    /// what it decided about a line stays decided, also when it comes back to a notice. `met` are the ids it has
    /// met, and grows by those of this notice.
    pub fn meet(&mut self, notice: &Notice, met: &mut Vec<String>) {
        for option in &notice.optional {
            if met.contains(&option.id) {
                continue;
            }
            met.push(option.id.clone());
            if option.default && !self.has_option(&option.id) {
                self.enabled_options.push(option.id.clone());
            }
        }
    }
}

impl NoticeSnapshot {
    /// The section at which the kinds of information are listed: the one called `what` or drawn as `what`; in a notice
    /// without one, the section that explains the first question about special-care information, or the first
    /// question; the first section at last. `None` where no kinds are given, or no section.
    #[must_use]
    pub fn section_of_categories(&self) -> Option<&str> {
        if self.categories.is_empty() {
            return None;
        }
        let called = |id: &str| self.sections.iter().find(|section| section.id == id);
        let drawn = || self.sections.iter().find(|section| section.pictogram == "what");
        let asked = |sensitive: bool| {
            let mut items = self.items.iter().filter(move |item| item.sensitive || !sensitive);
            items.find_map(|item| called(&item.section))
        };
        let section = called("what").or_else(drawn).or_else(|| asked(true)).or_else(|| asked(false));
        section.or_else(|| self.sections.first()).map(|section| section.id.as_str())
    }
}
