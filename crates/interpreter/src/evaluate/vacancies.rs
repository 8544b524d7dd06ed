//! Vacancies: who fills an empty seat, from among whom, and for how long.

use charter::Reason;
use kernel::Date;

use super::{Evaluator, NeedOf, Tenure, Tri, words};
use crate::index::ActRow;
use crate::program::*;
use crate::symbols::Sym;

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Who may fill a vacant seat, in order, each with the last day. Reasons are kept.
    pub(crate) fn fillers(&mut self, seat: Sym, on: Date) -> Option<Vec<(Sym, Option<Date>)>> {
        let program = self.world.program;
        let id = self.body_of_seat(seat)?;
        let body = program.body(id)?;
        let state = self.seat_state(id, seat, on);
        if let Some(tenure) = state.held {
            let holder = if tenure.organisation.is_none() { tenure.person } else { tenure.organisation };
            self.note(Reason::SeatHeld, Some(body.clause), words!(seat, holder, tenure.to.previous()));
            return Some(Vec::new());
        }
        let (since, cause, last) = state.vacant?;
        self.note(Reason::SeatVacant, Some(body.clause), words!(seat, since, cause));
        let Some((clause, case)) = self.vacancy(body, cause) else { return Some(Vec::new()) };
        let organisation = last.map_or(Sym::NONE, |tenure| tenure.organisation);
        Some(self.filler_list(case, clause, since, organisation, on))
    }

    fn filler_list(
        &mut self,
        case: &VacancyIr,
        clause: ClauseId,
        since: Date,
        organisation: Sym,
        on: Date,
    ) -> Vec<(Sym, Option<Date>)> {
        let mut turns = Vec::new();
        for filler in &case.fillers {
            let by = if filler.by.is_none() { organisation } else { filler.by };
            let until = filler.within.and_then(|span| self.last_day(since, span, false));
            if until.is_some_and(|until| until < on) {
                self.note(Reason::Overdue, Some(clause), words!(by, until.map_or(Date::MAX, Date::next)));
                continue;
            }
            self.until(on, until.map_or(Date::MAX, Date::next));
            self.note(Reason::Fills, Some(clause), words!(by, until.unwrap_or(Date::MAX), filler.from, filler.same));
            turns.push((by, until));
            if until.is_none() {
                break;
            }
        }
        turns
    }

    /// What the charter says of a seat that fell vacant through a cause.
    fn vacancy(&mut self, body: &'a Body, cause: Sym) -> Option<(ClauseId, &'a VacancyIr)> {
        for wanted in [cause, self.world.names.otherwise] {
            for (clause, lines) in &body.vacancies {
                for line in lines {
                    if line.is.causes.contains(&wanted) && self.active(&line.under).unwrap_or(false) {
                        return Some((*clause, &line.is));
                    }
                }
            }
        }
        None
    }

    /// Whose turn it is on a day to fill a seat that fell vacant.
    fn turn(&mut self, body: &'a Body, cause: Sym, since: Date, on: Date) -> Option<(ClauseId, &'a FillerIr)> {
        let (clause, case) = self.vacancy(body, cause)?;
        for filler in &case.fillers {
            let until = filler.within.and_then(|span| self.last_day(since, span, false));
            if until.is_none_or(|until| on <= until) {
                return Some((clause, filler));
            }
        }
        None
    }

    /// The first day after the term that a new holder completes, where the seat fell vacant before its term was over and
    /// is filled for the rest of it.
    pub(super) fn rest_of_term(&mut self, id: BodyId, act: &'a ActRow, before: Tenure) -> Option<Date> {
        let body = self.world.program.body(id)?;
        let vacant = before.to <= act.on && act.on < before.term;
        if !vacant || before.term == Date::MAX || act.field(self.world.names.until).is_some() {
            return None;
        }
        let (_, filler) = self.turn(body, before.cause, before.to, act.on)?;
        filler.remaining_term.then_some(before.term)
    }

    /// Whether somebody is of those from whom a vacant seat is to be filled; yes where the charter names nobody. Reasons
    /// are kept where it is not so.
    pub(crate) fn is_from_there(&mut self, seat: Sym, who: Sym, vacant: (Date, Sym, Option<Tenure>), on: Date) -> Tri {
        let (since, cause, last) = vacant;
        let body = self.body_of_seat(seat).and_then(|id| self.world.program.body(id));
        let Some((clause, filler)) = body.and_then(|body| self.turn(body, cause, since, on)) else { return Tri::Yes };
        let of_class = match self.world.program.standings.get(&filler.from) {
            Some(standing) => self.silently(|judge| judge.is(who, *standing, super::Env::of(who, on))),
            None => Tri::Yes,
        };
        let same = match last {
            Some(last) if !filler.same.is_none() => self.shares(who, last, filler.same, on),
            _ => Tri::Yes,
        };
        let result = super::rights::and(of_class, same);
        if result != Tri::Yes {
            self.note(Reason::NotFromThere, Some(clause), words!(who, filler.from, filler.same));
        }
        result
    }

    /// Whether somebody has the same value of a fact as the last holder of a seat.
    fn shares(&mut self, who: Sym, last: Tenure, fact: Sym, on: Date) -> Tri {
        let holder = if last.organisation.is_none() { last.person } else { last.organisation };
        let theirs = self.fact(holder, fact, on).map(|(value, _)| value);
        let own = self.fact(who, fact, on).map(|(value, _)| value);
        match (own, theirs) {
            (Some(own), Some(theirs)) => Tri::from(own == theirs),
            (None, _) => {
                self.need(NeedOf::Fact(fact, who));
                Tri::Unknown
            }
            (_, None) => {
                self.need(NeedOf::Fact(fact, holder));
                Tri::Unknown
            }
        }
    }
}
