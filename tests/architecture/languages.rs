//! Every word is said in a language: words stand in the lists of texts, and only the edges decide which language it is.

use crate::source::{Kind, Source, Words};
use crate::wording::{Excuse, excused, literals};
use proc_macro2::Delimiter;

/// The places that decide which language words are in. All others are told.
pub(crate) const DECIDES: &[&str] = &["web/site.rs", "commands/mod.rs"];

/// In the room of words, words stand in `texts!` and nowhere else: what stands beside it cannot be said in another language.
pub(crate) fn texts(source: &Source, excuses: &[Excuse]) -> Vec<String> {
    if source.room() != "words" {
        return Vec::new();
    }
    let beside = literals(source).filter(|(i, token, text)| {
        token.at.words != Words::Listed && has_words(text) && !is_name(source, *i) && !excused(source, text, excuses)
    });
    beside
        .map(|(_, token, text)| format!("{}:{}: words belong in `texts!`: {text:?}", source.path, token.line))
        .collect()
}

/// Whether anything is left to read once the gaps are taken out. An address of another site is no word.
fn has_words(text: &str) -> bool {
    let around_gaps =
        text.split('{').filter_map(|part| part.split_once('}').map_or(Some(part), |(_, after)| Some(after)));
    let mut around_gaps = around_gaps.filter(|part| !part.contains("://"));
    around_gaps.any(|part| part.chars().any(char::is_alphabetic))
}

/// A frozen name that is compared with, or the anchor of a passage.
fn is_name(source: &Source, i: usize) -> bool {
    let kind = |at: usize| source.tokens.get(at).map(|token| &token.kind);
    let pattern = (kind(i + 1), kind(i + 2)) == (Some(&Kind::Punct('=')), Some(&Kind::Punct('>')));
    let opened = i.checked_sub(1).and_then(kind) == Some(&Kind::Open(Delimiter::Parenthesis));
    let passage = i.checked_sub(2).and_then(|at| source.tokens.get(at)).is_some_and(|token| token.is("passage"));
    pattern || (opened && passage)
}

/// A language is named, or taken by default, only where it is decided.
pub(crate) fn decided(source: &Source) -> Vec<String> {
    if DECIDES.contains(&source.path.as_str()) {
        return Vec::new();
    }
    named(source)
        .map(|line| format!("{}:{line}: which language is decided by {DECIDES:?} alone", source.path))
        .collect()
}

/// Places that decide nothing any more.
pub(crate) fn idle(sources: &[Source]) -> Vec<String> {
    let decides = |file: &&&str| sources.iter().any(|source| source.path == **file && named(source).next().is_some());
    DECIDES.iter().filter(|file| !decides(file)).map(|file| format!("{file}: decides no language any more")).collect()
}

/// The lines that take a language out of nothing: `Lang::English`, `Lang::default()`, `use Lang::*`.
fn named(source: &Source) -> impl Iterator<Item = usize> {
    source.tokens.windows(4).filter_map(|four| match four {
        [a, b, c, d] if a.is("Lang") && !a.at.test && !a.at.attribute => {
            let path = b.kind == Kind::Punct(':') && c.kind == Kind::Punct(':');
            let method = d.ident().is_some_and(|name| name.starts_with(char::is_lowercase) && name != "default");
            (path && !method).then_some(a.line)
        }
        _ => None,
    })
}
