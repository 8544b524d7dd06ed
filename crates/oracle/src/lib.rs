//! A second, naive interpreter of charters, to test the fast one against: it walks the tree by name, keeps no index
//! and counts days one by one. It answers fewer questions; what it does not know it calls out of scope.
//!
//! It was written from the stated semantics alone and shares no code with `interpreter`.

mod acts;
mod ballots;
mod conditions;
mod duties;
mod expressions;
mod membership;
mod missed;
mod occurrences;
mod questions;
mod results;
mod rights;
mod rolls;
mod statuses;
mod tables;
#[cfg(test)]
mod tests;
mod truth;
mod world;

use std::cell::Cell;

use charter::act::TypedAct;
use charter::{Charter, Question, Value};
use charter_syntax::ast::Guard;
use kernel::Date;

use truth::Trouble;
use world::World;

/// What the oracle says.
#[derive(Clone, Debug, PartialEq)]
pub enum OracleAnswer {
    /// The value that the answer must have.
    Value(Value),
    /// The oracle does not know this kind of question, or the case is too deep for it.
    OutOfScope,
}

/// How many steps an answer may take before it is given up.
const STEPS: u64 = 2_000_000;

/// Answers a question from acts that are known, in order of effect, under one version of a charter.
pub fn answer(
    charter: &Charter,
    acts: &[&TypedAct],
    as_of: Date,
    under: &[Guard],
    question: &Question,
) -> OracleAnswer {
    let steps = Cell::new(STEPS);
    let world = World {
        charter,
        acts,
        as_of,
        asked_on: as_of,
        under,
        assumed: None,
        judged: None,
        ballot: None,
        waits: false,
        depth: 0,
        steps: &steps,
    };
    if as_of < charter.in_force_from() || charter.header.partial {
        return OracleAnswer::OutOfScope;
    }
    match world.ask(question) {
        Ok(value) => OracleAnswer::Value(value),
        Err(Trouble::Needs(need)) => OracleAnswer::Value(Value::Needs(vec![need])),
        Err(Trouble::OutOfScope) => OracleAnswer::OutOfScope,
    }
}
