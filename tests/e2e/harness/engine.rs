//! How the three browsers differ: where their programs are, how their drivers are started, what they are asked for.
//! The paths come from the environment (`cargo xtask test` sets them) with Debian's places as defaults.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use super::process::{Group, TempDir, free_port};
use super::wait_until;
use super::webdriver::{Session, is_ready};

/// A browser engine that Nattoku promises to work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser, on a display of its own.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Engine {
    /// Refuses to run, and so to pass, in an engine that `NATTOKU_ENGINES` (a comma list; default: all) leaves out.
    #[track_caller]
    pub fn assert_requested(self) {
        let Ok(list) = env::var("NATTOKU_ENGINES") else { return };
        assert!(
            list.split(',').any(|engine| engine.trim() == self.to_string()),
            "NATTOKU_ENGINES={list} leaves {self} out; leave its tests out by name as well: `-- --skip {self}::`"
        );
    }

    /// Starts driver and browser. `home` holds everything that they write.
    pub fn launch(self, home: &TempDir) -> Browser {
        let port = free_port().expect("a free port on 127.0.0.1");
        let display = (self == Self::WebKit).then(Display::obtain);
        let mut driver = self.driver(port);
        for (variable, folder) in
            [("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data")]
        {
            driver.env(variable, home.make_dir(folder).expect("a folder for the browser"));
        }
        driver.env("XDG_CONFIG_HOME", gtk_config(home));
        // Where the people are. An offset that is neither zero nor the build machine's shows which times have none.
        driver.env("TZ", "Asia/Tokyo");
        driver.env("GSETTINGS_BACKEND", "memory").env("NO_AT_BRIDGE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
        if let Some(display) = &display {
            driver.env("DISPLAY", &display.name);
        }
        if self == Self::Firefox {
            // Where a Firefox that was killed listened; the driver would look for the next one there.
            let _ = fs::remove_file(home.path().join("profile/MarionetteActivePort"));
        }
        let log = home.path().join("driver.log");
        let group = Group::spawn(&driver, &log)
            .unwrap_or_else(|e| panic!("cannot start {:?}: {e}", driver.get_program()));
        wait_until(&format!("{self}'s driver"), || {
            if is_ready(port) { Ok(()) } else { Err(fs::read_to_string(&log).unwrap_or_default()) }
        });
        let session = Session::open(port, &self.capabilities(home)).unwrap_or_else(|e| {
            panic!("{self} opened no session: {e}\n{}", fs::read_to_string(&log).unwrap_or_default())
        });
        Browser { session, log, group, display }
    }

    fn driver(self, port: u16) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new(program("NATTOKU_CHROMEDRIVER", "/usr/bin/chromedriver"));
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let mut command = Command::new(geckodriver());
                // The chrome context is where the viewport's width is set: windows refuse to get narrow.
                command.args(["--port", &port.to_string(), "--allow-system-access"]);
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("NATTOKU_WEBKITDRIVER", "/usr/bin/WebKitWebDriver"));
                command.args(["--host=127.0.0.1".to_owned(), format!("--port={port}")]);
                command
            }
        }
    }

    /// Reduced motion everywhere, so that nothing slides away under a click; no traffic of the browser's own.
    fn capabilities(self, home: &TempDir) -> Value {
        let downloads = home.make_dir("downloads").expect("a folder for downloads");
        let profile = home.make_dir("profile").expect("a folder for the profile");
        match self {
            Self::Chromium => {
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": {
                        "binary": program("NATTOKU_CHROMIUM", "/usr/bin/chromium"),
                        "args": [
                            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                            "--no-first-run", "--disable-background-networking", "--disable-component-update",
                            "--disable-sync", "--disable-quic", "--force-prefers-reduced-motion",
                            // A camera of its own, and nobody to ask.
                            "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
                            format!("--user-data-dir={}", profile.display()),
                        ],
                        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
                    },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program("NATTOKU_FIREFOX", "/usr/bin/firefox-esr"),
                    // Used where it is: of a profile in the capabilities the driver would make a copy each time.
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        "ui.prefersReducedMotion": 1,
                        "browser.chrome.site_icons": false,
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.useDownloadDir": true,
                        // The panel takes the focus away from the page, and with it every focus ring.
                        "browser.download.alwaysOpenPanel": false,
                        "dom.w3c_touch_events.enabled": 1,
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": program(
                        "NATTOKU_MINIBROWSER",
                        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                    ),
                    "args": ["--automation"],
                },
            }),
        }
    }
}

/// A running browser with its driver. Dropping it ends both.
pub struct Browser {
    /// The open WebDriver session.
    pub session: Session,
    /// What the driver and the browser printed.
    pub log: PathBuf,
    // In this order: the browser goes before the display it draws on.
    group: Group,
    display: Option<Display>,
}

impl Browser {
    /// Ends browser and driver at once, with a signal that none of their processes can answer, and says when.
    pub fn kill(&mut self) -> Instant {
        self.group.kill()
    }

    /// Where a window of this width has its upper left corner. On a screen of ours no window manager gives a window
    /// the focus; the pointer that rests above its page does, on the toolbar.
    pub fn corner(&self, width: i64) -> (i64, i64) {
        match &self.display {
            Some(Display { _group: Some(_), .. }) => (SCREEN.0 / 2 - width / 2, SCREEN.1 / 2 - 12),
            _ => (0, 0),
        }
    }
}

/// Our own screen. Its pointer rests in the middle; the largest window fits below.
const SCREEN: (i64, i64) = (1600, 3200);

/// An X display for a browser that cannot do without one: its own, so that no other window takes the focus away.
struct Display {
    name: String,
    _group: Option<Group>,
}

impl Display {
    fn obtain() -> Self {
        let mut xvfb = Command::new("Xvfb");
        let screen = format!("{}x{}x24", SCREEN.0, SCREEN.1);
        xvfb.args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"]);
        match Group::spawn_and_read_line(&xvfb) {
            Ok((group, number)) if number.parse::<u32>().is_ok() => {
                Self { name: format!(":{number}"), _group: Some(group) }
            }
            // Without Xvfb: the display that whoever started the tests sits in front of.
            _ => Self {
                name: env::var("DISPLAY").expect("WebKit needs a display: install xvfb, or set DISPLAY"),
                _group: None,
            },
        }
    }
}

/// GTK as WebKitGTK needs it here: no animations (this is how it learns that reduced motion is wanted), and a toolbar
/// that yields, for it keeps MiniBrowser's window wider than a telephone otherwise. Pages are not touched by this.
fn gtk_config(home: &TempDir) -> PathBuf {
    let config = home.make_dir("config").expect("a folder for the configuration");
    let gtk = home.make_dir("config/gtk-3.0").expect("a folder for the configuration");
    fs::write(gtk.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n")
        .expect("GTK's settings written");
    let narrow = "* { min-width: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }\n";
    fs::write(gtk.join("gtk.css"), narrow).expect("GTK's style written");
    config
}

fn program(variable: &str, default: &str) -> String {
    env::var(variable).unwrap_or_else(|_| default.to_owned())
}

/// There is no Debian package of geckodriver: `cargo xtask test` installs it below `target/tools`.
fn geckodriver() -> PathBuf {
    if let Ok(path) = env::var("NATTOKU_GECKODRIVER") {
        return path.into();
    }
    let on_path = env::var_os("PATH")
        .and_then(|path| env::split_paths(&path).map(|dir| dir.join("geckodriver")).find(|p| p.is_file()));
    on_path.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/geckodriver"))
}
