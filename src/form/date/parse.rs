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
/// How long ago a day without its year may lie that was asked of what is to come.
const JUST_GONE: Days = Days::new(31);
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
            if kind != DateKind::Birth =>
        {
            such_day(*month, *day, kind, today)
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
        (DateKind::Day | DateKind::Past, PartialDate::Day(day)) => !about && in_reach(day, today),
        (DateKind::Day | DateKind::Past, _) | (DateKind::Partial | DateKind::Ahead, PartialDate::About { .. }) => false,
        (DateKind::Ahead, date) => !about && date.earliest().is_some_and(|day| in_reach(day, today)),
        (DateKind::Birth, PartialDate::About { age, .. }) => age <= OLDEST_AGE,
        (DateKind::Birth, date) => date.earliest().is_some_and(|day| day <= today && day.year() >= OLDEST_YEAR),
        (DateKind::Partial, date) => date.earliest().is_some_and(|day| in_reach(day, today)),
    };
    if fits { Ok(read) } else { Err(NotADate) }
}

/// The date in words that say its year, where those that were written mean another day tomorrow: “Friday”, “5 March”.
/// Nothing for a date that says its year already, and for what is no date. An age stays as it was said: it is rough.
#[must_use]
pub(in crate::form) fn spelt_out(words: &str, kind: DateKind, today: NaiveDate) -> Option<String> {
    let date @ PartialDate::Day(_) = parse(words, kind, today).ok()? else { return None };
    let folded = fold(words);
    let is_yearless = || matches!(parts(&folded).1.as_slice(), [_, _]);
    (relative_day(&folded, kind, today).is_some() || is_yearless()).then(|| date.in_words())
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
            let (is_past, named) = match words.strip_prefix("last ") {
                Some(named) => (true, named),
                None => (kind.is_past(), words.strip_prefix("this ").or(words.strip_prefix("on ")).unwrap_or(words)),
            };
            let weekday = weekday_named(named)?;
            (1..=7).map(Days::new).filter_map(|days| away(today, days, is_past)).find(|day| day.weekday() == weekday)
        }
    }
}

/// The day so many days before or after today.
fn away(today: NaiveDate, days: Days, is_past: bool) -> Option<NaiveDate> {
    if is_past { today.checked_sub_days(days) } else { today.checked_add_days(days) }
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
        (2, DateKind::Day | DateKind::Ahead | DateKind::Past | DateKind::Partial) => Ok(2000 + year),
        _ => Err(NotADate),
    }
}

fn day_of(year: i32, month: impl TryInto<u32>, day: impl TryInto<u32>) -> Result<PartialDate, NotADate> {
    let month = month.try_into().map_err(|_| NotADate)?;
    let day = day.try_into().map_err(|_| NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::Day).ok_or(NotADate)
}

/// A day and month without a year mean the last one of what has begun, and else the next one to come or one that has
/// just gone by: whoever writes “22 November” on the 23rd of a meeting means yesterday’s, and a year would hide it.
fn such_day(month: u32, day: i32, kind: DateKind, today: NaiveDate) -> Result<PartialDate, NotADate> {
    let day = day.unsigned_abs();
    let is_past = kind.is_past();
    let first = today.checked_sub_days(JUST_GONE).ok_or(NotADate)?;
    (-1..=8)
        .map(|years| if is_past { today.year() - years } else { today.year() + years })
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| if is_past { *date <= today } else { *date >= first })
        .map(PartialDate::Day)
        .ok_or(NotADate)
}

fn in_reach(day: NaiveDate, today: NaiveDate) -> bool {
    day.year() >= OLDEST_YEAR && day.year() <= today.year() + FURTHEST_YEARS
}

#[cfg(test)]
mod tests;
