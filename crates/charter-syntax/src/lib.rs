//! The charter language as text: Markdown with `rules` and `test` fences → a tree with source positions, and back.
//!
//! Nothing here knows what a name means; that is `charter`. Every phase returns its result *and* its diagnostics:
//! a broken charter is data, never an error that stops the reading.

#![warn(clippy::disallowed_methods)]

pub mod ast;
pub mod diagnostic;
pub mod document;
mod format;
pub mod grammar;
pub mod token;

mod parser;

pub use ast::{At, Name};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use document::{Clause, ClauseLabel, Document, Fence, FenceKind, MAX_DOCUMENT_BYTES};
pub use format::format_document;
pub use parser::{Parsed, parse_document, parse_tests, suggest};
