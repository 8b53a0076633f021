//! Every page filled with made-up things, for the tests of this room and for looking at.
//!
//! `VIEW_SAMPLES=folder cargo test view::` also writes them, so that they can be opened beside `static/`.

mod desk;
mod easy;
mod refusals;

use chrono::NaiveDate;
use maud::Markup;

use super::check::{Check, check};
use super::drafts::{come_back, save, saved};
use super::emergency::{Danger, Safeguarding, danger};
use super::layout::Site;
use super::notices::{Trouble, document, left, trouble};
use super::receipt::{Receipt, receipt};
use super::section::{Asking, IssueLine, Notice, Then, everything, issue, issues, section};
use super::start::{Start, start};
use super::tasks::{Tasks, tasks};
use super::{Sheet, Token, Told};
use crate::form::{Counting, REFERRAL, RawAnswers, Reading, Voice};
use crate::intake::{progress, record};
use crate::web::paths::Path;
use crate::words::document::{Document, Part, Passage};
use crate::words::statement::{Facts, statement};
use crate::words::{Lang, errors};

/// A name and a page.
pub(super) type Sample = (String, Markup);

pub(super) const TOKEN: Token<'static> = Token("0123456789abcdef");

pub(super) fn site() -> Site {
    Site {
        lang: Lang::English,
        name: "Northshire Advocacy".to_owned(),
        sheets: super::Sheets::each(|style| style.file().to_owned()),
        logo: "logo.svg".to_owned(),
        picture: |_| super::Drawing::of(include_str!("../../static/pictures/yes.svg")),
        phone: Some("01632 960 001".to_owned()),
        text: Some("07700 900 001".to_owned()),
        email: Some("hello@advocacy.example".to_owned()),
        hours: Some("Monday to Friday, 9am to 5pm".to_owned()),
        complaints: Some("01632 960 009".to_owned()),
        notice: Some("This is a demonstration.".to_owned()),
        around: super::layout::Around::default(),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// A draft in one voice, read.
pub(super) struct Draft {
    pub(super) voice: Voice,
    pub(super) typed: RawAnswers,
    pub(super) reading: Reading,
    pub(super) counting: Counting,
}

impl Draft {
    pub(super) fn new(voice: Voice, typed: RawAnswers) -> Self {
        let reading = REFERRAL.read(&typed, voice, today());
        let counting = REFERRAL.counting(&reading.answers, voice);
        Self { voice, typed, reading, counting }
    }

    pub(super) fn asking(&self, problems: bool) -> Asking<'_> {
        Asking {
            form: &REFERRAL,
            sheet: Sheet {
                lang: Lang::English,
                voice: self.voice,
                typed: &self.typed,
                answers: &self.counting.answers,
                problems: if problems { &self.reading.problems } else { &[] },
                choose: "",
            },
            then: Then::On,
            kept: true,
            notice: None,
            token: TOKEN,
        }
    }
}

/// Answers with one of each way to be wrong, and words that mark-up must not swallow.
pub(super) fn filled() -> RawAnswers {
    [
        ("danger-now", "not-sure"),
        ("danger-what", "His brother <b>shouts</b> & \"breaks\" things\nMost evenings"),
        ("referrer-name", "Ann Made-up"),
        ("referrer-contact-ways", "email"),
        ("referrer-email", "ann at example"),
        ("person-name", "Sam Made-up"),
        ("person-age-group", "18-over"),
        ("person-born", "the year of the flood"),
        ("person-needs", "autism"),
        ("person-needs", "dont-know"),
        ("contact-ways", "phone"),
        ("person-phone", "twelve"),
        ("happening", "They want to move Sam to another home.\n\nSam does not want to go."),
        ("says-urgent", "no"),
        ("urgent-why", "Written before the answer changed"),
        ("issues.1.issue-kind", "care-review"),
        ("issues.1.dates-known", "yes"),
        ("issues.1.dates.1.date-what", "meeting"),
        ("issues.1.dates.1.date-when", "soon"),
        ("issues.1.dates.2.date-what", "move"),
        ("issues.1.dates.2.date-when", "9 12 2026"),
        ("issues.2.issue-kind", "housing"),
        ("consent", "yes"),
    ]
    .into_iter()
    .collect()
}

/// Every page, in most of its states.
pub(super) fn all() -> Vec<Sample> {
    let mut all = Vec::new();
    public(&mut all);
    for voice in Voice::ALL {
        questions(voice, &mut all);
        refusals::pages(voice, &mut all);
    }
    easy::pages(&mut all);
    desk::desk(&mut all);
    all
}

fn public(all: &mut Vec<Sample>) {
    let site = site();
    let councils = [Safeguarding {
        council: "Northshire Council".to_owned(),
        by_day: Some("01632 960 002".to_owned()),
        by_night: Some("01632 960 003".to_owned()),
    }];
    let mut page = |name: &str, page: Markup| all.push((name.to_owned(), page));
    page(
        "start",
        start(
            &site,
            &Start {
                covers: Some("We cover Northshire and Northtown."),
                readers: None,
                hours: Some("Monday to Friday, 9am to 5pm"),
            },
        ),
    );
    let children = Some("01632 960 004");
    page("danger", danger(&site, &Danger { safeguarding: &councils, children, on: None, kept: false }));
    page("danger-on", danger(&site, &Danger { safeguarding: &councils, children, on: Some(Path::Tasks), kept: true }));
    page("left", left(&site));
    page("save", save(&site, &told("word", "Write a word of at least 4 letters."), TOKEN));
    page("saved", saved(&site, "K7QM-2XRD-94TP", "6 December 2026"));
    page("return", come_back(&site, "7K3M", &[], (TOKEN, true)));
    page(
        "return-wrong",
        come_back(&site, "7K3M", &told("code", "Check the code and the word. They do not fit."), (TOKEN, false)),
    );
    let next = ["We read what you wrote. We put people who need help soonest first.".to_owned()];
    let until = ["Northshire Advocacy is closed now. Nobody will read what you sent before Monday, 9am.".to_owned()];
    for danger in [false, true] {
        let sent = Receipt {
            reference: "7K3M-92QX",
            code: "H4TN-86WC-3KPR",
            next: &next,
            until_then: &until,
            danger,
            safeguarding: &councils,
            children: danger.then_some("01632 960 004"),
        };
        page(if danger { "receipt-danger" } else { "receipt" }, receipt(&site, &sent));
    }
    let on = [(Path::Start, "Go to the start page"), (Path::Return, "Use a return code")];
    let (sorry, again, send) = (&errors::AWAY, Some("Wait."), Some((TOKEN, "keep")));
    let wrong = Trouble {
        sorry,
        again,
        send,
        sending: true,
        written: "They asked <for> time.\n\nSo do we.",
        ways_on: &on,
        request: "5f",
    };
    page("trouble", trouble(&site, &wrong));
    for (number, sorry) in (1..).zip(errors::ALL) {
        page(&format!("trouble-{number}"), trouble(&site, &Trouble { sorry, ..wrong }));
        let plain = Trouble { sorry, again: None, sending: false, send: None, written: "", ..wrong };
        page(&format!("trouble-{number}-plain"), trouble(&site, &plain));
    }
    let facts = Facts {
        service: "Northshire Advocacy",
        organisation: "Northshire Voices",
        website: "advocacy.example",
        email: "help@advocacy.example",
        phone: "01632 960 001",
        answer_days: 5,
        prepared: "1 November 2026",
        reviewed: "",
        tested: "",
    };
    page("statement", document(&site, &statement(Lang::English, &facts)));
    let prose = Document {
        title: "Privacy".to_owned(),
        opening: vec![Part::Paragraph("This page is for you.".to_owned())],
        passages: vec![Passage {
            anchor: "who",
            heading: "Who looks after it".to_owned(),
            parts: vec![
                Part::List(vec!["We do.".to_owned()]),
                Part::Table {
                    caption: "How long it is kept".to_owned(),
                    head: ["What", "Years"].map(str::to_owned),
                    rows: vec![["Referrals", "6"].map(str::to_owned)],
                },
                Part::Link { words: "Complain to the ICO".to_owned(), address: "https://ico.org.uk/".to_owned() },
            ],
        }],
    };
    page("document", document(&site, &prose));
}

fn told(field: &str, sentence: &str) -> Vec<Told> {
    vec![Told::here(field, sentence.to_owned())]
}

fn questions(voice: Voice, all: &mut Vec<Sample>) {
    let site = site();
    let blank = Draft::new(voice, RawAnswers::default());
    let full = Draft::new(voice, filled());
    let sections: Vec<_> = REFERRAL.sections_for(voice).collect();
    let mut page = |name: &str, page: Markup| all.push((format!("{}-{name}", voice.slug()), page));
    for (number, part) in (1..).zip(&sections) {
        for (draft, wrong, state) in [(&blank, false, ""), (&full, true, "-wrong")] {
            let asking = draft.asking(wrong);
            if part.slug == "issues" {
                continue;
            }
            page(&format!("{}{state}", part.slug), section(&site, &asking, part, number, sections.len()));
        }
        if part.slug == "issues" {
            let line = |id, kind, missing| IssueLine { id, kind, missing };
            let lines = [line(1, Some("A review of care"), 3), line(4, None, 1)];
            page("list", issues(&site, &blank.asking(false), part, &lines, (number, sections.len())));
            page("list-empty", issues(&site, &blank.asking(false), part, &[], (number, sections.len())));
        }
    }
    page("issue", issue(&site, &blank.asking(false), 1, 1));
    page("issue-wrong", issue(&site, &full.asking(true), 1, 1));
    for (number, notice) in (1..).zip(Notice::EVERY) {
        let [above, among_all] = [&full, &blank].map(|draft| Asking { notice: Some(notice), ..draft.asking(false) });
        page(&format!("issue-notice-{number}"), issue(&site, &above, 1, 1));
        page(&format!("everything-notice-{number}"), everything(&site, &among_all));
    }
    let mut choosing = full.asking(false);
    choosing.sheet.choose = "issues.1.issue-kind";
    page("issue-choose", issue(&site, &choosing, 1, 1));
    page("everything", everything(&site, &blank.asking(false)));
    page("everything-wrong", everything(&site, &full.asking(true)));
    let progress = progress::of(&REFERRAL, &full.counting.answers, voice, today());
    page("tasks", tasks(&site, &Tasks { voice, sections: &progress, kept_until: "6 December 2026", anew: true }));
    let record = record::snapshot(&REFERRAL, &full.reading.answers, &full.counting, true, voice);
    let told = full.asking(true).told();
    for (name, problems, tried) in
        [("check", Vec::new(), false), ("check-needed", told.clone(), false), ("check-wrong", told, true)]
    {
        let gaps = ["Is it safe to leave a message?".to_owned()];
        let through = Check {
            voice,
            record: &record,
            danger: true,
            said_no: true,
            needed: &problems,
            tried,
            gaps: &gaps,
            token: TOKEN,
        };
        page(name, check(&site, &through));
    }
}
