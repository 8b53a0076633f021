//! Whom somebody has to ring, and by when, because of what nobody could tell us yet.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::assessed_issue::AssessedIssue;
use super::completeness::{Gap, Level};
use super::facts::{Aware, Consent, Facts, IssueKind, NoContact};
use super::priority::{Measure, RuleId};
use super::safe_ways::SafeWays;
use super::telling::is_refusal_to_confirm;
use crate::form::Line;

/// A call to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallBack {
    /// Frozen.
    pub id: &'static str,
    /// Whom to ask, and what.
    pub sentence: String,
    /// The moment by which it is made.
    pub due: DateTime<Utc>,
}

/// Nobody knows what the person says to the referral.
const ASK_CONSENT: (&str, &str) = (
    "ask-consent",
    "Find out, where it is safe, whether the person knows of this referral and agrees to it: nobody has asked them, or \
     nobody could tell us.",
);
/// Nothing is shown either way, or nobody is sure what it is about.
const ASK_LIMBS: &str = "ask-limbs";
/// A council or NHS body has to instruct.
const ASK_AUTHORITY: (&str, &str) = (
    "ask-authority",
    "Ask the council or NHS body responsible to instruct us formally: only they can, and whoever wrote to us could not \
     be expected to.",
);
/// Danger, a date or a risk is not known.
const ASK_UNKNOWN: (&str, &str) = (
    "ask-unknown",
    "Ask again about danger, dates and risks: something that decides how soon we are needed is not known.",
);
/// Something needed for triage was left blank.
const ASK_GAPS: (&str, &str) = ("ask-gaps", "Ask for what is still blank and needed for triage.");

/// There is something to ask, and nobody to be asked: no call, but something to be ready for.
const WHEN_THEY_CONTACT: (&str, &str) = (
    "when-they-contact",
    "Contact nobody about what is still open: they will contact us. Be ready by then, and ask when they do.",
);

/// Whom the questions of a call go to, where it matters.
const ASK_THE_SENDER: &str = "Ask only whoever wrote to us: nobody contacts the person.";
const ASK_THE_PERSON: &str = "Ask only the person, in a way that is safe: nobody contacts whoever wrote to us.";
/// Where both who may be told and who is said to have refused speak against a call, the word of whoever must not be told
/// is worth least: only the person can say.
const ASK_THE_PERSON_FIRST: &str = "Ask only the person, in a way that is safe, and first whether they want this at all: \
                                    whoever wrote to us says that they refused, and must not be told anything.";
/// A council that is asked may itself make contact.
const NOT_BY_THE_AUTHORITY: &str = "Tell them first that nobody may contact the person: the person will contact us.";
/// The same, or tell.
const NOT_TO_THE_SENDER: &str = "Tell them first that whoever wrote to us must not be told anything.";

/// The calls to make, one of each sort at most. None leads to anyone who is not to be contacted, or must not be told.
///
/// Where the person is said to have refused and can decide, only whoever said so is asked, and nobody is asked to
/// instruct: that would go on against a wish which has not been heard yet.
#[must_use]
pub fn call_backs(
    facts: &Facts,
    ways: &SafeWays,
    issues: &[AssessedIssue],
    gaps: &[Gap],
    measure: &Measure<'_>,
) -> Vec<CallBack> {
    let fixed = |(id, sentence): (&'static str, &str), holds: bool| holds.then(|| (id, sentence.to_owned()));
    let is_unknown = |issue: &AssessedIssue| issue.reasons.iter().any(|reason| reason.rule == RuleId::FL10);
    let unheard = facts.person.consent.is_some_and(Consent::is_open) || facts.person.aware == Some(Aware::DontKnow);
    let open = [
        fixed(ASK_UNKNOWN, issues.iter().any(is_unknown) || facts.is_kept_unknown() || facts.is_home_unknown()),
        fixed(ASK_CONSENT, unheard),
        limbs(issues).map(|sentence| (ASK_LIMBS, sentence)),
        fixed(ASK_GAPS, gaps.iter().any(|gap| gap.level == Level::ToTriage)),
    ];
    let refused = is_refusal_to_confirm(facts);
    let not_told = ways.sender.is_some();
    let barred = NoContact {
        person: facts.no_contact.person || (refused && !not_told),
        sender: facts.no_contact.sender || not_told,
    };
    let nobody = barred.is_everybody();
    let only = match (barred.person, barred.sender) {
        (true, false) => Some(ASK_THE_SENDER),
        (false, true) if refused => Some(ASK_THE_PERSON_FIRST),
        (false, true) => Some(ASK_THE_PERSON),
        _ => None,
    };
    let is_open = open.iter().any(Option::is_some);
    let due = measure.target(measure.rubric.call_back_days);
    let call = |(id, sentence): (&'static str, String), more: &[Option<&str>]| {
        let sentence = [Some(sentence.as_str())].iter().chain(more).copied().flatten().collect::<Vec<_>>().join(" ");
        CallBack { id, sentence, due }
    };
    let asked = open.into_iter().flatten().filter(|_| !nobody).map(|asked| call(asked, &[only]));
    let authority = fixed(ASK_AUTHORITY, !refused && issues.iter().any(|issue| issue.informal));
    let warned = [facts.no_contact.person.then_some(NOT_BY_THE_AUTHORITY), not_told.then_some(NOT_TO_THE_SENDER)];
    let authority = authority.map(|asked| call(asked, &warned));
    let ready = fixed(WHEN_THEY_CONTACT, is_open && nobody).map(|asked| call(asked, &[]));
    asked.chain(authority).chain(ready).collect()
}

/// What to ask so that the law can be looked at, for every issue of which it is still open.
fn limbs(issues: &[AssessedIssue]) -> Option<String> {
    let mut asked: Vec<&str> = issues.iter().filter(|issue| issue.is_open()).map(opening).collect();
    asked.sort_unstable();
    asked.dedup();
    (!asked.is_empty()).then(|| {
        format!("Ask {}. Nothing said so far tells whether the law asks for an advocate.", asked.join("; and "))
    })
}

/// What would show whether the law asks for an advocate in that issue.
const fn opening(issue: &AssessedIssue) -> &'static str {
    match (issue.kind, issue.considered) {
        (IssueKind::NotSure, _) => {
            "what it is about, how the person manages in being involved and who could support them"
        }
        (_, Line::Imha) => "which section of the Mental Health Act holds, if any does, and since when",
        (_, Line::Dols39A | Line::Dols39C | Line::Dols39D | Line::PaidRpr) => {
            "which authorisation there is or was asked for, who represents the person and who could be consulted"
        }
        (_, Line::Imca) => "whether the person lacks capacity for this decision, and who could be consulted",
        _ => "how the person manages in being involved, and who could support them",
    }
}
