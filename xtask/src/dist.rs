//! From the sources to the folder a person can put on a server: cargo, wasm-bindgen, stable names, the page.
//!
//! All that is ever shipped: what [`library`] finds, `nattoku.js`, the files of [`PAGE`], the worker, the types; and
//! once more, without a page, for each of [`EMBEDS`].

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::glue;
use crate::offline::{self, Named};
use crate::squeeze;
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

/// The elements that a portal can take alone: the cargo feature, which is also the folder below `dist/`. Each folder
/// has the library's files under the same names, and a wasm in which only what that element needs is compiled.
pub const EMBEDS: [&str; 2] = ["consent", "checklist"];

/// The one notice that the consent embed holds itself; `domain::notice` says so too.
const COMPILED_IN: &str = "salon.json";

/// Types for whoever writes TypeScript against the entry: it exports no values, so types only.
const ENTRY_TYPES: &str = "// The types of the library; the entry nattoku.js itself exports nothing and defines the elements.\n\
                           export type * from \"./nattoku-module.js\";\n";

/// Who the folder is for.
#[derive(Clone, Copy, PartialEq)]
pub enum Purpose {
    /// To be shipped, measured and tested.
    Release,
    /// To be used on this machine: the tablet page as it is shipped, without the embeds, which it does not load.
    Serve,
    /// To be looked at while it changes: nothing is stored for offline use, and the embeds are not built.
    Watch,
}

/// What is in `dist/` and who loads it.
pub struct Dist {
    /// The folder.
    pub dir: PathBuf,
    /// Names of the library's files: all elements in one. The tablet page loads these.
    pub library: Vec<String>,
    /// Names of the page's own files.
    pub page: Vec<String>,
    /// One for each folder of [`EMBEDS`].
    pub embeds: Vec<Embed>,
}

/// A folder that a portal takes.
pub struct Embed {
    /// Its name below `dist/`.
    pub name: &'static str,
    /// Names of the files a portal's page loads.
    pub loaded: Vec<String>,
    /// Names of the files of which it loads one when an attribute asks for it.
    pub on_request: Vec<String>,
}

/// Builds the release libraries and writes the folder `dir`. What else was in the folder is removed.
///
/// # Errors
/// Anything that fails on the way, as a sentence; the folder is then as it was before.
pub fn build(dir: &Path, purpose: Purpose) -> Fallible<Dist> {
    toolchain::need_wasm_target()?;
    let entry = read_text(&root().join("page/nattoku.js"))?;
    let all = library(None, &entry)?;
    let embeds: &[_] = if purpose == Purpose::Release { &EMBEDS } else { &[] };
    let embeds =
        embeds.iter().map(|name| Ok((*name, library(Some(name), &entry)?))).collect::<Fallible<Vec<_>>>()?;
    let started = Instant::now();
    let mut page = Vec::new();
    for (name, source) in PAGE {
        page.push((name.to_owned(), read(&root().join(source))?));
    }
    page.push(("sw.js".into(), worker(purpose, &all.loaded, &page)?.into_bytes()));
    let folders: Vec<_> = embeds.iter().map(|(name, _)| *name).collect();
    replace_contents(dir, all.files().chain(&page), &folders)?;
    for (name, embed) in &embeds {
        replace_contents(&dir.join(name), embed.files(), &[])?;
    }
    println!("    {} is ready ({:.1} s after cargo)", dir.display(), started.elapsed().as_secs_f32());
    let names = |files: Vec<Named>| files.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    Ok(Dist {
        dir: dir.to_path_buf(),
        library: names(all.loaded),
        page: names(page),
        embeds: embeds
            .into_iter()
            .map(|(name, embed)| Embed {
                name,
                loaded: names(embed.loaded),
                on_request: names(embed.on_request),
            })
            .collect(),
    })
}

/// The files of one library.
struct Library {
    /// What a page loads.
    loaded: Vec<Named>,
    /// What a page loads only when it asks for it by an attribute.
    on_request: Vec<Named>,
    /// What a person loads who writes against it.
    types: Vec<Named>,
}

impl Library {
    fn files(&self) -> impl Iterator<Item = &Named> {
        self.loaded.iter().chain(&self.on_request).chain(&self.types)
    }
}

/// Compiles the library with one feature, or with all, and gives wasm-bindgen's output stable names.
fn library(feature: Option<&str>, entry: &str) -> Fallible<Library> {
    let only: &[&str] = if feature.is_some() { &["--no-default-features", "--features"] } else { &[] };
    let words = ["build", "--release", "--lib", "--target", WASM, "--locked"];
    let mut build = cargo(words.into_iter().chain(only.iter().copied()).chain(feature));
    run(build.arg("--config").arg(without_home()))?;
    let wasm = target_dir().join(WASM).join("release/nattoku.wasm");
    let out = target_dir().join("xtask/bindgen").join(feature.unwrap_or("all"));
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
    let (text, types, wasm) = squeeze::names(
        &squeeze::script(&text)?,
        &read_text(&out.join("nattoku.d.ts"))?,
        &read(&out.join("nattoku_bg.wasm"))?,
    )?;
    let mut loaded =
        vec![("nattoku_bg.wasm".to_owned(), wasm), ("nattoku-module.js".to_owned(), text.into_bytes())];
    for snippet in snippets {
        let text = squeeze::script(&read_text(&out.join(snippet.path))?)?;
        loaded.push((snippet.name, text.into_bytes()));
    }
    loaded.push(("nattoku.js".into(), squeeze::script(entry)?.into_bytes()));
    let types =
        vec![("nattoku-module.d.ts".into(), types.into_bytes()), ("nattoku.d.ts".into(), ENTRY_TYPES.into())];
    let on_request = if feature == Some("consent") { notices()? } else { Vec::new() };
    Ok(Library { loaded, on_request, types })
}

/// Tells the compiler to name the files of dependencies and of the standard library without the folder they happen to
/// lie in here: such names are in the wasm, for messages of a program that stopped, and the same sources shall give the
/// same bytes everywhere.
fn without_home() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let folders = registries.into_iter().flatten().flatten().map(|folder| folder.path());
    // The standard library's sources lie here only where somebody installed them, for an editor for example.
    let folders = folders.chain(toolchain::sysroot().map(|sysroot| sysroot.join("lib/rustlib/src/rust")));
    let flags = folders.map(|folder| format!("{:?}", format!("--remap-path-prefix={}=", folder.display())));
    format!("target.{WASM}.rustflags=[{}]", flags.collect::<Vec<_>>().join(", "))
}

/// The built-in notices that the consent embed has not compiled in, as modules: under a strict policy a script of the
/// same folder is what may be loaded, and it needs no other word than the library itself.
fn notices() -> Fallible<Vec<Named>> {
    let dir = root().join("src/presets/notices");
    let entries = fs::read_dir(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| !path.ends_with(COMPILED_IN)) {
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // Lines end and begin between the tokens of JSON only, so its layout can go.
        let text: String = read_text(&path)?.lines().map(str::trim).collect();
        let module = format!("export default JSON.stringify({text});\n");
        found.push((format!("nattoku-notice-{id}.js"), module.into_bytes()));
    }
    found.sort();
    Ok(found)
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

/// Makes `dir` hold exactly `files`, and these folders, whatever is in them.
fn replace_contents<'a>(
    dir: &Path,
    files: impl Iterator<Item = &'a Named>,
    folders: &[&str],
) -> Fallible<()> {
    make_dir(dir)?;
    let mut kept: Vec<_> = folders.iter().map(std::ffi::OsString::from).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_notice_is_a_module_of_one_line() {
        let found = notices().unwrap();
        assert!(found.len() >= 3 && root().join("src/presets/notices").join(COMPILED_IN).is_file());
        for (name, module) in found {
            let id = name.strip_prefix("nattoku-notice-").and_then(|rest| rest.strip_suffix(".js")).unwrap();
            assert_ne!(format!("{id}.json"), COMPILED_IN);
            let text = String::from_utf8(module).unwrap();
            assert!(text.starts_with("export default JSON.stringify({") && text.ends_with("});\n"), "{name}");
            assert!(text.contains(&format!("\"id\": \"{id}\"")), "{name}");
            assert_eq!(text.lines().count(), 1, "{name}");
        }
    }

    #[test]
    fn no_folder_of_this_machine_is_named_in_the_wasm() {
        let flags = without_home();
        assert!(flags.starts_with(&format!("target.{WASM}.rustflags=[")) && flags.ends_with(']'), "{flags}");
        let usual = PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cargo/registry/src");
        let named = flags.contains(&format!("--remap-path-prefix={}/", usual.display()));
        assert!(named || env::var_os("CARGO_HOME").is_some() || !usual.is_dir(), "{flags}");
    }
}
