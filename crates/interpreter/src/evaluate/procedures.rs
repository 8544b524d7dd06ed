//! Procedures: the state of one case, folded from its acts and the calendar.

use charter::Reason;
use charter_syntax::ast::{OutcomeStart, Overdue};
use kernel::Date;
use smallvec::SmallVec;

use super::{Ballot, Env, Evaluator, Tri, words};
use crate::index::ActRow;
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has begun.
    NotBegun,
    /// Something is missing.
    Incomplete,
    /// Complete; the next step is somebody's.
    Complete,
    /// A window is open.
    Window(Sym),
    /// An objection is being investigated.
    Investigating,
    /// To be decided.
    ToDecide(DecisionId),
    /// To be decided, and late.
    Overdue(DecisionId),
    /// Decided, with the outcome's name.
    Decided(bool, Sym),
}

/// One case of a procedure on a day.
#[derive(Clone, Debug)]
pub struct Case {
    /// The day it was complete.
    pub complete: Option<Date>,
    /// Where it stands.
    pub stage: Stage,
    /// The day the stage ends by itself, or was reached.
    pub day: Option<Date>,
    /// What is due, with the last day and who owes it.
    pub deadlines: Vec<(Sym, Option<Date>, Sym)>,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The newest case of a procedure about somebody, as it stands on a day. Reasons are kept.
    pub(crate) fn case(&mut self, id: ProcedureId, who: Sym, on: Date) -> Option<Case> {
        let program = self.world.program;
        let procedure = program.procedure(id)?;
        let Some((begun, act)) = self.beginning(procedure, who, on) else {
            self.note(Reason::NotBegun, Some(procedure.clause), words!(procedure.name, who));
            return Some(Case { complete: None, stage: Stage::NotBegun, day: None, deadlines: Vec::new() });
        };
        self.note_act(
            Reason::Began,
            Some(procedure.clause),
            act.map_or(Sym::NONE, |act| act.id),
            words!(procedure.name, who, begun),
        );
        let mut case = Case { complete: None, stage: Stage::Incomplete, day: None, deadlines: Vec::new() };
        let env = Env { start: begun, ..Env::of(who, on) };
        case.complete = self.completeness(procedure, env);
        let Some(complete) = case.complete else { return Some(case) };
        self.note(Reason::Complete, Some(procedure.clause), words!(procedure.name, complete));
        let env = Env { complete: Some(complete), ..env };
        self.steps(procedure, &mut case, env);
        let closed = self.windows(procedure, &mut case, env);
        self.objections(procedure, &mut case, env, &closed);
        self.decide(procedure, &mut case, env, &closed);
        Some(case)
    }

    /// The day the newest case began and the act that began it.
    pub(crate) fn beginning(
        &mut self,
        procedure: &'a Procedure,
        who: Sym,
        on: Date,
    ) -> Option<(Date, Option<&'a ActRow>)> {
        let mut newest: Option<(Date, Option<&'a ActRow>)> = None;
        for line in &procedure.begins {
            if self.active(&line.under).unwrap_or(false) {
                let found = self.occurrences(&line.is, Env::of(who, on)).into_iter().rfind(|(date, _)| *date <= on);
                if let Some(found) = found
                    && newest.is_none_or(|newest| newest.0 < found.0)
                {
                    newest = Some(found);
                }
            }
        }
        newest
    }

    /// The day on which the last thing needed came to be there; `None` while something is missing.
    fn completeness(&mut self, procedure: &'a Procedure, env: Env<'a>) -> Option<Date> {
        let mut complete = Some(env.start);
        for line in &procedure.needs {
            if !self.active(&line.under).ok()? {
                continue;
            }
            let met = self.need_met(&line.is, procedure, env);
            complete = complete.zip(met).map(|(so_far, met)| so_far.max(met));
        }
        complete
    }

    fn need_met(&mut self, need: &'a NeedIr, procedure: &'a Procedure, env: Env<'a>) -> Option<Date> {
        match need {
            NeedIr::Documents(names) | NeedIr::Facts(names) => {
                let mut all = Some(env.start);
                for name in names {
                    let since = self.on_file_since(env.subject, *name, env.start, env.on);
                    self.say_need(*name, since, procedure.clause);
                    all = all.zip(since).map(|(so_far, since)| so_far.max(since));
                }
                all
            }
            NeedIr::Condition(condition) => {
                let since = self.first_true(condition, env);
                if since.is_none() {
                    self.condition(condition, env);
                }
                since
            }
            NeedIr::Acts(alternatives) => self.acts_met(alternatives, procedure, env),
        }
    }

    fn say_need(&mut self, what: Sym, since: Option<Date>, clause: ClauseId) {
        match since {
            Some(day) => self.note(Reason::NeedMet, Some(clause), words!(what, day)),
            None => self.note(Reason::NeedMissing, Some(clause), words!(what)),
        }
    }

    fn acts_met(
        &mut self,
        alternatives: &'a [(Option<Cond>, u32, Occ)],
        procedure: &'a Procedure,
        env: Env<'a>,
    ) -> Option<Date> {
        let mut earliest: Option<Date> = None;
        let mark = self.mark();
        for (only, count, occ) in alternatives {
            if let Some(only) = only
                && self.condition(only, env) != Tri::Yes
            {
                continue;
            }
            let found = self.occurrences(occ, env);
            let nth = usize::try_from(*count).unwrap_or(usize::MAX).saturating_sub(1);
            // Two letters of one hand are one.
            let mut hands: Vec<Sym> = Vec::new();
            let distinct = found.iter().filter(|(date, _)| *date <= env.on).filter(|(_, act)| {
                let hand = act.map_or(Sym::NONE, |act| act.by);
                let new = hand.is_none() || !hands.contains(&hand);
                hands.push(hand);
                new
            });
            let met = distinct.map(|(date, _)| (*date).max(env.start)).nth(nth);
            self.say_need(occ.name, met, procedure.clause);
            if met.is_none() {
                self.behind(|e| e.say_rejected(occ, env));
            }
            earliest = [earliest, met].into_iter().flatten().min();
        }
        if earliest.is_some() && TRACE {
            let end = self.trace.len();
            let unmet = |node: &crate::trace::Because| node.reason == Reason::NeedMissing;
            if let Some(nodes) = self.trace.get(mark..end) {
                let kept: Vec<_> = nodes.iter().filter(|node| !unmet(node)).copied().collect();
                self.trace.truncate(mark);
                self.trace.extend(kept);
            }
        }
        earliest
    }

    /// Acts of the right kind that do not count, and why nobody is told they do.
    fn say_rejected(&mut self, occ: &'a Occ, env: Env<'a>) {
        let acts = match occ.what {
            Hap::Act(SubjectIn::About) => self.world.view.about(env.subject, occ.name),
            Hap::Act(SubjectIn::By) => self.world.view.by(env.subject, occ.name),
            _ => return,
        };
        let clause = self.world.program.acts.get(&occ.name).map(|act| act.clause);
        for act in acts.into_iter().filter(|act| act.on <= env.on) {
            self.note_act(Reason::ActWithoutEffect, clause, act.id, words!(act.kind, act.by, act.on));
        }
    }

    /// Steps to be done once the case is complete.
    fn steps(&mut self, procedure: &'a Procedure, case: &mut Case, env: Env<'a>) {
        case.stage = Stage::Complete;
        for line in &procedure.then {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            let (act, within, by) = &line.is;
            let done = self.step_done(*act, env);
            let due = within.as_ref().and_then(|when| {
                // Without an event of its own the time runs from completeness.
                let bare = matches!(when, WhenIr::After { from: None, .. });
                let start = if bare { env.complete.unwrap_or(env.start) } else { env.start };
                self.when(when, None, Env { start, ..env })
            });
            match done {
                Some(day) => self.note(Reason::StepDone, Some(procedure.clause), words!(*act, day)),
                None => {
                    self.note(Reason::StepOpen, Some(procedure.clause), words!(*act, *by, due.unwrap_or(Date::MAX)));
                    case.deadlines.push((*act, due, *by));
                }
            }
        }
    }

    /// The first time a step was done about the subject in this case.
    fn step_done(&mut self, act: Sym, env: Env<'a>) -> Option<Date> {
        let acts = self.world.view.about(env.subject, act);
        let mut done = None;
        for row in acts.into_iter().filter(|row| row.on >= env.start) {
            self.until(env.on, row.on);
            if row.on <= env.on && done.is_none() && self.has_effect(row) {
                done = Some(row.on);
            }
        }
        done
    }

    /// The windows: which is open, and the last day of each that has a date.
    fn windows(&mut self, procedure: &'a Procedure, case: &mut Case, env: Env<'a>) -> SmallVec<[(Sym, Date); 2]> {
        let mut closings = SmallVec::new();
        for line in &procedure.windows {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            let Some(closes) = self.when(&line.is.closes, None, env) else { continue };
            closings.push((line.is.name, closes));
            self.until(env.on, closes.next());
            if env.on <= closes {
                self.note(Reason::WindowOpen, Some(procedure.clause), words!(line.is.name, closes));
                case.stage = Stage::Window(line.is.name);
                case.day = Some(closes);
                case.deadlines.push((line.is.name, Some(closes), Sym::NONE));
            } else {
                self.note(Reason::WindowClosed, Some(procedure.clause), words!(line.is.name, closes));
            }
        }
        closings
    }

    /// Objections made in time, and whether each has been investigated.
    fn objections(&mut self, procedure: &'a Procedure, case: &mut Case, env: Env<'a>, closings: &[(Sym, Date)]) {
        let last = closings.iter().map(|(_, closes)| *closes).max().unwrap_or(Date::MAX);
        for line in &procedure.objections {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            let objection = &line.is;
            let acts = self.world.view.about(env.subject, objection.act);
            for act in acts.into_iter().filter(|act| act.on >= env.start && act.on <= last) {
                self.until(env.on, act.on);
                if act.on > env.on || !self.has_effect(act) {
                    continue;
                }
                let after = Env { start: act.on, ..env };
                match self.step_done(objection.until, after) {
                    Some(day) => self.note(Reason::Investigated, Some(procedure.clause), words!(day)),
                    None => {
                        self.note_act(Reason::Investigating, Some(procedure.clause), act.id, words!(act.by, act.on));
                        case.stage = Stage::Investigating;
                        case.day = None;
                        let by = self.world.program.acts.get(&objection.until).map_or(Sym::NONE, |act| act.by_name);
                        case.deadlines.push((objection.until, None, by));
                    }
                }
                for (then, by) in &objection.then {
                    match self.step_done(*then, after) {
                        Some(day) => self.note(Reason::StepDone, Some(procedure.clause), words!(*then, day)),
                        None => {
                            self.note(Reason::StepOpen, Some(procedure.clause), words!(*then, *by));
                            case.deadlines.push((*then, None, *by));
                        }
                    }
                }
            }
        }
    }

    /// The decisions in order, each with its earliest and latest day, and the outcome.
    fn decide(&mut self, procedure: &'a Procedure, case: &mut Case, env: Env<'a>, closings: &[(Sym, Date)]) {
        let mut from = env.complete.unwrap_or(env.start);
        for line in &procedure.decides {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            let step = &line.is;
            let closing =
                step.not_before.map(|window| closings.iter().find(|(name, _)| *name == window).map(|(_, day)| *day));
            let earliest = match closing {
                Some(Some(day)) => Some(day.next()),
                // The window has no date yet: nothing that starts it has happened.
                Some(None) => None,
                None => Some(from),
            };
            let by = step.by.as_ref().and_then(|when| self.when(when, None, env));
            let (earliest, latest) = match step.at_next_meeting {
                true => self
                    .next_meeting(step.decision, from)
                    .map_or((None, Date::MAX), |(opens, last)| (Some(opens), last)),
                false => (earliest, Date::MAX),
            };
            match self.decided(step.decision, (earliest, latest), from, env) {
                Some((carried, day)) => {
                    if !carried {
                        self.reach(procedure, case, false, day);
                        return;
                    }
                    from = day;
                }
                None => {
                    self.undecided(procedure, case, step, by, env);
                    return;
                }
            }
        }
        if !procedure.decides.is_empty() {
            self.reach(procedure, case, true, from);
        }
    }

    /// First and last day of the next meeting of the kind that decides, after a day. One that has not closed lasts until
    /// another opens.
    fn next_meeting(&mut self, decision: DecisionId, after: Date) -> Option<(Date, Date)> {
        let kind = self.world.program.decision(decision)?.of_meeting?;
        let meetings = self.meetings_of(kind);
        let place = meetings.iter().position(|(opens, _)| *opens > after)?;
        let (opens, closed) = *meetings.get(place)?;
        let following = meetings.get(place + 1).map(|(opens, _)| opens.previous());
        Some((opens, closed.or(following).unwrap_or(Date::MAX)))
    }

    /// Whether an act that has its time in a procedure may be done about somebody now: `None`, when it has none.
    pub(crate) fn in_time(&mut self, act: Sym, about: Sym, on: Date) -> Option<Tri> {
        let program = self.world.program;
        for procedure in &program.procedures {
            let window = procedure.windows.iter().find(|line| line.is.act == act).or_else(|| {
                let objects = procedure.objections.iter().any(|line| line.is.act == act);
                procedure.windows.first().filter(|_| objects)
            });
            let Some(window) = window else { continue };
            let Some((begun, _)) = self.silently(|e| e.beginning(procedure, about, on)) else { continue };
            let env = Env { start: begun, ..Env::of(about, on) };
            let complete = self.silently(|e| e.completeness(procedure, env));
            let Some(closes) = self.when(&window.is.closes, None, Env { complete, ..env }) else {
                self.note(Reason::NotBegun, Some(procedure.clause), words!(window.is.name, about));
                return Some(Tri::No);
            };
            self.until(on, closes.next());
            let open = on <= closes;
            let reason = if open { Reason::WindowOpen } else { Reason::WindowClosed };
            self.note(reason, Some(procedure.clause), words!(window.is.name, closes));
            return Some(Tri::from(open));
        }
        None
    }

    fn reach(&mut self, procedure: &'a Procedure, case: &mut Case, carried: bool, day: Date) {
        let mut outcome = None;
        for line in procedure.outcomes.iter().filter(|line| line.is.carried == carried) {
            if self.active(&line.under).unwrap_or(false) {
                outcome = Some(line.is);
                break;
            }
        }
        let word = if carried { Reason::Carried } else { Reason::NotCarried };
        self.note(word, Some(procedure.clause), words!(procedure.name, day));
        let starts = match outcome.map(|outcome| outcome.from) {
            Some(OutcomeStart::After(span)) => self.plus(day, span).unwrap_or(day),
            Some(OutcomeStart::ThatDay) | None => day,
        };
        case.stage = Stage::Decided(carried, outcome.map_or(Sym::NONE, |outcome| outcome.becomes));
        case.day = Some(starts);
        case.deadlines.clear();
    }

    fn undecided(
        &mut self,
        procedure: &'a Procedure,
        case: &mut Case,
        step: &'a DecideIr,
        by: Option<Date>,
        env: Env<'a>,
    ) {
        let program = self.world.program;
        let Some(decision) = program.decision(step.decision) else { return };
        let who = if decision.of.is_none() { decision.name } else { decision.of };
        case.deadlines.push((decision.name, by, who));
        if let Some(day) = by {
            self.until(env.on, day.next());
            let late = env.on > day;
            let (reason, shown) = if late { (Reason::Overdue, day.next()) } else { (Reason::Deadline, day) };
            self.note(reason, Some(procedure.clause), words!(decision.name, shown));
            if late {
                match self.line(&procedure.overdue) {
                    Ok(Some(Overdue::NotCarried)) => return self.reach(procedure, case, false, day.next()),
                    Ok(Some(Overdue::Carried)) => return self.reach(procedure, case, true, day.next()),
                    Ok(_) => {}
                    Err(_) => return,
                }
                case.stage = Stage::Overdue(step.decision);
                case.day = Some(day.next());
                return;
            }
        }
        let waits_for_step =
            case.stage == Stage::Complete && step.not_before.is_some() && procedure_waits(procedure, case);
        let open = matches!(case.stage, Stage::Window(_) | Stage::Investigating) || waits_for_step;
        if !open {
            case.stage = Stage::ToDecide(step.decision);
            case.day = by;
        }
    }

    /// The result of the newest valid ballot of a decision about the subject: taken not before its earliest day.
    fn decided(
        &mut self,
        decision: DecisionId,
        between: (Option<Date>, Date),
        from: Date,
        env: Env<'a>,
    ) -> Option<(bool, Date)> {
        let for_ = self.world.names.for_;
        let mut ballots: Vec<Ballot<'a>> = Vec::new();
        let mut ids = self.world.view.ballots_for(env.subject, for_);
        ids.push(env.subject);
        for id in ids {
            ballots.extend(self.ballot(id).filter(|ballot| ballot.decision == decision));
        }
        ballots.sort_by_key(|ballot| ballot.latest.map(|act| (act.on, act.place)));
        for ballot in ballots.into_iter().rev() {
            let mark = self.mark();
            let needs = self.needs.len();
            let (result, day) = self.outcome(&ballot, env.on);
            self.needs.truncate(needs);
            let (Some(day), true) = (day, result != Tri::Unknown) else {
                self.forget(mark);
                continue;
            };
            if day < from {
                self.forget(mark);
                continue;
            }
            let (earliest, latest) = between;
            if day > latest {
                self.forget(mark);
                continue;
            }
            if earliest.is_none_or(|earliest| day < earliest) {
                self.forget(mark);
                let program = self.world.program;
                let name = program.decision(decision).map_or(Sym::NONE, |decision| decision.name);
                let clause = program.decision(decision).map(|decision| decision.clause);
                self.note(
                    Reason::TooEarly,
                    clause,
                    [Arg::Name(name), Arg::Date(day), earliest.map_or(Arg::None, Arg::Date), Arg::None],
                );
                continue;
            }
            return Some((result == Tri::Yes, day));
        }
        None
    }

    /// The days on which a procedure's outcome made somebody a member of a class.
    pub(super) fn admissions(&mut self, who: Sym, id: ProcedureId, class: Sym, to: Date) -> Vec<(Date, Sym)> {
        let program = self.world.program;
        let Some(procedure) = program.procedure(id) else { return Vec::new() };
        let mut found = Vec::new();
        let mut days: Vec<Date> = Vec::new();
        for line in &procedure.begins {
            days.extend(self.occurrences(&line.is, Env::of(who, to)).into_iter().map(|(date, _)| date));
        }
        days.sort_unstable();
        days.dedup();
        // Each case runs until the next one begins.
        for (place, begun) in days.iter().enumerate() {
            if *begun > to {
                break;
            }
            let until = days.get(place + 1).map_or(to, |next| next.previous().max(*begun)).min(to);
            if let Some(case) = self.case_of_its_version(id, who, *begun, until)
                && let (Stage::Decided(true, becomes), Some(day)) = (case.stage, case.day)
                && becomes == class
                && day <= to
            {
                found.push((day, Sym::NONE));
            }
        }
        found
    }

    /// A case under the version of its first day.
    fn case_of_its_version(&mut self, id: ProcedureId, who: Sym, begun: Date, on: Date) -> Option<Case> {
        let procedure = self.world.program.procedure(id)?;
        let earlier = self.other_version(begun).filter(|_| !procedure.follows_new_version);
        let known = earlier.and_then(|earlier| Some((earlier, earlier.procedure_named(procedure.name)?)));
        match known {
            Some((earlier, known)) => self.under(earlier, on, |judge| judge.case(known, who, on)),
            None => self.case(id, who, on),
        }
    }

    /// Who decides a case: the body of the decision that is next.
    pub(crate) fn decider(&mut self, id: ProcedureId, who: Sym, on: Date) -> Option<(Sym, ClauseId)> {
        let program = self.world.program;
        let procedure = program.procedure(id)?;
        let case = self.silently(|e| e.case(id, who, on));
        let next = case.and_then(|case| match case.stage {
            Stage::ToDecide(decision) | Stage::Overdue(decision) => Some(decision),
            _ => None,
        });
        let first = procedure.decides.iter().find(|line| line.under.is_empty() || self.chosen_line(&line.under));
        let decision = next.or(first.map(|line| line.is.decision)).and_then(|id| program.decision(id))?;
        Some((if decision.of.is_none() { decision.name } else { decision.of }, decision.clause))
    }

    fn chosen_line(&self, under: &[GuardIr]) -> bool {
        under.iter().all(|guard| self.option(guard.0) == Some(guard.1))
    }
}

/// Whether the window that a decision waits for has yet to be started by a step.
fn procedure_waits(procedure: &Procedure, case: &Case) -> bool {
    procedure.then.iter().any(|line| case.deadlines.iter().any(|(act, _, _)| *act == line.is.0))
}
