//! As much of a date as someone knows, and how to say it. Knows nothing of questions, pages or the time.

mod parse;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub(super) use parse::spelt_out;
pub use parse::{NotADate, parse};

/// As much of a date as someone knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartialDate {
    /// A day.
    Day(NaiveDate),
    /// A month of a year.
    Month {
        /// The year, as written.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// A year.
    Year(i32),
    /// An age in years, on the day it was said.
    About {
        /// Years.
        age: u32,
        /// The day it was said.
        on: NaiveDate,
    },
    /// There is one, and the writer does not know it.
    Unknown,
}

/// The months in words, as they are read and written here: this is the language of the form.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week, from Monday.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl PartialDate {
    /// The first day this can mean; none when nothing is known.
    #[must_use]
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::About { age, on } => {
                let years = i32::try_from(age).ok()?.checked_add(1)?;
                NaiveDate::from_ymd_opt(on.year().checked_sub(years)?, 1, 1)
            }
            Self::Unknown => None,
        }
    }

    /// The last day this can mean; none when nothing is known.
    #[must_use]
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => {
                let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
                NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
            }
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::About { age, on } => {
                NaiveDate::from_ymd_opt(on.year().checked_sub(i32::try_from(age).ok()?)?, 12, 31)
            }
            Self::Unknown => None,
        }
    }

    /// The date in words, as a person would read it out.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Day(day) => format!("{} {} {} {}", weekday_name(day), day.day(), month_name(day.month()), day.year()),
            Self::Month { year, month } => format!("{} {year}", month_name(month)),
            Self::Year(year) => year.to_string(),
            Self::About { age, on } => format!("about {age} (in {} {})", month_name(on.month()), on.year()),
            Self::Unknown => "don’t know".to_owned(),
        }
    }
}

/// The name of a month, 1 to 12; nothing for any other number.
fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or("")
}

/// The name of the day of the week.
fn weekday_name(day: NaiveDate) -> &'static str {
    let index = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
    WEEKDAYS.get(index).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_part_of_a_date_spans_its_days() {
        let month = PartialDate::Month { year: 2024, month: 2 };
        assert_eq!((month.earliest(), month.latest()), (Some(ymd(2024, 2, 1)), Some(ymd(2024, 2, 29))));
        let about = PartialDate::About { age: 80, on: ymd(2026, 11, 23) };
        assert_eq!((about.earliest(), about.latest()), (Some(ymd(1945, 1, 1)), Some(ymd(1946, 12, 31))));
        assert_eq!(PartialDate::Unknown.earliest(), None);
    }
}
