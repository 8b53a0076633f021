//! What a receipt tells whom: nothing to a sender the person does not want told, the children’s line where a child is meant.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{GO_ON, receipt, shortest};

const SEND: &str = "Send this to the team";
const CHILDREN: &str = "01632 960 004";

/// A relative with a private e-mail asks for somebody of that age.
fn relative(portal: &TestPortal, relationship: &str, age: &str) -> Browser {
    let mut visitor = portal.browser();
    visitor.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
    visitor
        .fill("What is your name?", "Rosalind Threadgold")
        .choose("How do you know the person?", relationship)
        .choose("How can we contact you?", "E-mail")
        .fill("What is your e-mail address?", "roz.threadgold@example.org")
        .choose("Are you the only one who can see your e-mails?", "Yes")
        .press(GO_ON);
    visitor.fill("the person’s name?", "Albert Threadgold").choose("How old is the person?", age).press(GO_ON);
    visitor.open("/refer/section/happening").fill("what is happening", "Nobody listens.").press(GO_ON);
    visitor.open("/refer/section/consent").choose("agree to you asking us", "Yes, they agree").press(GO_ON);
    visitor
}

fn send(visitor: &mut Browser) -> String {
    visitor.open("/refer/check").press(SEND);
    receipt(visitor);
    visitor.words()
}

#[test]
fn a_parent_without_leave_is_promised_nothing_and_gets_no_mail() {
    on_each_database(|portal| {
        let mut visitor = relative(portal, "I am their parent", "16 or 17");
        let said = send(&mut visitor);
        assert!(said.contains("We do not tell anyone else"), "{said}");
        assert!(!said.to_lowercase().contains("we will contact") && !said.contains("e-mail"), "{said}");
        assert!(said.contains(CHILDREN), "{said}");
        visitor.open("/received");
        assert!(visitor.words().contains("We do not tell anyone else"), "reloaded");
        assert!(portal.mails().is_empty());
        let mut desk = portal.signed_in(Role::Triage);
        let reference = desk.text_of("tbody th a").unwrap();
        desk.follow(&reference);
        let flags = desk.text_of(".flags").unwrap();
        assert!(flags.contains("the young person has not agreed to it") && flags.contains(CHILDREN), "{flags}");
    });
}

#[test]
fn a_parent_with_leave_and_a_friend_of_an_adult_are_told() {
    let portal = TestPortal::new();
    let mut parent = relative(&portal, "I am their parent", "16 or 17");
    parent.open("/refer/section/person").choose("happy for us to contact their parents", "Yes").press(GO_ON);
    let said = send(&mut parent);
    assert!(said.contains("we will contact you, or the person") && said.contains(CHILDREN), "{said}");
    let said = send(&mut relative(&portal, "I am their friend", "18 or over"));
    assert!(said.contains("we will contact you, or the person") && !said.contains(CHILDREN), "{said}");
    assert_eq!(portal.mails().len(), 2);
}

#[test]
fn whom_the_person_does_not_want_told_sees_a_neutral_receipt_from_every_window() {
    on_each_database(|portal| {
        let mut visitor = relative(portal, "I am their friend", "18 or over");
        visitor.open("/refer/section/consent").choose("happy for us to tell you", "No").press(GO_ON);
        visitor.open("/refer/check");
        let mut second = visitor.another_window();
        let said = send(&mut visitor);
        second.press(SEND);
        for said in [said, second.words()] {
            assert!(said.contains("between us and the person it is about"), "{said}");
            assert!(!said.to_lowercase().contains("we will contact") && !said.contains("We contact you"), "{said}");
        }
        assert!(portal.mails().is_empty());
    });
}

#[test]
fn a_person_is_told_to_phone_the_council_where_they_are_themselves() {
    let settings = super::portal::Wanted { at: Some("2026-11-23T19:30:00Z"), bare: true, ..Default::default() };
    let portal = TestPortal::with(settings);
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    visitor.press(SEND);
    let said = visitor.words();
    assert!(said.contains("phone the council where you are now") && !said.contains("where the person is"), "{said}");
}

#[test]
fn the_children_s_line_stands_on_the_page_of_danger_and_in_the_privacy_notice() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    for page in ["/danger", "/privacy"] {
        visitor.open(page);
        assert!(visitor.words().contains(CHILDREN), "{page}: {}", visitor.words());
    }
    assert!(visitor.words().contains("You do not need a parent or carer to say yes"), "{}", visitor.words());
}

#[test]
fn a_child_at_risk_brings_the_children_s_line() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    visitor.open("/refer/section/safeguarding").choose("could a child be hurt?", "Not sure").press(GO_ON);
    let said = send(&mut visitor);
    assert!(said.contains(CHILDREN), "{said}");
    let mut desk = portal.signed_in(Role::Triage);
    let reference = desk.text_of("tbody th a").unwrap();
    desk.follow(&reference);
    assert!(desk.text_of(".flags").unwrap().contains("A child may be at risk"), "{}", desk.words());
}

#[test]
fn a_service_without_a_telephone_promises_none() {
    let portal = TestPortal::with(super::portal::Wanted { bare: true, ..Default::default() });
    let mut visitor = portal.browser();
    for page in ["/", "/return", "/nowhere", "/refer/myself"] {
        visitor.open(page);
        let said = visitor.words().to_lowercase();
        assert!(!said.contains("phone us") && !said.contains("by phone"), "{page}: {said}");
    }
    visitor.choose("in danger right now?", "No").press(GO_ON);
    portal.pass(chrono::TimeDelta::hours(49));
    visitor.open("/refer/tasks");
    assert!(
        visitor.words().contains("please start again.") && !visitor.words().contains("phone us"),
        "{}",
        visitor.words()
    );
    visitor.open("/privacy");
    assert!(!visitor.words().contains("Address:") && !visitor.words().contains("To ask"), "{}", visitor.words());
    let told = TestPortal::new();
    let mut visitor = told.browser();
    for (page, words) in
        [("/", "You can phone us on 01632 960 111 instead"), ("/return", "You can also phone us on 01632 960 111")]
    {
        visitor.open(page);
        assert!(visitor.words().contains(words), "{page}: {}", visitor.words());
    }
}
