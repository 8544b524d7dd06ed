//! Conditions: whether one holds of a case.

use std::cmp::Ordering;

use charter::FieldValue;
use charter_syntax::ast::{Comparison, Condition, Expression, Name, Occurrence, Who, Window};
use kernel::{Date, MonthEnd, Ratio};

use crate::expressions::{order, same_word};
use crate::occurrences::{Event, Whose, fits_period};
use crate::truth::{Known, Trouble, Truth, all, any, not};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// Whether a condition holds.
    pub fn holds(&self, condition: &'a Condition, case: Case<'a>) -> Truth {
        self.step()?;
        let world = self.deeper();
        match condition {
            Condition::All(conditions) => all(conditions.iter().map(|one| world.holds(one, case))),
            Condition::Any(conditions) => any(conditions.iter().map(|one| world.holds(one, case))),
            Condition::Not(inner) => not(world.holds(inner, case)),
            Condition::Compare(left, comparison, right) => world.compare(left, *comparison, right, case),
            Condition::InList(expression, list) => world.in_list(expression, list, case),
            Condition::Is(who, name) => match person(*who, case) {
                Some(subject) => world.is_standing(name.as_str(), Case { subject, ..case }),
                None => Err(Trouble::OutOfScope),
            },
            Condition::Missed(missed) => world.is_missed(missed, case),
            Condition::Settled(fee) => world.fee_is_settled(fee, case),
            Condition::Happened(occurrence, window) => {
                let events = world.events_within(occurrence, window.as_ref(), case)?;
                any(events.iter().map(|event| world.counts(event)))
            }
            Condition::May(right) => {
                world.may(right.verb.as_str(), right.scope.as_ref().map(Name::as_str), case.subject, case.day)
            }
            Condition::FiledBefore(span) => world.is_filed_before(*span),
            Condition::FiledAs(kind) => world.is_filed_as(kind),
        }
    }

    fn in_list(&self, expression: &'a Expression, list: &Name, case: Case<'a>) -> Truth {
        let list = self.charter.list(list.as_str()).ok_or(Trouble::OutOfScope)?;
        match self.worth(expression, case)? {
            FieldValue::Word(word) | FieldValue::Text(word) => Ok(self.charter.list_item(list, &word).is_some()),
            _ => Err(Trouble::OutOfScope),
        }
    }

    fn compare(&self, left: &'a Expression, comparison: Comparison, right: &'a Expression, case: Case<'a>) -> Truth {
        let (one, other) = (left, right);
        let (left, right) = match (self.worth(left, case), self.worth(right, case)) {
            (Ok(left), Ok(right)) => (left, right),
            (Err(Trouble::OutOfScope), _) | (_, Err(Trouble::OutOfScope)) => return Err(Trouble::OutOfScope),
            (Err(need), _) | (_, Err(need)) => {
                let bounds = self.bounds(one, case).zip(self.bounds(other, case));
                return bounds.and_then(|(left, right)| decided(left, comparison, right)).ok_or(need);
            }
        };
        if matches!(comparison, Comparison::Equal | Comparison::NotEqual) && order(&left, &right).is_none() {
            let equal = same_word(&left, &right).ok_or(Trouble::OutOfScope)?;
            return Ok(equal == (comparison == Comparison::Equal));
        }
        let order = order(&left, &right).ok_or(Trouble::OutOfScope)?;
        Ok(satisfies(order, comparison))
    }

    /// What happened to the subject until the day, as far back as a window reaches.
    pub fn events_within(
        &self,
        what: &'a Occurrence,
        window: Option<&'a Window>,
        case: Case<'a>,
    ) -> Known<Vec<Event<'a>>> {
        let mut events = self.events(what, Whose::Of(case.subject), case.day)?;
        let first = match window {
            None => Date::MIN,
            Some(Window::Last(span)) => {
                let mut recent = Vec::new();
                for event in events {
                    let over = match self.moved(event.day, *span) {
                        Ok(day) => day,
                        Err(_) => event.day.plus(*span, MonthEnd::Roll).ok_or(Trouble::OutOfScope)?,
                    };
                    if over > case.day {
                        recent.push(event);
                    }
                }
                events = recent;
                Date::MIN
            }
            Some(Window::This(period)) => {
                let kind = self.charter.period(period.as_str()).ok_or(Trouble::OutOfScope)?;
                kind.containing(case.day).and_then(|period| kind.start(period)).ok_or(Trouble::OutOfScope)?
            }
        };
        // Where no duty has set a period, that of the day asked about is meant.
        let today = |event: &Event<'a>| event.period.and_then(|(kind, _)| Some((kind, kind.containing(case.day)?)));
        events.retain(|event| {
            event.day >= first && fits_period(what.period, case.period.or_else(|| today(event)), event.period)
        });
        Ok(events)
    }
}

/// Whose standing is asked about.
pub(crate) fn person(who: Who, case: Case<'_>) -> Option<&str> {
    match who {
        Who::Subject => Some(case.subject),
        Who::By => case.by,
        Who::About => case.about,
    }
}

/// Whether an order is the one a comparison asks for.
fn satisfies(order: Ordering, comparison: Comparison) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    }
}

/// What a comparison of two numbers comes to, where their bounds alone settle it.
fn decided(left: (Ratio, Ratio), comparison: Comparison, right: (Ratio, Ratio)) -> Option<bool> {
    let least = satisfies(left.0.cmp(&right.1), comparison);
    let most = satisfies(left.1.cmp(&right.0), comparison);
    let apart = left.0 > right.1 || left.1 < right.0;
    match comparison {
        Comparison::Equal | Comparison::NotEqual => apart.then_some(comparison == Comparison::NotEqual),
        _ => (least == most).then_some(least),
    }
}
