//! What the program is made of: crates, their licences, the libraries it links, its size.
//!
//! Asks the tools that a developer has: cargo, `ldd`, `strip`. Must not run the portal.

use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::Value;

use crate::figures::{Figure, Goal, Spread};

/// What the C library and the compiler bring, on every Linux with glibc: not counted, and named in the words of the row.
const OF_THE_SYSTEM: [&str; 6] = ["linux-vdso", "libc.so", "libm.so", "libgcc_s.so", "ld-linux", "/lib64/ld-linux"];
/// Licences that ask something of what they are linked with.
const COPYLEFT: [&str; 5] = ["GPL", "MPL", "EPL", "CDDL", "OSL"];

pub(crate) fn measure(figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    let crates = crates()?;
    let count = |what: &str, number: usize, unit, goal| Figure {
        what: what.to_owned(),
        value: Spread::exactly(crate::load::ratio(number, 1)),
        unit,
        goal,
        note: String::new(),
    };
    figures.push(count("Crates that the program is built from", crates.len(), "", Goal::AtMost(330.0)));
    let copyleft = copyleft(&crates)?;
    figures.push(Figure {
        note: copyleft.join(", "),
        ..count("Of these, with no licence but a copyleft one", copyleft.len(), "", Goal::AtMost(0.0))
    });
    let program = env!("CARGO_BIN_EXE_alongside");
    let linked = said(Command::new("ldd").arg(program))?;
    let foreign: Vec<_> = linked
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|library| !OF_THE_SYSTEM.iter().any(|ours| library.starts_with(ours)))
        .map(str::to_owned)
        .collect();
    figures.push(Figure {
        note: foreign.join(", "),
        ..count("Libraries that it links beside libc, libm and libgcc_s", foreign.len(), "", Goal::AtMost(0.0))
    });
    let stripped = crate::work().join("stripped");
    said(Command::new("strip").arg("-o").arg(&stripped).arg(program))?;
    let bytes = u32::try_from(stripped.metadata()?.len())?;
    figures.push(Figure {
        what: "The program, stripped".to_owned(),
        value: Spread::exactly(f64::from(bytes) / 1_048_576.0),
        unit: "MB",
        goal: Goal::AtMost(16.0),
        note: String::new(),
    });
    Ok(())
}

/// Name and version of each crate that is linked in or runs while it is built.
fn crates() -> anyhow::Result<Vec<String>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--edges", "normal,build", "--prefix", "none", "--no-dedupe", "--format", "{p}"]);
    let tree = said(cargo.current_dir(env!("CARGO_MANIFEST_DIR")))?;
    let mut crates: Vec<String> =
        tree.lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
    crates.sort();
    crates.dedup();
    crates.retain(|one| !one.is_empty() && !one.starts_with(concat!(env!("CARGO_PKG_NAME"), " ")));
    Ok(crates)
}

/// Those of them that can be had under no other licence than one that asks something back.
fn copyleft(crates: &[String]) -> anyhow::Result<Vec<String>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--offline", "--format-version", "1"]);
    let told: Value = serde_json::from_str(&said(cargo.current_dir(env!("CARGO_MANIFEST_DIR")))?)?;
    let packages = told.get("packages").and_then(Value::as_array).context("cargo names no packages")?;
    let mut found = Vec::new();
    for package in packages {
        let word = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
        let named = format!("{} v{}", word("name"), word("version"));
        if !crates.contains(&named) {
            continue;
        }
        let licence = word("license").replace('/', " OR ");
        let is_free = |choice: &str| !choice.trim().is_empty() && !COPYLEFT.iter().any(|word| choice.contains(word));
        if !licence.split(" OR ").any(is_free) {
            found.push(format!("{named} ({licence})"));
        }
    }
    Ok(found)
}

pub(crate) fn said(command: &mut Command) -> anyhow::Result<String> {
    let out = command.output().with_context(|| format!("{command:?} cannot be run"))?;
    ensure!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
    Ok(String::from_utf8(out.stdout)?)
}
