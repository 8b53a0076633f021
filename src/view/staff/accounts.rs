//! The accounts of staff, for those who keep them. Shows no case.

use maud::{Markup, html};

use crate::view::layout::{Frame, Signed, Site};
use crate::words::{accounts as words, staff};

/// One account.
#[derive(Debug, Clone)]
pub struct Account {
    /// The name for signing in.
    pub name: String,
    /// What it is called in mails and in the log, which hold no name.
    pub number: String,
    /// What they are here to do, in words.
    pub role: &'static str,
    /// Whether it can be used, in words.
    pub state: &'static str,
    /// When they last signed in, in words.
    pub last: String,
}

/// Every account, and how one is added.
#[must_use]
pub fn accounts(site: &Site, who: Signed<'_>, accounts: &[Account]) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::ACCOUNTS)).wide().for_staff(who).around(&html! {
        h1 { (say(words::ACCOUNTS)) }
        div class="scroll" role="region" aria-labelledby="caption" tabindex="0" {
            table class="cards" {
                caption id="caption" { (say(words::ACCOUNTS_CAPTION)) }
                thead { tr {
                    th scope="col" { (say(staff::EMAIL)) }
                    th scope="col" { (say(words::ROLE)) }
                    th scope="col" { (say(staff::STATE)) }
                    th scope="col" { (say(words::LAST_SIGN_IN)) }
                } }
                tbody { @for account in accounts {
                    tr {
                        th scope="row" { (account.name) " " small { (account.number) } }
                        td { (account.role) }
                        td { (account.state) }
                        td data-label=(say(words::LAST_SIGN_IN)) { (account.last) }
                    }
                } }
            }
        }
        h2 { (say(words::ACCOUNTS_HOW)) }
        p { (say(words::ACCOUNTS_HOW_LEAD)) }
        dl class="answers" {
            @for (what, command) in words::COMMANDS { div { dt { (say(what)) } dd { code { (say(command)) } } } }
        }
    })
}
