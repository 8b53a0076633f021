//! How far each section of a draft has come, for the task list. Knows no page and no words.

use crate::form::{Answers, Form, Need, Section, Voice};

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
pub fn of(form: &Form, answers: &Answers, voice: Voice) -> Vec<SectionProgress> {
    form.sections_for(voice).map(|section| of_section(form, section, answers, voice)).collect()
}

fn of_section(form: &Form, section: &'static Section, answers: &Answers, voice: Voice) -> SectionProgress {
    let (mut answered, mut chased, mut needed_to_send) = (false, false, false);
    form.walk_section(section, answers, voice, |asked| {
        if asked.answer.is_some() {
            answered = true;
            return;
        }
        match asked.question.need {
            Need::ToSend => needed_to_send = true,
            Need::ToSendFor(only) if only == voice => needed_to_send = true,
            Need::ToSendFor(_) | Need::ToTriage => chased = true,
            Need::ToInstruct(_) | Need::Optional => {}
        }
    });
    let progress = match (answered, chased || needed_to_send) {
        (false, _) => Progress::NotStarted,
        (true, true) => Progress::Started,
        (true, false) => Progress::Done,
    };
    SectionProgress { section, progress, needed_to_send }
}
