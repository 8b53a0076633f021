//! The walls between rooms: which room may name which other room, and which crates.

use crate::source::{Kind, Source, Token};

/// What one room may do.
pub(crate) struct Room {
    /// Its module under the crate.
    pub(crate) name: &'static str,
    /// The rooms it may name. A path such as `web::paths` opens that part only.
    pub(crate) may_use: May,
}

/// Which other rooms a room may name.
pub(crate) enum May {
    /// These and no others.
    Only(&'static [&'static str]),
    /// Any but these.
    AnyBut(&'static [&'static str]),
}

/// Every room of the house. A module that is not here has no walls, and is refused.
pub(crate) const ROOMS: &[Room] = &[
    Room { name: "clock", may_use: May::Only(&[]) },
    Room { name: "ids", may_use: May::Only(&[]) },
    Room { name: "passwords", may_use: May::Only(&["ids"]) },
    Room { name: "permission", may_use: May::Only(&["ids"]) },
    Room { name: "logs", may_use: May::Only(&["settings"]) },
    Room { name: "form", may_use: May::Only(&[]) },
    Room { name: "words", may_use: May::Only(&["form"]) },
    Room { name: "demo", may_use: May::Only(&["form"]) },
    Room { name: "settings", may_use: May::AnyBut(&["commands", "view", "web", "store", "mail", "words"]) },
    Room { name: "vault", may_use: May::Only(&["ids", "settings"]) },
    Room { name: "intake", may_use: May::Only(&["form", "settings::rubric"]) },
    Room { name: "triage", may_use: May::Only(&["form", "intake", "settings::rubric"]) },
    Room { name: "feedback", may_use: May::Only(&["form", "settings::rubric"]) },
    Room { name: "reports", may_use: May::Only(&["form", "intake", "triage", "feedback", "settings::rubric"]) },
    Room { name: "mail", may_use: May::AnyBut(&["commands", "view", "web"]) },
    Room { name: "store", may_use: May::AnyBut(&["commands", "view", "web", "words"]) },
    Room { name: "view", may_use: May::AnyBut(&["commands", "store", "web", "mail"]) },
    Room { name: "web", may_use: May::AnyBut(&["commands", "portal", "work", "demo"]) },
    Room { name: "receive", may_use: May::AnyBut(&["commands", "view", "web"]) },
    Room { name: "reassess", may_use: May::AnyBut(&["commands", "view", "web"]) },
    Room { name: "rights", may_use: May::AnyBut(&["commands", "web"]) },
    Room { name: "work", may_use: May::AnyBut(&["commands", "view"]) },
    Room { name: "portal", may_use: May::AnyBut(&["commands", "view", "intake", "triage"]) },
    Room { name: "commands", may_use: May::AnyBut(&["view"]) },
];

/// Crates that only one room may name, and that room.
const CRATES: &[(&str, &str)] = &[
    ("diesel", "store"),
    ("diesel_migrations", "store"),
    ("libsqlite3_sys", "store"),
    ("pq_sys", "store"),
    ("maud", "view"),
    ("actix_web", "web"),
    ("actix_session", "web"),
    ("governor", "web"),
    ("socket2", "web"),
    ("lettre", "mail"),
];

/// Parts of a room that stand open to a room which may not name the rest of it: URL types know nothing of the server.
const OPEN: &[(&str, &str)] =
    &[("view", "web::paths"), ("receive", "web::paths"), ("reassess", "web::paths"), ("rights", "web::paths")];

/// Does the file name only the rooms and crates that its own room may name? Tests may look over a wall: they hold rooms together.
pub(crate) fn imports(source: &Source) -> Vec<String> {
    let mut findings = Vec::new();
    let here = source.room();
    for (line, path) in paths(source) {
        let crate_name = path.first().map_or("", String::as_str);
        if let Some((name, home)) = CRATES.iter().find(|(name, _)| *name == crate_name)
            && *home != here
        {
            findings.push(format!("{}:{line}: only {home} may use {name}", source.path));
        }
        if crate_name == "crate"
            && let Some(wrong) = wall(here, &path)
        {
            findings.push(format!("{}:{line}: {wrong}", source.path));
        }
    }
    findings.dedup();
    findings
}

/// Why this path within the crate may not be named in this room.
fn wall(here: &str, path: &[String]) -> Option<String> {
    let there = path.get(1)?;
    if there == here || !ROOMS.iter().any(|room| room.name == there) {
        return None;
    }
    let within = |part: &&str| part.split("::").eq(path.iter().skip(1).take(part.split("::").count()));
    let room = ROOMS.iter().find(|room| room.name == here)?;
    let allowed = match room.may_use {
        May::Only(open) => open.iter().any(within),
        May::AnyBut(shut) => {
            !shut.contains(&there.as_str()) || OPEN.iter().any(|(room, part)| *room == here && within(part))
        }
    };
    (!allowed).then(|| format!("{here} may not use {there}"))
}

/// Every path the file names that starts at the crate or at another crate, with its line; `use` trees spread out.
fn paths(source: &Source) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < source.tokens.len() {
        let token = source.tokens.get(i).filter(|token| !token.at.test);
        let starts = token.and_then(Token::ident).is_some_and(|name| !BEFORE_A_PATH.contains(&name))
            && !follows_a_path(source, i);
        if starts {
            let (spread, next) = spread(source, i, &[]);
            found.extend(spread);
            i = next.max(i + 1);
        } else {
            i += 1;
        }
    }
    let place = |at: usize| source.tokens.get(at).map_or((0, 0), |token| (token.line, token.at.modules));
    found
        .into_iter()
        .map(|(at, path)| {
            let (line, modules) = place(at);
            (line, from_the_root(path, source.depth() + modules))
        })
        .collect()
}

/// Words that can stand before a path that starts with `::`, and are no part of it.
const BEFORE_A_PATH: &[&str] = &["use", "dyn", "impl", "mut", "in", "return", "as"];

/// Does the token before this one make it the continuation of a path, as in `a::b`, or a field, as in `a.b`?
fn follows_a_path(source: &Source, i: usize) -> bool {
    let before = |n: usize| i.checked_sub(n).and_then(|at| source.tokens.get(at)).map(|token| &token.kind);
    let colons = before(1) == Some(&Kind::Punct(':')) && before(2) == Some(&Kind::Punct(':'));
    match before(3) {
        _ if !colons => before(1) == Some(&Kind::Punct('.')),
        // `use ::diesel::x` starts at the list of crates.
        Some(Kind::Ident(name)) => !BEFORE_A_PATH.contains(&name.as_str()),
        Some(Kind::Close(_) | Kind::Punct('>')) => true,
        _ => false,
    }
}

/// Reads the path at `i`, and each branch if it ends in a `{…}`. Returns where each starts, the path, and where all end.
fn spread(source: &Source, mut i: usize, prefix: &[String]) -> (Vec<(usize, Vec<String>)>, usize) {
    let kind = |at: usize| source.tokens.get(at).map(|token| &token.kind);
    let mut path = prefix.to_vec();
    let start = i;
    let mut found = Vec::new();
    while let Some(name) = source.tokens.get(i).and_then(|token| token.ident()) {
        path.push(name.to_owned());
        i += 1;
        if kind(i) != Some(&Kind::Punct(':')) || kind(i + 1) != Some(&Kind::Punct(':')) {
            return (vec![(start, path)], i);
        }
        i += 2;
    }
    if kind(i) != Some(&Kind::Open(proc_macro2::Delimiter::Brace)) {
        return (vec![(start, path)], i);
    }
    i += 1;
    while let Some(next) = kind(i) {
        match next {
            Kind::Close(_) => return (found, i + 1),
            Kind::Ident(_) => {
                let (branch, after) = spread(source, i, &path);
                found.extend(branch);
                i = after;
                // `as other`: the new name is not part of the path.
                if source.tokens.get(i).is_some_and(|token| token.is("as")) {
                    i += 2;
                }
            }
            _ => i += 1,
        }
    }
    (found, i)
}

/// Turns `super::super::store` into `crate::store` when it climbs to the crate from a module this deep.
fn from_the_root(path: Vec<String>, depth: usize) -> Vec<String> {
    let climbs = path.iter().take_while(|part| *part == "super").count();
    if climbs == 0 || climbs < depth {
        return path;
    }
    std::iter::once("crate".to_owned()).chain(path.into_iter().skip(climbs)).collect()
}

/// Only the clock reads the time; every other room is given it.
pub(crate) fn time(source: &Source) -> Vec<String> {
    if source.path == "clock.rs" {
        return Vec::new();
    }
    let named = |four: &[Token]| match four {
        [a, b, c, d] => {
            ["Utc", "Local", "SystemTime"].iter().any(|name| a.is(name))
                && [b, c].iter().all(|colon| colon.kind == Kind::Punct(':'))
                && d.is("now")
        }
        _ => false,
    };
    let calls = source.tokens.windows(4).filter(|four| named(four));
    calls
        .filter_map(|four| four.first())
        .map(|at| format!("{}:{}: only clock.rs reads the time", source.path, at.line))
        .collect()
}

/// Every module of the crate has walls, and the rooms that are missing are exactly those said to be still to come.
pub(crate) fn rooms(present: &[&str], to_come: &[&str]) -> Vec<String> {
    let unknown = present.iter().filter(|name| !ROOMS.iter().any(|room| room.name == **name));
    let missing = ROOMS.iter().map(|room| room.name).filter(|name| !present.contains(name) && !to_come.contains(name));
    let arrived = to_come.iter().filter(|name| present.contains(name));
    unknown
        .map(|name| format!("{name}: a room without walls; give it a line in ROOMS"))
        .chain(missing.map(|name| format!("{name}: the room is missing")))
        .chain(arrived.map(|name| format!("{name}: the room has arrived; take it off TO_COME")))
        .collect()
}
