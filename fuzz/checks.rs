//! What must hold for any bytes at all, of each thing that reads what strangers or owners type. The fuzz targets call these
//! with what libFuzzer makes up, `cargo test` with what proptest makes up and with the seeds beside this file.

use std::fs;

use alongside::feedback::FEEDBACK;
use alongside::form::{Counting, DateKind, Form, REFERRAL, RawAnswers, Reading, Voice, parse_date};
use alongside::ids::{self, InvitationCode, ReceiptCode, Reference, ReturnCode, SubmissionKey};
use alongside::intake::calendar::Calendar;
use alongside::intake::{self, record};
use alongside::settings::rubric::Rubric;
use alongside::settings::{Given, Settings};
use alongside::vault::fold::fold;
use alongside::vault::keys::Keys;
use alongside::view::feedback::{Screen, question};
use alongside::view::layout::Signed;
use alongside::view::section::{Asking, Then, everything};
use alongside::view::staff::feedback::{Given as Said, given};
use alongside::view::{Drawing, Sheet, Sheets, Site, Token};
use alongside::words::Lang;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value};

/// A Monday in November at ten in the morning.
fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_428_000, 0).unwrap_or_default()
}

fn site() -> Site {
    Site {
        name: "Northshire Advocacy".to_owned(),
        sheets: Sheets::each(|style| style.file().to_owned()),
        logo: "logo.svg".to_owned(),
        picture: |_| Drawing::of("<svg></svg>"),
        phone: None,
        text: None,
        email: None,
        hours: None,
        complaints: None,
        notice: None,
        lang: Lang::English,
        around: alongside::view::layout::Around::default(),
    }
}

/// The first byte says the voice, the rest is the body of a form as a browser sends it.
pub(crate) fn answers(bytes: &[u8]) {
    let Some((first, body)) = bytes.split_first() else { return };
    let [one, two, three] = Voice::ALL;
    let voice = [one, two, three].into_iter().cycle().nth(usize::from(*first)).unwrap_or(one);
    let Ok(pairs) = serde_html_form::from_bytes::<Vec<(String, String)>>(body) else { return };
    judged(&RawAnswers::from_pairs(pairs), voice);
}

/// A file of answers, as `alongside assess` reads it.
pub(crate) fn json(bytes: &[u8]) {
    let Ok(answers) = serde_json::from_slice::<Map<String, Value>>(bytes) else { return };
    for voice in Voice::ALL {
        judged(&REFERRAL.with_implied(RawAnswers::from_json(&answers)), voice);
    }
}

/// What somebody says of the service: the body of a form as a browser sends it. It is kept as it was sent, read anew by staff,
/// and no page that shows it holds mark-up that was typed.
pub(crate) fn feedback(bytes: &[u8]) {
    let Ok(pairs) = serde_html_form::from_bytes::<Vec<(String, String)>>(bytes) else { return };
    let sent = RawAnswers::from_pairs(pairs);
    let kept = serde_json::to_value(&sent).expect("what was sent can be kept");
    let raw: RawAnswers = serde_json::from_value(kept).expect("what was kept can be read");
    assert_eq!(raw, sent);
    let (reading, counting) = settled(&FEEDBACK, &raw, Voice::Myself);
    let record = record::snapshot(&FEEDBACK, &reading.answers, &counting, true, Voice::Myself);
    let rows = record.sections.into_iter().flat_map(|section| section.rows).collect();
    let said = [Said { id: 1, title: String::new(), rows }];
    let page = given(&site(), Signed { name: "", token: Token(""), pages: &[] }, &said, None).into_string();
    // Its head, where the one who is signed in is named, has mark-up of ours.
    let (_, shown) = page.split_once("</header>").expect("a page has a head");
    holds_no_markup(shown);
    for asked in FEEDBACK.sections.iter().flat_map(|section| section.questions) {
        let screen = Screen {
            question: asked,
            answered: raw.first(asked.slug()),
            number: 1,
            of: 1,
            before: None,
            token: Token(""),
            problems: &[],
            unsaved: None,
        };
        holds_no_markup(&question(&site(), &screen).into_string());
    }
}

/// Reading never fails and is the same each time, and what counts is settled at once.
fn settled(form: &Form, raw: &RawAnswers, voice: Voice) -> (Reading, Counting) {
    let today = Calendar::today(now());
    let reading = form.read(raw, voice, today);
    assert_eq!(reading.answers, form.read(raw, voice, today).answers);
    assert!(form.unknown(raw).into_iter().all(|name| raw.mentions(name)));
    let counting = form.counting(&reading.answers, voice);
    let again = form.counting(&counting.answers, voice);
    assert!(again.set_aside.is_empty() && again.answers == counting.answers, "what counts goes on counting");
    (reading, counting)
}

fn holds_no_markup(page: &str) {
    // The word alone, read in what somebody wrote, does nothing.
    for markup in ["<script", "<b>", "<img onerror", "href=\"javascript:"] {
        assert!(!page.contains(markup), "{markup} on the page");
    }
}

/// What was read is settled, the rules have an answer, and the page that shows it all holds no mark-up that was typed.
fn judged(raw: &RawAnswers, voice: Voice) {
    let (reading, counting) = settled(&REFERRAL, raw, voice);
    let rubric = Rubric::read("").expect("the built-in rubric is right");
    let assessment = intake::assess(&counting.answers, voice, &rubric, &Calendar::default(), now());
    assert!(assessment.issues.iter().all(|issue| issue.contact_by >= now()), "nobody is promised a call in the past");
    let record = record::snapshot(&REFERRAL, &reading.answers, &counting, true, voice);
    assert!(serde_json::to_string(&record).is_ok() && serde_json::to_string(&assessment).is_ok());
    let asking = Asking {
        form: &REFERRAL,
        sheet: Sheet {
            voice,
            typed: raw,
            answers: &counting.answers,
            problems: &reading.problems,
            choose: "",
            lang: Lang::English,
        },
        then: Then::On,
        kept: true,
        notice: None,
        token: Token(""),
    };
    holds_no_markup(&everything(&site(), &asking).into_string());
}

/// Words where a date is asked for.
pub(crate) fn dates(bytes: &[u8]) {
    let Ok(words) = std::str::from_utf8(bytes) else { return };
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    for kind in DateKind::ALL {
        let Ok(date) = parse_date(words, kind, today) else { continue };
        assert!(!date.in_words().is_empty());
        assert_eq!(parse_date(words, kind, today), Ok(date));
        if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
            assert!(earliest <= latest, "{words}");
        }
    }
}

/// Words where a code, a key or a name is asked for.
pub(crate) fn codes(bytes: &[u8]) {
    let Ok(typed) = std::str::from_utf8(bytes) else { return };
    if let Ok(code) = typed.parse::<Reference>() {
        assert_eq!(code.shown().parse(), Ok(code));
    }
    if let Ok(code) = typed.parse::<ReturnCode>() {
        assert!(code.shown().parse::<ReturnCode>().is_ok_and(|again| again == code));
        assert!(typed.parse::<ReceiptCode>().is_ok() && typed.parse::<InvitationCode>().is_ok());
    }
    let _ = typed.parse::<SubmissionKey>();
    if let Ok(bytes) = ids::from_letters(typed) {
        assert_eq!(ids::from_letters(&ids::to_letters(&bytes)), Ok(bytes));
    }
    let folded = fold(typed);
    assert_eq!(fold(&folded), folded, "{typed}");
    let _ = Keys::parse(typed);
    let _ = Keys::from_recovery_copy(typed);
}

/// A settings file, and a rubric file.
pub(crate) fn settings(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Err(mistake) = Rubric::read(text) {
        assert!(!mistake.to_string().is_empty());
    }
    // Paths in it are read: nothing that never ends.
    if text.contains("/dev/") {
        return;
    }
    let thread = std::thread::current().id();
    let file = std::env::temp_dir().join(format!("alongside-{}-{thread:?}.toml", std::process::id()));
    fs::write(&file, text).expect("a file can be written");
    let read = Settings::read(&Given { file: Some(file.clone()), ..Given::default() }, []);
    let _ = fs::remove_file(file);
    if let Err(mistakes) = read {
        assert!(!mistakes.0.is_empty());
        assert!(mistakes.0.iter().all(|mistake| !mistake.place.is_empty() && !mistake.write.is_empty()), "{mistakes}");
    }
}
