//! Files that are made from others and checked in: the JSON Schema and the icons.

use std::env;
use std::fs;
use std::process::Command;

use crate::browsers::on_path;
use crate::steps::{self, Step, Work};
use crate::workspace::{Fallible, cargo, described, read, root, succeeds};

/// `cargo xtask schema`: the test that compares the checked-in schema with the Rust types, told to write it.
///
/// # Errors
/// The test fails, or left no file.
pub fn schema() -> Fallible<()> {
    let file = root().join("schema/nattoku.schema.json");
    let mut test = cargo(["test", "--locked", "--features", "schema", "--test", "native", "export::schema"]);
    test.env("UPDATE_SCHEMA", "1");
    // With no such test the file that lies there would pass for a new one.
    let work = Work::Tests { command: test, may_be_empty: false, shown: false };
    steps::run(vec![Step { name: "JSON Schema from the Rust types".into(), work }])?;
    let bytes = read(&file)?;
    println!("{}: {} bytes", file.display(), bytes.len());
    Ok(())
}

/// `cargo xtask icons`: the drawing at the sizes that need a PNG, rendered by Chromium.
///
/// # Errors
/// Chromium is missing or leaves no picture.
pub fn icons() -> Fallible<()> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let chromium = on_path(&names).ok_or("chromium is needed to draw the icons; install it and try again")?;
    let page = root().join("page");
    let work = env::temp_dir().join(format!("nattoku-icons-{}", std::process::id()));
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    for size in [192, 512] {
        let html = work.join("icon.html");
        let drawing = page.join("icon.svg");
        let frame = format!(
            "<!doctype html><body style=\"margin:0\"><img src=\"file://{}\" width={size} height={size}>",
            drawing.display()
        );
        fs::write(&html, frame).map_err(|error| format!("{}: {error}", html.display()))?;
        let picture = page.join(format!("icon-{size}.png"));
        let mut command = Command::new(&chromium);
        command
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"])
            .arg(format!("--user-data-dir={}", work.join("profile").display()))
            .arg(format!("--window-size={size},{size}"))
            .arg(format!("--screenshot={}", picture.display()))
            .arg(format!("file://{}", html.display()));
        let name = described(&command);
        let before = fs::metadata(&picture).and_then(|m| m.modified()).ok();
        let drawn =
            succeeds(&mut command) && fs::metadata(&picture).and_then(|m| m.modified()).ok() != before;
        if !drawn {
            return Err(format!("{name}: no picture"));
        }
        println!("{}", picture.display());
    }
    fs::remove_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))
}
