//! Journeys through the running portal as people take them: by the words on the page, in a browser without script.

mod away;
mod browser;
mod choosing;
mod colleagues;
mod danger;
mod desk;
mod died;
mod everything;
mod feedback;
mod fences;
mod fields;
mod http;
mod logs;
mod lost_sessions;
mod no_contact;
mod nothing_lost;
mod portal;
mod receipts;
mod refusal;
mod safe_ways;
mod sent;
mod stories;
mod told;
