//! Samples of the easy-read questions.

use super::{Sample, TOKEN, site};
use crate::feedback::FEEDBACK;
use crate::view::feedback::{Screen, question, thanks, welcome};

/// Every screen.
pub(super) fn pages(all: &mut Vec<Sample>) {
    let site = site();
    all.push(("feedback".to_owned(), welcome(&site, &[], TOKEN)));
    let questions: Vec<_> = FEEDBACK.all_questions();
    for (number, (asked, _)) in (1..).zip(&questions) {
        let screen = Screen {
            question: asked,
            answered: if number == 2 { "yes" } else { "" },
            number,
            of: questions.len(),
            before: None,
            token: TOKEN,
            problems: &[],
            unsaved: (number == 3).then_some("Please wait."),
        };
        all.push((asked.slug().to_owned(), question(&site, &screen)));
    }
    all.push(("feedback-thanks".to_owned(), thanks(&site)));
}
