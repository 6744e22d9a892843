//! ○, △ and ×: three words for how things are, and every way people write them. No numbers hang on them.

use crate::domain::json::{FromTree, Node, Refused, ToTree};

/// A mark on one item. No mark is the absence of this value, never a fourth one.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// ○ できている.
    Done,
    /// △ やろうとしている.
    Trying,
    /// × できていない.
    NotYet,
}

impl Mark {
    /// All marks in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Done, Self::Trying, Self::NotYet];

    /// The value written to JSON.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Trying => "trying",
            Self::NotYet => "not_yet",
        }
    }

    /// The symbol for text (screens draw shapes instead): U+25CB, U+25B3, U+00D7.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Done => "○",
            Self::Trying => "△",
            Self::NotYet => "×",
        }
    }

    /// Reads a mark as people write it: the source's own 〇 is U+3007, the number zero (A-0, 0-16), input methods
    /// offer a dozen more. Spaces and emoji variation selectors are ignored; anything else is `None`, because a guess
    /// here would be an answer nobody gave. まだ alone is `None` too: it may mean × or "not marked".
    #[must_use]
    pub fn from_symbol(written: &str) -> Option<Self> {
        let bare: String =
            written.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{FE0E}' | '\u{FE0F}')).collect();
        match bare.as_str() {
            // U+3007, U+25CB, U+25EF, U+2B55, U+FFEE
            "〇" | "○" | "◯" | "⭕" | "￮" | "まる" | "マル" | "丸" | "できている" | "できています"
            | "done" => Some(Self::Done),
            "△"
            | "▲"
            | "さんかく"
            | "サンカク"
            | "三角"
            | "やろうとしている"
            | "やろうとしています"
            | "これからします"
            | "trying" => Some(Self::Trying),
            // U+00D7, U+2715, U+2716, U+2717, U+2718, U+274C, Latin and fullwidth x
            "×"
            | "✕"
            | "✖"
            | "✗"
            | "✘"
            | "❌"
            | "x"
            | "X"
            | "ｘ"
            | "Ｘ"
            | "ばつ"
            | "バツ"
            | "できていない"
            | "できていません"
            | "まだです"
            | "not_yet"
            | "notYet" => Some(Self::NotYet),
            _ => None,
        }
    }

    /// For `#[serde(deserialize_with)]`: the JSON value, or any form [`Mark::from_symbol`] reads.
    ///
    /// # Errors
    /// When it is neither; the message quotes what was found.
    pub fn lenient(node: &Node<'_>) -> Result<Self, Refused> {
        let written = node.text("a string")?;
        Self::from_symbol(written).ok_or_else(|| {
            node.refuse(&format_args!("`{written}` is not a mark: write done, trying or not_yet"))
        })
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_mark_is_read() {
        for written in
            ["\u{3007}", "\u{25CB}", "\u{25EF}", "\u{2B55}\u{FE0F}", " ○　", "できて います", "done"]
        {
            assert_eq!(Mark::from_symbol(written), Some(Mark::Done), "{written}");
        }
        for written in ["\u{25B3}", "\u{25B2}", "やろうとしている", "これから します", "trying"]
        {
            assert_eq!(Mark::from_symbol(written), Some(Mark::Trying), "{written}");
        }
        for written in [
            "\u{D7}",
            "\u{2715}",
            "\u{2716}\u{FE0F}",
            "\u{2717}",
            "x",
            "X",
            "ｘ",
            "Ｘ",
            "できていない",
            "まだです",
        ] {
            assert_eq!(Mark::from_symbol(written), Some(Mark::NotYet), "{written}");
        }
    }

    #[test]
    fn what_is_not_a_mark_stays_unread() {
        for written in ["", " ", "0", "O", "◎", "まだ", "○△", "-", "はい", "yes", "□"] {
            assert_eq!(Mark::from_symbol(written), None, "{written}");
        }
    }

    #[test]
    fn a_mark_reads_back_from_its_own_value_and_symbol() {
        for mark in Mark::ALL {
            assert_eq!(Mark::from_symbol(mark.symbol()), Some(mark));
            assert_eq!(Mark::from_symbol(mark.value()), Some(mark));
            assert_eq!(mark.to_tree(), mark.value());
        }
    }
}
