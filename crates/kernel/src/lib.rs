//! Values with their own arithmetic: civil dates and spans, periods, money, exact ratios.
//!
//! Everything here is a small immutable value. Nothing reads a clock, rounds silently or panics: an operation
//! that cannot be carried out says so in its type. Names and identifiers of the domain live in `charter`.

#![warn(clippy::disallowed_methods)]

mod date;
mod money;
mod period;
mod ratio;
mod span;

pub use date::{Date, Month, MonthEnd};
pub use money::{Currency, Money, MoneyError};
pub use period::{Period, PeriodKind};
pub use ratio::{Ratio, RatioError};
pub use span::Span;
