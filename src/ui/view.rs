//! How things are shown: register, ruby, spacing, size, theme. Switched at any moment, never part of a record
//! except for the register, which every topic notes for itself.

use super::wording::{Lang, Words};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::text::Reading;
use std::{cell::Cell, rc::Rc};
use yew::prelude::*;

/// Text sizes in CSS pixels (C-2 RD-01).
pub const SIZES: [u8; 5] = [18, 20, 24, 28, 32];

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the device prefers.
    #[default]
    Auto,
    /// Ink on warm paper.
    Light,
    /// Paper on warm black.
    Dark,
    /// Black on white, thick edges.
    HighContrast,
}

impl Theme {
    /// In the order of the switch.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::HighContrast];

    /// The name in attributes and wording keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
        }
    }

    /// Reads the attribute.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == text)
    }
}

/// What a person chose about how things look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct Look {
    /// The register.
    pub reading: Reading,
    /// Readings over kanji, in the easy register.
    pub ruby: bool,
    /// Spaces between phrases, in the easy register. Off by default: native readers stumble over them (YN-13).
    pub spacing: bool,
    /// Text size in CSS pixels, one of [`SIZES`].
    pub size: u8,
    /// Colours.
    pub theme: Theme,
}

impl Default for Look {
    fn default() -> Self {
        Self { reading: Reading::Plain, ruby: true, spacing: false, size: 20, theme: Theme::Auto }
    }
}

/// How the current screen is shown, handed down to every component.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The language of the interface.
    pub lang: Lang,
    /// What the person chose.
    pub look: Look,
    /// Changes what the person chose.
    pub set_look: Callback<Look>,
    /// Whether the widget is the whole page (the tablet) or part of one.
    pub page: bool,
    /// Whether a person has touched the widget yet. Until then it must not pull the focus to itself.
    pub touched: Rc<Cell<bool>>,
}

impl View {
    /// The words in the current language and register.
    #[must_use]
    pub const fn words(&self) -> Words {
        Words { lang: self.lang, reading: self.look.reading }
    }

    /// The register of what is explained.
    #[must_use]
    pub const fn reading(&self) -> Reading {
        self.look.reading
    }
}

/// The view of the nearest [`Viewport`].
#[hook]
pub fn use_view() -> View {
    use_context::<View>().unwrap_or_else(|| View {
        lang: Lang::Ja,
        look: Look::default(),
        set_look: Callback::noop(),
        page: false,
        touched: Rc::default(),
    })
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ViewportProps {
    pub view: View,
    #[prop_or_default]
    pub children: Html,
}

/// The root of everything visible: carries language, register, size and theme as `data-` attributes for the sheet.
#[component]
pub fn Viewport(props: &ViewportProps) -> Html {
    let View { lang, look, page, touched, .. } = &props.view;
    let onpointerdown = {
        let touched = touched.clone();
        Callback::from(move |_: PointerEvent| touched.set(true))
    };
    let onkeydown = {
        let touched = touched.clone();
        Callback::from(move |_: KeyboardEvent| touched.set(true))
    };
    html! {
        <ContextProvider<View> context={props.view.clone()}>
            <div
                class={classes!("nk", page.then_some("nk--page"))}
                part="root"
                lang={lang.tag()}
                data-reading={look.reading.name()}
                data-ruby={if look.ruby { "on" } else { "off" }}
                data-size={look.size.to_string()}
                data-theme={look.theme.name()}
                {onpointerdown}
                {onkeydown}
            >
                { props.children.clone() }
            </div>
        </ContextProvider<View>>
    }
}
