//! Money: whole minor units of an ISO 4217 currency. Two currencies never meet in one sum.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Ratio;

/// An ISO 4217 currency with its number of decimals.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

/// An amount in whole minor units (cents) of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why an amount could not be read or computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// Not a currency of ISO 4217.
    UnknownCurrency(String),
    /// Not an amount such as `USD 15` or `USD 9,999.99`.
    Malformed(String),
    /// More decimals than the currency has.
    TooPrecise(String),
    /// Beyond what can be held exactly.
    TooLarge,
    /// Two currencies in one calculation.
    Mixed(Currency, Currency),
}

impl fmt::Display for MoneyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MoneyError::UnknownCurrency(code) => write!(out, "`{code}` is not a currency code of ISO 4217"),
            MoneyError::Malformed(text) => write!(out, "`{text}` is not an amount such as `USD 9,999.99`"),
            MoneyError::TooPrecise(text) => write!(out, "`{text}` has more decimals than its currency"),
            MoneyError::TooLarge => out.write_str("the amount is too large"),
            MoneyError::Mixed(one, other) => write!(out, "{one} and {other} cannot be added or compared"),
        }
    }
}

impl std::error::Error for MoneyError {}

impl Currency {
    /// The currency with this three-letter code.
    pub fn new(code: &str) -> Result<Self, MoneyError> {
        let known = iso_currency::Currency::from_code(code);
        known.map(Currency).ok_or_else(|| MoneyError::UnknownCurrency(code.to_owned()))
    }

    /// The three-letter code.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Digits after the point: two for most currencies, none for some.
    pub fn decimals(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Currency::new(&Cow::<str>::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Currency {
    fn schema_name() -> Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$", "description": "An ISO 4217 code." })
    }
}

impl Money {
    /// An amount of whole minor units.
    pub fn of_minor(minor: i64, currency: Currency) -> Self {
        Money { minor, currency }
    }

    /// An amount given in major units (`9999.99`); refused when the currency has fewer decimals.
    pub fn of_major(amount: Ratio, currency: Currency) -> Result<Self, MoneyError> {
        let scale = Ratio::new(10_i128.pow(currency.decimals()), 1).map_err(|_| MoneyError::TooLarge)?;
        let minor = amount.times(scale).map_err(|_| MoneyError::TooLarge)?;
        if !minor.is_whole() {
            return Err(MoneyError::TooPrecise(format!("{currency} {amount}")));
        }
        minor.to_whole().map(|minor| Money { minor, currency }).ok_or(MoneyError::TooLarge)
    }

    /// Whole minor units.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// None of a currency.
    pub fn zero(currency: Currency) -> Self {
        Money { minor: 0, currency }
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Whether it is more than nothing.
    pub fn is_positive(self) -> bool {
        self.minor > 0
    }

    /// The same amount with the other sign.
    pub fn negated(self) -> Result<Money, MoneyError> {
        let minor = self.minor.checked_neg().ok_or(MoneyError::TooLarge)?;
        Ok(Money { minor, currency: self.currency })
    }

    /// The difference, in one currency.
    pub fn minus(self, other: Money) -> Result<Money, MoneyError> {
        self.plus(other.negated()?)
    }

    /// The smaller of two amounts of one currency.
    pub fn least(self, other: Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mixed(self.currency, other.currency));
        }
        Ok(if other.minor < self.minor { other } else { self })
    }

    /// Worth in another currency, of which one unit costs `rate` units of this one: THB 520 at 34.67 is USD 15.00. Rounded
    /// to its minor unit, halves to the even one.
    pub fn exchanged(self, rate: Ratio, to: Currency) -> Result<Money, MoneyError> {
        let scale = Ratio::new(10_i128.pow(to.decimals()), 10_i128.pow(self.currency.decimals()));
        let exact = Ratio::whole(self.minor).and_then(|minor| minor.times(scale?)).and_then(|minor| minor.over(rate));
        let minor = exact.ok().and_then(Ratio::rounded_half_even).ok_or(MoneyError::TooLarge)?;
        Ok(Money { minor, currency: to })
    }

    /// With all decimals of its currency and no code: `15.00`, as accounts and providers write amounts.
    pub fn plain(self) -> String {
        let scale = 10_u64.pow(self.currency.decimals());
        let (whole, rest) = (self.minor.unsigned_abs() / scale, self.minor.unsigned_abs() % scale);
        let sign = if self.minor < 0 { "-" } else { "" };
        match usize::try_from(self.currency.decimals()) {
            Ok(0) | Err(_) => format!("{sign}{whole}"),
            Ok(width) => format!("{sign}{whole}.{rest:0width$}"),
        }
    }

    /// An amount as `plain` writes it. Refused: more decimals than the currency has, and whatever is no decimal number.
    pub fn of_plain(text: &str, currency: Currency) -> Result<Money, MoneyError> {
        let malformed = || MoneyError::Malformed(text.to_owned());
        if text.contains('/') || text.trim().is_empty() {
            return Err(malformed());
        }
        Money::of_major(text.trim().parse().map_err(|_| malformed())?, currency)
    }

    /// The sum, in one currency.
    pub fn plus(self, other: Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mixed(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::TooLarge)?;
        Ok(Money { minor, currency: self.currency })
    }
}

impl fmt::Display for Money {
    /// `USD 15`, `USD 9999.99`: decimals only where there are some.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u64.pow(self.currency.decimals());
        let (whole, rest) = (self.minor.unsigned_abs() / scale, self.minor.unsigned_abs() % scale);
        let sign = if self.minor < 0 { "-" } else { "" };
        if rest == 0 {
            return write!(out, "{} {sign}{whole}", self.currency);
        }
        let width = usize::try_from(self.currency.decimals()).unwrap_or(0);
        write!(out, "{} {sign}{whole}.{rest:0width$}", self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || MoneyError::Malformed(text.to_owned());
        let (code, amount) = text.trim().split_once(' ').ok_or_else(malformed)?;
        let amount = amount.trim();
        if amount.contains('/') {
            return Err(malformed());
        }
        Money::of_major(amount.parse().map_err(|_| malformed())?, Currency::new(code)?)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Money {
    fn schema_name() -> Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "pattern": "^[A-Z]{3} -?[0-9,]+([.][0-9]+)?$",
            "description": "An amount with its ISO 4217 currency: USD 9999.99."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_their_cents_and_their_currency() {
        for (text, minor, shown) in [
            ("USD 9,999.99", 999_999, "USD 9999.99"),
            ("USD 15", 1500, "USD 15"),
            ("JPY 1500", 1500, "JPY 1500"),
            ("KWD 1.005", 1005, "KWD 1.005"),
            ("USD -0.05", -5, "USD -0.05"),
        ] {
            let money: Money = text.parse().unwrap();
            assert_eq!(money.minor(), minor, "{text}");
            assert_eq!(money.to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        assert!(matches!("USD 1.005".parse::<Money>(), Err(MoneyError::TooPrecise(_))));
        assert!(matches!("XQQ 1".parse::<Money>(), Err(MoneyError::UnknownCurrency(_))));
        assert!(matches!("15".parse::<Money>(), Err(MoneyError::Malformed(_))));
        let (usd, thb): (Money, Money) = ("USD 1".parse().unwrap(), "THB 1".parse().unwrap());
        assert!(matches!(usd.plus(thb), Err(MoneyError::Mixed(_, _))));
    }

    #[test]
    fn what_is_paid_in_another_currency_is_worth_the_nearest_cent() {
        let of = |text: &str| text.parse::<Money>().unwrap();
        let usd = Currency::new("USD").unwrap();
        let rate: Ratio = "34.67".parse().unwrap();
        assert_eq!(of("THB 520").exchanged(rate, usd), Ok(of("USD 15")));
        assert_eq!(of("JPY 1").exchanged("150".parse().unwrap(), usd), Ok(of("USD 0.01")));
        assert_eq!(
            of("USD 0.05").exchanged("2".parse().unwrap(), usd),
            Ok(of("USD 0.02")),
            "halves go to the even cent"
        );
        assert_eq!(of("USD 1").exchanged(Ratio::ZERO, usd), Err(MoneyError::TooLarge));
        assert_eq!(of("KWD 1.005").plain(), "1.005");
        assert_eq!(Money::of_plain("1.5", usd), Ok(of("USD 1.50")));
        assert!(Money::of_plain("1.505", usd).is_err());
    }
}
