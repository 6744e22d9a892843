//! serde by way of the tree, for Rust programs that take our types into their own documents. Not in the page.

use super::{FromTree, ToTree, Value, fit};
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};

/// Reads a value from any self-describing format.
///
/// # Errors
/// Those of the format, and the place where the value does not fit, in the text of the error.
pub fn read<'de, T: FromTree, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    fit(&Value::deserialize(from)?).map_err(D::Error::custom)
}

/// Writes a value, the fields of each object in alphabetical order.
///
/// # Errors
/// Those of the format.
pub fn write<S: Serializer>(value: &dyn ToTree, to: S) -> Result<S::Ok, S::Error> {
    value.to_tree().serialize(to)
}
