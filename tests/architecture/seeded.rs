//! Each check meets a small source with the fault it is for, and the same source without it.

use crate::{
    languages,
    source::Source,
    walls,
    wording::{self, Excuse},
};

fn source(path: &str, text: &str) -> Source {
    Source::read(path, text).expect("the seeded source is Rust")
}

#[track_caller]
fn finds(check: impl Fn(&Source) -> Vec<String>, path: &str, faulty: &str) {
    assert_eq!(check(&source(path, faulty)).len(), 1, "one finding expected in {path}: {faulty}");
}

#[track_caller]
fn passes(check: impl Fn(&Source) -> Vec<String>, path: &str, sound: &str) {
    assert_eq!(check(&source(path, sound)), Vec::<String>::new(), "nothing expected in {path}: {sound}");
}

#[test]
fn a_room_that_names_a_room_it_may_not_is_found() {
    finds(walls::imports, "form/read.rs", "use crate::intake::Facts;");
    finds(walls::imports, "intake/facts.rs", "use crate::{clock::Clock, form::Key};");
    finds(walls::imports, "intake/facts.rs", "fn f() { crate::settings::mail::host(); }");
    finds(walls::imports, "intake/facts.rs", "use super::super::store;");
    finds(walls::imports, "intake/mod.rs", "use super::store;");
    finds(walls::imports, "intake/mod.rs", "mod inner { use super::super::store::Db; }");
    finds(walls::imports, "words/mod.rs", "use crate::intake as rules;");
    finds(walls::imports, "store/db.rs", "use crate::words::{self, Message};");
    finds(walls::imports, "view/page.rs", "use crate::web::session::Session;");
    passes(walls::imports, "intake/facts.rs", "use crate::{form::{Key, Voice}, settings::rubric::Rubric};");
    passes(walls::imports, "intake/facts.rs", "use super::store; use crate::intake::priority;");
    passes(walls::imports, "intake/mod.rs", "mod inner { use super::store; }");
    passes(walls::imports, "view/page.rs", "use crate::web::paths::Refer; // crate::store is only spoken of");
    passes(walls::imports, "web/refer.rs", "use crate::{store, view, words};");
    passes(walls::imports, "form/read.rs", "#[cfg(test)] mod tests { use crate::feedback::FEEDBACK; }");
}

#[test]
fn a_crate_outside_its_room_is_found() {
    finds(walls::imports, "intake/facts.rs", "use diesel::prelude::*;");
    finds(walls::imports, "mail/mod.rs", "fn f(at: actix_web::HttpRequest) {}");
    finds(walls::imports, "web/refer.rs", "use ::maud::{Markup, html};");
    finds(walls::imports, "main.rs", "use diesel::{prelude as d};");
    passes(walls::imports, "store/db.rs", "use diesel::{prelude::*, sql_types::Text};");
    passes(walls::imports, "web/refer.rs", "fn f(page: Page) { page.maud.diesel(); }");
}

#[test]
fn reading_the_time_outside_the_clock_is_found() {
    finds(walls::time, "intake/mod.rs", "fn f() { let now = chrono::Utc::now(); }");
    finds(walls::time, "store/db.rs", "fn f() -> SystemTime { SystemTime::now() }");
    passes(walls::time, "clock.rs", "fn f() { Utc::now(); }");
    passes(walls::time, "intake/mod.rs", "fn f(clock: &Clock) { clock.now(); }");
}

#[test]
fn a_room_without_walls_or_a_missing_room_is_found() {
    let all: Vec<&str> = walls::ROOMS.iter().map(|room| room.name).collect();
    assert!(walls::rooms(&all, &[]).is_empty());
    assert_eq!(walls::rooms(&[all.clone(), vec!["attic"]].concat(), &[]).len(), 1);
    let without_store: Vec<&str> = all.iter().copied().filter(|name| *name != "store").collect();
    assert_eq!(walls::rooms(&without_store, &[]).len(), 1);
    assert!(walls::rooms(&without_store, &["store"]).is_empty());
    assert_eq!(walls::rooms(&all, &["store"]).len(), 1);
}

#[test]
fn prose_in_a_template_is_found() {
    let prose = |source: &Source| wording::prose(source, &[]);
    finds(prose, "view/page.rs", r#"fn f() { html! { p { "Send" } } }"#);
    finds(prose, "view/page.rs", r#"fn f() { html! { @if a == "no" { "Stop" } @else { (b) } } }"#);
    finds(prose, "view/page.rs", r#"fn f() { html! { @match a { A::B => "Stop", _ => {} } } }"#);
    finds(prose, "view/page.rs", r#"fn f() { html! { nav aria-label="Pages" {} } }"#);
    finds(prose, "view/page.rs", r#"fn f() { html! { p { (say("one two three")) } } }"#);
    let sound = r##"fn f() { html! {
        nav.menu #"top" class="one two three four" aria-label=(words) { (a) " · " b.c[d == "e"] { (f("g")) } }
        a href={ (url) "#content" } hidden[x == "y"] {}
        @if a == "yes" { (b) } @else if a == "no" { (c) }
        @match a { "yes" => { (b) }, _ => {} }
        @let name = "issue-kind";
        (a) "\n" (b) "\u{a0}" (c)
        meta name="viewport" content="width=device-width, initial-scale=1";
    } }"##;
    passes(prose, "view/page.rs", sound);
}

#[test]
fn prose_in_a_room_without_words_is_found() {
    let prose = |source: &Source| wording::prose(source, &[]);
    finds(prose, "mail/compose.rs", r#"fn f() -> String { format!("Your reference is {reference}") }"#);
    finds(prose, "form/problem.rs", r##"const A: &str = r#"Enter your name"#;"##);
    passes(prose, "form/catalogue/you.rs", r#"const A: &str = "Enter a name, please";"#);
    passes(prose, "intake/priority/rules.rs", r#"const A: &str = "The hearing is soon";"#);
    passes(prose, "web/mod.rs", r#"fn f() { tracing::warn!(id, "could not send a mail"); }"#);
    passes(
        prose,
        "web/mod.rs",
        r#"#[expect(lint, reason = "one two three")] fn f() {} /// One two three four. fn g() {}"#,
    );
    passes(prose, "web/mod.rs", r#"#[cfg(test)] mod tests { const A: &str = "one two three four"; }"#);
    passes(prose, "web/mod.rs", r#"#[test] fn f() { g("one two three four") }"#);
    finds(prose, "web/mod.rs", r#"#[cfg(test)] use a::b; fn f() { g("one two three four") }"#);
}

#[test]
fn words_beside_the_lists_of_texts_are_found() {
    let texts = |source: &Source| languages::texts(source, &[]);
    finds(texts, "words/refer.rs", r#"pub const TITLE: &str = "Send it";"#);
    finds(texts, "words/refer.rs", r#"pub const TITLE: &str = "Sent";"#);
    finds(texts, "words/refer.rs", r#"fn f(lang: Lang) -> &'static str { match lang { Lang::English => g("sent") } }"#);
    finds(texts, "words/refer.rs", r#"fn f(n: u8) -> String { format!("{n} days") }"#);
    finds(texts, "words/refer.rs", r#"fn f(n: u8) -> String { format!("at {n}") }"#);
    finds(texts, "words/refer.rs", r#"fn f() { other! { pub SENT = "Sent"; } }"#);
    let sound = r#"texts! { /// Says so.
        pub SENT = "Sent"; pub LIST = ["One.", "Two."]; days(n: u8) = "{n} days"; }
        fn f(slug: &str) -> Text { match slug { "received" => SENT, _ => return "" } }
        fn g(n: u8) -> String { format!("{n:02} ({n})") }
        fn h() { passage("who", say(SENT), link(say(SENT), "https://example.org/")) }"#;
    passes(texts, "words/refer.rs", sound);
    passes(texts, "web/refer.rs", r#"const NAME: &str = "word";"#);
}

#[test]
fn a_language_that_is_decided_in_the_wrong_place_is_found() {
    finds(languages::decided, "view/page.rs", "fn f() { Lang::English.say(a); }");
    finds(languages::decided, "view/page.rs", "fn f() -> Lang { crate::words::Lang::default() }");
    finds(languages::decided, "receive.rs", "use crate::words::Lang::*;");
    finds(languages::decided, "words/times.rs", "fn f(lang: Lang) { match lang { Lang::English => {} } }");
    passes(languages::decided, "web/site.rs", "const LANG: Lang = Lang::English;");
    passes(languages::decided, "view/page.rs", "fn f(lang: Lang) { lang.say(a); Lang::say(lang, a); }");
    passes(languages::decided, "view/page.rs", "#[cfg(test)] mod tests { fn f() { Lang::English.say(a); } }");
    let edges: Vec<Source> =
        languages::DECIDES.iter().map(|file| source(file, "const A: Lang = Lang::English;")).collect();
    assert!(languages::idle(&edges).is_empty());
    assert_eq!(languages::idle(edges.get(1..).unwrap_or_default()).len(), 1);
}

#[test]
fn an_excuse_holds_for_its_literal_and_no_longer() {
    let excuses = [Excuse { file: "web/headers.rs", begins: "default-src", why: "a policy is for the browser" }];
    let policy = r#"const A: &str = "default-src self style-src img-src";"#;
    assert_eq!(wording::prose(&source("web/headers.rs", policy), &excuses), Vec::<String>::new());
    assert_eq!(wording::prose(&source("web/other.rs", policy), &excuses).len(), 1);
    assert!(wording::stale(&excuses, &[source("web/headers.rs", policy)]).is_empty());
    assert_eq!(wording::stale(&excuses, &[source("web/headers.rs", "")]).len(), 1);
}

#[test]
fn sql_outside_the_store_is_found() {
    finds(wording::sql, "web/queue.rs", r#"const A: &str = "SELECT id FROM referrals";"#);
    finds(wording::sql, "triage/mod.rs", "fn f() { diesel::sql_query(x); }");
    passes(wording::sql, "store/queue.rs", r#"const A: &str = "SELECT id FROM referrals";"#);
    passes(wording::sql, "words/refer.rs", r#"const A: &str = "Select all that apply";"#);
}

#[test]
fn sql_that_is_put_together_is_found() {
    finds(wording::bound, "store/queue.rs", r#"fn f() { sql_query(format!("SELECT {id}")); }"#);
    finds(wording::bound, "store/queue.rs", "fn f() { conn.batch_execute(&text); }");
    finds(wording::bound, "store/queue.rs", r#"fn f() { sql::<Bool>(&("id = ".to_owned() + name)); }"#);
    passes(
        wording::bound,
        "store/queue.rs",
        r#"use diesel::dsl::sql; fn f(id: i64) { sql::<Bool>("id = ").bind(id); }"#,
    );
    passes(wording::bound, "store/queue.rs", "fn f() { conn.batch_execute(if a.b() { READS } else { WRITES }); }");
}

#[test]
fn html_outside_the_view_is_found() {
    finds(wording::html, "web/refer.rs", "fn f() { html! { p { (a) } } }");
    finds(wording::html, "words/refer.rs", r#"const A: &str = "Read <a href=x>this</a>";"#);
    finds(wording::html, "view/page.rs", r#"const A: &str = "<br>";"#);
    passes(wording::html, "view/page.rs", "fn f() { html! { p { (a) } } }");
    passes(wording::html, "settings/mod.rs", r#"const A: &str = "a < b, c > d, <FILE>";"#);
}

#[test]
fn an_address_outside_its_file_is_found() {
    let addresses = |source: &Source| wording::addresses(source, &[]);
    finds(addresses, "view/page.rs", r#"fn f() { html! { a href="/refer/check" { (b) } } }"#);
    finds(addresses, "web/mod.rs", r#"fn f() { redirect("/"); }"#);
    finds(addresses, "web/mod.rs", r#"fn f() { route("/staff/{reference}"); }"#);
    passes(addresses, "web/paths.rs", r#"const A: &str = "/refer/check";"#);
    passes(addresses, "form/read.rs", r#"fn f() { split("/"); say("and / or"); }"#);
}

#[test]
fn a_file_without_a_purpose_or_an_end_is_found() {
    assert_eq!(wording::shape("src/a.rs", "use b;\n").len(), 1);
    assert_eq!(wording::shape("src/a.rs", &format!("//! For b.\n{}", "\n".repeat(wording::MOST_LINES))).len(), 1);
    assert!(wording::shape("src/a.rs", "//! For b.\nuse b;\n").is_empty());
}

#[test]
fn a_migration_that_only_one_database_has_is_found() {
    let one = ["0001_first".to_owned(), "0002_second".to_owned()];
    assert_eq!(wording::migrations(&one, one.get(..1).unwrap_or_default()).len(), 1);
    assert_eq!(wording::migrations(&[], &one).len(), 2);
    assert!(wording::migrations(&one, &one).is_empty());
}

#[test]
fn a_test_file_is_known_by_its_declaration() {
    let mut all = vec![
        source("web/mod.rs", "#[cfg(test)] mod tests; mod refer;"),
        source("web/tests.rs", r#"const A: &str = "one two three four";"#),
        source("web/refer.rs", r#"const A: &str = "one two three four";"#),
    ];
    crate::mark_test_files(&mut all);
    let found: usize = all.iter().map(|source| wording::prose(source, &[]).len()).sum();
    assert_eq!(found, 1, "the test file may speak, its neighbour may not");
}
