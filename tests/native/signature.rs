//! Signatures: what is accepted and refused, that no stroke is lost, which pointer draws, and that ink is sound.
//! Here are only the strokes the tests draw with.

mod accepted;
mod capture;
mod ink;
mod json;
mod pad;

use nattoku::domain::signature::stroke::{MAX_COORDINATE, MIN_COORDINATE};
use nattoku::domain::signature::*;
use proptest::prelude::*;

/// A stroke through these places at a steady pace, with a point at least every 60 units.
fn stroke_by(pointer: PointerKind, places: &[(i32, i32)]) -> Stroke {
    let mut points = Vec::new();
    for pair in places.windows(2) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        let steps = ((bx - ax).abs().max((by - ay).abs()) / 60).max(1);
        points.extend((0..steps).map(|i| (ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps)));
    }
    points.extend(places.last());
    let points = points.iter().zip(0..).map(|((x, y), i)| Point::clamped(*x, *y, i * 16, None)).collect();
    Stroke::new(pointer, points).expect("a stroke has points")
}

fn stroke(places: &[(i32, i32)]) -> Stroke {
    stroke_by(PointerKind::Touch, places)
}

/// `count` places of a curve, from its parameter 0 to 1.
fn curve(count: i32, at: impl Fn(f64) -> (f64, f64)) -> Stroke {
    let place = |i: i32| at(f64::from(i) / f64::from(count));
    stroke(&(0..=count).map(place).map(|(x, y)| (x as i32, y as i32)).collect::<Vec<_>>())
}

fn cross() -> Vec<Stroke> {
    vec![stroke(&[(1000, 2000), (3000, 2000)]), stroke(&[(2000, 1000), (2000, 3000)])]
}

prop_compose! {
    fn any_point()(
        x in MIN_COORDINATE..=MAX_COORDINATE,
        y in MIN_COORDINATE..=MAX_COORDINATE,
        t in prop_oneof![0..3000_u32, any::<u32>()],
        pressure in proptest::option::of(0..=1000_u16),
    ) -> Point {
        Point::new(x, y, t, pressure).unwrap()
    }
}

fn any_pointer() -> impl Strategy<Value = PointerKind> {
    prop_oneof![Just(PointerKind::Pen), Just(PointerKind::Touch), Just(PointerKind::Mouse)]
}

fn any_stroke() -> impl Strategy<Value = Stroke> {
    // Wild jumps, and small steps as a hand makes them.
    let near = (any_point(), proptest::collection::vec((-70..70, -70..70, 0..40_u32), 0..60)).prop_map(
        |(p, steps)| {
            let mut points = vec![p];
            for (dx, dy, dt) in steps {
                let last = points[points.len() - 1];
                points.push(Point::clamped(
                    last.x() + dx,
                    last.y() + dy,
                    last.t().saturating_add(dt),
                    p.pressure(),
                ));
            }
            points
        },
    );
    let wild = proptest::collection::vec(any_point(), 1..40);
    (any_pointer(), prop_oneof![near, wild]).prop_map(|(pointer, mut points)| {
        points.sort_by_key(|point| point.t());
        Stroke::new(pointer, points).unwrap()
    })
}
