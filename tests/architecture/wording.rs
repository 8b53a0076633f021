//! Where words, addresses, SQL and HTML may stand in the sources, and how a file must look.
//!
//! Words come from the catalogue or the message table; everything else in quotes is a name, not a sentence. Only what rules
//! tell staff stands with the rules: `intake` is not among the rooms that own no words.

use crate::source::{Html, Kind, Source, Token, Words};
use proc_macro2::Delimiter;

/// The most lines a file may have before it is two files.
pub(crate) const MOST_LINES: usize = 400;

/// This many words in one literal read as a sentence.
const SENTENCE: usize = 3;

/// Rooms that show words to a person and own none.
const WORDLESS: &[&str] = &["commands", "form", "mail", "receive", "reports", "triage", "view", "web", "work"];

/// Attributes that are read out or shown.
const SPOKEN: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "title",
];

/// A literal that a check would refuse and that is right all the same.
pub(crate) struct Excuse {
    /// The file, under `src/`.
    pub(crate) file: &'static str,
    /// How the literal begins.
    pub(crate) begins: &'static str,
    /// Why it may stand there.
    pub(crate) why: &'static str,
}

/// The start of an SQL statement, as written by hand.
const SQL: &[&str] = &[
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE ",
    "ALTER ",
    "DROP ",
    "PRAGMA ",
    "BEGIN ",
    "WITH ",
    "select ",
    "insert into ",
    "delete from ",
    "pragma ",
];

/// The literals of a file that are not in tests or attributes, with their place in the row of tokens.
pub(crate) fn literals(source: &Source) -> impl Iterator<Item = (usize, &Token, &str)> {
    source.tokens.iter().enumerate().filter_map(|(i, token)| match &token.kind {
        Kind::Text(text) if !token.at.test && !token.at.attribute => Some((i, token, text.as_str())),
        _ => None,
    })
}

pub(crate) fn excused(source: &Source, text: &str, excuses: &[Excuse]) -> bool {
    excuses.iter().any(|excuse| excuse.file == source.path && text.starts_with(excuse.begins))
}

/// No room that shows words keeps words of its own.
pub(crate) fn prose(source: &Source, excuses: &[Excuse]) -> Vec<String> {
    if !WORDLESS.contains(&source.room()) || source.path.starts_with("form/catalogue") {
        return Vec::new();
    }
    let wrong = literals(source).filter(|(i, token, text)| {
        token.at.words != Words::Logged && is_prose(source, *i, token, text) && !excused(source, text, excuses)
    });
    wrong
        .map(|(_, token, text)| {
            format!("{}:{}: words belong in the catalogue or the message table: {text:?}", source.path, token.line)
        })
        .collect()
}

/// Would a person read this literal?
fn is_prose(source: &Source, i: usize, token: &Token, text: &str) -> bool {
    let shown = text.chars().any(char::is_alphabetic);
    let sentence = text.split_whitespace().filter(|word| letters(word) >= 2).count() >= SENTENCE;
    if token.at.html != Html::Node {
        return sentence && !is_sql(text);
    }
    match place(source, i) {
        Place::Text => shown,
        Place::Attribute(name) if SPOKEN.contains(&name.as_str()) => shown,
        Place::Attribute(name) => sentence && name != "class",
        Place::Name => false,
    }
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// What a literal in a template becomes.
enum Place {
    /// Text on the page.
    Text,
    /// The value of this attribute.
    Attribute(String),
    /// A class, an id or the pattern of a match: no one reads it.
    Name,
}

fn place(source: &Source, i: usize) -> Place {
    let kind = |at: usize| source.tokens.get(at).map(|token| &token.kind);
    let before = |n: usize| i.checked_sub(n).and_then(kind);
    if kind(i + 1) == Some(&Kind::Punct('=')) && kind(i + 2) == Some(&Kind::Punct('>')) {
        return Place::Name;
    }
    match before(1) {
        Some(Kind::Punct('.' | '#')) => Place::Name,
        Some(Kind::Punct('=')) => Place::Attribute(attribute(source, i - 1)),
        // `class={ "a" (b) }`: the group's pieces make the attribute's value.
        _ => match opened_by(source, i) {
            Some(open) if open > 0 && kind(open - 1) == Some(&Kind::Punct('=')) => {
                Place::Attribute(attribute(source, open - 1))
            }
            Some(open) if open > 0 && matches!(kind(open - 1), Some(Kind::Punct('#' | '.'))) => Place::Name,
            _ => Place::Text,
        },
    }
}

/// Where the brace group around the token opens.
fn opened_by(source: &Source, i: usize) -> Option<usize> {
    let mut closed = 0_usize;
    for at in (0..i).rev() {
        match source.tokens.get(at).map(|token| &token.kind) {
            Some(Kind::Close(_)) => closed += 1,
            Some(Kind::Open(_)) if closed > 0 => closed -= 1,
            Some(Kind::Open(Delimiter::Brace)) => return Some(at),
            Some(Kind::Open(_)) => return None,
            _ => {}
        }
    }
    None
}

/// The attribute's name before its `=`: `aria-label` is three tokens.
fn attribute(source: &Source, equals: usize) -> String {
    let mut name = String::new();
    let mut wants_name = true;
    for at in (0..equals).rev() {
        match source.tokens.get(at).map(|token| &token.kind) {
            Some(Kind::Ident(part)) if wants_name => name.insert_str(0, part),
            Some(Kind::Punct(sign @ ('-' | ':'))) if !wants_name => name.insert(0, *sign),
            _ => break,
        }
        wants_name = !wants_name;
    }
    name
}

fn is_sql(text: &str) -> bool {
    SQL.iter().any(|start| text.trim_start().starts_with(start))
}

/// SQL stands in the store and nowhere else.
pub(crate) fn sql(source: &Source) -> Vec<String> {
    if source.room() == "store" {
        return Vec::new();
    }
    let text = literals(source).filter(|(_, _, text)| is_sql(text)).map(|(_, token, _)| token);
    let calls = source.tokens.iter().filter(|token| token.is("sql_query") || token.is("batch_execute"));
    text.chain(calls).map(|token| format!("{}:{}: SQL belongs in the store", source.path, token.line)).collect()
}

/// In the store, SQL that is typed is fixed text: a literal or a constant. Values are bound to it, never put into it.
pub(crate) fn bound(source: &Source) -> Vec<String> {
    if source.room() != "store" {
        return Vec::new();
    }
    let calls =
        source.tokens.iter().enumerate().filter(|(_, token)| {
            !token.at.test && ["sql_query", "batch_execute", "sql"].iter().any(|name| token.is(name))
        });
    calls
        .filter(|(at, _)| source.tokens.get(at + 1..).and_then(argument).is_some_and(|argument| !is_fixed(argument)))
        .map(|(_, token)| format!("{}:{}: SQL is fixed text; bind its values", source.path, token.line))
        .collect()
}

/// What stands in the brackets of a call, whose name stands before.
fn argument(after: &[Token]) -> Option<&[Token]> {
    let ends = |token: &Token| {
        matches!(token.kind, Kind::Punct(';' | ',' | '=') | Kind::Open(Delimiter::Brace) | Kind::Close(_))
    };
    let open = after.iter().position(|token| ends(token) || token.kind == Kind::Open(Delimiter::Parenthesis))?;
    let inside = after.get(open + 1..).filter(|_| !after.get(open).is_some_and(ends))?;
    let mut depth = 1_usize;
    let close = inside.iter().position(|token| {
        match token.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    inside.get(..close)
}

fn is_fixed(argument: &[Token]) -> bool {
    let is_constant = |name: &str| name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
    let put_together = |token: &Token| token.is("format") || token.is("join") || token.kind == Kind::Punct('+');
    let fixed = |token: &Token| match &token.kind {
        Kind::Text(_) => true,
        Kind::Ident(name) => is_constant(name),
        _ => false,
    };
    argument.iter().any(fixed) && !argument.iter().any(put_together)
}

/// HTML is made by the view, and there by templates only.
pub(crate) fn html(source: &Source) -> Vec<String> {
    let tags = literals(source).filter(|(_, _, text)| has_tag(text)).map(|(_, token, _)| token);
    let template = |two: &[Token]| matches!(two, [a, b] if a.is("html") && b.kind == Kind::Punct('!'));
    let templates = source.tokens.windows(2).filter(|two| source.room() != "view" && template(two));
    tags.chain(templates.filter_map(|two| two.first()))
        .map(|token| format!("{}:{}: HTML is made by templates in the view", source.path, token.line))
        .collect()
}

/// `<p>`, `</p>`, `<a href=…>`; not `<FILE>` or `a < b`.
fn has_tag(text: &str) -> bool {
    text.split('<')
        .skip(1)
        .any(|rest| rest.contains('>') && rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Addresses are made in one place, so that no link can go stale.
pub(crate) fn addresses(source: &Source, excuses: &[Excuse]) -> Vec<String> {
    if source.path == "web/paths.rs" {
        return Vec::new();
    }
    let root_counts = ["view", "web", "mail"].contains(&source.room());
    let wrong = literals(source).filter(|(_, _, text)| {
        let rest = text.strip_prefix('/');
        let is_path = rest.is_some_and(|rest| {
            let named = rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '{');
            (named && !rest.contains([' ', '>'])) || (rest.is_empty() && root_counts)
        });
        is_path && !excused(source, text, excuses)
    });
    wrong
        .map(|(_, token, text)| format!("{}:{}: addresses belong in web/paths.rs: {text:?}", source.path, token.line))
        .collect()
}

/// Every file says first what it is for, and none is too long to hold in the head.
pub(crate) fn shape(path: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    if !text.starts_with("//! ") {
        findings.push(format!("{path}:1: opens without saying what it is for"));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        findings.push(format!("{path}: {lines} lines; {MOST_LINES} at most"));
    }
    findings
}

/// Both databases have the same migrations, by name.
pub(crate) fn migrations(sqlite: &[String], postgres: &[String]) -> Vec<String> {
    let only = |one: &[String], other: &[String], folder: &str| {
        let alone = one.iter().filter(|name| !other.contains(name));
        alone.map(|name| format!("migrations: {name} is in {folder} only")).collect::<Vec<_>>()
    };
    [only(sqlite, postgres, "sqlite"), only(postgres, sqlite, "postgres")].concat()
}

/// Excuses that excuse nothing any more.
pub(crate) fn stale(excuses: &[Excuse], sources: &[Source]) -> Vec<String> {
    let used = |excuse: &&Excuse| {
        let mut in_file = sources.iter().filter(|source| source.path == excuse.file);
        in_file.any(|source| literals(source).any(|(_, _, text)| text.starts_with(excuse.begins)))
    };
    let unused = excuses.iter().filter(|excuse| !used(excuse));
    unused
        .map(|excuse| format!("{}: nothing begins {:?} any more ({})", excuse.file, excuse.begins, excuse.why))
        .collect()
}
