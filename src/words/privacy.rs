//! The privacy notice, with all that UK GDPR Articles 13 and 14 ask to be told. Filled from the owner's settings.

use super::document::{Document, Part, link, list, para, passage};
use super::text::texts;
use super::{Lang, young_people};

/// Where a complaint about the use of personal data goes (Data Protection Act 2018 s165).
const ICO: &str = "https://ico.org.uk/make-a-complaint/";

texts! {
    TITLE = "Privacy: what happens to what you tell us";
    opening(service: &str) =
        "This page is for you if you ask {service} for an advocate. It is also for you if someone asks for you.";

    WHO = "Who looks after it";
    controller(name: &str) = "{name} decides how it is used. The law calls this the “controller”.";
    address(words: &str) = "Address: {words}";
    contact(way: &str) = "To ask about your data: {way}";
    ico_number(number: &str) = "Our number at the Information Commissioner’s Office: {number}";

    WHAT = "What we keep";
    WHAT_LIST = [
        "Your answers in the form: names, ways to contact you, and what is happening.",
        "What you tell us about health, disability, faith, safety and risk.",
        "Notes of what we do, and who on our team looked at your answers.",
        "A small file in your browser, called a cookie. It keeps the form open. It goes when you close the browser.",
    ];
    WHAT_FREELY =
        "You do not have to tell us anything. If you leave things out, we may need to ask you, and it may take \
        longer to help.";
    WHAT_NOT = "We do not track you. We have no adverts. We do not sell what you tell us.";

    WHY = "Why we keep it";
    WHY_LEAD = "We use what you tell us for these things only:";
    WHY_LIST = [
        "To see if we can help, and how soon.",
        "To contact you in a way that is safe.",
        "To give you an advocate who fits your needs.",
        "To keep people safe from harm.",
        "To show those who pay for the service what we do. They get numbers, not names.",
    ];

    SEES = "Who sees it";
    SEES_LIST = [
        "Our own team, when they need it for their work. We keep a list of who looked.",
        "Your advocate.",
        "Other services, such as the council or the NHS, when you agree. If you cannot tell us, we share only what is \
        right for you and the law allows.",
        "People who run our computers. They have to keep it secret too.",
    ];
    SEES_WITHOUT_CONSENT =
        "We keep what you tell us to ourselves. There are a few times when we may have to tell someone, even if \
        you say no: if you or another person may be badly hurt, if a child is at risk, or if a court orders it. \
        We tell you first, if it is safe.";
    SEES_REFERRER =
        "If you work with the person or know them, we only tell you what the person is happy for you to know.";
    SEES_MAIL = "E-mails from us hold a reference and a link. They do not say what you told us.";

    ORDER = "How we decide who comes first";
    ORDER_WORDS =
        "A computer adds up points from the answers, such as danger or a date that is near. It gives the reason for \
        each point. This puts the list in order. A person on our team always reads it and decides. They can change \
        the order. The computer does not count who you are, how well you write, or who asked.";

    ABOUT_YOU = "If someone else told us about you";
    ABOUT_YOU_FROM_WHOM =
        "Someone may have asked for an advocate for you: a relative, a friend, a social worker, a nurse. Then what \
        we have came from them. We tell you this when we first speak to you, or within a month.";
    ABOUT_YOU_LATER = "We may wait longer if telling you could put you or someone else in danger.";
    ABOUT_YOU_ASK =
        "You can ask us who told us, and what they said. We may have to leave out some things to keep other \
        people safe.";

    HOW_LONG = "How long we keep it";
    unsent(time: &str) = "Answers you did not send: {time}, then we delete them.";
    accepted(time: &str) = "Answers you sent, if we take your case: {time} after anybody last worked on it.";
    declined(time: &str) = "Answers you sent, if we could not take your case: {time} after we decided.";
    children(time: &str) = "If you are under 18: {time}, if that is longer.";
    feedback(time: &str) = "Feedback: {time}.";
    backups(time: &str) = "Spare copies, in case a computer breaks: {time}.";
    until_age(age: u32) = "until you are {age}";
    DAY = "1 day";
    days(number: u32) = "{number} days";
    YEAR = "1 year";
    years(number: u32) = "{number} years";
    HOW_LONG_ELSE = "We keep things longer only if the law says so, or if there is a complaint or a court case.";
    HOW_LONG_THEN = "When the time is over, we delete it. We keep a number for our reports. It names nobody.";

    WHERE = "Where it is kept, and how it is kept safe";
    where_kept(place: &str) =
        "It is kept {place}. It is locked with a key before it is saved, so a stolen copy cannot be read without the key.";

    RIGHTS = "Your rights";
    RIGHTS_LEAD = "You can ask us:";
    RIGHTS_LIST = [
        "for a copy of what we have about you",
        "to put right what is wrong",
        "to delete it",
        "to stop using it for a time",
        "to stop using it at all, if you object",
    ];
    RIGHTS_HOW =
        "It is free. We answer within a month. We may have to say no to a part of it. If we do, we tell you why. \
         You can ask in any way you like, and someone can help you.";
    rights_contact(way: &str) = "To ask: {way}.";
    RIGHTS_CONSENT = "If you gave us consent to share something, you can take it back at any time.";
    RIGHTS_COMPLAINT =
        "You can complain to us about how we use your data. We say that we have it within 30 days, and tell you what we \
        find. You can also complain to the Information Commissioner’s Office. They check how personal data are used. \
        They will usually ask you to tell us first. Their phone number is 0303 123 1113.";
    RIGHTS_LINK = "Complain to the Information Commissioner’s Office";

    LAW = "The law we rely on";
    LAW_PUBLIC_TASK =
        "UK GDPR Article 6(1)(e), public task: advocacy that the law requires councils and the NHS to \
        arrange (Care Act 2014, Mental Capacity Act 2005, Mental Health Act 1983, Local Government and Public \
        Involvement in Health Act 2007).";
    LAW_INTERESTS =
        "UK GDPR Article 6(1)(f), legitimate interests: ours and yours in your being heard when \
        decisions are made about you.";
    LAW_LIST = [
        "For health, disability, faith and other special category data: UK GDPR Article 9(2)(h), health or social care, \
        and Article 9(2)(g), substantial public interest, with the Data Protection Act 2018, Schedule 1, \
        paragraph 2 (health or social care), paragraph 17 (confidential advice and support) and paragraph 18 \
        (safeguarding children and adults at risk).",
        "For data about crimes: Article 10, with the same paragraphs of Schedule 1.",
        "Where a life is at risk: Articles 6(1)(d) and 9(2)(c), vital interests.",
        "No decision is made by a computer alone (Articles 22A to 22D). Complaints to us: Data Protection Act 2018, section \
        164A.",
    ];
}

/// What the owner has to say about the keeping of personal data.
#[derive(Debug, Clone, Copy)]
pub struct Keeping<'a> {
    /// The name of the service as people know it.
    pub service: &'a str,
    /// The legal name of the organisation that decides how personal data are used.
    pub controller: &'a str,
    /// Where it can be written to.
    pub address: &'a str,
    /// Whom to ask about personal data: an e-mail address or a telephone number.
    pub contact: &'a str,
    /// The registration number at the Information Commissioner's Office; empty where it is not given.
    pub ico_number: &'a str,
    /// Whether the ground is a public task (UK GDPR Article 6(1)(e)), or else legitimate interests (Article 6(1)(f)).
    pub public_task: bool,
    /// Where the data are kept: "in the United Kingdom".
    pub place: &'a str,
    /// How long things are kept: each kind by its frozen name.
    pub kept: &'a [(&'a str, Period)],
    /// Where harm to a child is reported, if settings say so.
    pub children_phone: Option<&'a str>,
}

/// For how long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// This many days.
    Days(u32),
    /// This many years.
    Years(u32),
    /// Until the person is this old.
    Age(u32),
}

/// The whole notice.
#[must_use]
pub fn notice(lang: Lang, keeping: &Keeping<'_>) -> Document {
    let say = lang.teller();
    Document {
        title: say(TITLE).to_owned(),
        opening: vec![para(opening(lang, keeping.service))],
        passages: vec![
            passage("who", say(WHO), who(lang, keeping)),
            passage("what", say(WHAT), vec![list(lang.list(WHAT_LIST)), para(say(WHAT_FREELY)), para(say(WHAT_NOT))]),
            passage("why", say(WHY), vec![para(say(WHY_LEAD)), list(lang.list(WHY_LIST))]),
            passage("sees", say(SEES), sees(lang)),
            passage("order", say(ORDER), vec![para(say(ORDER_WORDS))]),
            passage(
                "about-you",
                say(ABOUT_YOU),
                vec![para(say(ABOUT_YOU_FROM_WHOM)), para(say(ABOUT_YOU_LATER)), para(say(ABOUT_YOU_ASK))],
            ),
            young_people::under_18(lang, keeping.children_phone),
            passage("how-long", say(HOW_LONG), how_long(lang, keeping)),
            passage("where", say(WHERE), vec![para(where_kept(lang, keeping.place))]),
            passage("rights", say(RIGHTS), rights(lang, keeping)),
            passage("law", say(LAW), law(lang, keeping.public_task)),
        ],
    }
}

fn who(lang: Lang, keeping: &Keeping<'_>) -> Vec<Part> {
    let mut parts = vec![para(controller(lang, keeping.controller))];
    if !keeping.address.is_empty() {
        parts.push(para(address(lang, keeping.address)));
    }
    if !keeping.contact.is_empty() {
        parts.push(para(contact(lang, keeping.contact)));
    }
    if !keeping.ico_number.is_empty() {
        parts.push(para(ico_number(lang, keeping.ico_number)));
    }
    parts
}

fn sees(lang: Lang) -> Vec<Part> {
    let say = lang.teller();
    vec![list(lang.list(SEES_LIST)), para(say(SEES_WITHOUT_CONSENT)), para(say(SEES_REFERRER)), para(say(SEES_MAIL))]
}

fn how_long(lang: Lang, keeping: &Keeping<'_>) -> Vec<Part> {
    vec![
        Part::List(keeping.kept.iter().filter_map(|(kind, period)| kept(lang, kind, *period)).collect()),
        para(lang.say(HOW_LONG_ELSE)),
        para(lang.say(HOW_LONG_THEN)),
    ]
}

/// How long one kind of thing is kept, by its frozen name. Nothing for what belongs to something else.
#[must_use]
pub fn kept(lang: Lang, kind: &str, period: Period) -> Option<String> {
    let time = match period {
        Period::Days(1) => lang.say(DAY).to_owned(),
        Period::Days(number) => days(lang, number),
        Period::Years(1) => lang.say(YEAR).to_owned(),
        Period::Years(number) => years(lang, number),
        Period::Age(age) => until_age(lang, age),
    };
    Some(match kind {
        "drafts" => unsent(lang, &time),
        "accepted" => accepted(lang, &time),
        "declined" => declined(lang, &time),
        "children" => children(lang, &time),
        "feedback" => feedback(lang, &time),
        "backups" => backups(lang, &time),
        _ => return None,
    })
}

fn rights(lang: Lang, keeping: &Keeping<'_>) -> Vec<Part> {
    let say = lang.teller();
    let to_ask = (!keeping.contact.is_empty()).then(|| para(rights_contact(lang, keeping.contact)));
    let how = vec![para(say(RIGHTS_LEAD)), list(lang.list(RIGHTS_LIST)), para(say(RIGHTS_HOW))];
    let rest = vec![para(say(RIGHTS_CONSENT)), para(say(RIGHTS_COMPLAINT)), link(say(RIGHTS_LINK), ICO)];
    how.into_iter().chain(to_ask).chain(rest).collect()
}

/// Law by number, for those who need it. A passage of its own, so that nobody else has to read it.
fn law(lang: Lang, public_task: bool) -> Vec<Part> {
    let article_6 = lang.say(if public_task { LAW_PUBLIC_TASK } else { LAW_INTERESTS });
    vec![list(&[&[article_6], lang.list(LAW_LIST)].concat())]
}
