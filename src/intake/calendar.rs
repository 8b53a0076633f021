//! Working days and opening hours: when somebody is there to read a referral, and how many such days are left.
//!
//! Civil dates and hours are those of London, instants are UTC. What the two clock changes do to a day that is counted is
//! handled here; `clock` does the same for rooms that only say what the time is. This file must not know what is being
//! counted towards, and never asks what time it is.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Europe::London;

/// A bank holiday and what it is called.
pub type BankHoliday = (NaiveDate, &'static str);

/// Year, month and day, as written in the tables below.
type Ymd = (i32, u32, u32);

/// Bank holidays moved by proclamation: the day it would have been, the day it was.
///
/// Kept from 2020 on: no date a referral is triaged by lies further back. A day proclaimed after this was written
/// goes among the owner's extra closed days until the next release.
const MOVED: &[(Ymd, Ymd)] = &[
    // Early May holiday, for the 75th anniversary of VE Day.
    ((2020, 5, 4), (2020, 5, 8)),
    // Spring holiday, for the Platinum Jubilee.
    ((2022, 5, 30), (2022, 6, 2)),
];

/// Bank holidays proclaimed once.
const ADDED: &[(Ymd, &str)] = &[
    ((2022, 6, 3), "Platinum Jubilee bank holiday"),
    ((2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II"),
    ((2023, 5, 8), "Bank holiday for the Coronation of King Charles III"),
];

/// When the service is open on a working day, in London time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// From this moment somebody reads referrals.
    pub open: NaiveTime,
    /// From this moment nobody does; a contact-by moment falls here.
    pub close: NaiveTime,
    /// A referral received later than this on a working day counts as received on the next calendar day.
    pub cut_off: NaiveTime,
}

impl Default for Hours {
    /// Nine to five, counted as the same day until closing.
    fn default() -> Self {
        Self { open: on_the_hour(9), close: on_the_hour(17), cut_off: on_the_hour(17) }
    }
}

/// The service's working days: Monday to Friday, less the bank holidays of England and Wales, less the owner's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    hours: Hours,
    closed: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// A calendar with these hours, on which the service is also closed on these days.
    #[must_use]
    pub fn new(hours: Hours, closed: Vec<NaiveDate>) -> Self {
        Self { hours, closed: closed.into_iter().collect() }
    }

    /// The date in London at this moment.
    #[must_use]
    pub fn today(now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&London).date_naive()
    }

    /// The bank holidays of England and Wales in that year, in order of date, with their substitute days.
    ///
    /// Banking and Financial Dealings Act 1971 s1 and Sch 1; New Year's Day, the early May holiday and the substitute
    /// days are by yearly proclamation, which has followed the same pattern since 1978.
    #[must_use]
    pub fn bank_holidays(year: i32) -> Vec<BankHoliday> {
        let regular = [
            new_year(year),
            easter_sunday(year)
                .and_then(|easter| easter.checked_sub_days(Days::new(2)))
                .map(|day| (day, "Good Friday")),
            easter_sunday(year).and_then(|easter| easter.succ_opt()).map(|day| (day, "Easter Monday")),
            NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1).map(|day| (day, "Early May bank holiday")),
            last_monday(year, 5).map(|day| (day, "Spring bank holiday")),
            last_monday(year, 8).map(|day| (day, "Summer bank holiday")),
            unless_weekend(year, 12, 25, "Christmas Day", "Christmas Day (substitute day)"),
            unless_weekend(year, 12, 26, "Boxing Day", "Boxing Day (substitute day)"),
        ];
        let added = ADDED.iter().filter(|((added, ..), _)| *added == year);
        let mut days: Vec<BankHoliday> = regular
            .into_iter()
            .flatten()
            .map(|(day, name)| (as_proclaimed(day), name))
            .chain(added.filter_map(|(day, name)| Some((date(*day)?, *name))))
            .collect();
        days.sort_unstable();
        days
    }

    /// Whether anybody works on this day.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        is_weekday(day)
            && !self.closed.contains(&day)
            && !Self::bank_holidays(day.year()).iter().any(|(holiday, _)| *holiday == day)
    }

    /// How many working days come after `today`, up to and including `date`; none if `date` is today or past.
    ///
    /// Counted without walking the days, since a mistyped year can be thousands of years away.
    #[must_use]
    pub fn working_days_until(&self, today: NaiveDate, date: NaiveDate) -> u32 {
        if date <= today {
            return 0;
        }
        let holidays = (today.year()..=date.year()).flat_map(Self::bank_holidays).map(|(day, _)| day);
        let off: BTreeSet<NaiveDate> = holidays
            .chain(self.closed.iter().copied())
            .filter(|day| today < *day && *day <= date && is_weekday(*day))
            .collect();
        let off = i64::try_from(off.len()).unwrap_or(i64::MAX);
        u32::try_from(weekdays_between(today, date).saturating_sub(off)).unwrap_or(0)
    }

    /// The close of the `n`th working day after the day of receipt.
    ///
    /// What is received after the cut-off of a working day counts as received on the next calendar day; on a day on which
    /// nobody is there, no cut-off can be missed. With `n` of 0: the close of
    /// the day of receipt itself, or of the first working day after it.
    #[must_use]
    pub fn nth_close(&self, now: DateTime<Utc>, n: u32) -> DateTime<Utc> {
        let local = now.with_timezone(&London).naive_local();
        let late = u64::from(self.is_working_day(local.date()) && local.time() > self.hours.cut_off);
        let received = local.date().checked_add_days(Days::new(late)).unwrap_or(local.date());
        let close = received
            .iter_days()
            .skip(usize::from(n > 0))
            .filter(|day| self.is_working_day(*day))
            .nth(usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX));
        moment(close.unwrap_or(received), self.hours.close)
    }

    /// The close of the last working day strictly before `date`: the last moment at which somebody can still act.
    #[must_use]
    pub fn last_open_before(&self, date: NaiveDate) -> DateTime<Utc> {
        let last = date.iter_days().rev().skip(1).find(|day| self.is_working_day(*day));
        moment(last.unwrap_or(date), self.hours.close)
    }

    /// Whether the service is open at this moment.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        let local = now.with_timezone(&London).naive_local();
        (self.hours.open..self.hours.close).contains(&local.time()) && self.is_working_day(local.date())
    }

    /// The moment at which somebody next reads referrals: now while open and not past the cut-off, otherwise the next
    /// opening.
    #[must_use]
    pub fn next_open(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let local = now.with_timezone(&London).naive_local();
        if self.is_open(now) && local.time() <= self.hours.cut_off {
            return now;
        }
        let opened = usize::from(local.time() >= self.hours.open);
        let next = local.date().iter_days().skip(opened).find(|day| self.is_working_day(*day));
        moment(next.unwrap_or(local.date()), self.hours.open)
    }
}

/// That hour of the day.
const fn on_the_hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Whether this is a Monday to Friday.
fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Mondays to Fridays after `start` up to and including `end`, which must not be before it.
fn weekdays_between(start: NaiveDate, end: NaiveDate) -> i64 {
    let days = end.signed_duration_since(start).num_days();
    let odd_days = usize::try_from(days % 7).unwrap_or(0);
    let odd = start.iter_days().skip(1).take(odd_days).filter(|day| is_weekday(*day)).count();
    days / 7 * 5 + i64::try_from(odd).unwrap_or(0)
}

/// The instant of a London time on a London date.
///
/// Of an hour that comes twice in autumn, the first, so that nothing falls due later than it seems. An hour that
/// spring leaves out is read by the clock before the change, which is UTC.
fn moment(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = day.and_time(time);
    London.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// The date of those three numbers, if there is one.
fn date((year, month, day): Ymd) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The day on which a regular bank holiday was kept.
fn as_proclaimed(day: NaiveDate) -> NaiveDate {
    let moved = MOVED.iter().find(|(from, _)| date(*from) == Some(day));
    moved.and_then(|(_, to)| date(*to)).unwrap_or(day)
}

/// New Year's Day, or the Monday after it.
fn new_year(year: i32) -> Option<BankHoliday> {
    let day = date((year, 1, 1))?;
    let substitute = "New Year's Day (substitute day)";
    match day.weekday() {
        Weekday::Sat => Some((day.checked_add_days(Days::new(2))?, substitute)),
        Weekday::Sun => Some((day.checked_add_days(Days::new(1))?, substitute)),
        _ => Some((day, "New Year's Day")),
    }
}

/// Christmas or Boxing Day. At a weekend each is kept two days later, which keeps the two apart.
fn unless_weekend(
    year: i32,
    month: u32,
    day: u32,
    name: &'static str,
    substitute: &'static str,
) -> Option<BankHoliday> {
    let day = date((year, month, day))?;
    if is_weekday(day) { Some((day, name)) } else { Some((day.checked_add_days(Days::new(2))?, substitute)) }
}

/// The last Monday of a month.
fn last_monday(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 5)
        .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 4))
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, Jones and Butcher).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let century = year.div_euclid(100);
    let of_century = year.rem_euclid(100);
    let golden = year.rem_euclid(19);
    let moon_drift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let moon = (19 * golden + century - century.div_euclid(4) - moon_drift + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4) - moon - of_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday).div_euclid(451);
    let after = TimeDelta::days(i64::from(moon + weekday - 7 * late));
    date((year, 3, 22))?.checked_add_signed(after)
}

#[cfg(test)]
mod tests;
