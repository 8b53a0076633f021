//! Requests as a browser writes them, and what a browser keeps of an answer. Must not know how fast anything is.

use std::fmt::Write as _;
use std::net::SocketAddr;

use anyhow::Context as _;

use crate::load::{self, Answer};

/// A browser's cookie, whole, and the token of its forms.
#[derive(Debug, Clone, Default)]
pub(crate) struct Browser {
    pub(crate) cookie: String,
    pub(crate) token: String,
}

pub(crate) fn get(path: &str, cookie: &str) -> Vec<u8> {
    head("GET", path, cookie).into_bytes()
}

/// A form that is sent.
pub(crate) fn post(path: &str, cookie: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let body: Vec<_> = fields.iter().map(|(name, value)| format!("{}={}", spelt(name), spelt(value))).collect();
    let body = body.join("&");
    let mut request = head("POST", path, cookie);
    request.truncate(request.len() - 2);
    let _ = write!(
        request,
        "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    request.into_bytes()
}

fn head(method: &str, path: &str, cookie: &str) -> String {
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\nAccept: text/html\r\n");
    if !cookie.is_empty() {
        let _ = write!(head, "Cookie: {cookie}\r\n");
    }
    head.push_str("\r\n");
    head
}

fn spelt(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The cookie that an answer sets, as a browser sends it back.
pub(crate) fn cookie(answer: Answer<'_>) -> Option<String> {
    Some(answer.header("set-cookie")?.split(';').next()?.to_owned())
}

/// The token of the forms on a page.
pub(crate) fn token(page: &[u8]) -> Option<String> {
    let page = std::str::from_utf8(page).ok()?;
    let (_, after) = page.split_once("name=\"token\" value=\"")?;
    Some(after.split_once('"')?.0.to_owned())
}

/// One request and its answer: status, cookie if one is set, body.
pub(crate) fn once(server: SocketAddr, request: Vec<u8>) -> anyhow::Result<(u16, Option<String>, Vec<u8>)> {
    let (mut request, mut got) = (Some(request), None);
    load::run(
        server,
        1,
        |_| request.take(),
        |_, answer| {
            got = Some((answer.status, cookie(answer), answer.body.to_vec()));
            Ok(())
        },
    )?;
    got.context("no answer")
}
