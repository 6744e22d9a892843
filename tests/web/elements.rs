//! The public contract, as a host page meets it.

use crate::page::{Mounted, document, settle};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::CustomEvent;

fn registered(name: &str) -> bool {
    let registry = js_sys::Reflect::get(&web_sys::window().unwrap(), &"customElements".into()).unwrap();
    let get: js_sys::Function = js_sys::Reflect::get(&registry, &"get".into()).unwrap().unchecked_into();
    !get.call1(&registry, &name.into()).unwrap().is_undefined()
}

/// Everything of one name that was heard at the document while the guard lives: `detail` as JSON.
struct Heard(Rc<RefCell<Vec<String>>>, &'static str, Closure<dyn Fn(CustomEvent)>);

impl Heard {
    fn listen(name: &'static str) -> Self {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let into = heard.clone();
        let closure = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
            let json = js_sys::JSON::stringify(&event.detail()).unwrap();
            into.borrow_mut().push(String::from(json));
        });
        document().add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).unwrap();
        Self(heard, name, closure)
    }

    fn all(&self) -> Vec<String> {
        self.0.borrow().clone()
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let callback = self.2.as_ref().unchecked_ref();
        document().remove_event_listener_with_callback(self.1, callback).unwrap();
    }
}

#[wasm_bindgen_test]
async fn elements_are_defined_once_and_on_request() {
    nattoku::element::define();
    nattoku::element::define();
    for name in ["nattoku-consent", "nattoku-checklist", "nattoku-app"] {
        assert!(registered(name), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_ready_element_says_so_through_the_shadow_boundary() {
    nattoku::element::define();
    let heard = Heard::listen("nattoku-ready");
    let _element = Mounted::new("nattoku-checklist", &[]);
    settle().await;
    assert_eq!(heard.all(), ["null"]);
}

#[wasm_bindgen_test]
async fn without_the_groups_words_they_are_asked_for_and_with_them_the_first_topic_comes() {
    nattoku::element::define();
    let element = Mounted::new("nattoku-consent", &[]);
    settle().await;
    assert!(element.find("#org-organization").has_attribute("required"));
    let document = js_sys::JSON::parse(include_str!("../fixtures/organization.json")).unwrap();
    let words = js_sys::Reflect::get(&document, &"organization".into()).unwrap();
    js_sys::Reflect::set(&element.0, &"organization".into(), &words).unwrap();
    settle().await;
    assert_eq!(element.find("h2").text_content().unwrap(), "はじめに");
}

#[wasm_bindgen_test]
async fn attributes_reflect_and_change_what_is_shown() {
    nattoku::element::define();
    let element =
        Mounted::new("nattoku-checklist", &[("reading", "easy"), ("text-size", "24"), ("theme", "dark")]);
    settle().await;
    let root = element.find(".nk");
    let shown = |name: &str| root.get_attribute(name).unwrap();
    assert_eq!(
        (shown("data-reading"), shown("data-size"), shown("data-theme")),
        ("easy".into(), "24".into(), "dark".into())
    );
    js_sys::Reflect::set(&element.0, &"textSize".into(), &"32".into()).unwrap();
    settle().await;
    assert_eq!(element.0.get_attribute("text-size").as_deref(), Some("32"));
    assert_eq!(shown("data-size"), "32");
}

#[wasm_bindgen_test]
async fn a_meaningless_attribute_is_named_and_the_default_holds() {
    nattoku::element::define();
    let heard = Heard::listen("nattoku-error");
    let element = Mounted::new("nattoku-checklist", &[("theme", "pink")]);
    settle().await;
    assert_eq!(
        heard.all(),
        [
            r#"{"code":"attribute.meaningless","message":"theme=\"pink\" is not one of: auto, light, dark, high-contrast","place":"theme"}"#
        ]
    );
    assert_eq!(element.find(".nk").get_attribute("data-theme").unwrap(), "auto");
}

#[wasm_bindgen_test]
async fn a_bad_document_is_thrown_told_and_changes_nothing() {
    nattoku::element::define();
    let heard = Heard::listen("nattoku-error");
    let element = Mounted::new("nattoku-consent", &[]);
    settle().await;
    let before = element.find(".stage").inner_html();
    let newer = r#"{"format":"nattoku","version":2}"#;
    let error = element.call("importJson", &[JsValue::from_str(newer)]).unwrap_err();
    assert_eq!(
        String::from(error.unchecked_into::<js_sys::Error>().message()),
        "version: version 2; this program reads up to 1"
    );
    assert_eq!(
        heard.all(),
        [r#"{"code":"import.newer","message":"version 2; this program reads up to 1","place":"version"}"#]
    );
    assert_eq!(element.find(".stage").inner_html(), before);
}

#[wasm_bindgen_test]
async fn moving_an_element_keeps_what_was_entered() {
    nattoku::element::define();
    let element = Mounted::new("nattoku-consent", &[]);
    settle().await;
    let field: web_sys::HtmlInputElement = element.find("#org-organization").unchecked_into();
    field.set_value("見本サロン");
    let event = web_sys::Event::new_with_event_init_dict("input", &{
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        init
    });
    field.dispatch_event(&event.unwrap()).unwrap();
    settle().await;
    let shelf = document().create_element("section").unwrap();
    document().body().unwrap().append_child(&shelf).unwrap();
    shelf.append_child(&element.0).unwrap();
    settle().await;
    let field: web_sys::HtmlInputElement = element.find("#org-organization").unchecked_into();
    assert_eq!(field.value(), "見本サロン");
    document().body().unwrap().append_child(&element.0).unwrap();
    shelf.remove();
}
