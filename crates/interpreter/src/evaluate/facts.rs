//! Facts of organisations, as acts state them.

use kernel::{Date, Period, PeriodKind};

use super::{Env, Evaluator, NeedOf};
use crate::index::{ActRow, Field};
use crate::program::*;
use crate::symbols::Sym;

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The newest statement of a fact on a date; for a fact per period, of any period.
    pub(crate) fn fact(&mut self, who: Sym, fact: Sym, on: Date) -> Option<(Field, &'a ActRow)> {
        self.statement(who, fact, on, |_, _| true)
    }

    /// The newest statement of a fact for one period.
    pub(crate) fn fact_for(
        &mut self,
        who: Sym,
        fact: Sym,
        kind: PeriodKind,
        period: Period,
        on: Date,
    ) -> Option<(Field, &'a ActRow)> {
        self.statement(who, fact, on, |act, source| {
            let stated = match act.field(source.period_field) {
                Some(Field::Period(stated)) => Some(stated),
                _ => kind.containing(act.on).map(|now| kind.previous(now)),
            };
            stated == Some(period)
        })
    }

    fn statement(
        &mut self,
        who: Sym,
        fact: Sym,
        on: Date,
        wanted: impl Fn(&ActRow, &FactSource) -> bool,
    ) -> Option<(Field, &'a ActRow)> {
        let program = self.world.program;
        let mut newest: Option<(Field, &'a ActRow)> = None;
        for source in program.fact_sources.get(&fact).map_or(&[][..], |sources| sources) {
            let acts = match source.subject {
                SubjectIn::By => self.world.view.by(who, source.act),
                SubjectIn::About => self.world.view.about(who, source.act),
                SubjectIn::Nobody => continue,
            };
            for act in acts {
                let Some(value) = act.field(fact).filter(|_| wanted(act, source)) else { continue };
                if act.on > on {
                    self.until(on, act.on);
                } else if newest.is_none_or(|(_, before)| (before.on, before.place) <= (act.on, act.place)) {
                    newest = Some((value, act));
                }
            }
        }
        newest
    }

    /// The day on which a fact, role or document of somebody came to be on file, from a day on.
    pub(crate) fn on_file_since(&mut self, who: Sym, name: Sym, from: Date, on: Date) -> Option<Date> {
        let program = self.world.program;
        let mut first: Option<Date> = None;
        for act in program.acts.values() {
            if !act.fields.contains(&name) && !act.documents.contains(&name) {
                continue;
            }
            let rows = match act.subject {
                SubjectIn::By => self.world.view.by(who, act.name),
                SubjectIn::About => self.world.view.about(who, act.name),
                SubjectIn::Nobody => continue,
            };
            for row in rows {
                let there = row.field(name).is_some() || row.present.contains(&name);
                let counts = there && (row.on >= from || act.fields.contains(&name));
                if counts && row.on > on {
                    self.until(on, row.on);
                } else if counts {
                    let since = row.on.max(from);
                    first = Some(first.map_or(since, |first| first.min(since)));
                }
            }
        }
        first
    }

    /// The value of a fact, or of a field of the act at hand, for whoever is meant.
    pub(super) fn fact_or_field(&mut self, who: charter_syntax::ast::Who, name: Sym, env: Env<'a>) -> Option<Field> {
        use charter_syntax::ast::Who;
        if let (Who::Subject, Some(value)) = (who, env.act.and_then(|act| act.field(name))) {
            return Some(value);
        }
        let somebody = self.whom(who, env);
        let found = self.fact(somebody, name, env.on).map(|(value, _)| value);
        if found.is_none() {
            self.need(NeedOf::Fact(name, somebody));
        }
        found
    }
}
