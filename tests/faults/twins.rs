//! Two instances on one PostgreSQL: started at the same moment, sent the same at the same moment, mailing and sweeping at
//! the same moment.

use std::sync::Arc;
use std::thread;

use super::browser::Browser;
use super::postgres::Postgres;
use super::server::{Home, Server};
use super::smtp::{self, Manner};
use super::stories::{SEND, receipt, shortest};
use super::tools::{missing, until};
use super::truth::Truth;

/// The same browser before the other instance, as behind a balancer. On a machine that is busy enough one sending waits for
/// the other in vain; then its page says that it may be sent again, and it is.
fn before(server: &Server, visitor: &Browser) -> Browser {
    let mut other = server.browser();
    other.take_cookies_of(visitor).back_to(visitor);
    let address = server.address;
    other.patience = Some(Arc::new(move |answer| {
        let page = answer.expect("no connection breaks");
        assert!(page.body.contains("If you send it twice, we still get it once"), "{}", page.body);
        address
    }));
    other
}

#[test]
fn two_instances_on_one_postgres_do_everything_once() {
    let Some(postgres) = Postgres::start() else { return missing("postgresql") };
    let smtp = smtp::Server::start(Manner::Takes);
    let mail = format!("smtp_host = \"127.0.0.1\"\nsmtp_port = {}\nsmtp_tls = \"none\"", smtp.port);
    let home = Home::with(&postgres.setting(), &mail);
    // Both make the key, the tables and the proof of the key, and neither trips over the other.
    let (one, other) = (home.begin(), home.begin());
    let listening = |starting: super::server::Starting| starting.listening().unwrap_or_else(|told| panic!("{told}"));
    let (one, other) = (listening(one), listening(other));

    for _ in 0..10 {
        let mut visitor = one.browser();
        shortest(&mut visitor);
        let windows = [&one, &other, &one, &other].map(|server| before(server, &visitor));
        let pressed = windows.map(|mut window| thread::spawn(move || receipt(window.press(SEND))));
        let receipts = pressed.map(|press| {
            press.join().unwrap_or_else(|_| panic!("each is shown a receipt\n{}\n{}", one.log(), other.log()))
        });
        assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{receipts:?}");
    }
    let truth = Truth::on(&postgres.url().parse().unwrap(), &home);
    assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), 10);
    assert_eq!(truth.number("SELECT count(*) AS n FROM events"), 10);

    until("all is mailed", || truth.number("SELECT count(*) AS n FROM outbox WHERE state <> 'sent'") == 0);
    assert_eq!(truth.number("SELECT count(*) AS n FROM outbox"), 10, "an alert each");
    let mut ids: Vec<_> = smtp.heard().into_iter().filter(|line| line.starts_with("Message-ID:")).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), smtp.heard().iter().filter(|line| *line == "DATA").count()), (10, 10), "each once");

    // Both sweep when they start: what is worth less by now is weighed anew, once.
    drop((one, other));
    truth.meddle("UPDATE referrals SET computed_band = 'immediate', points = 99");
    truth.meddle("UPDATE drafts SET expires_at = created_at");
    let (one, other) = (home.begin(), home.begin());
    let (one, other) = (listening(one), listening(other));
    for server in [&one, &other] {
        server.tells(&["swept"]);
        assert!(!server.log().contains("could not"), "{}", server.log());
    }
    assert_eq!(truth.number("SELECT count(*) AS n FROM referrals WHERE computed_band = 'immediate'"), 0);
    assert_eq!(truth.number("SELECT count(*) AS n FROM events WHERE kind = 'assessed'"), 10);
}
