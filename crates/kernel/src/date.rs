//! Civil dates and the month arithmetic of charters.
//!
//! Months are added from the original date under a declared month-end rule, never chained and never by the
//! calendar library's own choice (Monat et al., "A Formal Model of Date Arithmetic", ESOP 2024, shows why).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Span;

/// A civil date of the years 1 to 9999, without time or zone. Ordered; one machine word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days of the proleptic Gregorian calendar; 0001-01-01 is day 1.
    days: i32,
}

/// A month of the year, January = 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "u8", into = "u8")]
pub struct Month(#[schemars(range(min = 1, max = 12))] u8);

impl TryFrom<u8> for Month {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Month::new(u32::from(number)).ok_or_else(|| format!("{number} is not a month"))
    }
}

impl From<Month> for u8 {
    fn from(month: Month) -> u8 {
        month.0
    }
}

/// What adding months does when the target month has no such day (30 November + 3 months).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MonthEnd {
    /// The last day of the target month: 28 February.
    Clamp,
    /// The first day of the month after: 1 March.
    Roll,
    /// No date: a person has to fix it.
    Refuse,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Month {
    /// The month with this number, 1 to 12.
    pub fn new(number: u32) -> Option<Self> {
        u8::try_from(number).ok().filter(|n| (1..=12).contains(n)).map(Month)
    }

    /// The month with this English name, in full.
    pub fn named(name: &str) -> Option<Self> {
        let place = MONTHS.iter().position(|month| *month == name)?;
        Self::new(u32::try_from(place).ok()? + 1)
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        u32::from(self.0)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(MONTHS.get(usize::from(self.0) - 1).copied().unwrap_or_default())
    }
}

impl Date {
    /// 0001-01-01, before every act.
    pub const MIN: Date = Date { days: 1 };
    /// 9999-12-31, after every act.
    pub const MAX: Date = Date { days: 3_652_059 };

    /// The date with this year, month and day of the month, if there is one in the years 1 to 9999.
    pub fn new(year: i32, month: Month, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month.number(), day).and_then(Self::from_civil)
    }

    /// The date of a calendar library's value, if it lies in the years 1 to 9999.
    pub fn from_civil(date: NaiveDate) -> Option<Self> {
        let days = date.num_days_from_ce();
        (Self::MIN.days..=Self::MAX.days).contains(&days).then_some(Date { days })
    }

    /// The calendar library's value of this date.
    pub fn to_civil(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.days).unwrap_or(NaiveDate::MIN)
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i32, Month, u32) {
        let civil = self.to_civil();
        (civil.year(), Month(u8::try_from(civil.month()).unwrap_or(1)), civil.day())
    }

    /// The day of the week, Monday = 0.
    pub fn weekday(self) -> u32 {
        self.to_civil().weekday().num_days_from_monday()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.to_civil().year()
    }

    /// The day after; [`Date::MAX`] stays.
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The day before; [`Date::MIN`] stays.
    pub fn previous(self) -> Self {
        self.plus_days(-1)
    }

    /// This many days later (earlier when negative), held within the years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Self {
        Date { days: self.days.saturating_add(days).clamp(Self::MIN.days, Self::MAX.days) }
    }

    /// Whole days from `earlier` to this date.
    pub fn days_since(self, earlier: Date) -> i32 {
        self.days - earlier.days
    }

    /// This date moved by a span, forward or (negative span) back, months first. `None` when the month-end rule
    /// refuses, or past the year 9999.
    pub fn plus(self, span: Span, rule: MonthEnd) -> Option<Self> {
        match span {
            Span::Days(days) => {
                let days = self.days.checked_add(days)?;
                (Self::MIN.days..=Self::MAX.days).contains(&days).then_some(Date { days })
            }
            Span::Months(months) => self.plus_months(months, rule),
        }
    }

    fn plus_months(self, months: i32, rule: MonthEnd) -> Option<Self> {
        let (year, month, day) = self.parts();
        let index = year.checked_mul(12)?.checked_add(i32::try_from(month.number()).ok()? - 1)?.checked_add(months)?;
        let year = index.div_euclid(12);
        let month = Month::new(u32::try_from(index.rem_euclid(12)).ok()? + 1)?;
        if let Some(exact) = Self::new(year, month, day) {
            return Some(exact);
        }
        let last = last_day_of_month(year, month)?;
        match rule {
            MonthEnd::Clamp => Some(last),
            MonthEnd::Roll => Some(last.next()),
            MonthEnd::Refuse => None,
        }
    }
}

fn last_day_of_month(year: i32, month: Month) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year:04}-{:02}-{day:02}", month.number())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Date {
    type Err = String;

    /// Reads `2026-11-30`; anything else is refused with a sentence that says so.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, b)| match at {
                4 | 7 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        let civil = shape.then(|| text.parse::<NaiveDate>().ok()).flatten();
        civil.and_then(Self::from_civil).ok_or_else(|| format!("`{text}` is not a date; write it as 2026-11-30"))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "description": "A civil date, 2026-11-30." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_added_under_the_declared_rule() {
        // The cases of clause 7.2.6 of the first tenant, and the leap day.
        for (start, months, clamp, roll, refuse) in [
            ("2026-11-30", 3, "2027-02-28", "2027-03-01", None),
            ("2027-11-29", 3, "2028-02-29", "2028-02-29", Some("2028-02-29")),
            ("2027-11-30", 3, "2028-02-29", "2028-03-01", None),
            ("2026-01-31", 2, "2026-03-31", "2026-03-31", Some("2026-03-31")),
            ("2028-02-29", 12, "2029-02-28", "2029-03-01", None),
            ("2027-05-14", -3, "2027-02-14", "2027-02-14", Some("2027-02-14")),
        ] {
            let span = Span::Months(months);
            assert_eq!(date(start).plus(span, MonthEnd::Clamp), Some(date(clamp)), "{start} clamp");
            assert_eq!(date(start).plus(span, MonthEnd::Roll), Some(date(roll)), "{start} roll");
            assert_eq!(date(start).plus(span, MonthEnd::Refuse), refuse.map(date), "{start} refuse");
        }
    }

    #[test]
    fn only_iso_dates_are_read() {
        for wrong in ["2026-2-3", "2026-02-30", "20260230", "0000-01-01", "2026-11-30T00:00", "२०२६-११-३०"]
        {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
        assert_eq!(date("2026-11-30").to_string(), "2026-11-30");
    }

    #[test]
    fn the_ends_of_time_hold() {
        assert_eq!(Date::MAX.next(), Date::MAX);
        assert_eq!(Date::MAX.to_string(), "9999-12-31");
        assert_eq!(Date::MIN.to_string(), "0001-01-01");
        assert_eq!(Date::MAX.plus(Span::Days(1), MonthEnd::Clamp), None);
    }
}
