//! Dates as people write them: "5 3 1961", "March 1961", "about 80", "tomorrow", "don't know".
//!
//! Pure: takes `today`, never asks for it. Knows nothing of questions or pages. Day comes before month, as in England.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::super::question::DateKind;
use super::{MONTHS, PartialDate};

/// The words are not a date of the kind asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

/// The oldest year a person now living may be born in, with room to spare.
const OLDEST_YEAR: i32 = 1895;
/// How far ahead a date in this field can sensibly lie.
const FURTHEST_YEARS: i32 = 20;
/// The highest age that is believed.
const OLDEST_AGE: u32 = 125;

const UNKNOWN: [&str; 14] = [
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i dont know",
    "i do not know",
    "not known",
    "unknown",
    "not sure",
    "unsure",
    "no idea",
    "n/k",
    "nk",
    "?",
];

/// Reads a date of that kind from words, relative to `today`.
///
/// # Errors
/// `NotADate` when the words are not understood, the day does not exist, or the kind asks for more.
pub fn parse(words: &str, kind: DateKind, today: NaiveDate) -> Result<PartialDate, NotADate> {
    let words = fold(words);
    if UNKNOWN.contains(&words.as_str()) {
        return Ok(PartialDate::Unknown);
    }
    if let Some(day) = relative_day(&words, kind, today) {
        return Ok(PartialDate::Day(day));
    }
    let (about, parts) = parts(&words);
    let read = match parts.as_slice() {
        [Part::Number(year, 4), Part::Number(month, _), Part::Number(day, _)] => day_of(*year, *month, *day),
        [Part::Number(day, 1 | 2), Part::Number(month, 1 | 2), Part::Number(year, digits)] => {
            day_of(full_year(*year, *digits, kind, today)?, *month, *day)
        }
        [Part::Number(day, 1 | 2), Part::Month(month), Part::Number(year, digits)]
        | [Part::Month(month), Part::Number(day, 1 | 2), Part::Number(year, digits)] => {
            day_of(full_year(*year, *digits, kind, today)?, *month, *day)
        }
        [Part::Number(day, 1 | 2), Part::Month(month)] | [Part::Month(month), Part::Number(day, 1 | 2)]
            if matches!(kind, DateKind::Day | DateKind::Ahead) =>
        {
            next_such_day(*month, *day, today)
        }
        [Part::Month(month), Part::Number(year, 4)] => Ok(PartialDate::Month { year: *year, month: *month }),
        [Part::Number(month, 1 | 2), Part::Number(year, 4)] if (1..=12).contains(month) => {
            Ok(PartialDate::Month { year: *year, month: month.unsigned_abs() })
        }
        [Part::Number(year, 4)] => Ok(PartialDate::Year(*year)),
        [Part::Number(age, 1..=3)] if kind == DateKind::Birth => {
            Ok(PartialDate::About { age: age.unsigned_abs(), on: today })
        }
        _ => Err(NotADate),
    }?;
    let fits = match (kind, read) {
        (_, PartialDate::Unknown) => true,
        (DateKind::Day, PartialDate::Day(day)) => !about && in_reach(day, today),
        (DateKind::Day, _) | (DateKind::Partial | DateKind::Ahead, PartialDate::About { .. }) => false,
        (DateKind::Ahead, date) => !about && date.earliest().is_some_and(|day| in_reach(day, today)),
        (DateKind::Birth, PartialDate::About { age, .. }) => age <= OLDEST_AGE,
        (DateKind::Birth, date) => date.earliest().is_some_and(|day| day <= today && day.year() >= OLDEST_YEAR),
        (DateKind::Partial, date) => date.earliest().is_some_and(|day| in_reach(day, today)),
    };
    if fits { Ok(read) } else { Err(NotADate) }
}

enum Part {
    /// A number and how many digits it was written with.
    Number(i32, usize),
    Month(u32),
}

/// The words in lower case with plain apostrophes and single spaces.
fn fold(words: &str) -> String {
    let plain: String = words
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '’' | '‘' | '`' => '\'',
            '–' | '—' => '-',
            other => other,
        })
        .collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.trim_end_matches(['.', '!']).to_owned()
}

/// The numbers and months in the words, and whether they were said to be rough. Words that add nothing are passed over;
/// any other word makes the list empty, since guessing at a date is worse than asking.
fn parts(words: &str) -> (bool, Vec<Part>) {
    let mut about = false;
    let mut parts = Vec::new();
    let split = words.split([' ', '/', '.', '-', ',']).flat_map(split_at_letters);
    for piece in split.filter(|piece| !piece.is_empty()) {
        if piece.bytes().all(|byte| byte.is_ascii_digit()) {
            match piece.parse() {
                Ok(number) if piece.len() <= 4 => parts.push(Part::Number(number, piece.len())),
                _ => return (about, Vec::new()),
            }
        } else if let Some(month) = month_number(piece) {
            parts.push(Part::Month(month));
        } else if matches!(piece, "about" | "around" | "approx" | "approximately" | "roughly" | "circa" | "c" | "ish") {
            about = true;
        } else if !is_filler(piece) {
            return (about, Vec::new());
        }
    }
    (about, parts)
}

/// Splits "5th" into "5" and "th", "5march1961" into its three pieces.
fn split_at_letters(piece: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = piece;
    while let Some(first) = rest.chars().next() {
        let digit = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(end);
        pieces.push(head);
        rest = tail;
    }
    pieces
}

fn is_filler(piece: &str) -> bool {
    matches!(
        piece,
        "st" | "nd" | "rd" | "th" | "of" | "the" | "on" | "in" | "aged" | "age" | "years" | "year" | "yrs" | "old"
    ) || weekday_named(piece).is_some()
}

fn relative_day(words: &str, kind: DateKind, today: NaiveDate) -> Option<NaiveDate> {
    if kind == DateKind::Birth {
        return None;
    }
    match words {
        "today" | "now" => Some(today),
        "tomorrow" => today.checked_add_days(Days::new(1)),
        "yesterday" => today.checked_sub_days(Days::new(1)),
        _ => {
            let weekday = weekday_named(words.strip_prefix("this ").unwrap_or(words))?;
            (1..=7).filter_map(|ahead| today.checked_add_days(Days::new(ahead))).find(|day| day.weekday() == weekday)
        }
    }
}

fn weekday_named(piece: &str) -> Option<Weekday> {
    if piece.len() < 3 { None } else { piece.parse().ok() }
}

fn month_number(piece: &str) -> Option<u32> {
    if piece.len() < 3 {
        return None;
    }
    let piece = if piece == "sept" { "sep" } else { piece };
    MONTHS
        .iter()
        .zip(1..)
        .find(|(name, _)| {
            let name = name.to_ascii_lowercase();
            name == piece || name.get(..3) == Some(piece)
        })
        .map(|(_, number)| number)
}

/// Two digits mean this century for what lies ahead; for a birth they are read only where one century is possible.
fn full_year(year: i32, digits: usize, kind: DateKind, today: NaiveDate) -> Result<i32, NotADate> {
    match (digits, kind) {
        (4, _) => Ok(year),
        (2, DateKind::Birth) if year > today.year() % 100 => Ok(1900 + year),
        (2, DateKind::Day | DateKind::Ahead | DateKind::Partial) => Ok(2000 + year),
        _ => Err(NotADate),
    }
}

fn day_of(year: i32, month: impl TryInto<u32>, day: impl TryInto<u32>) -> Result<PartialDate, NotADate> {
    let month = month.try_into().map_err(|_| NotADate)?;
    let day = day.try_into().map_err(|_| NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::Day).ok_or(NotADate)
}

/// A day and month without a year mean the next one to come, today included.
fn next_such_day(month: u32, day: i32, today: NaiveDate) -> Result<PartialDate, NotADate> {
    let day = day.unsigned_abs();
    (0..=8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
        .find(|date| *date >= today)
        .map(PartialDate::Day)
        .ok_or(NotADate)
}

fn in_reach(day: NaiveDate, today: NaiveDate) -> bool {
    day.year() >= OLDEST_YEAR && day.year() <= today.year() + FURTHEST_YEARS
}

#[cfg(test)]
mod tests {
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
            ("22 November", ymd(2027, 11, 22)),
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
        fn any_words_at_all_are_survived(words in ".*", kind in 0_usize..4) {
            let kind = [DateKind::Day, DateKind::Ahead, DateKind::Partial, DateKind::Birth][kind];
            let _ = parse(&words, kind, today());
        }

        #[test]
        fn a_date_in_words_is_read_back(days in 0_u64..7000) {
            let date = PartialDate::Day(today() + Days::new(days));
            prop_assert_eq!(parse(&date.in_words(), DateKind::Day, today()), Ok(date));
        }
    }
}
