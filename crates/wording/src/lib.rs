//! Answers, findings and rules as sentences, in the reader's language. The only place where sentences are made.
//!
//! Messages are Fluent files, one per language; English is whole, another language falls back to it message by message.

#![warn(clippy::disallowed_methods)]

mod answers;
mod count_picture;
mod counts;
mod findings;
mod labels;
mod language;
mod paraphrase;
mod spoken;
mod words;

pub use findings::Sentences;
pub use labels::Labels;
pub use language::Language;
pub use words::Words;
