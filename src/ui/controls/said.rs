//! Text with ruby, as the person reads it.

use crate::domain::text::{self, Piece};
use crate::ui::view::use_view;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct SaidProps {
    /// Text in ruby notation.
    pub text: AttrValue,
}

/// Text in ruby notation: `<ruby>` when ruby is on, the bare text when it is off.
///
/// The reading is hidden from screen readers, which would say every word twice (wcag #4746).
#[component]
pub fn Said(props: &SaidProps) -> Html {
    let look = use_view().look;
    // Text that is no notation (a name with a stray brace) is shown as it is.
    let pieces = text::parse(&props.text).unwrap_or_else(|_| vec![Piece::Plain(props.text.to_string())]);
    let pieces = if look.spacing { pieces } else { text::without_word_spacing(&pieces) };
    pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Ruby { base, reading } if look.ruby => {
                html! { <ruby>{ base }<rt aria-hidden="true">{ reading }</rt></ruby> }
            }
            Piece::Ruby { base, .. } => html! { { base } },
            Piece::Plain(text) => html! { { text } },
            Piece::Placeholder(name) => html! { { name } },
        })
        .collect()
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct SayProps {
    /// Key of the phrase.
    pub k: &'static str,
}

/// A phrase of the interface by its key.
#[component]
pub fn Say(props: &SayProps) -> Html {
    let words = use_view().words();
    html! { <Said text={words.t(props.k)} /> }
}

/// [`Say`] as a call: a screen says some thirty phrases, and a call is a fifth of a component's code.
#[inline(never)]
pub fn say(k: &'static str) -> Html {
    html! { <Say {k} /> }
}

/// [`Said`] as a call.
#[inline(never)]
pub fn said(text: &str) -> Html {
    html! { <Said text={AttrValue::from(text.to_owned())} /> }
}
