//! PayPal's objects, as far as we read them.

use chrono::{DateTime, SecondsFormat, Utc};
use kernel::{Currency, Money};
use serde::{Deserialize, Serialize};

use crate::{Dispute, DisputeState, Fault, Hint, Paid, Payout, Refund, RefundState, State, Touched};

/// An amount as PayPal writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    currency_code: String,
    value: String,
}

/// Currencies that PayPal takes, with the decimals that it takes of them: not always those of ISO 4217.
const CURRENCIES: &[(&str, u32)] = &[
    ("AUD", 2),
    ("BRL", 2),
    ("CAD", 2),
    ("CHF", 2),
    ("CZK", 2),
    ("DKK", 2),
    ("EUR", 2),
    ("GBP", 2),
    ("HKD", 2),
    ("HUF", 0),
    ("ILS", 2),
    ("JPY", 0),
    ("MXN", 2),
    ("MYR", 2),
    ("NOK", 2),
    ("NZD", 2),
    ("PHP", 2),
    ("PLN", 2),
    ("SEK", 2),
    ("SGD", 2),
    ("THB", 2),
    ("TWD", 0),
    ("USD", 2),
];

/// The decimals that PayPal takes of a currency; none: it does not take it.
pub fn decimals(currency: Currency) -> Option<u32> {
    CURRENCIES.iter().find(|(code, _)| *code == currency.code()).map(|(_, decimals)| *decimals)
}

/// An amount as PayPal takes it; none: it cannot be said exactly there.
pub fn amount(money: Money) -> Option<Amount> {
    let (own, theirs) = (money.currency().decimals(), decimals(money.currency())?);
    let scale = 10_i64.pow(own.saturating_sub(theirs));
    let plain = money.plain();
    if money.minor() % scale != 0 {
        return None;
    }
    let cut = if theirs == 0 { plain.split('.').next().unwrap_or(&plain).to_owned() } else { plain };
    Some(Amount { currency_code: money.currency().code().to_owned(), value: cut })
}

impl Amount {
    fn money(&self) -> Result<Money, Fault> {
        let unreadable = |_| Fault::Uncertain(String::from("an amount that cannot be read"));
        Money::of_plain(&self.value, Currency::new(&self.currency_code).map_err(unreadable)?).map_err(unreadable)
    }
}

/// The locale of PayPal's pages for a language; English where it has none.
pub fn locale(language: &str) -> &'static str {
    match language {
        "th" => "th-TH",
        "vi" => "vi-VN",
        "zh" => "zh-CN",
        _ => "en-US",
    }
}

/// An instant as PayPal's addresses take it.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[derive(Deserialize)]
pub struct Link {
    href: String,
    rel: String,
}

/// An order.
#[derive(Deserialize)]
pub struct OrderObject {
    pub id: String,
    pub status: String,
    #[serde(default)]
    purchase_units: Vec<Unit>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
struct Unit {
    custom_id: Option<String>,
    #[serde(default)]
    payments: Payments,
}

#[derive(Default, Deserialize)]
struct Payments {
    #[serde(default)]
    captures: Vec<Capture>,
    #[serde(default)]
    refunds: Vec<RefundObject>,
}

/// Money that was taken.
#[derive(Deserialize)]
pub struct Capture {
    id: String,
    status: String,
    amount: Amount,
    create_time: DateTime<Utc>,
    seller_receivable_breakdown: Option<Breakdown>,
    supplementary_data: Option<Supplementary>,
}

#[derive(Deserialize)]
struct Breakdown {
    paypal_fee: Option<Amount>,
}

#[derive(Deserialize)]
struct Supplementary {
    related_ids: Related,
}

#[derive(Deserialize)]
struct Related {
    order_id: Option<String>,
}

#[derive(Deserialize)]
struct RefundObject {
    id: String,
    status: String,
    amount: Amount,
    create_time: DateTime<Utc>,
}

impl Capture {
    /// The order that it belongs to.
    pub fn order_id(&self) -> Option<&str> {
        self.supplementary_data.as_ref()?.related_ids.order_id.as_deref()
    }

    /// Whether it is money; what is refunded afterwards was money all the same.
    fn is_money(&self) -> bool {
        matches!(self.status.as_str(), "COMPLETED" | "PARTIALLY_REFUNDED" | "REFUNDED")
    }
}

impl OrderObject {
    /// Our name of the attempt.
    pub fn attempt(&self) -> Option<&str> {
        self.purchase_units.first()?.custom_id.as_deref()
    }

    /// The page on which the payer agrees.
    pub fn payer_page(&self) -> Option<&str> {
        let page = self.links.iter().find(|link| matches!(link.rel.as_str(), "payer-action" | "approve"));
        page.map(|link| link.href.as_str())
    }

    fn captures(&self) -> impl Iterator<Item = &Capture> {
        self.purchase_units.iter().flat_map(|unit| &unit.payments.captures)
    }

    /// What became of it, where there is no money.
    pub fn state(&self) -> State {
        let of_captures = self.captures().map(|capture| match capture.status.as_str() {
            "PENDING" => State::Processing,
            _ => State::Failed,
        });
        let of_order = match self.status.as_str() {
            "VOIDED" => State::Expired,
            _ => State::Open,
        };
        of_captures.last().unwrap_or(of_order)
    }

    /// The money.
    pub fn paid(&self) -> Result<Option<Paid>, Fault> {
        let Some(capture) = self.captures().find(|capture| capture.is_money()) else { return Ok(None) };
        let gross = capture.amount.money()?;
        let fee = capture.seller_receivable_breakdown.as_ref().and_then(|breakdown| breakdown.paypal_fee.as_ref());
        let fee = fee.map(Amount::money).transpose()?.filter(|fee| fee.currency() == gross.currency());
        Ok(Some(Paid { reference: capture.id.clone(), gross, fee, at: capture.create_time }))
    }

    /// What was given back.
    pub fn refunds(&self) -> Result<Vec<Refund>, Fault> {
        let refund = |refund: &RefundObject| {
            let state = match refund.status.as_str() {
                "COMPLETED" => RefundState::Done,
                "PENDING" => RefundState::Pending,
                _ => RefundState::Failed,
            };
            Ok(Refund { reference: refund.id.clone(), amount: refund.amount.money()?, at: refund.create_time, state })
        };
        self.purchase_units.iter().flat_map(|unit| &unit.payments.refunds).map(refund).collect()
    }
}

/// Disputes.
#[derive(Deserialize)]
pub struct DisputeList {
    #[serde(default)]
    items: Vec<DisputeObject>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
struct DisputeObject {
    dispute_id: String,
    status: String,
    dispute_amount: Amount,
    create_time: DateTime<Utc>,
    update_time: Option<DateTime<Utc>>,
    dispute_outcome: Option<Outcome>,
    fee: Option<Amount>,
    #[serde(default)]
    disputed_transactions: Vec<Disputed>,
}

#[derive(Deserialize)]
struct Outcome {
    outcome_code: Option<String>,
}

#[derive(Deserialize)]
struct Disputed {
    seller_transaction_id: Option<String>,
}

impl DisputeList {
    /// Those of one payment.
    pub fn disputes(&self) -> Result<Vec<Dispute>, Fault> {
        let dispute = |one: &DisputeObject| {
            let outcome = one.dispute_outcome.as_ref().and_then(|outcome| outcome.outcome_code.as_deref());
            let amount = one.dispute_amount.money()?;
            Ok(Dispute {
                reference: one.dispute_id.clone(),
                amount,
                fee: one.fee.as_ref().map_or_else(|| Ok(Money::zero(amount.currency())), Amount::money)?,
                at: one.create_time,
                state: DisputeState::of_paypal(&one.status, outcome),
            })
        };
        self.items.iter().map(dispute).collect()
    }

    /// The address of what follows, below the interface's own; none: this is the last page.
    pub fn next(&self) -> Option<String> {
        let next = self.links.iter().find(|link| link.rel == "next")?;
        next.href.split_once("/v1/customer/").map(|(_, rest)| format!("/v1/customer/{rest}"))
    }

    /// Where they point.
    pub fn touched(&self) -> Vec<Touched> {
        let of = |one: &DisputeObject| {
            let when = one.update_time.unwrap_or(one.create_time);
            let ids = one.disputed_transactions.iter().filter_map(|disputed| disputed.seller_transaction_id.clone());
            ids.map(|id| Touched { at: Hint::Payment(id), when }).collect::<Vec<_>>()
        };
        self.items.iter().flat_map(of).collect()
    }
}

/// Transactions of the account.
#[derive(Deserialize)]
pub struct Transactions {
    #[serde(default)]
    transaction_details: Vec<Detail>,
    #[serde(default)]
    total_pages: u32,
}

impl Transactions {
    /// How many pages there are.
    pub fn pages(&self) -> u32 {
        self.total_pages
    }
}

#[derive(Deserialize)]
struct Detail {
    transaction_info: Info,
}

#[derive(Deserialize)]
struct Info {
    transaction_id: String,
    paypal_reference_id: Option<String>,
    transaction_event_code: String,
    transaction_initiation_date: DateTime<Utc>,
    transaction_amount: Amount,
}

impl Transactions {
    /// Where they point: a refund at what it gives back.
    pub fn touched(&self) -> Vec<Touched> {
        let touched = |detail: &Detail| {
            let info = &detail.transaction_info;
            let id = info.paypal_reference_id.as_ref().unwrap_or(&info.transaction_id);
            Touched { at: Hint::Payment(id.clone()), when: info.transaction_initiation_date }
        };
        let of_payers = |detail: &&Detail| !detail.transaction_info.transaction_event_code.starts_with("T04");
        self.transaction_details.iter().filter(of_payers).map(touched).collect()
    }

    /// Those that went to the bank.
    pub fn payouts(&self) -> Result<Vec<Payout>, Fault> {
        let payout = |detail: &Detail| {
            let info = &detail.transaction_info;
            let taken = info.transaction_amount.money()?;
            let amount = if taken.minor() < 0 { taken.negated().map_err(|_| Fault::Unknown)? } else { taken };
            Ok(Payout { reference: info.transaction_id.clone(), amount, at: info.transaction_initiation_date })
        };
        let to_bank = |detail: &&Detail| detail.transaction_info.transaction_event_code.starts_with("T04");
        self.transaction_details.iter().filter(to_bank).map(payout).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_with_the_decimals_that_paypal_takes() {
        let said = |text: &str| amount(text.parse().unwrap()).map(|amount| amount.value);
        assert_eq!(said("USD 15"), Some(String::from("15.00")));
        assert_eq!(said("JPY 1500"), Some(String::from("1500")));
        assert_eq!(said("HUF 1500"), Some(String::from("1500")));
        assert_eq!(said("HUF 1500.50"), None, "PayPal takes no parts of a forint");
        assert_eq!(said("KHR 4000"), None, "PayPal takes no riels");
    }
}
