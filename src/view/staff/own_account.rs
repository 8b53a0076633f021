//! One's own account: another password, and where one is signed in. Never shows a password.

use maud::{Markup, html};

use crate::view::form::hidden_token;
use crate::view::layout::{Frame, Signed, Site};
use crate::view::plain::Plain;
use crate::view::problems::{Told, summary_of_secrets};
use crate::web::paths::Path;
use crate::words::own_account as words;

/// The name of the field for the present password.
pub const CURRENT: &str = "current";
/// The name of the field for the new one.
pub const NEW: &str = "new";

/// One browser in which somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Since when, in words.
    pub since: String,
    /// When it was last used, in words.
    pub last: String,
}

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct OwnAccount<'a> {
    /// Who is signed in.
    pub who: Signed<'a>,
    /// Whether the password was changed just now.
    pub changed: bool,
    /// Fewest characters of a password.
    pub fewest: usize,
    /// Every browser they are signed in with, this one among them.
    pub signed_in: &'a [SignedIn],
    /// What is wrong with what was typed.
    pub problems: &'a [Told],
}

/// The page.
#[must_use]
pub fn own_account(site: &Site, page: &OwnAccount<'_>) -> Markup {
    let say = site.lang.teller();
    let frame = Frame::public(site, say(words::ACCOUNT)).for_staff(page.who);
    frame.with_problems(!page.problems.is_empty()).around(&html! {
        (summary_of_secrets(site.lang, page.problems))
        h1 { (say(words::ACCOUNT)) }
        @if page.changed {
            div role="group" tabindex="-1" autofocus aria-labelledby="changed" {
                p class="told" id="changed" { (say(words::CHANGED)) }
            }
        }
        h2 { (say(words::CHANGE)) }
        (form(site, page))
        h2 { (say(words::WHERE)) }
        p { (say(words::WHERE_LEAD)) }
        div class="scroll" role="region" aria-labelledby="caption" tabindex="0" {
            table {
                caption id="caption" { (words::signed_in(site.lang, page.signed_in.len())) }
                thead { tr { th scope="col" { (say(words::SINCE)) } th scope="col" { (say(words::LAST)) } } }
                tbody {
                    @for one in page.signed_in { tr { td { (one.since) } td { (one.last) } } }
                }
            }
        }
    })
}

fn form(site: &Site, page: &OwnAccount<'_>) -> Markup {
    let say = site.lang.teller();
    let hint = words::new_hint(site.lang, page.fewest);
    let field = |name, label, autocomplete| Plain {
        kind: "password",
        autocomplete,
        ..Plain::new(site.lang, name, say(label), page.problems)
    };
    html! {
        form method="post" action=(Path::OwnAccount) novalidate {
            (hidden_token(page.who.token))
            (field(CURRENT, words::CURRENT, "current-password").show())
            (Plain { hint: &hint, ..field(NEW, words::NEW, "new-password") }.show())
            button type="submit" class="button" { (say(words::CHANGE_BUTTON)) }
        }
    }
}
