//! Decisions: rolls, presence, quorum, thresholds over sets, ties, results.

use charter::Reason;
use charter_syntax::ast::{QuorumMoment, Silence};
use kernel::{Date, Ratio};
use smallvec::SmallVec;

use super::conditions::Val;
use super::{BallotAt, Env, Evaluator, NeedOf, TableValue, Tri, words};
use crate::index::{ActRow, Field};
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

/// One ballot or motion: what its acts say.
#[derive(Clone, Copy, Debug)]
pub struct Ballot<'a> {
    /// Its identifier.
    pub id: Sym,
    /// The decision it is one of.
    pub decision: DecisionId,
    /// The meeting it was put to.
    pub meeting: Sym,
    /// Whom or what it is about.
    pub for_: Sym,
    /// The day it opened.
    pub opened: Option<Date>,
    /// The day it closed by an act.
    pub closed: Option<Date>,
    /// The motion as filed.
    pub filed: Option<&'a ActRow>,
    /// The result as declared.
    pub declared: Option<&'a ActRow>,
    /// The newest of its acts.
    pub latest: Option<&'a ActRow>,
}

/// What is on file of a meeting.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeetingFacts {
    /// Its kind.
    pub kind: Option<MeetingId>,
    /// The day it opens or opened.
    pub opens: Option<Date>,
    /// The day it was called.
    pub called: Option<Date>,
    /// The day it closed.
    pub closed: Option<Date>,
}

/// Who is in a set; and who may or may not be, for want of a fact.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    pub(crate) sure: Vec<Sym>,
    pub(crate) unsure: Vec<Sym>,
    /// The number, where it was declared instead of counted.
    pub(crate) declared: Option<Ratio>,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// A ballot by its identifier.
    pub(crate) fn ballot(&mut self, id: Sym) -> Option<Ballot<'a>> {
        let names = self.world.names;
        let mut ballot = Ballot {
            id,
            decision: DecisionId(u16::MAX),
            meeting: Sym::NONE,
            for_: Sym::NONE,
            opened: None,
            closed: None,
            filed: None,
            declared: None,
            latest: None,
        };
        let mut decision = Sym::NONE;
        for kind in [names.file_motion, names.open_ballot, names.close_ballot, names.declare_result] {
            for act in self.world.view.about(id, kind) {
                decision = act.word(names.decision).unwrap_or(decision);
                ballot.meeting = act.word(names.meeting).unwrap_or(ballot.meeting);
                ballot.for_ = act.word(names.for_).unwrap_or(ballot.for_);
                if kind == names.file_motion {
                    ballot.filed = ballot.filed.or(Some(act));
                } else if kind == names.open_ballot {
                    ballot.opened = ballot.opened.or(Some(act.on));
                } else if kind == names.close_ballot {
                    ballot.closed = Some(act.on);
                } else {
                    ballot.declared = Some(act);
                }
                if ballot.latest.is_none_or(|latest| (latest.on, latest.place) < (act.on, act.place)) {
                    ballot.latest = Some(act);
                }
            }
        }
        ballot.decision = self.world.program.decision_named(decision)?;
        Some(ballot)
    }

    /// What is on file of a meeting.
    pub(crate) fn meeting_facts(&mut self, id: Sym) -> MeetingFacts {
        let names = self.world.names;
        let mut facts = MeetingFacts::default();
        for act in self.world.view.about(id, names.call_meeting) {
            facts.kind = facts.kind.or(act.word(names.meeting).and_then(|name| self.world.program.meeting_named(name)));
            facts.called = facts.called.or(Some(act.on));
            if let Some(Field::Date(date)) = act.field(names.opens) {
                facts.opens = Some(date);
            }
        }
        for act in self.world.view.about(id, names.open_meeting) {
            facts.kind = facts.kind.or(act.word(names.meeting).and_then(|name| self.world.program.meeting_named(name)));
            facts.opens = Some(act.on);
        }
        for act in self.world.view.about(id, names.close_meeting) {
            facts.closed = Some(act.on);
        }
        facts
    }

    /// The ballot at hand.
    pub(crate) fn at_hand(&self, env: Env<'_>) -> Option<Ballot<'a>> {
        env.ballot.and_then(|at| self.ballots.get(at.0)).copied()
    }

    /// The environment of a ballot on a day: its subject and the ballot itself.
    fn at_ballot(&mut self, ballot: Ballot<'a>, on: Date) -> Env<'a> {
        let known = self.ballots.iter().position(|known| known.id == ballot.id);
        let place = known.unwrap_or(self.ballots.len());
        if known.is_none() {
            self.ballots.push(ballot);
        }
        let subject = if ballot.for_.is_none() { ballot.id } else { ballot.for_ };
        Env { ballot: Some(BallotAt(place)), start: ballot.opened.unwrap_or(Date::MIN), ..Env::of(subject, on) }
    }

    /// The last day on which votes are taken: by act, by the charter, or by the declaration of the result.
    pub(crate) fn closes(&mut self, ballot: &Ballot<'a>) -> Option<Date> {
        let program = self.world.program;
        let decision = program.decision(ballot.decision)?;
        if let Some(day) = ballot.closed {
            return Some(day);
        }
        if let Ok(Some((span, from))) = self.line(&decision.open) {
            let env = Env { subject: ballot.id, ..self.at_ballot(*ballot, self.as_of) };
            let begun = self.occurrences(from, env).first().map(|(date, _)| *date);
            if let Some(end) = begun.or(ballot.opened).and_then(|begun| self.last_day(begun, *span, false)) {
                return Some(end);
            }
        }
        ballot.declared.map(|act| act.on)
    }

    /// The day as of which the roll is drawn up.
    fn record_date(&mut self, ballot: &Ballot<'a>, roll: &'a RollIr, on: Date) -> Date {
        let names = self.world.names;
        if let Some(fixed) = self.world.view.about(ballot.id, names.fix_roll).first() {
            return fixed.on;
        }
        if let Some(occ) = &roll.fixed_when {
            let env = Env { subject: ballot.id, ..self.at_ballot(*ballot, on) };
            if let Some((date, _)) = self.occurrences(occ, env).first() {
                return *date;
            }
        }
        ballot.opened.unwrap_or(on).min(on)
    }

    /// Whether somebody is on the roll of a ballot. Reasons are kept.
    pub(crate) fn on_roll(&mut self, who: Sym, ballot: &Ballot<'a>, on: Date) -> Tri {
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Tri::No };
        let Ok(roll) = self.line(&decision.roll) else { return Tri::Unknown };
        let Some(roll) = roll else {
            self.need_decision(decision.of, decision.name);
            return Tri::Unknown;
        };
        let day = self.record_date(ballot, roll, on);
        let mark = self.mark();
        let env = self.at_ballot(*ballot, day);
        let result = self.belongs(who, &roll.who, env);
        let reason = if result == Tri::Yes { Reason::OnRoll } else { Reason::NotOnRoll };
        self.above(mark, reason, Some(decision.clause), words!(who, roll.who.name, day));
        result
    }

    /// Whether one voter, member or seat belongs to a set.
    fn belongs(&mut self, who: Sym, set: &'a SetIr, env: Env<'a>) -> Tri {
        let base = match set.of {
            SetRef::Class(class) => self.is(who, Standing::Class(class), Env::of(who, env.on)),
            SetRef::VotingSeats | SetRef::FilledSeats | SetRef::SeatsOf(_) => self.holds_voting_seat(who, set, env),
            SetRef::Yes | SetRef::No | SetRef::Abstain | SetRef::Cast | SetRef::Returned | SetRef::Present | SetRef::Roll => {
                Tri::from(self.members(set, env).sure.contains(&who))
            }
            SetRef::Unresolved => Tri::Unknown,
        };
        if base != Tri::Yes {
            return base;
        }
        self.passes(who, set, env)
    }

    /// The filters of a set.
    fn passes(&mut self, who: Sym, set: &'a SetIr, env: Env<'a>) -> Tri {
        if let Some(right) = set.with {
            let may = self.may(right, who, env.on);
            if may != Tri::Yes {
                return may;
            }
        }
        match &set.only {
            Some(only) => {
                let around = if env.around.is_none() { env.subject } else { env.around };
                self.condition(only, Env { subject: who, around, ..env })
            }
            None => Tri::Yes,
        }
    }

    /// Everybody in a set.
    pub(crate) fn members(&mut self, set: &'a SetIr, env: Env<'a>) -> Members {
        let mut members = self.base_members(set, env);
        if set.with.is_none() && set.only.is_none() {
            return members;
        }
        let mut kept = Members { declared: members.declared, ..Members::default() };
        for who in std::mem::take(&mut members.sure) {
            let needs = self.needs.len();
            match self.silently(|e| e.passes(who, set, env)) {
                Tri::Yes => kept.sure.push(who),
                Tri::Unknown => kept.unsure.push(who),
                Tri::No => self.needs.truncate(needs),
            }
        }
        kept.unsure.extend(members.unsure);
        kept
    }

    fn base_members(&mut self, set: &'a SetIr, env: Env<'a>) -> Members {
        let names = self.world.names;
        match set.of {
            SetRef::Class(class) => Members { sure: self.class_members(class, env.on), ..Members::default() },
            SetRef::SeatsOf(body) => Members { sure: self.voting_seats(body, env.on, false), ..Members::default() },
            SetRef::VotingSeats => Members { sure: self.seats_of_decision(env, false), ..Members::default() },
            SetRef::FilledSeats => Members { sure: self.seats_of_decision(env, true), ..Members::default() },
            SetRef::Unresolved => Members::default(),
            SetRef::Roll => self.roll_members(env),
            SetRef::Present => self.present(set, env),
            SetRef::Yes => self.cast(&[names.yes], env),
            SetRef::No => self.cast(&[names.no], env),
            SetRef::Abstain => self.cast(&[names.abstain], env),
            SetRef::Cast | SetRef::Returned => self.cast(&[names.yes, names.no, names.abstain], env),
        }
    }

    /// Everybody who is of a class on a day.
    pub(crate) fn class_members(&mut self, class: ClassId, on: Date) -> Vec<Sym> {
        let candidates = self.candidates(class);
        let mut members = Vec::new();
        for who in candidates {
            if self.member(who, class, on).is_some() {
                members.push(who);
            }
        }
        members
    }

    /// Everybody whom some act may have made a member of a class, in order of their names.
    pub(crate) fn candidates(&mut self, class: ClassId) -> Vec<Sym> {
        let program = self.world.program;
        let Some(declared) = program.class(class) else { return Vec::new() };
        let mut found = Vec::new();
        let procedures = declared.entered_by.iter().filter_map(|id| program.procedure(*id));
        let begins = declared.begins.iter().chain(procedures.flat_map(|procedure| &procedure.begins));
        for line in begins {
            let subject = match line.is.what {
                Hap::Act(subject) => subject,
                _ => continue,
            };
            for act in self.world.view.of_kind(line.is.name) {
                found.push(if subject == SubjectIn::About { act.about } else { act.by });
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn roll_members(&mut self, env: Env<'a>) -> Members {
        let Some(ballot) = self.at_hand(env) else { return Members::default() };
        if let Some(declared) = self.declared(&ballot, self.world.names.roll) {
            return Members { declared: Some(declared), ..Members::default() };
        }
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Members::default() };
        let Ok(Some(roll)) = self.line(&decision.roll) else { return Members::default() };
        let day = self.record_date(&ballot, roll, env.on);
        self.members(&roll.who, Env { on: day, ..env })
    }

    /// A number that the returning officer declared.
    fn declared(&self, ballot: &Ballot<'a>, field: Sym) -> Option<Ratio> {
        match ballot.declared?.field(field) {
            Some(Field::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Those who attended the meeting and have not left, as far as the decision counts them as present.
    fn present(&mut self, set: &'a SetIr, env: Env<'a>) -> Members {
        let names = self.world.names;
        let Some(ballot) = self.at_hand(env) else { return Members::default() };
        let field = if set.at_opening { names.present_at_opening } else { names.present };
        let declared = self.declared(&ballot, field);
        let declared = declared.or_else(|| if set.at_opening { self.declared(&ballot, names.present) } else { None });
        if declared.is_some() {
            return Members { declared, ..Members::default() };
        }
        let facts = self.meeting_facts(ballot.meeting);
        let day = if set.at_opening { facts.opens.unwrap_or(env.on) } else { env.on };
        let mut there: Vec<Sym> = Vec::new();
        for act in self.world.view.about(ballot.meeting, names.attend) {
            if act.on <= day && !there.contains(&act.by) {
                there.push(act.by);
            }
            self.until(env.on, act.on);
        }
        if !set.at_opening {
            for act in self.world.view.about(ballot.meeting, names.leave) {
                if act.on <= day {
                    there.retain(|who| *who != act.by);
                }
                self.until(env.on, act.on);
            }
        }
        let program = self.world.program;
        let line = program.decision(ballot.decision).map(|decision| self.line(&decision.present));
        let mut members = Members::default();
        let Some(Ok(Some(who_counts))) = line else {
            members.sure = there;
            return members;
        };
        for who in there {
            match self.silently(|e| e.belongs(who, who_counts, Env { on: day, ..env })) {
                Tri::Yes => members.sure.push(who),
                Tri::Unknown => members.unsure.push(who),
                Tri::No => {}
            }
        }
        members
    }

    /// Those who cast one of these choices: the first valid vote of each voter stands.
    fn cast(&mut self, choices: &[Sym], env: Env<'a>) -> Members {
        let names = self.world.names;
        let Some(ballot) = self.at_hand(env) else { return Members::default() };
        if ballot.declared.is_some_and(|act| act.field(names.yes).is_some() || act.field(names.no).is_some()) {
            return self.declared_votes(&ballot, choices);
        }
        let closes = self.closes(&ballot).unwrap_or(env.on).min(env.on);
        let opened = ballot.opened.unwrap_or(Date::MIN);
        let mut seen: Vec<Sym> = Vec::new();
        let mut members = Members::default();
        for act in self.world.view.about(ballot.id, names.cast) {
            self.until(env.on, act.on);
            if act.on < opened || act.on > closes || seen.contains(&act.by) {
                continue;
            }
            if self.silently(|e| e.on_roll(act.by, &ballot, act.on)) != Tri::Yes {
                continue;
            }
            seen.push(act.by);
            if act.word(names.choice).is_some_and(|choice| choices.contains(&choice)) {
                members.sure.push(act.by);
            }
        }
        if choices.contains(&names.abstain) && self.silent_abstain(&ballot) {
            let there = self.members(&self.world.program.sets.present, env);
            members.sure.extend(there.sure.into_iter().filter(|who| !seen.contains(who)));
        }
        members
    }

    fn silent_abstain(&mut self, ballot: &Ballot<'a>) -> bool {
        let program = self.world.program;
        let decision = program.decision(ballot.decision);
        decision.is_some_and(|decision| matches!(self.line(&decision.silence), Ok(Some(Silence::Abstains))))
    }

    fn declared_votes(&mut self, ballot: &Ballot<'a>, choices: &[Sym]) -> Members {
        let names = self.world.names;
        let number = |name: Sym| self.declared(ballot, name).unwrap_or(Ratio::ZERO);
        let all = [names.yes, names.no, names.abstain];
        let explicit = |wanted: &[Sym]| wanted.iter().try_fold(Ratio::ZERO, |sum, name| sum.plus(number(*name)));
        let Ok(mut total) = explicit(choices) else { return Members::default() };
        if choices.len() == all.len()
            && let Some(returned) = self.declared(&ballot, names.returned)
        {
            total = total.max(returned);
        }
        let cast = explicit(&all).unwrap_or(Ratio::ZERO);
        if choices.contains(&names.abstain) && self.silent_abstain(ballot) {
            let present = self.declared(&ballot, names.present).or_else(|| self.declared(&ballot, names.present_at_opening));
            let silent = present.and_then(|present| present.minus(cast).ok()).unwrap_or(Ratio::ZERO);
            total = total.plus(silent.max(Ratio::ZERO)).unwrap_or(total);
        }
        Members { declared: Some(total), ..Members::default() }
    }

    /// The number of a set, or its weight where the decision weighs votes. Kept as a reason.
    pub(super) fn size(&mut self, set: &'a SetIr, heads: bool, env: Env<'a>) -> Val {
        let members = self.members(set, env);
        let weigh = self.at_hand(env).filter(|_| !heads).and_then(|ballot| {
            let program = self.world.program;
            program.decision(ballot.decision)?.weight
        });
        let size = match (members.declared, weigh) {
            (Some(number), _) => Val::Number(number, number),
            (None, Some(table)) => self.weight_of(&members, table, env),
            (None, None) => {
                let low = Ratio::count(members.sure.len());
                let high = Ratio::count(members.sure.len() + members.unsure.len());
                Val::Number(low, high)
            }
        };
        if let Val::Number(low, _) = size {
            self.note(Reason::Counted, None, words!(set.name, low));
        }
        size
    }

    fn weight_of(&mut self, members: &Members, table: TableId, env: Env<'a>) -> Val {
        let (mut low, mut high) = (Ratio::ZERO, Ratio::ZERO);
        for (who, sure) in members.sure.iter().map(|who| (*who, true)).chain(members.unsure.iter().map(|who| (*who, false))) {
            let weight = match self.silently(|e| e.table_value(table, who, None, env.on)) {
                TableValue::Is(Amount::Number(number)) => number,
                TableValue::Is(Amount::Money(_)) | TableValue::Nothing => Ratio::ZERO,
                TableValue::Unknown => return Val::Unknown,
            };
            let (Ok(more), Ok(most)) = (low.plus(weight), high.plus(weight)) else { return Val::Unknown };
            if sure {
                low = more;
            }
            high = most;
        }
        Val::Number(low, high)
    }

    /// How many different values of a fact a set shows; members without the fact may add one each.
    pub(super) fn distinct(&mut self, fact: Sym, set: &'a SetIr, env: Env<'a>) -> Val {
        let members = self.members(set, env);
        let mut values: SmallVec<[Sym; 8]> = SmallVec::new();
        let mut unknown = 0_usize;
        for who in members.sure.iter().chain(&members.unsure) {
            match self.fact(*who, fact, env.on).map(|(value, _)| value) {
                Some(Field::Word(word)) => {
                    if !values.contains(&word) {
                        values.push(word);
                    }
                }
                _ => {
                    unknown += 1;
                    self.need(NeedOf::Fact(fact, *who));
                }
            }
        }
        let low = Ratio::count(values.len());
        self.note(Reason::Counted, None, words!(fact, low));
        Val::Number(low, Ratio::count(values.len() + unknown))
    }

    /// Whether a ballot or meeting is quorate on a day, looking at the quorums of some moments. Reasons are kept.
    pub(crate) fn quorate(&mut self, ballot: &Ballot<'a>, on: Date, moments: &[QuorumMoment]) -> Tri {
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Tri::Unknown };
        let own = &decision.quorum;
        let lines: &'a [Line<QuorumIr>] = match decision.of_body.and_then(|body| program.body(body)) {
            Some(body) if own.is_empty() => &body.quorum,
            _ => own,
        };
        let env = self.at_ballot(*ballot, on);
        let mut result = Tri::Yes;
        for line in lines.iter().filter(|line| moments.contains(&line.is.when)) {
            let Ok(active) = self.active(&line.under) else { return Tri::Unknown };
            if !active {
                continue;
            }
            let mark = self.mark();
            let one = self.condition(&line.is.needs, env);
            let reason = if one == Tri::Yes { Reason::Quorate } else { Reason::NotQuorate };
            self.above(mark, reason, Some(line.is.clause), words!(decision.name));
            result = super::rights::and(result, one);
        }
        result
    }

    /// Whether a ballot is carried, and the day that was settled. Reasons are kept.
    pub(crate) fn outcome(&mut self, ballot: &Ballot<'a>, on: Date) -> (Tri, Option<Date>) {
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return (Tri::Unknown, None) };
        let closes = self.closes(ballot);
        let decided = closes.or(ballot.declared.map(|act| act.on)).filter(|day| *day <= on);
        if let Some(day) = closes {
            self.until(on, day);
        }
        let Some(day) = decided else {
            self.note(Reason::Undecided, Some(decision.clause), words!(decision.name, decision.of));
            self.need_decision(if decision.of.is_none() { decision.name } else { decision.of }, ballot.id);
            return (Tri::Unknown, None);
        };
        // A ballot that closes by itself is settled when its last day is over.
        let settled = if ballot.declared.is_none() && ballot.closed.is_none() { day.next() } else { day };
        if settled > on {
            self.until(on, settled);
            self.need_decision(decision.of, ballot.id);
            return (Tri::Unknown, None);
        }
        let mark = self.mark();
        let quorate = self.quorate(ballot, day, &[QuorumMoment::EachVote, QuorumMoment::ToOpen, QuorumMoment::ToDecide]);
        let result = match quorate {
            Tri::Yes => self.carried(ballot, decision, day),
            other => other,
        };
        let reason = match result {
            Tri::Yes => Reason::Carried,
            Tri::No => Reason::NotCarried,
            Tri::Unknown => Reason::Undecided,
        };
        let last = if result == Tri::Unknown { Arg::Name(decision.of) } else { Arg::Date(settled) };
        self.above(mark, reason, Some(decision.clause), [Arg::Name(decision.name), last, Arg::None, Arg::None]);
        (result, (result != Tri::Unknown).then_some(settled))
    }

    fn carried(&mut self, ballot: &Ballot<'a>, decision: &'a Decision, on: Date) -> Tri {
        let env = self.at_ballot(*ballot, on);
        if let Some(tie) = self.tie(ballot, decision, env) {
            return tie;
        }
        let Ok(Some(cases)) = self.line(&decision.carried) else {
            self.need_decision(decision.of, decision.name);
            return Tri::Unknown;
        };
        for (when, needs) in cases {
            match when.as_ref().map_or(Tri::Yes, |when| self.condition(when, env)) {
                Tri::Yes => return self.condition(needs, env),
                Tri::Unknown => return Tri::Unknown,
                Tri::No => {}
            }
        }
        Tri::No
    }

    /// On equal votes: what the tie rule says, where it says anything but "not carried".
    fn tie(&mut self, ballot: &Ballot<'a>, decision: &'a Decision, env: Env<'a>) -> Option<Tri> {
        let names = self.world.names;
        let sets = &self.world.program.sets;
        let (yes, no) = self.silently(|e| (e.size(&sets.yes, false, env), e.size(&sets.no, false, env)));
        let equal = yes == no && yes != Val::Unknown && yes != Val::Number(Ratio::ZERO, Ratio::ZERO);
        if !equal {
            return None;
        }
        match self.line(&decision.tie) {
            Ok(Some(TieIr::CastingVote(of))) => {
                self.note(Reason::Tie, Some(decision.clause), words!(decision.name, *of));
                let vote = self.world.view.about(ballot.id, names.casting_vote).last().copied();
                let Some(vote) = vote else {
                    self.need_decision(*of, ballot.id);
                    return Some(Tri::Unknown);
                };
                self.note_act(Reason::ActOnFile, None, vote.id, words!(vote.kind, vote.by, vote.on));
                Some(Tri::from(vote.word(names.choice) == Some(names.yes)))
            }
            Ok(Some(TieIr::Lot | TieIr::AnotherVote)) => {
                self.note(Reason::Tie, Some(decision.clause), words!(decision.name, "another"));
                self.need_decision(decision.of, ballot.id);
                Some(Tri::Unknown)
            }
            Ok(Some(TieIr::NotCarried) | None) => None,
            Err(_) => Some(Tri::Unknown),
        }
    }

    /// Whether the motion was filed this long before its meeting opens.
    pub(super) fn filed_before(&mut self, span: kernel::Span, env: Env<'a>) -> Tri {
        let Some(ballot) = self.at_hand(env) else { return Tri::Unknown };
        let Some(filed) = ballot.filed else {
            self.note(Reason::NoAct, None, words!(self.world.names.file_motion, ballot.id));
            return Tri::No;
        };
        let opens = self.meeting_facts(ballot.meeting).opens.or(ballot.opened);
        let latest = opens.and_then(|opens| self.days_before(opens, span, false));
        let Some(latest) = latest else { return Tri::Unknown };
        self.note_act(Reason::ActOnFile, None, filed.id, words!(filed.kind, filed.by, filed.on));
        self.note(Reason::BackPlanned, None, [Arg::Name(filed.kind), Arg::Span(span), Arg::Date(latest), Arg::None]);
        Tri::from(filed.on <= latest)
    }

    /// Whether the motion was filed as something.
    pub(super) fn filed_as(&mut self, kind: Sym, env: Env<'a>) -> Tri {
        let filed = self.at_hand(env).and_then(|ballot| ballot.filed);
        Tri::from(filed.is_some_and(|act| act.word(self.world.names.filed_as) == Some(kind)))
    }
}
