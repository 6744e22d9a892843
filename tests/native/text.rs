//! The notation: what it reads, what it refuses and where, and that nothing typed by hand can break it.

use nattoku::domain::text::{
    PHRASE_END, Piece, TextErrorKind, base_text, compose_ruby, has_bare_kanji, neutralise, parse,
    placeholders, render, spoken_text, strip_word_spacing, with_phrase_ends, without_word_spacing,
};
use proptest::prelude::*;

#[track_caller]
fn refused(text: &str, column: usize, kind: TextErrorKind) {
    let error = parse(text).expect_err(text);
    assert_eq!((error.column, error.kind), (column, kind), "{text}");
}

#[test]
fn reads_plain_ruby_and_placeholders_in_one_pass() {
    assert_eq!(
        parse("お{金|かね}は、{{fee}}です。").unwrap(),
        [
            Piece::Plain("お".into()),
            Piece::Ruby { base: "金".into(), reading: "かね".into() },
            Piece::Plain("は、".into()),
            Piece::Placeholder("fee".into()),
            Piece::Plain("です。".into()),
        ]
    );
    assert_eq!(parse("").unwrap(), []);
    assert_eq!(parse("a|b").unwrap(), [Piece::Plain("a|b".into())]);
}

#[test]
fn names_what_is_wrong_and_the_column_in_characters() {
    use TextErrorKind::*;
    refused("お{金|かね", 2, UnpairedBrace);
    refused("お金}", 3, UnpairedBrace);
    refused("お{{fee}です", 2, UnpairedBrace);
    refused("お{{fee", 2, UnpairedBrace);
    refused("お{金}", 2, MissingBar);
    refused("お{金|か|ね}", 6, ExtraBar);
    refused("お{金|}", 2, EmptyReading);
    refused("お{金| }", 2, EmptyReading);
    refused("お{|かね}", 2, EmptyBase);
    refused("お{|}", 2, EmptyBase);
    refused("お{大{金|きん}|たい}", 4, NestedRuby);
    refused("お{{}}", 2, EmptyPlaceholder);
    refused("お{{ }}", 2, EmptyPlaceholder);
    refused("お{{Fee}}", 2, BadPlaceholderName);
    refused("お{{1st}}", 2, BadPlaceholderName);
    refused("お{{料金}}", 2, BadPlaceholderName);
    refused("{{{fee}}}", 1, BadPlaceholderName);
    refused("{{fee}}}", 8, UnpairedBrace);
}

#[test]
fn a_line_is_seen_and_spoken() {
    let line = parse("1 {山田|やまだ} {花子|はなこ}が、Web サイトを {見|み}ます。").unwrap();
    assert_eq!(base_text(&line), "1 山田 花子が、Web サイトを 見ます。");
    assert_eq!(spoken_text(&line), "1 やまだはなこが、Web サイトをみます。");
    assert_eq!(base_text(&without_word_spacing(&line)), "1 山田花子が、Web サイトを見ます。");
    let ends = base_text(&with_phrase_ends(&line));
    assert_eq!(ends.split(PHRASE_END).collect::<Vec<_>>(), ["1 山田", "花子が、Web サイトを", "見ます。"]);
    assert!(!has_bare_kanji(&line));
    assert_eq!(strip_word_spacing("はい  いいえ"), "はいいいえ");
    assert_eq!(strip_word_spacing("電話 000-0000 まで"), "電話 000-0000 まで");
    assert_eq!(placeholders(&parse("{{a}}と{{b}}と{{a}}").unwrap()).collect::<Vec<_>>(), ["a", "b", "a"]);
}

#[test]
fn a_kanji_outside_ruby_is_seen() {
    for bare in ["漢{字|じ}", "人々", "々", "\u{20BB7}野家", "\u{FA11}"] {
        assert!(has_bare_kanji(&parse(bare).unwrap()), "{bare}");
    }
    assert!(!has_bare_kanji(&parse("〇 △ × カナ かな 123 abc {人々|ひとびと}").unwrap()));
}

#[test]
fn a_reading_is_laid_over_a_value() {
    for (value, reading, wanted) in [
        ("山田 花子", "やまだ はなこ", "{山田|やまだ} {花子|はなこ}"),
        ("山田　花子", "やまだ　はなこ", "{山田|やまだ}　{花子|はなこ}"),
        ("山田花子", "やまだ はなこ", "{山田花子|やまだはなこ}"),
        (
            "山田 花子、見本 太郎",
            "やまだ はなこ みほん たろう",
            "{山田|やまだ} {花子|はなこ}、{見本|みほん} {太郎|たろう}",
        ),
        (
            "山田 花子(電話 000-0000)",
            "やまだ はなこ でんわ",
            "{山田|やまだ} {花子|はなこ}({電話|でんわ} 000-0000)",
        ),
        // Several names or duties: part by part, though one of them has more readings than words.
        (
            "見本　太郎、会計の係",
            "みほん たろう、かいけいの かかり",
            "{見本|みほん}　{太郎|たろう}、{会計|かいけい}の{係|かかり}",
        ),
        (
            "見本 太郎、会計の係",
            "みほんたろう、かいけいの かかり",
            "{見本 太郎|みほんたろう}、{会計|かいけい}の{係|かかり}",
        ),
        (
            "山田 花子、 見本係（月曜）",
            "やまだ はなこ、みほんがかり",
            "{山田 花子、 見本係（月曜）|やまだ はなこ、みほんがかり}",
        ),
        ("山田さん", "やまださん", "{山田|やまだ}さん"),
        ("見本サロン", "みほんさろん", "{見本|みほん}サロン"),
        ("見本サロン", "みほん さろん", "{見本|みほん}サロン"),
        ("見本町1丁目2番", "みほんちょう1ちょうめ2ばん", "{見本町|みほんちょう}1{丁目|ちょうめ}2{番|ばん}"),
        ("見本町1丁目", "みほんちょういっちょうめ", "{見本町1丁目|みほんちょういっちょうめ}"),
        ("葛\u{E0100}城 花子", "かつらぎ はなこ", "{葛\u{E0100}城|かつらぎ} {花子|はなこ}"),
        // の could end either word: laid over the whole rather than guessed.
        ("野の川", "のののかわ", "{野の川|のののかわ}"),
        ("なっとく会", "", "なっとく会"),
        ("なっとく会", " 、", "なっとく会"),
        ("サロン なっとく", "さろん", "サロン なっとく"),
        ("山{{fee}}|田", "やま}{だ", "{山｛｛fee｝｝｜田|やま｝｛だ}"),
        ("", "やまだ", ""),
    ] {
        assert_eq!(compose_ruby(value, reading), wanted, "{value} / {reading}");
    }
}

#[test]
fn typed_text_cannot_hide_or_reorder() {
    assert_eq!(neutralise(" a\u{202E}b\u{2066}c\u{200B}d\u{0}e\n\tf {g|h} "), "abcde f ｛g｜h｝");
    assert_eq!(neutralise("👩\u{200D}👧"), "👩\u{200D}👧");
}

/// Text in which braces, bars, kanji, kana and hostile characters are common.
fn nasty() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            proptest::sample::select(vec![
                "{",
                "}",
                "{{",
                "}}",
                "|",
                " ",
                "　",
                "、",
                "・",
                "(",
                "{{fee}}",
                "{山|やま}"
            ])
            .prop_map(str::to_owned),
            proptest::sample::select(vec![
                "山",
                "田",
                "やま",
                "だ",
                "サロン",
                "々",
                "1",
                "👩\u{200D}👧",
                "\u{202E}"
            ])
            .prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
        ],
        0..24,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn never_panics_and_renders_back(text in nasty()) {
        if let Ok(pieces) = parse(&text) {
            prop_assert_eq!(render(&pieces), text);
            let tight = without_word_spacing(&pieces);
            prop_assert_eq!(base_text(&tight), strip_word_spacing(&base_text(&pieces)));
            let _ = spoken_text(&pieces);
        }
    }

    #[test]
    fn errors_point_into_the_text(text in nasty()) {
        if let Err(error) = parse(&text) {
            prop_assert!((1..=text.chars().count()).contains(&error.column));
        }
    }

    #[test]
    fn what_is_composed_parses_and_shows_the_value(value in nasty(), reading in nasty()) {
        let composed = compose_ruby(&value, &reading);
        let pieces = parse(&composed).expect(&composed);
        prop_assert_eq!(placeholders(&pieces).count(), 0);
        prop_assert_eq!(base_text(&pieces), neutralise(&value));
        prop_assert_eq!(render(&pieces), composed);
        // A reading made only of separators is no reading; with any other, no kanji is left bare.
        if neutralise(&reading).chars().any(char::is_alphanumeric) && value.chars().any(|c| c == '山') {
            prop_assert!(!has_bare_kanji(&pieces));
        }
    }

    #[test]
    fn arbitrary_unicode_never_panics(text in any::<String>()) {
        let _ = parse(&text).map(|p| (render(&p), spoken_text(&p)));
        let _ = compose_ruby(&text, &text);
    }
}

#[test]
fn a_kanji_gets_its_reading_word_by_word() {
    use nattoku::domain::text::{first_bare, give_reading};
    let mut text = "台所の火と、{鍋|なべ}の火。台所".to_owned();
    for (word, reading) in [("台所", "だいどころ"), ("火", "ひ")] {
        assert_eq!(first_bare(&text).as_deref(), Some(word));
        assert_eq!(give_reading(&text, word, " "), text, "no reading, no change");
        assert_eq!(give_reading(&text, word, word), text, "kanji are no reading");
        text = give_reading(&text, word, reading);
    }
    assert_eq!(text, "{台所|だいどころ}の{火|ひ}と、{鍋|なべ}の{火|ひ}。{台所|だいどころ}");
    assert_eq!(first_bare(&text), None);
    assert_eq!(give_reading("台の台所", "台", "だい"), "{台|だい}の台所", "only the whole word");
    assert_eq!(give_reading("火", "火", "ひ}|{"), "{火|ひ｝｜｛}", "nothing typed breaks the notation");
    assert_eq!((first_bare("{火"), give_reading("{火", "火", "ひ")), (None, "{火".to_owned()));
}
