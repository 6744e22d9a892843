//! What a portal's developer reads and copies: the policy of `docs/embed.html` lets through what stands in that page and
//! nothing else, and the README gives the colours that are.

use crate::architecture::sources;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What a policy says of an inline block: `'sha256-…'` of its exact text.
fn allowance(block: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(block.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    let letter = |n: u32| {
        char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[n as usize & 63])
    };
    let three = |part: &[u8]| {
        let bits = part.iter().enumerate().fold(0, |bits, (n, byte)| bits | u32::from(*byte) << (16 - 8 * n));
        let letters = [18, 12, 6, 0].map(|by| letter(bits >> by));
        (0..4).map(|n| if n <= part.len() { letters[n] } else { '=' }).collect::<String>()
    };
    bytes.chunks(3).map(three).collect()
}

/// The inline blocks of a page: what stands between an opening tag without an address and its end.
fn inline<'p>(page: &'p str, tag: &str) -> Vec<&'p str> {
    let open = format!("<{tag}");
    let pieces = page.split(&open).skip(1);
    let pieces = pieces.filter_map(|piece| piece.split_once('>'));
    let pieces = pieces.filter(|(attributes, _)| !attributes.contains("src="));
    pieces.map(|(_, rest)| rest.split_once(&format!("</{tag}>")).expect("an end").0).collect()
}

/// The sources of one directive that name a text by its digest.
fn digests<'p>(policy: &'p str, directive: &str) -> BTreeSet<&'p str> {
    let line = policy.split(';').map(str::trim).find(|line| line.starts_with(directive)).expect(directive);
    line.split_whitespace().filter(|source| source.starts_with("'sha256-")).collect()
}

#[test]
fn the_policy_of_the_page_to_try_lets_its_own_blocks_through() {
    let page = sources("docs/embed.html").remove(0).text;
    let policy = page.split_once("content=\"default-src").and_then(|(_, rest)| rest.split_once('"'));
    let policy = policy.expect("a policy in the page").0;
    for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
        let blocks = inline(&page, tag);
        assert_eq!(blocks.len(), 1, "{tag}");
        let wanted: Vec<String> = blocks.into_iter().map(allowance).collect();
        assert_eq!(digests(policy, directive), wanted.iter().map(String::as_str).collect(), "{tag}");
    }
}

#[test]
fn the_readme_gives_the_default_of_every_colour() {
    let css = sources("styles/tokens.css").remove(0).text;
    let readme = sources("README.md").remove(0).text;
    let mut wrong = Vec::new();
    let set: Vec<(&str, &str)> = css
        .split("var(--nattoku-")
        .skip(1)
        .filter_map(|piece| piece.split_once(", #"))
        .map(|(name, rest)| (name, rest.split(')').next().unwrap_or_default()))
        .filter(|(name, _)| !name.contains(')'))
        .collect();
    assert!(set.len() > 10, "{set:?}");
    for (name, value) in set {
        // A row has as many names as values, in the same order.
        let row = readme.lines().find(|line| line.contains(&format!("`--nattoku-{name}`")));
        let cells: Vec<&str> = row.unwrap_or_default().split('|').collect();
        let of = |cell: usize| cells.get(cell).copied().unwrap_or_default().split(", ").map(|one| one.trim());
        let said = of(1).zip(of(2)).find(|(told, _)| *told == format!("`--nattoku-{name}`"));
        if said.is_none_or(|(_, told)| told != format!("`#{value}`")) {
            wrong.push(format!("--nattoku-{name}: #{value}"));
        }
    }
    assert!(wrong.is_empty(), "the README has another default for\n{}", wrong.join("\n"));
}

#[test]
fn digests_are_written_as_a_policy_wants_them() {
    // The examples of RFC 4648 and of CSP Level 3.
    for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
        assert_eq!(base64(bytes.as_bytes()), text);
    }
    assert_eq!(allowance("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    assert_eq!(
        inline("<style>a</style><script src=\"x\"></script><script type=\"module\">b</script>", "script"),
        ["b"]
    );
}
