//! Occurrences: the days on which something happened to a subject, and the acts behind them.

use charter_syntax::ast::SamePeriod;
use kernel::{Date, PeriodKind};
use smallvec::SmallVec;

use super::{Ballot, DutyState, Env, Evaluator, Tri};
use crate::index::{ActRow, Acts, Field};
use crate::program::*;
use crate::symbols::Sym;

/// Days with the acts behind them, in order.
pub(crate) type Found<'a> = SmallVec<[(Date, Option<&'a ActRow>); 4]>;

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Every day on which this happened or will have happened, as far as it is on file; in order. The horizon learns
    /// of days after the one at hand.
    pub(crate) fn occurrences(&mut self, occ: &'a Occ, env: Env<'a>) -> Found<'a> {
        let mut found: Found<'a> = match occ.what {
            Hap::Act(subject) => self.acts_of(occ, subject, env),
            Hap::Missed(duty) => self.missed_days(duty, env),
            Hap::Settled(table) => self.settled_days(table, env),
            Hap::Carried(decision) => self.decided_days(decision, true, env),
            Hap::NotCarried(decision) => self.decided_days(decision, false, env),
            Hap::Opening(kind) => self.meeting_days(kind, true, env),
            Hap::Closing(kind) => self.meeting_days(kind, false, env),
            Hap::Joining => self.joined(env),
            Hap::Complete => env.complete.map(|date| (date, None)).into_iter().collect(),
            Hap::Unresolved => Found::new(),
        };
        if let Some(only) = occ.only.as_ref().filter(|_| !matches!(occ.what, Hap::Act(_))) {
            found.retain(|(date, act)| {
                let here = Env { act: *act, on: *date, ..env };
                self.silently(|e| e.elsewhen(here.on, |e| e.condition(only, here)).0) == Tri::Yes
            });
        }
        if let Some(offset) = occ.offset {
            for (date, _) in &mut found {
                *date = self.plus(*date, offset).unwrap_or(Date::MAX);
            }
        }
        for (date, _) in &found {
            self.until(env.on, *date);
        }
        found
    }

    /// The acts of a kind that belong to the subject, with their conditions.
    fn acts_of(&mut self, occ: &'a Occ, subject: SubjectIn, env: Env<'a>) -> Found<'a> {
        let acts: Acts<'a> = match subject {
            SubjectIn::By => self.world.view.by(env.subject, occ.name),
            SubjectIn::About if self.at_hand(env).is_some_and(|ballot| ballot.id != env.subject) => {
                self.about_ballot(occ.name, env)
            }
            SubjectIn::About => self.world.view.about(env.subject, occ.name),
            SubjectIn::Nobody => self.world.view.of_kind(occ.name),
        };
        let mut found = Found::new();
        for act in acts {
            if self.fits(act, occ, env) && self.has_effect(act) {
                found.push((act.on, Some(act)));
            }
        }
        found
    }

    /// Acts about the ballot at hand, or about its subject.
    fn about_ballot(&mut self, kind: Sym, env: Env<'a>) -> Acts<'a> {
        let Some(ballot) = self.at_hand(env) else { return Acts::new() };
        let about = self.world.view.about(ballot.id, kind);
        if about.is_empty() { self.world.view.about(env.subject, kind) } else { about }
    }

    fn fits(&mut self, act: &'a ActRow, occ: &'a Occ, env: Env<'a>) -> bool {
        if !self.period_fits(act, occ.period, env) {
            return false;
        }
        if let Some(by) = &occ.by
            && self.silently(|e| e.elsewhen(act.on, |e| e.meets(act.by, by, act.on)).0) != Tri::Yes
        {
            return false;
        }
        match &occ.only {
            None => true,
            Some(only) => {
                let here = Env { act: Some(act), on: act.on, ..env };
                self.silently(|e| e.elsewhen(here.on, |e| e.condition(only, here)).0) == Tri::Yes
            }
        }
    }

    fn period_fits(&self, act: &ActRow, relation: Option<SamePeriod>, env: Env<'a>) -> bool {
        let Some(period) = env.period else { return true };
        let declared = self.world.program.acts.get(&act.kind).and_then(|declared| declared.period_field);
        let stated = declared.and_then(|(field, _)| match act.field(field) {
            Some(Field::Period(period)) => Some(period),
            _ => None,
        });
        match (stated, relation) {
            (None, _) => true,
            (Some(stated), None | Some(SamePeriod::Same)) => stated == period,
            (Some(stated), Some(SamePeriod::SameOrLater)) => stated >= period,
            (Some(stated), Some(SamePeriod::Later)) => stated > period,
        }
    }

    /// Whether an act names the period that it is done for.
    pub(super) fn names_period(&self, act: &ActRow, kind: PeriodKind) -> bool {
        let declared = self.world.program.acts.get(&act.kind).and_then(|declared| declared.period_field);
        declared.is_some_and(|(field, its)| its == kind && act.field(field).is_some())
    }

    /// Whether an act counts: its actor was entitled on its day and its own conditions held. While these are looked at, only
    /// acts of its kind before it count: none is a reason for or against itself, and what came later changes nothing.
    pub(crate) fn has_effect(&mut self, act: &'a ActRow) -> bool {
        let program = self.world.program;
        let order = (act.on, act.place);
        if self.judged.iter().rfind(|(kind, _)| *kind == act.kind).is_some_and(|(_, judged)| *judged <= order) {
            return false;
        }
        let Some(declared) = program.acts.get(&act.kind) else { return false };
        if !declared.declared {
            return true;
        }
        let entitled = act.by.is_none() || declared.by.iter().any(|party| matches!(party, PartyRef::Anyone)) || {
            self.silently(|e| e.elsewhen(act.on, |e| e.meets(act.by, &declared.by, act.on)).0) == Tri::Yes
        };
        if !entitled && !self.took_leave(act, declared) {
            return false;
        }
        if declared.fulfils.is_some_and(|duty| self.too_late(act, duty)) {
            return false;
        }
        let subject = if act.about.is_none() { act.by } else { act.about };
        self.judged.push((act.kind, order));
        let holds = declared.only_where.iter().all(|line| {
            let here = Env { act: Some(act), ..Env::of(subject, act.on) };
            !self.active(&line.under).unwrap_or(false)
                || self.silently(|e| e.elsewhen(here.on, |e| e.condition(&line.is, here)).0) == Tri::Yes
        });
        self.judged.pop();
        holds
    }

    /// Whether an act is the one by which its actor ceases to be who may do it: judged by the day before.
    pub(crate) fn took_leave(&mut self, act: &'a ActRow, declared: &'a Act) -> bool {
        let ends = |class: &Class| class.ends.iter().any(|line| line.is.name == act.kind);
        let day_before = act.on.previous();
        self.world.program.classes.iter().any(ends)
            && self.silently(|e| e.elsewhen(day_before, |e| e.meets(act.by, &declared.by, day_before)).0) == Tri::Yes
    }

    /// Whether an act comes for a period whose duty can no longer be made good.
    fn too_late(&mut self, act: &ActRow, duty: DutyId) -> bool {
        let program = self.world.program;
        let stated = program.acts.get(&act.kind).and_then(|declared| declared.period_field);
        let Some((kind, Field::Period(period))) = stated.and_then(|(name, kind)| Some((kind, act.field(name)?))) else {
            return false;
        };
        let Some(declared) = program.duty(duty) else { return false };
        let Ok(Some(when)) = self.line(&declared.late_until) else { return false };
        let start = kind.start(period).unwrap_or(act.on);
        let env = Env { period: Some(period), start, ..Env::of(act.by, act.on) };
        self.when(when, Some((kind, period)), env).is_some_and(|last| act.on > last)
    }

    /// Days on which instances of a duty became missed (and were not cured by then).
    fn missed_days(&mut self, duty: DutyId, env: Env<'a>) -> Found<'a> {
        let instances = self.instances(env.subject, duty, env.on);
        let missed = instances.iter().filter(|instance| instance.state(instance.missed_from()) == DutyState::Missed);
        missed.map(|instance| (instance.missed_from(), None)).collect()
    }

    fn joined(&mut self, env: Env<'a>) -> Found<'a> {
        let mut found = Found::new();
        for class in 0..self.world.program.classes.len() {
            let Ok(class) = u16::try_from(class) else { break };
            found.extend(self.spells(env.subject, ClassId(class), env.on).iter().map(|spell| (spell.from, None)));
        }
        found.sort_unstable_by_key(|(date, _)| *date);
        found
    }

    /// Days on which decisions of a kind about the subject were carried, or not.
    fn decided_days(&mut self, decision: DecisionId, carried: bool, env: Env<'a>) -> Found<'a> {
        let mut found = Found::new();
        let for_ = self.world.names.for_;
        let mut ballots = self.world.view.ballots_for(env.subject, for_);
        ballots.push(env.subject);
        for id in ballots {
            let Some(ballot) = self.ballot(id) else { continue };
            if ballot.decision != decision || self.open_outcomes.contains(&id) {
                continue;
            }
            if let Some(later) = self.closes(&ballot).filter(|closes| *closes > env.on) {
                self.until(env.on, later);
                self.until(env.on, later.next());
                continue;
            }
            self.open_outcomes.push(id);
            let (result, on) = self.silently(|e| e.outcome(&ballot, env.on));
            self.open_outcomes.pop();
            if let (Some(on), true) = (on, result == Tri::from(carried)) {
                found.push((on, ballot.latest));
            }
        }
        found.sort_unstable_by_key(|(date, _)| *date);
        found
    }

    /// Days on which meetings opened or closed: of the ballot at hand, or of a kind.
    fn meeting_days(&mut self, kind: Option<MeetingId>, opening: bool, env: Env<'a>) -> Found<'a> {
        let names = self.world.names;
        let of = |ballot: Ballot<'_>| ballot.meeting;
        if kind.is_none() {
            let meeting = self.at_hand(env).map_or(env.subject, of);
            let facts = self.meeting_facts(meeting);
            let date = if opening { facts.opens } else { facts.closed };
            return date.map(|date| (date, None)).into_iter().collect();
        }
        let name = kind.and_then(|id| self.world.program.meeting(id)).map_or(Sym::NONE, |meeting| meeting.name);
        let mut found = Found::new();
        let mut seen: SmallVec<[Sym; 4]> = SmallVec::new();
        let view = self.world.view;
        for act in [names.call_meeting, names.open_meeting].into_iter().flat_map(|kind| view.of_kind(kind)) {
            if act.word(names.meeting) != Some(name) || seen.contains(&act.about) {
                continue;
            }
            seen.push(act.about);
            let facts = self.meeting_facts(act.about);
            let date = if opening { facts.opens } else { facts.closed };
            found.extend(date.map(|date| (date, Some(act))));
        }
        found.sort_unstable_by_key(|(date, _)| *date);
        found
    }
}
