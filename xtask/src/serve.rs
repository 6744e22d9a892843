//! `cargo xtask serve`: builds, serves on this machine only, and with `--watch` builds again on change.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::dist::{self, Purpose};
use crate::server::Server;
use crate::workspace::{Fallible, WASM, read_text, root, target_dir};

/// The port tried first.
pub const PORT: u16 = 8080;

/// What a build is made from; a change in any of these starts one.
const SOURCES: [&str; 8] =
    ["src", "derive", "styles", "page", "index.html", "Cargo.toml", "Cargo.lock", ".cargo/config.toml"];

/// How often the sources are looked at. Twice a second is quick for a person and idle for a machine.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Builds and serves until the program is ended.
///
/// # Errors
/// The first build fails, or no port can be had. A later build that fails is printed, and the last good one is
/// served on.
pub fn serve(port: u16, watch: bool) -> Fallible<()> {
    // Not `dist/`: what is there is for shipping, and has the embeds.
    let (name, purpose) = if watch { ("watch", Purpose::Watch) } else { ("serve", Purpose::Serve) };
    let dir = target_dir().join("xtask").join(name);
    println!("Building the page. The first time takes another minute or two; after that, seconds.");
    let mut seen = sources();
    dist::build(&dir, purpose)?;
    let server = start(&dir, port)?;
    println!("\n    {}\n\nThis machine only; nobody else can reach it. End it with Ctrl-C.", server.url());
    if watch {
        println!("Watching for changes: edit, wait for \"ready\", reload the page.");
    }
    loop {
        thread::sleep(LOOK_EVERY);
        let now = if watch { sources() } else { continue };
        if now != seen {
            println!("\nChanged: {}. Building.", changed(&seen, &now).join(", "));
            seen = now;
            if let Err(error) = dist::build(&dir, purpose) {
                println!("{error}\nStill serving the last build that worked.");
            }
        }
    }
}

/// On `port`, or on a free one that is named when `port` is taken.
fn start(dir: &Path, port: u16) -> Fallible<Server> {
    match Server::start(dir.to_path_buf(), Some(port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            println!("Port {port} is in use by another program; taking a free one.");
            Server::start(dir.to_path_buf(), None)
        }
        other => other,
    }
    .map_err(|error| format!("cannot serve {}: {error}", dir.display()))
}

/// Every source file and when it was last changed.
fn sources() -> BTreeMap<PathBuf, Option<SystemTime>> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = SOURCES.iter().map(|name| root().join(name)).collect();
    while let Some(path) = open.pop() {
        if let Ok(entries) = fs::read_dir(&path) {
            open.extend(entries.flatten().map(|entry| entry.path()));
        } else {
            // No time at all stands for a file that is not there (any more).
            found.insert(path.clone(), fs::metadata(&path).and_then(|m| m.modified()).ok());
        }
    }
    found
}

/// Fails with the files that the last build has read and that nobody would see change, by the compiler's own list.
///
/// # Errors
/// There are such files, or nothing was built yet.
pub fn watches_all() -> Fallible<()> {
    let list = read_text(&target_dir().join(WASM).join("release/nattoku.d"))?;
    let unwatched = unwatched(&list);
    if unwatched.is_empty() {
        return Ok(());
    }
    Err(format!("`serve --watch` does not watch {}; see SOURCES in xtask/src/serve.rs", unwatched.join(", ")))
}

/// What a list in the form of a makefile names that is ours and not below [`SOURCES`].
fn unwatched(list: &str) -> Vec<String> {
    // A space that belongs to a name has a backslash before it.
    let read = list.replace("\\ ", "\0");
    let names = read.split_whitespace().map(|name| PathBuf::from(name.replace('\0', " ")));
    let ours = names.filter_map(|path| path.strip_prefix(root()).map(Path::to_path_buf).ok());
    let built = |path: &Path| root().join(path).starts_with(target_dir());
    let ours = ours.filter(|path| !built(path) && !SOURCES.iter().any(|source| path.starts_with(source)));
    ours.map(|path| path.display().to_string()).collect()
}

/// Up to three names of files that differ.
fn changed(
    before: &BTreeMap<PathBuf, Option<SystemTime>>,
    after: &BTreeMap<PathBuf, Option<SystemTime>>,
) -> Vec<String> {
    let differing = after.iter().filter(|(path, time)| before.get(*path) != Some(time)).map(|(path, _)| path);
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let names = differing.chain(gone).filter_map(|path| path.file_name());
    names.take(3).map(|name| name.to_string_lossy().into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_a_new_file_and_a_lost_one_are_seen() {
        let at = |seconds| Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        let map =
            |files: &[(&str, u64)]| files.iter().map(|(name, t)| (PathBuf::from(name), at(*t))).collect();
        let before = map(&[("src/a.rs", 1), ("src/b.rs", 1), ("src/c.rs", 1)]);
        let after = map(&[("src/a.rs", 2), ("src/b.rs", 1), ("src/d.rs", 1)]);
        assert_eq!(changed(&before, &after), ["a.rs", "d.rs", "c.rs"]);
        assert!(changed(&after, &after).is_empty());
    }

    #[test]
    fn what_is_watched_is_there() {
        let seen = sources();
        for name in SOURCES {
            assert!(seen.keys().any(|path| path.starts_with(root().join(name))), "{name}");
        }
        assert!(seen.values().all(Option::is_some));
    }

    #[test]
    fn what_is_built_from_and_not_watched_is_named() {
        let of = |names: &[&str]| {
            let names = names.iter().map(|name| root().join(name).display().to_string().replace(' ', "\\ "));
            let target = target_dir().join("release/nattoku.wasm");
            let list = names.fold(format!("{}:", target.display()), |list, name| format!("{list} {name}"));
            unwatched(&format!("{list} /elsewhere/lib.rs\n"))
        };
        assert_eq!(of(&["src/lib.rs", "derive/src/lib.rs", "styles/tokens.css"]), [""; 0]);
        assert_eq!(of(&["src/lib.rs", "other/src/lib.rs", "a file.css"]), ["other/src/lib.rs", "a file.css"]);
    }

    #[test]
    fn a_taken_port_is_exchanged_for_a_free_one() {
        let dir = std::env::temp_dir();
        let first = Server::start(dir.clone(), None).unwrap();
        let second = start(&dir, first.port()).unwrap();
        assert_ne!(first.port(), second.port());
    }
}
