//! What people see: Yew components by feature, over shared controls.
//!
//! Components turn state into screens and what people do into actions; what is true is decided in
//! [`crate::domain`], what touches the device in [`crate::browser`].

pub mod checklist;
pub mod consent;
pub mod controls;
pub mod law;
pub mod lists;
pub mod notice;
pub mod organization;
pub mod paper;
pub mod tablet;
pub mod view;
pub mod wording;
