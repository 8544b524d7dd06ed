//! Which invoices a payment pays: in the order given, each as far as the money goes.

use kernel::{Money, MoneyError};

use crate::InvoiceId;

/// An invoice and what is still owed on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Which.
    pub invoice: InvoiceId,
    /// Who owes it.
    pub payer: String,
    /// How much; nothing or less if it is paid.
    pub open: Money,
}

/// A payment, split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocated {
    /// To each invoice, more than nothing.
    pub parts: Vec<(Owed, Money)>,
    /// What is left.
    pub rest: Money,
}

/// Splits an amount over what is owed, oldest first: the order is the caller's. Invoices in another currency are passed
/// over. The parts and the rest sum to the amount.
pub fn allocate(amount: Money, owed: &[Owed]) -> Result<Allocated, MoneyError> {
    let mut rest = amount;
    let mut parts = Vec::new();
    for one in owed.iter().filter(|one| one.open.currency() == amount.currency() && one.open.is_positive()) {
        if !rest.is_positive() {
            break;
        }
        let part = rest.least(one.open)?;
        rest = rest.minus(part)?;
        parts.push((one.clone(), part));
    }
    Ok(Allocated { parts, rest })
}
