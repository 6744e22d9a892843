//! A bare page to mount things in, and the few ways to look into a shadow root.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement, ShadowRoot};

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element of this name in the page, with attributes; taken out again when dropped.
pub struct Mounted(pub HtmlElement);

impl Mounted {
    pub fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let element: HtmlElement = document().create_element(name).unwrap().unchecked_into();
        for (key, value) in attributes {
            element.set_attribute(key, value).unwrap();
        }
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }

    pub fn root(&self) -> ShadowRoot {
        self.0.shadow_root().unwrap()
    }

    pub fn find(&self, selector: &str) -> Element {
        self.root().query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
    }

    pub fn call(&self, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let function: js_sys::Function = js_sys::Reflect::get(&self.0, &method.into())?.dyn_into()?;
        function.apply(&self.0, &arguments.iter().collect::<js_sys::Array>())
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets queued microtasks and yew's scheduler run.
pub async fn settle() {
    for _ in 0..4 {
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await.unwrap();
        yew::scheduler::flush().await;
    }
}
