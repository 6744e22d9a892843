//! The static server behind `cargo xtask serve` and the end-to-end tests: one folder, the strict headers
//! the page is written for, and a log of what was asked for.
//!
//! Must not lean on any other xtask module: `tests/e2e` includes this very file, so that a test meets the
//! same headers a person does. No building, no watching and no command line in here.
#![allow(dead_code, reason = "included by two programs, each of which uses a part")]

use std::fs;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What the page promises to need. A host page may be stricter only where it does not load the page itself.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; \
     manifest-src 'self'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

/// Nobody's headers for a static file are longer than this.
const MAX_HEAD: usize = 16 * 1024;

/// A browser that opened a connection and says nothing does not hold a thread for ever.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running server on 127.0.0.1. Dropping it frees the port.
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

struct Shared {
    root: PathBuf,
    log: Mutex<Vec<String>>,
    over: AtomicBool,
}

impl Server {
    /// Serves the folder `root` on `port`, or on any free port when it is `None`.
    ///
    /// One request a connection, one thread a connection: nothing ever waits behind an idle connection that a
    /// browser keeps open in case it needs it.
    ///
    /// # Errors
    /// The folder does not exist, or the port cannot be had ([`io::ErrorKind::AddrInUse`] when it is taken).
    pub fn start(root: PathBuf, port: Option<u16>) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let listener = TcpListener::bind(("127.0.0.1", port.unwrap_or(0)))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared { root, log: Mutex::default(), over: AtomicBool::new(false) });
        let ours = Arc::clone(&shared);
        let acceptor = thread::spawn(move || {
            for stream in listener.incoming() {
                if ours.over.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let ours = Arc::clone(&ours);
                // An error here means that the browser went away: there is no one left to tell.
                thread::spawn(move || answer(&ours, stream).unwrap_or_default());
            }
        });
        Ok(Self { port, shared, acceptor: Some(acceptor) })
    }

    /// The address of the page, with a slash at its end: `http://127.0.0.1:8080/`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Everything asked for so far, in order, as the browser wrote it: path and query.
    pub fn requests(&self) -> Vec<String> {
        self.shared.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::SeqCst);
        // The acceptor looks up when somebody comes; the port is free when its thread has ended.
        if TcpStream::connect(("127.0.0.1", self.port)).is_ok()
            && let Some(acceptor) = self.acceptor.take()
        {
            let _ = acceptor.join();
        }
    }
}

/// One request, one file.
fn answer(shared: &Shared, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let Some(head) = head(&mut stream)? else { return Ok(()) };
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    shared.log.lock().unwrap_or_else(PoisonError::into_inner).push(url.to_owned());
    let plain = "text/plain; charset=utf-8";
    if !matches!(method, "GET" | "HEAD") {
        return send(
            stream,
            "405 Method Not Allowed",
            &[("Content-Type", plain), ("Allow", "GET, HEAD")],
            b"only GET and HEAD",
        );
    }
    let found = resolve(&shared.root, url).and_then(|path| fs::read(&path).ok().map(|bytes| (path, bytes)));
    let Some((path, bytes)) = found else {
        let body: &[u8] = if method == "HEAD" { b"" } else { b"not found" };
        return send(stream, "404 Not Found", &[("Content-Type", plain)], body);
    };
    let tag = format!("\"{:016x}\"", fnv1a(&bytes));
    let headers = [("Content-Type", mime(&path)), ("ETag", tag.as_str())];
    let known = lines.filter_map(|line| line.split_once(':')).any(|(name, value)| {
        name.eq_ignore_ascii_case("If-None-Match") && value.split(',').any(|one| one.trim() == tag)
    });
    match (known, method) {
        (true, _) => send(stream, "304 Not Modified", &headers, b""),
        (false, "HEAD") => send(stream, "200 OK", &headers, b""),
        (false, _) => send(stream, "200 OK", &headers, &bytes),
    }
}

/// Request line and headers; `None` when the browser closed the connection it had opened in case it needed it.
fn head(stream: &mut TcpStream) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut some = [0_u8; 2048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut some)?;
        if read == 0 || head.len() > MAX_HEAD {
            return Ok(None);
        }
        head.extend_from_slice(&some[..read]);
    }
    Ok(String::from_utf8(head).ok())
}

/// An answer with the headers that every one carries, whatever it says.
fn send(mut stream: TcpStream, status: &str, headers: &[(&str, &str)], body: &[u8]) -> io::Result<()> {
    let always = [
        // Ask again each time; the tag makes the answer cheap when nothing changed.
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Connection", "close"),
    ];
    let length = body.len().to_string();
    let own = [("Content-Length", length.as_str())];
    // A 304 has no body and so no length; a HEAD's would be the file's, which nobody here asks for.
    let own = if body.is_empty() && !status.starts_with("200") { &own[..0] } else { &own[..] };
    let lines = headers.iter().chain(&always).chain(own).map(|(name, value)| format!("{name}: {value}\r\n"));
    let head = format!("HTTP/1.1 {status}\r\n{}\r\n", lines.collect::<String>());
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    stream.shutdown(Shutdown::Write)
}

/// The file that a requested path names, if it lies inside `root`.
///
/// `root` is canonical. Refused: `..` in any spelling, backslashes, NUL, and links that lead out of the folder.
pub fn resolve(root: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let mut file = root.to_path_buf();
    for segment in percent_decoded(path)?.split('/') {
        match segment {
            "" | "." => {}
            _ if segment == ".." || segment.contains(['\\', '\0', ':']) => return None,
            _ => file.push(segment),
        }
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let real = file.canonicalize().ok()?;
    (real.starts_with(root) && real.is_file()).then_some(real)
}

/// `%E3%81%AA` → `な`; `None` when the escapes are broken or are not UTF-8.
fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            // `from_str_radix` would also take a sign.
            let hex = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
            u8::from_str_radix(std::str::from_utf8(&hex).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).ok()
}

/// The media type a browser insists on (`nosniff`), told by the file's extension.
pub fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// FNV-1a: enough to tell one build's file from the next, and no dependency for whoever includes this file.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
