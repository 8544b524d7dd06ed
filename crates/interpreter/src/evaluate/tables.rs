//! Tables: fees, weights and numbers by bands; what is owed and what is settled.

use charter::Reason;
use charter_syntax::ast::{AxisPeriod, FirstPeriod};
use kernel::{Date, Money, Period, PeriodKind, Ratio};

use super::{Env, Evaluator, NeedOf, Tri, words};
use crate::index::{ActRow, Field};
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

/// What a table says for somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TableValue {
    /// This.
    Is(Amount),
    /// Nothing: the table is not about this subject, or not yet.
    Nothing,
    /// Not known; the need has been noted.
    Unknown,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The value of a table for somebody, in a period where it has them. Reasons are kept.
    pub(crate) fn table_value(&mut self, id: TableId, who: Sym, period: Option<Period>, on: Date) -> TableValue {
        let program = self.world.program;
        let Some(table) = program.table(id) else { return TableValue::Nothing };
        let judged = self.judged_on(table, period, on);
        let mark = self.mark();
        match self.meets(who, &table.of, judged) {
            Tri::No => return TableValue::Nothing,
            Tri::Unknown => return TableValue::Unknown,
            Tri::Yes => {}
        }
        if let (Some(kind), Some(period)) = (table.per, period)
            && self.before_first(table, kind, who, period, judged)
        {
            return TableValue::Nothing;
        }
        let env = Env { period, ..Env::of(who, on) };
        let value = self.row_of(table, who, period, env);
        let (reason, text, shown) = match value {
            Ok(Some((row, amount))) => (Reason::Row, row.text, show(amount)),
            Ok(None) => (Reason::NoRow, Sym::NONE, Arg::None),
            Err(()) => return TableValue::Unknown,
        };
        self.above(mark, reason, Some(table.clause), [Arg::Name(table.name), Arg::Name(text), shown, Arg::None]);
        value.ok().flatten().map_or(TableValue::Nothing, |(_, amount)| TableValue::Is(amount))
    }

    /// The day on which membership matters: the due day of a past period, else the day asked about.
    fn judged_on(&mut self, table: &'a Table, period: Option<Period>, on: Date) -> Date {
        let due = self.fee_due(table, period);
        due.map_or(on, |due| due.min(on))
    }

    /// The last day on which a fee is in time.
    pub(crate) fn fee_due(&mut self, table: &'a Table, period: Option<Period>) -> Option<Date> {
        let (kind, period) = (table.per?, period?);
        let start = kind.start(period)?;
        let env = Env { start, period: Some(period), ..Env::of(Sym::NONE, start) };
        match self.line(&table.due) {
            Ok(Some(when)) => self.when(when, Some((kind, period)), env),
            _ => None,
        }
    }

    fn before_first(&mut self, table: &'a Table, kind: PeriodKind, who: Sym, period: Period, on: Date) -> bool {
        let Ok(Some(first)) = self.line(&table.first) else { return false };
        let mut joined = None;
        for party in &table.of {
            if let PartyRef::Standing(Standing::Class(class)) = party {
                joined = joined.or(self.member(who, *class, on).map(|spell| spell.from));
            }
        }
        let Some(joining) = joined.and_then(|joined| kind.containing(joined)) else { return false };
        match first {
            FirstPeriod::OfJoining => period < joining,
            FirstPeriod::AfterJoining => period <= joining,
        }
    }

    /// The row that applies: an `at` or `where` row before any range, `otherwise` last.
    fn row_of(
        &mut self,
        table: &'a Table,
        who: Sym,
        period: Option<Period>,
        env: Env<'a>,
    ) -> Result<Option<(&'a RowIr, Amount)>, ()> {
        for line in &table.rows {
            if let BandIr::Where(condition) = &line.is.band
                && self.active(&line.under).map_err(|_| ())?
            {
                match self.condition(condition, env) {
                    Tri::Yes => {
                        return self.row_amount(table, &line.is, Ratio::ZERO).map(|amount| Some((&line.is, amount)));
                    }
                    Tri::Unknown => return Err(()),
                    Tri::No => {}
                }
            }
        }
        if table.by.is_empty() {
            return self.otherwise(table, Ratio::ZERO);
        }
        let axis = self.line(&table.by).map_err(|_| ())?.ok_or(())?;
        let position = self.axis_value(table, axis, who, period, env)?;
        for exact in [true, false] {
            for line in &table.rows {
                if matches!(line.is.band, BandIr::At(_)) == exact
                    && in_band(&line.is.band, position)
                    && self.active(&line.under).map_err(|_| ())?
                {
                    return self.row_amount(table, &line.is, position).map(|amount| Some((&line.is, amount)));
                }
            }
        }
        self.otherwise(table, position)
    }

    fn otherwise(&mut self, table: &'a Table, position: Ratio) -> Result<Option<(&'a RowIr, Amount)>, ()> {
        for line in &table.rows {
            if matches!(line.is.band, BandIr::Otherwise) && self.active(&line.under).map_err(|_| ())? {
                return self.row_amount(table, &line.is, position).map(|amount| Some((&line.is, amount)));
            }
        }
        Ok(None)
    }

    fn row_amount(&mut self, table: &Table, row: &RowIr, position: Ratio) -> Result<Amount, ()> {
        row_amount(table, row, position).ok_or(())
    }

    /// Where somebody stands on a table's axis, in minor units for money.
    fn axis_value(
        &mut self,
        table: &'a Table,
        axis: &AxisIr,
        who: Sym,
        period: Option<Period>,
        env: Env<'a>,
    ) -> Result<Ratio, ()> {
        let stated = match (axis.of, axis.per) {
            (AxisPeriod::Current, _) | (_, None) => self.fact(who, axis.fact, env.on),
            (of, Some(kind)) => {
                let start = table.per.zip(period).and_then(|(per, period)| per.start(period)).unwrap_or(env.on);
                let same = kind.containing(start).ok_or(())?;
                let wanted = if of == AxisPeriod::Last { kind.previous(same) } else { same };
                self.fact_for(who, axis.fact, kind, wanted, env.on)
            }
        };
        match stated {
            Some((Field::Number(number), act)) => {
                self.note_act(Reason::Fact, None, act.id, words!(who, axis.fact, number));
                Ok(number)
            }
            Some((Field::Money(money), act)) => {
                self.note_act(
                    Reason::Fact,
                    None,
                    act.id,
                    [Arg::Name(who), Arg::Name(axis.fact), Arg::Money(money), Arg::None],
                );
                Ratio::whole(money.minor()).map_err(|_| ())
            }
            _ => {
                self.need(NeedOf::Fact(axis.fact, who));
                self.note(Reason::FactMissing, Some(table.clause), words!(who, axis.fact));
                Err(())
            }
        }
    }

    /// Whether a fee is settled: for the last closed period, or for every closed one.
    pub(super) fn settled(&mut self, id: TableId, last_closed: bool, env: Env<'a>) -> Tri {
        let program = self.world.program;
        let Some(table) = program.table(id) else { return Tri::Unknown };
        let Some(kind) = table.per else {
            let paid = self.settlement(id, env.subject, None, env.on).is_some();
            return self.say_settled(table, Arg::None, Date::MAX, paid);
        };
        if let Some(period) = env.period {
            // Inside a duty's line the fee of the duty's own period is meant.
            let due = self.fee_due(table, Some(period)).unwrap_or(Date::MAX);
            let paid = self.settlement(id, env.subject, Some(period), env.on).is_some();
            return self.say_settled(table, Arg::Period(kind, period), due, paid);
        }
        let mut periods = self.owed_periods(table, kind, env.subject, env.on);
        if last_closed {
            let from = periods.len().saturating_sub(1);
            periods.drain(..from);
        }
        let mark = self.mark();
        for (period, due) in periods {
            if self.settlement(id, env.subject, Some(period), env.on).is_none() {
                self.forget(mark);
                return self.say_settled(table, Arg::Period(kind, period), due, false);
            }
            self.say_settled(table, Arg::Period(kind, period), due, true);
        }
        Tri::Yes
    }

    fn say_settled(&mut self, table: &Table, of: Arg, due: Date, settled: bool) -> Tri {
        let reason = if settled { Reason::Settled } else { Reason::NotSettled };
        self.note(reason, Some(table.clause), [Arg::Name(table.name), of, Arg::Date(due), Arg::None]);
        Tri::from(settled)
    }

    /// Periods of a fee whose due day has passed while somebody owed it, oldest first.
    pub(crate) fn owed_periods(
        &mut self,
        table: &'a Table,
        kind: PeriodKind,
        who: Sym,
        on: Date,
    ) -> Vec<(Period, Date)> {
        let mut owed = Vec::new();
        let Some(mut period) = kind.containing(on) else { return owed };
        let in_force = self.world.program.from.unwrap_or(Date::MIN);
        loop {
            let due = self.fee_due(table, Some(period)).or_else(|| kind.end(period));
            let Some(due) = due.filter(|due| *due >= in_force) else { break };
            let member = self.silently(|e| e.meets(who, &table.of, due.min(on))) == Tri::Yes;
            if due < on && (!member || self.before_first(table, kind, who, period, due)) {
                break;
            }
            if due < on {
                owed.push((period, due));
            } else {
                self.until(on, due.next());
            }
            period = kind.previous(period);
        }
        owed.reverse();
        owed
    }

    /// The act that settled or waived a fee, unless it was reopened.
    pub(crate) fn settlement(&mut self, id: TableId, who: Sym, period: Option<Period>, on: Date) -> Option<&'a ActRow> {
        let (program, names) = (self.world.program, self.world.names);
        let table = program.table(id)?;
        let mut settled: Option<&'a ActRow> = None;
        let mut acts: Vec<&'a ActRow> = Vec::new();
        for kind in [names.settle_fee, names.waive_fee, names.reopen_fee] {
            acts.extend(self.world.view.about(who, kind));
        }
        acts.sort_by_key(|act| (act.on, act.place));
        for act in acts {
            if act.word(names.table) != Some(table.name) || !self.settles(act, table, period) {
                continue;
            }
            if act.on > on {
                self.until(on, act.on);
            } else {
                settled = if act.kind == names.reopen_fee { None } else { Some(act) };
            }
        }
        settled
    }

    fn settles(&self, act: &ActRow, table: &Table, period: Option<Period>) -> bool {
        let Some(period) = period else { return true };
        let stated = act.word(self.world.names.period).map(|name| self.symbols().name(name));
        stated.zip(table.per).and_then(|(text, kind)| kind.read(text)) == Some(period)
    }

    /// Days on which fees of a table were settled.
    pub(super) fn settled_days(&mut self, id: TableId, env: Env<'a>) -> super::occurrences::Found<'a> {
        let (program, names) = (self.world.program, self.world.names);
        let name = program.table(id).map_or(Sym::NONE, |table| table.name);
        let acts = self.world.view.about(env.subject, names.settle_fee);
        let of_table = acts.into_iter().filter(|act| act.word(names.table) == Some(name));
        let fits = |act: &&'a ActRow| {
            env.period.is_none() || program.table(id).is_some_and(|table| self.settles(act, table, env.period))
        };
        of_table.filter(fits).map(|act| (act.on, Some(act))).collect()
    }
}

fn show(amount: Amount) -> Arg {
    match amount {
        Amount::Number(number) => Arg::from(number),
        Amount::Money(money) => Arg::Money(money),
    }
}

fn in_band(band: &BandIr, position: Ratio) -> bool {
    match band {
        BandIr::At(value) => position == *value,
        BandIr::Range { from, to } => {
            let above = from.is_none_or(|(end, owned)| position > end || (owned && position == end));
            let below = to.is_none_or(|(end, owned)| position < end || (owned && position == end));
            above && below
        }
        BandIr::Where(_) | BandIr::Otherwise => false,
    }
}

fn row_amount(table: &Table, row: &RowIr, position: Ratio) -> Option<Amount> {
    let mut amount = row.value.base;
    if row.value.per_head {
        amount = scaled(amount, position)?;
    }
    if let Some((add, each, above)) = row.value.step {
        let beyond = position.minus(above).ok()?.over(each).ok()?.floor();
        let steps = beyond.max(Ratio::ZERO);
        amount = plus(amount, scaled(add, steps)?)?;
    }
    let capped = table.cap.filter(|cap| exceeds(amount, *cap)).unwrap_or(amount);
    Some(table.floor.filter(|floor| exceeds(*floor, capped)).unwrap_or(capped))
}

/// Whether one amount is more than another of its kind and currency.
fn exceeds(one: Amount, other: Amount) -> bool {
    match (one, other) {
        (Amount::Number(one), Amount::Number(other)) => one > other,
        (Amount::Money(one), Amount::Money(other)) => one.currency() == other.currency() && one.minor() > other.minor(),
        _ => false,
    }
}

/// An amount times a number; money must come out in whole minor units.
fn scaled(amount: Amount, by: Ratio) -> Option<Amount> {
    match amount {
        Amount::Number(number) => number.times(by).ok().map(Amount::Number),
        Amount::Money(money) => {
            let minor = Ratio::whole(money.minor()).ok()?.times(by).ok()?.to_whole()?;
            Some(Amount::Money(Money::of_minor(minor, money.currency())))
        }
    }
}

fn plus(one: Amount, other: Amount) -> Option<Amount> {
    match (one, other) {
        (Amount::Number(a), Amount::Number(b)) => a.plus(b).ok().map(Amount::Number),
        (Amount::Money(a), Amount::Money(b)) => a.plus(b).ok().map(Amount::Money),
        _ => None,
    }
}
