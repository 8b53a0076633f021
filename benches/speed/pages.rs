//! The pages of the form against the same bytes from memory, and against one indexed read and the same bytes.
//!
//! Must not know how a page is made.

use std::net::SocketAddr;

use anyhow::ensure;

use crate::Measure;
use crate::asking::{Browser, get, once};
use crate::figures::{Figure, Goal, Spread, against, rounds};
use crate::load;
use crate::portal::{Home, Process};
use crate::story;

/// Connections that ask at once.
const CONNECTIONS: usize = 64;
/// The first page of a form, before anything is kept of it.
const BLANK: &str = "/refer/professional";
/// A page of a form that is under way: the longest of what its writer comes by anyway.
const RUNNING: &str = "/refer/section/happening";

pub(crate) fn measure(measure: &Measure, figures: &mut Vec<Figure>) -> anyhow::Result<()> {
    let home = Home::new(&crate::work().join("pages"))?;
    let portal = home.pages(&[])?;
    let drafts = story::written(portal.address, 2)?;
    let draft = drafts.first().cloned().unwrap_or_default();
    let nobody = Browser::default();
    let blank = "A blank form page, to somebody new: everything around it (headers, log, session, fences) included";
    let row = Row { what: blank, path: BLANK, browser: &nobody, reads: false, goal: Goal::AtLeast(0.6) };
    figures.push(row.measure(measure, &home, &portal)?);
    let signing = visitor_with_a_session(portal.address)?;
    let kept = "The same page to somebody with a session, its token in it, against one indexed read and the same bytes";
    // A goal of our own: half as fast as the same bytes after one read. Nobody asks for it.
    let row = Row { what: kept, path: BLANK, browser: &signing, reads: true, goal: Goal::AtLeast(0.5) };
    figures.push(row.measure(measure, &home, &portal)?);
    let running = "A section of a form that is under way, against one indexed read and the same bytes";
    let row = Row { what: running, path: RUNNING, browser: &draft, reads: true, goal: Goal::AtLeast(0.5) };
    figures.push(row.measure(measure, &home, &portal)?);
    Ok(())
}

/// Somebody who has a session and no form: the sign-in page begins one.
fn visitor_with_a_session(server: SocketAddr) -> anyhow::Result<Browser> {
    let (_, cookie, page) = once(server, get("/staff/sign-in", ""))?;
    let token = crate::asking::token(&page).unwrap_or_default();
    Ok(Browser { cookie: cookie.unwrap_or_default(), token })
}

struct Row<'a> {
    what: &'a str,
    path: &'a str,
    browser: &'a Browser,
    /// Whether what it is compared with reads a row first.
    reads: bool,
    goal: Goal,
}

impl Row<'_> {
    fn measure(&self, measure: &Measure, home: &Home, portal: &Process) -> anyhow::Result<Figure> {
        let request = get(self.path, &self.browser.cookie);
        let (status, _, page) = once(portal.address, request.clone())?;
        ensure!(status == 200, "{} was answered with {status}", self.path);
        let file = crate::work().join("page.html");
        std::fs::write(&file, &page)?;
        let (file, database) = (file.display().to_string(), home.database().display().to_string());
        let words = ["constant", &file, &database];
        let least = Process::of_mine(words.get(..if self.reads { 3 } else { 2 }).unwrap_or_default(), &[])?;
        let plain = get("/", "");
        let (mut waits, mut worked) = (Vec::new(), (Vec::new(), Vec::new()));
        let [ours, theirs] = rounds(
            measure.rounds,
            [
                &mut || {
                    let before = portal.worked();
                    let run = load::again_and_again(portal.address, CONNECTIONS, &request, measure.time, 200)?;
                    worked.0.push((portal.worked() - before) / load::ratio(run.answers, 1));
                    waits.push(run.wait(0.99));
                    Ok(run.a_second())
                },
                &mut || {
                    let before = least.worked();
                    let run = load::again_and_again(least.address, CONNECTIONS, &plain, measure.time, 200)?;
                    worked.1.push((least.worked() - before) / load::ratio(run.answers, 1));
                    Ok(run.a_second())
                },
            ],
        )?;
        let note = format!(
            "{:.0} pages a second of {:.0}; {:.0} µs of processor a page, {:.0} µs; {} bytes; slowest hundredth over {:.1} ms",
            Spread::of(ours.clone()).median,
            Spread::of(theirs.clone()).median,
            Spread::of(worked.0).median * 1e6,
            Spread::of(worked.1).median * 1e6,
            page.len(),
            Spread::of(waits).median,
        );
        Ok(Figure { what: self.what.to_owned(), value: against(&ours, &theirs), unit: "", goal: self.goal, note })
    }
}
