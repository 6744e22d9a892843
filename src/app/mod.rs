//! What the program does with what people enter: where it is kept, when it may be said to be kept, what another window
//! changed meanwhile. It knows no browser: every effect is a port, a trait that the browser's room implements.

#[cfg(feature = "app")]
pub mod archive;
pub mod keeper;
pub mod memory;
pub mod store;
pub mod takeover;
