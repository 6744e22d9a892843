//! The JSON of strokes and signatures: compact, round, and refused by name and place.

use super::*;
use nattoku::domain::json::{Unknown, fit, parse};
use serde_json::{Value, json};

#[test]
fn a_signature_reads_as_compact_json_and_counts_from_its_first_point() {
    let pen = |p: &[(i32, i32, u32)]| {
        let points = p.iter().map(|(x, y, t)| Point::new(*x, *y, *t, Some(512)).unwrap()).collect();
        Stroke::new(PointerKind::Pen, points).unwrap()
    };
    let strokes =
        vec![pen(&[(1000, 1000, 700), (3000, 3000, 950)]), pen(&[(3000, 1000, 1300), (1000, 3000, 1600)])];
    expect_test::expect![[
        r#"{"aspect":{"height":4000,"width":10000},"strokes":[{"pointer":"pen","points":[[1000,1000,0,512],[3000,3000,250,512]]},{"pointer":"pen","points":[[3000,1000,600,512],[1000,3000,900,512]]}]}"#
    ]]
    .assert_eq(&serde_json::to_string(&Signature::new(strokes).unwrap()).unwrap());
}

#[test]
fn json_that_is_no_signature_is_refused_by_name_and_place() {
    let good = serde_json::to_value(Signature::new(cross()).unwrap()).unwrap();
    let cases: [(&str, Value, &str); 13] = [
        ("/aspect/height", json!(3000), "a signature's aspect is 10000 x 4000, this one says 10000 x 3000"),
        ("/strokes", json!([]), "not a signature: nothing was drawn"),
        ("/strokes/0/pointer", json!("foot"), "strokes[0].pointer: unknown variant `foot`"),
        ("/strokes/1/points", json!([]), "strokes[1]: a stroke has at least one point"),
        (
            "/strokes/1/points/2",
            json!([1, 2]),
            "strokes[1].points[2]: a point is [x, y, t] or [x, y, t, pressure], this one has 2 numbers",
        ),
        (
            "/strokes/1/points/2",
            json!([1, 2, 3, 4, 5, "x"]),
            "strokes[1].points[2]: a point is [x, y, t] or [x, y, t, pressure], this one has 6 numbers",
        ),
        (
            "/strokes/1/points/2",
            json!([20_001, 2, 3]),
            "strokes[1].points[2]: x of a point is -10000 to 20000, not 20001",
        ),
        (
            "/strokes/1/points/2",
            json!([1, i64::MIN, 3]),
            "strokes[1].points[2]: y of a point is -10000 to 20000, not -9223372036854775808",
        ),
        (
            "/strokes/1/points/2",
            json!([1, 2, -1]),
            "strokes[1].points[2]: t of a point is 0 to 4294967295 ms, not -1",
        ),
        (
            "/strokes/1/points/2",
            json!([1, 2, 3, 1001]),
            "strokes[1].points[2]: pressure of a point is 0 to 1000, not 1001",
        ),
        (
            "/strokes/1/points/2",
            json!([1.5, 2, 3]),
            "strokes[1].points[2][0]: invalid type: floating point `1.5`",
        ),
        (
            "/strokes/1/points/2",
            json!({"x": 1}),
            "strokes[1].points[2]: invalid type: map, expected a point [x, y, t] or [x, y, t, pressure] of whole numbers",
        ),
        (
            "/strokes/1/points/2",
            json!([1, 2, 3]),
            "strokes[1]: point 2 of a stroke is earlier than the one before it",
        ),
    ];
    for (pointer, value, expected) in cases {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect(pointer) = value;
        let text = bad.to_string();
        let error = fit::<Signature>(&parse(&text).unwrap()).expect_err(expected).to_string();
        // Whoever reads with serde alone is told the same.
        let serdes = serde_json::from_str::<Signature>(&text).expect_err(expected).to_string();
        assert_eq!(serdes, error);
        assert!(error.starts_with(expected), "{error}\n  should start with\n{expected}");
    }
}

#[test]
fn unknown_fields_survive_a_round_trip() {
    let mut value = serde_json::to_value(Signature::new(cross()).unwrap()).unwrap();
    value["device"] = json!({"model": "見本"});
    value["strokes"][1]["tilt"] = json!([1, 2.5]);
    let signature: Signature = fit(&value).unwrap();
    assert_eq!(Unknown::of(&value, &signature).written_with(&signature), value);
}

#[test]
fn the_published_schema_and_the_reader_agree() {
    let schema = serde_json::to_value(schemars::schema_for!(Signature)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good = serde_json::to_value(Signature::new(cross()).unwrap()).unwrap();
    assert!(validator.is_valid(&good), "{schema:#}");
    for point in
        [json!([1, 2]), json!([1, 2, 3, 4, 5]), json!([20_001, 2, 3]), json!([1.5, 2, 3]), json!("1,2,3")]
    {
        let mut bad = good.clone();
        bad["strokes"][0]["points"][0] = point.clone();
        assert!(!validator.is_valid(&bad), "{point} passes the schema");
    }
}

proptest! {
    #[test]
    fn strokes_and_signatures_survive_json(strokes in proptest::collection::vec(any_stroke(), 0..6)) {
        for stroke in &strokes {
            let text = serde_json::to_string(stroke).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Stroke>(&text).unwrap(), stroke);
        }
        if let Ok(signature) = Signature::new(strokes) {
            prop_assert_eq!(signature.strokes().iter().map(Stroke::starts_at).min(), Some(0));
            let text = serde_json::to_string(&signature).unwrap();
            prop_assert_eq!(serde_json::from_str::<Signature>(&text).unwrap(), signature);
        }
    }
}
