//! Facts: what the answers say, typed, so that no rule ever reads wording.
//!
//! Blank and “not sure” stay apart: a blank is `None`, a “not sure” is a variant. This file must not know what a fact
//! is worth, nor what time it is.

mod choice;
mod contact;
mod dates;
mod issue;
mod person;

use crate::form::{Answers, Key, Voice};

pub use choice::Said;
pub use contact::NoContact;
pub use dates::{DateFacts, DateFirm, DateOutcome, DateWhat, DatesKnown, first_left};
pub use issue::{
    Capacity, Complaint, DecisionMakerBody, Dols, DolsAuthorisation, DolsRepresentative, DolsRequest, EnquiryLedBy,
    IssueFacts, IssueKind, IssueStage, Mha, MhaSection, MhaTreatment, MhaTribunal, SafeguardingPart,
};
pub use person::{
    AdvocacyKind, AgeGroup, Agreed, Aware, Consent, HomeRisk, Involve, Involvement, Location, PersonFacts,
    ReferrerBody, SocialCareAccess, Support,
};

/// What a referral says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Who is speaking. No rule weighs it; it only tells whether a formal instruction is still to come.
    pub voice: Voice,
    /// Whom nobody may contact.
    pub no_contact: NoContact,
    /// About the person and the referral as a whole.
    pub person: PersonFacts,
    /// Each process, decision or complaint; never none.
    pub issues: Vec<IssueFacts>,
}

impl Facts {
    /// Reads the answers that count.
    ///
    /// A referral that names no issue has one all the same, of a kind still to be found out. Someone whom the council
    /// would not assess has that as an issue, whatever else they name: a refusal is not less for what stands beside it.
    #[must_use]
    pub fn from(counting: &Answers, voice: Voice) -> Self {
        let person = PersonFacts::of(counting);
        let mut issues: Vec<IssueFacts> = counting.items(Key::Issues).iter().map(IssueFacts::from).collect();
        let stands_already = |issue: &IssueFacts| issue.kind == IssueKind::SocialCareAccess;
        if person.social_care_access.is_some_and(SocialCareAccess::is_barred) && !issues.iter().any(stands_already) {
            issues.push(IssueFacts::implied(IssueKind::SocialCareAccess));
        }
        if issues.is_empty() {
            issues.push(IssueFacts::implied(IssueKind::NotSure));
        }
        Self { voice, no_contact: NoContact::from(counting, voice), person, issues }
    }

    /// Whether nobody is sure that the person is free to leave, and no issue says what keeps them.
    #[must_use]
    pub fn is_kept_unknown(&self) -> bool {
        self.person.kept == Some(Said::NotSure) && !self.issues.iter().any(IssueFacts::keeps_the_person)
    }

    /// Whether nobody is sure that the person keeps their home.
    #[must_use]
    pub fn is_home_unknown(&self) -> bool {
        self.person.home_risk == Some(HomeRisk::NotSure)
    }

    /// Whether the answers speak of a child who may be at risk, beside or instead of the person.
    #[must_use]
    pub fn concerns_a_child(&self) -> bool {
        matches!(self.person.child_at_risk, Some(Said::Yes | Said::NotSure))
            || self.issues.iter().any(|issue| issue.kind == IssueKind::ChildProtection)
    }
}

#[cfg(test)]
mod tests;
