//! Who may stand for a seat: limits on terms, seats, offices and shares.

use charter::Reason;
use kernel::{Date, Span};

use super::{Evaluator, NeedOf, Tri, words};
use crate::program::*;
use crate::symbols::Sym;

/// The limits on terms of one body, taken together.
struct TermRule {
    at_most: u32,
    consecutive: bool,
    per_person: bool,
    break_after: Option<Span>,
    part_terms: bool,
    any_gap: bool,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Whether somebody may stand for a seat or body. Reasons are kept.
    pub(crate) fn may_stand(&mut self, who: Sym, person: Sym, seat: Sym, on: Date) -> Tri {
        let (program, names) = (self.world.program, self.world.names);
        let Some(id) = self.body_of_seat(seat) else { return Tri::Unknown };
        let Some(body) = program.body(id) else { return Tri::Unknown };
        // A seat that a person holds is stood for by the person.
        let by_person =
            body.seats.iter().any(|line| line.is.by_person && (line.is.names.contains(&seat) || seat == body.name));
        let person = if by_person && person.is_none() { who } else { person };
        let before = self.mark();
        let granted = self.may(RightIr { verb: names.stand, scope: body.name }, who, on);
        if granted != Tri::Yes {
            return granted;
        }
        let limits = self.mark();
        let mut result = match self.seat_state(id, seat, on).vacant {
            Some(vacant) if seat != body.name => self.is_from_there(seat, who, vacant, on),
            _ => Tri::Yes,
        };
        for (clause, lines) in &body.limits {
            result = super::rights::and(result, self.within_limits(id, *clause, lines, (who, person, seat), on));
        }
        // A right that is granted is no reason for a no.
        if result == Tri::No && limits <= self.trace.len() {
            self.trace.drain(before..limits);
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
}
