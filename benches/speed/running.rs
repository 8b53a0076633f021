//! The program itself: how soon it answers after it was started, and how much memory it holds.
//!
//! Must not know what goes on inside.

use std::time::{Duration, Instant};

use crate::Measure;
use crate::asking::{get, once};
use crate::desk::told;
use crate::figures::{Figure, Goal, Spread};
use crate::load;
use crate::portal::{Home, Process};
use crate::story;

/// How long it is left alone before its memory is looked at.
const REST: Duration = Duration::from_secs(2);

pub(crate) fn starts(measure: &Measure, homes: [(&Home, usize); 2], figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    for (home, number) in homes {
        let mut all = Vec::new();
        // The first start may find what other measurements left half done.
        for round in 0..=measure.rounds {
            let begun = Instant::now();
            let program = Process::start(home.program())?;
            once(program.address, get("/refer/professional", ""))?;
            if round > 0 {
                all.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        figures.push(Figure {
            what: format!("From the start of the program to its first answer, at {} referrals", told(number)),
            value: Spread::of(all),
            unit: "ms",
            goal: Goal::AtMost(50.0),
            note: "the program itself, its jobs running".to_owned(),
        });
    }
    Ok(())
}

pub(crate) fn memory(measure: &Measure, figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    let home = Home::new(&crate::work().join("memory"))?;
    let program = Process::start(home.program())?;
    once(program.address, get("/refer/professional", ""))?;
    std::thread::sleep(REST);
    let idle = program.memory()?;
    let written = story::written(program.address, measure.sent)?;
    let mut requests = written.iter().map(story::send);
    load::run(program.address, 64, |_| requests.next(), |_, _| Ok(()))?;
    load::again_and_again(program.address, 64, &get("/refer/professional", ""), measure.time, 200)?;
    std::thread::sleep(REST);
    let figure = |what: &str, value, goal, note: String| Figure {
        what: what.to_owned(),
        value: Spread::exactly(value),
        unit: "MB",
        goal: Goal::AtMost(goal),
        note,
    };
    figures.push(figure("Memory, idle", idle, 25.0, "proportional set size".to_owned()));
    let note =
        format!("{} referrals and {:.0} s of pages over 64 connections", measure.sent, measure.time.as_secs_f64());
    figures.push(figure("Memory, after load", program.memory()?, 80.0, note));
    Ok(())
}
