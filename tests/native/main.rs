//! What the pure domain promises, checked on the host without a browser.
#![cfg(not(target_arch = "wasm32"))]

mod app;
mod architecture;
mod checklist;
mod contrast;
mod embeds;
mod export;
mod hosts;
mod json;
mod law;
mod notice;
mod paper;
mod portal;
mod session;
mod signature;
mod standards;
mod text;
mod time;
mod wording;
