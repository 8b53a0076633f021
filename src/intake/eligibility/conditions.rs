//! Every limb of every duty, as data: what has to be so, and where the law says it. Knows no answer.

use super::{Limb, State};
use crate::intake::facts::IssueKind;

/// What has to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    /// Frozen.
    pub(super) id: &'static str,
    /// In a sentence.
    pub(super) sentence: &'static str,
    /// Where the law says so.
    pub(super) source: &'static str,
}

impl Condition {
    const fn new(id: &'static str, sentence: &'static str, source: &'static str) -> Self {
        Self { id, sentence, source }
    }

    /// The limb, as far as the answers show it.
    pub(super) const fn is(self, state: State) -> Limb {
        Limb { id: self.id, sentence: self.sentence, state, source: self.source, by_kind: false }
    }

    /// The limb, met by the kind of issue alone.
    pub(super) const fn given(self) -> Limb {
        Limb { id: self.id, sentence: self.sentence, state: State::Met, source: self.source, by_kind: true }
    }
}

const DIFFICULTY_SENTENCE: &str = "Without an advocate, the person would have substantial difficulty in understanding, \
                                   remembering or weighing the information, or in saying what they think.";
const NO_ONE_SENTENCE: &str =
    "There is nobody, other than people paid to care, who would be right to support and represent the person.";
const CONSULT_SENTENCE: &str =
    "There is nobody, other than people paid to care, who would be right to consult about the person’s best interests.";
const LACKS_SENTENCE: &str = "The person lacks capacity to make this decision.";
/// A representative is appointed under Part 10, which begins with a standard authorisation: all three rest on one.
const IN_FORCE_SENTENCE: &str = "A standard authorisation to deprive the person of their liberty is in force.";

pub(super) const DIFFICULTY: Condition = Condition::new("difficulty", DIFFICULTY_SENTENCE, "Care Act 2014 s67(4)");
pub(super) const ANY_PROCESS: Condition = Condition::new(
    "process",
    "The council must involve the person in an assessment, a plan, a review or a safeguarding enquiry.",
    "Care Act 2014 ss67(3), 68(1)",
);
pub(super) const NO_ONE: Condition = Condition::new("no-one", NO_ONE_SENTENCE, "Care Act 2014 s67(5)");
pub(super) const NO_ONE_NEEDED: Condition = Condition::new(
    "no-one",
    "There is someone, and an advocate is owed all the same: a long stay in hospital or a care home is likely and the \
     council finds an advocate to be in the person’s best interests, or the council and that person disagree and both \
     want one in the person’s best interests.",
    "Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014 (SI 2014/2889) reg 4",
);
pub(super) const SAFEGUARDING_DIFFICULTY: Condition =
    Condition::new("difficulty", DIFFICULTY_SENTENCE, "Care Act 2014 s68(3)");
pub(super) const SAFEGUARDING_NO_ONE: Condition = Condition::new("no-one", NO_ONE_SENTENCE, "Care Act 2014 s68(4)");
pub(super) const ADULT_AT_RISK: Condition = Condition::new(
    "adult-at-risk",
    "The person is the adult at risk, not the one said to have done harm.",
    "Care Act 2014 s68(1)",
);
pub(super) const NOT_PRISON: Condition =
    Condition::new("not-prison", "The person is not in prison.", "Care Act 2014 s76(7)");
pub(super) const NOT_OF_PRISON: Condition = Condition::new(
    "not-prison",
    "The review is about a time when the person was not in prison, or about more than that.",
    "Care Act 2014 s76(9)",
);

pub(super) const LACKS_FOR_TREATMENT: Condition =
    Condition::new("lacks-capacity", LACKS_SENTENCE, "Mental Capacity Act 2005 s37(1)(a)");
pub(super) const LACKS_FOR_NHS_STAY: Condition =
    Condition::new("lacks-capacity", LACKS_SENTENCE, "Mental Capacity Act 2005 s38(1)(a)");
pub(super) const LACKS_FOR_COUNCIL_STAY: Condition =
    Condition::new("lacks-capacity", LACKS_SENTENCE, "Mental Capacity Act 2005 s39(1)(a)");
pub(super) const LACKS_FOR_REVIEW: Condition =
    Condition::new("lacks-capacity", LACKS_SENTENCE, "Expansion of Role Regulations 2006 (SI 2006/2883) reg 3");
pub(super) const LACKS_FOR_PROTECTION: Condition =
    Condition::new("lacks-capacity", LACKS_SENTENCE, "Expansion of Role Regulations 2006 (SI 2006/2883) reg 4");
pub(super) const NO_ONE_FOR_TREATMENT: Condition =
    Condition::new("no-one", CONSULT_SENTENCE, "Mental Capacity Act 2005 s37(1)(b)");
pub(super) const NO_ONE_FOR_NHS_STAY: Condition =
    Condition::new("no-one", CONSULT_SENTENCE, "Mental Capacity Act 2005 s38(1)");
pub(super) const NO_ONE_FOR_COUNCIL_STAY: Condition =
    Condition::new("no-one", CONSULT_SENTENCE, "Mental Capacity Act 2005 s39(1)");
pub(super) const NO_ONE_FOR_REVIEW: Condition =
    Condition::new("no-one", CONSULT_SENTENCE, "Expansion of Role Regulations 2006 (SI 2006/2883) reg 3");
pub(super) const DECIDED_BY_NHS: Condition =
    Condition::new("decision-maker", "An NHS body is the one to decide.", "Mental Capacity Act 2005 ss37(1), 38(1)");
pub(super) const DECIDED_BY_COUNCIL: Condition =
    Condition::new("decision-maker", "A council is the one to decide.", "Mental Capacity Act 2005 s39(1)");
pub(super) const LONG_NHS_STAY: Condition = Condition::new(
    "long-stay",
    "The stay is likely to last 28 days in hospital, or 8 weeks in a care home.",
    "Mental Capacity Act 2005 s38(3), (9)",
);
pub(super) const LONG_COUNCIL_STAY: Condition =
    Condition::new("long-stay", "The stay is likely to last 8 weeks or more.", "Mental Capacity Act 2005 s39(4)");
pub(super) const OLD_ENOUGH_FOR_IMCA: Condition =
    Condition::new("age", "The person is 16 or over.", "Mental Capacity Act 2005 s2(5)");

pub(super) const AUTHORISATION: Condition = Condition::new(
    "authorisation",
    "An urgent authorisation has been given, or a standard one asked for.",
    "Mental Capacity Act 2005 ss39A(1)(a), 39B",
);
pub(super) const NO_ONE_39A: Condition =
    Condition::new("no-one", CONSULT_SENTENCE, "Mental Capacity Act 2005 s39A(1)(b)");
pub(super) const IN_FORCE_39C: Condition =
    Condition::new("in-force", IN_FORCE_SENTENCE, "Mental Capacity Act 2005 s39C(1)(a), (b) and Sch A1 para 139");
pub(super) const REPRESENTATIVE_ENDED: Condition = Condition::new(
    "representative-ended",
    "The representative’s appointment has ended, and there is no new one.",
    "Mental Capacity Act 2005 s39C(1)(b)",
);
pub(super) const NO_ONE_39C: Condition =
    Condition::new("no-one", CONSULT_SENTENCE, "Mental Capacity Act 2005 s39C(1)(c)");
pub(super) const IN_FORCE_39D: Condition =
    Condition::new("in-force", IN_FORCE_SENTENCE, "Mental Capacity Act 2005 s39D(1)(a), (b) and Sch A1 para 139");
pub(super) const UNPAID_REPRESENTATIVE: Condition = Condition::new(
    "unpaid-representative",
    "The person has a representative who is not paid.",
    "Mental Capacity Act 2005 s39D(1)(b), (c)",
);
pub(super) const REQUESTED_39D: Condition = Condition::new(
    "request",
    "The person or their representative asks for this advocate, or the supervisory body has reason to believe that \
     without one they cannot use their rights, have not used them, or are not likely to.",
    "Mental Capacity Act 2005 s39D(2)–(5)",
);
pub(super) const IN_FORCE_RPR: Condition =
    Condition::new("in-force", IN_FORCE_SENTENCE, "Mental Capacity Act 2005 Sch A1 para 139");
pub(super) const NO_UNPAID_REPRESENTATIVE: Condition = Condition::new(
    "no-unpaid-representative",
    "There is nobody unpaid who could be the person’s representative.",
    "SI 2008/1315",
);
pub(super) const OLD_ENOUGH_FOR_DOLS: Condition =
    Condition::new("age", "The person is 18 or over.", "Mental Capacity Act 2005 Sch A1 para 13");

pub(super) const IMHA_SECTION: Condition = Condition::new(
    "qualifying",
    "The person is detained, on a community treatment order, conditionally discharged or under guardianship, and not \
     only held for a short time.",
    "Mental Health Act 1983 s130C(2)",
);
pub(super) const IMHA_TREATMENT: Condition = Condition::new(
    "qualifying",
    "Treatment under section 57, or section 58A under 18, is being discussed.",
    "Mental Health Act 1983 s130C(3)",
);
pub(super) const IMHA_LOCAL: Condition = Condition::new(
    "qualifying",
    "The person is in hospital without being detained, and this service has agreed to be there for them.",
    "This service’s rubric: imha_informal",
);
pub(super) const NHS_CARE: Condition = Condition::new(
    "nhs-care",
    "The complaint is about care from the NHS, or paid for by it.",
    "Local Government and Public Involvement in Health Act 2007 s223A",
);

/// The limb that the kind of issue gives by itself.
const GIVEN: &[(IssueKind, Condition)] = &[
    process(
        IssueKind::CareNeedsAssessment,
        "The council must involve the person in a needs assessment.",
        "Care Act 2014 s67(3)(a)",
    ),
    process(
        IssueKind::CarersAssessment,
        "The council must involve the carer in a carer’s assessment.",
        "Care Act 2014 s67(3)(b)",
    ),
    process(
        IssueKind::CarePlanning,
        "The council must involve the person in their care and support plan.",
        "Care Act 2014 s67(3)(c)",
    ),
    process(
        IssueKind::CarerSupportPlanning,
        "The council must involve the carer in their support plan.",
        "Care Act 2014 s67(3)(d)",
    ),
    process(
        IssueKind::CareReview,
        "The council must involve the person in revising their care and support plan.",
        "Care Act 2014 s67(3)(e)",
    ),
    process(
        IssueKind::CarerSupportReview,
        "The council must involve the carer in revising their support plan.",
        "Care Act 2014 s67(3)(f)",
    ),
    process(
        IssueKind::ChildsNeedsAssessment,
        "The council must involve the young person in a child’s needs assessment.",
        "Care Act 2014 s67(3)(g)",
    ),
    process(
        IssueKind::ChildsCarersAssessment,
        "The council must involve the carer in a child’s carer’s assessment.",
        "Care Act 2014 s67(3)(h)",
    ),
    process(
        IssueKind::YoungCarersAssessment,
        "The council must involve the young person in a young carer’s assessment.",
        "Care Act 2014 s67(3)(i)",
    ),
    process(IssueKind::SafeguardingEnquiry, "There is to be a safeguarding enquiry.", "Care Act 2014 s68(1)(a)"),
    process(IssueKind::SafeguardingReview, "There is to be a safeguarding adults review.", "Care Act 2014 s68(1)(b)"),
    decision(
        IssueKind::SeriousMedicalTreatment,
        "Serious medical treatment is proposed.",
        "Mental Capacity Act 2005 s37(1)",
    ),
    decision(
        IssueKind::NhsAccommodation,
        "A stay in a hospital or care home is proposed, or a move between them.",
        "Mental Capacity Act 2005 s38(1)",
    ),
    decision(
        IssueKind::CouncilAccommodation,
        "A place to live is proposed for the person, or a change of it.",
        "Mental Capacity Act 2005 s39(1)",
    ),
    decision(
        IssueKind::ImcaCareReview,
        "Where the person lives is being reviewed.",
        "Expansion of Role Regulations 2006 (SI 2006/2883) reg 3",
    ),
    decision(
        IssueKind::ImcaAdultProtection,
        "Measures to protect someone from abuse are being taken or proposed.",
        "Expansion of Role Regulations 2006 (SI 2006/2883) reg 4",
    ),
];

/// Steps to protect someone, taken because of what the person is said to have done.
pub(super) const PROTECTION: Condition = Condition::new(
    "decision",
    "Measures to protect someone from abuse are being taken or proposed.",
    "Expansion of Role Regulations 2006 (SI 2006/2883) reg 4",
);

const fn process(kind: IssueKind, sentence: &'static str, source: &'static str) -> (IssueKind, Condition) {
    (kind, Condition::new("process", sentence, source))
}

const fn decision(kind: IssueKind, sentence: &'static str, source: &'static str) -> (IssueKind, Condition) {
    (kind, Condition::new("decision", sentence, source))
}

/// The limb that this kind of issue gives by itself, if its law has one.
pub(super) fn given_by(kind: IssueKind) -> Option<Limb> {
    GIVEN.iter().find(|(given, _)| *given == kind).map(|(_, condition)| condition.given())
}
