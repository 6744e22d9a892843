//! Small trees: an object without its empty fields, a text that is there or not. Every standard is made of these.

use crate::domain::json::{Object, Value};

/// An object of those fields that say something: neither nothing nor an empty list.
pub(super) fn node(fields: Vec<(&str, Value)>) -> Value {
    let mut object = Object::default();
    for (name, value) in fields {
        if !value.is_null() && value.as_array().is_none_or(|entries| !entries.is_empty()) {
            object.put(name, &value);
        }
    }
    object.done()
}

/// A text, without the spaces around it; nothing when nothing is left.
pub(super) fn text(words: &str) -> Value {
    let words = words.trim();
    if words.is_empty() { Value::Null } else { Value::String(words.to_owned()) }
}

/// A list of one; an empty one of nothing.
pub(super) fn list(one: Value) -> Value {
    Value::Array(if one.is_null() { Vec::new() } else { vec![one] })
}

/// The text as the standards that know only the spaces of ASCII take it: a full-width space becomes a half-width one.
/// Marks that control a terminal go.
pub(super) fn plain(words: &str) -> String {
    let kept = words.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    kept.map(|c| if c.is_whitespace() && !c.is_ascii() { ' ' } else { c }).collect()
}

/// A SHA-256 (`sha256:…`) as the URI that names what has it (RFC 6920, section 7); nothing when it is none.
pub(super) fn nih(digest: &str) -> Value {
    let hex = digest.strip_prefix("sha256:").filter(|hex| hex.len() == 64);
    let hex = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    hex.map_or(Value::Null, |hex| Value::String(format!("nih:sha-256;{hex}")))
}

/// An id as the URI of a UUID (RFC 9562); nothing when it is none.
pub(super) fn urn(id: &str) -> Value {
    let fits = id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if fits { Value::String(format!("urn:uuid:{}", id.to_ascii_lowercase())) } else { Value::Null }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_something_is_written() {
        let full =
            node(vec![("a", text(" x ")), ("b", text("  ")), ("c", list(text(""))), ("d", list(text("y")))]);
        assert_eq!(full, serde_json::json!({"a": "x", "d": ["y"]}));
        assert_eq!(plain("山田\u{3000}花子\u{7}\n"), "山田 花子\n");
    }

    #[test]
    fn a_name_that_is_no_uuid_and_no_digest_becomes_no_uri() {
        let id = "8F14E45F-ceea-467a-9575-28b1d3d4a1aa";
        assert_eq!(urn(id), "urn:uuid:8f14e45f-ceea-467a-9575-28b1d3d4a1aa");
        for none in
            ["", "consent-1", "8f14e45f_ceea-467a-9575-28b1d3d4a1aa", "8f14e45fceea-467a-9575-28b1d3d4a1aa0"]
        {
            assert_eq!(urn(none), Value::Null, "{none}");
        }
        let digest = format!("sha256:{}", "0a".repeat(32));
        assert_eq!(nih(&digest), format!("nih:sha-256;{}", "0a".repeat(32)));
        for none in ["", "sha256:0a", "md5:0a", &digest.replace('a', "g")] {
            assert_eq!(nih(none), Value::Null, "{none}");
        }
    }
}
