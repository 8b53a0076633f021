//! What a person may ask of the service, as a manager does it at the desk.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{self, receipt};

const LINK: &str = "The person asks for a copy";

fn sent(portal: &TestPortal, story: fn(&mut Browser), button: &str) -> String {
    let mut visitor = portal.browser();
    story(&mut visitor);
    visitor.press(button);
    receipt(&visitor).0
}

#[test]
fn a_manager_gets_a_copy_as_a_file_and_nobody_else_does() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::someone, "Send this to the team");
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference).follow(LINK);
        assert!(desk.words().contains("waits for a decision"), "{}", desk.words());
        let rights = desk.path.clone();
        desk.press("Get the page to check");
        assert_eq!((desk.page.status, desk.texts_of(".problems li").len()), (422, 1), "a copy needs a reason");
        desk.fill("Who asked", "her solicitor, by letter").press("Get the page to check");
        assert_eq!(desk.page.status, 200);
        let disposition = desk.page.header("content-disposition").unwrap().to_owned();
        assert_eq!(disposition, format!("attachment; filename=\"{reference}-to-check.html\""), "nobody else names it");
        assert_eq!(desk.page.header("cache-control"), Some("no-store"));
        let copy = desk.words();
        for words in ["Albert Threadgold", "Rosalind Threadgold", "a new flat", "Another person", "In confidence?"] {
            assert!(copy.contains(words), "“{words}” in {copy}");
        }
        assert!(!copy.contains("This is all of it"), "{copy}");
        desk.open(&rights).tick("In confidence?").press("Get the page to hand over");
        assert_eq!(desk.page.status, 422, "a copy needs a reason");
        let ticked = desk.texts_of("input[name=give-too][checked]").len();
        assert_eq!(ticked, 1, "what was ticked stays so");
        desk.fill("Who asked", "her solicitor, by letter").press("Get the page to hand over");
        let given = desk.words();
        for (words, is_given) in [
            ("Albert Threadgold", true),
            ("a new flat", true),
            ("Some of what we hold is left out here", true),
            ("Rosalind Threadgold", false),
            ("In confidence?", false),
            ("For the service, before", false),
            ("A copy was made for the person", true),
            ("A copy was made to hand over", false),
        ] {
            assert_eq!(given.contains(words), is_given, "“{words}” in {given}");
        }
        desk.open(&rights)
            .tick("Do not say that something")
            .fill("Who asked", "her")
            .press("Get the page to hand over");
        desk.open(&format!("/staff/referrals/{}", reference.replace('-', "")));
        for told in [
            "made, to check. her solicitor",
            "what is marked: In confidence? her",
            "without anything that is marked. It does not",
        ] {
            assert!(desk.words().contains(told), "“{told}” in {}", desk.words());
        }
        desk.open(&rights).fill("Who asked", "her solicitor").press("Get it for machines");
        let json: serde_json::Value = serde_json::from_str(&desk.page.body).unwrap();
        assert_eq!(json["person"]["name"], "Albert Threadgold");
        desk.open(&rights).follow("Back to the referral");
        assert!(desk.words().contains("her solicitor, by letter"), "that it was made is written down");
        let mut triage = portal.signed_in(Role::Triage);
        triage.follow(&reference);
        assert!(!triage.words().contains(LINK));
        let here = format!("/staff/referrals/{}", reference.replace('-', ""));
        for (path, post) in [("rights", false), ("copy", true), ("hold", true), ("erase", true)] {
            triage.open("/staff/queue");
            let token = triage.value_of("input[name=token]").unwrap();
            if post {
                triage.post(&format!("{here}/{path}"), &[("token", &token), ("erase-why", "x"), ("despite", "yes")]);
            } else {
                triage.open(&format!("{here}/{path}"));
            }
            assert_eq!(triage.page.status, 403, "{path}");
            assert!(!triage.page.body.contains("Threadgold"), "{path}");
        }
    });
}

#[test]
fn a_manager_erases_with_a_reason_and_sees_what_stands_against_it() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::professional, "Send this referral");
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference).follow(LINK);
        assert!(desk.words().contains("It is about safeguarding"), "{}", desk.words());
        desk.press("Erase for good");
        assert_eq!(desk.page.status, 422);
        let told = desk.texts_of(".problems li");
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().all(|told| told.starts_with("Erase this referral: ")), "which of three forms: {told:?}");
        desk.tick("Erase it all the same").press("Erase for good");
        assert_eq!(desk.texts_of(".problems li").len(), 1, "the tick is kept: {}", desk.words());
        desk.follow("Back to the referral").follow(LINK);
        desk.fill("Why it is erased", "she objects, and the council has its own record").press("Erase for good");
        assert_eq!(desk.page.status, 422);
        assert_eq!(desk.answer("Why it is erased"), "she objects, and the council has its own record");
        desk.tick("Erase it all the same").press("Erase for good");
        assert_eq!(desk.page.status, 200);
        assert!(desk.words().contains("was erased at"), "{}", desk.words());
        assert!(desk.words().contains("and no answers"), "a copy of what is left: {}", desk.words());
        desk.follow("Back to the referral");
        let said = desk.words();
        for gone in ["Quillfeather", "bruising", "Sam Worker", "Set another band", "Record this decision"] {
            assert!(!said.contains(gone), "“{gone}” in {said}");
        }
        let told = "Erased on request, although safeguarding had not ended; nobody had decided it. she objects, and the council";
        assert!(said.contains(told), "{said}");
        desk.open("/staff/queue");
        assert!(!desk.words().contains(&reference));
        assert_eq!((portal.rows("people_index"), portal.rows("outbox")), (0, 0));
    });
}

#[test]
fn a_person_who_was_referred_twice_is_found_by_the_manager_who_decides_whether_it_is_her() {
    on_each_database(|portal| {
        let first = sent(portal, stories::myself, "Send this to the team");
        let second = sent(portal, stories::shortest, "Send this to the team");
        let other = sent(portal, stories::someone, "Send this to the team");
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&first).follow(LINK);
        let said = desk.words();
        assert!(said.contains("This page is about one referral."), "{said}");
        let found = desk.texts_of("section[aria-labelledby=alike] li");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with(&second) && found[0].contains("The same: name (one of the two has no full"),
            "{found:?}"
        );
        assert!(said.contains("is not found: ask the person"), "{said}");
        assert!(said.contains("Nobody has decided yet") && said.contains("speak to the person themselves"), "{said}");
        desk.fill("Why it is erased", "she asked").tick("Erase it all the same").press("Erase for good");
        assert!(desk.words().contains("was erased at"), "{}", desk.words());
        assert!(!desk.words().contains("It is kept until"), "{}", desk.words());
        assert!(!desk.words().contains("Perhaps the same person"), "nothing leads from it any more");
        desk.open("/staff/queue").follow(&second);
        assert!(desk.words().contains("Dina Okonjo"), "what was done was done for one referral");
        desk.follow(LINK);
        assert!(desk.words().contains("No other referral was found in this way."), "{}", desk.words());
        desk.open("/staff/queue").follow(&other).follow(LINK);
        assert!(desk.words().contains("No other referral was found in this way."), "{}", desk.words());
    });
}

#[test]
fn what_is_held_is_told_on_the_page_and_is_not_destroyed() {
    let portal = TestPortal::new();
    let reference = sent(&portal, stories::someone, "Send this to the team");
    let mut desk = portal.signed_in(Role::Manager);
    desk.follow(&reference);
    desk.choose("What happens with it?", "Decline it")
        .fill_last("Reason", "Not our area")
        .press("Record this decision");
    desk.follow(LINK).press("Hold it");
    assert_eq!(desk.page.status, 422);
    let long = "words ".repeat(400).trim().to_owned();
    desk.fill("Why", &long).press("Hold it");
    assert!(desk.page.status == 422 && desk.words().contains("399 characters"), "{}", desk.words());
    assert!(desk.page.body.contains(&long), "what was typed is kept whole");
    desk.fill("Why", "a complaint was made").press("Hold it");
    assert!(desk.words().contains("It is held now."), "{}", desk.words());
    portal.pass(chrono::TimeDelta::days(3 * 366));
    portal.sweep();
    let name = "manager@example.org";
    let mut desk = portal.sign_in(name);
    desk.open(&format!("/staff/referrals/{}", reference.replace('-', "")));
    assert!(desk.words().contains("Held since") && desk.words().contains("Threadgold"), "{}", desk.words());
    desk.follow(LINK).fill("Why", "it was settled").press("Hold it no longer");
    portal.pass(chrono::TimeDelta::days(1));
    portal.sweep();
    let mut desk = portal.sign_in(name);
    desk.open(&format!("/staff/referrals/{}", reference.replace('-', "")));
    assert!(!desk.words().contains("Threadgold") && desk.words().contains("No longer held"), "{}", desk.words());
}

#[test]
fn what_is_held_stays_held_when_the_button_is_pressed_twice() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::someone, "Send this to the team");
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference).follow(LINK);
        let mut other = desk.another_window();
        other.open(&desk.path.clone());
        for window in [&mut desk, &mut other] {
            window.fill("Why", "a complaint was made").press("Hold it");
            assert!(window.words().contains("It is held now."), "{}", window.words());
        }
        let (mut late, mut first) = (desk.another_window(), desk);
        late.open(&first.path.clone());
        for window in [&mut first, &mut late] {
            window.fill("Why", "it was settled").press("Hold it no longer");
            assert!(!window.words().contains("It is held now."), "{}", window.words());
        }
    });
}

#[test]
fn words_that_were_to_be_left_out_are_not_kept_at_all() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        stories::shortest(&mut visitor);
        visitor.open("/refer/section/danger").choose("in danger right now?", "Not sure");
        visitor.fill("What is the danger?", "He has my keys").press(stories::GO_ON);
        visitor.open("/refer/section/danger").choose("in danger right now?", "No").press(stories::GO_ON);
        visitor.open("/refer/check").choose("Do you want to send us this too?", "No, leave it out");
        visitor.press("Send this to the team");
        let reference = receipt(&visitor).0;
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference).follow(LINK).fill("Who asked", "she did").press("Get it for machines");
        assert!(desk.page.body.contains("They want to move me."), "{}", desk.page.body);
        assert!(!desk.page.body.contains("He has my keys"), "{}", desk.page.body);
    });
}
