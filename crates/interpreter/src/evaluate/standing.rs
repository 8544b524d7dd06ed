//! Who is what: membership spells, statuses, definitions, findings, and whether a party is met.

use charter::Reason;
use kernel::Date;
use smallvec::SmallVec;

use super::{Env, Evaluator, MAX_NESTING, NeedOf, Tri, words};
use crate::index::Field;
use crate::program::*;
use crate::symbols::Sym;

/// A stretch of membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// First day.
    pub from: Date,
    /// First day after; [`Date::MAX`]: open.
    pub to: Date,
    /// The act that began it.
    pub begun_by: Sym,
    /// The status that ended it.
    pub ended_by: Option<StatusId>,
}

impl Spell {
    /// Whether the day lies in it.
    pub fn holds(&self, on: Date) -> bool {
        self.from <= on && on < self.to
    }
}

pub(super) type Spells = SmallVec<[Spell; 2]>;

/// The spells known so far, and up to which day they are complete.
#[derive(Clone, Debug)]
pub(super) struct Known {
    spells: Spells,
    complete_to: Date,
    /// The first day after that on which they can change by themselves.
    next_change: Date,
    in_progress: bool,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The spell of a class that holds on a date, if any; the horizon learns of its known end.
    pub(crate) fn member(&mut self, who: Sym, class: ClassId, on: Date) -> Option<Spell> {
        let spells = self.spells(who, class, on);
        let mut held = None;
        for spell in &spells {
            if spell.holds(on) {
                held = Some(*spell);
                self.until(on, spell.to);
            } else {
                self.until(on, spell.from);
            }
        }
        held
    }

    /// Every spell that begins by `to`.
    pub(crate) fn spells(&mut self, who: Sym, class: ClassId, to: Date) -> Spells {
        if let Some(known) = self.spells.get(&(who, class))
            && (known.complete_to >= to || known.in_progress)
        {
            let (mut spells, next) = (known.spells.clone(), known.next_change);
            self.until(to, next);
            // They may have been worked out for a later day already.
            for spell in &spells {
                self.until(to, spell.from);
            }
            spells.retain(|spell| spell.from <= to);
            return spells;
        }
        if self.nesting >= MAX_NESTING {
            return Spells::new();
        }
        self.nesting += 1;
        let starting =
            Known { spells: Spells::new(), complete_to: Date::MIN, next_change: Date::MAX, in_progress: true };
        self.spells.insert((who, class), starting);
        let ((), next_change) = self.elsewhen(to, |e| e.silently(|e| e.work_out_spells(who, class, to)));
        self.nesting -= 1;
        self.until(to, next_change);
        let Some(known) = self.spells.get_mut(&(who, class)) else { return Spells::new() };
        known.in_progress = false;
        known.complete_to = to;
        known.next_change = next_change;
        let spells = known.spells.clone();
        if spells.iter().any(|spell| spell.to < Date::MAX) {
            // What was worked out while the spell had no end yet may count acts of somebody who had already left.
            self.instances.retain(|(bearer, _, _), _| *bearer != who);
        }
        spells
    }

    fn work_out_spells(&mut self, who: Sym, class: ClassId, to: Date) {
        let begins = self.begins(who, class, to);
        let mut open_until = Date::MIN;
        for (from, begun_by) in begins {
            if from < open_until {
                continue;
            }
            let spell = Spell { from, to: Date::MAX, begun_by, ended_by: None };
            if let Some(known) = self.spells.get_mut(&(who, class)) {
                known.spells.push(spell);
                known.complete_to = from;
            }
            let (end, ended_by) = self.end_of_spell(who, class, from, to);
            open_until = end;
            let known = self.spells.get_mut(&(who, class));
            if let Some(last) = known.and_then(|known| known.spells.last_mut()) {
                last.to = end;
                last.ended_by = ended_by;
            }
        }
    }

    /// The days on which membership of a class begins, in order.
    fn begins(&mut self, who: Sym, class: ClassId, to: Date) -> SmallVec<[(Date, Sym); 4]> {
        let mut found: SmallVec<[(Date, Sym); 4]> = SmallVec::new();
        let program = self.world.program;
        let Some(declared) = program.class(class) else { return found };
        for line in &declared.begins {
            if self.active(&line.under).unwrap_or(false) {
                for (date, act) in self.occurrences(&line.is, Env::of(who, to)) {
                    if date <= to {
                        found.push((date, act.map_or(Sym::NONE, |act| act.id)));
                    } else {
                        self.until(to, date);
                    }
                }
            }
        }
        for procedure in &declared.entered_by {
            found.extend(self.admissions(who, *procedure, declared.name, to));
        }
        found.sort_unstable_by_key(|(date, _)| *date);
        found
    }

    fn end_of_spell(&mut self, who: Sym, class: ClassId, from: Date, to: Date) -> (Date, Option<StatusId>) {
        let mut end = (Date::MAX, None);
        let program = self.world.program;
        let Some(declared) = program.class(class) else { return end };
        let env = Env { start: from, ..Env::of(who, to) };
        for line in &declared.ends {
            if self.active(&line.under).unwrap_or(false) {
                let first = self.occurrences(&line.is, env).into_iter().find(|(date, _)| *date >= from);
                end = earlier(end, first.map(|(date, _)| (date, None)));
            }
        }
        for status in &declared.ended_by {
            let since = program.status(*status).and_then(|status| self.extent_start(&status.extent, env));
            end = earlier(end, since.map(|date| (date, Some(*status))));
        }
        for other in &declared.excludes {
            let first = self.silently(|e| e.direct_begins(who, *other, to)).into_iter().find(|date| *date > from);
            end = earlier(end, first.map(|date| (date, None)));
        }
        end
    }

    /// Days on which another class begins by an act alone (a procedure's outcome is worked out from spells already).
    fn direct_begins(&mut self, who: Sym, class: ClassId, to: Date) -> SmallVec<[Date; 2]> {
        let begins = self.begins(who, class, to);
        begins.into_iter().map(|(date, _)| date).collect()
    }

    /// The first day, from the spell's start to the day at hand, on which a level holds or an edge is crossed.
    fn extent_start(&mut self, extent: &'a ExtentIr, env: Env<'a>) -> Option<Date> {
        match extent {
            ExtentIr::Once(condition) | ExtentIr::While(condition) => self.first_true(condition, env),
            ExtentIr::Always => Some(env.start),
            ExtentIr::Between { from, .. } => {
                let mut first = None;
                for line in from {
                    if self.active(&line.under).unwrap_or(false) {
                        let found = self.occurrences(&line.is, env).into_iter().map(|(date, _)| date);
                        let found = found.filter(|date| *date >= env.start && *date <= env.on).min();
                        first = [first, found].into_iter().flatten().min();
                    }
                }
                first
            }
        }
    }

    /// The first day from `env.start` to `env.on` on which a condition holds, stepping from one possible change to the next.
    pub(super) fn first_true(&mut self, condition: &'a Cond, env: Env<'a>) -> Option<Date> {
        if let Cond::Missed(missed) = condition {
            return self.first_missed(missed, env);
        }
        let mut day = env.start.max(self.world.program.from.unwrap_or(Date::MIN));
        loop {
            let (holds, next) = self.elsewhen(day, |e| e.silently(|e| e.condition(condition, Env { on: day, ..env })));
            if holds == Tri::Yes {
                return Some(day);
            }
            if next > env.on || next <= day {
                self.until(env.on, next);
                return None;
            }
            day = next;
        }
    }

    /// The day since which an extent has held without a break, if it holds on the day at hand. Reasons are kept.
    pub(super) fn extent_since(
        &mut self,
        extent: &'a ExtentIr,
        clause: ClauseId,
        env: Env<'a>,
    ) -> Result<Option<Date>, ()> {
        match extent {
            ExtentIr::Always => Ok(Some(env.start)),
            ExtentIr::While(condition) => match self.condition(condition, env) {
                Tri::Yes => Ok(Some(Date::MIN)),
                Tri::No => Ok(None),
                Tri::Unknown => Err(()),
            },
            ExtentIr::Once(condition) => {
                let since = self.first_true(condition, env);
                if let Some(day) = since.filter(|_| self.explaining()) {
                    self.elsewhen(day, |e| e.condition(condition, Env { on: day, ..env }));
                }
                Ok(since)
            }
            ExtentIr::Between { from, until } => self.between(from, until, clause, env),
        }
    }

    /// Whether somebody meets a party on a date.
    pub(crate) fn meets(&mut self, who: Sym, party: &'a PartyIr, on: Date) -> Tri {
        let mut unknown = false;
        for any_of in party {
            match self.meets_one(who, *any_of, on) {
                Tri::Yes => return Tri::Yes,
                Tri::Unknown => unknown = true,
                Tri::No => {}
            }
        }
        if unknown { Tri::Unknown } else { Tri::No }
    }

    fn meets_one(&mut self, who: Sym, party: PartyRef, on: Date) -> Tri {
        match party {
            PartyRef::Anyone => Tri::Yes,
            PartyRef::Named(name) => Tri::from(name == who),
            PartyRef::Standing(standing) => self.is(who, standing, Env::of(who, on)),
        }
    }

    /// Whether somebody is something on the day of `env`. Reasons are kept.
    pub(crate) fn is(&mut self, who: Sym, standing: Standing, env: Env<'a>) -> Tri {
        match standing {
            Standing::Class(class) => self.is_member(who, class, env.on),
            Standing::Status(status) => self.has_status(who, status, env.on),
            Standing::Definition(definition) => self.is_defined(who, definition, Env { subject: who, ..env }),
            Standing::Finding(finding) => self.is_found(who, finding, Env { subject: who, ..env }),
        }
    }

    fn is_member(&mut self, who: Sym, class: ClassId, on: Date) -> Tri {
        let program = self.world.program;
        let Some(declared) = program.class(class) else { return Tri::No };
        if let Some(spell) = self.member(who, class, on) {
            let words = words!(who, declared.name, spell.from);
            let mark = self.mark();
            if self.say_admission(who, declared, spell) {
                self.above(mark, Reason::Member, Some(declared.clause), words);
            } else {
                self.note_act(Reason::Member, Some(declared.clause), spell.begun_by, words);
            }
            return Tri::Yes;
        }
        self.not_member(who, class, on);
        Tri::No
    }

    /// Says which procedure made somebody a member, if no act alone did.
    fn say_admission(&mut self, who: Sym, class: &'a Class, spell: Spell) -> bool {
        if !self.explaining() || !spell.begun_by.is_none() {
            return false;
        }
        for id in &class.entered_by {
            let Some(procedure) = self.world.program.procedure(*id) else { continue };
            let admitted = self.silently(|e| e.admissions(who, *id, class.name, spell.from));
            if admitted.iter().any(|(day, _)| *day == spell.from) {
                self.note(Reason::Carried, Some(procedure.clause), words!(procedure.name, spell.from));
                return true;
            }
        }
        false
    }

    /// Says why somebody is not of a class: ended, or never begun.
    fn not_member(&mut self, who: Sym, class: ClassId, on: Date) {
        if !self.explaining() {
            return;
        }
        let program = self.world.program;
        let Some(declared) = program.class(class) else { return };
        let ended = self.spells(who, class, on).into_iter().rev().find(|spell| spell.to <= on);
        let Some(spell) = ended else {
            self.note(Reason::NotMember, Some(declared.clause), words!(who, declared.name));
            return;
        };
        let status = spell.ended_by.and_then(|id| program.status(id));
        let (clause, name) = status.map_or((declared.clause, Sym::NONE), |status| (status.clause, status.name));
        self.note(Reason::MembershipEnded, Some(clause), words!(who, declared.name, spell.to, name));
        if let Some(status) = status {
            let env = Env { start: spell.from, on: spell.to, ..Env::of(who, on) };
            self.behind(|e| e.elsewhen(env.on, |e| e.extent_since(&status.extent, status.clause, env).is_ok()));
        }
    }

    fn has_status(&mut self, who: Sym, status: StatusId, on: Date) -> Tri {
        let program = self.world.program;
        let Some(declared) = program.status(status) else { return Tri::No };
        let mark = self.mark();
        let mut result = Tri::No;
        for spell in self.spells(who, declared.of, on) {
            if spell.from > on {
                break;
            }
            let ended_by_this = spell.ended_by == Some(status);
            // A status that ends membership lasts until a new spell begins.
            let env = Env { start: spell.from, on, ..Env::of(who, on) };
            if ended_by_this && spell.to <= on {
                result = Tri::Yes;
                self.above(mark, Reason::Status, Some(declared.clause), words!(who, declared.name, spell.to));
                let at_end = Env { on: spell.to, ..env };
                if !self.explaining() {
                    continue;
                }
                self.behind(|e| {
                    e.elsewhen(at_end.on, |e| e.extent_since(&declared.extent, declared.clause, at_end).is_ok())
                });
                continue;
            }
            if !spell.holds(on) {
                result = Tri::No;
                continue;
            }
            self.until(on, spell.to);
            self.forget(mark);
            result = match self.extent_since(&declared.extent, declared.clause, env) {
                Ok(Some(since)) => {
                    self.above(mark, Reason::Status, Some(declared.clause), words!(who, declared.name, since));
                    Tri::Yes
                }
                Ok(None) => Tri::No,
                Err(()) => Tri::Unknown,
            };
        }
        if result == Tri::No {
            self.forget(mark);
            self.note(Reason::NoStatus, Some(declared.clause), words!(who, declared.name));
        }
        result
    }

    fn is_defined(&mut self, who: Sym, definition: DefinitionId, env: Env<'a>) -> Tri {
        let program = self.world.program;
        let Some(declared) = program.definition(definition) else { return Tri::No };
        if self.nesting >= MAX_NESTING {
            return Tri::Unknown;
        }
        self.nesting += 1;
        let mark = self.mark();
        let result = self.any_line(&declared.means, env);
        self.nesting -= 1;
        let reason = if result == Tri::Yes { Reason::Defined } else { Reason::NotDefined };
        self.above(mark, reason, Some(declared.clause), words!(who, declared.name));
        result
    }

    /// Whether one of the lines that hold under the readings chosen holds of the subject.
    pub(super) fn any_line(&mut self, lines: &'a [Line<Cond>], env: Env<'a>) -> Tri {
        let mut result = Tri::No;
        for line in lines {
            match self.active(&line.under) {
                Ok(true) => match self.condition(&line.is, env) {
                    Tri::Yes => return Tri::Yes,
                    Tri::Unknown => result = Tri::Unknown,
                    Tri::No => {}
                },
                Ok(false) => {}
                Err(_) => result = Tri::Unknown,
            }
        }
        result
    }

    fn is_found(&mut self, who: Sym, finding: FindingId, env: Env<'a>) -> Tri {
        let program = self.world.program;
        let names = self.world.names;
        let Some(declared) = program.finding(finding) else { return Tri::No };
        let mark = self.mark();
        if !declared.also_where.is_empty() && self.any_line(&declared.also_where, env) == Tri::Yes {
            self.above(mark, Reason::Found, Some(declared.clause), words!(declared.name, "yes"));
            return Tri::Yes;
        }
        self.forget(mark);
        let mut last = None;
        for act in self.world.view.about(who, names.record_finding) {
            if act.word(names.finding) != Some(declared.name) {
                continue;
            }
            if act.on > env.on {
                self.until(env.on, act.on);
                continue;
            }
            let entitled = act.by.is_none() || self.silently(|e| e.meets(act.by, &declared.by, act.on)) != Tri::No;
            if entitled {
                last = Some(act);
            }
        }
        let Some(act) = last else {
            self.note(Reason::NotFound, Some(declared.clause), words!(declared.name, declared.by_name));
            self.need(NeedOf::Decision(declared.by_name, declared.name));
            return Tri::Unknown;
        };
        let holds = act.field(names.holds) != Some(Field::YesNo(false));
        let word = if holds { "yes" } else { "no" };
        self.note_act(Reason::Found, Some(declared.clause), act.id, words!(declared.name, word));
        Tri::from(holds)
    }

    /// What an unknown standing waits for.
    pub(super) fn need_decision(&mut self, of: Sym, on: Sym) {
        self.need(NeedOf::Decision(of, on));
    }
}

fn earlier(end: (Date, Option<StatusId>), other: Option<(Date, Option<StatusId>)>) -> (Date, Option<StatusId>) {
    match other {
        Some(other) if other.0 < end.0 => other,
        _ => end,
    }
}
