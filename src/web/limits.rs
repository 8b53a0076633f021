//! How much is taken in a while: a rate for each class of request, and one for each code or name that is typed.
//!
//! By what is asked for and never by who asks: a library full of people comes from one address, and no address is looked
//! at or kept. So that nobody can shut the others out cheaply, reading is not limited at all, the emergency words least
//! of all, and the rates stand where the machine itself would begin to suffer (`settings::limits` says why each is what
//! it is). Two things are told apart on purpose: wrong guesses at a word or a password are counted in the database
//! (`store::throttle`), where they outlast a restart and hold for all instances; how often anything is asked is counted
//! here, in this process alone. Must not know any page.

use std::hash::{BuildHasher as _, RandomState};
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage as _, HttpRequest};
use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{NotUntil, Quota, RateLimiter};

use super::error::Error;
use super::rooms::Rooms;
use crate::clock::Clock;
use crate::settings;

/// What is counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Keeping a page of answers.
    Save,
    /// Beginning a form, which takes room until it is sent or destroyed.
    Begin,
    /// Sending a referral, which brings work to people and mail to others.
    Send,
    /// Typing a code.
    Code,
    /// The sign-in page, shown or sent: to show it begins a session, to send it has a password checked.
    SignIn,
}

/// What a try is made at. A name and a code that read alike are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Tried {
    /// The code that brings a form back.
    Return,
    /// The private code for feedback.
    Feedback,
    /// A name of a member of staff.
    Name,
}

/// Our clock as the limiter asks for it.
#[derive(Debug, Clone)]
struct Steady(Clock);

impl governor::clock::Clock for Steady {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        self.0.steady().into()
    }
}

type Plain = NoOpMiddleware<Nanos>;
type Rate = RateLimiter<NotKeyed, InMemoryState, Steady, Plain>;
/// Counted by a keyed hash: what was typed is not kept.
type Rates = RateLimiter<u64, HashMapStateStore<u64>, Steady, Plain>;

/// Tries come back one by one over this time.
const TRIES_TIME: Duration = Duration::from_mins(10);
/// Codes and names remembered before those that are whole again are forgotten.
const MOST_TRIED: usize = 10_000;

/// How much is still taken, in this process.
#[derive(Debug)]
pub(super) struct Limits {
    save: Rate,
    begin: Rate,
    send: Rate,
    code: Rate,
    sign_in: Rate,
    tries: Rates,
    hash: RandomState,
    clock: Steady,
}

impl Limits {
    pub(super) fn new(limits: &settings::Limits, clock: &Clock) -> Self {
        let clock = Steady(clock.clone());
        let rate = |quota| Rate::direct_with_clock(quota, clock.clone());
        Self {
            save: rate(Quota::per_minute(limits.saves)),
            begin: rate(Quota::per_hour(limits.begun)),
            send: rate(Quota::per_hour(limits.sent)),
            code: rate(Quota::per_minute(limits.codes)),
            sign_in: rate(Quota::per_minute(limits.sign_ins)),
            tries: Rates::hashmap_with_clock(over(TRIES_TIME, limits.tries), clock.clone()),
            hash: RandomState::new(),
            clock,
        }
    }

    /// Takes one of that class, or says when there is room again.
    pub(super) fn take(&self, class: Class) -> Result<(), Error> {
        let rate = match class {
            Class::Save => &self.save,
            Class::Begin => &self.begin,
            Class::Send => &self.send,
            Class::Code => &self.code,
            Class::SignIn => &self.sign_in,
        };
        rate.check().map_err(|full| Error::TooMany(class, self.seconds_until(&full)))
    }

    /// Takes one try at that code or name, whether there is such a one or not. Words are compared as `vault` and `ids`
    /// compare them, or a try would be new for each way to write them: give the code's letters, the folded name.
    pub(super) fn try_at(&self, tried: Tried, words: &str) -> Result<(), Error> {
        if self.tries.len() > MOST_TRIED {
            self.tries.retain_recent();
        }
        let key = self.hash.hash_one((tried, words));
        self.tries.check_key(&key).map_err(|full| Error::TooManyTries(self.seconds_until(&full)))
    }

    /// Whole seconds until there is room, at least one.
    fn seconds_until(&self, full: &NotUntil<Nanos>) -> u32 {
        let wait = full.wait_time_from(self.clock.now());
        let seconds = wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)).max(1);
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }
}

/// That many at once, and as many again over that time.
fn over(time: Duration, most: NonZeroU32) -> Quota {
    Quota::with_period(time / most.get()).unwrap_or(Quota::per_minute(most)).allow_burst(most)
}

/// What a request that came too many has found out on its way: the form it carries asks for it, so that the page can be
/// shown again with every word.
#[derive(Debug, Clone, Copy)]
struct Refused(Error);

/// Before a route: counts the request. One that came too many goes on to the form that reads it, if it carries one.
pub(super) async fn count(
    class: Class,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let rooms = request.app_data::<Data<Rooms>>().cloned().ok_or(Error::Unexpected("no rooms"))?;
    if let Err(refused) = rooms.rates.take(class) {
        if *request.method() != Method::POST {
            return Ok(request.error_response(refused));
        }
        request.extensions_mut().insert(Refused(refused));
    }
    next.call(request).await
}

/// Whether the request that carries this form came too many.
pub(super) fn refused(request: &HttpRequest) -> Result<(), Error> {
    request.extensions().get::<Refused>().map_or(Ok(()), |refused| Err(refused.0))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;
    use crate::clock::FixedClock;
    use crate::settings::{Given, Settings};

    const PEOPLE: u32 = 200;

    fn limits() -> (FixedClock, Limits) {
        let clock = FixedClock::at(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let settings = Settings::read(&Given::default(), []).unwrap();
        (clock.clone(), Limits::new(&settings.limits, &Clock::Fixed(clock)))
    }

    #[test]
    fn a_library_full_of_people_at_the_same_moment_is_heard() {
        let (_, limits) = limits();
        for (class, each) in
            [(Class::Begin, 1), (Class::Save, 15), (Class::Send, 1), (Class::Code, 1), (Class::SignIn, 1)]
        {
            for _ in 0..PEOPLE * each {
                assert_eq!(limits.take(class), Ok(()), "{class:?}");
            }
        }
    }

    #[test]
    fn a_program_that_goes_on_is_refused_and_each_class_stands_alone() {
        let (clock, limits) = limits();
        let mut taken = 0;
        while limits.take(Class::Send).is_ok() {
            taken += 1;
        }
        assert_eq!(taken, 1000);
        assert_eq!(limits.take(Class::Send), Err(Error::TooMany(Class::Send, 4)), "one comes back every 3.6 s");
        assert_eq!(limits.take(Class::Save), Ok(()));
        clock.advance(TimeDelta::seconds(4));
        assert_eq!(limits.take(Class::Send), Ok(()));
        assert_eq!(limits.take(Class::Send), Err(Error::TooMany(Class::Send, 4)));
        clock.advance(TimeDelta::hours(1));
        assert!((0..1000).all(|_| limits.take(Class::Send).is_ok()), "all come back within the hour");
    }

    #[test]
    fn one_code_is_tried_so_often_and_another_is_not_touched_by_it() {
        let (clock, limits) = limits();
        assert!((0..20).all(|_| limits.try_at(Tried::Return, "AAAA").is_ok()));
        assert_eq!(limits.try_at(Tried::Return, "AAAA"), Err(Error::TooManyTries(30)));
        assert_eq!(limits.try_at(Tried::Return, "BBBB"), Ok(()));
        assert_eq!(limits.try_at(Tried::Feedback, "AAAA"), Ok(()));
        clock.advance(TimeDelta::seconds(30));
        assert_eq!(limits.try_at(Tried::Return, "AAAA"), Ok(()));
        assert_eq!(limits.try_at(Tried::Return, "AAAA"), Err(Error::TooManyTries(30)));
    }

    #[test]
    fn what_was_tried_long_ago_is_forgotten() {
        let (clock, limits) = limits();
        for number in 0..=MOST_TRIED {
            assert_eq!(limits.try_at(Tried::Name, &number.to_string()), Ok(()));
        }
        clock.advance(TimeDelta::minutes(11));
        assert_eq!(limits.try_at(Tried::Name, "one more"), Ok(()));
        assert_eq!(limits.tries.len(), 1);
    }
}
