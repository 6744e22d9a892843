//! What an element in the page is made of on the Rust side: a mounted component and the methods of the contract.

use super::attributes::{Attributes, NAMES, Templates};
use super::link::{Command, Link};
use super::notices::Shown;
use crate::browser::{files, storage::Keep};
use crate::domain::{
    checklist::Checklist,
    export::{Document, ImportError, import, read},
    json,
    notice::Organization,
};
use std::{cell::RefCell, marker::PhantomData, rc::Rc};
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
    const TEMPLATES: &'static Templates;
    /// Reads a list of the host page's own; where there is none, the element has no use for lists.
    const TAKE_LIST: Option<TakeList> = None;
    /// Adds an imported document to what is there; where there is none, the document takes the place of what is
    /// shown.
    const TAKE_IN: Option<TakeIn> = None;
}

/// Adds a document to what is shown and gives the whole. The component writes it.
pub type TakeIn = fn(&Link, Document) -> Result<Document, ImportError>;

/// Reads a list, or says everything that is wrong with it.
pub type TakeList = fn(&str) -> Result<Rc<Checklist>, String>;

/// What every element's component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ElementProps {
    /// The attributes.
    pub attributes: Attributes,
    /// The notice: built in, or the host page's own.
    pub shown: Shown,
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

fn mount<K: Kind>(root: HtmlElement, props: ElementProps) -> Box<dyn Mounted> {
    let app = Renderer::<K::Component>::with_root_and_props(root.into(), props).render();
    Box::new(App::<K>(app, PhantomData))
}

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
    templates: &'static Templates,
    take_list: Option<TakeList>,
    take_in: Option<TakeIn>,
    root: HtmlElement,
    mount: fn(HtmlElement, ElementProps) -> Box<dyn Mounted>,
    app: Option<Box<dyn Mounted>>,
    /// Ends when the device has answered about what was taken in last.
    last_import: RefCell<Option<js_sys::Promise>>,
}

#[wasm_bindgen]
impl Core {
    /// An attribute changed.
    #[wasm_bindgen(js_name = attributesChanged)]
    pub fn attributes_changed(&mut self) {
        let now = attributes(&self.props.link, self.keep, self.templates);
        let before = core::mem::replace(&mut self.props.attributes, now);
        if before.template != self.props.attributes.template && !self.props.shown.own {
            self.show_built_in();
        }
        self.refresh();
    }

    /// The template the attributes ask for, where its text is in a file that was not loaded yet.
    #[must_use]
    pub fn lacks(&self) -> Option<String> {
        let template = &self.props.attributes.template;
        let there = !self.templates.in_files || self.props.shown.own || Shown::built_in(template).is_some();
        (!there).then(|| template.clone())
    }

    /// The file of a template was loaded.
    ///
    /// # Errors
    /// It does not hold that notice.
    pub fn load(&mut self, template: &str, json: &str) -> Result<(), JsError> {
        Shown::load(template, json).map_err(|cause| JsError::new(&cause))?;
        if !self.props.shown.own {
            self.show_built_in();
        }
        self.refresh();
        Ok(())
    }

    /// Draws the component for the first time; nothing where it is drawn already.
    pub fn draw(&mut self) {
        if self.app.is_none() {
            self.app = Some((self.mount)(self.root.clone(), self.props.clone()));
        }
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
            "notice" if null => self.show_built_in(),
            "notice" => match Shown::read(json) {
                Ok(shown) => self.props.shown = shown,
                Err(errors) => return self.props.link.tell_error("notice.refused", "notice", &errors),
            },
            "list" if null => self.props.list = None,
            "list" => match self.take_list.map(|take| take(json)) {
                Some(Ok(list)) => self.props.list = Some(list),
                Some(Err(problems)) => {
                    return self.props.link.tell_error("list.refused", "list", &problems);
                }
                None => {}
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

    /// The exported document, as JSON text: where it is kept on the device, as the device has it by now, with everything that
    /// was taken in before.
    #[wasm_bindgen(js_name = exportJson)]
    pub fn export_json(&self) -> js_sys::Promise {
        let (link, last) = (self.props.link.clone(), self.last_import.borrow().clone());
        wasm_bindgen_futures::future_to_promise(async move {
            if let Some(last) = last {
                // What came of it was told to whoever took it in.
                let _ = wasm_bindgen_futures::JsFuture::from(last).await;
            }
            let latest = match link.latest() {
                Some(latest) => Some(latest.await),
                None => link.document(),
            };
            let empty = || Rc::new(Document::new(crate::browser::clock::now(), link.organization()));
            Ok(latest.unwrap_or_else(empty).to_json().into())
        })
    }

    /// Takes an exported document back. The promise tells, when the device has answered, whether it keeps it; where nothing
    /// is kept of documents, it tells `true` at once.
    ///
    /// # Errors
    /// Names what is wrong and where; what was there stays. Also told as `nattoku-error`.
    #[wasm_bindgen(js_name = importJson)]
    pub fn import_json(&self, text: &str) -> Result<js_sys::Promise, JsError> {
        let taken_in = import(text).and_then(|imported| match self.take_in {
            Some(take_in) => take_in(&self.props.link, imported.document),
            None => Ok(imported.document),
        });
        match taken_in {
            Ok(document) => {
                let document = Rc::new(document);
                // At once, so that the next call of the same turn builds on it.
                self.props.link.put(Some(document.clone()));
                let kept = self.take_in.map(|_| self.props.link.await_kept());
                self.props.link.command(Command::Load(document));
                let promise = wasm_bindgen_futures::future_to_promise(async move {
                    // An element that was taken out answers no more.
                    let kept = match kept {
                        Some(kept) => kept.await.unwrap_or(false),
                        None => true,
                    };
                    Ok(kept.into())
                });
                *self.last_import.borrow_mut() = Some(promise.clone());
                Ok(promise)
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

    /// Shows what the attribute asks for. Where its file was not loaded yet, what was shown stays for so long.
    fn show_built_in(&mut self) {
        match Shown::built_in(&self.props.attributes.template) {
            Some(shown) => self.props.shown = shown,
            None => self.props.shown.own = false,
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

fn attributes(link: &Link, keep: Keep, templates: &Templates) -> Attributes {
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
                shown: Shown::built_in(&attributes.template).unwrap_or_else(Shown::first),
                list: None,
                attributes,
                organization: Rc::default(),
                link,
            };
            Core {
                props,
                keep: K::KEEP,
                templates: K::TEMPLATES,
                take_in: K::TAKE_IN,
                take_list: K::TAKE_LIST,
                root,
                mount: mount::<K>,
                app: None,
                last_import: RefCell::default(),
            }
        });
    define_element(name, css, NAMES.map(str::to_owned).to_vec(), &connect);
    // Elements are defined for the life of the page, and so is the closure that connects them.
    connect.forget();
}
