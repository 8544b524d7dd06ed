//! Books as the sum of their entries.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use kernel::{Currency, Money};

use crate::{Account, Entry, InvoiceId};

/// Balances that follow from entries. Nothing changes them but another entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    balances: BTreeMap<(Account, &'static str), i128>,
    open: BTreeMap<InvoiceId, i128>,
    credit: BTreeMap<(String, &'static str), i128>,
    keys: HashSet<String>,
}

/// Why an entry was not booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotBooked {
    /// It would pay an invoice more than it asks for.
    PaidTwice(InvoiceId),
}

impl fmt::Display for NotBooked {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotBooked::PaidTwice(invoice) => write!(out, "invoice {:x} would be paid more than it asks for", invoice.0),
        }
    }
}

impl std::error::Error for NotBooked {}

impl Books {
    /// Books an entry under a key. An entry whose key is there changes nothing: answers whether it was new.
    pub fn book(&mut self, key: &str, entry: &Entry) -> Result<bool, NotBooked> {
        if self.keys.contains(key) {
            return Ok(false);
        }
        for (invoice, change) in entry.owed_change() {
            let open = self.open.get(&invoice).copied().unwrap_or_default();
            if open + i128::from(change) < 0 {
                return Err(NotBooked::PaidTwice(invoice));
            }
        }
        self.keys.insert(key.to_owned());
        for posting in entry.postings() {
            let (code, minor) = (posting.amount.currency().code(), i128::from(posting.amount.minor()));
            *self.balances.entry((posting.account.clone(), code)).or_default() += minor;
            if let (Account::Receivable, Some(invoice)) = (&posting.account, posting.invoice) {
                *self.open.entry(invoice).or_default() += minor;
            }
            if let (Account::Credit, Some(payer)) = (&posting.account, &posting.payer) {
                *self.credit.entry((payer.clone(), code)).or_default() -= minor;
            }
        }
        Ok(true)
    }

    /// The balance of an account in a currency, in minor units.
    pub fn balance(&self, account: &Account, currency: Currency) -> i128 {
        self.balances.get(&(account.clone(), currency.code())).copied().unwrap_or_default()
    }

    /// What is still owed on an invoice, in minor units.
    pub fn open(&self, invoice: InvoiceId) -> i128 {
        self.open.get(&invoice).copied().unwrap_or_default()
    }

    /// What somebody has in credit; less than nothing if they owe it.
    pub fn credit(&self, payer: &str, currency: Currency) -> Money {
        let minor = self.credit.get(&(payer.to_owned(), currency.code())).copied().unwrap_or_default();
        Money::of_minor(i64::try_from(minor).unwrap_or(i64::MAX), currency)
    }

    /// Every balance that is not nothing: account, currency, minor units.
    pub fn balances(&self) -> impl Iterator<Item = (&Account, &'static str, i128)> {
        self.balances.iter().filter(|(_, minor)| **minor != 0).map(|((account, code), minor)| (account, *code, *minor))
    }

    /// The sum of all balances in each currency: nothing, or the books are broken.
    pub fn sums(&self) -> BTreeMap<&'static str, i128> {
        let mut sums = BTreeMap::new();
        for ((_, code), minor) in &self.balances {
            *sums.entry(*code).or_default() += minor;
        }
        sums
    }
}
