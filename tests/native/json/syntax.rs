//! Our reading and writing of JSON text says what serde_json and an independent canonical writer say.

use super::{parse, text};
use nattoku::domain::json::{canonical, page};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

/// What an independent implementation of RFC 8785 makes of a tree.
fn independent(value: &Value) -> String {
    serde_json_canonicalizer::to_string(value).unwrap()
}

fn fraction() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<u64>().prop_map(f64::from_bits).prop_filter("JSON has no others", |number| number.is_finite()),
        // What programs write: few digits, both sides of where the notation changes.
        (-9_999_999_i64..9_999_999, -30_i32..30)
            .prop_map(|(digits, power)| digits as f64 * 10_f64.powi(power)),
        (0_u64..2048, any::<bool>())
            .prop_map(|(power, next)| f64::from_bits((power << 52).min(0x7FE << 52) + u64::from(next))),
    ]
}

fn tree() -> impl Strategy<Value = Value> {
    let name = "[a-z\u{0}-\u{1F}\"\\\\/\u{7F}名\u{E000}\u{FFFF}\u{10000}\u{10FFFF}]{0,3}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        fraction().prop_map(|number| Value::Number(Number::from_f64(number).unwrap())),
        any::<String>().prop_map(Value::String),
        name.prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 40, 6, move |inside| {
        prop_oneof![
            proptest::collection::vec(inside.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec((name, inside), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn canonical_text_is_what_others_write(tree in tree()) {
        prop_assert_eq!(canonical(&tree), independent(&tree));
    }

    #[test]
    fn every_layout_is_read_back_as_it_was(tree in tree()) {
        for written in [text(&tree), page(&tree), serde_json::to_string(&tree).unwrap()] {
            prop_assert_eq!(parse(&written), Ok(tree.clone()), "{}", written);
        }
    }

    #[test]
    fn digits_are_read_as_others_read_them(
        text in "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?"
    ) {
        prop_assert_eq!(parse(&text).ok(), serde_json::from_str::<Value>(&text).ok(), "{}", text);
    }

    #[test]
    fn what_is_no_json_is_refused_where_others_refuse_it(
        tree in tree(), at in any::<proptest::sample::Index>(), put in "[\\[\\]{},:\"\\\\0-9.eE+\\- utrfalsn名]{0,3}", cut in 0_usize..4
    ) {
        let mut text: Vec<char> = serde_json::to_string(&tree).unwrap().chars().collect();
        let at = at.index(text.len());
        text.splice(at..(at + cut).min(text.len()), put.chars());
        let text: String = text.into_iter().collect();
        match (parse(&text), serde_json::from_str::<Value>(&text)) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours, theirs),
            (Err(ours), Err(theirs)) => {
                prop_assert_eq!(ours.line, theirs.line(), "{}: {} / {}", text, ours, theirs);
            }
            (ours, theirs) => prop_assert!(false, "{text}: {ours:?} / {theirs:?}"),
        }
    }
}

/// Halves between two numbers, both sides of them, the ends of the range: RFC 8785 appendix B and known traps.
#[test]
fn the_hard_numbers_are_read_and_written_exactly() {
    for (given, written) in [
        ("5e-324", "5e-324"),
        ("2.4703282292062327e-324", "0"),
        ("2.4703282292062328e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("1.7976931348623158079e308", "1.7976931348623157e+308"),
        ("9007199254740992", "9007199254740992"),
        ("9007199254740993", "9007199254740992"),
        ("9007199254740993.0000000000000000000000000000001", "9007199254740994"),
        ("295147905179352830000", "295147905179352830000"),
        ("999999999999999700000", "999999999999999700000"),
        ("999999999999999900000", "999999999999999900000"),
        ("1e21", "1e+21"),
        ("333333333.33333329", "333333333.3333333"),
        ("0.000001", "0.000001"),
        ("9.999999999999997e-7", "9.999999999999997e-7"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("1424953923781206.2", "1424953923781206.2"),
        ("2.2250738585072011e-308", "2.225073858507201e-308"),
        ("9.5367431640625e-7", "9.5367431640625e-7"),
        ("-0", "0"),
        ("-1.50", "-1.5"),
        ("1e-400", "0"),
        ("18446744073709551615", "18446744073709552000"),
    ] {
        let read = parse(given).unwrap();
        assert_eq!(
            (canonical(&read).as_str(), &read),
            (written, &serde_json::from_str(given).unwrap()),
            "{given}"
        );
    }
    assert_eq!(
        parse("1.7976931348623159e308").unwrap_err().to_string(),
        "number out of range at line 1 column 22"
    );
}

#[test]
fn an_error_names_the_place_and_whether_the_end_is_missing() {
    for (text, said, cut_off) in [
        ("{\n \"a\": tru", "EOF while parsing at line 2 column 9", true),
        ("[1, 2", "EOF while parsing at line 1 column 5", true),
        ("{\"a\" 1}", "expected `:` at line 1 column 6", false),
        ("{a: 1}", "key must be a string at line 1 column 2", false),
        ("[1 2]", "expected `,` or `]` at line 1 column 4", false),
        ("\"\\ud800x\"", "unexpected end of hex escape at line 1 column 8", false),
        ("01", "invalid number at line 1 column 2", false),
    ] {
        let error = parse(text).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.cut_off), (said, cut_off), "{text}");
    }
}

#[test]
fn a_fraction_stays_a_fraction_and_keys_stand_in_the_order_of_javascript() {
    assert_eq!(text(&json!([1.0, -0.0, 1e300, 0.1, -5])), "[1.0,-0.0,1e+300,0.1,-5]");
    assert_eq!(
        canonical(&json!({"\u{10000}": 1, "\u{FFFF}": 2, "a": 3})),
        "{\"a\":3,\"\u{10000}\":1,\"\u{FFFF}\":2}"
    );
}
