//! The words around every page: header, footer, leaving, being told what went wrong.

/// The skip link.
pub const SKIP: &str = "Skip to the main part of this page";
/// Leaves at once. Never says what is being left.
pub const LEAVE: &str = "Leave this page";
/// Names the navigation in the header.
pub const NAVIGATION: &str = "Main pages";
/// Leads to the three doors.
pub const NAV_START: &str = "Ask for an advocate";
/// Leads to the return code.
pub const NAV_RETURN: &str = "Come back to one you saved";
/// Leads to feedback.
pub const NAV_FEEDBACK: &str = "Tell us how we did";
/// Leads to the queue.
pub const NAV_QUEUE: &str = "Queue";
/// Leads to what clients said.
pub const NAV_CLIENT_FEEDBACK: &str = "Feedback";
/// Leads to the accounts.
pub const NAV_ACCOUNTS: &str = "Accounts";
/// Names who is signed in; a name follows.
pub const SIGNED_IN_AS: &str = "Signed in as";
/// Ends this session.
pub const SIGN_OUT: &str = "Sign out";
/// Ends every session.
pub const SIGN_OUT_EVERYWHERE: &str = "Sign out on every device";
/// Above the ways to reach people.
pub const HELP: &str = "Would you rather talk to someone?";
/// Before a telephone number.
pub const HELP_PHONE: &str = "Phone";
/// Before a number for text messages.
pub const HELP_TEXT: &str = "Text";
/// Before an e-mail address.
pub const HELP_EMAIL: &str = "E-mail";
/// Before the opening hours.
pub const HELP_HOURS: &str = "Open";
/// Names the links at the foot of the page.
pub const SMALL_PRINT: &str = "About this website";
/// Leads to the privacy notice.
pub const PRIVACY: &str = "Privacy: what happens to what you tell us";
/// Leads to the accessibility statement.
pub const ACCESSIBILITY: &str = "Accessibility statement";
/// Leads to signing in.
pub const STAFF: &str = "Staff sign in";
/// Begins the title of a page with problems.
pub const TITLE_ERROR: &str = "Error:";
/// Above the list of problems.
pub const PROBLEMS: &str = "Please look at these answers again";
/// Below the heading of the list of problems.
pub const PROBLEMS_KEPT: &str = "Nothing is lost. Everything you wrote is still here.";
