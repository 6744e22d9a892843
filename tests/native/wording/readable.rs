//! The words are readable by the people they are for: short, with a reading where one is needed, and in no jargon.

use super::{none, rows, sources};
use nattoku::domain::text::{
    bare_kanji_column, base_text, is_kanji, parse, placeholders, spoken_text, strip_word_spacing,
};
use serde_json::Value;

/// The longest easy sentence of the interface, in mora; C-1 YN-01 allows 48 and warns above 36.
const MAX_MORA: usize = 36;
/// The longest plain sentence, in characters (C-1).
const MAX_PLAIN: usize = 50;

/// Sentences as they are seen or spoken.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('。').map(|s| s.trim_matches(['」', ' '])).filter(|s| !s.is_empty())
}

/// YN-01: small ゃゅょぁぃぅぇぉ count nothing, っ ー ん count one; a digit or a letter is read with two.
fn mora(spoken: &str) -> usize {
    let count = |c: char| match c {
        'ゃ' | 'ゅ' | 'ょ' | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ャ' | 'ュ' | 'ョ' | 'ァ' | 'ィ' | 'ゥ'
        | 'ェ' | 'ォ' => 0,
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' => 1,
        // ○ まる, △ さんかく, × ばつ: with the longest of them.
        '○' | '△' | '×' => 4,
        c if c.is_ascii_alphanumeric() => 2,
        _ => 0,
    };
    spoken.chars().map(count).sum()
}

/// A phrase with its gaps filled as on a busy day: two digits, and the longest answer.
fn filled(text: &str) -> String {
    let names = placeholders(&parse(text).expect("notation")).map(str::to_owned).collect::<Vec<_>>();
    names.iter().fold(text.to_owned(), |text, name| {
        let value =
            if name == "answer" { "{毎回|まいかい} {聞|き}いて ください" } else { "12" };
        text.replace(&format!("{{{{{name}}}}}"), value)
    })
}

/// What is wrong in either register.
fn both(seen: &str) -> Vec<String> {
    let banned =
        ["OK", "ＯＫ", "送信", "キャンセル", "クリック", "タップ", "エラー", "個人情報保護法", "法第"];
    let negative =
        ["ないわけでは", "ないことは", "なくはない", "ざるを得", "ざるをえ", "なければな", "なければいけ"];
    let mut found: Vec<String> = banned
        .iter()
        .chain(&negative)
        .filter(|word| seen.contains(**word))
        .map(|word| (*word).to_owned())
        .collect();
    if names_an_article(seen) {
        found.push("an article number".into());
    }
    found
}

/// Whether a text sends its reader to a law: 第27条, 三項, 法第…, Article 27.
fn names_an_article(seen: &str) -> bool {
    let chars: Vec<char> = seen.chars().filter(|c| !c.is_whitespace()).collect();
    let number = |c: char| c.is_numeric() || "一二三四五六七八九十百〇".contains(c);
    let by_number = chars.windows(2).any(|pair| number(pair[0]) && "条項号".contains(pair[1]));
    let english = seen.to_lowercase();
    let mut articles = english.split("article ").skip(1);
    by_number || seen.contains("法第") || articles.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Every text of a data file, with where it stands, as it is seen.
fn texts(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(k, field)| texts(field, &format!("{place}.{k}"), found))
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(n, one)| texts(one, &format!("{place}[{n}]"), found))
        }
        Value::String(text) => {
            let seen = parse(text).map_or_else(|_| text.clone(), |pieces| base_text(&pieces));
            found.push((place.to_owned(), seen));
        }
        _ => {}
    }
}

#[test]
fn no_data_file_sends_its_reader_to_a_law() {
    let files = sources("src/presets").into_iter().filter(|file| file.path.ends_with(".json"));
    let mut seen = Vec::new();
    for file in files {
        let value = serde_json::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        texts(&value, &file.path, &mut seen);
    }
    for part in ["checklists/", "notices/", "legal.json", "gentle.json"] {
        let there = seen.iter().filter(|(place, _)| place.contains(part)).count();
        assert!(there > 50, "{part}: only {there} texts were found");
    }
    let named = seen.iter().filter(|(_, text)| names_an_article(text));
    none(&named.map(|(place, text)| format!("{place}: {text}")).collect::<Vec<_>>());
}

#[test]
fn the_easy_register_can_be_read_by_everyone() {
    let mut found = Vec::new();
    let mut longest = 0;
    for row in rows() {
        let pieces = parse(&filled(&row.easy)).unwrap_or_else(|error| panic!("{}: {error}", row.key));
        if let Some(column) = bare_kanji_column(&pieces) {
            found.push(format!("{}: a kanji without a reading at {column}", row.key));
        }
        let spoken = spoken_text(&pieces);
        for sentence in sentences(&spoken) {
            longest = longest.max(mora(sentence));
            if mora(sentence) > MAX_MORA {
                found.push(format!("{}: {} mora: {sentence}", row.key, mora(sentence)));
            }
            if sentence.matches('、').count() > 2 {
                found.push(format!("{}: more than two 、", row.key));
            }
        }
        let seen = strip_word_spacing(&base_text(&pieces));
        found.extend(both(&seen).into_iter().map(|what| format!("{}: {what}", row.key)));
        // YN-11: polite, not honorific.
        let honorific = ["いたします", "申し上げ", "ございます", "いただ", "になります"];
        let honorific =
            honorific.iter().filter(|word| seen.replace("ありがとうございます", "").contains(**word));
        found.extend(honorific.map(|word| format!("{}: {word}", row.key)));
    }
    none(&found);
    assert!(longest > 20, "the longest easy sentence has {longest} mora: nothing was measured");
}

#[test]
fn the_plain_register_is_short_and_says_what_happens() {
    let mut found = Vec::new();
    for row in rows() {
        let seen =
            base_text(&parse(&filled(&row.plain)).unwrap_or_else(|error| panic!("{}: {error}", row.key)));
        for sentence in sentences(&seen) {
            let length = sentence.chars().count();
            if length > MAX_PLAIN || sentence.matches('、').count() > 3 {
                found.push(format!("{}: {length} characters: {sentence}", row.key));
            }
        }
        found.extend(both(&seen).into_iter().map(|what| format!("{}: {what}", row.key)));
    }
    none(&found);
}

#[test]
fn the_english_is_english() {
    let japanese = |c: &char| is_kanji(*c) || matches!(c, '\u{3000}'..='\u{30FF}' | '\u{FF00}'..='\u{FFEF}');
    let mixed = rows().into_iter().filter(|row| row.english.chars().any(|c| japanese(&c)));
    none(&mixed.map(|row| format!("{}: {}", row.key, row.english)).collect::<Vec<_>>());
}

#[test]
fn these_checks_can_fail() {
    assert_eq!(mora("しゃしんを"), 4);
    assert_eq!(mora("きっぷ 12"), 7);
    assert_eq!(both("第27条でOK"), ["OK", "an article number"]);
    let laws =
        ["第二十七条", "{第|だい}27{条|じょう}", "１項", "個人情報の保護に関する法第", "see Article 27"];
    for law in laws.map(|law| base_text(&parse(law).expect("notation"))) {
        assert!(names_an_article(&law), "{law}");
    }
    assert!(!names_an_article("条件は一つです。The article is long."));
    assert_eq!(both("話さなければならない"), ["なければな"]);
}
