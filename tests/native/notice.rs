//! The notice: what a sound one is, how it is filled, and that the built-in ones keep the rules of plain Japanese.

mod builtin;
mod care_provider;
mod child_disability;
mod completeness;
mod fill;
pub mod lint;
mod neighbourhood_watch;
mod preset;
mod preview;
mod refuse;

use nattoku::domain::notice::{LineKind, Version, line_kind};

#[test]
fn a_line_is_a_paragraph_a_bullet_or_a_number() {
    use LineKind::{Bullet, Numbered, Paragraph};
    assert_eq!(line_kind("・お名前"), Bullet("お名前"));
    assert_eq!(line_kind("1 連絡"), Numbered(1, "連絡"));
    assert_eq!(line_kind("12 {連絡|れんらく} です"), Numbered(12, "{連絡|れんらく} です"));
    for line in ["1つずつ 選んで", "はい 1 いいえ", "", " 1 a", "99999999999999999999 多い", "1", "２ 全角"]
    {
        assert_eq!(line_kind(line), Paragraph(line));
    }
}

#[test]
fn a_version_is_two_numbers() {
    let version: Version = serde_json::from_str("\"1.10\"").unwrap();
    assert_eq!((version.major, version.minor), (1, 10));
    assert_eq!(serde_json::to_string(&version).unwrap(), "\"1.10\"");
    assert!("1.9".parse::<Version>().unwrap() < version && version < "2.0".parse().unwrap());
    for wrong in ["", "1", "1.", ".1", "1.0.0", "01.0", "1.00", "1.x", "-1.0", "+1.0", "1.9999999999", "１.0"]
    {
        assert!(wrong.parse::<Version>().is_err(), "{wrong}");
    }
}
