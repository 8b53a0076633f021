//! How mail leaves: through an SMTP server, or into files while there is none.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::declared::keys;
use super::secret::Secret;
use super::values::Values;

keys! {
    /// The SMTP server. Without one, mails are written to files.
    HOST: "mail.smtp_host" = r#""""#;
    /// Its port: usually 587 with "starttls", 465 with "tls".
    PORT: "mail.smtp_port" = "587";
    /// How the connection is made safe: "starttls", "tls", or "none" (for a server on this machine alone).
    TLS: "mail.smtp_tls" = r#""starttls""#;
    /// Seconds the server may take over one command.
    TIMEOUT: "mail.smtp_timeout_seconds" = "10";
    /// The user name, if the server asks for one.
    USER: "mail.smtp_user" = r#""""#;
    /// The password. Better in the environment, or in a file named by smtp_password_file.
    PASSWORD: "mail.smtp_password" = r#""""#;
    /// A file that holds the password and nothing else.
    PASSWORD_FILE: "mail.smtp_password_file" = r#""""#;
    /// Where mails are written while there is no server: to look at, because nobody receives them. Unless you name a folder,
    /// only what your own address is told is written, into `mail` in the data folder, and no mail to people who refer.
    DIRECTORY: "mail.directory" = r#""""#;
    /// The address mails come from. Choose one that says nothing of advocacy: others may see it.
    FROM: "mail.from" = r#""""#;
    /// The name beside that address. It is neutral on purpose: others may see it.
    FROM_NAME: "mail.from_name" = r#""Message service""#;
    /// The subject of mails to people who refer. It is neutral on purpose: others may see it.
    SUBJECT: "mail.subject" = r#""Your message has arrived""#;
    /// The service's own address, told of each new referral, of each that becomes urgent by itself, of each lower band set
    /// by hand that holds no longer (reference and band only), and of each copy and erasure that somebody makes. Let
    /// several people read it.
    TRIAGE: "mail.triage_to" = r#""""#;
}

/// How mail leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The way it goes.
    pub delivery: Delivery,
    /// Whether people who refer are mailed: there is a server, or the owner chose a folder for mails (or everybody is made
    /// up). Otherwise nobody is
    /// told that an e-mail is on its way, and no address of theirs is written into a file.
    pub to_senders: bool,
    /// The address it comes from.
    pub from: String,
    /// The neutral name beside that address.
    pub from_name: String,
    /// The neutral subject.
    pub subject: String,
    /// The service's own address: for new referrals, bands that rose or lapsed by themselves, copies and erasures.
    pub triage_to: Option<String>,
}

/// The way mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// Through a server.
    Smtp(Smtp),
    /// Into files in this folder.
    Files(PathBuf),
}

/// An SMTP server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub tls: Tls,
    /// How long it may take over one command.
    pub timeout: Duration,
    /// User name and password, if it asks for them.
    pub login: Option<(String, Secret)>,
}

/// How a connection to a mail server is made safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Not at all.
    None,
    /// By asking for it; a server that cannot is refused.
    StartTls,
    /// From the first byte.
    Tls,
}

/// An address that no mail server will take, for mails that only go to files.
const FROM_NOBODY: &str = "messages@localhost";

/// Words that give away what a mail is about, to whoever looks at the screen.
const TELLING: [&str; 17] = [
    "advoca",
    "abuse",
    "safeguard",
    "referral",
    "referred",
    "social care",
    "social work",
    "council",
    "hospital",
    "nhs",
    "mental",
    "capacity",
    "dols",
    "care act",
    "violence",
    "refuge",
    "disab",
];

/// The first word in a sender's name or subject that gives away what it is about.
fn telling(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    TELLING.into_iter().find(|word| text.contains(word))
}

pub(super) fn read(values: &mut Values, data: &Path, demo: bool) -> Mail {
    let host = values.words(&HOST);
    let server = server(values, host);
    let directory = values.path(&DIRECTORY);
    let to_senders = server.is_some() || directory.is_some() || demo;
    let from = values.meaning(&FROM, super::service::email, "Write an e-mail address, like \"messages@example.org\".");
    if server.is_some() && from.is_none() && values.words(&FROM).is_empty() {
        values.mistake(
            &FROM,
            "is not set, and mail is to leave through a server",
            "Write the address mails come from.",
        );
    }
    let from_name = values.needed(&FROM_NAME);
    let subject = values.needed(&SUBJECT);
    for (declared, text) in [(&FROM_NAME, &from_name), (&SUBJECT, &subject)] {
        if let Some(telling) = telling(text) {
            values.mistake(
                declared,
                format!("has “{telling}” in it, which others may see"),
                "Write words that give nothing away.",
            );
        }
    }
    Mail {
        delivery: match server {
            Some(server) => Delivery::Smtp(server),
            None => Delivery::Files(directory.unwrap_or_else(|| data.join("mail"))),
        },
        to_senders,
        from: from.unwrap_or_else(|| FROM_NOBODY.to_owned()),
        from_name,
        subject,
        triage_to: values.meaning(
            &TRIAGE,
            super::service::email,
            "Write an e-mail address, like \"triage@example.org\".",
        ),
    }
}

fn server(values: &mut Values, host: String) -> Option<Smtp> {
    let port = values.number(&PORT, 1, u32::from(u16::MAX));
    let tls =
        values.one_of(&TLS, &[("starttls", Tls::StartTls), ("tls", Tls::Tls), ("none", Tls::None)], Tls::StartTls);
    let timeout = Duration::from_secs(u64::from(values.number(&TIMEOUT, 1, 60)));
    let user = values.words(&USER);
    let password = password(values);
    if user.is_empty() != password.is_none() {
        let wanting = if user.is_empty() { &USER } else { &PASSWORD };
        values.mistake(
            wanting,
            "is not set, but its other half is",
            "Set both the user name and the password, or neither.",
        );
    }
    if host.is_empty() {
        return None;
    }
    if tls == Tls::None && !on_this_machine(&host) {
        values.mistake(&TLS, "is “none”, for a server on another machine", "Write \"starttls\" or \"tls\".");
    }
    let login = password.filter(|_| !user.is_empty()).map(|password| (user, password));
    Some(Smtp { host, port: u16::try_from(port).unwrap_or(u16::MAX), tls, timeout, login })
}

fn on_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn password(values: &mut Values) -> Option<Secret> {
    let written = values.words(&PASSWORD);
    let file = values.file(&PASSWORD_FILE);
    match (written.is_empty(), file) {
        (true, None) => None,
        (false, None) => Some(Secret::new(written)),
        (false, Some(_)) => {
            values.mistake(&PASSWORD_FILE, "is set beside a password", "Set one of the two.");
            None
        }
        (true, Some(path)) => match std::fs::read_to_string(&path) {
            Ok(words) if !words.trim().is_empty() => Some(Secret::new(words.trim().to_owned())),
            Ok(_) => {
                values.mistake(&PASSWORD_FILE, "names an empty file", "Write the password into it.");
                None
            }
            Err(error) => {
                // A file that is not there was already told.
                if error.kind() != std::io::ErrorKind::NotFound {
                    values.mistake(&PASSWORD_FILE, format!("cannot be read: {error}"), "Name a file that can be read.");
                }
                None
            }
        },
    }
}
