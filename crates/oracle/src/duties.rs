//! Duties: their instances, and how each stands on a day.

use charter::act::TypedAct;
use charter_syntax::ast::{Condition, DutyDecl, FirstPeriod, Fulfilment, Happening, Occurrence, Party, Per};
use kernel::{Date, PeriodKind};

use crate::acts::Owner;
use crate::membership::Spell;
use crate::occurrences::{Event, Whose, fits_period};
use crate::truth::{Known, Trouble};
use crate::world::{Case, Timed, World};

/// One instance of a duty.
#[derive(Clone, Debug)]
pub(crate) struct Instance<'a> {
    pub start: Date,
    pub due: Option<Date>,
    /// The last day on which it can be done at all.
    pub limit: Option<Date>,
    pub period: Option<Timed>,
    pub cause: Option<&'a TypedAct>,
}

/// How an instance stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum State {
    Open,
    Done(Date),
    Missed,
    Cured(Date),
}

impl<'a> World<'a> {
    /// The instances of a duty of somebody that began until a day, in order.
    pub fn instances(&self, duty: &'a DutyDecl, who: &'a str, until: Date) -> Known<Vec<Instance<'a>>> {
        self.step()?;
        let mut found = match &duty.per {
            Per::While(condition) => match self.lasting(duty, condition, who, until) {
                // A duty is not owed as long as nobody knows whether its condition holds.
                Err(Trouble::Needs(_)) => Vec::new(),
                known => known?,
            },
            Per::Occurrence(occurrence) => self.caused(duty, &occurrence.what, Some(occurrence), who, until)?,
            Per::Period(name) => match self.charter.period(name.as_str()) {
                Some(kind) => self.periodic(duty, kind, who, until)?,
                None => self.caused(duty, &Happening::Named(name.clone()), None, who, until)?,
            },
        };
        found.sort_by_key(|instance| (instance.due, instance.start));
        Ok(found)
    }

    /// The stretches in which somebody meets a duty's party: memberships, or an office from the first day on.
    fn holdings(&self, party: &'a Party, who: &'a str, until: Date) -> Known<Vec<Spell<'a>>> {
        let mut held = Vec::new();
        for name in &party.any_of {
            let name = name.as_str();
            if self.is_organ(name) {
                let whole = Spell { class: name, from: Date::MIN, end: None, ended_by: None, doubt: None };
                held.extend((name == who).then_some(whole));
            } else if self.charter.class(name).is_none() {
                return Err(Trouble::OutOfScope);
            } else if let Some(from) = self.assumed(name, who) {
                held.push(Spell { class: name, from, end: None, ended_by: None, doubt: None });
            } else {
                held.extend(self.spells(who, until)?.into_iter().filter(|spell| spell.class == name));
            }
        }
        Ok(held)
    }

    /// The one instance that lasts as long as a condition does, from the day it last began to hold.
    fn lasting(
        &self,
        duty: &'a DutyDecl,
        condition: &'a Condition,
        who: &'a str,
        until: Date,
    ) -> Known<Vec<Instance<'a>>> {
        let mut found = Vec::new();
        for spell in self.holdings(&duty.of, who, until)? {
            let begin = spell.from.max(self.charter.in_force_from());
            if !spell.surely_holds(until)? || begin > until || !self.holds(condition, Case::of(who, until))? {
                continue;
            }
            let mut start = until;
            while start > begin && self.holds(condition, Case::of(who, start.previous()))? {
                start = start.previous();
            }
            let due = self.day_of(&duty.due, start, None)?;
            let limit = self.day_of(&duty.late_until, start, None)?.or(due);
            found.push(Instance { start, due, limit, period: None, cause: None });
        }
        Ok(found)
    }

    fn periodic(&self, duty: &'a DutyDecl, kind: PeriodKind, who: &'a str, until: Date) -> Known<Vec<Instance<'a>>> {
        let mut found = Vec::new();
        for spell in self.holdings(&duty.of, who, until)? {
            self.periodic_of(duty, kind, &spell, until, &mut found)?;
        }
        Ok(found)
    }

    /// The instances of one stretch of membership.
    fn periodic_of(
        &self,
        duty: &'a DutyDecl,
        kind: PeriodKind,
        spell: &Spell<'a>,
        until: Date,
        found: &mut Vec<Instance<'a>>,
    ) -> Known<()> {
        let in_force = self.charter.in_force_from();
        let begin = spell.from.max(in_force);
        let mut period = kind.containing(begin).ok_or(Trouble::OutOfScope)?;
        let next_one = self.first_active(&duty.first)? == Some(&FirstPeriod::AfterJoining);
        if next_one && spell.from >= in_force {
            period = kind.next(period);
        }
        while let Some(start) = kind.start(period).filter(|start| *start <= until) {
            let timed = Some((kind, period));
            let due = self.day_of(&duty.due, start, timed)?;
            let last = due.unwrap_or(start);
            if let Some((since, trouble)) = &spell.doubt
                && *since <= last.min(until)
            {
                return Err(trouble.clone());
            }
            if due.is_none_or(|due| due >= begin) && spell.end.is_none_or(|end| last < end) {
                let limit = self.day_of(&duty.late_until, start, timed)?.or(due);
                found.push(Instance { start, due, limit, period: timed, cause: None });
            }
            period = kind.next(period);
        }
        Ok(())
    }

    /// The instances that occurrences give rise to: for an office or a body anybody's, for a member its own.
    fn caused(
        &self,
        duty: &'a DutyDecl,
        what: &Happening,
        whole: Option<&'a Occurrence>,
        who: &'a str,
        until: Date,
    ) -> Known<Vec<Instance<'a>>> {
        let as_organ = duty.of.any_of.iter().any(|name| name == who && self.is_organ(who));
        let whose = if as_organ { Whose::Anybodys } else { Whose::Of(who) };
        let events = match whole {
            Some(occurrence) => self.events(occurrence, whose, until)?,
            None => self.named_events(what, whose, until)?,
        };
        let mut found = Vec::new();
        for event in events {
            if self.counts(&event)? && self.meets(&duty.of, who, event.day)? {
                let due = self.day_of(&duty.due, event.day, None)?;
                let limit = self.day_of(&duty.late_until, event.day, None)?.or(due);
                found.push(Instance { start: event.day, due, limit, period: None, cause: event.act });
            }
        }
        Ok(found)
    }

    /// Acts of a name, where the tree holds no occurrence but only the name.
    fn named_events(&self, what: &Happening, whose: Whose<'a>, until: Date) -> Known<Vec<Event<'a>>> {
        let Happening::Named(name) = what else { return Err(Trouble::OutOfScope) };
        let mut events = Vec::new();
        for act in self.acts_until(until).filter(|act| *name == act.act.as_str()) {
            let is_of = match whose {
                Whose::Anybodys => true,
                Whose::Of(who) => self.belongs(act, who),
            };
            if is_of {
                events.push(Event { day: act.on, act: Some(act), period: None, found_as: None, happened: Ok(true) });
            }
        }
        Ok(events)
    }

    /// How an instance stands on a day.
    pub fn state(&self, duty: &'a DutyDecl, instance: &Instance<'a>, who: &'a str, day: Date) -> Known<State> {
        let mut done: Option<Date> = None;
        for line in &duty.done_by {
            if self.active(&line.under)?
                && let Some(found) = self.done_day(&line.is, instance, who, day)?
            {
                done = Some(done.map_or(found, |earlier| earlier.min(found)));
            }
        }
        Ok(match (done, instance.due) {
            (Some(done), Some(due)) if done > due => State::Cured(done),
            (Some(done), _) => State::Done(done),
            (None, Some(due)) if day > due => State::Missed,
            (None, _) => State::Open,
        })
    }

    /// The day an instance was done, as far as it was by a day.
    fn done_day(&self, how: &'a Fulfilment, instance: &Instance<'a>, who: &'a str, day: Date) -> Known<Option<Date>> {
        let last = instance.limit.map_or(day, |limit| limit.min(day));
        let whose = if self.is_organ(who) { Whose::Anybodys } else { Whose::Of(who) };
        for event in self.events(&how.by, whose, last)? {
            if self.could_do(&event, how, instance) && self.counts(&event)? {
                return self.done_from(how, &event, instance, who, last);
            }
        }
        Ok(None)
    }

    /// Whether an event is for this instance: for its period, else since its start, and about the same one.
    fn could_do(&self, event: &Event<'a>, how: &'a Fulfilment, instance: &Instance<'a>) -> bool {
        let timely = match (event.period, instance.period) {
            (Some((one, period)), Some((other, wanted))) if one == other => match how.by.period {
                None => period == wanted,
                some => fits_period(some, instance.period, event.period),
            },
            _ => event.day >= instance.start,
        };
        let owner = |act: Option<&'a TypedAct>| act.map_or(Owner::Nobody, |act| self.owner(act));
        let same_one = match (owner(instance.cause), owner(event.act)) {
            (Owner::Of(one), Owner::Of(other)) => one == other,
            _ => true,
        };
        timely && same_one
    }

    /// The first day from an act on, on which the rest of what is needed is there too.
    fn done_from(
        &self,
        how: &'a Fulfilment,
        event: &Event<'a>,
        instance: &Instance<'a>,
        who: &'a str,
        last: Date,
    ) -> Known<Option<Date>> {
        let Some(and) = &how.and else { return Ok(Some(event.day)) };
        let mut case = event.act.map_or(Case::of(who, event.day), |act| self.case_of(act));
        case.subject = who;
        case.period = instance.period;
        let mut day = event.day;
        while day <= last {
            if self.holds(and, Case { day, ..case })? {
                return Ok(Some(day));
            }
            day = day.next();
        }
        Ok(None)
    }
}
