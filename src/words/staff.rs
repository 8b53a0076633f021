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
pub fn queue_title(count: usize) -> String {
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
