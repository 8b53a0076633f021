//! Which law each service line stands on, and how lines are written out. Knows no issue.

use serde::{Serializer, ser::SerializeSeq};

use crate::form::Line;

/// The law that asks for the service, or why it is offered without one.
#[must_use]
pub const fn authority(line: Line) -> &'static str {
    match line {
        Line::CareAct => "Care Act 2014 ss67–68",
        Line::Imca => "Mental Capacity Act 2005 ss35–39",
        Line::Dols39A => "Mental Capacity Act 2005 s39A",
        Line::Dols39C => "Mental Capacity Act 2005 s39C",
        Line::Dols39D => "Mental Capacity Act 2005 s39D",
        Line::PaidRpr => "Mental Capacity Act 2005 Sch A1 Part 10; SI 2008/1315",
        Line::Imha => "Mental Health Act 1983 ss130A–130D",
        Line::NhsComplaints => "Local Government and Public Involvement in Health Act 2007 s223A",
        Line::SocialCareAccess => "Care Act 2014 s9(1)",
        Line::Community => "NICE guideline NG227, recommendation 1.2.1",
    }
}

/// Writes a line by its name.
pub fn slug_of<S: Serializer>(line: &Line, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(line.slug())
}

/// Writes lines by their names.
pub fn slugs_of<S: Serializer>(lines: &[Line], serializer: S) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(lines.len()))?;
    for line in lines {
        list.serialize_element(line.slug())?;
    }
    SerializeSeq::end(list)
}
