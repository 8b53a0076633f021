//! Dates and times in words, as people write them. Knows no time zone: what it is given is local already.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::text::texts;
use super::{Lang, List};
use crate::form::{MONTHS, WEEKDAYS};

texts! {
    WEEKDAY_NAMES = WEEKDAYS;
    MONTH_NAMES = MONTHS;
    SHORT_WEEKDAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    SHORT_MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    day_of(weekday: &str, day: &str) = "{weekday} {day}";
    short_day_of(day: u32, month: &str, year: i32) = "{day} {month} {year}";

    MIDDAY = "midday";
    MIDNIGHT = "midnight";
    hour_before_noon(hour: u32) = "{hour}am";
    hour_after_noon(hour: u32) = "{hour}pm";
    before_noon(hour: u32, minute: &str) = "{hour}.{minute}am";
    after_noon(hour: u32, minute: &str) = "{hour}.{minute}pm";

    FEW_SECONDS = "a few seconds";
    some_seconds(count: u32) = "{count} seconds";
    ONE_MINUTE = "1 minute";
    some_minutes(count: u32) = "{count} minutes";

    moment_of(time: &str, day: &str) = "{time} on {day}";
    short_moment_of(time: &str, weekday: &str, day: u32, month: &str) = "{time} {weekday} {day} {month}";
}

/// A name from a list of them, by its place from 0; nothing past its end.
fn name(lang: Lang, names: List, place: u32) -> &'static str {
    lang.list(names).iter().zip(0..).find(|(_, at)| *at == place).map_or("", |(name, _)| name)
}

/// A day with its weekday: "Friday 27 November 2026".
#[must_use]
pub fn day(lang: Lang, date: NaiveDate) -> String {
    day_of(lang, name(lang, WEEKDAY_NAMES, date.weekday().num_days_from_monday()), &short_day(lang, date))
}

/// A day without its weekday: "27 November 2026".
#[must_use]
pub fn short_day(lang: Lang, date: NaiveDate) -> String {
    short_day_of(lang, date.day(), name(lang, MONTH_NAMES, date.month0()), date.year())
}

/// A time of day: "9am", "2.30pm", "midday".
#[must_use]
pub fn clock(lang: Lang, time: NaiveTime) -> String {
    let (is_afternoon, hour) = time.hour12();
    let minute = format!("{:02}", time.minute());
    match (time.hour(), time.minute(), is_afternoon) {
        (12, 0, _) => lang.say(MIDDAY).to_owned(),
        (0, 0, _) => lang.say(MIDNIGHT).to_owned(),
        (_, 0, false) => hour_before_noon(lang, hour),
        (_, 0, true) => hour_after_noon(lang, hour),
        (.., false) => before_noon(lang, hour, &minute),
        (.., true) => after_noon(lang, hour, &minute),
    }
}

/// A moment: "5pm on Friday 27 November 2026".
#[must_use]
pub fn moment(lang: Lang, at: NaiveDateTime) -> String {
    moment_of(lang, &clock(lang, at.time()), &day(lang, at.date()))
}

/// A moment where room is short, as in a table: "5pm Fri 27 Nov".
#[must_use]
pub fn short_moment(lang: Lang, at: NaiveDateTime) -> String {
    let date = at.date();
    let weekday = name(lang, SHORT_WEEKDAY_NAMES, date.weekday().num_days_from_monday());
    short_moment_of(lang, &clock(lang, at.time()), weekday, date.day(), name(lang, SHORT_MONTH_NAMES, date.month0()))
}

/// How long to wait, never too short: "a few seconds", "20 seconds", "2 minutes".
#[must_use]
pub fn wait(lang: Lang, seconds: u32) -> String {
    match seconds {
        0..=5 => lang.say(FEW_SECONDS).to_owned(),
        6..=50 => some_seconds(lang, seconds.div_ceil(10) * 10),
        51..=60 => lang.say(ONE_MINUTE).to_owned(),
        _ => some_minutes(lang, seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_and_month_has_a_name_and_a_short_one() {
        for lang in Lang::ALL {
            assert_eq!([WEEKDAY_NAMES, SHORT_WEEKDAY_NAMES].map(|names| lang.list(names).len()), [7, 7]);
            assert_eq!([MONTH_NAMES, SHORT_MONTH_NAMES].map(|names| lang.list(names).len()), [12, 12]);
        }
    }

    #[test]
    fn a_moment_reads_as_people_say_it() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        let at = |hour, minute| moment(Lang::English, date.and_hms_opt(hour, minute, 0).unwrap());
        assert_eq!(at(17, 0), "5pm on Friday 27 November 2026");
        assert_eq!(at(9, 5), "9.05am on Friday 27 November 2026");
        assert_eq!(at(12, 0), "midday on Friday 27 November 2026");
        assert_eq!(at(0, 0), "midnight on Friday 27 November 2026");
        assert_eq!(at(0, 30), "12.30am on Friday 27 November 2026");
        assert_eq!(short_moment(Lang::English, date.and_hms_opt(17, 0, 0).unwrap()), "5pm Fri 27 Nov");
    }
    #[test]
    fn a_wait_is_said_in_round_numbers_that_are_never_too_short() {
        let said = [0, 5, 6, 11, 50, 51, 60, 61, 600].map(|seconds| wait(Lang::English, seconds));
        let words =
            ["a few seconds", "a few seconds", "10 seconds", "20 seconds", "50 seconds", "1 minute", "1 minute"];
        assert_eq!(said[..7], words);
        assert_eq!(said[7..], ["2 minutes", "10 minutes"]);
    }
}
