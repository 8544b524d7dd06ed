//! What a receipt or a credit note says: kept as it was when it was written.

use kernel::{Date, Money};
use serde::{Deserialize, Serialize};
use store::Invoice;

use super::settings::PayeeShown;

/// A line of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidLine {
    /// The number of the invoice.
    pub number: String,
    /// For whom it is.
    pub member: String,
    /// By which table.
    pub fee: String,
    /// For which period.
    pub period: String,
    /// How much.
    pub amount: Money,
}

impl PaidLine {
    pub(crate) fn of(invoice: &Invoice, amount: Money) -> PaidLine {
        PaidLine {
            number: invoice.number.clone(),
            member: invoice.payer.clone(),
            fee: invoice.fee.clone(),
            period: invoice.period.clone(),
            amount,
        }
    }
}

/// What a paper says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperSays {
    /// Who received, or asks.
    pub payee: PayeeShown,
    /// Who paid.
    pub payer: String,
    /// On which day.
    pub on: Date,
    /// For what.
    pub lines: Vec<PaidLine>,
    /// How much altogether.
    pub total: Money,
    /// What is left in credit.
    #[serde(default)]
    pub credit: Option<Money>,
    /// How: a provider, cash, the bank.
    #[serde(default)]
    pub by: Option<String>,
    /// The name of the payment there.
    #[serde(default)]
    pub reference: Option<String>,
    /// What was handed over, where that was another currency.
    #[serde(default)]
    pub given: Option<Money>,
    /// Why, where it takes something back.
    #[serde(default)]
    pub reason: Option<String>,
    /// It was given without being owed.
    #[serde(default)]
    pub is_gift: bool,
}
