//! A PostgreSQL is copied and put back by its own tools: with the very lines of README, done to a database with referrals in
//! it, so that neither those lines nor what is said about them drifts from what is so.

use std::process::Command;

use super::postgres::Postgres;
use super::server::Home;
use super::stories::{SEND, receipt, shortest};
use super::tools::missing;
use super::truth::Truth;

const README: &str = include_str!("../../README.md");
/// The database, as README names it.
const NAMED: &str = "postgres://alongside@127.0.0.1:5432/alongside";

/// The one command of README that begins so, with the lines it goes on in.
fn of_readme(begins: &str) -> String {
    let mut goes_on = false;
    let command: Vec<_> = README
        .lines()
        .skip_while(|line| !line.starts_with(begins))
        .take_while(|line| std::mem::replace(&mut goes_on, line.ends_with('\\')) || line.starts_with(begins))
        .collect();
    let command = command.join("\n");
    assert!(command.contains(NAMED), "README has no “{begins}” with {NAMED}: {command}");
    command
}

/// Runs a command of README on that database, in the home of the portal; what it said.
#[track_caller]
fn as_told(begins: &str, (postgres, home): (&Postgres, &Home), url: &str) -> String {
    let path = format!("{}:{}", postgres.programs().display(), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", &of_readme(begins).replace(NAMED, url)]).env("PATH", path).current_dir(home.path());
    said(&mut shell)
}

/// Runs `alongside` with the settings of this home; what it said.
#[track_caller]
fn alongside(home: &Home, words: &[&str]) -> String {
    let [program, _, settings @ ..] = home.words();
    said(Command::new(program).args(words).args(settings))
}

#[track_caller]
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What the query of README lists: each reference with what became of it.
fn listed(postgres: &Postgres, home: &Home, url: &str) -> Vec<String> {
    let told = as_told("psql ", (postgres, home), url);
    let lines = told.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_postgres_is_copied_and_put_back_with_the_lines_of_readme() {
    let Some(postgres) = Postgres::start() else { return missing("postgresql") };
    let (here, elsewhere) = (postgres.with_database("alongside"), postgres.with_database("elsewhere"));
    let home = Home::with(&format!("url = \"{here}\""), "");
    let server = home.serve();
    let [held, erased, held_later, _other] = [(); 4].map(|()| {
        let mut sender = server.browser();
        shortest(&mut sender);
        receipt(sender.press(SEND)).0
    });
    assert!(server.stop().success());
    alongside(&home, &["person", "hold", &held, "--why", "a complaint"]);
    as_told("pg_dump ", (&postgres, &home), &here);

    alongside(&home, &["person", "hold", &held_later, "--why", "a complaint"]);
    alongside(&home, &["person", "erase", &erased, "--why", "asked", "--despite-limits"]);
    let line = |reference: &str, what: &str| format!("{} | {what}", reference.replace('-', ""));
    let mut since = [line(&held, "held"), line(&held_later, "held"), line(&erased, "erased")];
    since.sort();
    assert_eq!(listed(&postgres, &home, &here), since);

    // In the place of what is there, and as on a new machine, with the key of the old one.
    for url in [here, elsewhere] {
        as_told("pg_restore ", (&postgres, &home), &url);
        home.set("url", &format!("\"{url}\""));
        let told = alongside(&home, &["verify"]);
        assert!(told.contains("4 referrals"), "{told}");
        let truth = Truth::on(&url.parse().unwrap(), &home);
        assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), 4);
        assert_eq!(
            listed(&postgres, &home, &url),
            [line(&held, "held")],
            "what was erased is back, and told by nobody"
        );
        // It goes on from there.
        let server = home.serve();
        let mut sender = server.browser();
        shortest(&mut sender);
        receipt(sender.press(SEND));
        assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), 5);
    }
}
