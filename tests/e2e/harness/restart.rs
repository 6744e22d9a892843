//! The end of a browser as a tablet meets it whose battery is empty, and the next start on the same profile and the same
//! origin. Chromium and Firefox only: under a driver, MiniBrowser stores nothing that outlives it.

use std::thread;
use std::time::{Duration, Instant};

use super::engine::Engine;
use super::page::Page;

impl Page {
    /// Ends the browser, all of its processes, `delay` after now, and says when that was: no earlier than the moment
    /// returned. Until [`Self::start_again`] nothing may be asked of the page.
    ///
    /// Waiting here hides no race: when the end comes is what is being tried out, and nothing is expected to have
    /// happened by then.
    #[track_caller]
    pub fn kill_after(&self, delay: Duration) -> Instant {
        assert_ne!(self.engine, Engine::WebKit, "MiniBrowser has no profile to come back to");
        let end = Instant::now() + delay;
        self.keep_reports();
        thread::sleep(end.saturating_duration_since(Instant::now()));
        let at = self.browser.borrow_mut().kill();
        self.opened.set(false);
        at
    }

    /// Starts the browser that was killed again, on the profile it left and with the window it had; nothing is open.
    #[track_caller]
    pub fn start_again(&self) {
        let browser = self.engine.launch(&self.home);
        drop(self.browser.replace(browser));
        self.resize(820, 1180);
    }
}
