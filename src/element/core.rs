//! What an element in the page is made of on the Rust side: a mounted component and the methods of the contract.

use super::attributes::{Attributes, NAMES, Templates};
use super::link::{Command, Link};
use crate::browser::{Env, files, storage::Keep};
use crate::domain::{
    checklist::{Checklist, own},
    export::{Document, ImportError, import, read},
    json,
    notice::{Notice, Organization},
};
use std::{marker::PhantomData, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::{AppHandle, BaseComponent, Properties, Renderer};

/// What a kind of element brings: its component and its defaults.
pub trait Kind: 'static {
    /// The component inside.
    type Component: BaseComponent<Properties = ElementProps>;
    /// `storage` when the attribute is absent.
    const KEEP: Keep;
    /// What `template` picks among.
    const TEMPLATES: Templates = Templates::Notices;
    /// Adds an imported document to what is there; where there is none, the document takes the place of what is
    /// shown.
    const TAKE_IN: Option<TakeIn> = None;
}

/// Adds a document to what the device has (or, if it has nothing, to what is shown), writes it back at once, and
/// gives the whole and whether it was kept.
pub type TakeIn = fn(Env, &Link, Document) -> Result<(Document, bool), ImportError>;

/// What every element's component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ElementProps {
    /// The attributes.
    pub attributes: Attributes,
    /// The template: built in, or the host page's own.
    pub notice: Rc<Notice>,
    /// Whether it is the host page's own.
    pub own_notice: bool,
    /// The host page's own list of the check.
    pub list: Option<Rc<Checklist>>,
    /// The group's words from the host page.
    pub organization: Rc<Organization>,
    /// The way to the host page.
    pub link: Link,
}

trait Mounted {
    fn update(&mut self, props: ElementProps);
    fn destroy(self: Box<Self>);
}

struct App<K: Kind>(AppHandle<K::Component>, PhantomData<K>);

impl<K: Kind> Mounted for App<K> {
    fn update(&mut self, props: ElementProps) {
        self.0.update(props);
    }

    fn destroy(self: Box<Self>) {
        self.0.destroy();
    }
}

/// The Rust side of one element in the page.
#[wasm_bindgen(skip_typescript)]
pub struct Core {
    props: ElementProps,
    keep: Keep,
    templates: Templates,
    take_in: Option<TakeIn>,
    app: Option<Box<dyn Mounted>>,
}

#[wasm_bindgen]
impl Core {
    /// An attribute changed.
    #[wasm_bindgen(js_name = attributesChanged)]
    pub fn attributes_changed(&mut self) {
        let now = attributes(&self.props.link, self.keep, self.templates);
        let before = core::mem::replace(&mut self.props.attributes, now);
        if before.template != self.props.attributes.template && !self.props.own_notice {
            self.props.notice = built_in(&self.props.attributes);
        }
        self.refresh();
    }

    /// A property was set to this JSON. What is refused is told as `nattoku-error`; what was there stays.
    pub fn give(&mut self, key: &str, json: &str) {
        let null = json == "null";
        match key {
            "organization" if null => self.props.organization = Rc::default(),
            "organization" => match read::<Organization>(json) {
                Ok(organization) => self.props.organization = Rc::new(organization),
                Err(error) => return self.refuse("organization", &error),
            },
            "notice" if null => {
                self.props.notice = built_in(&self.props.attributes);
                self.props.own_notice = false;
            }
            "notice" => match Notice::parse("notice", json) {
                Ok(notice) => {
                    self.props.notice = Rc::new(notice);
                    self.props.own_notice = true;
                }
                Err(errors) => {
                    return self.props.link.tell_error("notice.refused", "notice", &errors.to_string());
                }
            },
            "list" if null => self.props.list = None,
            "list" => match own::read(json) {
                Ok(list) => self.props.list = Some(Rc::new(list)),
                Err(unsound) => {
                    return self.props.link.tell_error("list.refused", "list", &unsound.to_string());
                }
            },
            "value" if null => self.props.link.command(Command::Reset),
            // The refusal was told as an event; a property has nobody to throw to.
            "value" => drop(self.import_json(json)),
            _ => {}
        }
        self.refresh();
    }

    /// A property as JSON: `value` is the finished document or null, `organization` the group's words.
    #[must_use]
    pub fn read(&self, key: &str) -> Option<String> {
        match key {
            "value" => self.props.link.document().map(|document| document.to_json()),
            "organization" => Some(json::text(&self.props.link.organization())),
            _ => None,
        }
    }

    /// The exported document.
    #[wasm_bindgen(js_name = exportJson)]
    pub fn export_json(&self) -> String {
        let empty = || Rc::new(Document::new(crate::browser::clock::now(), self.props.link.organization()));
        self.props.link.document().unwrap_or_else(empty).to_json()
    }

    /// Takes an exported document back.
    ///
    /// # Errors
    /// Names what is wrong and where; what was there stays. Also told as `nattoku-error`.
    #[wasm_bindgen(js_name = importJson)]
    pub fn import_json(&self, text: &str) -> Result<(), JsError> {
        let env = Env::browser(self.props.attributes.keep);
        let taken_in = import(text).and_then(|imported| match self.take_in {
            Some(take_in) => take_in(env, &self.props.link, imported.document),
            None => Ok((imported.document, true)),
        });
        match taken_in {
            Ok((document, kept)) => {
                let document = Rc::new(document);
                // At once, so that the next call of the same turn builds on it.
                self.props.link.put(Some(document.clone()), kept);
                self.props.link.command(Command::Load(document, kept));
                Ok(())
            }
            Err(error) => {
                self.props.link.tell_error(error.key(), &error.place, &error.cause);
                Err(JsError::new(&error.to_string()))
            }
        }
    }

    /// Forgets everything on the screen and begins anew.
    pub fn reset(&self) {
        self.props.link.command(Command::Reset);
    }

    /// Opens the browser's print window.
    pub fn print(&self) {
        files::print();
    }

    /// Prints the notice alone, with the group's words in it (A-2 §26). Nothing where there is no notice, or while
    /// words are missing.
    #[wasm_bindgen(js_name = printNotice)]
    pub fn print_notice(&self) {
        self.props.link.command(Command::PrintNotice);
    }

    /// The element left the page.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn refresh(&mut self) {
        if let Some(app) = &mut self.app {
            app.update(self.props.clone());
        }
    }

    fn refuse(&self, place: &str, error: &ImportError) {
        self.props.link.tell_error(error.key(), &format!("{place}.{}", error.place), &error.cause);
    }
}

/// The built-in notice the attributes ask for.
fn built_in(attributes: &Attributes) -> Rc<Notice> {
    Rc::new(Notice::builtin(&attributes.template).unwrap_or_else(Notice::salon))
}

fn attributes(link: &Link, keep: Keep, templates: Templates) -> Attributes {
    let mut wrong = Vec::new();
    let attributes = Attributes::read(link.host(), keep, templates, &mut wrong);
    for one in wrong {
        link.tell_error("attribute.meaningless", one.name, &one.to_string());
    }
    attributes
}

#[wasm_bindgen(module = "/src/element/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = defineElement)]
    fn define_element(
        name: &str,
        css: &str,
        attributes: Vec<String>,
        connect: &Closure<dyn Fn(HtmlElement, HtmlElement) -> Core>,
    );
}

/// Registers one kind of element under its tag name.
pub fn register<K: Kind>(name: &str, css: &str) {
    let connect =
        Closure::<dyn Fn(HtmlElement, HtmlElement) -> Core>::new(|host: HtmlElement, root: HtmlElement| {
            let link = Link::new(host);
            let attributes = attributes(&link, K::KEEP, K::TEMPLATES);
            let props = ElementProps {
                notice: built_in(&attributes),
                own_notice: false,
                list: None,
                attributes,
                organization: Rc::default(),
                link,
            };
            let app = Renderer::<K::Component>::with_root_and_props(root.into(), props.clone()).render();
            Core {
                props,
                keep: K::KEEP,
                templates: K::TEMPLATES,
                take_in: K::TAKE_IN,
                app: Some(Box::new(App::<K>(app, PhantomData))),
            }
        });
    define_element(name, css, NAMES.map(str::to_owned).to_vec(), &connect);
    // Elements are defined for the life of the page, and so is the closure that connects them.
    connect.forget();
}
