//! What exists in a network: periods, lists, classes with their facts, offices, meetings, acts.

use kernel::{Currency, Date, MonthEnd, PeriodKind, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Condition, Guarded, Name, Occurrence};
use crate::ClauseLabel;

/// Title, force and calendar of a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Header {
    /// The title.
    pub title: String,
    /// The first day in force.
    pub in_force_from: Option<Date>,
    /// Only part of the text is on file.
    #[serde(default)]
    pub partial: bool,
    /// The version whose named clauses this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<Amends>,
    /// IANA zone in which a day ends.
    pub time_zone: Vec<Guarded<String>>,
    /// What adding months to a late day of the month does.
    pub month_end: Vec<Guarded<MonthEnd>>,
    /// Whether the day of the event counts as the first day of a deadline.
    pub first_day: Vec<Guarded<FirstDay>>,
}

/// An amendment of named clauses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Amends {
    /// First day in force of the amended version.
    pub version: Date,
    /// The clauses replaced.
    pub clauses: Vec<ClauseLabel>,
}

/// How a deadline counted from an event starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FirstDay {
    /// The day of the event is not counted: 14 days from the 1st end on the 15th.
    Excluded,
    /// It is day one: 14 days from the 1st end on the 14th.
    Included,
}

/// `period NAME …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PeriodDecl {
    /// Its name.
    pub name: Name,
    /// How it cuts time.
    pub kind: PeriodKind,
}

/// `list NAME: item alias other, …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ListDecl {
    /// Its name.
    pub name: Name,
    /// Its items in order.
    pub items: Vec<ListItem>,
}

/// One word of a list and its other spellings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ListItem {
    /// The word.
    pub name: Name,
    /// Other spellings of the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Name>,
}

/// What a class is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Organisations.
    Organisation,
    /// Natural persons.
    Person,
}

/// `class NAME of organisations …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClassDecl {
    /// Its name.
    pub name: Name,
    /// Organisations, persons or both.
    pub of: Vec<Kind>,
    /// Facts known of its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactDecl>,
    /// Roles of persons who act for a member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<PersonRoles>,
    /// What makes somebody a member of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub begins: Vec<Guarded<Occurrence>>,
    /// What ends that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<Guarded<Occurrence>>,
    /// Who may enter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub eligible: Vec<Guarded<Condition>>,
    /// Classes one may hold beside it; all others exclude it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together_with: Vec<Name>,
}

/// `fact NAME: TYPE …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactDecl {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: Type,
    /// The period it is stated for, if it is one value per period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Name>,
    /// Who may see it; empty: whoever may see the member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<Name>,
    /// Kept encrypted under the subject's key.
    #[serde(default)]
    pub sealed: bool,
}

/// `person contact, alternate different people`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonRoles {
    /// The roles.
    pub roles: Vec<Name>,
    /// No person may hold two of them.
    #[serde(default)]
    pub different: bool,
    /// The options it depends on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<super::Guard>,
}

/// The type of a fact, a field or a table's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Type {
    /// A whole or fractional number.
    Number,
    /// Votes, delegates: a number that weighs.
    Votes,
    /// Yes or no.
    YesNo,
    /// A civil date.
    Date,
    /// Text that no rule reads.
    Text,
    /// An amount of one currency.
    Money(Currency),
    /// An organisation, by its identifier.
    Organisation,
    /// A person, by an identifier.
    Person,
    /// A word of a list, a period, or something else the charter names.
    Named(Name),
}

/// `office NAME`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OfficeDecl {
    /// Its name.
    pub name: Name,
    /// The body that fills it, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointed_by: Option<Name>,
}

/// `meeting NAME of CLASS called by …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeetingDecl {
    /// Its name.
    pub name: Name,
    /// Who meets: a class or a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Name>,
    /// Who calls it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub called_by: Vec<Name>,
    /// The longest time between two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at_least_every: Vec<Guarded<Interval>>,
    /// What must be done before it opens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Guarded<BackPlanned>>,
    /// What must be done after it closes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Guarded<BackPlanned>>,
}

/// `at least every 2 years from closing to opening`
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Interval {
    /// The longest time.
    pub span: Span,
    /// Counted from the closing of the last one (otherwise from its opening).
    pub from_closing: bool,
}

/// `invitation 8 weeks`: a step and its distance from the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BackPlanned {
    /// What is to be done: the meeting's own step, or an act.
    pub step: Name,
    /// How long before the opening, or after the closing.
    pub span: Span,
    /// Both ends excluded.
    #[serde(default)]
    pub clear: bool,
}

/// Who acts, or about whom: roles of a member, a class, an office, a body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Persons through whom a member acts (contact, alternate); empty: unsaid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<Name>,
    /// Any of these: classes, offices, bodies, `organisation`, `person`, `anyone`.
    pub any_of: Vec<Name>,
    /// Where it stands.
    #[serde(skip)]
    pub at: At,
}

/// `act NAME by … about …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActDecl {
    /// Its name.
    pub name: Name,
    /// Who may do it.
    pub by: Party,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Party>,
    /// Its fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldDecl>,
    /// Facts stated with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Name>,
    /// Documents attached to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentDecl>,
    /// Who may see it; empty: whoever may see its subject.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<Name>,
    /// It has effect only where this holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_where: Vec<Guarded<Condition>>,
}

/// `field NAME: TYPE optional`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FieldDecl {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: Type,
    /// The act is whole without it.
    #[serde(default)]
    pub optional: bool,
}

/// `document NAME in LIST`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentDecl {
    /// Its name.
    pub name: Name,
    /// The languages it may be in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Name>,
    /// The act can be recorded without it.
    #[serde(default)]
    pub optional: bool,
}
