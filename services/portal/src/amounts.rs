//! Amounts as people type them: `12500`, `12500.00`, `12,500.00`. A comma groups thousands and nothing else, so that a decimal
//! comma is asked about and not read as a hundred times as much.

use kernel::{Currency, Money};

/// What was typed, as an amount; none: it is not certain what is meant.
pub fn typed(text: &str, currency: Currency) -> Option<Money> {
    let text: String = text.split_whitespace().collect();
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = groups.clone().next().is_some();
    let fits = groups.all(|group| group.len() == 3) && (!is_grouped || (1..=3).contains(&first.len()));
    if !fits || rest.is_some_and(|rest| rest.contains(',')) {
        return None;
    }
    Money::of_plain(&text.replace(',', ""), currency).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    #[test]
    fn a_decimal_comma_is_never_read_as_thousands() {
        let usd = Currency::new("USD").unwrap();
        let minor = |text: &str| typed(text, usd).map(Money::minor);
        assert_eq!(minor("12500.50"), Some(1_250_050));
        assert_eq!(minor("1,733,500"), Some(173_350_000));
        assert_eq!(minor("12 500"), Some(1_250_000));
        for unclear in ["12,50", "1,2345", "1234,567", "1.2,3", "", "x"] {
            assert_eq!(minor(unclear), None, "{unclear}");
        }
    }
}
