//! Each service line's limbs, read from the facts. What the limbs say stands in `conditions`.

use chrono::NaiveDate;

use super::conditions::{
    ADULT_AT_RISK, ANY_PROCESS, AUTHORISATION, Condition, DECIDED_BY_COUNCIL, DECIDED_BY_NHS, DIFFICULTY, IMHA_LOCAL,
    IMHA_SECTION, IMHA_TREATMENT, IN_FORCE_39C, IN_FORCE_39D, IN_FORCE_RPR, LACKS_FOR_COUNCIL_STAY, LACKS_FOR_NHS_STAY,
    LACKS_FOR_PROTECTION, LACKS_FOR_REVIEW, LACKS_FOR_TREATMENT, LONG_COUNCIL_STAY, LONG_NHS_STAY, NHS_CARE, NO_ONE,
    NO_ONE_39A, NO_ONE_39C, NO_ONE_FOR_COUNCIL_STAY, NO_ONE_FOR_NHS_STAY, NO_ONE_FOR_REVIEW, NO_ONE_FOR_TREATMENT,
    NO_ONE_NEEDED, NO_UNPAID_REPRESENTATIVE, NOT_OF_PRISON, NOT_PRISON, OLD_ENOUGH_FOR_DOLS, OLD_ENOUGH_FOR_IMCA,
    PROTECTION, REPRESENTATIVE_ENDED, REQUESTED_39D, SAFEGUARDING_DIFFICULTY, SAFEGUARDING_NO_ONE,
    UNPAID_REPRESENTATIVE, given_by,
};
use super::{Limb, State};
use crate::form::Line;
use crate::intake::facts::{
    AgeGroup, Agreed, Capacity, DecisionMakerBody, DolsAuthorisation, DolsRepresentative, DolsRequest, EnquiryLedBy,
    Facts, IssueFacts, IssueKind, Location, MhaSection, MhaTreatment, PersonFacts, SafeguardingPart, Said, Support,
};
use crate::settings::rubric::Rubric;

/// The service that a kind of issue points to.
///
/// Of a kind nobody is sure of, the Care Act is looked at: its limbs are about the person and not about a decision, and
/// most people who cannot name what is happening are somewhere in its processes.
pub(in crate::intake) const fn considered(kind: IssueKind) -> Line {
    match kind {
        _ if kind.is_care_act() || matches!(kind, IssueKind::NotSure) => Line::CareAct,
        IssueKind::SeriousMedicalTreatment
        | IssueKind::NhsAccommodation
        | IssueKind::CouncilAccommodation
        | IssueKind::ImcaCareReview
        | IssueKind::ImcaAdultProtection => Line::Imca,
        IssueKind::Dols39A => Line::Dols39A,
        IssueKind::Dols39C => Line::Dols39C,
        IssueKind::Dols39D => Line::Dols39D,
        IssueKind::PaidRpr => Line::PaidRpr,
        IssueKind::MentalHealthAct => Line::Imha,
        IssueKind::NhsComplaint => Line::NhsComplaints,
        IssueKind::SocialCareAccess => Line::SocialCareAccess,
        _ => Line::Community,
    }
}

/// The service and every limb that is looked at for it.
pub(super) fn limbs(facts: &Facts, issue: &IssueFacts, rubric: &Rubric, today: NaiveDate) -> (Line, Vec<Limb>) {
    let person = &facts.person;
    let line = considered(issue.kind);
    match line {
        Line::CareAct if issue.kind.is_safeguarding() => safeguarding(person, issue),
        Line::CareAct => (line, assessment_or_plan(person, issue)),
        Line::Imca => (line, imca(person, issue, today)),
        Line::Dols39A | Line::Dols39C | Line::Dols39D | Line::PaidRpr => (line, dols(person, issue, today)),
        Line::Imha => (line, vec![imha(person, issue, rubric, today)]),
        Line::NhsComplaints => (line, vec![NHS_CARE.given()]),
        Line::SocialCareAccess | Line::Community => (line, Vec::new()),
    }
}

/// Whether nobody is right to support the person: an unpaid someone, willing and able, whom the person accepts.
pub(super) fn no_one(support: Support) -> State {
    match (support.anyone, support.willing, support.agreed) {
        (Some(Said::No), ..) | (Some(Said::Yes), Some(Said::No), _) | (Some(Said::Yes), _, Some(Agreed::No)) => {
            State::Met
        }
        (Some(Said::Yes), Some(Said::Yes), Some(Agreed::Yes | Agreed::CannotSay)) => State::NotMet,
        _ => State::NotKnown,
    }
}

fn difficulty(person: &PersonFacts) -> State {
    match person.involvement {
        areas if areas.difficulties() > 0 => State::Met,
        areas if areas.is_easy() => State::NotMet,
        _ => State::NotKnown,
    }
}

fn assessment_or_plan(person: &PersonFacts, issue: &IssueFacts) -> Vec<Limb> {
    let no_one = match no_one(person.support) {
        State::Met => NO_ONE.is(State::Met),
        _ if person.support.exception => NO_ONE_NEEDED.is(State::Met),
        state => NO_ONE.is(state),
    };
    let process = given_by(issue.kind).unwrap_or_else(|| ANY_PROCESS.is(State::NotKnown));
    vec![process, DIFFICULTY.is(difficulty(person)), no_one]
}

/// Safeguarding is for the adult at risk. Someone said to have done harm can only reach adult protection.
fn safeguarding(person: &PersonFacts, issue: &IssueFacts) -> (Line, Vec<Limb>) {
    // A concern is not an enquiry yet, and an enquiry that another body makes for itself is not the council’s.
    let only_a_concern = issue.kind == IssueKind::SafeguardingEnquiry
        && issue.enquiry_led_by.is_some_and(EnquiryLedBy::is_not_the_councils);
    let given = given_by(issue.kind).map(|limb| if only_a_concern { limb.not_known() } else { limb });
    let mut limbs: Vec<Limb> = given.into_iter().collect();
    if issue.is_source_of_harm() {
        limbs.push(ADULT_AT_RISK.is(State::NotMet));
        limbs.push(PROTECTION.given());
        limbs.push(LACKS_FOR_PROTECTION.is(lacks(issue)));
        return (Line::Imca, limbs);
    }
    limbs.push(match issue.safeguarding_part {
        Some(SafeguardingPart::AdultAtRisk) => ADULT_AT_RISK.is(State::Met),
        Some(SafeguardingPart::Other) => ADULT_AT_RISK.is(State::NotKnown),
        // Nobody has to say it: whoever is not named as the source of harm is taken to be at risk.
        _ => ADULT_AT_RISK.given(),
    });
    if person.location == Some(Location::Prison) {
        // A review leaves out only what belongs to the time in prison, and what it is about may be older.
        limbs.push(match issue.kind {
            IssueKind::SafeguardingReview => NOT_OF_PRISON.is(State::NotKnown),
            _ => NOT_PRISON.is(State::NotMet),
        });
    }
    limbs.push(SAFEGUARDING_DIFFICULTY.is(difficulty(person)));
    limbs.push(SAFEGUARDING_NO_ONE.is(no_one(person.support)));
    (Line::CareAct, limbs)
}

fn lacks(issue: &IssueFacts) -> State {
    match issue.capacity {
        Some(Capacity::Lacks) => State::Met,
        Some(Capacity::Has) => State::NotMet,
        _ => State::NotKnown,
    }
}

fn imca(person: &PersonFacts, issue: &IssueFacts, today: NaiveDate) -> Vec<Limb> {
    let lacks = lacks(issue);
    let no_one = no_one(person.support);
    let decided = |condition, right| decision_maker(condition, issue.decision_maker_body, right);
    let mut limbs: Vec<Limb> = given_by(issue.kind).into_iter().collect();
    match issue.kind {
        IssueKind::SeriousMedicalTreatment => limbs.extend([
            decided(DECIDED_BY_NHS, DecisionMakerBody::Nhs),
            LACKS_FOR_TREATMENT.is(lacks),
            NO_ONE_FOR_TREATMENT.is(no_one),
        ]),
        IssueKind::NhsAccommodation => limbs.extend([
            decided(DECIDED_BY_NHS, DecisionMakerBody::Nhs),
            LACKS_FOR_NHS_STAY.is(lacks),
            NO_ONE_FOR_NHS_STAY.is(no_one),
            LONG_NHS_STAY.is(shown(issue.stay_long)),
        ]),
        IssueKind::CouncilAccommodation => limbs.extend([
            decided(DECIDED_BY_COUNCIL, DecisionMakerBody::Council),
            LACKS_FOR_COUNCIL_STAY.is(lacks),
            NO_ONE_FOR_COUNCIL_STAY.is(no_one),
            LONG_COUNCIL_STAY.is(shown(issue.stay_long)),
        ]),
        IssueKind::ImcaCareReview => limbs.extend([LACKS_FOR_REVIEW.is(lacks), NO_ONE_FOR_REVIEW.is(no_one)]),
        _ => limbs.push(LACKS_FOR_PROTECTION.is(lacks)),
    }
    if person.age_group(today) == Some(AgeGroup::Under16) {
        limbs.push(OLD_ENOUGH_FOR_IMCA.is(State::NotMet));
    }
    limbs
}

/// The kind of decision says whose it is. Where an answer says that it is another's, one of the two is wrong: that is
/// asked about, and denies nobody an advocate.
fn decision_maker(condition: Condition, body: Option<DecisionMakerBody>, right: DecisionMakerBody) -> Limb {
    match body {
        None => condition.given(),
        Some(body) if body == right => condition.given(),
        // Whoever names another, or says that the person decides or that nothing is decided, may not know what a body is
        // about to do: capacity and the kind of decision have limbs of their own. It is asked, and denies nothing.
        Some(_) => condition.is(State::NotKnown),
    }
}

const fn shown(said: Option<Said>) -> State {
    match said {
        Some(Said::Yes) => State::Met,
        Some(Said::No) => State::NotMet,
        Some(Said::NotSure) | None => State::NotKnown,
    }
}

/// The authorisation request itself raises the question of capacity, so no limb here asks for an assessment.
fn dols(person: &PersonFacts, issue: &IssueFacts, today: NaiveDate) -> Vec<Limb> {
    let no_one = no_one(person.support);
    let in_force = in_force(issue.dols.authorisation);
    let representative = issue.dols.representative;
    let mut limbs = match issue.kind {
        IssueKind::Dols39A => vec![AUTHORISATION.is(asked_for(issue.dols.authorisation)), NO_ONE_39A.is(no_one)],
        IssueKind::Dols39C => vec![
            IN_FORCE_39C.is(in_force),
            REPRESENTATIVE_ENDED.is(match representative {
                Some(DolsRepresentative::Ended | DolsRepresentative::None) => State::Met,
                Some(DolsRepresentative::Unpaid | DolsRepresentative::Paid) => State::NotMet,
                Some(DolsRepresentative::DontKnow) | None => State::NotKnown,
            }),
            NO_ONE_39C.is(no_one),
        ],
        IssueKind::Dols39D => vec![
            IN_FORCE_39D.is(in_force),
            UNPAID_REPRESENTATIVE.is(match representative {
                Some(DolsRepresentative::Unpaid) => State::Met,
                Some(DolsRepresentative::None | DolsRepresentative::Paid | DolsRepresentative::Ended) => State::NotMet,
                Some(DolsRepresentative::DontKnow) | None => State::NotKnown,
            }),
            REQUESTED_39D.is(requested(issue.dols.request)),
        ],
        _ => vec![
            IN_FORCE_RPR.is(in_force),
            NO_UNPAID_REPRESENTATIVE.is(match representative {
                Some(DolsRepresentative::None | DolsRepresentative::Ended | DolsRepresentative::Paid) => State::Met,
                Some(DolsRepresentative::Unpaid) => State::NotMet,
                Some(DolsRepresentative::DontKnow) | None => no_one,
            }),
        ],
    };
    if matches!(person.age_group(today), Some(AgeGroup::Under16 | AgeGroup::From16To17)) {
        limbs.push(OLD_ENOUGH_FOR_DOLS.is(State::NotMet));
    }
    limbs
}

/// Whether a representative can have been appointed: that follows a standard authorisation (Sch A1 para 139). Where only
/// an urgent one is told, it may be that, or not the last word: it is asked about, and denies nothing.
const fn in_force(authorisation: Option<DolsAuthorisation>) -> State {
    match authorisation {
        Some(DolsAuthorisation::Standard) => State::Met,
        Some(DolsAuthorisation::None | DolsAuthorisation::StandardAsked) => State::NotMet,
        Some(DolsAuthorisation::Urgent | DolsAuthorisation::DontKnow) | None => State::NotKnown,
    }
}

/// Whether one of those asks on whose request or belief the duty rests. That nobody has so far denies nothing: the person
/// and the representative can ask at any time, and are helped to.
const fn requested(request: Option<DolsRequest>) -> State {
    match request {
        Some(DolsRequest::Person | DolsRequest::Representative | DolsRequest::SupervisoryBody) => State::Met,
        Some(DolsRequest::Nobody | DolsRequest::DontKnow) | None => State::NotKnown,
    }
}

/// A standard authorisation already given may have come after the moment at which s39A applies: somebody has to ask.
const fn asked_for(authorisation: Option<DolsAuthorisation>) -> State {
    match authorisation {
        Some(DolsAuthorisation::Urgent | DolsAuthorisation::StandardAsked) => State::Met,
        Some(DolsAuthorisation::None) => State::NotMet,
        Some(DolsAuthorisation::Standard | DolsAuthorisation::DontKnow) | None => State::NotKnown,
    }
}

/// Whether treatment with safeguards of its own makes the person a qualifying patient, whatever the section.
///
/// Section 58A is for people under 18, and the choice says so: whoever makes it has told the age, unless another answer
/// shows an adult (Mental Health Act 1983 s130C(3)(b)).
pub(in crate::intake) fn qualifies_by_treatment(person: &PersonFacts, issue: &IssueFacts, today: NaiveDate) -> bool {
    let is_under_18 = !matches!(person.age_group(today), Some(AgeGroup::Adult | AgeGroup::Died));
    match issue.mha.treatment {
        Some(MhaTreatment::S57) => true,
        Some(MhaTreatment::S58A) => is_under_18,
        Some(MhaTreatment::No | MhaTreatment::DontKnow) | None => false,
    }
}

fn imha(person: &PersonFacts, issue: &IssueFacts, rubric: &Rubric, today: NaiveDate) -> Limb {
    if qualifies_by_treatment(person, issue, today) {
        return IMHA_TREATMENT.is(State::Met);
    }
    match issue.mha.section {
        Some(MhaSection::Informal) if rubric.imha_informal => IMHA_LOCAL.is(State::Met),
        Some(MhaSection::Informal) => IMHA_SECTION.is(State::NotMet),
        Some(section) if rubric.imha_qualifying.iter().any(|slug| slug == section.slug()) => {
            IMHA_SECTION.is(State::Met)
        }
        Some(section) if rubric.imha_excluded.iter().any(|slug| slug == section.slug()) => {
            IMHA_SECTION.is(State::NotMet)
        }
        _ => IMHA_SECTION.is(State::NotKnown),
    }
}
