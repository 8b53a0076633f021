//! Dates and times in words, as people in England write them. Knows no time zone: what it is given is local already.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::form::{month_name, weekday_name};

/// A day with its weekday: "Friday 27 November 2026".
#[must_use]
pub fn day(date: NaiveDate) -> String {
    format!("{} {}", weekday_name(date), short_day(date))
}

/// A day without its weekday: "27 November 2026".
#[must_use]
pub fn short_day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// A time of day: "9am", "2.30pm", "midday".
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    let (pm, hour) = time.hour12();
    match (time.hour(), time.minute()) {
        (12, 0) => "midday".to_owned(),
        (0, 0) => "midnight".to_owned(),
        (_, 0) => format!("{hour}{}", if pm { "pm" } else { "am" }),
        (_, minute) => format!("{hour}.{minute:02}{}", if pm { "pm" } else { "am" }),
    }
}

/// A moment: "5pm on Friday 27 November 2026".
#[must_use]
pub fn moment(at: NaiveDateTime) -> String {
    format!("{} on {}", clock(at.time()), day(at.date()))
}

/// A moment where room is short, as in a table: "5pm Fri 27 Nov".
#[must_use]
pub fn short_moment(at: NaiveDateTime) -> String {
    let three = |word: &'static str| word.get(..3).unwrap_or(word);
    let date = at.date();
    format!("{} {} {} {}", clock(at.time()), three(weekday_name(date)), date.day(), three(month_name(date.month())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_as_people_say_it() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        let at = |hour, minute| moment(date.and_hms_opt(hour, minute, 0).unwrap());
        assert_eq!(at(17, 0), "5pm on Friday 27 November 2026");
        assert_eq!(at(9, 5), "9.05am on Friday 27 November 2026");
        assert_eq!(at(12, 0), "midday on Friday 27 November 2026");
        assert_eq!(at(0, 0), "midnight on Friday 27 November 2026");
        assert_eq!(at(0, 30), "12.30am on Friday 27 November 2026");
        assert_eq!(short_moment(date.and_hms_opt(17, 0, 0).unwrap()), "5pm Fri 27 Nov");
    }
}
