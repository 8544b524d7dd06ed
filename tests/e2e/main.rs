//! Tests of the whole: they see the product as its users and its developers do.

/// The arrows between crates, module docs, file lengths, words of tenants.
mod architecture;
/// Fast and naive interpreter on generated charters, registers, dates and questions.
mod differential;
/// Every finding: its code, the text it underlines, its words.
mod findings;
/// The three public formats: schemas, round trips.
mod formats;
/// Garbage, truncation, depth, size: a finding, never a panic.
mod fuzzing;
/// The horizon, the remedies, the order of the file.
mod laws;
/// The tenants' charters: checks, tests, scenarios.
mod tenants;
