//! The wire between browser and server, which can be cut. A server that merely stops leaves the browser's open
//! connections waiting for ever; without a network they break at once, and new ones are refused.
//!
//! One request per connection, as the server has it: nothing waits behind a connection that a browser keeps idle.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// A port on 127.0.0.1 that leads to another one until it is dropped.
pub struct Relay {
    port: u16,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    cut: AtomicBool,
    open: Mutex<Vec<TcpStream>>,
}

impl Relay {
    /// Leads a free port to `to`.
    pub fn start(to: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::<Shared>::default();
        let theirs = Arc::clone(&shared);
        let acceptor = thread::spawn(move || {
            for near in listener.incoming() {
                if theirs.cut.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(near) = near else { continue };
                let theirs = Arc::clone(&theirs);
                // A connection that cannot be led on is closed: the browser reports that better than we could.
                thread::spawn(move || theirs.lead(near, to));
            }
        });
        Ok(Self { port, shared, acceptor: Some(acceptor) })
    }

    /// The near end.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.shared.cut.store(true, Ordering::SeqCst);
        // One last connection, so that the acceptor looks up.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
        for stream in self.shared.open.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Shared {
    /// Leads one request to the port `to` and its answer back. Browsers open connections in advance: the server hears
    /// of one only when there is something to ask.
    fn lead(&self, mut near: TcpStream, to: u16) -> io::Result<()> {
        self.keep(&near)?;
        let request = one_request(&mut near)?;
        let mut far = TcpStream::connect(("127.0.0.1", to))?;
        self.keep(&far)?;
        far.write_all(&request)?;
        io::copy(&mut far, &mut near)?;
        near.shutdown(Shutdown::Both)
    }

    /// Remembers a connection, so that it breaks when the wire is cut.
    fn keep(&self, stream: &TcpStream) -> io::Result<()> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).push(stream.try_clone()?);
        if self.cut.load(Ordering::SeqCst) { stream.shutdown(Shutdown::Both) } else { Ok(()) }
    }
}

/// Reads a request without a body, which is all that pages send here, and asks for the connection's end after it.
fn one_request(near: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    let end = loop {
        if let Some(end) = head.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        match near.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => head.extend_from_slice(&buffer[..count]),
        }
    };
    let head = String::from_utf8_lossy(&head[..end]).into_owned();
    let lines = head.split("\r\n").filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    let lines: Vec<&str> = lines.chain(["Connection: close", "", ""]).collect();
    Ok(lines.join("\r\n").into_bytes())
}
