//! What a social worker writes, in full, and a form that has come as far as the button that sends it.
//!
//! Must not know how fast anything is.

use std::net::SocketAddr;

use anyhow::{Context as _, ensure};

use crate::asking::{Browser, cookie, get, post, token};
use crate::load;

/// Fields as the page with every question sends them.
const STORY: &[(&str, &str)] = &[
    ("voice", "professional"),
    ("then", "on"),
    ("danger-now", "no"),
    ("referrer-name", "Sam Worker"),
    ("referrer-role", "Social worker"),
    ("referrer-organisation", "Northshire Council, adult team"),
    ("referrer-body", "council-social-care"),
    ("referrer-contact-ways", "email"),
    ("referrer-email", "sam.worker@northshire.example"),
    ("referrer-email-safe", "yes"),
    ("person-name", "Kofi Made-up"),
    ("person-age-group", "18-over"),
    ("person-born", "3 May 1947"),
    ("person-location", "hospital"),
    ("person-place", "Ward 7, Northshire General"),
    ("responsible-council", "Northshire Council"),
    ("nhs-number", "999 000 0018"),
    ("contact-ways", "through-referrer"),
    ("must-not-know", "His nephew Yaw, who holds his bank card."),
    ("contact-when", "Afternoons, after the ward round."),
    ("communication-any", "yes"),
    ("communicates-by", "speech"),
    ("interpreter", "no"),
    (
        "happening",
        "Mr Made-up has dementia and no family in this country. He was found on the floor of his flat and has been on \
        the ward since. The ward wants to discharge him to a care home; he says that he wants to go home. His needs \
        assessment is booked, and nobody has asked him who should speak for him. He is anxious in the mornings.",
    ),
    ("wants", "To go home to his flat, and to keep his cat."),
    ("issues", "1"),
    ("issues.1.issue-kind", "care-needs-assessment"),
    ("issues.1.issue-words", "Whether he can live at home, and with what help."),
    ("issues.1.issue-stage", "beginning"),
    ("issues.1.dates-known", "yes"),
    ("issues.1.dates", "1"),
    ("issues.1.dates.1.date-what", "meeting"),
    ("issues.1.dates.1.date-when", "14 December 2026"),
    ("issues.1.dates.1.date-firm", "fixed"),
    ("involve-understand", "difficulty"),
    ("involve-remember", "difficulty"),
    ("involve-weigh", "no-difficulty"),
    ("involve-communicate", "no-difficulty"),
    ("support-anyone", "no"),
    ("harm-alleged", "no"),
    ("risk-person", "falls"),
    ("risk-visitor", "none-known"),
    ("aware", "yes"),
    ("consent", "yes"),
    ("referrer-may-know", "yes"),
    ("action", "save"),
];

/// That many forms, each in a browser of its own, as they stand before they are sent.
pub(crate) fn written(server: SocketAddr, number: usize) -> anyhow::Result<Vec<Browser>> {
    let mut browsers = vec![Browser::default(); number];
    let begin = post("/refer/everything", "", STORY);
    load::run(
        server,
        16,
        |at| (at < number).then(|| begin.clone()),
        |at, answer| {
            ensure!(answer.status == 303, "a form was answered with {}", answer.status);
            let browser = browsers.get_mut(at).context("one too many")?;
            browser.cookie = cookie(answer).context("a form without a cookie")?;
            Ok(())
        },
    )?;
    let cookies: Vec<_> = browsers.iter().map(|browser| browser.cookie.clone()).collect();
    load::run(
        server,
        16,
        // The way out of the draft, on the shortest page that has a form.
        |at| cookies.get(at).map(|cookie| get("/refer/save", cookie)),
        |at, answer| {
            let browser = browsers.get_mut(at).context("one too many")?;
            browser.token = token(answer.body).context("a page without a token")?;
            Ok(())
        },
    )?;
    Ok(browsers)
}

/// The request that sends a form.
pub(crate) fn send(browser: &Browser) -> Vec<u8> {
    post("/refer/send", &browser.cookie, &[("token", &browser.token), ("set-aside", "keep")])
}
