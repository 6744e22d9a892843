//! A screen for the browser that has no headless mode of its own (WebKitGTK's), where the machine has none.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::browsers::on_path;
use crate::workspace::Fallible;

/// A virtual screen; it ends with this value.
pub struct Display {
    server: Child,
    /// What to set `DISPLAY` to.
    pub name: String,
}

impl Display {
    /// Starts one when there is no screen; `None` when there is.
    ///
    /// # Errors
    /// Xvfb is missing or does not start.
    pub fn if_needed() -> Fallible<Option<Self>> {
        if exists() { Ok(None) } else { Self::start().map(Some) }
    }

    fn start() -> Fallible<Self> {
        // It chooses a free number itself and tells it on standard output: no race for one.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb: {error}"))?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout.take() {
            BufReader::new(stdout).read_line(&mut number).map_err(|error| format!("Xvfb: {error}"))?;
        }
        if number.trim().parse::<u32>().is_err() {
            let _ = server.kill();
            let status = server.wait().map_err(|error| format!("Xvfb: {error}"))?;
            return Err(format!("Xvfb did not start: {status}"));
        }
        Ok(Self { server, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing else to do about it then.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Whether a screen exists or can be started.
pub fn can_be_had() -> bool {
    exists() || on_path(&["Xvfb"]).is_some()
}

fn exists() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
