//! A hand is more than the finger that writes: another finger, or the heel of the hand beside a pen, ends no stroke.

use crate::harness::{Page, PointerKind};
use crate::talk::Talk;
use crate::words::say;

/// From edge to edge in many steps, so that much is drawn after the other contact is gone.
const LINE: [(f64, f64); 12] = [
    (0.1, 0.4),
    (0.16, 0.45),
    (0.22, 0.4),
    (0.28, 0.45),
    (0.34, 0.4),
    (0.4, 0.45),
    (0.5, 0.4),
    (0.58, 0.45),
    (0.66, 0.4),
    (0.74, 0.45),
    (0.82, 0.4),
    (0.9, 0.45),
];

/// Where the other contact comes down.
const ELSEWHERE: (f64, f64) = (0.6, 0.85);

/// How far a drawn line may end from where it was led: half a stroke's width, in units of the sheet.
const NEAR: f64 = 150.0;

/// A finger, a pen and a mouse each draw one whole line, whatever else touches the pad meanwhile.
pub fn other_contacts(page: &Page) {
    page.resize(820, 1180);
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(None);
    talk.acknowledge(None);
    talk.name_people();
    talk.choose("way.sign");
    let pad = page.role("img", &say("sign.pad"));
    for kind in [PointerKind::Touch, PointerKind::Mouse, PointerKind::Pen] {
        pad.draw_disturbed(&LINE, kind, ELSEWHERE);
        page.wait_for("the line", || talk.strokes() > 0);
        assert_eq!(talk.strokes(), 1, "strokes of one {}", kind.name());
        let script = "const { x, y, width, height } = root.querySelector('.pad g path').getBBox(); \
            return [x, x + width, y + height]";
        let drawn: [f64; 3] = serde_json::from_value(talk.inside(script)).expect("three numbers");
        assert!((drawn[0] - 1000.0).abs() < NEAR, "{drawn:?} with a {}", kind.name());
        assert!((drawn[1] - 9000.0).abs() < NEAR, "{drawn:?} with a {}", kind.name());
        assert!(drawn[2] < 2500.0, "nothing is drawn where the other contact was: {drawn:?}");
        page.button(&say("sign.undo")).click();
        page.wait_for("an empty pad", || talk.strokes() == 0);
    }
}
