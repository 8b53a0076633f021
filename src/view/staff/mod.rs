//! The desk: signing in, the queue, a referral, one's own account. Shows; decides nothing.

pub mod accounts;
pub mod correct;
pub mod decide;
pub mod feedback;
pub mod history;
pub mod issue;
pub mod own_account;
pub mod queue;
pub mod referral;
pub mod refusal;
pub mod rights;
pub mod sign_in;
pub mod written;

/// A band as the desk shows it: words first, colour second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandTag<'a> {
    /// The frozen slug, which picks the colour: "immediate", "urgent", "standard", "planned".
    pub slug: &'a str,
    /// The word.
    pub words: &'a str,
}

/// A value of a list and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick<'a> {
    /// What is sent.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// Whether it is chosen now.
    pub chosen: bool,
}

/// The fields of the desk's forms that hold a choice and no words of whoever fills them in.
pub const NO_WORDS: [&str; 8] = [
    decide::field::BAND,
    decide::field::WAY,
    decide::field::LINE,
    decide::field::VERSION,
    refusal::SURE,
    rights::field::FORMAT,
    rights::field::DESPITE,
    rights::field::HOLD,
];

/// The tag of a band.
pub(super) fn band(band: BandTag<'_>) -> maud::Markup {
    maud::html! { strong class={ "tag band-" (band.slug) } { (band.words) } }
}
