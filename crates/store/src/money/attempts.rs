//! Payments that somebody began at a provider: written before the provider is asked, looked at until they are decided.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use kernel::Money;
use uuid::Uuid;

use super::money;
use crate::schema::{attempt_invoices, attempts};
use crate::{Error, UnitOfWork};

/// A payment that somebody began.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its identifier: the provider keeps it with the payment.
    pub id: Uuid,
    /// At which provider.
    pub account: String,
    /// Who pays.
    pub payer: String,
    /// How much.
    pub amount: Money,
    /// How it stands: `created`, `open`, `processing`, `unknown`, `succeeded`, `failed`, `expired`.
    pub state: String,
    /// The provider's name of it.
    pub session: Option<String>,
    /// Where the payer pays.
    pub page: Option<String>,
    /// The payer's language.
    pub language: String,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// Until when it can be paid.
    pub until: DateTime<Utc>,
    /// When the provider was last asked.
    pub looked_at: DateTime<Utc>,
}

/// States in which something can still become of an attempt.
const LIVE: [&str; 4] = ["created", "open", "processing", "unknown"];

#[derive(Queryable, Selectable)]
#[diesel(table_name = attempts)]
struct Row {
    id: Uuid,
    account: String,
    payer: String,
    currency: String,
    minor: i64,
    state: String,
    session: Option<String>,
    page: Option<String>,
    language: String,
    begun_at: DateTime<Utc>,
    until: DateTime<Utc>,
    looked_at: DateTime<Utc>,
}

fn attempt(row: Row) -> Result<Attempt, Error> {
    let Row { id, account, payer, currency, minor, state, session, page, language, begun_at, until, looked_at } = row;
    let amount = money(&currency, minor)?;
    Ok(Attempt { id, account, payer, amount, state, session, page, language, begun_at, until, looked_at })
}

impl Attempt {
    /// Whether something can still become of it.
    pub fn is_live(&self) -> bool {
        LIVE.contains(&self.state.as_str())
    }
}

impl UnitOfWork<'_> {
    /// Writes an attempt for some invoices, in the order in which they are to be paid. None: a payment is under way already
    /// for one of them at this provider.
    pub fn begin_attempt(&mut self, attempt: &Attempt, invoices: &[Uuid]) -> Result<bool, Error> {
        let row = (
            attempts::tenant_id.eq(self.tenant),
            attempts::id.eq(attempt.id),
            attempts::account.eq(&attempt.account),
            attempts::payer.eq(&attempt.payer),
            attempts::currency.eq(attempt.amount.currency().code()),
            attempts::minor.eq(attempt.amount.minor()),
            attempts::state.eq(&attempt.state),
            attempts::language.eq(&attempt.language),
            attempts::begun_at.eq(attempt.begun_at),
            attempts::until.eq(attempt.until),
            attempts::looked_at.eq(attempt.looked_at),
        );
        diesel::insert_into(attempts::table).values(row).execute(self.connection)?;
        let rows: Vec<_> = (0_i16..)
            .zip(invoices)
            .map(|(place, invoice)| {
                (
                    attempt_invoices::tenant_id.eq(self.tenant),
                    attempt_invoices::attempt_id.eq(attempt.id),
                    attempt_invoices::invoice_id.eq(*invoice),
                    attempt_invoices::account.eq(&attempt.account),
                    attempt_invoices::place.eq(place),
                    attempt_invoices::live.eq(true),
                )
            })
            .collect();
        let written = diesel::insert_into(attempt_invoices::table)
            .values(rows)
            .on_conflict_do_nothing()
            .execute(self.connection)?;
        Ok(written == invoices.len())
    }

    /// How an attempt stands now. What is decided is not under way any more.
    pub fn set_attempt(
        &mut self,
        id: Uuid,
        state: &str,
        begun: Option<(&str, &str)>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let own = attempts::table.find((self.tenant, id));
        diesel::update(own).set((attempts::state.eq(state), attempts::looked_at.eq(now))).execute(self.connection)?;
        if let Some((session, page)) = begun {
            let set = (attempts::session.eq(session), attempts::page.eq(page));
            diesel::update(own).set(set).execute(self.connection)?;
        }
        let own = attempt_invoices::tenant_id.eq(self.tenant).and(attempt_invoices::attempt_id.eq(id));
        let live = LIVE.contains(&state);
        if !live {
            let own = attempt_invoices::table.filter(own);
            diesel::update(own).set(attempt_invoices::live.eq(false)).execute(self.connection)?;
        }
        Ok(())
    }

    /// One attempt.
    pub fn attempt(&mut self, id: Uuid) -> Result<Option<Attempt>, Error> {
        let own = attempts::table.find((self.tenant, id)).select(Row::as_select());
        own.first(self.connection).optional()?.map(attempt).transpose()
    }

    /// The attempt of a provider's session.
    pub fn attempt_of_session(&mut self, account: &str, session: &str) -> Result<Option<Attempt>, Error> {
        let own = attempts::tenant_id.eq(self.tenant).and(attempts::account.eq(account));
        let own = attempts::table.filter(own.and(attempts::session.eq(session))).select(Row::as_select());
        own.first(self.connection).optional()?.map(attempt).transpose()
    }

    /// The payment that is under way for an invoice at a provider.
    pub fn attempt_under_way(&mut self, account: &str, invoice: Uuid) -> Result<Option<Attempt>, Error> {
        let live = attempt_invoices::tenant_id.eq(self.tenant).and(attempt_invoices::invoice_id.eq(invoice));
        let live = live.and(attempt_invoices::account.eq(account)).and(attempt_invoices::live);
        let id = attempt_invoices::table.filter(live).select(attempt_invoices::attempt_id);
        let id: Option<Uuid> = id.first(self.connection).optional()?;
        id.map_or(Ok(None), |id| self.attempt(id))
    }

    /// The invoices of an attempt, in the order in which they are to be paid.
    pub fn invoices_of_attempt(&mut self, id: Uuid) -> Result<Vec<Uuid>, Error> {
        let own = attempt_invoices::tenant_id.eq(self.tenant).and(attempt_invoices::attempt_id.eq(id));
        let own = attempt_invoices::table.filter(own).order(attempt_invoices::place);
        Ok(own.select(attempt_invoices::invoice_id).load(self.connection)?)
    }

    /// Attempts that can still be decided, that nobody has asked about since an instant; the longest first.
    pub fn attempts_to_look_at(&mut self, since: DateTime<Utc>, most: i64) -> Result<Vec<Attempt>, Error> {
        let own = attempts::tenant_id.eq(self.tenant).and(attempts::state.eq_any(LIVE));
        let own = attempts::table.filter(own.and(attempts::looked_at.le(since))).order(attempts::looked_at);
        let rows = own.limit(most).select(Row::as_select()).load(self.connection)?;
        rows.into_iter().map(attempt).collect()
    }

    /// How many attempts began for an invoice since an instant.
    pub fn count_attempts(&mut self, invoice: Uuid, since: DateTime<Utc>) -> Result<i64, Error> {
        let own = attempt_invoices::tenant_id.eq(self.tenant).and(attempt_invoices::invoice_id.eq(invoice));
        let ids = attempt_invoices::table.filter(own).select(attempt_invoices::attempt_id);
        let recent =
            attempts::tenant_id.eq(self.tenant).and(attempts::begun_at.ge(since)).and(attempts::id.eq_any(ids));
        Ok(attempts::table.filter(recent).count().get_result(self.connection)?)
    }
}
