//! The drawn things: pictograms, marks, small icons. One family, from data files.

use yew::prelude::*;

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../presets/pictograms/", $name, ".svg")))),*]
    };
}

/// What every element may draw: verbs, marks.
const DRAWINGS: &[(&str, &str)] = pictures![
    "back",
    "camera",
    "check",
    "copy",
    "door-check",
    "download",
    "gear",
    "hand",
    "home",
    "leak",
    "mark-done",
    "mark-not-yet",
    "mark-trying",
    "meeting",
    "next",
    "pass",
    "pen",
    "phones",
    "print",
    "records",
    "seal",
    "speaker",
    "trash",
    "undo",
    "upload",
];

/// What only an explanation and its answers need: its topics, the ways to answer.
#[cfg(feature = "consent")]
const TOPICS: &[(&str, &str)] = pictures![
    "answer",
    "ask",
    "care",
    "disaster",
    "door-consent",
    "emg",
    "free",
    "keep",
    "keyboard",
    "law",
    "lead",
    "paper",
    "photo",
    "proxy",
    "right",
    "share",
    "special",
    "term",
    "visit",
    "voice",
    "what",
    "who",
    "why",
];
#[cfg(not(feature = "consent"))]
const TOPICS: &[(&str, &str)] = &[];

fn source(name: &str) -> Option<&'static str> {
    DRAWINGS.iter().chain(TOPICS).find(|(known, _)| *known == name).map(|(_, svg)| *svg)
}

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
