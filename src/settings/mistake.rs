//! What is wrong with the settings: which key, what is wrong, what to write. Never repeats a secret.

use std::fmt;

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where: the key with its variable, the variable alone, or the file.
    pub place: String,
    /// What is wrong, as the end of a sentence that begins with the place.
    pub wrong: String,
    /// What to write instead, as a sentence.
    pub write: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}. {}", self.place, self.wrong, self.write)
    }
}

/// All the mistakes there are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Mistakes(pub Vec<Mistake>);

impl fmt::Display for Mistakes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => writeln!(formatter, "the settings have 1 mistake:")?,
            count => writeln!(formatter, "the settings have {count} mistakes:")?,
        }
        self.0.iter().try_for_each(|mistake| writeln!(formatter, "- {mistake}"))
    }
}

/// The name most like this one, if any is like it at all.
pub(super) fn nearest<'a>(unknown: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the letters may differ: enough for a slip or a missing word, too little for a guess.
    let most = (unknown.chars().count() / 3).max(2);
    names.map(|name| (distance(unknown, name), name)).filter(|(far, _)| *far <= most).min().map(|(_, name)| name)
}

/// How many letters have to be added, taken away or changed to make one word of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut before = index;
        let mut left = index + 1;
        let above = std::mem::take(&mut row);
        row.push(left);
        for (up, compared) in above.into_iter().skip(1).zip(other.chars()) {
            let changed = before + usize::from(letter != compared);
            left = changed.min(left + 1).min(up + 1);
            before = up;
            row.push(left);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted() {
        for (one, other, far) in
            [("", "", 0), ("host", "host", 0), ("hots", "host", 2), ("", "abc", 3), ("smtp_hst", "smtp_host", 1)]
        {
            assert_eq!(distance(one, other), far, "{one} {other}");
            assert_eq!(distance(other, one), far, "{other} {one}");
        }
    }

    #[test]
    fn only_a_likely_name_is_offered() {
        let names = ["mail.smtp_host", "mail.smtp_port", "web.listen"];
        assert_eq!(nearest("mail.smtp_hots", names.into_iter()), Some("mail.smtp_host"));
        assert_eq!(nearest("colour.of.the.sky", names.into_iter()), None);
    }
}
