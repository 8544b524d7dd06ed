//! Conditions and expressions, three-valued: what is missing matters only where it matters.

use charter::Reason;
use charter_syntax::ast::{Comparison, Operator, Who};
use kernel::{Date, MonthEnd, Ratio};

use super::{Env, Evaluator, NeedOf, Tri, words};
use crate::index::Field;
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

/// A value: exact, or between two bounds while something is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Val {
    /// A number between two bounds, mostly equal.
    Number(Ratio, Ratio),
    /// An amount in minor units.
    Minor(i64),
    /// A date.
    Date(Date),
    /// A word or name.
    Word(Sym),
    /// A period.
    Period(kernel::Period),
    /// Yes or no.
    YesNo(bool),
    /// Not known.
    Unknown,
}

impl Val {
    fn exact(number: Ratio) -> Self {
        Val::Number(number, number)
    }

    fn arg(self) -> Arg {
        match self {
            Val::Number(low, high) if low == high => Arg::from(low),
            Val::Number(..) | Val::Unknown => Arg::Word("unknown"),
            Val::Minor(minor) => Arg::Number(minor, 1),
            Val::Date(date) => Arg::Date(date),
            Val::Word(word) => Arg::Name(word),
            Val::Period(period) => Arg::Number(i64::from(period.year), 1),
            Val::YesNo(yes) => Arg::Word(if yes { "yes" } else { "no" }),
        }
    }
}

impl From<Field> for Val {
    fn from(field: Field) -> Self {
        match field {
            Field::Number(number) => Val::exact(number),
            Field::Money(money) => Val::Minor(money.minor()),
            Field::Date(date) => Val::Date(date),
            Field::YesNo(yes) => Val::YesNo(yes),
            Field::Period(period) => Val::Period(period),
            Field::Word(word) => Val::Word(word),
            Field::Opaque => Val::Unknown,
        }
    }
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Whether a condition holds of the subject on the day of `env`. Reasons are kept.
    pub(crate) fn condition(&mut self, condition: &'a Cond, env: Env<'a>) -> Tri {
        match condition {
            Cond::All(all) => self.all(all, env),
            Cond::Any(any) => self.any(any, env),
            Cond::Not(inner) => !self.condition(inner, env),
            Cond::Compare(left, comparison, right) => self.compare(left, *comparison, right, env),
            Cond::InList(left, list) => self.in_list(left, *list, env),
            Cond::Is(who, standing) => {
                let whom = self.whom(*who, env);
                self.is(whom, *standing, env)
            }
            Cond::YesNo(who, fact) => match self.fact_or_field(*who, *fact, env) {
                Some(Field::YesNo(yes)) => {
                    self.note(Reason::Fact, None, words!(self.whom(*who, env), *fact, if yes { "yes" } else { "no" }));
                    Tri::from(yes)
                }
                _ => Tri::Unknown,
            },
            Cond::Missed(missed) => self.missed(missed, env),
            Cond::Settled(table, last_closed) => self.settled(*table, *last_closed, env),
            Cond::Happened(occ, window) => self.happened(occ, *window, env),
            Cond::May(right) => self.may(*right, env.subject, env.on),
            Cond::FiledBefore(span) => self.filed_before(*span, env),
            Cond::FiledAs(kind) => self.filed_as(*kind, env),
            Cond::Threshold(threshold) => self.threshold(*threshold, env),
            Cond::Unresolved(name) => {
                self.need(NeedOf::Fact(*name, env.subject));
                Tri::Unknown
            }
        }
    }

    pub(super) fn whom(&self, who: Who, env: Env<'_>) -> Sym {
        match (who, env.act) {
            (Who::Subject, _) => env.subject,
            (Who::By, Some(act)) => act.by,
            (Who::About, Some(act)) => {
                if act.about.is_none() {
                    act.by
                } else {
                    act.about
                }
            }
            (Who::By, None) if !env.actor.is_none() => env.actor,
            (Who::By | Who::About, None) if !env.around.is_none() => env.around,
            (Who::By | Who::About, None) => self.at_hand(env).map_or(env.subject, |ballot| ballot.for_),
        }
    }

    /// All of them: a known no decides, whatever the others wait for.
    fn all(&mut self, all: &'a [Cond], env: Env<'a>) -> Tri {
        let (mark, needs) = (self.mark(), self.needs.len());
        let mut unknown = false;
        for one in all {
            let before = self.mark();
            match self.condition(one, env) {
                Tri::No => {
                    self.needs.truncate(needs);
                    if TRACE && before > mark {
                        self.trace.drain(mark..before.min(self.trace.len()));
                    }
                    return Tri::No;
                }
                Tri::Unknown => unknown = true,
                Tri::Yes => {}
            }
        }
        if unknown { Tri::Unknown } else { Tri::Yes }
    }

    /// At least one: a known yes decides.
    fn any(&mut self, any: &'a [Cond], env: Env<'a>) -> Tri {
        let (mark, needs) = (self.mark(), self.needs.len());
        let mut unknown = false;
        for one in any {
            let before = self.mark();
            match self.condition(one, env) {
                Tri::Yes => {
                    self.needs.truncate(needs);
                    if TRACE && before > mark {
                        self.trace.drain(mark..before.min(self.trace.len()));
                    }
                    return Tri::Yes;
                }
                Tri::Unknown => unknown = true,
                Tri::No => {}
            }
        }
        if unknown { Tri::Unknown } else { Tri::No }
    }

    fn compare(&mut self, left: &'a Expr, comparison: Comparison, right: &'a Expr, env: Env<'a>) -> Tri {
        let mark = self.mark();
        let needs = self.needs.len();
        let (a, b) = (self.value(left, env), self.value(right, env));
        let result = compared(a, comparison, b);
        if result != Tri::Unknown {
            self.needs.truncate(needs);
        }
        let reason = if result == Tri::Yes { Reason::Holds } else { Reason::DoesNotHold };
        self.above(mark, reason, None, [a.arg(), Arg::Word(sign(comparison)), b.arg(), Arg::None]);
        result
    }

    fn in_list(&mut self, left: &'a Expr, list: ListId, env: Env<'a>) -> Tri {
        let value = self.value(left, env);
        let Some((name, items)) = self.world.program.lists.get(usize::from(list.0)) else { return Tri::Unknown };
        let holds = match value {
            Val::Word(word) => Tri::from(items.contains(&word)),
            Val::Unknown => Tri::Unknown,
            _ => Tri::No,
        };
        let reason = if holds == Tri::Yes { Reason::Holds } else { Reason::DoesNotHold };
        self.note(reason, None, [value.arg(), Arg::Word("in"), Arg::Name(*name), Arg::None]);
        holds
    }

    fn threshold(&mut self, threshold: ThresholdId, env: Env<'a>) -> Tri {
        let program = self.world.program;
        let Some((name, clause, needs)) = program.thresholds.get(usize::from(threshold.0)) else { return Tri::Unknown };
        let mark = self.mark();
        let result = self.condition(needs, env);
        let reason = if result == Tri::Yes { Reason::Defined } else { Reason::NotDefined };
        self.above(mark, reason, Some(*clause), words!(Sym::NONE, *name));
        result
    }

    fn happened(&mut self, occ: &'a Occ, window: Option<WindowIr>, env: Env<'a>) -> Tri {
        let found = self.within(occ, window, env);
        match found.last() {
            Some((date, act)) => {
                let (id, by) = act.map_or((Sym::NONE, Sym::NONE), |act| (act.id, act.by));
                let day = act.map_or(*date, |act| act.on);
                self.note_act(Reason::ActOnFile, None, id, words!(occ.name, by, day));
                Tri::Yes
            }
            None => {
                self.note(Reason::NoAct, None, words!(occ.name, env.subject));
                Tri::No
            }
        }
    }

    /// What happened by the day of `env`, within a window; the horizon learns when something leaves it.
    fn within(&mut self, occ: &'a Occ, window: Option<WindowIr>, env: Env<'a>) -> super::occurrences::Found<'a> {
        let env = self.in_its_period(occ, env);
        let mut found = self.occurrences(occ, env);
        found.retain(|(date, _)| *date <= env.on);
        match window {
            None => {}
            Some(WindowIr::Last(span)) => {
                let mut kept = super::occurrences::Found::new();
                for (date, act) in found {
                    // A window is compared, not dated: where the month has no such day, it is over on the first that comes.
                    let leaves = self.plus(date, span).or_else(|| date.plus(span, MonthEnd::Roll)).unwrap_or(Date::MAX);
                    if leaves > env.on {
                        self.until(env.on, leaves);
                        kept.push((date, act));
                    }
                }
                found = kept;
            }
            Some(WindowIr::This(kind)) => {
                let period = kind.containing(env.on);
                found.retain(|(date, _)| kind.containing(*date) == period);
                let next = period.and_then(|period| kind.start(kind.next(period)));
                self.until(env.on, next.unwrap_or(Date::MAX));
            }
        }
        found
    }

    /// `for that year`, where no duty or table has set a year, is the year of the day asked about.
    fn in_its_period(&mut self, occ: &'a Occ, env: Env<'a>) -> Env<'a> {
        let kind = self.world.program.acts.get(&occ.name).and_then(|act| act.period_field).map(|(_, kind)| kind);
        let Some(kind) = kind.filter(|_| occ.period.is_some() && env.period.is_none()) else { return env };
        let period = kind.containing(env.on);
        let next = period.and_then(|period| kind.start(kind.next(period)));
        self.until(env.on, next.unwrap_or(Date::MAX));
        Env { period, ..env }
    }

    /// The value of an expression. Sets that are counted are kept as reasons.
    pub(crate) fn value(&mut self, expr: &'a Expr, env: Env<'a>) -> Val {
        match expr {
            Expr::Number(number) => Val::exact(*number),
            Expr::Money(money) => Val::Minor(money.minor()),
            Expr::Date(date) => Val::Date(*date),
            Expr::Word(word) => Val::Word(*word),
            Expr::Fact(who, name) => match self.fact_or_field(*who, *name, env) {
                Some(field) => {
                    let value = Val::from(field);
                    self.note(
                        Reason::Fact,
                        None,
                        [Arg::Name(self.whom(*who, env)), Arg::Name(*name), value.arg(), Arg::None],
                    );
                    value
                }
                None => {
                    self.note(Reason::FactMissing, None, words!(self.whom(*who, env), *name));
                    Val::Unknown
                }
            },
            Expr::Set(set) => self.size(set, false, env),
            Expr::Heads(set) => self.size(set, true, env),
            Expr::Distinct(fact, set) => self.distinct(*fact, set, env),
            Expr::Count(occ, window) => {
                let found = self.within(occ, *window, env);
                let number = Ratio::count(found.len());
                self.note(Reason::Counted, None, words!(occ.name, number));
                Val::exact(number)
            }
            Expr::Sum(field, occ, window) => self.sum(*field, occ, *window, env),
            Expr::Portion(share, rounded_down, plus, base) => {
                let base = self.value(base, env);
                map_number(base, |base| {
                    let part = base.times(*share).ok()?;
                    let part = if *rounded_down { part.floor() } else { part };
                    part.plus(*plus).ok()
                })
            }
            Expr::Arithmetic(left, operator, right) => {
                let (a, b) = (self.value(left, env), self.value(right, env));
                arithmetic(a, *operator, b)
            }
            Expr::Unresolved(name) => {
                self.need(NeedOf::Fact(*name, env.subject));
                Val::Unknown
            }
        }
    }

    fn sum(&mut self, field: Sym, occ: &'a Occ, window: Option<WindowIr>, env: Env<'a>) -> Val {
        let mut total = Ratio::ZERO;
        for (_, act) in self.within(occ, window, env) {
            let amount = match act.and_then(|act| act.field(field)) {
                Some(Field::Number(number)) => number,
                Some(Field::Money(money)) => Ratio::whole(money.minor()).unwrap_or(Ratio::ZERO),
                _ => continue,
            };
            total = match total.plus(amount) {
                Ok(total) => total,
                Err(_) => return Val::Unknown,
            };
        }
        self.note(Reason::Counted, None, words!(field, total));
        Val::exact(total)
    }
}

fn map_number(value: Val, f: impl Fn(Ratio) -> Option<Ratio>) -> Val {
    match value {
        Val::Number(low, high) => match (f(low), f(high)) {
            (Some(low), Some(high)) => Val::Number(low, high),
            _ => Val::Unknown,
        },
        _ => Val::Unknown,
    }
}

fn arithmetic(a: Val, operator: Operator, b: Val) -> Val {
    let (Val::Number(a_low, a_high), Val::Number(b_low, b_high)) = (a, b) else { return Val::Unknown };
    let combine = |one: Ratio, other: Ratio| match operator {
        Operator::Plus => one.plus(other),
        Operator::Minus => one.minus(other),
        Operator::Times => one.times(other),
        Operator::Over => one.over(other),
    };
    // The extremes of each operation on intervals of non-negative numbers lie at their corners.
    let corners = [combine(a_low, b_low), combine(a_low, b_high), combine(a_high, b_low), combine(a_high, b_high)];
    let mut exact = corners.iter().filter_map(|corner| corner.ok());
    let Some(first) = exact.next() else { return Val::Unknown };
    if corners.iter().any(Result::is_err) {
        return Val::Unknown;
    }
    let (low, high) = exact.fold((first, first), |(low, high), corner| (low.min(corner), high.max(corner)));
    Val::Number(low, high)
}

fn compared(a: Val, comparison: Comparison, b: Val) -> Tri {
    match (a, b) {
        (Val::Number(a_low, a_high), Val::Number(b_low, b_high)) => {
            let bounds = [(a_low, b_low), (a_low, b_high), (a_high, b_low), (a_high, b_high)];
            let results: Vec<bool> = bounds.iter().map(|(a, b)| holds(comparison, a.cmp(b))).collect();
            let exact = a_low == a_high && b_low == b_high;
            let order_only = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
            match (results.iter().all(|r| *r), results.iter().any(|r| *r)) {
                (true, _) if exact || order_only => Tri::Yes,
                (_, false) if exact || order_only => Tri::No,
                _ => Tri::Unknown,
            }
        }
        (Val::Minor(a), Val::Minor(b)) => Tri::from(holds(comparison, a.cmp(&b))),
        (Val::Date(a), Val::Date(b)) => Tri::from(holds(comparison, a.cmp(&b))),
        (Val::Period(a), Val::Period(b)) => Tri::from(holds(comparison, a.cmp(&b))),
        (Val::Word(a), Val::Word(b)) => equality(comparison, a == b),
        (Val::YesNo(a), Val::YesNo(b)) => equality(comparison, a == b),
        _ => Tri::Unknown,
    }
}

fn equality(comparison: Comparison, equal: bool) -> Tri {
    match comparison {
        Comparison::Equal => Tri::from(equal),
        Comparison::NotEqual => Tri::from(!equal),
        Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast => Tri::Unknown,
    }
}

fn holds(comparison: Comparison, order: std::cmp::Ordering) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "≠",
        Comparison::Less => "<",
        Comparison::AtMost => "≤",
        Comparison::More => ">",
        Comparison::AtLeast => "≥",
    }
}
