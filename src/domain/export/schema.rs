//! The published JSON Schema, generated from the types that are exported. Only for host tools and tests.
//!
//! What must not live here: descriptions and bounds of single fields; those stand beside the fields.

use super::{Document, FORMAT, VERSION};
use crate::domain::json::Value;
use schemars::{Schema, generate::SchemaSettings, transform::RecursiveTransform};

/// The JSON Schema (2020-12) of a document, as checked in under `schema/`.
///
/// Fields that the schema does not name are allowed everywhere: they survive a round trip.
#[must_use]
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(open_to_others))
        .with_transform(RecursiveTransform(without_rustdoc));
    let mut schema = settings.into_generator().into_root_schema_for::<Document>();
    schema.insert("title".to_owned(), "Nattoku document".into());
    for (field, value) in [("format", Value::from(FORMAT)), ("version", Value::from(VERSION))] {
        if let Some(field) =
            schema.pointer_mut(&format!("/properties/{field}")).and_then(Value::as_object_mut)
        {
            field.insert("const".to_owned(), value);
        }
    }
    schema
}

/// Says of every object with named fields that it may have others.
fn open_to_others(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), true.into());
    }
}

/// Descriptions are the documentation of the Rust types; its links and line breaks lead nowhere outside of it.
fn without_rustdoc(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        let paragraphs: Vec<String> =
            unlinked(text).split("\n\n").map(|one| one.replace('\n', " ")).collect();
        *text = paragraphs.join("\n\n");
    }
}

/// ``[`a`](b)`` and ``[`a`]`` become `` `a` ``.
fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        out.push_str(before);
        out.push('`');
        out.push_str(name);
        out.push('`');
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::unlinked;

    #[test]
    fn a_link_into_the_documentation_becomes_its_name() {
        assert_eq!(
            unlinked("see [`A::b`] or [`c`](super::c), not [d] [`e"),
            "see `A::b` or `c`, not [d] [`e"
        );
        assert_eq!(unlinked("名前"), "名前");
    }
}
