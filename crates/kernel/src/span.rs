//! Spans of time as charters count them: days and weeks on one side, months and years on the other.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A length of time. Days and months are never compared or summed with each other: a month has no fixed number
/// of days. Negative spans count back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// Days; a week is seven.
    Days(i32),
    /// Months; a year is twelve.
    Months(i32),
}

impl Span {
    /// The span of `count` units named `day`, `week`, `month`, `year` or their plurals.
    pub fn of(count: i32, unit: &str) -> Option<Self> {
        match unit {
            "day" | "days" => Some(Span::Days(count)),
            "week" | "weeks" => count.checked_mul(7).map(Span::Days),
            "month" | "months" => Some(Span::Months(count)),
            "year" | "years" => count.checked_mul(12).map(Span::Months),
            _ => None,
        }
    }

    /// Whether it counts back in time.
    pub fn is_back(self) -> bool {
        match self {
            Span::Days(count) | Span::Months(count) => count < 0,
        }
    }

    /// The same length in the other direction.
    pub fn back(self) -> Self {
        match self {
            Span::Days(days) => Span::Days(days.saturating_neg()),
            Span::Months(months) => Span::Months(months.saturating_neg()),
        }
    }

    /// The fewest and the most days this span can cover, for feasibility checks: a month has 28 to 31.
    pub fn day_bounds(self) -> (i64, i64) {
        match self {
            Span::Days(days) => (i64::from(days), i64::from(days)),
            Span::Months(months) => {
                let months = i64::from(months);
                // Twelve months are 365 or 366 days; a remainder of months is bounded month by month.
                let (years, rest) = (months / 12, months % 12);
                (years * 365 + rest * 28, years * 366 + rest * 31)
            }
        }
    }

    fn parts(self) -> (i32, &'static str) {
        match self {
            Span::Days(days) if days != 0 && days % 7 == 0 => (days / 7, "week"),
            Span::Days(days) => (days, "day"),
            Span::Months(months) if months != 0 && months % 12 == 0 => (months / 12, "year"),
            Span::Months(months) => (months, "month"),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = self.parts();
        let plural = if count.abs() == 1 { "" } else { "s" };
        write!(out, "{count} {unit}{plural}")
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        let parsed = text.split_once(' ').and_then(|(count, unit)| Span::of(count.parse().ok()?, unit));
        parsed.ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a span such as `6 months`")))
    }
}

impl schemars::JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "pattern": "^-?[0-9]+ (day|week|month|year)s?$",
            "description": "A length of time: 14 days, 6 months."
        })
    }
}
