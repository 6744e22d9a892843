//! What a person sees while a step works: one line that changes, or a sign of life where no terminal is.

use std::io::{IsTerminal, Write, stdout};
use std::time::{Duration, Instant};

/// Where nobody watches a line change, a long step says now and then that it is alive.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// The line that changes while a step works; without a terminal, a line now and then.
pub struct Screen<'a> {
    title: &'a str,
    started: Instant,
    spoke: Instant,
    live: bool,
}

impl<'a> Screen<'a> {
    /// Begins a step.
    pub fn new(title: &'a str) -> Self {
        let live = stdout().is_terminal();
        if !live {
            println!("… {title}");
        }
        Self { title, started: Instant::now(), spoke: Instant::now(), live }
    }

    /// Says what the step is at.
    pub fn show(&mut self, line: &str) {
        let seconds = self.started.elapsed().as_secs();
        if self.live {
            let short: String = line.trim().chars().take(60).collect();
            print!("\r\x1b[K… {}  {seconds} s  {short}", self.title);
            let _ = stdout().flush();
        } else if self.spoke.elapsed() >= SIGN_OF_LIFE {
            self.spoke = Instant::now();
            println!("  {seconds} s: {}", line.trim());
        }
    }

    /// Makes room for what is printed next.
    pub fn clear(&self) {
        if self.live {
            print!("\r\x1b[K");
        }
    }
}
