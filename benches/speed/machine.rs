//! Where and when the figures were taken. Nothing of it is typed: the machine is asked.

use std::fs::File;
use std::io::Write as _;
use std::process::Command;
use std::time::Instant;

use alongside::clock::Clock;

use crate::built::said;
use crate::figures::Spread;

/// What stands above the figures: each with its name.
pub(crate) fn facts() -> anyhow::Result<Vec<(&'static str, String)>> {
    let read = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
    let after = |text: &str, name: &str| {
        let found = text.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_once(':'));
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism()?;
    let kilobytes = after(&read("/proc/meminfo"), "MemTotal");
    let memory: f64 = kilobytes.split_whitespace().next().unwrap_or_default().parse().unwrap_or_default();
    let (median, most) = sync()?;
    let git = |words: &[&str]| said(Command::new("git").args(words).current_dir(env!("CARGO_MANIFEST_DIR")));
    let changed =
        git(&["status", "--porcelain", "--untracked-files=no"])?.lines().any(|line| !line.contains("docs/performance"));
    let commit = git(&["rev-parse", "--short=12", "HEAD"])?;
    Ok(vec![
        ("Date", Clock::System.now().format("%-d %B %Y, %H:%M UTC").to_string()),
        ("Commit", format!("{}{}", commit.trim(), if changed { ", with changes" } else { "" })),
        ("Processor", format!("{cores} cores of {}", after(&read("/proc/cpuinfo"), "model name"))),
        ("Memory", format!("{:.0} GB", memory / 1_048_576.0)),
        ("Kernel", format!("Linux {}", read("/proc/sys/kernel/osrelease").trim())),
        ("Disk", format!("16 KB appended and synced in {median:.0} µs, the slowest of 200 in {most:.0} µs")),
        ("Load before", read("/proc/loadavg").split_whitespace().take(2).collect::<Vec<_>>().join(", ")),
        ("Compiler", said(Command::new("rustc").arg("--version"))?.trim().to_owned()),
    ])
}

/// How long the disk takes over a sync, in microseconds.
fn sync() -> anyhow::Result<(f64, f64)> {
    let path = crate::work().join("synced");
    let (mut file, block, mut all) = (File::create(&path)?, [7_u8; 16 * 1024], Vec::new());
    for _ in 0..200 {
        let begun = Instant::now();
        file.write_all(&block)?;
        file.sync_data()?;
        all.push(begun.elapsed().as_secs_f64() * 1e6);
    }
    std::fs::remove_file(path)?;
    let spread = Spread::of(all);
    Ok((spread.median, spread.most))
}
