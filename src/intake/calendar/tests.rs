//! The calendar against published holidays, hand-counted tables and slow walks through the days.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// As published on GOV.UK, typed in by hand.
const PUBLISHED: &[(i32, &[&str])] = &[
    (2020, &["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
    (2021, &["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    (2022, &["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]),
    (2023, &["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
    (2024, &["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
    (2025, &["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
    (2026, &["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
    (2027, &["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    (2028, &["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
];

#[test]
fn bank_holidays_are_the_published_ones() {
    for (year, expected) in PUBLISHED {
        let days: Vec<String> =
            Calendar::bank_holidays(*year).iter().map(|(day, _)| day.format("%m-%d").to_string()).collect();
        assert_eq!(&days, expected, "{year}");
    }
}

#[test]
fn substitute_days_say_so() {
    let names: Vec<&str> = Calendar::bank_holidays(2028).into_iter().map(|(_, name)| name).take(2).collect();
    assert_eq!(names, ["New Year's Day (substitute day)", "Good Friday"]);
    assert!(Calendar::bank_holidays(2026).contains(&(day("2026-12-28"), "Boxing Day (substitute day)")));
}

#[test]
fn easter_agrees_with_the_table_of_full_moons() {
    // The Book of Common Prayer's paschal full moons by golden number, good from 1900 to 2199; Easter is the
    // Sunday after.
    let moons = [
        (4, 14),
        (4, 3),
        (3, 23),
        (4, 11),
        (3, 31),
        (4, 18),
        (4, 8),
        (3, 28),
        (4, 16),
        (4, 5),
        (3, 25),
        (4, 13),
        (4, 2),
        (3, 22),
        (4, 10),
        (3, 30),
        (4, 17),
        (4, 7),
        (3, 27),
    ];
    for year in 1900..2200 {
        let (month, of_month) = moons[usize::try_from(year % 19).unwrap()];
        let moon = date((year, month, of_month)).unwrap();
        let easter = moon.iter_days().skip(1).find(|day| day.weekday() == Weekday::Sun);
        assert_eq!(easter_sunday(year), easter, "{year}");
    }
}

#[test]
fn every_year_has_its_eight_holidays_all_on_weekdays() {
    for year in 2024..2200 {
        let days = Calendar::bank_holidays(year);
        assert_eq!(days.len(), 8, "{year}");
        assert!(days.iter().all(|(day, _)| is_weekday(*day) && day.year() == year), "{year}");
        assert!(days.windows(2).all(|pair| pair[0].0 < pair[1].0), "{year}");
    }
}

#[test]
fn working_days_are_counted_after_today_and_to_the_date() {
    let calendar = Calendar::new(Hours::default(), vec![day("2026-12-24"), day("2026-12-25")]);
    for (today, date, expected) in [
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-23", "2026-11-20", 0),
        ("2026-11-23", "2026-11-24", 1),
        ("2026-11-20", "2026-11-21", 0),
        ("2026-11-20", "2026-11-23", 1),
        ("2026-11-23", "2026-12-14", 15),
        // Christmas Eve is the owner's, Christmas Day everybody's and counted once, Boxing Day kept on Monday.
        ("2026-12-22", "2026-12-29", 2),
        ("2026-12-31", "2027-01-04", 1),
    ] {
        assert_eq!(calendar.working_days_until(day(today), day(date)), expected, "{today} to {date}");
    }
}

#[test]
fn a_year_far_away_is_counted_at_once() {
    let count = Calendar::default().working_days_until(day("2026-11-23"), day("9999-12-31"));
    assert!((2_015_000..2_020_000).contains(&count), "{count}");
}

#[test]
fn the_nth_close_is_in_london_time() {
    let calendar = Calendar::default();
    for (received, n, expected) in [
        // A Monday morning in winter.
        ("2026-11-23T10:00:00Z", 1, "2026-11-24T17:00:00Z"),
        ("2026-11-23T10:00:00Z", 0, "2026-11-23T17:00:00Z"),
        // Exactly at the cut-off is in time; a second later is tomorrow's.
        ("2026-11-23T17:00:00Z", 1, "2026-11-24T17:00:00Z"),
        ("2026-11-23T17:00:01Z", 1, "2026-11-25T17:00:00Z"),
        // Friday evening counts as Saturday, so as any time of the weekend.
        ("2026-11-20T18:00:00Z", 1, "2026-11-23T17:00:00Z"),
        ("2026-11-21T12:00:00Z", 1, "2026-11-23T17:00:00Z"),
        ("2026-11-22T12:00:00Z", 0, "2026-11-23T17:00:00Z"),
        // On a day on which nobody is there, no cut-off can be missed: not on a Sunday, nor on Boxing Day's Monday.
        ("2026-11-22T16:59:00Z", 1, "2026-11-23T17:00:00Z"),
        ("2026-11-22T17:01:00Z", 1, "2026-11-23T17:00:00Z"),
        ("2026-11-22T23:59:59Z", 0, "2026-11-23T17:00:00Z"),
        ("2026-12-28T18:00:00Z", 1, "2026-12-29T17:00:00Z"),
        // In summer the service closes at 16:00 UTC, and 23:30 UTC is already tomorrow.
        ("2026-07-01T15:59:00Z", 1, "2026-07-02T16:00:00Z"),
        ("2026-07-01T16:01:00Z", 1, "2026-07-03T16:00:00Z"),
        ("2026-07-01T23:30:00Z", 1, "2026-07-03T16:00:00Z"),
        // Over the end of summer time (25 October 2026) and its beginning (28 March 2027, Easter Sunday).
        ("2026-10-23T15:00:00Z", 1, "2026-10-26T17:00:00Z"),
        ("2027-03-25T12:00:00Z", 1, "2027-03-30T16:00:00Z"),
        // Christmas Eve 2026 is a Thursday; Boxing Day is kept on Monday 28th.
        ("2026-12-24T12:00:00Z", 1, "2026-12-29T17:00:00Z"),
        ("2026-12-24T18:00:00Z", 1, "2026-12-29T17:00:00Z"),
        ("2026-12-24T18:00:00Z", 5, "2027-01-05T17:00:00Z"),
    ] {
        assert_eq!(calendar.nth_close(at(received), n), at(expected), "{n} after {received}");
    }
}

#[test]
fn the_last_open_moment_is_strictly_before_the_date() {
    let calendar = Calendar::default();
    for (date, expected) in [
        ("2026-11-24", "2026-11-23T17:00:00Z"),
        ("2026-11-23", "2026-11-20T17:00:00Z"),
        ("2026-11-22", "2026-11-20T17:00:00Z"),
        ("2026-12-29", "2026-12-24T17:00:00Z"),
        ("2026-10-26", "2026-10-23T16:00:00Z"),
    ] {
        assert_eq!(calendar.last_open_before(day(date)), at(expected), "{date}");
    }
}

#[test]
fn open_is_from_opening_until_closing() {
    let calendar = Calendar::default();
    for (now, open, next) in [
        ("2026-11-23T08:59:59Z", false, "2026-11-23T09:00:00Z"),
        ("2026-11-23T09:00:00Z", true, "2026-11-23T09:00:00Z"),
        ("2026-11-23T16:59:59Z", true, "2026-11-23T16:59:59Z"),
        ("2026-11-23T17:00:00Z", false, "2026-11-24T09:00:00Z"),
        ("2026-11-21T12:00:00Z", false, "2026-11-23T09:00:00Z"),
        ("2026-12-25T12:00:00Z", false, "2026-12-29T09:00:00Z"),
        ("2026-07-01T08:00:00Z", true, "2026-07-01T08:00:00Z"),
        ("2026-03-27T18:00:00Z", false, "2026-03-30T08:00:00Z"),
    ] {
        assert_eq!(calendar.is_open(at(now)), open, "{now}");
        assert_eq!(calendar.next_open(at(now)), at(next), "{now}");
    }
}

#[test]
fn after_an_early_cut_off_nobody_reads_until_the_next_opening() {
    let hours = Hours { cut_off: on_the_hour(15), ..Hours::default() };
    let calendar = Calendar::new(hours, Vec::new());
    let now = at("2026-11-23T15:30:00Z");
    assert!(calendar.is_open(now));
    assert_eq!(calendar.next_open(now), at("2026-11-24T09:00:00Z"));
    assert_eq!(calendar.nth_close(now, 1), at("2026-11-25T17:00:00Z"));
}

#[test]
fn hours_that_the_clock_change_repeats_or_leaves_out_are_read_safely() {
    // 01:30 on 25 October 2026 comes twice: the first, in summer time. On 29 March 2026 it never comes.
    let half_past_one = NaiveTime::from_hms_opt(1, 30, 0).unwrap();
    assert_eq!(moment(day("2026-10-25"), half_past_one), at("2026-10-25T00:30:00Z"));
    assert_eq!(moment(day("2026-03-29"), half_past_one), at("2026-03-29T01:30:00Z"));
}

#[test]
fn the_date_is_londons() {
    assert_eq!(Calendar::today(at("2026-07-01T23:30:00Z")), day("2026-07-02"));
    assert_eq!(Calendar::today(at("2026-11-23T23:30:00Z")), day("2026-11-23"));
}

/// Any day on which the service may have to count, and how far on from it.
fn days() -> impl Strategy<Value = (NaiveDate, u64)> {
    (0u64..40_000, 0u64..800).prop_map(|(from, on)| (day("2000-01-01") + Days::new(from), on))
}

proptest! {
    #[test]
    fn counting_is_the_same_as_walking((today, on) in days(), extra in 0u64..800) {
        let date = today + Days::new(on);
        let calendar = Calendar::new(Hours::default(), vec![today + Days::new(extra)]);
        let walked = today.iter_days().skip(1).take_while(|day| *day <= date);
        let walked = walked.filter(|day| calendar.is_working_day(*day)).count();
        prop_assert_eq!(usize::try_from(calendar.working_days_until(today, date)).unwrap(), walked);
    }

    #[test]
    fn the_nth_close_is_n_working_days_on((today, _) in days(), second in 0i64..86_400, n in 1u32..30) {
        let calendar = Calendar::default();
        let now = today.and_time(NaiveTime::MIN).and_utc() + TimeDelta::seconds(second);
        let close = calendar.nth_close(now, n);
        // A second after the cut-off at 17:00 of a working day is the next day by this clock.
        let late = calendar.is_working_day(Calendar::today(now));
        let received = if late { Calendar::today(now + TimeDelta::hours(7) - TimeDelta::seconds(1)) } else { Calendar::today(now) };
        prop_assert!(close > now);
        prop_assert!(calendar.is_working_day(Calendar::today(close)));
        prop_assert_eq!(calendar.working_days_until(received, Calendar::today(close)), n);
        prop_assert_eq!(close.with_timezone(&London).time(), Hours::default().close);
    }

    #[test]
    fn between_the_last_open_moment_and_the_date_nobody_is_there((date, _) in days()) {
        let calendar = Calendar::default();
        let last = calendar.last_open_before(date);
        prop_assert!(Calendar::today(last) < date);
        let idle = Calendar::today(last).succ_opt().unwrap().iter_days().take_while(|day| *day < date);
        prop_assert!(idle.into_iter().all(|day| !calendar.is_working_day(day)));
        prop_assert!(calendar.is_working_day(Calendar::today(last)));
    }

    #[test]
    fn the_next_opening_is_open_and_nothing_before_it_is((today, _) in days(), second in 0i64..86_400) {
        let calendar = Calendar::default();
        let now = today.and_time(NaiveTime::MIN).and_utc() + TimeDelta::seconds(second);
        let next = calendar.next_open(now);
        prop_assert!(next >= now);
        prop_assert!(calendar.is_open(next));
        prop_assert!(next == now || !calendar.is_open(next - TimeDelta::seconds(1)));
    }
}
