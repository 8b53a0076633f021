//! The accessibility statement, under the headings of the model statement (SI 2018/952, regulation 8).
//!
//! Says only what is so: what was tested by machine and what that found, and that people have not tested it yet.

use super::Lang;
use super::Text;
use super::document::{Document, Part, link, list, para, passage};
use super::tested::{self, Record};
use super::text::texts;

/// Help with a device of one's own.
const ABILITY_NET: &str = "https://mcmw.abilitynet.org.uk/";
/// Whom to turn to where an answer does not help (the model statement names it).
const EASS: &str = "https://www.equalityadvisoryservice.com/";

texts! {
    title(service: &str) = "Accessibility statement for {service}";
    opening_who(website: &str, organisation: &str) =
        "This statement is about {website}. {organisation} runs this website.";
    OPENING_LEAD = "We want as many people as possible to be able to use it. You should be able to:";
    OPENING_LIST = [
        "make the text 4 times as big without losing any of it",
        "use it on a small phone",
        "use it with a keyboard only",
        "use it by voice",
        "listen to it with a screen reader",
        "use your own colours, a dark screen, or more contrast",
        "use it with scripts turned off: it has none",
    ];
    OPENING_PLAIN = "We have also made the text as plain as we can.";
    OPENING_LINK = "AbilityNet can help you make your device easier to use";

    ACCESSIBLE = "How accessible this website is";
    LIMITS_LEAD = "We know of these limits:";
    LIMITS = [
        "The form is long. You can do it in parts, and leave out what you do not know.",
        "There is no video in British Sign Language.",
        "The words are in English only.",
        "The form for asking is not in Easy Read yet. The feedback questions are.",
    ];

    FEEDBACK = "Feedback and contact information";
    FEEDBACK_LEAD =
        "Do you need this in another way: large print, Easy Read, audio, braille, or another language? Or would you \
         like to ask for an advocate in another way? Tell us what you need:";
    feedback_phone(number: &str) = "Phone: {number}";
    feedback_email(address: &str) = "E-mail: {address}";
    answered_within(days: &str) = "We answer within {days}.";
    WORKING_DAY = "1 working day";
    working_days(days: u32) = "{days} working days";

    REPORTING = "Reporting accessibility problems with this website";
    REPORTING_WORDS =
        "If you find a problem that is not on this page, please tell us in the same way. You do not need to know what \
         it is called. Tell us what you tried to do, and what happened.";

    ENFORCEMENT = "Enforcement procedure";
    ENFORCEMENT_WORDS =
        "The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile \
        Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”). If you are not happy \
        with our answer, contact the Equality Advisory and Support Service (EASS).";
    ENFORCEMENT_LINK = "Equality Advisory and Support Service";

    TECHNICAL = "Technical information about this website’s accessibility";
    committed(organisation: &str) =
        "{organisation} is committed to making this website accessible, in line with the Public Sector Bodies (Websites \
         and Mobile Applications) (No. 2) Accessibility Regulations 2018.";
    COMPLIANCE = "Compliance status";
    COMPLIANCE_WORDS =
        "This website is partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2 AA \
        standard. Disabled people have not tested it yet, so we do not say more.";

    NOT_ACCESSIBLE = "Non-accessible content";
    NON_COMPLIANCE = "Non-compliance with the accessibility regulations";
    NON_COMPLIANCE_NONE = "We know of none. What was not tried is named under “How it was tested”.";
    non_compliance_some(problems: usize) =
        "The last test by machine found {problems} problems: see “How it was tested”.";
    BURDEN = "Disproportionate burden";
    OUT_OF_SCOPE = "Content that’s not within the scope of the accessibility regulations";
    CLAIM_NONE = "We claim none.";

    IMPROVING = "What we’re doing to improve accessibility";
    IMPROVING_LIST = [
        "Each change to the software is checked by machine before it is used, page by page, also with mistakes on the \
        page.",
        "We plan to have the form and the feedback tested by disabled people, and by people who use advocates.",
        "We plan to add an Easy Read form with pictures.",
    ];

    PREPARATION = "Preparation of this accessibility statement";
    prepared(date: &str) = "This statement was prepared on {date}.";
    PREPARED_UNKNOWN = "This statement was prepared on: the organisation has not given the date yet.";
    reviewed(date: &str) = "It was last reviewed on {date}.";
    REVIEWED_UNKNOWN = "It was last reviewed on: the organisation has not given the date yet.";
    tested(date: &str) = "This website was last tested on {date}.";
    TESTED_UNKNOWN = "This website was last tested on: the organisation has not given the date yet.";
}

/// What the owner has to say in the statement.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The name of the service.
    pub service: &'a str,
    /// The legal name of the organisation that runs this website.
    pub organisation: &'a str,
    /// The address of this website.
    pub website: &'a str,
    /// Where to report a barrier by e-mail; empty if by phone only.
    pub email: &'a str,
    /// Where to report a barrier by phone; empty if by e-mail only.
    pub phone: &'a str,
    /// Working days within which an answer comes.
    pub answer_days: u32,
    /// When the statement was prepared, in words; empty where the owner has not said.
    pub prepared: &'a str,
    /// When it was last reviewed, in words; empty where the owner has not said.
    pub reviewed: &'a str,
    /// When this website was last tested, in words; empty where the owner has not said.
    pub tested: &'a str,
}

/// The whole statement.
#[must_use]
pub fn statement(lang: Lang, facts: &Facts<'_>) -> Document {
    let say = lang.teller();
    let known = vec![para(say(LIMITS_LEAD)), list(lang.list(LIMITS))];
    let record = Record::of_this_release();
    let enforced = vec![para(say(ENFORCEMENT_WORDS)), link(say(ENFORCEMENT_LINK), EASS)];
    Document {
        title: title(lang, facts.service),
        opening: opening(lang, facts),
        passages: vec![
            passage("accessible", say(ACCESSIBLE), known),
            passage("feedback", say(FEEDBACK), feedback(lang, facts)),
            passage("reporting", say(REPORTING), vec![para(say(REPORTING_WORDS))]),
            passage("enforcement", say(ENFORCEMENT), enforced),
            passage("technical", say(TECHNICAL), technical(lang, facts)),
            passage("not-accessible", say(NOT_ACCESSIBLE), not_accessible(lang, record)),
            passage("improving", say(IMPROVING), vec![list(lang.list(IMPROVING_LIST))]),
            passage("preparation", say(PREPARATION), preparation(lang, facts)),
            passage("tested", say(tested::TITLE), record.told(lang)),
        ],
    }
}

fn opening(lang: Lang, facts: &Facts<'_>) -> Vec<Part> {
    vec![
        para(opening_who(lang, facts.website, facts.organisation)),
        para(lang.say(OPENING_LEAD)),
        list(lang.list(OPENING_LIST)),
        para(lang.say(OPENING_PLAIN)),
        link(lang.say(OPENING_LINK), ABILITY_NET),
    ]
}

fn feedback(lang: Lang, facts: &Facts<'_>) -> Vec<Part> {
    let mut parts = vec![para(lang.say(FEEDBACK_LEAD))];
    if !facts.phone.is_empty() {
        parts.push(para(feedback_phone(lang, facts.phone)));
    }
    if !facts.email.is_empty() {
        parts.push(para(feedback_email(lang, facts.email)));
    }
    let days = facts.answer_days;
    let days = if days == 1 { lang.say(WORKING_DAY).to_owned() } else { working_days(lang, days) };
    parts.push(para(answered_within(lang, &days)));
    parts
}

fn technical(lang: Lang, facts: &Facts<'_>) -> Vec<Part> {
    vec![
        para(committed(lang, facts.organisation)),
        Part::Heading(lang.say(COMPLIANCE).to_owned()),
        para(lang.say(COMPLIANCE_WORDS)),
    ]
}

fn not_accessible(lang: Lang, record: &Record) -> Vec<Part> {
    let none = || lang.say(CLAIM_NONE).to_owned();
    let fails = match record.findings() {
        None | Some(0) => lang.say(NON_COMPLIANCE_NONE).to_owned(),
        Some(problems) => non_compliance_some(lang, problems),
    };
    let claims = [(NON_COMPLIANCE, fails), (BURDEN, none()), (OUT_OF_SCOPE, none())].into_iter();
    claims.flat_map(|(heading, words)| [Part::Heading(lang.say(heading).to_owned()), para(words)]).collect()
}

fn preparation(lang: Lang, facts: &Facts<'_>) -> Vec<Part> {
    type Dated = fn(Lang, &str) -> String;
    let dates: [(&str, Dated, Text); 3] = [
        (facts.prepared, prepared, PREPARED_UNKNOWN),
        (facts.reviewed, reviewed, REVIEWED_UNKNOWN),
        (facts.tested, tested, TESTED_UNKNOWN),
    ];
    let told = |(date, known, unknown): (&str, Dated, Text)| {
        para(if date.is_empty() { lang.say(unknown).to_owned() } else { known(lang, date) })
    };
    dates.into_iter().map(told).collect()
}
