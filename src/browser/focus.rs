//! Where the keyboard and the eyes are taken when the screen changes.

use web_sys::HtmlElement;
use yew::NodeRef;

/// Moves the focus to an element (a heading, after the screen changed) and shows it from its top.
pub fn to(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // A node that has just left the page cannot take the focus; nothing is lost by that.
        let _ = element.focus();
    }
}

/// Scrolls an element that scrolls on its own back to its top.
pub fn to_top(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        element.set_scroll_top(0);
    }
}

/// Moves the focus to the first field below `node` that is marked as wrong.
pub fn to_first_invalid(node: &NodeRef) {
    use wasm_bindgen::JsCast as _;
    let wrong = node
        .cast::<web_sys::Element>()
        .and_then(|all| all.query_selector("[aria-invalid=true]").ok().flatten());
    if let Some(field) = wrong.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // As in `to`.
        let _ = field.focus();
    }
}
