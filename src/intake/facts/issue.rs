//! What is said about one process, decision or complaint.

use chrono::NaiveDate;

use super::choice::{Said, choices};
use super::dates::{DateFacts, DatesKnown};
use crate::form::{Item, Key, PartialDate};

choices! {
    /// The process, decision or complaint.
    IssueKind answers IssueKind {
        NotSure = "not-sure",
        CareNeedsAssessment = "care-needs-assessment",
        CarersAssessment = "carers-assessment",
        CarePlanning = "care-planning",
        CarerSupportPlanning = "carer-support-planning",
        CareReview = "care-review",
        CarerSupportReview = "carer-support-review",
        ChildsNeedsAssessment = "childs-needs-assessment",
        ChildsCarersAssessment = "childs-carers-assessment",
        YoungCarersAssessment = "young-carers-assessment",
        SafeguardingEnquiry = "safeguarding-enquiry",
        SafeguardingReview = "safeguarding-review",
        SeriousMedicalTreatment = "serious-medical-treatment",
        NhsAccommodation = "nhs-accommodation",
        CouncilAccommodation = "council-accommodation",
        ImcaCareReview = "imca-care-review",
        ImcaAdultProtection = "imca-adult-protection",
        Dols39A = "dols-39a",
        Dols39C = "dols-39c",
        Dols39D = "dols-39d",
        PaidRpr = "paid-rpr",
        MentalHealthAct = "mental-health-act",
        NhsComplaint = "nhs-complaint",
        ChildProtection = "child-protection",
        Housing = "housing",
        BenefitsMoney = "benefits-money",
        Court = "court",
        SocialCareComplaint = "social-care-complaint",
        SocialCareAccess = "social-care-access",
        HealthDecision = "health-decision",
        Other = "other",
    }
}

impl IssueKind {
    /// A process in which the Care Act asks for an advocate (ss67–68).
    #[must_use]
    pub const fn is_care_act(self) -> bool {
        self.is_assessment_or_plan() || self.is_safeguarding()
    }

    /// One of the processes of Care Act s67(3).
    #[must_use]
    pub const fn is_assessment_or_plan(self) -> bool {
        self.is_adult_assessment_or_plan()
            || matches!(self, Self::ChildsNeedsAssessment | Self::ChildsCarersAssessment | Self::YoungCarersAssessment)
    }

    /// One that is about somebody under 18: an assessment before that birthday (Care Act 2014 ss58 and 63), or child
    /// protection. A child’s carer (s60) is an adult.
    #[must_use]
    pub const fn is_childs(self) -> bool {
        matches!(self, Self::ChildsNeedsAssessment | Self::YoungCarersAssessment | Self::ChildProtection)
    }

    /// One of them that is only for adults.
    #[must_use]
    pub const fn is_adult_assessment_or_plan(self) -> bool {
        matches!(
            self,
            Self::CareNeedsAssessment
                | Self::CarersAssessment
                | Self::CarePlanning
                | Self::CarerSupportPlanning
                | Self::CareReview
                | Self::CarerSupportReview
        )
    }

    /// A safeguarding enquiry or review (Care Act s68).
    #[must_use]
    pub const fn is_safeguarding(self) -> bool {
        matches!(self, Self::SafeguardingEnquiry | Self::SafeguardingReview)
    }

    /// Whether it is there because somebody may be harmed: safeguarding, or an IMCA for adult protection.
    #[must_use]
    pub const fn is_about_harm(self) -> bool {
        self.is_safeguarding() || matches!(self, Self::ImcaAdultProtection)
    }

    /// A service that rests on a representative, or on there being none (Mental Capacity Act Sch A1 Part 10).
    #[must_use]
    pub const fn is_for_a_representative(self) -> bool {
        matches!(self, Self::Dols39C | Self::Dols39D | Self::PaidRpr)
    }

    /// A matter of an authorisation to deprive someone of their liberty (Mental Capacity Act Sch A1).
    #[must_use]
    pub const fn is_dols(self) -> bool {
        matches!(self, Self::Dols39A | Self::Dols39C | Self::Dols39D | Self::PaidRpr)
    }
}

choices! {
    /// The person's part in safeguarding.
    SafeguardingPart answers SafeguardingPart {
        AdultAtRisk = "adult-at-risk", SourceOfHarm = "source-of-harm", Other = "other", DontKnow = "dont-know",
    }
}

choices! {
    /// Who makes the safeguarding enquiry.
    EnquiryLedBy answers EnquiryLedBy {
        Council = "council", Nhs = "nhs", Provider = "provider", Other = "other", NoOneYet = "no-one-yet",
        DontKnow = "dont-know",
    }
}

impl EnquiryLedBy {
    /// It is said that nobody makes one for the council: a concern, and no enquiry yet that anybody could show.
    #[must_use]
    pub const fn is_not_the_councils(self) -> bool {
        matches!(self, Self::NoOneYet | Self::Other)
    }
}

choices! {
    /// How far it has come.
    IssueStage answers IssueStage {
        NotStarted = "not-started", Beginning = "beginning", UnderWay = "under-way", Decided = "decided",
        Review = "review", DontKnow = "dont-know",
    }
}

choices! {
    /// Who takes the decision.
    DecisionMakerBody answers DecisionMakerBody {
        Council = "council", Nhs = "nhs", CareProvider = "care-provider", Court = "court", Person = "person",
        Other = "other", NoDecision = "no-decision", DontKnow = "dont-know",
    }
}

choices! {
    /// The authorisation there is.
    DolsAuthorisation answers DolsAuthorisation {
        Urgent = "urgent", StandardAsked = "standard-asked", Standard = "standard", None = "none",
        DontKnow = "dont-know",
    }
}

choices! {
    /// The representative there is.
    DolsRepresentative answers DolsRepresentative {
        None = "none", Unpaid = "unpaid", Paid = "paid", Ended = "ended", DontKnow = "dont-know",
    }
}

choices! {
    /// On whose request or belief an advocate beside a representative is to be instructed.
    DolsRequest answers DolsRequest {
        Person = "person", Representative = "representative", SupervisoryBody = "supervisory-body", Nobody = "nobody",
        DontKnow = "dont-know",
    }
}

choices! {
    /// The section of the Mental Health Act.
    MhaSection answers MhaSection {
        S2 = "s2", S3 = "s3", S4 = "s4", S5Two = "s5-2", S5Four = "s5-4", S37 = "s37", S37And41 = "s37-41",
        S47 = "s47", S48 = "s48", S135 = "s135", S136 = "s136", Cto = "cto", Guardianship = "guardianship",
        ConditionalDischarge = "conditional-discharge", Informal = "informal", Other = "other", DontKnow = "dont-know",
    }
}

impl MhaSection {
    /// Whether it keeps the person in a place now.
    #[must_use]
    pub const fn detains(self) -> bool {
        !matches!(
            self,
            Self::Cto | Self::Guardianship | Self::ConditionalDischarge | Self::Informal | Self::Other | Self::DontKnow
        )
    }
}

choices! {
    /// Whether the person wants to go to the tribunal.
    MhaTribunal answers MhaTribunal {
        Wants = "wants", DoesNotWant = "does-not-want", Applied = "applied", DontKnow = "dont-know",
    }
}

choices! {
    /// Treatment with safeguards of its own.
    MhaTreatment answers MhaTreatment { S57 = "s57", S58A = "s58a", No = "no", DontKnow = "dont-know" }
}

choices! {
    /// Capacity for this decision.
    Capacity answers Capacity {
        Has = "has", Lacks = "lacks", NotAssessed = "not-assessed", Fluctuates = "fluctuates", DontKnow = "dont-know",
    }
}

/// An authorisation to deprive someone of their liberty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dols {
    /// Which there is.
    pub authorisation: Option<DolsAuthorisation>,
    /// Its first day.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub expiry: Option<NaiveDate>,
    /// Who represents the person.
    pub representative: Option<DolsRepresentative>,
    /// Who asks for an advocate beside them.
    pub request: Option<DolsRequest>,
}

/// What the Mental Health Act is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mha {
    /// The section.
    pub section: Option<MhaSection>,
    /// Its first day.
    pub started: Option<NaiveDate>,
    /// Whether the person wants the tribunal.
    pub tribunal: Option<MhaTribunal>,
    /// Treatment with safeguards of its own.
    pub treatment: Option<MhaTreatment>,
}

/// A complaint about the NHS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Complaint {
    /// As much of the day as is known on which it happened or was found out.
    pub event: Option<PartialDate>,
    /// Whether it was made.
    pub made: Option<Said>,
}

/// What is said about one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueFacts {
    /// The item of `issues` it was read from; none for an issue that is only implied.
    pub item: Option<u32>,
    /// What it is.
    pub kind: IssueKind,
    /// The person's part in safeguarding.
    pub safeguarding_part: Option<SafeguardingPart>,
    /// Who makes the safeguarding enquiry.
    pub enquiry_led_by: Option<EnquiryLedBy>,
    /// How far it has come.
    pub stage: Option<IssueStage>,
    /// Who takes the decision.
    pub decision_maker_body: Option<DecisionMakerBody>,
    /// Whether the stay is 28 days or more in hospital, or 8 weeks or more in a home.
    pub stay_long: Option<Said>,
    /// The authorisation.
    pub dols: Dols,
    /// The section.
    pub mha: Mha,
    /// The complaint.
    pub complaint: Complaint,
    /// Whether the person disagrees with the place or the plan, or wants to leave.
    pub objects: Option<Said>,
    /// Whether it is hard to undo.
    pub hard_to_undo: Option<Said>,
    /// Whether there are dates.
    pub dates_known: Option<DatesKnown>,
    /// The dates told.
    pub dates: Vec<DateFacts>,
    /// Capacity for this decision.
    pub capacity: Option<Capacity>,
    /// Whether somebody said who assessed capacity, and when.
    pub capacity_evidence: bool,
}

impl IssueFacts {
    /// An issue nobody named, which the other answers imply.
    #[must_use]
    pub const fn implied(kind: IssueKind) -> Self {
        Self {
            item: None,
            kind,
            safeguarding_part: None,
            enquiry_led_by: None,
            stage: None,
            decision_maker_body: None,
            stay_long: None,
            dols: Dols { authorisation: None, start: None, expiry: None, representative: None, request: None },
            mha: Mha { section: None, started: None, tribunal: None, treatment: None },
            complaint: Complaint { event: None, made: None },
            objects: None,
            hard_to_undo: None,
            dates_known: None,
            dates: Vec::new(),
            capacity: None,
            capacity_evidence: false,
        }
    }

    pub(super) fn from(item: &Item) -> Self {
        let answers = &item.answers;
        let day = |key| answers.date(key).and_then(PartialDate::earliest);
        let dated = answers.date(Key::CapacityWhen).is_some_and(|when| when != PartialDate::Unknown);
        Self {
            item: Some(item.id),
            kind: IssueKind::of(answers).unwrap_or(IssueKind::NotSure),
            safeguarding_part: SafeguardingPart::of(answers),
            enquiry_led_by: EnquiryLedBy::of(answers),
            stage: IssueStage::of(answers),
            decision_maker_body: DecisionMakerBody::of(answers),
            stay_long: Said::of(answers, Key::StayLong),
            dols: Dols {
                authorisation: DolsAuthorisation::of(answers),
                start: day(Key::DolsStart),
                expiry: day(Key::DolsExpiry),
                representative: DolsRepresentative::of(answers),
                request: DolsRequest::of(answers),
            },
            mha: Mha {
                section: MhaSection::of(answers),
                started: day(Key::MhaStarted),
                tribunal: MhaTribunal::of(answers),
                treatment: MhaTreatment::of(answers),
            },
            complaint: Complaint {
                event: answers.date(Key::ComplaintEvent).filter(|event| *event != PartialDate::Unknown),
                made: Said::of(answers, Key::ComplaintMade),
            },
            objects: Said::of(answers, Key::Objects),
            hard_to_undo: Said::of(answers, Key::HardToUndo),
            dates_known: DatesKnown::of(answers),
            dates: answers.items(Key::Dates).iter().map(|date| DateFacts::from(&date.answers)).collect(),
            capacity: Capacity::of(answers),
            capacity_evidence: dated && answers.is_written(Key::CapacityWho),
        }
    }

    /// Whether the person is the one said to have done harm: no duty under Care Act s68 is owed to them.
    #[must_use]
    pub fn is_source_of_harm(&self) -> bool {
        self.safeguarding_part == Some(SafeguardingPart::SourceOfHarm)
    }

    /// Whether there is a date whose day nobody has told us: said so, left blank, told in part, or not readable.
    #[must_use]
    pub fn has_unknown_date(&self) -> bool {
        match self.dates_known {
            Some(DatesKnown::Unknown) => true,
            Some(DatesKnown::Yes) if self.dates.is_empty() => true,
            _ => self.dates.iter().any(|date| date.when.is_none() || date.is_partial()),
        }
    }

    /// Whether the issue keeps the person somewhere by law, as far as anybody has said.
    #[must_use]
    pub fn keeps_the_person(&self) -> bool {
        let authorised = self.kind.is_dols() && self.dols.authorisation != Some(DolsAuthorisation::None);
        authorised || self.mha.section.is_some_and(MhaSection::detains)
    }
}
