//! How a mail leaves: over SMTP, into a folder, or into memory. Never logs, and never repeats what a server said.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use tokio::time::timeout;

use super::compose::Message;
use crate::settings::{self, Delivery};

/// How many times as long as over one command a server may take over a whole mail.
const WHOLE: u32 = 3;
/// Replies about signing in (RFC 4954): the settings are wrong, not the mail. It waits for the owner to put them right.
const SIGN_IN: [u16; 4] = [530, 534, 535, 538];

/// A way for mail to leave.
#[derive(Debug, Clone)]
pub enum Mailer {
    /// Through a server.
    Smtp {
        /// How it is reached: a connection each, since mails are few.
        server: AsyncSmtpTransport<Tokio1Executor>,
        /// How long it may take over a whole mail.
        patience: Duration,
    },
    /// Into a folder, a file each, as it would have been sent.
    File(AsyncFileTransport<Tokio1Executor>),
    /// Into memory, for tests.
    Memory(Arc<Mutex<Vec<Message>>>),
}

/// A mail did not leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It may leave another time.
    #[error("{0}; to be tried again")]
    Later(Reason),
    /// It will never leave.
    #[error("{0}")]
    Never(Reason),
}

/// Why a mail did not leave. Holds no address and no word of the server's, which often repeats the recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The folder for mails is gone or full.
    #[error("the file could not be written")]
    NoFile,
    /// No answer in time.
    #[error("the mail server took too long")]
    TooLong,
    /// No certificate that fits, or no encryption at all.
    #[error("no safe connection to the mail server")]
    NotSafe,
    /// Nobody there, or something that is no mail server.
    #[error("the mail server could not be reached, or did not speak as it should")]
    Away,
    /// User name or password were not taken.
    #[error("the mail server did not let us sign in ({0})")]
    NotSignedIn(u16),
    /// Refused for now.
    #[error("the mail server put it off ({0})")]
    PutOff(u16),
    /// Refused for good.
    #[error("the mail server refused it ({0})")]
    Refused(u16),
    /// The sender's or the recipient's address, or the text, is not what a mail can hold.
    #[error("the mail cannot be written")]
    NotAMail,
}

/// The settings of mail cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The name of the server cannot be checked against a certificate.
    #[error("the name of the mail server cannot be used for a safe connection")]
    Host(#[source] lettre::transport::smtp::Error),
    /// Mails cannot be written there.
    #[error("mails cannot be written to {0}")]
    Folder(String, #[source] std::io::Error),
}

impl Mailer {
    /// The way the settings ask for. Connects to nothing yet.
    pub fn new(settings: &settings::Mail) -> Result<Self, Unusable> {
        match &settings.delivery {
            Delivery::Smtp(server) => {
                let patience = server.timeout * WHOLE;
                Ok(Self::Smtp { server: smtp(server).map_err(Unusable::Host)?, patience })
            }
            Delivery::Files(folder) => {
                open_folder(folder).map_err(|error| Unusable::Folder(folder.display().to_string(), error))?;
                Ok(Self::File(AsyncFileTransport::new(folder)))
            }
        }
    }

    /// A mailer that only remembers, with what it will remember.
    #[must_use]
    pub fn in_memory() -> (Self, Arc<Mutex<Vec<Message>>>) {
        let sent = Arc::new(Mutex::new(Vec::new()));
        (Self::Memory(Arc::clone(&sent)), sent)
    }

    /// Sends a mail once.
    pub async fn send(&self, message: &Message, now: DateTime<Utc>) -> Result<(), Failure> {
        match self {
            Self::Memory(sent) => {
                sent.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
                Ok(())
            }
            Self::File(folder) => {
                let sent = folder.send(written(message, now)?).await;
                sent.map(drop).map_err(|_| Failure::Later(Reason::NoFile))
            }
            Self::Smtp { server, patience } => match timeout(*patience, server.send(written(message, now)?)).await {
                Ok(answer) => answer.map(drop).map_err(|error| failure(&error)),
                Err(_) => Err(Failure::Later(Reason::TooLong)),
            },
        }
    }
}

fn smtp(server: &settings::Smtp) -> Result<AsyncSmtpTransport<Tokio1Executor>, lettre::transport::smtp::Error> {
    let tls = match server.tls {
        settings::Tls::None => Tls::None,
        settings::Tls::StartTls => Tls::Required(TlsParameters::new(server.host.clone())?),
        settings::Tls::Tls => Tls::Wrapper(TlsParameters::new(server.host.clone())?),
    };
    // "Dangerous" is the builder without a default for TLS; one is always given.
    let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
        .port(server.port)
        .tls(tls)
        .timeout(Some(server.timeout));
    Ok(match &server.login {
        Some((user, password)) => {
            builder.credentials(Credentials::new(user.clone(), password.expose().to_owned())).build()
        }
        None => builder.build(),
    })
}

/// Makes the folder, for its owner alone: the mails in it name their recipients.
fn open_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The mail as it goes over the wire.
fn written(message: &Message, now: DateTime<Utc>) -> Result<lettre::Message, Failure> {
    let unusable = |_| Failure::Never(Reason::NotAMail);
    let (from, from_name) = message.from();
    let from = Mailbox::new(Some(from_name.to_owned()), from.parse::<Address>().map_err(unusable)?);
    let to = Mailbox::new(None, message.to().parse::<Address>().map_err(unusable)?);
    MessageBuilder::new()
        .from(from)
        .to(to)
        .subject(message.subject())
        .message_id(Some(format!("<{}>", message.id())))
        .date(now.into())
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(message.text().to_owned())
        .map_err(|_| Failure::Never(Reason::NotAMail))
}

/// What went wrong, by its kind and code alone.
fn failure(error: &lettre::transport::smtp::Error) -> Failure {
    match error.status().map(u16::from) {
        Some(code) if SIGN_IN.contains(&code) => Failure::Later(Reason::NotSignedIn(code)),
        Some(code) if error.is_permanent() => Failure::Never(Reason::Refused(code)),
        Some(code) => Failure::Later(Reason::PutOff(code)),
        None if error.is_timeout() => Failure::Later(Reason::TooLong),
        None if error.is_tls() => Failure::Later(Reason::NotSafe),
        None => Failure::Later(Reason::Away),
    }
}

/// Tells other machines that no person wrote this, so that they do not answer (RFC 3834).
#[derive(Debug, Clone, Copy)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
