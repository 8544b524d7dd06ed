//! Rights, losses, duties, statuses, tables, definitions, findings, notices, readings and silences.

use std::fmt;

use kernel::{Money, Ratio, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Condition, Guard, Guarded, Name, Occurrence, Party, When};
use crate::ClauseLabel;

/// `vote at general-conference`: a verb and, where the right has one, its scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RightName {
    /// vote, stand, propose, …
    pub verb: Name,
    /// A meeting, a decision, a body, an act; none: everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Name>,
}

/// `right R for P where C`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RightDecl {
    /// What is granted.
    pub rights: Vec<RightName>,
    /// To whom.
    pub to: Party,
    /// Only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Condition>,
    /// The options it depends on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<Guard>,
}

/// `lose R for P …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoseDecl {
    /// What is lost.
    pub rights: Vec<RightName>,
    /// By whom.
    pub of: Party,
    /// How long.
    pub extent: Extent,
    /// The options it depends on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<Guard>,
}

/// `keep R for P despite clause X while C`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KeepDecl {
    /// What is kept.
    pub rights: Vec<RightName>,
    /// By whom.
    pub of: Party,
    /// The clause whose loss does not apply.
    pub despite: ClauseLabel,
    /// While this holds; none: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Condition>,
    /// The options it depends on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<Guard>,
}

/// How long a loss or a status lasts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// As long as this holds: a level.
    While(Condition),
    /// From the day this first holds, for good: an edge.
    Once(Condition),
    /// From each occurrence until the first that ends it.
    Between {
        /// What starts it.
        from: Vec<Guarded<Occurrence>>,
        /// What ends it; empty: nothing.
        until: Vec<Guarded<Until>>,
    },
    /// Always.
    Always,
}

/// What ends a stretch of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// Something that happens after it began.
    Occurrence(Occurrence),
    /// A length of time from its beginning.
    Span(Span),
}

/// `duty NAME for P per …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DutyDecl {
    /// Its name.
    pub name: Name,
    /// Who owes it.
    pub of: Party,
    /// What gives rise to an instance.
    pub per: Per,
    /// What fulfils it.
    pub done_by: Vec<Guarded<Fulfilment>>,
    /// The last day in time.
    pub due: Vec<Guarded<When>>,
    /// The last day on which it can still be cured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late_until: Vec<Guarded<When>>,
    /// The first period after joining.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<Guarded<FirstPeriod>>,
}

/// What gives rise to an instance of a duty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// Each period of this name while one is in the class.
    Period(Name),
    /// Each such occurrence.
    Occurrence(Occurrence),
    /// As long as this holds.
    While(Condition),
}

/// What fulfils a duty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fulfilment {
    /// The act.
    pub by: Occurrence,
    /// Only together with this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub and: Option<Condition>,
}

/// In which period after joining something is first due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FirstPeriod {
    /// In the period of joining.
    OfJoining,
    /// In the one after.
    AfterJoining,
}

/// `status NAME of CLASS once …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatusDecl {
    /// Its name.
    pub name: Name,
    /// Of which class.
    pub of: Name,
    /// How long.
    pub extent: Extent,
    /// Membership ends with it.
    #[serde(default)]
    pub ends_membership: bool,
    /// What one may do then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then_may: Vec<Name>,
}

/// `table NAME of P per PERIOD: TYPE`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TableDecl {
    /// Its name.
    pub name: Name,
    /// For whom.
    pub of: Party,
    /// Where it applies: a meeting, a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_scope: Option<Name>,
    /// Once per this period: then it is a fee or a yearly figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Name>,
    /// The type of its values.
    pub ty: super::Type,
    /// The fact the bands are about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Guarded<Axis>>,
    /// Its rows.
    pub rows: Vec<Guarded<Row>>,
    /// No value above this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Limit>,
    /// No value below this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Limit>,
    /// The last day in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub due: Vec<Guarded<When>>,
    /// The first period after joining.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<Guarded<FirstPeriod>>,
}

/// `by annual-income of the last fiscal-year`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Axis {
    /// The fact.
    pub fact: Name,
    /// Which value of it.
    pub of: AxisPeriod,
}

/// Which value of a fact a table looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AxisPeriod {
    /// The newest on the date.
    Current,
    /// That of the fact's period before the table's.
    Last,
    /// That of the same period.
    Same,
}

/// One band and its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// The band.
    pub band: Band,
    /// The value.
    pub value: RowValue,
    /// Where the band stands.
    #[serde(skip)]
    pub band_at: At,
}

/// A band of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Between two ends, each owned or not; none: open.
    Range {
        /// Lower end.
        from: Option<End>,
        /// Upper end.
        to: Option<End>,
    },
    /// Exactly this, before any range.
    At(Limit),
    /// Where this holds, before any range.
    Where(Condition),
    /// Whatever no other row covers.
    Otherwise,
}

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct End {
    /// The value.
    pub value: Limit,
    /// The band holds it.
    pub owned: bool,
}

/// A boundary: a number or an amount.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// A number.
    Number(Ratio),
    /// An amount.
    Money(Money),
}

/// The value of a row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RowValue {
    /// The value, or the value per unit of the axis.
    pub base: Limit,
    /// Times the axis: `GBP 0.14 per head`.
    #[serde(default)]
    pub per_head: bool,
    /// `+ 1 for each further 5,000 above 10,000`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<RowStep>,
}

/// What is added for each further full step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RowStep {
    /// What is added.
    pub add: Limit,
    /// For each full …
    pub each: Limit,
    /// … above this.
    pub above: Limit,
}

/// `define NAME of P: C`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DefineDecl {
    /// Its name.
    pub name: Name,
    /// Of whom.
    pub of: Party,
    /// What it means.
    pub means: Vec<Guarded<Condition>>,
}

/// `finding NAME by P about Q`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingDecl {
    /// Its name.
    pub name: Name,
    /// Who finds.
    pub by: Party,
    /// About whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Party>,
    /// It holds by itself where this does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_where: Vec<Guarded<Condition>>,
}

/// `delegation NAME from BODY to BODY except X`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DelegationDecl {
    /// The power.
    pub name: Name,
    /// Who has it.
    pub from: Name,
    /// Who may receive it.
    pub to: Name,
    /// What may never be passed on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Guarded<Vec<Name>>>,
}

/// `notice NAME by OFFICE to [every] P when OCC within SPAN`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoticeDecl {
    /// Its name.
    pub name: Name,
    /// Who sends it.
    pub by: Party,
    /// Who receives it: of a class, the one whom it concerns.
    pub to: Party,
    /// Of a class, everybody receives it, whomever it concerns.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_every: bool,
    /// On what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Occurrence>,
    /// How soon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Span>,
}

/// `transition NAME follows the version in force`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TransitionDecl {
    /// The procedure, decision or body.
    pub of: Name,
    /// Cases under way move to the new version (otherwise they keep that of their first day).
    pub follows: bool,
}

/// `reading NAME of clause X`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingDecl {
    /// Its name.
    pub name: Name,
    /// The clause it reads.
    pub of: ClauseLabel,
    /// The question.
    pub question: String,
    /// The answers the text allows.
    pub options: Vec<ReadingOption>,
}

/// `option NAME "…" proposed`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingOption {
    /// Its name.
    pub name: Name,
    /// What it means.
    pub means: String,
    /// It applies until one is adopted.
    #[serde(default)]
    pub proposed: bool,
}

/// `silent TOPIC "…"`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SilentDecl {
    /// A topic one may ask about; none: the clause's own gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Name>,
    /// What is not ruled.
    pub about: String,
}

/// `no-rule "…"`, `record-only "…"`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoRuleDecl {
    /// Why.
    pub why: String,
    /// How far software goes.
    pub extent: NoRuleExtent,
}

/// What is left to do where there is no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoRuleExtent {
    /// Nothing: text.
    Text,
    /// It is recorded.
    RecordOnly,
    /// Somebody judges it.
    ForPeople,
}

impl fmt::Display for Limit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Number(number) => write!(out, "{number}"),
            Limit::Money(money) => write!(out, "{money}"),
        }
    }
}

impl fmt::Display for Band {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Band::Range { from: Some(from), to: Some(to) } if from == to => write!(out, "{}", from.value),
            Band::Range { from: Some(from), to: Some(to) } => {
                let above = if from.owned { "" } else { "above " };
                let below = if to.owned { "" } else { "below " };
                write!(out, "{above}{} to {below}{}", from.value, to.value)
            }
            Band::Range { from: Some(from), to: None } if from.owned => write!(out, "at least {}", from.value),
            Band::Range { from: Some(from), to: None } => write!(out, "above {}", from.value),
            Band::Range { from: None, to: Some(to) } if to.owned => write!(out, "at most {}", to.value),
            Band::Range { from: None, to: Some(to) } => write!(out, "below {}", to.value),
            Band::Range { from: None, to: None } => out.write_str("any"),
            Band::At(value) => write!(out, "at {value}"),
            Band::Where(_) => out.write_str("where its condition holds"),
            Band::Otherwise => out.write_str("otherwise"),
        }
    }
}
