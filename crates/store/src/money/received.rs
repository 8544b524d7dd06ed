//! Money that came in: one row for each name that a provider, a bank or the cash desk gives it.

use chrono::NaiveDate;
use diesel::prelude::*;
use kernel::Money;
use uuid::Uuid;

use super::money;
use crate::schema::payments;
use crate::{Error, UnitOfWork};

/// Money that came in.
#[derive(Clone, Debug)]
pub struct Payment {
    /// Its identifier.
    pub id: Uuid,
    /// Where: a provider, the cash desk, the bank.
    pub account: String,
    /// Its name there.
    pub reference: String,
    /// Who paid.
    pub payer: String,
    /// How much.
    pub amount: Money,
    /// When.
    pub received_on: NaiveDate,
    /// The attempt that it completes.
    pub attempt: Option<Uuid>,
    /// What was noted.
    pub note: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = payments)]
struct Row {
    id: Uuid,
    account: String,
    reference: String,
    payer: String,
    currency: String,
    minor: i64,
    received_on: NaiveDate,
    attempt_id: Option<Uuid>,
    note: String,
}

fn payment(row: Row) -> Result<Payment, Error> {
    let Row { id, account, reference, payer, currency, minor, received_on, attempt_id: attempt, note } = row;
    Ok(Payment { id, account, reference, payer, amount: money(&currency, minor)?, received_on, attempt, note })
}

impl UnitOfWork<'_> {
    /// Keeps that money came in. Answers whether it was new: a name is kept once.
    pub fn receive(&mut self, payment: &Payment) -> Result<bool, Error> {
        let row = (
            payments::tenant_id.eq(self.tenant),
            payments::id.eq(payment.id),
            payments::account.eq(&payment.account),
            payments::reference.eq(&payment.reference),
            payments::payer.eq(&payment.payer),
            payments::currency.eq(payment.amount.currency().code()),
            payments::minor.eq(payment.amount.minor()),
            payments::received_on.eq(payment.received_on),
            payments::attempt_id.eq(payment.attempt),
            payments::note.eq(&payment.note),
        );
        let written = diesel::insert_into(payments::table)
            .values(row)
            .on_conflict((payments::tenant_id, payments::account, payments::reference))
            .do_nothing()
            .execute(self.connection)?;
        Ok(written > 0)
    }

    /// Money of a name.
    pub fn payment_named(&mut self, account: &str, reference: &str) -> Result<Option<Payment>, Error> {
        let own = payments::tenant_id.eq(self.tenant).and(payments::account.eq(account));
        let own = payments::table.filter(own.and(payments::reference.eq(reference))).select(Row::as_select());
        own.first(self.connection).optional()?.map(payment).transpose()
    }

    /// The payment that completed an attempt.
    pub fn payment_of_attempt(&mut self, attempt: Uuid) -> Result<Option<Uuid>, Error> {
        let own = payments::table.filter(payments::tenant_id.eq(self.tenant).and(payments::attempt_id.eq(attempt)));
        Ok(own.select(payments::id).first(self.connection).optional()?)
    }

    /// Money by its identifier.
    pub fn payment(&mut self, id: Uuid) -> Result<Option<Payment>, Error> {
        let own = payments::table.find((self.tenant, id)).select(Row::as_select());
        own.first(self.connection).optional()?.map(payment).transpose()
    }

    /// Money that came in, newest first: of somebody, or all.
    pub fn payments(&mut self, payer: Option<&str>, most: i64) -> Result<Vec<Payment>, Error> {
        let mut own = payments::table.filter(payments::tenant_id.eq(self.tenant)).into_boxed();
        if let Some(payer) = payer {
            own = own.filter(payments::payer.eq(payer));
        }
        let newest =
            own.order((payments::received_on.desc(), payments::id.desc())).limit(most).select(Row::as_select());
        let rows = newest.load(self.connection)?;
        rows.into_iter().map(payment).collect()
    }

    /// Money of an account since a day.
    pub fn payments_of(&mut self, account: &str, since: NaiveDate) -> Result<Vec<Payment>, Error> {
        let own = payments::tenant_id.eq(self.tenant).and(payments::account.eq(account));
        let own = payments::table.filter(own.and(payments::received_on.ge(since)));
        let rows = own.order(payments::received_on).select(Row::as_select()).load(self.connection)?;
        rows.into_iter().map(payment).collect()
    }
}
