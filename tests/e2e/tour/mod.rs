//! Every screen, looked at in both registers and every theme: axe-core finds nothing, nothing is wider than the
//! window or too small for a finger, and pictures are kept for people to look at when `NATTOKU_SHOTS` is set. The walks
//! lie beside this file; what a screen does is asserted by other scenarios.

mod change;
mod check;
mod gather;
mod lists;
mod notices;
mod respond;
mod size;
mod tablet;
mod talk;

use std::cell::RefCell;

use serde_json::{Value, json};

use crate::harness::{AxeViolation, Engine, Page};

pub use change::changes;
pub use check::checklist;
pub use gather::{alone, gathering, handed_over};
pub use lists::lists;
pub use notices::{marks, notices};
pub use respond::people;
pub use tablet::tablet;
pub use talk::{conversation, ways};

/// Registers and themes; the first one is how the walk itself goes on.
const LOOKS: [(&str, &str); 6] = [
    ("plain", "light"),
    ("easy", "light"),
    ("plain", "dark"),
    ("easy", "dark"),
    ("plain", "high-contrast"),
    ("easy", "high-contrast"),
];

/// The windows of the pictures; the walk goes on in the first.
const WINDOWS: [(u32, u32); 4] = [(820, 1180), (1180, 820), (375, 812), (1440, 900)];

/// The narrowest windows that everything must fit into (design, section 7).
const NARROW: [(u32, u32); 2] = [(375, 812), (320, 640)];

/// A walk during which everything that is wrong is collected, so that one walk tells all of it.
pub struct Tour<'a> {
    page: &'a Page,
    tag: &'static str,
    looks: &'static [(&'static str, &'static str)],
    found: RefCell<Vec<String>>,
}

impl<'a> Tour<'a> {
    /// Begins a walk through the element `tag`. Chromium looks in every register and theme, the others in the first.
    #[track_caller]
    pub fn begin(page: &'a Page, tag: &'static str) -> Self {
        let looks = if page.engine() == Engine::Chromium { &LOOKS[..] } else { &LOOKS[..1] };
        let tour = Self { page, tag, looks, found: RefCell::default() };
        tour.show(LOOKS[0]);
        tour
    }

    /// Looks at the screen as it is now, in every look, and leaves it as it was.
    #[track_caller]
    pub fn look(&self, screen: &str) {
        for (reading, theme) in self.looks.iter().copied() {
            self.show((reading, theme));
            self.check(&format!("{screen} {reading} {theme}"));
            let mut found = self.found.borrow_mut();
            if theme == "light" {
                found.extend(self.too_small(&format!("{screen} {reading}")));
                for (width, height) in NARROW {
                    self.turn(width, height);
                    found.extend(
                        self.too_wide().map(|what| format!("{screen} {reading} at {width}×{height}: {what}")),
                    );
                    found.extend(self.too_small(&format!("{screen} {reading} at {width}×{height}")));
                }
            }
            if std::env::var_os("NATTOKU_SHOTS").is_some() {
                for (width, height) in WINDOWS {
                    self.turn(width, height);
                    self.page.screenshot(&format!("{screen}-{reading}-{theme}-{width}x{height}"));
                }
            }
            self.turn(WINDOWS[0].0, WINDOWS[0].1);
        }
        self.show(LOOKS[0]);
    }

    /// Looks at a screen that is another one on a telephone, in every look, held as a telephone is.
    #[track_caller]
    pub fn look_narrow(&self, screen: &str) {
        self.turn(NARROW[0].0, NARROW[0].1);
        for look in self.looks.iter().copied() {
            self.show(look);
            let screen = format!("{screen} {} {} on a telephone", look.0, look.1);
            self.check(&screen);
            self.found.borrow_mut().extend(self.too_small(&screen));
        }
        self.turn(WINDOWS[0].0, WINDOWS[0].1);
        self.show(LOOKS[0]);
    }

    /// Another window, laid out: a page hears of it with its next frame, and draws what it made of it in the one after.
    #[track_caller]
    fn turn(&self, width: u32, height: u32) {
        self.page.resize(width, height);
        let frames = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";
        assert_eq!(self.page.exec_promise(frames, &[]), Value::Null);
    }

    /// What axe has to say.
    #[track_caller]
    fn check(&self, screen: &str) {
        let told = self.page.axe_violations();
        let line =
            |v: AxeViolation| format!("{screen}: {} at {}\n  {}\n  {}", v.rule, v.target, v.html, v.summary);
        self.found.borrow_mut().extend(told.into_iter().map(line));
    }

    /// Fails with everything that was found on the way.
    #[track_caller]
    pub fn end(self) {
        let found = self.found.into_inner();
        assert!(found.is_empty(), "{} things are wrong\n{}", found.len(), found.join("\n"));
        assert_eq!(self.page.requests_after_load(), Vec::<String>::new());
    }

    #[track_caller]
    fn show(&self, (reading, theme): (&str, &str)) {
        let tag = self.tag;
        let script = "const element = document.querySelector(arguments[0]); \
            element.setAttribute('reading', arguments[1]); element.setAttribute('theme', arguments[2]);";
        self.page.exec(script, &[json!(tag), json!(reading), json!(theme)]);
        let shown = "const nk = document.querySelector(arguments[0]).shadowRoot.querySelector('.nk'); \
            return [nk.dataset.reading, nk.dataset.theme]";
        self.page.wait_for(&format!("{reading} and {theme}"), || {
            self.page.exec(shown, &[json!(tag)]) == json!([reading, theme])
        });
    }

    /// What sticks out at the side of the window, if anything does.
    #[track_caller]
    fn too_wide(&self) -> Option<String> {
        let script = "const root = document.querySelector(arguments[0]).shadowRoot, page = document.documentElement; \
            const stage = root.querySelector('dialog[open]') ?? root.querySelector('.stage'); \
            if (page.scrollWidth <= innerWidth && stage.scrollWidth <= stage.clientWidth) return null; \
            const edge = stage.getBoundingClientRect().left + stage.clientWidth; \
            const out = [...root.querySelectorAll('*')].filter((at) => at.getBoundingClientRect().right > edge + 1 \
                && stage.contains(at)); \
            return `too wide: ${out.at(-1)?.outerHTML.slice(0, 200) ?? 'no element in particular'}`";
        self.page.exec(script, &[json!(self.tag)]).as_str().map(str::to_owned)
    }
}
