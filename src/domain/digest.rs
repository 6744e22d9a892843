//! Content addressing: SHA-256 over canonical JSON (RFC 8785).
//!
//! Any JSON library and any SHA-256 can check these values; nothing about them is ours alone.

use crate::domain::json::{self, ToTree};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of a value's canonical JSON (RFC 8785), as `sha256:` and 64 lower-case hexadecimal digits.
#[must_use]
pub fn of_json(value: &dyn ToTree) -> String {
    of_bytes(json::canonical(value).as_bytes())
}

/// The SHA-256 of raw bytes, in the same notation as [`of_json`].
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::from("sha256:"), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The first sixteen digits in groups of four, to be read aloud and compared by eye: `3f9a 0c21 …`.
#[must_use]
pub fn fingerprint(digest: &str) -> String {
    let hex = digest.strip_prefix("sha256:").unwrap_or(digest);
    hex.as_bytes()
        .chunks(4)
        .take(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Sixteen decimal digits in groups of four, to be read aloud over a table or a telephone: `4821 0937 5512 0066`.
/// Decimal, because a person of 85 says digits more surely than letters; about 53 bits.
#[must_use]
pub fn spoken(digest: &str) -> String {
    let hex = digest.strip_prefix("sha256:").unwrap_or(digest);
    let number = hex.get(..16).and_then(|head| u64::from_str_radix(head, 16).ok()).unwrap_or(0);
    let digits = format!("{:016}", number % 10_000_000_000_000_000);
    [0, 4, 8, 12].map(|at| &digits[at..at + 4]).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn key_order_does_not_change_the_digest() {
        let one = of_json(&json!({"b": 1, "a": "名"}));
        let two = of_json(&json!({"a": "名", "b": 1}));
        assert_eq!(one, two);
    }

    #[test]
    fn the_digest_is_plain_sha256() {
        assert_eq!(
            of_bytes(b"abc"),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(fingerprint(&of_bytes(b"abc")), "ba78 16bf 8f01 cfea");
        // 0xba7816bf8f01cfea = 13436514500253700074
        assert_eq!(spoken(&of_bytes(b"abc")), "6514 5002 5370 0074");
        assert_eq!((spoken("sha256:0"), spoken("")), (spoken("no digest"), "0000 0000 0000 0000".to_owned()));
    }
}
