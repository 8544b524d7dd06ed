//! Accounts, and how they are written.

use std::fmt;
use std::str::FromStr;

/// An account of the books. Some are kept apart by what they are for: a provider's account, a place, a fee and its period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// What is owed to the network, by invoice.
    Receivable,
    /// Income of a fee and its period: `membership-fee/2026`.
    Income(String),
    /// Given without being owed.
    Donations,
    /// Money at a payment provider, on its way to the bank.
    Clearing(String),
    /// What a payment provider kept.
    ProviderFees(String),
    /// Money that a payer disputes: held back by the provider.
    Disputed(String),
    /// What a provider charges for disputes.
    DisputeFees(String),
    /// Cash, by where it was taken.
    Cash(String),
    /// Cash that was short or over when it was counted.
    OverShort(String),
    /// A bank account.
    Bank(String),
    /// Money that came in and whose it is nobody knows yet.
    Suspense,
    /// What payers have in credit: owed to them.
    Credit,
    /// Fees given up by somebody with the authority to do so.
    Waivers,
    /// Fees given up because they cannot be had.
    BadDebt,
    /// Between two currencies.
    Exchange,
    /// What exchanging gained or lost.
    ExchangeDifference,
}

/// A text that names no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnAccount(pub String);

impl fmt::Display for NotAnAccount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is no account", self.0)
    }
}

impl std::error::Error for NotAnAccount {}

impl Account {
    /// Its name, and what it is for if it is one of several.
    fn parts(&self) -> (&'static str, Option<&str>) {
        match self {
            Account::Receivable => ("receivable", None),
            Account::Income(of) => ("income", Some(of)),
            Account::Donations => ("donations", None),
            Account::Clearing(of) => ("clearing", Some(of)),
            Account::ProviderFees(of) => ("provider-fees", Some(of)),
            Account::Disputed(of) => ("disputed", Some(of)),
            Account::DisputeFees(of) => ("dispute-fees", Some(of)),
            Account::Cash(of) => ("cash", Some(of)),
            Account::OverShort(of) => ("over-short", Some(of)),
            Account::Bank(of) => ("bank", Some(of)),
            Account::Suspense => ("suspense", None),
            Account::Credit => ("credit", None),
            Account::Waivers => ("waivers", None),
            Account::BadDebt => ("bad-debt", None),
            Account::Exchange => ("exchange", None),
            Account::ExchangeDifference => ("exchange-difference", None),
        }
    }

    /// Its name without what it is for.
    pub fn family(&self) -> &'static str {
        self.parts().0
    }

    /// What it is for, if it is one of several.
    pub fn of(&self) -> Option<&str> {
        self.parts().1
    }
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (name, None) => out.write_str(name),
            (name, Some(of)) => write!(out, "{name}:{of}"),
        }
    }
}

impl FromStr for Account {
    type Err = NotAnAccount;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, of) = text.split_once(':').map_or((text, None), |(name, of)| (name, Some(of.to_owned())));
        let known = match (name, of) {
            ("receivable", None) => Account::Receivable,
            ("income", Some(of)) => Account::Income(of),
            ("donations", None) => Account::Donations,
            ("clearing", Some(of)) => Account::Clearing(of),
            ("provider-fees", Some(of)) => Account::ProviderFees(of),
            ("disputed", Some(of)) => Account::Disputed(of),
            ("dispute-fees", Some(of)) => Account::DisputeFees(of),
            ("cash", Some(of)) => Account::Cash(of),
            ("over-short", Some(of)) => Account::OverShort(of),
            ("bank", Some(of)) => Account::Bank(of),
            ("suspense", None) => Account::Suspense,
            ("credit", None) => Account::Credit,
            ("waivers", None) => Account::Waivers,
            ("bad-debt", None) => Account::BadDebt,
            ("exchange", None) => Account::Exchange,
            ("exchange-difference", None) => Account::ExchangeDifference,
            _ => return Err(NotAnAccount(text.to_owned())),
        };
        Ok(known)
    }
}
