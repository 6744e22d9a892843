//! Strokes are data: rotation, reload and going back lose none. Changing how things look loses no place.

use nattoku::domain::consent::Answer;
use nattoku::domain::signature::{Stroke, outline};
use serde_json::{Value, json};

use crate::harness::{Page, PointerKind};
use crate::record;
use crate::talk::{STROKES, Talk};
use crate::words::{begins, say, say_easily};

/// A tablet upright, on its side, and a telephone.
const SIZES: [(u32, u32); 4] = [(820, 1180), (1180, 820), (375, 812), (820, 1180)];

/// Every stroke outlives rotation, Back, Escape and a reload, and is the one in the record.
pub fn survives(page: &Page) {
    page.resize(SIZES[0].0, SIZES[0].1);
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.choose("way.sign");
    let focused = "return root.activeElement?.matches('h1') ?? false";
    page.wait_for("the focus on what is asked", || talk.inside(focused) == true);
    talk.write_name();
    let paths = paths(&talk);
    assert_eq!(paths.as_array().map(Vec::len), Some(STROKES.len()));
    let unharmed = |when: &str| {
        assert_eq!(talk.strokes(), STROKES.len(), "strokes {when}");
        assert_eq!(self::paths(&talk), paths, "the ink {when}");
    };
    for (width, height) in SIZES {
        page.resize(width, height);
        unharmed(&format!("at {width}×{height}"));
    }
    // On the sheet, too, the register is one tap away, and costs no ink.
    page.radio(&say("look.easy")).click();
    page.see(&say_easily("sign.heading"));
    unharmed("in the easy register");
    page.radio(&say_easily("look.plain")).click();
    page.see(&say("sign.heading"));
    for way_back in ["the button", "Escape"] {
        if way_back == "Escape" {
            page.press_keys(&["Escape"]);
        } else {
            page.button(&say("review.other_way")).click();
        }
        talk.choose("way.sign");
        unharmed(&format!("after going back by {way_back}"));
    }

    page.reload();
    page.see(&say("draft.consent"));
    page.button(&say("draft.continue")).click();
    talk.see(&say("sign.heading"));
    unharmed("after a reload");
    page.resize(375, 812);
    // What is written after a rotation is written on the same sheet.
    page.role("img", &say("sign.pad")).draw(&[&[(0.5, 0.85), (0.9, 0.85), (0.9, 0.7)]], PointerKind::Touch);
    page.wait_for("four strokes", || talk.strokes() == 4);
    page.resize(1180, 820);
    page.button(&say("sign.undo")).click();
    page.wait_for("three strokes", || talk.strokes() == 3);
    unharmed("after one stroke more and one less");

    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    page.reload();
    page.button(&say("draft.continue")).click();
    talk.finish("consented");
    let document = record::save(page);
    let strokes = record::only_event(&document)["signature"]["strokes"].clone();
    let strokes: Vec<Stroke> = serde_json::from_value(strokes).expect("strokes");
    assert_eq!(
        json!(strokes.iter().map(outline).collect::<Vec<_>>()),
        paths,
        "the recorded strokes are those drawn"
    );
    page.reload();
    page.see_no(&say("draft.consent"));

    // What is begun and discarded is gone.
    talk.open_door();
    talk.listen();
    talk.answer(0, Some(Answer::Granted));
    page.reload();
    // A door does not walk over what was left: it leads to the card, where it can be discarded on purpose.
    page.button(&begins("home.consent")).click();
    page.see(&say("draft.consent"));
    page.button(&say("draft.restart")).click();
    page.button(&say("draft.restart_no")).click();
    page.button(&say("draft.continue")).state();
    page.button(&say("draft.restart")).click();
    page.button(&say("draft.restart_yes")).click();
    page.see_no(&say("draft.consent"));
    page.reload();
    page.see_no(&say("draft.consent"));
    talk.open_door();
    talk.listen();
    assert_eq!(talk.chosen(), 0, "an answer of the conversation that was discarded");
}

/// The ink on the sheet.
fn paths(talk: &Talk<'_>) -> Value {
    talk.inside("return [...root.querySelectorAll('.pad svg g path')].map((path) => path.getAttribute('d'))")
}

/// Register, size, readings and spacing are changed in the middle of a topic: the same topic, the same answer to it,
/// the same place on the page.
pub fn keeps_its_place(page: &Page) {
    page.resize(375, 812);
    let talk = Talk::begin(page);
    (0..6).for_each(|_| page.button(&say("topic.next")).click());
    talk.see_topic(6);
    page.radio(&say("topic.asked_again")).click();
    let place = || talk.inside("return root.querySelector('.stage').scrollTop").as_f64().unwrap_or_default();
    let here = |word: &dyn Fn(&str) -> String| {
        assert!(page.radio(&word("topic.asked_again")).state().on, "what was said about the topic");
        assert!(page.shows(&word("topic.again_note")));
        assert_eq!(
            talk.inside("return root.querySelector('.bar__count [aria-hidden]').textContent"),
            "7 / 14"
        );
    };
    talk.inside("root.querySelector('.stage').scrollTop = 60");
    let scrolled = place();
    assert!(scrolled > 50.0, "the topic is longer than a telephone: {scrolled}");
    page.radio(&say("look.easy")).click();
    here(&say_easily);
    assert_eq!(place(), scrolled, "where the topic was being read");
    let easy = &talk.notice.sections[6].easy;
    page.see(&nattoku::domain::text::bare(&easy[2]));

    page.button(&say_easily("look.open")).click();
    let ruby =
        || talk.inside("return root.querySelectorAll('.topic__text rt').length").as_u64().unwrap_or_default();
    assert!(ruby() > 0);
    page.group(&say_easily("look.ruby")).radio(&say_easily("look.off")).click();
    page.wait_for("no readings", || ruby() == 0);
    here(&say_easily);
    page.group(&say_easily("look.spacing")).radio(&say_easily("look.on")).click();
    page.wait_for("spaces between phrases", || page.text().contains("とても 急いで"));
    here(&say_easily);
    for size in ["32", "18"] {
        page.group(&say_easily("look.size")).radio(size).click();
        let root = format!("return root.querySelector('.nk').dataset.size === '{size}'");
        page.wait_for("the size", || talk.inside(&root) == true);
        here(&say_easily);
    }
    page.radio(&say_easily("look.plain")).click();
    here(&say);
    // The plain wording has no readings and no phrases to switch.
    page.group(&say("look.size")).state();
    assert_eq!((page.group(&say("look.ruby")).count(), page.group(&say("look.spacing")).count()), (0, 0));
    page.button(&say("look.close")).click();
    page.button(&say("topic.next")).click();
    talk.see_topic(7);

    // A change of look is remembered by the device, and belongs to no answer.
    page.reload();
    page.wait_for("the size of last time, once the device's memory is open", || {
        talk.inside("return root.querySelector('.nk').dataset.size") == json!("18")
    });
    page.button(&say("draft.continue")).click();
    talk.see_topic(7);
    assert_eq!(page.button(&begins("home.consent")).count(), 0);
}
