//! `alongside questions`: the catalogue for a person or a program to read.

use clap::Args;

use crate::form::{self, Kind, Question, REFERRAL, Voice};

/// Which form the catalogue is printed in.
#[derive(Debug, Args)]
pub(super) struct Questions {
    /// Print everything as JSON.
    #[arg(long)]
    json: bool,
}

impl Questions {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        if self.json {
            return super::say(&serde_json::to_string_pretty(&form::print(&REFERRAL))?);
        }
        for section in REFERRAL.sections {
            super::say(&format!("\n{}", section.title.say(Voice::Professional)))?;
            list(section.questions, 1)?;
        }
        Ok(())
    }
}

/// The questions in the professional's words, or in the person's own where a professional is not asked.
fn list(questions: &[Question], depth: usize) -> anyhow::Result<()> {
    for question in questions {
        let words = Voice::ALL.map(|voice| question.ask.say(voice));
        let words = words.iter().rev().find(|words| !words.is_empty()).copied().unwrap_or_default();
        super::say(&format!("{:indent$}{}: {words}", "", question.slug(), indent = depth * 2))?;
        if let Kind::Repeat(group) = question.kind {
            list(group.questions, depth + 1)?;
        }
    }
    Ok(())
}
