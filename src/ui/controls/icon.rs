//! The drawn things: pictograms, marks, small icons. One family, from data files.

use yew::prelude::*;

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        fn source(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../../presets/pictograms/", $name, ".svg"))),)*
                _ => None,
            }
        }
    };
}

pictures![
    "answer",
    "ask",
    "back",
    "camera",
    "care",
    "check",
    "copy",
    "disaster",
    "door-check",
    "door-consent",
    "download",
    "emg",
    "free",
    "gear",
    "hand",
    "home",
    "keep",
    "keyboard",
    "law",
    "lead",
    "leak",
    "mark-done",
    "mark-not-yet",
    "mark-trying",
    "meeting",
    "next",
    "pass",
    "pen",
    "phones",
    "photo",
    "print",
    "proxy",
    "records",
    "right",
    "seal",
    "share",
    "speaker",
    "special",
    "term",
    "trash",
    "undo",
    "upload",
    "visit",
    "voice",
    "what",
    "who",
    "why",
];

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the components")]
pub struct PictureProps {
    /// Name of the drawing.
    pub name: AttrValue,
    #[prop_or_default]
    pub class: Classes,
}

/// A drawing that says nothing the words do not say: hidden from screen readers.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let Some(svg) = source(&props.name) else { return Html::default() };
    html! {
        <span class={props.class.clone()} aria-hidden="true">{ Html::from_html_unchecked(svg.into()) }</span>
    }
}

/// A drawing of the height of a line.
#[component]
pub fn Icon(props: &PictureProps) -> Html {
    html! { <Picture name={props.name.clone()} class={classes!("icon", props.class.clone())} /> }
}
