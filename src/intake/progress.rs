//! How far each section of a draft has come, for the task list. Knows no page and no words.

use chrono::NaiveDate;

use super::completeness::{Level, gaps};
use super::safe_ways::SafeWays;
use crate::form::{Answers, Form, Section, Voice};

/// How far a section has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing answered.
    NotStarted,
    /// Something answered; something that is needed or chased is not.
    Started,
    /// Nothing left that is needed or chased.
    Done,
}

/// One section with its progress.
#[derive(Debug, Clone, Copy)]
pub struct SectionProgress {
    /// The section.
    pub section: &'static Section,
    /// How far it has come.
    pub progress: Progress,
    /// Whether the referral cannot be sent before something here is answered.
    pub needed_to_send: bool,
}

/// Every section of this voice, in order. `answers` are those that count.
#[must_use]
pub fn of(form: &Form, answers: &Answers, voice: Voice, today: NaiveDate) -> Vec<SectionProgress> {
    let ways = SafeWays::of(answers, voice, today);
    let gaps: Vec<(String, Level)> =
        gaps(form, answers, (voice, today), &ways, &[]).into_iter().map(|gap| (gap.path, gap.level)).collect();
    form.sections_of(answers, voice).map(|section| of_section(form, section, answers, voice, &gaps)).collect()
}

fn of_section(
    form: &Form,
    section: &'static Section,
    answers: &Answers,
    voice: Voice,
    gaps: &[(String, Level)],
) -> SectionProgress {
    let (mut answered, mut chased, mut needed_to_send) = (false, false, false);
    form.walk_section(section, answers, voice, |asked| {
        answered |= asked.answer.is_some();
        for (_, level) in gaps.iter().filter(|(path, _)| path == asked.path) {
            needed_to_send |= *level == Level::ToSend;
            chased |= *level == Level::ToTriage;
        }
    });
    let progress = match (answered, chased || needed_to_send) {
        (false, _) => Progress::NotStarted,
        (true, true) => Progress::Started,
        (true, false) => Progress::Done,
    };
    SectionProgress { section, progress, needed_to_send }
}
