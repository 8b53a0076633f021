//! A record in parts. A page on which all of them would weigh too much names the longest; each of those is read where it
//! stands alone.

use maud::{Markup, html};

use super::record::place;
use crate::form::Key;
use crate::intake::record::{Record, RecordSection, Row, Said};
use crate::words::{Lang, field as words};

/// What the main part of a page may weigh, in bytes: the rest of our 40 kB is the stylesheet and what stands around it.
const MAIN: usize = 24_000;

/// What the name of a part weighs with its link.
const NAME: usize = 300;

/// A section of a record; an item of a section that holds nothing but items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// The section in which it stands.
    pub(super) section: &'a str,
    /// Its frozen name: that of the section, or the path of the item.
    pub(super) slug: &'a str,
    /// What it is called.
    pub(super) name: String,
    /// Its questions.
    pub(super) rows: &'a [Row],
}

impl Part<'_> {
    /// How many questions are answered.
    pub(super) fn answered(&self) -> usize {
        self.rows.iter().filter(|row| row.said != Said::Nothing).count()
    }
}

/// Every part of a record, in order.
pub(super) fn parts(lang: Lang, record: &Record) -> Vec<Part<'_>> {
    let mut all = Vec::new();
    for section in &record.sections {
        let whole =
            Part { section: &section.slug, slug: &section.slug, name: section.title.clone(), rows: &section.rows };
        if section.rows.is_empty() || section.rows.iter().any(|row| row.within.is_empty()) {
            all.push(whole);
        } else {
            let items = section.rows.chunk_by(|one, next| one.item() == next.item());
            all.extend(items.map(|rows| Part {
                slug: rows.first().map_or("", Row::item),
                name: name(lang, rows),
                rows,
                ..whole
            }));
        }
    }
    all
}

/// What an item is called, with what it is about where that was said.
fn name(lang: Lang, rows: &[Row]) -> String {
    let outermost = rows.first().and_then(|row| row.within.get(..1)).unwrap_or_default();
    let about = rows.iter().find(|row| row.slug == Key::IssueKind.slug());
    match about.map(|row| &row.said) {
        Some(Said::Words(about)) => words::item_about(lang, &place(lang, outermost), about),
        _ => place(lang, outermost),
    }
}

/// Whether all of this may stand on one page.
pub(super) fn fits<'a>(parts: impl Iterator<Item = &'a Markup>) -> bool {
    parts.map(|part| part.0.len()).sum::<usize>() <= MAIN
}

/// The parts as they are drawn, as far as they fit beside the rest of the page: nothing in place of the heaviest.
pub(super) fn fitting(drawn: Vec<Markup>, rest: usize) -> Vec<Option<Markup>> {
    let mut weighed: Vec<_> = drawn.iter().map(|part| part.0.len()).enumerate().collect();
    let mut sum = rest + weighed.iter().map(|(_, weight)| weight).sum::<usize>();
    weighed.sort_by_key(|(_, weight)| *weight);
    let mut apart = Vec::new();
    while let Some((index, weight)) = weighed.pop().filter(|(_, weight)| sum > MAIN && *weight > NAME) {
        sum = sum + NAME - weight;
        apart.push(index);
    }
    drawn.into_iter().enumerate().map(|(index, part)| (!apart.contains(&index)).then_some(part)).collect()
}

/// The sections of a record, a card each: its parts as they are drawn, those left out by their names, and what is to stand
/// below them.
pub(super) fn cards(
    record: &Record,
    shown: &[(&Part<'_>, Option<Markup>)],
    named: &dyn Fn(&Part<'_>) -> Markup,
    below: &dyn Fn(&RecordSection) -> Markup,
) -> Markup {
    html! {
        // Headings are enough to find a part by: a landmark for each would crowd out the page's own.
        @for section in &record.sections {
            div class="card" {
                h2 { (section.title) }
                @for (part, drawn) in shown.iter().filter(|(part, _)| part.section == section.slug) {
                    @match drawn {
                        Some(drawn) => (drawn),
                        None => (named(part)),
                    }
                }
                (below(section))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighing(weights: &[usize], rest: usize) -> Vec<bool> {
        let drawn = weights.iter().map(|weight| html! { ("x".repeat(*weight)) }).collect();
        fitting(drawn, rest).iter().map(Option::is_some).collect()
    }

    #[test]
    fn the_longest_parts_are_left_out_and_no_more_than_need_be() {
        assert_eq!(weighing(&[9_000, 9_000, 2_000], 4_000), [true, true, true]);
        assert_eq!(weighing(&[9_000, 10_000, 2_000], 4_000), [true, false, true]);
        assert_eq!(weighing(&[9_000, 10_000, 2_000], 21_000), [false, false, true]);
        assert_eq!(weighing(&[200, 100], 50_000), [true, true], "a name would weigh more");
        assert_eq!(weighing(&[], 50_000), [true; 0]);
    }
}
