//! Confirms that the person said no: what was sent is destroyed.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};

use super::Writing;
use super::decide::{show_again, version};
use super::referral::Again;
use crate::ids::Reference;
use crate::permission::Action;
use crate::store::{self, AnyConnection, referrals};
use crate::view::Told;
use crate::view::staff::referral::HISTORY;
use crate::view::staff::refusal::{ASKED, SAFE, SURE};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::redirect;
use crate::web::rooms::Rooms;
use crate::words::{Text, refusal as words, staff as staff_words};

/// Destroys the referral, if both boxes are marked and nobody has changed it meanwhile.
pub(in crate::web) async fn confirm(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    who.may(Action::ConfirmRefusal)?;
    let at = |field, why: Text| Again { told: vec![Told::here(field, rooms.site.lang.say(why))], ..Again::default() };
    let sure = posted.all(SURE);
    if ![ASKED, SAFE].iter().all(|needed| sure.contains(needed)) {
        return show_again(&rooms, &who, &reference, &at(SURE, words::BOTH)).await;
    }
    let name: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    let (vault, actor, now, seen) = (rooms.vault.clone(), who.actor, rooms.clock.now(), version(&posted));
    let destroy = move |conn: &mut AnyConnection| referrals::confirm_refusal(conn, &vault, actor, (&name, seen), now);
    match rooms.db.writing(destroy).await {
        Ok(()) => {
            // Its history is destroyed with it. That somebody did this, and who, is all that is told: not of which referral.
            tracing::info!(staff = who.actor.staff_id(), "a refusal was confirmed, and what was sent destroyed");
            rooms.tidy().await;
            Ok(redirect(Path::Queue))
        }
        Err(store::Error::Conflict) => {
            // It may be that it can no longer be confirmed: the history says why.
            show_again(&rooms, &who, &reference, &at(HISTORY, staff_words::CHANGED_MEANWHILE)).await
        }
        Err(error) => Err(error.into()),
    }
}
