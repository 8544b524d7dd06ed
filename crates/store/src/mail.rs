//! The outbox: mail written in the transaction that causes it, sent afterwards, each under one identifier.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::schema::mail;
use crate::{Error, UnitOfWork};

/// A message to one person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// To whom.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// A message in the outbox.
#[derive(Clone)]
pub struct Posted {
    /// Its identifier; it is sent under this one however often it is tried.
    pub id: Uuid,
    /// What is sent.
    pub message: Message,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// `waiting`, `sent`, `failed` or `withdrawn`.
    pub state: String,
    /// The notice that it carries.
    pub notice: Option<Uuid>,
    /// The trace in which it was written.
    pub trace: Option<String>,
    /// The invoice that it asks to be paid.
    pub about_invoice: Option<Uuid>,
}

/// A message as it lies in the table.
#[derive(Queryable, Selectable)]
#[diesel(table_name = mail)]
struct Row {
    id: Uuid,
    message: Vec<u8>,
    attempts: i32,
    written_at: DateTime<Utc>,
    state: String,
    notice_id: Option<Uuid>,
    trace: Option<String>,
    about_invoice: Option<Uuid>,
}

/// How often a message is tried before it is given up.
const TRIES: i32 = 8;

impl UnitOfWork<'_> {
    /// Puts a message into the outbox; with the notice that it carries, if it carries one, and the trace
    /// in which it is written.
    pub fn post(
        &mut self,
        message: &Message,
        notice: Option<Uuid>,
        trace: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.put_into_outbox(message, (notice, None), trace, now)
    }

    /// Puts a message into the outbox that asks for an invoice to be paid: it is withdrawn once that is paid.
    pub fn post_about(
        &mut self,
        message: &Message,
        (notice, invoice): (Option<Uuid>, Option<Uuid>),
        trace: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.put_into_outbox(message, (notice, invoice), trace, now)
    }

    fn put_into_outbox(
        &mut self,
        message: &Message,
        (notice, invoice): (Option<Uuid>, Option<Uuid>),
        trace: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let written = serde_json::to_string(message).map_err(|_| Error::Sealing(String::from("mail")))?;
        let sealed = self.keys.seal(&written, self.bound("mail"))?;
        let row = (
            mail::tenant_id.eq(self.tenant),
            mail::id.eq(Uuid::now_v7()),
            mail::message.eq(sealed),
            mail::state.eq("waiting"),
            mail::attempts.eq(0),
            mail::next_at.eq(now),
            mail::written_at.eq(now),
            mail::notice_id.eq(notice),
            mail::trace.eq(trace),
            mail::about_invoice.eq(invoice),
        );
        diesel::insert_into(mail::table).values(row).execute(self.connection)?;
        Ok(())
    }

    /// The next message to be sent, held until the end of the transaction: others take others.
    pub fn next_to_send(&mut self, now: DateTime<Utc>) -> Result<Option<Posted>, Error> {
        let waits = mail::tenant_id.eq(self.tenant).and(mail::state.eq("waiting")).and(mail::next_at.le(now));
        let next = mail::table.filter(waits).order(mail::next_at).for_update().skip_locked();
        let row = next.select(Row::as_select()).first(self.connection).optional()?;
        row.map(|row| self.opened_mail(row)).transpose()
    }

    /// Notes that a message was sent.
    pub fn sent(&mut self, id: Uuid) -> Result<(), Error> {
        let own = mail::table.find((self.tenant, id));
        diesel::update(own).set(mail::state.eq("sent")).execute(self.connection)?;
        Ok(())
    }

    /// Whether what a message asks for is still owed. The invoice is held until the end of the transaction, so that nobody
    /// books a payment on it while the message is sent.
    pub fn is_still_owed(&mut self, invoice: Uuid) -> Result<bool, Error> {
        self.hold_invoices(&[invoice])?;
        let found = self.invoices(&crate::Which::These(vec![invoice]))?;
        Ok(found.first().is_some_and(|invoice| invoice.cancelled_on.is_none() && invoice.open.is_positive()))
    }

    /// Notes that a message is not sent: there is no cause for it any more.
    pub fn withdraw_mail(&mut self, id: Uuid) -> Result<(), Error> {
        let own = mail::table.find((self.tenant, id));
        diesel::update(own).set(mail::state.eq("withdrawn")).execute(self.connection)?;
        Ok(())
    }

    /// Notes that a message could not be sent: it is tried again later, each time after twice as long, and in the end given
    /// up.
    pub fn not_sent(&mut self, posted: &Posted, fault: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let attempts = posted.attempts.saturating_add(1);
        let state = if attempts >= TRIES { "failed" } else { "waiting" };
        let pause = Duration::seconds(30_i64.saturating_mul(1_i64 << attempts.clamp(0, 12)));
        let later = (
            mail::attempts.eq(attempts),
            mail::state.eq(state),
            mail::next_at.eq(now + pause),
            mail::fault.eq(fault.chars().take(500).collect::<String>()),
        );
        diesel::update(mail::table.find((self.tenant, posted.id))).set(later).execute(self.connection)?;
        Ok(())
    }

    /// How many messages wait, and how many were given up.
    pub fn count_mail(&mut self) -> Result<(i64, i64), Error> {
        let own = |state: &'static str| mail::table.filter(mail::tenant_id.eq(self.tenant).and(mail::state.eq(state)));
        let (waiting, failed) = (own("waiting").count(), own("failed").count());
        Ok((waiting.get_result(self.connection)?, failed.get_result(self.connection)?))
    }

    /// The newest messages, for the mailbox of a demonstration.
    pub fn newest_mail(&mut self, most: i64) -> Result<Vec<Posted>, Error> {
        let own = mail::table.filter(mail::tenant_id.eq(self.tenant));
        let newest = own.order((mail::written_at.desc(), mail::id.desc())).limit(most);
        let rows = newest.select(Row::as_select()).load(self.connection)?;
        rows.into_iter().map(|row| self.opened_mail(row)).collect()
    }

    fn opened_mail(&self, row: Row) -> Result<Posted, Error> {
        let Row { id, message, attempts, written_at, state, notice_id: notice, trace, about_invoice } = row;
        let written = self.keys.open(&message, self.bound("mail"))?;
        let message = serde_json::from_str(&written).map_err(|_| Error::Sealing(String::from("mail")))?;
        Ok(Posted { id, message, attempts, written_at, state, notice, trace, about_invoice })
    }
}
