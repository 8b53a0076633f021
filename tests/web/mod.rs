//! Journeys through the running portal as people take them: by the words on the page, in a browser without script.

mod anybody;
mod away;
mod browser;
mod choosing;
mod colleagues;
mod danger;
mod desk;
mod everything;
mod feedback;
mod fences;
mod forgery;
mod headers;
mod http;
mod junk;
mod limits;
mod logs;
mod lost_sessions;
mod nothing_lost;
mod own_account;
mod portal;
mod receipts;
mod routes;
mod sent;
mod sessions;
mod slow;
mod stories;
