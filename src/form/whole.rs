//! A whole form: sections in order, with the four things everyone does with one: find, read, sort, walk.
//!
//! The referral is one form, the easy-read feedback another. Knows no particular question.

use chrono::NaiveDate;

use super::answers::Answers;
use super::asked::{self, Asked, Counting};
use super::date;
use super::key::Key;
use super::question::{Kind, Question, Section};
use super::raw::RawAnswers;
use super::read::{Reader, Reading};
use super::voice::Voice;

/// Sections of questions, in the order they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The sections, in order.
    pub sections: &'static [Section],
}

impl Form {
    /// The declaration of a question, wherever it stands.
    #[must_use]
    pub fn question(&self, key: Key) -> Option<&'static Question> {
        self.sections.iter().find_map(|section| find(section.questions, key))
    }

    /// The section of that slug.
    #[must_use]
    pub fn section(&self, slug: &str) -> Option<&'static Section> {
        self.sections.iter().find(|section| section.slug == slug)
    }

    /// The sections that exist for this voice.
    pub fn sections_for(&self, voice: Voice) -> impl Iterator<Item = &'static Section> {
        self.sections.iter().filter(move |section| !section.title.say(voice).is_empty())
    }

    /// The sections of which at least one question is asked, given these answers.
    pub fn sections_of<'a>(
        &self,
        answers: &'a Answers,
        voice: Voice,
    ) -> impl Iterator<Item = &'static Section> + use<'a> {
        let is_open = move |section: &&'static Section| {
            section.questions.iter().any(|question| asked::is_asked(question, voice, &[answers]))
        };
        self.sections.iter().filter(move |section| !section.title.say(voice).is_empty()).filter(is_open)
    }

    /// Reads everything that was typed. Never fails: what could not be read is kept, with its problem.
    #[must_use]
    pub fn read(&self, raw: &RawAnswers, voice: Voice, today: NaiveDate) -> Reading {
        let mut reader = Reader::new(raw, voice, today);
        let mut answers = Answers::default();
        reader.read("", self.sections.iter().flat_map(|section| section.questions), &mut answers);
        reader.finish(answers)
    }

    /// The names that belong to no question. A page of the form sends none; a file or another program may.
    #[must_use]
    pub fn unknown<'a>(&self, raw: &'a RawAnswers) -> Vec<&'a str> {
        let is_known = |name: &str| self.sections.iter().any(|section| is_field(section.questions, name));
        raw.names().filter(|name| !is_known(name)).collect()
    }

    /// Spells out every date that would mean another day tomorrow: “tomorrow”, “Friday”, “5 March” become the day they
    /// meant on the day they were typed. Done once, when they are kept; whoever wrote them sees what was understood.
    pub fn spell_out_dates(&self, raw: &mut RawAnswers, today: NaiveDate) {
        let names: Vec<String> = raw.names().map(str::to_owned).collect();
        for name in names {
            let slug = name.rsplit('.').next().unwrap_or_default();
            let question = Key::from_slug(slug).and_then(|key| self.question(key));
            let Some(Kind::Date(kind)) = question.map(|question| question.kind) else { continue };
            let spelt = |words: &String| date::spelt_out(words, kind, today).unwrap_or_else(|| words.clone());
            raw.set(&name, raw.all(&name).iter().map(spelt).collect());
        }
    }

    /// Sorts answers into those that count and those whose question is no longer asked.
    #[must_use]
    pub fn counting(&self, answers: &Answers, voice: Voice) -> Counting {
        let mut counting = Counting::default();
        for section in self.sections {
            asked::sort("", section.questions, answers, voice, &[], &mut counting);
        }
        counting
    }

    /// Visits every question that is asked, in order.
    pub fn walk(&self, answers: &Answers, voice: Voice, mut visit: impl FnMut(Asked<'_>)) {
        for section in self.sections {
            asked::walk("", section.questions, voice, &[answers], &mut visit);
        }
    }

    /// As `walk`, for one section.
    pub fn walk_section(
        &self,
        section: &'static Section,
        answers: &Answers,
        voice: Voice,
        mut visit: impl FnMut(Asked<'_>),
    ) {
        asked::walk("", section.questions, voice, &[answers], &mut visit);
    }

    /// Every question at every level, in order, with the repeats that hold it, outermost first.
    #[must_use]
    pub fn all_questions(&self) -> Vec<(&'static Question, Vec<Key>)> {
        fn collect(questions: &'static [Question], within: &[Key], all: &mut Vec<(&'static Question, Vec<Key>)>) {
            for question in questions {
                all.push((question, within.to_vec()));
                if let Kind::Repeat(group) = question.kind {
                    let inner: Vec<Key> = within.iter().copied().chain([question.key]).collect();
                    collect(group.questions, &inner, all);
                }
            }
        }
        let mut all = Vec::new();
        for section in self.sections {
            collect(section.questions, &[], &mut all);
        }
        all
    }
}

/// Whether a name is that of a question, or of one within an item of a repeat: `issues.1.issue-kind`.
fn is_field(questions: &[Question], name: &str) -> bool {
    let of = |slug: &str| questions.iter().find(|question| question.slug() == slug);
    let Some((repeat, within)) = name.split_once('.') else { return of(name).is_some() };
    match (of(repeat).map(|question| question.kind), within.split_once('.')) {
        (Some(Kind::Repeat(group)), Some((id, inner))) => {
            id.parse::<u32>().is_ok_and(|id| id > 0) && is_field(group.questions, inner)
        }
        _ => false,
    }
}

fn find(questions: &'static [Question], key: Key) -> Option<&'static Question> {
    questions.iter().find_map(|question| {
        if question.key == key {
            return Some(question);
        }
        match question.kind {
            Kind::Repeat(group) => find(group.questions, key),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::question::{Choice, DateKind, Group, Need, When};
    use super::super::voice::Voices;
    use super::*;

    const KINDS: &[Choice] =
        &[Choice::new("housing", Voices::same("Housing")), Choice::new("court", Voices::each("Court", "", "Court"))];
    const KNOWN: &[Choice] =
        &[Choice::new("yes", Voices::same("Yes")), Choice::new("none", Voices::same("No dates")).alone()];
    const NEEDS: &[Choice] = &[
        Choice::new("sight", Voices::same("Sight")),
        Choice::new("hearing", Voices::same("Hearing")),
        Choice::new("dont-know", Voices::same("Don’t know")).alone(),
    ];
    const DATES: Group = Group {
        questions: &[
            Question::new(Key::DateWhen, Kind::Date(DateKind::Day), Voices::same("When?")),
            // Looks through its own item to the issue that holds it.
            Question::new(Key::DateOutcome, Kind::Line(20), Voices::same("Which court?"))
                .when(When::Is(Key::IssueKind, "court")),
        ],
        item: Voices::same("date"),
        most: 2,
    };
    const ISSUES: Group = Group {
        questions: &[
            Question::new(Key::IssueKind, Kind::One(KINDS), Voices::same("What is it about?")),
            Question::new(Key::DatesKnown, Kind::One(KNOWN), Voices::same("Is there a date?")),
            Question::new(Key::Dates, Kind::Repeat(DATES), Voices::same("The dates"))
                .when(When::Is(Key::DatesKnown, "yes")),
        ],
        item: Voices::same("issue"),
        most: 3,
    };
    const SAMPLE: Form = Form {
        sections: &[Section {
            slug: "sample",
            title: Voices::same("Sample"),
            intro: Voices::NONE,
            questions: &[
                Question::new(Key::PersonName, Kind::Line(10), Voices::same("Name?")).need(Need::ToSend),
                Question::new(Key::PersonEmail, Kind::Email, Voices::same("E-mail?")),
                Question::new(Key::PersonNeeds, Kind::Many(NEEDS), Voices::same("Needs?")),
                Question::new(Key::Issues, Kind::Repeat(ISSUES), Voices::same("Issues")),
            ],
        }],
    };

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn read(pairs: &[(&str, &str)], voice: Voice) -> Reading {
        SAMPLE.read(&pairs.iter().copied().collect(), voice, today())
    }

    fn codes(reading: &Reading) -> Vec<(&str, &str)> {
        reading.problems.iter().map(|problem| (problem.path.as_str(), problem.wrong.code())).collect()
    }

    #[test]
    fn items_nest_and_keep_their_places() {
        let pairs = [
            ("issues.2.issue-kind", "housing"),
            ("issues.2.dates-known", "yes"),
            ("issues.2.dates.7.date-when", "1 12 2026"),
            ("issues.1", ""),
        ];
        let reading = read(&pairs, Voice::Myself);
        let issues = reading.answers.items(Key::Issues);
        assert_eq!(issues.iter().map(|item| item.id).collect::<Vec<_>>(), [2]);
        let dates = issues[0].answers.items(Key::Dates);
        assert_eq!(dates[0].id, 7);
        assert_eq!(dates[0].answers.date(Key::DateWhen).unwrap().in_words(), "Tuesday 1 December 2026");
    }

    #[test]
    fn a_name_of_no_question_is_found_at_every_level() {
        let known = ["person-name", "issues", "issues.1.issue-kind", "issues.7.dates.2.date-when", "issues.7.dates"];
        let unknown = [
            "name",
            "issue-kind",
            "person-name.1.person-name",
            "issues.1",
            "issues.0.issue-kind",
            "issues.x.issue-kind",
            "issues.1.person-name",
            "issues.1.dates.1.date-when.1",
        ];
        let raw: RawAnswers = known.into_iter().chain(unknown).map(|name| (name, "anything")).collect();
        let mut expected = unknown;
        expected.sort_unstable();
        assert_eq!(SAMPLE.unknown(&raw), expected);
    }

    #[test]
    fn what_is_wrong_is_kept_with_its_problem() {
        let reading = read(
            &[
                ("person-name", "A name that is long"),
                ("person-email", "nobody at example"),
                ("person-needs", "sight"),
                ("person-needs", "dont-know"),
                ("issues.1.issue-kind", "court"),
                ("issues.1.dates.1.date-when", "soon"),
            ],
            Voice::Myself,
        );
        assert_eq!(
            codes(&reading),
            [
                ("person-name", "too-long"),
                ("person-email", "not-an-email"),
                ("person-needs", "not-alone"),
                ("issues.1.issue-kind", "not-a-choice"),
                ("issues.1.dates.1.date-when", "not-a-date"),
            ]
        );
        assert_eq!(reading.answers.words(Key::PersonName), Some("A name that is long"));
        assert_eq!(reading.answers.words(Key::PersonEmail), Some("nobody at example"));
        let dates = reading.answers.items(Key::Issues)[0].answers.items(Key::Dates);
        assert_eq!(dates[0].answers.words(Key::DateWhen), Some("soon"));
    }

    #[test]
    fn an_answer_counts_while_its_question_is_asked() {
        let pairs = [
            ("issues.1.issue-kind", "court"),
            ("issues.1.dates-known", "none"),
            ("issues.1.dates.1.date-when", "1 12 2026"),
            ("issues.2.issue-kind", "housing"),
            ("issues.2.dates-known", "yes"),
            ("issues.2.dates.1.date-when", "1 12 2026"),
            ("issues.2.dates.1.date-outcome", "none of it"),
        ];
        let reading = read(&pairs, Voice::Someone);
        let counting = SAMPLE.counting(&reading.answers, Voice::Someone);
        assert_eq!(
            counting.set_aside,
            [("issues.1.dates".to_owned(), Key::Dates), ("issues.2.dates.1.date-outcome".to_owned(), Key::DateOutcome)]
        );
        assert_eq!(counting.answers.items(Key::Issues)[1].answers.items(Key::Dates).len(), 1);
    }

    #[test]
    fn dates_that_move_with_the_day_are_spelt_out_and_nothing_else_is() {
        let path = "issues.1.dates.1.date-when";
        for (typed, kept) in [("tomorrow", "Tuesday 24 November 2026"), ("1 12 2026", "1 12 2026"), ("soon", "soon")] {
            let mut raw: RawAnswers = [(path, typed), ("person-name", "tomorrow")].into_iter().collect();
            SAMPLE.spell_out_dates(&mut raw, today());
            assert_eq!((raw.first(path), raw.first("person-name")), (kept, "tomorrow"));
        }
    }

    #[test]
    fn a_walk_passes_every_asked_question_once() {
        let reading = read(
            &[
                ("issues.1.issue-kind", "court"),
                ("issues.1.dates-known", "yes"),
                ("issues.1.dates", "1"),
                ("issues.1.dates.1.date-when", "1 12 2026"),
            ],
            Voice::Someone,
        );
        let mut paths = Vec::new();
        SAMPLE.walk(&reading.answers, Voice::Someone, |asked| {
            paths.push((asked.path.to_owned(), asked.answer.is_some()));
        });
        let paths: Vec<_> = paths.iter().map(|(path, answered)| (path.as_str(), *answered)).collect();
        assert_eq!(
            paths,
            [
                ("person-name", false),
                ("person-email", false),
                ("person-needs", false),
                ("issues", true),
                ("issues.1.issue-kind", true),
                ("issues.1.dates-known", true),
                ("issues.1.dates", true),
                ("issues.1.dates.1.date-when", true),
                ("issues.1.dates.1.date-outcome", false),
            ]
        );
    }

    /// Names that mean something, nearly mean something, or mean nothing.
    fn names() -> impl Strategy<Value = String> {
        prop_oneof![
            Just("person-name".to_owned()),
            Just("person-email".to_owned()),
            Just("person-needs".to_owned()),
            Just("issues".to_owned()),
            (0_u32..9, 0_u32..9).prop_map(|(issue, date)| format!("issues.{issue}.dates.{date}.date-when")),
            "issues\\.[0-9.a-z-]{0,20}",
            ".{0,30}",
        ]
    }

    proptest! {
        #[test]
        fn anything_sent_is_survived_and_words_are_kept(
            pairs in prop::collection::vec((names(), ".{0,60}"), 0..40), name in "[a-zé ]{1,30}"
        ) {
            let mut raw = RawAnswers::from_pairs(pairs);
            raw.set("person-name", vec![name.clone()]);
            for voice in Voice::ALL {
                let reading = SAMPLE.read(&raw, voice, today());
                let said = name.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(reading.answers.words(Key::PersonName).unwrap_or_default(), said);
                let again = SAMPLE.counting(&SAMPLE.counting(&reading.answers, voice).answers, voice);
                prop_assert!(again.set_aside.is_empty());
            }
        }
    }
}
