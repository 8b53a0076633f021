//! The plainest HTTP client: one request a connection, as much of a browser's headers as the server looks at.

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

/// An answer of the server.
#[derive(Debug, Clone)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Response {
    /// The first header of that name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Sends one request and reads the whole answer.
pub(crate) fn send(server: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
    try_send(server, method, path, headers, body).expect("the server answers, whole and in time")
}

/// Sends one request and reads the whole answer, unless the connection breaks before its end.
pub(crate) fn try_send(
    server: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<Response> {
    let mut stream = ask(server, method, path, headers, body)?;
    let mut answer = Vec::new();
    // A server that refuses a large body may close before all of it is read; what it said still counts.
    match stream.read_to_end(&mut answer) {
        Err(broken) if answer.is_empty() => Err(broken),
        _ => parse(&answer, method != "HEAD").ok_or_else(|| io::ErrorKind::UnexpectedEof.into()),
    }
}

/// Sends these bytes, whatever they are, says that no more will come, and reads the whole answer.
pub(crate) fn send_raw(server: SocketAddr, request: &[u8]) -> Response {
    let mut stream = TcpStream::connect(server).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    // Refused while it is being sent: the answer says why.
    let _ = stream.write_all(request);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let read = stream.read_to_end(&mut answer);
    assert!(read.is_ok() || !answer.is_empty(), "the server answers in time: {read:?}");
    parse(&answer, true).expect("the whole answer")
}

/// Sends a form and goes away before the answer comes.
pub(crate) fn send_and_hang_up(server: SocketAddr, path: &str, cookies: &str, body: &[u8]) {
    let headers = [("Cookie", cookies), ("Content-Type", "application/x-www-form-urlencoded")];
    // Where nobody listens, it breaks a little earlier.
    drop(ask(server, "POST", path, &headers, body));
}

fn ask(server: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if !matches!(method, "GET" | "HEAD") {
        let _ = write!(head, "Content-Length: {}\r\n", body.len());
    }
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    // Refused while it is being sent: the answer says why.
    let _ = stream.write_all(body);
    Ok(stream)
}

/// Nothing where the answer ends before its end.
fn parse(answer: &[u8], has_body: bool) -> Option<Response> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let mut body = answer[end + 4..].to_vec();
    let chunked =
        headers.iter().any(|(name, value)| name.eq_ignore_ascii_case("transfer-encoding") && value == "chunked");
    if chunked {
        body = dechunk(&body)?;
    }
    let response = Response { status, headers, body: String::from_utf8_lossy(&body).into_owned() };
    let length = response.header("content-length").and_then(|length| length.parse().ok());
    (!has_body || length.is_none_or(|length: usize| length == body.len())).then_some(response)
}

fn dechunk(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    while let Some(line) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).unwrap().trim(), 16).unwrap();
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(line + 2..line + 2 + size)?);
        rest = rest.get(line + 2 + size + 2..)?;
    }
    None
}
