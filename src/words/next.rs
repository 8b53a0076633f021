//! What happens after sending, and by when. Takes times already put into words; knows no clock and no rule.

use crate::form::Voice;

/// Who makes contact, with whom, by when.
#[must_use]
pub fn contact(voice: Voice, when: &str) -> String {
    match voice {
        Voice::Myself => format!("We will get in touch with you by {when}. We only use the ways you said are safe."),
        Voice::Someone => format!(
            "We will make contact by {when}: with you, or with the person. We only use the ways you said are safe."
        ),
        Voice::Professional => format!(
            "We will make contact by {when}: with you, or with the person. We only use the ways that were said to be safe."
        ),
    }
}

/// While the service is open: when it will be read.
#[must_use]
pub fn read_today(service: &str) -> String {
    format!("{service} is open now. Someone on our team will read what you sent today.")
}

/// While the service is closed: that nobody reads it before then.
#[must_use]
pub fn read_later(service: &str, when: &str) -> String {
    format!("{service} is closed now. Nobody will read what you sent before {when}.")
}

/// Whom to phone when it cannot wait until then.
#[must_use]
pub fn out_of_hours(council: &str, phone: &str) -> String {
    format!("If it cannot wait, phone the emergency duty team of {council} on {phone}.")
}

/// The same where the owner has given no number.
pub const OUT_OF_HOURS: &str =
    "If it cannot wait, phone the council where the person is. Ask for the emergency duty team.";

/// That an e-mail was sent, and what is in it.
pub const MAIL_SENT: &str =
    "We are sending you an e-mail with the reference. It does not say what this is about, and it names nobody.";
/// That no e-mail is sent, and why.
pub const MAIL_NOT_SENT: &str = "We do not send an e-mail, as nobody told us that e-mail is safe.";

/// What happens, in order.
#[must_use]
pub const fn steps(voice: Voice) -> &'static [&'static str] {
    match voice {
        Voice::Myself => &[
            "We read what you wrote. We put people who need help soonest first.",
            "We get in touch. We may ask you a few more things. You can say no to any question.",
            "If we are the right service, an advocate will work with you. If not, we tell you why, and who can help.",
        ],
        Voice::Someone => &[
            "We read what you wrote. We put people who need help soonest first.",
            "We get in touch. We may ask a few more things. We ask the person what they want.",
            "If we are the right service, an advocate will work with them. If not, we say why, and who can help.",
        ],
        Voice::Professional => &[
            "We read the referral and put it in order of urgency, with reasons.",
            "If something is missing, we ask for it. We do not wait for it where someone is at risk or a date is near.",
            "We decide for each issue, and tell you the decision with its reason, as far as the person agrees.",
        ],
    }
}
