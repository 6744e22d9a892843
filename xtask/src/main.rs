//! `cargo xtask …`: builds, serves, tests and measures Nattoku on a machine that has only rustup and cargo.
//!
//! This file reads the command line and hands over; what each command does is in the module of its name.

mod bench;
mod browsers;
mod display;
mod dist;
mod generate;
mod glue;
mod offline;
mod options;
mod plan;
mod screen;
mod serve;
mod server;
#[cfg(test)]
mod server_tests;
mod squeeze;
mod steps;
mod toolchain;
mod wasm;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::dist::Purpose;
use crate::options::Task;
use crate::workspace::{Fallible, root};

fn main() -> ExitCode {
    let mut words: Vec<OsString> = std::env::args_os().skip(1).collect();
    // Cargo calls this program back to run a test binary in a browser; its words belong to wasm-bindgen.
    let outcome = if words.first().is_some_and(|word| word == plan::RUNNER) {
        words[0] = "wasm-bindgen-test-runner".into();
        wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words)
            .map_err(|error| format!("{error:#}"))
    } else {
        Task::parse(words).and_then(obey)
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn obey(task: Task) -> Fallible<()> {
    let dist = root().join("dist");
    match task {
        Task::Help => {
            println!("{}", options::HELP);
            Ok(())
        }
        Task::Build => dist::build(&dist, Purpose::Release).map(drop),
        Task::Serve { port, watch } => serve::serve(port, watch),
        Task::Bench => {
            // A page that is too heavy is said last, so that everything else is measured, too.
            let sizes = bench::run(&dist::build(&dist, Purpose::Release)?);
            plan::measures().and(sizes)
        }
        Task::Test(selection) => plan::test(selection),
        Task::Soak { engines } => plan::soak(engines),
        Task::Schema => generate::schema(),
        Task::Shots { dir, engines } => plan::shots(dir, engines),
        Task::Icons => generate::icons(),
    }
}
