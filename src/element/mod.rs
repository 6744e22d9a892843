//! The custom elements of the public contract: attributes become props, outcomes become events.
//!
//! Nothing is registered by importing the library; [`define`] is explicit and may be called again.

mod app;
mod attributes;
mod checklist;
mod consent;
mod core;
mod drafts;
mod host;
mod link;

use wasm_bindgen::prelude::*;

/// Every sheet of the shadow root, in order. They are one text, adopted once per page.
const STYLES: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/frame.css"),
    include_str!("../../styles/controls.css"),
    include_str!("../../styles/consent.css"),
    include_str!("../../styles/respond.css"),
    include_str!("../../styles/notice.css"),
    include_str!("../../styles/record.css"),
    include_str!("../../styles/checklist.css"),
    include_str!("../../styles/gather.css"),
    include_str!("../../styles/talk.css"),
    include_str!("../../styles/report.css"),
    include_str!("../../styles/lists.css"),
    include_str!("../../styles/tablet.css"),
    include_str!("../../styles/paper.css"),
    include_str!("../../styles/print.css"),
);

/// Registers `<nattoku-consent>`, `<nattoku-checklist>` and `<nattoku-app>`. Calling it again does nothing.
#[wasm_bindgen]
pub fn define() {
    core::register::<consent::ConsentElement>("nattoku-consent", STYLES);
    core::register::<checklist::ChecklistElement>("nattoku-checklist", STYLES);
    core::register::<app::AppElement>("nattoku-app", STYLES);
}
