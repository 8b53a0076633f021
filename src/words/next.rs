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
    /// While the service is open, and too late for what comes now to count as today’s: when it will be read at the latest.
    pub read_next(service: &str, when: &str) =
        "{service} is open now, but it is late in our day. We may not read what you sent before {when}.";
    /// While the service is closed: that nobody reads it before then.
    pub read_later(service: &str, when: &str) =
        "{service} is closed now. Nobody will read what you sent before {when}.";
    /// Whom to phone when it cannot wait until then.
    pub out_of_hours_team(council: &str, phone: &str) =
        "If it cannot wait, phone the emergency duty team of {council} on {phone}. They help at night and at weekends.";

    /// The same for the person themselves.
    pub OUT_OF_HOURS_MYSELF =
        "If it cannot wait, phone the council where you are now. Ask for the emergency duty team.";
    /// Where whoever sent it must not be told how it goes on. True of every referral, so that it gives nothing away.
    pub NEUTRAL = [
        "We have what you sent, and someone on our team reads it.",
        "What happens then is between us and the person it is about. We do not tell anyone else.",
    ];
    /// Where the person is said to have refused: when it is read.
    pub refused(when: &str) = "You told us that the person said no. Someone on our team reads this by {when}.";
    /// That nobody makes contact on the strength of that.
    pub REFUSAL = [
        "We do not contact the person just because of this. First we may ask you how they were asked, and who was there.",
        "If the person has said no and nobody is at risk, we destroy what you sent. They can always ask us themselves.",
    ];

    contact_myself(when: &str) =
        "We will contact you by {when}. We only use the ways you said are safe.";
    contact_someone(when: &str) =
        "By {when} we will contact you, or the person. We only use the ways you said are safe.";
    contact_professional(when: &str) =
        "By {when} we will contact you, or the person. We only use the ways that were said to be safe.";

    /// Nobody is contacted: the person will contact us, and when we are ready for them.
    no_contact_myself(when: &str) =
        "We will not contact you. Please contact us when it is safe, and tell us the reference. We will be ready by {when}.";
    /// The same, where somebody else wrote.
    no_contact_others(when: &str) =
        "We will not contact you or the person. Please contact us when it is safe, and tell us the reference. We will be ready by {when}.";
    /// The person is not contacted, and whoever wrote is.
    pub contact_sender_only(when: &str) =
        "We will contact you by {when}. We will not contact the person: they can contact us, and tell us the reference.";
    /// Whoever wrote is not contacted, and the person is.
    pub contact_person_only(when: &str) =
        "We will not contact you: you can contact us, and tell us the reference. We will contact the person by {when}. We only use the ways you said are safe.";

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
    ONLY_SENDER_SOMEONE = [
        "We read what you wrote. We put people who need help soonest first.",
        "We contact you. We may ask a few more things. When the person contacts us, we ask them what they want.",
        "If we are the right service, an advocate will work with them. If not, we say why, and who can help.",
    ];
    WITHOUT_CONTACT_MYSELF = [
        "We read what you wrote. We put people who need help soonest first.",
        "When you contact us, we may ask you a few more things. You can say no to any question.",
        "If we are the right service, an advocate will work with you. If not, we tell you why, and who can help.",
    ];
    WITHOUT_CONTACT_OTHERS = [
        "We read what you wrote. We put people who need help soonest first.",
        "When you or the person contacts us, we may ask a few more things. You can say no to any question.",
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

/// That nobody is contacted, and when we are ready.
#[must_use]
pub fn no_contact(lang: Lang, voice: Voice, when: &str) -> String {
    match voice {
        Voice::Myself => no_contact_myself(lang, when),
        Voice::Someone | Voice::Professional => no_contact_others(lang, when),
    }
}

/// What happens, in order, where the person is not contacted, and whoever wrote is.
#[must_use]
pub const fn steps_with_sender(lang: Lang, voice: Voice) -> &'static [&'static str] {
    lang.list(match voice {
        Voice::Myself => WITHOUT_CONTACT_MYSELF,
        Voice::Someone => ONLY_SENDER_SOMEONE,
        Voice::Professional => STEPS_PROFESSIONAL,
    })
}

/// What happens, in order, where whoever wrote is not contacted.
#[must_use]
pub const fn steps_without_contact(lang: Lang, voice: Voice) -> &'static [&'static str] {
    lang.list(match voice {
        Voice::Myself => WITHOUT_CONTACT_MYSELF,
        Voice::Someone | Voice::Professional => WITHOUT_CONTACT_OTHERS,
    })
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
