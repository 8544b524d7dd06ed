//! Expressions: exact values of facts, fields, words and sets.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use charter::FieldValue;
use charter_syntax::ast::{Expression, Name, Operator, Portion, SetExpression, Who};
use kernel::{Date, Money, Ratio, RatioError};

use crate::conditions::person;
use crate::statuses::missing_fact;
use crate::truth::{Known, Trouble, Truth, any, both};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// The newest statement of a fact about somebody on a day.
    pub fn fact(&self, fact: &str, who: &str, day: Date) -> Option<&'a FieldValue> {
        let stated = self.acts_until(day).filter(|act| self.states(act, fact, who));
        stated.last().and_then(|act| act.fields.get(fact))
    }

    /// Whether an act states a fact about somebody.
    pub fn states(&self, act: &'a charter::act::TypedAct, fact: &str, who: &str) -> bool {
        let declared = self.charter.act(&act.act).is_some_and(|declared| declared.with.iter().any(|with| with == fact));
        declared && act.fields.contains_key(fact) && self.owner(act) == crate::acts::Owner::Of(who)
    }

    /// The value of an expression.
    pub fn worth(&self, expression: &'a Expression, case: Case<'a>) -> Known<FieldValue> {
        self.step()?;
        let ratio = |number: Result<Ratio, RatioError>| number.map(FieldValue::Number).map_err(|_| Trouble::OutOfScope);
        match expression {
            Expression::Number(number) => ratio(Ok(*number)),
            Expression::Money(money) => Ok(FieldValue::Money(*money)),
            Expression::Date(date) => Ok(FieldValue::Date(*date)),
            Expression::Name(who, name) => self.named(*who, name, case),
            Expression::Set(set) => self.set_worth(set, true, case),
            Expression::Heads(set) => self.set_worth(set, false, case),
            Expression::Distinct(fact, set) => self.distinct(fact.as_str(), set, case),
            Expression::Count(what, window) => {
                let mut count = 0;
                for event in self.events_within(what, window.as_ref(), case)? {
                    count += usize::from(self.counts(&event)?);
                }
                Ok(number(count))
            }
            Expression::Sum(field, what, window) => {
                let mut sum = None;
                for event in self.events_within(what, window.as_ref(), case)? {
                    let counts = self.counts(&event)?;
                    if let (true, Some(value)) = (counts, event.act.and_then(|act| act.fields.get(field.as_str()))) {
                        sum = Some(plus(sum, value)?);
                    }
                }
                sum.ok_or(Trouble::OutOfScope)
            }
            Expression::Portion(portion, base) => ratio(part(*portion, plain(self.worth(base, case)?)?)),
            Expression::Arithmetic(left, operator, right) => {
                let (left, right) = (plain(self.worth(left, case)?)?, plain(self.worth(right, case)?)?);
                ratio(match operator {
                    Operator::Plus => left.plus(right),
                    Operator::Minus => left.minus(right),
                    Operator::Times => left.times(right),
                    Operator::Over => left.over(right),
                })
            }
        }
    }

    /// A fact, a field of the act at hand, a word of a list, or how many are of a class, or what they weigh in a ballot.
    fn named(&self, who: Who, name: &'a Name, case: Case<'a>) -> Known<FieldValue> {
        let text = name.as_str();
        if self.charter.fact(text).is_some() {
            let whose = person(who, case).ok_or(Trouble::OutOfScope)?;
            let stated = self.fact(text, whose, case.day).cloned();
            return stated.ok_or_else(|| missing_fact(text, whose));
        }
        if let Some(value) = case.act.and_then(|act| act.fields.get(text)) {
            return Ok(value.clone());
        }
        let mut words = self.charter.lists().filter_map(|(_, list)| self.charter.list_item(list, text));
        if let Some(word) = words.next() {
            return Ok(FieldValue::Word(word.text.clone()));
        }
        if self.charter.class(text).is_some() {
            let members = self.everyone_who(|who| self.is_member(text, who, case.day))?;
            return Ok(FieldValue::Number(self.weigh(text, &members, case.day)?));
        }
        match text {
            "yes" | "no" => Ok(FieldValue::YesNo(text == "yes")),
            _ => Err(Trouble::OutOfScope),
        }
    }

    /// The least and the most that a number can come to, whatever is not known; none: it is no such number.
    pub fn bounds(&self, expression: &'a Expression, case: Case<'a>) -> Option<(Ratio, Ratio)> {
        match expression {
            Expression::Set(set) | Expression::Heads(set) if self.ballot.is_none() => self.size(set, case),
            Expression::Portion(portion, base) => {
                let (low, high) = self.bounds(base, case)?;
                Some((part(*portion, low).ok()?, part(*portion, high).ok()?))
            }
            Expression::Arithmetic(left, Operator::Plus, right) => {
                let (left, right) = (self.bounds(left, case)?, self.bounds(right, case)?);
                Some((left.0.plus(right.0).ok()?, left.1.plus(right.1).ok()?))
            }
            other => {
                let exact = self.worth(other, case).and_then(plain).ok()?;
                Some((exact, exact))
            }
        }
    }

    /// How many are surely of a set, and how many may be.
    fn size(&self, set: &'a SetExpression, case: Case<'a>) -> Option<(Ratio, Ratio)> {
        let (mut sure, mut possible) = (0, 0);
        for who in self.everybody() {
            match self.is_of_set(set, who, case) {
                Ok(true) => (sure, possible) = (sure + 1, possible + 1),
                Ok(false) => {}
                Err(Trouble::Needs(_)) => possible += 1,
                Err(Trouble::OutOfScope) => return None,
            }
        }
        Some((Ratio::count(sure), Ratio::count(possible)))
    }

    /// Everybody that the register names.
    pub fn everybody(&self) -> BTreeSet<&'a str> {
        self.acts.iter().flat_map(|act| [act.by.as_deref(), act.about.as_deref()]).flatten().collect()
    }

    /// Whether somebody is of a set on the day.
    pub fn is_of_set(&self, set: &'a SetExpression, who: &'a str, case: Case<'a>) -> Truth {
        let classes: Vec<&Name> = std::iter::once(&set.of).chain(&set.or).collect();
        if set.at_opening || classes.iter().any(|class| self.charter.class(class.as_str()).is_none()) {
            return Err(Trouble::OutOfScope);
        }
        let is_member = any(classes.iter().map(|class| self.is_member(class.as_str(), who, case.day)));
        let with_right = both(is_member, || {
            set.with.as_ref().map_or(Ok(true), |right| {
                self.may(right.verb.as_str(), right.scope.as_ref().map(Name::as_str), who, case.day)
            })
        });
        both(with_right, || set.only.as_ref().map_or(Ok(true), |only| self.holds(only, Case { subject: who, ..case })))
    }

    /// The members of a set on the day.
    pub fn members_of(&self, set: &'a SetExpression, case: Case<'a>) -> Known<Vec<&'a str>> {
        self.everyone_who(|who| self.is_of_set(set, who, case))
    }

    fn everyone_who(&self, is: impl Fn(&'a str) -> Truth) -> Known<Vec<&'a str>> {
        let (mut found, mut trouble) = (Vec::new(), Ok(()));
        for who in self.everybody() {
            match is(who) {
                Ok(true) => found.push(who),
                Ok(false) => {}
                Err(Trouble::OutOfScope) => return Err(Trouble::OutOfScope),
                Err(need) => trouble = Err(need),
            }
        }
        trouble.map(|()| found)
    }

    fn distinct(&self, fact: &str, set: &'a SetExpression, case: Case<'a>) -> Known<FieldValue> {
        let mut shown = BTreeSet::new();
        let members = match self.voters(set, case)? {
            Some(voters) => voters,
            None => self.members_of(set, case)?,
        };
        for who in members {
            let value = self.fact(fact, who, case.day).ok_or_else(|| missing_fact(fact, who))?;
            shown.insert(value.to_string());
        }
        Ok(number(shown.len()))
    }
}

/// A share of a base, rounded down where that is said, and something more.
fn part(portion: Portion, base: Ratio) -> Result<Ratio, RatioError> {
    let share = base.times(portion.share)?;
    let share = if portion.rounded_down { share.floor() } else { share };
    share.plus(portion.plus)
}

fn plus(sum: Option<FieldValue>, value: &FieldValue) -> Known<FieldValue> {
    match (sum, value) {
        (None, FieldValue::Number(_) | FieldValue::Money(_)) => Ok(value.clone()),
        (Some(FieldValue::Number(sum)), FieldValue::Number(more)) => {
            sum.plus(*more).map(FieldValue::Number).map_err(|_| Trouble::OutOfScope)
        }
        (Some(FieldValue::Money(sum)), FieldValue::Money(more)) => {
            Money::plus(sum, *more).map(FieldValue::Money).map_err(|_| Trouble::OutOfScope)
        }
        _ => Err(Trouble::OutOfScope),
    }
}

fn plain(value: FieldValue) -> Known<Ratio> {
    match value {
        FieldValue::Number(number) => Ok(number),
        _ => Err(Trouble::OutOfScope),
    }
}

/// A count as a value.
fn number(count: usize) -> FieldValue {
    FieldValue::Number(Ratio::count(count))
}

/// How two values of one kind compare.
pub(crate) fn order(one: &FieldValue, other: &FieldValue) -> Option<Ordering> {
    match (one, other) {
        (FieldValue::Number(one), FieldValue::Number(other)) => Some(one.cmp(other)),
        (FieldValue::Money(one), FieldValue::Money(other)) if one.currency() == other.currency() => {
            Some(one.minor().cmp(&other.minor()))
        }
        (FieldValue::Date(one), FieldValue::Date(other)) => Some(one.cmp(other)),
        (FieldValue::Period(kind, one), FieldValue::Period(other_kind, other)) if kind == other_kind => {
            Some(one.cmp(other))
        }
        _ => None,
    }
}

/// Whether two words, or two yes-or-no, are the same.
pub(crate) fn same_word(one: &FieldValue, other: &FieldValue) -> Option<bool> {
    match (one, other) {
        (FieldValue::Word(one) | FieldValue::Text(one), FieldValue::Word(other) | FieldValue::Text(other)) => {
            Some(one == other)
        }
        (FieldValue::YesNo(one), FieldValue::YesNo(other)) => Some(one == other),
        _ => None,
    }
}
