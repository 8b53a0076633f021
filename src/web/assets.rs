//! The files the binary carries: found by name, told apart by content, compressed once where that is shorter.
//!
//! Plain Rust: knows no server and no page. A name on a page holds a piece of the file's hash, so that a browser may
//! keep it for ever.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use flate2::Compression;
use flate2::write::GzEncoder;
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::view::Style;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// One file, ready to send.
#[derive(Debug)]
pub(crate) struct Asset {
    /// As it stands in the folder.
    pub(crate) bytes: Cow<'static, [u8]>,
    /// Gzipped, where that saves a tenth or more.
    pub(crate) compressed: Option<Vec<u8>>,
    /// Its media type.
    pub(crate) mime: &'static str,
}

impl Asset {
    /// A file and the name it has on a page.
    pub(crate) fn made(path: &str, bytes: Cow<'static, [u8]>) -> (String, Self) {
        let bytes = match std::str::from_utf8(&bytes) {
            Ok(css) if mime(path).starts_with("text/css") => Cow::Owned(packed(css).into_bytes()),
            _ => bytes,
        };
        (page_name(path, &bytes), Self { compressed: compress(&bytes), mime: mime(path), bytes })
    }
}

/// The words of a file in the folder.
#[must_use]
pub(crate) fn text(file: &str) -> Option<&'static str> {
    FILES.get_file(file)?.contents_utf8()
}

/// Every file by its name on a page.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let mut assets = BTreeMap::new();
    gather(&FILES, &mut assets);
    for style in Style::ALL {
        let (name, asset) = Asset::made(style.file(), Cow::Owned(style.rules().into_bytes()));
        assets.insert(name, asset);
    }
    assets
});

/// The names on pages by the names in the folder.
static NAMES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| ASSETS.keys().filter_map(|name| Some((plain_name(name)?, name.clone()))).collect());

fn gather(folder: &'static Dir<'_>, assets: &mut BTreeMap<String, Asset>) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            let (name, asset) = Asset::made(path, Cow::Borrowed(file.contents()));
            assets.insert(name, asset);
        }
    }
    for folder in folder.dirs() {
        gather(folder, assets);
    }
}

/// `alongside.css` becomes `alongside.1f2e3d4c5b6a.css`.
fn page_name(path: &str, bytes: &[u8]) -> String {
    let hash = HEXLOWER.encode(&Sha256::digest(bytes));
    let piece = hash.get(..12).unwrap_or(&hash);
    match path.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{piece}.{ending}"),
        None => format!("{path}.{piece}"),
    }
}

fn plain_name(page_name: &str) -> Option<String> {
    let (rest, ending) = page_name.rsplit_once('.')?;
    let (stem, _) = rest.rsplit_once('.')?;
    Some(format!("{stem}.{ending}"))
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The file compressed, where that saves a tenth or more.
fn compress(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    let compressed = encoder.finish().ok()?;
    (compressed.len() * 10 < bytes.len() * 9).then_some(compressed)
}

/// A stylesheet without what only its writers need: comments, and spaces where the browser needs none.
fn packed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let (mut quoted, mut gap) = (false, false);
    let mut rest = css.chars();
    while let Some(sign) = rest.next() {
        if quoted {
            quoted = sign != '"';
            out.push(sign);
        } else if sign == '/' && rest.as_str().starts_with('*') {
            rest = rest.as_str().split_once("*/").map_or("", |(_, after)| after).chars();
            gap = true;
        } else if sign.is_whitespace() {
            gap = true;
        } else {
            let tight = matches!(sign, '{' | '}' | ';' | ',' | '>') || out.ends_with(['{', '}', ';', ',', ':', '>']);
            if gap && !tight && !out.is_empty() {
                out.push(' ');
            }
            if sign == '}' && out.ends_with(';') {
                out.pop();
            }
            gap = false;
            quoted = sign == '"';
            out.push(sign);
        }
    }
    out
}

/// The name on a page of a file in the folder; the plain name where there is no such file.
#[must_use]
pub(crate) fn name(file: &str) -> &str {
    NAMES.get(file).map_or(file, String::as_str)
}

/// The file of that page name.
#[must_use]
pub(crate) fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_on_a_page_leads_back_to_its_file() {
        let on_page = page_name("pictures/yes.svg", b"<svg/>");
        assert!(on_page.starts_with("pictures/yes."));
        assert_eq!(plain_name(&on_page).as_deref(), Some("pictures/yes.svg"));
        assert_ne!(on_page, page_name("pictures/yes.svg", b"<svg></svg>"));
    }

    #[test]
    fn a_packed_stylesheet_says_the_same() {
        for (written, sent) in [
            ("/* Page */\na:hover, b > i {\n  color: red;\n}\n", "a:hover,b>i{color:red}"),
            (".a .b:not(.c) { width: calc(100% - 2rem); }", ".a .b:not(.c){width:calc(100% - 2rem)}"),
            (
                "@media (min-width: 48rem) and (color) { a { b: c d; } }",
                "@media (min-width:48rem) and (color){a{b:c d}}",
            ),
            (r#"a::before { content: "‹ ; { " / ""; }"#, r#"a::before{content:"‹ ; { " / ""}"#),
            (".x:has(> a) { --y: 0 0 1px; }", ".x:has(>a){--y:0 0 1px}"),
        ] {
            assert_eq!(packed(written), sent);
            assert_eq!(packed(sent), sent, "packing twice changes nothing");
        }
    }
}
