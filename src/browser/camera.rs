//! Reading the square pattern of an answer code with the device's own camera and its own reader, where it has both.
//!
//! The picture goes from the camera to the reader of the browser and nowhere else; nothing is drawn, kept or sent. The
//! camera is off again as soon as nobody holds the [`Reader`], or the page is not looked at.

use gloo::{events::EventListener, timers::callback::Interval};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;
use yew::{Callback, NodeRef, platform::spawn_local};

/// How often the picture is looked at: often enough for a hand that moves, seldom enough for an old tablet.
const EVERY_MS: u32 = 250;

/// The pattern that is looked for.
const QR: &str = "qr_code";

/// Tells whether this browser has a camera interface and a reader of square patterns. Asks nobody for permission.
pub fn is_there(told: Callback<bool>) {
    let Some(class) = reader_class().filter(|_| devices().is_some()) else {
        told.emit(false);
        return;
    };
    spawn_local(async move {
        // A browser may know the reader and have no formats for it.
        let formats = wait(call(&class, "getSupportedFormats", &Array::new())).await;
        told.emit(formats.is_some_and(|formats| Array::from(&formats).includes(&QR.into(), 0)));
    });
}

/// An open camera. Dropping it turns the camera off.
#[must_use]
pub struct Reader {
    eye: Rc<Eye>,
    _hidden: Option<EventListener>,
}

/// What keeps running until the camera is closed.
struct Eye {
    open: Cell<bool>,
    looking: Cell<bool>,
    video: HtmlElement,
    stream: RefCell<Option<JsValue>>,
    timer: RefCell<Option<Interval>>,
}

impl Reader {
    /// Asks for the camera that looks away from the person, shows it in a `<video>`, and hands over what each pattern
    /// says, again and again while it is seen. `lost` is told once when there is no camera: refused, absent or taken away;
    /// `hidden` once when it is off because the page went out of sight. `None` when the video is not in the page.
    pub fn open(
        video: &NodeRef,
        found: Callback<String>,
        lost: Callback<()>,
        hidden: Callback<()>,
    ) -> Option<Self> {
        let eye = Rc::new(Eye {
            open: Cell::new(true),
            looking: Cell::new(false),
            video: video.cast::<HtmlElement>()?,
            stream: RefCell::new(None),
            timer: RefCell::new(None),
        });
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let (eye, page) = (Rc::downgrade(&eye), document.clone());
            EventListener::new(&document, "visibilitychange", move |_| {
                if let Some(eye) = eye.upgrade().filter(|eye| page.hidden() && eye.open.get()) {
                    eye.close();
                    hidden.emit(());
                }
            })
        });
        {
            let eye = eye.clone();
            spawn_local(async move {
                if begin(&eye, found, lost.clone()).await.is_none() && eye.open.get() {
                    eye.close();
                    lost.emit(());
                }
            });
        }
        Some(Self { eye, _hidden: listener })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.eye.close();
    }
}

impl Eye {
    fn close(&self) {
        self.open.set(false);
        self.timer.take();
        if let Some(stream) = self.stream.take() {
            stop(&stream);
        }
        // A video that forgets its source shows its last picture no longer.
        let _ = Reflect::set(&self.video, &"srcObject".into(), &JsValue::NULL);
    }
}

/// Whether a camera of a stream still gives pictures. Not every browser takes back `active` of the stream itself.
fn is_live(stream: &JsValue) -> bool {
    let tracks =
        call(stream, "getTracks", &Array::new()).map(|tracks| Array::from(&tracks)).unwrap_or_default();
    let state =
        |track: JsValue| Reflect::get(&track, &"readyState".into()).ok().and_then(|state| state.as_string());
    tracks.iter().filter_map(state).any(|state| state == "live")
}

/// Turns every camera of a stream off.
fn stop(stream: &JsValue) {
    if let Some(tracks) = call(stream, "getTracks", &Array::new()) {
        for track in Array::from(&tracks).iter() {
            let _ = call(&track, "stop", &Array::new());
        }
    }
}

/// From the permission to the first look. `None` when there is no camera for us.
async fn begin(eye: &Rc<Eye>, found: Callback<String>, lost: Callback<()>) -> Option<()> {
    let wish =
        object(&[("audio", JsValue::FALSE), ("video", object(&[("facingMode", "environment".into())]))]);
    let stream = wait(call(&devices()?, "getUserMedia", &Array::of1(&wish))).await?;
    if !eye.open.get() {
        // Closed while the person was still being asked.
        stop(&stream);
        return Some(());
    }
    eye.stream.replace(Some(stream.clone()));
    Reflect::set(&eye.video, &"srcObject".into(), &stream).ok()?;
    // Some browsers begin by themselves and then refuse to begin again; some take their time. A look that comes too
    // early sees nothing.
    let begun = call(&eye.video, "play", &Array::new());
    spawn_local(async move { drop(wait(begun).await) });
    let kinds = object(&[("formats", Array::of1(&QR.into()).into())]);
    let reader = Reflect::construct(&reader_class()?, &Array::of1(&kinds)).ok()?;
    if eye.open.get() {
        let again = eye.clone();
        let timer = Interval::new(EVERY_MS, move || look(&again, &reader, &found, &lost));
        eye.timer.replace(Some(timer));
    }
    Some(())
}

/// One look at the picture, unless the one before is still going on.
fn look(eye: &Rc<Eye>, reader: &JsValue, found: &Callback<String>, lost: &Callback<()>) {
    if !eye.stream.borrow().as_ref().is_some_and(is_live) {
        // Taken away in the settings of the browser, or unplugged. Not from inside its own timer.
        let (eye, lost) = (eye.clone(), lost.clone());
        spawn_local(async move {
            if eye.open.get() {
                eye.close();
                lost.emit(());
            }
        });
        return;
    }
    if eye.looking.replace(true) {
        return;
    }
    let seen = call(reader, "detect", &Array::of1(&eye.video));
    let (eye, found) = (eye.clone(), found.clone());
    spawn_local(async move {
        // A picture that is not there yet is refused; the next look may see one.
        let patterns = wait(seen).await.map(|patterns| Array::from(&patterns)).unwrap_or_default();
        eye.looking.set(false);
        for pattern in patterns.iter() {
            let says = Reflect::get(&pattern, &"rawValue".into()).ok().and_then(|text| text.as_string());
            if let Some(says) = says.filter(|_| eye.open.get()) {
                found.emit(says);
            }
        }
    });
}

/// The browser's reader of patterns.
fn reader_class() -> Option<Function> {
    let window: JsValue = web_sys::window()?.into();
    Reflect::get(&window, &"BarcodeDetector".into()).ok()?.dyn_into().ok()
}

/// The door to the cameras; absent on pages that are not secure.
fn devices() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let devices = Reflect::get(&navigator, &"mediaDevices".into()).ok()?;
    let can_ask = devices.is_object() && Reflect::has(&devices, &"getUserMedia".into()).unwrap_or(false);
    can_ask.then_some(devices)
}

fn call(this: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = Reflect::get(this, &name.into()).ok()?.dyn_into().ok()?;
    Reflect::apply(&method, this, arguments).ok()
}

/// The value of a promise, or of something that is none; `None` when it was refused.
async fn wait(value: Option<JsValue>) -> Option<JsValue> {
    JsFuture::from(Promise::resolve(&value?)).await.ok()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh plain object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
