//! Whether the widget stands in a narrow column: the phone layout, one item a screen.

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Below this width of the widget, in CSS pixels, items come one a screen.
const NARROW: i32 = 640;

/// Whether the widget around `node` is narrow. Measured after every render and whenever the window changes, which
/// covers turning the device; what was marked does not depend on it.
#[hook]
pub(super) fn use_narrow(node: &NodeRef) -> bool {
    let narrow = use_state_eq(|| false);
    let measure = {
        let (node, narrow) = (node.clone(), narrow.setter());
        move || {
            let root = node.cast::<HtmlElement>().and_then(|here| here.closest(".nk").ok().flatten());
            // A widget that is hidden just now has no width, and keeps its layout.
            if let Some(width) = root.map(|root| root.client_width()).filter(|width| *width > 0) {
                narrow.set(width < NARROW);
            }
        }
    };
    use_effect(measure.clone());
    use_effect_with((), move |()| {
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
        move || drop(listener)
    });
    *narrow
}
