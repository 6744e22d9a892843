//! Rows of the database as entries and back, and what the browser calls its failures.

use crate::app::store::{Entry, Failure, Head, Revision, StoreError};
use crate::domain::export::VERSION;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::DomException;

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is no revision counts as none"
)]
pub(super) fn revision(number: f64) -> Revision {
    number as Revision
}

pub(super) fn head(row: &JsValue) -> Option<Head> {
    let number = |name| get(row, name).as_f64().filter(|number| *number >= 1.0).map(revision);
    Some(Head {
        key: get(row, "key").as_string()?,
        revision: number("revision")?,
        order: number("order").unwrap_or(Revision::MAX),
        removed: get(row, "removed").is_truthy(),
    })
}

/// An entry from what lies there: a text that is none is passed on as whatever it is.
pub(super) fn entry(head: Head, row: Option<JsValue>) -> Entry {
    let row = row.unwrap_or(JsValue::UNDEFINED);
    let text = get(&row, "text").as_string();
    let version = get(&row, "version").as_f64().filter(|_| text.is_some());
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is no version counts as none"
    )]
    let version = version.unwrap_or(0.0) as u32;
    let text = text.or_else(|| js_sys::JSON::stringify(&row).ok()?.as_string()).unwrap_or_default();
    Entry { head, version, text }
}

#[allow(clippy::cast_precision_loss, reason = "a store is not written 2⁵³ times")]
pub(super) fn head_row(head: &Head) -> JsValue {
    let row = Object::new();
    set(&row, "key", &JsValue::from_str(&head.key));
    set(&row, "revision", &JsValue::from_f64(head.revision as f64));
    set(&row, "order", &JsValue::from_f64(head.order as f64));
    set(&row, "removed", &JsValue::from_bool(head.removed));
    row.into()
}

pub(super) fn text_row(key: &str, text: &str) -> JsValue {
    let row = Object::new();
    set(&row, "key", &JsValue::from_str(key));
    set(&row, "version", &JsValue::from_f64(f64::from(VERSION)));
    set(&row, "text", &JsValue::from_str(text));
    row.into()
}

pub(super) fn get(row: &JsValue, name: &str) -> JsValue {
    Reflect::get(row, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn set(row: &Object, name: &str, value: &JsValue) {
    // A new plain object takes any field.
    let _ = Reflect::set(row, &JsValue::from_str(name), value);
}

pub(super) fn said(error: &JsValue) -> String {
    error
        .dyn_ref::<DomException>()
        .map_or_else(|| format!("{error:?}"), |error| format!("{}: {}", error.name(), error.message()))
}

/// Why the database could not be opened, by the standard's names.
pub(super) fn opening(error: idb::Error) -> StoreError {
    let cause = error.to_string();
    let failure = if cause.contains("VersionError") {
        Failure::NewerProgram
    } else if cause.contains("QuotaExceeded") {
        Failure::NoRoom
    } else {
        Failure::Forbidden
    };
    StoreError::new(failure, cause)
}

pub(super) fn broken(error: idb::Error) -> StoreError {
    let cause = error.to_string();
    let failure = if cause.contains("QuotaExceeded") { Failure::NoRoom } else { Failure::Broken };
    StoreError::new(failure, cause)
}

pub(super) fn aborted(cause: &DomException) -> StoreError {
    let failure = match cause.name().as_str() {
        "QuotaExceededError" => Failure::NoRoom,
        "InvalidStateError" => Failure::Closed,
        _ => Failure::Broken,
    };
    StoreError::new(failure, format!("{}: {}", cause.name(), cause.message()))
}
