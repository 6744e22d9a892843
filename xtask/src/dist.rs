//! From the sources to the folder a person can put on a server: cargo, wasm-bindgen, stable names, the page.
//!
//! All that is ever shipped: what [`library`] finds, `nattoku.js`, the files of [`PAGE`], the worker, the types.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::glue;
use crate::offline::{self, Named};
use crate::toolchain;
use crate::workspace::{Fallible, WASM, cargo, make_dir, read, read_text, root, run, target_dir, write};

/// The tablet page's own files: the name in `dist/` and the source.
pub const PAGE: [(&str, &str); 7] = [
    ("index.html", "index.html"),
    ("page.css", "styles/page.css"),
    ("boot.js", "page/boot.js"),
    ("manifest.webmanifest", "page/manifest.webmanifest"),
    ("icon.svg", "page/icon.svg"),
    ("icon-192.png", "page/icon-192.png"),
    ("icon-512.png", "page/icon-512.png"),
];

/// Types for whoever writes TypeScript against the entry: it exports no values, so types only.
const ENTRY_TYPES: &str = "// The types of the library; the entry nattoku.js itself exports nothing and defines the elements.\n\
                           export type * from \"./nattoku-module.js\";\n";

/// Who the folder is for.
#[derive(Clone, Copy, PartialEq)]
pub enum Purpose {
    /// To be shipped, measured and tested.
    Release,
    /// To be looked at while it changes: nothing is stored for offline use.
    Watch,
}

/// What is in `dist/` and who loads it.
pub struct Dist {
    /// The folder.
    pub dir: PathBuf,
    /// Names of the files a portal loads.
    pub embed: Vec<String>,
    /// Names of the page's own files.
    pub page: Vec<String>,
}

/// Builds the release library and writes the folder `dir`. What else was in the folder is removed.
///
/// # Errors
/// Anything that fails on the way, as a sentence; the folder is then as it was before.
pub fn build(dir: &Path, purpose: Purpose) -> Fallible<Dist> {
    toolchain::need_wasm_target()?;
    run(&mut cargo(["build", "--release", "--lib", "--target", WASM, "--locked"]))?;
    let started = Instant::now();
    let mut embed = library()?;
    embed.push(("nattoku.js".into(), read(&root().join("page/nattoku.js"))?));
    let mut page = Vec::new();
    for (name, source) in PAGE {
        page.push((name.to_owned(), read(&root().join(source))?));
    }
    page.push(("sw.js".into(), worker(purpose, &embed, &page)?.into_bytes()));
    let types = read(&bindgen_dir().join("nattoku.d.ts"))?;
    let types = [("nattoku-module.d.ts".into(), types), ("nattoku.d.ts".into(), ENTRY_TYPES.into())];
    replace_contents(dir, embed.iter().chain(&page).chain(&types))?;
    println!("    {} is ready ({:.1} s after cargo)", dir.display(), started.elapsed().as_secs_f32());
    let names = |files: Vec<Named>| files.into_iter().map(|(name, _)| name).collect();
    Ok(Dist { dir: dir.to_path_buf(), embed: names(embed), page: names(page) })
}

/// Where wasm-bindgen writes before the names are made stable.
fn bindgen_dir() -> PathBuf {
    target_dir().join("xtask/bindgen")
}

/// wasm-bindgen's output under stable names.
fn library() -> Fallible<Vec<Named>> {
    let wasm = target_dir().join(WASM).join("release/nattoku.wasm");
    let out = bindgen_dir();
    // A snippet of an earlier build must not be taken for one of this build.
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    }
    let args = ["wasm-bindgen", "--target", "web", "--out-name", "nattoku", "--remove-name-section"]
        .map(Into::into)
        .into_iter()
        .chain(["--remove-producers-section".into(), "--out-dir".into(), out.clone().into_os_string()])
        .chain([wasm.into_os_string()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args::<_, std::ffi::OsString>(args)
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let text = read_text(&out.join("nattoku.js"))?;
    if !text.contains("'nattoku_bg.wasm'") {
        return Err("wasm-bindgen's module does not load nattoku_bg.wasm by that name".into());
    }
    if !text.contains("export function define(") {
        return Err("the library exports no function `define` to JavaScript".into());
    }
    // Deno and JSR look for the types by this line.
    let types = |file: &str| format!("/* @ts-self-types=\"./{file}\" */");
    let text = glue::replace_line(&text, &types("nattoku.d.ts"), &types("nattoku-module.d.ts"))?;
    let (text, snippets) = glue::flatten(&text)?;
    let mut files = vec![
        ("nattoku_bg.wasm".to_owned(), read(&out.join("nattoku_bg.wasm"))?),
        ("nattoku-module.js".to_owned(), text.into_bytes()),
    ];
    for snippet in snippets {
        files.push((snippet.name, read(&out.join(snippet.path))?));
    }
    Ok(files)
}

/// The service worker that belongs to these files.
fn worker(purpose: Purpose, embed: &[Named], page: &[Named]) -> Fallible<String> {
    if purpose == Purpose::Watch {
        return read_text(&root().join("page/sw-off.js"));
    }
    let source = read_text(&root().join("page/sw.js"))?;
    let home = page
        .iter()
        .find(|(name, _)| name == "index.html")
        .ok_or("index.html is not among the page's files")?;
    let files: Vec<&Named> = embed.iter().chain(page).filter(|(name, _)| name != "index.html").collect();
    offline::stamp(&source, &home.1, &files)
}

/// Makes `dir` hold exactly `files`.
fn replace_contents<'a>(dir: &Path, files: impl Iterator<Item = &'a Named>) -> Fallible<()> {
    make_dir(dir)?;
    let mut kept = Vec::new();
    for (name, bytes) in files {
        write(&dir.join(name), bytes)?;
        kept.push(std::ffi::OsString::from(name));
    }
    let entries = fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    for entry in entries.flatten().filter(|entry| !kept.contains(&entry.file_name())) {
        let path = entry.path();
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
