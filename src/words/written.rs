//! The words of the desk's pages that one referral leads to: what was written, one issue, what has happened.

use super::text::texts;

texts! {
    /// Above who it is about and what is happening, in the words of whoever wrote it.
    pub STORY = "The person, and what is happening";
    /// Leads to everything that was written.
    pub READ_WRITTEN = "Read everything that was written";
    /// The same for those who may put an answer right.
    pub READ_AND_CORRECT = "Read everything that was written, or put an answer right";
    /// The heading of that page.
    pub written_title(reference: &str) = "Everything that was written: {reference}";
    /// Where the longest parts are only named.
    pub WRITTEN_LONG = "This is a long referral. Its longest parts have pages of their own.";
    /// Leads to all of it on one page.
    pub WRITTEN_WHOLE = "Everything on one page, to print";
    /// Leads to a part with a page of its own.
    pub read_part(name: &str) = "Read “{name}”";
    /// The heading of that page.
    pub part_title(name: &str, reference: &str) = "{name} ({reference})";
    /// Leads back to everything that was written.
    pub TO_WRITTEN = "Back to everything that was written";
    /// Leads to where something new is written down, such as a date that is told later.
    pub add(item: &str) = "Add: {item}";
    /// Opens the list of questions without an answer.
    pub left_blank(count: usize) = "Left blank: {count}. Write down an answer";
    /// Leads to an issue that has a page of its own.
    pub open_issue(number: u32) = "Issue {number}: what the law asks, and the decision";
    /// Where the mail that confirms a referral was given up.
    pub receipt_lost(at: &str) =
        "The e-mail that this has arrived could not be sent. It was given up at {at}. If it is safe, tell whoever sent it in \
         another way.";
    /// Leads to everything that has happened.
    pub WHOLE_HISTORY = "Everything that has happened";
    /// The heading of that page.
    pub history_title(reference: &str) = "What has happened: {reference}";
}
