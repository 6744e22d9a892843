//! What the static server refuses and what it says. Kept out of `server.rs` so that the end-to-end binary,
//! which includes that file, does not run these once per suite.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::PathBuf;

use crate::server::{CONTENT_SECURITY_POLICY, Server, mime, resolve};

/// A fresh folder `name` with a public part and, beside it, a file that must never be served.
fn site(name: &str) -> PathBuf {
    let base = std::env::temp_dir().join(format!("nattoku-server-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&base);
    fs::create_dir_all(base.join("www/sub")).unwrap();
    fs::write(base.join("secret.txt"), "secret").unwrap();
    fs::write(base.join("www/index.html"), "<!doctype html>top").unwrap();
    fs::write(base.join("www/sub/index.html"), "sub").unwrap();
    fs::write(base.join("www/なっとく.json"), "{}").unwrap();
    base.join("www").canonicalize().unwrap()
}

/// The whole answer to one raw request.
fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(format!("{request}\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_path_names_a_file_inside_the_folder_or_nothing() {
    let root = site("resolve");
    for (url, expected) in [
        ("/", Some("index.html")),
        ("/index.html?v=1#x", Some("index.html")),
        ("/sub/", Some("sub/index.html")),
        ("//sub/./index.html", Some("sub/index.html")),
        ("/%E3%81%AA%E3%81%A3%E3%81%A8%E3%81%8F.json", Some("なっとく.json")),
        ("/../secret.txt", None),
        ("/sub/../../secret.txt", None),
        ("/%2e%2e/secret.txt", None),
        ("/..%2fsecret.txt", None),
        ("/..%5csecret.txt", None),
        ("/sub/..", None),
        ("/missing", None),
        ("/%", None),
        ("/%+1", None),
        ("/%ff", None),
        ("/index.html%00", None),
    ] {
        assert_eq!(resolve(&root, url), expected.map(|file| root.join(file)), "{url}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_refused() {
    let root = site("link");
    std::os::unix::fs::symlink(root.join("../secret.txt"), root.join("innocent.txt")).unwrap();
    assert_eq!(resolve(&root, "/innocent.txt"), None);
}

#[test]
fn every_kind_of_file_in_dist_has_its_media_type() {
    for (file, expected) in [
        ("nattoku_bg.wasm", "application/wasm"),
        ("nattoku.js", "text/javascript; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("icon-192.png", "image/png"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("nattoku.schema.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
        ("unknown", "application/octet-stream"),
    ] {
        assert_eq!(mime(file.as_ref()), expected, "{file}");
    }
}

#[test]
fn every_answer_carries_the_strict_headers_and_is_logged() {
    let server = Server::start(site("headers"), None).unwrap();
    for (request, status) in [
        ("GET / HTTP/1.1", "200"),
        ("GET /../secret.txt HTTP/1.1", "404"),
        ("GET /%2e%2e%2fsecret.txt HTTP/1.1", "404"),
        ("POST / HTTP/1.1", "405"),
    ] {
        let answer = ask(&server, request);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {answer}");
        assert!(
            answer.contains(&format!("Content-Security-Policy: {CONTENT_SECURITY_POLICY}\r\n")),
            "{answer}"
        );
        for line in
            ["X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Cache-Control: no-cache"]
        {
            assert!(answer.contains(line), "{request}: {line}");
        }
        assert!(!answer.contains("secret"), "{request}");
    }
    assert_eq!(server.requests(), ["/", "/../secret.txt", "/%2e%2e%2fsecret.txt", "/"]);
}

#[test]
fn an_unchanged_file_is_not_sent_twice() {
    let server = Server::start(site("etag"), None).unwrap();
    let first = ask(&server, "GET / HTTP/1.1");
    let tag = first.lines().find_map(|l| l.strip_prefix("ETag: ")).unwrap();
    let again = ask(&server, &format!("GET / HTTP/1.1\r\nIf-None-Match: {tag}"));
    assert!(again.starts_with("HTTP/1.1 304 "), "{again}");
    let other = ask(&server, "GET / HTTP/1.1\r\nIf-None-Match: \"other\"");
    assert!(other.starts_with("HTTP/1.1 200 ") && other.ends_with("top"), "{other}");
}

#[test]
fn a_taken_port_is_an_error_and_a_dropped_server_frees_it() {
    let root = site("port");
    let first = Server::start(root.clone(), None).unwrap();
    let port = first.port();
    let second = Server::start(root.clone(), Some(port));
    assert_eq!(second.err().map(|e| e.kind()), Some(std::io::ErrorKind::AddrInUse));
    drop(first);
    assert_eq!(Server::start(root, Some(port)).unwrap().url(), format!("http://127.0.0.1:{port}/"));
}
