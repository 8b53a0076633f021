//! Mail through the real program: it arrives; and a mail server that takes the connection and says nothing keeps nobody
//! waiting.

use super::server::{Home, Server};
use super::smtp::{self, Manner};
use super::stories::{SAFE_EMAIL, SEND, myself, receipt, shortest};
use super::tools::until;
use super::truth::Truth;

fn home(port: u16) -> Home {
    let mail = format!("smtp_host = \"127.0.0.1\"\nsmtp_port = {port}\nsmtp_tls = \"none\"\nsmtp_timeout_seconds = 2");
    Home::with("", &mail)
}

fn one_is_sent(server: &Server) -> String {
    let mut visitor = server.browser();
    shortest(&mut visitor);
    receipt(visitor.press(SEND)).0
}

#[test]
fn a_referral_is_mailed_by_the_program_itself_to_sender_and_triage() {
    let smtp = smtp::Server::start(Manner::Takes);
    let home = home(smtp.port);
    let server = home.serve();
    let mut visitor = server.browser();
    myself(&mut visitor);
    let (reference, _) = receipt(visitor.press(SEND));
    let truth = Truth::at(&home);
    until("both are sent", || truth.number("SELECT count(*) AS n FROM outbox WHERE state = 'sent'") == 2);
    let heard = smtp.heard();
    for to in [SAFE_EMAIL, "triage@example.org"] {
        assert_eq!(heard.iter().filter(|line| **line == format!("RCPT TO:<{to}>")).count(), 1, "{heard:#?}");
    }
    assert_eq!(heard.iter().filter(|line| line.contains(&reference)).count(), 3, "two texts, one subject: {heard:#?}");
    assert_eq!(server.log().matches("mail sent").count(), 2, "{}", server.log());
    assert!(!server.log().contains("okonjo"), "{}", server.log());
    assert!(server.stop().success(), "it stops when it is told to");
}

#[test]
fn a_silent_mail_server_keeps_nobody_waiting_and_the_mail_goes_later() {
    let silent = smtp::Server::start(Manner::Hangs);
    let home = home(silent.port);
    let server = home.serve();
    let reference = one_is_sent(&server);
    // While the program waits for the mail server, others are served and what they send is kept.
    let truth = Truth::at(&home);
    until("it is tried", || truth.number("SELECT count(*) AS n FROM outbox WHERE claim IS NOT NULL") == 1);
    let another = one_is_sent(&server);
    assert_ne!(another, reference);
    assert_eq!(server.get("/readyz").status, 200, "mail is not what it needs to be ready");
    let line = server.tells(&["WARN", "mail waits", "the mail server took too long"]);
    assert!(line.contains("mail.again=") && line.contains("mail.to=\"t***@") && !line.contains("triage"), "{line}");
    assert!(!server.log().contains("mail sent"));
    drop(server);

    // The mail server speaks again; its waiting time is over.
    let speaking = smtp::Server::start(Manner::Takes);
    home.set("smtp_port", &speaking.port.to_string());
    truth.meddle("UPDATE outbox SET next_at = 0, claimed_until = 0 WHERE claim IS NOT NULL");
    truth.meddle("UPDATE outbox SET next_at = 0");
    let server = home.serve();
    until("both are sent", || truth.number("SELECT count(*) AS n FROM outbox WHERE state = 'sent'") == 2);
    for reference in [reference, another] {
        let told = speaking.heard().into_iter().filter(|line| line.starts_with("Subject") && line.contains(&reference));
        assert_eq!(told.count(), 1, "{reference} once");
    }
    assert_eq!(server.log().matches("mail sent").count(), 2, "{}", server.log());
}
