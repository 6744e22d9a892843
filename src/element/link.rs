//! The thread between an element and the component inside it: events up, commands down, the document between them.

use crate::app::store::Task;
use crate::domain::{export::Document, json, notice::Organization};
use futures_channel::oneshot;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};
use yew::{Callback, hook, use_effect_with};

/// What the element asks of its component.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Show what this document holds.
    Load(Rc<Document>),
    /// Forget everything and begin anew.
    Reset,
    /// Print the notice on its own.
    PrintNotice,
}

/// Gives the newest of what is kept.
pub type Latest = Rc<dyn Fn() -> Task<Rc<Document>>>;

/// Shared by the element's core and the component it mounted.
#[derive(Clone)]
pub struct Link {
    host: HtmlElement,
    shared: Rc<Shared>,
}

#[derive(Default)]
struct Shared {
    document: RefCell<Option<Rc<Document>>>,
    organization: RefCell<Organization>,
    commands: RefCell<Option<Callback<Command>>>,
    /// Who waits to hear whether the device keeps what was taken in.
    taken_in: RefCell<Vec<oneshot::Sender<bool>>>,
    /// Gives the newest of what is kept on the device, where anything is.
    latest: RefCell<Option<Latest>>,
    /// What was asked before the component had drawn itself for the first time.
    waiting: RefCell<Vec<Command>>,
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shared, &other.shared)
    }
}

impl Link {
    /// A link to an element in the page.
    #[must_use]
    pub fn new(host: HtmlElement) -> Self {
        Self { host, shared: Rc::default() }
    }

    /// The element.
    #[must_use]
    pub const fn host(&self) -> &HtmlElement {
        &self.host
    }

    /// The component listens; an earlier listener is let go.
    pub fn listen(&self, commands: Callback<Command>) {
        let waiting = self.shared.waiting.take();
        if !waiting.is_empty() {
            // Not in the middle of drawing: a command changes what is being drawn.
            let commands = commands.clone();
            yew::platform::spawn_local(async move { waiting.into_iter().for_each(|one| commands.emit(one)) });
        }
        *self.shared.commands.borrow_mut() = Some(commands);
    }

    /// Sends a command to the component.
    pub fn command(&self, command: Command) {
        let listener = self.shared.commands.borrow().clone();
        match listener {
            Some(listener) => listener.emit(command),
            None => self.shared.waiting.borrow_mut().push(command),
        }
    }

    /// There is something to export.
    pub fn put(&self, document: Option<Rc<Document>>) {
        *self.shared.document.borrow_mut() = document;
    }

    /// From here on the newest of what is kept is asked for in this way.
    #[cfg(feature = "app")]
    pub fn put_latest(&self, latest: Latest) {
        *self.shared.latest.borrow_mut() = Some(latest);
    }

    /// The newest of what is kept on the device; `None` where nothing is.
    #[must_use]
    pub fn latest(&self) -> Option<Task<Rc<Document>>> {
        self.shared.latest.borrow().as_ref().map(|latest| latest())
    }

    /// Waits for the device's word about what is given next.
    pub fn await_kept(&self) -> oneshot::Receiver<bool> {
        let (sender, receiver) = oneshot::channel();
        self.shared.taken_in.borrow_mut().push(sender);
        receiver
    }

    /// Everybody who waits for that by now, to be told.
    #[must_use]
    #[cfg(feature = "app")]
    pub fn waiting_for_device(&self) -> Callback<bool> {
        let waiting = RefCell::new(self.shared.taken_in.take());
        Callback::from(move |kept| {
            for sender in waiting.take() {
                // Whoever asked may not wait for the answer.
                let _ = sender.send(kept);
            }
        })
    }

    /// What there is to export.
    #[must_use]
    pub fn document(&self) -> Option<Rc<Document>> {
        self.shared.document.borrow().clone()
    }

    /// The group's words changed, by the host page or in the form.
    pub fn put_organization(&self, organization: Organization) {
        *self.shared.organization.borrow_mut() = organization;
    }

    /// The group's words as they stand.
    #[must_use]
    pub fn organization(&self) -> Organization {
        self.shared.organization.borrow().clone()
    }

    /// Tells the host page. Bubbles and leaves the shadow root; `detail` is a plain object, or nothing.
    pub fn tell(&self, event: &str, detail: Option<&str>) {
        let detail = detail.and_then(|json| js_sys::JSON::parse(json).ok()).unwrap_or(JsValue::NULL);
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
            // Listeners of the host page may throw; the browser reports that, and it is not ours.
            let _ = self.host.dispatch_event(&event);
        }
    }

    /// Tells the host page that something was refused: a stable `code`, a `place`, and the technical `message`.
    pub fn tell_error(&self, code: &str, place: &str, message: &str) {
        let detail = json::object(&[("code", &code), ("place", &place), ("message", &message)]);
        self.tell("nattoku-error", Some(&json::text(&detail)));
    }
}

/// Tells the host page, once the first screen is drawn, that the element answers.
#[hook]
pub fn use_ready(link: &Link) {
    let link = link.clone();
    use_effect_with((), move |()| link.tell("nattoku-ready", None));
}
