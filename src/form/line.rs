//! The kinds of advocacy service, with the law each rests on. Knows no rule about which applies.

/// A kind of advocacy service, the outcome of working out which one applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Care Act 2014 ss67–68.
    CareAct,
    /// Mental Capacity Act 2005 ss37–39 and the 2006 Expansion of Role Regulations.
    Imca,
    /// Mental Capacity Act 2005 s39A.
    Dols39A,
    /// Mental Capacity Act 2005 s39C.
    Dols39C,
    /// Mental Capacity Act 2005 s39D.
    Dols39D,
    /// Paid relevant person's representative, Mental Capacity Act 2005 Sch A1 Part 10.
    PaidRpr,
    /// Mental Health Act 1983 s130A–D.
    Imha,
    /// NHS complaints advocacy, Local Government and Public Involvement in Health Act 2007 s223A.
    NhsComplaints,
    /// Help for someone who cannot get an assessment at all; becomes a Care Act referral once accepted.
    SocialCareAccess,
    /// Everything no statute asks for.
    Community,
}

impl Line {
    /// Every service line, statutory ones first.
    pub const ALL: [Self; 10] = [
        Self::CareAct,
        Self::Imca,
        Self::Dols39A,
        Self::Dols39C,
        Self::Dols39D,
        Self::PaidRpr,
        Self::Imha,
        Self::NhsComplaints,
        Self::SocialCareAccess,
        Self::Community,
    ];

    /// The frozen name used in stored rows, addresses and JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::CareAct => "care-act",
            Self::Imca => "imca",
            Self::Dols39A => "dols-39a",
            Self::Dols39C => "dols-39c",
            Self::Dols39D => "dols-39d",
            Self::PaidRpr => "paid-rpr",
            Self::Imha => "imha",
            Self::NhsComplaints => "nhs-complaints",
            Self::SocialCareAccess => "social-care-access",
            Self::Community => "community",
        }
    }

    /// The service line of that slug, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.slug() == slug)
    }
}
