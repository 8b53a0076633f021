//! The words of a demonstration: the line at the top of every page, and what is printed when it starts.

use super::Lang;
use super::text::texts;

texts! {
    /// Said on every page.
    pub NOTICE = "This is a demonstration. Everybody in it is made up. Do not write about real people here.";

    places(address: &str) =
        "Alongside, a demonstration with made-up people.\n\n  Open   {address}\n  Staff  {address}/staff/sign-in\n";
    account(name: &str, password: &str) = "         {name}  {password}\n";
    feedback_code(code: &str) = "  Feedback code  {code}\n";
    ending(folder: &str) = "  Mail is written to files in {folder}\n\nStop it with Ctrl-C.";
}

/// How to get in.
#[derive(Debug, Clone)]
pub struct Accounts {
    /// Names and passwords of staff.
    pub staff: Vec<(String, String)>,
    /// A private code for feedback, where one was made.
    pub feedback: Option<String>,
}

/// What is printed when it starts.
#[must_use]
pub fn welcome(lang: Lang, address: &str, folder: &str, accounts: &Accounts) -> String {
    let mut text = places(lang, address);
    text.extend(accounts.staff.iter().map(|(name, password)| account(lang, name, password)));
    text.extend(accounts.feedback.iter().map(|code| feedback_code(lang, code)));
    text + &ending(lang, folder)
}
