//! Sends the files the binary carries, and the service's own. Knows no page.

use actix_web::http::header;
use actix_web::web::{Data, Path as Segment};
use actix_web::{HttpRequest, HttpResponse};

use super::assets;
use super::error::Error;
use super::rooms::Rooms;

/// A year, in seconds: the longest a cache is asked to keep anything. The name changes when the file does.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The file of that page name, compressed where the browser takes it.
pub(super) async fn send(
    request: HttpRequest,
    rooms: Data<Rooms>,
    name: Segment<String>,
) -> Result<HttpResponse, Error> {
    let own = rooms.own_files.iter().find(|(own, _)| own == name.as_str()).map(|(_, asset)| asset);
    let asset = own.or_else(|| assets::find(&name)).ok_or(Error::NotFound)?;
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, asset.mime))
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .insert_header((header::VARY, "accept-encoding"));
    let takes_gzip = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|codings| codings.split(',').any(|coding| coding.trim().starts_with("gzip")));
    Ok(match &asset.compressed {
        Some(compressed) if takes_gzip => {
            response.insert_header((header::CONTENT_ENCODING, "gzip")).body(compressed.clone())
        }
        _ => response.body(asset.bytes.to_vec()),
    })
}
