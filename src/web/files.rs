//! Sends the files the binary carries. Knows no page.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use super::assets;

/// A year, in seconds: the longest a cache is asked to keep anything. The name changes when the file does.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The file of that page name, compressed where the browser takes it; nothing where there is none.
pub(crate) fn send(request: &HttpRequest, name: &str) -> Option<HttpResponse> {
    let asset = assets::find(name)?;
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
    Some(match &asset.compressed {
        Some(compressed) if takes_gzip => {
            response.insert_header((header::CONTENT_ENCODING, "gzip")).body(compressed.as_slice())
        }
        _ => response.body(asset.bytes),
    })
}
