//! Money: invoiced, paid, booked; whatever providers, network or power supply do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test that cannot go on fails"
)]

/// One network's keys, messages and money never touch another's.
mod apart;
/// Everything goes wrong, by seed.
mod chaos;
/// What these tests stand on.
mod ground;
/// What the database itself refuses: what does not balance, what nobody may, numbers that are missing.
mod held;
/// What must hold of money whatever happens, in whatever order.
mod invariants;
/// The programs are killed, and the database loses its power, while people pay.
mod kills;
/// From the charter's table to a receipt.
mod paying;
/// The adapters against the stand-ins, over HTTP.
mod providers;
/// Letters that ask for money are not sent once it came.
mod reminding;
/// The database that these tests stand on.
#[path = "../record/servers.rs"]
mod servers;
