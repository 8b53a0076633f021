//! What an issue can be: one list, in the order in which a person who knows no law finds theirs.
//!
//! The law’s names and section numbers are the professional’s; section numbers of the transition assessments are
//! those of the assessments themselves (s58, s60, s63), not of involvement in them (s59, s61, s64). This file must
//! not know which service takes which kind.

use crate::form::{Choice, Voices};

pub(super) const ISSUE_KINDS: &[Choice] = &[
    Choice::new("not-sure", Voices::same("Not sure")),
    Choice::new(
        "social-care-access",
        Voices::each(
            "Access to adult social care",
            "I cannot get care or support from the council",
            "They cannot get care or support from the council",
        ),
    )
    .hint(Voices::each("No assessment has been agreed: contact was refused, or had no answer.", "", "")),
    Choice::new(
        "care-needs-assessment",
        Voices::each(
            "Needs assessment (Care Act 2014 s9)",
            "Finding out what care or support I need",
            "Finding out what care or support they need",
        ),
    )
    .hint(Voices::each("", "The council calls this an assessment.", "The council calls this an assessment.")),
    Choice::new(
        "care-planning",
        Voices::each(
            "Preparing a care and support plan (Care Act 2014 s25)",
            "Planning the care I will get",
            "Planning the care they will get",
        ),
    ),
    Choice::new(
        "care-review",
        Voices::each(
            "Reviewing a care and support plan (Care Act 2014 s27)",
            "Checking or changing the care I get now",
            "Checking or changing the care they get now",
        ),
    ),
    Choice::new(
        "housing",
        Voices::each(
            "Housing or homelessness",
            "My home, rent or being homeless",
            "Their home, rent or being homeless",
        ),
    ),
    Choice::new("benefits-money", Voices::same("Benefits, money or debt")),
    Choice::new(
        "nhs-complaint",
        Voices::each("NHS complaint", "A complaint about the NHS", "A complaint about the NHS"),
    )
    .hint(Voices::each(
        "Local Government and Public Involvement in Health Act 2007 s223A.",
        "For example, about a hospital, GP, dentist or ambulance.",
        "For example, about a hospital, GP, dentist or ambulance.",
    )),
    Choice::new(
        "social-care-complaint",
        Voices::each("Social care complaint", "A complaint about social care", "A complaint about social care"),
    )
    .hint(Voices::each(
        "",
        "For example, about a social worker, a care home or a carer who visits.",
        "For example, about a social worker, a care home or a carer who visits.",
    )),
    Choice::new(
        "mental-health-act",
        Voices::each(
            "Detention or treatment under the Mental Health Act, IMHA (MHA s130A)",
            "Being sectioned or treated under the Mental Health Act",
            "Being sectioned or treated under the Mental Health Act",
        ),
    )
    .hint(Voices::each(
        "Include community treatment orders, guardianship and conditional discharge.",
        "Choose this too if you are not in hospital now, but have rules to follow.",
        "Choose this too if they are not in hospital now, but have rules to follow.",
    )),
    Choice::new(
        "serious-medical-treatment",
        Voices::each(
            "Serious medical treatment (MCA s37)",
            "A big operation or other serious treatment",
            "A big operation or other serious treatment",
        ),
    ),
    Choice::new(
        "health-decision",
        Voices::each(
            "Another health decision (no statutory duty)",
            "Something else about my health",
            "Something else about their health",
        ),
    ),
    Choice::new(
        "safeguarding-enquiry",
        Voices::each(
            "Safeguarding enquiry (Care Act 2014 s42)",
            "Someone is finding out about harm, abuse or neglect",
            "Someone is finding out about harm, abuse or neglect",
        ),
    )
    .hint(Voices::each(
        "",
        "It is often the council. Choose this too if no one is finding out about it yet, but someone should.",
        "It is often the council. Choose this too if no one is finding out about it yet, but someone should.",
    )),
    Choice::new(
        "safeguarding-review",
        Voices::each(
            "Safeguarding adults review (Care Act 2014 s44)",
            "A review of what went wrong after serious harm",
            "A review of what went wrong after serious harm",
        ),
    )
    .hint(Voices::each(
        "",
        "It asks what all the services can learn. It comes after a death or serious harm.",
        "It asks what all the services can learn. It comes after a death or serious harm.",
    )),
    Choice::new(
        "council-accommodation",
        Voices::each(
            "Council decision on where the person lives (MCA s39)",
            "The council is deciding where I will live",
            "The council is deciding where they will live",
        ),
    )
    .hint(Voices::each(
        "",
        "For example, leaving hospital to live in a care home. If you do not know who decides, choose this.",
        "For example, leaving hospital to live in a care home. If you do not know who decides, choose this.",
    )),
    Choice::new(
        "nhs-accommodation",
        Voices::each(
            "NHS decision on a stay in hospital or a care home (MCA s38)",
            "The NHS is deciding where I will stay or live",
            "The NHS is deciding where they will stay or live",
        ),
    )
    .hint(Voices::each(
        "",
        "For example, a long stay in hospital, or a move to a nursing home.",
        "For example, a long stay in hospital, or a move to a nursing home.",
    )),
    Choice::new(
        "dols-39a",
        Voices::each(
            "DoLS: authorisation asked for, no one to consult (MCA s39A)",
            "Someone has asked if I can be kept in a care home or hospital",
            "Someone has asked if they can be kept in a care home or hospital",
        ),
    )
    .hint(Voices::each(
        "Include an urgent authorisation.",
        "There are rules about this. They are sometimes called DoLS.",
        "There are rules about this. They are sometimes called DoLS.",
    )),
    Choice::new("dols-39c", Voices::each("DoLS: gap between representatives (MCA s39C)", "", "")),
    Choice::new(
        "dols-39d",
        Voices::each(
            "DoLS: support where the representative is unpaid (MCA s39D)",
            "A relative or friend speaks for me while I am kept in a care home or hospital",
            "A relative or friend speaks for them while they are kept in a care home or hospital",
        ),
    )
    .hint(Voices::each(
        "",
        "Choose this if you, or the person who speaks for you, need help. You may hear the word DoLS.",
        "Choose this if they, or the one who speaks for them, need help. You may hear the word DoLS.",
    )),
    Choice::new(
        "paid-rpr",
        Voices::each(
            "DoLS: paid relevant person’s representative (MCA Sch A1 Part 10)",
            "I am kept in a care home or hospital, with no one to speak for me",
            "They are kept in a care home or hospital, with no one to speak for them",
        ),
    )
    .hint(Voices::each(
        "",
        "You can have someone to visit you and check your rights. You may hear the word DoLS.",
        "They can have someone to visit and check their rights. You may hear the word DoLS.",
    )),
    Choice::new("imca-care-review", Voices::each("Review of accommodation, discretionary IMCA (SI 2006/2883)", "", "")),
    Choice::new("imca-adult-protection", Voices::each("Adult protection, discretionary IMCA (SI 2006/2883)", "", "")),
    Choice::new(
        "child-protection",
        Voices::each(
            "Child protection or care proceedings, as a parent",
            "Social workers or a court are involved with my child",
            "Social workers or a court are involved with their child",
        ),
    ),
    Choice::new(
        "court",
        Voices::each(
            "Other court proceedings",
            "Going to court about something else",
            "Going to court about something else",
        ),
    ),
    Choice::new(
        "carers-assessment",
        Voices::each(
            "Carer’s assessment (Care Act 2014 s10)",
            "I care for someone: finding out what help I need",
            "They care for someone: finding out what help they need",
        ),
    )
    .hint(Voices::each(
        "The person referred is the carer.",
        "This means caring without being paid.",
        "This means caring without being paid.",
    )),
    Choice::new(
        "carer-support-planning",
        Voices::each(
            "Preparing a carer’s support plan (Care Act 2014 s25)",
            "I care for someone: planning the help I will get",
            "They care for someone: planning the help they will get",
        ),
    ),
    Choice::new(
        "carer-support-review",
        Voices::each(
            "Reviewing a carer’s support plan (Care Act 2014 s27)",
            "I care for someone: checking or changing the help I get",
            "They care for someone: checking or changing the help they get",
        ),
    ),
    Choice::new(
        "childs-needs-assessment",
        Voices::each(
            "Child’s needs assessment (Care Act 2014 s58)",
            "I am under 18: the care I will need as an adult",
            "They are under 18: the care they will need as an adult",
        ),
    )
    .hint(Voices::each("For a young person moving towards adult care and support.", "", "")),
    Choice::new(
        "young-carers-assessment",
        Voices::each(
            "Young carer’s assessment (Care Act 2014 s63)",
            "I am under 18 and care for someone: the help I will need as an adult",
            "They are under 18 and care for someone: the help they will need as an adult",
        ),
    )
    .hint(Voices::each("The person referred is the young carer.", "", "")),
    Choice::new(
        "childs-carers-assessment",
        Voices::each(
            "Child’s carer’s assessment (Care Act 2014 s60)",
            "I care for a child: the help I will need when the child is 18",
            "They care for a child: the help they will need when the child is 18",
        ),
    )
    .hint(Voices::each("The person referred is the adult carer.", "", "")),
    Choice::new("other", Voices::same("Something else")),
];

/// Kinds in which the person referred is a carer, so that the cared-for person is named apart.
pub(super) const CARERS: &[&str] = &[
    "carers-assessment",
    "carer-support-planning",
    "carer-support-review",
    "childs-carers-assessment",
    "young-carers-assessment",
];

/// Kinds in which the person is either at risk or said to be the source of harm.
pub(super) const SAFEGUARDING: &[&str] = &["safeguarding-enquiry", "safeguarding-review", "imca-adult-protection"];

/// Kinds under the deprivation of liberty safeguards.
pub(super) const LIBERTY: &[&str] = &["dols-39a", "dols-39c", "dols-39d", "paid-rpr"];

/// Kinds that turn on who represents a person already deprived of liberty.
pub(super) const REPRESENTATION: &[&str] = &["dols-39c", "dols-39d", "paid-rpr"];

/// Kinds that decide where somebody stays.
pub(super) const ACCOMMODATION: &[&str] = &["nhs-accommodation", "council-accommodation"];

/// Kinds that a council leads, and not always the council responsible for the person’s care.
pub(super) const COUNCIL_LED: &[&str] = &[
    "care-needs-assessment",
    "carers-assessment",
    "care-planning",
    "carer-support-planning",
    "care-review",
    "carer-support-review",
    "childs-needs-assessment",
    "childs-carers-assessment",
    "young-carers-assessment",
    "safeguarding-enquiry",
    "safeguarding-review",
    "council-accommodation",
    "dols-39a",
    "dols-39c",
    "dols-39d",
    "paid-rpr",
];

/// Kinds in which somebody can object to where they are or to the plan for them, whether or not anything keeps them.
pub(super) const CAN_BE_OBJECTED_TO: &[&str] = &[
    "nhs-accommodation",
    "council-accommodation",
    "dols-39a",
    "dols-39c",
    "dols-39d",
    "paid-rpr",
    "mental-health-act",
    "serious-medical-treatment",
    "care-planning",
    "care-review",
    "court",
    "housing",
];

/// Every kind but the three that are hard to undo by their nature.
pub(super) const MAY_BE_HARD_TO_UNDO: &[&str] = &[
    "not-sure",
    "social-care-access",
    "care-needs-assessment",
    "care-planning",
    "care-review",
    "housing",
    "benefits-money",
    "nhs-complaint",
    "social-care-complaint",
    "mental-health-act",
    "health-decision",
    "safeguarding-enquiry",
    "safeguarding-review",
    "dols-39a",
    "dols-39c",
    "dols-39d",
    "paid-rpr",
    "imca-care-review",
    "imca-adult-protection",
    "child-protection",
    "court",
    "carers-assessment",
    "carer-support-planning",
    "carer-support-review",
    "childs-needs-assessment",
    "young-carers-assessment",
    "childs-carers-assessment",
    "other",
];
