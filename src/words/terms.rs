//! The names that staff use for kinds of service, bands and voices. Knows no rule about them.

use crate::form::{Line, Voice};

/// The name of a service line.
#[must_use]
pub const fn line(line: Line) -> &'static str {
    match line {
        Line::CareAct => "Care Act advocacy",
        Line::Imca => "Mental capacity advocacy (IMCA)",
        Line::Dols39A => "IMCA during an authorisation (39A)",
        Line::Dols39C => "IMCA between representatives (39C)",
        Line::Dols39D => "IMCA for an unpaid representative (39D)",
        Line::PaidRpr => "Paid relevant person’s representative",
        Line::Imha => "Mental health advocacy (IMHA)",
        Line::NhsComplaints => "NHS complaints advocacy",
        Line::SocialCareAccess => "Getting an assessment from the council",
        Line::Community => "Community advocacy",
    }
}

/// The name of a band by its slug; nothing for a slug that is no band. What it promises is the rubric's to say.
#[must_use]
pub fn band(slug: &str) -> Option<&'static str> {
    match slug {
        "immediate" => Some("Immediate"),
        "urgent" => Some("Urgent"),
        "standard" => Some("Standard"),
        "planned" => Some("Planned"),
        _ => None,
    }
}

/// Who is speaking.
#[must_use]
pub const fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Professional => "A professional",
        Voice::Myself => "The person themselves",
        Voice::Someone => "Family, friend or neighbour",
    }
}
