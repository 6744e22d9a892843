//! Finding the words that call for a second thought in what somebody typed.
//!
//! Only finding: whether the words stay is decided by the person who typed them. Katakana and hiragana are not made the
//! same: がん and ガン mean the same illness, but でも and デモ, or がん inside ながんで, do not.

use super::{Gentle, Law};

/// Katakana of half width, from U+FF66 on, at full width.
const FULL: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

impl Law {
    /// As [`Gentle::found`], in the words of this law.
    #[must_use]
    pub fn gentle(&self, text: &str) -> Vec<&Gentle> {
        Gentle::found(&self.gentle, text)
    }
}

impl Gentle {
    /// The kinds of words in a text that call for the question whether they have to stand there, in the order of the
    /// data, each once (002 §9, B2-4). Width, capitals and spaces make no difference.
    #[must_use]
    pub fn found<'k>(kinds: &'k [Self], text: &str) -> Vec<&'k Self> {
        let text = folded(text);
        if text.is_empty() {
            return Vec::new();
        }
        kinds.iter().filter(|kind| kind.is_in(&text)).collect()
    }

    /// Whether one of the words stands in a folded text outside every exception.
    fn is_in(&self, text: &str) -> bool {
        let mut hidden: Vec<(usize, usize)> = Vec::new();
        for exception in &self.exceptions {
            let exception = folded(exception);
            hidden.extend(text.match_indices(&exception).map(|(at, found)| (at, at + found.len())));
        }
        // A word that only reaches into an exception is hidden by it as well: it is the longer word that was meant.
        let seen = |start: usize, end: usize| !hidden.iter().any(|(from, to)| start < *to && *from < end);
        self.words.iter().any(|word| {
            let word = folded(word);
            text.match_indices(&word).any(|(at, _)| seen(at, at + word.len()))
        })
    }
}

/// The text as it is compared: one width, small letters, no spaces.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '！'..='～' => {
                // The full-width forms stand 0xFEE0 above the plain ones.
                let plain = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
                out.push(plain.to_ascii_lowercase());
            }
            '\u{FF66}'..='\u{FF9D}' => {
                let at = usize::try_from(u32::from(c) - 0xFF66).unwrap_or_default();
                out.push(FULL.chars().nth(at).unwrap_or(c));
            }
            'ﾞ' | 'ﾟ' => voice(&mut out, if c == 'ﾞ' { 1 } else { 2 }),
            _ => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

/// Puts a mark of half width (゛ one step, ゜ two) onto the last letter, where it can stand.
fn voice(out: &mut String, steps: u32) {
    const VOICED: &str = "カキクケコサシスセソタチツテトハヒフヘホ";
    let Some(last) = out.chars().next_back() else { return };
    let marked = match last {
        'ウ' if steps == 1 => Some('ヴ'),
        'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ' => char::from_u32(u32::from(last) + steps),
        _ if steps == 1 && VOICED.contains(last) => char::from_u32(u32::from(last) + 1),
        _ => None,
    };
    if let Some(marked) = marked {
        out.pop();
        out.push(marked);
    }
}
