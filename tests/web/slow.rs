//! Clients that are slow on purpose are cut off, and meanwhile keep nobody else waiting.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use socket2::{Domain, Socket, Type};

use super::http;
use super::portal::{TestPortal, Wanted};

/// Short times, so that nobody has to wait for the test. That a connection ends is waited for; how soon is not measured.
const SHORT: &str = "[web]\nhead_seconds = 1\ntransfer_seconds = 1\n";
const KEPT: &str = "[web]\nhead_seconds = 1\ntransfer_seconds = 1\nkeep_alive_seconds = 1\n";

fn connect(portal: &TestPortal) -> TcpStream {
    let stream = TcpStream::connect(portal.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    stream
}

/// Everything that still comes until the server ends the conversation.
#[track_caller]
fn until_cut_off(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "never cut off"),
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends a letter now and then until nobody takes them any more.
fn trickle(stream: &TcpStream, letter: &'static [u8]) {
    let mut stream = stream.try_clone().unwrap();
    thread::spawn(move || {
        while stream.write_all(letter).is_ok() {
            thread::sleep(Duration::from_millis(200));
        }
    });
}

/// Tries each of these at the same time.
fn at_once(all: &[&str], attempt: impl Fn(&str) + Sync) {
    thread::scope(|scope| {
        for one in all {
            scope.spawn(|| attempt(one));
        }
    });
}

#[test]
fn a_head_that_comes_a_letter_at_a_time_is_cut_off() {
    let portal = TestPortal::with(Wanted { settings: SHORT, ..Wanted::default() });
    at_once(&["", "GET /", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "], |start| {
        let mut stream = connect(&portal);
        stream.write_all(start.as_bytes()).unwrap();
        if !start.is_empty() {
            trickle(&stream, b"x");
        }
        let answer = until_cut_off(&mut stream);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    });
}

#[test]
fn a_body_that_comes_a_letter_at_a_time_is_answered_with_a_page_and_cut_off() {
    let portal = TestPortal::with(Wanted { settings: SHORT, ..Wanted::default() });
    at_once(&["/refer/section/danger", "/staff/sign-in", "/return"], |address| {
        let mut stream = connect(&portal);
        let head = format!("POST {address} HTTP/1.1\r\nHost: {}\r\nContent-Length: 400\r\n\r\n", portal.address);
        stream.write_all(head.as_bytes()).unwrap();
        trickle(&stream, b"x");
        let answer = until_cut_off(&mut stream);
        assert!(answer.starts_with("HTTP/1.1 408"), "{address}: {answer}");
        assert!(answer.contains("That did not reach us in time"), "{address}: {answer}");
    });
    assert_eq!(portal.rows("drafts"), 0);
}

#[test]
fn a_body_without_a_length_is_refused_and_not_taken_in_for_ever() {
    let portal = TestPortal::with(Wanted { settings: SHORT, ..Wanted::default() });
    at_once(&["/refer/section/danger", "/staff/sign-in", "/", "/nowhere"], |address| {
        let mut stream = connect(&portal);
        let head = format!("POST {address} HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\n\r\n", portal.address);
        stream.write_all(head.as_bytes()).unwrap();
        trickle(&stream, b"1\r\nx\r\n");
        let answer = until_cut_off(&mut stream);
        assert!(answer.starts_with("HTTP/1.1 411"), "{address}: {answer}");
        assert!(answer.contains("<h1") && answer.contains("content-security-policy"), "{address}: {answer}");
    });
}

#[test]
fn a_body_that_nobody_reads_does_not_hold_the_connection() {
    let portal = TestPortal::with(Wanted { settings: SHORT, ..Wanted::default() });
    at_once(&["/", "/nowhere", "/refer/tasks"], |address| {
        let mut stream = connect(&portal);
        let head = format!("POST {address} HTTP/1.1\r\nHost: {}\r\nContent-Length: 100000\r\n\r\n", portal.address);
        stream.write_all(head.as_bytes()).unwrap();
        trickle(&stream, b"x");
        assert!(until_cut_off(&mut stream).starts_with("HTTP/1.1 4"), "{address}");
    });
}

/// Asked for one big page after another and never reading, a client would hold the answer, and its connection, for ever.
/// The pages are more than the buffers on both sides hold, whatever one page weighs.
#[test]
fn an_answer_that_nobody_takes_in_is_given_up() {
    let settings = "[web]\nhead_seconds = 1\ntransfer_seconds = 1\nkeep_alive_seconds = 1\n";
    let portal = TestPortal::with(Wanted { settings, ..Wanted::default() });
    let stream = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    stream.set_recv_buffer_size(65536).unwrap();
    stream.connect(&portal.address.into()).unwrap();
    let mut stream = TcpStream::from(stream);
    stream.set_write_timeout(Some(Duration::from_mins(1))).unwrap();
    let request = format!("GET /refer/everything HTTP/1.1\r\nHost: {}\r\n\r\n", portal.address);
    stream.write_all(request.repeat(64).as_bytes()).unwrap();
    let cut_off = (0..300).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        stream.write_all(b"x").err()
    });
    let error = cut_off.expect("never cut off");
    assert!([ErrorKind::ConnectionReset, ErrorKind::BrokenPipe].contains(&error.kind()), "{error}");
}

#[test]
fn a_connection_serves_one_request_or_is_kept_for_a_while() {
    for settings in [SHORT, KEPT] {
        let portal = TestPortal::with(Wanted { settings, ..Wanted::default() });
        let mut stream = connect(&portal);
        let request = format!("GET /healthz HTTP/1.1\r\nHost: {}\r\n\r\n", portal.address);
        stream.write_all(request.as_bytes()).unwrap();
        assert!(until_cut_off(&mut stream).starts_with("HTTP/1.1 200"), "{settings}");
    }
}

/// Without the limit on their number, 600 connections that say nothing would be no matter; with it they must not be one.
#[test]
fn a_crowd_of_silent_connections_keeps_nobody_waiting_for_ever() {
    let few = "[web]\nconnections = 50\nhead_seconds = 1\n";
    for (settings, silent) in [("", 600), (few, 200)] {
        let portal = TestPortal::with(Wanted { settings, ..Wanted::default() });
        let crowd: Vec<_> = (0..silent).map(|_| connect(&portal)).collect();
        let answer = http::send(portal.address, "GET", "/danger", &[], b"");
        assert_eq!(answer.status, 200, "{settings}");
        drop(crowd);
    }
}
