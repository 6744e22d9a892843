//! [`Target`]: one control of the page, described by what a person calls it, looked up anew for each action.

use serde::Deserialize;
use serde_json::{Value, json};

use super::engine::Engine;
use super::page::Page;
use super::wait_until;
use super::webdriver::{ELEMENT_KEY, WebDriverError};

/// A control that is asked for by role and name. Nothing is looked up before an action; each action waits until there
/// is exactly one such control that can be seen, and panics with what there was instead.
#[derive(Clone)]
pub struct Target<'a> {
    page: &'a Page,
    steps: Vec<Value>,
}

/// What a control says about itself.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct State {
    /// ARIA role, written or implied.
    pub role: String,
    /// Accessible name, without ruby.
    pub name: String,
    /// Checked, pressed, selected or expanded.
    pub on: bool,
    /// `disabled` or `aria-disabled`.
    pub disabled: bool,
    /// The value of a form control.
    pub value: Option<String>,
    /// The text inside it.
    pub text: String,
    /// Left edge in the viewport, CSS pixels.
    pub x: f64,
    /// Top edge in the viewport, CSS pixels.
    pub y: f64,
    /// Width, CSS pixels.
    pub width: f64,
    /// Height, CSS pixels.
    pub height: f64,
}

impl<'a> Target<'a> {
    pub(super) fn new(page: &'a Page, step: Value) -> Self {
        Self { page, steps: vec![step] }
    }

    pub(super) fn page(&self) -> &'a Page {
        self.page
    }

    // Looking inside

    /// Something inside this, by role and name.
    pub fn role(&self, role: &str, name: &str) -> Self {
        let mut inside = self.clone();
        inside.steps.push(json!({ "role": role, "name": name }));
        inside
    }

    /// A button inside this.
    pub fn button(&self, name: &str) -> Self {
        self.role("button", name)
    }

    /// A radio button inside this.
    pub fn radio(&self, name: &str) -> Self {
        self.role("radio", name)
    }

    // Reading

    /// How many there are right now.
    #[track_caller]
    pub fn count(&self) -> usize {
        self.page.look("look.find(arguments[0]).length", &[json!(self.steps)])
    }

    /// Waits until there is exactly one and reads it.
    #[track_caller]
    pub fn state(&self) -> State {
        let element = self.element();
        self.page.look("look.state(arguments[0])", &[element])
    }

    /// Waits until there is none.
    #[track_caller]
    pub fn gone(&self) {
        self.page.wait_for(&format!("{} to be gone", self.describe()), || self.count() == 0);
    }

    // Acting

    /// Clicks it where a person would: in its middle, or on the label that draws it. Looking it up, checking and
    /// pressing are one wait: a page that puts another element in its place in between is looked at once more, and
    /// nothing else is.
    #[track_caller]
    pub fn click(&self) {
        let script = "((found) => found.length === 1 \
            ? [look.state(found[0]).disabled, look.aim(found[0])] : found.length)(look.find(arguments[0]))";
        wait_until(&self.describe(), || {
            let found: Value = self.page.look(script, &[json!(self.steps)]);
            let [disabled, aim] = found.as_array().map_or(&[][..], Vec::as_slice) else {
                return Err(self.there_is(&found));
            };
            assert_eq!(*disabled, false, "{} is disabled", self.describe());
            self.press(aim)
        });
    }

    /// Types `text` in place of what is there, key by key, and checks that the field kept it.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        let field = self.element();
        self.press(&field).unwrap_or_else(|e| panic!("{}: {e}", self.describe()));
        // Not WebDriver's own "clear": it sends no `input` event, which is what a framework listens for.
        self.page.press_keys(&["Control+a", "Delete"]);
        if !text.is_empty() {
            // A new line is the Enter key: WebKit types nothing for the character.
            self.act(&field, "value", &json!({ "text": text.replace('\n', "\u{e007}") }));
        }
        let value = self.state().value;
        assert_eq!(value.as_deref(), Some(text), "what {} holds after typing", self.describe());
    }

    /// Chooses an option of a list by its text.
    #[track_caller]
    pub fn select(&self, option: &str) {
        let script = "[...arguments[0].options].find((o) => look.squeeze(o.text) === look.squeeze(arguments[1])) ?? null";
        let found: Value = self.page.look(script, &[self.element(), json!(option)]);
        assert!(!found.is_null(), "{} has no option “{option}”", self.describe());
        self.act(&found, "click", &json!({}));
        let chosen = "arguments[0].selectedOptions[0]?.text ?? ''";
        let text: String = self.page.look(chosen, &[self.element()]);
        assert_eq!(text.trim(), option, "what {} holds after choosing", self.describe());
    }

    /// Gives a date or time field a value as the device's own picker does: whole, with an `input` event. How such
    /// fields are typed into differs by engine and language.
    #[track_caller]
    pub fn pick(&self, value: &str) {
        let script = "const [field, value] = arguments; \
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value); \
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); \
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.page.exec(script, &[self.element(), json!(value)]);
        assert_eq!(
            self.state().value.as_deref(),
            Some(value),
            "what {} holds after picking",
            self.describe()
        );
    }

    /// Gives a file chooser a file of this name and content.
    #[track_caller]
    pub fn upload(&self, name: &str, content: &[u8]) {
        let path = self.page.write_upload(name, content);
        let element = self.element();
        self.act(&element, "value", &json!({ "text": path }));
    }

    /// Waits until there is exactly one and returns WebDriver's reference to it.
    #[track_caller]
    pub(super) fn element(&self) -> Value {
        let what = self.describe();
        wait_until(&what, || {
            let found: Vec<Value> = self.page.look("look.find(arguments[0])", &[json!(self.steps)]);
            if let [element] = found.as_slice() {
                return Ok(element.clone());
            }
            Err(self.there_is(&json!(found.len())))
        })
    }

    /// What a person would find instead of exactly one.
    #[track_caller]
    fn there_is(&self, count: &Value) -> String {
        let there: Vec<String> = self.page.look("look.describe()", &[]);
        format!("{count} of them; there is\n  {}", there.join("\n  "))
    }

    /// A click in the middle of an element, which nothing may cover. An `Err` where the element has left the page
    /// before anything was pressed; whatever else goes wrong is a panic.
    #[track_caller]
    fn press(&self, element: &Value) -> Result<(), String> {
        let replaced = |e: WebDriverError| match &*e.code {
            "stale element reference" => e.to_string(),
            _ => panic!("{}: {e}", self.describe()),
        };
        if self.page.engine() != Engine::WebKit {
            let click = format!("/element/{}/click", id(element));
            return self.page.try_command(&click, &json!({})).map(drop).map_err(replaced);
        }
        // WebKit's driver takes the inside of a text field in a shadow root for something that covers it.
        let middle = self.page.try_look_later("look.middle(arguments[0])", std::slice::from_ref(element));
        let (x, y, cover): (f64, f64, Option<String>) = middle.map_err(replaced)?;
        assert_eq!(cover, None, "{} is covered", self.describe());
        self.page.pointer("mouse", &[
            json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x as i64, "y": y as i64 }),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ]);
        // The driver does not wait for what the press does; a press that opens another page leaves none behind.
        wait_until(&format!("the press on {}", self.describe()), || {
            match self.page.exec("return window.__pressed !== false", &[]) {
                Value::Bool(true) => Ok(()),
                _ => Err("it has not arrived".to_owned()),
            }
        });
        Ok(())
    }

    #[track_caller]
    fn act(&self, element: &Value, action: &str, body: &Value) {
        self.page.command(&format!("/element/{}/{action}", id(element)), body);
    }

    pub(super) fn describe(&self) -> String {
        let step = |step: &Value| match (&step["role"], &step["name"], &step["test"], &step["css"]) {
            (Value::String(role), Value::String(name), ..) => format!("{role} “{name}”"),
            (_, _, Value::String(test), _) => format!("[data-test={test}]"),
            (_, _, _, Value::String(css)) => css.clone(),
            _ => step.to_string(),
        };
        self.steps.iter().map(step).collect::<Vec<_>>().join(" › ")
    }

    /// The engine of the page.
    pub(super) fn engine(&self) -> Engine {
        self.page.engine()
    }
}

/// What the protocol calls an element.
#[track_caller]
fn id(element: &Value) -> &str {
    element[ELEMENT_KEY].as_str().unwrap_or_else(|| panic!("{element} is no element"))
}
