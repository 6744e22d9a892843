//! What the browser does around printing: folds open before it, and close again after.

use gloo::events::EventListener;
use std::{cell::Cell, rc::Rc};
use web_sys::Element;
use yew::NodeRef;

/// Opens a `<details>` while the page is printed, and closes it again if it was closed. Lasts as long as the value.
#[must_use]
pub fn open_while_printing(fold: &NodeRef) -> Option<[EventListener; 2]> {
    let fold = fold.cast::<Element>()?;
    let window = web_sys::window()?;
    let was_closed = Rc::new(Cell::new(false));
    let before = {
        let (fold, was_closed) = (fold.clone(), was_closed.clone());
        EventListener::new(&window, "beforeprint", move |_| {
            was_closed.set(!fold.has_attribute("open"));
            // An attribute of this name is always allowed.
            let _ = fold.set_attribute("open", "");
        })
    };
    let after = EventListener::new(&window, "afterprint", move |_| {
        if was_closed.take() {
            let _ = fold.remove_attribute("open");
        }
    });
    Some([before, after])
}
