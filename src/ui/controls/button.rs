//! Buttons say what happens.

use super::{Icon, say};
use yew::prelude::*;

/// What a button is for, and so how it looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one filled button of a screen.
    Primary,
    /// Something that can be done here.
    #[default]
    Plain,
    /// A quiet way out or aside.
    Quiet,
    /// A small control in the bar.
    Tool,
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ButtonProps {
    /// Unique on the screen, where something has to find it again.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub kind: ButtonKind,
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// The icon stands behind the words.
    #[prop_or_default]
    pub icon_last: bool,
    pub onclick: Callback<()>,
    #[prop_or_default]
    pub disabled: bool,
    #[prop_or_default]
    pub expanded: Option<bool>,
    #[prop_or_default]
    pub pressed: Option<bool>,
    #[prop_or_default]
    pub about: Option<AttrValue>,
    #[prop_or_default]
    pub class: Classes,
    #[prop_or_default]
    pub children: Html,
}

/// A button. `about` is heard before its words where they alone do not say what it is about.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let kind = match props.kind {
        ButtonKind::Primary => Some("button--primary"),
        ButtonKind::Plain => None,
        ButtonKind::Quiet => Some("button--quiet"),
        ButtonKind::Tool => Some("button--tool"),
    };
    let part = if props.kind == ButtonKind::Primary { "button button-primary" } else { "button" };
    let onclick = props.onclick.reform(|_| ());
    let icon = props.icon.map(|name| html! { <Icon {name} /> });
    // Inside the button rather than an `aria-label`: the name then holds what is seen, ruby included.
    let about = props
        .about
        .as_ref()
        .map(|about| html! { <span class="visually-hidden">{ format!("{about} ") }</span> });
    let words = html! { <>{ for about }<span class="said">{ props.children.clone() }</span></> };
    html! {
        <button
            type="button"
            id={props.id.clone()}
            class={classes!("button", kind, props.class.clone())}
            {part}
            {onclick}
            disabled={props.disabled}
            aria-expanded={props.expanded.map(|yes| yes.to_string())}
            aria-pressed={props.pressed.map(|yes| yes.to_string())}
        >
            if props.icon_last { { words } { for icon } } else { { for icon } { words } }
        </button>
    }
}

/// The quiet way back alone, for screens that go on by choosing.
pub fn way_back(back: Option<Callback<()>>) -> Html {
    back.map_or_else(
        || html! { <span /> },
        |onclick| html! { <Button kind={ButtonKind::Quiet} {onclick} icon="back">{ say("back") }</Button> },
    )
}
