//! The two arithmetics of a count: fixed-point with named digits, and exact fractions.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::Quantity;

/// How a count adds, multiplies and divides. What cannot be exact is cut off, never rounded up, unless a method says so.
pub(crate) trait Numbers {
    type Value: Clone + Ord;

    fn whole(&self, votes: u64) -> Self::Value;
    fn add(&self, to: &mut Self::Value, what: &Self::Value);
    fn less(&self, from: &Self::Value, what: &Self::Value) -> Self::Value;
    fn times(&self, value: &Self::Value, weight: u64) -> Self::Value;
    /// `left × right ÷ by`, cut off once.
    fn times_over(&self, left: &Self::Value, right: &Self::Value, by: &Self::Value) -> Self::Value;
    /// `left × right`, cut off.
    fn product(&self, left: &Self::Value, right: &Self::Value) -> Self::Value;
    /// `left ÷ by`, cut off; nothing when `by` is nothing.
    fn over(&self, left: &Self::Value, by: &Self::Value) -> Self::Value;
    /// The smallest amount above nothing; nothing for exact fractions.
    fn least(&self) -> Self::Value;
    fn show(&self, value: &Self::Value) -> Quantity;
    /// Whether the number has grown too long to go on with.
    fn is_too_long(&self, value: &Self::Value) -> bool;

    fn zero(&self) -> Self::Value {
        self.whole(0)
    }
}

/// Fixed-point numbers in units of `10^-digits`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fixed {
    digits: u8,
    scale: i128,
}

impl Fixed {
    /// The most digits that are kept.
    pub const MOST: u8 = 9;

    pub fn new(digits: u8) -> Self {
        let digits = digits.min(Self::MOST);
        Fixed { digits, scale: 10i128.pow(u32::from(digits)) }
    }
}

impl Numbers for Fixed {
    type Value = i128;

    fn whole(&self, votes: u64) -> i128 {
        i128::from(votes) * self.scale
    }

    fn add(&self, to: &mut i128, what: &i128) {
        *to = to.saturating_add(*what);
    }

    fn less(&self, from: &i128, what: &i128) -> i128 {
        from.saturating_sub(*what)
    }

    fn times(&self, value: &i128, weight: u64) -> i128 {
        value.saturating_mul(i128::from(weight))
    }

    fn times_over(&self, left: &i128, right: &i128, by: &i128) -> i128 {
        left.saturating_mul(*right).checked_div(*by).unwrap_or(0)
    }

    fn product(&self, left: &i128, right: &i128) -> i128 {
        left.saturating_mul(*right) / self.scale
    }

    fn over(&self, left: &i128, by: &i128) -> i128 {
        left.saturating_mul(self.scale).checked_div(*by).unwrap_or(0)
    }

    fn least(&self) -> i128 {
        1
    }

    fn show(&self, value: &i128) -> Quantity {
        Quantity::Fixed { units: *value, digits: self.digits }
    }

    fn is_too_long(&self, _: &i128) -> bool {
        false
    }
}

/// Exact fractions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact;

impl Exact {
    /// Each surplus about doubles the length of a fraction; beyond so many bits a count would never end.
    const MOST_BITS: u64 = 10_000;
}

impl Numbers for Exact {
    type Value = BigRational;

    fn whole(&self, votes: u64) -> BigRational {
        BigRational::from_integer(BigInt::from(votes))
    }

    fn add(&self, to: &mut BigRational, what: &BigRational) {
        *to += what;
    }

    fn less(&self, from: &BigRational, what: &BigRational) -> BigRational {
        from - what
    }

    fn times(&self, value: &BigRational, weight: u64) -> BigRational {
        value * BigInt::from(weight)
    }

    fn times_over(&self, left: &BigRational, right: &BigRational, by: &BigRational) -> BigRational {
        self.over(&(left * right), by)
    }

    fn product(&self, left: &BigRational, right: &BigRational) -> BigRational {
        left * right
    }

    fn over(&self, left: &BigRational, by: &BigRational) -> BigRational {
        if by.is_zero() { BigRational::zero() } else { left / by }
    }

    fn least(&self) -> BigRational {
        BigRational::zero()
    }

    fn show(&self, value: &BigRational) -> Quantity {
        Quantity::Exact(value.clone())
    }

    fn is_too_long(&self, value: &BigRational) -> bool {
        value.denom().bits() > Self::MOST_BITS
    }
}
