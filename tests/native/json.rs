//! Reading and writing trees: what fits, what is refused and how it is named, and that serde's own code agrees.

mod layout;
mod syntax;

use nattoku::domain::json::{FromTree, ToTree, fit, parse, text, tree};
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(FromTree, ToTree, Debug, PartialEq)]
struct Leaf {
    n: u8,
    word: Option<Word>,
}

#[derive(FromTree, ToTree, Debug, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Word {
    Yes,
    At(usize),
}

#[derive(FromTree, ToTree, Debug, PartialEq)]
struct Tree {
    leaves: Vec<Leaf>,
    #[serde(default)]
    named: BTreeMap<String, Vec<i32>>,
}

fn misfit(text: &str) -> (String, String) {
    let misfit = fit::<Tree>(&parse(text).unwrap()).unwrap_err();
    (misfit.place, misfit.cause)
}

#[test]
fn what_fits_is_read_and_what_is_unknown_is_passed_over() {
    let value = parse(
        r#"{"leaves":[{"n":1,"word":"yes"},{"n":2,"word":{"at":3}},{"n":4,"word":null}],"named":{"a":[-1,0]},"x":[0.5]}"#,
    );
    let tree: Tree = fit(&value.unwrap()).unwrap();
    let words: Vec<_> = tree.leaves.iter().map(|leaf| &leaf.word).collect();
    assert_eq!(words, [&Some(Word::Yes), &Some(Word::At(3)), &None]);
    assert_eq!(tree.named["a"], [-1, 0]);
    assert_eq!(
        text(&tree),
        r#"{"leaves":[{"n":1,"word":"yes"},{"n":2,"word":{"at":3}},{"n":4,"word":null}],"named":{"a":[-1,0]}}"#
    );
}

#[test]
fn what_does_not_fit_is_named_with_its_place() {
    for (text, place, cause) in [
        (r#"{"leaves":[{"n":1},{"n":"two"}]}"#, "leaves[1].n", "invalid type: string \"two\", expected u8"),
        (r#"{"leaves":[{"n":300}]}"#, "leaves[0].n", "invalid value: integer `300`, expected u8"),
        (r#"{"leaves":[{"n":-1}]}"#, "leaves[0].n", "invalid value: integer `-1`, expected u8"),
        (r#"{"leaves":[{"n":1.5}]}"#, "leaves[0].n", "invalid type: floating point `1.5`, expected u8"),
        (r#"{"leaves":[{"n":2.0}]}"#, "leaves[0].n", "invalid type: floating point `2.0`, expected u8"),
        (r#"{"leaves":[{"n":true}]}"#, "leaves[0].n", "invalid type: boolean `true`, expected u8"),
        (r#"{"leaves":[{"n":null}]}"#, "leaves[0].n", "invalid type: null, expected u8"),
        (r#"{"leaves":[{}]}"#, "leaves[0]", "missing field `n`"),
        (r#"{"leaves":[[1]]}"#, "leaves[0]", "invalid type: sequence, expected struct Leaf"),
        (
            r#"{"leaves":[{"n":1,"word":"no"}]}"#,
            "leaves[0].word",
            "unknown variant `no`, expected `yes` or `at`",
        ),
        (
            r#"{"leaves":[{"n":1,"word":"at"}]}"#,
            "leaves[0].word",
            "unknown variant `at`, expected `yes` or `at`",
        ),
        (
            r#"{"leaves":[{"n":1,"word":{"yes":1}}]}"#,
            "leaves[0].word",
            "unknown variant `yes`, expected `yes` or `at`",
        ),
        (
            r#"{"leaves":[{"n":1,"word":{"at":"x"}}]}"#,
            "leaves[0].word.at",
            "invalid type: string \"x\", expected usize",
        ),
        (
            r#"{"leaves":[{"n":1,"word":7}]}"#,
            "leaves[0].word",
            "invalid type: integer `7`, expected `yes` or `at`",
        ),
        (r#"{"leaves":[],"named":{"a":1}}"#, "named.a", "invalid type: integer `1`, expected a sequence"),
        (r#"{"leaves":[],"named":null}"#, "named", "invalid type: null, expected a map"),
        ("[]", "", "invalid type: sequence, expected struct Tree"),
        ("{}", "", "missing field `leaves`"),
    ] {
        assert_eq!(misfit(text), (place.to_owned(), cause.to_owned()), "{text}");
    }
}

#[test]
fn an_error_repeats_only_the_beginning_of_a_foreign_text() {
    let (_, cause) = misfit(&format!(r#"{{"leaves":[{{"n":"{}"}}]}}"#, "長".repeat(10_000)));
    assert!(cause.chars().count() < 120, "{cause}");
}

/// The same types, from the same source, once with serde's derives and once with ours.
macro_rules! types {
    ($read:ident, $write:ident) => {
        #[derive($read, $write, Clone, Debug)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct Whole {
            pub id: String,
            #[serde(rename = "type")]
            pub kind: Kind,
            pub as_of: Option<i64>,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub left_out: Option<bool>,
            #[serde(default = "eight")]
            pub size: u16,
            #[serde(default)]
            pub parts: Vec<Part>,
            #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
            pub by_name: BTreeMap<String, Step>,
            pub even: Even,
            #[serde(skip)]
            pub passing: Cell<u8>,
        }

        #[derive($read, $write, Clone, Debug)]
        #[serde(rename_all = "kebab-case")]
        pub enum Kind {
            HighContrast,
            #[serde(rename = "2")]
            Two,
        }

        #[derive($read, $write, Clone, Debug)]
        pub struct Part {
            pub step: Step,
            pub any: Value,
        }

        #[derive($read, $write, Clone, Debug)]
        #[serde(rename_all = "snake_case")]
        pub enum Step {
            NotYet,
            AtItem(u32),
            Named(String),
        }

        #[derive($read, $write, Clone, Debug)]
        #[serde(try_from = "i32", into = "i32")]
        pub struct Even(i32);

        impl TryFrom<i32> for Even {
            type Error = String;
            fn try_from(number: i32) -> Result<Self, String> {
                if number % 2 == 0 { Ok(Self(number)) } else { Err(format!("{number} is odd")) }
            }
        }

        impl From<Even> for i32 {
            fn from(Even(number): Even) -> Self {
                number
            }
        }

        fn eight() -> u16 {
            8
        }
    };
}

mod ours {
    use nattoku::domain::json::{FromTree, ToTree, Value};
    use std::{cell::Cell, collections::BTreeMap};
    types!(FromTree, ToTree);
}

mod serdes {
    use serde::{Deserialize, Serialize};
    use serde_json::Value;
    use std::{cell::Cell, collections::BTreeMap};
    types!(Deserialize, Serialize);
}

fn whole() -> Value {
    json!({
        "id": "a", "type": "high-contrast", "asOf": -3, "leftOut": true, "size": 20, "even": 4,
        "parts": [{"step": "not_yet", "any": {"x": [0.5, null]}}, {"step": {"at_item": 7}, "any": null}],
        "byName": {"b": {"named": "n"}, "c": "not_yet"},
    })
}

/// Every place of a tree, as JSON pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, inside)| places(inside, &format!("{here}/{key}"), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, inside)| places(inside, &format!("{here}/{at}"), all));
        }
        _ => {}
    }
}

/// Both readers take it and write the same, or both refuse it.
#[track_caller]
fn agree(value: &Value) -> bool {
    let (one, other) = (fit::<ours::Whole>(value), serde_json::from_value::<serdes::Whole>(value.clone()));
    assert_eq!(one.is_ok(), other.is_ok(), "{value}\n{one:?}\n{other:?}");
    let (Ok(one), Ok(other)) = (one, other) else { return false };
    let written = serde_json::to_value(&other).unwrap();
    assert_eq!(tree(&one), written, "{value}");
    assert_eq!((one.passing.get(), other.passing.get()), (0, 0), "what is skipped is not read");
    // By way of serde's traits it is the same again.
    let hosted: ours::Whole = serde_json::from_str(&value.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&hosted).unwrap(), written);
    true
}

#[test]
fn serdes_own_derives_read_refuse_and_write_the_same() {
    let mut all = Vec::new();
    places(&whole(), "", &mut all);
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(7),
        json!(-2),
        json!(300),
        json!(70_000),
        json!(1.5),
        json!(""),
        json!("2"),
        json!("not_yet"),
        json!("at_item"),
        json!({}),
        json!({"at_item": -1}),
        json!({"named": "x", "more": 1}),
        json!({"zz": 1}),
        json!(["x"]),
    ];
    let (mut taken, mut refused) = (0, 0);
    let mut count = |value: &Value| if agree(value) { taken += 1 } else { refused += 1 };
    count(&whole());
    for place in &all {
        for other in &others {
            // serde also reads a struct from the list of its fields; nobody writes one so.
            if !(other.is_array() && whole().pointer(place).is_some_and(Value::is_object)) {
                let mut changed = whole();
                *changed.pointer_mut(place).unwrap() = other.clone();
                count(&changed);
            }
        }
        let Some((above, key)) = place.rsplit_once('/') else { continue };
        for change in ["gone", "added"] {
            let mut changed = whole();
            match changed.pointer_mut(above).unwrap() {
                Value::Object(fields) if change == "gone" => drop(fields.remove(key)),
                Value::Object(fields) => drop(fields.insert(format!("{key}X"), json!(1))),
                _ => continue,
            }
            count(&changed);
        }
    }
    assert!(taken > 40 && refused > 150, "{taken} taken, {refused} refused");
}
