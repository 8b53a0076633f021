//! Dates as people write them, and what is made of each.

use proptest::prelude::*;

use super::*;

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A Monday.
fn today() -> NaiveDate {
    ymd(2026, 11, 23)
}

#[test]
fn a_birthday_is_read_as_people_write_it() {
    for words in [
        "5 3 1961",
        "05/03/1961",
        "5.3.1961",
        "5-3-61",
        "1961-03-05",
        "5 March 1961",
        "5th of march, 1961",
        "March 5 1961",
        "5mar1961",
        "Sunday 5 March 1961",
        "  5   3  1961 ",
    ] {
        assert_eq!(parse(words, DateKind::Birth, today()), Ok(PartialDate::Day(ymd(1961, 3, 5))), "{words}");
    }
    for (words, date) in [
        ("March 1961", PartialDate::Month { year: 1961, month: 3 }),
        ("3/1961", PartialDate::Month { year: 1961, month: 3 }),
        ("1961", PartialDate::Year(1961)),
        ("about 1961", PartialDate::Year(1961)),
        ("about 80", PartialDate::About { age: 80, on: today() }),
        ("80", PartialDate::About { age: 80, on: today() }),
        ("aged 80 years old", PartialDate::About { age: 80, on: today() }),
        ("Don’t know", PartialDate::Unknown),
        ("dont know.", PartialDate::Unknown),
    ] {
        assert_eq!(parse(words, DateKind::Birth, today()), Ok(date), "{words}");
    }
}

#[test]
fn a_day_to_come_is_read_as_people_write_it() {
    for (words, date) in [
        ("1 12 2026", ymd(2026, 12, 1)),
        ("1/12/26", ymd(2026, 12, 1)),
        ("1 December", ymd(2026, 12, 1)),
        ("23 nov", today()),
        ("22 November", ymd(2026, 11, 22)),
        ("23 October", ymd(2026, 10, 23)),
        ("22 October", ymd(2027, 10, 22)),
        ("29 February", ymd(2028, 2, 29)),
        ("today", today()),
        ("Tomorrow", ymd(2026, 11, 24)),
        ("friday", ymd(2026, 11, 27)),
        ("Monday", ymd(2026, 11, 30)),
        ("Tue 1 Dec 2026", ymd(2026, 12, 1)),
    ] {
        for kind in [DateKind::Day, DateKind::Ahead] {
            assert_eq!(parse(words, kind, today()), Ok(PartialDate::Day(date)), "{words}");
        }
    }
}

/// Section 2 since “13 November”, told ten days later: the time to apply to the tribunal runs from it.
#[test]
fn of_what_has_begun_a_day_without_a_year_is_the_last_one() {
    for (words, date) in [
        ("13 November", ymd(2026, 11, 13)),
        ("Fri 13 nov", ymd(2026, 11, 13)),
        ("23 November", today()),
        ("24 November", ymd(2025, 11, 24)),
        ("29 February", ymd(2024, 2, 29)),
        ("Friday", ymd(2026, 11, 20)),
        ("on Friday", ymd(2026, 11, 20)),
        ("last Friday", ymd(2026, 11, 20)),
        ("this Sunday", ymd(2026, 11, 22)),
        ("Monday", ymd(2026, 11, 16)),
        ("yesterday", ymd(2026, 11, 22)),
        ("today", today()),
        ("13 11 2026", ymd(2026, 11, 13)),
        ("1 12 2026", ymd(2026, 12, 1)),
    ] {
        for kind in [DateKind::Past, DateKind::Partial] {
            assert_eq!(parse(words, kind, today()), Ok(PartialDate::Day(date)), "{words}");
        }
    }
    let january = ymd(2027, 1, 5);
    assert_eq!(parse("20 December", DateKind::Ahead, january), Ok(PartialDate::Day(ymd(2026, 12, 20))));
    assert_eq!(parse("6 January", DateKind::Past, january), Ok(PartialDate::Day(ymd(2026, 1, 6))));
    assert_eq!(parse("last Friday", DateKind::Ahead, today()), Ok(PartialDate::Day(ymd(2026, 11, 20))));
    assert_eq!(parse("November 2026", DateKind::Past, today()), Err(NotADate));
}

#[test]
fn what_means_another_day_tomorrow_is_spelt_out() {
    for (words, kind, spelt) in [
        ("Tomorrow", DateKind::Ahead, "Tuesday 24 November 2026"),
        ("friday", DateKind::Day, "Friday 27 November 2026"),
        ("friday", DateKind::Past, "Friday 20 November 2026"),
        ("26th of November", DateKind::Ahead, "Thursday 26 November 2026"),
        ("13 November", DateKind::Partial, "Friday 13 November 2026"),
    ] {
        assert_eq!(spelt_out(words, kind, today()).as_deref(), Some(spelt), "{words}");
        assert_eq!(spelt_out(spelt, kind, today()), None, "{spelt}");
    }
    for (words, kind) in [
        ("26 11 2026", DateKind::Ahead),
        ("26 November 2026", DateKind::Ahead),
        ("26/11/26", DateKind::Day),
        ("December 2026", DateKind::Ahead),
        ("2027", DateKind::Ahead),
        ("about 80", DateKind::Birth),
        ("don’t know", DateKind::Past),
        ("soon", DateKind::Ahead),
        ("", DateKind::Ahead),
    ] {
        assert_eq!(spelt_out(words, kind, today()), None, "{words}");
    }
}

#[test]
fn of_a_day_to_come_the_month_or_the_year_is_enough() {
    for (words, date) in [
        ("December 2026", PartialDate::Month { year: 2026, month: 12 }),
        ("in dec 2026", PartialDate::Month { year: 2026, month: 12 }),
        ("12/2026", PartialDate::Month { year: 2026, month: 12 }),
        ("2027", PartialDate::Year(2027)),
        ("don’t know", PartialDate::Unknown),
    ] {
        assert_eq!(parse(words, DateKind::Ahead, today()), Ok(date), "{words}");
    }
}

#[test]
fn what_is_not_a_date_is_not_guessed_at() {
    for (words, kind) in [
        ("", DateKind::Day),
        ("31 2 2027", DateKind::Day),
        ("13 13 2027", DateKind::Day),
        ("March 2027", DateKind::Day),
        ("2027", DateKind::Day),
        ("about 5 March 2027", DateKind::Day),
        ("soon", DateKind::Day),
        ("the week after next", DateKind::Day),
        ("5 3 9999", DateKind::Day),
        ("March 9999", DateKind::Ahead),
        ("about March 2027", DateKind::Ahead),
        ("80", DateKind::Ahead),
        ("5 3 2030", DateKind::Birth),
        ("5 3 25", DateKind::Birth),
        ("130", DateKind::Birth),
        ("80", DateKind::Partial),
        ("1 2 3 4", DateKind::Birth),
        ("99999999999999999999", DateKind::Birth),
    ] {
        assert_eq!(parse(words, kind, today()), Err(NotADate), "{words}");
    }
}

proptest! {
    #[test]
    fn any_words_at_all_are_survived(words in ".*", kind in 0_usize..5) {
        let _ = parse(&words, DateKind::ALL[kind], today());
        let _ = spelt_out(&words, DateKind::ALL[kind], today());
    }

    #[test]
    fn a_date_in_words_is_read_back(days in 0_u64..7000) {
        let date = PartialDate::Day(today() + Days::new(days));
        for kind in [DateKind::Day, DateKind::Ahead, DateKind::Past, DateKind::Partial] {
            prop_assert_eq!(parse(&date.in_words(), kind, today()), Ok(date));
        }
    }
}
