//! Every address of the portal, with whatever anybody may send to it: never an error of ours, never an empty page, never
//! a word given back as mark-up.

use std::collections::HashMap;

use alongside::web::routes;

use super::anybody::{
    CANARY, CANARY_SENT, FORM, Request, Sender, at_the_desk, ends_a_visit, everywhere, filled, house, with_a_form,
    with_feedback,
};
use super::http;

/// What says that a form was not looked at: unreadable, nobody's, not theirs to send, taken by nobody, too large.
const UNHEARD: [u16; 5] = [400, 401, 403, 405, 413];
/// What the forms ask for: questions of each kind, and every field of the desk with which something could be done. Without the
/// mark that sets aside what stands against erasing: the referral is needed for more.
const FIELDS: &str = "person-name happening danger-now code word email password reason band decision line version why \
    copy-why format give-too silent hold hold-why erase-why sure current new";
const METHODS: [&str; 10] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW"];

#[test]
fn every_address_answers_every_method_and_says_which_it_takes() {
    let house = house();
    let nobody = Sender::default();
    everywhere(|pattern, takes| {
        let address = house.address(pattern);
        for method in METHODS {
            let answer = Request::new(method, &address, &nobody).is_answered_well(house.server);
            if takes.contains(&method) {
                assert_ne!(answer.status, 405, "{method} {address}");
            } else {
                assert_eq!(answer.status, 405, "{method} {address}");
                assert_eq!(answer.header("allow"), Some(takes.join(", ").as_str()), "{method} {address}");
            }
        }
    });
}

fn numbered(most: u32, piece: impl Fn(u32) -> String) -> String {
    (0..most).map(piece).collect::<Vec<_>>().concat()
}

/// Bodies that no page of ours sends, with what they say they are.
fn bodies(token: &str) -> Vec<(&'static str, Vec<u8>)> {
    let with = |rest: &str| format!("token={token}&voice=myself&{rest}").into_bytes();
    let many = numbered(10_000, |number| format!("field-{number}=x&"));
    let items = numbered(4_000, |number| format!("issues.{number}.dates.{number}.date-when=soon&"));
    let multipart =
        "--x\r\nContent-Disposition: form-data; name=\"happening\"; filename=\"a.sh\"\r\n\r\nwords\r\n--x--\r\n";
    vec![
        (FORM, Vec::new()),
        (FORM, with("")),
        (
            FORM,
            with(
                &FIELDS
                    .split(' ')
                    .chain([CANARY_SENT])
                    .map(|name| format!("{name}={CANARY_SENT}&"))
                    .collect::<Vec<_>>()
                    .concat(),
            ),
        ),
        (FORM, with(&format!("decision=declined&line=care-act&band=urgent&version=1&reason={CANARY_SENT}"))),
        (FORM, with("decision=accepted&line=nothing&band=&version=99999999999999999999&reason=&sure=&sure=x&sure")),
        (
            FORM,
            with(&format!("format=give&give-too=&give-too=none&copy-why={CANARY_SENT}&hold=no&hold-why={CANARY_SENT}")),
        ),
        (FORM, with(&format!("erase-why={0}&hold-why={0}&copy-why={0}&why={0}&new={0}", "a".repeat(60_000)))),
        (FORM, b"\xff\xfe\x00\x01%zz=%&%=%%&%ff%fe=%00".to_vec()),
        (FORM, with("happening=%00%01%ff%c0%af%f0%9f%98%80%ed%a0%80&person-born=%00")),
        (
            FORM,
            with("then=&then=check&then=on&action=&action=add:&action=add:issues&action=remove:issues.&voice=nobody"),
        ),
        (
            FORM,
            with(
                "action=add%3Aissues.4294967295.dates&issues=4294967295&issues=-1&issues=99999999999999999999&issues.0.x=1",
            ),
        ),
        (FORM, with(&many)),
        (FORM, with(&items)),
        (FORM, with(&"danger-now=no&".repeat(4_000))),
        (FORM, with(&format!("{}=x", "issues.1.dates.1.".repeat(2_000)))),
        (FORM, with(&format!("happening={}", "%F0%9F%98%80".repeat(20_000)))),
        (FORM, with(&format!("happening={}", "a".repeat(1_100_000)))),
        (
            "application/json",
            format!("{{\"token\":\"{token}\",\"voice\":\"myself\",\"happening\":\"{CANARY}\"}}").into_bytes(),
        ),
        ("multipart/form-data; boundary=x", multipart.as_bytes().to_vec()),
        ("text/plain", with("danger-now=no")),
        ("\u{1F600}/;;;charset=\"", with("danger-now=no")),
        (
            "application/x-www-form-urlencoded; charset=utf-16",
            with("danger-now=no").into_iter().flat_map(|byte| [0, byte]).collect(),
        ),
    ]
}

#[test]
fn every_address_survives_every_body() {
    let house = house();
    // All signed in beforehand: some of what is sent are wrong passwords, after which nobody signs in for a while.
    let posted = routes::declared().filter(|(_, takes)| takes.contains(&"POST"));
    let desks: HashMap<_, _> = (0..)
        .zip(posted)
        .map(|(number, (pattern, _)): (u32, _)| (pattern, at_the_desk(&house.portal, &number.to_string())))
        .collect();
    everywhere(|pattern, takes| {
        let address = house.address(pattern);
        let mut senders = vec![Sender::default()];
        let desk = desks.get(pattern).map_or(&[][..], |desk| &desk[..]);
        if takes.contains(&"POST") {
            // Each its own: some addresses end what the sender had.
            senders.extend([with_a_form(&house.portal), with_feedback(&house.portal)]);
            senders.extend_from_slice(desk);
        }
        let mut heard = false;
        for sender in &senders {
            for (kind, body) in bodies(&sender.token) {
                let answer = Request::new("POST", &address, sender).form(kind, &body).is_answered_well(house.server);
                assert!(takes.contains(&"POST") || answer.status == 405 || body.len() > 500_000, "{address}");
                heard |= !UNHEARD.contains(&answer.status);
                // What was left in the draft is shown again without harm.
                if answer.status == 303 {
                    let on = answer.header("location").unwrap().to_owned();
                    Request::new("GET", &on, sender).is_answered_well(house.server);
                }
            }
            for method in ["GET", "PUT", "DELETE"] {
                Request::new(method, &address, sender)
                    .form(FORM, b"token=x&voice=myself")
                    .is_answered_well(house.server);
            }
        }
        assert!(heard || !takes.contains(&"POST"), "{address}: what was sent never came to what stands behind it");
        // Elsewhere somebody at the desk may have begun a form, under a new key.
        if pattern.starts_with("/staff") && !ends_a_visit(pattern) {
            house.still_knows(desk);
        }
    });
}

#[test]
fn every_address_survives_junk_in_its_path() {
    let house = house();
    let desk = at_the_desk(&house.portal, "path");
    let long = "a".repeat(9_000);
    let junk = [
        "",
        ".",
        "..",
        "%2e%2e",
        "..%2f..%2fetc%2fpasswd",
        "a%2fb",
        "a/b",
        "%00",
        "%ff%fe",
        "%",
        "%zz",
        "caf%C3%A9",
        "%F0%9F%98%80",
        "-1",
        "0",
        "4294967296",
        "99999999999999999999",
        "issues",
        CANARY_SENT,
        "{voice}",
        ":",
        ";a=b",
        "a%20b",
        "%252e",
        "*",
        long.as_str(),
    ];
    everywhere(|pattern, _| {
        let form = with_a_form(&house.portal);
        let mut asking = vec![&form];
        let mut sending = vec![&form];
        if !ends_a_visit(pattern) {
            asking.extend(&desk);
            // A form that was begun would be open under a new key, which nobody here takes up.
            sending.extend(desk.iter().filter(|_| pattern.starts_with("/staff")));
        }
        for junk in junk {
            let mut addresses = vec![filled(pattern, |_| junk.to_owned())];
            addresses.push(format!("{}?{junk}", house.address(pattern)));
            addresses.push(format!(
                "{}?then={junk}&then={junk}&more={junk}&after={junk}&band={junk}",
                house.address(pattern)
            ));
            addresses.push(format!("{}/{junk}", house.address(pattern).trim_end_matches('/')));
            for address in addresses {
                for sender in &asking {
                    Request::new("GET", &address, sender).is_answered_well(house.server);
                }
                for sender in &sending {
                    Request::new("POST", &address, sender)
                        .form(FORM, format!("token={}", sender.token).as_bytes())
                        .is_answered_well(house.server);
                }
            }
        }
    });
    house.still_knows(&desk);
}

#[test]
fn every_address_survives_junk_in_its_headers() {
    let house = house();
    let desk = at_the_desk(&house.portal, "headers");
    let canary = "\"'><i>canary";
    let forged = format!("visit={}; visit=; __Host-visit=x; =; ;;", "A".repeat(200));
    let headers: Vec<(&str, String)> = vec![
        ("Cookie", format!("visit={}", "A".repeat(60_000))),
        ("Cookie", numbered(2_000, |number| format!("c{number}=x; "))),
        ("Cookie", forged),
        ("Cookie", format!("visit={canary}%00%ff")),
        ("Cookie", "visit=\u{1F600}".to_owned()),
        ("Host", canary.to_owned()),
        ("Host", "elsewhere.example.org".to_owned()),
        ("Host", String::new()),
        ("X-Forwarded-Host", "elsewhere.example.org".to_owned()),
        ("X-Forwarded-For", canary.to_owned()),
        ("Origin", canary.to_owned()),
        ("Origin", "null".to_owned()),
        ("Sec-Fetch-Site", "cross-site".to_owned()),
        ("Sec-Fetch-Site", "\u{1F600}".to_owned()),
        ("Accept-Encoding", "gzip;q=nonsense, , ;;, *;q=".to_owned()),
        ("Accept-Encoding", "br, zstd;q=1, gzip;q=0".to_owned()),
        ("Accept-Language", canary.repeat(50)),
        ("Range", "bytes=0-,-1,5-2".to_owned()),
        ("If-None-Match", canary.to_owned()),
        ("Expect", "the unexpected".to_owned()),
        ("Upgrade", "websocket".to_owned()),
        ("X-HTTP-Method-Override", "DELETE".to_owned()),
    ];
    everywhere(|pattern, takes| {
        let address = house.address(pattern);
        let form = with_a_form(&house.portal);
        let at_the_desk = desk.iter().filter(|_| pattern.starts_with("/staff") && !ends_a_visit(pattern));
        for sender in [&form].into_iter().chain(at_the_desk) {
            for ((name, value), method) in headers.iter().flat_map(|header| takes.iter().map(move |by| (header, by))) {
                let request = Request::new(method, &address, sender).header(name, value.clone());
                if *method == "POST" {
                    request.form(FORM, format!("token={}", sender.token).as_bytes()).is_answered_well(house.server);
                } else {
                    request.is_answered_well(house.server);
                }
            }
        }
    });
    house.still_knows(&desk);
}

/// What is not HTTP at all is refused by the server itself: shortly, and without giving anything back.
#[test]
fn what_is_no_request_gets_a_short_refusal() {
    let house = house();
    let start = format!("POST /refer/section/danger HTTP/1.1\r\nHost: {}\r\n", house.server);
    let huge = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(200_000));
    let wide = format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "a".repeat(200_000));
    let tall = format!("GET / HTTP/1.1\r\nHost: x\r\n{}\r\n", "X: a\r\n".repeat(500));
    for request in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"GET / HTTP/9.9\r\n\r\n",
        b"<i>canary\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: a\x00b\r\n\r\n",
        b"GET / HTTP/1.1\r\nNo colon here\r\n\r\n",
        format!("{start}Content-Length: many\r\n\r\nx").as_bytes(),
        format!("{start}Content-Length: -5\r\n\r\nx").as_bytes(),
        format!("{start}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef").as_bytes(),
        format!("{start}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n").as_bytes(),
        huge.as_bytes(),
        wide.as_bytes(),
        tall.as_bytes(),
    ] {
        let answer = http::send_raw(house.server, request);
        let start = String::from_utf8_lossy(&request[..request.len().min(80)]).into_owned();
        assert!((400..500).contains(&answer.status), "{start}: {}", answer.status);
        assert!(!answer.body.contains(CANARY), "{start}: {}", answer.body);
    }
    // A body that is shorter than it says, and one in broken chunks: somebody may still be there to read a page.
    for rest in ["Content-Length: 500\r\n\r\nvoice=myself", "Transfer-Encoding: chunked\r\n\r\nzz\r\nvoice=myself\r\n"]
    {
        let answer = http::send_raw(house.server, format!("{start}{rest}").as_bytes());
        assert!((400..500).contains(&answer.status), "{rest}: {}", answer.status);
    }
    assert_eq!(http::send(house.server, "GET", "/healthz", &[], b"").status, 200, "and goes on");
}
