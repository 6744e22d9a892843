//! Measuring text against C-1: ruby, mora, sentences. Independent of the parser in the house, so that both are checked.

pub(super) fn is_kanji(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c) || c == '々'
}

/// Splits easy text into (base, reading) pairs and plain runs, and keeps what `pick` chooses of each.
pub(super) fn ruby(text: &str, pick: impl Fn(&str, &str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('{') {
        let (inside, after) = tail.split_once('}').expect("ruby is closed");
        let (base, reading) = inside.split_once('|').expect("ruby has a reading");
        assert!(!base.is_empty() && !reading.is_empty(), "{text}");
        out += before;
        out += &pick(base, reading);
        rest = after;
    }
    assert!(!rest.contains(['}', '|']), "{text}");
    out + rest
}

pub(super) fn outside_ruby(text: &str) -> String {
    ruby(text, |_, _| String::new())
}

pub(super) fn kanji_only(text: &str) -> String {
    ruby(text, |base, _| base.to_owned())
}

pub(super) fn kana(text: &str) -> String {
    ruby(text, |_, reading| reading.to_owned())
}

pub(super) fn bases(text: &str) -> Vec<String> {
    let marked = ruby(text, |base, _| format!("{{{base}}}"));
    marked.split('{').skip(1).filter_map(|tail| Some(tail.split_once('}')?.0.to_owned())).collect()
}

pub(super) fn sentences(text: &str) -> Vec<String> {
    text.split('。')
        .map(|sentence| sentence.trim().to_owned())
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

/// YN-01: small ゃゅょぁぃぅぇぉ count nothing, っ ー ん count one; a Latin letter or digit counts two when spoken.
pub(super) fn mora(kana: &str) -> usize {
    kana.chars()
        .map(|c| match c {
            'ゃ' | 'ゅ' | 'ょ' | 'ぁ'..='ぉ' if "ぁぃぅぇぉゃゅょ".contains(c) => 0,
            'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ' => 0,
            'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' => 1,
            c if c.is_ascii_alphanumeric() => 2,
            _ => 0,
        })
        .sum()
}

/// YN-06.
pub(super) fn double_negative(text: &str) -> bool {
    [
        "ないわけでは",
        "ないことはない",
        "ないことはあり",
        "なくはない",
        "ないとは限",
        "ざるを得",
        "なければなら",
        "なければいけ",
    ]
    .iter()
    .any(|form| text.contains(form))
}
