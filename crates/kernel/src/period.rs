//! Recurring periods (calendar year, fiscal year, quarter, month) and their numbered instances.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Date, Month};

/// A way to cut time into periods: how many months each lasts and the day the first of a year starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PeriodKind {
    /// Months in one period: 12, 3 or 1.
    pub months: u8,
    /// The month (1 to 12) in which a year of periods starts.
    pub start_month: u8,
    /// The day of that month on which it starts.
    pub start_day: u8,
}

/// One period: the year in which it starts and its place in that year, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The year in which the first period of its year starts.
    pub year: i32,
    /// 1 for yearly periods; 1 to 4 for quarters; 1 to 12 for months.
    pub part: u8,
}

impl PeriodKind {
    /// 1 January to 31 December.
    pub const CALENDAR_YEAR: PeriodKind = PeriodKind { months: 12, start_month: 1, start_day: 1 };
    /// Quarters from 1 January.
    pub const QUARTER: PeriodKind = PeriodKind { months: 3, start_month: 1, start_day: 1 };
    /// Calendar months.
    pub const MONTH: PeriodKind = PeriodKind { months: 1, start_month: 1, start_day: 1 };

    /// A year of twelve months that starts on this day; the 29th and later are refused, since not every month has one.
    pub fn year_from(month: Month, day: u32) -> Option<Self> {
        let start_day = u8::try_from(day).ok().filter(|d| (1..=28).contains(d))?;
        Some(PeriodKind { months: 12, start_month: u8::try_from(month.number()).ok()?, start_day })
    }

    /// The first day of a period.
    pub fn start(self, period: Period) -> Option<Date> {
        let offset =
            u32::from(self.start_month) - 1 + u32::from(self.months) * (u32::from(period.part).checked_sub(1)?);
        let year = period.year.checked_add(i32::try_from(offset / 12).ok()?)?;
        Date::new(year, Month::new(offset % 12 + 1)?, u32::from(self.start_day))
    }

    /// The last day of a period.
    pub fn end(self, period: Period) -> Option<Date> {
        self.start(self.next(period)).map(Date::previous)
    }

    /// The period that holds this date.
    pub fn containing(self, date: Date) -> Option<Period> {
        let (year, _, _) = date.parts();
        let mut found = None;
        for candidate in [year.checked_sub(1)?, year] {
            for part in 1..=self.parts_per_year() {
                let period = Period { year: candidate, part };
                if self.start(period).is_some_and(|start| start <= date) {
                    found = Some(period);
                }
            }
        }
        found
    }

    /// The period after.
    pub fn next(self, period: Period) -> Period {
        if period.part < self.parts_per_year() {
            Period { part: period.part + 1, ..period }
        } else {
            Period { year: period.year.saturating_add(1), part: 1 }
        }
    }

    /// The period before.
    pub fn previous(self, period: Period) -> Period {
        if period.part > 1 {
            Period { part: period.part - 1, ..period }
        } else {
            Period { year: period.year.saturating_sub(1), part: self.parts_per_year() }
        }
    }

    /// How many periods a year has.
    pub fn parts_per_year(self) -> u8 {
        12 / self.months.clamp(1, 12)
    }

    /// The day of a period with this month and day of the month, if the period has one.
    pub fn day_in(self, period: Period, month: Month, day: u32) -> Option<Date> {
        let (start, end) = (self.start(period)?, self.end(period)?);
        [start.year(), end.year()]
            .into_iter()
            .filter_map(|year| Date::new(year, month, day))
            .find(|date| (start..=end).contains(date))
    }

    /// A period as charters and registers write it: `2026`, or `2026/3` for the third part of a year.
    pub fn show(self, period: Period) -> PeriodText {
        PeriodText { period, whole_year: self.parts_per_year() == 1 }
    }

    /// Reads `2026` or `2026/3`.
    pub fn read(self, text: &str) -> Option<Period> {
        let (year, part) = match text.split_once('/') {
            Some((year, part)) => (year, part.parse().ok()?),
            None => (text, 1),
        };
        let year: i32 = year.parse().ok().filter(|y| (1..=9998).contains(y))?;
        let alone_is_enough = text.contains('/') || self.parts_per_year() == 1;
        (alone_is_enough && (1..=self.parts_per_year()).contains(&part)).then_some(Period { year, part })
    }
}

/// A period, ready to be written.
#[derive(Clone, Copy, Debug)]
pub struct PeriodText {
    period: Period,
    whole_year: bool,
}

impl fmt::Display for PeriodText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole_year { write!(out, "{}", self.period.year) } else { write!(out, "{}", self.period) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.year, self.part)
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        let parsed =
            text.split_once('/').and_then(|(y, p)| Some(Period { year: y.parse().ok()?, part: p.parse().ok()? }));
        parsed.ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a period such as `2026/1`")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_tile_the_calendar() {
        let fiscal = PeriodKind::year_from(Month::new(4).unwrap(), 1).unwrap();
        for kind in [PeriodKind::CALENDAR_YEAR, PeriodKind::QUARTER, PeriodKind::MONTH, fiscal] {
            let mut day: Date = "2027-12-30".parse().unwrap();
            for _ in 0..800 {
                let period = kind.containing(day).unwrap();
                assert!(kind.start(period).unwrap() <= day && day <= kind.end(period).unwrap(), "{day} {period}");
                assert_eq!(kind.previous(kind.next(period)), period);
                assert_eq!(kind.read(&kind.show(period).to_string()), Some(period));
                day = day.next();
            }
        }
        assert_eq!(fiscal.containing("2027-03-31".parse().unwrap()), Some(Period { year: 2026, part: 1 }));
    }
}
