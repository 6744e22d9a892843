//! Turning what a volunteer typed (a value and its reading in kana) into notation that cannot break a notice.
//!
//! Everything typed by hand passes [`neutralise`] before it meets the notation; nothing here trusts its input.

use super::{Piece, is_kanji, render};

/// Makes typed text harmless inside the notation: [`tidy`], and `{`, `}` and `|` become their full-width twins ｛｝｜.
#[must_use]
pub fn neutralise(typed: &str) -> String {
    tidy(typed).replace('{', "｛").replace('}', "｝").replace('|', "｜")
}

/// Removes from typed text what hides or reorders it: line breaks and tabs become one space, control characters,
/// the Unicode bidirectional controls and zero-width spaces are dropped, outer spaces are trimmed. Variation
/// selectors and emoji joiners stay: 葛󠄀 is a name. The notation is left as it is.
#[must_use]
pub fn tidy(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            ' ' | '\n' | '\r' | '\t' | '\u{A0}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{061C}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => {}
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out.trim().to_owned()
}

/// Puts a typed reading over a typed value: 「山田 花子」 with 「やまだ はなこ」 gives `{山田|やまだ} {花子|はなこ}`.
///
/// Both are split at 、 , ・ and brackets, and what stands between these at spaces; where the marks do not agree, at
/// all of them at once. Parts are paired when there are as many readings as parts, or as many readings as parts with
/// kanji; otherwise the reading is laid over the whole value. Inside a part, kana and digits that stand in both
/// (見本サロン / みほんさろん) stay free of ruby. A value without kanji, or an empty reading, comes back as it is. The
/// result always parses and never holds a placeholder.
#[must_use]
pub fn compose_ruby(value: &str, reading: &str) -> String {
    let value = neutralise(value);
    let reading = neutralise(reading);
    if !value.contains(is_kanji) || reading.chars().all(is_separator) {
        return value;
    }
    let mut out = Vec::new();
    if !pair(&value, &reading, is_mark, align_words, &mut out)
        && !pair(&value, &reading, is_separator, align, &mut out)
    {
        align(&value, &reading, &mut out);
    }
    render(&out)
}

/// How a reading is laid over one part of a value.
type Lay = fn(&str, &str, &mut Vec<Piece>);

/// Lays each part of a reading over its part of the value, when it is clear which belongs to which; else nothing
/// happens.
fn pair(value: &str, reading: &str, is_break: fn(char) -> bool, lay: Lay, out: &mut Vec<Piece>) -> bool {
    let parts = split_keeping(value, is_break);
    let mut readings = reading.split(is_break).filter(|part| !part.chars().all(is_separator));
    let count = readings.clone().count();
    let is_part = |part: &&&str| !part.starts_with(is_break);
    let has_kanji = |part: &&&str| part.contains(is_kanji);
    let by_part = parts.iter().filter(is_part).count() == count;
    if !by_part && parts.iter().filter(has_kanji).count() != count {
        return false;
    }
    for part in &parts {
        let takes = if by_part { is_part(&part) } else { has_kanji(&part) };
        match takes.then(|| readings.next()).flatten() {
            Some(reading) => lay(part, reading, out),
            None => push_plain(out, part),
        }
    }
    true
}

/// Lays a reading over words with spaces between them: word by word, or over all of them.
fn align_words(words: &str, reading: &str, out: &mut Vec<Piece>) {
    if !pair(words, reading, is_space, align, out) {
        align(words, reading, out);
    }
}

/// Where a volunteer puts a break between two words, in a value or in its reading.
const fn is_separator(c: char) -> bool {
    is_space(c) || is_mark(c)
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '　')
}

/// What parts one of several names or duties from the next, more than a space does.
const fn is_mark(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '・' | '(' | ')' | '（' | '）' | '/' | '／' | ':' | '：')
}

/// Parts and the breaks between them, nothing lost: their concatenation is the input.
fn split_keeping(text: &str, is_break: fn(char) -> bool) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut before: Option<bool> = None;
    for (at, c) in text.char_indices() {
        let now = is_break(c);
        if before.is_some_and(|b| b != now) {
            out.push(&text[start..at]);
            start = at;
        }
        before = Some(now);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// Lays a reading over a word: kana and digits that the reading repeats anchor it, the kanji between them get what is
/// left. Ambiguous or not matching: one ruby over the whole word.
fn align(word: &str, reading: &str, out: &mut Vec<Piece>) {
    if !word.contains(is_kanji) {
        return push_plain(out, word);
    }
    let runs = runs(word);
    let heard: Vec<char> = reading.chars().filter(|c| !is_separator(*c)).collect();
    let Some(cuts) = only_way(&runs, &heard) else {
        out.push(Piece::Ruby { base: word.to_owned(), reading: reading.trim().to_owned() });
        return;
    };
    for ((run, is_base), cut) in runs.into_iter().zip(cuts) {
        if is_base {
            out.push(Piece::Ruby { base: run.to_owned(), reading: heard[cut].iter().collect() });
        } else {
            push_plain(out, run);
        }
    }
}

/// Runs of kanji (with their variation selectors) and runs of everything else.
fn runs(word: &str) -> Vec<(&str, bool)> {
    let mut out: Vec<(&str, bool)> = Vec::new();
    let mut start = 0;
    let mut current: Option<bool> = None;
    for (at, c) in word.char_indices() {
        let selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
        let now = if selector { current.unwrap_or(false) } else { is_kanji(c) };
        if let Some(was) = current.filter(|was| *was != now) {
            out.push((&word[start..at], was));
            start = at;
        }
        current = Some(now);
    }
    if let Some(last) = current {
        out.push((&word[start..], last));
    }
    out
}

/// The part of the reading each run takes, when there is exactly one way to cut it.
fn only_way(runs: &[(&str, bool)], heard: &[char]) -> Option<Vec<core::ops::Range<usize>>> {
    let folded: Vec<char> = heard.iter().map(|c| fold(*c)).collect();
    let literals: Vec<Vec<char>> =
        runs.iter().map(|(run, _)| run.chars().filter(|c| !is_separator(*c)).map(fold).collect()).collect();
    // ways[i][j]: how many ways runs[i..] fit heard[j..], counted no further than 2.
    let mut ways = vec![vec![0_u8; heard.len() + 1]; runs.len() + 1];
    ways[runs.len()][heard.len()] = 1;
    for i in (0..runs.len()).rev() {
        // For a run of kanji: the ways of every later start, summed from the right.
        let mut later = 0_u8;
        for j in (0..=heard.len()).rev() {
            if runs[i].1 {
                ways[i][j] = later;
                later = later.saturating_add(ways[i + 1][j]).min(2);
            } else if folded[j..].starts_with(&literals[i]) {
                ways[i][j] = ways[i + 1][j + literals[i].len()];
            }
        }
    }
    if ways[0][0] != 1 {
        return None;
    }
    let mut from = 0;
    let mut cuts = Vec::with_capacity(runs.len());
    for i in 0..runs.len() {
        let to = if runs[i].1 {
            (from + 1..=heard.len()).find(|j| ways[i + 1][*j] == 1)?
        } else {
            from + literals[i].len()
        };
        cuts.push(from..to);
        from = to;
    }
    Some(cuts)
}

/// Katakana to hiragana, full-width letters and digits to half-width, capitals to small: サロン matches さろん.
fn fold(c: char) -> char {
    let narrow = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{30A1}'..='\u{30F6}' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        other => other,
    };
    narrow.to_ascii_lowercase()
}

fn push_plain(out: &mut Vec<Piece>, text: &str) {
    if let Some(Piece::Plain(last)) = out.last_mut() {
        last.push_str(text);
    } else if !text.is_empty() {
        out.push(Piece::Plain(text.to_owned()));
    }
}
