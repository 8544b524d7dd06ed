//! Rights in two steps: granted, lost, kept despite a named clause. And whose acts an act is.

use charter::Reason;
use kernel::Date;

use super::{Env, Evaluator, Tri, words};
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

impl RightIr {
    /// Whether a rule about this right covers another: an unscoped rule covers every scope.
    pub(crate) fn covers(self, wanted: RightIr) -> bool {
        self.verb == wanted.verb && (self.scope.is_none() || self.scope == wanted.scope)
    }
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Whether somebody has a right on a date. Reasons are kept: all losses, or the grants.
    pub(crate) fn may(&mut self, right: RightIr, who: Sym, on: Date) -> Tri {
        let start = self.mark();
        let granted = self.granted(right, who, on);
        if granted == Tri::No {
            return Tri::No;
        }
        let grants_end = self.mark();
        let lost = self.lost(right, who, on);
        if lost == Tri::Yes && TRACE {
            // What was lost comes first, what had been granted behind it.
            let losses = self.trace.len() - grants_end;
            if let Some(nodes) = self.trace.get_mut(start..) {
                nodes.rotate_right(losses);
            }
        }
        match (granted, lost) {
            (_, Tri::Yes) => Tri::No,
            (Tri::Yes, Tri::No) => Tri::Yes,
            _ => Tri::Unknown,
        }
    }

    fn granted(&mut self, right: RightIr, who: Sym, on: Date) -> Tri {
        let program = self.world.program;
        let start = self.mark();
        let mut result = Tri::No;
        let mut nearest: Option<&Grant> = None;
        for grant in program.grants.iter().filter(|grant| grant.rights.iter().any(|own| own.covers(right))) {
            let mark = self.mark();
            match self.active(&grant.under) {
                Ok(true) => {}
                Ok(false) => continue,
                Err(_) => {
                    result = if result == Tri::Yes { Tri::Yes } else { Tri::Unknown };
                    continue;
                }
            }
            let env = Env::of(who, on);
            let meets = self.meets(who, &grant.to, on);
            let holds = match (&grant.only, meets) {
                (Some(only), Tri::Yes | Tri::Unknown) => and(meets, self.condition(only, env)),
                _ => meets,
            };
            match holds {
                Tri::Yes => {
                    if result != Tri::Yes {
                        self.trace.drain(start.min(self.trace.len())..mark.min(self.trace.len()));
                    }
                    let place = if result == Tri::Yes { mark } else { start };
                    self.above(
                        place,
                        Reason::Granted,
                        Some(grant.clause),
                        [right.arg(), grant.to_name.into(), Arg::None, Arg::None],
                    );
                    result = Tri::Yes;
                }
                Tri::Unknown if result == Tri::No => result = Tri::Unknown,
                Tri::No if result == Tri::Yes => self.forget(mark),
                Tri::No | Tri::Unknown => nearest = Some(grant),
            }
        }
        if result == Tri::No {
            let clause = self.denied_by(right, who, on).or(nearest.map(|grant| grant.clause));
            self.above(start, Reason::NotGranted, clause, [Arg::Name(who), right.arg(), Arg::None, Arg::None]);
        }
        result
    }

    /// The clause that takes a right from somebody whom nothing grants it: "no voting power".
    fn denied_by(&mut self, right: RightIr, who: Sym, on: Date) -> Option<ClauseId> {
        let program = self.world.program;
        let denials = program.losses.iter().filter(|loss| matches!(loss.extent, ExtentIr::Always));
        for loss in denials.filter(|loss| loss.rights.iter().any(|own| own.covers(right))) {
            if self.silently(|e| e.meets(who, &loss.of, on)) == Tri::Yes {
                return Some(loss.clause);
            }
        }
        None
    }

    /// Whether somebody has lost a right, whoever granted it. Reasons are kept.
    pub(crate) fn lost(&mut self, right: RightIr, who: Sym, on: Date) -> Tri {
        let program = self.world.program;
        let mut result = Tri::No;
        for loss in program.losses.iter().filter(|loss| loss.rights.iter().any(|own| own.covers(right))) {
            let mark = self.mark();
            if self.silently(|e| e.meets(who, &loss.of, on)) != Tri::Yes
                || matches!(self.active(&loss.under), Ok(false))
            {
                continue;
            }
            if self.active(&loss.under).is_err() {
                result = if result == Tri::Yes { Tri::Yes } else { Tri::Unknown };
                continue;
            }
            let env = Env { start: self.start_of_standing(who, &loss.of, on), ..Env::of(who, on) };
            match self.extent_since(&loss.extent, loss.clause, env) {
                Ok(Some(since)) => {
                    self.above(
                        mark,
                        Reason::Lost,
                        Some(loss.clause),
                        [right.arg(), Arg::Date(since), Arg::None, Arg::None],
                    );
                    match self.kept(right, who, on, loss.clause) {
                        Tri::Yes => {}
                        Tri::Unknown if result == Tri::No => result = Tri::Unknown,
                        Tri::Unknown => {}
                        Tri::No => result = Tri::Yes,
                    }
                }
                Ok(None) => self.forget(mark),
                Err(()) if result == Tri::No => result = Tri::Unknown,
                Err(()) => {}
            }
        }
        result
    }

    /// The day the membership that a rule is about began.
    fn start_of_standing(&mut self, who: Sym, party: &'a PartyIr, on: Date) -> Date {
        let mut start = Date::MIN;
        for one in party {
            if let PartyRef::Standing(Standing::Class(class)) = one
                && let Some(spell) = self.member(who, *class, on)
            {
                start = spell.from;
            }
        }
        start
    }

    fn kept(&mut self, right: RightIr, who: Sym, on: Date, clause: ClauseId) -> Tri {
        let program = self.world.program;
        let Some(label) = program.clause(clause) else { return Tri::No };
        let mut result = Tri::No;
        for keep in &program.keeps {
            let named = keep.rights.iter().any(|own| own.covers(right)) && label.within(&keep.despite);
            if !named || !self.active(&keep.under).unwrap_or(false) {
                continue;
            }
            let mark = self.mark();
            let meets = self.silently(|e| e.meets(who, &keep.of, on));
            let holds = match (&keep.only, meets) {
                (Some(only), Tri::Yes) => self.behind(|e| e.condition(only, Env::of(who, on))),
                _ => meets,
            };
            if holds == Tri::Yes {
                let despite = self.symbols().get(label.as_str()).unwrap_or(Sym::NONE);
                self.above(
                    mark,
                    Reason::Kept,
                    Some(keep.clause),
                    [right.arg(), Arg::Name(despite), Arg::None, Arg::None],
                );
                return Tri::Yes;
            }
            self.forget(mark);
            if holds == Tri::Unknown {
                result = Tri::Unknown;
            }
        }
        result
    }

    /// For a loss between two occurrences: since when it has held, if it does on the day at hand.
    pub(super) fn between(
        &mut self,
        from: &'a [Line<Occ>],
        until: &'a [Line<UntilIr>],
        clause: ClauseId,
        env: Env<'a>,
    ) -> Result<Option<Date>, ()> {
        let mut since: Option<Date> = None;
        for line in from {
            if !self.active(&line.under).map_err(|_| ())? {
                continue;
            }
            for (begins, period) in self.beginnings(&line.is, env) {
                if begins > env.on {
                    self.until(env.on, begins);
                    continue;
                }
                let here = Env { period, start: begins, ..env };
                match self.ends(until, begins, here)? {
                    Some(end) if end <= env.on => {}
                    end => {
                        self.until(env.on, end.unwrap_or(Date::MAX));
                        since = Some(since.map_or(begins, |since| since.min(begins)));
                        self.note_beginning(&line.is, here, clause);
                    }
                }
            }
        }
        Ok(since)
    }

    /// The days on which a loss begins, with the period of the duty behind each.
    fn beginnings(&mut self, occ: &'a Occ, env: Env<'a>) -> Vec<(Date, Option<kernel::Period>)> {
        let Hap::Missed(duty) = occ.what else {
            return self.occurrences(occ, env).into_iter().map(|(date, _)| (date, None)).collect();
        };
        let instances = self.instances(env.subject, duty, env.on);
        let mut found = Vec::new();
        for instance in instances {
            let missed = instance.missed_from();
            // An instance cured since then no longer counts as missed.
            let cured = instance.done.is_some_and(|(day, _)| day <= env.on || day < missed);
            if missed < Date::MAX && !cured {
                let begins = occ.offset.map_or(Some(missed), |offset| self.plus(missed, offset));
                found.extend(begins.map(|begins| (begins, instance.period.map(|(_, period)| period))));
            }
        }
        found
    }

    fn ends(&mut self, until: &'a [Line<UntilIr>], begins: Date, env: Env<'a>) -> Result<Option<Date>, ()> {
        let mut end: Option<Date> = None;
        for line in until {
            if !self.active(&line.under).map_err(|_| ())? {
                continue;
            }
            let found = match &line.is {
                UntilIr::Span(span) => self.plus(begins, *span),
                UntilIr::Occ(occ) => {
                    let days = self.occurrences(occ, env);
                    days.into_iter().map(|(date, _)| date).find(|date| *date >= begins)
                }
            };
            end = [end, found].into_iter().flatten().min();
        }
        Ok(end)
    }

    fn note_beginning(&mut self, occ: &'a Occ, env: Env<'a>, clause: ClauseId) {
        if let Hap::Missed(duty) = occ.what {
            let program = self.world.program;
            let instances = self.instances(env.subject, duty, env.on);
            let period = |instance: &super::Instance<'_>| instance.period.map(|(_, period)| period);
            let found = instances.iter().find(|instance| period(instance) == env.period);
            if let (Some(declared), Some(instance)) = (program.duty(duty), found) {
                let (instance, reading) = (*instance, self.pending_reading.take());
                self.note_instance(declared, &instance, env.on);
                self.pending_reading = reading;
                self.note(Reason::NotRestored, Some(clause), words!(env.start));
            }
            return;
        }
        let found = self.occurrences(occ, env).into_iter().rfind(|(date, _)| *date <= env.start);
        if let Some((date, act)) = found {
            let (id, by) = act.map_or((Sym::NONE, Sym::NONE), |act| (act.id, act.by));
            self.note_act(Reason::ActOnFile, Some(clause), id, words!(occ.name, by, date));
        }
    }

    /// Whether an act is somebody's to do on a date.
    pub(crate) fn may_act(&mut self, act: &'a Act, who: Sym, about: Sym, on: Date) -> Tri {
        let mark = self.mark();
        let (by, by_name, clause) = self.reserved_to(act, about);
        let meets = self.meets(who, by, on);
        if meets == Tri::No {
            self.above(mark, Reason::MayNotAct, Some(clause), words!(who, act.name, by_name));
            return Tri::No;
        }
        self.above(mark, Reason::MayAct, Some(clause), words!(act.name, by_name));
        let subject = if about.is_none() { who } else { about };
        let mut result = meets;
        if let Some(in_time) = self.in_time(act.name, about, on).filter(|_| !about.is_none()) {
            result = and(result, in_time);
        }
        for line in &act.only_where {
            let Ok(active) = self.active(&line.under) else { return Tri::Unknown };
            if active {
                let env = Env { around: subject, actor: who, ..Env::of(subject, on) };
                result = and(result, self.condition(&line.is, env));
            }
        }
        result
    }

    /// Whose an act is to do. The call of a meeting is for those whom the meeting names; it is asked of the kind, or of
    /// one that has been called or opened.
    pub(crate) fn reserved_to(&mut self, act: &'a Act, about: Sym) -> (&'a PartyIr, Sym, ClauseId) {
        let program = self.world.program;
        if act.name == self.world.names.call_meeting && !about.is_none() {
            let kind = program.meeting_named(about).or_else(|| self.meeting_facts(about).kind);
            let meeting = kind.and_then(|kind| program.meeting(kind)).filter(|meeting| !meeting.called_by.is_empty());
            if let Some(meeting) = meeting {
                return (&meeting.called_by, meeting.called_by_name, meeting.clause);
            }
        }
        (&act.by, act.by_name, act.clause)
    }

    /// Whether a matter of a power may not be passed on with it. A reason is kept where it may not.
    pub(crate) fn kept_back(&mut self, delegation: &'a DelegationIr, matter: Sym) -> Tri {
        let mut result = Tri::No;
        for line in delegation.except.iter().filter(|line| line.is.contains(&matter)) {
            match self.active(&line.under) {
                Ok(true) => {
                    self.note(Reason::KeptBack, Some(delegation.clause), words!(matter, delegation.from));
                    return Tri::Yes;
                }
                Ok(false) => {}
                Err(_) => result = Tri::Unknown,
            }
        }
        result
    }
}

impl RightIr {
    pub(crate) fn arg(self) -> Arg {
        Arg::Right(self.verb, self.scope)
    }
}

pub(crate) fn and(one: Tri, other: Tri) -> Tri {
    match (one, other) {
        (Tri::No, _) | (_, Tri::No) => Tri::No,
        (Tri::Yes, Tri::Yes) => Tri::Yes,
        _ => Tri::Unknown,
    }
}
