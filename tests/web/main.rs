//! What needs a real browser but no server: run in each engine by the wasm test runner.
#![cfg(target_arch = "wasm32")]
