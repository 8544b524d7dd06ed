//! Amounts as Stripe says them: its own number of decimals, its own smallest amounts.
//! (docs.stripe.com/currencies, read in November 2026.)

use std::str::FromStr;

use kernel::{Currency, Money};
use payments::Fault;

/// Currencies that Stripe takes without decimals.
const WITHOUT_DECIMALS: &[&str] =
    &["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];
/// Currencies that Stripe takes with three.
const WITH_THREE: &[&str] = &["BHD", "JOD", "KWD", "OMR", "TND"];

/// The smallest amounts that can be charged, in our minor units.
const SMALLEST: &[(&str, i64)] = &[
    ("AED", 200),
    ("AUD", 50),
    ("BRL", 50),
    ("CAD", 50),
    ("CHF", 50),
    ("CZK", 1500),
    ("DKK", 250),
    ("EUR", 50),
    ("GBP", 30),
    ("HKD", 400),
    ("HUF", 17_500),
    ("INR", 50),
    ("JPY", 50),
    ("MXN", 1000),
    ("MYR", 200),
    ("NOK", 300),
    ("NZD", 50),
    ("PLN", 200),
    ("RON", 200),
    ("SEK", 300),
    ("SGD", 50),
    ("THB", 1000),
    ("USD", 50),
];

fn decimals(currency: Currency) -> u32 {
    let code = currency.code();
    if WITHOUT_DECIMALS.contains(&code) {
        0
    } else if WITH_THREE.contains(&code) {
        3
    } else {
        2
    }
}

/// The smallest amount of a currency; where none is written, what settles it is the exchange, and Stripe says so.
pub fn smallest(currency: Currency) -> Money {
    let minor = SMALLEST.iter().find(|(code, _)| *code == currency.code()).map_or(1, |(_, minor)| *minor);
    Money::of_minor(minor, currency)
}

/// An amount as Stripe says it; none: it cannot be said exactly there.
pub fn said(money: Money) -> Option<i64> {
    let (own, theirs) = (money.currency().decimals(), decimals(money.currency()));
    match theirs.checked_sub(own) {
        Some(more) => money.minor().checked_mul(10_i64.checked_pow(more)?),
        None => {
            let scale = 10_i64.checked_pow(own.saturating_sub(theirs))?;
            (money.minor() % scale == 0).then(|| money.minor() / scale)
        }
    }
    // Currencies with three decimals end in a nought there.
    .filter(|minor| theirs != 3 || minor % 10 == 0)
}

/// What Stripe said, as an amount.
pub fn heard(minor: i64, currency: &stripe_types::Currency) -> Result<Money, Fault> {
    let unreadable = || Fault::Uncertain(format!("an amount in `{currency}`"));
    let currency = Currency::new(&currency.to_string().to_uppercase()).map_err(|_| unreadable())?;
    let (own, theirs) = (currency.decimals(), decimals(currency));
    let scaled = match own.checked_sub(theirs) {
        Some(more) => minor.checked_mul(10_i64.pow(more)),
        None => {
            let scale = 10_i64.pow(theirs.saturating_sub(own));
            (minor % scale == 0).then(|| minor / scale)
        }
    };
    scaled.map(|minor| Money::of_minor(minor, currency)).ok_or_else(unreadable)
}

/// Stripe's code of a currency.
pub fn code(currency: Currency) -> stripe_types::Currency {
    let code = currency.code().to_lowercase();
    stripe_types::Currency::from_str(&code).unwrap_or(stripe_types::Currency::Unknown(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_heard_as_they_are_said_whatever_the_decimals() {
        for (text, theirs) in
            [("USD 15", 1500), ("VND 15000", 15_000), ("KWD 1.500", 1500), ("MGA 1500", 1500), ("ISK 100", 10_000)]
        {
            let money: Money = text.parse().unwrap();
            assert_eq!(said(money), Some(theirs), "{text}");
            assert_eq!(heard(theirs, &code(money.currency())), Ok(money), "{text}");
        }
        assert_eq!(said("MGA 1500.20".parse().unwrap()), None, "Stripe takes no parts of an ariary");
        assert_eq!(said("KWD 1.505".parse().unwrap()), None, "Stripe wants the last of three decimals to be nought");
    }
}
