//! Decisions: who is on the roll, what a quorum is, when something is carried, how an election is counted.

use kernel::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Condition, Guarded, Name, Occurrence, SetExpression};

/// `decision NAME of BODY`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionDecl {
    /// Its name.
    pub name: Name,
    /// The meeting, body or class that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Name>,
    /// What it is about: a class, a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Name>,
    /// Who may vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roll: Vec<Guarded<Roll>>,
    /// How long the ballot is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Guarded<OpenFor>>,
    /// Who counts as present.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Guarded<Presence>>,
    /// When the decision may be taken at all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quorum: Vec<Guarded<Quorum>>,
    /// How a vote is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vote: Vec<Guarded<Vec<VoteTerm>>>,
    /// When the motion is carried.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Guarded<Vec<CarriedCase>>>,
    /// What an abstention does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub abstain: Vec<Guarded<Abstention>>,
    /// What the silence of those present is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silence: Vec<Guarded<Silence>>,
    /// What a tie does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tie: Vec<Guarded<Tie>>,
    /// The table that weighs votes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Name>,
    /// The method of an election.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elect: Vec<Guarded<Election>>,
    /// Who may vote for another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proxies: Vec<Guarded<Proxies>>,
    /// Items on which the charter is silent, on purpose noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silent_on: Vec<Name>,
}

/// Who may vote, and as of when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Roll {
    /// The voters.
    pub who: SetExpression,
    /// The record date; none: the day of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_when: Option<Occurrence>,
}

/// `open 14 days from forms-sent`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenFor {
    /// How long.
    pub span: Span,
    /// From what.
    pub from: Occurrence,
}

/// `present regular-member attending, in the room or remotely`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Presence {
    /// Of which set.
    pub who: SetExpression,
    /// Remote attendance counts.
    pub remotely: bool,
}

/// A quorum and the moment it is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quorum {
    /// What must hold.
    pub needs: Condition,
    /// When.
    pub when: QuorumMoment,
}

/// The moment a quorum is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuorumMoment {
    /// At each vote.
    EachVote,
    /// When the meeting opens.
    ToOpen,
    /// When the ballot closes.
    ToDecide,
}

/// A term of the `vote` line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VoteTerm {
    /// One vote per organisation.
    OnePerOrganisation,
    /// One vote per person.
    OnePerPerson,
    /// Recorded by name.
    ByName,
    /// Secret.
    Secret,
    /// In the room by hand.
    ShowOfHands,
    /// By e-mail or post.
    InWriting,
    /// The votes of one voter may go different ways.
    MaySplit,
}

/// One case of `carried when … : …; otherwise: …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CarriedCase {
    /// When this case applies; none: otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The threshold.
    pub needs: Condition,
}

/// What an abstention does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Abstention {
    /// It counts for the quorum and not in the majority.
    QuorumOnly,
    /// It weighs as a no, through the base of the majority.
    AsNo,
    /// It is as if not cast.
    NotCounted,
}

/// What it means when somebody present casts nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// An abstention.
    Abstains,
    /// Nothing cast.
    NotCast,
}

/// What a tie does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Not carried.
    NotCarried,
    /// This office or seat decides.
    CastingVote(Name),
    /// By lot.
    Lot,
    /// A further vote.
    AnotherVote,
}

/// `elect 3 by meek-stv digits 9 ties lot`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Election {
    /// How many are elected.
    pub seats: u32,
    /// The counting method.
    pub method: Name,
    /// Its options, a name and a value each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<(Name, Name)>,
    /// Fewest voters for a secret ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least_voters: Option<u32>,
}

/// `proxies none`, `proxies at most 2 per holder`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Proxies {
    /// None.
    None,
    /// This many per holder.
    AtMost(u32),
}

/// `threshold NAME: C`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ThresholdDecl {
    /// Its name.
    pub name: Name,
    /// The comparison of votes.
    pub needs: Condition,
}
