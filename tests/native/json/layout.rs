//! JSON text: what serde_json would write in one line, and a page for people.

use nattoku::domain::json::{page, text as line};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn a_page_is_laid_out_for_people() {
    let value = json!({"a": [], "b": {}, "points": [[1, 2, -3], [4.5, 5, 6]], "words": ["x", null], "z": {"y": true}});
    expect_test::expect![[r#"
        {
          "a": [],
          "b": {},
          "points": [
            [1,2,-3],
            [4.5,5,6]
          ],
          "words": [
            "x",
            null
          ],
          "z": {
            "y": true
          }
        }"#]]
    .assert_eq(&page(&value));
}

fn any_value() -> impl Strategy<Value = Value> {
    let text = || {
        let odd = proptest::sample::select(
            "\"\\/\u{0}\u{8}\u{c}\n\r\t\u{1f}\u{7f}\u{2028}名👩".chars().collect::<Vec<_>>(),
        );
        proptest::collection::vec(prop_oneof![odd, any::<char>()], 0..6).prop_map(String::from_iter)
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, move |inside| {
        prop_oneof![
            proptest::collection::vec(inside.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(text(), inside, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn a_line_is_what_serde_json_writes_and_a_page_reads_back(value in any_value()) {
        prop_assert_eq!(line(&value), value.to_string());
        prop_assert_eq!(serde_json::from_str::<Value>(&page(&value)).unwrap(), value);
    }
}
