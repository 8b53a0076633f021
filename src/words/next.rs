//! What happens after sending, and by when. Takes times already put into words; knows no clock and no rule.

use super::Lang;
use super::text::texts;
use crate::form::Voice;

texts! {
    /// The same where the owner has given no number.
    pub OUT_OF_HOURS = "If it cannot wait, phone the council where the person is. Ask for the emergency duty team. They help at night and at weekends.";
    /// That an e-mail was sent, and what is in it.
    pub MAIL_SENT =
        "We are sending you an e-mail with the reference. It does not say what this is about, and it names nobody.";
    /// That no e-mail is sent, and why.
    pub MAIL_NOT_SENT = "We will not send an e-mail about this.";
    /// While the service is open: when it will be read.
    pub read_today(service: &str) = "{service} is open now. Someone on our team will read what you sent today.";
    /// While the service is closed: that nobody reads it before then.
    pub read_later(service: &str, when: &str) =
        "{service} is closed now. Nobody will read what you sent before {when}.";
    /// Whom to phone when it cannot wait until then.
    pub out_of_hours_team(council: &str, phone: &str) =
        "If it cannot wait, phone the emergency duty team of {council} on {phone}. They help at night and at weekends.";

    contact_myself(when: &str) =
        "We will contact you by {when}. We only use the ways you said are safe.";
    contact_someone(when: &str) =
        "By {when} we will contact you, or the person. We only use the ways you said are safe.";
    contact_professional(when: &str) =
        "By {when} we will contact you, or the person. We only use the ways that were said to be safe.";

    STEPS_MYSELF = [
        "We read what you wrote. We put people who need help soonest first.",
        "We contact you. We may ask you a few more things. You can say no to any question.",
        "If we are the right service, an advocate will work with you. If not, we tell you why, and who can help.",
    ];
    STEPS_SOMEONE = [
        "We read what you wrote. We put people who need help soonest first.",
        "We contact you. We may ask a few more things. We ask the person what they want.",
        "If we are the right service, an advocate will work with them. If not, we say why, and who can help.",
    ];
    STEPS_PROFESSIONAL = [
        "We read the referral and put it in order of urgency, with reasons.",
        "If something is missing, we ask for it. We do not wait for it where someone is at risk or a date is near.",
        "We decide for each issue, and tell you the decision with its reason, as far as the person agrees.",
    ];
}

/// Who makes contact, with whom, by when.
#[must_use]
pub fn contact(lang: Lang, voice: Voice, when: &str) -> String {
    match voice {
        Voice::Myself => contact_myself(lang, when),
        Voice::Someone => contact_someone(lang, when),
        Voice::Professional => contact_professional(lang, when),
    }
}

/// What happens, in order.
#[must_use]
pub const fn steps(lang: Lang, voice: Voice) -> &'static [&'static str] {
    lang.list(match voice {
        Voice::Myself => STEPS_MYSELF,
        Voice::Someone => STEPS_SOMEONE,
        Voice::Professional => STEPS_PROFESSIONAL,
    })
}
