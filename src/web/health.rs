//! Whether the portal is alive, and whether it can do its work: for whoever watches it. Says nothing else.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::web::Data;

use super::rooms::Rooms;

/// The process answers.
pub(super) async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::plaintext()).body("ok\n")
}

/// The database answers too.
pub(super) async fn ready(rooms: Data<Rooms>) -> HttpResponse {
    let ready = {
        let db = rooms.db.clone();
        tokio::task::spawn_blocking(move || db.is_ready()).await.unwrap_or_default()
    };
    let (status, words) = if ready { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "away\n") };
    HttpResponse::build(status).content_type(ContentType::plaintext()).body(words)
}
