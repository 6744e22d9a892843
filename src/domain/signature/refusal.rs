//! What is too little to be a signature, and why (design invariant 6: a dot is not a signature).
//!
//! The aim is to catch the accident and the half-finished, never to grade handwriting: a shaky name, one
//! character, an X or a single looping stroke all pass. Where a mark could be either, it passes: refusing an old
//! person's real signature is the worse mistake, and the person has an equal route without drawing anyway.
//! Lengths are in pad units (10 000 = the pad's width: 6 to 7 cm on a phone, about 20 cm on a tablet).
//!
//! What must not live here: wording. The keys name it, `presets` holds it.

use super::{MAX_POINTS, Point, PointerKind, Stroke};
use std::fmt;

/// Ink that stays within this is a tap. A fingertip rolls by about 2 mm (300 units on a phone) when it only
/// taps; the point of a pen hardly moves, and pen writing is small: characters of 4 mm on a tablet are 200 units
/// high, so their strokes must count.
fn tap_size(pointer: PointerKind) -> f64 {
    match pointer {
        PointerKind::Touch => 300.0,
        PointerKind::Mouse => 150.0,
        PointerKind::Pen => 80.0,
    }
}

/// All ink together must be this long. One small character (山 of 300 units) has about 1 100, an X of 4 % of the
/// pad's width the same; a hook left by a brushing hand has less.
const MIN_LENGTH: f64 = 1_000.0;

/// The ink must reach this far, so that a finger resting and trembling on the spot is not a name.
const MIN_EXTENT: f64 = 300.0;

/// Ink in a band of less than this share of its length may be one line...
const LINE_SHARE: f64 = 0.15;

/// ...and it is one, however often it was traced, when the band is also no wider than a tremor (5 mm on a
/// tablet). Small characters spread over the whole pad are flat too, but higher than this.
const TREMOR: f64 = 250.0;

/// A single stroke in such a band that crosses it no more often than this is a bent line: a bow goes out and
/// back (2). Flat cursive writing crosses the band once for each of its waves.
const BEND: f64 = 2.6;

/// Steps shorter than this are noise of the sensor or the hand and add nothing to a length.
const NOISE: f64 = 40.0;

/// Why strokes are not a signature yet. Each has a wording of its own: kind, and saying what would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureRefusal {
    /// Nothing was drawn.
    Empty,
    /// Only taps.
    OnlyDots,
    /// Something was begun, but it is very short or very small.
    TooShort,
    /// One line, straight or nearly, of any length, also when traced several times.
    SingleLine,
    /// More than [`MAX_POINTS`] points: a scribble. Clearing and writing again helps.
    TooManyPoints,
}

impl SignatureRefusal {
    /// All of them, for the test that every wording exists.
    pub const ALL: [Self; 5] =
        [Self::Empty, Self::OnlyDots, Self::TooShort, Self::SingleLine, Self::TooManyPoints];

    /// The stable key of its wording, such as `signature.refused.empty`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "signature.refused.empty",
            Self::OnlyDots => "signature.refused.only_dots",
            Self::TooShort => "signature.refused.too_short",
            Self::SingleLine => "signature.refused.single_line",
            Self::TooManyPoints => "signature.refused.too_many_points",
        }
    }

    /// Whether writing on, on top of what is there, can help (clearing would only lose what was begun).
    #[must_use]
    pub fn can_continue(self) -> bool {
        self != Self::TooManyPoints
    }
}

impl fmt::Display for SignatureRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "nothing was drawn",
            Self::OnlyDots => "only dots were drawn",
            Self::TooShort => "the strokes are too short",
            Self::SingleLine => "it is a single line",
            Self::TooManyPoints => "it has too many points",
        })
    }
}

impl std::error::Error for SignatureRefusal {}

/// Decides whether the strokes are a signature.
pub(super) fn judge(strokes: &[Stroke]) -> Result<(), SignatureRefusal> {
    if strokes.is_empty() {
        return Err(SignatureRefusal::Empty);
    }
    if strokes.iter().map(|stroke| stroke.points().len()).sum::<usize>() > MAX_POINTS {
        return Err(SignatureRefusal::TooManyPoints);
    }
    let lines: Vec<Vec<Place>> = strokes
        .iter()
        .filter(|stroke| !is_tap(stroke))
        .map(|stroke| without_noise(stroke.points()))
        .collect();
    if lines.is_empty() {
        return Err(SignatureRefusal::OnlyDots);
    }
    let length: f64 = steps(&lines).map(|(a, b)| a.to(b)).sum();
    let band = Band::around(&lines);
    if length < MIN_LENGTH || band.length < MIN_EXTENT {
        return Err(SignatureRefusal::TooShort);
    }
    if band.is_one_line(lines.len() == 1) {
        return Err(SignatureRefusal::SingleLine);
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Place {
    x: f64,
    y: f64,
}

impl Place {
    fn of(point: Point) -> Self {
        Self { x: point.x().into(), y: point.y().into() }
    }

    fn to(self, other: Self) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }
}

fn is_tap(stroke: &Stroke) -> bool {
    let places = || stroke.points().iter().map(|point| Place::of(*point));
    let (width, height) = (span(places().map(|p| p.x)), span(places().map(|p| p.y)));
    (width * width + height * height).sqrt() < tap_size(stroke.pointer())
}

/// The places of a stroke at least [`NOISE`] apart, and its last one.
fn without_noise(points: &[Point]) -> Vec<Place> {
    let mut kept: Vec<Place> = Vec::new();
    let mut skipped = None;
    for place in points.iter().map(|point| Place::of(*point)) {
        let near = kept.last().is_some_and(|last| last.to(place) < NOISE);
        skipped = near.then_some(place);
        if !near {
            kept.push(place);
        }
    }
    kept.extend(skipped);
    kept
}

fn steps(lines: &[Vec<Place>]) -> impl Iterator<Item = (Place, Place)> {
    lines.iter().flat_map(|line| line.windows(2).map(|pair| (pair[0], pair[1])))
}

/// From the least to the greatest of some numbers; 0 of none.
fn span(numbers: impl Iterator<Item = f64>) -> f64 {
    let (low, high) =
        numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
    (high - low).max(0.0)
}

/// The ink seen along its own main direction.
struct Band {
    length: f64,
    width: f64,
    /// The way travelled across the band, added up.
    across: f64,
}

impl Band {
    /// The main direction is the first principal axis of the ink, each step weighing as much as it is long.
    fn around(lines: &[Vec<Place>]) -> Self {
        let (mut weight, mut x, mut y) = (0.0, 0.0, 0.0);
        for (a, b) in steps(lines) {
            let w = a.to(b);
            weight += 2.0 * w;
            x += w * (a.x + b.x);
            y += w * (a.y + b.y);
        }
        let weight = f64::max(weight, 1.0);
        let (x, y) = (x / weight, y / weight);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for (a, b) in steps(lines) {
            let w = a.to(b);
            for p in [a, b] {
                xx += w * (p.x - x) * (p.x - x);
                xy += w * (p.x - x) * (p.y - y);
                yy += w * (p.y - y) * (p.y - y);
            }
        }
        let half = (xx - yy) / 2.0;
        let root = (half * half + xy * xy).sqrt();
        // Of the two ways to write the eigenvector, the one that does not cancel out.
        let (ux, uy) = if half >= 0.0 { (half + root, xy) } else { (xy, root - half) };
        let norm = (ux * ux + uy * uy).sqrt();
        let (ux, uy) = if norm > 0.0 { (ux / norm, uy / norm) } else { (1.0, 0.0) };
        let offset = |p: Place| p.y * ux - p.x * uy;
        Self {
            length: span(lines.iter().flatten().map(|p| p.x * ux + p.y * uy)),
            width: span(lines.iter().flatten().map(|p| offset(*p))),
            across: steps(lines).map(|(a, b)| (offset(b) - offset(a)).abs()).sum(),
        }
    }

    fn is_one_line(&self, single_stroke: bool) -> bool {
        let narrow = self.width < LINE_SHARE * self.length;
        narrow && (self.width < TREMOR || single_stroke && self.across < BEND * self.width)
    }
}
