//! Tests of the whole: they see the product as its users and its developers do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on fails"
)]

/// The arrows between crates, module docs, file lengths, words of tenants.
mod architecture;
/// Files for servers that cannot be run here.
mod deploy;
/// Fast and naive interpreter on generated charters, registers, dates and questions.
mod differential;
/// Every finding: its code, the text it underlines, its words.
mod findings;
/// The three public formats: schemas, round trips.
mod formats;
/// Garbage, truncation, depth, size: a finding, never a panic.
mod fuzzing;
/// Charters, registers and questions from a seed.
mod generate;
/// The horizon, the remedies, the order of the file.
mod laws;
mod paraphrase;
/// The language reference: examples, grammar.
mod reference;
/// The tenants' charters: checks, tests, scenarios.
mod tenants;
