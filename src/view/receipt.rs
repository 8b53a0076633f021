//! The receipt: shown only once the referral is kept, made to be printed, and silent about what was written.

use maud::{Markup, html};

use super::emergency::{self, Safeguarding};
use super::layout::{Frame, Site};
use crate::web::paths::Path;
use crate::words::{emergency as emergency_words, receipt as words};

/// What a receipt says.
#[derive(Debug, Clone, Copy)]
pub struct Receipt<'a> {
    /// The public reference.
    pub reference: &'a str,
    /// The code only the sender has.
    pub code: &'a str,
    /// What happens next and by when, a sentence each.
    pub next: &'a [String],
    /// Whether anybody reads it before then.
    pub until_then: &'a [String],
    /// Whether danger was answered "yes" or "not sure": the emergency words then come first.
    pub danger: bool,
    /// Whom to tell that an adult is being harmed.
    pub safeguarding: &'a [Safeguarding],
    /// Where harm to a child is reported, if one is meant and settings say so.
    pub children: Option<&'a str>,
}

/// The receipt.
#[must_use]
pub fn receipt(site: &Site, page: &Receipt<'_>) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    Frame::public(site, say(words::TITLE)).around(&html! {
        div class="panel" {
            h1 { (say(words::TITLE)) }
            dl {
                div { dt { (say(words::REFERENCE)) } dd { strong class="code" { (page.reference) } p { (say(words::REFERENCE_HINT)) } } }
                div { dt { (say(words::CODE)) } dd { strong class="code" { (page.code) } p { (say(words::CODE_HINT)) } } }
            }
        }
        @if page.danger {
            section class="danger" aria-labelledby="danger" {
                h2 id="danger" { (say(emergency_words::TITLE)) }
                (emergency::ways(lang))
                (emergency::councils(lang, page.safeguarding))
                (emergency::children(lang, page.children))
            }
        } @else { (emergency::children(lang, page.children)) }
        h2 { (say(words::NEXT)) }
        @for sentence in page.next { p { (sentence) } }
        h2 { (say(words::UNTIL_THEN)) }
        @for sentence in page.until_then { p { (sentence) } }
        @if !page.danger { (emergency::short(lang)) }
        h2 { (say(words::CHANGED)) }
        p { (say(words::CHANGED_WORDS)) }
        p class="screen-only" { (say(words::KEEP)) }
        p class="screen-only" { a href=(Path::Feedback) { (say(words::FEEDBACK)) } }
    })
}
