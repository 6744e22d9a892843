//! A measure, not a test: what a tap costs in a run of 15 people and 60 items, beside a tap in the ten items of one
//! person, on a processor four times slower. Printed as ratios of one run by `cargo xtask bench`; nothing here fails
//! because of time.

use std::rc::Rc;

use nattoku::domain::checklist::{
    CheckAction, CheckSession, Checklist, GatherAction, Mark, Step, Way, reduce,
};
use nattoku::domain::json;
use nattoku::domain::time::Timestamp;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::words::say;

/// The most that one part and one meeting are made for.
const ITEMS: usize = 60;
const PEOPLE: usize = 15;

/// Taps every item's △ and then its ○, one after the other, and returns for each how long the page was busy until it was
/// laid out again, with the draft written; and how long a frame is here. Milliseconds.
const TAPS: &str = "
    const root = document.querySelector('nattoku-app').shadowRoot;
    // Rendering and the draft are done in microtasks; what comes after them, painting, is the display's.
    const turn = async () => { for (let n = 0; n < 200; n += 1) await null; };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const frames = [];
    for (let n = 0, last = await frame(); n < 30; n += 1) {
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    const taps = [];
    for (const mark of ['trying', 'done']) {
      for (const radio of root.querySelectorAll(`.mark input[value=${mark}]`)) {
        await frame();
        const begun = performance.now();
        radio.click();
        await turn();
        root.querySelector('.stage').getBoundingClientRect();
        taps.push(performance.now() - begun);
        if (!radio.checked) throw new Error('the tap was not taken');
      }
    }
    return { taps, frames };";

/// A list of this many items in one part, so that a screen shows them all.
fn list(items: usize) -> Rc<Checklist> {
    let mut list = Checklist::salon();
    let model = list.lists[0].items[0].clone();
    list.lists.truncate(1);
    list.lists[0].items = (1..=items)
        .map(|n| {
            let mut item = model.clone();
            item.id = format!("long.{n}");
            item.points.iter_mut().enumerate().for_each(|(at, point)| point.id = format!("long.{n}.{at}"));
            item
        })
        .collect();
    list.cases.cards.clear();
    list.validate().expect("a list that holds");
    Rc::new(list)
}

/// A meeting in which everybody but the last has answered and handed the tablet on.
fn draft(list: Rc<Checklist>, people: usize) -> String {
    let begun = Timestamp::parse("2026-11-20T10:00:00+09:00").expect("a time");
    let ids: Vec<String> = list.items().map(|(_, item)| item.id.clone()).collect();
    let gather = |session, action| reduce(session, CheckAction::Gather(action));
    let mut session =
        gather(Rc::new(CheckSession::of_meeting(list, begun)), GatherAction::Way(Way::PassedRound));
    for person in 1..people {
        for (at, id) in ids.iter().enumerate() {
            let mark = Mark::ALL[(person + at) % 3];
            session = reduce(session, CheckAction::Mark { item: id.clone(), mark });
        }
        session = gather(session, GatherAction::HandOver { id: format!("sheet-{person}") });
        session = gather(session, GatherAction::TakeUp);
    }
    json::text(&*reduce(session, CheckAction::Go(Step::Mark(0))))
}

fn measure(page: &Page, list: Rc<Checklist>, people: usize) -> Value {
    let items = list.items().count();
    page.plant("app.checklist.draft", &draft(list, people));
    page.reload();
    page.button(&say("draft.continue")).click();
    let seen = "return document.querySelector('nattoku-app').shadowRoot.querySelectorAll('.mark').length";
    page.wait_for("all items", || page.exec(seen, &[]) == json!(items));
    let measured = page.exec_promise(TAPS, &[]);
    assert_eq!(measured["taps"].as_array().map(Vec::len), Some(items * 2), "{measured}");
    measured
}

/// The value in the middle, and the largest.
fn spread(values: &Value) -> (f64, f64) {
    let mut values: Vec<f64> = values.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    values.sort_by(f64::total_cmp);
    (values[values.len() / 2], values[values.len() - 1])
}

/// Prints what a tap costs.
pub fn taps(page: &Page) {
    page.open_stored("");
    page.resize(820, 1180);
    page.throttle(4);
    let small = measure(page, list(10), 1);
    let large = measure(page, list(ITEMS), PEOPLE);
    let (frame, _) = spread(&small["frames"]);
    println!("a tap on a processor four times slower, until the screen is laid out and the draft is kept");
    println!("{:<44}{:>12}{:>12}", "as parts of a frame of this display", "median", "longest");
    let mut medians = Vec::new();
    for (name, measured) in [("10 items, 1 person", &small), ("60 items on one screen, 15 people", &large)] {
        let (median, longest) = spread(&measured["taps"]);
        println!("  {name:<42}{:>12.2}{:>12.2}", median / frame, longest / frame);
        medians.push(median);
    }
    println!("  the second to the first{:>31.1}", medians[1] / medians[0]);
}
