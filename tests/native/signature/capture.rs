//! Which pointer draws, and that no browser's forgetfulness blocks the pad or loses ink.

use super::*;
use serde_json::json;

const PALM: f64 = 150.0;

fn sample(id: i32, kind: PointerKind, phase: PointerPhase, x: f64, y: f64, time: f64) -> PointerSample {
    PointerSample {
        id,
        kind,
        phase,
        x,
        y,
        pad_width: 1000.0,
        time,
        pressure: 0.5,
        contact_width: 30.0,
        contact_height: 30.0,
        is_primary: true,
        buttons: 1,
    }
}

use PointerKind::{Mouse, Pen, Touch};
use PointerPhase::{Cancel, Down, Move, Up};

/// Runs samples, changed by `edit`, and returns the finished strokes as the x of their points.
fn run(
    samples: &[(i32, PointerKind, PointerPhase, f64, f64)],
    edit: impl Fn(usize, &mut PointerSample),
) -> Vec<Vec<i32>> {
    let mut capture = Capture::default();
    let mut finished = Vec::new();
    for (i, (id, kind, phase, x, time)) in samples.iter().enumerate() {
        let mut sample = sample(*id, *kind, *phase, *x, 50.0, *time);
        edit(i, &mut sample);
        if let CaptureOutcome::Finished(stroke) = capture.handle(&sample) {
            finished.push(stroke.points().iter().map(|p| p.x()).collect());
        }
    }
    finished
}

#[test]
fn which_pointer_draws() {
    let as_is = |_: usize, _: &mut PointerSample| {};
    let line = [(1, Touch, Down, 10.0, 0.0), (1, Touch, Move, 20.0, 16.0), (1, Touch, Up, 30.0, 32.0)];
    let none: Vec<Vec<i32>> = Vec::new();
    assert_eq!(run(&line, as_is), [[100, 200, 300]], "a finger");

    let second = [
        line[0],
        (2, Touch, Down, 500.0, 8.0),
        (2, Touch, Move, 600.0, 9.0),
        line[1],
        (2, Touch, Up, 600.0, 20.0),
        line[2],
    ];
    assert_eq!(
        run(&second, |_, s| s.is_primary = s.id == 1),
        [[100, 200, 300]],
        "a second finger is ignored"
    );

    let cancelled = [line[0], line[1], (1, Touch, Cancel, 0.0, 40.0)];
    assert_eq!(run(&cancelled, as_is), [[100, 200]], "a cancel keeps what was drawn");
    assert_eq!(
        run(&cancelled, |i, s| s.contact_height = if i == 0 { 30.0 } else { PALM }),
        none,
        "unless a palm drew it"
    );
    assert_eq!(run(&line, |_, s| s.contact_width = PALM), none, "a palm does not draw");

    let grows = [line[0], line[1], (2, Touch, Down, 500.0, 20.0), (2, Touch, Up, 600.0, 40.0)];
    let grow = |i: usize, s: &mut PointerSample| {
        (s.is_primary, s.contact_width) = (i < 2, if i == 1 { PALM } else { 30.0 })
    };
    assert_eq!(run(&grows, grow), [[5000, 6000]], "a finger takes over from a resting hand");

    let pen = [(7, Pen, Down, 10.0, 100.0), (7, Pen, Move, 20.0, 116.0), (7, Pen, Up, 30.0, 132.0)];
    let palm_first = [
        line[0],
        line[1],
        pen[0],
        (1, Touch, Move, 90.0, 110.0),
        pen[1],
        pen[2],
        (1, Touch, Up, 90.0, 140.0),
    ];
    assert_eq!(run(&palm_first, as_is), [[100, 200, 300]], "the pen takes over from the hand that holds it");
    let after =
        |gap: f64| [pen[0], pen[2], (1, Touch, Down, 10.0, 132.0 + gap), (1, Touch, Up, 30.0, 140.0 + gap)];
    assert_eq!(run(&after(1000.0), as_is), [[100, 300]], "a touch right after a pen is a hand");
    assert_eq!(run(&after(2100.0), as_is), [[100, 300], [100, 300]], "later it is the next person's finger");

    let mouse = [(1, Mouse, Down, 10.0, 0.0), (1, Mouse, Move, 20.0, 16.0), (1, Mouse, Up, 30.0, 32.0)];
    assert_eq!(run(&mouse, as_is), [[100, 200, 300]], "the left button");
    assert_eq!(run(&mouse, |_, s| s.buttons = 2), none, "the right button");
    assert_eq!(run(&pen, |_, s| s.buttons = 32), none, "the eraser");
    assert_eq!(run(&pen, |_, s| s.buttons = 2), [[100, 200, 300]], "the side button under a trembling hand");
}

#[test]
fn nothing_the_browser_forgets_blocks_the_pad_or_loses_ink() {
    let lost_up = [
        (1, Touch, Down, 10.0, 0.0),
        (1, Touch, Move, 20.0, 16.0),
        (2, Touch, Down, 50.0, 900.0),
        (2, Touch, Up, 60.0, 950.0),
    ];
    assert_eq!(run(&lost_up, |_, _| {}), [[100, 200], [500, 600]], "a lost pointerup");
    let mouse = [(1, Mouse, Down, 10.0, 0.0), (1, Mouse, Move, 20.0, 16.0), (1, Mouse, Move, 90.0, 900.0)];
    assert_eq!(run(&mouse, |i, s| s.buttons = u16::from(i < 2)), [[100, 200]], "a button released elsewhere");

    let large: Vec<_> =
        (0..4).flat_map(|i| [(i, Touch, Down, 10.0, 0.0), (i, Touch, Up, 30.0, 9.0)]).collect();
    assert_eq!(run(&large, |_, s| s.contact_width = PALM).len(), 2, "a screen that calls every touch large");

    let turned = [
        (1, Touch, Down, 10.0, 0.0),
        (1, Touch, Move, 20.0, 16.0),
        (1, Touch, Move, 300.0, 32.0),
        (1, Touch, Up, 300.0, 40.0),
    ];
    assert_eq!(
        run(&turned, |i, s| s.pad_width = if i < 2 { 1000.0 } else { 600.0 }),
        [[100, 200]],
        "turned in mid-stroke"
    );
    assert_eq!(
        run(&turned, |i, s| s.pad_width = if i < 2 { 1000.0 } else { 0.0 }),
        [[100, 200]],
        "hidden in mid-stroke"
    );

    let turned_up = [turned[0], turned[1], turned[3]];
    let turning = |i: usize, s: &mut PointerSample| s.pad_width = if i < 2 { 1000.0 } else { 600.0 };
    assert_eq!(run(&turned_up, turning), [[100, 200]], "turned just before the finger lifts");

    let outside = [
        (1, Touch, Down, 990.0, 0.0),
        (1, Touch, Move, 1400.0, 16.0),
        (1, Touch, Move, 9000.0, 32.0),
        (1, Touch, Up, 900.0, 40.0),
    ];
    assert_eq!(run(&outside, |_, _| {}), [[9900, 14_000, 20_000, 9000]], "leaving the pad and coming back");

    let mut capture = Capture::default();
    capture.handle(&sample(1, Touch, Down, 10.0, 10.0, 0.0));
    assert!(capture.active().is_some());
    assert!(capture.draws(1) && !capture.draws(2));
    assert_eq!(capture.lose(2), None, "a finger that does not draw ends nothing when it lifts");
    assert_eq!(capture.lose(1).map(|s| s.points().len()), Some(1));
    assert_eq!(capture.lose(1), None);
    capture.handle(&sample(1, Touch, Down, 10.0, 10.0, 0.0));
    assert_eq!(capture.interrupt().map(|s| s.points().len()), Some(1));
    assert!(capture.active().is_none() && capture.interrupt().is_none());
}

#[test]
fn a_point_keeps_time_and_the_pressure_of_pens_only() {
    let draw = |kind, mut capture: Capture| {
        capture.handle(&sample(1, kind, Down, 10.0, 20.0, 5000.4));
        capture.handle(&PointerSample { pressure: 0.8, ..sample(1, kind, Move, 10.2, 20.2, 5010.0) });
        capture.handle(&PointerSample { pressure: 0.25, ..sample(1, kind, Move, 20.0, 20.0, 4000.0) });
        match capture.handle(&PointerSample { pressure: 0.0, ..sample(1, kind, Up, 30.0, 20.0, 5100.0) }) {
            CaptureOutcome::Finished(stroke) => serde_json::to_value(stroke.points()).unwrap(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        draw(Pen, Capture::default()),
        json!([[100, 200, 0, 800], [200, 200, 10, 250], [300, 200, 100, 250]])
    );
    assert_eq!(draw(Touch, Capture::default()), json!([[100, 200, 0], [200, 200, 10], [300, 200, 100]]));
    let pad = Pad::with_strokes(cross());
    assert_eq!(draw(Mouse, Capture::resume(&pad))[0][2], json!(pad.last_time()), "a reload goes on counting");
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![8 => -200.0..1400.0_f64, 1 => any::<f64>(), 1 => Just(f64::NAN), 1 => Just(0.0)]
}

prop_compose! {
    fn any_sample()(
        id in 0..3,
        kind in any_pointer(),
        phase in prop_oneof![2 => Just(Down), 6 => Just(Move), 2 => Just(Up), 1 => Just(Cancel)],
        (x, y, time) in (any_number(), any_number(), any_number()),
        pad_width in prop_oneof![8 => Just(1000.0), 1 => any_number()],
        pressure in prop_oneof![4 => 0.0..1.0_f32, 1 => any::<f32>()],
        contact in prop_oneof![4 => 1.0..100.0, 1 => any_number(), 1 => Just(PALM)],
        is_primary in any::<bool>(),
        buttons in prop_oneof![6 => Just(1_u16), 1 => any::<u16>()],
    ) -> PointerSample {
        let (contact_width, contact_height) = (contact, 10.0);
        PointerSample { id, kind, phase, x, y, pad_width, time, pressure, contact_width, contact_height, is_primary, buttons }
    }
}

proptest! {
    #[test]
    fn one_pointer_draws_at_a_time_whatever_comes(samples in proptest::collection::vec(any_sample(), 0..80)) {
        let mut capture = Capture::default();
        let mut last_end = 0;
        for sample in samples {
            let before = capture.active().cloned();
            let outcome = capture.handle(&sample);
            match (&outcome, capture.active(), before) {
                (CaptureOutcome::Ignored, now, Some(was)) => {
                    prop_assert_eq!(now.map(|s| s.points().len()), Some(was.points().len()));
                }
                (CaptureOutcome::Ignored, now, None) => prop_assert!(now.is_none()),
                (CaptureOutcome::Started, Some(now), _) => prop_assert_eq!(now.points().len(), 1),
                (CaptureOutcome::Moved, Some(now), Some(was)) => {
                    prop_assert_eq!(now.points().len(), was.points().len() + 1);
                }
                (CaptureOutcome::Finished(stroke), _, Some(was)) => {
                    prop_assert!(stroke.points().len() >= was.points().len(), "nothing drawn is lost");
                    prop_assert!(stroke.starts_at() >= last_end, "two strokes at once");
                    last_end = stroke.ends_at();
                    prop_assert_eq!(&Stroke::new(stroke.pointer(), stroke.points().to_vec()).unwrap(), stroke);
                }
                (CaptureOutcome::Dropped, None, Some(was)) => prop_assert_eq!(was.pointer(), Touch),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
