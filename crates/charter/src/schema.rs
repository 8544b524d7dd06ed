//! JSON Schemas of the three public formats.

pub use schemars::Schema;
use schemars::schema_for;

use crate::{Act, Answer, Charter, Question};

/// The schema of charter JSON.
pub fn charter() -> Schema {
    schema_for!(Charter)
}

/// The schema of one act, a line of a register.
pub fn act() -> Schema {
    schema_for!(Act)
}

/// The schema of a question.
pub fn question() -> Schema {
    schema_for!(Question)
}

/// The schema of an answer.
pub fn answer() -> Schema {
    schema_for!(Answer)
}

/// Every format by its name.
pub fn all() -> [(&'static str, Schema); 4] {
    [("charter", charter()), ("act", act()), ("question", question()), ("answer", answer())]
}
