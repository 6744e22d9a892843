//! Points and strokes: the data a signature is made of, and their compact JSON.
//!
//! What must not live here: whether strokes amount to a signature (`refusal`), and anything about drawing them.

use crate::domain::json::{FromTree, Node, Refused, ToTree, Value};
use std::fmt;

/// The smallest coordinate: one pad width to the left of (or above) the pad. Strokes that leave the pad go on.
pub const MIN_COORDINATE: i32 = -10_000;
/// The largest coordinate: one pad width to the right of the pad.
pub const MAX_COORDINATE: i32 = 20_000;
/// The full pressure of a pen.
pub const MAX_PRESSURE: u16 = 1_000;

/// What drew a stroke.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PointerKind {
    /// A stylus that the device can tell from a finger.
    Pen,
    /// A finger (or a passive stylus, which looks the same to the device).
    Touch,
    /// A mouse, a trackpad, or something the browser does not name.
    Mouse,
}

impl PointerKind {
    /// Reads `PointerEvent.pointerType`; an unknown device is handled as a mouse (Pointer Events, 4.1).
    #[must_use]
    pub fn from_dom(pointer_type: &str) -> Self {
        match pointer_type {
            "pen" => Self::Pen,
            "touch" => Self::Touch,
            _ => Self::Mouse,
        }
    }
}

/// One place the pointer was at one time. In JSON an array of integers, `[x, y, t]` or `[x, y, t, pressure]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    x: i32,
    y: i32,
    t: u32,
    pressure: Option<u16>,
}

impl Point {
    /// A point at `x`, `y` (pad units), `t` milliseconds, with the pen's `pressure` (0 to 1000) if it has one.
    ///
    /// # Errors
    /// When a coordinate is outside -10000 to 20000, or the pressure is above 1000.
    pub fn new(x: i32, y: i32, t: u32, pressure: Option<u16>) -> Result<Self, StrokeError> {
        let on_sheet = MIN_COORDINATE..=MAX_COORDINATE;
        if !on_sheet.contains(&x) {
            return Err(StrokeError::X(x.into()));
        }
        if !on_sheet.contains(&y) {
            return Err(StrokeError::Y(y.into()));
        }
        match pressure {
            Some(hard) if hard > MAX_PRESSURE => Err(StrokeError::Pressure(hard.into())),
            _ => Ok(Self { x, y, t, pressure }),
        }
    }

    /// The same, with values outside their range moved to its edge: for live input, where nothing is refused.
    #[must_use]
    pub fn clamped(x: i32, y: i32, t: u32, pressure: Option<u16>) -> Self {
        let on_sheet = |v: i32| v.clamp(MIN_COORDINATE, MAX_COORDINATE);
        Self { x: on_sheet(x), y: on_sheet(y), t, pressure: pressure.map(|p| p.min(MAX_PRESSURE)) }
    }

    /// From left to right, 0 to 10000 across the pad; beyond that outside of it.
    #[must_use]
    pub fn x(self) -> i32 {
        self.x
    }

    /// From top to bottom, 0 to 4000 down the pad; beyond that outside of it.
    #[must_use]
    pub fn y(self) -> i32 {
        self.y
    }

    /// Milliseconds since the first point of the signature.
    #[must_use]
    pub fn t(self) -> u32 {
        self.t
    }

    /// How hard the pen pressed, 0 to 1000; `None` for fingers and mice.
    #[must_use]
    pub fn pressure(self) -> Option<u16> {
        self.pressure
    }

    fn from_numbers(numbers: [i64; 4], count: usize) -> Result<Self, StrokeError> {
        let [x, y, t, hard] = numbers;
        let pressure = match count {
            3 => None,
            4 => Some(u16::try_from(hard).map_err(|_| StrokeError::Pressure(hard))?),
            other => return Err(StrokeError::Length(other)),
        };
        Self::new(
            i32::try_from(x).map_err(|_| StrokeError::X(x))?,
            i32::try_from(y).map_err(|_| StrokeError::Y(y))?,
            u32::try_from(t).map_err(|_| StrokeError::Time(t))?,
            pressure,
        )
    }
}

impl ToTree for Point {
    fn to_tree(&self) -> Value {
        let mut numbers = vec![Value::from(self.x), Value::from(self.y), Value::from(self.t)];
        numbers.extend(self.pressure.map(Value::from));
        Value::Array(numbers)
    }
}

impl FromTree for Point {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        let items = node.items("a point [x, y, t] or [x, y, t, pressure] of whole numbers")?;
        let mut numbers = [0_i64; 4];
        for (at, (number, value)) in numbers.iter_mut().zip(items).enumerate() {
            *number = i64::from_tree(&node.item(at, value))?;
        }
        Self::from_numbers(numbers, items.len()).map_err(|cause| node.refuse(&cause))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl serde::Serialize for Point {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        crate::domain::json::host::write(self, to)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de> serde::Deserialize<'de> for Point {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::domain::json::host::read(from)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Point {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Point".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "[x, y, t] or [x, y, t, pressure]: pad units (10000 = the pad's width), \
                            milliseconds since the first point of the signature, pen pressure.",
            "type": "array",
            "minItems": 3,
            "maxItems": 4,
            "prefixItems": [
                { "title": "x", "type": "integer", "minimum": MIN_COORDINATE, "maximum": MAX_COORDINATE },
                { "title": "y", "type": "integer", "minimum": MIN_COORDINATE, "maximum": MAX_COORDINATE },
                { "title": "t", "type": "integer", "minimum": 0, "maximum": u32::MAX },
                { "title": "pressure", "type": "integer", "minimum": 0, "maximum": MAX_PRESSURE }
            ]
        })
    }
}

/// What one pointer drew from touching the pad to leaving it: at least one point, times never going back.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[serde(try_from = "RawStroke")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stroke {
    pointer: PointerKind,
    points: Vec<Point>,
}

impl Stroke {
    /// A stroke of these points.
    ///
    /// # Errors
    /// When there is no point, or a point is earlier than the one before it.
    pub fn new(pointer: PointerKind, points: Vec<Point>) -> Result<Self, StrokeError> {
        if points.is_empty() {
            return Err(StrokeError::NoPoints);
        }
        match points.windows(2).position(|pair| pair[1].t < pair[0].t) {
            Some(before) => Err(StrokeError::TimeGoesBack(before + 1)),
            None => Ok(Self { pointer, points }),
        }
    }

    pub(super) fn begin(pointer: PointerKind, point: Point) -> Self {
        Self { pointer, points: vec![point] }
    }

    /// Adds a point, no earlier than the last one.
    pub(super) fn extend(&mut self, mut point: Point) {
        point.t = point.t.max(self.ends_at());
        self.points.push(point);
    }

    /// The last point was pressed harder while the pen stayed in place: a dot grows, nothing else changes.
    pub(super) fn press(&mut self, pressure: Option<u16>) {
        if let Some(last) = self.points.last_mut() {
            last.pressure = last.pressure.max(pressure);
        }
    }

    pub(super) fn shift_back(&mut self, ms: u32) {
        self.points.iter_mut().for_each(|point| point.t = point.t.saturating_sub(ms));
    }

    /// What drew it.
    #[must_use]
    pub fn pointer(&self) -> PointerKind {
        self.pointer
    }

    /// Its points in time order; never empty.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The time of the first point, in ms since the first point of the signature.
    #[must_use]
    pub fn starts_at(&self) -> u32 {
        self.points.first().map_or(0, |point| point.t)
    }

    /// The time of the last point, in ms since the first point of the signature.
    #[must_use]
    pub fn ends_at(&self) -> u32 {
        self.points.last().map_or(0, |point| point.t)
    }
}

/// The JSON shape of a [`Stroke`] before it is believed.
#[derive(FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Stroke"))]
struct RawStroke {
    /// What drew it.
    pointer: PointerKind,
    /// Its points in time order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    points: Vec<Point>,
}

impl TryFrom<RawStroke> for Stroke {
    type Error = StrokeError;

    fn try_from(raw: RawStroke) -> Result<Self, StrokeError> {
        Self::new(raw.pointer, raw.points)
    }
}

/// Why numbers are not a point, or points not a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StrokeError {
    /// A point has this many numbers instead of three or four.
    Length(usize),
    /// The first number is not within -10000 to 20000.
    X(i64),
    /// The second number is not within -10000 to 20000.
    Y(i64),
    /// The third number is not a number of milliseconds within 49 days.
    Time(i64),
    /// The fourth number is not within 0 to 1000.
    Pressure(i64),
    /// A stroke without points.
    NoPoints,
    /// The point with this index (from 0) is earlier than the one before it.
    TimeGoesBack(usize),
}

impl fmt::Display for StrokeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = format_args!("{MIN_COORDINATE} to {MAX_COORDINATE}");
        match self {
            Self::Length(n) => {
                write!(f, "a point is [x, y, t] or [x, y, t, pressure], this one has {n} numbers")
            }
            Self::X(x) => write!(f, "x of a point is {sheet}, not {x}"),
            Self::Y(y) => write!(f, "y of a point is {sheet}, not {y}"),
            Self::Time(t) => write!(f, "t of a point is 0 to {} ms, not {t}", u32::MAX),
            Self::Pressure(p) => write!(f, "pressure of a point is 0 to {MAX_PRESSURE}, not {p}"),
            Self::NoPoints => f.write_str("a stroke has at least one point"),
            Self::TimeGoesBack(i) => write!(f, "point {i} of a stroke is earlier than the one before it"),
        }
    }
}

impl std::error::Error for StrokeError {}
