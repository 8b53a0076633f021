//! The rubric: every weight, threshold, floor, target and legal list that the owner may change.
//!
//! A complete default is embedded; the owner's file changes parts of it. What each rule means is the intake's matter:
//! this file must not know a fact, a sentence or a date.

mod check;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::Line;

/// The complete default, with what each number means.
pub const DEFAULT: &str = include_str!("rubric.default.toml");

/// How soon somebody is needed; the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Contact today, or within one working day.
    Immediate,
    /// Contact within three working days.
    Urgent,
    /// Contact within five working days; never left on a waiting list.
    Standard,
    /// Contact within five working days, after all the others.
    Planned,
}

impl Band {
    /// Every band, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Immediate, Self::Urgent, Self::Standard, Self::Planned];

    /// The frozen name used in stored rows and JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Urgent => "urgent",
            Self::Standard => "standard",
            Self::Planned => "planned",
        }
    }

    /// The band of that name, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.slug() == slug)
    }
}

/// Everything about priority that is a choice and not a fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Whether a legal duty goes before everything without one, whatever the band.
    pub statutory_first: bool,
    /// Whether the service is an IMHA for people in hospital who are not detained.
    pub imha_informal: bool,
    /// Slugs of `mha-section` that bring an IMHA.
    pub imha_qualifying: Vec<String>,
    /// Slugs of `mha-section` that do not.
    pub imha_excluded: Vec<String>,
    /// Calendar days an urgent authorisation lasts, the first one counted.
    pub dols_urgent_days: u32,
    /// Months in which to complain to the NHS.
    pub complaint_limit_months: u32,
    /// Calendar days ahead within which losing a home counts.
    pub homeless_days: u32,
    /// Working days in which to call back.
    pub call_back_days: u32,
    /// Working days in which to make contact when someone is in danger now; none is the day it came.
    pub danger_days: u32,
    /// Calendar days in which to apply to the tribunal, by section.
    pub tribunal_window_days: TribunalWindow,
    /// Points by rule.
    pub points: Points,
    /// The most a group of rules can add.
    pub most: Most,
    /// How far ahead a rule reaches, in working days.
    pub working_days: WorkingDays,
    /// When a legal clock is about to run out, in calendar days.
    pub calendar_days: CalendarDays,
    /// Points from which a band begins.
    pub thresholds: Thresholds,
    /// Bands below which nothing falls.
    pub floors: Floors,
    /// Working days to first contact, by band.
    pub targets: Targets,
    /// Working days to first contact, by service.
    pub line_targets: LineTargets,
}

impl Rubric {
    /// Reads the owner's file over the default; an empty text gives the default itself.
    ///
    /// Refuses, with a sentence naming the key, whatever it does not know or cannot mean.
    pub fn read(owner: &str) -> Result<Self, Mistake> {
        check::read(owner)
    }

    /// The band that so many points reach.
    #[must_use]
    pub const fn band_of(&self, points: i32) -> Band {
        if points >= self.thresholds.immediate {
            Band::Immediate
        } else if points >= self.thresholds.urgent {
            Band::Urgent
        } else if points >= self.thresholds.standard {
            Band::Standard
        } else {
            Band::Planned
        }
    }

    /// Working days to first contact in that band.
    #[must_use]
    pub const fn target(&self, band: Band) -> u32 {
        match band {
            Band::Immediate => self.targets.immediate,
            Band::Urgent => self.targets.urgent,
            Band::Standard => self.targets.standard,
            Band::Planned => self.targets.planned,
        }
    }

    /// Working days to first contact in that service, where it has a target of its own.
    #[must_use]
    pub const fn line_target(&self, line: Line) -> Option<u32> {
        let targets = &self.line_targets;
        match line {
            Line::CareAct => targets.care_act,
            Line::Imca => targets.imca,
            Line::Dols39A => targets.dols_39a,
            Line::Dols39C => targets.dols_39c,
            Line::Dols39D => targets.dols_39d,
            Line::PaidRpr => targets.paid_rpr,
            Line::Imha => targets.imha,
            Line::NhsComplaints => targets.nhs_complaints,
            Line::SocialCareAccess => targets.social_care_access,
            Line::Community => targets.community,
        }
    }
}

/// Declares a table of the rubric whose keys are rule ids.
macro_rules! by_rule {
    ($(#[$doc:meta])* $name:ident: $type:ty { $($field:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "each field is the rule of its id, told in `intake::priority::rules`")]
        pub struct $name { $(#[serde(rename = $id)] pub $field: $type),+ }
    };
}

by_rule! {
    /// Points by rule.
    Points: i32 {
        a1 = "A1", a2 = "A2", a3 = "A3", a4 = "A4", a5 = "A5", a6 = "A6", a7 = "A7",
        b1 = "B1", b2 = "B2", b3 = "B3", b4 = "B4", b5 = "B5", b6 = "B6", b7 = "B7", b8 = "B8",
        c1 = "C1", c2 = "C2", c3 = "C3", c4 = "C4",
        d1 = "D1", d2 = "D2", d3 = "D3", e = "E", x = "X",
    }
}

by_rule! {
    /// The most points a group of rules can add.
    Most: i32 { b = "B", e = "E" }
}

by_rule! {
    /// How far ahead a rule reaches, in working days.
    WorkingDays: u32 {
        a1 = "A1", a2 = "A2", a3 = "A3", a4 = "A4", a5 = "A5", d3 = "D3", e = "E",
        fl2 = "FL2", fl3 = "FL3", fl8 = "FL8", hold = "hold",
    }
}

by_rule! {
    /// When a legal clock is about to run out, in calendar days.
    CalendarDays: u32 { fl5 = "FL5", fl6 = "FL6" }
}

by_rule! {
    /// Bands below which nothing falls.
    Floors: Band {
        fl1 = "FL1", fl2 = "FL2", fl3 = "FL3", fl4 = "FL4", fl5 = "FL5", fl5_near = "FL5-near",
        fl6 = "FL6", fl6_near = "FL6-near", fl7 = "FL7", fl8 = "FL8", fl9 = "FL9",
        fl10 = "FL10", fl10_danger = "FL10-danger", fl11 = "FL11",
    }
}

/// Points from which a band begins.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the band of its name")]
pub struct Thresholds {
    pub immediate: i32,
    pub urgent: i32,
    pub standard: i32,
}

/// Working days to first contact, by band.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the band of its name")]
pub struct Targets {
    pub immediate: u32,
    pub urgent: u32,
    pub standard: u32,
    pub planned: u32,
}

/// Calendar days in which to apply to the tribunal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TribunalWindow {
    /// Detained for assessment, Mental Health Act 1983 s2.
    pub s2: u32,
}

/// Working days to first contact, for services that promise their own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each field is the service line of its name")]
pub struct LineTargets {
    pub care_act: Option<u32>,
    pub imca: Option<u32>,
    #[serde(rename = "dols-39a")]
    pub dols_39a: Option<u32>,
    #[serde(rename = "dols-39c")]
    pub dols_39c: Option<u32>,
    #[serde(rename = "dols-39d")]
    pub dols_39d: Option<u32>,
    pub paid_rpr: Option<u32>,
    pub imha: Option<u32>,
    pub nhs_complaints: Option<u32>,
    pub social_care_access: Option<u32>,
    pub community: Option<u32>,
}

/// Why a rubric file is refused. Each says which key to mend.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Mistake {
    /// The file is not TOML.
    #[error("the rubric file cannot be read: {0}")]
    NotToml(String),
    /// A name that no rule or setting has.
    #[error("the rubric has no setting called `{0}`; every name there is stands in the default rubric")]
    Unknown(String),
    /// A value of the wrong sort, or a setting that is missing.
    #[error("the rubric cannot be used: {0}")]
    Unusable(String),
    /// A number below nothing.
    #[error("`{key}` is {given}, and cannot be less than 0")]
    Negative {
        /// Where it stands.
        key: String,
        /// What was written.
        given: i64,
    },
    /// Two settings that must follow one another do not.
    #[error("`{first}` must {relation} `{second}`")]
    Order {
        /// The key that is wrong, seen from the other.
        first: &'static str,
        /// What it must do.
        relation: &'static str,
        /// The other key.
        second: &'static str,
    },
    /// A window or a step of nothing.
    #[error("`{0}` must be at least 1")]
    Nothing(&'static str),
    /// A section that nobody can choose.
    #[error("`{key}` names `{section}`, which is not an answer to the question about the section")]
    NotASection {
        /// The list.
        key: &'static str,
        /// What was written.
        section: String,
    },
    /// A section that both brings an advocate and does not.
    #[error("`{0}` stands in both `imha_qualifying` and `imha_excluded`")]
    BothWays(String),
}
