//! Conditions, expressions, sets, occurrences and dates.

use charter_syntax::ast::*;

use super::Compiler;
use crate::program::*;

impl Compiler<'_> {
    pub(super) fn condition(&mut self, condition: &Condition) -> Cond {
        match condition {
            Condition::All(all) => Cond::All(all.iter().map(|one| self.condition(one)).collect()),
            Condition::Any(any) => Cond::Any(any.iter().map(|one| self.condition(one)).collect()),
            Condition::Not(inner) => Cond::Not(Box::new(self.condition(inner))),
            Condition::Compare(left, comparison, right) => {
                Cond::Compare(Box::new(self.expression(left)), *comparison, Box::new(self.expression(right)))
            }
            Condition::InList(left, list) => self.in_list(left, list),
            Condition::Is(who, name) => self.is(*who, name),
            Condition::Missed(missed) => self.missed(missed),
            Condition::Settled(settled) => {
                let table = self.sym(&settled.table);
                match self.table_place(&settled.table) {
                    Some(id) => Cond::Settled(id, settled.last_closed),
                    None => Cond::Unresolved(table),
                }
            }
            Condition::Happened(occurrence, window) => {
                let occ = self.occurrence(occurrence);
                Cond::Happened(Box::new(occ), self.window(window.as_ref()))
            }
            Condition::May(right) => Cond::May(self.right(right)),
            Condition::FiledBefore(span) => Cond::FiledBefore(*span),
            Condition::FiledAs(kind) => Cond::FiledAs(self.sym(kind)),
        }
    }

    fn in_list(&mut self, left: &Expression, list: &Name) -> Cond {
        let name = self.sym(list);
        let place = self.program.lists.iter().position(|(known, _)| *known == name);
        match place.and_then(|place| u16::try_from(place).ok()) {
            Some(place) => Cond::InList(Box::new(self.expression(left)), ListId(place)),
            None => Cond::Unresolved(name),
        }
    }

    fn is(&mut self, who: Who, name: &Name) -> Cond {
        let symbol = self.sym(name);
        if let Some(standing) = self.program.standings.get(&symbol) {
            return Cond::Is(who, *standing);
        }
        if let Some(place) = self.charter.thresholds().position(|(_, threshold)| threshold.name == *name) {
            return u16::try_from(place).map_or(Cond::Unresolved(symbol), |place| Cond::Threshold(ThresholdId(place)));
        }
        if self.program.facts.contains_key(&symbol) { Cond::YesNo(who, symbol) } else { Cond::Unresolved(symbol) }
    }

    fn missed(&mut self, missed: &MissedDuties) -> Cond {
        let name = self.sym(&missed.duty);
        let Some(duty) = self.duty_place(&missed.duty) else { return Cond::Unresolved(name) };
        let each_after = missed.each_after.as_ref().map(|occurrence| Box::new(self.occurrence(occurrence)));
        let in_one = missed.in_one.as_ref().and_then(|period| self.period(period));
        Cond::Missed(MissedIr { count: missed.count, duty, consecutive: missed.consecutive, in_one, each_after })
    }

    fn window(&mut self, window: Option<&Window>) -> Option<WindowIr> {
        match window? {
            Window::Last(span) => Some(WindowIr::Last(*span)),
            Window::This(period) => self.period(period).map(WindowIr::This),
        }
    }

    pub(super) fn duty_place(&self, name: &Name) -> Option<DutyId> {
        let place = self.charter.duties().position(|(_, duty)| duty.name == *name)?;
        u16::try_from(place).ok().map(DutyId)
    }

    pub(super) fn table_place(&self, name: &Name) -> Option<TableId> {
        let place = self.charter.tables().position(|(_, table)| table.name == *name)?;
        u16::try_from(place).ok().map(TableId)
    }

    pub(super) fn decision_place(&self, name: &Name) -> Option<DecisionId> {
        let place = self.charter.decisions().position(|(_, decision)| decision.name == *name)?;
        u16::try_from(place).ok().map(DecisionId)
    }

    pub(super) fn meeting_place(&self, name: &Name) -> Option<MeetingId> {
        let place = self.charter.meetings().position(|(_, meeting)| meeting.name == *name)?;
        u16::try_from(place).ok().map(MeetingId)
    }

    pub(super) fn body_place(&self, name: &Name) -> Option<BodyId> {
        let place = self.charter.bodies().position(|(_, body)| body.name == *name)?;
        u16::try_from(place).ok().map(BodyId)
    }

    pub(super) fn class_place(&self, name: &Name) -> Option<ClassId> {
        let place = self.charter.classes().position(|(_, class)| class.name == *name)?;
        u16::try_from(place).ok().map(ClassId)
    }

    pub(super) fn expression(&mut self, expression: &Expression) -> Expr {
        match expression {
            Expression::Number(number) => Expr::Number(*number),
            Expression::Money(money) => Expr::Money(*money),
            Expression::Date(date) => Expr::Date(*date),
            Expression::Name(who, name) => self.name(*who, name),
            Expression::Set(set) => Expr::Set(self.set(set)),
            Expression::Distinct(fact, set) => {
                let fact = self.sym(fact);
                Expr::Distinct(fact, self.set(set))
            }
            Expression::Heads(set) => Expr::Heads(self.set(set)),
            Expression::Count(occurrence, window) => {
                let occ = self.occurrence(occurrence);
                Expr::Count(Box::new(occ), self.window(window.as_ref()))
            }
            Expression::Sum(field, occurrence, window) => {
                let field = self.sym(field);
                let occ = self.occurrence(occurrence);
                Expr::Sum(field, Box::new(occ), self.window(window.as_ref()))
            }
            Expression::Portion(portion, base) => {
                Expr::Portion(portion.share, portion.rounded_down, portion.plus, Box::new(self.expression(base)))
            }
            Expression::Arithmetic(left, operator, right) => {
                Expr::Arithmetic(Box::new(self.expression(left)), *operator, Box::new(self.expression(right)))
            }
        }
    }

    /// A bare name: a fact, a field of the act at hand, a class (its number), or a word of a list.
    fn name(&mut self, who: Who, name: &Name) -> Expr {
        let symbol = self.sym(name);
        if self.program.facts.contains_key(&symbol) || self.is_field(name) {
            return Expr::Fact(who, symbol);
        }
        if matches!(self.program.standings.get(&symbol), Some(Standing::Class(_))) || self.body_place(name).is_some() {
            let set = SetExpression { of: name.clone(), or: Vec::new(), with: None, only: None, at_opening: false };
            return Expr::Set(self.set(&set));
        }
        if self.program.lists.iter().any(|(_, items)| items.contains(&symbol)) {
            return Expr::Word(symbol);
        }
        let alias = self.charter.lists().find_map(|(_, list)| self.charter.list_item(list, name.as_str()));
        match alias {
            Some(item) => Expr::Word(self.symbols.intern(item.as_str())),
            None => Expr::Unresolved(symbol),
        }
    }

    fn is_field(&self, name: &Name) -> bool {
        self.charter.acts().any(|(_, act)| act.fields.iter().any(|field| field.name == *name))
    }

    pub(super) fn set(&mut self, set: &SetExpression) -> SetIr {
        let name = self.sym(&set.of);
        let of = match set.of.as_str() {
            "yes" => SetRef::Yes,
            "no" => SetRef::No,
            "abstain" => SetRef::Abstain,
            "cast" => SetRef::Cast,
            "returned" => SetRef::Returned,
            "present" => SetRef::Present,
            "roll" => SetRef::Roll,
            "voting-seats" => SetRef::VotingSeats,
            "filled-seats" => SetRef::FilledSeats,
            _ => match (self.program.standings.get(&name), self.body_place(&set.of)) {
                (Some(Standing::Class(class)), _) => SetRef::Class(*class),
                (_, Some(body)) => SetRef::SeatsOf(body),
                _ => SetRef::Unresolved,
            },
        };
        let with = set.with.as_ref().map(|right| self.right(right));
        let only = set.only.as_ref().map(|only| Box::new(self.condition(only)));
        let or = set.or.iter().filter_map(|class| self.class_place(class)).collect();
        SetIr { of, or, name, with, only, at_opening: set.at_opening }
    }

    pub(super) fn occurrence(&mut self, occurrence: &Occurrence) -> Occ {
        let (what, name) = self.happening(&occurrence.what);
        let by = occurrence.by.as_ref().map(|party| self.party(party));
        let only = occurrence.only.as_ref().map(|only| Box::new(self.condition(only)));
        Occ { what, name, offset: occurrence.offset, by, period: occurrence.period, only }
    }

    fn happening(&mut self, happening: &Happening) -> (Hap, crate::symbols::Sym) {
        match happening {
            Happening::Named(name) => {
                let symbol = self.sym(name);
                (self.act_happening(name), symbol)
            }
            Happening::Missed(name) => {
                let symbol = self.sym(name);
                (self.duty_place(name).map_or(Hap::Unresolved, Hap::Missed), symbol)
            }
            Happening::Settled(name) => {
                let symbol = self.sym(name);
                (self.table_place(name).map_or(Hap::Unresolved, Hap::Settled), symbol)
            }
            Happening::Carried(name) => {
                let symbol = self.sym(name);
                (self.decision_place(name).map_or(Hap::Unresolved, Hap::Carried), symbol)
            }
            Happening::NotCarried(name) => {
                let symbol = self.sym(name);
                (self.decision_place(name).map_or(Hap::Unresolved, Hap::NotCarried), symbol)
            }
            Happening::Opening(meeting) => {
                let symbol = self.optional(meeting.as_ref());
                (Hap::Opening(meeting.as_ref().and_then(|name| self.meeting_place(name))), symbol)
            }
            Happening::Closing(meeting) => {
                let symbol = self.optional(meeting.as_ref());
                (Hap::Closing(meeting.as_ref().and_then(|name| self.meeting_place(name))), symbol)
            }
            Happening::Joining => (Hap::Joining, self.symbols.intern("joining")),
        }
    }

    fn act_happening(&self, name: &Name) -> Hap {
        if let Some(act) = self.charter.act(name.as_str()) {
            return Hap::Act(self.subject_of(act));
        }
        match charter::platform::act(name.as_str()) {
            Some(act) if act.about.is_some() => Hap::Act(SubjectIn::About),
            Some(_) => Hap::Act(SubjectIn::Nobody),
            None if name == "complete" => Hap::Complete,
            None => Hap::Unresolved,
        }
    }

    /// An act is an act of what it is about; without that, of its actor, unless that is an office or body.
    pub(super) fn subject_of(&self, act: &ActDecl) -> SubjectIn {
        if act.about.is_some() {
            return SubjectIn::About;
        }
        let names_party =
            |name: &Name| self.charter.office(name.as_str()).is_some() || self.charter.body(name.as_str()).is_some();
        if act.by.any_of.iter().all(names_party) { SubjectIn::Nobody } else { SubjectIn::By }
    }

    pub(super) fn when(&mut self, when: &When) -> WhenIr {
        match when {
            When::DayOfPeriod(day, month) => WhenIr::DayOfPeriod(*day, *month),
            When::EndOfPeriod => WhenIr::EndOfPeriod,
            When::After { span, from, clear } => WhenIr::After {
                span: *span,
                from: from.as_ref().map(|from| Box::new(self.occurrence(from))),
                clear: *clear,
            },
            When::Before { span, of, clear } => {
                WhenIr::Before { span: *span, of: Box::new(self.occurrence(of)), clear: *clear }
            }
            When::On(date) => WhenIr::On(*date),
        }
    }

    pub(super) fn extent(&mut self, extent: &Extent) -> ExtentIr {
        match extent {
            Extent::While(condition) => ExtentIr::While(self.condition(condition)),
            Extent::Once(condition) => ExtentIr::Once(self.condition(condition)),
            Extent::Always => ExtentIr::Always,
            Extent::Between { from, until } => {
                let from = self.lines(from, Self::occurrence);
                let until = self.lines(until, |compiler, until| match until {
                    Until::Occurrence(occurrence) => UntilIr::Occ(compiler.occurrence(occurrence)),
                    Until::Span(span) => UntilIr::Span(*span),
                });
                ExtentIr::Between { from, until }
            }
        }
    }
}
