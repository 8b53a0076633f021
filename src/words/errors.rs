//! What is said when a page cannot be shown: what happened, and what to do. Knows no status code and no address.

/// A page that stands in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorry {
    /// The heading.
    pub title: &'static str,
    /// What happened, in a sentence or two.
    pub happened: &'static str,
    /// What to do now.
    pub act: &'static str,
}

/// Nothing lives at that address.
pub const NOT_FOUND: Sorry = Sorry {
    title: "We cannot find that page",
    happened: "The address may have a typing mistake, or the page may have moved.",
    act: "Go to the start page. You can find everything from there.",
};
/// Somebody signed in may not see this.
pub const FORBIDDEN: Sorry = Sorry {
    title: "This page is not open to you",
    happened: "Your account does not cover this page or this action. Nothing has been changed.",
    act: "If you need it for your work, ask a manager of your service to change what your account covers.",
};
/// The request was made by another site, or its page was too old to trust.
pub const NOT_FROM_HERE: Sorry = Sorry {
    title: "Please send that again",
    happened: "To keep you safe, we only take answers sent from our own pages. This page was open for a long time, or \
        another website tried to send it for you.",
    act: "Open the page again from our website, and send it from there.",
};
/// The draft's cookie is gone: the browser was closed, or a long time has passed.
pub const DRAFT_ENDED: Sorry = Sorry {
    title: "This form is no longer open here",
    happened: "The form closes when you close your browser, leave the page, or stay away for a long time.",
    act: "If you have a return code, use it with the word you chose: it brings your answers back. \
        If you do not have one, please start again, or phone us.",
};
/// The draft was destroyed when its time was up.
pub const DRAFT_DESTROYED: Sorry = Sorry {
    title: "These answers are no longer kept",
    happened: "We keep answers that were not sent for a short time only, to keep you safe. That time is over.",
    act: "Please start again, or phone us and tell us what is happening.",
};
/// A member of staff has to sign in again.
pub const SIGNED_OUT: Sorry = Sorry {
    title: "Please sign in again",
    happened: "You were signed out because some time went by, or because you signed out on another device.",
    act: "Sign in again, and open the page you were on from the queue.",
};
/// More was sent than can be taken at once.
pub const TOO_LARGE: Sorry = Sorry {
    title: "That was too much to send at once",
    happened: "We could not take all of it. What you saved before is still kept.",
    act: "Go back, make the longest answer shorter, and save again. You can tell us the rest by phone.",
};
/// The database cannot be reached, or is too busy.
pub const AWAY: Sorry = Sorry {
    title: "We cannot save anything just now",
    happened: "Part of this website is not working. This last step was not saved. What you saved before is safe.",
    act: "Wait a minute, then reload this page. If your browser asks whether to send it again, say yes: your words go with \
        it. If you cannot wait, phone us.",
};
/// Something nobody foresaw.
pub const UNEXPECTED: Sorry = Sorry {
    title: "Something went wrong on our side",
    happened: "It is not your fault. This last step may not have been saved. What you saved before is safe.",
    act: "Reload this page. If your browser asks whether to send it again, say yes: your words go with it. If this happens \
        again, phone us and we will take it down for you.",
};

/// This browser has sent its referral already.
pub const ALREADY_SENT: Sorry = Sorry {
    title: "You have sent this already",
    happened: "We have what you sent. It cannot be changed on this page any more.",
    act: "Look at your receipt. If you want to add something, phone us and say the reference.",
};
/// A colleague was faster.
pub const CHANGED_MEANWHILE: Sorry = Sorry {
    title: "Somebody changed this a moment ago",
    happened: "Another person changed this referral after you opened it. Your change has not been made.",
    act: "Open the referral again, look at what is new, and make your change if it is still needed.",
};

/// The link to the receipt.
pub const TO_RECEIPT: &str = "Go to your receipt";
/// The link to the sign-in page.
pub const TO_SIGN_IN: &str = "Sign in";
/// The link to the first page an account opens.
pub const TO_DESK: &str = "Go to your first page";
/// The link to the start page.
pub const TO_START: &str = "Go to the start page";

/// Every one of them.
pub const ALL: [&Sorry; 11] = [
    &NOT_FOUND,
    &FORBIDDEN,
    &NOT_FROM_HERE,
    &DRAFT_ENDED,
    &DRAFT_DESTROYED,
    &SIGNED_OUT,
    &ALREADY_SENT,
    &CHANGED_MEANWHILE,
    &TOO_LARGE,
    &AWAY,
    &UNEXPECTED,
];

/// Said as well where the page stood between a person and sending: sending twice is harmless.
pub const SEND_AGAIN: &str = "You can safely press send again. Sending twice makes one referral only.";
