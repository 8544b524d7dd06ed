//! Second pass: the declarations themselves.

use charter_syntax::ast::*;
use kernel::{Ratio, Span};
use smallvec::SmallVec;

use super::{Compiler, numbered};
use crate::program::*;
use crate::symbols::Sym;

impl Compiler<'_> {
    pub(super) fn parts(&mut self) {
        let header = &self.charter.header;
        self.program.month_end = self.copied(&header.month_end);
        self.program.first_day = self.copied(&header.first_day);
        self.acts();
        self.classes();
        self.rules();
        self.tables();
        self.decisions();
        self.procedures();
        self.bodies();
        self.meetings();
        self.notices();
    }

    fn acts(&mut self) {
        let declared: Vec<_> = self.charter.acts().map(|(d, act)| (Some(d.clause.clone()), act.clone())).collect();
        let platform = charter::platform::acts().into_iter().map(|act| (None, act));
        for (clause, act) in declared.into_iter().chain(platform) {
            let name = self.sym(&act.name);
            if self.program.acts.contains_key(&name) {
                continue;
            }
            let is_declared = clause.is_some();
            let clause = self.clause(&clause.unwrap_or_else(charter_syntax::ClauseLabel::preamble));
            let period_field = act.fields.iter().find_map(|field| match &field.ty {
                Type::Named(ty) => self.charter.period(ty.as_str()).map(|kind| (field.name.clone(), kind)),
                _ => None,
            });
            let compiled = Act {
                name,
                clause,
                by: self.party(&act.by),
                by_name: self.party_name(&act.by),
                subject: if is_declared {
                    self.subject_of(&act)
                } else if act.about.is_some() {
                    SubjectIn::About
                } else {
                    SubjectIn::Nobody
                },
                only_where: self.lines(&act.only_where, Self::condition),
                period_field: period_field.map(|(name, kind)| (self.sym(&name), kind)),
                fulfils: self.fulfils(&act.name),
                declared: is_declared,
                fields: act.fields.iter().map(|f| self.sym(&f.name)).chain(std::iter::empty()).collect(),
                required: act
                    .fields
                    .iter()
                    .filter(|f| !f.optional)
                    .map(|f| self.symbols.intern(f.name.as_str()))
                    .collect(),
                documents: act.documents.iter().map(|d| self.sym(&d.name)).collect(),
            };
            self.program.acts.insert(name, compiled);
        }
        for (_, act) in self.charter.acts() {
            let name = self.sym(&act.name);
            let with = self.syms(&act.with);
            let subject = self.subject_of(act);
            for (fact, stated) in act.with.iter().zip(&with) {
                let period_field = self.symbols.intern(&format!("{fact}-for"));
                let sources = self.program.fact_sources.entry(*stated).or_default();
                sources.push(FactSource { act: name, subject, period_field });
            }
            if let Some(compiled) = self.program.acts.get_mut(&name) {
                compiled.fields.extend(with);
            }
        }
    }

    /// The duty per period that an act fulfils and that says until when it can be made good.
    fn fulfils(&self, act: &Name) -> Option<DutyId> {
        let done_by = |duty: &DutyDecl| {
            duty.done_by.iter().any(|line| matches!(&line.is.by.what, Happening::Named(name) if name == act))
        };
        let place = self.charter.duties().position(|(_, duty)| {
            let per_period = matches!(&duty.per, Per::Period(name) if self.period(name).is_some());
            per_period && !duty.late_until.is_empty() && done_by(duty)
        });
        place.and_then(|place| u16::try_from(place).ok()).map(DutyId)
    }

    fn classes(&mut self) {
        let charter = self.charter;
        for (_, (declaration, class)) in numbered(charter.classes()) {
            let compiled = Class {
                name: self.sym(&class.name),
                clause: self.clause(&declaration.clause),
                begins: self.lines(&class.begins, Self::occurrence),
                ends: self.lines(&class.ends, Self::occurrence),
                eligible: self.lines(&class.eligible, Self::condition),
                ended_by: Vec::new(),
                entered_by: Vec::new(),
                excludes: self.excluded_by(class),
            };
            self.program.classes.push(compiled);
        }
        for (place, (declaration, status)) in numbered(charter.statuses()) {
            let of = self.class_place(&status.of).unwrap_or(ClassId(u16::MAX));
            let compiled = Status {
                name: self.sym(&status.name),
                clause: self.clause(&declaration.clause),
                of,
                extent: self.extent(&status.extent),
                ends_membership: status.ends_membership,
            };
            self.program.statuses.push(compiled);
            if let (true, Some(class)) = (status.ends_membership, self.program.classes.get_mut(usize::from(of.0))) {
                class.ended_by.push(StatusId(place));
            }
        }
    }

    /// Classes exclude each other unless one says `together with` the other.
    fn excluded_by(&self, class: &ClassDecl) -> Vec<ClassId> {
        let together =
            |other: &ClassDecl| class.together_with.contains(&other.name) || other.together_with.contains(&class.name);
        let others =
            numbered(self.charter.classes()).filter(|(_, (_, other))| other.name != class.name && !together(other));
        others.map(|(place, _)| ClassId(place)).collect()
    }

    fn rules(&mut self) {
        let charter = self.charter;
        for (declaration, right) in charter.rights() {
            let grant = Grant {
                rights: self.rights(&right.rights),
                to: self.party(&right.to),
                to_name: self.party_name(&right.to),
                only: right.only.as_ref().map(|only| self.condition(only)),
                under: self.guards(&right.under),
                clause: self.clause(&declaration.clause),
            };
            self.program.grants.push(grant);
        }
        for (declaration, lose) in charter.losses() {
            let loss = Loss {
                rights: self.rights(&lose.rights),
                of: self.party(&lose.of),
                extent: self.extent(&lose.extent),
                under: self.guards(&lose.under),
                clause: self.clause(&declaration.clause),
            };
            self.program.losses.push(loss);
        }
        for (declaration, keep) in charter.keeps() {
            let compiled = KeepIr {
                rights: self.rights(&keep.rights),
                of: self.party(&keep.of),
                despite: keep.despite.clone(),
                only: keep.only.as_ref().map(|only| self.condition(only)),
                under: self.guards(&keep.under),
                clause: self.clause(&declaration.clause),
            };
            self.program.keeps.push(compiled);
        }
        for (declaration, duty) in charter.duties() {
            let compiled = Duty {
                name: self.sym(&duty.name),
                clause: self.clause(&declaration.clause),
                cites: declaration.cites.iter().map(|label| self.clause(label)).collect(),
                of: self.party(&duty.of),
                per: self.per(&duty.per),
                done_by: self.lines(&duty.done_by, |compiler, fulfilment| FulfilmentIr {
                    by: compiler.occurrence(&fulfilment.by),
                    and: fulfilment.and.as_ref().map(|and| compiler.condition(and)),
                }),
                due: self.lines(&duty.due, Self::when),
                late_until: self.lines(&duty.late_until, Self::when),
                first: self.copied(&duty.first),
            };
            self.program.duties.push(compiled);
        }
        for (declaration, definition) in charter.definitions() {
            let compiled = Definition {
                name: self.sym(&definition.name),
                clause: self.clause(&declaration.clause),
                means: self.lines(&definition.means, Self::condition),
            };
            self.program.definitions.push(compiled);
        }
        for (declaration, finding) in charter.findings() {
            let compiled = Finding {
                name: self.sym(&finding.name),
                clause: self.clause(&declaration.clause),
                by: self.party(&finding.by),
                by_name: self.party_name(&finding.by),
                also_where: self.lines(&finding.also_where, Self::condition),
            };
            self.program.findings.push(compiled);
        }
        for (declaration, threshold) in charter.thresholds() {
            let name = self.sym(&threshold.name);
            let clause = self.clause(&declaration.clause);
            let needs = self.condition(&threshold.needs);
            self.program.thresholds.push((name, clause, needs));
        }
    }

    /// A period of this name, or else each act of this name.
    fn per(&mut self, per: &Per) -> PerIr {
        match per {
            Per::Period(name) => match self.period(name) {
                Some(kind) => PerIr::Period(kind),
                None => {
                    let what = Happening::Named(name.clone());
                    let act = Occurrence { what, offset: None, by: None, period: None, only: None };
                    PerIr::Occ(self.occurrence(&act))
                }
            },
            Per::Occurrence(occurrence) => PerIr::Occ(self.occurrence(occurrence)),
            Per::While(condition) => PerIr::While(self.condition(condition)),
        }
    }

    fn tables(&mut self) {
        for (declaration, table) in self.charter.tables() {
            let compiled = Table {
                name: self.sym(&table.name),
                clause: self.clause(&declaration.clause),
                of: self.party(&table.of),
                scope: self.optional(table.at_scope.as_ref()),
                per: table.per.as_ref().and_then(|per| self.period(per)),
                weighs: table.ty == Type::Votes,
                money: matches!(table.ty, Type::Money(_)),
                by: self.lines(&table.by, |compiler, axis| {
                    let fact = compiler.sym(&axis.fact);
                    AxisIr { fact, of: axis.of, per: compiler.program.facts.get(&fact).copied().flatten() }
                }),
                rows: self.lines(&table.rows, Self::row),
                cap: table.cap.map(amount),
                floor: table.floor.map(amount),
                due: self.lines(&table.due, Self::when),
                first: self.copied(&table.first),
            };
            self.program.tables.push(compiled);
        }
    }

    fn row(&mut self, row: &Row) -> RowIr {
        let end = |end: &Option<End>| end.map(|end| (limit(end.value), end.owned));
        let band = match &row.band {
            Band::Range { from, to } => BandIr::Range { from: end(from), to: end(to) },
            Band::At(value) => BandIr::At(limit(*value)),
            Band::Where(condition) => BandIr::Where(self.condition(condition)),
            Band::Otherwise => BandIr::Otherwise,
        };
        let text = row.band.to_string();
        let value = RowValueIr {
            base: amount(row.value.base),
            per_head: row.value.per_head,
            step: row.value.step.map(|step| (amount(step.add), limit(step.each), limit(step.above))),
        };
        RowIr { band, text: self.symbols.intern(&text), value }
    }

    fn decisions(&mut self) {
        for (declaration, decision) in self.charter.decisions() {
            let clause = self.clause(&declaration.clause);
            let of_body = decision.of.as_ref().and_then(|of| self.body_place(of));
            let compiled = Decision {
                name: self.sym(&decision.name),
                clause,
                of: self.optional(decision.of.as_ref()),
                of_body,
                of_meeting: decision.of.as_ref().and_then(|of| self.meeting_place(of)),
                roll: self.lines(&decision.roll, |compiler, roll| RollIr {
                    who: compiler.set(&roll.who),
                    fixed_when: roll.fixed_when.as_ref().map(|when| compiler.occurrence(when)),
                }),
                open: self.lines(&decision.open, |compiler, open| (open.span, compiler.occurrence(&open.from))),
                present: self
                    .lines(&decision.present, |compiler, present| (compiler.set(&present.who), present.remotely)),
                quorum: self.lines(&decision.quorum, |compiler, quorum| compiler.quorum(quorum, clause)),
                carried: self.lines(&decision.carried, |compiler, cases| {
                    let case = |case: &CarriedCase, compiler: &mut Self| {
                        let when = case.when.as_ref().map(|when| compiler.condition(when));
                        (when, compiler.condition(&case.needs))
                    };
                    cases.iter().map(|one| case(one, compiler)).collect()
                }),
                silence: self.copied(&decision.silence),
                tie: self.lines(&decision.tie, |compiler, tie| match tie {
                    Tie::NotCarried => TieIr::NotCarried,
                    Tie::CastingVote(of) => TieIr::CastingVote(compiler.sym(of)),
                    Tie::Lot => TieIr::Lot,
                    Tie::AnotherVote => TieIr::AnotherVote,
                }),
                weight: decision.weight.as_ref().and_then(|table| self.table_place(table)),
                vote: self.lines(&decision.vote, |_, terms| terms.clone()),
                proxies: self.copied(&decision.proxies),
                elect: self.lines(&decision.elect, |_, election| election.clone()),
                follows_new_version: self.charter.transitions().any(|(_, t)| t.of == decision.name && t.follows),
            };
            self.program.decisions.push(compiled);
        }
    }

    fn quorum(&mut self, quorum: &Quorum, clause: ClauseId) -> QuorumIr {
        QuorumIr { needs: self.condition(&quorum.needs), when: quorum.when, clause }
    }

    fn procedures(&mut self) {
        let charter = self.charter;
        for (declaration, procedure) in charter.procedures() {
            let clause = self.clause(&declaration.clause);
            let whole = charter.followed(procedure);
            let compiled = Procedure {
                name: self.sym(&procedure.name),
                clause,
                begins: self.lines(&whole.begins, Self::occurrence),
                needs: self.lines(&whole.needs, Self::need),
                then: self.lines(&whole.then, |compiler, step| {
                    let act = compiler.sym(&step.act);
                    let by = compiler.program.acts.get(&act).map_or(Sym::NONE, |act| act.by_name);
                    (act, step.within.as_ref().map(|within| compiler.when(within)), by)
                }),
                windows: self.lines(&whole.windows, |compiler, window| StepWindowIr {
                    name: compiler.sym(&window.name),
                    act: compiler.sym(&window.act),
                    closes: compiler.when(&window.closes),
                }),
                objections: self.lines(&whole.objections, |compiler, objection| ObjectionIr {
                    act: compiler.sym(&objection.act),
                    until: compiler.sym(&objection.until),
                    then: objection
                        .then
                        .iter()
                        .map(|act| {
                            let act = compiler.sym(act);
                            (act, compiler.program.acts.get(&act).map_or(Sym::NONE, |act| act.by_name))
                        })
                        .collect(),
                }),
                decides: self.lines(&whole.decides, |compiler, step| DecideIr {
                    decision: compiler.decision_place(&step.decision).unwrap_or(DecisionId(u16::MAX)),
                    not_before: step.not_before.as_ref().map(|window| compiler.sym(window)),
                    at_next_meeting: step.at_next_meeting,
                    by: step.by.as_ref().map(|by| compiler.when(by)),
                }),
                overdue: self.copied(&whole.overdue),
                outcomes: self.lines(&whole.outcomes, |compiler, outcome| OutcomeIr {
                    carried: outcome.carried,
                    becomes: compiler.sym(&outcome.becomes),
                    from: outcome.from,
                }),
                follows_new_version: charter.transitions().any(|(_, t)| t.of == procedure.name && t.follows),
            };
            self.program.procedures.push(compiled);
        }
        self.entered_by();
    }

    fn entered_by(&mut self) {
        for (place, procedure) in numbered(self.program.procedures.iter()) {
            for outcome in procedure.outcomes.iter().filter(|outcome| outcome.is.carried) {
                let class = self.program.classes.iter_mut().find(|class| class.name == outcome.is.becomes);
                if let Some(class) = class {
                    class.entered_by.push(ProcedureId(place));
                }
            }
        }
    }

    fn need(&mut self, need: &Need) -> NeedIr {
        match need {
            Need::Documents(names) => NeedIr::Documents(self.syms(names)),
            Need::Facts(names) => NeedIr::Facts(self.syms(names)),
            Need::Condition(condition) => NeedIr::Condition(self.condition(condition)),
            Need::Acts(alternatives) => {
                let each = alternatives.iter().map(|needed| {
                    let only = needed.only_where.as_ref().map(|only| self.condition(only));
                    (only, needed.count, self.occurrence(&needed.of))
                });
                NeedIr::Acts(each.collect())
            }
        }
    }

    fn bodies(&mut self) {
        let charter = self.charter;
        for (declaration, body) in charter.bodies() {
            let clause = self.clause(&declaration.clause);
            let name = self.sym(&body.name);
            let mut compiled = Body {
                name,
                clause,
                seats: self.lines(&body.seats, |compiler, seat| compiler.seat(&body.name, seat)),
                term: self.lines(&body.term, Self::term),
                follows_new_version: charter.transitions().any(|(_, t)| t.of == body.name && t.follows),
                quorum: self.lines(&body.quorum, |compiler, quorum| compiler.quorum(quorum, clause)),
                limits: Vec::new(),
                vacancies: Vec::new(),
            };
            for (declaration, limit) in charter.limits().filter(|(_, limit)| limit.of == body.name) {
                let clause = self.clause(&declaration.clause);
                let lines = self.lines(&limit.limits, Self::limitation);
                compiled.limits.push((clause, lines));
            }
            for (declaration, vacancy) in charter.vacancies().filter(|(_, vacancy)| vacancy.of == body.name) {
                let clause = self.clause(&declaration.clause);
                let lines = self.lines(&vacancy.cases, Self::vacancy_case);
                compiled.vacancies.push((clause, lines));
            }
            self.program.bodies.push(compiled);
        }
    }

    fn seat(&mut self, body: &Name, seat: &SeatDecl) -> SeatIr {
        let full = |compiler: &mut Self, name: &str| compiler.symbols.intern(&format!("{body}/{name}"));
        let names = match &seat.seats {
            Seats::OnePer(list) => {
                let items: Vec<_> = self.charter.list(list.as_str()).map_or(Vec::new(), |list| list.items.clone());
                items.iter().map(|item| full(self, item.name.as_str())).collect()
            }
            Seats::One(name) => vec![full(self, name.as_str())],
            Seats::Number(count) => (1..=*count).map(|number| full(self, &number.to_string())).collect(),
            Seats::Created(_) => Vec::new(),
        };
        SeatIr {
            names,
            created: matches!(seat.seats, Seats::Created(_)),
            voting: seat.voting,
            by_person: seat.held_by == Kind::Person,
        }
    }

    fn term(&mut self, term: &Term) -> TermIr {
        match term {
            Term::Span { span, cohorts } => {
                TermIr::Span(*span, cohorts.iter().map(|cohort| (self.sym(&cohort.name), cohort.from)).collect())
            }
            Term::WithSeatIn(body) => {
                self.body_place(body).map_or(TermIr::Span(Span::Days(0), Vec::new()), TermIr::WithSeatIn)
            }
            Term::UntilNext(meeting) => {
                self.meeting_place(meeting).map_or(TermIr::Span(Span::Days(0), Vec::new()), TermIr::UntilNext)
            }
        }
    }

    fn limitation(&mut self, limit: &Limitation) -> LimitIr {
        match limit {
            Limitation::Terms { at_most, consecutive, per } => {
                LimitIr::Terms { at_most: *at_most, consecutive: *consecutive, per_person: *per == Kind::Person }
            }
            Limitation::AgainAfter(span) => LimitIr::AgainAfter(*span),
            Limitation::PartTerms { count } => LimitIr::PartTerms(*count),
            Limitation::GapBreaks { any } => LimitIr::AnyGapBreaks(*any),
            Limitation::OneSeatPer(kind) => LimitIr::OneSeatPer(*kind == Kind::Person),
            Limitation::NotTogetherWith(name) => LimitIr::NotTogetherWith(self.sym(name)),
            Limitation::Share { at_most, fact } => LimitIr::Share(*at_most, self.sym(fact)),
        }
    }

    fn vacancy_case(&mut self, case: &VacancyCase) -> VacancyIr {
        let causes: SmallVec<[Sym; 2]> = case.causes.iter().map(|cause| self.symbols.intern(cause.as_str())).collect();
        let fillers = case.fillers.iter().map(|filler| FillerIr {
            by: match &filler.by {
                FilledBy::ItsOrganisation => Sym::NONE,
                FilledBy::Named(name) => self.sym(name),
            },
            within: filler.within,
            from: filler.from_class.as_ref().map_or(Sym::NONE, |name| self.sym(name)),
            same: filler.same.as_ref().map_or(Sym::NONE, |name| self.sym(name)),
            remaining_term: filler.remaining_term,
        });
        VacancyIr { causes, fillers: fillers.collect() }
    }

    fn meetings(&mut self) {
        for (declaration, meeting) in self.charter.meetings() {
            let clause = self.clause(&declaration.clause);
            let plan = |compiler: &mut Self, step: &BackPlanned| BackPlanIr {
                step: compiler.sym(&step.step),
                span: step.span,
                clear: step.clear,
                clause,
            };
            let compiled = Meeting {
                name: self.sym(&meeting.name),
                clause,
                called_by: meeting.called_by.iter().map(|name| self.party_ref(name)).collect(),
                called_by_name: self.any_of_name(&meeting.called_by),
                at_least_every: self
                    .lines(&meeting.at_least_every, |_, interval| (interval.span, interval.from_closing)),
                before: self.lines(&meeting.before, plan),
                after: self.lines(&meeting.after, plan),
            };
            self.program.meetings.push(compiled);
        }
    }

    fn notices(&mut self) {
        for (declaration, notice) in self.charter.notices() {
            let compiled = NoticeIr {
                name: self.sym(&notice.name),
                clause: self.clause(&declaration.clause),
                by_name: self.party_name(&notice.by),
                to: self.party(&notice.to),
                to_every: notice.to_every,
                when: notice.when.as_ref().map(|when| self.occurrence(when)),
                within: notice.within,
            };
            self.program.notices.push(compiled);
        }
        for (declaration, delegation) in self.charter.delegations() {
            let compiled = DelegationIr {
                name: self.sym(&delegation.name),
                clause: self.clause(&declaration.clause),
                from: self.sym(&delegation.from),
                to: self.sym(&delegation.to),
                except: self.lines(&delegation.except, |compiler, matters| compiler.syms(matters)),
            };
            self.program.delegations.push(compiled);
        }
    }
}

/// A boundary in one unit: minor units for money.
fn limit(value: Limit) -> Ratio {
    match value {
        Limit::Number(number) => number,
        Limit::Money(money) => Ratio::whole(money.minor()).unwrap_or(Ratio::ZERO),
    }
}

fn amount(value: Limit) -> Amount {
    match value {
        Limit::Number(number) => Amount::Number(number),
        Limit::Money(money) => Amount::Money(money),
    }
}
