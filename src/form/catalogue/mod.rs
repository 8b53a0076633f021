//! Every question of the referral, section by section. Words and structure only: no rule lives here.

mod anything_else;
mod choices;
mod communication;
mod communication_needs;
mod contact;
mod danger;
mod getting_in;
mod person;
mod person_choices;
mod you;

use super::Section;

/// Every section, in the order they are asked.
pub const SECTIONS: &[Section] = &[
    danger::SECTION,
    you::SECTION,
    person::SECTION,
    contact::SECTION,
    communication::SECTION,
    getting_in::SECTION,
    anything_else::SECTION,
];
