//! Money: invoiced, paid, booked; whatever providers, network or power supply do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test that cannot go on fails"
)]

/// What these tests stand on.
mod ground;
/// From the charter's table to a receipt.
mod paying;
/// The adapters against the stand-ins, over HTTP.
mod providers;
/// The database that these tests stand on.
#[path = "../record/servers.rs"]
mod servers;
