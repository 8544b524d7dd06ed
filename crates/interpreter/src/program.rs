//! A charter version compiled for evaluation: the checked tree with names resolved to numbers.
//!
//! It says exactly what the charter says; nothing is decided here.

use charter_syntax::ClauseLabel;
mod parts;

use charter_syntax::ast::{Comparison, FirstDay, Operator, SamePeriod, Who};
use kernel::{Date, Money, Month, MonthEnd, PeriodKind, Ratio, Span};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::symbols::Sym;

pub use parts::*;

/// A clause, by its place in [`Program::clauses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClauseId(pub u16);

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $($(#[$doc])* #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct $name(pub u16);)*
    };
}

places! {
    /// A reading, by its place in the program.
    ReadingId;
    /// A class.
    ClassId;
    /// A status.
    StatusId;
    /// A duty.
    DutyId;
    /// A table.
    TableId;
    /// A definition.
    DefinitionId;
    /// A finding.
    FindingId;
    /// A decision.
    DecisionId;
    /// A procedure.
    ProcedureId;
    /// A body.
    BodyId;
    /// A meeting.
    MeetingId;
    /// A list.
    ListId;
    /// A threshold.
    ThresholdId;
}

/// An act that states a fact, and where the fact's subject stands in it.
#[derive(Clone, Copy, Debug)]
pub struct FactSource {
    pub act: Sym,
    pub subject: SubjectIn,
    /// The field that says for which period, `FACT-for`.
    pub period_field: Sym,
}

/// A reading and the option of it that a line depends on.
pub type GuardIr = (ReadingId, u16);

/// A line with its guards.
#[derive(Clone, Debug)]
pub struct Line<T> {
    /// All of these options must be chosen.
    pub under: SmallVec<[GuardIr; 1]>,
    /// What holds then.
    pub is: T,
}

/// Alternative lines.
pub type Lines<T> = Vec<Line<T>>;

/// What one can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Of a class.
    Class(ClassId),
    /// In a status.
    Status(StatusId),
    /// As defined.
    Definition(DefinitionId),
    /// As found.
    Finding(FindingId),
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyRef {
    /// Anybody.
    Anyone,
    /// A member, or somebody defined or found to be something.
    Standing(Standing),
    /// An office or a body, acting under its own name.
    Named(Sym),
}

/// Who acts: any of these.
pub type PartyIr = SmallVec<[PartyRef; 2]>;

/// A condition.
#[derive(Clone, Debug)]
pub enum Cond {
    All(Vec<Cond>),
    Any(Vec<Cond>),
    Not(Box<Cond>),
    Compare(Box<Expr>, Comparison, Box<Expr>),
    InList(Box<Expr>, ListId),
    Is(Who, Standing),
    YesNo(Who, Sym),
    Missed(MissedIr),
    Settled(TableId, bool),
    Happened(Box<Occ>, Option<WindowIr>),
    May(RightIr),
    FiledBefore(Span),
    FiledAs(Sym),
    Threshold(ThresholdId),
    /// A name that nothing declares: an unchecked charter.
    Unresolved(Sym),
}

/// A right: verb and scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RightIr {
    pub verb: Sym,
    pub scope: Sym,
}

#[derive(Clone, Debug)]
pub struct MissedIr {
    pub count: u32,
    pub duty: DutyId,
    pub consecutive: bool,
    pub in_one: Option<PeriodKind>,
    pub each_after: Option<Box<Occ>>,
}

#[derive(Clone, Copy, Debug)]
pub enum WindowIr {
    Last(Span),
    This(PeriodKind),
}

/// An expression.
#[derive(Clone, Debug)]
pub enum Expr {
    Number(Ratio),
    Money(Money),
    Date(Date),
    Word(Sym),
    Fact(Who, Sym),
    Set(SetIr),
    Distinct(Sym, SetIr),
    Heads(SetIr),
    Count(Box<Occ>, Option<WindowIr>),
    Sum(Sym, Box<Occ>, Option<WindowIr>),
    Portion(Ratio, bool, Ratio, Box<Expr>),
    Arithmetic(Box<Expr>, Operator, Box<Expr>),
    Unresolved(Sym),
}

/// A set of voters, members or seats.
#[derive(Clone, Debug)]
pub struct SetIr {
    pub of: SetRef,
    pub or: SmallVec<[ClassId; 1]>,
    pub name: Sym,
    pub with: Option<RightIr>,
    pub only: Option<Box<Cond>>,
    pub at_opening: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetRef {
    Yes,
    No,
    Abstain,
    Cast,
    Returned,
    Present,
    Roll,
    VotingSeats,
    FilledSeats,
    Class(ClassId),
    /// The voting seats of a named body.
    SeatsOf(BodyId),
    Unresolved,
}

/// Something that happens.
#[derive(Clone, Debug)]
pub struct Occ {
    pub what: Hap,
    pub name: Sym,
    pub offset: Option<Span>,
    pub by: Option<PartyIr>,
    pub period: Option<SamePeriod>,
    pub only: Option<Box<Cond>>,
}

#[derive(Clone, Copy, Debug)]
pub enum Hap {
    /// An act, and where its subject stands.
    Act(SubjectIn),
    Missed(DutyId),
    Settled(TableId),
    Carried(DecisionId),
    NotCarried(DecisionId),
    Opening(Option<MeetingId>),
    Closing(Option<MeetingId>),
    Joining,
    /// The procedure at hand is complete.
    Complete,
    Unresolved,
}

/// Whether an act's subject is its actor or what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectIn {
    By,
    About,
    /// Neither: an act of the network as a whole.
    Nobody,
}

/// A computed date.
#[derive(Clone, Debug)]
pub enum WhenIr {
    DayOfPeriod(u32, Month),
    EndOfPeriod,
    After { span: Span, from: Option<Box<Occ>>, clear: bool },
    Before { span: Span, of: Box<Occ>, clear: bool },
    On(Date),
}

#[derive(Clone, Debug)]
pub enum ExtentIr {
    While(Cond),
    Once(Cond),
    Between { from: Lines<Occ>, until: Lines<UntilIr> },
    Always,
}

#[derive(Clone, Debug)]
pub enum UntilIr {
    Occ(Occ),
    Span(Span),
}

/// Sets that every decision has, ready to be counted.
#[derive(Debug)]
pub struct BuiltIn {
    pub yes: SetIr,
    pub no: SetIr,
    pub present: SetIr,
}

impl Default for BuiltIn {
    fn default() -> Self {
        let set = |of| SetIr { of, or: SmallVec::new(), name: Sym::NONE, with: None, only: None, at_opening: false };
        BuiltIn { yes: set(SetRef::Yes), no: set(SetRef::No), present: set(SetRef::Present) }
    }
}

/// One version, compiled.
#[derive(Debug, Default)]
pub struct Program {
    pub from: Option<Date>,
    pub partial: bool,
    pub clauses: Vec<ClauseLabel>,
    pub month_end: Lines<MonthEnd>,
    pub first_day: Lines<FirstDay>,
    pub readings: Vec<Reading>,
    pub lists: Vec<(Sym, Vec<Sym>)>,
    pub classes: Vec<Class>,
    pub statuses: Vec<Status>,
    pub duties: Vec<Duty>,
    pub tables: Vec<Table>,
    pub definitions: Vec<Definition>,
    pub findings: Vec<Finding>,
    pub decisions: Vec<Decision>,
    pub procedures: Vec<Procedure>,
    pub bodies: Vec<Body>,
    pub meetings: Vec<Meeting>,
    pub thresholds: Vec<(Sym, ClauseId, Cond)>,
    pub grants: Vec<Grant>,
    pub losses: Vec<Loss>,
    pub keeps: Vec<KeepIr>,
    pub notices: Vec<NoticeIr>,
    pub delegations: Vec<DelegationIr>,
    pub silences: Vec<(Sym, ClauseId)>,
    pub acts: FxHashMap<Sym, Act>,
    pub facts: FxHashMap<Sym, Option<PeriodKind>>,
    /// For each fact or role, the acts that state it.
    pub fact_sources: FxHashMap<Sym, Vec<FactSource>>,
    pub offices: Vec<(Sym, ClauseId)>,
    pub standings: FxHashMap<Sym, Standing>,
    pub sets: BuiltIn,
}

macro_rules! lookups {
    ($($by_name:ident, $get:ident: $field:ident[$id:ident] -> $ty:ty;)*) => {
        impl Program {
            $(
                /// The one of this name.
                pub fn $by_name(&self, name: Sym) -> Option<$id> {
                    let place = self.$field.iter().position(|found| found.name == name)?;
                    u16::try_from(place).ok().map($id)
                }

                /// The one at this place.
                pub fn $get(&self, id: $id) -> Option<&$ty> {
                    self.$field.get(usize::from(id.0))
                }
            )*
        }
    };
}

lookups! {
    class_named, class: classes[ClassId] -> Class;
    duty_named, duty: duties[DutyId] -> Duty;
    table_named, table: tables[TableId] -> Table;
    finding_named, finding: findings[FindingId] -> Finding;
    decision_named, decision: decisions[DecisionId] -> Decision;
    procedure_named, procedure: procedures[ProcedureId] -> Procedure;
    body_named, body: bodies[BodyId] -> Body;
    meeting_named, meeting: meetings[MeetingId] -> Meeting;
    reading_named, reading: readings[ReadingId] -> Reading;
}

impl Program {
    /// The status at this place.
    pub fn status(&self, id: StatusId) -> Option<&Status> {
        self.statuses.get(usize::from(id.0))
    }

    /// The definition at this place.
    pub fn definition(&self, id: DefinitionId) -> Option<&Definition> {
        self.definitions.get(usize::from(id.0))
    }

    /// The text of a clause's label.
    pub fn clause(&self, id: ClauseId) -> Option<&ClauseLabel> {
        self.clauses.get(usize::from(id.0))
    }
}
