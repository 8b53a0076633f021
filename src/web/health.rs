//! Whether the portal is alive, and whether it can do its work: for whoever watches it. Says nothing else.

use actix_web::HttpResponse;
use actix_web::http::header::ContentType;
use actix_web::web::Data;

use super::error::Error;
use super::rooms::Rooms;
use crate::store::Fault;

/// The process answers.
pub(super) async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::plaintext()).body("ok\n")
}

/// The database takes what is given to it too. Why not stands in the log.
pub(super) async fn ready(rooms: Data<Rooms>) -> HttpResponse {
    let db = rooms.db.clone();
    let tried = tokio::task::spawn_blocking(move || db.is_ready()).await;
    match tried.unwrap_or(Err(Fault::Panicked.into())) {
        Ok(()) => HttpResponse::Ok().content_type(ContentType::plaintext()).body("ready\n"),
        Err(why) => {
            let away = HttpResponse::ServiceUnavailable().content_type(ContentType::plaintext()).body("away\n");
            Error::from(why).behind(away)
        }
    }
}
