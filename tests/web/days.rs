//! A date that was typed on one day means that day for ever, whenever it is sent.

use alongside::permission::Role;
use chrono::TimeDelta;

use super::browser::Browser;
use super::portal::{TestPortal, Wanted};
use super::stories::{self, GO_ON};

/// Everything that is needed to send, and one issue with dates: those words, in that order.
pub(crate) fn written(portal: &TestPortal, when: &[&str]) -> Browser {
    let mut visitor = portal.browser();
    stories::shortest(&mut visitor);
    visitor.open("/refer/issues").press("Add a").choose("What is it about?", "My home").press(GO_ON);
    visitor.open("/refer/issues/1").choose("Is there a date that matters for this?", "Yes, and I know when");
    for (typed, place) in when.iter().zip(1..) {
        if place > 1 {
            visitor.press("Add another date");
        }
        visitor.fill_last("What is the date?", typed);
    }
    visitor.press(GO_ON);
    visitor
}

#[test]
fn tomorrow_stays_the_day_it_meant_when_it_is_sent_two_days_later() {
    let portal = TestPortal::new();
    let mut visitor = written(&portal, &["tomorrow", "26 November"]);
    visitor.open("/refer/issues/1");
    assert_eq!(visitor.answer("What is the date?"), "Tuesday 24 November 2026", "what was understood is shown");
    visitor.open("/refer/save").fill("A word only you would think of", "Marmalade").press("Get my return code");
    let code = visitor.text_of("strong.code").unwrap();
    // It is Friday the 27th.
    portal.pass(TimeDelta::days(4));
    let mut visitor = portal.browser();
    visitor.open("/return").fill("Your return code", &code).fill("The word you chose", "Marmalade").press("Open it");
    visitor.open("/refer/check");
    let said = visitor.words();
    assert!(said.contains("Tuesday 24 November 2026") && said.contains("Thursday 26 November 2026"), "{said}");
    visitor.press(stories::SEND);
    let (reference, _) = stories::receipt(&visitor);
    let mut desk = portal.signed_in(Role::Triage);
    desk.follow(&reference).follow("Read everything that was written");
    let said = desk.words();
    assert!(said.contains("Tuesday 24 November 2026") && said.contains("Thursday 26 November 2026"), "{said}");
    assert!(!said.contains("26 November 2027") && !said.contains("28 November"), "{said}");
}

#[test]
fn tomorrow_typed_before_midnight_is_the_day_that_begins_then() {
    let portal = TestPortal::with(Wanted { at: Some("2026-11-23T23:59:00Z"), ..Wanted::default() });
    let mut visitor = written(&portal, &["tomorrow"]);
    portal.pass(TimeDelta::minutes(2));
    visitor.open("/refer/check").press(stories::SEND);
    let (reference, _) = stories::receipt(&visitor);
    let mut desk = portal.signed_in(Role::Triage);
    desk.follow(&reference);
    assert!(desk.words().contains("The date we were told of is Tuesday 24 November 2026: today"), "{}", desk.words());
    assert!(!desk.words().contains("The date we were told of is Wednesday"), "{}", desk.words());
}

#[test]
fn what_is_no_date_stays_as_it_was_typed() {
    let portal = TestPortal::new();
    let mut visitor = written(&portal, &["the week after next"]);
    visitor.open("/refer/issues/1");
    assert_eq!(visitor.answer("What is the date?"), "the week after next");
}
