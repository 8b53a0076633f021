//! What a test finds in a page: elements by selector and id, text as it is read, and fields as a form sends them.

use scraper::{ElementRef, Html, Selector};

pub(super) fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

pub(super) fn select<'a>(html: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    html.select(&css(selector)).collect::<Vec<_>>().into_iter()
}

pub(super) fn by_id<'a>(html: &'a Html, id: &str) -> Option<ElementRef<'a>> {
    select(html, "[id]").find(|element| element.value().attr("id") == Some(id))
}

/// The words of an element with single spaces.
pub(super) fn text(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

pub(super) fn encode(pairs: &[(String, String)]) -> String {
    serde_html_form::to_string(pairs).unwrap()
}
