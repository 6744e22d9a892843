//! Stamps the service worker with what it has to store: each file's digest, and the digest of them all as the
//! version of the store. Pure, no files touched.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::glue::replace_line;

/// A file of `dist/`: its name and what is in it.
pub type Named = (String, Vec<u8>);

/// Fills in the two constants of `page/sw.js`.
///
/// `home` is the page itself, which the worker stores under the folder's address; it counts for the version and
/// is not listed. The version is 16 characters of the SHA-256 over the worker and every file.
///
/// # Errors
/// One of the two lines is not in the worker exactly once.
pub fn stamp(worker: &str, home: &[u8], files: &[&Named]) -> Result<String, String> {
    let mut all = Sha256::new();
    all.update(digest(worker.as_bytes()));
    all.update(digest(home));
    let mut list = String::from("const FILES = {\n");
    for (name, bytes) in files {
        let sum = digest(bytes);
        all.update(name.as_bytes());
        all.update(sum);
        list.push_str(&format!("  {name:?}: \"sha256-{}\",\n", STANDARD.encode(sum)));
    }
    list.push_str("};");
    let version = &URL_SAFE_NO_PAD.encode(all.finalize())[..16];
    let worker = replace_line(worker, "const FILES = {};", &list)?;
    replace_line(&worker, "const VERSION = \"unstamped\";", &format!("const VERSION = \"{version}\";"))
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const VERSION = \"unstamped\";\nconst FILES = {};\ninstall();\n";

    fn version(worker: &str) -> String {
        worker.lines().find(|l| l.starts_with("const VERSION")).unwrap().to_owned()
    }

    #[test]
    fn each_file_is_listed_with_the_digest_a_browser_checks() {
        let file = ("boot.js".to_owned(), b"abc".to_vec());
        let stamped = stamp(WORKER, b"<html>", &[&file]).unwrap();
        // The SHA-256 of "abc" (FIPS 180-2, B.1) in base64.
        assert!(
            stamped
                .contains("\n  \"boot.js\": \"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\",\n};\n")
        );
        assert!(!stamped.contains("unstamped") && stamped.ends_with("install();\n"), "{stamped}");
    }

    #[test]
    fn the_version_changes_with_the_page_a_file_its_name_and_the_worker_and_with_nothing_else() {
        let (a, b) = (("a".to_owned(), vec![1]), ("a".to_owned(), vec![2]));
        let renamed = ("b".to_owned(), vec![1]);
        let original = version(&stamp(WORKER, b"home", &[&a]).unwrap());
        assert_eq!(version(&stamp(WORKER, b"home", &[&a]).unwrap()), original);
        let other_worker = WORKER.replace("install", "reinstall");
        for changed in [
            stamp(WORKER, b"house", &[&a]),
            stamp(WORKER, b"home", &[&b]),
            stamp(WORKER, b"home", &[&renamed]),
            stamp(&other_worker, b"home", &[&a]),
        ] {
            assert_ne!(version(&changed.unwrap()), original);
        }
    }

    #[test]
    fn a_worker_without_its_marks_is_refused() {
        let error = stamp("const VERSION = 1;\nconst FILES = {};\n", b"", &[]).unwrap_err();
        assert!(error.contains("VERSION"), "{error}");
        assert!(stamp("const VERSION = \"unstamped\";\n", b"", &[]).unwrap_err().contains("FILES"));
    }

    #[test]
    fn the_worker_of_this_repository_can_be_stamped() {
        stamp(include_str!("../../page/sw.js"), b"", &[]).unwrap();
    }
}
