//! The words of e-mails. They name no person and no purpose: what shows on a locked screen must be harmless.

use super::text::texts;

texts! {
    /// The mail that confirms a referral: the reference and a link.
    pub receipt(reference: &str, link: &str) =
        "Your message has arrived.\n\n\
         Reference: {reference}\n\n\
         To tell us more, or to ask about it:\n{link}\n\n\
         Nobody reads replies to this e-mail.\n";
    /// The subject of the mail that tells triage of a new referral.
    pub triage_subject(reference: &str, band: &str) = "{band}: {reference}";
    /// The mail that tells triage of a new referral: reference, band and a link.
    pub triage_alert(reference: &str, band: &str, link: &str) =
        "A referral has arrived.\n\n\
         Reference: {reference}\n\
         Band: {band}\n\n\
         Sign in to read it:\n{link}\n";
    /// The mail that tells triage that a referral has become more urgent while it waited.
    pub band_rose(reference: &str, band: &str, link: &str) =
        "A referral that nobody has decided yet has become more urgent while it waited.\n\n\
         Reference: {reference}\n\
         Band now: {band}\n\n\
         Sign in to read it:\n{link}\n";
    /// The mail that tells triage that a lower band which staff had set holds no longer.
    pub override_lapsed(reference: &str, band: &str, link: &str) =
        "A lower band that was set by hand no longer holds. What it rested on has changed.\n\n\
         Reference: {reference}\n\
         Band now: {band}\n\n\
         Sign in to see what has changed:\n{link}\n";
    /// The subject of the mail that tells that a copy was made of everything in a referral.
    pub copied_subject(reference: &str) = "A copy was made: {reference}";
    /// The mail that tells so.
    pub copied(reference: &str, who: &str, when: &str, link: &str) =
        "Somebody made a copy of everything that is held in a referral.\n\n\
         Reference: {reference}\n\
         Done by: {who}\n\
         When: {when}\n\n\
         Sign in to see the name, and the reason that was given:\n{link}\n\n\
         If the person asked for it, there is nothing to do. If nobody here knows of that, somebody may be looking for the \
         person. Tell whoever answers for this service today, and somebody else than the one who did it. Have that account \
         closed until it is clear, and ask whether the person has to be warned in a safe way.\n";
    /// The subject of the mail that tells that a referral was erased.
    pub erased_subject(reference: &str) = "A referral was erased: {reference}";
    /// The mail that tells so.
    pub erased(reference: &str, who: &str, when: &str, link: &str) =
        "Somebody erased everything in a referral that names anybody.\n\n\
         Reference: {reference}\n\
         Done by: {who}\n\
         When: {when}\n\n\
         Sign in to see the name, the reason that was given, and what was set aside for it:\n{link}\n\n\
         If the person asked for it, there is nothing to do. If nobody here knows of that, tell whoever answers for this \
         service today, and somebody else than the one who did it. Have that account closed until it is clear. Keep the last \
         backup from before: it still holds the referral.\n";
}
