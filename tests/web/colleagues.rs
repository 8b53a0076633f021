//! Two people at the desk at once, every state of the queue, feedback as staff see it, and where each role begins.

use alongside::permission::Role;

use super::portal::{PASSWORD, on_each_database};

#[test]
fn a_decision_on_an_old_page_is_not_put_over_a_colleagues() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let mut one = portal.signed_in(Role::Triage);
        let mut other = portal.signed_in(Role::Manager);
        one.follow(&reference);
        other.follow(&reference);
        one.choose("What happens with it?", "Ask for something first").fill_last("Reason", "Please ring her first");
        one.press("Record this decision");
        assert_eq!(one.page.status, 200, "{}", one.words());
        other.choose("What happens with it?", "Decline it").fill_last("Reason", "Outside our area");
        other.press("Record this decision");
        assert_eq!(other.page.status, 422, "{}", other.words());
        let said = other.words();
        assert!(said.contains("This referral has changed") && said.contains("Please ring her first"), "{said}");
        assert_eq!(other.answer("What happens with it?"), "Decline it", "what was chosen is kept");
        assert!(other.page.body.contains("Outside our area"), "what was typed is kept");
        other.press("Record this decision");
        assert_eq!(other.page.status, 200, "having seen it, the second may decide: {}", other.words());
        assert!(other.words().contains("Declined"));
    });
}

#[test]
fn a_band_set_on_an_old_page_keeps_its_reason_and_says_why_not() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let mut one = portal.signed_in(Role::Triage);
        one.follow(&reference);
        let mut other = one.another_window();
        one.choose("Band", "Urgent").fill("Reason", "The ward rang").press("Set this band");
        assert_eq!(one.page.status, 200, "{}", one.words());
        other.choose("Band", "Planned").fill("Reason", "No hurry, she says").press("Set this band");
        assert_eq!(other.page.status, 422, "{}", other.words());
        assert!(other.words().contains("This referral has changed"), "{}", other.words());
        assert!(other.page.body.contains("No hurry, she says"));
    });
}

#[test]
fn deciding_is_one_event_and_showing_it_another() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        desk.choose("What happens with it?", "Accept it").press("Record this decision");
        let history = desk.texts_of("table.past tbody tr");
        assert_eq!(history.len(), 4, "received, opened, decided, opened: {history:?}");
    });
}

#[test]
fn the_queue_shows_every_state_when_asked_in_one_order() {
    on_each_database(|portal| {
        let references: Vec<_> = (0..3).map(|_| portal.sent()).collect();
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&references[0]);
        desk.choose("What happens with it?", "Accept it").press("Record this decision");
        desk.open("/staff/queue");
        assert_eq!((desk.heading().as_str(), desk.texts_of("tbody tr").len()), ("Queue: 2 referrals", 2));
        desk.open("/staff/queue?state=every");
        let rows = desk.texts_of("tbody tr");
        assert_eq!(desk.heading(), "Queue: 3 referrals");
        for (row, reference) in rows.iter().zip(&references) {
            assert!(row.contains(reference.as_str()), "in the order they came: {rows:#?}");
        }
        assert!(desk.texts_of("nav ul.tallies li").iter().any(|tally| tally.contains('3')), "{}", desk.words());
        desk.open("/staff/queue?state=every&band=immediate");
        assert!(desk.texts_of("tbody tr").is_empty());
    });
}

#[test]
fn a_code_made_at_the_desk_opens_the_questions_and_a_manager_reads_the_answers() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference).press("Make a feedback code");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        let code = desk.text_of(".code").unwrap();
        let mut client = portal.browser();
        client.open("/feedback").fill("code", &code).press("Start");
        assert_eq!(client.page.status, 200, "{}", client.words());
        while client.path != "/feedback/thanks" {
            if client.text_of("legend").is_none() {
                let label = client.text_of("main label").unwrap();
                client.fill(&label, "She came when she said");
            }
            client.press("Next");
        }
        desk.open("/staff/queue").follow(&reference);
        assert!(desk.words().contains("A code for feedback was made"), "{}", desk.words());
        desk.open("/staff/feedback");
        assert_eq!(desk.page.status, 403, "triage reads no feedback");
        let mut manager = portal.signed_in(Role::Manager);
        manager.follow("Feedback");
        let said = manager.words();
        assert!(said.contains("She came when she said") && said.contains("with a code from us"), "{said}");
        assert!(!said.contains(&reference) && !said.contains("Okonjo"), "nobody is named: {said}");
    });
}

#[test]
fn an_administrator_begins_with_the_accounts() {
    on_each_database(|portal| {
        let name = portal.account(Role::Administrator);
        let mut admin = portal.browser();
        admin.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
        assert_eq!((admin.path.as_str(), admin.page.status), ("/staff/accounts", 200), "{}", admin.words());
        assert!(admin.words().contains(&format!("{name} account 1 Administrator")), "{}", admin.words());
        admin.open("/staff/queue");
        assert_eq!(admin.page.status, 403);
        admin.follow("Go to your first page");
        assert_eq!(admin.path, "/staff/accounts", "the way on leads somewhere");
        let mut triage = portal.signed_in(Role::Triage);
        assert_eq!(triage.open("/staff/accounts").page.status, 403);
    });
}
