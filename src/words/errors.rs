//! What is said when a page cannot be shown: what happened, and what to do. Knows no status code and no address.

use super::Text;
use super::reach::Why;
use super::text::texts;

texts! {
    /// The link to the receipt.
    pub TO_RECEIPT = "Go to your receipt";
    /// The link to the sign-in page.
    pub TO_SIGN_IN = "Sign in";
    /// The link to the first page an account opens.
    pub TO_DESK = "Go to your first page";
    /// The link to the start page.
    pub TO_START = "Go to the start page";
    /// Said as well where the page stood between a person and sending: sending twice is harmless.
    pub SEND_AGAIN = "You can safely press send again. If you send it twice, we still get it once.";
    /// The button that sends again.
    pub SEND_BUTTON = "Send it again";

    NOT_FOUND_TITLE = "We cannot find that page";
    NOT_FOUND_HAPPENED = "The address may have a typing mistake, or the page may have moved.";
    NOT_FOUND_ACT = "Go to the start page. You can find everything from there.";

    FORBIDDEN_TITLE = "This page is not open to you";
    FORBIDDEN_HAPPENED = "Your account does not cover this page or this action. Nothing has been changed.";
    FORBIDDEN_ACT = "If you need it for your work, ask whoever runs this website to change what your account covers.";

    NOT_FROM_HERE_TITLE = "Please send that again";
    NOT_FROM_HERE_HAPPENED =
        "To keep you safe, we only take answers sent from our own pages. This page was open for a long time, or \
        another website tried to send it for you.";
    NOT_FROM_HERE_ACT = "Open the page again from our website, and send it from there.";

    DRAFT_ENDED_TITLE = "This form is no longer open here";
    DRAFT_ENDED_HAPPENED =
        "Some time went by since it was last used here. Or it was opened with its return code on another phone or computer.";
    DRAFT_ENDED_ACT = "If you have a return code, use it with the word you chose: it brings your answers back. \
        If you do not have one, please start again.";

    SIGNED_OUT_TITLE = "Please sign in";
    SIGNED_OUT_HAPPENED = "This page is for staff who are signed in. You may have been signed out because some time went by.";
    SIGNED_OUT_ACT = "Sign in, and open the page you want from there.";

    /// Above what was written and could not be kept.
    pub WRITTEN = "What you wrote";
    /// What to do with it.
    pub WRITTEN_LEAD = "It was not saved. Copy it now, so that you can put it in again.";

    TOO_LARGE_TITLE = "That was too much to send at once";
    TOO_LARGE_HAPPENED = "We could not take all of it. What you saved before is still kept.";
    TOO_LARGE_ACT = "Go back, make the longest answer shorter, and save again.";

    /// When to try again, as [`times::wait`](super::times::wait) says it.
    pub again_in(wait: &str) = "Please wait {wait}.";
    /// The link back to the page where a referral is read through.
    pub TO_CHECK = "Go back and press send again";

    TOO_MANY_TITLE = "Please wait a moment";
    TOO_MANY_HAPPENED =
        "More people are using this website just now than we can take at once. This last step was not done. What \
        you saved before is safe.";
    TOO_MANY_ACT =
        "Then reload this page. If your browser asks whether to send it again, say yes: your words go with it.";

    TOO_MANY_TRIES_TITLE = "Please wait before you try again";
    TOO_MANY_TRIES_HAPPENED =
        "This was tried many times in a short while. To keep what is behind it safe, we now take one try at a time.";
    TOO_MANY_TRIES_ACT =
        "Then reload this page. If your browser asks whether to send it again, say yes: what you typed goes with it.";

    TOO_SLOW_TITLE = "That did not reach us in time";
    TOO_SLOW_HAPPENED =
        "Your connection may be slow or broken, so not all of what you wrote arrived. What you saved before is safe.";
    TOO_SLOW_ACT =
        "Reload this page. If your browser asks whether to send it again, say yes: your words go with it.";

    AWAY_TITLE = "We cannot save anything just now";
    AWAY_HAPPENED = "Part of this website is not working. This last step was not saved. What you saved before is safe.";
    AWAY_ACT =
        "Wait a minute, then reload this page. If your browser asks whether to send it again, say yes: your words go with \
        it.";

    UNEXPECTED_TITLE = "Something went wrong on our side";
    UNEXPECTED_HAPPENED =
        "It is not your fault. This last step may not have been saved. What you saved before is safe.";
    UNEXPECTED_ACT =
        "Reload this page. If your browser asks whether to send it again, say yes: your words go with it.";

    ALREADY_SENT_TITLE = "You have sent this already";
    ALREADY_SENT_HAPPENED = "We have what you sent. It cannot be changed on this page any more.";
    ALREADY_SENT_ACT = "Look at your receipt.";

    CHANGED_MEANWHILE_TITLE = "This has changed since you opened it";
    CHANGED_MEANWHILE_HAPPENED =
        "The referral has changed since you opened it. Your change has not been made.";
    CHANGED_MEANWHILE_ACT = "Open the referral again, look at what is new, and make your change if it is still needed.";
}

/// A page that stands in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorry {
    /// The heading.
    pub title: Text,
    /// What happened, in a sentence or two.
    pub happened: Text,
    /// What to do now.
    pub act: Text,
    /// For what people can be reached beside it, if the service has a way.
    pub ask: Option<Why>,
}

/// Nothing lives at that address.
pub const NOT_FOUND: Sorry =
    Sorry { title: NOT_FOUND_TITLE, happened: NOT_FOUND_HAPPENED, act: NOT_FOUND_ACT, ask: None };
/// Somebody signed in may not see this.
pub const FORBIDDEN: Sorry =
    Sorry { title: FORBIDDEN_TITLE, happened: FORBIDDEN_HAPPENED, act: FORBIDDEN_ACT, ask: None };
/// The request was made by another site, or its page was too old to trust.
pub const NOT_FROM_HERE: Sorry =
    Sorry { title: NOT_FROM_HERE_TITLE, happened: NOT_FROM_HERE_HAPPENED, act: NOT_FROM_HERE_ACT, ask: None };
/// The draft's visit is over: a long time has passed, or it was brought back elsewhere. Whoever left on purpose never
/// reads this.
pub const DRAFT_ENDED: Sorry =
    Sorry { title: DRAFT_ENDED_TITLE, happened: DRAFT_ENDED_HAPPENED, act: DRAFT_ENDED_ACT, ask: Some(Why::Also) };
/// A member of staff has to sign in again.
pub const SIGNED_OUT: Sorry =
    Sorry { title: SIGNED_OUT_TITLE, happened: SIGNED_OUT_HAPPENED, act: SIGNED_OUT_ACT, ask: None };
/// More was sent than can be taken at once.
pub const TOO_LARGE: Sorry =
    Sorry { title: TOO_LARGE_TITLE, happened: TOO_LARGE_HAPPENED, act: TOO_LARGE_ACT, ask: Some(Why::TheRest) };
/// More came at once than is taken.
pub const TOO_MANY: Sorry = Sorry { title: TOO_MANY_TITLE, happened: TOO_MANY_HAPPENED, act: TOO_MANY_ACT, ask: None };
/// One code or name was tried very often.
pub const TOO_MANY_TRIES: Sorry =
    Sorry { title: TOO_MANY_TRIES_TITLE, happened: TOO_MANY_TRIES_HAPPENED, act: TOO_MANY_TRIES_ACT, ask: None };
/// What was typed did not arrive in time.
pub const TOO_SLOW: Sorry =
    Sorry { title: TOO_SLOW_TITLE, happened: TOO_SLOW_HAPPENED, act: TOO_SLOW_ACT, ask: Some(Why::HappensAgain) };
/// The database cannot be reached, or is too busy.
pub const AWAY: Sorry = Sorry { title: AWAY_TITLE, happened: AWAY_HAPPENED, act: AWAY_ACT, ask: Some(Why::CannotWait) };
/// Something nobody foresaw.
pub const UNEXPECTED: Sorry =
    Sorry { title: UNEXPECTED_TITLE, happened: UNEXPECTED_HAPPENED, act: UNEXPECTED_ACT, ask: Some(Why::HappensAgain) };
/// This browser has sent its referral already.
pub const ALREADY_SENT: Sorry =
    Sorry { title: ALREADY_SENT_TITLE, happened: ALREADY_SENT_HAPPENED, act: ALREADY_SENT_ACT, ask: Some(Why::ToAdd) };
/// A colleague was faster.
pub const CHANGED_MEANWHILE: Sorry = Sorry {
    title: CHANGED_MEANWHILE_TITLE,
    happened: CHANGED_MEANWHILE_HAPPENED,
    act: CHANGED_MEANWHILE_ACT,
    ask: None,
};

/// Every one of them.
pub const ALL: [&Sorry; 13] = [
    &NOT_FOUND,
    &FORBIDDEN,
    &NOT_FROM_HERE,
    &DRAFT_ENDED,
    &SIGNED_OUT,
    &ALREADY_SENT,
    &CHANGED_MEANWHILE,
    &TOO_LARGE,
    &TOO_MANY,
    &TOO_MANY_TRIES,
    &TOO_SLOW,
    &AWAY,
    &UNEXPECTED,
];
