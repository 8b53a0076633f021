//! The words of a demonstration: the line at the top of every page, and what is printed when it starts.

/// Said on every page.
pub const NOTICE: &str = "This is a demonstration. Everybody in it is made up. Do not write about real people here.";

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
pub fn welcome(address: &str, folder: &str, accounts: &Accounts) -> String {
    let mut text = format!(
        "Alongside, a demonstration with made-up people.\n\n  Open   {address}\n  Staff  {address}/staff/sign-in\n"
    );
    text.extend(accounts.staff.iter().map(|(name, password)| {
        format!(
            "         {name}  {password}
"
        )
    }));
    text.extend(accounts.feedback.iter().map(|code| {
        format!(
            "  Feedback code  {code}
"
        )
    }));
    text + &format!(
        "  Mail is written to files in {folder}

Stop it with Ctrl-C."
    )
}
