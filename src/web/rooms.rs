//! What every handler may reach: the store, the vault, the clock, the rules and the service's own words.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::TimeDelta;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use super::limits::Limits as Rates;
use super::refer::door::Doors;
use super::site::{OwnFiles, site};
use crate::clock::Clock;
use crate::intake::calendar::{Calendar, Hours};
use crate::receive::Desk;
use crate::settings::Settings;
use crate::settings::retention::SESSION_DAYS;
use crate::settings::rubric::Rubric;
use crate::store::sessions::Limits;
use crate::store::throttle::Throttle;
use crate::store::{self, Db};
use crate::vault::Vault;
use crate::view::Site;

/// Wrong guesses in a row at a password or a return code before the wait.
const GUESSES: u32 = 5;
/// The wait, in minutes.
const WAIT_MINUTES: i64 = 10;
/// Hours a visitor's session lasts without a change: longer than the 20 that WCAG 2.2.1 asks for, even when a clock that
/// was wrong by a day is put right in between.
const VISITOR_HOURS: i64 = 48;

/// The rooms behind the pages.
#[derive(Debug)]
pub struct Rooms {
    /// Where everything is kept.
    pub db: Db,
    /// What seals it.
    pub vault: Arc<Vault>,
    /// The time.
    pub clock: Clock,
    /// What the owner decided.
    pub settings: Settings,
    /// The owner's points and targets.
    pub rubric: Rubric,
    /// The owner's working days and hours.
    pub calendar: Calendar,
    /// What browsers' cookies are locked with.
    pub(super) cookie_key: Zeroizing<Vec<u8>>,
    /// What stands on every page.
    pub(super) site: Site,
    /// The first page of each voice, once it was made.
    pub(super) doors: Doors,
    /// The service's own files.
    pub(super) own_files: OwnFiles,
    /// How many passwords are checked at once: each takes a core and 19 MiB for a while.
    pub(super) password_checks: Semaphore,
    /// How much is still taken.
    pub(super) rates: Rates,
}

/// Passwords that are checked at once.
const PASSWORD_CHECKS: usize = 2;

impl Rooms {
    /// Puts the rooms together. `notice` stands at the top of every page.
    pub fn new(
        db: Db,
        vault: Arc<Vault>,
        clock: Clock,
        settings: Settings,
        notice: Option<String>,
    ) -> anyhow::Result<Self> {
        let rubric = match &settings.rubric {
            Some(file) => {
                let text =
                    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
                Rubric::read(&text).with_context(|| format!("{} cannot be used", file.display()))?
            }
            None => Rubric::read("")?,
        };
        let times = &settings.times;
        let hours = Hours { open: times.opens, close: times.closes, cut_off: times.cut_off };
        let calendar = Calendar::new(hours, times.closed_days.clone());
        let (site, own_files) = site(&settings, notice).context("the logo cannot be read")?;
        let password_checks = Semaphore::new(PASSWORD_CHECKS);
        let kept = Arc::clone(&vault);
        let cookie_key = db.write(move |conn| store::cookie_key(conn, &kept))?;
        let rates = Rates::new(&settings.limits, &clock);
        let doors = Doors::default();
        Ok(Self {
            db,
            vault,
            clock,
            settings,
            rubric,
            calendar,
            cookie_key,
            site,
            doors,
            own_files,
            password_checks,
            rates,
        })
    }
}

impl Rooms {
    /// By what a referral is judged when it arrives.
    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk {
            lang: self.site.lang,
            rubric: &self.rubric,
            calendar: &self.calendar,
            mail: &self.settings.mail,
            base_url: &self.settings.web.base_url,
        }
    }

    /// Makes the disk forget what was destroyed just now. It is destroyed without that; the database writes over its place
    /// by itself in time.
    pub(crate) async fn tidy(&self) {
        let url = self.db.url().clone();
        if !matches!(tokio::task::spawn_blocking(move || store::tidy(&url)).await, Ok(Ok(()))) {
            tracing::warn!("the database could not clear away what was destroyed; it does so by itself in time");
        }
    }

    /// How long an unsent form is kept.
    pub(crate) fn draft_life(&self) -> TimeDelta {
        TimeDelta::days(i64::from(self.settings.retention.draft_days))
    }

    /// How long any session may live. Staff sessions end sooner: see `web::staff`.
    pub(crate) fn session_limits() -> Limits {
        Limits { idle: TimeDelta::hours(VISITOR_HOURS), absolute: TimeDelta::days(i64::from(SESSION_DAYS)) }
    }

    /// How many guesses are allowed.
    pub(crate) const fn throttle() -> Throttle {
        Throttle { most: GUESSES, wait: TimeDelta::minutes(WAIT_MINUTES) }
    }
}
