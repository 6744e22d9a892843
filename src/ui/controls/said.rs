//! Text with ruby, as the person reads it.

use crate::domain::text::{self, Piece};
use crate::ui::view::use_view;
use crate::ui::wording::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct SaidProps {
    /// Text in ruby notation.
    pub text: AttrValue,
}

/// Text in ruby notation: `<ruby>` when ruby is on, the bare text when it is off.
///
/// Where a space between two phrases is not shown, a line may still end: browsers find the ends of phrases in some
/// sentences, and right before a `<ruby>` hardly ever.
///
/// The reading is hidden from screen readers, which would say every word twice (wcag #4746).
#[component]
pub fn Said(props: &SaidProps) -> Html {
    let look = use_view().look;
    // Text that is no notation (a name with a stray brace) is shown as it is.
    let pieces = text::parse(&props.text).unwrap_or_else(|_| vec![Piece::Plain(props.text.to_string())]);
    let pieces = if look.spacing { pieces } else { text::with_phrase_ends(&pieces) };
    pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Ruby { base, reading } if look.ruby => {
                html! { <ruby>{ base }<rt aria-hidden="true">{ reading }</rt></ruby> }
            }
            Piece::Ruby { base, .. } => html! { { base } },
            Piece::Plain(words) => {
                let phrases = words.split(text::PHRASE_END).enumerate();
                phrases.map(|(at, phrase)| html! { <>if at > 0 { <wbr /> }{ phrase }</> }).collect()
            }
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

/// Between two sentences: a space where the language has one, in Japanese only the place where a line may end.
#[component]
fn Between() -> Html {
    let view = use_view();
    if view.lang == Lang::En || view.look.spacing {
        html! { { " " } }
    } else {
        html! { <wbr /> }
    }
}

/// What stands between two sentences: a space in English and where phrases are spaced, else only a place to break.
#[inline(never)]
pub fn between() -> Html {
    html! { <Between /> }
}

/// A day with its time: a line may end between the two, never inside of one that fits.
pub fn when(text: &str) -> Html {
    let parts = text.split(' ').enumerate();
    parts.map(|(at, part)| html! { <>if at > 0 { { " " } }<span class="whole">{ part }</span></> }).collect()
}
