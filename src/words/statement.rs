//! The accessibility statement, under the headings of the model statement (SI 2018/952, regulation 8).
//!
//! Says only what is so: what was tested by machine, and that people have not tested it yet.

use super::Lang;
use super::document::{Document, Part, link, list, para, passage};

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
    match lang {
        Lang::English => english(facts),
    }
}

fn english(facts: &Facts<'_>) -> Document {
    Document {
        title: format!("Accessibility statement for {}", facts.service),
        opening: opening(facts),
        passages: vec![
            passage("accessible", "How accessible this website is", known()),
            passage("feedback", "Feedback and contact information", feedback(facts)),
            passage("reporting", "Reporting accessibility problems with this website", reporting()),
            passage("enforcement", "Enforcement procedure", enforcement()),
            passage("technical", "Technical information about this website’s accessibility", technical(facts)),
            passage("not-accessible", "Non-accessible content", not_accessible()),
            passage("improving", "What we’re doing to improve accessibility", improving()),
            passage("preparation", "Preparation of this accessibility statement", preparation(facts)),
        ],
    }
}

fn opening(facts: &Facts<'_>) -> Vec<Part> {
    vec![
        para(format!("This statement is about {}. {} runs this website.", facts.website, facts.organisation)),
        para("We want as many people as can be to use it. You should be able to:"),
        list(&[
            "make the text 4 times as big without losing any of it",
            "use it on a small phone",
            "use it with a keyboard only",
            "use it by voice",
            "listen to it with a screen reader",
            "use your own colours, a dark screen, or more contrast",
            "use it with scripts turned off: it has none",
        ]),
        para("We have also made the text as plain as we can."),
        link("AbilityNet can help you make your device easier to use", "https://mcmw.abilitynet.org.uk/"),
    ]
}

fn known() -> Vec<Part> {
    vec![
        para("We know of these limits:"),
        list(&[
            "The form is long. You can do it in parts, and leave out what you do not know.",
            "There is no video in British Sign Language.",
            "The words are in English only.",
            "The form for asking is not in Easy Read yet. The feedback questions are.",
        ]),
    ]
}

fn feedback(facts: &Facts<'_>) -> Vec<Part> {
    let mut parts = vec![para(
        "Do you need this in another way: large print, Easy Read, audio, braille, or another language? Or would you \
         like to ask for an advocate by phone? Tell us what you need:",
    )];
    if !facts.phone.is_empty() {
        parts.push(para(format!("Phone: {}", facts.phone)));
    }
    if !facts.email.is_empty() {
        parts.push(para(format!("E-mail: {}", facts.email)));
    }
    let days = facts.answer_days;
    let days = if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") };
    parts.push(para(format!("We answer within {days}.")));
    parts
}

fn reporting() -> Vec<Part> {
    vec![para(
        "If you find a problem that is not on this page, please tell us in the same way. You do not need to know what \
         it is called. Tell us what you tried to do, and what happened.",
    )]
}

fn enforcement() -> Vec<Part> {
    vec![
        para(
            "The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile \
            Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”). If you are not happy \
            with our answer, contact the Equality Advisory and Support Service (EASS).",
        ),
        link("Equality Advisory and Support Service", "https://www.equalityadvisoryservice.com/"),
    ]
}

fn technical(facts: &Facts<'_>) -> Vec<Part> {
    vec![
        para(format!(
            "{} is committed to making this website accessible, in line with the Public Sector Bodies (Websites and \
             Mobile Applications) (No. 2) Accessibility Regulations 2018.",
            facts.organisation
        )),
        Part::Heading("Compliance status".to_owned()),
        para(
            "This website is partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2 AA \
            standard. One thing is listed below. And disabled people have not tested it yet.",
        ),
    ]
}

fn not_accessible() -> Vec<Part> {
    vec![
        Part::Heading("Non-compliance with the accessibility regulations".to_owned()),
        para(
            "On a very small screen with wide letter spacing, a few answers may stand some pixels over the edge (WCAG 1.4.12). \
            We are putting this right. These parts have not been tested by people: how it works with JAWS, NVDA, \
            VoiceOver, TalkBack, Dragon, switches and screen magnifiers.",
        ),
        Part::Heading("Disproportionate burden".to_owned()),
        para("We claim none."),
        Part::Heading("Content that’s not within the scope of the accessibility regulations".to_owned()),
        para("We claim none."),
    ]
}

fn improving() -> Vec<Part> {
    vec![list(&[
        "Each change to the software is checked by machine before it is used. Most pages are checked in full, the others in part.",
        "We plan to have the form and the feedback tested by disabled people, and by people who use advocates.",
        "We plan to add an Easy Read form with pictures.",
    ])]
}

fn preparation(facts: &Facts<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let dates = [
        ("This statement was prepared on", facts.prepared),
        ("It was last reviewed on", facts.reviewed),
        ("This website was last tested on", facts.tested),
    ];
    for (words, date) in dates {
        if date.is_empty() {
            parts.push(para(format!("{words}: the organisation has not given the date yet.")));
        } else {
            parts.push(para(format!("{words} {date}.")));
        }
    }
    parts.push(para(
        "The makers of the software test it by machine: with checkers for WCAG and for HTML, at the width of a small \
         phone, with scripts off and by keyboard, in Chromium. A machine finds only some problems. Nobody outside has \
         audited this website.",
    ));
    parts
}
