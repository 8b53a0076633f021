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
}
