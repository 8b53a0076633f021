//! What breaks in the world, done to the real program: killed, cut off from its database, on a disk that is full, with a
//! mail server that says nothing, beside a twin, under a clock that jumps. For each: what a person sees, what the
//! administrator sees, and that nothing that was shown as received is lost.
//!
//! Some of it needs tools of Debian (`strace`, `libfaketime`, `postgresql`). Where one is missing, its tests say so and end;
//! with `TEST_EVERYTHING` set, as `tests/run` does, they fail. One needs a machine that lets it mount a small disk, and says so
//! where none does: what a full disk answers is tried there by `strace` alone.

// As in `tests/main.rs`: what helps a test may unwrap as a test may; clippy knows it for a test by this mark.
#[cfg(test)]
#[path = "../web/browser.rs"]
#[expect(dead_code, reason = "shared with the journeys of `tests/web`, which do more than these")]
mod browser;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod disk;
#[cfg(test)]
#[path = "../web/dom.rs"]
mod dom;
#[cfg(test)]
mod gone;
#[cfg(test)]
#[path = "../web/http.rs"]
#[expect(dead_code, reason = "shared with the journeys of `tests/web`, which also send what no browser sends")]
mod http;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod restarts;
#[cfg(test)]
mod server;
#[cfg(test)]
#[path = "../mail/server.rs"]
#[expect(dead_code, reason = "shared with the tests of mail, which use more manners of a mail server")]
mod smtp;
#[cfg(test)]
#[path = "../web/stories.rs"]
#[expect(dead_code, reason = "shared with the journeys of `tests/web`, which tell more stories")]
mod stories;
#[cfg(test)]
mod storm;
#[cfg(test)]
mod tools;
#[cfg(test)]
mod truth;
#[cfg(test)]
mod twins;
