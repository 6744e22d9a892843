//! The browser is killed in the middle of conversations, at moments that are left to chance, and started again on the
//! same profile. No finished record is lost, no answer that is older than a second, and no stroke that was lifted.
//!
//! `NATTOKU_KILLS` says how many kills each scenario makes, `NATTOKU_SEED` (printed with every run) repeats their
//! steps and delays. A processor that is busier makes other moments of them all the same.

mod held;
mod ledger;
mod luck;
mod steps;
mod tablet;

use std::collections::BTreeMap;
use std::env;
use std::time::Duration;

use serde_json::Value;

use self::ledger::{Finished, Kind, Wrong};
use self::luck::Luck;
use self::steps::{Ends, Step};
use self::tablet::Tablet;
use crate::harness::Page;
use crate::words::GROUP;

/// How long after a step the end may come, in milliseconds.
const LATEST: usize = 1500;

/// What a tablet holds that has been in use for years.
const HELD: usize = 1000;

/// A tablet that holds nothing yet.
pub fn empty(page: &Page) {
    let tablet = Tablet::open(page);
    endure(tablet, kills(4), 0);
}

/// A tablet that holds a thousand records.
pub fn thousand(page: &Page) {
    let tablet = Tablet::open(page);
    let text = held::document(HELD);
    println!("{HELD} records are {} bytes", text.len());
    tablet.import(&text);
    page.reload();
    let listed = tablet.records(HELD);
    assert_eq!(listed.len(), HELD, "records on the tablet to begin with");
    endure(tablet, kills(2), HELD);
}

fn kills(usual: usize) -> usize {
    env::var("NATTOKU_KILLS")
        .map_or(usual, |text| text.parse().unwrap_or_else(|e| panic!("NATTOKU_KILLS={text}: {e}")))
}

/// Kills the browser again and again, and says after each time what is not as it was.
#[track_caller]
fn endure(mut tablet: Tablet<'_>, kills: usize, held: usize) {
    let (mut luck, seed) = Luck::new();
    // Two engines may be at it at the same time.
    let engine = tablet.page.engine();
    println!("{engine}: NATTOKU_SEED={seed} NATTOKU_KILLS={kills}");
    let steps = steps::all(&tablet.places);
    let mut ends = Ends::new(&steps, &tablet.places);
    let mut wrong = Vec::new();
    // The number of the next step: the beginning, or after a kill the first topic of what is gone on with.
    let mut at = 0;
    for kill in 1..=kills {
        // Every other time somebody comes to the end before, so that there are fresh records to lose.
        let mut way = Vec::new();
        if luck.below(2) == 0 {
            way.extend(&steps[at..]);
            at = 0;
        }
        let end = ends.next(&mut luck);
        way.extend(&steps[at..end]);
        for step in way {
            if step == Step::Begin && !tablet.begin() {
                println!("{engine}: the group's words are gone, and are given again");
                wrong.push(Wrong::new(Kind::Words, format!("kill {}: the group's words", kill - 1)));
                tablet.import(GROUP);
                tablet.page.reload();
                tablet.take(Step::Begin, &mut luck);
            } else if step != Step::Begin {
                tablet.take(step, &mut luck);
            }
        }
        let delay = Duration::from_millis(luck.below(LATEST + 1) as u64);
        let killed = tablet.die_at(steps[end], delay, &mut luck);
        let entered = tablet.ledger.told(killed);
        let found = tablet.come_back(held + tablet.ledger.finished.len());
        let mut lost = tablet.ledger.settle(killed, &found);
        let still = (1..=held).map(held::name).filter(|name| found.records.contains(name)).count();
        if still != held {
            let gone = format!("{} of the {held} records from before are gone", held - still);
            lost.push(Wrong::new(Kind::Record, gone));
        }
        let draft = found.draft.as_ref().map_or("no conversation".to_owned(), |draft| {
            format!("{} entries, {} strokes, at {}", draft.entries.len(), draft.strokes.len(), draft.resumed)
        });
        let own = found.records.len() - still;
        println!(
            "{engine}: kill {kill}, {} ms after {}: entered {entered}; there {own} records, {draft}; {}",
            delay.as_millis(),
            told(steps[end], &tablet.places),
            Wrong::count(&lost)
        );
        wrong.extend(lost.into_iter().map(|one| Wrong::new(one.kind, format!("kill {kill}: {}", one.what))));
        at = usize::from(tablet.ledger.with.is_some());
    }
    let whole = tablet.export();
    wrong.extend(tablet.ledger.finished.iter().filter_map(|one| differs(&whole, one)));
    println!(
        "{engine}: {kills} kills, {} finished records there: {}; NATTOKU_SEED={seed}",
        tablet.ledger.finished.len(),
        Wrong::count(&wrong)
    );
    let lines: Vec<&str> = wrong.iter().map(|one| one.what.as_str()).collect();
    assert!(lines.is_empty(), "NATTOKU_SEED={seed}: {}\n{}", Wrong::count(&wrong), lines.join("\n"));
}

fn told(step: Step, places: &[String]) -> String {
    match step {
        Step::Enter(at) => format!("entering {}", places[at]),
        Step::On(at) => format!("going on from {}", places[at]),
        Step::Stroke(_) => "a stroke".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// What a finished record does not say as it was said, if anything.
fn differs(document: &Value, finished: &Finished) -> Option<Wrong> {
    let consents = document["consents"].as_array().into_iter().flatten();
    let Some(record) = consents.into_iter().find(|one| one["subject"]["name"] == *finished.name) else {
        return Some(Wrong::new(Kind::Record, format!("no record of {} in what is exported", finished.name)));
    };
    let event = &record["events"][0];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let answers = event["answers"].as_array().into_iter().flatten();
    let answers: BTreeMap<String, String> =
        answers.map(|one| (text(&one["item"]), text(&one["answer"]))).collect();
    let strokes = event["signature"]["strokes"].as_array().map_or(0, Vec::len);
    let same = answers == finished.answers && strokes == finished.strokes;
    (!same).then(|| {
        let Finished { name, answers: said, strokes: drawn } = finished;
        let what =
            format!("the record of {name} says {answers:?} in {strokes} strokes, not {said:?} in {drawn}");
        Wrong::new(Kind::Record, what)
    })
}
