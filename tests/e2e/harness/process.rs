//! Starting programs so that they always end: driver, browser and display die with the test that wanted them, even
//! when it panics, and even when the test binary itself is killed. Also the folders and ports they use.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Instant;

use super::wait_until;

/// Runs the program, and ends its whole process group as soon as standard input closes: on drop, and also when the
/// test binary dies without unwinding. A killed driver alone would orphan its browser. (`kill -KILL --` is refused by
/// Debian's `sh`; `-s KILL` is what POSIX knows.)
const GUARDIAN: &str = r#""$@" </dev/null & exec 1>&-; while read -r _; do :; done; kill -s KILL -- -$$"#;

/// The signal that the guardian ends its group, and so itself, with (POSIX).
const SIGKILL: i32 = 9;

/// A program and everything it started.
pub struct Group {
    guardian: Child,
}

impl Group {
    /// Starts `program`; its output goes to `log`.
    pub fn spawn(program: &Command, log: &Path) -> io::Result<Self> {
        let out = File::create(log)?;
        let err = out.try_clone()?;
        let guardian = guard(program).stdout(out).stderr(err).spawn()?;
        Ok(Self { guardian })
    }

    /// Ends the program and everything it started in one blow, gives none of them time for anything, and waits until the
    /// last is gone. Returns the moment just before.
    pub fn kill(&mut self) -> Instant {
        let leader = self.guardian.id();
        let doomed = processes_of(leader);
        let own: Vec<String> =
            doomed.iter().filter(|one| one.group != leader).map(|one| one.id.to_string()).collect();
        let mut kill = Command::new("/bin/sh");
        // The group first: a browser that outlives its driver by a moment would begin to close in good order.
        kill.stderr(Stdio::null())
            .args(["-c", r#"kill -s KILL -- "$@""#, "kill", &format!("-{leader}")])
            .args(own);
        let at = Instant::now();
        // Whether it could be sent to each of them says nothing: one may have ended just before. All must be gone.
        kill.status().expect("a shell to send a signal from");
        wait_until("the processes of the browser to be gone", || {
            let is_left = |one: &Process| one.group == leader || doomed.iter().any(|dead| dead.id == one.id);
            let left: Vec<u32> = processes().filter(is_left).map(|one| one.id).collect();
            if left.is_empty() { Ok(()) } else { Err(format!("{left:?} are there")) }
        });
        self.guardian.wait().expect("the guardian was started by this very process");
        at
    }

    /// Starts `program` and reads the one line that it announces itself with.
    pub fn spawn_and_read_line(program: &Command) -> io::Result<(Self, String)> {
        let mut guardian = guard(program).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let stdout = guardian.stdout.take().expect("standard output was piped just above");
        let group = Self { guardian };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        Ok((group, line.trim().to_owned()))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Closing the pipe is the order to end; an error means that the guardian is gone already.
        drop(self.guardian.stdin.take());
        let ended = self.guardian.wait();
        // A guardian that ends in any other way has left the browser running: better said than found out later.
        if !ended.as_ref().is_ok_and(|status| status.signal() == Some(SIGKILL)) {
            eprintln!("a browser or its driver may still be running: its guardian ended with {ended:?}");
        }
    }
}

/// A process that runs, as `/proc` tells of it.
struct Process {
    id: u32,
    parent: u32,
    group: u32,
}

/// Every process that runs; one that has ended and only waits to be asked how does not.
fn processes() -> impl Iterator<Item = Process> {
    let entries = fs::read_dir("/proc").expect("Linux, as for the browsers").flatten();
    // One that ends while it is looked at is none.
    entries.filter_map(|entry| {
        let id = entry.file_name().to_str()?.parse().ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        // The name stands in brackets and may hold anything.
        let (_, rest) = stat.rsplit_once(')')?;
        let mut fields = rest.split_whitespace();
        let runs = !matches!(fields.next()?, "Z" | "X");
        let (parent, group) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        runs.then_some(Process { id, parent, group })
    })
}

/// What belongs to the group of `leader`, and whatever descends from that in a group of its own.
fn processes_of(leader: u32) -> Vec<Process> {
    let (mut found, mut rest): (Vec<_>, Vec<_>) = processes().partition(|one| one.group == leader);
    loop {
        let (more, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|one| found.iter().any(|known| known.id == one.parent));
        if more.is_empty() {
            return found;
        }
        found.extend(more);
        rest = others;
    }
}

fn guard(program: &Command) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", GUARDIAN, "guardian"]).arg(program.get_program()).args(program.get_args());
    for (key, value) in program.get_envs() {
        match value {
            Some(value) => command.env(key, value),
            None => command.env_remove(key),
        };
    }
    command.stdin(Stdio::piped()).process_group(0);
    command
}

/// A folder of one's own under the system's temporary folder, removed on drop.
///
/// Not under `target/`: browsers put sockets into it, and the path of a socket may be 107 bytes long at most.
pub struct TempDir(PathBuf);

impl TempDir {
    /// Makes an empty folder.
    pub fn new() -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("nattoku-e2e-{}-{number}", std::process::id()));
        // Left over from a binary that was killed and had the same process id.
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir(&path)?;
        Ok(Self(path))
    }

    /// Makes a folder inside and returns its path.
    pub fn make_dir(&self, name: &str) -> io::Result<PathBuf> {
        let path = self.0.join(name);
        fs::create_dir_all(&path)?;
        Ok(path)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // A file that cannot be removed must not hide why a scenario failed.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A port that was free a moment ago and that no other test of this binary has been given.
pub fn free_port() -> io::Result<u16> {
    static GIVEN: LazyLock<Mutex<HashSet<u16>>> = LazyLock::new(Mutex::default);
    loop {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        if GIVEN.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return Ok(port);
        }
    }
}
