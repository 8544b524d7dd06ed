//! Conditions, exact expressions, occurrences of acts, and dates computed from them.

use kernel::{Date, Money, Month, Ratio, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Name, Party, RightName};

/// Something that holds or does not hold of a subject on a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
    /// `left >= right`
    Compare(Box<Expression>, Comparison, Box<Expression>),
    /// `kind in associate-kinds`
    InList(Box<Expression>, Name),
    /// `about is a regular-member`, or a name alone: class, status, definition, finding, yes/no fact.
    Is(Who, Name),
    /// `2 consecutive re-confirm missed, each after request`
    Missed(MissedDuties),
    /// `membership-fee of the last closed calendar-year settled`
    Settled(SettledFee),
    /// `there is a request within the last 12 months`
    Happened(Box<Occurrence>, Option<Window>),
    /// `may vote at general-conference`
    May(RightName),
    /// `filed 4 weeks before`: the motion, before the meeting opens.
    FiledBefore(Span),
    /// `filed as organisational-proposal`
    FiledAs(Name),
}

/// Whose standing a condition asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The subject of the rule.
    Subject,
    /// The actor of the act at hand.
    By,
    /// The subject of the act at hand.
    About,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// How many instances of a duty were missed, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MissedDuties {
    /// How many.
    pub count: u32,
    /// The duty.
    pub duty: Name,
    /// In periods that follow each other.
    #[serde(default)]
    pub consecutive: bool,
    /// All within one period of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_one: Option<Name>,
    /// Each preceded, by its due day, by this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each_after: Option<Box<Occurrence>>,
}

/// Whether a fee is paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SettledFee {
    /// The table.
    pub table: Name,
    /// Of the last period whose due day has passed (otherwise: of every such period).
    pub last_closed: bool,
}

/// How far back an occurrence counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Window {
    /// `within the last 12 months`
    Last(Span),
    /// `in that calendar-year`: the period that holds the date.
    This(Name),
}

/// An exact number, amount, date or word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Expression {
    /// A number.
    Number(Ratio),
    /// An amount.
    Money(Money),
    /// A date.
    Date(Date),
    /// A fact, a field, a word of a list, a set of voters.
    Name(Who, Name),
    /// A set of voters, members or seats: its number or, in a weighted decision, its weight.
    Set(SetExpression),
    /// How many different values of a fact a set shows.
    Distinct(Name, SetExpression),
    /// How many, whatever they weigh.
    Heads(SetExpression),
    /// How often something happened.
    Count(Box<Occurrence>, Option<Window>),
    /// The sum of a field over what happened.
    Sum(Name, Box<Occurrence>, Option<Window>),
    /// `25% of …`, `half plus one of …`
    Portion(Portion, Box<Expression>),
    /// `+ - × /`
    Arithmetic(Box<Expression>, Operator, Box<Expression>),
}

/// A share of a base, exact.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Portion {
    /// The share.
    pub share: Ratio,
    /// The share is rounded down before anything is added.
    #[serde(default)]
    pub rounded_down: bool,
    /// What is added: the one of "half plus one".
    pub plus: Ratio,
}

/// Arithmetic on exact numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `×` or `*`
    Times,
    /// `/`
    Over,
}

/// `present with vote at opening`, `regular-member where country = about.country`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SetExpression {
    /// The set: of the decision (yes, no, abstain, cast, returned, present, roll, voting-seats, filled-seats), or a class.
    pub of: Name,
    /// Further classes: `every full-member or associate`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<Name>,
    /// Only those who have this right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<RightName>,
    /// Only those of whom this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Box<Condition>>,
    /// As it was when the meeting opened.
    #[serde(default)]
    pub at_opening: bool,
}

/// Something that happens on a day: an act, a missed duty, a decision carried, a meeting opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Occurrence {
    /// What.
    pub what: Happening,
    /// This much later than it (earlier: negative).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<Span>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Party>,
    /// For which period, seen from the one at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<SamePeriod>,
    /// Only where this holds of the act (`by.country = about.country`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Box<Condition>>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Happening {
    /// An act of this name, or a step of a procedure.
    Named(Name),
    /// An instance of this duty becomes missed.
    Missed(Name),
    /// A fee of this table is settled.
    Settled(Name),
    /// A decision of this kind is carried.
    Carried(Name),
    /// A decision of this kind is not carried.
    NotCarried(Name),
    /// The meeting opens (of this kind; none: the one at hand).
    Opening(Option<Name>),
    /// The meeting closes.
    Closing(Option<Name>),
    /// Membership begins.
    Joining,
}

/// How the period of an act relates to the period at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SamePeriod {
    /// `for that year`
    Same,
    /// `for that year or a later one`
    SameOrLater,
    /// `for a later year`
    Later,
}

/// A date that the charter computes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// `by 30 November`: of the period at hand.
    DayOfPeriod(u32, Month),
    /// `at the end of the period`
    EndOfPeriod,
    /// `within 1 month of apply`, `14 days from forms-sent`; clear: both ends excluded.
    After {
        /// How long.
        span: Span,
        /// From what; none: from what starts the instance at hand.
        from: Option<Box<Occurrence>>,
        /// Both ends excluded.
        #[serde(default)]
        clear: bool,
    },
    /// `8 weeks before opening`
    Before {
        /// How long.
        span: Span,
        /// Before what.
        of: Box<Occurrence>,
        /// Both ends excluded.
        #[serde(default)]
        clear: bool,
    },
    /// A fixed date.
    On(Date),
}
