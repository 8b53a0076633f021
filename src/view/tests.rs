//! What holds on every page, read from the HTML as a browser would.

use std::collections::BTreeSet;
use std::path::PathBuf;

use scraper::{ElementRef, Html, Selector};

use super::samples;
use super::style::Style;
use crate::form::{RawAnswers, Voice};

/// One page's name, the page, and its text.
type Rule = fn(&str, &Html, &str);

/// What holds on every page.
const RULES: &[Rule] = &[
    one_heading_one_main_part_a_title_and_a_language,
    no_id_twice_and_none_that_points_nowhere,
    a_label_for_every_control_and_a_legend_for_every_group,
    problems_in_the_title_at_the_top_and_beside_the_field,
    ways_to_leave_first_and_last,
    no_style_no_script_no_other_site,
    light,
    a_rule_that_shows_every_follow_up,
    tables_with_a_caption_and_scopes,
];

#[test]
fn every_page_keeps_every_rule() {
    for (name, page) in samples::all() {
        let text = page.into_string();
        let page = Html::parse_document(&text);
        for rule in RULES {
            rule(&name, &page, &text);
        }
    }
}

fn sample(wanted: &str) -> (Html, String) {
    let (_, page) = samples::all().into_iter().find(|(name, _)| name == wanted).unwrap();
    let text = page.into_string();
    (Html::parse_document(&text), text)
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn attributes<'a>(page: &'a Html, selector: &str, attribute: &str) -> Vec<&'a str> {
    all(page, selector).into_iter().filter_map(|element| element.attr(attribute)).collect()
}

#[test]
fn samples_can_be_written_to_be_looked_at() {
    let thrown_away = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("VIEW_SAMPLES").map_or_else(|| thrown_away.path().to_owned(), PathBuf::from);
    let samples = samples::all();
    let names: BTreeSet<String> = samples.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names.len(), samples.len(), "no page is written over another");
    for (name, page) in samples {
        let (file, page) = (folder.join(format!("{name}.html")), page.into_string());
        std::fs::write(&file, &page).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), page, "{name}");
    }
}

fn one_heading_one_main_part_a_title_and_a_language(name: &str, page: &Html, _: &str) {
    for selector in ["h1", "main#main", "html[lang][dir]", "title"] {
        assert_eq!(all(page, selector).len(), 1, "{name}: {selector}");
    }
}

fn no_id_twice_and_none_that_points_nowhere(name: &str, page: &Html, _: &str) {
    let ids = attributes(page, "[id]", "id");
    let unique: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(
        ids.len(),
        unique.len(),
        "{name}: {:?}",
        ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect::<Vec<_>>()
    );
    let mut meant = attributes(page, "label[for]", "for");
    for attribute in ["aria-describedby", "aria-labelledby"] {
        meant.extend(attributes(page, &format!("[{attribute}]"), attribute).into_iter().flat_map(|ids| ids.split(' ')));
    }
    meant.extend(attributes(page, "a[href^='#']", "href").into_iter().filter_map(|href| href.strip_prefix('#')));
    for id in meant {
        assert!(unique.contains(id), "{name}: nothing has the id {id}");
    }
}

fn a_label_for_every_control_and_a_legend_for_every_group(name: &str, page: &Html, _: &str) {
    let labelled: BTreeSet<_> = attributes(page, "label[for]", "for").into_iter().collect();
    for control in all(page, "input:not([type=hidden]):not([hidden]), textarea, select") {
        let inside = control.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "label");
        let id = control.attr("id").unwrap_or_default();
        assert!(inside || labelled.contains(id), "{name}: {} has no label", control.html());
    }
    assert_eq!(all(page, "fieldset").len(), all(page, "fieldset > legend:first-child").len(), "{name}");
    assert!(all(page, "fieldset fieldset").is_empty(), "{name}: a group in a group");
}

fn problems_in_the_title_at_the_top_and_beside_the_field(name: &str, page: &Html, _: &str) {
    if !name.ends_with("-wrong") {
        return;
    }
    let links = attributes(page, ".problems a", "href");
    let Some(title) = all(page, "title").first().map(|title| title.text().collect::<String>()) else { panic!() };
    assert_eq!(title.starts_with("Error: "), !links.is_empty(), "{name}: {title}");
    for invalid in all(page, "[aria-invalid=true]") {
        let described = invalid.attr("aria-describedby").unwrap_or_default();
        assert!(described.split(' ').any(|id| id.ends_with("-error")), "{name}: {}", invalid.html());
    }
    for error in all(page, "p.error") {
        assert!(error.text().collect::<String>().starts_with("Error: "), "{name}");
    }
}

fn ways_to_leave_first_and_last(name: &str, page: &Html, _: &str) {
    let public = all(page, "form[action='/staff/sign-out']").is_empty() && name != "left";
    let ways_out = attributes(page, "a.leave", "href");
    assert_eq!(ways_out, if public { vec!["/leave", "/leave"] } else { Vec::new() }, "{name}");
    let first = attributes(page, "body a", "href");
    if public {
        assert_eq!(first.get(..2), Some(["#main", "/leave"].as_slice()), "{name}");
    }
}

#[test]
fn the_page_after_leaving_says_nothing() {
    let (page, text) = sample("left");
    assert!(all(&page, "header, footer, a").is_empty());
    for telling in ["Advoca", "advoca", "Northshire", "referral"] {
        assert!(!text.contains(telling), "{telling}");
    }
}

fn no_style_no_script_no_other_site(name: &str, page: &Html, text: &str) {
    assert!(all(page, "[style], style, script, [onclick], iframe").is_empty(), "{name}");
    assert!(attributes(page, "[src]", "src").iter().all(|src| !src.contains("//")), "{name}");
    assert!(!text.contains("<b>shouts</b>"), "{name}: words became mark-up");
}

#[test]
fn words_come_back_as_they_were_typed() {
    let typed = samples::filled();
    let (page, _) = sample("someone-danger-wrong");
    let words = all(&page, "textarea[name=danger-what]").first().map(|area| area.text().collect::<String>());
    assert_eq!(words.as_deref(), Some(typed.first("danger-what")));
}

/// How a page looks, by the one stylesheet it asks for.
fn style_of(page: &Html) -> Style {
    let wanted = attributes(page, "link[rel=stylesheet]", "href");
    Style::ALL.into_iter().find(|style| wanted == [style.file()]).unwrap()
}

/// Our own promise in bytes; the browser sweep holds the pages to it as they are sent.
fn light(name: &str, page: &Html, text: &str) {
    let most = if name.contains("everything") { 120_000 } else { 40_000 };
    let size = text.len() + style_of(page).rules().len();
    assert!(size <= most, "{name} has {size} bytes");
}

fn a_rule_that_shows_every_follow_up(name: &str, page: &Html, _: &str) {
    let stylesheet = Style::People.rules();
    for follow_up in all(page, ".asks > .more") {
        let number = follow_up.attr("class").and_then(|class| class.strip_prefix("more m")).unwrap();
        assert!(
            stylesheet.contains(&format!(".asks:has(> fieldset .o{number}:checked) > .m{number}")),
            "{name} {number}"
        );
        let opener = format!("fieldset .o{number}");
        let parent = follow_up.parent().and_then(ElementRef::wrap).unwrap();
        assert!(parent.select(&Selector::parse(&opener).unwrap()).next().is_some(), "{name}: nothing opens {number}");
    }
}

#[test]
fn the_statement_shows_what_the_sweep_recorded() {
    let record: serde_json::Value = serde_json::from_str(include_str!("../../accessibility/record.json")).unwrap();
    let (page, text) = sample("statement");
    let sweep = &record["sweep"];
    let checks = sweep["checks"].as_array().into_iter().flatten();
    let found: Vec<_> = checks.map(|check| check["findings"].to_string()).collect();
    let shown: Vec<_> = all(&page, ".found td").iter().map(|cell| cell.text().collect::<String>()).collect();
    assert_eq!(shown, found);
    for words in ["version", "browser"].iter().filter_map(|key| sweep[key].as_str()) {
        assert!(text.contains(words), "{words}");
    }
}

/// Looks as every tag does.
const PLAIN: &str = "band-planned";

/// The classes that a stylesheet has rules for.
fn ruled(style: Style) -> BTreeSet<String> {
    let rules = style.rules();
    let before_a_block = rules.split('{').filter_map(|text| text.rsplit(['}', ';', '/']).next());
    let names = before_a_block.flat_map(|selectors| selectors.split('.').skip(1));
    let names = names.filter_map(|name| name.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next());
    names.filter(|name| name.starts_with(|sign: char| sign.is_ascii_lowercase())).map(str::to_owned).collect()
}

#[test]
fn a_stylesheet_has_rules_for_what_its_pages_show_and_for_nothing_else() {
    let shown: Vec<_> = samples::all()
        .into_iter()
        .map(|(_, page)| Html::parse_document(&page.into_string()))
        .map(|page| {
            let classes = attributes(&page, "[class]", "class");
            (
                style_of(&page),
                classes.iter().flat_map(|list| list.split(' ')).map(str::to_owned).collect::<BTreeSet<_>>(),
            )
        })
        .collect();
    let everybody: BTreeSet<_> = shown.iter().flat_map(|(_, classes)| classes).collect();
    for style in Style::ALL {
        let ruled = ruled(style);
        for (_, classes) in shown.iter().filter(|(of, _)| *of == style) {
            let bare: Vec<_> =
                classes.iter().filter(|class| !ruled.contains(*class) && class.as_str() != PLAIN).collect();
            assert!(bare.is_empty(), "{} has no rule for {bare:?}", style.file());
        }
        let unused: Vec<_> = ruled.iter().filter(|class| !everybody.contains(class)).collect();
        assert!(unused.is_empty(), "no page shows what {} has rules for: {unused:?}", style.file());
    }
}

#[test]
fn browsers_fill_in_only_the_writers_own_details() {
    for voice in Voice::ALL {
        let draft = samples::Draft::new(voice, RawAnswers::default());
        let page = super::section::everything(&samples::site(), &draft.asking(false)).into_string();
        let page = Html::parse_document(&page);
        let own = if voice == Voice::Myself { "person-" } else { "referrer-" };
        for filled in all(&page, "main input[autocomplete], main textarea[autocomplete]") {
            let name = filled.attr("name").unwrap_or_default();
            assert!(name.starts_with(own), "{name} in the voice {}", voice.slug());
        }
    }
}

fn tables_with_a_caption_and_scopes(name: &str, page: &Html, _: &str) {
    assert_eq!(all(page, "table").len(), all(page, "table > caption:first-child").len(), "{name}");
    assert!(all(page, "th:not([scope])").is_empty(), "{name}");
}
