//! What is still missing, and for what. A loop over the questions that are asked: there is no second list.

use chrono::NaiveDate;
use serde::Serialize;

use super::assessed_issue::AssessedIssue;
use super::eligibility::slugs_of;
use super::facts::DateFacts;
use super::safe_ways::SafeWays;
use crate::form::{Answer, Answers, Asked, Form, Key, Line, Need, Voice};

/// What a missing answer holds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The referral cannot be sent.
    ToSend,
    /// It can be sent, and somebody asks within a working day.
    ToTriage,
    /// It is triaged, and a service cannot accept it formally.
    ToInstruct,
}

/// A question that was asked, is needed, and has no answer anybody can use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The field's name.
    pub path: String,
    /// The question's frozen name.
    pub question: &'static str,
    /// What it holds up.
    pub level: Level,
    /// The services that need it before they can accept.
    #[serde(serialize_with = "slugs_of")]
    pub lines: Vec<Line>,
    /// What is wanting, where the question has an answer and that is not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<&'static str>,
}

/// Said where ways of making contact were chosen, and none of them leads to anybody.
const NO_SAFE_WAY: &str = "No way of making contact can be used: each lacks its number, address or name, or was not said \
    to be safe. One safe way is needed, to the person or to somebody between.";

/// The details of which one is enough: what leads to the person by one way is not needed by another.
const ONE_IS_ENOUGH: [Key; 4] = [Key::PersonPhone, Key::PersonEmail, Key::GoBetweenName, Key::GoBetweenPhone];

/// What has to be filled in for one way or another.
const DETAILS: [Key; 6] = [
    Key::PersonPhone,
    Key::PersonEmail,
    Key::GoBetweenName,
    Key::GoBetweenPhone,
    Key::ReferrerPhone,
    Key::ReferrerEmail,
];

/// Every gap of that voice today, in the order of the questions.
#[must_use]
pub fn gaps(
    form: &Form,
    counting: &Answers,
    (voice, today): (Voice, NaiveDate),
    ways: &SafeWays,
    issues: &[AssessedIssue],
) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let nobody_is_reached = !ways.is_enough();
    let asked_for_a_way = if voice == Voice::Myself { Key::ContactWays } else { Key::ReferrerContactWays };
    form.walk(counting, voice, |asked| {
        let question = asked.question.slug();
        if asked.answer.is_some_and(is_usable) {
            if asked.question.key == asked_for_a_way && nobody_is_reached {
                let (path, sentence) = (asked.path.to_owned(), Some(NO_SAFE_WAY));
                gaps.push(Gap { path, question, level: Level::ToSend, lines: Vec::new(), sentence });
            }
            return;
        }
        let is_one_of_many = !nobody_is_reached && ONE_IS_ENOUGH.contains(&asked.question.key);
        let (level, lines) = match asked.question.need {
            Need::Optional if is_outcome_of_a_past_date(&asked, today) => (Level::ToTriage, Vec::new()),
            Need::Optional => return,
            Need::ToSendFor(_) if is_one_of_many => (Level::ToTriage, Vec::new()),
            Need::ToSend => (Level::ToSend, Vec::new()),
            Need::ToSendFor(needed) if needed == voice => (Level::ToSend, Vec::new()),
            Need::ToSendFor(_) | Need::ToTriage => (Level::ToTriage, Vec::new()),
            Need::ToInstruct(lines) => {
                let lines = in_scope(lines, item_of(asked.path), issues);
                if lines.is_empty() {
                    return;
                }
                (Level::ToInstruct, lines)
            }
        };
        gaps.push(Gap { path: asked.path.to_owned(), question, level, lines, sentence: None });
    });
    // Where a number or an address is asked for already, that is the way to mend it.
    let is_detail = |gap: &Gap| DETAILS.iter().any(|key| key.slug() == gap.question) && gap.level == Level::ToSend;
    if gaps.iter().any(is_detail) {
        gaps.retain(|gap| gap.sentence.is_none());
    }
    gaps
}

/// What became of a date is worth asking once it has passed, and never before.
fn is_outcome_of_a_past_date(asked: &Asked<'_>, today: NaiveDate) -> bool {
    let date = || asked.scopes.last().and_then(|date| DateFacts::from(date).day(today));
    asked.question.key == Key::DateOutcome && date().is_some_and(|day| day < today)
}

/// Words that could not be read are kept, and still leave the question open.
fn is_usable(answer: &Answer) -> bool {
    !matches!(answer, Answer::AsTyped(_))
}

/// The issue a field belongs to; none for a question about the whole referral.
fn item_of(path: &str) -> Option<u32> {
    path.strip_prefix("issues.")?.split('.').next()?.parse().ok()
}

/// Those of the lines that the issue, or any issue, has or was considered for.
fn in_scope(lines: &[Line], item: Option<u32>, issues: &[AssessedIssue]) -> Vec<Line> {
    let is_wanted = |line: Line| {
        let mut meant = issues.iter().filter(|issue| item.is_none() || issue.item == item);
        meant.any(|issue| issue.service_line == line || issue.considered == line)
    };
    lines.iter().copied().filter(|line| is_wanted(*line)).collect()
}
