//! Procedures: what begins one, what it needs, its windows, objections, decisions, deadlines and outcomes.

use kernel::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Condition, Guarded, Name, Occurrence, When};

/// `procedure NAME of CLASS`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProcedureDecl {
    /// Its name.
    pub name: Name,
    /// The class or body it leads to; none: its subject is a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Name>,
    /// The procedure it follows, and the items it leaves out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
    /// What begins it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub begins: Vec<Guarded<Occurrence>>,
    /// What makes it complete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Guarded<Need>>,
    /// What must be done once it is complete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<Guarded<StepDuty>>,
    /// Windows in which others may act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Guarded<StepWindow>>,
    /// What an objection sets off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Guarded<Objection>>,
    /// Who decides, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decides: Vec<Guarded<DecideStep>>,
    /// What happens when the time has run out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overdue: Vec<Guarded<Overdue>>,
    /// What follows from the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Guarded<Outcome>>,
}

/// `as admission without endorse, annual-report`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Follows {
    /// The procedure followed.
    pub procedure: Name,
    /// Documents, facts, acts or windows of it that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Name>,
}

/// One thing that must be there before a procedure is complete.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// These documents with the act that began it.
    Documents(Vec<Name>),
    /// These facts or persons of the applicant.
    Facts(Vec<Name>),
    /// So many acts, or, where something is found, others.
    Acts(Vec<NeededActs>),
    /// A condition of the applicant.
    Condition(Condition),
}

/// `1 endorse by a regular-member where by.country = about.country`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NeededActs {
    /// Only where this holds; none: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_where: Option<Condition>,
    /// How many.
    pub count: u32,
    /// Of what.
    pub of: Occurrence,
}

/// `then inform-members by secretariat within 7 days of complete`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepDuty {
    /// The act.
    pub act: Name,
    /// How soon; none: the text sets no time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<When>,
}

/// `window opinions: opinion within 1 month of inform-members`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepWindow {
    /// Its name.
    pub name: Name,
    /// The act that may be done in it.
    pub act: Name,
    /// When it closes.
    pub closes: When,
}

/// `objection object: investigate until close-investigation; then advise-of-objection`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Objection {
    /// The act of objecting.
    pub act: Name,
    /// What closes the investigation.
    pub until: Name,
    /// What must be done meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<Name>,
}

/// `decide admit-member not before opinions close, within 6 months of letter-to-applicant`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecideStep {
    /// The decision.
    pub decision: Name,
    /// Not before this window has closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Name>,
    /// At the next such meeting after the step before.
    #[serde(default)]
    pub at_next_meeting: bool,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<When>,
}

/// What happens when the time has run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Overdue {
    /// Overdue, and still to be decided.
    StaysOpen,
    /// Deemed refused.
    NotCarried,
    /// Deemed carried.
    Carried,
}

/// `outcome carried: regular-member from that day`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// Of a decision carried (otherwise: not carried).
    pub carried: bool,
    /// The class entered, or the name of the state reached.
    pub becomes: Name,
    /// From when.
    pub from: OutcomeStart,
}

/// From when an outcome holds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeStart {
    /// The day of the decision.
    ThatDay,
    /// This long after it.
    After(Span),
}
