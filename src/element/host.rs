//! What the hosts of the two embeds have in common: how things look, by attributes and by switches.

use super::attributes::Attributes;
use crate::ui::view::View;
use std::cell::Cell;
use yew::prelude::*;

/// The view of an embed. The host page changes the look through attributes, the person through the switches; the
/// latest wins.
#[hook]
pub fn use_embed_view(attributes: &Attributes) -> View {
    let look = use_state_eq(|| attributes.look);
    {
        let look = look.clone();
        use_effect_with(attributes.look, move |given| look.set(*given));
    }
    let touched = use_memo((), |()| Cell::new(false));
    let set_look = {
        let look = look.clone();
        Callback::from(move |next| look.set(next))
    };
    View { lang: attributes.lang, look: *look, set_look, page: false, touched }
}
