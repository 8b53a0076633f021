//! Easy-read feedback: its own questions, on the same engine as the referral. Knows no page and no database.
//!
//! The questions follow what advocacy services ask after the work (was I listened to, included, able to say no) in
//! easy read: one idea a sentence, at most 15 words, digits, the same word for the same thing.

mod catalogue;

pub use catalogue::FEEDBACK;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Kind, Voice};

    /// One idea, and few words to a sentence (easy-read practice: 10 to 15).
    const MOST_WORDS: usize = 12;

    #[test]
    fn there_are_eleven_questions_and_one_about_who_answers() {
        let all = FEEDBACK.all_questions();
        assert_eq!(all.len(), 12);
        let slugs: std::collections::BTreeSet<_> = all.iter().map(|(question, _)| question.slug()).collect();
        assert_eq!(slugs.len(), 12);
    }

    #[test]
    fn each_question_and_answer_has_easy_words_and_a_picture() {
        for (question, _) in FEEDBACK.all_questions() {
            let easy = question.easy.unwrap_or_else(|| panic!("{} has no easy words", question.slug()));
            assert!(!easy.picture.is_empty());
            let answers = question.choices().iter().map(|choice| choice.easy.expect("an answer has easy words"));
            for words in answers.chain([easy]).map(|easy| easy.text) {
                for sentence in words.split_inclusive(['.', '?']) {
                    assert!(sentence.split_whitespace().count() <= MOST_WORDS, "too long: {sentence}");
                }
                assert!(!words.contains('%') && !words.contains(';'), "not easy: {words}");
            }
        }
    }

    #[test]
    fn every_choice_can_be_left_unanswered() {
        for (question, _) in FEEDBACK.all_questions() {
            if matches!(question.kind, Kind::One(_)) {
                assert!(question.choice("skip").is_some(), "{}", question.slug());
            }
            assert!(!question.ask.say(Voice::Myself).is_empty());
        }
    }
}
