//! The words for controls: by what a person calls them, and by role. Looking them up is left to [`Target`].

use serde_json::json;

use super::page::Page;
use super::target::Target;

impl Page {
    /// A button by its name, e.g. `つぎへ`. A name that ends in `…` asks for the beginning only.
    pub fn button(&self, name: &str) -> Target<'_> {
        self.role("button", name)
    }

    /// A radio button by its name.
    pub fn radio(&self, name: &str) -> Target<'_> {
        self.role("radio", name)
    }

    /// A checkbox by its name.
    pub fn checkbox(&self, name: &str) -> Target<'_> {
        self.role("checkbox", name)
    }

    /// A link by its name.
    pub fn link(&self, name: &str) -> Target<'_> {
        self.role("link", name)
    }

    /// A group (`fieldset` or `role="group"`) by its name; what is asked of it is looked for inside.
    pub fn group(&self, name: &str) -> Target<'_> {
        self.role("group", name)
    }

    /// A text field, number, date or list by its label.
    pub fn field(&self, label: &str) -> Target<'_> {
        self.role("field", label)
    }

    /// Anything by ARIA role and accessible name.
    pub fn role(&self, role: &str, name: &str) -> Target<'_> {
        Target::new(self, json!({ "role": role, "name": name }))
    }

    /// An element by its `data-test`, for what has neither role nor name.
    pub fn test(&self, id: &str) -> Target<'_> {
        Target::new(self, json!({ "test": id }))
    }

    /// The file chooser of the page; it is usually hidden behind a button.
    pub fn file_input(&self) -> Target<'_> {
        Target::new(self, json!({ "css": "input[type=file]", "hidden": true }))
    }

    /// Types `text` into the field with that label, in place of what was there.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        self.field(label).fill(text);
    }
}
