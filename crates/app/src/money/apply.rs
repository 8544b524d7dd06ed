//! The one function that books what is true at a provider. The page that payers come back to, webhooks, the poller and
//! replays all call it; whatever it has booked it does not book again.

use chrono::{DateTime, Utc};
use kernel::{Date, Money};
use ledger::booking::{self as entries, Received};
use ledger::{Account, Kind, Owed};
use payments::{Dispute, DisputeState, Mode, Paid, Refund, RefundState, Snapshot, State};
use store::{Actor, Attempt, Invoice, MoneyFinding, Payment, Which};
use uuid::Uuid;

use super::booking::{Books, Event, owed};
use crate::{Error, Hosted, Platform};

/// What became of a payment, and whether anything new was booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// What became of it.
    pub state: State,
    /// How many entries were new.
    pub booked: usize,
}

impl Platform {
    /// Books what is true at a provider.
    #[tracing::instrument(skip_all, fields(network = hosted.slug(), account))]
    pub fn apply(
        &self,
        hosted: &Hosted,
        account: &str,
        mode: Mode,
        snapshot: &Snapshot,
        now: DateTime<Utc>,
    ) -> Result<Applied, Error> {
        let booked = self.store.within(hosted.tenant(), |unit| -> Result<usize, Error> {
            unit.hold()?;
            let books = Books::new(hosted, unit, Actor::platform(), now);
            Applying { books, account, booked: 0 }.apply(mode, snapshot)
        })?;
        Ok(Applied { state: snapshot.state, booked })
    }
}

struct Applying<'b, 'u, 'a> {
    books: Books<'b, 'u>,
    account: &'a str,
    booked: usize,
}

impl Applying<'_, '_, '_> {
    fn apply(mut self, mode: Mode, snapshot: &Snapshot) -> Result<usize, Error> {
        if snapshot.live != (mode == Mode::Live) {
            self.find("other-money", &snapshot.session, "test and real money do not mix")?;
            return Ok(0);
        }
        let attempt = self.attempt(snapshot)?;
        if let Some(paid) = &snapshot.paid {
            let payment = self.payment(paid, attempt.as_ref())?;
            self.fee(paid, &payment)?;
            let given_back = snapshot.refunds.iter().filter(|refund| refund.state == RefundState::Done);
            let given_back = given_back.fold(0_i64, |sum, refund| sum.saturating_add(refund.amount.minor()));
            if given_back > paid.gross.minor() {
                // No provider gives back more than came in: somebody has to look.
                self.find("too-much-given-back", &paid.reference, &given_back.to_string())?;
            } else {
                for refund in &snapshot.refunds {
                    self.refund(refund, &payment)?;
                }
            }
            for dispute in &snapshot.disputes {
                self.dispute(dispute, &payment)?;
            }
        }
        if let Some(attempt) = attempt {
            self.note_state(&attempt, snapshot.state)?;
        }
        Ok(self.booked)
    }

    /// The attempt that a payment belongs to: by our name that the provider kept, else by the provider's own.
    fn attempt(&mut self, snapshot: &Snapshot) -> Result<Option<Attempt>, Error> {
        let named = snapshot.attempt.as_deref().and_then(|name| Uuid::parse_str(name).ok());
        let by_name = named.map(|id| self.books.unit.attempt(id)).transpose()?.flatten();
        let by_name = by_name.filter(|attempt| attempt.account == self.account);
        match by_name {
            Some(attempt) => Ok(Some(attempt)),
            None => Ok(self.books.unit.attempt_of_session(self.account, &snapshot.session)?),
        }
    }

    /// A state never goes back: what succeeded stays so.
    fn note_state(&mut self, attempt: &Attempt, state: State) -> Result<(), Error> {
        let name = match state {
            State::Paid => "succeeded",
            _ if !attempt.is_live() => return Ok(()),
            State::Open if attempt.state == "processing" => "processing",
            State::Open => "open",
            State::Processing => "processing",
            State::Failed => "failed",
            State::Expired => "expired",
        };
        Ok(self.books.unit.set_attempt(attempt.id, name, None, self.books.now)?)
    }

    fn key(&self, what: &str, reference: &str) -> String {
        format!("{what}:{}:{reference}", self.account)
    }

    fn day(&self, at: DateTime<Utc>) -> Date {
        self.books.hosted.day_of(at)
    }

    fn clearing(&self) -> Account {
        Account::Clearing(self.account.to_owned())
    }

    /// The money itself: it pays what the attempt was for, oldest first, and what is left is credit. Money is never refused.
    fn payment(&mut self, paid: &Paid, attempt: Option<&Attempt>) -> Result<Payment, Error> {
        if let Some(known) = self.books.unit.payment_named(self.account, &paid.reference)? {
            return Ok(known);
        }
        let wanted = match attempt {
            Some(attempt) => self.books.unit.invoices_of_attempt(attempt.id)?,
            None => Vec::new(),
        };
        let invoices = self.books.held(&wanted)?;
        let open: Vec<Owed> = invoices.iter().filter(|one| one.cancelled_on.is_none()).map(owed).collect();
        let payer = attempt.map(|attempt| attempt.payer.clone()).unwrap_or_default();
        let payment = Payment {
            id: Uuid::now_v7(),
            account: self.account.to_owned(),
            reference: paid.reference.clone(),
            payer: payer.clone(),
            amount: paid.gross,
            received_on: self.day(paid.at).to_civil(),
            attempt: attempt.map(|attempt| attempt.id),
            note: String::new(),
        };
        self.books.unit.receive(&payment)?;
        let entry = match attempt {
            Some(_) => {
                let fee = paid.fee.map(|fee| (Account::ProviderFees(self.account.to_owned()), fee));
                let received = Received {
                    kind: Kind::Online,
                    into: self.clearing(),
                    gross: paid.gross,
                    fee,
                    payer: &payer,
                    owed: &open,
                };
                entries::receive(&received)?
            }
            // Nobody here began it: it is kept until somebody finds out whose it is.
            None => {
                self.find("nobody-began-it", &paid.reference, &paid.gross.to_string())?;
                entries::unmatched(Kind::Online, self.clearing(), paid.gross)?
            }
        };
        if attempt.is_some_and(|attempt| attempt.amount != paid.gross) {
            self.find("other-amount", &paid.reference, &paid.gross.to_string())?;
        }
        let event = Event {
            key: self.key("pay", &paid.reference),
            says: format!("{} {payer}", paid.reference),
            on: Some(self.day(paid.at)),
            payment: Some(payment.id),
            ..Event::default()
        };
        if self.books.book(&event, &entry)? {
            self.booked += 1;
            if attempt.is_some() {
                self.books.write_receipts(&payment, &entry, paid.gross, None)?;
            }
        }
        Ok(payment)
    }

    /// A provider's fee that became known after the payment was booked.
    fn fee(&mut self, paid: &Paid, payment: &Payment) -> Result<(), Error> {
        let Some(fee) = paid.fee.filter(|fee| fee.is_positive()) else { return Ok(()) };
        if self.books.unit.has_fee(payment.id)? {
            return Ok(());
        }
        let event = Event {
            key: self.key("fee", &paid.reference),
            says: format!("fee of {}", paid.reference),
            on: Some(self.day(paid.at)),
            payment: Some(payment.id),
            ..Event::default()
        };
        let entry = entries::fee(self.account, fee)?;
        self.booked += usize::from(self.books.book(&event, &entry)?);
        Ok(())
    }

    fn refund(&mut self, refund: &Refund, payment: &Payment) -> Result<(), Error> {
        let done = self.key("refund", &refund.reference);
        let was_booked = self.books.unit.is_booked(&done)?;
        let event = |key: String, on: Date| Event {
            key,
            says: format!("{} of {}", refund.reference, payment.reference),
            on: Some(on),
            payment: Some(payment.id),
            ..Event::default()
        };
        let on = self.day(refund.at);
        if refund.state == RefundState::Done && !was_booked {
            let (credit, paid) = self.what_to_give_back(payment)?;
            let entry = entries::refund(self.clearing(), refund.amount, &payment.payer, credit, &paid)?;
            self.booked += usize::from(self.books.book(&event(done, on), &entry)?);
        } else if refund.state == RefundState::Failed && was_booked {
            let open = self.open_of(payment)?;
            let entry = entries::refund_failed(self.clearing(), refund.amount, &payment.payer, &open)?;
            let failed = self.key("refund-failed", &refund.reference);
            self.booked += usize::from(self.books.book(&event(failed, self.books.today()), &entry)?);
        }
        Ok(())
    }

    fn dispute(&mut self, dispute: &Dispute, payment: &Payment) -> Result<(), Error> {
        let event = |key: String, on: Date| Event {
            key,
            says: format!("{} of {}", dispute.reference, payment.reference),
            on: Some(on),
            payment: Some(payment.id),
            ..Event::default()
        };
        let opened = event(self.key("dispute", &dispute.reference), self.day(dispute.at));
        let entry = entries::dispute(self.account, dispute.amount)?;
        if self.books.book(&opened, &entry)? {
            self.booked += 1;
            self.find("disputed", &dispute.reference, &dispute.amount.to_string())?;
        }
        let ended = event(self.key("dispute-ended", &dispute.reference), self.books.today());
        if dispute.state == DisputeState::Open || self.books.unit.is_booked(&ended.key)? {
            return Ok(());
        }
        let entry = match dispute.state {
            DisputeState::Won => entries::dispute_won(self.account, dispute.amount, dispute.fee)?,
            _ => {
                let (credit, paid) = self.what_to_give_back(payment)?;
                entries::dispute_lost(self.account, dispute.amount, dispute.fee, &payment.payer, credit, &paid)?
            }
        };
        self.booked += usize::from(self.books.book(&ended, &entry)?);
        let (account, now) = (self.account.to_owned(), self.books.now);
        Ok(self.books.unit.resolve_money((&account, "disputed", &dispute.reference), "decided", now)?)
    }

    /// From where money is given back: the payer's credit; then what the payment had paid; then what their credit had.
    fn what_to_give_back(&mut self, payment: &Payment) -> Result<(Money, Vec<Owed>), Error> {
        let currency = payment.amount.currency();
        let known = self.books.unit.credit(&payment.payer, currency)?;
        let credit = if payment.payer.is_empty() { Money::zero(currency) } else { known };
        // What was paid last is owed again first, and the list is read from its end: what this payment paid; then what credit
        // paid; then whatever else the payer has paid, since its credit may have gone to an earlier refund.
        let mut by: Vec<(Uuid, Option<Money>)> = Vec::new();
        let others = self.books.unit.invoices(&Which::OfPayer(payment.payer.clone()))?;
        by.extend(others.iter().map(|invoice| (invoice.id, None)));
        for (id, _, amount) in self.books.unit.paid_by_credit(&payment.payer, currency)? {
            by.retain(|(known, _)| *known != id);
            by.push((id, Some(amount)));
        }
        for (id, _, amount) in self.books.unit.paid_by(payment.id)? {
            by.retain(|(known, _)| *known != id);
            by.push((id, Some(amount)));
        }
        let ids: Vec<Uuid> = by.iter().map(|(id, _)| *id).collect();
        let mut paid = Vec::new();
        for invoice in self.books.held(&ids)? {
            if invoice.cancelled_on.is_some() || invoice.amount.currency() != currency {
                continue;
            }
            // No more is owed again than is paid on it now: an earlier refund may have opened it already.
            let (waived, lost) = self.books.given_up(&invoice)?;
            let now_paid = invoice.amount.minus(invoice.open)?.minus(waived)?.minus(lost)?;
            let by_this = by.iter().find(|(id, _)| *id == invoice.id).and_then(|(_, amount)| *amount);
            let open = by_this.map_or(Ok(now_paid), |amount| amount.least(now_paid))?;
            paid.push(Owed { open, ..owed(&invoice) });
        }
        Ok((credit, paid))
    }

    /// What a payment was for, as far as it is owed.
    fn open_of(&mut self, payment: &Payment) -> Result<Vec<Owed>, Error> {
        let ids = match payment.attempt {
            Some(attempt) => self.books.unit.invoices_of_attempt(attempt)?,
            None => Vec::new(),
        };
        let invoices: Vec<Invoice> = self.books.held(&ids)?;
        Ok(invoices.iter().filter(|one| one.cancelled_on.is_none()).map(owed).collect())
    }

    fn find(&mut self, kind: &str, reference: &str, detail: &str) -> Result<(), Error> {
        let finding = MoneyFinding {
            account: self.account.to_owned(),
            kind: kind.to_owned(),
            reference: reference.to_owned(),
            seen_at: self.books.now,
            detail: detail.to_owned(),
        };
        Ok(self.books.unit.find_money(&finding)?)
    }
}
