//! What only a manager may do is told to the service's own address: which referral, which account, and no name.

use alongside::permission::Role;

use super::portal::{TestPortal, on_each_database_set};

const LINK: &str = "The person asks for a copy";
const WHY: &str = "Okonjo asked for it by letter";

/// What the mails say that were sent to the service about copies and erasing.
fn told(portal: &TestPortal) -> Vec<String> {
    let all = portal.mails();
    let ours = all.iter().filter(|mail| mail["to"] == "desk@example.org");
    let said = ours.map(|mail| format!("{}\n{}", mail["subject"].as_str().unwrap(), mail["text"].as_str().unwrap()));
    said.filter(|said| said.contains("Done by")).collect()
}

#[test]
fn whoever_copies_or_erases_does_not_stay_alone_with_it() {
    on_each_database_set("triage_to = \"desk@example.org\"", |portal| {
        let reference = portal.sent();
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference).follow(LINK);
        let rights = desk.path.clone();
        desk.press("Get the page to check");
        assert!(desk.page.status == 422 && told(portal).is_empty(), "nothing was done");
        desk.fill("Who asked", WHY).press("Get the page to check");
        assert_eq!(desk.page.status, 200);
        portal.pass(chrono::TimeDelta::minutes(1));
        desk.open(&rights).fill("Who asked", WHY).press("Get it for machines");
        desk.open(&rights).fill("Why it is erased", WHY).press("Erase for good");
        assert!(desk.page.status == 422, "nobody has decided yet");
        desk.tick("Erase it all the same").press("Erase for good");
        assert!(desk.words().contains("was erased at"), "{}", desk.words());

        let told = told(portal);
        let subjects: Vec<_> = told.iter().map(|mail| mail.lines().next().unwrap()).collect();
        let copied = format!("A copy was made: {reference}");
        assert_eq!(subjects, [&copied, &copied, &format!("A referral was erased: {reference}")]);
        for mail in &told {
            assert!(
                mail.contains("Done by: account 1\nWhen: 10") && mail.contains("on Monday 23 November 2026"),
                "{mail}"
            );
            assert!(mail.contains("today"), "what to do if nobody knows of it: {mail}");
            for name in ["Okonjo", "manager", WHY] {
                assert!(!mail.contains(name), "“{name}” in {mail}");
            }
            let link = mail.split_whitespace().find(|word| word.starts_with("http")).unwrap();
            let path = format!("/{}", link.splitn(4, '/').nth(3).unwrap());
            desk.open(&path);
            assert!(desk.words().contains("manager@example.org") && desk.words().contains(WHY), "{}", desk.words());
        }
    });
}

#[test]
fn the_mail_goes_although_the_referral_is_erased_before_it_went() {
    on_each_database_set("triage_to = \"desk@example.org\"", |portal| {
        let reference = portal.sent();
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference).follow(LINK);
        let rights = desk.path.clone();
        desk.fill("Who asked", WHY).press("Get the page to check");
        desk.open(&rights).fill("Why it is erased", WHY).tick("Erase it all the same").press("Erase for good");
        assert_eq!(told(portal).len(), 2);
    });
}
