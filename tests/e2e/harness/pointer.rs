//! Drawing: strokes over an element with mouse, finger or pen, through WebDriver where the engine can, and otherwise
//! with the pointer events that such a device would cause.

use serde_json::{Value, json};

use super::engine::Engine;
use super::target::Target;

/// What draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// A mouse, with its left button.
    Mouse,
    /// A finger.
    Touch,
    /// A pen, which also tells how hard it is pressed.
    Pen,
}

impl PointerKind {
    /// The value of `PointerEvent.pointerType`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mouse => "mouse",
            Self::Touch => "touch",
            Self::Pen => "pen",
        }
    }

    /// Whether the engine's driver moves such a pointer itself. Firefox refuses pens; WebKit takes a finger for a
    /// mouse and drops all but one point of a pen.
    fn is_driven_by(self, engine: Engine) -> bool {
        match self {
            Self::Mouse => true,
            Self::Touch => engine != Engine::WebKit,
            Self::Pen => engine == Engine::Chromium,
        }
    }
}

/// How hard the pen is pressed, of 1.
const PRESSURE: f64 = 0.6;

/// Whole strokes from one device, as a device sends them. A synthetic pointer cannot be captured, and there may be
/// hardware without capture as well: pages must not depend on it.
const SYNTHETIC: &str = r#"
    const [pad, strokes, pointerType, pressure] = arguments;
    for (const stroke of strokes) {
        const send = (type, [x, y], down) => pad.dispatchEvent(new PointerEvent(type, {
            bubbles: true, cancelable: true, composed: true, view: window, isPrimary: true, pointerId: 77, pointerType,
            clientX: x, clientY: y, pressure: down ? pressure : 0, buttons: down ? 1 : 0,
            button: type === "pointermove" ? -1 : 0,
        }));
        send("pointerdown", stroke[0], true);
        for (const point of stroke.slice(1)) send("pointermove", point, true);
        send("pointerup", stroke.at(-1), false);
    }
"#;

impl Target<'_> {
    /// Draws one stroke while a finger comes down somewhere else and lifts, as a second finger or the heel of the hand
    /// does. Points are those of [`Self::draw`].
    #[track_caller]
    pub fn draw_disturbed(&self, stroke: &[(f64, f64)], kind: PointerKind, place: (f64, f64)) {
        let pad = self.element();
        let (stroke, place) = (self.on_screen(stroke), self.on_screen(&[place]));
        if !kind.is_driven_by(self.engine()) || !PointerKind::Touch.is_driven_by(self.engine()) {
            self.page().exec(DISTURBED, &[pad, json!(stroke), json!(place[0]), json!(kind.name())]);
            return;
        }
        let actions = drive(&stroke, kind);
        let finger = drive(&place, PointerKind::Touch);
        // It comes when half of the stroke is drawn, and is gone before the rest is.
        let wait = vec![json!({ "type": "pause", "duration": 0 }); actions.len() / 2];
        let finger: Vec<Value> = wait.into_iter().chain(finger).collect();
        self.page().pointers(&[(kind.name(), &actions), (PointerKind::Touch.name(), &finger)]);
    }

    /// Fractions of its box as places in the viewport, once its middle is in view.
    #[track_caller]
    fn on_screen(&self, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.page().exec(scroll, &[self.element()]);
        let area = self.state();
        let place =
            |(x, y): &(f64, f64)| ((area.x + x * area.width).round(), (area.y + y * area.height).round());
        points.iter().map(place).collect()
    }

    /// Draws strokes over it. Points are fractions of its box: (0, 0) is the upper left corner, (1, 1) the lower right.
    #[track_caller]
    pub fn draw(&self, strokes: &[&[(f64, f64)]], kind: PointerKind) {
        let pad = self.element();
        let strokes: Vec<_> = strokes.iter().map(|stroke| self.on_screen(stroke)).collect();
        if kind.is_driven_by(self.engine()) {
            let actions: Vec<Value> = strokes.iter().flat_map(|stroke| drive(stroke, kind)).collect();
            self.page().pointer(kind.name(), &actions);
        } else {
            let pressure = if kind == PointerKind::Pen { PRESSURE } else { 0.5 };
            self.page().exec(SYNTHETIC, &[pad, json!(strokes), json!(kind.name()), json!(pressure)]);
        }
    }
}

/// A stroke, and a finger that comes down and lifts in the middle of it. A finger is captured by what it came down on,
/// and letting go of that is told like the end of any other capture.
const DISTURBED: &str = r#"
    const [pad, stroke, place, pointerType] = arguments;
    const send = (type, [x, y], other) => pad.dispatchEvent(new PointerEvent(type, {
        bubbles: true, cancelable: true, composed: true, view: window, isPrimary: !other, pointerId: other ? 78 : 77,
        pointerType: other ? "touch" : pointerType, clientX: x, clientY: y, pressure: 0.5,
        buttons: type === "pointerup" ? 0 : 1, button: type === "pointermove" ? -1 : 0,
    }));
    const middle = stroke.length >> 1;
    send("pointerdown", stroke[0]);
    for (const point of stroke.slice(1, middle)) send("pointermove", point);
    for (const type of ["pointerdown", "pointermove", "pointerup", "lostpointercapture"]) send(type, place, true);
    for (const point of stroke.slice(middle)) send("pointermove", point);
    send("pointerup", stroke.at(-1));
    send("lostpointercapture", stroke.at(-1));
"#;

/// One stroke as WebDriver's pointer actions.
fn drive(stroke: &[(f64, f64)], kind: PointerKind) -> Vec<Value> {
    let pressed = |mut action: Value| {
        if kind == PointerKind::Pen {
            action["pressure"] = json!(PRESSURE);
        }
        action
    };
    let go = |(x, y): &(f64, f64)| json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": *x as i64, "y": *y as i64 });
    let mut actions: Vec<Value> = stroke.iter().take(1).map(go).collect();
    actions.push(pressed(json!({ "type": "pointerDown", "button": 0 })));
    actions.extend(stroke.iter().skip(1).map(|point| pressed(go(point))));
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    actions
}
