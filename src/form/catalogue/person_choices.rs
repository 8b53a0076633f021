//! The longer lists of the section about the person.

use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Code, Voices};

/// Ages at which the law changes.
pub(super) const AGE_GROUPS: &[Choice] = &[
    Choice::new("under-16", Voices::same("Under 16")),
    Choice::new("16-17", Voices::same("16 or 17")),
    Choice::new("18-over", Voices::same("18 or over")),
    // Who fills in the form for themselves is alive; for the others it closes what makes no sense about the dead.
    Choice::new(super::died::DIED, Voices::each("The person has died", "", "The person has died")),
    NOT_KNOWN,
];

/// Where somebody can be.
pub(super) const LOCATIONS: &[Choice] = &[
    Choice::new(
        "own-home",
        Voices::each(
            "Own home, alone or with others",
            "My home, alone or with others",
            "Their home, alone or with others",
        ),
    ),
    Choice::new("family-home", Voices::same("Staying with family or friends")),
    Choice::new(
        "hospital",
        Voices::each(
            "General or community hospital",
            "Hospital, but not a mental health ward",
            "Hospital, but not a mental health ward",
        ),
    ),
    Choice::new(
        "mental-health-hospital",
        Voices::each(
            "Mental health hospital or ward",
            "A mental health hospital or ward",
            "A mental health hospital or ward",
        ),
    ),
    Choice::new(
        "care-home",
        Voices::each("Care home, with or without nursing", "Care home or nursing home", "Care home or nursing home"),
    ),
    Choice::new(
        "supported-living",
        Voices::each("Supported living", "A home with support staff", "A home with support staff"),
    ),
    Choice::new("prison", Voices::each("Prison or young offender institution", "Prison", "Prison")),
    Choice::new(
        "temporary",
        Voices::each(
            "Refuge, hostel or temporary housing",
            "A refuge, hostel or other short stay",
            "A refuge, hostel or other short stay",
        ),
    ),
    Choice::new(
        "no-fixed-address",
        Voices::each("No fixed address", "I have no fixed place to stay", "They have no fixed place to stay"),
    ),
    Choice::new("elsewhere", Voices::same("Somewhere else")),
    NOT_KNOWN,
];

/// Disabilities, conditions and circumstances. Only those that settle a primary support reason carry its code.
pub(super) const NEEDS: &[Choice] = &[
    Choice::new("learning-disability", Voices::same("Learning disability"))
        .code(Code::Psr("Learning disability support")),
    Choice::new("autism", Voices::same("Autism")),
    Choice::new(
        "mental-health",
        Voices::each("Mental health needs", "Mental health problems", "Mental health problems"),
    )
    .code(Code::Psr("Mental health support")),
    Choice::new("dementia", Voices::same("Dementia")).code(Code::Psr("Support with memory and cognition")),
    Choice::new(
        "memory",
        Voices::each(
            "Memory or cognition, other than dementia",
            "Trouble with memory or thinking",
            "Trouble with memory or thinking",
        ),
    )
    .code(Code::Psr("Support with memory and cognition")),
    Choice::new("brain-injury", Voices::each("Acquired brain injury", "Brain injury", "Brain injury")),
    Choice::new("physical", Voices::same("Physical disability")),
    Choice::new("sight", Voices::same("Blind, or sight loss"))
        .code(Code::Psr("Sensory support: support for visual impairment")),
    Choice::new("hearing", Voices::same("Deaf, or hearing loss"))
        .code(Code::Psr("Sensory support: support for hearing impairment")),
    Choice::new(
        "long-term-condition",
        Voices::each("Long-term health condition", "Long-term illness", "Long-term illness"),
    ),
    Choice::new("frailty", Voices::each("Frailty in later life", "Getting frail with age", "Getting frail with age")),
    Choice::new("substance-use", Voices::each("Drug or alcohol use", "Drugs or alcohol", "Drugs or alcohol"))
        .code(Code::Psr("Social support: substance misuse support")),
    Choice::new(
        "carer",
        Voices::each("Unpaid carer", "I look after someone, unpaid", "They look after someone, unpaid"),
    )
    .code(Code::Psr("Social support: support to carer")),
    Choice::new("other", Voices::same("Something else")),
    Choice::new("none", Voices::same("None of these")).alone(),
    NOT_KNOWN.code(Code::Psr("Unknown")).alone(),
];
