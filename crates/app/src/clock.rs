//! What day it is in a network: the real one in its time zone or, in a demonstration, the day it was moved to.

use charter::Charter;
use chrono::{DateTime, Utc};
use kernel::{Date, MonthEnd, Span};

/// The civil date of an instant in a charter's time zone, moved ahead by so many days.
pub(crate) fn today(charter: Option<&Charter>, now: DateTime<Utc>, days_ahead: i32) -> Date {
    let zone = charter.and_then(|charter| charter.header.time_zone.first());
    let zone: chrono_tz::Tz = zone.and_then(|zone| zone.is.parse().ok()).unwrap_or(chrono_tz::UTC);
    let civil: Date = now.with_timezone(&zone).date_naive().to_string().parse().unwrap_or(Date::MIN);
    civil.plus(Span::Days(days_ahead), MonthEnd::Clamp).unwrap_or(civil)
}
