//! How pages are served: where to listen, the public address, how long staff stay signed in, how much and how slowly.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::declared::{Declared, keys};
use super::values::Values;

keys! {
    /// Address and port to listen on.
    LISTEN: "web.listen" = r#""127.0.0.1:8080""#;
    /// The address people type, without a path. It must begin with https://, but for this machine alone. Without one, it is
    /// http:// and the address listened on.
    BASE_URL: "web.base_url" = r#""""#;
    /// Minutes without a sign of life until a member of staff is signed out.
    IDLE: "web.staff_idle_minutes" = "30";
    /// Hours after which a member of staff signs in again in any case.
    ABSOLUTE: "web.staff_session_hours" = "12";
    /// The most kilobytes one page of the form may send.
    BODY: "web.body_kilobytes" = "512";
    /// The most connections at once. Each takes an open file: with more than 800, let the process open more than the usual
    /// 1,024 (LimitNOFILE= in systemd). Who comes after that many waits until one is free, and is not refused.
    CONNECTIONS: "web.connections" = "800";
    /// Seconds a client may take to send the head of a request: browsers and proxies take a part of one.
    HEAD: "web.head_seconds" = "10";
    /// Seconds a client may take to send what was typed, or to take in a piece of an answer: a long page over a very slow
    /// mobile connection takes 40.
    TRANSFER: "web.transfer_seconds" = "60";
    /// Seconds a connection is kept for another request. 0 closes each after its answer, so that nobody can hold one by
    /// sending the next head a letter at a time. Give it 15 only behind a proxy that reads requests whole before it
    /// passes them on and keeps its connections.
    KEEP_ALIVE: "web.keep_alive_seconds" = "0";
}

/// How pages are served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The public address, without a slash at its end.
    pub base_url: String,
    /// Whether cookies are only sent over an encrypted connection: always, but for `http` on this machine.
    pub secure_cookies: bool,
    /// Until a silent member of staff is signed out.
    pub staff_idle: Duration,
    /// Until any member of staff is signed out.
    pub staff_session: Duration,
    /// The most bytes one request may carry.
    pub body_bytes: usize,
    /// The most connections at once.
    pub connections: usize,
    /// Until a client that has not sent the head of its first request is cut off.
    pub head_time: Duration,
    /// Until a client that does not send its body, or does not take in its answer, is cut off.
    pub transfer_time: Duration,
    /// How long an idle connection is kept; nothing where each serves one request.
    pub keep_alive: Option<Duration>,
}

pub(super) fn read(values: &mut Values) -> Web {
    let mut seconds =
        |declared: &Declared, least, most| Duration::from_secs(u64::from(values.number(declared, least, most)));
    let head_time = seconds(&HEAD, 1, 60);
    let transfer_time = seconds(&TRANSFER, 1, 600);
    let keep_alive = Some(seconds(&KEEP_ALIVE, 0, 75)).filter(|time| !time.is_zero());
    let listen = values
        .meaning(&LISTEN, |words| words.parse().ok(), "Write an address and a port, like \"127.0.0.1:8080\".")
        .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 0)));
    let base_url = values.words(&BASE_URL).trim_end_matches('/').to_owned();
    let base_url = if base_url.is_empty() { format!("http://{listen}") } else { base_url };
    let secure_cookies = cookies(&base_url).unwrap_or_else(|| {
        let wrong = if values.is_set(&BASE_URL) {
            format!("is “{base_url}”")
        } else {
            "is not set, and this is not only for this machine".to_owned()
        };
        let write = "Write the address people type, like \"https://referrals.example.org\".";
        values.mistake(&BASE_URL, wrong, write);
        true
    });
    Web {
        listen,
        base_url,
        secure_cookies,
        staff_idle: Duration::from_secs(u64::from(values.number(&IDLE, 5, 240)) * 60),
        staff_session: Duration::from_secs(u64::from(values.number(&ABSOLUTE, 1, 24)) * 3600),
        body_bytes: usize::try_from(values.number(&BODY, 64, 16_384)).unwrap_or(usize::MAX) * 1024,
        connections: usize::try_from(values.number(&CONNECTIONS, 50, 100_000)).unwrap_or(usize::MAX),
        head_time,
        transfer_time,
        keep_alive,
    }
}

/// Whether cookies at that address can be secure; nothing for an address at which nobody's words would be safe.
fn cookies(base_url: &str) -> Option<bool> {
    if let Some(host) = base_url.strip_prefix("https://") {
        return (!host.is_empty() && !host.contains(['/', '?', '#', '@', ' '])).then_some(true);
    }
    let host = base_url.strip_prefix("http://")?;
    let loopback = host.parse::<SocketAddr>().map_or_else(
        |_| {
            let name = host.split(':').next().unwrap_or_default();
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        },
        |address| address.ip().is_loopback(),
    );
    loopback.then_some(false)
}
