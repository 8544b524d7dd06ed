//! Tests that a charter carries: given acts, a date, questions and the answers expected with their clauses.

use kernel::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Guard, Name};
use crate::ClauseLabel;

/// `test "…"`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Test {
    /// The clause it stands under.
    pub clause: ClauseLabel,
    /// What it shows.
    pub title: String,
    /// Options it chooses instead of the proposed ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<Guard>,
    /// Its steps in order.
    pub steps: Vec<Step>,
    /// Where it stands.
    #[serde(skip)]
    pub at: At,
}

/// One line of a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Something that happened.
    Given(Given),
    /// The date the questions are asked of.
    On(Date),
    /// Only what was recorded by the end of this day is known.
    KnownOn(Date),
    /// A question and what is expected.
    Ask(Ask),
}

/// `given 2025-10-02 recorded 2025-10-05 A1 to A8 re-confirm about B year 2025`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Given {
    /// The day it takes effect.
    pub on: Date,
    /// The day it was recorded; none: the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Date>,
    /// Who: one, or a numbered range (`A1 to A8`), each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Name>,
    /// The act.
    pub act: Name,
    /// About whom or what: one, or a numbered range, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Name>,
    /// Fields and facts, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(Name, String)>,
    /// Where it stands.
    #[serde(skip)]
    pub at: At,
}

/// A question and what is expected of its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ask {
    /// The question in the words of the grammar.
    pub question: String,
    /// The value, as answers are written; for lists: what must be in it.
    pub expect: String,
    /// Clauses that the reasons must cite.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<ClauseLabel>,
    /// Remedies that must be offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub would_change: Vec<String>,
    /// Readings it must rest on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resting_on: Vec<Name>,
    /// Where it stands.
    #[serde(skip)]
    pub at: At,
}
