//! The owner's settings as the pages need them. Knows no page.

use std::borrow::Cow;

use super::assets::{self, Asset};
use super::paths::Path;
use crate::settings::{Colour, DARK, LIGHT, Look, Service, Settings};
use crate::view::emergency::Safeguarding;
use crate::view::layout::Around;
use crate::view::{Drawing, Sheets, Site, Style};
use crate::words::Lang;

/// The service's own files, by their names on a page: the stylesheets with its colours, its logo.
pub(super) type OwnFiles = Vec<(String, Asset)>;

/// The language of the pages, and of the mails and the record that come of them: there is one.
const LANG: Lang = Lang::English;
/// The logo, where the owner has none.
const LOGO: &str = "logo.svg";

/// What stands on every page, and the files it leads to.
pub(super) fn site(settings: &Settings, notice: Option<String>) -> std::io::Result<(Site, OwnFiles)> {
    let service = &settings.service;
    let mut own = OwnFiles::new();
    let mut address = |own_file: Option<(String, Asset)>, ours: &str| match own_file {
        Some((name, asset)) => {
            let path = Path::Static(&name).to_string();
            own.push((name, asset));
            path
        }
        None => Path::Static(assets::name(ours)).to_string(),
    };
    let site = Site {
        lang: LANG,
        name: service.name.clone(),
        sheets: Sheets::each(|style| address(stylesheet(&settings.look, style), style.file())),
        logo: address(logo(&settings.look)?, LOGO),
        picture,
        phone: service.phone.clone(),
        text: service.text.clone(),
        email: service.email.clone(),
        hours: Some(settings.times.words.clone()).filter(|words| !words.is_empty()),
        complaints: service.complaints.clone(),
        notice,
        around: Around::default(),
    };
    Ok((site, own))
}

/// A stylesheet of ours with the service's colours at its end: they set the same custom properties once more.
fn stylesheet(look: &Look, style: Style) -> Option<(String, Asset)> {
    let rule = |colour: Option<Colour>, on: Colour| {
        colour.map_or_else(String::new, |main| format!(":root{{--main:{main};--main-deep:{main};--on-main:{on}}}"))
    };
    if look.accent.is_none() && look.accent_dark.is_none() {
        return None;
    }
    let light = rule(look.accent, LIGHT);
    let dark = rule(look.accent_dark, DARK);
    let ours = style.rules();
    let css = format!("{ours}\n{light}\n@media (prefers-color-scheme: dark){{{dark}}}\n");
    Some(Asset::made(style.file(), Cow::Owned(css.into_bytes())))
}

fn logo(look: &Look) -> std::io::Result<Option<(String, Asset)>> {
    let Some(file) = &look.logo else { return Ok(None) };
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or("svg");
    Ok(Some(Asset::made(&format!("own-logo.{ending}"), Cow::Owned(std::fs::read(file)?))))
}

fn picture(name: &str) -> Drawing {
    Drawing::of(assets::text(&format!("pictures/{name}.svg")).unwrap_or_default())
}

/// Whom to tell that an adult is being harmed, by council.
pub(super) fn safeguarding(service: &Service) -> Vec<Safeguarding> {
    let one = |council: &crate::settings::Council| Safeguarding {
        council: council.name.clone(),
        by_day: council.safeguarding_phone.clone(),
        by_night: council.emergency_phone.clone(),
    };
    service.councils.iter().map(one).filter(|one| one.by_day.is_some() || one.by_night.is_some()).collect()
}
