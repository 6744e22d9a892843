//! Nattoku (なっとく): explain, ask, record, check. Everything in the browser, nothing sent anywhere.
//!
//! The map of the house:
//!
//! - [`domain`]: what a notice, a consent, a signature, a checklist and a document are. Pure; the only room on the
//!   host, so it cannot lean on a browser.
//! - [`app`]: what the program does: where things are kept and when they may be said to be; effects are traits.
//! - `ui`: Yew components by feature over shared controls (only on `wasm32`).
//! - `browser`: every effect behind a small face (only on `wasm32`).
//! - `element`: the custom elements of the public contract; `define()` registers them (only on `wasm32`).
//!
//! The cargo features `app` (the default, and everything), `consent` and `checklist` choose which elements are compiled
//! in, each with only the screens, words, notices, drawings and styles that it needs; what a document is stays the
//! same in all of them. The gates stand at the doors: module declarations, registries, lists of files.
//!
//! Importing this library registers nothing. `ARCHITECTURE.md` tells the rest.

// The derives name this crate the same way inside it and outside of it.
extern crate self as nattoku;

pub mod app;
pub mod domain;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod element;
#[cfg(target_arch = "wasm32")]
pub mod ui;
