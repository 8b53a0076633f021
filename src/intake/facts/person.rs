//! What is said about the person, and about the referral as a whole.

use chrono::{Datelike, NaiveDate};

use super::choice::{Said, choices};
use crate::form::{Answers, Key, PartialDate};

choices! {
    /// Where the referrer works.
    ReferrerBody answers ReferrerBody {
        CouncilSocialCare = "council-social-care", CouncilDolsTeam = "council-dols-team",
        CouncilOther = "council-other", NhsHospital = "nhs-hospital", NhsMentalHealth = "nhs-mental-health",
        NhsCommunity = "nhs-community", CareProvider = "care-provider", Prison = "prison", Police = "police",
        Voluntary = "voluntary", Other = "other",
    }
}

impl ReferrerBody {
    /// Part of a council.
    #[must_use]
    pub const fn is_council(self) -> bool {
        matches!(self, Self::CouncilSocialCare | Self::CouncilDolsTeam | Self::CouncilOther)
    }

    /// Part of the NHS.
    #[must_use]
    pub const fn is_nhs(self) -> bool {
        matches!(self, Self::NhsHospital | Self::NhsMentalHealth | Self::NhsCommunity)
    }
}

choices! {
    /// How old the person is, as far as the law asks.
    AgeGroup answers PersonAgeGroup {
        Under16 = "under-16", From16To17 = "16-17", Adult = "18-over", Died = "died",
        DontKnow = "dont-know",
    }
}

choices! {
    /// Where the person is now.
    Location answers PersonLocation {
        OwnHome = "own-home", FamilyHome = "family-home", Hospital = "hospital",
        MentalHealthHospital = "mental-health-hospital", CareHome = "care-home",
        SupportedLiving = "supported-living", Prison = "prison", Temporary = "temporary",
        NoFixedAddress = "no-fixed-address", Elsewhere = "elsewhere", DontKnow = "dont-know",
    }
}

choices! {
    /// A kind of advocate that a professional asks for by its name. It shows nothing about the person.
    AdvocacyKind answers AdvocacyKind {
        NotSure = "not-sure", CareAct = "care-act", Imca = "imca", Dols = "dols", PaidRpr = "paid-rpr", Imha = "imha",
        NhsComplaint = "nhs-complaint", Community = "community",
    }
}

choices! {
    /// Whether the person could get help from the council's adult social care.
    SocialCareAccess answers SocialCareAccess {
        No = "no", NotAsked = "not-asked", NoAnswer = "no-answer", Refused = "refused", Waiting = "waiting",
        DontKnow = "dont-know",
    }
}

impl SocialCareAccess {
    /// Asked, and not let in.
    #[must_use]
    pub const fn is_barred(self) -> bool {
        matches!(self, Self::NoAnswer | Self::Refused | Self::Waiting)
    }
}

choices! {
    /// Whether the person is losing their home.
    HomeRisk answers HomeRisk {
        HomelessNow = "homeless-now", Within56Days = "within-56-days", No = "no", NotSure = "not-sure",
    }
}

choices! {
    /// What the person says to this referral.
    Consent answers Consent {
        Yes = "yes", WithLimits = "with-limits", NotAsked = "not-asked", Refuses = "refuses", Cannot = "cannot",
        DontKnow = "dont-know",
    }
}

impl Consent {
    /// Nobody has asked the person, or nobody could tell us what they said.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotAsked | Self::DontKnow)
    }
}

choices! {
    /// Whether the person knows of the referral.
    Aware answers Aware {
        Yes = "yes", NotYet = "not-yet", No = "no", CannotUnderstand = "cannot-understand", DontKnow = "dont-know",
    }
}

choices! {
    /// Whether the person wants that supporter.
    Agreed answers SupportAgreed { Yes = "yes", No = "no", CannotSay = "cannot-say", NotSure = "not-sure" }
}

/// How hard one of the four things is that being involved needs (Care Act s67(4)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Involve {
    /// Substantially.
    Difficulty,
    /// Not, or with adjustments not.
    NoDifficulty,
    /// Asked, and not known.
    NotSure,
}

/// Understanding, remembering, weighing, communicating: what was said of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Involvement(pub [Option<Involve>; 4]);

impl Involvement {
    fn from(answers: &Answers) -> Self {
        let areas = [Key::InvolveUnderstand, Key::InvolveRemember, Key::InvolveWeigh, Key::InvolveCommunicate];
        Self(areas.map(|key| match answers.one(key)? {
            "difficulty" => Some(Involve::Difficulty),
            "no-difficulty" => Some(Involve::NoDifficulty),
            "not-sure" => Some(Involve::NotSure),
            _ => None,
        }))
    }

    /// In how many of the four there is substantial difficulty.
    #[must_use]
    pub fn difficulties(&self) -> usize {
        self.0.iter().filter(|area| **area == Some(Involve::Difficulty)).count()
    }

    /// Whether somebody said of all four that there is none.
    #[must_use]
    pub fn is_easy(&self) -> bool {
        self.0.iter().all(|area| *area == Some(Involve::NoDifficulty))
    }
}

/// Whether someone unpaid could help the person have a say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Support {
    /// Whether there is anyone.
    pub anyone: Option<Said>,
    /// Whether they are willing and able.
    pub willing: Option<Said>,
    /// Whether the person wants them to.
    pub agreed: Option<Agreed>,
    /// Whether an advocate is owed although there is someone: a long stay, or a disagreement (SI 2014/2889 reg 4).
    pub exception: bool,
    /// Whether a deprivation of liberty is given as the reason, which stands in SI 2014/2824 reg 4(2) only.
    pub liberty_given: bool,
}

/// What is said about the person, and about the referral as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one plain fact, and no two hang together")]
pub struct PersonFacts {
    /// Whether anyone is in danger now.
    pub danger_now: Option<Said>,
    /// Where the referrer works.
    pub referrer_body: Option<ReferrerBody>,
    /// The kinds of advocate asked for by name.
    pub asked_for: Vec<AdvocacyKind>,
    /// The age group given.
    pub age_group: Option<AgeGroup>,
    /// The date of birth, or as much of it as is known.
    pub born: Option<PartialDate>,
    /// Where the person is.
    pub location: Option<Location>,
    /// Whether another council placed them there, or named the council for the place.
    pub placed_out_of_area: bool,
    /// Whether they are kept somewhere and not free to leave.
    pub kept: Option<Said>,
    /// Whether they are losing their home.
    pub home_risk: Option<HomeRisk>,
    /// Said to be urgent, with no reason given.
    pub bare_urgency: bool,
    /// Whether the council would assess them.
    pub social_care_access: Option<SocialCareAccess>,
    /// What being involved takes.
    pub involvement: Involvement,
    /// Who could help.
    pub support: Support,
    /// Whether someone is hurting them.
    pub harm_alleged: Option<Said>,
    /// Whether that someone can reach them.
    pub harm_access: Option<Said>,
    /// Somebody must be booked before the person can be spoken with.
    pub needs_booking: bool,
    /// A risk to the person, or to a visitor, was answered “don't know”.
    pub risk_unknown: bool,
    /// Whether the person knows of the referral.
    pub aware: Option<Aware>,
    /// What the person says to the referral.
    pub consent: Option<Consent>,
    /// Whether they can decide about it.
    pub consent_capacity: Option<Said>,
    /// Whether a social worker or other worker has been allocated.
    pub worker_allocated: Option<Said>,
    /// Whether a child is being harmed, or could be.
    pub child_at_risk: Option<Said>,
}

impl PersonFacts {
    /// Reads the answers that count.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let said = |key| Said::of(answers, key);
        let is_given = |key| answers.words(key).is_some_and(|words| !words.trim().is_empty());
        let exceptions = answers.many(Key::SupportException);
        let asked_for = answers.many(AdvocacyKind::QUESTION);
        Self {
            danger_now: said(Key::DangerNow),
            referrer_body: ReferrerBody::of(answers),
            asked_for: AdvocacyKind::ALL.iter().copied().filter(|kind| asked_for.contains(&kind.slug())).collect(),
            age_group: AgeGroup::of(answers),
            born: answers.date(Key::PersonBorn),
            location: Location::of(answers),
            placed_out_of_area: said(Key::PlacedOutOfArea) == Some(Said::Yes) || is_given(Key::CouncilNow),
            kept: said(Key::Kept),
            home_risk: HomeRisk::of(answers),
            bare_urgency: said(Key::SaysUrgent) == Some(Said::Yes) && !is_given(Key::UrgentWhy),
            social_care_access: SocialCareAccess::of(answers),
            involvement: Involvement::from(answers),
            support: Support {
                anyone: said(Key::SupportAnyone),
                willing: said(Key::SupportWilling),
                agreed: Agreed::of(answers),
                liberty_given: exceptions.contains(&"liberty"),
                exception: ["long-stay", "disagreement"].iter().any(|slug| exceptions.contains(slug)),
            },
            harm_alleged: said(Key::HarmAlleged),
            harm_access: said(Key::HarmAccess),
            needs_booking: !answers.many(Key::CommunicationProfessional).is_empty()
                || said(Key::Interpreter) == Some(Said::Yes),
            risk_unknown: [Key::RiskPerson, Key::RiskVisitor].iter().any(|key| answers.is(*key, "dont-know")),
            aware: Aware::of(answers),
            consent: Consent::of(answers),
            consent_capacity: said(Key::ConsentCapacity),
            worker_allocated: said(Key::WorkerAllocated),
            child_at_risk: said(Key::ChildAtRisk),
        }
    }

    /// The age group, from the date of birth where nobody chose one and the date leaves no doubt.
    #[must_use]
    pub fn age_group(&self, today: NaiveDate) -> Option<AgeGroup> {
        match self.age_group {
            Some(AgeGroup::DontKnow) | None => match self.possible_ages(today)? {
                (youngest, oldest) if youngest == oldest => Some(youngest),
                _ => self.age_group,
            },
            given => given,
        }
    }

    /// Whether the person is under 18, or may be by one of the two answers about age.
    #[must_use]
    pub fn may_be_a_child(&self, today: NaiveDate) -> bool {
        if self.age_group == Some(AgeGroup::Died) {
            return false;
        }
        let is_young = |group: AgeGroup| matches!(group, AgeGroup::Under16 | AgeGroup::From16To17);
        self.age_group.is_some_and(is_young)
            || self.possible_ages(today).is_some_and(|(youngest, _)| is_young(youngest))
    }

    /// Whether the age group and the date of birth cannot both be right.
    #[must_use]
    pub fn has_age_mismatch(&self, today: NaiveDate) -> bool {
        match (self.age_group, self.possible_ages(today)) {
            (Some(AgeGroup::DontKnow | AgeGroup::Died) | None, _) | (_, None) => false,
            (Some(group), Some((youngest, oldest))) => group < youngest || oldest < group,
        }
    }

    /// The youngest and the oldest the person can be, by their date of birth.
    fn possible_ages(&self, today: NaiveDate) -> Option<(AgeGroup, AgeGroup)> {
        let born = self.born?;
        Some((age_group_of(born.latest()?, today), age_group_of(born.earliest()?, today)))
    }
}

fn age_group_of(born: NaiveDate, today: NaiveDate) -> AgeGroup {
    let birthday_to_come = (today.month(), today.day()) < (born.month(), born.day());
    match today.year() - born.year() - i32::from(birthday_to_come) {
        ..=15 => AgeGroup::Under16,
        16..=17 => AgeGroup::From16To17,
        _ => AgeGroup::Adult,
    }
}
