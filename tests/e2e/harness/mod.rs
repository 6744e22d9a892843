//! What a scenario stands on: a browser of its own, a server of its own, and a [`Page`] to act on.
//!
//! The parts: [`process`] ends what was started; [`restart`] ends a browser without a warning and starts it again;
//! [`engine`] knows how the three browsers differ; [`webdriver`] speaks the protocol; [`site`] serves the files over a
//! [`relay`] that can be cut; [`page`], [`target`] and [`pointer`] are the words scenarios are written in.
//! Nothing here knows a screen or a sentence of Nattoku.

mod axe;
mod engine;
mod finding;
mod keys;
mod page;
mod paper;
mod picture;
mod pointer;
mod process;
mod relay;
mod reports;
mod restart;
mod site;
mod store;
mod target;
mod visit;
mod webdriver;

#[path = "../../../xtask/src/server.rs"]
mod server;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::thread;
use std::time::{Duration, Instant};

pub use axe::AxeViolation;
pub use engine::Engine;
pub use page::{Focus, Page};
pub use paper::{Sheets, pressed};
pub use pointer::PointerKind;
pub use reports::Download;
pub use target::Target;

/// How long a page may take to show what a scenario waits for. Two browsers on two busy cores stay well below it.
const PATIENCE: Duration = Duration::from_secs(15);

/// How often a condition is looked at while it is waited for.
const POLL: Duration = Duration::from_millis(25);

/// Runs one scenario in one engine; afterwards the page must have reported no error and no CSP violation.
///
/// When the scenario fails, what the page looked like is printed and its picture is kept before the panic goes on.
pub fn run(engine: Engine, name: &str, scenario: fn(&Page)) {
    engine.assert_requested();
    let begun = Instant::now();
    let page = Page::start(engine);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        scenario(&page);
        page.assert_clean();
    }));
    if let Err(panic) = outcome {
        page.report_failure(name);
        drop(page);
        resume_unwind(panic);
    }
    page.close();
    println!("{engine} {name}: {:.1} s", begun.elapsed().as_secs_f32());
}

/// Looks at `condition` until it holds; the last thing it complained about is in the panic.
#[track_caller]
pub fn wait_until<T>(what: &str, mut condition: impl FnMut() -> Result<T, String>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match condition() {
            Ok(value) => return value,
            Err(reason) if Instant::now() > deadline => {
                panic!("waited {} s for {what}: {reason}", PATIENCE.as_secs())
            }
            Err(_) => thread::sleep(POLL),
        }
    }
}
