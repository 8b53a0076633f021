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
        .is_some_and(|codings| codings.split(',').any(is_gzip));
    Ok(match &asset.compressed {
        Some(compressed) if takes_gzip => {
            response.insert_header((header::CONTENT_ENCODING, "gzip")).body(compressed.clone())
        }
        _ => response.body(asset.bytes.to_vec()),
    })
}

/// Whether one of the codings a browser takes is gzip, and not only named to be refused.
fn is_gzip(coding: &str) -> bool {
    let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
    let refused = weight.trim().strip_prefix("q=").is_some_and(|weight| weight.trim().parse() == Ok(0.0));
    name.trim().eq_ignore_ascii_case("gzip") && !refused
}

#[cfg(test)]
mod tests {
    use super::is_gzip;

    #[test]
    fn gzip_is_sent_to_whoever_takes_it() {
        for (coding, takes) in [
            ("gzip", true),
            (" GZIP ", true),
            ("gzip;q=0.5", true),
            ("gzip; q=0", false),
            ("gzip;q=0.000", false),
            ("gzipped", false),
            ("br", false),
            ("", false),
        ] {
            assert_eq!(is_gzip(coding), takes, "{coding}");
        }
    }
}
