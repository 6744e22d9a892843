//! The custom elements of the public contract: attributes become props, outcomes become events.
//!
//! Nothing is registered by importing the library; [`define`] is explicit and may be called again.

#[cfg(feature = "app")]
mod app;
mod attributes;
#[cfg(feature = "checklist")]
mod checklist;
#[cfg(feature = "consent")]
mod consent;
#[cfg(feature = "consent")]
mod consent_drafts;
mod core;
mod drafts;
mod host;
mod link;
#[cfg(feature = "checklist")]
mod lists;
#[cfg_attr(not(feature = "consent"), path = "no_notices.rs")]
mod notices;

use nattoku_derive::sheet;
use wasm_bindgen::prelude::*;

/// Every sheet of the shadow root, in order. They are one text, adopted once per page.
const STYLES: &[&str] = &[
    sheet!("styles/tokens.css"),
    sheet!("styles/base.css"),
    sheet!("styles/frame.css"),
    sheet!("styles/controls.css"),
    #[cfg(feature = "consent")]
    sheet!("styles/consent.css"),
    #[cfg(feature = "consent")]
    sheet!("styles/respond.css"),
    #[cfg(feature = "consent")]
    sheet!("styles/notice.css"),
    sheet!("styles/closing.css"),
    #[cfg(feature = "consent")]
    sheet!("styles/record.css"),
    #[cfg(feature = "checklist")]
    sheet!("styles/checklist.css"),
    #[cfg(feature = "checklist")]
    sheet!("styles/gather.css"),
    #[cfg(feature = "checklist")]
    sheet!("styles/talk.css"),
    #[cfg(feature = "checklist")]
    sheet!("styles/report.css"),
    #[cfg(feature = "app")]
    sheet!("styles/lists.css"),
    #[cfg(feature = "app")]
    sheet!("styles/tablet.css"),
    sheet!("styles/paper.css"),
    sheet!("styles/print.css"),
];

/// Registers the elements of this build: `<nattoku-consent>`, `<nattoku-checklist>`, `<nattoku-app>`, or the one that
/// alone is compiled in. Calling it again does nothing.
#[wasm_bindgen]
pub fn define() {
    let styles = STYLES.concat();
    #[cfg(feature = "consent")]
    core::register::<consent::ConsentElement>("nattoku-consent", &styles);
    #[cfg(feature = "checklist")]
    core::register::<checklist::ChecklistElement>("nattoku-checklist", &styles);
    #[cfg(feature = "app")]
    core::register::<app::AppElement>("nattoku-app", &styles);
}
