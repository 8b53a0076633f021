//! Confirms that the person said no: what was sent is destroyed.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};

use super::Staff;
use super::decide::{show_again, version};
use super::referral::Again;
use crate::ids::Reference;
use crate::permission::Action;
use crate::store::{self, AnyConnection, referrals};
use crate::view::Told;
use crate::view::staff::refusal::{ASKED, SAFE, SURE};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::redirect;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::words::{Text, refusal as words, staff as staff_words};

/// Destroys the referral, if both boxes are marked and nobody has changed it meanwhile.
pub(in crate::web) async fn confirm(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
    posted: Posted,
) -> Result<HttpResponse, Error> {
    who.may(Action::ConfirmRefusal)?;
    let again = |why: Text| Again { told: vec![Told::here(SURE, rooms.site.lang.say(why))], ..Again::default() };
    let sure = posted.all(SURE);
    if ![ASKED, SAFE].iter().all(|needed| sure.contains(needed)) {
        return show_again(&rooms, &who, &reference, &again(words::BOTH)).await;
    }
    let name: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    let (vault, actor, now, seen) = (rooms.vault.clone(), who.actor, rooms.clock.now(), version(&posted));
    let destroy = move |conn: &mut AnyConnection| referrals::confirm_refusal(conn, &vault, actor, (&name, seen), now);
    match rooms.db.writing(destroy).await {
        Ok(()) => {
            rooms.tidy().await;
            Ok(redirect(Path::Queue))
        }
        Err(store::Error::Conflict) => {
            show_again(&rooms, &who, &reference, &again(staff_words::CHANGED_MEANWHILE)).await
        }
        Err(error) => Err(error.into()),
    }
}
