//! Whole sessions, as a person would have them, in Chromium, Firefox and WebKit.
#![cfg(not(target_arch = "wasm32"))]
