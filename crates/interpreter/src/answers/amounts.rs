//! Questions whose answer is an amount, a number or a date.

use charter::{Reason, Value};
use kernel::{Date, Money, Period, Ratio};

use super::{Found, Judge, name};
use crate::evaluate::TableValue;
use crate::program::{Amount, MeetingId, PartyRef, Standing, Table, TableId};
use crate::symbols::Sym;
use crate::trace::Arg;

/// `fee of A for 2026`, `weight of A at M`, `TABLE of A`
pub(super) fn amount(judge: &mut Judge<'_>, table: &str, who: &str, period: Option<&str>, at: Option<&str>) -> Found {
    let program = judge.world.program;
    let who = name(judge, who);
    let scope = at.map_or(Sym::NONE, |at| name(judge, at));
    let scope =
        judge.meeting_facts(scope).kind.and_then(|id| program.meeting(id)).map_or(scope, |meeting| meeting.name);
    let Some(id) = table_meant(judge, table, who, scope) else { return Found::Unknown(table.to_owned()) };
    let Some(declared) = program.table(id) else { return Found::Unknown(table.to_owned()) };
    let period = match (declared.per, period) {
        (Some(kind), Some(text)) => match kind.read(text) {
            Some(period) => Some(period),
            None => return Found::Unknown(text.to_owned()),
        },
        (Some(kind), None) => kind.containing(judge.as_of),
        (None, _) => None,
    };
    let on = judge.as_of;
    match judge.table_value(id, who, period, on) {
        TableValue::Is(Amount::Money(money)) => {
            say_settlement(judge, id, declared, who, period);
            Found::Value(Value::Amount(money))
        }
        TableValue::Is(Amount::Number(number)) => Found::Value(Value::Number(number)),
        TableValue::Nothing => Found::Value(nothing(declared)),
        TableValue::Unknown => Found::Waits,
    }
}

/// Zero in the table's own unit.
fn nothing(table: &Table) -> Value {
    let money = table.rows.iter().find_map(|row| match row.is.value.base {
        Amount::Money(money) => Some(money.currency()),
        Amount::Number(_) => None,
    });
    match money.filter(|_| table.money) {
        Some(currency) => Value::Amount(Money::of_minor(0, currency)),
        None => Value::Number(Ratio::ZERO),
    }
}

fn say_settlement(judge: &mut Judge<'_>, id: TableId, table: &Table, who: Sym, period: Option<Period>) {
    let on = judge.as_of;
    let Some((kind, period)) = table.per.zip(period) else { return };
    let settled = judge.settlement(id, who, Some(period), on);
    let due = judge.world.program.table(id).and_then(|table| judge.fee_due(table, Some(period)));
    let (reason, act) = match settled {
        Some(act) => (Reason::Settled, act.id),
        None => (Reason::NotSettled, Sym::NONE),
    };
    let args = [Arg::Name(table.name), Arg::Period(kind, period), Arg::Date(due.unwrap_or(Date::MAX)), Arg::None];
    judge.say(reason, Some(table.clause), act, args);
}

/// The table a question means: by its name, or the fee or weight that is about this subject.
fn table_meant(judge: &mut Judge<'_>, text: &str, who: Sym, scope: Sym) -> Option<TableId> {
    let program = judge.world.program;
    if let Some(id) = judge.symbols().get(text).and_then(|name| program.table_named(name)) {
        return Some(id);
    }
    let wanted = |table: &Table| match text {
        "fee" => table.money,
        "weight" => table.weighs && (scope.is_none() || table.scope.is_none() || table.scope == scope),
        _ => false,
    };
    let mut first = None;
    for (place, table) in (0_u16..).zip(&program.tables) {
        if !wanted(table) {
            continue;
        }
        first = first.or(Some(TableId(place)));
        let on = judge.as_of;
        let about = table.of.iter().any(|party| match party {
            PartyRef::Standing(Standing::Class(class)) => !judge.spells(who, *class, on).is_empty(),
            PartyRef::Standing(_) | PartyRef::Anyone => true,
            PartyRef::Named(name) => *name == who,
        });
        if about {
            return Some(TableId(place));
        }
    }
    first
}

fn meeting_meant(judge: &mut Judge<'_>, text: &str) -> Option<MeetingId> {
    let name = judge.symbols().get(text)?;
    let program = judge.world.program;
    program.meeting_named(name).or_else(|| judge.meeting_facts(name).kind)
}

/// `earliest MEETING`: the first day that leaves every step before it its time, starting today.
pub(super) fn earliest(judge: &mut Judge<'_>, meeting: &str) -> Found {
    let Some(id) = meeting_meant(judge, meeting) else { return Found::Unknown(meeting.to_owned()) };
    let program = judge.world.program;
    let Some(declared) = program.meeting(id) else { return Found::Unknown(meeting.to_owned()) };
    let today = judge.as_of;
    let mut earliest = today;
    for line in &declared.before {
        match judge.active(&line.under) {
            Ok(true) => {}
            Ok(false) => continue,
            Err(_) => return Found::Waits,
        }
        let plan = line.is;
        let Some(day) = judge.earliest_after(today, plan.span, plan.clear) else { return Found::Waits };
        earliest = earliest.max(day);
    }
    judge.horizon = judge.horizon.min(today.next());
    say_plan(judge, id, earliest);
    if declared.before.is_empty() {
        return match program.clause(declared.clause) {
            Some(clause) => Found::Value(Value::Silent(clause.clone())),
            None => Found::Waits,
        };
    }
    Found::Value(Value::Date(earliest))
}

/// Says the last day of each step before a meeting that opens on a day.
fn say_plan(judge: &mut Judge<'_>, id: MeetingId, opens: Date) {
    let program = judge.world.program;
    let Some(declared) = program.meeting(id) else { return };
    for line in &declared.before {
        if judge.active(&line.under).unwrap_or(false)
            && let Some(day) = judge.days_before(opens, line.is.span, line.is.clear)
        {
            let args = [Arg::Name(line.is.step), Arg::Span(line.is.span), Arg::Date(day), Arg::None];
            judge.say(Reason::BackPlanned, Some(line.is.clause), Sym::NONE, args);
        }
    }
}

/// `latest MEETING`: the last day on which the next one may open; for a meeting that has been called, its own plan.
pub(super) fn latest(judge: &mut Judge<'_>, meeting: &str) -> Found {
    let Some(id) = meeting_meant(judge, meeting) else { return Found::Unknown(meeting.to_owned()) };
    let program = judge.world.program;
    let Some(declared) = program.meeting(id) else { return Found::Unknown(meeting.to_owned()) };
    let on = judge.as_of;
    let held = judge.meetings_of(id);
    let interval = match judge.line(&declared.at_least_every) {
        Ok(Some(interval)) => *interval,
        Ok(None) => {
            return program
                .clause(declared.clause)
                .map_or(Found::Waits, |clause| Found::Value(Value::Silent(clause.clone())));
        }
        Err(_) => return Found::Waits,
    };
    let last = held.iter().rev().find(|(opens, _)| *opens <= on);
    let Some((opens, closed)) = last.copied() else {
        judge.needs.push(crate::evaluate::NeedOf::Fact(judge.world.names.close_meeting, declared.name));
        return Found::Waits;
    };
    let from = if interval.1 { closed.unwrap_or(opens) } else { opens };
    for (opens, closed) in &held {
        judge.horizon =
            [Some(*opens), *closed].into_iter().flatten().filter(|day| *day > on).fold(judge.horizon, Date::min);
    }
    match from.plus(interval.0, kernel::MonthEnd::Clamp) {
        Some(day) => {
            let args = [Arg::Name(declared.name), Arg::Date(from), Arg::Date(day), Arg::None];
            judge.say(Reason::Interval, Some(declared.clause), Sym::NONE, args);
            Found::Value(Value::Date(day))
        }
        None => Found::Waits,
    }
}
