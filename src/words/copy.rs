//! The words of a copy: everything held about a person, as they asked for it by law.

/// The heading of the copy.
#[must_use]
pub fn title(service: &str) -> String {
    format!("What {service} holds about you")
}

/// What the copy is, for the person.
#[must_use]
pub fn lead(made: &str) -> String {
    format!(
        "You asked for a copy of what we have about you. This is all of it, as it was at {made}. Below each question \
         stands the answer as it was given to us."
    )
}

/// What else they may ask.
#[must_use]
pub fn rights(contact: &str) -> String {
    let ask =
        if contact.is_empty() { String::new() } else { format!(" To ask, or if anything is not clear: {contact}.") };
    format!(
        "You can ask us to put right what is wrong, to delete it, or to stop using it.{ask} You can complain to the \
         Information Commissioner’s Office: 0303 123 1113."
    )
}

/// Above the words that are for the service only.
pub const BEFORE: &str = "For the service, before this is handed over (this box and the marks are not printed)";
/// What the service has to do first.
pub const BEFORE_WORDS: &[&str] = &[
    "Be sure who is asking, and that they may: the person, or somebody who may act for them.",
    "Look at every mark. “Another person” and “In confidence”: you need not give what would tell on somebody else, unless \
     they agree or it is reasonable without (UK GDPR Article 15(4); Data Protection Act 2018, Schedule 2, paragraph 16).",
    "“Could harm”: do not give what is likely to cause serious harm to the body or mind of anybody (Data Protection Act \
     2018, Schedule 3, Parts 2 and 3). Ask the health professional concerned where it is about health.",
    "Names of staff stand in it, as they acted in their work.",
    "Write down what you leave out and why, and tell the person that something was left out, unless that alone would do harm.",
    "Hand it over in a way that the answers about safe contact allow. You have one month (Article 12(3)).",
];
/// A mark: about another person.
pub const ANOTHER_PERSON: &str = "Another person";
/// A mark: said in confidence, perhaps.
pub const IN_CONFIDENCE: &str = "In confidence?";
/// A mark: could endanger somebody.
pub const HARM: &str = "Could harm";

/// Above who the person is.
pub const PERSON: &str = "Who you are";
/// By what they are found.
#[must_use]
pub fn found_by(fields: &[String]) -> String {
    format!("Our staff can find you by: {}.", fields.join(", ").replace('-', " "))
}

/// One detail of a person, by its frozen name.
#[must_use]
pub fn detail(name: &str) -> &str {
    match name {
        "name" => "Name",
        "known_as" => "Known as",
        "born" => "Born",
        "nhs_number" => "NHS number",
        other => other,
    }
}

/// Above one referral.
#[must_use]
pub fn referral(reference: &str) -> String {
    format!("Referral {reference}")
}

/// When a referral that is held stands so.
#[must_use]
pub fn held(since: &str) -> String {
    format!("It has been kept longer than usual, for a complaint or a court case, since {since}.")
}

/// When a referral was erased.
#[must_use]
pub fn erased(at: &str) -> String {
    format!("Everything in it that names somebody was erased at {at}.")
}

/// Where it stands, and when somebody was to make contact.
#[must_use]
pub fn standing(state: &str, band: &str, contact_by: &str) -> String {
    format!("It stands at: {state}. How soon: {band}. Somebody was to be in touch by {contact_by}.")
}

/// Above the answers.
pub const ANSWERS: &str = "What was asked and answered";
/// Above the issues.
pub const ISSUES: &str = "What it is about, and what was decided";
/// Above the reasons of an order.
pub const REASONS: &str = "Why it stood where it did in the queue";
/// Above calls to make.
pub const CALLS: &str = "Calls that were to be made";
/// A call that was made.
pub const DONE: &str = "done";
/// A call that is open.
pub const OPEN: &str = "open";
/// Above the history.
pub const HISTORY: &str = "Who did what, and when";
/// Above mails.
pub const MAILS: &str = "E-mails that were sent (we do not keep their words)";
/// Above feedback.
pub const FEEDBACK: &str = "Feedback given with your private code";
/// Above periods.
pub const KEPT: &str = "How long we keep it";

/// A mail, by its frozen name.
#[must_use]
pub fn mail(kind: &str, state: &str, at: &str) -> String {
    let what = match kind {
        "receipt" => "To whoever sent the referral: that it had arrived",
        "triage-alert" => "To our own staff: that a referral had come",
        other => other,
    };
    let state = match state {
        "sent" => "sent",
        "waiting" => "waiting to be sent",
        "given-up" => "could not be sent",
        other => other,
    };
    format!("{what}: {state}, {at}.")
}

/// A call, with its reason and whether it was made.
#[must_use]
pub fn call(reason: &str, due: &str, state: &str) -> String {
    format!("{}, by {due}: {state}.", reason.replace('-', " "))
}

/// An answer that was put right: what was said first.
#[must_use]
pub fn said_first(words: &str) -> String {
    format!("Said first: {words}")
}

/// An issue: what it is about, the service, its state.
#[must_use]
pub fn issue(kind: &str, line: &str, state: &str) -> String {
    format!("{kind}. {line}: {state}.")
}
