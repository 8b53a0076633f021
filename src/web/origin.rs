//! Requests that another site made a browser send are refused. Knows no session and no page.
//!
//! Two fences: this one by what the browser says of itself, and the token in every form (`web::visit`).

use actix_web::HttpRequest;
use actix_web::http::Method;

/// Whether a request may change something: it was made by our own page, or by no browser at all.
///
/// `Sec-Fetch-Site` (W3C Fetch Metadata) is sent by every browser since 2023; older ones send `Origin` with a POST. It is
/// compared with `Host` alone: what a proxy would add (`Forwarded`, `X-Forwarded-Host`), anybody can write.
#[must_use]
pub(crate) fn is_ours(request: &HttpRequest) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return true;
    }
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (header("sec-fetch-site"), header("origin")) {
        // `none`: typed into the address bar or resent by the person.
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split_once("://").is_some_and(|(_, from)| Some(from) == header("host")),
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn post(headers: &[(&'static str, &'static str)]) -> HttpRequest {
        let request = TestRequest::post().uri("/refer/send").insert_header(("host", "help.example.org"));
        headers.iter().fold(request, |request, header| request.insert_header(*header)).to_http_request()
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        for (headers, ours) in [
            (&[("sec-fetch-site", "same-origin")][..], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", "https://help.example.org")], false),
            (&[("origin", "https://help.example.org")], true),
            (&[("origin", "https://elsewhere.example.org")], false),
            (&[("origin", "null")], false),
            (&[("origin", "https://elsewhere.example.org"), ("x-forwarded-host", "elsewhere.example.org")], false),
            (&[("origin", "https://elsewhere.example.org"), ("forwarded", "host=elsewhere.example.org")], false),
            (&[], true),
        ] {
            assert_eq!(is_ours(&post(headers)), ours, "{headers:?}");
        }
        let get = TestRequest::get().insert_header(("sec-fetch-site", "cross-site")).to_http_request();
        assert!(is_ours(&get), "a link from elsewhere may be followed");
    }
}
