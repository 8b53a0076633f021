//! The words of the desk.

/// The heading of the page for signing in.
pub const SIGN_IN: &str = "Staff sign in";
/// The field for the e-mail address.
pub const EMAIL: &str = "Work e-mail";
/// The field for the password.
pub const PASSWORD: &str = "Password";
/// The button.
pub const SIGN_IN_BUTTON: &str = "Sign in";

/// The name of the queue.
pub const QUEUE: &str = "Queue";
/// Above the filters.
pub const FILTER: &str = "Show";
/// Sets the filters.
pub const FILTER_BUTTON: &str = "Show these";
/// Takes the filters away.
pub const FILTER_CLEAR: &str = "Show all";
/// The checkbox for what is past its time.
pub const OVERDUE_ONLY: &str = "Overdue only";
/// A choice that filters nothing.
pub const ANY: &str = "All";
/// A filter: band.
pub const BAND: &str = "Band";
/// A filter: service line.
pub const LINE: &str = "Service line";
/// A filter: state.
pub const STATE: &str = "State";
/// Where a filter finds nothing.
pub const NOTHING_FOUND: &str = "No referral fits these filters.";
/// Where there is nothing at all.
pub const NOTHING_YET: &str = "No referral is waiting. When one is sent, it stands here.";
/// Leads to the next page of the queue.
pub const NEXT: &str = "Next page";
/// Leads to the first page of the queue.
pub const FIRST: &str = "First page";
/// The caption: how the queue is ordered.
pub const CAPTION: &str = "Most urgent first: by band, then by contact-by, then by points.";
/// Column: reference.
pub const REFERENCE: &str = "Referral";
/// Column: contact-by.
pub const CONTACT_BY: &str = "Contact by";
/// Column: the first reason.
pub const WHY: &str = "Why";
/// Column: when it came.
pub const RECEIVED: &str = "Received";
/// Said of a contact-by that has passed.
pub const OVERDUE: &str = "Overdue";

/// How many referrals a page of the queue stands for.
#[must_use]
pub fn queue_title(count: i64) -> String {
    match count {
        1 => "Queue: 1 referral".to_owned(),
        count => format!("Queue: {count} referrals"),
    }
}

/// The heading of a referral.
#[must_use]
pub fn referral_title(reference: &str) -> String {
    format!("Referral {reference}")
}

/// Above the reasons of a band.
pub const REASONS: &str = "Why it stands where it does";
/// Column: the reason.
pub const REASON: &str = "Reason";
/// Column: points or floor.
pub const WEIGHT: &str = "Weight";
/// Column: source.
pub const SOURCE: &str = "Source";
/// Column: rule.
pub const RULE: &str = "Rule";
/// The sum of the points.
pub const POINTS: &str = "Points";
/// Above flags.
pub const FLAGS: &str = "Before you make contact";
/// Above gaps.
pub const GAPS: &str = "Still missing";
/// Where nothing is missing.
pub const GAPS_NONE: &str = "Nothing is missing.";
/// Above answers that do not agree.
pub const QUERIES: &str = "Answers that do not agree";
/// Above calls to make.
pub const CALL_BACKS: &str = "Calls to make";
/// Above the issues.
pub const ISSUES: &str = "Issues";
/// Above the limbs of a service line.
pub const LIMBS: &str = "What the law asks";
/// Column: limb.
pub const LIMB: &str = "Test";
/// Column: met or not.
pub const MET: &str = "Met?";
/// Above the record.
pub const RECORD: &str = "What was written";
/// Above words of questions that no longer applied.
pub const ALSO_WRITTEN: &str = "Also written, for questions that no longer applied";
/// Before words that could not be understood.
pub const AS_WRITTEN: &str = "As written:";
/// Said of an answer that could endanger someone.
pub const GUARDED: &str = "Handle with care";
/// Above events.
pub const EVENTS: &str = "What has happened";
/// Column: when.
pub const WHEN: &str = "When";
/// Column: who.
pub const WHO: &str = "Who";
/// Column: what.
pub const WHAT: &str = "What";
/// Leads back to the queue.
pub const TO_QUEUE: &str = "Back to the queue";
/// Names the links to the parts of a referral.
pub const CONTENTS: &str = "On this page";

/// Above the form that sets another band.
pub const OVERRIDE: &str = "Set another band";
/// What an override does.
pub const OVERRIDE_LEAD: &str = "The computed band, your name and your reason are kept. A lower band lapses when danger, a date or detention changes.";
/// The question of the form.
pub const OVERRIDE_BAND: &str = "Band";
/// The reason.
pub const OVERRIDE_REASON: &str = "Reason";
/// What a good reason says.
pub const OVERRIDE_REASON_HINT: &str = "What you know that the rules do not.";
/// The button.
pub const OVERRIDE_BUTTON: &str = "Set this band";
/// Above the form that decides an issue.
pub const DECIDE: &str = "Decide this issue";
/// The question of the form.
pub const DECIDE_ASK: &str = "What happens with it?";
/// The service line, when it is accepted.
pub const DECIDE_LINE: &str = "If accepted: to which service line";
/// The reason.
pub const DECIDE_REASON: &str = "Reason";
/// What a good reason says.
pub const DECIDE_REASON_HINT: &str =
    "Needed if you ask, signpost or decline. Write it so that it can be told to the person.";
/// The button.
pub const DECIDE_BUTTON: &str = "Record this decision";

/// When a name and password open nothing.
pub const SIGN_IN_WRONG: &str = "That name and password do not open anything. Check both and try again. \
    After 5 wrong tries we wait for 10 minutes.";

/// Said of a contact-by that had passed when the referral came.
pub const AT_ONCE: &str = "now";

/// A flag: someone is in danger now.
pub const FLAG_EMERGENCY: &str = "Danger now";
/// A flag: someone may be in danger.
pub const FLAG_DANGER: &str = "Danger or abuse";
/// A flag: some way of making contact is not safe.
pub const FLAG_CONTACT: &str = "Unsafe contact";
/// Above what was said about making contact.
pub const FLAG_HOW_TO_CONTACT: &str = "How to make contact safely";
/// A flag: something must be booked or sent in another form.
pub const FLAG_COMMUNICATION: &str = "Communication needs";
/// A flag: a risk to the person or a visitor.
pub const FLAG_RISK: &str = "Risk";
/// A flag: questions are still open.
pub const FLAG_GAPS: &str = "Answers missing";

/// Where a referral stands, by its frozen name.
#[must_use]
pub fn status(slug: &str) -> &'static str {
    match slug {
        "received" => "Waiting for triage",
        "asked" => "Waiting for an answer",
        "accepted" => "Accepted",
        "closed" => "Closed",
        _ => "",
    }
}

/// Where an issue stands, by its frozen name.
#[must_use]
pub fn issue_state(slug: &str) -> &'static str {
    match slug {
        "open" => "Not decided yet",
        "asked" => "Asked, waiting for an answer",
        "accepted" => "Accepted",
        "signposted" => "Signposted",
        "declined" => "Declined",
        _ => "",
    }
}

/// What can be decided about an issue, by the frozen name of where it then stands.
#[must_use]
pub fn way(slug: &str) -> &'static str {
    match slug {
        "asked" => "Ask for something first",
        "accepted" => "Accept it",
        "signposted" => "Name another service that can help",
        "declined" => "Decline it",
        _ => "",
    }
}

/// How a referral came in, by its frozen name.
#[must_use]
pub fn channel(slug: &str) -> &'static str {
    match slug {
        "web" => "through this website",
        "phone" => "by phone",
        "letter" => "by letter",
        "email" => "by e-mail",
        "walk-in" => "in person",
        "machine" => "from another system",
        _ => "",
    }
}

/// When it came, how, and from whom.
#[must_use]
pub fn received(when: &str, channel: &str, voice: &str) -> String {
    format!("Received at {when}, {channel}. Sent by: {voice}.")
}

/// That a band was chosen by a person, and what the rules gave.
#[must_use]
pub fn set_by_hand(computed: &str) -> String {
    format!("This band was set by a member of staff. The rules give {computed}. Who and why stands under “{EVENTS}”.")
}

/// What a floor does.
#[must_use]
pub fn never_below(band: &str) -> String {
    format!("Never below {band}")
}

/// What a rule adds.
#[must_use]
pub fn points(points: i32) -> String {
    format!("{points:+}")
}

/// A call to make, and by when.
#[must_use]
pub fn call(sentence: &str, due: &str) -> String {
    format!("By {due}: {sentence}")
}

/// The name of an issue.
#[must_use]
pub fn issue(number: u32, kind: &str) -> String {
    format!("Issue {number}: {kind}")
}

/// The service that seems right, and how sure that is.
#[must_use]
pub fn service(line: &str, duty: &str, informal: bool, provisional: bool) -> String {
    let sure = match duty {
        "C1" => "The law asks for it: every test is met.",
        "C2" => "The law seems to ask for it: no test has failed, and some are still open.",
        "C3" => "It may be given; no duty has to be shown.",
        _ => "No duty is shown.",
    };
    let informal = if informal { " The council or NHS body has still to instruct us formally." } else { "" };
    let provisional = if provisional { " Taken provisionally: the capacity assessment is still to come." } else { "" };
    format!("{line}. {sure}{informal}{provisional}")
}

/// Whether a test is met, by its frozen name.
#[must_use]
pub fn limb_state(slug: &str) -> &'static str {
    match slug {
        "met" => "Met",
        "not-met" => "Not met",
        _ => "Not known",
    }
}

/// A question and its answer in one line.
#[must_use]
pub fn said(asked: &str, answered: &str) -> String {
    format!("{asked} {answered}")
}

/// Who did it: whoever sent the referral.
pub const BY_SENDER: &str = "The sender";
/// Who did it: the portal by itself.
pub const BY_PORTAL: &str = "The portal";
/// Who did it: somebody whose account is gone.
pub const BY_LEAVER: &str = "Someone who has left";
/// An event: it came.
pub const RECEIVED_EVENT: &str = "Received";
/// An event: it was read.
pub const VIEWED_EVENT: &str = "Opened";
/// In the place of words that were erased.
pub const ERASED: &str = "(these words were erased)";

/// An event: another band.
#[must_use]
pub fn overridden(from: &str, to: &str) -> String {
    format!("Band set from {from} to {to}")
}

/// An event: assessed again.
#[must_use]
pub fn assessed(from: &str, to: &str) -> String {
    format!("Assessed again: {from}, now {to}")
}

/// An event: an issue was decided.
#[must_use]
pub fn decided(issue: i32, state: &str, line: Option<&str>) -> String {
    match line {
        Some(line) => format!("Issue {issue}: {state}, {line}"),
        None => format!("Issue {issue}: {state}"),
    }
}

/// An event: an answer was put right.
#[must_use]
pub fn corrected(asked: &str) -> String {
    format!("Answer put right: {asked}")
}

/// An event: everything held about the person was put together for them.
pub const DISCLOSED_EVENT: &str = "A copy of everything about the person was made";
/// An event: it is kept beyond its time.
pub const HELD_EVENT: &str = "Held for a complaint or a court case";
/// An event: it is so no longer.
pub const RELEASED_EVENT: &str = "No longer held";

/// An event: everything that names somebody was destroyed.
#[must_use]
pub fn erased(by_time: bool) -> String {
    if by_time { "Erased: its time was over".to_owned() } else { "Erased: the person asked".to_owned() }
}

/// An event with its reason.
#[must_use]
pub fn because(what: &str, reason: &str) -> String {
    format!("{what}. {reason}")
}

/// When no band was chosen.
pub const CHOOSE_BAND: &str = "Choose the band you want to set.";
/// When no reason was given for a band.
pub const GIVE_REASON: &str = "Write the reason, so that a colleague understands it later.";
/// When no decision was chosen.
pub const CHOOSE_WAY: &str = "Choose what happens with this issue.";
/// When a decision needs words.
pub const GIVE_DECISION_REASON: &str = "Write the reason. You need one to ask, to signpost or to decline.";
/// When an issue cannot be decided so any more.
pub const DECIDED_MEANWHILE: &str = "This issue stands there already. Choose something else.";
