//! The command line, read once and refused by name where it is wrong. Nothing is run from here.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::browsers::Engine;
use crate::serve::PORT;
use crate::workspace::Fallible;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--watch] [--port N]
    Builds the tablet page and serves it on http://127.0.0.1:8080/ with the headers it is written for; dist/ stays
    as it is. A free port is chosen and named when that one is taken. --watch builds again on every change.
cargo xtask build
    Leaves everything there is to ship in dist/: the tablet page, and a folder for each element that a portal embeds.
cargo xtask test [FILTER] [--only host|web|e2e]… [--engine chromium|firefox|webkit]… [-- ARGS]
    Formatting, lints (host and wasm32), host tests, documentation, in-browser tests, the release build, and
    end-to-end tests, the browser parts in all three engines. Browsers and drivers are installed on Debian as
    root; elsewhere it says what to install and which engines were left out. With CI=true none may be.
    FILTER runs only the tests whose name contains it, without the other checks. --only limits the run to a part:
    host (formatting, lints, host tests, documentation), web (in-browser), e2e (build, end to end).
    ARGS go to the end-to-end test binary.
cargo xtask test --soak [--engine chromium|firefox]…
    Kills the browser in the middle of conversations a hundred times, on an empty tablet and on one with a thousand
    records, and prints what was entered and what was lost. NATTOKU_KILLS=N makes it N times, NATTOKU_SEED=N repeats
    the moments of a run. WebKit under a driver keeps nothing that could be come back to.
cargo xtask bench
    Builds and prints transfer sizes (raw, gzip 9, brotli 11) and what a tap costs on a slow processor; fails when an embed
    is above the budget of bytes, and for no time.
cargo xtask schema
    Writes schema/nattoku.schema.json from the Rust types.
cargo xtask shots [DIR] [--engine …]
    Walks through every screen and leaves pictures in DIR (default: target/shots).
cargo xtask icons
    Draws page/icon-*.png from page/icon.svg.
cargo xtask help
    This text.";

/// One command.
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Fill `dist/`.
    Build,
    /// Build and serve.
    Serve {
        /// The port to try first.
        port: u16,
        /// Build again on change.
        watch: bool,
    },
    /// Build and measure.
    Bench,
    /// Check everything, or the part selected.
    Test(Selection),
    /// Kill the browser in the middle of conversations, many times.
    Soak {
        /// The engines to do it in; empty for all that can.
        engines: Vec<Engine>,
    },
    /// Write the JSON Schema.
    Schema,
    /// Take pictures of every screen and leave them in this folder.
    Shots {
        /// The folder; `None` for the usual one.
        dir: Option<PathBuf>,
        /// The engines to take them in.
        engines: Vec<Engine>,
    },
    /// Render the icons.
    Icons,
}

/// A part of the test run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// Everything that needs no browser.
    Host,
    /// Tests of the library inside a browser.
    Web,
    /// The built page, driven from outside.
    EndToEnd,
}

/// Which tests to run.
#[derive(Debug, Default, PartialEq)]
pub struct Selection {
    /// Only tests whose name contains this.
    pub filter: Option<String>,
    /// Only these parts; empty for all.
    pub parts: Vec<Part>,
    /// Only these engines, each of which must then be there; empty for all that are.
    pub engines: Vec<Engine>,
    /// Passed on to the end-to-end binary.
    pub args: Vec<String>,
}

impl Selection {
    /// Whether a part is to be run.
    pub fn wants(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }
}

impl Task {
    /// Reads the words after `cargo xtask`.
    ///
    /// # Errors
    /// An unknown command, option or value, by name.
    pub fn parse(words: Vec<OsString>) -> Fallible<Self> {
        let mut words = words
            .into_iter()
            .map(|word| word.into_string().map_err(|word| format!("not UTF-8: {}", word.to_string_lossy())))
            .collect::<Fallible<Vec<_>>>()?
            .into_iter();
        let command = words.next().unwrap_or_else(|| "help".into());
        let task = match command.as_str() {
            "help" | "--help" | "-h" => Self::Help,
            "build" => Self::Build,
            "bench" => Self::Bench,
            "schema" => Self::Schema,
            "icons" => Self::Icons,
            "serve" => return serve(words),
            "test" => return test(words),
            "shots" => return shots(words),
            _ => return Err(format!("no command {command:?}; see: cargo xtask help")),
        };
        words.next().map_or(Ok(task), |word| Err(unknown(&command, &word)))
    }
}

fn unknown(command: &str, word: &str) -> String {
    format!("{command}: cannot use {word:?}; see: cargo xtask help")
}

fn value(words: &mut impl Iterator<Item = String>, option: &str) -> Fallible<String> {
    words.next().ok_or_else(|| format!("{option} needs a value; see: cargo xtask help"))
}

fn serve(mut words: impl Iterator<Item = String>) -> Fallible<Task> {
    let (mut port, mut watch) = (PORT, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--watch" => watch = true,
            "--port" => {
                let number = value(&mut words, "--port")?;
                port = number.parse().map_err(|_| format!("{number:?} is no port (0 to 65535)"))?;
            }
            _ => return Err(unknown("serve", &word)),
        }
    }
    Ok(Task::Serve { port, watch })
}

fn test(mut words: impl Iterator<Item = String>) -> Fallible<Task> {
    let mut chosen = Selection::default();
    let mut soak = false;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--soak" => soak = true,
            "--" => chosen.args = words.by_ref().collect(),
            "--engine" => chosen.engines.push(Engine::named(&value(&mut words, "--engine")?)?),
            "--only" => chosen.parts.push(match value(&mut words, "--only")?.as_str() {
                "host" => Part::Host,
                "web" => Part::Web,
                "e2e" => Part::EndToEnd,
                other => return Err(format!("--only {other:?}: host, web or e2e")),
            }),
            _ if word.starts_with('-') || chosen.filter.is_some() => return Err(unknown("test", &word)),
            _ => chosen.filter = Some(word),
        }
    }
    if !soak {
        return Ok(Task::Test(chosen));
    }
    let Selection { filter, parts, engines, args } = chosen;
    if filter.is_some() || !parts.is_empty() || !args.is_empty() {
        return Err("test --soak: only --engine goes with it; see: cargo xtask help".into());
    }
    if engines.contains(&Engine::Webkit) {
        return Err("test --soak: webkit keeps nothing under a driver; chromium or firefox".into());
    }
    Ok(Task::Soak { engines })
}

fn shots(mut words: impl Iterator<Item = String>) -> Fallible<Task> {
    let (mut dir, mut engines) = (None, Vec::new());
    while let Some(word) = words.next() {
        match word.as_str() {
            "--engine" => engines.push(Engine::named(&value(&mut words, "--engine")?)?),
            _ if word.starts_with('-') || dir.is_some() => return Err(unknown("shots", &word)),
            _ => dir = Some(PathBuf::from(word)),
        }
    }
    Ok(Task::Shots { dir, engines })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Fallible<Task> {
        Task::parse(line.split_whitespace().map(Into::into).collect())
    }

    #[test]
    fn each_command_is_understood() {
        for (line, expected) in [
            ("", Task::Help),
            ("--help", Task::Help),
            ("build", Task::Build),
            ("bench", Task::Bench),
            ("schema", Task::Schema),
            ("icons", Task::Icons),
            ("serve", Task::Serve { port: 8080, watch: false }),
            ("serve --watch --port 9000", Task::Serve { port: 9000, watch: true }),
            ("shots", Task::Shots { dir: None, engines: vec![] }),
            (
                "shots out --engine webkit",
                Task::Shots { dir: Some("out".into()), engines: vec![Engine::Webkit] },
            ),
            ("test", Task::Test(Selection::default())),
            ("test --soak", Task::Soak { engines: vec![] }),
            ("test --engine firefox --soak", Task::Soak { engines: vec![Engine::Firefox] }),
            (
                "test no_is_respected --only web --only e2e --engine firefox -- --nocapture -q",
                Task::Test(Selection {
                    filter: Some("no_is_respected".into()),
                    parts: vec![Part::Web, Part::EndToEnd],
                    engines: vec![Engine::Firefox],
                    args: vec!["--nocapture".into(), "-q".into()],
                }),
            ),
        ] {
            assert_eq!(parse(line).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("deploy", "\"deploy\""),
            ("build now", "\"now\""),
            ("serve --port", "--port needs a value"),
            ("serve --port 70000", "\"70000\""),
            ("serve --open", "\"--open\""),
            ("test a b", "\"b\""),
            ("test --only all", "\"all\""),
            ("test --engine opera", "\"opera\""),
            ("test --soak tour", "only --engine"),
            ("test --soak --only e2e", "only --engine"),
            ("test --soak -- --nocapture", "only --engine"),
            ("test --soak --engine webkit", "webkit"),
            ("shots a b", "\"b\""),
        ] {
            let error = parse(line).unwrap_err();
            assert!(error.contains(named), "{line}: {error}");
        }
    }

    #[test]
    fn a_part_is_wanted_when_named_or_when_none_is() {
        assert!(Selection::default().wants(Part::Web));
        let host = Selection { parts: vec![Part::Host], ..Selection::default() };
        assert!(host.wants(Part::Host) && !host.wants(Part::EndToEnd));
    }

    #[test]
    fn the_help_names_every_command() {
        for command in ["serve", "build", "test", "bench", "schema", "shots", "icons", "help"] {
            assert!(HELP.contains(&format!("cargo xtask {command}")), "{command}");
        }
    }
}
