//! Where things lie and how a tool is called: paths, file helpers that name the file in their errors, `cargo`.
//!
//! No decision about what is built or tested lives here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The outcome of anything in xtask. The error is a sentence for the person at the terminal.
pub type Fallible<T> = Result<T, String>;

/// The target every build for a browser is made for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The top folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo leaves what it builds (`CARGO_TARGET_DIR` is honoured).
pub fn target_dir() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// `cargo`, the same one that runs this program, in the top folder.
pub fn cargo<'a>(args: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(args);
    command
}

/// `true` when `CI=true`: nothing may be left out then.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}

/// Runs a command with its output going to the terminal.
///
/// # Errors
/// It cannot be started, or it ends with anything but success.
pub fn run(command: &mut Command) -> Fallible<()> {
    let name = described(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// Whether a command ends with success; its output is thrown away.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The command as one would type it.
pub fn described(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The bytes of a file.
///
/// # Errors
/// The file cannot be read; the message names it.
pub fn read(path: &Path) -> Fallible<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The text of a file.
///
/// # Errors
/// The file cannot be read or is not UTF-8; the message names it.
pub fn read_text(path: &Path) -> Fallible<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes a folder and those above it.
///
/// # Errors
/// It cannot be made; the message names it.
pub fn make_dir(path: &Path) -> Fallible<()> {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file in one step, so that a reader meets the old one or the new one and never a half.
///
/// # Errors
/// It cannot be written; the message names it.
pub fn write(path: &Path, bytes: &[u8]) -> Fallible<()> {
    let mut next = path.as_os_str().to_owned();
    next.push(".next");
    fs::write(&next, bytes)
        .and_then(|()| fs::rename(&next, path))
        .map_err(|error| format!("{}: {error}", path.display()))
}
