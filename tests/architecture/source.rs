//! One source file as a flat list of tokens, each with what the checks need to know about where it stands.
//!
//! Knows how Rust and maud are written; knows nothing of rooms or rules.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A source file, read into tokens.
#[derive(Debug)]
pub(crate) struct Source {
    /// Path under `src/`, with `/` on every system.
    pub(crate) path: String,
    /// Every token outside comments.
    pub(crate) tokens: Vec<Token>,
}

/// A token and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// Line in the file, from 1.
    pub(crate) line: usize,
    /// Its surroundings.
    pub(crate) at: At,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or keyword.
    Ident(String),
    /// One character of punctuation.
    Punct(char),
    /// What stands between the quotes of a string literal.
    Text(String),
    /// A number or character literal.
    Other,
    /// The start of a group.
    Open(Delimiter),
    /// The end of a group.
    Close(Delimiter),
}

/// The surroundings of a token.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct At {
    /// In a test function or test module.
    pub(crate) test: bool,
    /// In an attribute (doc comments are attributes too).
    pub(crate) attribute: bool,
    /// What becomes of words that stand there.
    pub(crate) words: Words,
    /// How many inline modules stand around it.
    pub(crate) modules: usize,
    /// Where in a template it stands.
    pub(crate) html: Html,
}

/// What becomes of words that stand in a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Words {
    /// Nobody knows.
    #[default]
    Any,
    /// Only the operator's log or terminal shows them.
    Logged,
    /// They stand in a list of texts, `texts! { … }`, to be said in a language.
    Listed,
}

/// Where in maud's `html!` a token stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Html {
    /// Not in a template.
    #[default]
    Outside,
    /// Where a string literal becomes text on the page, or an attribute.
    Node,
    /// In Rust code spliced into a template.
    Code,
}

/// Macros and methods whose words go to the operator's log or terminal, never to a page.
const LOGGING: &[&str] = &[
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "info_span",
    "debug_span",
    "bail",
    "anyhow",
    "ensure",
    "context",
    "with_context",
    "Unexpected",
];

impl Source {
    /// Reads a file's text. Text that is not Rust gives the reason.
    pub(crate) fn read(path: &str, text: &str) -> Result<Self, String> {
        let stream: TokenStream = text.parse().map_err(|wrong| format!("{path}: not Rust: {wrong}"))?;
        let mut tokens = Vec::new();
        flatten(stream, At::default(), &mut tokens);
        Ok(Self { path: path.to_owned(), tokens })
    }

    /// The room that the file belongs to: `form` for `form/read.rs` and for `form.rs`; empty for the crate's roots.
    pub(crate) fn room(&self) -> &str {
        match self.path.split_once('/') {
            Some((room, _)) => room,
            None => self.path.strip_suffix(".rs").filter(|name| !["lib", "main"].contains(name)).unwrap_or(""),
        }
    }

    /// How deep the file's module lies under the crate: 1 for `form/mod.rs`, 2 for `form/read.rs`.
    pub(crate) fn depth(&self) -> usize {
        if self.room().is_empty() {
            return 0;
        }
        let parts = self.path.split('/').count();
        if self.path.ends_with("/mod.rs") { parts - 1 } else { parts }
    }

    /// The modules this file declares for tests only, in files of their own: `#[cfg(test)] mod tests;`.
    pub(crate) fn test_modules(&self) -> impl Iterator<Item = &str> {
        self.tokens.windows(3).filter_map(|three| match three {
            [a, b, c] if a.at.test && a.is("mod") && c.kind == Kind::Punct(';') => b.ident(),
            _ => None,
        })
    }

    /// Marks the whole file as test code.
    pub(crate) fn mark_as_test(&mut self) {
        for token in &mut self.tokens {
            token.at.test = true;
        }
    }
}

impl Token {
    /// Is it this name?
    pub(crate) fn is(&self, name: &str) -> bool {
        self.ident() == Some(name)
    }

    /// Its name, if it is one.
    pub(crate) fn ident(&self) -> Option<&str> {
        match &self.kind {
            Kind::Ident(name) => Some(name),
            _ => None,
        }
    }
}

/// Puts a stream's tokens in a row, telling each where it stands.
fn flatten(stream: TokenStream, outer: At, into: &mut Vec<Token>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut test_item = false;
    let mut code = false;
    for (i, tree) in trees.iter().enumerate() {
        let before = |n: usize| i.checked_sub(n).and_then(|at| trees.get(at));
        let mut at = At { test: outer.test || test_item, ..outer };
        if code {
            at.html = Html::Code;
        }
        match tree {
            TokenTree::Group(group) => {
                at = inside(group, at, before);
                if at.attribute && !outer.attribute {
                    test_item |= marks_a_test(group);
                }
                push_group(group, at, into);
                if group.delimiter() == Delimiter::Brace {
                    (test_item, code) = (false, false);
                }
            }
            TokenTree::Ident(ident) => {
                code |= at.html == Html::Node && starts_code(&ident.to_string(), before);
                into.push(Token { kind: Kind::Ident(ident.to_string()), line: ident.span().start().line, at });
            }
            TokenTree::Punct(punct) => {
                into.push(Token { kind: Kind::Punct(punct.as_char()), line: punct.span().start().line, at });
                if punct.as_char() == ';' {
                    (test_item, code) = (false, false);
                }
            }
            TokenTree::Literal(literal) => {
                let kind = text_of(&literal.to_string()).map_or(Kind::Other, Kind::Text);
                into.push(Token { kind, line: literal.span().start().line, at });
            }
        }
    }
}

/// Where the content of a group stands, from what comes before the group.
fn inside<'t>(group: &Group, mut at: At, before: impl Fn(usize) -> Option<&'t TokenTree>) -> At {
    let punct = |n: usize| match before(n) {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    };
    let ident = |n: usize| match before(n) {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    };
    let bracket = group.delimiter() == Delimiter::Bracket;
    at.attribute |= bracket && (punct(1) == Some('#') || (punct(1) == Some('!') && punct(2) == Some('#')));
    let called = if punct(1) == Some('!') { ident(2) } else { ident(1) };
    at.words = match called.as_deref() {
        Some(name) if LOGGING.contains(&name) => Words::Logged,
        Some("texts") if punct(1) == Some('!') => Words::Listed,
        _ => at.words,
    };
    if group.delimiter() == Delimiter::Brace && ident(2).as_deref() == Some("mod") {
        at.modules += 1;
    }
    at.html = match (at.html, group.delimiter()) {
        (_, Delimiter::Brace | Delimiter::Parenthesis | Delimiter::Bracket)
            if punct(1) == Some('!') && called.as_deref() == Some("html") =>
        {
            Html::Node
        }
        (Html::Outside, _) => Html::Outside,
        (_, Delimiter::Brace) if at.html == Html::Node || opens_a_body(&before) => Html::Node,
        _ => Html::Code,
    };
    at
}

/// In a template, code ends at the first brace group that follows it: the body of `@if`, `@for` or `@match`.
fn opens_a_body<'t>(before: impl Fn(usize) -> Option<&'t TokenTree>) -> bool {
    // A struct literal cannot stand there without parentheses, so any brace group after an `@` is the body.
    (1..).map_while(&before).any(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '@'))
}

/// Does this name after an `@` begin an expression rather than text?
fn starts_code<'t>(name: &str, before: impl Fn(usize) -> Option<&'t TokenTree>) -> bool {
    let after_at = matches!(before(1), Some(TokenTree::Punct(punct)) if punct.as_char() == '@');
    let after_else = matches!(before(1), Some(TokenTree::Ident(ident)) if ident == "else");
    (after_at && ["if", "for", "match", "let", "while"].contains(&name)) || (after_else && name == "if")
}

/// Is this attribute `#[test]` or `#[cfg(test)]`?
fn marks_a_test(attribute: &Group) -> bool {
    let text: String = attribute.stream().to_string().split_whitespace().collect();
    text == "test" || text == "cfg(test)"
}

fn push_group(group: &Group, at: At, into: &mut Vec<Token>) {
    let (open, close) = (group.span_open().start().line, group.span_close().start().line);
    into.push(Token { kind: Kind::Open(group.delimiter()), line: open, at });
    flatten(group.stream(), at, into);
    into.push(Token { kind: Kind::Close(group.delimiter()), line: close, at });
}

/// What stands between the quotes, if the literal is a string of any sort; escapes are spaces, for nobody reads them.
fn text_of(literal: &str) -> Option<String> {
    let body = literal.trim_start_matches(['b', 'c', 'r', '#']);
    let body = body.strip_prefix('"')?.trim_end_matches('#').strip_suffix('"')?;
    if literal.starts_with(['r', 'b', 'c']) && !literal.starts_with("b\"") && !literal.starts_with("c\"") {
        return Some(body.to_owned());
    }
    let mut pieces = body.split('\\');
    let mut text = pieces.next()?.to_owned();
    while let Some(piece) = pieces.next() {
        text.push(' ');
        match piece.chars().next() {
            // `\\\\`: the split has made two pieces of it, and the second is text again.
            None => text.push_str(pieces.next().unwrap_or_default()),
            Some('u') => text.push_str(piece.split_once('}').map_or("", |(_, rest)| rest)),
            Some(escape) => text.push_str(piece.get(escape.len_utf8()..).unwrap_or_default()),
        }
    }
    Some(text)
}
