//! `alongside assess`: answers in, reasons out. Reads files and nothing else; stores and sends nothing.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};

use super::LANG;
use crate::clock::Clock;
use crate::form::{Problem, REFERRAL, RawAnswers, Voice};
use crate::intake::calendar::Calendar;
use crate::intake::{self, Assessment};
use crate::settings::rubric::Rubric;
use crate::words::{commands as words, problems};

/// What to assess, when, and by which rules.
#[derive(Debug, Args)]
pub(super) struct Assess {
    /// A JSON object: "voice", and answers by slug as `alongside questions --json` prints them.
    file: PathBuf,
    /// The moment to assess at, such as 2026-11-23T10:00:00Z; now, if left out.
    #[arg(long)]
    now: Option<DateTime<Utc>>,
    /// A rubric file; whatever it leaves out is as in the built-in one.
    #[arg(long)]
    rubric: Option<PathBuf>,
}

/// The assessment, with what could not be read.
#[derive(Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    assessment: &'a Assessment,
    problems: Vec<ProblemInWords<'a>>,
}

/// Something wrong with an answer.
#[derive(Serialize)]
struct ProblemInWords<'a> {
    path: &'a str,
    code: &'static str,
    sentence: String,
}

impl Assess {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let text = fs::read_to_string(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        let mut answers: Map<String, Value> = serde_json::from_str(&text)
            .with_context(|| format!("{} is not one JSON object of answers", self.file.display()))?;
        let voice = take_voice(&mut answers)?;
        answers.remove("channel");
        let now = self.now.unwrap_or_else(|| Clock::System.now());

        let raw = REFERRAL.with_implied(RawAnswers::from_json(&answers));
        let reading = REFERRAL.read(&raw, voice, Calendar::today(now));
        let counting = REFERRAL.counting(&reading.answers, voice);
        let assessment = intake::assess(&counting.answers, voice, &self.read_rubric()?, &Calendar::default(), now);
        let known = reading.problems.iter().filter_map(|problem| in_words(problem, voice));
        let unknown = REFERRAL.unknown(&raw);
        let unknown = unknown.iter().map(|name| ProblemInWords {
            path: name,
            code: "unknown-name",
            sentence: words::unknown_question(LANG, name),
        });
        let output = Output { assessment: &assessment, problems: known.chain(unknown).collect() };
        super::say(&serde_json::to_string_pretty(&output)?)
    }

    fn read_rubric(&self) -> anyhow::Result<Rubric> {
        let Some(file) = &self.rubric else { return Ok(Rubric::read("")?) };
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        Rubric::read(&text).with_context(|| format!("{} cannot be used", file.display()))
    }
}

/// The voice the answers are given in: the professional's, where none is named.
fn take_voice(answers: &mut Map<String, Value>) -> anyhow::Result<Voice> {
    match answers.remove("voice") {
        None => Ok(Voice::Professional),
        Some(Value::String(slug)) => match Voice::from_slug(&slug) {
            Some(voice) => Ok(voice),
            None => bail!("\"voice\" is \"{slug}\"; it can be professional, myself or someone"),
        },
        Some(_) => bail!("\"voice\" is a word: professional, myself or someone"),
    }
}

fn in_words(problem: &Problem, voice: Voice) -> Option<ProblemInWords<'_>> {
    let question = REFERRAL.question(problem.key)?;
    Some(ProblemInWords {
        path: &problem.path,
        code: problem.wrong.code(),
        sentence: problems::whole(LANG, problem.wrong, question, voice),
    })
}
