//! What every answer carries, as a table of every route by every header, for a stranger, for somebody in the middle of a
//! form and for a member of staff of each role; and the cookie.

use alongside::permission::Role;

use super::anybody::ends_a_visit;
use super::browser::Browser;
use super::http::{self, Response};
use super::portal::{TestPortal, Wanted};
use super::routes;
use super::stories::{self, GO_ON};

/// What must be there to the letter. Nothing else than our own pages, stylesheet and pictures, and no script at all.
const ALWAYS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; object-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-robots-tag", "noindex, nofollow"),
    (
        "permissions-policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];

/// What must never be there: who we are built on, and doors for other sites.
const NEVER: [&str; 4] = ["server", "x-powered-by", "access-control-allow-origin", "access-control-allow-credentials"];

/// Words that would tell how it is built.
const INSIDES: [&str; 10] =
    ["actix", "diesel", "sqlite", "postgres", "panicked", ".rs:", "stack backtrace", "argon2", "SELECT ", "unwrap"];

const HTTPS: &str = "[web]\nbase_url = \"https://help.example.org\"\n";

#[track_caller]
fn is_fenced(what: &str, answer: &Response) {
    for (name, value) in ALWAYS {
        assert_eq!(answer.header(name), Some(value), "{what}: {name}");
        assert_eq!(answer.headers.iter().filter(|(found, _)| found.eq_ignore_ascii_case(name)).count(), 1, "{what}");
    }
    for name in NEVER {
        assert_eq!(answer.header(name), None, "{what}: {name}");
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"), "{what}");
    if !answer.body.is_empty() {
        let kind = answer.header("content-type").unwrap_or_default();
        assert!(kind.ends_with("; charset=utf-8"), "{what}: {kind}");
    }
    for word in INSIDES {
        assert!(!answer.body.contains(word), "{what} tells of “{word}”");
    }
    for script in ["<script", " style=", " onclick=", " onload=", "javascript:"] {
        assert!(!answer.body.contains(script), "{what}: {script}");
    }
    if let Some(to) = answer.header("location") {
        assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains('\\'), "{what} leads away: {to}");
    }
}

/// A stranger, somebody in the middle of a form, and a member of staff of each role: what each sends as a cookie, and the
/// token of their forms.
fn everybody(portal: &TestPortal) -> Vec<(&'static str, String, String)> {
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    let staff = Role::ALL.map(|role| (role.slug(), portal.signed_in(role)));
    let known = [("a visitor", visitor)].into_iter().chain(staff);
    let known = known.map(|(who, browser)| (who, browser.cookie_header(), browser.token()));
    [("a stranger", String::new(), String::new())].into_iter().chain(known).collect()
}

/// Every route, to a referral that is there; last those after which somebody comes as a stranger. The desk comes first: a
/// form that is begun by somebody at the desk gives them a new key.
fn routes_in_order(reference: &str) -> Vec<routes::Route> {
    let mut routes = routes::to(reference);
    routes.sort_by_key(|(_, path)| (ends_a_visit(path), !path.starts_with("/staff")));
    routes
}

#[test]
fn every_route_answers_everybody_with_every_safe_header() {
    let portal = TestPortal::new();
    let reference = portal.sent_as(stories::shortest_with_an_issue);
    for (who, cookie, token) in everybody(&portal) {
        let mut routes = routes_in_order(&reference);
        routes.extend([("GET", "/nowhere".to_owned()), ("PUT", "/".to_owned()), ("HEAD", "/".to_owned())]);
        for (method, path) in routes {
            let headers = [
                ("Cookie", cookie.as_str()),
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Sec-Fetch-Site", "same-origin"),
            ];
            // Without the token of the visit as well: what is refused is fenced too.
            let forms = ["WRONG", token.as_str()].map(|token| format!("token={token}&voice=myself"));
            let nothing = [String::new()];
            let bodies = if method == "POST" { &forms[..] } else { &nothing };
            for body in bodies {
                let answer = http::send(portal.address, method, &path, &headers, body.as_bytes());
                is_fenced(&format!("{method} {path} for {who}"), &answer);
                let at_the_desk = Role::from_slug(who).is_some() && path.starts_with("/staff") && !ends_a_visit(&path);
                assert!(!at_the_desk || answer.status != 401, "{method} {path}: {who} is not signed in any more");
            }
        }
    }
}

#[test]
fn refusals_and_failures_are_fenced_too() {
    let portal = TestPortal::new();
    let big = vec![b'a'; 600 * 1024];
    for (what, method, path, headers, body) in [
        ("from elsewhere", "POST", "/refer/send", &[("Sec-Fetch-Site", "cross-site")][..], &b""[..]),
        ("too large", "POST", "/refer/section/person", &[], &big),
        ("unreadable", "POST", "/staff/sign-in", &[], b"\xff%zz"),
        ("an address that cannot be read", "GET", "/refer/issues/x", &[], b""),
        ("a query that cannot be read", "GET", "/staff/queue?after=%ff", &[], b""),
    ] {
        is_fenced(what, &http::send(portal.address, method, path, headers, body));
    }
}

#[test]
fn only_files_may_be_kept_by_a_browser_and_they_say_what_they_are() {
    let portal = TestPortal::new();
    let start = http::send(portal.address, "GET", "/", &[], b"");
    let (_, rest) = start.body.split_once("/static/alongside.").unwrap();
    let (name, _) = rest.split_once('"').unwrap();
    let (_, logo) = start.body.split_once("/static/logo.").unwrap();
    let (logo, _) = logo.split_once('"').unwrap();
    for (path, kind) in [
        (format!("/static/alongside.{name}"), "text/css; charset=utf-8"),
        (format!("/static/logo.{logo}"), "image/svg+xml; charset=utf-8"),
    ] {
        let answer = http::send(portal.address, "GET", &path, &[], b"");
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{path}");
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        for (name, value) in ALWAYS {
            assert_eq!(answer.header(name), Some(value), "{path}: {name}");
        }
    }
}

#[test]
fn over_an_encrypted_connection_browsers_are_told_to_stay_on_one() {
    let plain = http::send(TestPortal::new().address, "GET", "/", &[], b"");
    assert_eq!(plain.header("strict-transport-security"), None, "a demonstration on this machine has no certificate");
    let portal = TestPortal::with(Wanted { settings: HTTPS, ..Wanted::default() });
    for (method, path) in routes::all() {
        let answer = http::send(portal.address, method, &path, &[], b"");
        let told = answer.header("strict-transport-security");
        assert_eq!(told, Some("max-age=63072000; includeSubDomains"), "{method} {path}");
    }
}

#[test]
fn nobody_is_led_to_another_site() {
    let portal = TestPortal::new();
    let reference = portal.sent_as(stories::shortest_with_an_issue);
    let wish = "then=https://elsewhere.example.org&next=//elsewhere.example.org&to=%2F%2Felsewhere.example.org\
        &after=https://elsewhere.example.org&voice=//elsewhere.example.org&changed=//elsewhere.example.org";
    for (who, cookie, token) in everybody(&portal) {
        let sent = format!("{wish}&token={token}");
        for (method, path) in routes_in_order(&reference) {
            let headers = [
                ("Cookie", cookie.as_str()),
                ("Host", "elsewhere.example.org"),
                ("X-Forwarded-Host", "elsewhere.example.org"),
                ("Content-Type", "application/x-www-form-urlencoded"),
            ];
            let body: &[u8] = if method == "POST" { sent.as_bytes() } else { b"" };
            let answer = http::send(portal.address, method, &format!("{path}?{wish}"), &headers, body);
            let to = answer.header("location").unwrap_or("/");
            assert!(to.starts_with('/') && !to.starts_with("//"), "{method} {path} for {who}: {to}");
            let leads_away = ["href=\"https://elsewhere", "href=\"//elsewhere", "action=\"//", "action=\"http"];
            assert!(!leads_away.iter().any(|link| answer.body.contains(link)), "{method} {path} for {who}");
        }
    }
    let away = http::send(portal.address, "GET", "//elsewhere.example.org/", &[], b"");
    assert_eq!((away.status, away.header("location")), (404, None));
}

/// Everything that is set on the way of somebody who asks, and of a member of staff from signing in to signing out.
fn cookies_of_a_journey(portal: &TestPortal) -> Vec<String> {
    let mut visitor = portal.browser();
    stories::shortest(&mut visitor);
    visitor.press("Send this to the team").follow("Leave this page");
    let mut desk = portal.signed_in(Role::Triage);
    desk.press("Sign out");
    [visitor.set, desk.set].concat()
}

/// What the server says to a button, before the browser follows.
fn pressed(portal: &TestPortal, browser: &Browser, button: &str) -> Response {
    let (method, path, pairs) = browser.pressed(button);
    let cookie = browser.cookie_header();
    let headers = [("Cookie", cookie.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
    let body = serde_html_form::to_string(&pairs).unwrap();
    http::send(portal.address, method, &path, &headers, body.as_bytes())
}

#[test]
fn every_cookie_is_kept_from_scripts_other_sites_other_hosts_and_the_next_person() {
    for (portal, name) in [
        (TestPortal::new(), "visit="),
        (TestPortal::with(Wanted { settings: HTTPS, ..Wanted::default() }), "__Host-visit="),
    ] {
        let set = cookies_of_a_journey(&portal);
        assert!(set.len() >= 4 && set.iter().any(|cookie| cookie.contains("Max-Age=0")), "{set:?}");
        for cookie in set {
            assert!(cookie.starts_with(name), "{cookie}");
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
                assert!(cookie.contains(part), "“{part}” in {cookie}");
            }
            assert_eq!(cookie.contains("Secure"), name.starts_with("__Host-"), "{cookie}");
            assert!(!cookie.contains("Domain"), "{cookie}");
            let removed = cookie.contains("Max-Age=0");
            let lasts = cookie.contains("Max-Age") || cookie.contains("Expires");
            assert!(removed || !lasts, "ends with the browser: {cookie}");
        }
    }
}

#[test]
fn signing_out_asks_the_browser_to_throw_away_what_it_kept() {
    let portal = TestPortal::new();
    for button in ["Sign out", "Sign out on every device"] {
        let name = format!("{}@example.org", Role::Triage.slug());
        let desk = if button == "Sign out" { portal.signed_in(Role::Triage) } else { portal.sign_in(&name) };
        let (_, path, _) = desk.pressed(button);
        let answer = pressed(&portal, &desk, button);
        assert_eq!(answer.status, 303, "{path}");
        // Without "cookies": those would be the cookies of every website of the domain.
        assert_eq!(answer.header("clear-site-data"), Some("\"cache\", \"storage\""), "{path}");
    }
}
