//! The words of a copy: what is held in a referral of a person, as they asked for it by law.

use super::Lang;
use super::text::texts;

texts! {
    /// The heading of the copy.
    pub title(service: &str) = "What {service} holds about you";
    /// The heading of the page for whoever checks it.
    pub to_check(title: &str) = "To check, not to hand over: {title}";
    /// What the copy is, for the person.
    pub lead(referrals: &str, made: &str) =
        "You asked for a copy of what we have about you. This was made from what we hold in referral {referrals}, as it was \
         at {made}. Below each question stands the answer as it was given to us.";
    /// Above the words that are for the service only.
    pub BEFORE = "For the service, before anything is handed over";
    /// What the service has to do first.
    pub BEFORE_LIST = [
        "This page is for you, with everything in it. Look it through, then get the page to hand over: it has no box and no \
         marks, and leaves out what is marked, but for the marks that you name. Where one answer of a mark may be given and \
         another not, name that mark, print the page to hand over, and black out in it what to leave out. Never hand over this \
         page, or the one for machines, as it is.",
        "It is of one referral. Look whether the person was referred more than once.",
        "Be sure who is asking, and that they may: the person, or somebody who may act for them.",
        "Look at every mark. “Another person” and “In confidence”: you need not give what would tell on somebody else, unless \
         they agree or it is reasonable without (UK GDPR Article 15(4); Data Protection Act 2018, Schedule 2, paragraph 16).",
        "“Could harm”: do not give what is likely to cause serious harm to the body or mind of anybody (Data Protection Act \
         2018, Schedule 3, Parts 2 and 3). Ask the health professional concerned where it is about health.",
        "Names of staff stand in it, as they acted in their work.",
        "Write down what you leave out and why, and tell the person that something was left out, unless that alone would do harm.",
        "Hand it over in a way that the answers about safe contact allow. You have one month (Article 12(3)).",
    ];
    /// On the page for the person, where something was left out.
    pub LEFT_OUT =
        "Some of what we hold is left out here, because it is about somebody else, was perhaps told to us in confidence, or \
         could do harm. You can ask us about it.";
    /// A mark: about another person.
    pub ANOTHER_PERSON = "Another person";
    /// A mark: said in confidence, perhaps.
    pub IN_CONFIDENCE = "In confidence?";
    /// A mark: could endanger somebody.
    pub HARM = "Could harm";
    /// Above who the person is.
    pub PERSON = "Who you are";
    /// Above one referral.
    pub referral(reference: &str) = "Referral {reference}";
    /// Of a referral that somebody else wrote.
    pub BY_ANOTHER =
        "Somebody else wrote it. Where a question says “you”, it means them; where it says “the person”, it means you.";
    /// When a referral that is held stands so.
    pub held(since: &str) =
        "It has been kept longer than usual, for a complaint or a court case, since {since}.";
    /// When a referral was erased.
    pub erased(at: &str) = "Everything in it that names somebody was erased at {at}.";
    /// Where it stands, and when somebody was to make contact.
    pub standing(state: &str, band: &str, contact_by: &str) =
        "It stands at: {state}. How soon: {band}. Somebody was to be in touch by {contact_by}.";
    /// Above the answers.
    pub ANSWERS = "What was asked and answered";
    /// Above the issues.
    pub ISSUES = "What it is about, and what was decided";
    /// Above the reasons of an order.
    pub REASONS = "Why it stood where it did in the queue";
    /// Above calls to make.
    pub CALLS = "Calls that were to be made";
    /// Above what has to be known before anybody makes contact.
    pub CAUTIONS = "What our staff were told to know before they made contact";
    /// Above what did not fit together.
    pub QUERIES = "What did not fit together, for our staff to ask about";
    /// Above what was not known.
    pub GAPS = "What was still to be asked";
    /// Above the history.
    pub HISTORY = "Who did what, and when";
    /// Above mails.
    pub MAILS = "E-mails that were sent (we do not keep their words)";
    /// Above feedback.
    pub FEEDBACK = "Feedback given with your private code";
    /// Above periods.
    pub KEPT = "How long we keep it";
    /// An answer that was put right: what was said first.
    pub said_first(said: &str) = "Said first: {said}";
    /// An issue: what it is about, the service, its state.
    pub issue(kind: &str, line: &str, state: &str) = "{kind}. {line}: {state}.";
    /// When, and who did it.
    pub when_who(when: &str, who: &str) = "{when}, {who}";

    RIGHTS = "You can ask us to put right what is wrong, to delete it, or to stop using it.";
    rights_ask(contact: &str) = "To ask, or if anything is not clear: {contact}.";
    RIGHTS_COMPLAIN = "You can complain to the Information Commissioner’s Office: 0303 123 1113.";
    NAME = "Name";
    KNOWN_AS = "Known as";
    BORN = "Born";
    NHS_NUMBER = "NHS number";
    mail_went(what: &str, state: &str, at: &str) = "{what}: {state}, {at}.";
    MAIL_RECEIPT = "To whoever sent the referral: that it had arrived";
    MAIL_ALERT = "To our own staff: that a referral had come";
    MAIL_ROSE = "To our own staff: that somebody was needed sooner";
    MAIL_LAPSED = "To our own staff: that a time set by hand no longer held";
    MAIL_SENT = "sent";
    MAIL_WAITS = "waiting to be sent";
    MAIL_GIVEN_UP = "could not be sent";
    MAIL_WITHDRAWN = "taken back before it was sent, because it might no longer have been safe";
    /// A call: whom to ask and what, and by when.
    pub call(what: &str, due: &str) = "{what} By {due}.";
}

/// What else they may ask; whom, where the service says so.
#[must_use]
pub fn rights(lang: Lang, contact: &str) -> String {
    let ask = (!contact.is_empty()).then(|| rights_ask(lang, contact));
    let all = [Some(lang.say(RIGHTS).to_owned()), ask, Some(lang.say(RIGHTS_COMPLAIN).to_owned())];
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// One detail of a person, by its frozen name.
#[must_use]
pub fn detail(lang: Lang, name: &str) -> &str {
    lang.say(match name {
        "name" => NAME,
        "known_as" => KNOWN_AS,
        "born" => BORN,
        "nhs_number" => NHS_NUMBER,
        other => return other,
    })
}

/// A mail, by its frozen name.
#[must_use]
pub fn mail(lang: Lang, kind: &str, state: &str, at: &str) -> String {
    let what = match kind {
        "receipt" => lang.say(MAIL_RECEIPT),
        "triage-alert" => lang.say(MAIL_ALERT),
        "band-rose" => lang.say(MAIL_ROSE),
        "override-lapsed" => lang.say(MAIL_LAPSED),
        other => other,
    };
    let state = match state {
        "sent" => lang.say(MAIL_SENT),
        "waiting" => lang.say(MAIL_WAITS),
        "given-up" => lang.say(MAIL_GIVEN_UP),
        "withdrawn" => lang.say(MAIL_WITHDRAWN),
        other => other,
    };
    mail_went(lang, what, state, at)
}
