//! Paper: the browser's own print window, over the whole page or with the page to ourselves.

use crate::browser::files;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Reflect};
use nattoku_derive::sheet;
use std::cell::RefCell;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CssStyleSheet, Element, ShadowRoot, Window};
use yew::{Callback, NodeRef};

/// What the document is told while our paper is printed: `@page` has no say inside a shadow root.
const ALONE: &str = sheet!("styles/alone.css");

/// Marks the element whose paper is printed.
const MARK: &str = "data-nattoku-print";

thread_local! {
    // One print window at a time; the listeners live until a person touches the page again.
    static UNTIL: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
}

/// Prints the paper of the element that `inside` is in, and nothing of the page around it. Where that cannot be
/// arranged, prints what is shown. `done` is told when the page is touched again, or at the next print.
pub fn alone(inside: &NodeRef, done: Callback<()>) {
    let window = web_sys::window();
    if let Some((window, host)) = window.as_ref().zip(outermost_host(inside)) {
        let _ = take_the_page(window, &host, done);
    }
    files::print();
}

/// The element of the document itself that holds this node, through any number of shadow roots.
fn outermost_host(inside: &NodeRef) -> Option<Element> {
    let mut host = None;
    let mut root = inside.get()?.get_root_node();
    while let Ok(shadow) = root.dyn_into::<ShadowRoot>() {
        let element = shadow.host();
        root = element.get_root_node();
        host = Some(element);
    }
    host
}

/// Until the page is touched again: some browsers say `afterprint` while the print window still redraws the page,
/// but a page under a print window cannot be touched.
fn take_the_page(window: &Window, host: &Element, done: Callback<()>) -> Result<(), JsValue> {
    const KEY: &str = "adoptedStyleSheets";
    UNTIL.with_borrow_mut(Vec::clear);
    let document = window.document().ok_or(JsValue::NULL)?;
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(ALONE)?;
    // A new list each time: not every browser lets the one that is there grow.
    let others = Array::from(&Reflect::get(&document, &KEY.into())?);
    Reflect::set(&document, &KEY.into(), &others.concat(&Array::of1(&sheet)))?;
    host.set_attribute(MARK, "")?;
    let give_back = {
        let (document, host) = (document, host.clone());
        move || {
            let left = Array::from(&Reflect::get(&document, &KEY.into()).unwrap_or_default());
            let left = left.filter(&mut |other, _, _| !js_sys::Object::is(&other, &sheet));
            let _ = Reflect::set(&document, &KEY.into(), &left);
            let _ = host.remove_attribute(MARK);
            done.emit(());
        }
    };
    let options = EventListenerOptions::run_in_capture_phase();
    let listeners = ["pointerdown", "keydown"].map(|event| {
        let give_back = give_back.clone();
        EventListener::new_with_options(window, event, options, move |_| give_back())
    });
    UNTIL.with_borrow_mut(|until| until.extend(listeners));
    Ok(())
}
