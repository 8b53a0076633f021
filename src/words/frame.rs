//! The words around every page: header, footer, leaving, being told what went wrong.

use super::text::texts;

texts! {
    /// The skip link.
    pub SKIP = "Skip to the main part of this page";
    /// Leaves at once. Never says what is being left.
    pub LEAVE = "Leave this page";
    /// Names the navigation in the header.
    pub NAVIGATION = "Main pages";
    /// Leads to the three doors.
    pub NAV_START = "Ask for an advocate";
    /// Leads to the return code.
    pub NAV_RETURN = "Open a form you saved";
    /// Leads to feedback.
    pub NAV_FEEDBACK = "Tell us what you think";
    /// Leads to the queue.
    pub NAV_QUEUE = "Queue";
    /// Leads to what clients said.
    pub NAV_CLIENT_FEEDBACK = "Feedback";
    /// Leads to the accounts.
    pub NAV_ACCOUNTS = "Accounts";
    /// Names who is signed in; a name follows.
    pub SIGNED_IN_AS = "Signed in as";
    /// Ends this session.
    pub SIGN_OUT = "Sign out";
    /// Ends every session.
    pub SIGN_OUT_EVERYWHERE = "Sign out on every device";
    /// Above the ways to reach people.
    pub HELP = "Would you rather talk to someone?";
    /// Before a telephone number.
    pub HELP_PHONE = "Phone";
    /// Before a number for text messages.
    pub HELP_TEXT = "Text";
    /// Before an e-mail address.
    pub HELP_EMAIL = "E-mail";
    /// Before the way to complain.
    pub HELP_COMPLAIN = "To complain about us:";
    /// Before the opening hours.
    pub HELP_HOURS = "Open";
    /// Names the links at the foot of the page.
    pub SMALL_PRINT = "About this website";
    /// Leads to the privacy notice.
    pub PRIVACY = "Privacy: what happens to what you tell us";
    /// Leads to the accessibility statement.
    pub ACCESSIBILITY = "Accessibility statement";
    /// Leads to signing in.
    pub STAFF = "Staff sign in";
    /// Begins the title of a page with problems.
    pub TITLE_ERROR = "Error:";
    /// Above the list of problems.
    pub PROBLEMS = "Please look at these answers again";
    /// Below the heading of the list of problems.
    pub PROBLEMS_KEPT = "Nothing is lost. Everything you wrote is still here.";
    /// The same where a page has several forms, of which only the one that was sent comes back filled in.
    pub PROBLEMS_KEPT_HERE = "What you wrote in that part is still here.";
}
