//! What the oracle looks at: the charter, the acts, the day asked about, the readings; and the calendar's arithmetic.

use std::cell::Cell;

use charter::act::TypedAct;
use charter::{Charter, Need};
use charter_syntax::ast::{FirstDay, Guard, Guarded, When};
use kernel::{Date, MonthEnd, Period, PeriodKind, Span};

use crate::results::Ballot;
use crate::truth::{Known, Trouble, Truth, all};

/// Judgements nested deeper than this are given up.
const DEEPEST: u32 = 40;

/// Everything a judgement depends on.
#[derive(Clone, Copy)]
pub(crate) struct World<'a> {
    pub charter: &'a Charter,
    /// All known acts, in order of effect.
    pub acts: &'a [&'a TypedAct],
    pub as_of: Date,
    /// The day as of which readings are chosen: the one that was asked about.
    pub asked_on: Date,
    pub under: &'a [Guard],
    /// Memberships taken to go on, while it is judged whether they end.
    pub assumed: Option<&'a Assumed<'a>>,
    /// Acts whose effect is being judged: they do not count for themselves.
    pub judged: Option<&'a Judged<'a>>,
    /// The ballot whose conditions are being judged.
    pub ballot: Option<&'a Ballot<'a>>,
    /// A finding that nobody has made is waited for: a definition is asked about by itself, not in a rule.
    pub waits: bool,
    pub depth: u32,
    pub steps: &'a Cell<u64>,
}

/// A membership taken to go on from its first day.
pub(crate) struct Assumed<'a> {
    pub class: &'a str,
    pub who: &'a str,
    pub from: Date,
    pub outer: Option<&'a Assumed<'a>>,
}

/// An act whose effect is being judged.
pub(crate) struct Judged<'a> {
    pub act: &'a TypedAct,
    pub outer: Option<&'a Judged<'a>>,
}

/// A period with the way it cuts time.
pub(crate) type Timed = (PeriodKind, Period);

/// What a condition is judged of.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub day: Date,
    pub subject: &'a str,
    pub by: Option<&'a str>,
    pub about: Option<&'a str>,
    pub act: Option<&'a TypedAct>,
    pub period: Option<Timed>,
}

impl<'a> Case<'a> {
    /// A subject on a day, with no act at hand.
    pub fn of(subject: &'a str, day: Date) -> Self {
        Case { day, subject, by: None, about: None, act: None, period: None }
    }
}

impl<'a> World<'a> {
    /// Counts a step; too many, or too deep, and the answer is given up.
    pub fn step(&self) -> Known<()> {
        let left = self.steps.get();
        self.steps.set(left.saturating_sub(1));
        if left == 0 || self.depth > DEEPEST { Err(Trouble::OutOfScope) } else { Ok(()) }
    }

    /// The same, one judgement deeper.
    pub fn deeper(&self) -> World<'a> {
        World { depth: self.depth + 1, ..*self }
    }

    /// The membership that is taken to go on, if it is this one.
    pub fn assumed(&self, class: &str, who: &str) -> Option<Date> {
        let mut next = self.assumed;
        while let Some(assumed) = next {
            if assumed.class == class && assumed.who == who {
                return Some(assumed.from);
            }
            next = assumed.outer;
        }
        None
    }

    /// Whether the effect of this act is being judged right now.
    pub fn is_judged(&self, act: &TypedAct) -> bool {
        let mut next = self.judged;
        while let Some(judged) = next {
            if std::ptr::eq(judged.act, act) {
                return true;
            }
            next = judged.outer;
        }
        false
    }

    /// Whether all these options are the chosen ones.
    pub fn active(&self, under: &[Guard]) -> Truth {
        all(under.iter().map(|guard| match self.option(guard.reading.as_str()) {
            Some(option) => Ok(guard.option == option),
            None => Err(Trouble::Needs(Need::Reading { reading: guard.reading.text.clone() })),
        }))
    }

    /// The option chosen: by the question, by an act of adoption, or the one proposed.
    fn option(&self, reading: &str) -> Option<&'a str> {
        if let Some(guard) = self.under.iter().find(|guard| guard.reading == reading) {
            return Some(guard.option.as_str());
        }
        let adopted =
            self.acts.iter().rev().find(|act| {
                act.act == "adopt-reading" && act.on <= self.asked_on && act.word("reading") == Some(reading)
            });
        if let Some(option) = adopted.and_then(|act| act.word("option")) {
            return Some(option);
        }
        let options = &self.charter.reading(reading)?.options;
        options.iter().find(|option| option.proposed).map(|option| option.name.as_str())
    }

    /// The first line that is active.
    pub fn first_active<T>(&self, lines: &'a [Guarded<T>]) -> Known<Option<&'a T>> {
        for line in lines {
            if self.active(&line.under)? {
                return Ok(Some(&line.is));
            }
        }
        Ok(None)
    }

    /// A date moved by a span, under the charter's rule for the ends of months.
    pub fn moved(&self, day: Date, span: Span) -> Known<Date> {
        let rule = self.first_active(&self.charter.header.month_end)?.copied().unwrap_or(MonthEnd::Clamp);
        day.plus(span, rule).ok_or(Trouble::OutOfScope)
    }

    /// The last day of a deadline counted from an event.
    pub fn deadline(&self, event: Date, span: Span, clear: bool) -> Known<Date> {
        let last = self.moved(event, span)?;
        if clear {
            return Ok(last.next());
        }
        let first_day = self.first_active(&self.charter.header.first_day)?;
        Ok(if first_day == Some(&FirstDay::Included) { last.previous() } else { last })
    }

    /// The day that a `due` or `late until` line names, seen from a period or from the day something began.
    pub fn day_named(&self, when: &When, start: Date, period: Option<Timed>) -> Known<Date> {
        let day = match (when, period) {
            (When::DayOfPeriod(day, month), Some((kind, period))) => kind.day_in(period, *month, *day),
            (When::EndOfPeriod, Some((kind, period))) => kind.end(period),
            (When::On(day), _) => Some(*day),
            (When::After { span, from: None, clear }, _) => Some(self.deadline(start, *span, *clear)?),
            _ => None,
        };
        day.ok_or(Trouble::OutOfScope)
    }

    /// The day of the first active of these lines, if there is one.
    pub fn day_of(&self, lines: &'a [Guarded<When>], start: Date, period: Option<Timed>) -> Known<Option<Date>> {
        match self.first_active(lines)? {
            Some(when) => self.day_named(when, start, period).map(Some),
            None => Ok(None),
        }
    }
}
