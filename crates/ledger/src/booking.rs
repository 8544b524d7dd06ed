//! Which entry an event makes. Nothing here decides whether it may happen: that is the charter's and the treasurer's.

use kernel::{Money, Ratio};

use crate::{Account, Entry, InvoiceId, Kind, Owed, Posting, Unbalanced, allocate};

/// An invoice that is about to be issued: who owes, and what for.
#[derive(Clone, Debug)]
pub struct Issued {
    /// Which.
    pub invoice: InvoiceId,
    /// Who owes it.
    pub payer: String,
    /// For what, as `fee/period`, and how much.
    pub lines: Vec<(String, Money)>,
}

/// Money that came in.
#[derive(Clone, Debug)]
pub struct Received<'a> {
    /// How: online, in cash, at the bank.
    pub kind: Kind,
    /// Where it lies now.
    pub into: Account,
    /// How much the payer paid.
    pub gross: Money,
    /// What the provider kept of it, if that is known.
    pub fee: Option<(Account, Money)>,
    /// Who paid.
    pub payer: &'a str,
    /// What it is for, in the order in which it is paid.
    pub owed: &'a [Owed],
}

/// Cash in another currency than what is owed.
#[derive(Clone, Copy, Debug)]
pub struct Exchanged {
    /// What was handed over.
    pub given: Money,
    /// How much of it one unit of the currency owed costs.
    pub rate: Ratio,
    /// What it counts as.
    pub worth: Money,
}

fn posting(account: Account, amount: Money) -> Posting {
    Posting { account, amount, invoice: None, payer: None }
}

fn of_payer(account: Account, amount: Money, payer: &str) -> Posting {
    Posting { payer: Some(payer.to_owned()), ..posting(account, amount) }
}

/// What is somebody's credit; of nobody who is known it waits in suspense.
fn credit(amount: Money, payer: &str) -> Posting {
    if payer.is_empty() { posting(Account::Suspense, amount) } else { of_payer(Account::Credit, amount, payer) }
}

fn receivable(owed: &Owed, amount: Money) -> Posting {
    Posting { invoice: Some(owed.invoice), ..of_payer(Account::Receivable, amount, &owed.payer) }
}

/// An invoice: it is owed, and it is income of its period.
pub fn issue(issued: &Issued) -> Result<Entry, Unbalanced> {
    let mut postings = Vec::new();
    for (what, amount) in &issued.lines {
        let owed = Owed { invoice: issued.invoice, payer: issued.payer.clone(), open: *amount };
        postings.push(receivable(&owed, *amount));
        postings.push(posting(Account::Income(what.clone()), amount.negated()?));
    }
    Entry::new(Kind::Issue, postings)
}

/// Money came in. It pays what is owed in the order given; what is left is the payer's credit. Money in another currency
/// than everything owed is the payer's credit in its own currency.
pub fn receive(received: &Received<'_>) -> Result<Entry, Unbalanced> {
    let mut postings = Vec::new();
    match &received.fee {
        Some((account, fee)) => {
            postings.push(posting(received.into.clone(), received.gross.minus(*fee)?));
            postings.push(posting(account.clone(), *fee));
        }
        None => postings.push(posting(received.into.clone(), received.gross)),
    }
    settle(&mut postings, received.gross, received.payer, received.owed)?;
    Entry::new(received.kind, postings)
}

/// Cash was handed over in another currency: both currencies balance on their own, and what it counts as pays what is owed.
/// Where it is to count for a little more or less than it is worth, the difference is said.
pub fn receive_exchanged(
    into: Account,
    exchanged: Exchanged,
    counts_as: Money,
    payer: &str,
    owed: &[Owed],
) -> Result<Entry, Unbalanced> {
    let mut postings = vec![
        posting(into, exchanged.given),
        posting(Account::Exchange, exchanged.given.negated()?),
        posting(Account::Exchange, exchanged.worth),
        posting(Account::ExchangeDifference, counts_as.minus(exchanged.worth)?),
    ];
    settle(&mut postings, counts_as, payer, owed)?;
    Entry::new(Kind::Cash, postings)
}

/// Credits what is owed, and the payer with what is left.
fn settle(postings: &mut Vec<Posting>, amount: Money, payer: &str, owed: &[Owed]) -> Result<(), Unbalanced> {
    let allocated = allocate(amount, owed)?;
    for (one, part) in &allocated.parts {
        postings.push(receivable(one, part.negated()?));
    }
    postings.push(credit(allocated.rest.negated()?, payer));
    Ok(())
}

/// Money came in and nobody knows whose it is.
pub fn unmatched(kind: Kind, into: Account, amount: Money) -> Result<Entry, Unbalanced> {
    Entry::new(kind, vec![posting(into, amount), posting(Account::Suspense, amount.negated()?)])
}

/// It was found out whose it is.
pub fn matched(amount: Money, payer: &str, owed: &[Owed]) -> Result<Entry, Unbalanced> {
    let mut postings = vec![posting(Account::Suspense, amount)];
    settle(&mut postings, amount, payer, owed)?;
    Entry::new(Kind::Match, postings)
}

/// Credit pays what is owed, as far as it goes.
pub fn use_credit(credit: Money, payer: &str, owed: &[Owed]) -> Result<Entry, Unbalanced> {
    let allocated = allocate(credit, owed)?;
    let used = credit.minus(allocated.rest)?;
    let mut postings = vec![of_payer(Account::Credit, used, payer)];
    for (one, part) in &allocated.parts {
        postings.push(receivable(one, part.negated()?));
    }
    Entry::new(Kind::Credit, postings)
}

/// A provider's fee became known after the payment was booked.
pub fn fee(account: &str, fee: Money) -> Result<Entry, Unbalanced> {
    let postings = vec![
        posting(Account::ProviderFees(account.to_owned()), fee),
        posting(Account::Clearing(account.to_owned()), fee.negated()?),
    ];
    Entry::new(Kind::Fee, postings)
}

/// Money was given back: first what the payer has in credit, then what the payment had paid is owed again, the last paid
/// first. What is beyond both is the payer's debt to the credit account.
pub fn refund(from: Account, amount: Money, payer: &str, credit: Money, paid: &[Owed]) -> Result<Entry, Unbalanced> {
    let mut postings = vec![posting(from, amount.negated()?)];
    give_back(&mut postings, amount, payer, credit, paid)?;
    Entry::new(Kind::Refund, postings)
}

/// What was paid is owed again.
fn give_back(
    postings: &mut Vec<Posting>,
    amount: Money,
    payer: &str,
    has: Money,
    paid: &[Owed],
) -> Result<(), Unbalanced> {
    let none = Money::zero(amount.currency());
    let from_credit = if has.is_positive() { amount.least(has)? } else { none };
    let last_first: Vec<Owed> = paid.iter().rev().cloned().collect();
    let reopened = allocate(amount.minus(from_credit)?, &last_first)?;
    postings.push(credit(from_credit.plus(reopened.rest)?, payer));
    for (one, part) in &reopened.parts {
        postings.push(receivable(one, *part));
    }
    Ok(())
}

/// A refund did not arrive: the money is there again, in the payer's credit.
pub fn refund_failed(into: Account, amount: Money, payer: &str, owed: &[Owed]) -> Result<Entry, Unbalanced> {
    let mut postings = vec![posting(into, amount)];
    settle(&mut postings, amount, payer, owed)?;
    Entry::new(Kind::RefundFailed, postings)
}

/// A payer disputes a payment: the provider holds the money back. What was paid stays paid until it is lost.
pub fn dispute(account: &str, amount: Money) -> Result<Entry, Unbalanced> {
    let postings = vec![
        posting(Account::Disputed(account.to_owned()), amount),
        posting(Account::Clearing(account.to_owned()), amount.negated()?),
    ];
    Entry::new(Kind::Dispute, postings)
}

/// The dispute ended for the network. The provider may keep its fee all the same.
pub fn dispute_won(account: &str, amount: Money, kept: Money) -> Result<Entry, Unbalanced> {
    let postings = vec![
        posting(Account::Clearing(account.to_owned()), amount.minus(kept)?),
        posting(Account::DisputeFees(account.to_owned()), kept),
        posting(Account::Disputed(account.to_owned()), amount.negated()?),
    ];
    Entry::new(Kind::DisputeWon, postings)
}

/// The dispute ended for the payer: what was paid is owed again, and the provider takes its fee.
pub fn dispute_lost(
    account: &str,
    amount: Money,
    fee: Money,
    payer: &str,
    credit: Money,
    paid: &[Owed],
) -> Result<Entry, Unbalanced> {
    let mut postings = vec![
        posting(Account::Disputed(account.to_owned()), amount.negated()?),
        posting(Account::DisputeFees(account.to_owned()), fee),
        posting(Account::Clearing(account.to_owned()), fee.negated()?),
    ];
    give_back(&mut postings, amount, payer, credit, paid)?;
    Entry::new(Kind::DisputeLost, postings)
}

/// What is still owed is given up: waived, or written off.
pub fn give_up(kind: Kind, owed: &Owed, amount: Money) -> Result<Entry, Unbalanced> {
    let against = if kind == Kind::Waiver { Account::Waivers } else { Account::BadDebt };
    Entry::new(kind, vec![posting(against, amount), receivable(owed, amount.negated()?)])
}

/// An invoice is taken back: it is no income, nothing is owed on it, and what was paid on it is the payer's credit. What had
/// been given up of it, waived and lost, was never there to give up.
pub fn take_back(owed: &Owed, whole: Money, (waived, lost): (Money, Money), of: &str) -> Result<Entry, Unbalanced> {
    let paid = whole.minus(owed.open)?.minus(waived)?.minus(lost)?;
    let postings = vec![
        posting(Account::Income(of.to_owned()), whole),
        receivable(owed, owed.open.negated()?),
        of_payer(Account::Credit, paid.negated()?, &owed.payer),
        posting(Account::Waivers, waived.negated()?),
        posting(Account::BadDebt, lost.negated()?),
    ];
    Entry::new(Kind::CreditNote, postings)
}

/// Cash was brought to the bank, where it may be short or over: it is on the way until the bank shows it.
pub fn deposit(place: &str, on_the_way: &str, taken: Money, counted: Money) -> Result<Entry, Unbalanced> {
    let postings = vec![
        posting(Account::Bank(on_the_way.to_owned()), counted),
        posting(Account::OverShort(place.to_owned()), taken.minus(counted)?),
        posting(Account::Cash(place.to_owned()), taken.negated()?),
    ];
    Entry::new(Kind::Deposit, postings)
}

/// Money that was on the way to the bank has arrived.
pub fn deposit_from(on_the_way: &str, bank: &str, amount: Money) -> Result<Entry, Unbalanced> {
    let postings = vec![
        posting(Account::Bank(bank.to_owned()), amount),
        posting(Account::Bank(on_the_way.to_owned()), amount.negated()?),
    ];
    Entry::new(Kind::Bank, postings)
}

/// A provider paid out.
pub fn payout(account: &str, bank: &str, amount: Money) -> Result<Entry, Unbalanced> {
    let postings = vec![
        posting(Account::Bank(bank.to_owned()), amount),
        posting(Account::Clearing(account.to_owned()), amount.negated()?),
    ];
    Entry::new(Kind::Payout, postings)
}

/// Something was given without being owed.
pub fn donate(into: Account, gross: Money, payer: &str) -> Result<Entry, Unbalanced> {
    let given = of_payer(Account::Donations, gross.negated()?, payer);
    Entry::new(Kind::Donation, vec![posting(into, gross), given])
}
