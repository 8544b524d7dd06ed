//! The tree of a charter: vocabulary, rules, decisions, procedures, bodies, readings and tests.
//!
//! Serialised, this is the heart of the public charter JSON. Source positions are kept for diagnostics but belong
//! neither to equality nor to the JSON form.

mod body;
mod condition;
mod decision;
mod procedure;
mod rule;
mod testing;
mod vocabulary;

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use body::*;
pub use condition::*;
pub use decision::*;
pub use procedure::*;
pub use rule::*;
pub use testing::*;
pub use vocabulary::*;

/// A place in the source: byte offsets. Two trees are equal whatever their places.
#[derive(Clone, Copy, Default)]
pub struct At {
    /// First byte.
    pub start: usize,
    /// First byte after.
    pub end: usize,
}

impl At {
    /// The place of these bytes.
    pub fn new(range: Range<usize>) -> Self {
        At { start: range.start, end: range.end }
    }

    /// From the start of this place to the end of `other`.
    pub fn to(self, other: At) -> At {
        At { start: self.start, end: other.end.max(self.start) }
    }

    /// As a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for At {}

impl fmt::Debug for At {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}..{}", self.start, self.end)
    }
}

/// A name as the charter writes it, with its place.
#[derive(Clone, Debug, Eq)]
pub struct Name {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

impl Name {
    /// A name at a place.
    pub fn new(text: impl Into<String>, at: At) -> Self {
        Name { text: text.into(), at }
    }

    /// A name from nowhere in a file: of the platform, or of a question.
    pub fn bare(text: impl Into<String>) -> Self {
        Name::new(text, At::default())
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Name::bare)
    }
}

impl JsonSchema for Name {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "A name declared by the charter, or of the platform." })
    }
}

/// One option of one reading: what it guards holds only while that option is the one chosen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Guard {
    /// The reading.
    pub reading: Name,
    /// The option of it.
    pub option: Name,
}

/// A line of a rule with the options it depends on (none: it always holds).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Guarded<T> {
    /// All of these options must be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<Guard>,
    /// What holds then.
    pub is: T,
    /// Where it stands.
    #[serde(skip)]
    pub at: At,
}

/// One declaration, the clause it stands under and the further clauses it cites.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Declaration {
    /// The clause it implements.
    pub clause: crate::ClauseLabel,
    /// Further clauses cited with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<crate::ClauseLabel>,
    /// What is declared.
    #[serde(flatten)]
    pub kind: DeclarationKind,
    /// From its first word to its last.
    #[serde(skip)]
    pub at: At,
    /// Its first word.
    #[serde(skip)]
    pub keyword_at: At,
}

/// The closed set of declarations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "declares", rename_all = "kebab-case")]
pub enum DeclarationKind {
    /// `charter`: title, force, calendar.
    Charter(Header),
    /// `period`: a way to cut time.
    Period(PeriodDecl),
    /// `list`: a closed set of words.
    List(ListDecl),
    /// `class`: a kind of membership or association.
    Class(ClassDecl),
    /// `office`: who acts for the network.
    Office(OfficeDecl),
    /// `meeting`: a kind of meeting.
    Meeting(MeetingDecl),
    /// `act`: something that can happen.
    Act(ActDecl),
    /// `right`: a grant.
    Right(RightDecl),
    /// `lose`: a loss.
    Lose(LoseDecl),
    /// `keep`: an exception to a loss.
    Keep(KeepDecl),
    /// `duty`: what is owed to be done.
    Duty(DutyDecl),
    /// `status`: a standing of a member.
    Status(StatusDecl),
    /// `table`: fees, weights, numbers by bands.
    Table(TableDecl),
    /// `define`: a named condition.
    Define(DefineDecl),
    /// `threshold`: a named comparison of votes.
    Threshold(ThresholdDecl),
    /// `finding`: what the text leaves to somebody's judgement.
    Finding(FindingDecl),
    /// `decision`: how something is decided.
    Decision(DecisionDecl),
    /// `procedure`: stages from a beginning to an outcome.
    Procedure(ProcedureDecl),
    /// `body`: seats and terms.
    Body(BodyDecl),
    /// `limit`: who may not hold a seat.
    Limit(LimitDecl),
    /// `vacancy`: who fills an empty seat.
    Vacancy(VacancyDecl),
    /// `delegation`: who may pass which powers on.
    Delegation(DelegationDecl),
    /// `notice`: who tells whom.
    Notice(NoticeDecl),
    /// `transition`: which version governs what is under way.
    Transition(TransitionDecl),
    /// `reading`: a question the text leaves open.
    Reading(ReadingDecl),
    /// `silent`: the charter has no rule, on purpose noted.
    Silent(SilentDecl),
    /// `no-rule`: nothing here for software.
    NoRule(NoRuleDecl),
}

impl DeclarationKind {
    /// The word that starts the declaration.
    pub fn keyword(&self) -> &'static str {
        match self {
            DeclarationKind::Charter(_) => "charter",
            DeclarationKind::Period(_) => "period",
            DeclarationKind::List(_) => "list",
            DeclarationKind::Class(_) => "class",
            DeclarationKind::Office(_) => "office",
            DeclarationKind::Meeting(_) => "meeting",
            DeclarationKind::Act(_) => "act",
            DeclarationKind::Right(_) => "right",
            DeclarationKind::Lose(_) => "lose",
            DeclarationKind::Keep(_) => "keep",
            DeclarationKind::Duty(_) => "duty",
            DeclarationKind::Status(_) => "status",
            DeclarationKind::Table(_) => "table",
            DeclarationKind::Define(_) => "define",
            DeclarationKind::Threshold(_) => "threshold",
            DeclarationKind::Finding(_) => "finding",
            DeclarationKind::Decision(_) => "decision",
            DeclarationKind::Procedure(_) => "procedure",
            DeclarationKind::Body(_) => "body",
            DeclarationKind::Limit(_) => "limit",
            DeclarationKind::Vacancy(_) => "vacancy",
            DeclarationKind::Delegation(_) => "delegation",
            DeclarationKind::Notice(_) => "notice",
            DeclarationKind::Transition(_) => "transition",
            DeclarationKind::Reading(_) => "reading",
            DeclarationKind::Silent(_) => "silent",
            DeclarationKind::NoRule(_) => "no-rule",
        }
    }

    /// The name it declares, where it declares one.
    pub fn name(&self) -> Option<&Name> {
        match self {
            DeclarationKind::Period(d) => Some(&d.name),
            DeclarationKind::List(d) => Some(&d.name),
            DeclarationKind::Class(d) => Some(&d.name),
            DeclarationKind::Office(d) => Some(&d.name),
            DeclarationKind::Meeting(d) => Some(&d.name),
            DeclarationKind::Act(d) => Some(&d.name),
            DeclarationKind::Duty(d) => Some(&d.name),
            DeclarationKind::Status(d) => Some(&d.name),
            DeclarationKind::Table(d) => Some(&d.name),
            DeclarationKind::Define(d) => Some(&d.name),
            DeclarationKind::Threshold(d) => Some(&d.name),
            DeclarationKind::Finding(d) => Some(&d.name),
            DeclarationKind::Decision(d) => Some(&d.name),
            DeclarationKind::Procedure(d) => Some(&d.name),
            DeclarationKind::Body(d) => Some(&d.name),
            DeclarationKind::Delegation(d) => Some(&d.name),
            DeclarationKind::Notice(d) => Some(&d.name),
            DeclarationKind::Reading(d) => Some(&d.name),
            DeclarationKind::Charter(_)
            | DeclarationKind::Right(_)
            | DeclarationKind::Lose(_)
            | DeclarationKind::Keep(_)
            | DeclarationKind::Limit(_)
            | DeclarationKind::Vacancy(_)
            | DeclarationKind::Transition(_)
            | DeclarationKind::Silent(_)
            | DeclarationKind::NoRule(_) => None,
        }
    }
}
