//! Every address of the portal, as a type: links, redirects, routes and tests name a `Path`, never a string.
//!
//! Plain Rust. This file must not know the server, the pages or what happens behind an address. An address never holds
//! a person's words: only frozen slugs, item numbers and references.

use std::fmt;

use crate::form::Voice;

/// Where a link leads, with what it needs to get there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path<'a> {
    /// The three doors.
    Start,
    /// The words for someone in danger now, and the way on.
    Danger,
    /// Forgets this browser and goes to `Left`.
    Leave,
    /// The page that says nothing about where the reader has been.
    Left,
    /// The privacy notice.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// A door: begins a draft in this voice, or goes on with one.
    Refer(Voice),
    /// The sections of the draft and how far each has come.
    Tasks,
    /// One section of questions, by its slug.
    Section(&'a str),
    /// One section at one of its fields, on the way back to reading it through.
    Change(&'a str, &'a str),
    /// The list of issues of the draft.
    Issues,
    /// One issue of the draft, by its item number.
    Issue(u32),
    /// One issue at one of its fields, on the way back to reading it through.
    ChangeIssue(u32, &'a str),
    /// Every question on one page.
    Everything,
    /// Keep the draft and come back later.
    Save,
    /// What a referrer can do where the person said no.
    SaidNo,
    /// Read it through.
    Check,
    /// Send it (only ever posted to).
    Send,
    /// The receipt of what this browser has just sent.
    Received,
    /// Come back to a draft with the return code.
    Return,
    /// The first page of feedback: who can see it.
    Feedback,
    /// One question of feedback, by its slug.
    FeedbackQuestion(&'a str),
    /// Feedback has been given.
    FeedbackThanks,
    /// Staff sign in.
    SignIn,
    /// Staff sign out (only ever posted to).
    SignOut,
    /// Staff sign out on every device (only ever posted to).
    SignOutEverywhere,
    /// Leads staff to the first page their account opens.
    Desk,
    /// One's own account: where one is signed in, another password.
    OwnAccount,
    /// The same, after the password was changed.
    OwnAccountChanged,
    /// The queue.
    Queue,
    /// What clients said, the newest first.
    ClientFeedback,
    /// The accounts of staff.
    Accounts,
    /// One referral, by its reference.
    Referral(&'a str),
    /// One issue of a referral, by its number, where each has a page of its own.
    ReferralIssue(&'a str, u32),
    /// What has happened to a referral, after so many newer lines.
    History(&'a str, usize),
    /// Sets another band for a referral (only ever posted to).
    Band(&'a str),
    /// Confirms that the person of a referral said no (only ever posted to).
    Refusal(&'a str),
    /// Decides one issue of a referral, by reference and item number (only ever posted to).
    Decision(&'a str, u32),
    /// Everything that was written in a referral.
    Answers(&'a str),
    /// The same on one page, however long it is.
    Whole(&'a str),
    /// One part of it, by the slug of its section or the path of its item.
    Part(&'a str, &'a str),
    /// One answer of a referral, by reference and field, to be put right.
    Correct(&'a str, &'a str),
    /// What the person of a referral may ask by law.
    Rights(&'a str),
    /// A copy of everything about them (only ever posted to).
    Copy(&'a str),
    /// Holds a referral beyond its time, or no longer (only ever posted to).
    Hold(&'a str),
    /// Erases the person of a referral (only ever posted to).
    Erase(&'a str),
    /// Makes a code for feedback, for the person of a referral (only ever posted to).
    FeedbackCode(&'a str),
    /// A file the binary carries.
    Static(&'a str),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => f.write_str(pattern::START),
            Self::Danger => f.write_str(pattern::DANGER),
            Self::Leave => f.write_str(pattern::LEAVE),
            Self::Left => f.write_str(pattern::LEFT),
            Self::Privacy => f.write_str(pattern::PRIVACY),
            Self::Accessibility => f.write_str(pattern::ACCESSIBILITY),
            Self::Refer(voice) => write!(f, "/refer/{}", voice.slug()),
            Self::Tasks => f.write_str(pattern::TASKS),
            Self::Section(slug) => write!(f, "/refer/section/{slug}"),
            Self::Change(slug, field) => write!(f, "/refer/section/{slug}?then=check#{field}"),
            Self::Issues => f.write_str(pattern::ISSUES),
            Self::Issue(number) => write!(f, "/refer/issues/{number}"),
            Self::ChangeIssue(number, field) => write!(f, "/refer/issues/{number}?then=check#{field}"),
            Self::Everything => f.write_str(pattern::EVERYTHING),
            Self::Save => f.write_str(pattern::SAVE),
            Self::SaidNo => f.write_str(pattern::SAID_NO),
            Self::Check => f.write_str(pattern::CHECK),
            Self::Send => f.write_str(pattern::SEND),
            Self::Received => f.write_str(pattern::RECEIVED),
            Self::Return => f.write_str(pattern::RETURN),
            Self::Feedback => f.write_str(pattern::FEEDBACK),
            Self::FeedbackQuestion(slug) => write!(f, "/feedback/question/{slug}"),
            Self::FeedbackThanks => f.write_str(pattern::FEEDBACK_THANKS),
            Self::SignIn => f.write_str(pattern::SIGN_IN),
            Self::SignOut => f.write_str(pattern::SIGN_OUT),
            Self::SignOutEverywhere => f.write_str(pattern::SIGN_OUT_EVERYWHERE),
            Self::Desk => f.write_str(pattern::DESK),
            Self::OwnAccount => f.write_str(pattern::OWN_ACCOUNT),
            Self::OwnAccountChanged => write!(f, "{}?changed=yes", pattern::OWN_ACCOUNT),
            Self::Queue => f.write_str(pattern::QUEUE),
            Self::ClientFeedback => f.write_str(pattern::CLIENT_FEEDBACK),
            Self::Accounts => f.write_str(pattern::ACCOUNTS),
            Self::Referral(reference) => write!(f, "/staff/referrals/{reference}"),
            Self::ReferralIssue(reference, issue) => write!(f, "/staff/referrals/{reference}/issues/{issue}"),
            Self::History(reference, 0) => write!(f, "/staff/referrals/{reference}/history"),
            Self::History(reference, newer) => write!(f, "/staff/referrals/{reference}/history?after={newer}"),
            Self::Band(reference) => write!(f, "/staff/referrals/{reference}/band"),
            Self::Refusal(reference) => write!(f, "/staff/referrals/{reference}/refusal"),
            Self::Decision(reference, issue) => write!(f, "/staff/referrals/{reference}/issues/{issue}/decision"),
            Self::Answers(reference) => write!(f, "/staff/referrals/{reference}/answers"),
            Self::Whole(reference) => write!(f, "/staff/referrals/{reference}/answers?whole=yes"),
            Self::Part(reference, part) => write!(f, "/staff/referrals/{reference}/written/{part}"),
            Self::Correct(reference, field) => write!(f, "/staff/referrals/{reference}/answers/{field}"),
            Self::Rights(reference) => write!(f, "/staff/referrals/{reference}/rights"),
            Self::Copy(reference) => write!(f, "/staff/referrals/{reference}/copy"),
            Self::Hold(reference) => write!(f, "/staff/referrals/{reference}/hold"),
            Self::Erase(reference) => write!(f, "/staff/referrals/{reference}/erase"),
            Self::FeedbackCode(reference) => write!(f, "/staff/referrals/{reference}/feedback-code"),
            Self::Static(name) => write!(f, "/static/{name}"),
        }
    }
}

/// The addresses as the router knows them, with names in braces where something is filled in.
///
/// The order of registration matters in one place only: `VOICE` would also match the fixed pages under `/refer/`,
/// so it is registered after them.
pub mod pattern {
    /// [`Path::Start`](super::Path::Start).
    pub const START: &str = "/";
    /// [`Path::Danger`](super::Path::Danger).
    pub const DANGER: &str = "/danger";
    /// [`Path::Leave`](super::Path::Leave).
    pub const LEAVE: &str = "/leave";
    /// [`Path::Left`](super::Path::Left).
    pub const LEFT: &str = "/left";
    /// [`Path::Privacy`](super::Path::Privacy).
    pub const PRIVACY: &str = "/privacy";
    /// [`Path::Accessibility`](super::Path::Accessibility).
    pub const ACCESSIBILITY: &str = "/accessibility";
    /// [`Path::Refer`](super::Path::Refer).
    pub const VOICE: &str = "/refer/{voice}";
    /// [`Path::Tasks`](super::Path::Tasks).
    pub const TASKS: &str = "/refer/tasks";
    /// [`Path::Section`](super::Path::Section).
    pub const SECTION: &str = "/refer/section/{slug}";
    /// [`Path::Issues`](super::Path::Issues).
    pub const ISSUES: &str = "/refer/issues";
    /// [`Path::Issue`](super::Path::Issue).
    pub const ISSUE: &str = "/refer/issues/{number}";
    /// [`Path::Everything`](super::Path::Everything).
    pub const EVERYTHING: &str = "/refer/everything";
    /// [`Path::Save`](super::Path::Save).
    pub const SAVE: &str = "/refer/save";
    /// [`Path::SaidNo`](super::Path::SaidNo).
    pub const SAID_NO: &str = "/refer/they-said-no";
    /// [`Path::Check`](super::Path::Check).
    pub const CHECK: &str = "/refer/check";
    /// [`Path::Send`](super::Path::Send).
    pub const SEND: &str = "/refer/send";
    /// [`Path::Received`](super::Path::Received).
    pub const RECEIVED: &str = "/received";
    /// [`Path::Return`](super::Path::Return).
    pub const RETURN: &str = "/return";
    /// [`Path::Feedback`](super::Path::Feedback).
    pub const FEEDBACK: &str = "/feedback";
    /// [`Path::FeedbackQuestion`](super::Path::FeedbackQuestion).
    pub const FEEDBACK_QUESTION: &str = "/feedback/question/{slug}";
    /// [`Path::FeedbackThanks`](super::Path::FeedbackThanks).
    pub const FEEDBACK_THANKS: &str = "/feedback/thanks";
    /// [`Path::SignIn`](super::Path::SignIn).
    pub const SIGN_IN: &str = "/staff/sign-in";
    /// [`Path::SignOut`](super::Path::SignOut).
    pub const SIGN_OUT: &str = "/staff/sign-out";
    /// [`Path::SignOutEverywhere`](super::Path::SignOutEverywhere).
    pub const SIGN_OUT_EVERYWHERE: &str = "/staff/sign-out-everywhere";
    /// [`Path::Desk`](super::Path::Desk).
    pub const DESK: &str = "/staff";
    /// [`Path::ClientFeedback`](super::Path::ClientFeedback).
    pub const CLIENT_FEEDBACK: &str = "/staff/feedback";
    /// [`Path::Accounts`](super::Path::Accounts).
    pub const ACCOUNTS: &str = "/staff/accounts";
    /// [`Path::OwnAccount`](super::Path::OwnAccount).
    pub const OWN_ACCOUNT: &str = "/staff/own-account";
    /// [`Path::Queue`](super::Path::Queue).
    pub const QUEUE: &str = "/staff/queue";
    /// [`Path::Referral`](super::Path::Referral).
    pub const REFERRAL: &str = "/staff/referrals/{reference}";
    /// [`Path::ReferralIssue`](super::Path::ReferralIssue).
    pub const REFERRAL_ISSUE: &str = "/staff/referrals/{reference}/issues/{issue}";
    /// [`Path::History`](super::Path::History).
    pub const HISTORY: &str = "/staff/referrals/{reference}/history";
    /// [`Path::Band`](super::Path::Band).
    pub const BAND: &str = "/staff/referrals/{reference}/band";
    /// [`Path::Refusal`](super::Path::Refusal).
    pub const REFUSAL: &str = "/staff/referrals/{reference}/refusal";
    /// [`Path::Decision`](super::Path::Decision).
    pub const DECISION: &str = "/staff/referrals/{reference}/issues/{issue}/decision";
    /// [`Path::Answers`](super::Path::Answers).
    pub const ANSWERS: &str = "/staff/referrals/{reference}/answers";
    /// [`Path::Part`](super::Path::Part).
    pub const PART: &str = "/staff/referrals/{reference}/written/{part}";
    /// [`Path::Correct`](super::Path::Correct).
    pub const CORRECT: &str = "/staff/referrals/{reference}/answers/{field}";
    /// [`Path::Rights`](super::Path::Rights).
    pub const RIGHTS: &str = "/staff/referrals/{reference}/rights";
    /// [`Path::Copy`](super::Path::Copy).
    pub const COPY: &str = "/staff/referrals/{reference}/copy";
    /// [`Path::Hold`](super::Path::Hold).
    pub const HOLD: &str = "/staff/referrals/{reference}/hold";
    /// [`Path::Erase`](super::Path::Erase).
    pub const ERASE: &str = "/staff/referrals/{reference}/erase";
    /// [`Path::FeedbackCode`](super::Path::FeedbackCode).
    pub const FEEDBACK_CODE: &str = "/staff/referrals/{reference}/feedback-code";
    /// [`Path::Static`](super::Path::Static).
    pub const STATIC: &str = "/static/{name:.*}";
    /// Whether the process answers. No page leads here.
    pub const ALIVE: &str = "/healthz";
    /// Whether the database answers too. No page leads here.
    pub const READY: &str = "/readyz";
}

#[cfg(test)]
mod tests {
    use super::{Path, pattern};
    use crate::form::Voice;

    /// Whether an address fits a pattern, piece by piece.
    fn fits(address: &str, pattern: &str) -> bool {
        let (address, pattern): (Vec<_>, Vec<_>) = (address.split('/').collect(), pattern.split('/').collect());
        address.len() == pattern.len() && address.iter().zip(&pattern).all(|(a, p)| p.starts_with('{') || a == p)
    }

    #[test]
    fn every_filled_address_fits_its_pattern() {
        for (path, pattern) in [
            (Path::Refer(Voice::Myself), pattern::VOICE),
            (Path::Section("person"), pattern::SECTION),
            (Path::Issue(3), pattern::ISSUE),
            (Path::Change("person", "person-born"), pattern::SECTION),
            (Path::ChangeIssue(3, "issues.3.capacity"), pattern::ISSUE),
            (Path::FeedbackQuestion("listened"), pattern::FEEDBACK_QUESTION),
            (Path::Referral("7K3M-92QX"), pattern::REFERRAL),
            (Path::ReferralIssue("7K3M-92QX", 2), pattern::REFERRAL_ISSUE),
            (Path::History("7K3M-92QX", 0), pattern::HISTORY),
            (Path::Band("7K3M-92QX"), pattern::BAND),
            (Path::Refusal("7K3M-92QX"), pattern::REFUSAL),
            (Path::Decision("7K3M-92QX", 2), pattern::DECISION),
            (Path::Answers("7K3M-92QX"), pattern::ANSWERS),
            (Path::Part("7K3M-92QX", "issues.2"), pattern::PART),
            (Path::Correct("7K3M-92QX", "issues.1.dates.2.date-when"), pattern::CORRECT),
            (Path::Rights("7K3M-92QX"), pattern::RIGHTS),
            (Path::Copy("7K3M-92QX"), pattern::COPY),
            (Path::Hold("7K3M-92QX"), pattern::HOLD),
            (Path::Erase("7K3M-92QX"), pattern::ERASE),
            (Path::FeedbackCode("7K3M-92QX"), pattern::FEEDBACK_CODE),
            (Path::Static("alongside.css"), pattern::STATIC),
        ] {
            assert!(fits(&path.to_string(), pattern), "{path} does not fit {pattern}");
        }
    }

    #[test]
    fn no_fixed_page_hides_behind_a_voice() {
        for voice in Voice::ALL {
            for page in [pattern::TASKS, pattern::ISSUES, pattern::EVERYTHING, pattern::SAVE, pattern::CHECK] {
                assert_ne!(Path::Refer(voice).to_string(), page);
            }
        }
    }
}
