//! Every question of the referral, section by section. Words and structure only: no rule lives here.

mod anything_else;
mod choices;
mod communication;
mod communication_needs;
mod consent;
mod contact;
mod danger;
mod died;
mod getting_in;
mod happening;
mod involvement;
mod issue_capacity;
mod issue_dates;
mod issue_kinds;
mod issue_law;
mod issue_liberty;
mod issue_mental_health;
mod issues;
mod not_known;
mod person;
mod person_choices;
mod risk;
mod safeguarding;
mod support;
#[cfg(test)]
mod tests;
mod you;

use super::whole::Form;

/// The combined referral form: danger first, then who asks, the person, and what is happening.
pub static REFERRAL: Form = Form {
    sections: &[
        danger::SECTION,
        you::SECTION,
        person::SECTION,
        contact::SECTION,
        communication::SECTION,
        happening::SECTION,
        issues::SECTION,
        involvement::SECTION,
        support::SECTION,
        safeguarding::SECTION,
        risk::SECTION,
        getting_in::SECTION,
        consent::SECTION,
        anything_else::SECTION,
    ],
};
