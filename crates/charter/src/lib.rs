//! A network's charter as a checked whole: versions, vocabulary, rules, readings, and the public formats.
//!
//! The three public formats live here (charter JSON, act, question and answer), with the static analyses and the seal.
//! Running a charter is the work of `interpreter`.

#![warn(clippy::disallowed_methods)]

pub mod act;
pub mod answer;
pub mod charter;
pub mod check;
pub mod coverage;
pub mod network;
pub mod platform;
pub mod question;
pub mod register;
pub mod schema;
pub mod seal;
pub mod value;

pub use act::Act;
pub use answer::{Answer, Item, Need, Node, ReadingUse, Reason, Remedy, Value};
pub use charter::Charter;
pub use network::{Network, Source};
pub use question::Question;
pub use register::Register;
pub use value::FieldValue;
