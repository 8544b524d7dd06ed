//! Tables: fees and weights.

use charter::{FieldValue, Value};
use charter_syntax::ast::{Axis, AxisPeriod, Band, End, FirstPeriod, Limit, Row, RowStep, RowValue, TableDecl, Type};
use kernel::{Date, Money, Period, PeriodKind, Ratio};

use crate::statuses::missing_fact;
use crate::truth::{Known, Trouble, Truth, both};
use crate::world::{Case, Timed, World};

impl<'a> World<'a> {
    /// The period that a table is per.
    pub fn period_kind(&self, table: &TableDecl) -> Known<PeriodKind> {
        let name = table.per.as_ref().ok_or(Trouble::OutOfScope)?;
        self.charter.period(name.as_str()).ok_or(Trouble::OutOfScope)
    }

    /// The day a fee is due; where no line says so, the last day of the period.
    pub fn fee_due(&self, table: &'a TableDecl, kind: PeriodKind, period: Period) -> Known<Date> {
        let start = kind.start(period).ok_or(Trouble::OutOfScope)?;
        let due = self.day_of(&table.due, start, Some((kind, period)))?;
        due.or(kind.end(period)).ok_or(Trouble::OutOfScope)
    }

    /// Whether a fee of a period was owed: one was a member on the due day, and it was not before the first period.
    pub fn is_owed(&self, table: &'a TableDecl, kind: PeriodKind, period: Period, who: &'a str) -> Truth {
        let due = self.fee_due(table, kind, period)?;
        both(self.meets(&table.of, who, due), || self.is_after_first(table, kind, period, who, due))
    }

    /// Whether a period is not before the first one of the membership that holds a day.
    fn is_after_first(&self, table: &'a TableDecl, kind: PeriodKind, period: Period, who: &'a str, day: Date) -> Truth {
        let Some(first) = self.first_active(&table.first)? else { return Ok(true) };
        let spells = self.spells(who, day)?;
        let mut of_table = spells.iter().filter(|spell| table.of.any_of.iter().any(|name| name == spell.class));
        let Some(spell) = of_table.find(|spell| spell.holds(day)) else { return Ok(true) };
        let joined = kind.containing(spell.from).ok_or(Trouble::OutOfScope)?;
        Ok(match first {
            FirstPeriod::OfJoining => period >= joined,
            FirstPeriod::AfterJoining => period > joined,
        })
    }

    /// The periods past due on a day whose fee was owed, back from the present as long as the row is not broken.
    pub fn past_due(&self, table: &'a TableDecl, who: &'a str, day: Date) -> Known<Vec<(Timed, Date)>> {
        let kind = self.period_kind(table)?;
        let mut found = Vec::new();
        let mut period = kind.containing(day).ok_or(Trouble::OutOfScope)?;
        loop {
            let due = self.fee_due(table, kind, period)?;
            if due < day {
                if !self.is_owed(table, kind, period, who)? {
                    return Ok(found);
                }
                found.push(((kind, period), due));
            }
            period = kind.previous(period);
        }
    }

    /// What a table gives for somebody.
    pub fn amount(&self, table: &'a TableDecl, who: &'a str, period: Option<Timed>) -> Known<Value> {
        let day = match period {
            Some((kind, period)) => self.fee_due(table, kind, period)?.min(self.as_of),
            None => self.as_of,
        };
        let owed = both(self.meets(&table.of, who, day), || match period {
            Some((kind, period)) => self.is_after_first(table, kind, period, who, day),
            None => Ok(true),
        })?;
        if !owed {
            return Ok(zero(table));
        }
        let axis = self.axis_value(table, who, period);
        let Some(row) = self.row(table, who, day, &axis)? else { return Ok(zero(table)) };
        Ok(match held(table, value_of(row.value, axis)?) {
            Limit::Money(money) => Value::Amount(money),
            Limit::Number(number) => Value::Number(number),
        })
    }

    /// The row that applies, if one does: by condition, at the value, around it, otherwise.
    fn row(
        &self,
        table: &'a TableDecl,
        who: &'a str,
        day: Date,
        axis: &Known<Option<Limit>>,
    ) -> Known<Option<&'a Row>> {
        let by_condition = self.first_row(table, |band| match band {
            Band::Where(condition) => self.holds(condition, Case::of(who, day)),
            _ => Ok(false),
        })?;
        if by_condition.is_some() {
            return Ok(by_condition);
        }
        let value = axis.clone()?;
        let kinds: [&dyn Fn(&Band) -> bool; 3] = [
            &|band| matches!((band, value), (Band::At(at), Some(value)) if *at == value),
            &|band| matches!((band, value), (Band::Range { from, to }, Some(value)) if is_within(from, to, value)),
            &|band| matches!(band, Band::Otherwise),
        ];
        for fits in kinds {
            if let Some(row) = self.first_row(table, |band| Ok(fits(band)))? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// The first active row whose band fits.
    fn first_row(&self, table: &'a TableDecl, fits: impl Fn(&'a Band) -> Truth) -> Known<Option<&'a Row>> {
        for line in &table.rows {
            if both(fits(&line.is.band), || self.active(&line.under))? {
                return Ok(Some(&line.is));
            }
        }
        Ok(None)
    }

    /// The value of the fact that the bands are about.
    fn axis_value(&self, table: &'a TableDecl, who: &'a str, period: Option<Timed>) -> Known<Option<Limit>> {
        let Some(axis) = self.first_active(&table.by)? else { return Ok(None) };
        let fact = axis.fact.as_str();
        let per = self.charter.fact(fact).and_then(|fact| fact.per.as_ref());
        let kind = per.and_then(|per| self.charter.period(per.as_str()));
        let stated = match (axis.of, kind) {
            (AxisPeriod::Current, _) | (_, None) => self.fact(fact, who, self.as_of),
            (_, Some(kind)) => self.fact_for(axis, kind, wanted(axis, kind, period, self.as_of)?, who),
        };
        match stated {
            Some(FieldValue::Number(number)) => Ok(Some(Limit::Number(*number))),
            Some(FieldValue::Money(money)) => Ok(Some(Limit::Money(*money))),
            Some(_) => Err(Trouble::OutOfScope),
            None => Err(missing_fact(fact, who)),
        }
    }

    /// The newest statement of a fact for one of its periods.
    fn fact_for(&self, axis: &Axis, kind: PeriodKind, wanted: Period, who: &str) -> Option<&'a FieldValue> {
        let fact = axis.fact.as_str();
        let for_field = format!("{fact}-for");
        let stated = self.acts_until(self.as_of).filter(|act| self.states(act, fact, who));
        let for_it = stated.filter(|act| match act.fields.get(&for_field) {
            Some(FieldValue::Period(_, period)) => *period == wanted,
            _ => kind.containing(act.on).is_some_and(|period| kind.previous(period) == wanted),
        });
        for_it.last().and_then(|act| act.fields.get(fact))
    }
}

/// The fact's period that a table of a period looks at.
fn wanted(axis: &Axis, kind: PeriodKind, period: Option<Timed>, as_of: Date) -> Known<Period> {
    let first_day = match period {
        Some((kind, period)) => kind.start(period).ok_or(Trouble::OutOfScope)?,
        None => as_of,
    };
    let same = kind.containing(first_day).ok_or(Trouble::OutOfScope)?;
    Ok(if axis.of == AxisPeriod::Last { kind.previous(same) } else { same })
}

/// Whether a value lies within a band; values of another kind never do.
fn is_within(from: &Option<End>, to: &Option<End>, value: Limit) -> bool {
    let above = from.is_none_or(|end| match order(value, end.value) {
        Some(order) => order.is_gt() || (end.owned && order.is_eq()),
        None => false,
    });
    let below = to.is_none_or(|end| match order(value, end.value) {
        Some(order) => order.is_lt() || (end.owned && order.is_eq()),
        None => false,
    });
    above && below
}

fn order(one: Limit, other: Limit) -> Option<std::cmp::Ordering> {
    match (one, other) {
        (Limit::Number(one), Limit::Number(other)) => Some(one.cmp(&other)),
        (Limit::Money(one), Limit::Money(other)) if one.currency() == other.currency() => {
            Some(one.minor().cmp(&other.minor()))
        }
        _ => None,
    }
}

/// The value of a row: its base, times the axis where it is per head, and its steps.
fn value_of(row: RowValue, axis: Known<Option<Limit>>) -> Known<Limit> {
    let mut value = row.base;
    if row.per_head {
        let Some(Limit::Number(heads)) = axis.clone()? else { return Err(Trouble::OutOfScope) };
        value = times(value, heads)?;
    }
    if let Some(step) = row.step {
        let axis = axis?.ok_or(Trouble::OutOfScope)?;
        value = plus(value, times(step.add, full_steps(step, axis)?)?)?;
    }
    Ok(value)
}

/// How many full steps a value lies above where they begin.
fn full_steps(step: RowStep, axis: Limit) -> Known<Ratio> {
    let beyond = minus(axis, step.above)?;
    let steps = beyond.over(plain(step.each)).map_err(|_| Trouble::OutOfScope)?.floor();
    Ok(steps.max(Ratio::ZERO))
}

/// An amount in minor units, or the number itself.
fn plain(limit: Limit) -> Ratio {
    match limit {
        Limit::Number(number) => number,
        Limit::Money(money) => Ratio::whole(money.minor()).unwrap_or(Ratio::ZERO),
    }
}

fn minus(one: Limit, other: Limit) -> Known<Ratio> {
    plain(one).minus(plain(other)).map_err(|_| Trouble::OutOfScope)
}

fn times(limit: Limit, by: Ratio) -> Known<Limit> {
    let product = plain(limit).times(by).map_err(|_| Trouble::OutOfScope)?;
    same_kind(limit, product)
}

fn plus(one: Limit, other: Limit) -> Known<Limit> {
    let sum = plain(one).plus(plain(other)).map_err(|_| Trouble::OutOfScope)?;
    same_kind(one, sum)
}

/// A plain number as a value of the same kind; amounts must be whole in minor units.
fn same_kind(like: Limit, number: Ratio) -> Known<Limit> {
    match like {
        Limit::Number(_) => Ok(Limit::Number(number)),
        Limit::Money(money) => {
            let minor = number.to_whole().ok_or(Trouble::OutOfScope)?;
            Ok(Limit::Money(Money::of_minor(minor, money.currency())))
        }
    }
}

/// A value held within the table's cap and floor.
fn held(table: &TableDecl, value: Limit) -> Limit {
    let capped = match table.cap {
        Some(cap) if order(value, cap).is_some_and(std::cmp::Ordering::is_gt) => cap,
        _ => value,
    };
    match table.floor {
        Some(floor) if order(capped, floor).is_some_and(std::cmp::Ordering::is_lt) => floor,
        _ => capped,
    }
}

fn zero(table: &TableDecl) -> Value {
    match table.ty {
        Type::Money(currency) => Value::Amount(Money::of_minor(0, currency)),
        _ => Value::Number(Ratio::ZERO),
    }
}
