//! The names that staff use for kinds of service, bands and voices. Knows no rule about them.

use super::Lang;
use super::text::texts;
use crate::form::{Line, Voice};

texts! {
    CARE_ACT = "Care Act advocacy";
    IMCA = "Mental capacity advocacy (IMCA)";
    DOLS_39A = "IMCA during an authorisation (39A)";
    DOLS_39C = "IMCA between representatives (39C)";
    DOLS_39D = "IMCA for an unpaid representative (39D)";
    PAID_RPR = "Paid relevant person’s representative";
    IMHA = "Mental health advocacy (IMHA)";
    NHS_COMPLAINTS = "NHS complaints advocacy";
    SOCIAL_CARE_ACCESS = "Getting an assessment from the council";
    COMMUNITY = "Community advocacy";

    IMMEDIATE = "Immediate";
    URGENT = "Urgent";
    STANDARD = "Standard";
    PLANNED = "Planned";

    PROFESSIONAL = "A professional";
    MYSELF = "The person themselves";
    SOMEONE = "Family, friend or neighbour";
}

/// The name of a service line.
#[must_use]
pub const fn line(lang: Lang, line: Line) -> &'static str {
    lang.say(match line {
        Line::CareAct => CARE_ACT,
        Line::Imca => IMCA,
        Line::Dols39A => DOLS_39A,
        Line::Dols39C => DOLS_39C,
        Line::Dols39D => DOLS_39D,
        Line::PaidRpr => PAID_RPR,
        Line::Imha => IMHA,
        Line::NhsComplaints => NHS_COMPLAINTS,
        Line::SocialCareAccess => SOCIAL_CARE_ACCESS,
        Line::Community => COMMUNITY,
    })
}

/// The name of a band by its slug; nothing for a slug that is no band. What it promises is the rubric's to say.
#[must_use]
pub fn band(lang: Lang, slug: &str) -> Option<&'static str> {
    match slug {
        "immediate" => Some(lang.say(IMMEDIATE)),
        "urgent" => Some(lang.say(URGENT)),
        "standard" => Some(lang.say(STANDARD)),
        "planned" => Some(lang.say(PLANNED)),
        _ => None,
    }
}

/// Who is speaking.
#[must_use]
pub const fn voice(lang: Lang, voice: Voice) -> &'static str {
    lang.say(match voice {
        Voice::Professional => PROFESSIONAL,
        Voice::Myself => MYSELF,
        Voice::Someone => SOMEONE,
    })
}
