//! Entries: postings that sum to nothing in each currency.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use kernel::{Currency, Money};

use crate::{Account, NotAnAccount};

/// Which invoice a posting is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InvoiceId(pub u128);

/// One line of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Where.
    pub account: Account,
    /// How much: debits positive, credits negative.
    pub amount: Money,
    /// The invoice that it is about.
    pub invoice: Option<InvoiceId>,
    /// Whose it is: who owes, or who has the credit.
    pub payer: Option<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An invoice was issued.
    Issue,
    /// Money came in through a provider.
    Online,
    /// Money was taken in cash.
    Cash,
    /// Money came in at the bank.
    Bank,
    /// Money that lay unmatched was found to be somebody's.
    Match,
    /// Credit was used for what is owed.
    Credit,
    /// A provider's fee became known.
    Fee,
    /// Money was given back.
    Refund,
    /// A refund did not arrive and came back.
    RefundFailed,
    /// A payer disputes a payment.
    Dispute,
    /// A dispute ended for the network.
    DisputeWon,
    /// A dispute ended for the payer.
    DisputeLost,
    /// An invoice was taken back.
    CreditNote,
    /// A fee was given up under authority.
    Waiver,
    /// A fee was given up as not to be had.
    WriteOff,
    /// Cash was brought to the bank.
    Deposit,
    /// A provider paid out to the bank.
    Payout,
    /// Something was given without being owed.
    Donation,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 18] = [
        Kind::Issue,
        Kind::Online,
        Kind::Cash,
        Kind::Bank,
        Kind::Match,
        Kind::Credit,
        Kind::Fee,
        Kind::Refund,
        Kind::RefundFailed,
        Kind::Dispute,
        Kind::DisputeWon,
        Kind::DisputeLost,
        Kind::CreditNote,
        Kind::Waiver,
        Kind::WriteOff,
        Kind::Deposit,
        Kind::Payout,
        Kind::Donation,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Issue => "issue",
            Kind::Online => "online",
            Kind::Cash => "cash",
            Kind::Bank => "bank",
            Kind::Match => "match",
            Kind::Credit => "credit",
            Kind::Fee => "fee",
            Kind::Refund => "refund",
            Kind::RefundFailed => "refund-failed",
            Kind::Dispute => "dispute",
            Kind::DisputeWon => "dispute-won",
            Kind::DisputeLost => "dispute-lost",
            Kind::CreditNote => "credit-note",
            Kind::Waiver => "waiver",
            Kind::WriteOff => "write-off",
            Kind::Deposit => "deposit",
            Kind::Payout => "payout",
            Kind::Donation => "donation",
        }
    }
}

impl FromStr for Kind {
    type Err = NotAnAccount;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Kind::ALL.into_iter().find(|kind| kind.name() == text);
        known.ok_or_else(|| NotAnAccount(text.to_owned()))
    }
}

/// Postings that belong together: all of them or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    kind: Kind,
    postings: Vec<Posting>,
}

/// Why postings are no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unbalanced {
    /// They do not sum to nothing in this currency.
    Sum(Currency),
    /// There is nothing to post.
    Empty,
    /// An amount is beyond what can be held.
    TooLarge,
}

impl fmt::Display for Unbalanced {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unbalanced::Sum(currency) => write!(out, "the postings in {currency} do not sum to nothing"),
            Unbalanced::Empty => out.write_str("there is nothing to post"),
            Unbalanced::TooLarge => out.write_str("an amount is too large"),
        }
    }
}

impl std::error::Error for Unbalanced {}

impl From<kernel::MoneyError> for Unbalanced {
    fn from(error: kernel::MoneyError) -> Unbalanced {
        match error {
            kernel::MoneyError::Mixed(one, _) => Unbalanced::Sum(one),
            _ => Unbalanced::TooLarge,
        }
    }
}

impl Entry {
    /// An entry of postings; those of nothing are left out.
    pub fn new(kind: Kind, postings: Vec<Posting>) -> Result<Entry, Unbalanced> {
        let postings: Vec<Posting> = postings.into_iter().filter(|posting| !posting.amount.is_zero()).collect();
        if postings.is_empty() {
            return Err(Unbalanced::Empty);
        }
        let mut sums: BTreeMap<&str, (Currency, i128)> = BTreeMap::new();
        for posting in &postings {
            let currency = posting.amount.currency();
            let sum = sums.entry(currency.code()).or_insert((currency, 0));
            sum.1 += i128::from(posting.amount.minor());
        }
        match sums.values().find(|(_, sum)| *sum != 0) {
            Some((currency, _)) => Err(Unbalanced::Sum(*currency)),
            None => Ok(Entry { kind, postings }),
        }
    }

    /// What happened.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its postings.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// What this entry changes of what is owed, by invoice: less than nothing if it pays.
    pub fn owed_change(&self) -> BTreeMap<InvoiceId, i64> {
        let mut changes: BTreeMap<InvoiceId, i64> = BTreeMap::new();
        for posting in self.postings.iter().filter(|posting| posting.account == Account::Receivable) {
            if let Some(invoice) = posting.invoice {
                let change = changes.entry(invoice).or_default();
                *change = change.saturating_add(posting.amount.minor());
            }
        }
        changes
    }
}
