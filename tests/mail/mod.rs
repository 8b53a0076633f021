//! Mail as it leaves: against a real server that takes, hangs, puts off and refuses.

mod answers;
mod server;

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use alongside::form::{Answer, Answers, Key, Voice};
use alongside::logs;
use alongside::mail::{Failure, Letter, Mailer, Message, Reason, SafeContact, State, Step, deliver};
use alongside::settings::{Delivery, LogFormat, Logs, Mail, Secret, Smtp, Tls};
use alongside::words::Lang;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use server::{Manner, Server};

const REFERENCE: &str = "7K3M 92QX";
const LINK: &str = "https://referrals.example.org";
const TO: &str = "sam.okafor@council.example";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn settings(delivery: Delivery) -> Mail {
    Mail {
        delivery,
        to_senders: true,
        from: "messages@portal.example".to_owned(),
        from_name: "Message service".to_owned(),
        subject: "Your message has arrived".to_owned(),
        triage_to: Some("triage@portal.example".to_owned()),
    }
}

fn smtp(port: u16, tls: Tls) -> Smtp {
    Smtp { host: "127.0.0.1".to_owned(), port, tls, timeout: Duration::from_secs(1), login: None }
}

fn through(server: &Server) -> Mail {
    settings(Delivery::Smtp(smtp(server.port, Tls::None)))
}

fn professional() -> Answers {
    let mut answers = Answers::default();
    answers.set(Key::ReferrerContactWays, Answer::Many(vec!["email"]));
    answers.set(Key::ReferrerEmail, Answer::Words(TO.to_owned()));
    answers
}

fn receipt(mail: &Mail) -> Message {
    let to = SafeContact::of_referrer(&professional(), Voice::Professional, today()).unwrap();
    Message::compose(&Letter::Receipt { reference: REFERENCE, link: LINK }, &to, mail, Lang::English)
}

async fn try_once(mail: &Mail) -> Result<(), Failure> {
    Mailer::new(mail).unwrap().send(&receipt(mail), now()).await
}

#[actix_web::test]
async fn a_receipt_arrives_and_says_nothing_of_its_purpose() {
    let server = Server::start(Manner::Takes);
    let mail = through(&server);
    // As from the outbox: written down, and read back by another process.
    let kept = serde_json::to_string(&receipt(&mail)).unwrap();
    let message: Message = serde_json::from_str(&kept).unwrap();
    Mailer::new(&mail).unwrap().send(&message, now()).await.unwrap();
    let heard = server.heard();
    for line in [
        "MAIL FROM:<messages@portal.example>",
        "RCPT TO:<sam.okafor@council.example>",
        "From: \"Message service\" <messages@portal.example>",
        "Subject: Your message has arrived",
        "Auto-Submitted: auto-generated",
        "Content-Type: text/plain; charset=utf-8",
        "Reference: 7K3M 92QX",
        LINK,
    ] {
        assert!(heard.iter().any(|told| told.starts_with(line)), "{line}\n{heard:#?}");
    }
    let ids: Vec<_> = heard.iter().filter(|line| line.starts_with("Message-ID: <")).collect();
    assert_eq!(ids.len(), 1);
    assert!(ids.iter().all(|id| id.ends_with("@portal.example>")), "{ids:?}");
    assert!(heard.iter().any(|line| line.starts_with("Date: ")));
    assert!(!heard.iter().any(|line| line.to_lowercase().contains("html")));
}

#[actix_web::test]
async fn a_server_that_hangs_delays_mail_for_a_moment_only() {
    let server = Server::start(Manner::Hangs);
    // A second is all it is given. The deadline is for a test that would otherwise never end, and is not measured against.
    let tried = tokio::time::timeout(Duration::from_mins(2), try_once(&through(&server))).await;
    let tried = tried.expect("whoever sends does not wait for ever");
    assert!(matches!(tried, Err(Failure::Later(_))), "{tried:?}");
}

#[actix_web::test]
async fn nobody_listening_is_tried_again() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mail = settings(Delivery::Smtp(smtp(port, Tls::None)));
    let mailer = Mailer::new(&mail).unwrap();
    let step = deliver(&mailer, &receipt(&mail), 0, now()).await;
    assert_eq!(step, Step::Again(now() + TimeDelta::minutes(1)));
    assert_eq!(step.state(), State::Waiting);
}

#[actix_web::test]
async fn put_off_is_tried_again_and_refused_is_given_up() {
    for (reply, later) in [
        ("451 greylisted, sam.okafor@council.example", true),
        ("421 too busy", true),
        ("550 no such user sam.okafor@council.example", false),
        ("554 no", false),
    ] {
        let server = Server::start(Manner::Answers("RCPT", reply));
        let failure = try_once(&through(&server)).await.unwrap_err();
        assert_eq!(matches!(failure, Failure::Later(_)), later, "{reply}: {failure}");
        assert!(!failure.to_string().contains('@'), "{failure}");
        assert!(failure.to_string().contains(reply.split(' ').next().unwrap()), "{failure}");
    }
}

#[actix_web::test]
async fn a_wrong_password_waits_for_the_owner() {
    let server = Server::start(Manner::Answers("AUTH", "535 no"));
    let login = Some(("me".to_owned(), Secret::new("hush".to_owned())));
    let mail = settings(Delivery::Smtp(Smtp { login, ..smtp(server.port, Tls::None) }));
    let failure = try_once(&mail).await.unwrap_err();
    assert!(matches!(failure, Failure::Later(Reason::NotSignedIn(535))), "{failure}");
    assert!(!server.heard().iter().any(|line| line.starts_with("MAIL")));
}

#[actix_web::test]
async fn nothing_leaves_unsafely_where_a_safe_connection_is_asked_for() {
    for tls in [Tls::StartTls, Tls::Tls] {
        let server = Server::start(Manner::Takes);
        let failure = try_once(&settings(Delivery::Smtp(smtp(server.port, tls)))).await.unwrap_err();
        assert!(matches!(failure, Failure::Later(_)), "{failure}");
        assert!(!server.heard().iter().any(|line| line.starts_with("MAIL") || line.contains(TO)), "{tls:?}");
    }
}

#[actix_web::test]
async fn without_a_server_mails_are_files_for_their_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("data").join("mail");
    try_once(&settings(Delivery::Files(place.clone()))).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(&place).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(files.first().unwrap()).unwrap();
    assert!(text.contains("Subject: Your message has arrived") && text.contains(REFERENCE), "{text}");
    assert_eq!(mode(&place), 0o700);
}

#[cfg(unix)]
fn mode(place: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(place).unwrap().permissions()) & 0o777
}

#[actix_web::test]
async fn triage_is_told_of_reference_and_band_at_its_own_address() {
    let mail = settings(Delivery::Files("unused".into()));
    let (mailer, sent) = Mailer::in_memory();
    let to = SafeContact::of_service(&mail).unwrap();
    let letter = Letter::TriageAlert { reference: REFERENCE, band: "Urgent", link: LINK };
    let message = Message::compose(&letter, &to, &mail, Lang::English);
    assert_eq!(deliver(&mailer, &message, 0, now()).await, Step::Sent);
    let sent = sent.lock().unwrap();
    assert_eq!(sent.len(), 1);
    let kept = serde_json::to_value(sent.first().unwrap()).unwrap();
    assert_eq!((&kept["subject"], &kept["to"]), (&"Urgent: 7K3M 92QX".into(), &"triage@portal.example".into()));
    assert!(SafeContact::of_service(&Mail { triage_to: None, ..mail }).is_none());
}

#[test]
fn one_letter_has_one_id_and_another_has_another() {
    let mail = settings(Delivery::Files("unused".into()));
    assert_eq!(receipt(&mail).id(), receipt(&mail).id());
    let to = SafeContact::of_referrer(&professional(), Voice::Professional, today()).unwrap();
    let other = Letter::Receipt { reference: "8888 8888", link: LINK };
    assert_ne!(receipt(&mail).id(), Message::compose(&other, &to, &mail, Lang::English).id());
}

/// A log that a test can read.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn the_log_tells_what_became_of_a_mail_and_names_nobody() {
    for (manner, before, told) in [
        (Manner::Takes, 0, "mail sent"),
        (Manner::Answers("RCPT", "451 sam.okafor@council.example is away"), 0, "mail waits"),
        (Manner::Answers("RCPT", "550 sam.okafor@council.example is unknown"), 0, "mail given up"),
        (Manner::Answers("RCPT", "451 sam.okafor@council.example is away"), 7, "mail given up"),
    ] {
        for format in [LogFormat::Text, LogFormat::Json] {
            let page = Page::default();
            let writer = page.clone();
            let log = logs::subscriber(Logs { format, level: tracing::Level::DEBUG }, move || writer.clone());
            let guard = tracing::subscriber::set_default(log);
            let server = Server::start(manner);
            let mail = through(&server);
            let message = receipt(&mail);
            deliver(&Mailer::new(&mail).unwrap(), &message, before, now()).await;
            drop(guard);
            let page = String::from_utf8(page.0.lock().unwrap().clone()).unwrap();
            assert!(page.contains(told) && page.contains(message.id()), "{page}");
            for hidden in ["okafor", "council.example", REFERENCE, LINK] {
                assert!(!page.contains(hidden), "{hidden}\n{page}");
            }
        }
    }
}
