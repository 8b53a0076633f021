//! Sending a referral, answered after its commit is on the disk: against the same rows without the portal, and against
//! one transaction for each request on a disk that takes 5 ms longer over each sync.
//!
//! Must not know how a referral is kept.

use std::path::Path;
use std::time::Instant;

use anyhow::ensure;
use diesel::connection::SimpleConnection as _;

use crate::Measure;
use crate::figures::{Figure, Goal, Spread, against, rounds};
use crate::load::{self, Run, ratio};
use crate::portal::{Home, Process};
use crate::rows::{Rows, connect};
use crate::story;

/// Tells the library before the C library how much longer a sync takes, in milliseconds.
const SLOWER: &str = "SLOWER_SYNC_MS";

pub(crate) fn measure(measure: &Measure, figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    for connections in [16, 64] {
        figures.push(against_the_rows_alone(measure, connections)?);
    }
    match &measure.slow_disk {
        Some(library) => {
            for connections in [64, 16] {
                figures.push(against_one_by_one(measure, library, connections)?);
            }
        }
        None => crate::say("no library that slows a disk: that row is left out (see benches/run)"),
    }
    Ok(())
}

/// Sends that many forms at once, all of them written before.
fn send(portal: &Process, connections: usize, number: usize) -> anyhow::Result<Run> {
    let written = story::written(portal.address, number)?;
    let requests: Vec<_> = written.iter().map(story::send).collect();
    let mut requests = requests.into_iter();
    load::run(
        portal.address,
        connections,
        |_| requests.next(),
        |_, answer| {
            let receipt = answer.header("location") == Some("/received");
            ensure!(receipt, "a form that was sent was answered with {}", answer.status);
            Ok(())
        },
    )
}

/// A copy of what the portal kept, for the same rows to be written into without it.
fn copy(home: &Home, to: &Path) -> anyhow::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", to.display()));
    }
    connect(&home.database())?.batch_execute(&format!("VACUUM INTO '{}'", to.display()))?;
    Ok(())
}

fn against_the_rows_alone(measure: &Measure, connections: usize) -> anyhow::Result<Figure> {
    let home = Home::new(&crate::work().join(format!("sending-{connections}")))?;
    let portal = home.pages(&[])?;
    send(&portal, 1, 1)?;
    story::written(portal.address, 1)?;
    let file = crate::work().join(format!("rows-{connections}.sqlite"));
    copy(&home, &file)?;
    let mut conn = connect(&file)?;
    let rows = Rows::of_the_last(&mut conn)?;
    // Whole groups, so that the last is as full as the others.
    let number = measure.sent / connections * connections;
    let mut waits = Vec::new();
    let [ours, theirs] = rounds(
        measure.rounds,
        [
            &mut || {
                let run = send(&portal, connections, number)?;
                waits.push(run.wait(0.99));
                Ok(run.a_second())
            },
            &mut || {
                let mut prepared = rows.prepare(&mut conn, number)?;
                let begun = Instant::now();
                while prepared.left() > 0 {
                    rows.write(&mut conn, &mut prepared, connections)?;
                }
                Ok(ratio(number, 1) / begun.elapsed().as_secs_f64())
            },
        ],
    )?;
    let note = format!(
        "{:.0} referrals a second of {:.0}; {} rows each; slowest hundredth over {:.1} ms",
        Spread::of(ours.clone()).median,
        Spread::of(theirs.clone()).median,
        rows.number(),
        Spread::of(waits).median,
    );
    let what = format!(
        "Sending a referral over {connections} connections, against its rows alone written straight to the disk, \
        {connections} to a transaction"
    );
    Ok(Figure { what, value: against(&ours, &theirs), unit: "", goal: Goal::AtLeast(0.5), note })
}

fn against_one_by_one(measure: &Measure, library: &str, connections: usize) -> anyhow::Result<Figure> {
    let home = Home::new(&crate::work().join(format!("slower-{connections}")))?;
    let quick = home.pages(&[])?;
    send(&quick, 1, 1)?;
    story::written(quick.address, 1)?;
    let file = crate::work().join(format!("one-by-one-{connections}.sqlite"));
    copy(&home, &file)?;
    drop(quick);
    let slower = [("LD_PRELOAD", library), (SLOWER, "5")];
    // So few that a round of them takes a second.
    let few = measure.sent.min(160);
    let most = (few * (measure.rounds + 1) + connections).to_string();
    let portal = home.pages(&slower)?;
    let one_by_one = Process::of_mine(&["one-by-one", &file.display().to_string(), &most], &slower)?;
    let request = crate::asking::post("/", "", &[("token", "")]);
    let mut waits = (Vec::new(), Vec::new());
    let [ours, theirs] = rounds(
        measure.rounds,
        [
            &mut || {
                let run = send(&portal, connections, measure.sent)?;
                waits.0.push(run.wait(0.99));
                Ok(run.a_second())
            },
            &mut || {
                let next = |at| (at < few).then(|| request.clone());
                let run = load::run(one_by_one.address, connections, next, |_, answer| {
                    ensure!(answer.status == 303, "one by one was answered with {}", answer.status);
                    Ok(())
                })?;
                waits.1.push(run.wait(0.99));
                Ok(run.a_second())
            },
        ],
    )?;
    let note = format!(
        "{:.0} referrals a second, {:.0}; slowest hundredth over {:.0} ms, {:.0} ms",
        Spread::of(ours.clone()).median,
        Spread::of(theirs.clone()).median,
        Spread::of(waits.0).median,
        Spread::of(waits.1).median,
    );
    let goal = if connections == 64 { Goal::AtLeast(10.0) } else { Goal::None };
    let what = format!(
        "Sending over {connections} connections on a disk that takes 5 ms longer over each sync, against one transaction \
        for each request there"
    );
    Ok(Figure { what, value: against(&ours, &theirs), unit: "", goal, note })
}
