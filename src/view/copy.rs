//! A copy of what is held in a referral: one page that needs no other file, to be read, printed or kept.

use maud::{DOCTYPE, Markup, html};

use crate::words::{Lang, copy as words};

/// The page's own look: it is opened from a folder, where no other file of ours is. It holds nothing that HTML escapes.
const LOOK: &str = include_str!("copy.css");

/// The copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Its language.
    pub lang: Lang,
    /// Its heading.
    pub title: String,
    /// What stands first, a paragraph each.
    pub lead: Vec<String>,
    /// Whether it is for whoever checks it, with what to do before it is handed over.
    pub to_check: bool,
    /// Everything else, in order.
    pub blocks: Vec<Block>,
}

/// A heading with lines under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The level of the heading: 2, 3 or 4.
    pub level: u8,
    /// The heading.
    pub heading: String,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One question with its answers, or one sentence where nothing was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The question; empty for a sentence.
    pub asked: String,
    /// What was answered, several things one by one.
    pub said: Vec<String>,
    /// What is to be looked at before it is handed over, in words.
    pub marks: Vec<&'static str>,
}

/// The whole page.
#[must_use]
pub fn page(copy: &Copy) -> Markup {
    let lang = copy.lang;
    let title = if copy.to_check { words::to_check(lang, &copy.title) } else { copy.title.clone() };
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                style { (LOOK) }
            }
            body {
                main {
                    h1 { (title) }
                    @if copy.to_check {
                        aside aria-labelledby="before" {
                            p id="before" { strong { (lang.say(words::BEFORE)) } }
                            ul { @for sentence in lang.list(words::BEFORE_LIST) { li { (sentence) } } }
                        }
                    }
                    @for sentence in &copy.lead { p { (sentence) } }
                    @for block in &copy.blocks { (shown(block)) }
                }
            }
        }
    }
}

fn shown(block: &Block) -> Markup {
    html! {
        @match block.level {
            2 => h2 { (block.heading) },
            3 => h3 { (block.heading) },
            _ => h4 { (block.heading) },
        }
        @for group in block.lines.chunk_by(|one, next| one.asked.is_empty() == next.asked.is_empty()) {
            @if group.first().is_some_and(|line| line.asked.is_empty()) {
                ul { @for line in group { @for said in &line.said { li { (said) (marks(line)) } } } }
            } @else {
                dl {
                    @for line in group {
                        div {
                            dt { (line.asked) (marks(line)) }
                            (said(line))
                        }
                    }
                }
            }
        }
    }
}

/// One answer as it is, several as a list: side by side nobody could tell where one ends.
fn said(line: &Line) -> Markup {
    html! {
        @if let [one] = line.said.as_slice() { dd { (one) } } @else { dd { ul { @for said in &line.said { li { (said) } } } } }
    }
}

fn marks(line: &Line) -> Markup {
    html! { @for mark in &line.marks { " " span class="mark" { (mark) } } }
}

#[cfg(test)]
mod tests {
    use scraper::{ElementRef, Html, Selector};

    use super::*;

    fn a_copy() -> Html {
        let line = |asked: &str, said: &[&str], marks: &[&'static str]| Line {
            asked: asked.to_owned(),
            said: said.iter().map(|said| (*said).to_owned()).collect(),
            marks: marks.to_vec(),
        };
        let block = |level, lines| Block { level, heading: format!("Part {level}"), lines };
        let blocks = vec![
            block(2, vec![line("Name", &["<b>Marjorie</b> & co"], &[])]),
            block(2, vec![line("", &["It came by phone."], &[])]),
            block(3, Vec::new()),
            block(4, vec![line("Who must not know?", &["Gideon", "Said first: Karl"], &["Could harm"])]),
            block(3, vec![line("", &["Ring back."], &["In confidence?"]), line("9am, The sender", &["Received"], &[])]),
        ];
        let copy = Copy {
            lang: Lang::English,
            title: "What we hold".to_owned(),
            lead: vec!["A copy.".to_owned()],
            to_check: true,
            blocks,
        };
        Html::parse_document(&page(&copy).into_string())
    }

    fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
        page.select(&Selector::parse(selector).unwrap()).collect()
    }

    #[test]
    fn a_copy_reads_in_order_and_needs_no_other_file() {
        let page = a_copy();
        for once in ["h1", "main", "html[lang][dir]", "title", "aside[aria-labelledby=before] #before"] {
            assert_eq!(all(&page, once).len(), 1, "{once}");
        }
        let levels: Vec<u8> =
            all(&page, "h1, h2, h3, h4").iter().map(|heading| heading.value().name().as_bytes()[1] - b'0').collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is passed over: {levels:?}");
        for group in all(&page, "dl > div") {
            let names: Vec<_> = group.child_elements().map(|child| child.value().name()).collect();
            assert!(names.first() == Some(&"dt") && names.len() > 1 && names[1..].iter().all(|name| *name == "dd"));
        }
        for list in ["ul > :not(li)", "dl > :not(div)", "li:empty", "dd:empty", "dt:empty"] {
            assert!(all(&page, list).is_empty(), "{list}");
        }
        for other in ["script", "link", "[src]", "[style]", "[onclick]", "iframe", "main b"] {
            assert!(all(&page, other).is_empty(), "{other}");
        }
        assert_eq!(all(&page, ".mark").len(), 2);
        assert_eq!(all(&page, "dd > ul > li").len(), 2, "two answers are a list");
        let hides = LOOK.contains("display: none");
        assert!(!hides, "a page to check that prints like the other is handed over like the other");
    }
}
