//! Three people and what they write, part by part: the way from a door to the page where it is read through.

use super::browser::Browser;

/// What everybody's browser says when a part is done.
pub(crate) const GO_ON: &str = "Save and go on";
/// What it says when all is done on one page.
pub(crate) const CHECK: &str = "Save and check your answers";
/// What it says when somebody sends for themselves, or for somebody they know.
pub(crate) const SEND: &str = "Send this to the team";
/// The e-mail address that Priya shares with nobody.
pub(crate) const SAFE_EMAIL: &str = "dina.okonjo@example.org";
/// The address of a social worker.
pub(crate) const WORK_EMAIL: &str = "sw.team@northshire.example.org";

/// Somebody asks for themselves: sectioned yesterday, e-mail is safe.
pub(crate) fn myself(visitor: &mut Browser) {
    visitor.open("/").follow("I do");
    visitor.choose("in danger right now?", "No").press(GO_ON);
    visitor.fill("What is your name?", "Dina Okonjo").choose("How old are you?", "18 or over").press(GO_ON);
    visitor
        .choose("Which ways of contacting you are safe?", "E-mail")
        .fill("Which e-mail address is safe for you?", SAFE_EMAIL)
        .choose("Are you the only one who can see your e-mails?", "Yes")
        .press(GO_ON);
    visitor.choose("help you talk, read or understand?", "No").press(GO_ON);
    visitor.fill("Tell us what is happening", "They put me on a section and want to move me to Leeds.").press(GO_ON);
    assert_eq!(visitor.path, "/refer/issues", "{}", visitor.words());
    visitor.press("Add a");
    visitor
        .choose("What is it about?", "Being sectioned")
        .fill("What would you like to tell us about it?", "I never agreed to tablets")
        .press(GO_ON);
    on_to_the_list(visitor);
    visitor.press("That is all: go on");
    the_rest(visitor, "Do you agree that we read what you wrote", "Yes, I agree");
}

/// A daughter asks for her father: nobody said that an e-mail is safe.
pub(crate) fn someone(visitor: &mut Browser) {
    visitor.open("/").follow("Someone I know");
    visitor.choose("in danger right now?", "No").press(GO_ON);
    visitor
        .fill("What is your name?", "Rosalind Threadgold")
        .choose("How can we contact you?", "Phone call")
        .choose("How can we contact you?", "E-mail")
        .fill("What is your phone number?", "01632 960123")
        .fill("What is your e-mail address?", "roz.threadgold@example.org")
        .choose("Are you the only one who can see your e-mails?", "No")
        .press(GO_ON);
    visitor.fill("the person’s name?", "Albert Threadgold").press(GO_ON);
    visitor.press(GO_ON).press(GO_ON);
    visitor.fill("what is happening", "Dad wants someone to go with him to talk about a new flat.").press(GO_ON);
    assert_eq!(visitor.path, "/refer/issues", "{}", visitor.words());
    visitor.press("Add a").choose("What is it about?", "Something else").press(GO_ON);
    on_to_the_list(visitor);
    visitor.press("That is all: go on");
    the_rest(visitor, "Does the person agree to you asking", "Yes, they agree");
}

/// A social worker refers: a safeguarding enquiry, and a meeting in two days.
pub(crate) fn professional(visitor: &mut Browser) {
    visitor.open("/").follow("Someone I work with");
    visitor.choose("in immediate danger?", "No").press(GO_ON);
    visitor
        .fill("What is your name?", "Sam Worker")
        .choose("How can we contact you?", "E-mail")
        .fill("What is your e-mail address?", WORK_EMAIL)
        .press(GO_ON);
    visitor.fill("the person’s name?", "Marjorie Quillfeather").press(GO_ON);
    visitor.press(GO_ON).press(GO_ON);
    visitor.fill("Describe what is happening", "Unexplained bruising; meeting about moving her.").press(GO_ON);
    visitor.press("Add a");
    visitor.choose("Which process, decision or complaint", "Safeguarding enquiry").press(GO_ON);
    visitor
        .choose("Are there any dates", "Yes")
        .choose("What happens on this date?", "Meeting, assessment")
        .fill("What is the date?", "25 11 2026")
        .choose("Could this date be changed?", "No")
        .press(GO_ON);
    on_to_the_list(visitor);
    visitor.press("That is all: go on");
    the_rest(visitor, "consent to this referral?", "Yes");
}

/// Leaves the questions that an answer has brought for another day.
fn on_to_the_list(visitor: &mut Browser) {
    while visitor.path.contains("more=1") {
        visitor.press(GO_ON);
    }
    assert_eq!(visitor.path, "/refer/issues", "{}", visitor.words());
}

/// From the part after the issues to the page where it is read through: only what is needed is answered.
fn the_rest(visitor: &mut Browser, consent: &str, agreed: &str) {
    for _ in 0..12 {
        if visitor.path == "/refer/section/consent" {
            visitor.choose(consent, agreed);
        }
        if visitor.path == "/refer/tasks" {
            break;
        }
        visitor.press(GO_ON);
        assert_eq!(visitor.page.status, 200, "{}:\n{}", visitor.path, visitor.words());
    }
    assert_eq!(visitor.path, "/refer/tasks", "{}", visitor.words());
    visitor.follow("Check your answers and send");
}

/// Reads a referral through in the shortest way: only what is needed to send.
pub(crate) fn shortest(visitor: &mut Browser) {
    shortest_with(visitor, "They want to move me.");
}

/// The same, with other words about what is happening.
pub(crate) fn shortest_with(visitor: &mut Browser, happening: &str) {
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", happening).press(GO_ON);
    needed(visitor);
    visitor.open("/refer/check");
}

/// The same, with an issue of which nothing more is said.
pub(crate) fn shortest_with_an_issue(visitor: &mut Browser) {
    shortest(visitor);
    visitor.open("/refer/issues").press("Add a").choose("What is it about?", "My home").press(GO_ON);
    visitor.open("/refer/check");
}

/// What anyone has to answer beside their name and what is happening.
pub(crate) fn needed(visitor: &mut Browser) {
    visitor
        .open("/refer/section/contact")
        .choose("Which ways of contacting you are safe?", "Phone call")
        .fill("Which phone number is safe for you?", "07700 900123")
        .press(GO_ON);
    visitor
        .open("/refer/section/consent")
        .choose("Do you agree that we read what you wrote", "Yes, I agree")
        .press(GO_ON);
}

/// The reference and the code on a receipt.
pub(crate) fn receipt(visitor: &Browser) -> (String, String) {
    assert_eq!(visitor.path, "/received", "{}", visitor.words());
    let codes = visitor.texts_of("strong.code");
    assert_eq!(codes.len(), 2, "{}", visitor.words());
    (codes[0].clone(), codes[1].clone())
}
