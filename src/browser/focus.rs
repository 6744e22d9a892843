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

/// Moves the focus to the first of these below `node` that is there and can be used. Ids of letters, digits and hyphens.
pub fn to_any(node: &NodeRef, ids: &[String]) {
    use wasm_bindgen::JsCast as _;
    let Some(all) = node.cast::<web_sys::Element>() else { return };
    let there = |id: &String| all.query_selector(&format!("#{id}:enabled")).ok().flatten();
    if let Some(found) = ids.iter().find_map(there).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // As in `to`.
        let _ = found.focus();
    }
}

/// Moves the focus to the first field below `node` that is marked as wrong.
pub fn to_first_invalid(node: &NodeRef) {
    to_first(node, "[aria-invalid=true]");
}

/// Moves the focus to the first element below `node` that `selector` finds.
pub fn to_first(node: &NodeRef, selector: &str) {
    to_found(node, selector, |_| 0);
}

/// Moves the focus to the last element below `node` that `selector` finds: what was added last stands last.
pub fn to_last(node: &NodeRef, selector: &str) {
    to_found(node, selector, |count| count.saturating_sub(1));
}

fn to_found(node: &NodeRef, selector: &str, which: fn(u32) -> u32) {
    use wasm_bindgen::JsCast as _;
    let all = node.cast::<web_sys::Element>().and_then(|all| all.query_selector_all(selector).ok());
    let found = all.and_then(|all| all.item(which(all.length())));
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // As in `to`.
        let _ = element.focus();
    }
}
