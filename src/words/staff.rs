//! The words of the desk.

use super::Lang;
use super::text::texts;

texts! {
    /// The heading of the page for signing in.
    pub SIGN_IN = "Staff sign in";
    /// The field for the e-mail address.
    pub EMAIL = "Work e-mail";
    /// The field for the password.
    pub PASSWORD = "Password";
    /// The button.
    pub SIGN_IN_BUTTON = "Sign in";
    /// Above the filters.
    pub FILTER = "Show";
    /// Sets the filters.
    pub FILTER_BUTTON = "Show these";
    /// Takes the filters away.
    pub FILTER_CLEAR = "Show all";
    /// The checkbox for what is past its time.
    pub OVERDUE_ONLY = "Overdue only";
    /// Said of a list that holds what is not decided yet: what waits for triage, and what was asked.
    pub UNDECIDED = "Not decided yet";
    /// Said of a list that holds referrals in every state.
    pub EVERY_STATE = "In every state";
    /// Names the numbers of referrals in each band.
    pub TALLIES = "How many in each band";
    /// A choice that filters nothing.
    pub ANY = "All";
    /// A filter: band.
    pub BAND = "Band";
    /// A filter: service line.
    pub LINE = "Service line";
    /// A filter: state.
    pub STATE = "State";
    /// Where a filter finds nothing.
    pub NOTHING_FOUND = "No referral fits these filters.";
    /// Where there is nothing at all.
    pub NOTHING_YET = "No referral is waiting. New referrals appear here.";
    /// Leads to the next page of the queue.
    pub NEXT = "Next page";
    /// Leads to the first page of the queue.
    pub FIRST = "First page";
    /// The caption: how the queue is ordered.
    pub CAPTION = "Most urgent first: by band, then by contact-by, then by points.";
    /// Column: reference.
    pub REFERENCE = "Referral";
    /// Column: contact-by.
    pub CONTACT_BY = "Contact by";
    /// Column: the first reason.
    pub WHY = "Why";
    /// Column: when it came.
    pub RECEIVED = "Received";
    /// Said of a contact-by that has passed.
    pub OVERDUE = "Overdue";
    /// The heading of a referral.
    pub referral_title(reference: &str) = "Referral {reference}";
    /// When it came, how, and from whom.
    pub received_from(when: &str, channel: &str, voice: &str) = "Received at {when}, {channel}. Sent by: {voice}.";
    /// What a floor does.
    pub never_below(band: &str) = "Never below {band}";
    /// A call to make, and by when.
    pub call(sentence: &str, due: &str) = "By {due}: {sentence}";
    /// The name of an issue.
    pub issue(number: u32, kind: &str) = "Issue {number}: {kind}";
    /// Which issue a problem is about.
    pub issue_number(number: u32) = "Issue {number}";
    /// Above the reasons of a band.
    pub REASONS = "Why it has this band";
    /// Column: the reason.
    pub REASON = "Reason";
    /// Column: points or floor.
    pub WEIGHT = "Weight";
    /// Where a reason comes from.
    pub from_rule(rule: &str, source: &str) = "Rule {rule}: {source}";
    /// The sum of the points.
    pub POINTS = "Points";
    /// Above flags.
    pub FLAGS = "Before you make contact";
    /// Above gaps.
    pub GAPS = "Still missing";
    /// Where nothing is missing.
    pub GAPS_NONE = "Nothing is missing.";
    /// Above answers that do not agree.
    pub QUERIES = "To check";
    /// Above calls to make.
    pub CALL_BACKS = "Calls to make";
    /// Above the issues.
    pub ISSUES = "Issues";
    /// Above the limbs of a service line.
    pub LIMBS = "What the law asks";
    /// Column: limb.
    pub LIMB = "Test";
    /// Column: met or not.
    pub MET = "Met?";
    /// Above words of questions that no longer applied.
    pub ALSO_WRITTEN = "Also written, for questions that no longer applied";
    /// Before words that could not be understood.
    pub AS_WRITTEN = "As written:";
    /// Said of an answer that could endanger someone.
    pub GUARDED = "Could put someone at risk";
    /// Above events.
    pub EVENTS = "What has happened";
    /// Column: when, and who it was.
    pub WHEN = "When, and who";
    /// Column: what.
    pub WHAT = "What";
    /// Leads back to the queue.
    pub TO_QUEUE = "Back to the queue";
    /// Names the links to the parts of a referral.
    pub CONTENTS = "On this page";
    /// Above the form that sets another band.
    pub OVERRIDE = "Set another band";
    /// What an override does.
    pub OVERRIDE_LEAD =
        "The computed band, your name and your reason are kept. A lower band ends, and triage is told, when danger, a date \
         or detention changes, or when a date comes nearer and the rules become more urgent.";
    /// The question of the form.
    pub OVERRIDE_BAND = "Band";
    /// The reason.
    pub OVERRIDE_REASON = "Reason";
    /// What a good reason says.
    pub OVERRIDE_REASON_HINT = "What you know that the rules do not.";
    /// The button.
    pub OVERRIDE_BUTTON = "Set this band";
    /// Above the form that decides an issue.
    pub DECIDE = "Decide this issue";
    /// The question of the form.
    pub DECIDE_ASK = "What happens with it?";
    /// The service line, when it is accepted.
    pub DECIDE_LINE = "If accepted: to which service line";
    /// The reason.
    pub DECIDE_REASON = "Reason";
    /// What a good reason says.
    pub DECIDE_REASON_HINT = "Needed if you ask, signpost or decline. Write it so that it can be told to the person.";
    /// The button.
    pub DECIDE_BUTTON = "Record this decision";
    /// When a name and password open nothing.
    pub SIGN_IN_WRONG = "That e-mail and password do not open anything. Check both and try again. \
        After 5 wrong tries, you have to wait 10 minutes.";
    /// When the e-mail was left blank.
    pub SIGN_IN_NO_EMAIL = "Write your e-mail address.";
    /// When the password was left blank.
    pub SIGN_IN_NO_PASSWORD = "Write your password.";
    /// Said of a contact-by that had passed when the referral came.
    pub AT_ONCE = "now";
    /// A flag: someone is in danger now.
    pub FLAG_EMERGENCY = "Danger now";
    /// A flag: someone may be in danger.
    pub FLAG_DANGER = "Danger or abuse";
    /// A flag: some way of making contact is not safe.
    pub FLAG_CONTACT = "Unsafe contact";
    /// Above what was said about making contact.
    pub FLAG_HOW_TO_CONTACT = "How to make contact safely";
    /// Said in the queue of a referral whose person is said to have refused.
    pub REFUSAL_TO_CONFIRM = "Refusal to confirm.";
    /// Above what must be known first of all.
    pub FLAG_CAUTIONS = "Know this first";
    /// Before a way or a person that is struck out.
    pub DO_NOT_USE = "Do not use:";
    /// Where harm to a child is reported.
    pub children_line(phone: &str) = "Children’s safeguarding line: {phone}.";
    /// A flag: something must be booked or sent in another form.
    pub FLAG_COMMUNICATION = "Communication needs";
    /// A flag: a risk to the person or a visitor.
    pub FLAG_RISK = "Risk";
    /// A flag: questions are still open.
    pub FLAG_GAPS = "Answers missing";
    /// Who did it: whoever sent the referral.
    pub BY_SENDER = "The sender";
    /// Who did it: the portal by itself.
    pub BY_PORTAL = "The portal";
    /// Who did it: whoever sat at the terminal.
    pub BY_TERMINAL = "Somebody at the server’s terminal";
    /// Who did it: somebody whose account is gone.
    pub BY_LEAVER = "Someone who has left";
    /// An event: it came.
    pub RECEIVED_EVENT = "Received";
    /// An event: it was read.
    pub VIEWED_EVENT = "Opened";
    /// In the place of words that were erased.
    pub ERASED = "(these words were erased)";
    /// An event: another band.
    pub overridden(from: &str, to: &str) = "Band set from {from} to {to}";
    /// An event: assessed again.
    pub assessed(from: &str, to: &str) = "Assessed again: {from}, now {to}";
    ended(from: &str, to: &str, why: &str) = "The band set by hand, {from}, no longer holds: {why}. Now {to}";
    DANGER_CHANGED = "what is said about danger or harm has changed";
    DATE_CHANGED = "a date has changed";
    DETENTION_CHANGED = "whether and how the person is kept somewhere has changed";
    DATE_NEARER = "a date has come nearer";
    /// An event: an answer was put right.
    pub corrected(asked: &str) = "Answer put right: {asked}";
    /// An event: it is kept beyond its time.
    pub HELD_EVENT = "Held for a complaint or a court case";
    /// An event: it is so no longer.
    pub RELEASED_EVENT = "No longer held";
    /// An event: everything that names somebody was destroyed because its time was over.
    pub ERASED_BY_TIME = "Erased: its time was over";
    /// An event: everything that names somebody was destroyed because somebody asked for it.
    pub ERASED_BY_REQUEST = "Erased on request";
    /// The same, although something stood against it.
    pub erased_although(what: &str) = "Erased on request, although {what}";
    /// An event: a code was made with which the person can say how it was.
    pub INVITED_EVENT = "A code for feedback was made";
    because_of(what: &str, reason: &str) = "{what}. {reason}";
    asked_because(asked: &str, reason: &str) = "{asked} {reason}";
    /// When no band was chosen.
    pub CHOOSE_BAND = "Choose the band you want to set.";
    /// When no reason was given for a band.
    pub GIVE_REASON = "Write the reason, so that a colleague understands it later.";
    /// When no decision was chosen.
    pub CHOOSE_WAY = "Choose what happens with this issue.";
    /// When no service line was chosen for an issue that is accepted.
    pub CHOOSE_LINE = "Choose the service line that takes it.";
    /// When a decision needs words.
    pub GIVE_DECISION_REASON = "Write the reason. You need one to ask, to signpost or to decline.";
    /// When a colleague was faster.
    pub CHANGED_MEANWHILE =
        "This referral has changed since you opened it. See “What has happened”, then decide again.";
    /// Where events of a history were changed, taken out or cut off.
    pub HISTORY_BROKEN = "What has happened here is not as it was written down: somebody changed it outside this portal. Tell \
        whoever looks after this portal today, and do not rely on it.";
    /// In place of the reasons of a referral that cannot be opened.
    pub WHY_UNREADABLE =
        "The reasons for its place cannot be read: this referral does not open. Tell whoever looks after this portal today.";
    /// When an issue cannot be decided so any more.
    pub DECIDED_MEANWHILE = "This issue has been decided that way already. Choose something else.";

    QUEUE_ONE = "Queue: 1 referral";
    queue_some(count: i64) = "Queue: {count} referrals";

    WAITING_FOR_TRIAGE = "Waiting for triage";
    WAITING_FOR_ANSWER = "Waiting for an answer";
    ACCEPTED = "Accepted";
    CLOSED = "Closed";

    OPEN = "Not decided yet";
    ASKED = "Asked, waiting for an answer";
    ISSUE_ACCEPTED = "Accepted";
    SIGNPOSTED = "Signposted";
    DECLINED = "Declined";

    ASK = "Ask for something first";
    ACCEPT = "Accept it";
    SIGNPOST = "Name another service that can help";
    DECLINE = "Decline it";

    BY_WEB = "through this website";
    BY_PHONE = "by phone";
    BY_LETTER = "by letter";
    BY_EMAIL = "by e-mail";
    BY_WALKING_IN = "in person";
    BY_MACHINE = "from another system";

    set_by_hand_under(computed: &str, events: &str) =
        "This band was set by a member of staff. The rules give {computed}. See “{events}” for who and why.";

    sure(line: &str, duty: &str) = "{line}. {duty}";
    DUTY_MET = "The law asks for it: every test is met.";
    DUTY_LIKELY = "The law seems to ask for it: no test has failed, and some are still open.";
    DUTY_NOT_NEEDED = "It may be given; no duty has to be shown.";
    DUTY_NOT_SHOWN = "No duty is shown.";
    INFORMAL = "The council or NHS body still has to instruct us formally.";
    PROVISIONAL = "Taken provisionally: the capacity assessment is still to come.";

    LIMB_MET = "Met";
    LIMB_NOT_MET = "Not met";
    LIMB_NOT_KNOWN = "Not known";

    issue_decided(issue: i32, state: &str) = "Issue {issue}: {state}";
    issue_decided_to(issue: i32, state: &str, line: &str) = "Issue {issue}: {state}, {line}";
}

/// An event with its reason.
#[must_use]
pub fn because(lang: Lang, what: &str, reason: &str) -> String {
    if what.ends_with('?') { asked_because(lang, what, reason) } else { because_of(lang, what, reason) }
}

/// How many referrals a page of the queue stands for.
#[must_use]
pub fn queue_title(lang: Lang, count: i64) -> String {
    if count == 1 { lang.say(QUEUE_ONE).to_owned() } else { queue_some(lang, count) }
}

/// Where a referral stands, by its frozen name.
#[must_use]
pub fn status(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "received" => WAITING_FOR_TRIAGE,
        "asked" => WAITING_FOR_ANSWER,
        "accepted" => ACCEPTED,
        "closed" => CLOSED,
        _ => return "",
    })
}

/// Where an issue stands, by its frozen name.
#[must_use]
pub fn issue_state(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "open" => OPEN,
        "asked" => ASKED,
        "accepted" => ISSUE_ACCEPTED,
        "signposted" => SIGNPOSTED,
        "declined" => DECLINED,
        _ => return "",
    })
}

/// What can be decided about an issue, by the frozen name of where it then stands.
#[must_use]
pub fn way(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "asked" => ASK,
        "accepted" => ACCEPT,
        "signposted" => SIGNPOST,
        "declined" => DECLINE,
        _ => return "",
    })
}

/// How a referral came in, by its frozen name.
#[must_use]
pub fn channel(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "web" => BY_WEB,
        "phone" => BY_PHONE,
        "letter" => BY_LETTER,
        "email" => BY_EMAIL,
        "walk-in" => BY_WALKING_IN,
        "machine" => BY_MACHINE,
        _ => return "",
    })
}

/// That a band was chosen by a person, and what the rules gave.
#[must_use]
pub fn set_by_hand(lang: Lang, computed: &str) -> String {
    set_by_hand_under(lang, computed, lang.say(EVENTS))
}

/// What a rule adds: a number with its sign, the same in every language.
#[must_use]
pub fn points(points: i32) -> String {
    format!("{points:+}")
}

/// The service that seems right, and how sure that is.
#[must_use]
pub fn service(lang: Lang, line: &str, duty: &str, informal: bool, provisional: bool) -> String {
    let duty = match duty {
        "C1" => DUTY_MET,
        "C2" => DUTY_LIKELY,
        "C3" => DUTY_NOT_NEEDED,
        _ => DUTY_NOT_SHOWN,
    };
    let more = [(informal, INFORMAL), (provisional, PROVISIONAL)];
    let more = more.into_iter().filter(|(holds, _)| *holds).map(|(_, text)| lang.say(text).to_owned());
    [sure(lang, line, lang.say(duty))].into_iter().chain(more).collect::<Vec<_>>().join(" ")
}

/// Whether a test is met, by its frozen name.
#[must_use]
pub fn limb_state(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "met" => LIMB_MET,
        "not-met" => LIMB_NOT_MET,
        _ => LIMB_NOT_KNOWN,
    })
}

/// An event: an issue was decided.
#[must_use]
pub fn decided(lang: Lang, issue: i32, state: &str, line: Option<&str>) -> String {
    match line {
        Some(line) => issue_decided_to(lang, issue, state, line),
        None => issue_decided(lang, issue, state),
    }
}

/// An event: a lower band that staff had set holds no longer, and why, by its frozen name.
#[must_use]
pub fn lapsed(lang: Lang, from: &str, to: &str, why: &str) -> String {
    let why = match why {
        "danger" => DANGER_CHANGED,
        "date" => DATE_CHANGED,
        "detention" => DETENTION_CHANGED,
        _ => DATE_NEARER,
    };
    ended(lang, from, to, lang.say(why))
}
