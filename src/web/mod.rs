//! The only room with the web server: addresses, sessions, and handlers that call the other rooms.
//!
//! Must not hold SQL, HTML or rules.

pub(crate) mod assets;
mod error;
mod feedback;
mod files;
mod guard;
mod health;
mod limits;
mod origin;
pub mod paths;
mod plain_pages;
mod refer;
mod rooms;
pub mod routes;
mod session;
mod site;
mod staff;
mod visit;

pub use rooms::Rooms;
pub use routes::Server;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentType};
use actix_web::web::Bytes;

use self::paths::Path;

/// Shows a page.
fn page(page: impl Into<String>) -> HttpResponse {
    answer(StatusCode::OK, page)
}

/// Shows a page again, with what is wrong on it.
fn unprocessable(page: impl Into<String>) -> HttpResponse {
    answer(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// Shows a page that is at hand as it goes out.
fn shown(page: Bytes) -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::html()).body(page)
}

fn answer(status: StatusCode, page: impl Into<String>) -> HttpResponse {
    HttpResponse::build(status).content_type(ContentType::html()).body(page.into())
}

/// Leads on after something was done, so that reloading does not do it again.
fn redirect(to: Path<'_>) -> HttpResponse {
    redirect_to(&to.to_string())
}

fn redirect_to(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish()
}
