//! Sets of voters, members and seats: who is in them, how many, what they weigh.

use charter::Reason;
use kernel::{Date, Ratio};
use smallvec::SmallVec;

use super::conditions::Val;
use super::{Ballot, Env, Evaluator, NeedOf, Tri, words};
use crate::index::Field;
use crate::program::*;
use crate::symbols::Sym;

/// Who is in a set; and who may or may not be, for want of a fact.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    pub(crate) sure: Vec<Sym>,
    pub(crate) unsure: Vec<Sym>,
    /// Of votes that may go different ways: how many each act gave.
    pub(crate) parts: Vec<(Sym, Ratio)>,
    /// The number, where it was declared instead of counted.
    pub(crate) declared: Option<Ratio>,
    /// The result was declared without this number.
    pub(crate) unknown: bool,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Whether one voter, member or seat belongs to a set.
    pub(super) fn belongs(&mut self, who: Sym, set: &'a SetIr, env: Env<'a>) -> Tri {
        let base = match set.of {
            SetRef::Class(class) => self.is(who, Standing::Class(class), Env::of(who, env.on)),
            SetRef::VotingSeats | SetRef::FilledSeats | SetRef::SeatsOf(_) => self.holds_voting_seat(who, set, env),
            SetRef::Yes
            | SetRef::No
            | SetRef::Abstain
            | SetRef::Cast
            | SetRef::Returned
            | SetRef::Present
            | SetRef::Roll => Tri::from(self.members(set, env).sure.contains(&who)),
            SetRef::Unresolved => Tri::Unknown,
        };
        let mut base = base;
        for class in &set.or {
            if base != Tri::Yes {
                base = self.is(who, Standing::Class(*class), Env::of(who, env.on));
            }
        }
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
        for class in &set.or {
            members.sure.extend(self.class_members(*class, env.on));
        }
        if !set.or.is_empty() {
            members.sure.sort_unstable();
            members.sure.dedup();
        }
        if set.with.is_none() && set.only.is_none() {
            return members;
        }
        let parts = std::mem::take(&mut members.parts);
        let mut kept = Members { parts, declared: members.declared, unknown: members.unknown, ..Members::default() };
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
            // A paper in the box is cast, and says nothing.
            SetRef::Cast | SetRef::Returned => self.cast(&[names.yes, names.no, names.abstain, names.secret], env),
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
                Hap::Carried(_) | Hap::NotCarried(_) => {
                    found.extend(self.subjects_of_decision(line.is.name));
                    continue;
                }
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

    /// Everybody that some ballot of a decision is about.
    fn subjects_of_decision(&self, decision: Sym) -> Vec<Sym> {
        let names = self.world.names;
        let mut subjects = Vec::new();
        for kind in [names.file_motion, names.open_ballot, names.declare_result] {
            for act in self.world.view.of_kind(kind) {
                if act.word(names.decision) == Some(decision) {
                    subjects.push(act.word(names.for_).unwrap_or(act.about));
                }
            }
        }
        subjects
    }

    /// A number that the returning officer declared.
    pub(super) fn declared(&self, ballot: &Ballot<'a>, field: Sym) -> Option<Ratio> {
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
        let mut comings = self.world.view.about(ballot.meeting, names.attend);
        if !set.at_opening {
            comings.extend(self.world.view.about(ballot.meeting, names.leave));
            comings.sort_by_key(|act| (act.on, act.place));
        }
        let mut there: Vec<Sym> = Vec::new();
        for act in comings {
            self.until(env.on, act.on);
            if act.on <= day {
                there.retain(|who| *who != act.by);
                if act.kind == names.attend {
                    there.push(act.by);
                }
            }
        }
        let counted_only =
            ballot.declared.is_some_and(|act| act.field(names.yes).is_some() || act.field(names.no).is_some());
        if there.is_empty() && counted_only {
            return Members { unknown: true, ..Members::default() };
        }
        let program = self.world.program;
        let line = program.decision(ballot.decision).map(|decision| self.line(&decision.present));
        let mut members = Members::default();
        let Some(Ok(Some(who_counts))) = line else {
            members.sure = there;
            return members;
        };
        let (who_counts, remotely) = who_counts;
        let view = self.world.view;
        let apart = |who: &Sym| {
            let here =
                view.about(ballot.meeting, names.attend).into_iter().rfind(|act| act.by == *who && act.on <= day);
            here.is_some_and(|act| act.word(names.mode) == Some(names.remotely))
        };
        there.retain(|who| *remotely || !apart(who));
        for who in there {
            match self.silently(|e| e.belongs(who, who_counts, Env { on: day, ..env })) {
                Tri::Yes => members.sure.push(who),
                Tri::Unknown => members.unsure.push(who),
                Tri::No => {}
            }
        }
        members
    }

    /// The number of a set, or its weight where the decision weighs votes. Kept as a reason.
    pub(super) fn size(&mut self, set: &'a SetIr, heads: bool, env: Env<'a>) -> Val {
        let members = self.members(set, env);
        let weighed = self.at_hand(env).filter(|ballot| {
            let decision = self.world.program.decision(ballot.decision);
            !heads && (decision.is_some_and(|decision| decision.weight.is_some()) || !members.parts.is_empty())
        });
        if members.unknown {
            let subject = self.at_hand(env).map_or(env.subject, |ballot| ballot.id);
            self.need(NeedOf::Fact(set.name, subject));
            return Val::Unknown;
        }
        let size = match (members.declared, weighed) {
            (Some(number), _) => Val::Number(number, number),
            (None, Some(ballot)) => self.weight_of(&members, &ballot, env.on),
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

    /// The votes of those in a set: the parts that they gave, else all. Whoever is perhaps in it may have given all.
    fn weight_of(&mut self, members: &Members, ballot: &Ballot<'a>, on: Date) -> Val {
        let mut low = Ratio::ZERO;
        for who in &members.sure {
            let mut parts = members.parts.iter().filter(|(known, _)| known == who).map(|(_, part)| *part).peekable();
            let given = match parts.peek() {
                Some(_) => parts.try_fold(Ratio::ZERO, |sum, part| sum.plus(part).ok()),
                None => self.votes_of(ballot, *who, on),
            };
            match given.and_then(|given| low.plus(given).ok()) {
                Some(more) => low = more,
                None => return Val::Unknown,
            }
        }
        let mut high = low;
        for who in members.unsure.iter().filter(|who| !members.sure.contains(who)) {
            match self.votes_of(ballot, *who, on).and_then(|whole| high.plus(whole).ok()) {
                Some(most) => high = most,
                None => return Val::Unknown,
            }
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
}
