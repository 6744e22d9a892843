//! Runs one thing after another and tells about each in one line: which, how far, how long.
//!
//! A command's output is kept back, and shown in full when it fails or was asked for. What the steps are is not
//! said here.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::screen::Screen;
use crate::workspace::{Fallible, described};

/// Tests that were run, as their runners count them.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were left out by a mark of their own.
    pub ignored: u64,
}

impl Count {
    /// Adds what one line of a test runner's output says, if it is the line that closes a suite.
    fn add(&mut self, line: &str) {
        let Some((_, numbers)) = line.split_once("test result: ") else { return };
        for part in numbers.split([';', '.']) {
            let mut words = part.split_whitespace();
            let (Some(Ok(number)), Some(what)) = (words.next().map(str::parse::<u64>), words.next()) else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
        }
    }
}

/// What a step does.
pub enum Work {
    /// A command whose success is all that counts.
    Command(Command),
    /// A command that runs tests; that none was run is a failure unless a filter was given.
    Tests {
        /// The command.
        command: Command,
        /// Whether it may run no test.
        may_be_empty: bool,
        /// Whether its output is printed when it succeeds, too.
        shown: bool,
    },
    /// A part of this program; it prints what it has to say itself.
    Call(Box<dyn FnOnce() -> Fallible<()>>),
}

/// One line of the plan.
pub struct Step {
    /// What it is called on the terminal.
    pub name: String,
    /// What it does.
    pub work: Work,
}

/// Runs the steps in order up to the first that fails, closes with `N passed, N failed`, and returns that count.
///
/// # Errors
/// The name of the step that failed; its output has been printed.
pub fn run(steps: Vec<Step>) -> Fallible<Count> {
    let started = Instant::now();
    let total = steps.len();
    let mut count = Count::default();
    let mut outcome = Ok(());
    for (index, step) in steps.into_iter().enumerate() {
        let title = format!("[{}/{total}] {}", index + 1, step.name);
        let (own, result) = one(&title, step.work);
        count = count.plus(own);
        if let Err(error) = result {
            // A failed check that is not a test is one failure all the same.
            count.failed = count.failed.max(1);
            outcome = Err(format!("Failed at {title}: {error}"));
            break;
        }
    }
    let verdict =
        if outcome.is_ok() { "Everything asked for passed" } else { "Stopped at the first failure" };
    println!("\n{verdict} after {:.0} s", started.elapsed().as_secs_f32());
    println!("{} passed, {} failed, {} skipped", count.passed, count.failed, count.ignored);
    outcome.map(|()| count)
}

/// One step, from its title to its time.
fn one(title: &str, work: Work) -> (Count, Fallible<()>) {
    let started = Instant::now();
    let seconds = || format!("{:.1} s", started.elapsed().as_secs_f32());
    let (command, needs_tests, shown) = match work {
        Work::Call(call) => {
            println!("… {title}");
            let result = call();
            println!("{} {title}  {}", mark(result.is_ok()), seconds());
            return (Count::default(), result);
        }
        Work::Command(command) => (command, false, false),
        Work::Tests { command, may_be_empty, shown } => (command, !may_be_empty, shown),
    };
    let name = described(&command);
    let captured = capture(title, command);
    let mut count = Count::default();
    captured.lines.iter().for_each(|line| count.add(line));
    let result = match captured.result {
        Ok(()) if needs_tests && count.passed == 0 => Err(format!("{name}: no test was run")),
        Ok(()) => Ok(()),
        Err(error) => Err(format!("{name}: {error}")),
    };
    let tests = if count == Count::default() { String::new() } else { format!("  ({} tests)", count.passed) };
    println!("{} {title}  {}{tests}", mark(result.is_ok()), seconds());
    if shown || result.is_err() {
        println!("{}", captured.lines.join("\n"));
    }
    (count, result)
}

fn mark(ok: bool) -> char {
    if ok { '✓' } else { '✗' }
}

/// Everything a command printed, on both streams, and how it ended.
struct Captured {
    lines: Vec<String>,
    result: Fallible<()>,
}

/// Runs a command, showing its last line while it works.
fn capture(title: &str, mut command: Command) -> Captured {
    let mut screen = Screen::new(title);
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match spawned {
        Ok(child) => child,
        Err(error) => return Captured { lines: Vec::new(), result: Err(error.to_string()) },
    };
    let (sender, receiver) = channel();
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>),
        child.stderr.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>),
    ];
    streams.into_iter().flatten().for_each(|stream| forward(stream, sender.clone()));
    drop(sender);
    let mut lines = Vec::new();
    let result = loop {
        match receiver.recv_timeout(Duration::from_millis(200)) {
            Ok(line) => {
                screen.show(&line);
                lines.push(line);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => screen.show(lines.last().map_or("", String::as_str)),
            Err(RecvTimeoutError::Disconnected) => break child.wait(),
        }
        // A browser that outlived its driver may hold the pipe open: the command's own end is what counts.
        match child.try_wait() {
            Ok(None) => {}
            Ok(Some(status)) => {
                drain(&receiver, &mut lines);
                break Ok(status);
            }
            Err(error) => break Err(error),
        }
    };
    screen.clear();
    let result = match result {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(status.to_string()),
        Err(error) => Err(error.to_string()),
    };
    Captured { lines, result }
}

fn drain(receiver: &Receiver<String>, lines: &mut Vec<String>) {
    while let Ok(line) = receiver.recv_timeout(Duration::from_millis(200)) {
        lines.push(line);
    }
}

/// Sends a stream line by line until it ends.
fn forward(stream: Box<dyn Read + Send>, sender: Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|n| n > 0) {
            let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            bytes.clear();
            if sender.send(line).is_err() {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn tests(script: &str, may_be_empty: bool) -> (Count, Fallible<()>) {
        one("x", Work::Tests { command: shell(script), may_be_empty, shown: false })
    }

    #[test]
    fn the_closing_lines_of_test_runners_are_added_up() {
        let mut count = Count::default();
        count.add(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
        );
        count.add("test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 filtered out");
        count.add("test a_test_of_5 passed ... ok");
        assert_eq!(count, Count { passed: 14, failed: 3, ignored: 1 });
    }

    #[test]
    fn a_command_that_fails_is_named_and_both_its_streams_are_kept() {
        let captured = capture("x", shell("echo out; echo err >&2; exit 3"));
        let mut lines = captured.lines;
        lines.sort();
        assert_eq!(lines, ["err", "out"]);
        assert!(captured.result.unwrap_err().contains('3'));
        let (_, result) = one("x", Work::Command(Command::new("no-such-program")));
        assert!(result.unwrap_err().starts_with("no-such-program: "));
    }

    #[test]
    fn a_suite_without_a_test_fails_unless_a_filter_explains_it() {
        let ok = "echo 'test result: ok. 1 passed; 0 failed'";
        assert_eq!(tests(ok, false), (Count { passed: 1, failed: 0, ignored: 0 }, Ok(())));
        assert!(tests("echo no tests to run!", false).1.unwrap_err().ends_with("no test was run"));
        assert_eq!(tests("echo no tests to run!", true).1, Ok(()));
    }

    #[test]
    fn a_grandchild_that_holds_the_pipe_does_not_hold_the_step() {
        let started = Instant::now();
        assert_eq!(capture("x", shell("sleep 20 & echo done")).lines, ["done"]);
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn nothing_is_run_after_a_failure() {
        let call = |result: Fallible<()>| Work::Call(Box::new(move || result));
        let never = Work::Call(Box::new(|| panic!("ran after a failure")));
        let steps = [("a", call(Ok(()))), ("b", call(Err("no".into()))), ("c", never)];
        let steps = steps.map(|(name, work)| Step { name: name.into(), work });
        assert_eq!(run(steps.into()), Err("Failed at [2/3] b: no".to_owned()));
        assert_eq!(run(vec![]), Ok(Count::default()));
    }
}
