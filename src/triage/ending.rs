//! How a referral ends: until when it is kept, and what stands against erasing it sooner.
//!
//! Days only, and the owner's numbers come from outside. This file must not know what is stored where.

use chrono::{Datelike, Months, NaiveDate};

use super::life::IssueState;
use crate::form::PartialDate;
use crate::intake::facts::{AgeGroup, IssueKind, PersonFacts};

/// Kinds of issue behind which a safeguarding duty of the council may stand (Care Act 2014 ss42, 44 and 68; Children Act
/// 1989 s47).
const SAFEGUARDING: [IssueKind; 4] = [
    IssueKind::SafeguardingEnquiry,
    IssueKind::SafeguardingReview,
    IssueKind::ImcaAdultProtection,
    IssueKind::ChildProtection,
];

/// The day that many years later; the last one there is, where the calendar ends.
#[must_use]
pub fn years_after(day: NaiveDate, years: u32) -> NaiveDate {
    day.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}

/// The latest day on which somebody can have been born who was, or may have been, under 18 when the referral came.
/// Nothing for an adult, and nothing where neither age nor birth was told.
#[must_use]
pub fn child_born(person: &PersonFacts, received: NaiveDate) -> Option<NaiveDate> {
    let by_birth = person.born.and_then(PartialDate::latest).map(|born| born.min(received));
    let by_group = match person.age_group {
        Some(AgeGroup::Under16) => Some(received),
        Some(AgeGroup::From16To17) => received.checked_sub_months(Months::new(16 * 12)),
        // Time runs for nobody who has died; whether it was a child, the day of birth says.
        Some(AgeGroup::Adult | AgeGroup::Died | AgeGroup::DontKnow) | None => None,
    };
    // A day of birth says more than a group: the group's own latest day is only used where there is none.
    let was_under_18 = |born: &NaiveDate| years_after(*born, 18) > received;
    match (by_birth, by_group) {
        (Some(born), _) if was_under_18(&born) => Some(born),
        // Adult by birth and a child by the group: one of the two is wrong, so the longer time holds.
        (_, group) => group,
    }
}

/// Until when something is kept that is counted from a day: that many years, or until a child is old enough.
#[must_use]
pub fn kept_until(counted_from: NaiveDate, years: u32, child_born: Option<NaiveDate>, child_age: u32) -> NaiveDate {
    let child = child_born.map(|born| years_after(born, child_age));
    child.map_or_else(|| years_after(counted_from, years), |child| child.max(years_after(counted_from, years)))
}

/// Why a referral is not erased although somebody asked. A manager may decide otherwise, and says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// It is about safeguarding, and that has not ended (UK GDPR Art 17(3)(b); Care Act 2014 ss42–45).
    Safeguarding,
    /// It is kept for a public task, and its time is not over (UK GDPR Art 17(3)(b), (c) and (e)).
    WithinTime,
    /// It is held for a complaint or a court case (UK GDPR Art 17(3)(e)).
    Held,
    /// Somebody may be in danger, and it is not certain that the person themselves asks.
    Danger,
    /// Nobody has decided yet what happens with it.
    Waits,
}

impl Limit {
    /// Every limit.
    pub const ALL: [Self; 5] = [Self::Safeguarding, Self::WithinTime, Self::Held, Self::Danger, Self::Waits];

    /// The frozen name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Safeguarding => "safeguarding",
            Self::WithinTime => "within-time",
            Self::Held => "held",
            Self::Danger => "danger",
            Self::Waits => "waits",
        }
    }
}

/// What decides whether something stands against erasing a referral.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "four facts that are each true or not, apart from each other")]
pub struct Asked<'a> {
    /// What each issue is about, by its frozen name, and where it stands.
    pub issues: &'a [(String, IssueState)],
    /// Whether the service keeps it for a public task (UK GDPR Art 6(1)(e)).
    pub public_task: bool,
    /// Until when it is kept; nothing while it waits.
    pub kept_until: Option<NaiveDate>,
    /// Whether it is held for a complaint or a court case.
    pub held: bool,
    /// Whether someone is, or may be, in danger.
    pub danger: bool,
    /// Whether nobody has decided yet what happens with it.
    pub waits: bool,
    /// The day on which this is asked.
    pub today: NaiveDate,
}

/// Everything that stands against erasing a referral.
#[must_use]
pub fn limits(asked: &Asked<'_>) -> Vec<Limit> {
    let goes_on = |state: IssueState| !matches!(state, IssueState::Signposted | IssueState::Declined);
    let safeguarding =
        asked.issues.iter().any(|(kind, state)| SAFEGUARDING.iter().any(|one| one.slug() == kind) && goes_on(*state));
    let within_time = asked.public_task && asked.kept_until.is_none_or(|until| until > asked.today);
    let all = [
        (safeguarding, Limit::Safeguarding),
        (within_time, Limit::WithinTime),
        (asked.held, Limit::Held),
        (asked.danger, Limit::Danger),
        (asked.waits, Limit::Waits),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, limit)| limit).collect()
}

/// The month of a day on the calendar in England, as tallies keep it: `2026-11`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn person(born: Option<PartialDate>, age_group: Option<AgeGroup>) -> PersonFacts {
        PersonFacts { age_group, born, ..PersonFacts::default() }
    }

    #[test]
    fn an_adult_is_kept_the_years_and_a_child_until_old_enough() {
        let received = day("2026-11-23");
        for (born, group, until) in [
            (None, None, "2028-11-30"),
            (Some(PartialDate::Year(1946)), None, "2028-11-30"),
            (Some(PartialDate::About { age: 80, on: received }), Some(AgeGroup::Adult), "2028-11-30"),
            (Some(PartialDate::Day(day("2010-02-28"))), None, "2035-02-28"),
            (Some(PartialDate::Year(2010)), Some(AgeGroup::From16To17), "2035-12-31"),
            (Some(PartialDate::Unknown), Some(AgeGroup::Under16), "2051-11-23"),
            (None, Some(AgeGroup::From16To17), "2035-11-23"),
            (Some(PartialDate::Day(day("1990-01-01"))), Some(AgeGroup::Under16), "2051-11-23"),
            // Eighteen on that very day is an adult.
            (Some(PartialDate::Day(day("2008-11-23"))), None, "2028-11-30"),
            (Some(PartialDate::Day(day("2008-11-24"))), None, "2033-11-24"),
        ] {
            let child = child_born(&person(born, group), received);
            assert_eq!(kept_until(day("2026-11-30"), 2, child, 25), day(until), "{born:?} {group:?}");
        }
    }

    #[test]
    fn a_leap_day_ends_on_the_last_of_february() {
        assert_eq!(years_after(day("2024-02-29"), 6), day("2030-02-28"));
    }

    #[test]
    fn what_stands_against_erasing_is_told_one_by_one() {
        let open = [("safeguarding-enquiry".to_owned(), IssueState::Accepted)];
        let over = [("safeguarding-enquiry".to_owned(), IssueState::Declined)];
        let other = [("housing".to_owned(), IssueState::Open)];
        for kind in ["child-protection", "imca-adult-protection", "safeguarding-review"] {
            let issues = [(kind.to_owned(), IssueState::Open)];
            let today = day("2026-11-23");
            let asked = Asked {
                issues: &issues,
                public_task: false,
                kept_until: None,
                held: false,
                danger: false,
                waits: true,
                today,
            };
            assert_eq!(limits(&asked), [Limit::Safeguarding, Limit::Waits], "{kind}");
            assert_eq!(limits(&Asked { danger: true, waits: false, ..asked }), [Limit::Safeguarding, Limit::Danger]);
        }
        let asked = |issues, public_task, until: Option<&str>, held| {
            let kept_until = until.map(day);
            limits(&Asked {
                issues,
                public_task,
                kept_until,
                held,
                danger: held,
                waits: held,
                today: day("2026-11-23"),
            })
        };
        assert_eq!(asked(&open, false, None, false), [Limit::Safeguarding]);
        assert_eq!(asked(&over, false, Some("2030-01-01"), false), []);
        assert_eq!(asked(&other, true, None, false), [Limit::WithinTime]);
        assert_eq!(asked(&other, true, Some("2026-11-24"), false), [Limit::WithinTime]);
        assert_eq!(asked(&other, true, Some("2026-11-23"), false), []);
        assert_eq!(asked(&open, true, None, true), Limit::ALL);
    }
}
