//! The portal over real HTTP, PostgreSQL and Redis: who may see what, what a form does, what happens twice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    dead_code,
    reason = "a test that cannot go on fails"
)]

/// Every address by everybody: anybody, the secretariat of another network, the secretariat.
mod access;
/// A running portal with two networks, and a browser without a screen.
mod browser;
/// The operator's console, and files of charters.
/// What comes before a vote: calling, agendas, motions, candidacies.
mod conference;
mod console;
/// Documents: brought with an act, checked, served to those who may see them.
mod deciding;
mod documents;
/// The portal is killed while people use it.
mod faults;
/// Applying by a link, members as they agreed to be shown.
mod joining;
/// The worker and a real mail server.
mod mailing;
/// Applicants, members and bodies on their own page.
mod mine;
/// Pages for anybody.
mod pages;
/// Programs with keys.
mod programs;
/// Recording an act: reviewed, recorded once, refused with the clause.
mod recording;
/// Changes of a drawn roll, votes that are split.
mod rolls;
/// The database that a portal stands on.
#[path = "../record/servers.rs"]
mod servers;
/// One-time links and sessions.
mod signing_in;
/// A register from a table, and lists as tables.
mod tables;
/// What is new is told, each once, to those whom it concerns.
mod telling;
/// Traces and metrics.
mod telling_of_itself;
