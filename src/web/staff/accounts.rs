//! The accounts of staff, for those who keep them.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::Staff;
use super::shown::moment;
use crate::permission::{Action, Whose, may};
use crate::store::staff::{self, Member};
use crate::view::staff::accounts::{Account, accounts};
use crate::web::error::Error;
use crate::web::page;
use crate::web::rooms::Rooms;
use crate::words::{Lang, accounts as words};

/// Every account.
pub(in crate::web) async fn show(rooms: Data<Rooms>, who: Staff) -> Result<HttpResponse, Error> {
    if !may(who.actor, Action::ChangeStaff, Whose::Others) {
        return Err(Error::Forbidden);
    }
    let (vault, actor) = (rooms.vault.clone(), who.actor);
    let members = rooms.db.reading(move |conn| staff::list(conn, &vault, actor)).await?;
    let all: Vec<_> = members.into_iter().map(|member| account(rooms.site.lang, member)).collect();
    Ok(page(accounts(&rooms.site, who.shown(), &all)))
}

fn account(lang: Lang, member: Member) -> Account {
    Account {
        role: words::role(lang, member.role.slug()),
        state: lang.say(if member.disabled { words::ACCOUNT_CLOSED } else { words::ACCOUNT_OPEN }),
        last: member.signed_in_at.map_or_else(|| lang.say(words::NEVER).to_owned(), |at| moment(lang, at)),
        number: words::account(lang, member.id),
        name: member.name,
    }
}
