//! The tablet page as the kill scenarios use it: step by step through a conversation, and back through what is left.

use std::time::{Duration, Instant};

use nattoku::domain::notice::NoticeSnapshot;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::ledger::{Draft, Found, Ledger};
use super::luck::Luck;
use super::steps::{Step, is_topic};
use crate::harness::{Page, PointerKind};
use crate::talk::{EXPLAINER, KANA, NAME, STROKES};
use crate::words::{GROUP, explanation, say};

const WALK: &str = include_str!("walk.js");

/// More strokes than a name has are not drawn, however often one comes back to the pad.
const MOST_STROKES: usize = 12;

/// The page, and what was entered on it.
pub struct Tablet<'a> {
    pub page: &'a Page,
    /// The screens of a conversation in their order, as walk.js calls them.
    pub places: Vec<String>,
    pub ledger: Ledger,
    /// How many conversations were begun.
    begun: usize,
}

/// What walk.js tells of a conversation.
#[derive(Deserialize)]
struct Swept {
    resumed: String,
    entries: std::collections::BTreeMap<String, String>,
    strokes: Vec<String>,
}

impl<'a> Tablet<'a> {
    /// The tablet of a group that has written its words down, at home.
    #[track_caller]
    pub fn open(page: &'a Page) -> Self {
        page.open_stored("");
        let tablet = Self { page, places: places(&explanation()), ledger: Ledger::default(), begun: 0 };
        tablet.import(GROUP);
        tablet
    }

    /// The value of an expression over `walk`.
    #[track_caller]
    fn ask<T: DeserializeOwned>(&self, expression: &str, args: &[Value]) -> T {
        let value = self.page.exec_promise(&format!("{WALK}\nreturn await ({expression});"), args);
        assert!(value["rejected"].is_null(), "{expression}: {value}");
        serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{expression}: {e} in {value}"))
    }

    /// Gives the page a document, and waits until it has taken it in.
    #[track_caller]
    pub fn import(&self, text: &str) {
        let script = "await document.querySelector('nattoku-app').importJson(args[0]); return true";
        let taken = self.page.exec_promise(script, &[json!(text)]);
        assert_eq!(taken, true, "the document is taken in");
    }

    /// What the page exports.
    #[track_caller]
    pub fn export(&self) -> Value {
        let script = "return await document.querySelector('nattoku-app').exportJson()";
        let text = self.page.exec_promise(script, &[]);
        serde_json::from_str(text.as_str().unwrap_or_else(|| panic!("no JSON text: {text}"))).expect("JSON")
    }

    /// The names in the list of records, from home and back to it.
    #[track_caller]
    pub fn records(&self, least: usize) -> Vec<String> {
        let wanted: Vec<&str> = self.ledger.finished.iter().map(|one| one.name.as_str()).collect();
        self.ask("walk.records(args[0], args[1])", &[json!(wanted), json!(least)])
    }

    /// Begins a conversation at home. A tablet without the group's words asks for them instead: `false`.
    #[track_caller]
    pub fn begin(&mut self) -> bool {
        let at: String = self.ask("walk.press(walk.onward)", &[]);
        if at != self.places[0] {
            return false;
        }
        self.begun += 1;
        self.ledger.begin(&format!("{NAME} {}", self.begun));
        true
    }

    /// Takes a step and waits for what it leads to.
    #[track_caller]
    pub fn take(&mut self, step: Step, luck: &mut Luck) {
        match step {
            Step::Begin => assert!(self.begin(), "the group's words are there"),
            Step::Enter(at) => self.enter(at, luck),
            Step::Stroke(at) => {
                self.draw(at);
                let count = self.ledger.strokes();
                let outlines = "walk.until('the stroke', () => walk.ink().length === args[0] && walk.ink())";
                let outlines = self.ask(outlines, &[json!(count)]);
                self.ledger.drawn(outlines);
            }
            Step::Finish => {
                self.ledger.ask();
                let () = self.ask("walk.press(walk.onward).then(() => null)", &[]);
                self.page.see(&say("closing.kept"));
                self.ledger.kept();
            }
            Step::On(_) | Step::Done | Step::Next => {
                let () = self.ask("walk.press(walk.onward).then(() => null)", &[]);
            }
        }
    }

    /// Takes a step without waiting for anything, and kills the browser `delay` later. Returns when.
    #[track_caller]
    pub fn die_at(&mut self, step: Step, delay: Duration, luck: &mut Luck) -> Instant {
        let end = Instant::now() + delay;
        match step {
            Step::Begin => assert!(self.begin(), "the group's words are there"),
            Step::Enter(at) => self.enter(at, luck),
            Step::Stroke(at) => self.draw(at),
            Step::On(_) | Step::Done | Step::Next => self.press(),
            Step::Finish => {
                self.ledger.ask();
                self.press();
                // Whether it was said to be kept is looked at up to the end, not waited for.
                let within = end.saturating_duration_since(Instant::now()).as_millis() as u64;
                let kept = "walk.until('', () => walk.place() === 'closing' \
                    && walk.one('.closing').textContent.includes(args[0]), args[1])";
                if self.ask::<Option<bool>>(kept, &[json!(say("closing.kept")), json!(within)]).is_some() {
                    self.ledger.kept();
                }
            }
        }
        self.page.kill_after(end.saturating_duration_since(Instant::now()))
    }

    #[track_caller]
    fn press(&self) {
        let () =
            self.ask("walk.until('a button', walk.onward).then((button) => (button.click(), null))", &[]);
    }

    /// Fills in a screen, not always as it was.
    #[track_caller]
    fn enter(&mut self, at: usize, luck: &mut Luck) {
        let place = self.places[at].clone();
        if place == "who" {
            let name = self.ledger.with.clone().expect("a conversation under way");
            for (id, text) in [("name", name.as_str()), ("kana", KANA), ("explained-by", EXPLAINER)] {
                assert!(self.ask::<bool>("walk.type(args[0], args[1])", &[json!(id), json!(text)]), "{id}");
                self.ledger.say(id, text);
            }
            return;
        }
        // A yes that comes after the name was written lets go of the writing, as it must. Who has written says the same.
        let said = (self.ledger.strokes() > 0).then(|| self.ledger.latest(&place)).flatten();
        let value = if let Some(said) = &said {
            said
        } else if is_topic(&place) {
            luck.one(&["understood", "asked_again"])
        } else if place.starts_with("answer-") {
            luck.one(&["granted", "withheld", "ask_each_time", "undecided"])
        } else if place.starts_with("ack-") {
            luck.one(&["acknowledged", "declined"])
        } else {
            "principal"
        };
        assert!(self.ask::<bool>("walk.choose(args[0], args[1])", &[json!(place), json!(value)]), "{place}");
        self.ledger.say(&place, value);
    }

    /// Draws one more stroke with a finger.
    #[track_caller]
    fn draw(&mut self, at: usize) {
        if self.ledger.strokes() < MOST_STROKES {
            self.page.role("img", &say("sign.pad")).draw(&[STROKES[at % STROKES.len()]], PointerKind::Touch);
            self.ledger.draw();
        }
    }

    /// The browser again, and what its screens show: home, the records, and the conversation that home offers to go on
    /// with, from its end to its beginning, where it stays.
    #[track_caller]
    pub fn come_back(&self, least: usize) -> Found {
        self.page.start_again();
        self.page.open("");
        let () = self.ask("walk.until('home', () => walk.place() === 'home').then(() => null)", &[]);
        let records = self.records(least);
        // A card that must be there is given a while to come.
        let patience = if self.ledger.with.is_some() { 5000 } else { 0 };
        let offered: bool = self.ask("walk.until('', walk.left, args[0]).then(Boolean)", &[json!(patience)]);
        let asked = self.ledger.with.as_ref().filter(|name| !records.contains(name));
        let draft = match asked {
            Some(_) if offered => Some(self.sweep()),
            _ => {
                if offered {
                    let engine = self.page.engine();
                    println!(
                        "{engine}: left over: a conversation that is a record, or was never said anything in"
                    );
                    let () = self.ask("walk.discard().then(() => null)", &[]);
                }
                None
            }
        };
        Found { records, draft }
    }

    #[track_caller]
    fn sweep(&self) -> Draft {
        let rank = |entry: &str| {
            let at = if ["name", "kana", "explained-by"].contains(&entry) { "who" } else { entry };
            self.places.iter().position(|place| place == at).unwrap_or_default()
        };
        let entered = self.ledger.places().map(rank).max().unwrap_or_default();
        let last = if self.ledger.strokes() > 0 { "sign" } else { &self.places[entered] };
        let _: String = self.ask("walk.press(walk.left)", &[]);
        let swept: Swept = self.ask("walk.sweep(args[0], args[1])", &[json!(self.places), json!(last)]);
        Draft { resumed: swept.resumed, entries: swept.entries, strokes: swept.strokes }
    }
}

fn places(notice: &NoticeSnapshot) -> Vec<String> {
    let topics = notice.sections.iter().map(|section| format!("understood-{}", section.id));
    let items = notice.items.iter().map(|item| format!("answer-{}", item.id));
    let told = notice.acknowledgements.iter().take(1).map(|known| format!("ack-{}", known.id));
    let rest = ["role", "who", "method", "sign"].map(str::to_owned);
    topics.chain(items).chain(told).chain(rest).collect()
}
