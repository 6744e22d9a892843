//! The pad: undo and clear never lose a stroke that was not taken back.

use super::*;
use serde_json::json;

#[test]
fn clear_can_be_undone_even_after_new_strokes() {
    let [a, b] = [stroke(&[(0, 0), (900, 900)]), stroke(&[(5, 5), (800, 100)])];
    let mut pad = Pad::default();
    assert!(!pad.can_undo() && !pad.undo() && !pad.clear());
    pad.push(a.clone());
    assert!(pad.clear() && !pad.clear() && pad.is_empty() && pad.can_undo());
    assert_eq!(pad.sign(), Err(SignatureRefusal::Empty));
    pad.push(b.clone());
    assert_eq!(pad.strokes(), std::slice::from_ref(&b));
    let draft: Pad = serde_json::from_str(&serde_json::to_string(&pad).unwrap()).unwrap();
    assert_eq!(draft, pad);
    assert!(pad.undo() && pad.is_empty(), "the new stroke goes first");
    assert!(pad.undo(), "then the clear");
    assert_eq!(pad.strokes(), [a]);
    assert!(pad.undo() && !pad.can_undo() && !pad.undo());
    let odd: Pad = serde_json::from_value(json!({"sheets": [[], [b], [], []]})).unwrap();
    let mut odd = odd;
    assert!(odd.is_empty() && odd.undo() && odd.strokes().len() == 1, "empty sheets in a draft cost no undo");
}

proptest! {
    #[test]
    fn a_stroke_is_only_lost_by_undoing_it(actions in proptest::collection::vec(0..4_u8, 0..60)) {
        let mut pad = Pad::default();
        // What the person did and has not taken back: the number of a stroke, or a clear.
        let mut done: Vec<Option<i32>> = Vec::new();
        let numbered = |n: i32| stroke(&[(n, n)]);
        for (action, n) in actions.into_iter().zip(0..) {
            match action {
                0 | 1 => {
                    pad.push(numbered(n));
                    done.push(Some(n));
                }
                2 => prop_assert_eq!(pad.undo(), done.pop().is_some()),
                _ => {
                    if pad.clear() {
                        done.push(None);
                    }
                }
            }
            let visible: Vec<_> = done.rsplit(Option::is_none).next().unwrap().iter().flatten().copied().map(numbered).collect();
            prop_assert_eq!(pad.strokes(), visible);
            prop_assert_eq!(pad.can_undo(), !done.is_empty());
            let draft: Pad = serde_json::from_value(serde_json::to_value(&pad).unwrap()).unwrap();
            prop_assert_eq!(&draft.strokes(), &pad.strokes());
        }
        // Undoing to the end visits every stroke that was not undone.
        let mut seen = 0;
        while pad.can_undo() {
            seen += usize::from(!pad.is_empty());
            prop_assert!(pad.undo());
        }
        prop_assert_eq!(seen, done.iter().flatten().count());
    }
}
