//! Drawing: strokes over an element with mouse, finger or pen, through WebDriver where the engine can, and otherwise
//! with the pointer events that such a device would cause.

use serde_json::{Value, json};

use super::engine::Engine;
use super::page::Page;
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

/// How hard a pen is pressed, of 1, where a scenario does not say; and what any other device tells.
const PRESSURE: f64 = 0.6;
const NO_PRESSURE: f64 = 0.5;

/// A place as fractions of a box, and how hard the pen is pressed there, of 1.
pub type Pressed = (f64, f64, f64);

/// Whole strokes from one device, as a device sends them, `together` with all moves of a stroke in one event, as after a
/// moment in which the page was busy. A synthetic pointer cannot be captured, and there may be hardware without capture
/// as well: pages must not depend on it.
const SYNTHETIC: &str = r#"
    const [pad, strokes, pointerType, together] = arguments;
    for (const stroke of strokes) {
        const event = (type, [x, y, pressure], down, more = {}) => new PointerEvent(type, {
            bubbles: true, cancelable: true, composed: true, view: window, isPrimary: true, pointerId: 77, pointerType,
            clientX: x, clientY: y, pressure: down ? pressure : 0, buttons: down ? 1 : 0,
            button: type === "pointermove" ? -1 : 0, ...more,
        });
        const moves = stroke.slice(1).map((point) => event("pointermove", point, true));
        pad.dispatchEvent(event("pointerdown", stroke[0], true));
        if (together) pad.dispatchEvent(event("pointermove", stroke.at(-1), true, { coalescedEvents: moves }));
        else moves.forEach((move) => pad.dispatchEvent(move));
        pad.dispatchEvent(event("pointerup", stroke.at(-1), false));
    }
"#;

impl Page {
    /// WebDriver actions of one pointing device.
    #[track_caller]
    pub(super) fn pointer(&self, kind: &str, actions: &[Value]) {
        self.pointers(&[(kind, actions)]);
    }

    /// WebDriver actions of several pointing devices, step by step at the same time.
    #[track_caller]
    fn pointers(&self, devices: &[(&str, &[Value])]) {
        let sources = devices.iter().enumerate().map(|(at, (kind, actions))| {
            let parameters = json!({ "pointerType": kind });
            json!({ "type": "pointer", "id": format!("{kind} {at}"), "parameters": parameters, "actions": actions })
        });
        self.command("/actions", &json!({ "actions": sources.collect::<Vec<_>>() }));
    }
}

impl Target<'_> {
    /// Draws one stroke while a finger comes down somewhere else and lifts, as a second finger or the heel of the hand
    /// does. Points are those of [`Self::draw`].
    #[track_caller]
    pub fn draw_disturbed(&self, stroke: &[(f64, f64)], kind: PointerKind, place: (f64, f64)) {
        let pad = self.element();
        let hard = |points: &[(f64, f64)]| points.iter().map(|(x, y)| (*x, *y, PRESSURE)).collect();
        let placed = self.placed(&[hard(stroke), hard(&[place])]);
        let [stroke, place] = &placed[..] else { unreachable!("two were placed") };
        if !kind.is_driven_by(self.engine()) || !PointerKind::Touch.is_driven_by(self.engine()) {
            self.page().exec(DISTURBED, &[pad, json!(stroke), json!(place[0]), json!(kind.name())]);
            return;
        }
        let actions = drive(stroke, kind);
        let finger = drive(place, PointerKind::Touch);
        // It comes when half of the stroke is drawn, and is gone before the rest is.
        let wait = vec![json!({ "type": "pause", "duration": 0 }); actions.len() / 2];
        let finger: Vec<Value> = wait.into_iter().chain(finger).collect();
        self.page().pointers(&[(kind.name(), &actions), (PointerKind::Touch.name(), &finger)]);
    }

    /// Draws strokes over it. Points are fractions of its box: (0, 0) is the upper left corner, (1, 1) the lower right.
    #[track_caller]
    pub fn draw(&self, strokes: &[&[(f64, f64)]], kind: PointerKind) {
        let hard = if kind == PointerKind::Pen { PRESSURE } else { NO_PRESSURE };
        let strokes: Vec<Vec<Pressed>> =
            strokes.iter().map(|stroke| stroke.iter().map(|(x, y)| (*x, *y, hard)).collect()).collect();
        self.stroke(&strokes, kind, kind.is_driven_by(self.engine()));
    }

    /// Draws a stroke with a pen that is pressed harder or less hard on the way.
    #[track_caller]
    pub fn write(&self, stroke: &[Pressed]) {
        let kind = PointerKind::Pen;
        self.stroke(&[stroke.to_vec()], kind, kind.is_driven_by(self.engine()));
    }

    /// The same, but the page hears of all places after the first in one event. Says whether the browser can tell a page
    /// of more than the last of them.
    #[track_caller]
    pub fn write_at_once(&self, stroke: &[Pressed]) -> bool {
        let pad = self.element();
        let stroke = self.placed(&[stroke.to_vec()]);
        self.page().exec(SYNTHETIC, &[pad, json!(stroke), json!(PointerKind::Pen.name()), json!(true)]);
        self.page().exec("return 'getCoalescedEvents' in PointerEvent.prototype", &[]) == true
    }

    #[track_caller]
    fn stroke(&self, strokes: &[Vec<Pressed>], kind: PointerKind, driven: bool) {
        let pad = self.element();
        let strokes = self.placed(strokes);
        if driven {
            let actions: Vec<Value> = strokes.iter().flat_map(|stroke| drive(stroke, kind)).collect();
            self.page().pointer(kind.name(), &actions);
        } else {
            self.page().exec(SYNTHETIC, &[pad, json!(strokes), json!(kind.name()), json!(false)]);
        }
    }

    /// Brings it into sight and turns fractions of its box into places in the window.
    #[track_caller]
    fn placed(&self, strokes: &[Vec<Pressed>]) -> Vec<Vec<Pressed>> {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.page().exec(scroll, &[self.element()]);
        let area = self.state();
        let place = |(x, y, hard): &Pressed| {
            ((area.x + x * area.width).round(), (area.y + y * area.height).round(), *hard)
        };
        strokes.iter().map(|stroke| stroke.iter().map(place).collect()).collect()
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
fn drive(stroke: &[Pressed], kind: PointerKind) -> Vec<Value> {
    let pressed = |mut action: Value, hard: f64| {
        if kind == PointerKind::Pen {
            action["pressure"] = json!(hard);
        }
        action
    };
    let go = |(x, y, _): &Pressed| json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": *x as i64, "y": *y as i64 });
    let mut actions: Vec<Value> = stroke.iter().take(1).map(go).collect();
    actions.extend(
        stroke.iter().take(1).map(|point| pressed(json!({ "type": "pointerDown", "button": 0 }), point.2)),
    );
    actions.extend(stroke.iter().skip(1).map(|point| pressed(go(point), point.2)));
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    actions
}
