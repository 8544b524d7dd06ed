//! Bodies: seats, terms, cohorts, limits and vacancies.

use kernel::{Date, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Guarded, Kind, Name, Quorum};

/// `body NAME`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BodyDecl {
    /// Its name.
    pub name: Name,
    /// Its seats.
    pub seats: Vec<Guarded<SeatDecl>>,
    /// How long a term lasts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub term: Vec<Guarded<Term>>,
    /// Its quorum, where a decision of it states none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quorum: Vec<Guarded<Quorum>>,
}

/// One seat or one kind of seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SeatDecl {
    /// How many and what they are called.
    pub seats: Seats,
    /// Whether its holder votes.
    pub voting: bool,
    /// What holds it.
    pub held_by: Kind,
    /// Only holders of a voting seat of this body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_of: Option<Name>,
    /// The decision that creates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<Name>,
    /// Fields its creation must carry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Name>,
}

/// How many seats and what they are called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Seats {
    /// One for each word of a list.
    OnePer(Name),
    /// One of this name.
    One(Name),
    /// This many, numbered.
    Number(u32),
    /// Any number of this name, each created by an act.
    Created(Name),
}

/// How long a term lasts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// A span, from the start of the tenure or from the start of its cohort's cycle.
    Span {
        /// How long.
        span: Span,
        /// Groups of seats whose terms start together.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        cohorts: Vec<Cohort>,
    },
    /// Until the holder's seat in this body ends.
    WithSeatIn(Name),
    /// Until the next such meeting.
    UntilNext(Name),
}

/// `cohort A from 1 June 2009`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cohort {
    /// Its name.
    pub name: Name,
    /// The first day of its first term.
    pub from: Date,
}

/// `limit BODY`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitDecl {
    /// The body.
    pub of: Name,
    /// The limits.
    pub limits: Vec<Guarded<Limitation>>,
}

/// One limit on holding seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Limitation {
    /// `at most 3 consecutive terms per person`
    Terms {
        /// How many.
        at_most: u32,
        /// Only terms that follow each other count (otherwise all).
        consecutive: bool,
        /// Whose.
        per: Kind,
    },
    /// `again after 2 years`: the break after which terms count anew.
    AgainAfter(Span),
    /// `part terms count`: a replacement's remainder is a term.
    PartTerms {
        /// They count.
        count: bool,
    },
    /// `any gap breaks the run` / `only that break ends the run`
    GapBreaks {
        /// Any gap does.
        any: bool,
    },
    /// `one seat per organisation`
    OneSeatPer(Kind),
    /// `not together with OFFICE`
    NotTogetherWith(Name),
    /// `at most 1/4 share employer`
    Share {
        /// The largest share of the seats.
        at_most: kernel::Ratio,
        /// The fact they may not share.
        fact: Name,
    },
}

/// `vacancy in BODY`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VacancyDecl {
    /// The body.
    pub of: Name,
    /// What fills a seat, by the cause of its emptiness.
    pub cases: Vec<Guarded<VacancyCase>>,
}

/// `on left-organisation: by its organisation …; then by the body`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VacancyCase {
    /// Causes: as `unseat` acts state them, `term-ended`, `no-longer-member`, `otherwise`.
    pub causes: Vec<Name>,
    /// Who fills it, in order.
    pub fillers: Vec<Filler>,
}

/// Who may fill a seat, with whom, and for how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Filler {
    /// Its organisation, a body, a decision, a procedure.
    pub by: FilledBy,
    /// The class the new holder must be of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_class: Option<Name>,
    /// The fact the new holder must share with the seat's organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same: Option<Name>,
    /// For the rest of the term.
    #[serde(default)]
    pub remaining_term: bool,
    /// How long this one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Span>,
}

/// Who fills a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FilledBy {
    /// The organisation that held it.
    ItsOrganisation,
    /// A body, decision or procedure.
    Named(Name),
}
