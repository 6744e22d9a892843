//! From a stroke to the path and width of a brush: thinning, steadying, width from pressure or speed, and a smooth
//! centre line sampled closely enough to be outlined.
//!
//! What must not live here: SVG. No trigonometry and no powers either: square roots are one wasm instruction.

use super::{Point, PointerKind, Stroke};

/// The thinnest and the thickest half-width of the ink, in pad units: lines of 0.4 to 1.5 % of the pad's width,
/// which is 1 to 3 mm on a tablet and reads well on paper.
const THIN: f32 = 22.0;
pub(super) const THICK: f32 = 76.0;

/// The speed, in units per ms, at which a line is half-way between thick and thin: brisk finger writing.
const BRISK: f32 = 5.0;

/// Points closer than this are one knot: no wider than the thinnest line.
const KNOT_STEP: f32 = 30.0;
/// Neighbours closer than this are steadied; sparse points of a quick stroke are taken as they are.
const STEADY_WITHIN: f32 = 90.0;
const STEADY_PASSES: usize = 2;
/// Pens write smaller than fingers and are measured more exactly: all of the above is this much finer for them.
const PEN: f32 = 0.65;
/// How far the width needs to follow a change: ink does not jump.
const EASE: f32 = 130.0;
/// The length over which a stroke begins and ends.
const ENTRY: f32 = 130.0;
const EXIT: f32 = 420.0;
/// A turn whose cosine is below this is a corner: the line is drawn in two pieces with a round joint.
const CORNER: f32 = 0.3;
/// The distance of the samples along the centre line.
const SAMPLE_STEP: f32 = 70.0;

/// The brush at one place: its centre, its half-width and the unit direction it moves in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nib {
    pub x: f32,
    pub y: f32,
    pub r: f32,
    pub dx: f32,
    pub dy: f32,
}

#[derive(Clone, Copy)]
struct Knot {
    x: f32,
    y: f32,
    t: f32,
    pressure: f32,
    /// The length of the line up to here.
    at: f32,
    r: f32,
}

/// The brush along a stroke, in pieces that have no sharp corner; a dot is one piece of one nib. Never empty,
/// never a piece without a nib, all numbers finite.
pub(super) fn pieces(stroke: &Stroke) -> Vec<Vec<Nib>> {
    let scale = if stroke.pointer() == PointerKind::Pen { PEN } else { 1.0 };
    let mut knots = knots(stroke.points(), KNOT_STEP * scale);
    (0..STEADY_PASSES).for_each(|_| steady(&mut knots, STEADY_WITHIN * scale));
    measure(&mut knots);
    set_widths(&mut knots, scale, has_pressure(stroke.points()));
    let mut pieces = Vec::new();
    let mut from = 0;
    for i in 1..knots.len() {
        if i + 1 == knots.len() || is_corner(&knots[i - 1], &knots[i], &knots[i + 1]) {
            pieces.push(sample(&knots[from..=i]));
            from = i;
        }
    }
    if let (true, Some(k)) = (pieces.is_empty(), knots.first()) {
        pieces.push(vec![Nib { x: k.x, y: k.y, r: k.r, dx: 1.0, dy: 0.0 }]);
    }
    pieces
}

/// Pens without a pressure sensor report the same value throughout (0.5): then speed says more.
fn has_pressure(points: &[Point]) -> bool {
    let first = points.first().and_then(|point| point.pressure());
    first.is_some() && (points.len() == 1 || points.iter().any(|point| point.pressure() != first))
}

fn knots(points: &[Point], min_step: f32) -> Vec<Knot> {
    let mut knots: Vec<Knot> = Vec::with_capacity(points.len());
    let last_index = points.len().saturating_sub(1);
    for (i, point) in points.iter().enumerate() {
        let (x, y) = (point.x() as f32, point.y() as f32);
        let pressure = f32::from(point.pressure().unwrap_or(500)) / 1000.0;
        let knot = Knot { x, y, t: point.t() as f32, pressure, at: 0.0, r: 0.0 };
        match knots.last() {
            Some(before) if distance(before, &knot) < min_step => {
                // The very end of a line is kept in place of the knot just before it.
                if i == last_index && knots.len() > 1 {
                    knots.pop();
                    knots.push(knot);
                }
            }
            _ => knots.push(knot),
        }
    }
    knots
}

/// Takes the tremble of sensors (not of hands: that is part of the name) out of closely spaced knots.
fn steady(knots: &mut [Knot], within: f32) {
    let Some(mut before) = knots.first().copied() else { return };
    for i in 1..knots.len().saturating_sub(1) {
        let (here, after) = (knots[i], knots[i + 1]);
        if distance(&before, &here).max(distance(&here, &after)) < within {
            knots[i].x = (before.x + 2.0 * here.x + after.x) / 4.0;
            knots[i].y = (before.y + 2.0 * here.y + after.y) / 4.0;
        }
        before = here;
    }
}

fn measure(knots: &mut [Knot]) {
    for i in 1..knots.len() {
        knots[i].at = knots[i - 1].at + distance(&knots[i - 1], &knots[i]);
    }
}

fn set_widths(knots: &mut [Knot], scale: f32, by_pressure: bool) {
    let Some(end) = knots.len().checked_sub(1) else { return };
    let timed = knots[end].t > knots[0].t;
    let speed = |knots: &[Knot], i: usize| {
        let (a, b) = (&knots[i.saturating_sub(2)], &knots[(i + 2).min(end)]);
        if timed { (b.at - a.at) / (b.t - a.t).max(4.0) } else { BRISK }
    };
    let exit_speed = speed(knots, end);
    for i in 0..=end {
        let share = match (end, by_pressure) {
            (_, true) => knots[i].pressure * (2.0 - knots[i].pressure),
            (0, false) => 0.85,
            (_, false) => BRISK / (BRISK + speed(knots, i)),
        };
        knots[i].r = scale * (THIN + (THICK - THIN) * share);
    }
    let follow = |knots: &mut [Knot], from: usize, to: usize| {
        let way = (knots[to].at - knots[from].at).abs();
        knots[to].r = knots[from].r + (knots[to].r - knots[from].r) * way / (way + EASE);
    };
    (1..=end).for_each(|i| follow(knots, i - 1, i));
    (0..end).rev().for_each(|i| follow(knots, i + 1, i));
    if end == 0 {
        return;
    }
    // A line that ends at speed is swept out (払い), one that ends at rest is set down (止め).
    let whole = knots[end].at.max(1.0);
    let tip = 1.0 - 0.65 * exit_speed / (exit_speed + 2.0);
    for knot in knots {
        knot.r *=
            taper(knot.at, ENTRY.min(whole / 4.0), 0.78) * taper(whole - knot.at, EXIT.min(whole / 2.5), tip);
    }
}

/// From `tip` at the end to 1 at `length` from it.
fn taper(way: f32, length: f32, tip: f32) -> f32 {
    let s = (way / length).clamp(0.0, 1.0);
    tip + (1.0 - tip) * s * (2.0 - s)
}

/// A smooth line through the knots: cubic Hermite with chordal Catmull-Rom tangents, which does not overshoot
/// where slow (dense) and quick (sparse) points meet.
fn sample(knots: &[Knot]) -> Vec<Nib> {
    let chord = |i: usize| {
        let (a, b) = (&knots[i], &knots[i + 1]);
        let h = distance(a, b).max(1.0);
        ((b.x - a.x) / h, (b.y - a.y) / h, h)
    };
    let last = knots.len() - 1;
    let tangent = |i: usize| {
        if i == 0 || i == last {
            let (x, y, _) = chord(i.min(last - 1));
            return (x, y);
        }
        let ((ax, ay, ah), (bx, by, bh)) = (chord(i - 1), chord(i));
        ((ax * bh + bx * ah) / (ah + bh), (ay * bh + by * ah) / (ah + bh))
    };
    let mut nibs = Vec::with_capacity(knots.len() * 2);
    let mut direction = tangent(0);
    for i in 0..last {
        let (a, b, (cx, cy, h)) = (&knots[i], &knots[i + 1], chord(i));
        let ((ax, ay), (bx, by)) = (tangent(i), tangent(i + 1));
        let steps = (h / SAMPLE_STEP).ceil().max(1.0);
        let count = steps as usize + usize::from(i + 1 == last);
        for step in 0..count {
            let s = step as f32 / steps;
            let (u, ss) = (1.0 - s, s * s);
            let blend = ss * (3.0 - 2.0 * s);
            let (pull_a, pull_b) = (s * u * u * h, -ss * u * h);
            let at =
                |from: f32, to: f32, ta: f32, tb: f32| from + (to - from) * blend + ta * pull_a + tb * pull_b;
            let slope = |c: f32, ta: f32, tb: f32| {
                6.0 * s * u * c + (1.0 - 4.0 * s + 3.0 * ss) * ta + (3.0 * ss - 2.0 * s) * tb
            };
            direction = unit(slope(cx, ax, bx), slope(cy, ay, by)).unwrap_or(direction);
            nibs.push(Nib {
                x: at(a.x, b.x, ax, bx),
                y: at(a.y, b.y, ay, by),
                r: a.r + (b.r - a.r) * s,
                dx: direction.0,
                dy: direction.1,
            });
        }
    }
    nibs
}

fn is_corner(a: &Knot, b: &Knot, c: &Knot) -> bool {
    match (unit(b.x - a.x, b.y - a.y), unit(c.x - b.x, c.y - b.y)) {
        (Some((ax, ay)), Some((bx, by))) => ax * bx + ay * by < CORNER,
        _ => false,
    }
}

fn unit(x: f32, y: f32) -> Option<(f32, f32)> {
    let length = (x * x + y * y).sqrt();
    (length > 1e-3).then_some((x / length, y / length))
}

fn distance(a: &Knot, b: &Knot) -> f32 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    (dx * dx + dy * dy).sqrt()
}
