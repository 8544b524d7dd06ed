//! Bodies: seats, tenures and terms, limits on standing, vacancies.

use charter::Reason;
use kernel::{Date, Span};

use super::{Env, Evaluator, NeedOf, Tri, words};
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
            if let Some(before) = found.last_mut()
                && before.to > act.on
            {
                before.to = act.on;
            }
            let tenure = self.tenure(body, seat, act, on);
            found.push(tenure);
        }
        found
    }

    fn tenure(&mut self, body: BodyId, seat: Sym, act: &'a ActRow, on: Date) -> Tenure {
        let names = self.world.names;
        let mut tenure = Tenure {
            organisation: act.word(names.organisation).unwrap_or(Sym::NONE),
            person: act.word(names.person).unwrap_or(Sym::NONE),
            from: act.on,
            to: self.scheduled_end(body, seat, act, on),
            cause: names.term_ended,
            replaces: act.field(names.replaces) == Some(Field::YesNo(true)),
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

    /// A seat is vacant the day its organisation is no longer of the class that may hold it, where the charter says so.
    fn lapsed_holder(&mut self, id: BodyId, tenure: &mut Tenure, on: Date) {
        let (program, names) = (self.world.program, self.world.names);
        let Some(body) = program.body(id) else { return };
        let ruled = body
            .vacancies
            .iter()
            .flat_map(|(_, lines)| lines)
            .any(|line| line.is.causes.contains(&names.no_longer_member));
        if !ruled || tenure.organisation.is_none() {
            return;
        }
        let stand = RightIr { verb: names.stand, scope: body.name };
        for grant in program.grants.iter().filter(|grant| grant.rights.iter().any(|own| own.covers(stand))) {
            for party in &grant.to {
                let PartyRef::Standing(Standing::Class(class)) = party else { continue };
                let spell = self
                    .spells(tenure.organisation, *class, on)
                    .into_iter()
                    .rev()
                    .find(|spell| spell.from <= tenure.from);
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

    /// Whether somebody may stand for a seat or body. Reasons are kept.
    pub(crate) fn may_stand(&mut self, who: Sym, person: Sym, seat: Sym, on: Date) -> Tri {
        let (program, names) = (self.world.program, self.world.names);
        let Some(id) = self.body_of_seat(seat) else { return Tri::Unknown };
        let Some(body) = program.body(id) else { return Tri::Unknown };
        // A seat that a person holds is stood for by the person.
        let by_person =
            body.seats.iter().any(|line| line.is.by_person && (line.is.names.contains(&seat) || seat == body.name));
        let person = if by_person && person.is_none() { who } else { person };
        let granted = self.may(RightIr { verb: names.stand, scope: body.name }, who, on);
        if granted != Tri::Yes {
            return granted;
        }
        let mut result = Tri::Yes;
        for (clause, lines) in &body.limits {
            result = super::rights::and(result, self.within_limits(id, *clause, lines, (who, person, seat), on));
        }
        result
    }

    fn within_limits(
        &mut self,
        id: BodyId,
        clause: ClauseId,
        lines: &'a [Line<LimitIr>],
        whom: (Sym, Sym, Sym),
        on: Date,
    ) -> Tri {
        let mut result = Tri::Yes;
        let mut break_after = None;
        let (mut part_terms, mut any_gap) = (true, true);
        for line in lines {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            match line.is {
                LimitIr::AgainAfter(span) => break_after = Some(span),
                LimitIr::PartTerms(count) => part_terms = count,
                LimitIr::AnyGapBreaks(any) => any_gap = any,
                _ => {}
            }
        }
        for line in lines {
            if !self.active(&line.under).unwrap_or(false) {
                continue;
            }
            let one = match line.is {
                LimitIr::Terms { at_most, consecutive, per_person } => {
                    let rule = TermRule { at_most, consecutive, per_person, break_after, part_terms, any_gap };
                    self.terms_left(id, clause, &rule, whom, on)
                }
                LimitIr::OneSeatPer(per_person) => self.not_seated(id, clause, per_person, whom, on),
                LimitIr::NotTogetherWith(other) => self.not_elsewhere(other, clause, whom, on),
                LimitIr::Share(at_most, fact) => self.below_share(id, clause, (at_most, fact), whom, on),
                LimitIr::AgainAfter(_) | LimitIr::PartTerms(_) | LimitIr::AnyGapBreaks(_) => Tri::Yes,
            };
            result = super::rights::and(result, one);
        }
        result
    }

    fn terms_left(&mut self, id: BodyId, clause: ClauseId, rule: &TermRule, whom: (Sym, Sym, Sym), on: Date) -> Tri {
        let (who, person, seat) = whom;
        let holder = if rule.per_person { person } else { who };
        if holder.is_none() {
            let person = self.world.names.person;
            self.need(NeedOf::Fact(person, who));
            self.note(Reason::FactMissing, Some(clause), words!(who, person));
            return Tri::Unknown;
        }
        let mut terms = self.terms_of(id, holder, rule, on);
        terms.sort_unstable_by_key(|(from, _)| *from);
        let start = self.next_start(id, seat, on);
        let (count, last_end) = self.current_run(&terms, rule, start);
        let again = last_end.zip(rule.break_after).and_then(|(end, span)| self.plus(end, span));
        if count < rule.at_most || again.is_some_and(|again| start >= again) {
            self.note(Reason::TermsLeft, Some(clause), words!(holder, count, rule.at_most));
            return Tri::Yes;
        }
        if let Some(again) = again {
            self.until(on, again);
        }
        self.until(on, start.next());
        self.note(Reason::TermLimit, Some(clause), words!(holder, count, rule.at_most, again.unwrap_or(Date::MAX)));
        Tri::No
    }

    /// The terms that count of a person or organisation in a body, as begun by a day.
    fn terms_of(&mut self, id: BodyId, holder: Sym, rule: &TermRule, on: Date) -> Vec<(Date, Date)> {
        let mut terms = Vec::new();
        for (seat, voting) in self.seats(id, on) {
            for tenure in self.tenures(id, seat, on) {
                let held = if rule.per_person { tenure.person } else { tenure.organisation };
                if voting && held == holder && (rule.part_terms || !tenure.replaces) {
                    terms.push((tenure.from, tenure.to));
                }
            }
        }
        terms
    }

    /// How many terms the present run has, and when its last one ends.
    fn current_run(&mut self, terms: &[(Date, Date)], rule: &TermRule, start: Date) -> (u32, Option<Date>) {
        let mut count = 0;
        let mut last: Option<Date> = None;
        for (from, to) in terms.iter().copied() {
            let broken = last.is_some_and(|end| from > end && self.breaks(rule, end, from));
            if rule.consecutive && broken {
                count = 0;
            }
            count += 1;
            last = Some(to.min(start.max(from)));
        }
        let now_broken = last.is_some_and(|end| start > end && self.breaks(rule, end, start));
        if rule.consecutive && now_broken && count < rule.at_most { (0, last) } else { (count, last) }
    }

    fn breaks(&mut self, rule: &TermRule, end: Date, from: Date) -> bool {
        rule.any_gap || rule.break_after.is_some_and(|span| self.plus(end, span).is_some_and(|again| from >= again))
    }

    /// The day the next term of a seat starts: the end of the present tenure, or of the cohort's cycle, or now.
    fn next_start(&mut self, id: BodyId, seat: Sym, on: Date) -> Date {
        let is_seat = self.symbols().name(seat).contains('/');
        if is_seat && let Some(tenure) = self.holder(id, seat, on) {
            return tenure.to;
        }
        on
    }

    fn not_seated(&mut self, id: BodyId, clause: ClauseId, per_person: bool, whom: (Sym, Sym, Sym), on: Date) -> Tri {
        let (who, person, wanted) = whom;
        for (seat, voting) in self.seats(id, on) {
            let Some(tenure) = self.holder(id, seat, on).filter(|_| seat != wanted && voting) else { continue };
            let held = if per_person { tenure.person } else { tenure.organisation };
            let holder = if per_person { person } else { who };
            if !holder.is_none() && held == holder {
                self.note(Reason::AlreadySeated, Some(clause), words!(holder, seat));
                return Tri::No;
            }
        }
        Tri::Yes
    }

    fn not_elsewhere(&mut self, other: Sym, clause: ClauseId, whom: (Sym, Sym, Sym), on: Date) -> Tri {
        let Some(body) = self.world.program.body_named(other) else {
            return self.not_in_office(other, clause, whom, on);
        };
        for (seat, _) in self.seats(body, on) {
            let Some(tenure) = self.holder(body, seat, on) else { continue };
            let same =
                (!whom.1.is_none() && tenure.person == whom.1) || (whom.1.is_none() && tenure.organisation == whom.0);
            if same {
                self.note(Reason::AlreadySeated, Some(clause), words!(whom.0, seat));
                return Tri::No;
            }
        }
        Tri::Yes
    }

    /// Whether somebody does not hold an office, as `seat` and `unseat` acts about it tell.
    fn not_in_office(&mut self, office: Sym, clause: ClauseId, whom: (Sym, Sym, Sym), on: Date) -> Tri {
        let names = self.world.names;
        let mut holder = Sym::NONE;
        for kind in [names.seat, names.unseat] {
            for act in self.world.view.about(office, kind) {
                self.until(on, act.on);
            }
        }
        let seated = self.world.view.about(office, names.seat).into_iter().rfind(|act| act.on <= on);
        if let Some(act) = seated {
            let left =
                self.world.view.about(office, names.unseat).into_iter().any(|end| end.on >= act.on && end.on <= on);
            let person = act.word(names.person).or(act.word(names.organisation));
            holder = person.filter(|_| !left).unwrap_or(Sym::NONE);
        }
        let same = !holder.is_none() && (holder == whom.1 || holder == whom.0);
        if same {
            self.note(Reason::AlreadySeated, Some(clause), words!(holder, office));
        }
        Tri::from(!same)
    }

    /// Whether a share of the seats would still be at most so much, were this one added.
    fn below_share(
        &mut self,
        id: BodyId,
        clause: ClauseId,
        limit: (kernel::Ratio, Sym),
        whom: (Sym, Sym, Sym),
        on: Date,
    ) -> Tri {
        let Some((mine, _)) = self.fact(whom.0, limit.1, on) else {
            self.need(NeedOf::Fact(limit.1, whom.0));
            return Tri::Unknown;
        };
        let seats = self.seats(id, on);
        let mut sharing = 1_usize;
        for (seat, _) in &seats {
            let Some(tenure) = self.holder(id, *seat, on).filter(|_| *seat != whom.2) else { continue };
            let theirs = self.fact(tenure.organisation, limit.1, on).or_else(|| self.fact(tenure.person, limit.1, on));
            sharing += usize::from(theirs.is_some_and(|(value, _)| value == mine));
        }
        let most = limit.0.times(kernel::Ratio::count(seats.len())).map(kernel::Ratio::floor);
        let fits = most.is_ok_and(|most| kernel::Ratio::count(sharing) <= most);
        if !fits {
            self.note(Reason::AlreadySeated, Some(clause), words!(whom.0, limit.1));
        }
        Tri::from(fits)
    }

    /// Who may fill a vacant seat, in order, each with the last day. Reasons are kept.
    pub(crate) fn fillers(&mut self, seat: Sym, on: Date) -> Option<Vec<(Sym, Option<Date>)>> {
        let (program, names) = (self.world.program, self.world.names);
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
        for wanted in [cause, names.otherwise] {
            for (clause, lines) in &body.vacancies {
                for line in lines {
                    if line.is.causes.contains(&wanted) && self.active(&line.under).unwrap_or(false) {
                        let organisation = last.map_or(Sym::NONE, |tenure| tenure.organisation);
                        return Some(self.filler_list(&line.is, *clause, since, organisation, on));
                    }
                }
            }
        }
        Some(Vec::new())
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
            self.note(Reason::Fills, Some(clause), words!(by, until.unwrap_or(Date::MAX)));
            turns.push((by, until));
            if until.is_none() {
                break;
            }
        }
        turns
    }
}

/// The limits on terms of one body, taken together.
struct TermRule {
    at_most: u32,
    consecutive: bool,
    per_person: bool,
    break_after: Option<Span>,
    part_terms: bool,
    any_gap: bool,
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
