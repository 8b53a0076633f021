//! What has to be looked at before a person is given a copy: other people's data, words said in confidence, harm.
//!
//! A mark is no decision. Whoever hands the copy over decides.

use serde::Serialize;

use crate::form::{Key, Kind, REFERRAL, Voice};
use crate::intake::priority::{RULES, RuleId};
use crate::intake::record::{Row, Said};

/// Why an answer is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// It names or describes somebody else (UK GDPR Art 15(4); Data Protection Act 2018 Sch 2 para 16).
    AnotherPerson,
    /// It is in the words of whoever sent the referral, perhaps in confidence (the same).
    InConfidence,
    /// It could endanger somebody (Data Protection Act 2018 Sch 3 paras 2 and 5: serious harm).
    Harm,
}

impl Caution {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::AnotherPerson, Self::InConfidence, Self::Harm];

    /// The frozen name, as the copy for machines has it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::AnotherPerson => "another-person",
            Self::InConfidence => "in-confidence",
            Self::Harm => "harm",
        }
    }

    /// The one of that name, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|caution| caution.slug() == slug)
    }
}

/// Questions whose answers are about somebody else than the person.
const ABOUT_OTHERS: &[Key] = &[
    Key::ReferrerName,
    Key::ReferrerRelationship,
    Key::ReferrerRole,
    Key::ReferrerOrganisation,
    Key::ReferrerPhone,
    Key::ReferrerEmail,
    Key::ReferrerEmailSafe,
    Key::WorkerDetails,
    Key::OtherProfessionals,
    Key::PrisonRoute,
    Key::GoBetweenName,
    Key::GoBetweenPhone,
    Key::GoBetweenRelationship,
    Key::MustNotKnow,
    Key::CaredForName,
    Key::DecisionMaker,
    Key::ComplaintName,
    Key::ComplaintRelationship,
    Key::CapacityWho,
    Key::CapacityRole,
    Key::ContactName,
    Key::ContactRelationship,
    Key::ContactRoles,
    Key::ContactPhone,
    Key::ContactEmail,
    Key::RuledOutName,
    Key::RuledOutWhy,
    Key::RuledOutMore,
    Key::HarmWho,
    Key::ChildAtRisk,
];

/// Every reason to look at an answer before it is handed over; none for one that was never given. What was said first is
/// handed over with it, so one that was put right to nothing counts.
#[must_use]
pub fn cautions(row: &Row, voice: Voice) -> Vec<Caution> {
    if row.said == Said::Nothing && row.before.is_empty() {
        return Vec::new();
    }
    let key = Key::from_slug(&row.slug);
    let about_another = key.is_some_and(|key| ABOUT_OTHERS.contains(&key));
    let kind = key.and_then(|key| REFERRAL.question(key)).map(|question| question.kind);
    // A question that this version no longer knows was perhaps a free one.
    let is_free = matches!(kind, Some(Kind::Text(_)) | None);
    let all = [
        (about_another, Caution::AnotherPerson),
        (is_free && voice != Voice::Myself, Caution::InConfidence),
        (row.guarded, Caution::Harm),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, caution)| caution).collect()
}

/// Of a warning, and of a call to make, whatever it says: it tells what others may do, and who must not be told or asked.
pub const OF_A_WARNING: &[Caution] = &[Caution::InConfidence, Caution::Harm];
/// Of what did not fit together: it tells of answers that were perhaps given in confidence.
pub const OF_A_QUERY: &[Caution] = &[Caution::InConfidence];

/// Rules whose sentence tells what an answer tells that could endanger somebody.
const TELLS_OF_HARM: &[RuleId] =
    &[RuleId::B1, RuleId::B2, RuleId::B3, RuleId::BCap, RuleId::FL1, RuleId::FL4, RuleId::FL10, RuleId::FL11];

/// Every reason to look first at why an issue stands where it stands, by the frozen id of the rule: an answer that is left
/// out must not be told by what was made of it. A rule that this version no longer knows perhaps tells of harm.
#[must_use]
pub fn cautions_of_reason(rule: &str) -> &'static [Caution] {
    let known = RULES.iter().find(|known| known.id.slug() == rule);
    if known.is_none_or(|known| TELLS_OF_HARM.contains(&known.id)) { &[Caution::Harm] } else { &[] }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};

    use super::*;
    use crate::demo;
    use crate::form::{RawAnswers, Sensitivity};
    use crate::intake::calendar::Calendar;
    use crate::intake::record::Before;
    use crate::intake::{Assessment, assess};
    use crate::settings::rubric::Rubric;

    /// One-line answers that are about the person, or about nobody.
    const OWN: &[Key] = &[
        Key::PersonName,
        Key::PersonKnownAs,
        Key::PersonTitle,
        Key::PersonPlace,
        Key::PersonPhone,
        Key::PersonEmail,
        Key::ResponsibleCouncil,
        Key::CouncilNow,
        Key::FundingAuthority,
        Key::CaseNumber,
        Key::PersonNeedsOther,
        Key::Language,
        Key::IssueCouncil,
        Key::DolsBody,
        Key::ConsentAskedHow,
    ];

    fn row(slug: &str, guarded: bool) -> Row {
        Row {
            path: slug.to_owned(),
            slug: slug.to_owned(),
            within: Vec::new(),
            asked: String::new(),
            said: Said::Words("words".to_owned()),
            guarded,
            before: Vec::new(),
        }
    }

    /// A new question that asks for a name must be put on one of the two lists.
    #[test]
    fn every_question_for_a_name_or_number_is_known_to_be_of_the_person_or_of_another() {
        for (question, _) in REFERRAL.all_questions() {
            if matches!(question.kind, Kind::Line(_) | Kind::Phone | Kind::Email) {
                let (own, other) = (OWN.contains(&question.key), ABOUT_OTHERS.contains(&question.key));
                assert!(own != other, "{}: of the person, or of another?", question.slug());
            }
        }
    }

    #[test]
    fn free_words_of_somebody_else_and_dangerous_answers_are_marked() {
        assert_eq!(cautions(&row("happening", false), Voice::Myself), []);
        assert_eq!(cautions(&row("happening", false), Voice::Someone), [Caution::InConfidence]);
        assert_eq!(cautions(&row("person-name", false), Voice::Professional), []);
        assert_eq!(cautions(&row("contact-name", true), Voice::Myself), [Caution::AnotherPerson, Caution::Harm]);
        assert_eq!(cautions(&row("a-question-of-old", false), Voice::Someone), [Caution::InConfidence]);
        let blank = Row { said: Said::Nothing, ..row("contact-name", true) };
        assert_eq!(cautions(&blank, Voice::Someone), []);
        let said = Said::Words("Gideon".to_owned());
        let put_right = Row { before: vec![Before { said, until: DateTime::UNIX_EPOCH }], ..blank };
        assert_eq!(cautions(&put_right, Voice::Myself), [Caution::AnotherPerson, Caution::Harm]);
    }
    fn assessed(raw: &RawAnswers, voice: Voice, now: DateTime<Utc>) -> Assessment {
        let reading = REFERRAL.read(raw, voice, Calendar::today(now));
        assess(&reading.answers, voice, &Rubric::read("").unwrap(), &Calendar::default(), now)
    }

    /// What only the dangerous answers bring about tells of them.
    #[test]
    fn a_reason_that_rests_on_a_dangerous_answer_is_marked() {
        let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
        let is_dangerous = |name: &str| {
            let key = name.rsplit('.').next().and_then(Key::from_slug);
            key.and_then(|key| REFERRAL.question(key)).is_some_and(|asked| asked.sensitivity == Sensitivity::Safety)
        };
        let mut told = 0;
        for story in demo::referrals(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()).unwrap() {
            let mut without = story.answers.clone();
            for name in story.answers.names().filter(|name| is_dangerous(name)) {
                without.remove(name);
            }
            let (with, without) = (assessed(&story.answers, story.voice, now), assessed(&without, story.voice, now));
            let sentences = |assessment: &Assessment| -> Vec<_> {
                let reasons = assessment.issues.iter().flat_map(|issue| &issue.reasons);
                reasons.map(|reason| (reason.rule, reason.sentence.clone())).collect()
            };
            let left = sentences(&without);
            for (rule, sentence) in sentences(&with).into_iter().filter(|reason| !left.contains(reason)) {
                let marks = cautions_of_reason(rule.slug());
                let says_nothing_of_it = [RuleId::C3, RuleId::FL9].contains(&rule);
                let who = story.answers.first("person-name");
                assert!(!marks.is_empty() || says_nothing_of_it, "{who}: {} {sentence}", rule.slug());
                told += 1;
            }
        }
        assert!(told > 0, "no story has a dangerous answer that weighs anything");
        assert_eq!(cautions_of_reason("A-rule-of-old"), [Caution::Harm]);
    }
}
