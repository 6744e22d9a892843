//! The outlines: well-formed, within their bounds, without holes, alive.

use super::*;
use PointerKind::{Pen, Touch};

/// The outline of a path as polygons, after checking every command and number of it.
fn polygons(d: &str) -> Vec<Vec<(f64, f64)>> {
    let mut numbers = d.replace('-', " -");
    for command in "Mqalz".chars() {
        numbers = numbers.replace(command, &format!(" {command} "));
    }
    let mut tokens = numbers.split_whitespace().peekable();
    let (mut all, mut here) = (Vec::new(), (0.0, 0.0));
    let mut open: Option<Vec<(f64, f64)>> = None;
    while let Some(command) = tokens.next() {
        let arity = match command {
            "M" | "l" => 2,
            "q" => 4,
            "a" => 7,
            "z" => 0,
            other => panic!("{other} in {d}"),
        };
        let mut first = true;
        while first || tokens.peek().is_some_and(|t| t.parse::<i32>().is_ok()) {
            first = false;
            let n: Vec<f64> = (0..arity)
                .map(|_| tokens.next().and_then(|t| t.parse::<i32>().ok()).expect("a whole number").into())
                .collect();
            let (x, y) = here;
            match command {
                "M" => {
                    assert!(open.is_none(), "every sub-path is closed");
                    here = (n[0], n[1]);
                    open = Some(vec![here]);
                    continue;
                }
                "z" => {
                    let done = open.take().expect("a sub-path to close");
                    assert!(done.len() > 2);
                    here = done[0];
                    all.push(done);
                    break;
                }
                _ => {}
            }
            let line = open.as_mut().expect("drawing after M");
            match command {
                "l" => here = (x + n[0], y + n[1]),
                "q" => {
                    here = (x + n[2], y + n[3]);
                    line.extend((1..8).map(|i| f64::from(i) / 8.0).map(|s| {
                        let u = 1.0 - s;
                        (x + 2.0 * u * s * n[0] + s * s * n[2], y + 2.0 * u * s * n[1] + s * s * n[3])
                    }));
                }
                _ => {
                    assert!(n[0] > 0.0 && n[0] == n[1] && n[2..5] == [0.0, 0.0, 1.0], "a round cap: {n:?}");
                    here = (x + n[5], y + n[6]);
                    let (cx, cy, hx, hy) = (x + n[5] / 2.0, y + n[6] / 2.0, -n[5] / 2.0, -n[6] / 2.0);
                    line.extend(
                        (1..12)
                            .map(|i| (f64::from(i) * std::f64::consts::PI / 12.0).sin_cos())
                            .map(|(sin, cos)| (cx + hx * cos - hy * sin, cy + hx * sin + hy * cos)),
                    );
                }
            }
            line.push(here);
        }
    }
    assert!(open.is_none() && !all.is_empty(), "{d}");
    all
}

/// How often the outlines wind around a place; 0 is paper.
fn winding(polygons: &[Vec<(f64, f64)>], (x, y): (f64, f64)) -> i32 {
    let crosses = |(ax, ay): (f64, f64), (bx, by): (f64, f64)| {
        let side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
        i32::from(ay <= y && by > y && side > 0.0) - i32::from(ay > y && by <= y && side < 0.0)
    };
    polygons.iter().map(|p| (0..p.len()).map(|i| crosses(p[i], p[(i + 1) % p.len()])).sum::<i32>()).sum()
}

#[test]
fn ink_has_no_holes_where_a_line_bends_or_crosses_itself() {
    let spiral = |radius: f64, drift: f64| {
        curve(400, move |s| {
            (2000.0 + drift * s + radius * (s * 60.0).sin(), 2000.0 + radius * (s * 60.0).cos())
        })
    };
    let mut strokes = cross();
    strokes.extend(
        [15.0, 40.0, 80.0, 160.0, 600.0].iter().flat_map(|r| [spiral(*r, 5000.0), spiral(*r, r * 3.0)]),
    );
    strokes.push(stroke(&[(500, 3000), (1500, 700), (2200, 3100), (2300, 800), (3700, 3000), (3600, 900)]));
    for stroke in strokes {
        let ink = polygons(&outline(&stroke));
        for point in stroke.points() {
            // Steadying may move the line by a little less than half of its width.
            let near =
                [(0, 0), (30, 0), (-30, 0), (0, 30), (0, -30), (22, 22), (-22, 22), (22, -22), (-22, -22)];
            let inked = near.iter().any(|(dx, dy)| {
                winding(&ink, (f64::from(point.x() + dx) + 0.5, f64::from(point.y() + dy) + 0.5)) != 0
            });
            assert!(inked, "paper shows at {point:?}");
        }
    }
}

/// Paper that no way leads to from outside the ink, in squares of 8 units.
fn enclosed_paper(stroke: &Stroke) -> usize {
    const SQUARE: i32 = 8;
    let ink = polygons(&outline(stroke));
    let bounds = ink_bounds(std::slice::from_ref(stroke)).unwrap();
    let (columns, rows) = (bounds.width / SQUARE + 3, bounds.height / SQUARE + 3);
    let place = |i: i32| {
        let (x, y) = (bounds.x + (i % columns - 1) * SQUARE, bounds.y + (i / columns - 1) * SQUARE);
        (f64::from(x) + 0.3, f64::from(y) + 0.3)
    };
    let mut paper: Vec<bool> = (0..columns * rows).map(|i| winding(&ink, place(i)) == 0).collect();
    let mut reached = vec![0];
    while let Some(i) = reached.pop() {
        if std::mem::take(&mut paper[i as usize]) {
            let (column, row) = (i % columns, i / columns);
            reached.extend((column > 0).then_some(i - 1));
            reached.extend((column + 1 < columns).then_some(i + 1));
            reached.extend((row > 0).then_some(i - columns));
            reached.extend((row + 1 < rows).then_some(i + columns));
        }
    }
    paper.into_iter().filter(|left| *left).count()
}

#[test]
fn turns_tighter_than_the_brush_are_solid_ink() {
    for radius in (12..=50).step_by(2).map(f64::from) {
        let at = |turn: f64, drift: f64| (500.0 + drift + radius * turn.sin(), 500.0 - radius * turn.cos());
        let spiral = curve(300, |s| at(s * 18.0, radius * 9.0 * s));
        let hook =
            curve(90, |s| if s < 0.5 { (s * 1000.0, 500.0 - radius) } else { at((s - 0.5) * 12.6, 0.0) });
        let there_and_back =
            curve(60, |s| (500.0 + 400.0 * (s * 6.3).sin(), 500.0 + radius * (s * 3.0).cos()));
        for (what, stroke) in [("spiral", spiral), ("hook", hook), ("there and back", there_and_back)] {
            assert_eq!(enclosed_paper(&stroke), 0, "{what} of {radius}");
        }
    }
    let eye = curve(90, |s| (500.0 + 300.0 * (s * 6.3).sin(), 500.0 + 300.0 * (s * 6.3).cos()));
    assert!(enclosed_paper(&eye) > 100, "a real loop keeps its eye");
}

#[test]
fn a_sharp_turn_of_a_quick_stroke_stays_where_it_was_made() {
    let places = [(1000, 3000), (5000, 3000), (5000, 1000), (1100, 2950)];
    let points = places.iter().zip(0..).map(|((x, y), i)| Point::clamped(*x, *y, i * 16, None)).collect();
    let stroke = Stroke::new(Touch, points).unwrap();
    let bounds = ink_bounds(std::slice::from_ref(&stroke)).unwrap();
    assert!(bounds.x + bounds.width <= 5080 && bounds.y + bounds.height <= 3080, "swings out: {bounds:?}");
    let ink = polygons(&outline(&stroke));
    for (x, y) in [(5010.5, 3010.5), (5010.5, 990.5)] {
        assert_ne!(winding(&ink, (x, y)), 0, "no round joint at {x}, {y}");
    }
}

#[test]
fn slow_is_thick_fast_is_thin_and_pressure_counts() {
    let width = |pointer, ms: u32, pressure: fn(u32) -> Option<u16>| {
        let points =
            (0..40).map(|i| Point::clamped(1000 + i as i32 * 100, 2000, i * ms, pressure(i))).collect();
        let ink = polygons(&outline(&Stroke::new(pointer, points).unwrap()));
        (0..200).filter(|dy| winding(&ink, (2950.5, 1900.5 + f64::from(*dy))) != 0).count()
    };
    assert!(width(Touch, 100, |_| None) > width(Touch, 30, |_| None));
    assert!(width(Touch, 30, |_| None) > width(Touch, 6, |_| None));
    assert!(width(Pen, 30, |i| Some(800 + i as u16)) > width(Pen, 30, |i| Some(200 + i as u16)) + 10);
    assert_eq!(width(Pen, 30, |_| Some(500)), width(Pen, 30, |_| None), "a pen that cannot feel uses speed");
}

#[test]
fn a_tap_is_a_disc_and_bounds_hold_the_ink() {
    let dot = outline(&stroke(&[(5000, 2000)]));
    assert_eq!(dot, "M4932 2000a68 68 0 0 1 136 0a68 68 0 0 1-136 0z");
    assert_eq!(view_box(), "0 0 10000 4000");
    assert_eq!(ink_bounds(&[]), None);
    let bounds = ink_bounds(&cross()).unwrap();
    assert_eq!(bounds.view_box(), "924 924 2152 2152");
}

proptest! {
    #[test]
    fn outlines_are_well_formed_and_within_their_bounds(stroke in any_stroke()) {
        let bounds = ink_bounds(std::slice::from_ref(&stroke)).unwrap();
        let (x, y) = (f64::from(bounds.x), f64::from(bounds.y));
        let (right, bottom) = (x + f64::from(bounds.width), y + f64::from(bounds.height));
        for (px, py) in polygons(&outline(&stroke)).into_iter().flatten() {
            prop_assert!(x <= px + 2.0 && px <= right + 2.0 && y <= py + 2.0 && py <= bottom + 2.0);
        }
    }
}
