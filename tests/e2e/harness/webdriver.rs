//! The WebDriver protocol: JSON over HTTP/1.1 on a local port, one connection per command.
//!
//! Spoken by hand because that is a page of code, because a test may simply block, and because the things a browser
//! does beyond the standard (a viewport of 320 px, the pressure of a pen, a console log) need raw commands anyway.
//! Nothing here knows what is on a page.

use std::fmt;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// The key under which the protocol wraps a reference to an element (WebDriver, section "Elements").
pub const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Longer than the page load timeout: a driver that says nothing for this long is stuck.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);

/// What a driver answered instead of a value, or why it could not be asked.
#[derive(Debug)]
pub struct WebDriverError {
    /// The standard's error code, e.g. `stale element reference`; `transport` when there was no answer.
    pub code: String,
    message: String,
}

impl fmt::Display for WebDriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// One browser window under a driver's control.
pub struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Opens a session with the driver on `port`. Nothing is waited for implicitly.
    pub fn open(port: u16, capabilities: &Value) -> Result<Self, WebDriverError> {
        let mut wanted = capabilities.clone();
        wanted["timeouts"] = json!({ "implicit": 0, "pageLoad": 30_000, "script": 30_000 });
        let opened = call(port, "POST", "/session", &json!({ "capabilities": { "alwaysMatch": wanted } }))?;
        let id = opened["sessionId"].as_str().ok_or_else(|| transport("no session id"))?.to_owned();
        Ok(Self { port, id })
    }

    /// `GET` of a path below the session, such as `/url`.
    pub fn get(&self, path: &str) -> Result<Value, WebDriverError> {
        call(self.port, "GET", &format!("/session/{}{path}", self.id), &Value::Null)
    }

    /// `POST` to a path below the session, such as `/refresh`.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, WebDriverError> {
        call(self.port, "POST", &format!("/session/{}{path}", self.id), body)
    }

    /// `DELETE` of a path below the session; the empty path ends the session.
    pub fn delete(&self, path: &str) -> Result<Value, WebDriverError> {
        call(self.port, "DELETE", &format!("/session/{}{path}", self.id), &Value::Null)
    }

    /// Runs a script, which sees `arguments` and returns its result.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value, WebDriverError> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that calls the last of its `arguments` with the result.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value, WebDriverError> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }
}

/// Whether a driver listens on `port` and would open a session.
pub fn is_ready(port: u16) -> bool {
    call(port, "GET", "/status", &Value::Null).is_ok_and(|status| status["ready"] == true)
}

fn transport(message: impl fmt::Display) -> WebDriverError {
    WebDriverError { code: "transport".to_owned(), message: message.to_string() }
}

fn call(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, WebDriverError> {
    let body = if method == "POST" { body.to_string() } else { String::new() };
    let answer = exchange(port, method, path, &body).map_err(transport)?;
    let value =
        serde_json::from_str::<Value>(&answer).map_err(|e| transport(format!("{e}: {answer}")))?["value"]
            .take();
    match value["error"].as_str() {
        Some(code) => Err(WebDriverError {
            code: code.to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        }),
        None => Ok(value),
    }
}

/// One request and the body of its answer. Drivers say how long that is; none of the three sends chunks.
fn exchange(port: u16, method: &str, path: &str, body: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(ANSWER_WITHIN))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut received = Vec::new();
    let mut buffer = [0; 16 * 1024];
    loop {
        if let Some(body) = complete_body(&received) {
            return String::from_utf8(body.to_vec()).map_err(std::io::Error::other);
        }
        match stream.read(&mut buffer)? {
            0 => return Err(std::io::Error::other(format!("{method} {path}: the driver hung up"))),
            count => received.extend_from_slice(&buffer[..count]),
        }
    }
}

/// The body, once as much of it is there as the header announced.
fn complete_body(received: &[u8]) -> Option<&[u8]> {
    let head = received.windows(4).position(|window| window == b"\r\n\r\n")?;
    let length: usize = std::str::from_utf8(&received[..head]).ok()?.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") { value.trim().parse().ok() } else { None }
    })?;
    received.get(head + 4..head + 4 + length)
}
