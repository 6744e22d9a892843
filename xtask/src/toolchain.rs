//! The parts of the Rust toolchain that a minimal rustup leaves out, fetched when they are first needed.

use std::path::PathBuf;
use std::process::Command;

use crate::workspace::{Fallible, WASM, cargo, root, run, succeeds};

/// Where the compiler keeps what belongs to it.
///
/// # Errors
/// There is no rustc.
pub fn sysroot() -> Fallible<PathBuf> {
    let told = Command::new("rustc").current_dir(root()).args(["--print", "sysroot"]).output();
    let told = told.map_err(|error| format!("rustc: {error}"))?;
    Ok(PathBuf::from(String::from_utf8_lossy(&told.stdout).trim()))
}

/// Makes sure that the standard library for the browser is there.
///
/// # Errors
/// It is missing and rustup cannot add it (no rustup, or no network); the message says what to do.
pub fn need_wasm_target() -> Fallible<()> {
    if sysroot()?.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    println!("The Rust target {WASM} is missing; adding it with rustup.");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM]))
        .map_err(|error| format!("{error}\nInstall the target {WASM} for this rustc and try again."))
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
///
/// # Errors
/// One is missing and rustup cannot add it; the message says what to do.
pub fn need_lint_components() -> Fallible<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !succeeds(&mut cargo([subcommand, "--version"])) {
            println!("{component} is missing; adding it with rustup.");
            run(Command::new("rustup").current_dir(root()).args(["component", "add", component]))
                .map_err(|error| format!("{error}\nInstall {component} for this rustc and try again."))?;
        }
    }
    Ok(())
}
