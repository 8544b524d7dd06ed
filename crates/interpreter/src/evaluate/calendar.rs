//! Dates that the charter computes: due days, windows, plans counted back from a meeting.

use charter_syntax::ast::FirstDay;
use kernel::{Date, Period, PeriodKind, Span};

use super::{Env, Evaluator};
use crate::program::*;

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The date of a `when`; `None` where it cannot be computed (yet).
    pub(crate) fn when(
        &mut self,
        when: &'a WhenIr,
        period: Option<(PeriodKind, Period)>,
        env: Env<'a>,
    ) -> Option<Date> {
        match when {
            WhenIr::On(date) => Some(*date),
            WhenIr::DayOfPeriod(day, month) => {
                let (kind, period) = period?;
                kind.day_in(period, *month, *day)
            }
            WhenIr::EndOfPeriod => {
                let (kind, period) = period?;
                kind.end(period)
            }
            WhenIr::After { span, from, clear } => {
                let start = match from {
                    None => env.start,
                    Some(occ) => self.first_since(occ, env)?,
                };
                self.last_day(start, *span, *clear)
            }
            WhenIr::Before { span, of, clear } => {
                let end = self.occurrences(of, env).first().map(|(date, _)| *date)?;
                self.days_before(end, *span, *clear)
            }
        }
    }

    /// The first occurrence since the case or instance at hand started.
    fn first_since(&mut self, occ: &'a Occ, env: Env<'a>) -> Option<Date> {
        let found = self.occurrences(occ, env);
        found.into_iter().map(|(date, _)| date).find(|date| *date >= env.start && *date <= env.on)
    }

    /// The last day of a span that starts with an event: whether the event's own day counts is the charter's rule.
    pub(crate) fn last_day(&mut self, event: Date, span: Span, clear: bool) -> Option<Date> {
        self.counted();
        let end = self.plus(event, span)?;
        let included = self.first_day == FirstDay::Included && !clear;
        Some(if clear {
            end.next()
        } else if included {
            end.previous()
        } else {
            end
        })
    }

    /// The last day on which something is still this long before a day: 8 weeks before 14 May is 19 March.
    pub(crate) fn days_before(&mut self, end: Date, span: Span, clear: bool) -> Option<Date> {
        let day = self.plus(end, span.back())?;
        Some(if clear { day.previous() } else { day })
    }

    /// The first day that is at least this long after a day: nothing due before it can be late.
    pub(crate) fn earliest_after(&mut self, start: Date, span: Span, clear: bool) -> Option<Date> {
        let mut day = self.plus(start, span)?;
        if clear {
            day = day.next();
        }
        // Months back from `day` may fall before `start` when a month end was cut short.
        for _ in 0..4 {
            match self.days_before(day, span, clear) {
                Some(back) if back >= start => return Some(day),
                _ => day = day.next(),
            }
        }
        Some(day)
    }
}
