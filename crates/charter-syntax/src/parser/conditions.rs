//! Conditions, expressions, sets, occurrences, dates.

use kernel::Ratio;

use super::{Broken, Parse, Parser};
use crate::ast::*;
use crate::token::Token;
use crate::{Code, Diagnostic};

/// Sets that a decision has by itself.
pub(crate) const DECISION_SETS: &[&str] =
    &["yes", "no", "abstain", "cast", "returned", "present", "roll", "voting-seats", "filled-seats"];

impl Parser<'_, '_> {
    /// `a or b and not c`
    pub(super) fn condition(&mut self) -> Parse<Condition> {
        self.deeper(|p| {
            let mut any = vec![p.conjunction()?];
            while p.eat_word("or") {
                any.push(p.conjunction()?);
            }
            Ok(alone_or(any, Condition::Any))
        })
    }

    fn conjunction(&mut self) -> Parse<Condition> {
        let mut all = vec![self.condition_atom()?];
        while self.eat_word("and") {
            all.push(self.condition_atom()?);
        }
        Ok(alone_or(all, Condition::All))
    }

    /// One condition without `and` and `or` around it.
    pub(super) fn condition_atom(&mut self) -> Parse<Condition> {
        self.deeper(|p| {
            if p.eat_word("not") {
                return p.condition_atom().map(|inner| Condition::Not(Box::new(inner)));
            }
            if p.at_token(Token::Open) {
                return p.parenthesis();
            }
            if p.eat_words(&["there", "is"]) {
                let negated = p.eat_word("no");
                let happened = p.happened()?;
                return Ok(if negated { Condition::Not(Box::new(happened)) } else { happened });
            }
            if p.eat_word("may") {
                return p.right_name().map(Condition::May);
            }
            if p.eat_word("filed") {
                return p.filed();
            }
            if p.at_missed_duties() {
                return p.missed_duties().map(Condition::Missed);
            }
            if p.peek_after(1).is_some_and(|w| w.text == "finds") && p.at_token(Token::Word) {
                p.position += 2;
                return p.name("a finding").map(|name| Condition::Is(Who::Subject, name));
            }
            if let Some(standing) = p.standing()? {
                return Ok(standing);
            }
            if let Some(settled) = p.settled()? {
                return Ok(settled);
            }
            p.comparison()
        })
    }

    /// `( … )`: a condition, or the start of an expression that is compared.
    fn parenthesis(&mut self) -> Parse<Condition> {
        let start = self.position;
        let reported = self.diagnostics.len();
        if let Ok(comparison) = self.comparison_only() {
            return Ok(comparison);
        }
        self.position = start;
        self.diagnostics.truncate(reported);
        self.need(Token::Open, "`(`")?;
        let inner = self.condition()?;
        self.need(Token::Close, "`)`")?;
        Ok(inner)
    }

    fn happened(&mut self) -> Parse<Condition> {
        let what = self.occurrence()?;
        let window = self.window()?;
        Ok(Condition::Happened(Box::new(what), window))
    }

    fn window(&mut self) -> Parse<Option<Window>> {
        if self.eat_words(&["within", "the", "last"]) {
            return self.span().map(|(span, _)| Some(Window::Last(span)));
        }
        if self.eat_words(&["in", "that"]) {
            return self.name("a period").map(|period| Some(Window::This(period)));
        }
        Ok(None)
    }

    fn filed(&mut self) -> Parse<Condition> {
        if self.eat_word("as") {
            self.eat_any(&["a", "an"]);
            return self.name("the kind of motion").map(Condition::FiledAs);
        }
        let (span, _) = self.span()?;
        self.need_word("before")?;
        self.eat_any(&["opening"]);
        Ok(Condition::FiledBefore(span))
    }

    /// `re-confirm missed`, `2 consecutive re-confirm missed`, `4 cast-vote missed in one calendar-year`
    fn at_missed_duties(&self) -> bool {
        let after = usize::from(self.at_token(Token::Number));
        let after = after + usize::from(self.word_ahead(after, "consecutive"));
        self.peek_after(after).is_some_and(|w| w.token == Token::Word) && self.word_ahead(after + 1, "missed")
    }

    fn missed_duties(&mut self) -> Parse<MissedDuties> {
        let count = if self.at_token(Token::Number) { self.whole()? } else { 1 };
        let consecutive = self.eat_word("consecutive");
        let duty = self.name("a duty")?;
        self.need_word("missed")?;
        let in_one = if self.eat_words(&["in", "one"]) { Some(self.name("a period")?) } else { None };
        let each_after = if self.at_token(Token::Comma) && self.word_ahead(1, "each") {
            self.position += 2;
            self.need_word("after")?;
            Some(Box::new(self.occurrence()?))
        } else {
            None
        };
        Ok(MissedDuties { count, duty, consecutive, in_one, each_after })
    }

    fn who(&mut self) -> Option<Who> {
        match self.eat_any(&["by", "about", "it"])? {
            "by" => Some(Who::By),
            "about" => Some(Who::About),
            _ => Some(Who::Subject),
        }
    }

    /// `about is a regular-member`, `it is not lapsed`
    fn standing(&mut self) -> Parse<Option<Condition>> {
        let names_somebody = ["by", "about", "it"].iter().any(|word| self.at_word(word)) && self.word_ahead(1, "is");
        if !names_somebody {
            return Ok(None);
        }
        let who = self.who().unwrap_or(Who::Subject);
        self.need_word("is")?;
        let negated = self.eat_word("not");
        self.eat_any(&["a", "an"]);
        let is = Condition::Is(who, self.name("a class, a status or a definition")?);
        Ok(Some(if negated { Condition::Not(Box::new(is)) } else { is }))
    }

    /// `membership-fee settled`, `membership-fee of the last closed calendar-year settled`
    fn settled(&mut self) -> Parse<Option<Condition>> {
        if self.at_token(Token::Word) && self.word_ahead(1, "settled") {
            let table = self.name("a table")?;
            self.position += 1;
            return Ok(Some(Condition::Settled(SettledFee { table, last_closed: false })));
        }
        let long = ["of", "the", "last", "closed"].iter().enumerate().all(|(at, word)| self.word_ahead(at + 1, word));
        if !long {
            return Ok(None);
        }
        let table = self.name("a table")?;
        self.position += 4;
        self.name("a period")?;
        self.need_word("settled")?;
        Ok(Some(Condition::Settled(SettledFee { table, last_closed: true })))
    }

    fn comparison(&mut self) -> Parse<Condition> {
        let left = self.expression()?;
        if let Some(comparison) = self.comparator() {
            let right = self.expression()?;
            return Ok(Condition::Compare(Box::new(left), comparison, Box::new(right)));
        }
        if self.eat_word("in") {
            return self.name("a list").map(|list| Condition::InList(Box::new(left), list));
        }
        match left {
            Expression::Name(who, name) => Ok(Condition::Is(who, name)),
            Expression::Set(set)
                if set.or.is_empty() && set.with.is_none() && set.only.is_none() && !set.at_opening =>
            {
                Ok(Condition::Is(Who::Subject, set.of))
            }
            Expression::Number(_)
            | Expression::Money(_)
            | Expression::Date(_)
            | Expression::Set(_)
            | Expression::Distinct(..)
            | Expression::Heads(_)
            | Expression::Count(..)
            | Expression::Sum(..)
            | Expression::Portion(..)
            | Expression::Arithmetic(..) => self.expected("a comparison such as `>=`"),
        }
    }

    fn comparison_only(&mut self) -> Parse<Condition> {
        let left = self.expression()?;
        let Some(comparison) = self.comparator() else { return Err(Broken) };
        let right = self.expression()?;
        Ok(Condition::Compare(Box::new(left), comparison, Box::new(right)))
    }

    fn comparator(&mut self) -> Option<Comparison> {
        let comparison = match self.peek()?.token {
            Token::Equal => Comparison::Equal,
            Token::NotEqual => Comparison::NotEqual,
            Token::Less => Comparison::Less,
            Token::AtMost => Comparison::AtMost,
            Token::More => Comparison::More,
            Token::AtLeast => Comparison::AtLeast,
            _ => return None,
        };
        self.position += 1;
        Some(comparison)
    }

    /// `a + b × c`
    pub(super) fn expression(&mut self) -> Parse<Expression> {
        self.deeper(|p| {
            let mut left = p.term()?;
            loop {
                let operator = if p.eat(Token::Plus) {
                    Operator::Plus
                } else if p.eat(Token::Minus) {
                    Operator::Minus
                } else {
                    return Ok(left);
                };
                left = Expression::Arithmetic(Box::new(left), operator, Box::new(p.term()?));
            }
        })
    }

    fn term(&mut self) -> Parse<Expression> {
        let mut left = self.factor()?;
        loop {
            let operator = if self.eat(Token::Times) {
                Operator::Times
            } else if self.eat(Token::Over) {
                Operator::Over
            } else {
                return Ok(left);
            };
            left = Expression::Arithmetic(Box::new(left), operator, Box::new(self.factor()?));
        }
    }

    fn factor(&mut self) -> Parse<Expression> {
        let Some(word) = self.peek().copied() else { return self.expected("a value") };
        match word.token {
            Token::Open => {
                self.position += 1;
                let inner = self.expression()?;
                self.need(Token::Close, "`)`")?;
                Ok(inner)
            }
            Token::Date => self.date().map(Expression::Date),
            Token::Percent => self.percent(),
            Token::Number => self.number_or_fraction(),
            Token::Word if self.at_money() => self.money().map(Expression::Money),
            Token::Word => self.word_value(word.text),
            _ => self.expected("a value"),
        }
    }

    fn percent(&mut self) -> Parse<Expression> {
        let word = self.advance().ok_or(Broken)?;
        let hundredth = word.text.trim_end_matches('%').parse::<Ratio>();
        let share =
            hundredth.and_then(|n| Ratio::new(100, 1).and_then(|hundred| n.over(hundred)).map_err(|e| e.to_string()));
        let share = self.value(word, share)?;
        self.portion_of(Portion { share, rounded_down: false, plus: Ratio::ZERO })
    }

    /// `3`, or `1/3 of roll`
    fn number_or_fraction(&mut self) -> Parse<Expression> {
        let fraction = self.peek_after(1).is_some_and(|w| w.token == Token::Over)
            && self.peek_after(2).is_some_and(|w| w.token == Token::Number)
            && self.word_ahead(3, "of");
        let number = self.number()?;
        if !fraction {
            return Ok(Expression::Number(number));
        }
        self.position += 1;
        let word = self.peek().copied().ok_or(Broken)?;
        let denominator = self.number()?;
        let share = self.value(word, number.over(denominator))?;
        self.portion_of(Portion { share, rounded_down: false, plus: Ratio::ZERO })
    }

    fn portion_of(&mut self, portion: Portion) -> Parse<Expression> {
        if !self.eat_word("of") {
            self.report(Diagnostic::new(Code::BaseMissing, self.last_end()));
            return Err(Broken);
        }
        let base = self.factor()?;
        Ok(Expression::Portion(portion, Box::new(base)))
    }

    fn word_value(&mut self, word: &str) -> Parse<Expression> {
        match word {
            "half" => {
                self.position += 1;
                let share = Ratio::new(1, 2).map_err(|_| Broken)?;
                let rounded_down = self.eat_words(&["rounded", "down"]);
                let plus = if self.eat_words(&["plus", "one"]) { Ratio::ONE } else { Ratio::ZERO };
                self.portion_of(Portion { share, rounded_down, plus })
            }
            "distinct" if self.word_ahead(2, "of") => {
                self.position += 1;
                let fact = self.name("a fact")?;
                self.need_word("of")?;
                Ok(Expression::Distinct(fact, self.set()?))
            }
            "heads" if self.word_ahead(1, "of") => {
                self.position += 1;
                self.need_word("of")?;
                self.set().map(Expression::Heads)
            }
            "count" if self.word_ahead(1, "of") => {
                self.position += 1;
                self.need_word("of")?;
                let what = self.occurrence()?;
                Ok(Expression::Count(Box::new(what), self.window()?))
            }
            "sum" if self.word_ahead(1, "of") => {
                self.position += 2;
                let field = self.name("a field")?;
                self.need_word("of")?;
                let what = self.occurrence()?;
                Ok(Expression::Sum(field, Box::new(what), self.window()?))
            }
            "by" | "about" if self.peek_after(1).is_some_and(|w| w.token == Token::Point) => {
                let who = if word == "by" { Who::By } else { Who::About };
                self.position += 2;
                self.name("a fact").map(|name| Expression::Name(who, name))
            }
            _ => {
                let is_set = DECISION_SETS.contains(&word);
                let set = self.set()?;
                let bare = set.or.is_empty() && set.with.is_none() && set.only.is_none() && !set.at_opening;
                Ok(if bare && !is_set { Expression::Name(Who::Subject, set.of) } else { Expression::Set(set) })
            }
        }
    }

    /// `present with vote at general-conference where (…) at opening`
    pub(super) fn set(&mut self) -> Parse<SetExpression> {
        let every = self.eat_any(&["every", "all"]).is_some();
        let of = self.name("a set of voters, members or seats")?;
        let mut or = Vec::new();
        while every && self.eat_word("or") {
            or.push(self.name("a class")?);
        }
        let with = if self.eat_word("with") { Some(self.right_name()?) } else { None };
        let only = if self.eat_word("where") { Some(Box::new(self.condition_atom()?)) } else { None };
        let at_opening = self.eat_words(&["at", "opening"]);
        Ok(SetExpression { of, or, with, only, at_opening })
    }

    /// `vote at general-conference`, `stand for board`, `vote`
    pub(super) fn right_name(&mut self) -> Parse<RightName> {
        let verb = self.name("a right, such as `vote`")?;
        let scoped = ["at", "in", "for", "on"].iter().any(|word| self.at_word(word)) && !self.word_ahead(1, "opening");
        self.scope_of(verb, scoped)
    }

    /// A right in a list that ends with `for` and its holders: `stand for committee for member`, `vote for associate`.
    pub(super) fn listed_right(&mut self) -> Parse<RightName> {
        let verb = self.name("a right, such as `vote`")?;
        let goes_on = self.word_ahead(2, "for") || self.peek_after(2).is_some_and(|word| word.token == Token::Comma);
        let scoped = ["at", "in", "on"].iter().any(|word| self.at_word(word)) || (self.at_word("for") && goes_on);
        self.scope_of(verb, scoped)
    }

    fn scope_of(&mut self, verb: Name, scoped: bool) -> Parse<RightName> {
        let scope = if scoped && self.peek_after(1).is_some_and(|w| w.token == Token::Word) {
            self.position += 1;
            self.eat_any(&["a", "an", "the"]);
            Some(self.name("a meeting, a decision or a body")?)
        } else {
            None
        };
        Ok(RightName { verb, scope })
    }

    /// `4 weeks after a missed contribution`, `a re-confirm for that year or a later one`
    pub(super) fn occurrence(&mut self) -> Parse<Occurrence> {
        let offset = if self.at_span() {
            let (span, _) = self.span()?;
            let word = self.need_any(&["after", "before"])?;
            Some(if word == "after" { span } else { span.back() })
        } else {
            None
        };
        self.eat_any(&["a", "an", "the", "any"]);
        let what = self.happening()?;
        let by = if self.eat_word("by") { Some(self.party()?) } else { None };
        let period = self.same_period()?;
        let only = if self.eat_word("where") { Some(Box::new(self.condition_atom_chain()?)) } else { None };
        Ok(Occurrence { what, offset, by, period, only })
    }

    /// Conditions of an act joined by `and` only, so that a following `or` belongs to what stands around.
    fn condition_atom_chain(&mut self) -> Parse<Condition> {
        let mut all = vec![self.condition_atom()?];
        while self.eat_word("and") {
            all.push(self.condition_atom()?);
        }
        Ok(alone_or(all, Condition::All))
    }

    fn happening(&mut self) -> Parse<Happening> {
        if self.at_word("missed") && self.peek_after(1).is_some_and(|w| w.token == Token::Word) {
            self.position += 1;
            return self.name("a duty").map(Happening::Missed);
        }
        if self.at_word("settled") && self.peek_after(1).is_some_and(|w| w.token == Token::Word) {
            self.position += 1;
            return self.name("a table").map(Happening::Settled);
        }
        if self.eat_word("joining") {
            return Ok(Happening::Joining);
        }
        if let Some(word) = self.eat_any(&["opening", "closing"]) {
            let of = if self.eat_word("of") {
                self.eat_any(&["a", "an", "the"]);
                Some(self.name("a meeting")?)
            } else {
                None
            };
            return Ok(if word == "opening" { Happening::Opening(of) } else { Happening::Closing(of) });
        }
        let name = self.name("an act, `missed`, `settled`, `opening` or `closing`")?;
        // On a line of its own `carried` begins the next line of a decision.
        let goes_on = self.peek().is_some_and(|word| !word.starts_line);
        if goes_on && self.eat_word("carried") {
            return Ok(Happening::Carried(name));
        }
        if goes_on && self.eat_words(&["not", "carried"]) {
            return Ok(Happening::NotCarried(name));
        }
        Ok(Happening::Named(name))
    }

    fn same_period(&mut self) -> Parse<Option<SamePeriod>> {
        if self.eat_words(&["for", "that"]) {
            self.name("a period")?;
            let later = self.eat_words(&["or", "a", "later", "one"]);
            return Ok(Some(if later { SamePeriod::SameOrLater } else { SamePeriod::Same }));
        }
        if self.eat_words(&["for", "a", "later"]) {
            self.name("a period")?;
            return Ok(Some(SamePeriod::Later));
        }
        Ok(None)
    }

    /// `30 November`, `14 days from forms-sent`, `within 1 month of apply`, `8 weeks before opening`
    pub(super) fn when(&mut self) -> Parse<When> {
        if self.at_day_of_month() {
            return self.day_of_month().map(|(day, month)| When::DayOfPeriod(day, month));
        }
        if self.at_token(Token::Date) {
            return self.date().map(When::On);
        }
        self.eat_word("at");
        if self.eat_words(&["the", "end", "of", "the", "period"]) || self.eat_words(&["end", "of", "period"]) {
            return Ok(When::EndOfPeriod);
        }
        self.eat_word("within");
        if !self.at_span() {
            return self.expected("a date such as `30 November`, or a span such as `14 days from …`");
        }
        let (span, clear) = self.span()?;
        if self.eat_word("before") {
            let of = Box::new(self.occurrence()?);
            return Ok(When::Before { span, of, clear });
        }
        let from =
            if self.eat_any(&["of", "from", "after"]).is_some() { Some(Box::new(self.occurrence()?)) } else { None };
        Ok(When::After { span, from, clear })
    }
}

fn alone_or(mut conditions: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    match (conditions.len(), conditions.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            conditions.push(last);
            many(conditions)
        }
        (_, None) => many(conditions),
    }
}
