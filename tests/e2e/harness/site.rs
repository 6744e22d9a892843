//! The files a scenario meets: the built `dist/` at the root, `tests/fixtures/` below `fixtures/`, from a server with
//! the headers that people get. The one difference from what is shipped: each page first loads `watch.js`.

use std::cell::RefCell;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::process::TempDir;
use super::relay::Relay;
use super::server::Server;

const WATCH: &str = include_str!("watch.js");
const WATCH_NAME: &str = "nattoku-e2e-watch.js";

/// What a browser fetches for its own tab and for installing: the page's `rel=icon`, its manifest, and the icons there.
const TAB_ICONS: [&str; 5] =
    ["/icon.svg", "/favicon.ico", "/icon-192.png", "/icon-512.png", "/manifest.webmanifest"];

/// A served copy of the files.
pub struct Site {
    /// The wire to the server; none when offline.
    wire: RefCell<Option<Relay>>,
    // Before the folder, so that it stops first.
    server: Server,
    url: String,
    root: PathBuf,
    _home: TempDir,
}

impl Site {
    /// Copies the files and serves the copy.
    pub fn start() -> Self {
        let home = TempDir::new().expect("a folder for the site");
        let root = home.make_dir("site").expect("a folder for the site");
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dist = env::var_os("NATTOKU_DIST").map_or_else(|| repository.join("dist"), PathBuf::from);
        if dist.is_dir() {
            copy(&dist, &root, "");
        }
        copy(&repository.join("tests/fixtures"), &root.join("fixtures"), "../");
        fs::write(root.join(WATCH_NAME), WATCH).expect("watch.js written");
        let server = Server::start(root.clone(), None).expect("a server on a free port");
        let wire = Relay::start(server.port()).expect("a wire to the server");
        let url = format!("http://127.0.0.1:{}/", wire.port());
        Self { wire: RefCell::new(Some(wire)), server, url, root, _home: home }
    }

    /// The address of a file, e.g. `index.html` or `fixtures/harness/index.html`.
    pub fn url(&self, path: &str) -> String {
        self.assert_there(path);
        format!("{}{path}", self.url)
    }

    /// The `file://` address of a file, for what must run without any server.
    pub fn file_url(&self, path: &str) -> String {
        self.assert_there(path);
        format!("file://{}", self.root.join(path).display())
    }

    /// Every path asked for so far, but for the watch script and for the manifest and the icons: a browser fetches
    /// those for itself, whenever it likes, also a while after the page has loaded.
    pub fn requests(&self) -> Vec<String> {
        let aside = |path: &String| !path.ends_with(WATCH_NAME) && !TAB_ICONS.contains(&path.as_str());
        self.server.requests().into_iter().filter(aside).collect()
    }

    /// Puts a file of the scenario's own there; a page is watched like any other.
    pub fn put(&self, path: &str, text: &str) {
        let up = "../".repeat(path.matches('/').count());
        let text = if path.ends_with(".html") {
            with_watch(text, &up).unwrap_or_else(|| panic!("{path}: no <head>"))
        } else {
            text.to_owned()
        };
        fs::write(self.root.join(path), text).unwrap_or_else(|e| panic!("{path}: {e}"));
    }

    /// Puts a folder of the site there once more, under another name.
    pub fn copy(&self, folder: &str, name: &str) {
        self.assert_there(&format!("{folder}/nattoku.js"));
        copy(&self.root.join(folder), &self.root.join(name), "../");
    }

    /// Cuts the wire: from now on the page is offline.
    pub fn cut_off(&self) {
        self.wire.replace(None);
    }

    fn assert_there(&self, path: &str) {
        let file = path.split(['?', '#']).next().unwrap_or_default();
        let file = if file.is_empty() { "index.html" } else { file };
        assert!(
            self.root.join(file).is_file(),
            "there is no {file}: `cargo xtask build` makes dist/, see NATTOKU_DIST"
        );
    }
}

/// Copies a tree; `up` leads from a page in it back to the root of the site.
fn copy(from: &Path, to: &Path, up: &str) {
    fs::create_dir_all(to).unwrap_or_else(|e| panic!("{}: {e}", to.display()));
    let entries = fs::read_dir(from).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
    for entry in entries {
        let source = entry.unwrap_or_else(|e| panic!("{}: {e}", from.display())).path();
        let target = to.join(source.file_name().unwrap_or_default());
        if source.is_dir() {
            copy(&source, &target, &format!("../{up}"));
        } else if source.extension().is_some_and(|extension| extension == "html") {
            let page = fs::read_to_string(&source).unwrap_or_else(|e| panic!("{}: {e}", source.display()));
            let watched = with_watch(&page, up).unwrap_or_else(|| panic!("{}: no <head>", source.display()));
            fs::write(&target, watched).unwrap_or_else(|e| panic!("{}: {e}", target.display()));
        } else {
            fs::copy(&source, &target).unwrap_or_else(|e| panic!("{}: {e}", source.display()));
        }
    }
}

/// The page with the watch script as the first thing in it; the encoding goes before, where browsers look for it.
/// A CSP in a `<meta>` comes later and does not reach back; the server's header lets scripts of the site through.
fn with_watch(page: &str, up: &str) -> Option<String> {
    let end = page.find("<head>")? + "<head>".len();
    let script = format!("<meta charset=\"utf-8\"><script src=\"{up}{WATCH_NAME}\"></script>");
    Some(format!("{}{script}{}", &page[..end], &page[end..]))
}
