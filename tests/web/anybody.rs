//! Anybody who sends anything to any address, and how its answer must look. The list of addresses is the router's own, so
//! that a new one is covered by itself.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::thread;

use alongside::feedback::FEEDBACK;
use alongside::permission::Role;
use alongside::web::routes;

use super::http::{self, Response};
use super::portal::{TestPortal, Wanted};
use super::stories::{GO_ON, receipt, shortest_with_an_issue};

/// What no page may hold as it stands: mark-up that was sent to it.
pub(super) const CANARY: &str = "<i>canary";
/// The canary as it stands in an address or a form.
pub(super) const CANARY_SENT: &str = "%22%27%3E%3Ci%3Ecanary";
/// So many tries are no flood here.
const NO_LIMITS: &str = "[limits]\nsaves_per_minute = 10000000\nforms_begun_per_hour = 10000000\n\
    referrals_per_hour = 10000000\ncodes_per_minute = 10000000\nsign_ins_per_minute = 10000000\ntries_per_code = 10000000\n";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// Somebody with cookies, and the token their forms carry.
#[derive(Clone, Default)]
pub(super) struct Sender {
    pub(super) cookies: String,
    pub(super) token: String,
}

/// A portal with one referral in its queue, with an issue to decide.
pub(super) struct House {
    pub(super) portal: TestPortal,
    pub(super) server: SocketAddr,
    pub(super) reference: String,
    pub(super) stylesheet: String,
}

pub(super) fn house() -> House {
    let portal = TestPortal::with(Wanted { settings: NO_LIMITS, ..Wanted::default() });
    let mut visitor = portal.browser();
    shortest_with_an_issue(&mut visitor);
    visitor.press("Send this to the team");
    let reference = receipt(&visitor).0.replace('-', "");
    let link = visitor.page.body.split("/static/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    House { server: portal.address, reference, stylesheet: link, portal }
}

/// Somebody with an open form.
pub(super) fn with_a_form(portal: &TestPortal) -> Sender {
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    Sender { cookies: visitor.cookie_header(), token: visitor.token() }
}

/// Somebody giving feedback.
pub(super) fn with_feedback(portal: &TestPortal) -> Sender {
    let mut visitor = portal.browser();
    visitor.post("/feedback", &[]);
    Sender { cookies: visitor.cookie_header(), token: visitor.token() }
}

/// Who may open all of the desk between them, just come in, with accounts of their own: whoever of them signs out
/// everywhere, or guesses a password wrong, is in nobody else's way.
pub(super) fn at_the_desk(portal: &TestPortal, whose: &str) -> [Sender; 2] {
    [Role::Manager, Role::Administrator].map(|role| {
        let desk = portal.sign_in(&portal.account_named(&format!("{}-{whose}@example.org", role.slug()), role));
        Sender { cookies: desk.cookie_header(), token: desk.token() }
    })
}

/// Whether whoever asks there comes to everything else as a stranger.
pub(super) fn ends_a_visit(address: &str) -> bool {
    ["/leave", "/staff/sign-out", "/staff/sign-out-everywhere"].contains(&address)
}

impl House {
    /// What was sent as somebody at the desk was sent by somebody at the desk.
    #[track_caller]
    pub(super) fn still_knows(&self, desk: &[Sender]) {
        for sender in desk {
            let answer = Request::new("GET", "/staff/own-account", sender).send(self.server);
            assert_eq!(answer.status, 200, "nobody is signed in any more");
        }
    }

    /// An address of this pattern that is there. A new name in braces has to be given a value here.
    pub(super) fn address(&self, pattern: &str) -> String {
        filled(pattern, |name| match name.split(':').next().unwrap() {
            "voice" => "myself".to_owned(),
            "slug" if pattern.starts_with("/feedback") => FEEDBACK.sections[0].questions[0].slug().to_owned(),
            "slug" | "part" => "happening".to_owned(),
            "number" | "issue" => "1".to_owned(),
            "field" => "person-name".to_owned(),
            "reference" => self.reference.clone(),
            "name" => self.stylesheet.clone(),
            other => panic!("what is a {other}?"),
        })
    }
}

/// An address of this pattern, with `fill` for each name in braces.
pub(super) fn filled(pattern: &str, fill: impl Fn(&str) -> String) -> String {
    let mut address = String::new();
    let mut rest = pattern;
    while let Some((before, name)) = rest.split_once('{') {
        let (name, after) = name.split_once('}').unwrap();
        address += before;
        address += &fill(name);
        rest = after;
    }
    address + rest
}

pub(super) struct Request<'a> {
    pub(super) method: &'a str,
    pub(super) address: &'a str,
    pub(super) headers: Vec<(&'a str, String)>,
    pub(super) body: Vec<u8>,
    pub(super) sender: &'a Sender,
}

impl<'a> Request<'a> {
    pub(super) fn new(method: &'a str, address: &'a str, sender: &'a Sender) -> Self {
        Self { method, address, headers: Vec::new(), body: Vec::new(), sender }
    }

    pub(super) fn form(mut self, kind: &str, body: &[u8]) -> Self {
        self.headers.push(("Content-Type", kind.to_owned()));
        self.body = body.to_vec();
        self
    }

    pub(super) fn header(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(found, _)| *found == name)
    }

    pub(super) fn send(&self, server: SocketAddr) -> Response {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.address);
        if !self.has("Host") {
            let _ = write!(head, "Host: {server}\r\n");
        }
        if !self.has("Sec-Fetch-Site") && !self.has("Origin") {
            head += "Sec-Fetch-Site: same-origin\r\n";
        }
        if !self.sender.cookies.is_empty() && !self.has("Cookie") {
            let _ = write!(head, "Cookie: {}\r\n", self.sender.cookies);
        }
        if !self.has("Content-Length") && !self.has("Transfer-Encoding") && !self.body.is_empty() {
            let _ = write!(head, "Content-Length: {}\r\n", self.body.len());
        }
        for (name, value) in &self.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        http::send_raw(server, &[head.as_bytes(), b"\r\n", &self.body].concat())
    }

    /// Sends it and looks at the answer as anybody should find it.
    pub(super) fn is_answered_well(&self, server: SocketAddr) -> Response {
        let answer = self.send(server);
        let start = String::from_utf8_lossy(&self.body[..self.body.len().min(60)]).into_owned();
        let address: String = self.address.chars().take(80).collect();
        let headers: String = format!("{:?}", self.headers).chars().take(120).collect();
        let what = format!("{} {address} {headers} {start}", self.method);
        assert!((200..500).contains(&answer.status), "{what}: {}", answer.status);
        for (name, part) in [
            ("content-security-policy", "default-src 'none'"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", ""),
        ] {
            assert!(answer.header(name).is_some_and(|value| value.contains(part)), "{what}: no {name}: {answer:?}");
        }
        assert!(!answer.body.contains(CANARY), "{what}: {}", answer.body);
        assert!(!answer.headers.iter().any(|(_, value)| value.contains("canary")), "{what}: {:?}", answer.headers);
        match answer.status {
            _ if self.method == "HEAD" => assert_eq!(answer.body, "", "{what}"),
            303 => {
                let to = answer.header("location").unwrap_or_default();
                assert!(to.starts_with('/') && !to.starts_with("//"), "{what}: leads to {to}");
            }
            200 => {}
            _ => {
                assert!(answer.body.contains("<h1"), "{what}: no page: {answer:?}");
                // Whoever has left, and comes back to a page of the form, finds nothing that says what it was.
                let left = answer.status == 410 && answer.body.contains("class=\"bare\"");
                let ways_on = ["href=\"/\"", "href=\"/staff/"];
                assert!(left || ways_on.iter().any(|way| answer.body.contains(way)), "{what}: no way on");
            }
        }
        answer
    }
}

/// Does something for every address of the portal, a few at once.
pub(super) fn everywhere(each: impl Fn(&'static str, Vec<&'static str>) + Sync) {
    let all: Vec<_> = routes::declared().collect();
    assert!(all.len() > 20, "the list of addresses was found");
    thread::scope(|scope| {
        for part in all.chunks(all.len().div_ceil(4)) {
            scope.spawn(|| part.iter().for_each(|(pattern, methods)| each(pattern, methods.clone())));
        }
    });
}
