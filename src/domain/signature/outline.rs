//! Ink as SVG path data: filled outlines that are sharp at any size, on any screen and on paper.
//!
//! What must not live here: how wide the brush is and where it goes (`ink`), elements, colours.

use super::ink::{Nib, THICK, pieces};
use super::{PAD_HEIGHT, PAD_WIDTH, Stroke};
use std::fmt::Write;

/// The `viewBox` of a whole pad.
#[must_use]
pub fn view_box() -> String {
    format!("0 0 {PAD_WIDTH} {PAD_HEIGHT}")
}

/// The `d` of an SVG path that draws the stroke when filled with the default rule (`nonzero`): a brush line of
/// varying width with round ends, or a disc for a dot. Whole numbers in pad units, never empty.
///
/// All sub-paths turn the same way, so where they overlap (at corners and loops) the ink stays whole.
#[must_use]
pub fn outline(stroke: &Stroke) -> String {
    let mut path = Path::default();
    for piece in pieces(stroke) {
        match piece.as_slice() {
            [] => {}
            [dot] => path.disc(dot),
            nibs => path.brush(nibs),
        }
    }
    path.d
}

/// A rectangle around ink, in pad units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InkBounds {
    /// The left edge; less than 0 when the ink leaves the pad.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// Greater than 0.
    pub width: i32,
    /// Greater than 0.
    pub height: i32,
}

impl InkBounds {
    /// The `viewBox` that crops to the ink.
    #[must_use]
    pub fn view_box(self) -> String {
        format!("{} {} {} {}", self.x, self.y, self.width, self.height)
    }
}

/// The rectangle that holds the ink of these strokes with its full width, for cropping on paper; also what was
/// drawn outside the pad. `None` without strokes.
#[must_use]
pub fn ink_bounds(strokes: &[Stroke]) -> Option<InkBounds> {
    let mut edges: Option<[f32; 4]> = None;
    for Nib { x, y, .. } in strokes.iter().flat_map(pieces).flatten() {
        let [left, top, right, bottom] = edges.unwrap_or([x, y, x, y]);
        edges = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
    }
    edges.map(|[left, top, right, bottom]| {
        let low = |edge: f32| (edge - THICK).floor() as i32;
        let high = |edge: f32| (edge + THICK).ceil() as i32;
        InkBounds {
            x: low(left),
            y: low(top),
            width: high(right) - low(left),
            height: high(bottom) - low(top),
        }
    })
}

/// Path data in relative whole numbers; the pen position is the rounded one, so that rounding never adds up.
#[derive(Default)]
struct Path {
    d: String,
    x: i32,
    y: i32,
    command: char,
}

impl Path {
    fn brush(&mut self, nibs: &[Nib]) {
        let (Some(first), Some(last)) = (nibs.first(), nibs.last()) else { return };
        self.start(side(first, 1.0));
        self.curve(nibs.iter().map(|nib| side(nib, 1.0)));
        self.cap(last.r, side(last, -1.0));
        self.curve(nibs.iter().rev().map(|nib| side(nib, -1.0)));
        self.cap(first.r, side(first, 1.0));
        self.close();
    }

    /// A quadratic spline that has the given points (the first is the pen position) as its control points: it
    /// stays within them, so it can neither overshoot nor kink.
    fn curve(&mut self, points: impl ExactSizeIterator<Item = (f32, f32)>) {
        let last = points.len().saturating_sub(1);
        let mut control: Option<(f32, f32)> = None;
        for (i, point) in points.enumerate().skip(1) {
            match control {
                Some(c) if i < last => {
                    self.numbers('q', &[c, ((c.0 + point.0) / 2.0, (c.1 + point.1) / 2.0)]);
                }
                Some(c) => self.numbers('q', &[c, point]),
                None if i == last => self.numbers('l', &[point]),
                None => {}
            }
            control = Some(point);
        }
    }

    /// Half a circle, turning right, to the other side of the brush.
    fn cap(&mut self, r: f32, to: (f32, f32)) {
        let r = r.round() as i32;
        self.command = 'a';
        // Writing to a String cannot fail.
        let _ = write!(self.d, "a{r} {r} 0 0 1");
        self.step(to, true);
    }

    fn disc(&mut self, nib: &Nib) {
        let r = nib.r.round();
        self.start((nib.x - r, nib.y));
        self.cap(r, (nib.x + r, nib.y));
        self.cap(r, (nib.x - r, nib.y));
        self.close();
    }

    fn start(&mut self, (x, y): (f32, f32)) {
        (self.x, self.y) = (x.round() as i32, y.round() as i32);
        self.command = 'M';
        let _ = write!(self.d, "M{} {}", self.x, self.y);
    }

    fn close(&mut self) {
        self.command = 'z';
        self.d.push('z');
    }

    fn numbers(&mut self, command: char, points: &[(f32, f32)]) {
        if self.command != command {
            self.command = command;
            self.d.push(command);
        }
        for (i, point) in points.iter().enumerate() {
            self.step(*point, i + 1 == points.len());
        }
    }

    /// Writes a point relative to the pen position, and moves the pen there when it is the last of its command.
    fn step(&mut self, (x, y): (f32, f32), moves: bool) {
        let (x, y) = (x.round() as i32, y.round() as i32);
        for number in [x - self.x, y - self.y] {
            // A minus sign or a command letter separates as well as a space does.
            if number >= 0 && self.d.ends_with(|c: char| c.is_ascii_digit()) {
                self.d.push(' ');
            }
            let _ = write!(self.d, "{number}");
        }
        if moves {
            (self.x, self.y) = (x, y);
        }
    }
}

/// The edge of the brush: `way` 1 is left of its direction, -1 right of it.
fn side(nib: &Nib, way: f32) -> (f32, f32) {
    (nib.x + nib.dy * nib.r * way, nib.y - nib.dx * nib.r * way)
}
