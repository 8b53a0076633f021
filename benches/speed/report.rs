//! `docs/performance.md`: the table, what it was measured on, and how. Every figure in it comes from the run.

use std::fmt::Write as _;
use std::path::Path;

use crate::Measure;
use crate::chart::chart;
use crate::figures::{Figure, Goal, Spread};

const HEAD: &str = "\
# How fast it is

Written by `benches/run`, which measures all of this and draws the chart; no figure is typed. Run it on a quiet machine.
Read the ratios: the portal and what it is compared with take turns on the same processors, with the load client beside
them, round after round. A ratio is taken within each round; the table gives the middle one and the two ends.

![Each figure against its goal](performance.svg)
";

const HOW: &str = "
## How it was measured

- **The portal** is its own server with everything around a page (session, token, fences, headers, a line in the log),
  answering over real connections, in a process of its own. Start and memory are those of `alongside serve`. For the other
  rows the jobs beside the pages (mail, the hourly sweep) are left out, which would take their turns in the middle of a round.
- **The same bytes** come from a server on the same framework, allocator and number of threads, which holds the page in
  memory and does nothing else: no session, no log, two headers. **One indexed read** is the row of a form that is under way,
  found by its key on a connection that the answering thread keeps for itself.
- **The page to somebody with a session** has a goal of our own, half as fast as what it is compared with: no law and no
  contract asks for it. That page opens a sealed session; what it is compared with only reads a row.
- **A section of a form that is under way** opens two sealed rows (the session, the form), reads the whole form and writes the
  page, each time anew. The goal leaves it about the time that the page to somebody with a session takes, which opens one row
  and reads no form: it will not be met. To keep in memory for the next page what was opened would save a third of the
  work, and would not meet it either; what a person wrote shall lie open no longer than one page takes.
- **Rows alone** are the rows that the portal wrote for one referral (person, indexes, referral, issues, dates, event,
  mails, counts; the draft deleted, the session changed), sealed already, written by one thread from memory through prepared
  statements, with the same settings of SQLite (`synchronous = FULL`, WAL, foreign keys, `secure_delete`), so many to a
  transaction as there are connections. Its log is brought into the database as SQLite does it by itself, within the commit
  that makes it 1,000 pages long; the portal does that on a thread beside its writer. The portal reads the session and the form, checks, weighs, writes the record,
  composes the mails, seals, keeps, and answers each after its commit.
- **5 ms longer over each sync**: a library before the C library waits before each `fsync` and `fdatasync`
  (`benches/slower_sync.c`), for both. One transaction for each request writes the same rows under one lock.
- **The queue** is asked for by somebody who is signed in, 25 referrals a page. Both databases are filled alike: the stories
  of `tests/vignettes` filed by the store's own functions, then copied row for row with names, keys and seals of their own.
  The sealed record and assessment, which the queue does not read, are cut short in both.
- Requests over 64 connections where nothing else is said. The load client has one thread and keeps its connections open. Two
  settings are not the usual ones: an idle connection is kept for 15 s, and the rates are out of reach of one client.
";

pub(crate) fn write(measure: &Measure, facts: &[(&str, String)], figures: &[Figure], to: &Path) -> anyhow::Result<()> {
    let mut page = HEAD.to_owned();
    page.push_str("\n| What | Measured | Goal | Met |\n|---|---|---|---|\n");
    for figure in figures {
        let met = figure.is_met().map_or("", |met| if met { "yes" } else { "**no**" });
        let (value, goal) = (value(figure), goal(figure));
        let _ = writeln!(page, "| {} | {value} | {goal} | {met} |", figure.what);
    }
    page.push_str("\n## What the figures are made of\n\n");
    for figure in figures.iter().filter(|figure| !figure.note.is_empty()) {
        let _ = writeln!(page, "- {}: {}.", figure.what, figure.note);
    }
    page.push_str("\n## The machine\n\n| | |\n|---|---|\n");
    for (name, said) in facts {
        let _ = writeln!(page, "| {name} | {said} |");
    }
    let seconds = measure.time.as_secs_f64();
    let _ = writeln!(
        page,
        "| Rounds | {}, after one that does not count; {seconds} s of pages or {} referrals in each |",
        measure.rounds, measure.sent
    );
    page.push_str(HOW);
    std::fs::write(to.join("performance.md"), page)?;
    std::fs::write(to.join("performance.svg"), chart(figures))?;
    Ok(())
}

/// A value as it stands in the table.
pub(crate) fn value(figure: &Figure) -> String {
    let Spread { median, least, most } = figure.value;
    let unit = if figure.unit.is_empty() { String::new() } else { format!(" {}", figure.unit) };
    if least.to_bits() == most.to_bits() {
        return format!("{}{unit}", short(median));
    }
    format!("{} ({} … {}){unit}", short(median), short(least), short(most))
}

fn goal(figure: &Figure) -> String {
    let unit = if figure.unit.is_empty() { String::new() } else { format!(" {}", figure.unit) };
    match figure.goal {
        Goal::AtLeast(goal) => format!("≥ {goal}{unit}"),
        Goal::AtMost(goal) => format!("≤ {goal}{unit}"),
        Goal::None => String::new(),
    }
}

/// Two digits behind the point where they say something.
fn short(value: f64) -> String {
    if value.fract() == 0.0 {
        format!("{value:.0}")
    } else if value < 10.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.1}")
    }
}
