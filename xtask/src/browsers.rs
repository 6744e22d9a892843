//! Finds the three browser engines and their drivers, installs them where that is possible without asking
//! (Debian, as root), and says exactly what to install everywhere else.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace::{Fallible, cargo, in_ci, run, succeeds, target_dir};

/// The driver of Firefox; Debian has no package of it.
const GECKODRIVER_VERSION: &str = "0.37.1";

/// What Debian calls everything the tests need beside the browsers: a display for WebKit, Japanese glyphs.
const DEBIAN_ALWAYS: [(&str, &str); 2] =
    [("xvfb", "/usr/bin/Xvfb"), ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")];

/// A browser engine the page is tested in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Engine {
    /// Chrome, Edge, Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, every browser on an iPad; here as WebKitGTK's MiniBrowser.
    Webkit,
}

/// An engine that can be driven.
#[derive(Debug)]
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    /// The WebDriver program.
    pub driver: PathBuf,
    /// The browser program.
    pub binary: PathBuf,
}

impl Engine {
    /// All three, in the order they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name used on the command line, in `NATTOKU_ENGINES` and in test names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The engine of that name.
    ///
    /// # Errors
    /// There is none.
    pub fn named(name: &str) -> Fallible<Self> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| format!("no engine {name:?}: chromium, firefox or webkit"))
    }

    /// The variables that name its driver and its browser, to overrule the search and for the end-to-end tests.
    pub fn variables(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("NATTOKU_CHROMEDRIVER", "NATTOKU_CHROMIUM"),
            Self::Firefox => ("NATTOKU_GECKODRIVER", "NATTOKU_FIREFOX"),
            Self::Webkit => ("NATTOKU_WEBKITDRIVER", "NATTOKU_MINIBROWSER"),
        }
    }

    /// The variable by which wasm-bindgen's test runner is told to use this engine.
    pub fn runner_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::Webkit => "SAFARIDRIVER",
        }
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver"],
        }
    }

    /// What a person has to install where this program cannot.
    fn advice(self) -> &'static str {
        match self {
            Self::Chromium => "chromium (or Chrome) and the chromedriver of the same version",
            Self::Firefox => "firefox, and geckodriver (cargo install geckodriver --locked --version 0.37.1)",
            Self::Webkit => "WebKitGTK's WebKitWebDriver and MiniBrowser, and Xvfb (Linux only)",
        }
    }

    fn driver(self) -> Option<PathBuf> {
        let own = target_dir().join("tools/bin");
        match self {
            Self::Chromium => found("NATTOKU_CHROMEDRIVER", &["chromedriver"], &[]),
            Self::Firefox => found("NATTOKU_GECKODRIVER", &["geckodriver"], &[own.join("geckodriver")]),
            Self::Webkit => found("NATTOKU_WEBKITDRIVER", &["WebKitWebDriver"], &[]),
        }
    }

    fn binary(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => {
                found("NATTOKU_CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "chrome"], &[])
            }
            Self::Firefox => found("NATTOKU_FIREFOX", &["firefox-esr", "firefox"], &[]),
            Self::Webkit => found("NATTOKU_MINIBROWSER", &["MiniBrowser"], &minibrowsers()),
        }
    }

    fn find(self) -> Option<Browser> {
        // Without a display of its own MiniBrowser needs Xvfb; see `display`.
        if self == Self::Webkit && !crate::display::can_be_had() {
            return None;
        }
        Some(Browser { engine: self, driver: self.driver()?, binary: self.binary()? })
    }
}

/// The browsers for these engines: all of them, or in an empty list every engine there is.
///
/// What is missing is installed on Debian as root. An engine that is missing after that is printed with what to
/// install, and left out.
///
/// # Errors
/// An engine is missing that was asked for by name, or any with `CI=true`; or an installation fails there.
pub fn provide(wanted: &[Engine]) -> Fallible<Vec<Browser>> {
    let engines = if wanted.is_empty() { Engine::ALL.to_vec() } else { wanted.to_vec() };
    for engine in &engines {
        let (driver, binary) = engine.variables();
        named_file(driver, env::var_os(driver))?;
        named_file(binary, env::var_os(binary))?;
    }
    let mut trouble = String::new();
    if is_debian()
        && is_root()
        && let Err(error) = install(&engines)
    {
        trouble = format!("{error}\n");
    }
    let mut browsers = Vec::new();
    let mut missing = Vec::new();
    for engine in engines {
        match engine.find() {
            Some(browser) => browsers.push(browser),
            None => missing.push(format!("    {}: install {}", engine.name(), engine.advice())),
        }
    }
    if missing.is_empty() {
        return Ok(browsers);
    }
    let message = format!("{trouble}These engines cannot be tested on this machine:\n{}", missing.join("\n"));
    if in_ci() || !wanted.is_empty() {
        return Err(message);
    }
    println!("{message}");
    Ok(browsers)
}

/// Installs what these engines lack: packages by apt-get, geckodriver by cargo.
fn install(engines: &[Engine]) -> Fallible<()> {
    let mut packages: Vec<&str> = DEBIAN_ALWAYS
        .iter()
        .filter(|(_, file)| !Path::new(file).exists())
        .map(|(package, _)| *package)
        .collect();
    for engine in engines {
        // geckodriver comes from cargo: that it is missing says nothing about Debian's packages.
        let driver_missing = *engine != Engine::Firefox && engine.driver().is_none();
        if driver_missing || engine.binary().is_none() {
            packages.extend(engine.debian_packages());
        }
    }
    if !packages.is_empty() {
        println!("Installing with apt-get: {}", packages.join(" "));
        let apt = || {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
            command
        };
        run(apt().arg("update"))?;
        run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))?;
    }
    if engines.contains(&Engine::Firefox) && Engine::Firefox.driver().is_none() {
        println!("Installing geckodriver {GECKODRIVER_VERSION} into target/tools (half a minute).");
        let tools = target_dir().join("tools");
        run(cargo(["install", "geckodriver", "--locked", "--debug", "--version", GECKODRIVER_VERSION])
            .arg("--root")
            .arg(&tools)
            .arg("--target-dir")
            .arg(tools.join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "false"))?;
    }
    Ok(())
}

/// Refuses a variable that names no file: nothing found or installed in its place would be what was meant.
fn named_file(variable: &str, value: Option<OsString>) -> Fallible<()> {
    match value {
        Some(file) if !Path::new(&file).is_file() => {
            Err(format!("{variable} names no file: {}", file.to_string_lossy()))
        }
        _ => Ok(()),
    }
}

/// The program a variable names, or the first of these on the path, or the first of these files.
fn found(variable: &str, names: &[&str], files: &[PathBuf]) -> Option<PathBuf> {
    if let Some(chosen) = env::var_os(variable) {
        return Some(PathBuf::from(chosen));
    }
    on_path(names).or_else(|| files.iter().find(|file| file.is_file()).cloned())
}

/// The first of these programs that is on the path.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// WebKitGTK keeps its browser off the path, under a folder with its version: the newest one first.
fn minibrowsers() -> Vec<PathBuf> {
    let listed = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).map(|entries| entries.flatten().map(|e| e.path()).collect()).unwrap_or_default()
    };
    let mut folders = listed(Path::new("/usr/lib"));
    folders.extend(["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from));
    let mut found: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| listed(folder))
        .filter(|path| {
            path.file_name()
                .and_then(OsStr::to_str)
                .is_some_and(|name| name.starts_with("webkit") && name.contains("gtk"))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect();
    found.sort();
    found.reverse();
    found
}

/// Debian itself: its relatives have other package names (Ubuntu's chromium is a snap that cannot be driven).
fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
        && succeeds(Command::new("apt-get").arg("--version"))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_is_known_by_its_name_and_nothing_else() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()), Ok(engine));
        }
        assert!(Engine::named("safari").unwrap_err().contains("\"safari\""));
    }

    #[test]
    fn the_advice_names_the_version_that_is_installed() {
        assert!(Engine::Firefox.advice().contains(GECKODRIVER_VERSION));
    }

    #[test]
    fn a_variable_that_names_no_file_is_refused() {
        assert_eq!(named_file("NATTOKU_FIREFOX", None), Ok(()));
        assert_eq!(named_file("NATTOKU_FIREFOX", env::current_exe().ok().map(Into::into)), Ok(()));
        let error = named_file("NATTOKU_FIREFOX", Some("/nowhere".into())).unwrap_err();
        assert_eq!(error, "NATTOKU_FIREFOX names no file: /nowhere");
    }

    #[test]
    fn a_program_is_looked_for_on_the_path_and_then_in_known_places() {
        let known = env::current_exe().unwrap();
        assert!(on_path(&["cargo"]).is_some());
        assert_eq!(found("NATTOKU_UNSET", &["no-such-program"], &[]), None);
        assert_eq!(found("NATTOKU_UNSET", &["no-such-program"], std::slice::from_ref(&known)), Some(known));
    }
}
