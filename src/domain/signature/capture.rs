//! Pointer samples in, strokes out: which pointer draws, which is a palm, when a stroke begins and ends.
//!
//! What must not live here: DOM events (the view turns each of them, and each coalesced point, into one
//! [`PointerSample`]) and the strokes already finished (`pad`).

use super::stroke::MAX_PRESSURE;
use super::{MAX_POINTS, PAD_WIDTH, Pad, Point, PointerKind, Stroke};

/// A contact this large, in CSS px, is a palm or a forearm: about 2 cm. A fingertip laid flat has up to 1.5 cm.
const PALM_PX: f64 = 120.0;

/// Some screens report every touch as huge. After this many large first touches in a row they are believed to be
/// fingers, because a pad that never reacts is worse than a stray mark that can be undone.
const LARGE_BELIEVED: u8 = 3;

/// While a pen was seen this recently (ms, hovering counts), touches are the hand that holds it. Short enough
/// that the next person can go on with a finger.
const PEN_NEAR_MS: f64 = 2_000.0;

/// Samples closer than this (pad units) to the last point add nothing the eye could see.
const MIN_STEP: i64 = 10;

/// When the pad's width changes by more than this factor in mid-stroke, the tablet was turned.
const TURNED: f64 = 1.25;

/// `PointerEvent.buttons`: left button, finger or pen tip.
const LEFT: u16 = 1;
/// `PointerEvent.buttons`: the eraser end of a pen.
const ERASER: u16 = 32;

/// What happened to a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerPhase {
    /// `pointerdown`.
    Down,
    /// `pointermove`, or one of its coalesced events.
    Move,
    /// `pointerup`.
    Up,
    /// `pointercancel`.
    Cancel,
}

/// One pointer event, or one of its coalesced points, in the terms of Pointer Events level 3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointerSample {
    /// `pointerId`.
    pub id: i32,
    /// From `pointerType`, see [`PointerKind::from_dom`].
    pub kind: PointerKind,
    /// Which event it was.
    pub phase: PointerPhase,
    /// CSS px from the left edge of the pad; may be outside of it.
    pub x: f64,
    /// CSS px from the top edge of the pad.
    pub y: f64,
    /// The pad's width in CSS px, measured now: after a rotation or a zoom it is another.
    pub pad_width: f64,
    /// `timeStamp`, in ms from any fixed start.
    pub time: f64,
    /// `pressure`, 0 to 1; only a pen's is kept.
    pub pressure: f32,
    /// `width` of the contact in CSS px.
    pub contact_width: f64,
    /// `height` of the contact in CSS px.
    pub contact_height: f64,
    /// `isPrimary`: no other pointer of this kind was down when it came.
    pub is_primary: bool,
    /// `buttons`, a bit set.
    pub buttons: u16,
}

impl PointerSample {
    /// Where it is on the pad, if that can be said.
    fn place(&self) -> Option<(i32, i32)> {
        let scale = f64::from(PAD_WIDTH) / self.pad_width;
        let (x, y) = (self.x * scale, self.y * scale);
        // `as` saturates; `Point::clamped` then brings it onto the sheet.
        (self.pad_width > 0.0 && x.is_finite() && y.is_finite())
            .then_some((x.round() as i32, y.round() as i32))
    }

    fn pen_pressure(&self) -> Option<u16> {
        let full = f32::from(MAX_PRESSURE);
        (self.kind == PointerKind::Pen && self.pressure.is_finite())
            .then_some((self.pressure * full).round().clamp(0.0, full) as u16)
    }

    /// Right and middle buttons and the eraser do not draw. A pen's side button does: hands that tremble press
    /// it unknowingly.
    fn wants_to_draw(&self) -> bool {
        match self.kind {
            PointerKind::Mouse => self.buttons & LEFT != 0,
            PointerKind::Pen => self.buttons & ERASER == 0,
            PointerKind::Touch => true,
        }
    }

    /// A move of a pointer that no longer touches: its `pointerup` was lost (a dialog, another window).
    fn is_hovering(&self) -> bool {
        match self.kind {
            PointerKind::Mouse => self.buttons & LEFT == 0,
            // Some web views send no buttons for a pen that does press.
            PointerKind::Pen => self.buttons == 0 && self.pressure <= 0.0,
            PointerKind::Touch => false,
        }
    }

    fn is_large(&self) -> bool {
        self.kind == PointerKind::Touch && self.contact_width.max(self.contact_height) >= PALM_PX
    }
}

/// What a sample did. [`Capture::active`] is always the stroke to draw now, whatever the outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum CaptureOutcome {
    /// Nothing changed.
    Ignored,
    /// A stroke began, possibly in place of a palm's.
    Started,
    /// The active stroke grew.
    Moved,
    /// This stroke is finished: keep it at once. When its end had been lost, the next may already be active.
    Finished(Stroke),
    /// The active stroke was a palm's, and is gone.
    Dropped,
}

#[derive(Clone, Debug, PartialEq)]
struct Active {
    id: i32,
    stroke: Stroke,
    pad_width: f64,
    large: bool,
}

impl Active {
    /// Ids are unique among the pointers of a page; comparing the kind too costs nothing and keeps a stroke's
    /// pressure and palm rules those of the pointer that began it.
    fn is(&self, sample: &PointerSample) -> bool {
        self.id == sample.id && self.stroke.pointer() == sample.kind
    }
}

/// The state between samples. One pointer draws at a time.
///
/// - A second finger is ignored; so are touches while a pen is near, large contacts, the right button, the eraser.
/// - A pen that comes down while a finger draws takes over: the "finger" was the hand, its stroke is dropped.
/// - `pointercancel` keeps what was drawn, because the person did draw it; only a contact that looks like a palm
///   (large, or a touch with a pen near) is dropped.
/// - Strokes go on outside the pad. Times never go back. A lost `pointerup` ends the stroke, never the pad.
/// - Turning the tablet in mid-stroke ends the stroke there: no line jumps across the pad.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capture {
    active: Option<Active>,
    /// The sample time that is 0 ms; set by the first point.
    origin: Option<f64>,
    /// The latest time given to a point.
    last: u32,
    pen_seen: Option<f64>,
    large_in_a_row: u8,
}

impl Capture {
    /// A capture that goes on counting time after the strokes of a pad, for example after a reload.
    #[must_use]
    pub fn resume(pad: &Pad) -> Self {
        Self { last: pad.last_time(), ..Self::default() }
    }

    /// The stroke being drawn now.
    #[must_use]
    pub fn active(&self) -> Option<&Stroke> {
        self.active.as_ref().map(|active| &active.stroke)
    }

    /// Whether this pointer (`pointerId`) draws the active stroke.
    #[must_use]
    pub fn draws(&self, id: i32) -> bool {
        self.active.as_ref().is_some_and(|active| active.id == id)
    }

    /// The pad hears no more of this pointer (`lostpointercapture`). Ends the stroke that it draws and gives it out;
    /// of a second finger or a palm nothing is ended, because every touch is captured by the pad it came down on.
    pub fn lose(&mut self, id: i32) -> Option<Stroke> {
        if self.draws(id) { self.interrupt() } else { None }
    }

    /// Ends the active stroke and gives it out, when the pad goes away.
    pub fn interrupt(&mut self) -> Option<Stroke> {
        self.active.take().map(|active| active.stroke)
    }

    /// Takes in one sample.
    pub fn handle(&mut self, sample: &PointerSample) -> CaptureOutcome {
        if sample.kind == PointerKind::Pen && sample.time.is_finite() {
            self.pen_seen = Some(sample.time);
        }
        if sample.phase == PointerPhase::Down {
            return self.down(sample);
        }
        let Some(active) = self.active.as_mut().filter(|active| active.is(sample)) else {
            return CaptureOutcome::Ignored;
        };
        active.large |= sample.is_large();
        let large = active.large;
        match sample.phase {
            PointerPhase::Move if sample.is_hovering() || self.turned(sample) => self.finish(),
            PointerPhase::Cancel if self.is_palm(sample, large) => {
                self.active = None;
                CaptureOutcome::Dropped
            }
            PointerPhase::Up => {
                if !self.turned(sample) {
                    self.extend(sample, 1);
                }
                self.finish()
            }
            // A cancel says nothing reliable about where the pointer is.
            PointerPhase::Cancel => self.finish(),
            _ if self.extend(sample, MIN_STEP) => CaptureOutcome::Moved,
            _ => CaptureOutcome::Ignored,
        }
    }

    fn down(&mut self, sample: &PointerSample) -> CaptureOutcome {
        let Some((x, y)) = sample.place().filter(|_| sample.wants_to_draw()) else {
            return CaptureOutcome::Ignored;
        };
        if sample.kind == PointerKind::Touch && sample.is_primary {
            // A palm lands as several contacts; only its first one counts.
            self.large_in_a_row = if sample.is_large() { self.large_in_a_row.saturating_add(1) } else { 0 };
        }
        if self.is_palm(sample, sample.is_large()) {
            return CaptureOutcome::Ignored;
        }
        let mut finished = None;
        if let Some(active) = &self.active {
            let kind = active.stroke.pointer();
            if kind == PointerKind::Touch && (sample.kind == PointerKind::Pen || active.large) {
                self.active = None;
            } else if active.is(sample) || kind == sample.kind && sample.is_primary {
                // A first pointer while one is down: the end of that one was lost.
                finished = self.interrupt();
            } else {
                return CaptureOutcome::Ignored;
            }
        }
        let point = Point::clamped(x, y, self.stamp(sample.time), sample.pen_pressure());
        self.active = Some(Active {
            id: sample.id,
            stroke: Stroke::begin(sample.kind, point),
            pad_width: sample.pad_width,
            large: sample.is_large(),
        });
        finished.map_or(CaptureOutcome::Started, CaptureOutcome::Finished)
    }

    /// Whether a touch is a hand rather than a finger.
    fn is_palm(&self, sample: &PointerSample, large: bool) -> bool {
        let pen_is_near = self.pen_seen.is_some_and(|seen| (sample.time - seen).abs() <= PEN_NEAR_MS);
        sample.kind == PointerKind::Touch && (pen_is_near || large && self.large_in_a_row < LARGE_BELIEVED)
    }

    fn turned(&self, sample: &PointerSample) -> bool {
        let before = self.active.as_ref().map_or(sample.pad_width, |active| active.pad_width);
        sample.pad_width > before * TURNED || before > sample.pad_width * TURNED
    }

    fn finish(&mut self) -> CaptureOutcome {
        self.interrupt().map_or(CaptureOutcome::Ignored, CaptureOutcome::Finished)
    }

    /// Adds the sample to the active stroke when it is at least `step` away from its last point.
    fn extend(&mut self, sample: &PointerSample, step: i64) -> bool {
        let Some((x, y)) = sample.place() else { return false };
        let t = self.stamp(sample.time);
        let Some(Active { stroke, .. }) = &mut self.active else { return false };
        let Some(last) = stroke.points().last().copied() else { return false };
        // A pen that lifts reports no pressure; the ink it leaves there still had the pressure before.
        let lifting = sample.phase == PointerPhase::Up;
        let pressure = if lifting { last.pressure() } else { sample.pen_pressure() };
        let point = Point::clamped(x, y, t, pressure);
        let (dx, dy) = (i64::from(point.x() - last.x()), i64::from(point.y() - last.y()));
        let far = dx * dx + dy * dy >= step * step;
        if far && stroke.points().len() < MAX_POINTS {
            stroke.extend(point);
            return true;
        }
        stroke.press(pressure);
        false
    }

    /// Milliseconds since the first point, never less than before.
    fn stamp(&mut self, time: f64) -> u32 {
        if time.is_finite() {
            let origin = *self.origin.get_or_insert(time - f64::from(self.last));
            // `as` saturates, so a clock that jumps can neither wrap nor go back.
            self.last = self.last.max((time - origin).round() as u32);
        }
        self.last
    }
}
