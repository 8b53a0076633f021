//! How fast the portal is: every goal measured against what could be reached on the same machine in the same minutes.
//!
//! `benches/run` runs it whole and writes `docs/performance.md`. While working, `cargo bench --bench speed -- pages quick`
//! measures one part in short rounds and prints its figures: `pages`, `sending`, `desk`, `starts`, `memory`, `built`.
//! Nothing is held to a time: a goal that is not met is said, not failed.

mod asking;
mod built;
mod chart;
mod desk;
mod figures;
mod fill;
mod load;
mod machine;
mod pages;
mod portal;
mod reference;
mod report;
mod rows;
mod running;
mod sending;
mod story;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::figures::Figure;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How much is measured.
#[derive(Debug, Clone)]
pub(crate) struct Measure {
    pub(crate) rounds: usize,
    /// How long pages are asked for in one round.
    pub(crate) time: Duration,
    /// Referrals sent in one round.
    pub(crate) sent: usize,
    /// Referrals in the large database.
    pub(crate) referrals: usize,
    /// The library that slows the disk, built by `benches/run`.
    pub(crate) slow_disk: Option<String>,
}

/// Every part, in the order of the table.
const PARTS: [&str; 6] = ["pages", "sending", "desk", "starts", "memory", "built"];

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["server", settings] => leashed(|| portal::pages(Path::new(settings))),
        ["constant", bytes] => leashed(|| reference::constant(Path::new(bytes), None)),
        ["constant", bytes, database] => {
            leashed(|| reference::constant(Path::new(bytes), Some(PathBuf::from(database))))
        }
        ["one-by-one", database, number] => {
            let number = number.parse()?;
            leashed(|| reference::one_by_one(Path::new(database), number))
        }
        words => measure(words),
    }
}

/// Does it until whoever started this process goes away.
fn leashed(work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
    std::thread::spawn(|| {
        // Nothing ever comes: it ends with the process that holds the other end.
        let _ = std::io::stdin().read(&mut [0]);
        std::process::exit(0);
    });
    work()
}

fn measure(words: &[&str]) -> anyhow::Result<()> {
    let quick = words.contains(&"quick");
    let number: Option<usize> = words.iter().find_map(|word| word.parse().ok());
    let measure = Measure {
        rounds: if quick { 3 } else { 7 },
        time: Duration::from_millis(if quick { 700 } else { 2000 }),
        sent: if quick { 640 } else { 1920 },
        referrals: number.unwrap_or(1_000_000).div_ceil(fill::FILED) * fill::FILED,
        slow_disk: std::env::var("SLOWER_SYNC").ok(),
    };
    let wanted = |part| words.contains(&part) || !PARTS.iter().any(|part| words.contains(part));
    std::fs::create_dir_all(work())?;
    let facts = machine::facts()?;
    let mut figures: Vec<Figure> = Vec::new();
    for part in PARTS.into_iter().filter(|part| wanted(*part)) {
        say(&format!("{part} …"));
        let before = figures.len();
        one_part(part, &measure, &mut figures)?;
        for figure in figures.iter().skip(before) {
            let met = figure.is_met().map_or("", |met| if met { "met" } else { "NOT MET" });
            say(&format!("  {}: {} {met}\n      {}", figure.what, report::value(figure), figure.note));
        }
    }
    if words.contains(&"report") {
        report::write(&measure, &facts, &figures, &Path::new(env!("CARGO_MANIFEST_DIR")).join("docs"))?;
    }
    Ok(())
}

fn one_part(part: &str, measure: &Measure, figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    let homes = || {
        let home = |name: &str, number| fill::home(&work().join(name), number);
        anyhow::Ok((home("few", fill::FILED)?, home("many", measure.referrals)?))
    };
    match part {
        "pages" => pages::measure(measure, figures),
        "sending" => sending::measure(measure, figures),
        "desk" => {
            let (few, many) = homes()?;
            desk::measure(measure, (&few, &many), figures)
        }
        "starts" => {
            let (few, many) = homes()?;
            running::starts(measure, [(&few, fill::FILED), (&many, measure.referrals)], figures)
        }
        "memory" => running::memory(measure, figures),
        _ => built::measure(figures),
    }
}

/// Where everything is put that the measuring needs: on the disk, because that is what is measured too.
pub(crate) fn work() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed")
}

#[expect(clippy::print_stdout, reason = "figures are what a bench is for")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}
