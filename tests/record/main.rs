//! The record in a real PostgreSQL: the chain, the tenants' isolation, sealed data, the migrations.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

/// Backed up and restored by the scripts of operators.
mod backup;
/// Appending, reading, verifying; what happens when somebody tampers.
mod chain;
/// More invoices than one statement takes.
mod invoices;
/// One tenant never reaches another, in types and in the database.
mod isolation;
/// Up, down and up again, with data.
mod migrations;
/// Sealed fields: opened, bound, erased.
mod sealing;
/// The server and the databases of these tests.
#[allow(dead_code, reason = "what the portal needs of it is more")]
mod servers;
