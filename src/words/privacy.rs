//! The privacy notice, with all that UK GDPR Articles 13 and 14 ask to be told. Filled from the owner's settings.

use super::Lang;
use super::document::{Document, Part, link, list, para, passage};

/// Where a complaint about the use of personal data goes (Data Protection Act 2018 s165).
const ICO: &str = "https://ico.org.uk/make-a-complaint/";

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
    /// How long things are kept: a kind by its frozen name, and the period in words.
    pub kept: &'a [(&'a str, &'a str)],
}

/// The whole notice.
#[must_use]
pub fn notice(lang: Lang, keeping: &Keeping<'_>) -> Document {
    match lang {
        Lang::English => english(keeping),
    }
}

fn english(keeping: &Keeping<'_>) -> Document {
    Document {
        title: "Privacy: what happens to what you tell us".to_owned(),
        opening: vec![para(format!(
            "This page is for you if you ask {} for an advocate. It is also for you if someone asks for you.",
            keeping.service
        ))],
        passages: vec![
            passage("who", "Who looks after it", who(keeping)),
            passage("what", "What we keep", what()),
            passage("why", "Why we keep it", why()),
            passage("sees", "Who sees it", sees()),
            passage("order", "How we decide who comes first", order()),
            passage("about-you", "If someone else told us about you", about_you()),
            passage("how-long", "How long we keep it", how_long(keeping)),
            passage("where", "Where it is kept, and how it is kept safe", place(keeping)),
            passage("rights", "Your rights", rights(keeping)),
            passage("law", "The law we rely on", law(keeping.public_task)),
        ],
    }
}

fn who(keeping: &Keeping<'_>) -> Vec<Part> {
    let mut parts = vec![
        para(format!("{} decides how it is used. The law calls this the “controller”.", keeping.controller)),
        para(format!("Address: {}", keeping.address)),
        para(format!("To ask about your data: {}", keeping.contact)),
    ];
    if !keeping.ico_number.is_empty() {
        parts.push(para(format!("Our number at the Information Commissioner’s Office: {}", keeping.ico_number)));
    }
    parts
}

fn what() -> Vec<Part> {
    vec![
        list(&[
            "Your answers in the form: names, ways to reach you, and what is happening.",
            "What you tell us about health, disability, faith, safety and risk.",
            "Notes of what we do, and who on our team looked at your answers.",
            "A small file in your browser, called a cookie. It keeps the form open. It goes when you close the browser.",
        ]),
        para(
            "You do not have to tell us anything. If you leave things out, we may need to ask you, and it may take \
            longer to help.",
        ),
        para("We do not track you. We have no adverts. We do not sell what you tell us."),
    ]
}

fn why() -> Vec<Part> {
    vec![
        para("We use what you tell us for these things only:"),
        list(&[
            "To see if we can help, and how soon.",
            "To get in touch in a way that is safe.",
            "To give you an advocate who fits your needs.",
            "To keep people safe from harm.",
            "To show those who pay for the service what we do. They get numbers, not names.",
        ]),
    ]
}

fn sees() -> Vec<Part> {
    vec![
        list(&[
            "Our own team, when they need it for their work. We keep a list of who looked.",
            "Your advocate.",
            "Other services, such as the council or the NHS, when you agree.",
            "People who run our computers. They have to keep it secret too.",
        ]),
        para(
            "We keep what you tell us to ourselves. There are a few times when we may have to tell someone, even if \
            you say no: if you or another person may be badly hurt, if a child is at risk, or if a court orders it. \
            We tell you first, if it is safe.",
        ),
        para("If you work with the person or know them, we only tell you what the person is happy for you to know."),
        para("E-mails from us hold a reference and a link. They do not say what you told us."),
    ]
}

fn order() -> Vec<Part> {
    vec![para(
        "A computer adds up points from the answers, such as danger or a date that is near. It gives the reason for \
         each point. This puts the list in order. A person on our team always reads it and decides. They can change \
         the order. The computer does not count who you are, how well you write, or who asked.",
    )]
}

fn about_you() -> Vec<Part> {
    vec![
        para(
            "Someone may have asked for an advocate for you: a relative, a friend, a social worker, a nurse. Then what \
            we have came from them. We tell you this when we first speak to you, or within a month.",
        ),
        para("We may wait longer if telling you could put you or someone else in danger."),
        para(
            "You can ask us who told us, and what they said. We may have to leave out some things to keep other \
            people safe.",
        ),
    ]
}

fn how_long(keeping: &Keeping<'_>) -> Vec<Part> {
    vec![
        Part::List(keeping.kept.iter().filter_map(|(kind, period)| kept(kind, period)).collect()),
        para("We keep things longer only if the law says so, or if there is a complaint or a court case."),
        para("When the time is over, we destroy it. We keep a number for our reports. It names nobody."),
    ]
}

fn place(keeping: &Keeping<'_>) -> Vec<Part> {
    vec![para(format!(
        "It is kept {}. It is locked with a key before it is saved, so a stolen copy can be read by nobody.",
        keeping.place
    ))]
}

fn rights(keeping: &Keeping<'_>) -> Vec<Part> {
    vec![
        para("You can ask us:"),
        list(&[
            "for a copy of what we have about you",
            "to put right what is wrong",
            "to delete it",
            "to stop using it for a time",
            "to stop using it at all, if you object",
        ]),
        para(format!(
            "It is free. We answer within a month. We may have to say no to a part of it. If we do, we tell you why. \
             To ask: {}. You can ask in any way you like, and someone can help you.",
            keeping.contact
        )),
        para("If you gave us consent to share something, you can take it back at any time."),
        para(
            "You can complain to the Information Commissioner’s Office. They check how personal data are used. Their \
            phone number is 0303 123 1113. You do not have to ask us first.",
        ),
        link("Complain to the Information Commissioner’s Office", ICO),
    ]
}

/// Law by number, for those who need it. A passage of its own, so that nobody else has to read it.
fn law(public_task: bool) -> Vec<Part> {
    let article_6 = if public_task {
        "UK GDPR Article 6(1)(e), public task: advocacy that the law requires councils and the NHS to \
            arrange (Care Act 2014, Mental Capacity Act 2005, Mental Health Act 1983, Local Government and Public \
            Involvement in Health Act 2007)."
    } else {
        "UK GDPR Article 6(1)(f), legitimate interests: ours and yours in your being heard when \
            decisions are made about you."
    };
    vec![list(&[
        article_6,
        "For health, disability, faith and other special category data: UK GDPR Article 9(2)(h), health or social care, \
            and Article 9(2)(g), substantial public interest, with the Data Protection Act 2018, Schedule 1, \
            paragraph 2 (health or social care), paragraph 17 (confidential advice and support) and paragraph 18 \
            (safeguarding children and adults at risk).",
        "For data about crimes: Article 10, with the same paragraphs of Schedule 1.",
        "Where a life is at risk: Articles 6(1)(d) and 9(2)(c), vital interests.",
        "No decision is made by a computer alone (Article 22).",
    ])]
}

/// How long one kind of thing is kept, by its frozen name. Nothing for what names nobody, or belongs to something else.
#[must_use]
pub fn kept(kind: &str, period: &str) -> Option<String> {
    Some(match kind {
        "drafts" => format!("Answers you did not send: {period}."),
        "accepted" => format!("Answers you sent, if we take your case: {period} after anybody last worked on it."),
        "declined" => format!("Answers you sent, if we could not take your case: {period} after we told you."),
        "children" => format!("If you are under 18: {period}, if that is longer."),
        "feedback" => format!("Feedback: {period}."),
        "backups" => format!("Spare copies, in case a computer breaks: {period}."),
        _ => return None,
    })
}
