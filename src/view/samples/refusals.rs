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

/// Something to know, and something that must not be used.
pub(super) fn flagged() -> [FlagLine; 2] {
    [("Do not leave a message.", false), ("E-mail", true)]
        .map(|(words, struck)| FlagLine { words: words.to_owned(), struck })
}
