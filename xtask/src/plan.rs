//! What `cargo xtask test` consists of, in order: cheap and telling checks first, browsers last.

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use crate::browsers::{self, Browser, Engine};
use crate::display::Display;
use crate::dist::{self, Purpose};
use crate::options::{Part, Selection};
use crate::serve;
use crate::steps::{self, Step, Work};
use crate::toolchain;
use crate::workspace::{Fallible, WASM, cargo, make_dir, root, target_dir, write};

/// The word by which cargo calls this program back to run a test binary in a browser.
pub const RUNNER: &str = "wasm-test-runner";

/// A whole in-browser suite has this many seconds; the runner's own 20 are too few for a busy machine.
const WEB_SUITE_SECONDS: &str = "180";

/// The engines whose profile outlives them under a driver.
const KILLABLE: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// How often `cargo xtask test --soak` kills each browser on each tablet, unless `NATTOKU_KILLS` says otherwise.
const KILLS: &str = "100";

/// `cargo xtask test`.
///
/// # Errors
/// The first check that fails, a browser that had to be there and is not, or a filter that matches no test.
pub fn test(chosen: Selection) -> Fallible<()> {
    toolchain::need_wasm_target()?;
    let (web, end_to_end) = (chosen.wants(Part::Web), chosen.wants(Part::EndToEnd));
    let browsers = if web || end_to_end { browsers::provide(&chosen.engines)? } else { Vec::new() };
    let display = display_for(&browsers)?;
    let mut steps = Vec::new();
    if chosen.wants(Part::Host) {
        if chosen.filter.is_none() {
            toolchain::need_lint_components()?;
            steps.extend(lints());
        }
        steps.extend(host_tests(chosen.filter.as_deref()));
        if chosen.filter.is_none() {
            steps.extend(documentation());
        }
    }
    if web {
        for browser in &browsers {
            steps.push(in_browser(browser, display.as_ref(), chosen.filter.as_deref())?);
        }
    }
    if end_to_end && !browsers.is_empty() {
        steps.push(release());
        let watched = Work::Call(Box::new(serve::watches_all));
        steps.push(Step { name: "what `serve --watch` watches".into(), work: watched });
        let args = chosen.filter.iter().chain(&chosen.args).map(String::as_str);
        let command = end_to_end_tests(&browsers, display.as_ref(), args);
        let shown = chosen.args.iter().any(|word| word == "--nocapture");
        let work = Work::Tests { command, may_be_empty: chosen.filter.is_some(), shown };
        steps.push(Step { name: "end-to-end tests".into(), work });
    }
    let count = steps::run(steps)?;
    if let Some(filter) = chosen.filter.filter(|_| count.passed == 0) {
        return Err(format!("No test has a name that contains {filter:?}"));
    }
    for engine in Engine::ALL.into_iter().filter(|_| web || end_to_end) {
        let left_out = chosen.engines.is_empty() && !browsers.iter().any(|browser| browser.engine == engine);
        if left_out {
            println!("NOT tested: {} (see the top for what to install)", engine.name());
        }
    }
    Ok(())
}

/// `cargo xtask test --soak`: the end-to-end scenarios that kill the browser, with many kills each.
///
/// # Errors
/// The build fails, something was lost, or no browser is there.
pub fn soak(engines: Vec<Engine>) -> Fallible<()> {
    let engines = if engines.is_empty() { KILLABLE.to_vec() } else { engines };
    let browsers = browsers::provide(&engines)?;
    let command = soak_tests(&browsers);
    let work = Work::Tests { command, may_be_empty: false, shown: true };
    steps::run(vec![release(), Step { name: "browsers killed again and again".into(), work }]).map(drop)
}

/// The scenarios that kill the browser, and nothing else.
fn soak_tests(browsers: &[Browser]) -> Command {
    let mut command = end_to_end_tests(browsers, None, ["::kill::", "--nocapture"]);
    command.env("NATTOKU_KILLS", env::var_os("NATTOKU_KILLS").unwrap_or_else(|| KILLS.into()));
    command
}

/// `cargo xtask shots`: the end-to-end walk through every screen, leaving pictures in `dir`.
///
/// # Errors
/// The build or the walk fails, or no browser is there.
pub fn shots(dir: Option<PathBuf>, engines: Vec<Engine>) -> Fallible<()> {
    let here = env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let dir = dir.map_or_else(|| target_dir().join("shots"), |dir| here.join(dir));
    make_dir(&dir)?;
    let browsers = browsers::provide(&engines)?;
    if browsers.is_empty() {
        return Err("no browser to take pictures in".into());
    }
    let display = display_for(&browsers)?;
    let mut command = end_to_end_tests(&browsers, display.as_ref(), ["tour"]);
    command.env("NATTOKU_SHOTS", &dir);
    let work = Work::Tests { command, may_be_empty: false, shown: false };
    steps::run(vec![release(), Step { name: "a walk through every screen".into(), work }])?;
    println!("Pictures are in {}", dir.display());
    Ok(())
}

/// The measures of `cargo xtask bench` that take a browser, over the `dist/` that was just built. Only Chromium can be made
/// slower.
///
/// # Errors
/// There is no Chromium, or it did not do what is measured.
pub fn measures() -> Fallible<()> {
    let browsers = browsers::provide(&[Engine::Chromium])?;
    let words = ["measures", "--ignored", "--nocapture"];
    let command = end_to_end_tests(&browsers, None, words);
    let work = Work::Tests { command, may_be_empty: false, shown: true };
    steps::run(vec![Step { name: "measures in a browser".into(), work }]).map(drop)
}

/// A screen, if one of these browsers needs one and there is none.
fn display_for(browsers: &[Browser]) -> Fallible<Option<Display>> {
    if browsers.iter().any(|browser| browser.engine == Engine::Webkit) {
        Display::if_needed()
    } else {
        Ok(None)
    }
}

fn command(name: &str, command: Command) -> Step {
    Step { name: name.into(), work: Work::Command(command) }
}

/// For the browser once with everything, and once for each embed: what one of them lacks, or has for nothing, shows only
/// in its own build.
fn lints() -> Vec<Step> {
    let denied = ["--", "-D", "warnings"];
    let host = ["clippy", "--locked", "--workspace", "--all-targets", "--features", "schema"];
    let wasm = ["clippy", "--locked", "--target", WASM, "--lib"];
    let mut steps = vec![
        command("formatting", cargo(["fmt", "--all", "--", "--check"])),
        command("lints, host", cargo(host.into_iter().chain(denied))),
        command("lints, wasm32", cargo(wasm.into_iter().chain(["--tests"]).chain(denied))),
    ];
    for embed in dist::EMBEDS {
        let only = ["--no-default-features", "--features", embed];
        let name = format!("lints, wasm32, {embed} alone");
        steps.push(command(&name, cargo(wasm.into_iter().chain(only).chain(denied))));
    }
    steps
}

fn host_tests(filter: Option<&str>) -> [Step; 3] {
    let words = |words: &'static [&'static str]| {
        let filter = filter.map(|filter| ["--", filter]).into_iter().flatten();
        cargo(["test", "--locked"].into_iter().chain(words.iter().copied()).chain(filter))
    };
    let tests = |name: &str, command, may_be_empty| Step {
        name: name.into(),
        work: Work::Tests { command, may_be_empty: may_be_empty || filter.is_some(), shown: false },
    };
    [
        tests("host tests", words(&["--features", "schema", "--lib", "--test", "native"]), false),
        tests(
            "host tests of the tools",
            words(&["--package", "xtask", "--package", "nattoku-derive"]),
            false,
        ),
        // Whether there are examples is a matter of writing, not of correctness.
        tests("examples in the documentation", words(&["--features", "schema", "--doc"]), true),
    ]
}

/// Twice: everything that knows a browser exists only in the wasm32 build.
fn documentation() -> [Step; 2] {
    let strict = |mut command: Command| {
        command.env("RUSTDOCFLAGS", "-Dwarnings");
        command
    };
    let host = cargo(["doc", "--locked", "--no-deps", "--workspace", "--features", "schema"]);
    let wasm = cargo(["doc", "--locked", "--no-deps", "--lib", "--target", WASM]);
    [command("documentation, host", strict(host)), command("documentation, wasm32", strict(wasm))]
}

/// The library's own tests, inside one browser.
fn in_browser(browser: &Browser, display: Option<&Display>, filter: Option<&str>) -> Fallible<Step> {
    let own = env::current_exe().map_err(|error| format!("this program's own path: {error}"))?;
    // As a list in cargo's own configuration: the environment variable would be split at a space in the path.
    let runner = format!("target.{WASM}.runner=[{:?}, {RUNNER:?}]", own.display().to_string());
    let mut command = cargo(["test", "--locked", "--target", WASM, "--test", "web", "--config", &runner]);
    command.args(filter.map(|filter| ["--", filter]).into_iter().flatten());
    for engine in Engine::ALL {
        // The runner takes the first driver it is told of, so it must be told of one only.
        command
            .env_remove(engine.runner_variable())
            .env_remove(format!("{}_REMOTE", engine.runner_variable()));
    }
    command
        .env(browser.engine.runner_variable(), &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", WEB_SUITE_SECONDS);
    show_on(&mut command, display);
    let work = Work::Tests { command, may_be_empty: filter.is_some(), shown: false };
    Ok(Step { name: format!("in-browser tests, {}", browser.engine.name()), work })
}

/// Writes what the in-browser runner has to tell the driver, and returns the file.
///
/// The runner itself adds `headless` and `no-sandbox`, and ignores the file for WebKit.
fn capabilities(browser: &Browser) -> Fallible<PathBuf> {
    let binary = browser.binary.display().to_string();
    let json = match browser.engine {
        Engine::Chromium => {
            let quiet = "\"--disable-gpu\", \"--no-first-run\", \"--disable-background-networking\", \
                         \"--disable-component-update\", \"--disable-sync\"";
            format!("{{\"goog:chromeOptions\": {{\"binary\": {binary:?}, \"args\": [{quiet}]}}}}\n")
        }
        Engine::Firefox => format!("{{\"moz:firefoxOptions\": {{\"binary\": {binary:?}}}}}\n"),
        Engine::Webkit => "{}\n".to_owned(),
    };
    let dir = target_dir().join("xtask");
    make_dir(&dir)?;
    let file = dir.join(format!("webdriver-{}.json", browser.engine.name()));
    write(&file, json.as_bytes())?;
    Ok(file)
}

/// The folder that is shipped. Its size is `cargo xtask bench`'s to judge: a page that is too heavy is a defect, but
/// not one that should keep the tests from saying whether it works.
fn release() -> Step {
    let build = || dist::build(&root().join("dist"), Purpose::Release).map(drop);
    Step { name: "release build".into(), work: Work::Call(Box::new(build)) }
}

/// The end-to-end binary over `dist/`, in these browsers, with these words for the test harness.
fn end_to_end_tests<'a>(
    browsers: &[Browser],
    display: Option<&Display>,
    words: impl IntoIterator<Item = &'a str>,
) -> Command {
    let mut words: Vec<&str> = words.into_iter().collect();
    let threads = format!("--test-threads={}", thread::available_parallelism().map_or(2, |n| n.get().min(4)));
    if !words.iter().any(|word| word.starts_with("--test-threads")) {
        words.push(&threads);
    }
    let mut command = cargo(["test", "--locked", "--features", "schema", "--test", "e2e", "--"]);
    command.args(words).args(without(browsers)).env("NATTOKU_DIST", root().join("dist"));
    let names: Vec<&str> = browsers.iter().map(|browser| browser.engine.name()).collect();
    command.env("NATTOKU_ENGINES", names.join(","));
    for browser in browsers {
        let (driver, binary) = browser.engine.variables();
        command.env(driver, &browser.driver).env(binary, &browser.binary);
    }
    show_on(&mut command, display);
    command
}

/// Words that leave out the tests of every other engine. A test's name begins with its engine, and one that is run in an
/// engine it was not given fails.
fn without(browsers: &[Browser]) -> Vec<String> {
    let there = |engine: &Engine| browsers.iter().any(|browser| browser.engine == *engine);
    let left_out = Engine::ALL.into_iter().filter(|engine| !there(engine));
    left_out.flat_map(|engine| ["--skip".to_owned(), format!("{}::", engine.name())]).collect()
}

fn show_on(command: &mut Command, display: Option<&Display>) {
    if let Some(display) = display {
        command.env("DISPLAY", &display.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_is_not_there_is_left_out_by_name() {
        let browser = |engine| Browser { engine, driver: "driver".into(), binary: "browser".into() };
        let words = |engines: &[Engine]| {
            let browsers: Vec<_> = engines.iter().copied().map(browser).collect();
            let command = end_to_end_tests(&browsers, None, ["tour"]);
            let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
            words.split(|word| word == "--skip").skip(1).map(|rest| rest[0].clone()).collect::<Vec<_>>()
        };
        assert_eq!(words(&Engine::ALL), [""; 0]);
        assert_eq!(words(&[Engine::Firefox]), ["chromium::", "webkit::"]);
        assert_eq!(words(&[Engine::Chromium, Engine::Webkit]), ["firefox::"]);
    }

    #[test]
    fn a_soak_runs_what_kills_and_says_how_often() {
        let browser = |engine| Browser { engine, driver: "driver".into(), binary: "browser".into() };
        let command = soak_tests(&KILLABLE.map(browser));
        let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        let own = words.iter().skip_while(|word| *word != "--").skip(1).map(String::as_str);
        let own: Vec<&str> = own.filter(|word| !word.starts_with("--test-threads")).collect();
        assert_eq!(own, ["::kill::", "--nocapture", "--skip", "webkit::"]);
        assert!(command.get_envs().any(|(name, value)| name == "NATTOKU_KILLS" && value.is_some()));
    }
}
