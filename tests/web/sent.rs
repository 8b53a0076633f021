//! Three people send, each through their own door; triage finds the three in the right order and decides.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{self, SAFE_EMAIL, WORK_EMAIL, receipt};

/// All three send; their references in the order of the queue: detained, safeguarding meeting, no date.
fn three(portal: &TestPortal) -> [String; 3] {
    let mut sent = Vec::new();
    for (story, send) in [
        (stories::someone as fn(&mut Browser), "Send this to the team"),
        (stories::professional, "Send this referral"),
        (stories::myself, "Send this to the team"),
    ] {
        let mut visitor = portal.browser();
        story(&mut visitor);
        assert_eq!(visitor.heading(), "Check your answers");
        visitor.press(send);
        sent.push(receipt(&visitor).0);
    }
    let [daughter, worker, own] = sent.try_into().unwrap();
    [worker, own, daughter]
}

#[test]
fn each_door_ends_in_a_receipt_and_nothing_stays_behind() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        stories::myself(&mut visitor);
        visitor.press("Send this to the team");
        let (reference, code) = receipt(&visitor);
        assert!(reference.len() >= 8 && code.len() >= 8, "{reference} {code}");
        let said = visitor.words();
        assert!(said.contains("We will contact you by"), "{said}");
        assert!(said.contains("Northshire Advocacy is open now"), "{said}");
        assert!(!said.contains("Okonjo") && !said.contains("tablets"), "{said}");
        assert_eq!((portal.rows("drafts"), portal.rows("referrals")), (0, 1));
        visitor.open("/refer/check");
        assert_eq!((visitor.page.status, visitor.heading().as_str()), (410, "You have sent this already"));
        visitor.follow("Go to your receipt");
        assert_eq!(receipt(&visitor), (reference, code));
    });
}

#[test]
fn mail_goes_only_where_it_was_said_to_be_safe_and_names_nobody() {
    on_each_database(|portal| {
        let references = three(portal);
        let mails = portal.mails();
        let mut to: Vec<_> = mails.iter().map(|mail| mail["to"].as_str().unwrap()).collect();
        to.sort_unstable();
        assert_eq!(to, [SAFE_EMAIL, WORK_EMAIL]);
        for mail in &mails {
            let all = mail.to_string();
            assert!(references.iter().any(|reference| all.contains(reference)), "{all}");
            for word in ["Okonjo", "Quillfeather", "Marjorie", "section", "Leeds", "bruising", "advoca"] {
                assert!(!all.contains(word), "“{word}” in {all}");
            }
        }
        assert_eq!(portal.mails().len(), 2, "nothing is sent twice");
    });
}

#[test]
fn triage_finds_the_three_in_order_with_reasons_and_reads_one() {
    on_each_database(|portal| {
        let references = three(portal);
        let mut desk = portal.signed_in(Role::Triage);
        let rows = desk.texts_of("tbody tr");
        assert_eq!(rows.len(), 3, "{rows:?}");
        for (row, reference) in rows.iter().zip(&references) {
            assert!(row.contains(reference.as_str()), "{rows:#?}");
        }
        assert!(rows[0].contains("Care Act"), "{}", rows[0]);
        assert!(rows[1].contains("IMHA"), "{}", rows[1]);
        desk.follow(&references[1]);
        let said = desk.words();
        assert!(said.contains("They put me on a section"), "{said}");
        assert!(said.contains("Opened"), "{said}");
        assert!(said.contains("triage@example.org"), "{said}");
    });
}

#[test]
fn a_band_is_set_only_with_a_reason() {
    on_each_database(|portal| {
        let references = three(portal);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&references[2]);
        desk.choose("Band", "Immediate").press("Set this band");
        assert_eq!(desk.page.status, 422, "{}", desk.words());
        assert!(desk.words().contains("Write the reason"), "{}", desk.words());
        assert_eq!(desk.answer("Band"), "Immediate", "what was chosen is kept");
        desk.fill("Reason", "His landlord changed the locks this morning").press("Set this band");
        assert_eq!(desk.page.status, 200);
        let said = desk.words();
        assert!(said.contains("This band was set by a member of staff"), "{said}");
        assert!(said.contains("His landlord changed the locks this morning"), "{said}");
        desk.open("/staff/queue");
        assert!(desk.texts_of("tbody tr")[0].contains(&references[2]), "it stands first now");
    });
}

#[test]
fn an_issue_is_decided_each_way() {
    on_each_database(|portal| {
        let references = three(portal);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&references[1]);
        desk.press("Record this decision");
        assert_eq!(desk.page.status, 422);
        assert!(desk.words().contains("Choose what happens with this issue."));
        desk.choose("What happens with it?", "Decline it").press("Record this decision");
        assert_eq!(desk.page.status, 422);
        assert!(desk.words().contains("You need one to ask, to signpost or to decline."), "{}", desk.words());
        assert_eq!(desk.answer("What happens with it?"), "Decline it");
        desk.choose("What happens with it?", "Ask for something first").fill_last("Reason", "Which ward?");
        desk.press("Record this decision");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.words().contains("Asked, waiting for an answer"));
        desk.choose("What happens with it?", "Accept it").press("Record this decision");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.words().contains("Accepted"));
        desk.open("/staff/queue").follow(&references[0]);
        desk.choose("What happens with it?", "Name another service").fill_last("Reason", "Healthwatch");
        desk.press("Record this decision");
        assert!(desk.words().contains("Signposted"), "{}", desk.words());
        desk.open("/staff/queue").follow(&references[2]);
        desk.choose("What happens with it?", "Decline it").fill_last("Reason", "He has an advocate already");
        desk.press("Record this decision");
        assert!(desk.words().contains("Declined") && desk.words().contains("He has an advocate already"));
        desk.open("/staff/queue");
        assert!(desk.texts_of("tbody tr").is_empty(), "{}", desk.words());
    });
}

#[test]
fn signing_out_ends_it_and_signing_out_everywhere_ends_all() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let (mut one, mut other) = (portal.sign_in(&name), portal.sign_in(&name));
        let kept = one.another_window();
        one.press("Sign out");
        assert_eq!(one.path, "/staff/sign-in");
        let mut kept = kept;
        kept.open("/staff/queue");
        assert_eq!(kept.page.status, 401, "the cookie of before opens nothing");
        other.open("/staff/queue");
        assert_eq!(other.page.status, 200, "another browser stays signed in");
        let mut third = portal.sign_in(&name);
        third.press("Sign out on every device");
        other.open("/staff/queue");
        assert_eq!(other.page.status, 401);
        other.follow("Sign in");
        assert_eq!(other.path, "/staff/sign-in");
    });
}
