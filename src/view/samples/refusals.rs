//! Samples of what a referrer meets who says that the person said no, and of what the desk must not use.

use super::{Sample, TOKEN, site};
use crate::form::Voice;
use crate::view::said_no::{SaidNo, said_no, stopped};
use crate::view::staff::referral::FlagLine;
use crate::web::paths::Path;

/// The pages, with and without danger.
pub(super) fn pages(voice: Voice, all: &mut Vec<Sample>) {
    let site = site();
    for danger in [false, true] {
        let refused = SaidNo { voice, danger, on: Path::Tasks, token: TOKEN };
        let name = if danger { "said-no-danger" } else { "said-no" };
        all.push((format!("{}-{name}", voice.slug()), said_no(&site, &refused)));
    }
    all.push((format!("{}-stopped", voice.slug()), stopped(&site)));
}

/// Something to know, something that must not be used, and an answer with several parts.
pub(super) fn flagged() -> [FlagLine; 4] {
    let lines: [(&str, &[&str], bool); 4] = [
        ("", &["Do not leave a message."], false),
        ("", &["E-mail"], true),
        ("Is it safe to leave a message?", &["No"], false),
        ("What is happening?", &["Someone hurts my body", "Someone shouts"], false),
    ];
    lines.map(|(asked, said, struck)| FlagLine {
        asked: asked.to_owned(),
        said: said.iter().map(|&said| said.to_owned()).collect(),
        struck,
    })
}
