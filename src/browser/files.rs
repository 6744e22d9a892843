//! Files out and in, and the clipboard. Everything stays on the device: a file is made here and saved here.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};
use yew::Callback;

/// Saves `text` as a file of this name. `false` when the browser refused.
#[must_use]
pub fn download(name: &str, text: &str) -> bool {
    download_as(name, "application/json", text)
}

/// Saves `text` of another media type as a file of this name. `false` when the browser refused.
#[must_use]
pub fn download_as(name: &str, media: &str, text: &str) -> bool {
    try_download(name, media, text).is_some()
}

/// Saves plain text under this name, as the programs of braille transcribers expect it: UTF-8 that says so, and
/// lines that end as on Windows. `false` when the browser refused.
#[must_use]
pub fn save_text(name: &str, text: &str) -> bool {
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    download_as(name, "text/plain;charset=utf-8", &text)
}

fn try_download(name: &str, media: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Safari reads the blob after the click returned; the link is released when that is surely over.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// Copies `text`; tells `done` whether it worked. The clipboard is refused on insecure pages.
pub fn copy(text: &str, done: Callback<bool>) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard()).filter(|c| c.is_object());
    let Some(clipboard) = clipboard else {
        done.emit(false);
        return;
    };
    let promise = clipboard.write_text(text);
    yew::platform::spawn_local(async move {
        done.emit(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Reads a file the person chose as text. `None` when it cannot be read or is no text.
pub fn read(file: &File, done: Callback<Option<String>>) {
    let promise = file.text();
    yew::platform::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(promise).await.ok();
        done.emit(text.and_then(|text| text.as_string()));
    });
}

/// The file that somebody chose in the field the event is of. The field is empty afterwards, so that the same file can be
/// chosen again once it was mended.
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Reads several files as text, in their order; a file that cannot be read or is no text gives `None`. Told once, when
/// the last one was read.
pub fn read_all(files: Vec<File>, done: Callback<Vec<Option<String>>>) {
    yew::platform::spawn_local(async move {
        let mut texts = Vec::with_capacity(files.len());
        for file in files {
            let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok();
            texts.push(text.and_then(|text| text.as_string()));
        }
        done.emit(texts);
    });
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Printing that the person cancels is no error.
        let _ = window.print();
    }
}
