//! Nothing that somebody wrote into a referral stands in a mail: every kind of mail, made by what makes it for the portal.

use alongside::form::{Kind, REFERRAL, RawAnswers, Voice};
use alongside::ids::{Reference, SubmissionKey};
use alongside::intake::calendar::Calendar;
use alongside::mail::Alarm;
use alongside::permission::{Actor, Role};
use alongside::reassess::{self, Told, reassess};
use alongside::receive::{Desk, Sent, receive};
use alongside::rights::alarm::alarm;
use alongside::settings::rubric::{Band, Rubric};
use alongside::settings::{Given, Settings};
use alongside::store::outbox::NewMail;
use alongside::store::referrals::{ForAssessment, NewReferral};
use alongside::triage::life::Channel;
use alongside::words::Lang;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, json};

/// Every kind of mail there is, in the order in which they are made here.
const KINDS: [&str; 6] = ["receipt", "triage-alert", "band-rose", "override-lapsed", "alarm-copied", "alarm-erased"];
/// What every word that is written holds, and nothing that stands in a mail by right.
const MARK: &str = "zq";
/// Numbers that are written, in the form in which they are typed.
const NUMBERS: [&str; 2] = ["07700 900417", "999 000 0018"];
/// How many questions at most are answered with words of their own.
const WORDS: usize = 300;

/// What makes every mail possible: somebody who can be written to, and a hearing that comes nearer.
const ANSWERS: [(&str, &str); 16] = [
    ("referrer-contact-ways", "email"),
    ("referrer-email", "from.zq@example.org"),
    ("referrer-email-safe", "yes"),
    ("referrer-may-know", "yes"),
    ("referrer-relationship", "friend"),
    ("aware", "yes"),
    ("contact-ways", "email"),
    ("person-email", "of.zq@example.org"),
    ("email-safe", "yes"),
    ("unsafe-ways", "none-known"),
    ("issues.1.issue-kind", "court"),
    ("issues.1.dates-known", "yes"),
    ("issues.1.dates.1.date-what", "hearing"),
    ("issues.1.dates.1.date-when", "2026-11-27"),
    ("issues.1.dates.1.date-firm", "fixed"),
    ("issues", "1"),
];

fn monday() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

/// An answer to every question of the form: words wherever words can be typed, any choice wherever there are some.
fn everything(written: &[String], picks: &[Index]) -> RawAnswers {
    let mut raw = RawAnswers::default();
    let (mut written, mut picks) = (written.iter(), picks.iter());
    for (question, within) in REFERRAL.all_questions() {
        let before: String = within.iter().flat_map(|repeat| [repeat.slug(), ".1."]).collect();
        let value = match question.kind {
            Kind::One(choices) | Kind::Many(choices) => picks.next().unwrap().get(choices).slug.to_owned(),
            Kind::Line(_) | Kind::Text(_) | Kind::Date(_) => written.next().unwrap().clone(),
            Kind::Email => format!("{}@example.org", written.next().unwrap().replace(' ', "")),
            Kind::Phone => NUMBERS[0].to_owned(),
            Kind::NhsNumber => NUMBERS[1].to_owned(),
            Kind::Repeat(_) => "1".to_owned(),
        };
        raw.set(&format!("{before}{}", question.slug()), vec![value]);
    }
    for (name, value) in ANSWERS {
        raw.set(name, vec![value.to_owned()]);
    }
    raw
}

/// The owner's settings, with an address for what the service is told.
fn settings() -> Settings {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("alongside.toml");
    let mail = "[mail]\nfrom = \"portal@example.org\"\ndirectory = \"unused\"\ntriage_to = \"desk@example.org\"\n";
    std::fs::write(&file, mail).unwrap();
    let data = Some(folder.path().join("data"));
    Settings::read(&Given { file: Some(file), data, listen: None, demo: true }, []).unwrap()
}

/// It waits in a band that the day before the hearing no longer allows.
fn waiting(new: &NewReferral, raw: &RawAnswers, overridden: bool) -> ForAssessment {
    ForAssessment {
        id: 1,
        reference: new.reference.clone(),
        version: 2,
        voice: new.voice,
        band: Band::Planned,
        computed_band: Band::Planned,
        overridden,
        points: new.points,
        contact_by: new.contact_by,
        rank: new.rank,
        answers: json!(raw),
        assessment: json!({}),
        received_at: new.received_at,
    }
}

/// Every mail that comes of a referral with these answers, from its arrival until it is erased.
fn mails(raw: &RawAnswers, voice: Voice) -> Vec<NewMail> {
    let (settings, rubric, calendar) = (settings(), Rubric::read("").unwrap(), Calendar::default());
    let (lang, base_url) = (Lang::English, settings.web.base_url.as_str());
    let desk = Desk { lang, rubric: &rubric, calendar: &calendar, mail: &settings.mail, base_url };
    let submission = SubmissionKey::random().unwrap();
    let sent = Sent { raw, voice, channel: Channel::Web, keep_set_aside: true, submission: &submission, draft: None };
    let reference: Reference = "7K3M92QX".parse().unwrap();
    let new = receive(&sent, &desk, reference.clone(), monday()).referral;
    let answers = reassess::read(&json!(raw), voice, monday()).unwrap();
    let told = Told { before: &answers, now: &answers };
    let later = monday() + TimeDelta::days(3);
    let again = |overridden| reassess(&waiting(&new, raw, overridden), told, &desk, later).mails;
    let (rose, lapsed) = (again(false), again(true));
    let manager = Actor::Staff { id: 1, role: Role::Manager };
    let alarm = |what| alarm(what, (&reference, manager), (&settings, lang), later);
    let alarms = [alarm(Alarm::Copied), alarm(Alarm::Erased)].into_iter().flatten();
    new.mails.into_iter().chain(rose).chain(lapsed).chain(alarms).collect()
}

proptest! {
    // Each case holds an answer to every question there is.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever was written into the form: no mail holds any of it but the address it goes to.
    #[test]
    fn no_mail_holds_any_answer(
        written in vec("[a-z]{3,9}zq[a-z ]{0,30}", WORDS), picks in vec(any::<Index>(), WORDS),
    ) {
        let raw = everything(&written, &picks);
        for voice in Voice::ALL {
            let mails = mails(&raw, voice);
            prop_assert_eq!(mails.iter().map(|mail| mail.kind.as_str()).collect::<Vec<_>>(), KINDS);
            for mail in mails {
                let mut body: Map<_, _> = serde_json::from_value(mail.body).unwrap();
                prop_assert!(body.remove("to").is_some());
                for (part, said) in body {
                    let said = said.as_str().unwrap();
                    let is_told = said.contains(MARK) || NUMBERS.iter().any(|number| said.contains(number));
                    prop_assert!(!is_told, "{} of {}: {}", part, mail.kind, said);
                }
            }
        }
    }
}
