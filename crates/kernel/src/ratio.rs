//! Exact fractions: votes, percentages, thresholds. No floating point anywhere.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact fraction in lowest terms. Numerator and denominator stay within [`Ratio::LIMIT`], so that
/// comparison can never overflow; arithmetic that would leave the range is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

/// A calculation left the range of exact fractions, or divided by zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatioError;

impl fmt::Display for RatioError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the number is too large to be exact, or a division by zero")
    }
}

impl std::error::Error for RatioError {}

impl Ratio {
    /// The largest numerator and denominator: 10^18.
    pub const LIMIT: i128 = 1_000_000_000_000_000_000;
    /// Nothing.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Ratio = Ratio { numerator: 1, denominator: 1 };

    /// `numerator / denominator` in lowest terms.
    pub fn new(numerator: i128, denominator: i128) -> Result<Self, RatioError> {
        if denominator == 0 {
            return Err(RatioError);
        }
        let sign = if denominator < 0 { -1 } else { 1 };
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).map_err(|_| RatioError)?.max(1);
        let numerator = (numerator / divisor).checked_mul(sign).ok_or(RatioError)?;
        let denominator = (denominator / divisor).checked_mul(sign).ok_or(RatioError)?;
        let fits = numerator.checked_abs().is_some_and(|n| n <= Self::LIMIT) && denominator <= Self::LIMIT;
        if fits { Ok(Ratio { numerator, denominator }) } else { Err(RatioError) }
    }

    /// A whole number.
    pub fn whole(number: i64) -> Result<Self, RatioError> {
        Self::new(i128::from(number), 1)
    }

    /// How many things there are.
    pub fn count(number: usize) -> Self {
        i128::try_from(number)
            .ok()
            .and_then(|n| Self::new(n, 1).ok())
            .unwrap_or(Ratio { numerator: Self::LIMIT, denominator: 1 })
    }

    /// The numerator in lowest terms; carries the sign.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator in lowest terms, at least 1.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether this is a whole number.
    pub fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// The whole number, when it is one and fits.
    pub fn to_whole(self) -> Option<i64> {
        if self.is_whole() { i64::try_from(self.numerator).ok() } else { None }
    }

    /// The largest whole number not above this one.
    pub fn floor(self) -> Self {
        Ratio { numerator: self.numerator.div_euclid(self.denominator), denominator: 1 }
    }

    /// The nearest whole number, of two equally near the even one; none if it does not fit.
    pub fn rounded_half_even(self) -> Option<i64> {
        let (below, rest) = (self.numerator.div_euclid(self.denominator), self.numerator.rem_euclid(self.denominator));
        let up = match (rest * 2).cmp(&self.denominator) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => below.rem_euclid(2) == 1,
        };
        i64::try_from(below + i128::from(up)).ok()
    }

    /// Sum.
    pub fn plus(self, other: Self) -> Result<Self, RatioError> {
        let left = self.numerator.checked_mul(other.denominator).ok_or(RatioError)?;
        let right = other.numerator.checked_mul(self.denominator).ok_or(RatioError)?;
        let denominator = self.denominator.checked_mul(other.denominator).ok_or(RatioError)?;
        Self::new(left.checked_add(right).ok_or(RatioError)?, denominator)
    }

    /// Difference.
    pub fn minus(self, other: Self) -> Result<Self, RatioError> {
        self.plus(Ratio { numerator: -other.numerator, denominator: other.denominator })
    }

    /// Product.
    pub fn times(self, other: Self) -> Result<Self, RatioError> {
        let numerator = self.numerator.checked_mul(other.numerator).ok_or(RatioError)?;
        Self::new(numerator, self.denominator.checked_mul(other.denominator).ok_or(RatioError)?)
    }

    /// Quotient; dividing by zero is refused.
    pub fn over(self, other: Self) -> Result<Self, RatioError> {
        let numerator = self.numerator.checked_mul(other.denominator).ok_or(RatioError)?;
        Self::new(numerator, self.denominator.checked_mul(other.numerator).ok_or(RatioError)?)
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        // INVARIANT: both parts are at most 10^18, so the cross products fit.
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

impl fmt::Display for Ratio {
    /// `7`, `2.5` where the decimals end, otherwise `1/3`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match decimals(self.denominator) {
            Some(0) => write!(out, "{}", self.numerator),
            Some(places) => {
                let scale = 10_i128.pow(places);
                let scaled = self.numerator * (scale / self.denominator);
                let sign = if scaled < 0 { "-" } else { "" };
                let (whole, rest) = (scaled.abs() / scale, scaled.abs() % scale);
                write!(out, "{sign}{whole}.{rest:0width$}", width = usize::try_from(places).unwrap_or(0))
            }
            None => write!(out, "{}/{}", self.numerator, self.denominator),
        }
    }
}

/// How many decimals write a fraction with this denominator exactly: at most six, else it stays a fraction.
fn decimals(denominator: i128) -> Option<u32> {
    (0..=6).find(|places| 10_i128.pow(*places) % denominator == 0)
}

impl FromStr for Ratio {
    type Err = String;

    /// Reads `1,001`, `0.25`, `2/3`, `-4`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).ok_or_else(|| format!("`{text}` is not a number that can be held exactly"))
    }
}

fn read(text: &str) -> Option<Ratio> {
    if let Some((numerator, denominator)) = text.split_once('/') {
        return read(numerator)?.over(read(denominator)?).ok();
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let well_formed = whole.starts_with(|c: char| c.is_ascii_digit())
        && whole.bytes().all(|b| b.is_ascii_digit() || b == b',')
        && fraction.bytes().all(|b| b.is_ascii_digit());
    if !well_formed || fraction.len() > 18 {
        return None;
    }
    let all: String = whole.chars().filter(|c| *c != ',').chain(fraction.chars()).collect();
    let scale = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Ratio::new(all.parse::<i128>().ok()?.checked_mul(sign)?, scale).ok()
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.to_whole() {
            Some(whole) => to.serialize_i64(whole),
            None => to.collect_str(&format_args!("{}/{}", self.numerator, self.denominator)),
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written<'a> {
    Whole(i64),
    Text(Cow<'a, str>),
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Written::deserialize(from)? {
            Written::Whole(number) => Ratio::whole(number).map_err(serde::de::Error::custom),
            Written::Text(text) => text.parse().map_err(serde::de::Error::custom),
        }
    }
}

impl schemars::JsonSchema for Ratio {
    fn schema_name() -> Cow<'static, str> {
        "Ratio".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["integer", "string"],
            "description": "An exact number: a whole number, or a fraction or decimal as text, \"2/3\"."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> Ratio {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for (text, shown) in [("1,001", "1001"), ("0.25", "0.25"), ("2/3", "2/3"), ("16.50", "16.5"), ("-4", "-4")] {
            assert_eq!(ratio(text).to_string(), shown);
        }
        for wrong in ["", ".", "1.2.3", "a", "1e9", "1/0", "99999999999999999999"] {
            assert!(wrong.parse::<Ratio>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn arithmetic_is_exact_or_refused() {
        let third = ratio("1/3");
        assert_eq!(third.plus(third).unwrap().plus(third).unwrap(), Ratio::ONE);
        assert_eq!(ratio("31").times(ratio("1/2")).unwrap().plus(Ratio::ONE).unwrap(), ratio("16.5"));
        assert_eq!(ratio("16.5").floor(), ratio("16"));
        assert_eq!(ratio("-0.5").floor(), ratio("-1"));
        let big = Ratio::new(Ratio::LIMIT, 1).unwrap();
        assert_eq!(big.times(big), Err(RatioError));
        assert_eq!(big.plus(Ratio::ONE), Err(RatioError));
        assert!(big > ratio("2/3"));
    }
}
