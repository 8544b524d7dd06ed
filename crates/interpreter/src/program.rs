//! A charter version compiled for evaluation: the checked tree with names resolved to numbers.
//!
//! It says exactly what the charter says; nothing is decided here.

use charter_syntax::ast::{
    AxisPeriod, Comparison, FirstDay, FirstPeriod, Operator, OutcomeStart, Overdue, QuorumMoment,
    SamePeriod, Silence, Who,
};
use charter_syntax::ClauseLabel;
use kernel::{Date, Money, Month, MonthEnd, PeriodKind, Ratio, Span};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::symbols::Sym;

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

#[derive(Debug)]
pub struct Grant {
    pub rights: SmallVec<[RightIr; 2]>,
    pub to: PartyIr,
    pub to_name: Sym,
    pub only: Option<Cond>,
    pub under: SmallVec<[GuardIr; 1]>,
    pub clause: ClauseId,
}

#[derive(Debug)]
pub struct Loss {
    pub rights: SmallVec<[RightIr; 2]>,
    pub of: PartyIr,
    pub extent: ExtentIr,
    pub under: SmallVec<[GuardIr; 1]>,
    pub clause: ClauseId,
}

#[derive(Debug)]
pub struct KeepIr {
    pub rights: SmallVec<[RightIr; 2]>,
    pub of: PartyIr,
    pub despite: ClauseLabel,
    pub only: Option<Cond>,
    pub under: SmallVec<[GuardIr; 1]>,
    pub clause: ClauseId,
}

#[derive(Debug)]
pub struct Class {
    pub name: Sym,
    pub clause: ClauseId,
    pub begins: Lines<Occ>,
    pub ends: Lines<Occ>,
    pub eligible: Lines<Cond>,
    /// Statuses that end membership.
    pub ended_by: Vec<StatusId>,
    /// Procedures whose outcome is this class.
    pub entered_by: Vec<ProcedureId>,
    /// Classes whose beginning ends this one.
    pub excludes: Vec<ClassId>,
}

#[derive(Debug)]
pub struct Status {
    pub name: Sym,
    pub clause: ClauseId,
    pub of: ClassId,
    pub extent: ExtentIr,
    pub ends_membership: bool,
}

#[derive(Debug)]
pub enum PerIr {
    Period(PeriodKind),
    Occ(Occ),
    While(Cond),
}

#[derive(Debug)]
pub struct Duty {
    pub name: Sym,
    pub clause: ClauseId,
    pub cites: Vec<ClauseId>,
    pub of: PartyIr,
    pub per: PerIr,
    pub done_by: Lines<FulfilmentIr>,
    pub due: Lines<WhenIr>,
    pub late_until: Lines<WhenIr>,
    pub first: Lines<FirstPeriod>,
}

#[derive(Clone, Debug)]
pub struct FulfilmentIr {
    pub by: Occ,
    pub and: Option<Cond>,
}

#[derive(Debug)]
pub struct Table {
    pub name: Sym,
    pub clause: ClauseId,
    pub of: PartyIr,
    pub scope: Sym,
    pub per: Option<PeriodKind>,
    pub weighs: bool,
    pub money: bool,
    pub by: Lines<AxisIr>,
    pub rows: Lines<RowIr>,
    pub cap: Option<Ratio>,
    pub floor: Option<Ratio>,
    pub due: Lines<WhenIr>,
    pub first: Lines<FirstPeriod>,
}

#[derive(Clone, Copy, Debug)]
pub struct AxisIr {
    pub fact: Sym,
    pub of: AxisPeriod,
    pub per: Option<PeriodKind>,
}

#[derive(Clone, Debug)]
pub struct RowIr {
    pub band: BandIr,
    pub text: Sym,
    pub value: RowValueIr,
}

/// Limits in one unit: minor units for money, the number itself otherwise.
#[derive(Clone, Debug)]
pub enum BandIr {
    Range { from: Option<(Ratio, bool)>, to: Option<(Ratio, bool)> },
    At(Ratio),
    Where(Cond),
    Otherwise,
}

#[derive(Clone, Copy, Debug)]
pub struct RowValueIr {
    pub base: Amount,
    pub per_head: bool,
    pub step: Option<(Amount, Ratio, Ratio)>,
}

/// A number or an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    Number(Ratio),
    Money(Money),
}

#[derive(Debug)]
pub struct Definition {
    pub name: Sym,
    pub clause: ClauseId,
    pub means: Lines<Cond>,
}

#[derive(Debug)]
pub struct Finding {
    pub name: Sym,
    pub clause: ClauseId,
    pub by: PartyIr,
    pub by_name: Sym,
    pub also_where: Lines<Cond>,
}

#[derive(Debug)]
pub struct Act {
    pub name: Sym,
    pub clause: ClauseId,
    pub by: PartyIr,
    pub by_name: Sym,
    pub subject: SubjectIn,
    pub only_where: Lines<Cond>,
    /// The field that holds a period, for acts done for a period.
    pub period_field: Option<(Sym, PeriodKind)>,
    /// The duty that it fulfils for that period, where the duty says how long it still can.
    pub fulfils: Option<DutyId>,
    pub declared: bool,
    /// Its fields and the facts stated with it, for remedies.
    pub fields: Vec<Sym>,
    pub documents: Vec<Sym>,
}

#[derive(Debug)]
pub struct Decision {
    pub name: Sym,
    pub clause: ClauseId,
    pub of: Sym,
    pub of_body: Option<BodyId>,
    pub of_meeting: Option<MeetingId>,
    pub roll: Lines<RollIr>,
    pub open: Lines<(Span, Occ)>,
    pub present: Lines<SetIr>,
    pub quorum: Lines<QuorumIr>,
    pub carried: Lines<Vec<(Option<Cond>, Cond)>>,
    pub silence: Lines<Silence>,
    pub tie: Lines<TieIr>,
    pub weight: Option<TableId>,
}

#[derive(Clone, Debug)]
pub struct RollIr {
    pub who: SetIr,
    pub fixed_when: Option<Occ>,
}

#[derive(Clone, Debug)]
pub struct QuorumIr {
    pub needs: Cond,
    pub when: QuorumMoment,
    pub clause: ClauseId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieIr {
    NotCarried,
    CastingVote(Sym),
    Lot,
    AnotherVote,
}

#[derive(Debug)]
pub struct Procedure {
    pub name: Sym,
    pub clause: ClauseId,
    pub begins: Lines<Occ>,
    pub needs: Lines<NeedIr>,
    pub then: Lines<(Sym, Option<WhenIr>, Sym)>,
    pub windows: Lines<StepWindowIr>,
    pub objections: Lines<ObjectionIr>,
    pub decides: Lines<DecideIr>,
    pub overdue: Lines<Overdue>,
    pub outcomes: Lines<OutcomeIr>,
    pub follows_new_version: bool,
}

#[derive(Clone, Debug)]
pub enum NeedIr {
    Documents(Vec<Sym>),
    Facts(Vec<Sym>),
    Acts(Vec<(Option<Cond>, u32, Occ)>),
    Condition(Cond),
}

#[derive(Clone, Debug)]
pub struct StepWindowIr {
    pub name: Sym,
    pub act: Sym,
    pub closes: WhenIr,
}

#[derive(Clone, Debug)]
pub struct ObjectionIr {
    pub act: Sym,
    pub until: Sym,
    pub then: Vec<(Sym, Sym)>,
}

#[derive(Clone, Debug)]
pub struct DecideIr {
    pub decision: DecisionId,
    pub not_before: Option<Sym>,
    pub at_next_meeting: bool,
    pub by: Option<WhenIr>,
}

#[derive(Clone, Copy, Debug)]
pub struct OutcomeIr {
    pub carried: bool,
    pub becomes: Sym,
    pub from: OutcomeStart,
}

#[derive(Debug)]
pub struct Body {
    pub name: Sym,
    pub clause: ClauseId,
    pub seats: Lines<SeatIr>,
    pub term: Lines<TermIr>,
    pub quorum: Lines<QuorumIr>,
    pub limits: Vec<(ClauseId, Lines<LimitIr>)>,
    pub vacancies: Vec<(ClauseId, Lines<VacancyIr>)>,
}

#[derive(Clone, Debug)]
pub struct SeatIr {
    /// Full names `body/seat` that always exist; none where each is created by an act.
    pub names: Vec<Sym>,
    /// The kind's own name, for created seats.
    pub created: bool,
    pub voting: bool,
}

#[derive(Clone, Debug)]
pub enum TermIr {
    Span(Span, Vec<(Sym, Date)>),
    WithSeatIn(BodyId),
    UntilNext(MeetingId),
}

#[derive(Clone, Copy, Debug)]
pub enum LimitIr {
    Terms { at_most: u32, consecutive: bool, per_person: bool },
    AgainAfter(Span),
    PartTerms(bool),
    AnyGapBreaks(bool),
    OneSeatPer(bool),
    NotTogetherWith(Sym),
    Share(Ratio, Sym),
}

#[derive(Clone, Debug)]
pub struct VacancyIr {
    pub causes: SmallVec<[Sym; 2]>,
    pub fillers: Vec<FillerIr>,
}

#[derive(Clone, Debug)]
pub struct FillerIr {
    /// None: the seat's organisation.
    pub by: Sym,
    pub within: Option<Span>,
}

#[derive(Debug)]
pub struct Meeting {
    pub name: Sym,
    pub clause: ClauseId,
    pub at_least_every: Lines<(Span, bool)>,
    pub before: Lines<BackPlanIr>,
    pub after: Lines<BackPlanIr>,
}

#[derive(Clone, Copy, Debug)]
pub struct BackPlanIr {
    pub step: Sym,
    pub span: Span,
    pub clear: bool,
    pub clause: ClauseId,
}

#[derive(Debug)]
pub struct NoticeIr {
    pub name: Sym,
    pub clause: ClauseId,
    pub by_name: Sym,
    pub when: Option<Occ>,
    pub within: Option<Span>,
}

#[derive(Debug)]
pub struct DelegationIr {
    pub name: Sym,
    pub clause: ClauseId,
    pub from: Sym,
    pub to: Sym,
}

#[derive(Debug)]
pub struct Reading {
    pub name: Sym,
    pub options: Vec<Sym>,
    pub proposed: Option<u16>,
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
        let set = |of| SetIr { of, name: Sym::NONE, with: None, only: None, at_opening: false };
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
