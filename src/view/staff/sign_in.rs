//! The page for signing in: e-mail and password, pasted or filled in by a password manager, no puzzles.

use maud::{Markup, html};

use crate::view::form::{Token, hidden_token};
use crate::view::layout::{Frame, Site};
use crate::view::plain::Plain;
use crate::view::problems::{Told, summary_of_secrets};
use crate::web::paths::Path;
use crate::words::staff as words;

/// The name of the field for the e-mail address.
pub const EMAIL: &str = "email";
/// The name of the field for the password.
pub const PASSWORD: &str = "password";

/// The page for signing in. The password is never shown again.
#[must_use]
pub fn sign_in(site: &Site, email: &str, problems: &[Told], token: Token<'_>) -> Markup {
    let say = site.lang.teller();
    let wrong = !problems.is_empty();
    Frame::public(site, say(words::SIGN_IN)).with_problems(wrong).around(&html! {
        (summary_of_secrets(site.lang, problems))
        h1 { (say(words::SIGN_IN)) }
        form method="post" action=(Path::SignIn) novalidate {
            (hidden_token(token))
            (Plain { kind: "email", value: email, autocomplete: "username", ..Plain::new(site.lang, EMAIL, say(words::EMAIL), problems) }.show())
            (Plain { kind: "password", autocomplete: "current-password", ..Plain::new(site.lang, PASSWORD, say(words::PASSWORD), problems) }.show())
            button type="submit" class="button" { (say(words::SIGN_IN_BUTTON)) }
        }
    })
}
