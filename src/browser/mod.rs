//! Every effect, each behind a small face: clock, ids, storage, files, clipboard, paper, speech, focus, camera.
//!
//! Nothing in here decides anything; the interface asks, this room does. Nothing in here can reach a network.

pub mod camera;
pub mod clock;
pub mod database;
pub mod env;
pub mod files;
pub mod focus;
pub mod ids;
pub mod paper;
pub mod print;
pub mod speech;
pub mod storage;

pub use env::Env;
