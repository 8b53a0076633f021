//! The words of e-mails. They name no person and no purpose: what shows on a locked screen must be harmless.

use super::Lang;

/// The mail that confirms a referral: the reference and a link.
#[must_use]
pub fn receipt(lang: Lang, reference: &str, link: &str) -> String {
    match lang {
        Lang::English => format!(
            "Your message has arrived.\n\n\
             Reference: {reference}\n\n\
             What happens next:\n{link}\n\n\
             Nobody reads replies to this e-mail.\n"
        ),
    }
}

/// The subject of the mail that tells triage of a new referral.
#[must_use]
pub fn triage_subject(lang: Lang, reference: &str, band: &str) -> String {
    match lang {
        Lang::English => format!("{band}: {reference}"),
    }
}

/// The mail that tells triage of a new referral: reference, band and a link.
#[must_use]
pub fn triage_alert(lang: Lang, reference: &str, band: &str, link: &str) -> String {
    match lang {
        Lang::English => format!(
            "A referral has arrived.\n\n\
             Reference: {reference}\n\
             Band: {band}\n\n\
             Sign in to read it:\n{link}\n"
        ),
    }
}
