//! A number of votes as it stands in a record.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};
use serde::{Serialize, Serializer};

/// A number of votes: fixed-point with the digits that the rule keeps, or an exact fraction. It is written as
/// `7498.00000`, or as `2598360623/1000000` where a fraction is not whole.
#[derive(Clone, Debug)]
pub enum Quantity {
    /// `units` of `10^-digits` votes.
    Fixed {
        /// How many of the smallest units.
        units: i128,
        /// Digits after the point.
        digits: u8,
    },
    /// An exact fraction.
    Exact(BigRational),
}

impl Quantity {
    /// A whole number of votes.
    pub fn whole(votes: u64) -> Self {
        Quantity::Fixed { units: i128::from(votes), digits: 0 }
    }

    /// As an exact fraction.
    pub fn exact(&self) -> BigRational {
        match self {
            Quantity::Fixed { units, digits } => {
                BigRational::new(BigInt::from(*units), BigInt::from(10u8).pow(u32::from(*digits)))
            }
            Quantity::Exact(value) => value.clone(),
        }
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        match self {
            Quantity::Fixed { units, .. } => *units == 0,
            Quantity::Exact(value) => value.is_zero(),
        }
    }

    /// Ten thousandths of `whole` that this is, for drawing.
    pub fn share_of(&self, whole: &Quantity) -> u32 {
        let whole = whole.exact();
        if whole.is_zero() {
            return 0;
        }
        let share = self.exact() * BigInt::from(10_000) / whole;
        share.to_integer().to_u32().unwrap_or(0)
    }

    /// With so many digits after the point; more are cut off. For reading, where a fraction would be too long.
    pub fn rounded(&self, digits: u8) -> String {
        match self {
            Quantity::Fixed { digits: own, .. } if *own <= digits => self.to_string(),
            _ => {
                let units = (self.exact() * BigInt::from(10u8).pow(u32::from(digits))).to_integer();
                Quantity::Fixed { units: units.to_i128().unwrap_or(i128::MAX), digits }.to_string()
            }
        }
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Quantity {}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quantity {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Quantity::Fixed { units, digits }, Quantity::Fixed { units: theirs, digits: same }) if digits == same => {
                units.cmp(theirs)
            }
            _ => self.exact().cmp(&other.exact()),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::Fixed { units, digits: 0 } => write!(out, "{units}"),
            Quantity::Fixed { units, digits } => {
                let scale = 10u128.pow(u32::from(*digits));
                let sign = if *units < 0 { "-" } else { "" };
                let (whole, part) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
                write!(out, "{sign}{whole}.{part:0width$}", width = usize::from(*digits))
            }
            Quantity::Exact(value) if value.denom().is_one() => write!(out, "{}", value.numer()),
            Quantity::Exact(value) => write!(out, "{}/{}", value.numer(), value.denom()),
        }
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
