//! The queue on a thousand referrals and on many more: its first page, a page deep down, the counts.
//!
//! Must not know how the queue is kept.

use std::time::Instant;

use alongside::permission::{Actor, Role};
use alongside::store::AnyConnection;
use alongside::store::referrals::{self as queue, Filter};
use alongside::triage::life::Status;
use anyhow::ensure;
use diesel::prelude::*;

use crate::Measure;
use crate::asking::{get, once};
use crate::figures::{Figure, Goal, Spread, against, rounds};
use crate::load;
use crate::portal::{Home, Process, sign_in};
use crate::rows::{connect, referrals};

/// Connections that ask at once: more colleagues than any such service has.
const CONNECTIONS: usize = 16;
/// How often the counts are read in one round.
const READS: u32 = 200;

pub(crate) fn measure(measure: &Measure, (few, many): (&Home, &Home), figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    let desks = [Desk::open(few)?, Desk::open(many)?];
    let [few_desk, many_desk] = &desks;
    let deep = deep(many, measure.referrals)?;
    let [small, large, below] = rounds(
        measure.rounds,
        [
            &mut || few_desk.each_takes(measure, "/staff/queue"),
            &mut || many_desk.each_takes(measure, "/staff/queue"),
            &mut || many_desk.each_takes(measure, &deep),
        ],
    )?;
    let middle = |all: &[f64]| Spread::of(all.to_vec()).median;
    figures.push(Figure {
        what: format!(
            "The first page of the queue at {} referrals, against the same at 1,000",
            told(measure.referrals)
        ),
        value: against(&large, &small),
        unit: "",
        goal: Goal::AtMost(1.2),
        note: format!("{:.2} ms a page over {CONNECTIONS} connections, {:.2} ms", middle(&large), middle(&small)),
    });
    figures.push(Figure {
        what: format!("A page at nine tenths of the queue's depth, against its first, at {}", told(measure.referrals)),
        value: against(&below, &large),
        unit: "",
        goal: Goal::AtMost(1.3),
        note: format!("{:.2} ms a page, {:.2} ms", middle(&below), middle(&large)),
    });
    drop(desks);
    counts(measure, (few, many), figures)
}

/// How many referrals, as people write it.
pub(crate) fn told(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A portal and somebody who is signed in to it.
struct Desk {
    portal: Process,
    cookie: String,
}

impl Desk {
    fn open(home: &Home) -> anyhow::Result<Self> {
        let portal = home.pages(&[])?;
        let cookie = sign_in(portal.address)?.cookie;
        Ok(Self { portal, cookie })
    }

    /// How many milliseconds a page takes, in the middle of many.
    fn each_takes(&self, measure: &Measure, path: &str) -> anyhow::Result<f64> {
        let request = get(path, &self.cookie);
        let (status, _, page) = once(self.portal.address, request.clone())?;
        ensure!(status == 200, "the queue was answered with {status}");
        let rows = String::from_utf8_lossy(&page).matches("/staff/referrals/").count();
        ensure!(rows >= 25, "a page of the queue holds {rows} referrals");
        Ok(load::again_and_again(self.portal.address, CONNECTIONS, &request, measure.time, 200)?.wait(0.5))
    }
}

/// The address of a page that deep.
fn deep(home: &Home, number: usize) -> anyhow::Result<String> {
    let depth = i64::try_from(number / 10 * 9)?;
    let (rank, received_at, id): (i64, i64, i64) = referrals::table
        .filter(referrals::status.eq("received"))
        .order((referrals::rank, referrals::received_at, referrals::id))
        .select((referrals::rank, referrals::received_at, referrals::id))
        .offset(depth)
        .first(&mut connect(&home.database())?)?;
    Ok(format!("/staff/queue?after={rank}.{received_at}.{id}"))
}

/// The counts, by the store's own functions.
fn counts(measure: &Measure, (few, many): (&Home, &Home), figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    let [few, many] = [few.open()?, many.open()?];
    let actor = Actor::Staff { id: 1, role: Role::Triage };
    let time = |db: &alongside::store::Db| {
        let begun = Instant::now();
        for _ in 0..READS {
            let both = |conn: &mut AnyConnection| {
                queue::counts(conn, actor)?;
                queue::how_many(conn, actor, &Filter::all(Status::UNDECIDED))
            };
            db.read(both)?;
        }
        Ok(begun.elapsed().as_secs_f64() * 1e6 / f64::from(READS))
    };
    let [small, large] = rounds(measure.rounds, [&mut || time(&few.db), &mut || time(&many.db)])?;
    figures.push(Figure {
        what: format!("The counts above the queue at {}, against 1,000", told(measure.referrals)),
        value: against(&large, &small),
        unit: "",
        goal: Goal::AtMost(1.2),
        note: format!("{:.0} µs, {:.0} µs", Spread::of(large.clone()).median, Spread::of(small.clone()).median),
    });
    Ok(())
}
