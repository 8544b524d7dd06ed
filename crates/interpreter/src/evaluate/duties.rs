//! Duties and their instances: open, done, missed, cured.

use std::rc::Rc;

use charter::Reason;
use charter_syntax::ast::FirstPeriod;
use kernel::{Date, Period, PeriodKind};

use super::{Env, Evaluator, Tri, words};
use crate::index::ActRow;
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

/// One instance of a duty.
#[derive(Clone, Copy, Debug)]
pub struct Instance<'a> {
    /// Its period, if it has one.
    pub period: Option<(PeriodKind, Period)>,
    /// What gave rise to it: an applicant, say.
    pub about: Sym,
    /// The first day.
    pub start: Date,
    /// The last day in time.
    pub due: Option<Date>,
    /// The act that fulfilled it, in time or late.
    pub done: Option<(Date, &'a ActRow)>,
}

/// How an instance stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyState {
    /// Still to be done.
    Open,
    /// Done in time.
    Done,
    /// Done late, and counts.
    Cured,
    /// Not done in time.
    Missed,
}

impl DutyState {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            DutyState::Open => "open",
            DutyState::Done => "done",
            DutyState::Cured => "cured",
            DutyState::Missed => "missed",
        }
    }
}

impl Instance<'_> {
    /// The first day on which it is missed, should nothing be done.
    pub fn missed_from(&self) -> Date {
        self.due.map_or(Date::MAX, Date::next)
    }

    /// How it stands on a day.
    pub fn state(&self, on: Date) -> DutyState {
        match (self.done, self.due) {
            (Some((done, _)), None) if done <= on => DutyState::Done,
            (Some((done, _)), Some(due)) if done <= on => {
                if done <= due {
                    DutyState::Done
                } else {
                    DutyState::Cured
                }
            }
            _ if on < self.missed_from() => DutyState::Open,
            _ => DutyState::Missed,
        }
    }
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The instances of a duty that somebody has had by the day asked about.
    pub(crate) fn instances(&mut self, who: Sym, duty: DutyId, on: Date) -> Vec<Instance<'a>> {
        let program = self.world.program;
        let Some(declared) = program.duty(duty) else { return Vec::new() };
        let mut all = Vec::new();
        for spell in self.bound_spells(who, declared, on) {
            let of_spell = self.instances_in(who, duty, declared, spell.0);
            // Who has left before the due day never owed; a departure to come is not a departure yet.
            let owed = |due: Date| due < spell.1 || spell.1 > on;
            all.extend(of_spell.iter().filter(|instance| instance.due.is_none_or(owed)).copied());
            self.until(on, spell.1);
        }
        self.next_instance(declared, on);
        for instance in &all {
            self.until(on, instance.missed_from());
            self.until(on, instance.done.map_or(Date::MAX, |(day, _)| day));
        }
        all
    }

    /// A new instance comes with the next period.
    fn next_instance(&mut self, duty: &Duty, on: Date) {
        if let PerIr::Period(kind) = &duty.per {
            let next = kind.containing(on).and_then(|period| kind.start(kind.next(period)));
            self.until(on, next.unwrap_or(Date::MAX));
        }
    }

    /// The stretches during which a duty binds somebody.
    fn bound_spells(&mut self, who: Sym, duty: &'a Duty, on: Date) -> Vec<(Date, Date)> {
        let mut stretches = Vec::new();
        for party in &duty.of {
            match party {
                PartyRef::Standing(Standing::Class(class)) => {
                    stretches.extend(self.spells(who, *class, on).iter().map(|spell| (spell.from, spell.to)));
                }
                PartyRef::Named(name) if *name != who => {}
                PartyRef::Named(_) | PartyRef::Anyone => stretches.push((Date::MIN, Date::MAX)),
                PartyRef::Standing(standing) => {
                    if self.silently(|e| e.is(who, *standing, Env::of(who, on))) == Tri::Yes {
                        stretches.push((Date::MIN, Date::MAX));
                    }
                }
            }
        }
        stretches
    }

    fn instances_in(&mut self, who: Sym, id: DutyId, duty: &'a Duty, from: Date) -> Rc<[Instance<'a>]> {
        if let Some(known) = self.instances.get(&(who, id, from)) {
            return Rc::clone(known);
        }
        let found: Rc<[Instance<'a>]> = self
            .silently(|e| match &duty.per {
                PerIr::Period(kind) => e.per_period(who, duty, *kind, from),
                PerIr::Occ(occ) => e.per_occurrence(who, duty, occ, from),
                PerIr::While(condition) => e.per_level(who, duty, condition, from),
            })
            .into();
        self.instances.insert((who, id, from), Rc::clone(&found));
        found
    }

    fn per_period(&mut self, who: Sym, duty: &'a Duty, kind: PeriodKind, from: Date) -> Vec<Instance<'a>> {
        let in_force = self.world.program.from.unwrap_or(Date::MIN);
        let mut found = Vec::new();
        let joined = from.max(in_force);
        let Some(mut period) = kind.containing(joined) else { return found };
        let first = self.line(&duty.first);
        if matches!(first, Ok(Some(FirstPeriod::AfterJoining))) && from >= in_force {
            period = kind.next(period);
        }
        while let Some(start) = kind.start(period).filter(|start| *start <= self.as_of) {
            let env = Env { period: Some(period), start, ..Env::of(who, self.as_of) };
            if let Some(instance) = self.instance(duty, Some((kind, period)), env)
                && instance.due.is_none_or(|due| due >= joined)
            {
                found.push(instance);
            }
            period = kind.next(period);
        }
        found
    }

    fn per_occurrence(&mut self, who: Sym, duty: &'a Duty, occ: &'a Occ, from: Date) -> Vec<Instance<'a>> {
        let mut found = Vec::new();
        let in_force = self.world.program.from.unwrap_or(Date::MIN);
        for (date, act) in self.happenings_for(who, duty, occ, Env { start: from, ..Env::of(who, self.as_of) }) {
            if date > self.as_of || date < in_force || date < from {
                continue;
            }
            let about = act.map_or(Sym::NONE, |act| self.subject_of(act));
            let env = Env { act, start: date, ..Env::of(who, self.as_of) };
            if let Some(instance) = self.instance(duty, None, env) {
                found.push(Instance { about, ..instance });
            }
        }
        found
    }

    /// Whom an act is about: what it names, or its actor, or nobody for an act of the network as a whole.
    fn subject_of(&self, act: &ActRow) -> Sym {
        let declared = self.world.program.acts.get(&act.kind);
        match declared.map(|declared| declared.subject) {
            Some(SubjectIn::About) => act.about,
            Some(SubjectIn::By) => act.by,
            Some(SubjectIn::Nobody) | None => Sym::NONE,
        }
    }

    /// Occurrences that give rise to a duty: of the bearer, or, for an office, of anybody.
    fn happenings_for(
        &mut self,
        who: Sym,
        duty: &'a Duty,
        occ: &'a Occ,
        env: Env<'a>,
    ) -> Vec<(Date, Option<&'a ActRow>)> {
        let office = duty.of.iter().any(|party| matches!(party, PartyRef::Named(name) if *name == who));
        if office && matches!(occ.what, Hap::Act(_)) {
            let acts = self.world.view.of_kind(occ.name);
            return acts.into_iter().map(|act| (act.on, Some(act))).collect();
        }
        self.occurrences(occ, env).into_iter().collect()
    }

    fn per_level(&mut self, who: Sym, duty: &'a Duty, condition: &'a Cond, from: Date) -> Vec<Instance<'a>> {
        let env = Env { start: from, ..Env::of(who, self.as_of) };
        if self.condition(condition, env) != Tri::Yes {
            return Vec::new();
        }
        let start = self.first_true(condition, env).unwrap_or(from);
        self.instance(duty, None, Env { start, ..env }).into_iter().collect()
    }

    /// An instance with its dates and the act that fulfilled it.
    fn instance(&mut self, duty: &'a Duty, period: Option<(PeriodKind, Period)>, env: Env<'a>) -> Option<Instance<'a>> {
        let due = self.date_line(&duty.due, period, env)?;
        let late = self.date_line(&duty.late_until, period, env)?;
        let mut instance = Instance { period, about: Sym::NONE, start: env.start, due, done: None };
        let last = late.or(due).unwrap_or(Date::MAX);
        let Ok(Some(fulfilment)) = self.line(&duty.done_by) else { return Some(instance) };
        let subject = match (fulfilment.by.what, env.act) {
            (Hap::Act(SubjectIn::About), Some(cause)) if !self.subject_of(cause).is_none() => self.subject_of(cause),
            _ => env.subject,
        };
        let of_office = duty.of.iter().any(|party| matches!(party, PartyRef::Named(_)));
        for (date, act) in self.occurrences(&fulfilment.by, Env { subject, on: last, ..env }) {
            let Some(act) = act else { continue };
            let in_window = period.is_some_and(|(kind, _)| self.names_period(act, kind)) || date >= env.start;
            let about_same = env.act.is_none_or(|cause| shared_subject(cause, act, env.subject));
            let own = of_office || act.by == env.subject || act.about == env.subject;
            if date > last || !in_window || !about_same || !own {
                continue;
            }
            let also = fulfilment.and.as_ref();
            let day = match also {
                Some(and) => self.first_true(and, Env { start: date, on: last.min(self.as_of), ..env }),
                None => Some(date),
            };
            if let Some(day) = day {
                instance.done = Some((day, act));
                break;
            }
        }
        Some(instance)
    }

    /// The date of a line; outer `None`: undecided or refused, inner: no such line.
    fn date_line(
        &mut self,
        lines: &'a [Line<WhenIr>],
        period: Option<(PeriodKind, Period)>,
        env: Env<'a>,
    ) -> Option<Option<Date>> {
        match self.line(lines) {
            Ok(Some(when)) => self.when(when, period, env).map(Some),
            Ok(None) => Some(None),
            Err(_) => None,
        }
    }

    /// How many instances of a duty are missed on a day, as a condition. Reasons are kept.
    pub(super) fn missed(&mut self, missed: &'a MissedIr, env: Env<'a>) -> Tri {
        let program = self.world.program;
        let Some(duty) = program.duty(missed.duty) else { return Tri::No };
        let instances = self.instances(env.subject, missed.duty, env.on);
        let gone: Vec<_> =
            instances.into_iter().filter(|instance| instance.state(env.on) == DutyState::Missed).collect();
        let count = usize::try_from(missed.count).unwrap_or(usize::MAX);
        let Some(run) = self.run(&gone, missed, env, count) else {
            self.note(Reason::DutiesNotMissed, Some(duty.clause), words!(missed.count, duty.name));
            return Tri::No;
        };
        let mark = self.mark();
        for instance in &run {
            self.note_instance(duty, instance, env.on);
        }
        if missed.count > 1 {
            self.above(mark, Reason::DutiesMissed, Some(duty.clause), words!(missed.count, duty.name));
        }
        Tri::Yes
    }

    /// The first missed instances, in order, that make up the number wanted.
    fn run(
        &mut self,
        gone: &[Instance<'a>],
        missed: &'a MissedIr,
        env: Env<'a>,
        count: usize,
    ) -> Option<Vec<Instance<'a>>> {
        let mut run: Vec<Instance<'a>> = Vec::new();
        for instance in gone {
            if let Some(occ) = &missed.each_after
                && !self.preceded(instance, occ, env)
            {
                run.clear();
                continue;
            }
            let follows = run.last().is_none_or(|before| follows(before, instance));
            let together =
                missed.in_one.is_none_or(|kind| run.first().is_none_or(|first| same_period(kind, first, instance)));
            if (missed.consecutive && !follows) || !together {
                run.clear();
            }
            run.push(*instance);
            if run.len() >= count {
                return Some(run);
            }
        }
        None
    }

    /// Whether something happened for an instance by its due day.
    fn preceded(&mut self, instance: &Instance<'a>, occ: &'a Occ, env: Env<'a>) -> bool {
        let period = instance.period.map(|(_, period)| period);
        let due = instance.due.unwrap_or(env.on);
        let here = Env { period, start: instance.start, on: due, ..env };
        let before = self.occurrences(occ, here).into_iter().find(|(date, _)| *date <= due);
        if let Some((date, Some(act))) = before {
            self.note_act(Reason::ActOnFile, None, act.id, words!(act.kind, act.by, date));
        }
        before.is_some()
    }

    /// The first day on which enough instances are missed: each is looked at once.
    pub(super) fn first_missed(&mut self, missed: &'a MissedIr, env: Env<'a>) -> Option<Date> {
        let program = self.world.program;
        let duty = program.duty(missed.duty)?;
        let instances: Vec<_> = if env.start == Date::MIN {
            self.instances(env.subject, missed.duty, env.on)
        } else {
            self.instances_in(env.subject, missed.duty, duty, env.start).to_vec()
        };
        self.next_instance(duty, env.on);
        let count = usize::try_from(missed.count).unwrap_or(usize::MAX);
        for instance in &instances {
            let day = instance.missed_from();
            if day > env.on {
                self.until(env.on, day);
                break;
            }
            let gone: Vec<_> =
                instances.iter().filter(|other| other.state(day) == DutyState::Missed).copied().collect();
            if gone.len() >= count && self.run(&gone, missed, Env { on: day, ..env }, count).is_some() {
                return Some(day);
            }
        }
        None
    }

    /// Says how an instance stands.
    pub(crate) fn say_instance(&mut self, duty: &'a Duty, instance: &Instance<'a>, on: Date) {
        self.note_instance(duty, instance, on);
    }

    /// Says how an instance stands.
    pub(super) fn note_instance(&mut self, duty: &'a Duty, instance: &Instance<'a>, on: Date) {
        let of = instance.period.map_or(Arg::Name(instance.about), |(kind, period)| Arg::Period(kind, period));
        let state = instance.state(on);
        let (reason, day) = match state {
            DutyState::Open => (Reason::DutyOpen, instance.due.unwrap_or(Date::MAX)),
            DutyState::Done => (Reason::DutyDone, instance.done.map_or(Date::MAX, |(day, _)| day)),
            DutyState::Cured => (Reason::DutyCured, instance.done.map_or(Date::MAX, |(day, _)| day)),
            DutyState::Missed => (Reason::DutyMissed, instance.missed_from()),
        };
        let act = instance.done.filter(|(day, _)| *day <= on).map_or(Sym::NONE, |(_, act)| act.id);
        self.note_act(reason, Some(duty.clause), act, [Arg::Name(duty.name), of, Arg::Date(day), Arg::None]);
        for clause in &duty.cites {
            self.behind(|e| {
                e.note(Reason::Deadline, Some(*clause), words!(duty.name, instance.due.unwrap_or(Date::MAX)))
            });
        }
    }
}

/// Whether one missed instance follows the other without a gap.
fn follows(before: &Instance<'_>, after: &Instance<'_>) -> bool {
    match (before.period, after.period) {
        (Some((kind, earlier)), Some((_, later))) => kind.next(earlier) == later,
        _ => true,
    }
}

fn same_period(kind: PeriodKind, one: &Instance<'_>, other: &Instance<'_>) -> bool {
    let period = |instance: &Instance<'_>| instance.due.and_then(|due| kind.containing(due));
    period(one) == period(other)
}

/// Whether an act is about the same as the act that gave rise to a duty.
fn shared_subject(cause: &ActRow, act: &ActRow, bearer: Sym) -> bool {
    let of = |row: &ActRow| if row.about.is_none() { row.by } else { row.about };
    of(cause) == of(act) || of(act) == bearer || act.about.is_none()
}
