//! What has to be looked at before a person is given a copy: other people's data, words said in confidence, harm.
//!
//! A mark is no decision. Whoever hands the copy over decides, answer by answer.

use serde::Serialize;

use crate::form::{Key, Kind, REFERRAL, Voice};
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

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::intake::record::Before;

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
}
