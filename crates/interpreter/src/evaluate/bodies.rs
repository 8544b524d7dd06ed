//! Bodies: seats, tenures and terms.

use charter::Reason;
use kernel::{Date, Span};

use super::{Env, Evaluator, Tri, words};
use crate::index::{ActRow, Field};
use crate::program::*;
use crate::symbols::Sym;

/// Somebody's time on a seat.
#[derive(Clone, Copy, Debug)]
pub struct Tenure {
    /// The organisation.
    pub organisation: Sym,
    /// The person.
    pub person: Sym,
    /// First day.
    pub from: Date,
    /// First day after: as scheduled, or as it came.
    pub to: Date,
    /// First day after its term, whatever came before.
    pub term: Date,
    /// Why it ended before its term.
    pub cause: Sym,
    /// It completed somebody else's term.
    pub replaces: bool,
}

/// A seat on a day.
#[derive(Clone, Copy, Debug)]
pub struct SeatState {
    /// Who holds it.
    pub held: Option<Tenure>,
    /// Since when and why it is vacant; the last tenure, if there was one.
    pub vacant: Option<(Date, Sym, Option<Tenure>)>,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The seats that exist on a day, and whether each votes.
    pub(crate) fn seats(&mut self, id: BodyId, on: Date) -> Vec<(Sym, bool)> {
        let (program, names) = (self.world.program, self.world.names);
        let Some(body) = program.body(id) else { return Vec::new() };
        let mut seats = Vec::new();
        for line in &body.seats {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            seats.extend(line.is.names.iter().map(|name| (*name, line.is.voting)));
            if !line.is.created {
                continue;
            }
            for act in self.world.view.of_kind(names.create_seat) {
                let of_body = self.symbols().name(act.about).split('/').next() == Some(self.symbols().name(body.name));
                self.until(on, act.on);
                if of_body && act.on <= on && self.created_until(act, on).is_none_or(|end| on <= end) {
                    seats.push((act.about, line.is.voting));
                }
            }
        }
        seats
    }

    /// The last day of a created seat: as created, or as last retained.
    fn created_until(&mut self, created: &'a ActRow, on: Date) -> Option<Date> {
        let names = self.world.names;
        let end = |act: &ActRow| match act.field(names.until) {
            Some(Field::Date(date)) => Some(date),
            _ => None,
        };
        let mut until = end(created);
        for act in self.world.view.about(created.about, names.retain_seat) {
            self.until(on, act.on);
            if act.on <= on {
                until = end(act);
            }
        }
        self.until(on, until.map_or(Date::MAX, Date::next));
        until
    }

    /// Voting seats of a body, or only those that are held, by their names.
    pub(super) fn voting_seats(&mut self, id: BodyId, on: Date, filled: bool) -> Vec<Sym> {
        let seats = self.seats(id, on);
        let mut found = Vec::new();
        for (seat, voting) in seats {
            if voting && (!filled || self.holder(id, seat, on).is_some()) {
                found.push(seat);
            }
        }
        found
    }

    /// Seats of the body that the decision at hand is of.
    pub(super) fn seats_of_decision(&mut self, env: Env<'a>, filled: bool) -> Vec<Sym> {
        let program = self.world.program;
        let decision = self.at_hand(env).and_then(|ballot| program.decision(ballot.decision));
        match decision.and_then(|decision| decision.of_body) {
            Some(body) => self.voting_seats(body, env.on, filled),
            None => Vec::new(),
        }
    }

    /// Whether somebody votes in a body: a seat by its name, its organisation or its person.
    pub(super) fn holds_voting_seat(&mut self, who: Sym, set: &'a SetIr, env: Env<'a>) -> Tri {
        let program = self.world.program;
        let of_decision = self.at_hand(env).and_then(|ballot| program.decision(ballot.decision)?.of_body);
        let body = match set.of {
            SetRef::SeatsOf(body) => Some(body),
            _ => of_decision,
        };
        let Some(body) = body else { return Tri::No };
        for (seat, voting) in self.seats(body, env.on) {
            let Some(tenure) = self.holder(body, seat, env.on) else { continue };
            let is_holder = who == seat || who == tenure.organisation || who == tenure.person;
            if is_holder {
                let clause = program.body(body).map(|body| body.clause);
                self.note(Reason::SeatHeld, clause, words!(seat, who, tenure.to.previous()));
                return Tri::from(voting);
            }
        }
        Tri::No
    }

    /// Who holds a seat on a day.
    pub(crate) fn holder(&mut self, body: BodyId, seat: Sym, on: Date) -> Option<Tenure> {
        let tenures = self.tenures(body, seat, on);
        let held = tenures.iter().rev().find(|tenure| tenure.from <= on && on < tenure.to).copied();
        if let Some(tenure) = held {
            self.until(on, tenure.to);
        }
        held
    }

    /// Every tenure of a seat that began by a day, oldest first.
    pub(crate) fn tenures(&mut self, body: BodyId, seat: Sym, on: Date) -> Vec<Tenure> {
        let names = self.world.names;
        let seated = self.world.view.about(seat, names.seat);
        let mut found: Vec<Tenure> = Vec::new();
        for act in seated {
            if act.on > on {
                self.until(on, act.on);
                continue;
            }
            let before = found.last().copied();
            if let Some(before) = found.last_mut()
                && before.to > act.on
            {
                before.to = act.on;
            }
            let tenure = self.tenure(body, seat, act, before, on);
            found.push(tenure);
        }
        found
    }

    fn tenure(&mut self, body: BodyId, seat: Sym, act: &'a ActRow, before: Option<Tenure>, on: Date) -> Tenure {
        let names = self.world.names;
        let rest = before.and_then(|before| self.rest_of_term(body, act, before));
        let term = rest.unwrap_or_else(|| self.scheduled_end(body, seat, act, on));
        let mut tenure = Tenure {
            organisation: act.word(names.organisation).unwrap_or(Sym::NONE),
            person: act.word(names.person).unwrap_or(Sym::NONE),
            from: act.on,
            to: term,
            term,
            cause: names.term_ended,
            replaces: rest.is_some() || act.field(names.replaces) == Some(Field::YesNo(true)),
        };
        for end in self.world.view.about(seat, names.unseat) {
            self.until(on, end.on);
            if end.on >= act.on && end.on < tenure.to && end.on <= on {
                tenure.to = end.on;
                tenure.cause = end.word(names.cause).unwrap_or(Sym::NONE);
                break;
            }
        }
        self.lapsed_holder(body, &mut tenure, on);
        tenure
    }

    /// A seat is vacant the day its organisation, or the person who alone holds it, is no longer of the class that may hold it, where the charter says so.
    fn lapsed_holder(&mut self, id: BodyId, tenure: &mut Tenure, on: Date) {
        let (program, names) = (self.world.program, self.world.names);
        let Some(body) = program.body(id) else { return };
        let ruled = body
            .vacancies
            .iter()
            .flat_map(|(_, lines)| lines)
            .any(|line| line.is.causes.contains(&names.no_longer_member));
        let holder = if tenure.organisation.is_none() { tenure.person } else { tenure.organisation };
        if !ruled || holder.is_none() {
            return;
        }
        let stand = RightIr { verb: names.stand, scope: body.name };
        for grant in program.grants.iter().filter(|grant| grant.rights.iter().any(|own| own.covers(stand))) {
            for party in &grant.to {
                let PartyRef::Standing(Standing::Class(class)) = party else { continue };
                let spell = self.spells(holder, *class, on).into_iter().rev().find(|spell| spell.from <= tenure.from);
                if let Some(spell) = spell.filter(|spell| spell.to < tenure.to && spell.to >= tenure.from) {
                    tenure.to = spell.to;
                    tenure.cause = names.no_longer_member;
                }
            }
        }
    }

    /// The first day after a tenure's term.
    fn scheduled_end(&mut self, id: BodyId, seat: Sym, act: &'a ActRow, on: Date) -> Date {
        let (program, names) = (self.world.program, self.world.names);
        if let Some(Field::Date(until)) = act.field(names.until) {
            return until.next();
        }
        let Some(body) = program.body(id) else { return Date::MAX };
        match self.line(self.term_lines(body, act.on)) {
            Ok(Some(TermIr::Span(span, cohorts))) => {
                let cohort = self.cohort(seat, cohorts, on);
                self.term_end(act.on, *span, cohort).unwrap_or(Date::MAX)
            }
            Ok(Some(TermIr::WithSeatIn(other))) => self.end_with_seat(*other, act, on),
            Ok(Some(TermIr::UntilNext(meeting))) => {
                let closings = self.meetings_of(*meeting);
                closings
                    .into_iter()
                    .find(|(opens, _)| *opens > act.on)
                    .map_or(Date::MAX, |(opens, closed)| closed.unwrap_or(opens))
            }
            Ok(None) | Err(_) => Date::MAX,
        }
    }

    /// The term of the version in which a tenure began, unless a transition moved it to the new one. A line of an earlier
    /// version that hangs on a reading of its own is left to the present one.
    fn term_lines(&self, body: &'a Body, began: Date) -> &'a [Line<TermIr>] {
        let earlier = self.other_version(began).filter(|_| !body.follows_new_version);
        let known = earlier.and_then(|program| program.body(program.body_named(body.name)?));
        match known {
            Some(earlier) if !earlier.term.is_empty() && earlier.term.iter().all(plain_span) => &earlier.term,
            _ => &body.term,
        }
    }

    /// Opening and closing days of all meetings of a kind, in order.
    pub(crate) fn meetings_of(&mut self, id: MeetingId) -> Vec<(Date, Option<Date>)> {
        let names = self.world.names;
        let mut seen: Vec<Sym> = Vec::new();
        let mut found = Vec::new();
        for kind in [names.open_meeting, names.call_meeting] {
            for act in self.world.view.of_kind(kind) {
                if seen.contains(&act.about) {
                    continue;
                }
                seen.push(act.about);
                let facts = self.meeting_facts(act.about);
                if let (Some(kind), Some(opens)) = (facts.kind, facts.opens)
                    && kind == id
                {
                    found.push((opens, facts.closed));
                }
            }
        }
        found.sort_unstable();
        found
    }

    fn cohort(&mut self, seat: Sym, cohorts: &[(Sym, Date)], on: Date) -> Option<Date> {
        let names = self.world.names;
        let assigned = self.world.view.about(seat, names.assign_cohort);
        let newest = assigned.iter().rev().find(|act| act.on <= on)?;
        let name = newest.word(names.cohort)?;
        cohorts.iter().find(|(known, _)| *known == name).map(|(_, from)| *from)
    }

    /// The first day after the term that a day lies in: of its cohort's cycle, or of its own span.
    fn term_end(&mut self, from: Date, span: Span, cohort: Option<Date>) -> Option<Date> {
        let Some(cycle) = cohort else { return self.plus(from, span) };
        let mut end = cycle;
        // Cycles are counted from the first, so that no month end drifts.
        for terms in 1..2_000 {
            if end > from {
                break;
            }
            let span = times(span, terms)?;
            end = self.plus(cycle, span)?;
        }
        Some(end)
    }

    fn end_with_seat(&mut self, other: BodyId, act: &'a ActRow, on: Date) -> Date {
        let names = self.world.names;
        let person = act.word(names.person).unwrap_or(Sym::NONE);
        let organisation = act.word(names.organisation).unwrap_or(Sym::NONE);
        for (seat, _) in self.seats(other, act.on) {
            for tenure in self.tenures(other, seat, on) {
                let same = (!person.is_none() && tenure.person == person)
                    || (person.is_none() && !organisation.is_none() && tenure.organisation == organisation);
                if same && tenure.from <= act.on && act.on < tenure.to {
                    return tenure.to;
                }
            }
        }
        // Nobody can hold such a seat without holding the other.
        act.on
    }

    /// A seat on a day.
    pub(crate) fn seat_state(&mut self, body: BodyId, seat: Sym, on: Date) -> SeatState {
        let names = self.world.names;
        let tenures = self.tenures(body, seat, on);
        let held = tenures.iter().rev().find(|tenure| tenure.from <= on && on < tenure.to).copied();
        if let Some(tenure) = held {
            self.until(on, tenure.to);
            return SeatState { held, vacant: None };
        }
        let last = tenures.last().copied();
        let vacant = last.map_or((Date::MIN, names.never_filled), |tenure| (tenure.to, tenure.cause));
        SeatState { held: None, vacant: Some((vacant.0, vacant.1, last)) }
    }

    /// The body whose seat this is.
    pub(crate) fn body_of_seat(&self, seat: Sym) -> Option<BodyId> {
        let name = self.symbols().name(seat).split('/').next()?;
        self.world.program.body_named(self.symbols().get(name)?)
    }
}

/// A term that names no other part of its version.
fn plain_span(line: &Line<TermIr>) -> bool {
    line.under.is_empty() && matches!(line.is, TermIr::Span(..))
}

fn times(span: Span, count: i32) -> Option<Span> {
    match span {
        Span::Days(days) => days.checked_mul(count).map(Span::Days),
        Span::Months(months) => months.checked_mul(count).map(Span::Months),
    }
}
