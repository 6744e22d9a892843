//! The rules of requirements.md C-1 that a program can measure. Each returns what breaks it, so that a failing test
//! shows the sentence.

use nattoku::domain::text::{
    Piece, base_text, has_bare_kanji, is_kanji, parse, spoken_text, strip_word_spacing,
};

/// The longest easy sentence, in mora (YN-01).
pub const MAX_MORA: usize = 48;
/// The longest plain sentence, in characters.
pub const MAX_PLAIN_CHARS: usize = 50;

/// Words in katakana an easy text may use (YN-08): the list of requirements.md, and what the items are about.
const KNOWN_KATAKANA: [&str; 10] = [
    "ケアマネジャー",
    "パソコン",
    "パスワード",
    "ノート",
    "コピー",
    "インターネット",
    "センター",
    "サロン",
    "タブレット",
    "ページ",
];

/// Sentences as they are spoken or seen: split after 。, marks of lists dropped.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('。').map(|s| s.trim_matches(['」', '』', ' '])).filter(|s| !s.is_empty())
}

/// Mora of a text in kana: small ゃゅょぁぃぅぇぉ count nothing, っ ー ん count one. A digit or a Latin letter is read
/// with two (いち, エス).
pub fn mora(spoken: &str) -> usize {
    spoken
        .chars()
        .map(|c| match c {
            'ゃ' | 'ゅ' | 'ょ' | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => 0,
            'ャ' | 'ュ' | 'ョ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' => 0,
            'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' => 1,
            c if c.is_ascii_alphanumeric() => 2,
            c if is_kanji(c) => panic!("a kanji is spoken: {spoken}"),
            _ => 0,
        })
        .sum()
}

/// YN-06, YN-14, YN-18: what must not stand in either register. Given without ruby and without word spacing.
fn common(seen: &str) -> Vec<String> {
    let mut found = Vec::new();
    let double_negatives = [
        "ないわけでは",
        "ないことはない",
        "ないことはあり",
        "なくはない",
        "なくはあり",
        "ないとは限",
        "ないとはかぎ",
        "ざるを得",
        "ざるをえ",
        "なければなら",
        "なければいけ",
    ];
    found.extend(double_negatives.iter().filter(|w| seen.contains(**w)).map(|w| format!("YN-06 {w}")));
    found
        .extend(["令和", "平成", "昭和"].iter().filter(|w| seen.contains(**w)).map(|w| format!("YN-14 {w}")));
    let chars: Vec<char> = seen.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    for (at, c) in chars.iter().enumerate() {
        let between_digits = at > 0 && digit(at - 1) && digit(at + 1);
        if between_digits && matches!(c, '/' | ':' | '：' | '／') {
            found.push(format!("YN-14 {c}"));
        }
        // 2026-11-20, but not a telephone number.
        if *c == '-' && at >= 4 && (at - 4..at).all(digit) && chars[at + 1..].contains(&'-') && digit(at + 1)
        {
            found.push("YN-14 -".into());
        }
        if *c == '条' && at > 0 && (digit(at - 1) || "一二三四五六七八九十百〇".contains(chars[at - 1]))
        {
            found.push("an article number".into());
        }
    }
    if seen.contains("法第") || seen.contains("個人情報保護法") {
        found.push("YN-18 a law by its name".into());
    }
    found
}

/// Everything the easy register does wrong in one line of notation.
pub fn easy(notation: &str) -> Vec<String> {
    let pieces = parse(notation).expect(notation);
    let mut found = Vec::new();
    if has_bare_kanji(&pieces) {
        found.push("YN-04 a kanji without a reading".into());
        return found;
    }
    let seen = strip_word_spacing(&base_text(&pieces));
    let spoken = spoken_text(&pieces);
    found.extend(common(&seen));
    found.extend(common(&spoken));
    for sentence in sentences(&spoken) {
        if mora(sentence) > MAX_MORA {
            found.push(format!("YN-01 {} mora: {sentence}", mora(sentence)));
        }
        if sentence.matches('、').count() > 2 {
            found.push(format!("YN-02 more than two 、: {sentence}"));
        }
    }
    for word in seen.split(|c: char| !matches!(c, 'ァ'..='ヶ' | 'ー')).filter(|w| w.chars().count() > 1) {
        if !KNOWN_KATAKANA.contains(&word) {
            found.push(format!("YN-08 {word}"));
        }
    }
    for piece in &pieces {
        if let Piece::Ruby { base, reading } = piece
            && (!base.contains(is_kanji) || reading.chars().any(|c| is_kanji(c) || c == ' '))
        {
            found.push(format!("ruby where none belongs: {base}|{reading}"));
        }
    }
    found
}

/// Everything the plain register does wrong in one line of notation.
pub fn plain(notation: &str) -> Vec<String> {
    let seen = base_text(&parse(notation).expect(notation));
    let mut found = common(&seen);
    for sentence in sentences(&seen) {
        let length = sentence.chars().count();
        if length > MAX_PLAIN_CHARS {
            found.push(format!("{length} characters: {sentence}"));
        }
        if sentence.matches('、').count() > 3 {
            found.push(format!("more than three 、: {sentence}"));
        }
    }
    found
}

#[test]
fn the_lint_can_fail() {
    for (line, rule) in [
        ("{話|はな}さなければ ならない", "YN-06"),
        ("{令和|れいわ}8{年|ねん}", "YN-14"),
        ("2026/11/20に", "YN-14"),
        ("2026-11-20に", "YN-14"),
        ("10:30に", "YN-14"),
        ("{個人|こじん}{情報|じょうほう}{保護法|ほごほう}", "YN-18"),
        ("{第|だい}27{条|じょう}", "an article number"),
        ("漢{字|じ}", "YN-04"),
        ("コンプライアンスを まもります", "YN-08"),
        ("あ、い、う、え", "YN-02"),
        ("{かな|かな}", "ruby where none belongs"),
    ] {
        assert!(easy(line).iter().any(|found| found.starts_with(rule)), "{line}: {:?}", easy(line));
    }
    assert!(easy(&"あ".repeat(MAX_MORA)).is_empty() && !easy(&"あ".repeat(MAX_MORA + 1)).is_empty());
    assert!(plain(&"あ".repeat(MAX_PLAIN_CHARS)).is_empty() && !plain(&"あ".repeat(51)).is_empty());
    assert!(!plain("あ、い、う、え、お").is_empty());
    assert!(easy("{電話|でんわ} 000-000-0000").is_empty());
    assert_eq!(mora("きょうは、がっこーで"), 8);
}
