//! Runs a charter: a question, a register, a date → an answer with its reasons, its remedies and its horizon.
//!
//! `Interpreter::new` compiles every version of a network's charter once; `Interpreter::index` makes a register
//! ready; `Interpreter::ask` answers. Nothing here reads a clock or keeps state between questions.

#![warn(clippy::disallowed_methods)]

mod answers;
mod compile;
mod evaluate;
mod index;
#[allow(missing_docs, reason = "the fields mirror charter_syntax::ast, which documents each")]
mod program;
mod remedies;
mod review;
mod symbols;
pub mod testing;
mod trace;

mod interpreter;

pub use answers::ballots::{BallotSheet, Elector, RollSaid, Vote};
pub use answers::bodies::{BodySheet, Held, SeatSheet};
pub use answers::fees::Fee;
pub use answers::notices::OwedNotice;
pub use answers::standing_for::Eligible;
pub use index::Index;
pub use interpreter::{Interpreter, Moment};
