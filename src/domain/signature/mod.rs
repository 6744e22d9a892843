//! A signature by hand: what it is, how pointer input becomes one, and how it is turned back into ink.
//!
//! Strokes are the truth; the ink on a screen or on paper is a projection of them, computed again whenever the
//! size changes. The rooms: [`stroke`] what a point and a stroke are and their JSON, [`refusal`] what is too
//! little to be a signature, [`pad`] the sheet a person writes on (undo, clear), [`capture`] pointer samples to
//! strokes, `ink` and [`mod@outline`] strokes to SVG path data.
//!
//! ```
//! use nattoku::domain::signature::{Pad, Point, PointerKind, Stroke, StrokeError, outline};
//!
//! let line = |x0, y0, x1, y1| {
//!     Stroke::new(PointerKind::Touch, vec![Point::new(x0, y0, 0, None)?, Point::new(x1, y1, 200, None)?])
//! };
//! let mut pad = Pad::default();
//! pad.push(line(1000, 1000, 3000, 3000)?);
//! assert_eq!(pad.sign().unwrap_err().key(), "signature.refused.single_line");
//! pad.push(line(3000, 1000, 1000, 3000)?);
//! assert_eq!(pad.sign().map(|signature| outline(&signature.strokes()[0]).starts_with('M')), Ok(true));
//! # Ok::<(), StrokeError>(())
//! ```
//!
//! What must not live here: elements, events, wording (only its keys), clocks. A signature made here is a record
//! of a person's answer, not an electronic signature in the sense of the Japanese act on electronic signatures.

pub mod capture;
mod ink;
pub mod outline;
pub mod pad;
pub mod refusal;
pub mod stroke;

use crate::domain::json::{FromTree, ToTree};
use std::fmt;

pub use capture::{Capture, CaptureOutcome, PointerPhase, PointerSample};
pub use outline::{InkBounds, ink_bounds, outline, view_box};
pub use pad::Pad;
pub use refusal::SignatureRefusal;
pub use stroke::{Point, PointerKind, Stroke, StrokeError};

/// The width of every pad, in the unit of all coordinates.
pub const PAD_WIDTH: i32 = 10_000;

/// The height of every pad, in the same unit as [`PAD_WIDTH`], so that shapes never distort: 5 : 2.
pub const PAD_HEIGHT: i32 = 4_000;

/// The most points one signature may have. A name written slowly with a 240 Hz pen needs a few thousand; more
/// than this is a scribble, and would make the record too large to keep on the device.
pub const MAX_POINTS: usize = 20_000;

/// The sheet the strokes were drawn on, so that a reader of the JSON needs no documentation to draw them.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Aspect {
    /// Always 10000 in this version of the format.
    pub width: i32,
    /// Always 4000 in this version of the format.
    pub height: i32,
}

impl Aspect {
    /// The one pad this version of the format has.
    pub const PAD: Aspect = Aspect { width: PAD_WIDTH, height: PAD_HEIGHT };
}

/// Strokes that really are a signature: a value of this type cannot be empty, a dot, some taps or one line
/// (design invariant 6). The times of its points count from its own first point.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[serde(try_from = "RawSignature")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    aspect: Aspect,
    strokes: Vec<Stroke>,
}

impl Signature {
    /// Accepts the strokes as a signature, and moves their times so that the first point is at 0 ms (the first
    /// strokes may have been undone).
    ///
    /// # Errors
    /// The reason it is not one yet; the strokes stay with the caller's pad, nothing is lost.
    pub fn new(mut strokes: Vec<Stroke>) -> Result<Self, SignatureRefusal> {
        refusal::judge(&strokes)?;
        let first = strokes.iter().map(Stroke::starts_at).min().unwrap_or(0);
        strokes.iter_mut().for_each(|stroke| stroke.shift_back(first));
        Ok(Self { aspect: Aspect::PAD, strokes })
    }

    /// The strokes in the order they were drawn.
    #[must_use]
    pub fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }

    /// Gives the strokes back, for example to put them on a [`Pad`] again.
    #[must_use]
    pub fn into_strokes(self) -> Vec<Stroke> {
        self.strokes
    }

    /// The sheet the strokes were drawn on.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        self.aspect
    }
}

/// The JSON shape of a [`Signature`] before it is believed.
#[derive(FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Signature"))]
struct RawSignature {
    /// The sheet the strokes were drawn on.
    aspect: Aspect,
    /// The strokes in the order they were drawn.
    strokes: Vec<Stroke>,
}

/// Why JSON is not a signature although each of its strokes can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NotASignature {
    OtherSheet(Aspect),
    Refused(SignatureRefusal),
}

impl fmt::Display for NotASignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherSheet(Aspect { width, height }) => {
                write!(
                    f,
                    "a signature's aspect is {PAD_WIDTH} x {PAD_HEIGHT}, this one says {width} x {height}"
                )
            }
            Self::Refused(refusal) => write!(f, "not a signature: {refusal}"),
        }
    }
}

impl TryFrom<RawSignature> for Signature {
    type Error = NotASignature;

    fn try_from(raw: RawSignature) -> Result<Self, Self::Error> {
        if raw.aspect != Aspect::PAD {
            return Err(NotASignature::OtherSheet(raw.aspect));
        }
        Self::new(raw.strokes).map_err(NotASignature::Refused)
    }
}
