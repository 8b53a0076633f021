//! Journeys through the running portal as people take them: by the words on the page, in a browser without script.

mod away;
mod browser;
mod choosing;
mod correcting;
mod desk;
mod everything;
mod feedback;
mod fences;
mod http;
mod keeping;
mod logs;
mod nothing_lost;
mod portal;
mod receipts;
mod rights;
mod sent;
mod stories;
mod turning;
