//! What needs a real browser but no server: run in each engine by the wasm test runner.
#![cfg(target_arch = "wasm32")]

mod device;
mod elements;
mod page;
mod pointer;
mod store;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
