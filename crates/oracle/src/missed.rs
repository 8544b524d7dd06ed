//! Conditions on missed duties and on fees.

use charter_syntax::ast::{MissedDuties, SettledFee, TableDecl};
use kernel::Date;

use crate::duties::{Instance, State};
use crate::occurrences::{Whose, fits_period};
use crate::truth::{Known, Trouble, Truth, all, any};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// Whether as many instances of a duty were missed as a condition says, in the way it says.
    pub fn is_missed(&self, missed: &'a MissedDuties, case: Case<'a>) -> Truth {
        let duty = self.charter.duty(missed.duty.as_str()).ok_or(Trouble::OutOfScope)?;
        let instances = self.instances(duty, case.subject, case.day)?;
        let mut run = 0;
        let mut last: Option<(usize, &Instance<'a>)> = None;
        for (place, instance) in instances.iter().enumerate() {
            let not_yet = instance.due.is_none_or(|due| case.day <= due);
            if not_yet || self.state(duty, instance, case.subject, case.day)? != State::Missed {
                continue;
            }
            if !self.was_asked(missed, instance, case)? {
                (run, last) = (0, None);
                continue;
            }
            let joins = match last {
                Some(last) => self.joins(missed, last, (place, instance))?,
                None => false,
            };
            run = if joins { run + 1 } else { 1 };
            last = Some((place, instance));
            if run >= missed.count {
                return Ok(true);
            }
        }
        Ok(missed.count == 0)
    }

    /// Whether what must come before a missed instance did, by its due day.
    fn was_asked(&self, missed: &'a MissedDuties, instance: &Instance<'a>, case: Case<'a>) -> Truth {
        let (Some(asked), Some(due)) = (&missed.each_after, instance.due) else { return Ok(true) };
        let events = self.events(asked, Whose::Of(case.subject), due.min(case.day))?;
        let for_it = events.iter().filter(|event| match (event.period, instance.period) {
            (Some((one, period)), Some((other, wanted))) if one == other && asked.period.is_none() => period == wanted,
            _ => fits_period(asked.period, instance.period, event.period),
        });
        any(for_it.map(|event| self.counts(event)))
    }

    /// Whether a missed instance goes on with the row that the one before it is in.
    fn joins(&self, missed: &MissedDuties, last: (usize, &Instance<'a>), next: (usize, &Instance<'a>)) -> Known<bool> {
        if missed.consecutive {
            let adjacent = match (last.1.period, next.1.period) {
                (Some((kind, one)), Some((_, two))) => kind.next(one) == two,
                _ => last.0 + 1 == next.0,
            };
            if !adjacent {
                return Ok(false);
            }
        }
        let Some(name) = &missed.in_one else { return Ok(true) };
        let kind = self.charter.period(name.as_str()).ok_or(Trouble::OutOfScope)?;
        let within = |instance: &Instance<'a>| instance.due.and_then(|due| kind.containing(due));
        Ok(within(last.1) == within(next.1))
    }

    /// Whether fees are settled: of the period at hand, of the last closed one, or of every one past due.
    pub fn fee_is_settled(&self, fee: &'a SettledFee, case: Case<'a>) -> Truth {
        let table = self.charter.table(fee.table.as_str()).ok_or(Trouble::OutOfScope)?;
        let name = table.name.as_str();
        if let (Some(period), false) = (case.period, fee.last_closed) {
            return self.is_settled(name, case.subject, Some(period), case.day);
        }
        if fee.last_closed {
            let owed = self.last_closed(table, case.subject, case.day)?;
            return owed.map_or(Ok(true), |period| self.is_settled(name, case.subject, Some(period), case.day));
        }
        let owed = self.past_due(table, case.subject, case.day)?;
        all(owed.into_iter().map(|(period, _)| self.is_settled(name, case.subject, Some(period), case.day)))
    }

    /// The last period whose due day has passed, if its fee was owed.
    fn last_closed(&self, table: &'a TableDecl, who: &'a str, day: Date) -> Known<Option<crate::world::Timed>> {
        let kind = self.period_kind(table)?;
        let mut period = kind.containing(day).ok_or(Trouble::OutOfScope)?;
        while self.fee_due(table, kind, period)? >= day {
            period = kind.previous(period);
        }
        Ok(self.is_owed(table, kind, period, who)?.then_some((kind, period)))
    }
}
