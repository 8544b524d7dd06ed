//! Conditions, expressions, sets, occurrences and dates in words.

use charter_syntax::ast::*;
use kernel::Ratio;

use super::{party, right_text};
use crate::Language;

impl Language {
    pub(super) fn condition(&self, condition: &Condition) -> String {
        let all = |conditions: &[Condition], word: &str| {
            conditions.iter().map(|one| self.within_another(one)).collect::<Vec<_>>().join(&self.say(word, &[]))
        };
        match condition {
            Condition::All(conditions) => all(conditions, "rule-and"),
            Condition::Any(conditions) => all(conditions, "rule-or"),
            Condition::Not(inner) => self.rule("not", &[("condition", self.condition(inner))]),
            Condition::Compare(left, comparison, right) => {
                let id = match comparison {
                    Comparison::Equal => "equal",
                    Comparison::NotEqual => "not-equal",
                    Comparison::Less => "less",
                    Comparison::AtMost => "at-most",
                    Comparison::More => "more",
                    Comparison::AtLeast => "at-least",
                };
                self.rule(id, &[("left", self.expression(left)), ("right", self.expression(right))])
            }
            Condition::InList(left, list) => {
                self.rule("in-list", &[("left", self.expression(left)), ("list", list.text.clone())])
            }
            Condition::Is(who, name) => self.rule("is", &[("who", self.who(*who)), ("name", name.text.clone())]),
            Condition::Missed(missed) => {
                let id = if missed.consecutive { "missed-consecutive" } else { "missed" };
                let after = missed.each_after.as_ref().map(|after| self.occurrence(after)).unwrap_or_default();
                let words = [("count", missed.count.to_string()), ("duty", missed.duty.text.clone()), ("after", after)];
                self.rule(id, &words)
            }
            Condition::Settled(settled) => self.rule("settled", &[("table", settled.table.text.clone())]),
            Condition::Happened(occurrence, window) => {
                let window = self.window(window.as_ref());
                self.rule("happened", &[("what", self.occurrence(occurrence)), ("window", window)])
            }
            Condition::May(right) => self.rule("may", &[("right", right_text(right))]),
            Condition::FiledBefore(span) => self.rule("filed-before", &[("span", span.to_string())]),
            Condition::FiledAs(kind) => self.rule("filed-as", &[("kind", kind.text.clone())]),
        }
    }

    /// A condition within another: what is joined by another word stands in parentheses.
    fn within_another(&self, condition: &Condition) -> String {
        match condition {
            Condition::All(_) | Condition::Any(_) => format!("({})", self.condition(condition)),
            other => self.condition(other),
        }
    }

    fn window(&self, window: Option<&Window>) -> String {
        match window {
            Some(Window::Last(span)) => self.rule("within-last", &[("span", span.to_string())]),
            Some(Window::This(period)) => self.rule("in-that", &[("period", period.text.clone())]),
            None => String::new(),
        }
    }

    fn who(&self, who: Who) -> String {
        self.say(
            match who {
                Who::Subject => "rule-who-subject",
                Who::By => "rule-who-by",
                Who::About => "rule-who-about",
            },
            &[],
        )
    }

    pub(super) fn expression(&self, expression: &Expression) -> String {
        match expression {
            Expression::Number(number) => number.to_string(),
            Expression::Money(money) => money.to_string(),
            Expression::Date(date) => date.to_string(),
            Expression::Name(Who::Subject, name) => name.text.clone(),
            Expression::Name(who, name) => {
                self.rule("fact-of", &[("fact", name.text.clone()), ("who", self.who(*who))])
            }
            Expression::Set(set) => self.set(set),
            Expression::Distinct(fact, set) => {
                self.rule("distinct", &[("fact", fact.text.clone()), ("set", self.set(set))])
            }
            Expression::Heads(set) => self.rule("heads", &[("set", self.set(set))]),
            Expression::Count(occurrence, window) => {
                let window = self.window(window.as_ref());
                self.rule("count", &[("what", self.occurrence(occurrence)), ("window", window)])
            }
            Expression::Sum(field, occurrence, window) => {
                let window = self.window(window.as_ref());
                let words = [("field", field.text.clone()), ("what", self.occurrence(occurrence)), ("window", window)];
                self.rule("sum", &words)
            }
            Expression::Portion(portion, base) => {
                let id = match (portion.rounded_down, portion.plus > kernel::Ratio::ZERO) {
                    (true, true) => "portion-down-plus",
                    (true, false) => "portion-down",
                    (false, true) => "portion-plus",
                    (false, false) => "portion",
                };
                self.rule(id, &[("share", share(portion.share)), ("base", self.expression(base))])
            }
            Expression::Arithmetic(left, operator, right) => {
                let sign = match operator {
                    Operator::Plus => "+",
                    Operator::Minus => "−",
                    Operator::Times => "×",
                    Operator::Over => "/",
                };
                format!("({} {sign} {})", self.expression(left), self.expression(right))
            }
        }
    }

    pub(super) fn set(&self, set: &SetExpression) -> String {
        let names: Vec<_> = std::iter::once(&set.of).chain(&set.or).map(Name::as_str).collect();
        let mut text = names.join(&self.say("rule-or", &[]));
        if let Some(right) = &set.with {
            text = self.rule("set-with", &[("set", text), ("right", right_text(right))]);
        }
        if let Some(only) = &set.only {
            text.push_str(&self.only(only));
        }
        if set.at_opening { self.rule("set-opening", &[("set", text)]) } else { text }
    }

    pub(super) fn occurrence(&self, occurrence: &Occurrence) -> String {
        let mut text = match &occurrence.what {
            Happening::Named(name) => name.text.clone(),
            Happening::Missed(name) => self.rule("hap-missed", &[("name", name.text.clone())]),
            Happening::Settled(name) => self.rule("hap-settled", &[("name", name.text.clone())]),
            Happening::Carried(name) => self.rule("hap-carried", &[("name", name.text.clone())]),
            Happening::NotCarried(name) => self.rule("hap-not-carried", &[("name", name.text.clone())]),
            Happening::Opening(of) => {
                self.rule("hap-opening", &[("of", of.as_ref().map_or(String::new(), |of| of.text.clone()))])
            }
            Happening::Closing(of) => {
                self.rule("hap-closing", &[("of", of.as_ref().map_or(String::new(), |of| of.text.clone()))])
            }
            Happening::Joining => self.say("rule-hap-joining", &[]),
        };
        if let Some(by) = &occurrence.by {
            text = self.rule("occ-by", &[("what", text), ("by", party(by))]);
        }
        let period = match occurrence.period {
            Some(SamePeriod::Same) => "occ-same",
            Some(SamePeriod::SameOrLater) => "occ-same-or-later",
            Some(SamePeriod::Later) => "occ-later",
            None => "",
        };
        if !period.is_empty() {
            text = self.rule(period, &[("what", text)]);
        }
        if let Some(only) = &occurrence.only {
            text.push_str(&self.only(only));
        }
        match occurrence.offset {
            Some(span) if span.is_back() => {
                self.rule("occ-offset-before", &[("span", span.back().to_string()), ("what", text)])
            }
            Some(span) => self.rule("occ-offset", &[("span", span.to_string()), ("what", text)]),
            None => text,
        }
    }

    pub(super) fn when(&self, when: &When) -> String {
        match when {
            When::DayOfPeriod(day, month) => format!("{day} {month}"),
            When::EndOfPeriod => self.say("rule-end-of-period", &[]),
            When::On(date) => date.to_string(),
            When::After { span, from, .. } => {
                let from = from.as_ref().map(|from| self.occurrence(from)).unwrap_or_default();
                self.rule("when-after", &[("span", span.to_string()), ("from", from)])
            }
            When::Before { span, of, .. } => {
                self.rule("when-before", &[("span", span.to_string()), ("of", self.occurrence(of))])
            }
        }
    }

    /// By when something is due.
    pub(super) fn due(&self, when: &When) -> String {
        match when {
            When::After { .. } | When::Before { .. } => self.when(when),
            _ => self.rule("due-by", &[("when", self.when(when))]),
        }
    }
}

/// A share in per cent where it is a whole number of them.
fn share(share: Ratio) -> String {
    match share.times(Ratio::count(100)).ok().and_then(Ratio::to_whole) {
        Some(percent) if share < Ratio::ONE => format!("{percent}%"),
        _ => share.to_string(),
    }
}
