//! What people see: Yew components by feature, over shared controls.
//!
//! Components turn state into screens and what people do into actions; what is true is decided in
//! [`crate::domain`], what touches the device in [`crate::browser`].

#[cfg(feature = "checklist")]
pub mod checklist;
#[cfg(feature = "consent")]
pub mod consent;
pub mod controls;
pub mod law;
#[cfg(feature = "app")]
pub mod lists;
#[cfg(feature = "consent")]
pub mod notice;
#[cfg(feature = "consent")]
pub mod organization;
#[cfg(feature = "consent")]
pub mod paper;
#[cfg(feature = "app")]
pub mod registers;
#[cfg(feature = "app")]
pub mod tablet;
pub mod view;
pub mod wording;
