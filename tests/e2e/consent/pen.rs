//! A name written with a pen: how hard it was pressed, and every place that it told of, are in the record.

use nattoku::domain::consent::Answer;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::record;
use crate::talk::Talk;
use crate::words::say;

/// As fractions of the pad, pressed harder and less hard.
const FIRST: [(f64, f64, f64); 4] = [(0.15, 0.3, 0.2), (0.2, 0.75, 0.5), (0.3, 0.7, 0.8), (0.32, 0.3, 0.4)];
const SECOND: [(f64, f64, f64); 4] = [(0.4, 0.35, 0.3), (0.6, 0.3, 0.6), (0.55, 0.5, 1.0), (0.45, 0.75, 0.1)];

/// A pen on the real pad, through WebDriver where the engine moves pens.
pub fn pen_route(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.choose("way.sign");
    talk.see(&say("sign.heading"));
    let pad = page.role("img", &say("sign.pad"));
    pad.write(&FIRST);
    page.wait_for("the first stroke", || talk.strokes() == 1);
    let tells_all = pad.write_at_once(&SECOND);
    page.wait_for("the second stroke", || talk.strokes() == 2);
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    talk.finish("consented");

    let document = record::save(page);
    let signature = &record::only_event(&document)["signature"];
    let strokes = signature["strokes"].as_array().expect("strokes");
    assert_eq!(strokes.len(), 2);
    assert_written(&strokes[0], &FIRST);
    // A browser that keeps the places between to itself gives the first and the last of them.
    let ends = [SECOND[0], SECOND[3]];
    assert_written(&strokes[1], if tells_all { &SECOND[..] } else { &ends });
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// One stroke of the record is that of the pen, place by place: within a pixel, and pressed exactly so.
#[track_caller]
fn assert_written(stroke: &Value, drawn: &[(f64, f64, f64)]) {
    assert_eq!(stroke["pointer"], "pen", "{stroke}");
    let points = stroke["points"].as_array().expect("points");
    let hard: Vec<&Value> = points.iter().map(|point| &point[3]).collect();
    let pressed: Vec<Value> = drawn.iter().map(|(.., hard)| json!((hard * 1000.0).round() as u16)).collect();
    assert_eq!(hard, pressed.iter().collect::<Vec<_>>(), "{stroke}");
    for (point, (x, y, _)) in points.iter().zip(drawn) {
        let off = [(&point[0], x * 10_000.0), (&point[1], y * 4_000.0)]
            .map(|(is, wanted)| (is.as_f64().expect("a number") - wanted).abs());
        // The pad is at least 300 px wide, and both ends of a pixel may have been rounded.
        assert!(off.iter().all(|off| *off < 40.0), "{point} is not ({x}, {y})");
    }
}
