//! Sixty plainly made-up referrals, for `alongside demo`: what might wait on a Monday morning.
//!
//! The stories are data, one file a theme, in the slugs of the form; this file reads them and puts dates in their
//! places. It must not know what the rules make of a story. Nobody here exists: every name says so, and every number
//! and address lies in a range set aside for examples (Ofcom’s drama numbers, `example.org`, NHS test numbers in 999).

mod dates;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::form::{RawAnswers, Voice};

/// How a referral can have come. All but `web` were typed in by staff.
pub const CHANNELS: [&str; 5] = ["web", "phone", "letter", "email", "walk-in"];

/// The stories, a file a theme.
const STORIES: [&str; 12] = [
    include_str!("stories/hospital.toml"),
    include_str!("stories/mental_health.toml"),
    include_str!("stories/liberty.toml"),
    include_str!("stories/where_to_live.toml"),
    include_str!("stories/asking_for_care.toml"),
    include_str!("stories/changing_care.toml"),
    include_str!("stories/enquiries.toml"),
    include_str!("stories/fear.toml"),
    include_str!("stories/carers.toml"),
    include_str!("stories/young_people.toml"),
    include_str!("stories/complaints.toml"),
    include_str!("stories/home_and_money.toml"),
];

/// One made-up referral, as it was typed.
#[derive(Debug, Clone)]
pub struct DemoReferral {
    /// Who is speaking.
    pub voice: Voice,
    /// How it came: one of `CHANNELS`.
    pub channel: &'static str,
    /// How long ago it came, in minutes; never negative.
    pub received_minutes_ago: i64,
    /// The answers, by slug.
    pub answers: RawAnswers,
}

/// A story cannot be told. The tests tell every story, so a build that passed them never meets this.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of stories is not TOML, or lacks something every story has.
    #[error("a file of made-up referrals cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// The voice is none of ours.
    #[error("a made-up referral has the unknown voice {0:?}")]
    Voice(String),
    /// The channel is none of ours.
    #[error("a made-up referral came by the unknown channel {0:?}")]
    Channel(String),
}

/// The referrals, in the order of their files, with every date told from `today` so that none goes stale.
///
/// # Errors
/// `DemoError` when a story as built in cannot be told.
pub fn referrals(today: NaiveDate) -> Result<Vec<DemoReferral>, DemoError> {
    let mut referrals = Vec::new();
    for theme in STORIES {
        let theme: Theme = toml::from_str(&dates::fill(theme, today))?;
        for story in theme.referral {
            referrals.push(story.tell()?);
        }
    }
    Ok(referrals)
}

/// One file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    referral: Vec<Story>,
}

/// One referral as written in a file.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Story {
    voice: String,
    channel: String,
    minutes_ago: u32,
    answers: Map<String, Value>,
}

impl Story {
    fn tell(self) -> Result<DemoReferral, DemoError> {
        let voice = Voice::from_slug(&self.voice).ok_or(DemoError::Voice(self.voice))?;
        let channel = CHANNELS.into_iter().find(|channel| *channel == self.channel);
        Ok(DemoReferral {
            voice,
            channel: channel.ok_or(DemoError::Channel(self.channel))?,
            received_minutes_ago: self.minutes_ago.into(),
            answers: RawAnswers::from_json(&self.answers),
        })
    }
}
