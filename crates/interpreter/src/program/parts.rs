//! Rules, tables, decisions, procedures, bodies and meetings, compiled.

use charter_syntax::ClauseLabel;
use charter_syntax::ast::{
    AxisPeriod, Election, FirstPeriod, OutcomeStart, Overdue, Proxies, QuorumMoment, Silence, VoteTerm,
};
use kernel::{Date, Money, PeriodKind, Ratio, Span};
use smallvec::SmallVec;

use super::*;

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
    pub cap: Option<Amount>,
    pub floor: Option<Amount>,
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
    pub required: Vec<Sym>,
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
    pub present: Lines<(SetIr, bool)>,
    pub quorum: Lines<QuorumIr>,
    pub carried: Lines<Vec<(Option<Cond>, Cond)>>,
    pub silence: Lines<Silence>,
    pub tie: Lines<TieIr>,
    pub weight: Option<TableId>,
    pub vote: Lines<Vec<VoteTerm>>,
    pub proxies: Lines<Proxies>,
    /// How an election is counted.
    pub elect: Lines<Election>,
    pub follows_new_version: bool,
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
    pub follows_new_version: bool,
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
    pub by_person: bool,
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
    /// The class that the new holder must be of, and the fact that it must share with the old one.
    pub from: Sym,
    pub same: Sym,
    /// The new holder completes the term.
    pub remaining_term: bool,
}

#[derive(Debug)]
pub struct Meeting {
    pub name: Sym,
    pub clause: ClauseId,
    /// Who may call it; nobody named: anybody.
    pub called_by: PartyIr,
    pub called_by_name: Sym,
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
    pub to: PartyIr,
    pub to_every: bool,
    pub when: Option<Occ>,
    pub within: Option<Span>,
}

#[derive(Debug)]
pub struct DelegationIr {
    pub name: Sym,
    pub clause: ClauseId,
    pub from: Sym,
    pub to: Sym,
    /// Matters of this power that may not be passed on.
    pub except: Lines<Vec<Sym>>,
}

impl DelegationIr {
    /// Whether a name is a matter of this power that some reading excepts.
    pub fn excepts(&self, name: Sym) -> bool {
        self.except.iter().any(|line| line.is.contains(&name))
    }
}

#[derive(Debug)]
pub struct Reading {
    pub name: Sym,
    pub options: Vec<Sym>,
    pub proposed: Option<u16>,
}
