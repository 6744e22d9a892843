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
    /// Draws strokes over it. Points are fractions of its box: (0, 0) is the upper left corner, (1, 1) the lower right.
    #[track_caller]
    pub fn draw(&self, strokes: &[&[(f64, f64)]], kind: PointerKind) {
        let pad = self.element();
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.page().exec(scroll, std::slice::from_ref(&pad));
        let area = self.state();
        let point =
            |(x, y): &(f64, f64)| ((area.x + x * area.width).round(), (area.y + y * area.height).round());
        let strokes: Vec<Vec<(f64, f64)>> =
            strokes.iter().map(|stroke| stroke.iter().map(point).collect()).collect();
        if kind.is_driven_by(self.engine()) {
            let actions: Vec<Value> = strokes.iter().flat_map(|stroke| drive(stroke, kind)).collect();
            self.page().pointer(kind.name(), &actions);
        } else {
            let pressure = if kind == PointerKind::Pen { PRESSURE } else { 0.5 };
            self.page().exec(SYNTHETIC, &[pad, json!(strokes), json!(kind.name()), json!(pressure)]);
        }
    }
}

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
