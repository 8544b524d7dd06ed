//! What treasurers do by hand: cash at a meeting, giving up, taking back, giving back, bringing cash to the bank, closing a
//! period.

use chrono::{DateTime, Utc};
use kernel::{Date, Money, Ratio};
use ledger::booking::{self as entries, Exchanged, Received};
use ledger::{Account, Kind, Owed};
use payments::{Hint, RefundState};
use store::{Actor, Closing, Invoice, MoneyFinding, Payment, Which};
use uuid::Uuid;

use super::NotDone;
use super::booking::{Books, Event, owed};
use crate::{Error, Hosted, Platform};

/// Cash that was handed over.
#[derive(Clone, Debug)]
pub struct Cash {
    /// Made where it was taken, so that sending it twice books it once.
    pub attempt: String,
    /// Who paid.
    pub payer: String,
    /// The invoices that it is for, in this order; empty: whatever the payer owes, the oldest first.
    pub invoices: Vec<Uuid>,
    /// What was handed over.
    pub given: Money,
    /// Where it is another currency than what is owed: how much of it one unit costs, and what it shall count as.
    pub rate: Option<(Ratio, Option<Money>)>,
    /// Where: a meeting, an office.
    pub place: String,
    /// Who counted it with whoever took it.
    pub counted_by: String,
    /// When.
    pub on: Date,
    /// Given without being owed: it pays no invoice.
    pub is_gift: bool,
}

/// What is given up of an invoice.
#[derive(Clone, Debug)]
pub struct GivenUp {
    /// Waived, or written off as lost.
    pub as_lost: bool,
    /// Who decided it.
    pub authority: String,
    /// Why.
    pub reason: String,
}

/// Cash that was brought to the bank.
#[derive(Clone, Debug)]
pub struct Deposited {
    /// Made by whoever sends it, so that sending it twice books it once.
    pub attempt: String,
    /// Where the cash was taken.
    pub place: String,
    /// How much was taken.
    pub taken: Money,
    /// How much the bank counted.
    pub counted: Money,
}

/// How far what cash counts as may be from what it is worth: a twentieth of it.
fn is_near(worth: Money, counts_as: Money) -> bool {
    let apart = worth.minor().abs_diff(counts_as.minor());
    worth.currency() == counts_as.currency()
        && counts_as.is_positive()
        && apart.saturating_mul(20) <= worth.minor().unsigned_abs()
}

impl Platform {
    /// Books cash. Sent twice it is booked once. Answers the payment.
    #[tracing::instrument(skip_all, fields(network = hosted.slug()))]
    pub fn take_cash(&self, hosted: &Hosted, cash: &Cash, actor: Actor, now: DateTime<Utc>) -> Result<Payment, Error> {
        if !cash.given.is_positive() || cash.payer.trim().is_empty() || cash.place.trim().is_empty() {
            return Err(NotDone::Amount.into());
        }
        if cash.on > hosted.today(now) {
            return Err(NotDone::Day.into());
        }
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, actor, now);
            if let Some(known) = books.unit.payment_named("cash", &cash.attempt)? {
                let same =
                    (&known.payer, known.amount, known.received_on) == (&cash.payer, cash.given, cash.on.to_civil());
                return if same { Ok(known) } else { Err(NotDone::Used.into()) };
            }
            let (entry, total) = if cash.is_gift {
                (entries::donate(Account::Cash(cash.place.clone()), cash.given, &cash.payer)?, cash.given)
            } else {
                let open = open_for(&mut books, &cash.payer, &cash.invoices)?;
                cash_entry(cash, &open)?
            };
            let payment = Payment {
                id: Uuid::now_v7(),
                account: String::from("cash"),
                reference: cash.attempt.clone(),
                payer: cash.payer.clone(),
                amount: cash.given,
                received_on: cash.on.to_civil(),
                attempt: None,
                note: format!("{}; counted by {}", cash.place, cash.counted_by),
            };
            books.unit.receive(&payment)?;
            let event = Event {
                key: format!("cash:{}", cash.attempt),
                says: format!("{} {} {}", cash.place, cash.given, cash.payer),
                on: Some(cash.on),
                payment: Some(payment.id),
                ..Event::default()
            };
            books.book(&event, &entry)?;
            if cash.is_gift {
                books.write_receipt_of_gift(&payment)?;
            } else {
                books.write_receipts(&payment, &entry, total, cash.rate.map(|_| cash.given))?;
            }
            Ok(payment)
        })
    }

    /// Gives up what is still owed on an invoice.
    pub fn give_up(
        &self,
        hosted: &Hosted,
        invoice: Uuid,
        given_up: &GivenUp,
        actor: Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        if given_up.authority.trim().is_empty() || given_up.reason.trim().is_empty() {
            return Err(NotDone::Authority.into());
        }
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, actor, now);
            let invoice = one(&mut books, invoice)?;
            if !invoice.open.is_positive() {
                return Err(NotDone::NothingOwed.into());
            }
            let kind = if given_up.as_lost { Kind::WriteOff } else { Kind::Waiver };
            let entry = entries::give_up(kind, &owed(&invoice), invoice.open)?;
            let event = Event {
                key: format!("{}:{}:{}", kind.name(), invoice.id, Uuid::now_v7()),
                says: format!("{} {}", invoice.number, invoice.payer),
                authority: Some(given_up.authority.clone()),
                reason: Some(given_up.reason.clone()),
                ..Event::default()
            };
            books.book(&event, &entry)?;
            Ok(())
        })
    }

    /// Takes an invoice back by a credit note. What was paid on it is the payer's credit.
    pub fn take_back(
        &self,
        hosted: &Hosted,
        invoice: Uuid,
        reason: &str,
        actor: Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        if reason.trim().is_empty() {
            return Err(NotDone::Authority.into());
        }
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, actor, now);
            let invoice = one(&mut books, invoice)?;
            if invoice.cancelled_on.is_some() {
                return Err(NotDone::Missing.into());
            }
            books.take_back(&invoice, reason)
        })
    }

    /// Uses the credit of a payer for what they owe.
    pub fn use_credit(&self, hosted: &Hosted, payer: &str, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            Books::new(hosted, unit, Actor::platform(), now).use_credits(&[payer].into())
        })
    }

    /// Gives money of an online payment back through its provider, and books what became of it.
    pub fn give_back(
        &self,
        hosted: &Hosted,
        payment: Uuid,
        amount: Money,
        (actor, reason): (&Actor, &str),
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        if reason.trim().is_empty() {
            return Err(NotDone::Authority.into());
        }
        let known = self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.payment(payment)?) })?;
        let known = known.ok_or(NotDone::Missing)?;
        if !amount.is_positive()
            || amount.currency() != known.amount.currency()
            || amount.minor() > known.amount.minor()
        {
            return Err(NotDone::Amount.into());
        }
        let brand = known.account.parse().map_err(|()| NotDone::Missing)?;
        let open = self.open_provider(hosted, brand, now)?;
        // What was given back already is looked at first. Asked again after an answer that was lost, it is the same refund: its name
        // is made of what it is.
        let before = open.provider.look(&Hint::Payment(known.reference.clone())).map_err(NotDone::from)?;
        self.apply(hosted, &known.account, open.mode, &before, now)?;
        let given = before.refunds.iter().filter(|refund| refund.state != RefundState::Failed);
        let given = given.fold(0_i64, |sum, refund| sum.saturating_add(refund.amount.minor()));
        if given.saturating_add(amount.minor()) > known.amount.minor() {
            return Err(NotDone::Amount.into());
        }
        let name = format!("refund-{}-{given}-{}", known.reference, amount.minor());
        self.note_giving_back(hosted, &known, &name, amount, &format!("{}: {}", actor.name, reason.trim()), now)?;
        open.provider.refund(&known.reference, amount, &name).map_err(NotDone::from)?;
        let snapshot = open.provider.look(&Hint::Payment(known.reference.clone())).map_err(NotDone::from)?;
        self.apply(hosted, &known.account, open.mode, &snapshot, now)?;
        Ok(())
    }

    /// Keeps who gave money back and why, before the provider is asked.
    fn note_giving_back(
        &self,
        hosted: &Hosted,
        payment: &Payment,
        name: &str,
        amount: Money,
        who_and_why: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| {
            let (account, kind) = (payment.account.clone(), String::from("given-back"));
            let detail = format!("{} {amount}", payment.reference);
            unit.find_money(&MoneyFinding { account, kind, reference: name.to_owned(), seen_at: now, detail })?;
            Ok(unit.resolve_money((&payment.account, "given-back", name), who_and_why, now)?)
        })
    }

    /// Books cash that was brought to the bank.
    pub fn deposit(
        &self,
        hosted: &Hosted,
        deposited: &Deposited,
        actor: Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let one_currency = deposited.taken.currency() == deposited.counted.currency();
        if !deposited.taken.is_positive() || !one_currency {
            return Err(NotDone::Amount.into());
        }
        let way = super::bank::on_the_way("cash");
        let entry = entries::deposit(&deposited.place, &way, deposited.taken, deposited.counted)?;
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let key = format!("deposit:{}", deposited.attempt);
            let place = Account::Cash(deposited.place.clone());
            let there = unit
                .balances(None)?
                .into_iter()
                .find(|balance| balance.account == place && balance.amount.currency() == deposited.taken.currency());
            let is_there = there.is_some_and(|there| there.amount.minor() >= deposited.taken.minor());
            if !is_there && !unit.is_booked(&key)? {
                return Err(NotDone::Amount.into());
            }
            let event = Event { key, says: format!("{} to the bank", deposited.place), ..Event::default() };
            Books::new(hosted, unit, actor, now).book(&event, &entry)?;
            Ok(())
        })
    }

    /// Closes the books through a day: nothing is booked into it any more.
    pub fn close_books(&self, hosted: &Hosted, through: Date, actor: &Actor, now: DateTime<Utc>) -> Result<(), Error> {
        if through >= hosted.today(now) {
            return Err(NotDone::Day.into());
        }
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            if unit.closed_through()?.is_some_and(|closed| closed >= through.to_civil()) {
                return Err(NotDone::Day.into());
            }
            let balances = unit.balances(Some(through.to_civil()))?;
            let lines: Vec<String> =
                balances.iter().map(|balance| format!("{} {}", balance.account, balance.amount)).collect();
            let closing = Closing {
                through: through.to_civil(),
                closed_at: now,
                closed_by: actor.name.clone(),
                balances: lines.join("\n"),
            };
            Ok(unit.close_books(&closing)?)
        })
    }
}

/// The bank account of the network.
pub(super) const BANK: &str = "main";

fn one(books: &mut Books<'_, '_>, invoice: Uuid) -> Result<Invoice, Error> {
    Ok(books.held(&[invoice])?.pop().ok_or(NotDone::Missing)?)
}

/// What cash is for: these invoices, or whatever the payer owes.
pub(super) fn open_for(books: &mut Books<'_, '_>, payer: &str, invoices: &[Uuid]) -> Result<Vec<Owed>, Error> {
    let wanted = match invoices {
        [] => books.unit.invoices(&Which::OfPayer(payer.to_owned()))?,
        some => books.held(some)?,
    };
    Ok(wanted.iter().filter(|one| one.cancelled_on.is_none() && one.open.is_positive()).map(owed).collect())
}

/// The entry for cash, and what it counts as.
fn cash_entry(cash: &Cash, open: &[Owed]) -> Result<(ledger::Entry, Money), Error> {
    let into = Account::Cash(cash.place.clone());
    let Some((rate, counts_as)) = cash.rate else {
        if !open.is_empty() && open.iter().all(|owed| owed.open.currency() != cash.given.currency()) {
            return Err(NotDone::Rate.into());
        }
        let received =
            Received { kind: Kind::Cash, into, gross: cash.given, fee: None, payer: &cash.payer, owed: open };
        return Ok((entries::receive(&received)?, cash.given));
    };
    let currency = open.first().map(|owed| owed.open.currency()).ok_or(NotDone::NothingOwed)?;
    let worth = cash.given.exchanged(rate, currency).map_err(|_| NotDone::Amount)?;
    let counts_as = counts_as.unwrap_or(worth);
    if currency == cash.given.currency() || !worth.is_positive() || !is_near(worth, counts_as) {
        return Err(NotDone::Amount.into());
    }
    let exchanged = Exchanged { given: cash.given, rate, worth };
    Ok((entries::receive_exchanged(into, exchanged, counts_as, &cash.payer, open)?, counts_as))
}
