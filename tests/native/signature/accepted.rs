//! Where the line runs between a signature and too little.

use super::*;
use PointerKind::Pen;

fn verdict(strokes: Vec<Stroke>) -> Option<SignatureRefusal> {
    Signature::new(strokes).err()
}

#[test]
fn what_is_no_signature_is_refused_by_name() {
    use SignatureRefusal::{Empty, OnlyDots, SingleLine, TooManyPoints, TooShort};
    let dot = |x, y| stroke(&[(x, y)]);
    let zigzag = |i: i32| Point::clamped(i % 2 * 3000, i % 7000, 0, None);
    let endless = Stroke::new(PointerKind::Pen, (0..20_001).map(zigzag).collect()).unwrap();
    let cases = [
        ("nothing", vec![], Empty),
        ("a dot", vec![dot(5000, 2000)], OnlyDots),
        ("several taps", (0..12).map(|i| dot(700 * i, 300 * i)).collect(), OnlyDots),
        ("a fingertip that rolls", vec![stroke(&[(5000, 2000), (5150, 2120), (5000, 2100)]); 9], OnlyDots),
        ("one short line", vec![stroke(&[(5000, 2000), (5600, 2100)])], TooShort),
        ("a short hook", vec![stroke(&[(5000, 2000), (5400, 2000), (5400, 2300)])], TooShort),
        (
            "a pen trembling on the spot",
            vec![stroke_by(Pen, &[(0, 0), (200, 90), (10, 200)].repeat(9))],
            TooShort,
        ),
        ("a straight line", vec![stroke(&[(1000, 2000), (4000, 2600)])], SingleLine),
        ("a line across the pad and beyond", vec![stroke(&[(-2000, 2000), (12_000, 2100)])], SingleLine),
        ("a vertical line", vec![stroke(&[(3000, 300), (3000, 3700)])], SingleLine),
        ("a diagonal line", vec![stroke(&[(300, 3700), (9000, 300)])], SingleLine),
        ("a line and a tap", vec![stroke(&[(1000, 2000), (6000, 2000)]), dot(3000, 900)], SingleLine),
        ("a line there and back", vec![stroke(&[(1000, 2000), (6000, 2000), (1200, 2080)])], SingleLine),
        ("a line traced again", vec![stroke(&[(1000, 2000), (6000, 2000)]); 2], SingleLine),
        (
            "a dashed line",
            (0..5).map(|i| stroke(&[(i * 1800, 2000), (i * 1800 + 900, 2000)])).collect(),
            SingleLine,
        ),
        (
            "a line by a trembling hand",
            vec![curve(90, |s| (1000.0 + 7000.0 * s, 2000.0 + 100.0 * (s * 70.0).sin()))],
            SingleLine,
        ),
        (
            "a line bent by the wrist",
            vec![curve(60, |s| (1000.0 + 7000.0 * s, 2000.0 - 3200.0 * s * (1.0 - s)))],
            SingleLine,
        ),
        ("a scribble without end", vec![endless], TooManyPoints),
    ];
    for (what, strokes, expected) in cases {
        assert_eq!(verdict(strokes), Some(expected), "{what}");
    }
}

#[test]
fn every_hand_that_means_it_is_accepted() {
    let character = |x: i32, y: i32, size: i32| {
        // 山: the middle, the left corner, the right.
        let at = |px: i32, py: i32| (x + px * size / 100, y + py * size / 100);
        vec![
            stroke_by(PointerKind::Pen, &[at(50, 0), at(50, 90)]),
            stroke_by(PointerKind::Pen, &[at(10, 35), at(10, 90), at(90, 90)]),
            stroke_by(PointerKind::Pen, &[at(90, 35), at(90, 95)]),
        ]
    };
    let looping = |s: f64| {
        let turn = s * 30.0;
        (1000.0 + 6000.0 * s + 500.0 * turn.sin(), 2000.0 + 700.0 * turn.cos())
    };
    let shaky = |s: f64| {
        (3000.0 - 1500.0 * s + 90.0 * (s * 80.0).sin(), 800.0 + 2000.0 * s + 90.0 * (s * 63.0).cos())
    };
    let cases = [
        (
            "一 and something",
            vec![stroke(&[(1000, 1000), (3000, 950)]), stroke(&[(2000, 1500), (2100, 3000)])],
        ),
        ("an X", vec![stroke(&[(1000, 1000), (2000, 2000)]), stroke(&[(2000, 1000), (1000, 2000)])]),
        ("a small X", vec![stroke(&[(1000, 1000), (1400, 1400)]), stroke(&[(1400, 1000), (1000, 1400)])]),
        ("ノ and 一", vec![stroke(&[(3000, 500), (1500, 3000)]), stroke(&[(1000, 1800), (4000, 1700)])]),
        ("二", vec![stroke(&[(1500, 1000), (3500, 1000)]), stroke(&[(1000, 2400), (4000, 2350)])]),
        ("a wide 二", vec![stroke(&[(1000, 1500), (7000, 1500)]), stroke(&[(800, 2100), (7200, 2100)])]),
        ("a cross", vec![stroke(&[(1000, 2000), (3000, 2000)]), stroke(&[(2000, 1000), (2000, 3000)])]),
        ("one looping stroke", vec![curve(300, looping)]),
        ("one looping stroke, sampled sparsely", vec![curve(40, looping)]),
        (
            "a circle",
            vec![curve(40, |s| (5000.0 + 800.0 * (s * 6.3).sin(), 2000.0 + 800.0 * (s * 6.3).cos()))],
        ),
        ("flat cursive", vec![curve(200, |s| (1000.0 + 6000.0 * s, 2000.0 + 300.0 * (s * 60.0).sin()))]),
        ("a shaky ノ and a line", vec![curve(60, shaky), stroke(&[(1200, 1900), (3400, 1800)])]),
        ("one small character", character(1000, 1000, 400)),
        (
            "four small characters spread over the pad",
            (0..4).flat_map(|i| character(500 + 2600 * i, 2000, 400)).collect(),
        ),
        ("a tick", vec![stroke(&[(1000, 2000), (1500, 2800), (3500, 800)])]),
        ("し", vec![curve(60, |s| (3000.0 + 900.0 * s * s * s, 800.0 + 4800.0 * s * (1.0 - s * 0.6)))]),
    ];
    for (what, strokes) in cases {
        assert_eq!(verdict(strokes.clone()), None, "{what}");
        let turned = strokes.iter().map(|stroke| {
            let places: Vec<_> = stroke.points().iter().map(|point| (point.y(), -point.x())).collect();
            stroke_by(stroke.pointer(), &places)
        });
        assert_eq!(verdict(turned.collect()), None, "{what}, written downwards");
    }
}

#[test]
fn each_refusal_has_a_wording_of_its_own() {
    let keys: std::collections::BTreeSet<_> = SignatureRefusal::ALL.iter().map(|r| r.key()).collect();
    assert_eq!(keys.len(), SignatureRefusal::ALL.len());
    assert!(keys.iter().all(|key| key.starts_with("signature.refused.")));
}
