//! What a mail says. Pure: a letter, a safe contact and the settings make a message; nobody's answers are in reach.

use std::fmt;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::safe_contact::{SafeContact, masked};
use crate::settings;
use crate::words::{Lang, mail as words};

/// What only a manager may do, and what never stays known to whoever did it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// A copy was made of everything in a referral.
    Copied,
    /// Everything in a referral that names somebody was erased.
    Erased,
}

/// What a mail is about. It holds all that the mail can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter<'a> {
    /// To who sent a referral: it has arrived.
    Receipt {
        /// The public reference.
        reference: &'a str,
        /// The start page, where the ways to reach people are.
        link: &'a str,
    },
    /// To the service's own address: a referral has arrived.
    TriageAlert {
        /// The public reference.
        reference: &'a str,
        /// The name of its band.
        band: &'a str,
        /// Where staff read it.
        link: &'a str,
    },
    /// To the service's own address: a referral became more urgent while it waited.
    BandRose {
        /// The public reference.
        reference: &'a str,
        /// The name of the band that holds now.
        band: &'a str,
        /// Where staff read it.
        link: &'a str,
        /// The version of the referral that it follows, so that another rise is a mail of its own.
        after: i64,
    },
    /// To the service's own address: a lower band that staff had set holds no longer.
    OverrideLapsed {
        /// The public reference.
        reference: &'a str,
        /// The name of the band that holds now.
        band: &'a str,
        /// Where staff read why.
        link: &'a str,
        /// The version of the referral that it follows, so that another lapse is a mail of its own.
        after: i64,
    },
    /// To the service's own address: a manager, or somebody at the terminal, did what could be a misuse.
    Alarm {
        /// What was done.
        what: Alarm,
        /// The public reference.
        reference: &'a str,
        /// Who did it, without a name.
        who: &'a str,
        /// When, in words.
        when: &'a str,
        /// Where staff read why, and under which name.
        link: &'a str,
        /// The second in which it was done, so that another copy is a mail of its own.
        after: i64,
    },
}

impl Letter<'_> {
    /// The frozen name of a receipt.
    pub const RECEIPT: &'static str = "receipt";

    /// Which mail, by the frozen name it has in the outbox.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Receipt { .. } => Self::RECEIPT,
            Self::TriageAlert { .. } => "triage-alert",
            Self::BandRose { .. } => "band-rose",
            Self::OverrideLapsed { .. } => "override-lapsed",
            Self::Alarm { what: Alarm::Copied, .. } => "alarm-copied",
            Self::Alarm { what: Alarm::Erased, .. } => "alarm-erased",
        }
    }

    const fn reference(&self) -> &str {
        match self {
            Self::Receipt { reference, .. }
            | Self::TriageAlert { reference, .. }
            | Self::BandRose { reference, .. }
            | Self::OverrideLapsed { reference, .. }
            | Self::Alarm { reference, .. } => reference,
        }
    }

    /// What tells two mails of one kind about one referral apart, where there can be two.
    const fn after(&self) -> Option<i64> {
        match self {
            Self::Receipt { .. } | Self::TriageAlert { .. } => None,
            Self::BandRose { after, .. } | Self::OverrideLapsed { after, .. } | Self::Alarm { after, .. } => {
                Some(*after)
            }
        }
    }
}

/// A mail as it leaves. Serialised only into the sealed outbox, and read back only from there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    id: String,
    to: String,
    from: String,
    from_name: String,
    subject: String,
    text: String,
}

impl Message {
    /// Writes the mail. The same letter always has the same id, so that a mail sent twice can be known as one.
    #[must_use]
    pub fn compose(letter: &Letter<'_>, to: &SafeContact, settings: &settings::Mail, lang: Lang) -> Self {
        let (subject, text) = match *letter {
            Letter::Receipt { reference, link } => (settings.subject.clone(), words::receipt(lang, reference, link)),
            Letter::TriageAlert { reference, band, link } => {
                (words::triage_subject(lang, reference, band), words::triage_alert(lang, reference, band, link))
            }
            Letter::BandRose { reference, band, link, .. } => {
                (words::triage_subject(lang, reference, band), words::band_rose(lang, reference, band, link))
            }
            Letter::OverrideLapsed { reference, band, link, .. } => {
                (words::triage_subject(lang, reference, band), words::override_lapsed(lang, reference, band, link))
            }
            Letter::Alarm { what: Alarm::Copied, reference, who, when, link, .. } => {
                (words::copied_subject(lang, reference), words::copied(lang, reference, who, when, link))
            }
            Letter::Alarm { what: Alarm::Erased, reference, who, when, link, .. } => {
                (words::erased_subject(lang, reference), words::erased(lang, reference, who, when, link))
            }
        };
        Self {
            id: id(letter, to, &settings.from),
            to: to.address().to_owned(),
            from: settings.from.clone(),
            from_name: settings.from_name.clone(),
            subject,
            text,
        }
    }

    /// The Message-ID, without angle brackets. Names nobody.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The subject.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The text: there is no other part, so nothing can be fetched from elsewhere when it is opened.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The recipient as a log may show it.
    #[must_use]
    pub fn masked_to(&self) -> String {
        masked(&self.to)
    }

    /// The recipient, for the envelope.
    pub(super) fn to(&self) -> &str {
        &self.to
    }

    /// The sender's address and name.
    pub(super) fn from(&self) -> (&str, &str) {
        (&self.from, &self.from_name)
    }
}

/// Shows no recipient and no text.
impl fmt::Debug for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Message").field("id", &self.id).field("to", &self.masked_to()).finish_non_exhaustive()
    }
}

/// A digest in place of a random id: composing stays pure, and a retry keeps the id.
fn id(letter: &Letter<'_>, to: &SafeContact, from: &str) -> String {
    let mut digest = Sha256::new();
    for part in [letter.kind(), letter.reference(), to.address()] {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    if let Some(after) = letter.after() {
        digest.update(after.to_be_bytes());
    }
    let digest = digest.finalize();
    let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    format!("{}@{domain}", HEXLOWER.encode(digest.get(..16).unwrap_or_default()))
}
