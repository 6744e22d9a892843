//! The attributes of all three elements: parsed once, with sane defaults; a value that means nothing is named.

use crate::browser::storage::Keep;
use crate::domain::text::Reading;
use crate::ui::{
    view::{Look, SIZES, Theme},
    wording::Lang,
};
use web_sys::Element;

/// Every attribute the elements observe and reflect.
pub const NAMES: [&str; 9] =
    ["template", "reading", "lang", "text-size", "theme", "storage", "readonly", "meeting", "name"];

/// What `template` picks among.
#[derive(Debug)]
pub struct Templates {
    /// Every id; the first is the default.
    pub ids: &'static [&'static str],
    /// Whether a value is one of them, or made of several.
    pub knows: fn(&str) -> bool,
    /// Whether some of them may be in files of their own.
    pub in_files: bool,
}

/// What the attributes say.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributes {
    /// Id of a built-in template; for lists, of several with a space between them.
    pub template: String,
    /// Language of the interface.
    pub lang: Lang,
    /// How things look at first.
    pub look: Look,
    /// How long things are kept.
    pub keep: Keep,
    /// A finished record is only read: no way on to the next one is offered.
    pub readonly: bool,
    /// A check is held as a meeting: ways to answer, gathering, talking item by item.
    pub meeting: bool,
}

/// An attribute whose value means nothing; its default is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaningless {
    /// Which attribute.
    pub name: &'static str,
    /// What it said.
    pub value: String,
    /// What it may say.
    pub allowed: String,
}

impl core::fmt::Display for Meaningless {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}=\"{}\" is not one of: {}", self.name, self.value, self.allowed)
    }
}

impl Attributes {
    /// Reads the attributes of an element. What means nothing is reported and left at its default.
    pub fn read(
        element: &Element,
        default_keep: Keep,
        templates: &Templates,
        wrong: &mut Vec<Meaningless>,
    ) -> Self {
        let mut get = |name: &'static str, allowed: &str, known: &dyn Fn(&str) -> bool| {
            let value = element.get_attribute(name).filter(|value| !value.is_empty())?;
            if known(&value) {
                return Some(value);
            }
            wrong.push(Meaningless { name, value, allowed: allowed.to_owned() });
            None
        };
        let reading = get("reading", "plain, easy", &|v| matches!(v, "plain" | "easy"));
        let lang = get("lang", "ja, en", &|v| Lang::parse(v).is_some());
        let size =
            get("text-size", "18, 20, 24, 28, 32", &|v| v.parse().is_ok_and(|n: u8| SIZES.contains(&n)));
        let theme = get("theme", "auto, light, dark, high-contrast", &|v| Theme::parse(v).is_some());
        let keep = get("storage", "none, session, device", &|v| Keep::parse(v).is_some());
        let template = get("template", &templates.ids.join(", "), &|v| (templates.knows)(v));
        let default = Look::default();
        Self {
            template: template
                .unwrap_or_else(|| templates.ids.first().copied().unwrap_or_default().to_owned()),
            lang: lang.and_then(|v| Lang::parse(&v)).unwrap_or_default(),
            look: Look {
                reading: if reading.as_deref() == Some("easy") { Reading::Easy } else { Reading::Plain },
                size: size.and_then(|v| v.parse().ok()).unwrap_or(default.size),
                theme: theme.and_then(|v| Theme::parse(&v)).unwrap_or_default(),
                ..default
            },
            keep: keep.and_then(|v| Keep::parse(&v)).unwrap_or(default_keep),
            readonly: element.has_attribute("readonly"),
            meeting: element.has_attribute("meeting"),
        }
    }
}
