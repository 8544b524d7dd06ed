//! Entries and their postings: booked once under a key, read back, summed.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Uuid as SqlUuid};
use kernel::{Currency, Money};
use ledger::{Account, Entry, InvoiceId, Posting};
use uuid::Uuid;

use super::{ROWS, money};
use crate::schema::{closings, entries, postings};
use crate::{Error, PersonMark, UnitOfWork};

/// Who books.
#[derive(Clone)]
pub struct Actor {
    /// For whom they act.
    pub name: String,
    /// As what.
    pub role: Option<String>,
    /// Who they are.
    pub mark: Option<PersonMark>,
}

impl Actor {
    /// The platform itself, for what follows from a provider's word or from the charter.
    pub fn platform() -> Actor {
        Actor { name: String::from("quorate"), role: None, mark: None }
    }
}

/// An entry that is to be booked.
pub struct Booking<'b> {
    /// What it is booked for: booking it twice is booking it once.
    pub key: String,
    /// Its day.
    pub on: NaiveDate,
    /// What it says.
    pub says: String,
    /// The payment that it is about.
    pub payment: Option<Uuid>,
    /// Who books it.
    pub actor: &'b Actor,
    /// On whose authority.
    pub authority: Option<&'b str>,
    /// Why.
    pub reason: Option<&'b str>,
    /// Its postings.
    pub entry: &'b Entry,
}

/// An entry as it was booked.
#[derive(Clone, Debug)]
pub struct Booked {
    /// Its identifier.
    pub id: Uuid,
    /// What it was booked for.
    pub key: String,
    /// Its day.
    pub on: NaiveDate,
    /// When it was booked.
    pub at: DateTime<Utc>,
    /// What it says.
    pub says: String,
    /// Who booked it.
    pub actor: String,
    /// On whose authority.
    pub authority: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What happened, with its postings.
    pub entry: Entry,
}

/// The balance of an account in a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Which account.
    pub account: Account,
    /// Its balance: debits positive.
    pub amount: Money,
}

/// A day through which the books are closed.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Closing {
    /// Through which day.
    pub through: NaiveDate,
    /// When.
    pub closed_at: DateTime<Utc>,
    /// By whom.
    pub closed_by: String,
    /// The balances then.
    pub balances: String,
}

#[derive(QueryableByName)]
struct SumRow {
    #[diesel(sql_type = Text)]
    account: String,
    #[diesel(sql_type = Text)]
    currency: String,
    #[diesel(sql_type = BigInt)]
    minor: i64,
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Minor {
    #[diesel(sql_type = Nullable<BigInt>)]
    minor: Option<i64>,
}

type EntryRow = (Uuid, String, String, NaiveDate, DateTime<Utc>, String, String, Option<String>, Option<String>);
type PostingRow = (Uuid, String, String, i64, Option<Uuid>, Option<String>);

impl UnitOfWork<'_> {
    /// Whether something is booked for a key.
    pub fn is_booked(&mut self, key: &str) -> Result<bool, Error> {
        let own = entries::table.filter(entries::tenant_id.eq(self.tenant).and(entries::key.eq(key)));
        Ok(diesel::select(diesel::dsl::exists(own)).get_result(self.connection)?)
    }

    /// Books an entry, unless its key is booked. Answers its identifier if it was new. The day is moved behind what is
    /// closed.
    pub fn book(&mut self, booking: &Booking<'_>, now: DateTime<Utc>) -> Result<Option<Uuid>, Error> {
        let id = Uuid::now_v7();
        let closed = self.closed_through()?;
        let on = closed.filter(|through| *through >= booking.on).and_then(|through| through.succ_opt());
        let row = (
            entries::tenant_id.eq(self.tenant),
            entries::id.eq(id),
            entries::key.eq(&booking.key),
            entries::kind.eq(booking.entry.kind().name()),
            entries::on_day.eq(on.unwrap_or(booking.on)),
            entries::recorded_at.eq(now),
            entries::says.eq(&booking.says),
            entries::payment_id.eq(booking.payment),
            entries::actor.eq(&booking.actor.name),
            entries::actor_role.eq(booking.actor.role.as_ref()),
            entries::actor_mark.eq(booking.actor.mark.as_ref().map(|mark| &mark.0)),
            entries::authority.eq(booking.authority),
            entries::reason.eq(booking.reason),
        );
        let written = diesel::insert_into(entries::table)
            .values(row)
            .on_conflict((entries::tenant_id, entries::key))
            .do_nothing()
            .execute(self.connection)?;
        if written == 0 {
            return Ok(None);
        }
        self.post_lines(&[(id, booking.entry)])?;
        Ok(Some(id))
    }

    /// Books many entries that are new, of one kind and by the platform itself, in one statement.
    pub(crate) fn book_all(
        &mut self,
        on: NaiveDate,
        booked: &[(Uuid, String, String, Entry)],
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let actor = Actor::platform();
        for part in booked.chunks(ROWS) {
            let rows: Vec<_> = part
                .iter()
                .map(|(id, key, says, entry)| {
                    (
                        entries::tenant_id.eq(self.tenant),
                        entries::id.eq(id),
                        entries::key.eq(key),
                        entries::kind.eq(entry.kind().name()),
                        entries::on_day.eq(on),
                        entries::recorded_at.eq(now),
                        entries::says.eq(says),
                        entries::actor.eq(&actor.name),
                    )
                })
                .collect();
            diesel::insert_into(entries::table).values(rows).execute(self.connection)?;
            let lines: Vec<(Uuid, &Entry)> = part.iter().map(|(id, _, _, entry)| (*id, entry)).collect();
            self.post_lines(&lines)?;
        }
        Ok(())
    }

    /// Writes the postings of entries, of which each has several.
    fn post_lines(&mut self, written: &[(Uuid, &Entry)]) -> Result<(), Error> {
        let mut rows = Vec::new();
        for (id, entry) in written {
            for (line, posting) in (0_i16..).zip(entry.postings()) {
                rows.push((
                    postings::tenant_id.eq(self.tenant),
                    postings::entry_id.eq(*id),
                    postings::line.eq(line),
                    postings::account.eq(posting.account.to_string()),
                    postings::currency.eq(posting.amount.currency().code()),
                    postings::minor.eq(posting.amount.minor()),
                    postings::invoice_id.eq(posting.invoice.map(|invoice| Uuid::from_u128(invoice.0))),
                    postings::payer.eq(posting.payer.as_ref()),
                ));
            }
        }
        while !rows.is_empty() {
            let part: Vec<_> = rows.drain(..rows.len().min(ROWS)).collect();
            diesel::insert_into(postings::table).values(part).execute(self.connection)?;
        }
        Ok(())
    }

    /// What somebody has in credit; less than nothing if they owe it.
    pub fn credit(&mut self, payer: &str, currency: Currency) -> Result<Money, Error> {
        let sum = diesel::sql_query(
            "SELECT (-sum(minor))::bigint AS minor FROM postings \
             WHERE tenant_id = $1 AND account = 'credit' AND payer = $2 AND currency = $3",
        );
        let sum = sum.bind::<SqlUuid, _>(self.tenant).bind::<Text, _>(payer).bind::<Text, _>(currency.code());
        let row: Minor = sum.get_result(self.connection)?;
        Ok(Money::of_minor(row.minor.unwrap_or_default(), currency))
    }

    /// What everybody has in credit that is not nothing.
    pub fn credits(&mut self) -> Result<Vec<(String, Money)>, Error> {
        let sums = diesel::sql_query(
            "SELECT payer AS account, currency::text, (-sum(minor))::bigint AS minor FROM postings \
             WHERE tenant_id = $1 AND account = 'credit' GROUP BY payer, currency HAVING sum(minor) <> 0 ORDER BY payer",
        );
        let rows: Vec<SumRow> = sums.bind::<SqlUuid, _>(self.tenant).load(self.connection)?;
        rows.into_iter().map(|row| Ok((row.account, money(&row.currency, row.minor)?))).collect()
    }

    /// Every balance that is not nothing, through a day if one is named.
    pub fn balances(&mut self, through: Option<NaiveDate>) -> Result<Vec<Balance>, Error> {
        let sums = diesel::sql_query(
            "SELECT p.account, p.currency::text, sum(p.minor)::bigint AS minor FROM postings p \
             JOIN entries e ON e.tenant_id = p.tenant_id AND e.id = p.entry_id \
             WHERE p.tenant_id = $1 AND ($2 IS NULL OR e.on_day <= $2) \
             GROUP BY p.account, p.currency HAVING sum(p.minor) <> 0 ORDER BY p.account, p.currency",
        );
        let sums = sums.bind::<SqlUuid, _>(self.tenant).bind::<Nullable<diesel::sql_types::Date>, _>(through);
        let rows: Vec<SumRow> = sums.load(self.connection)?;
        let balance = |row: SumRow| {
            let account = row.account.parse().map_err(|_| Error::MoneyUnreadable(row.account.clone()))?;
            Ok(Balance { account, amount: money(&row.currency, row.minor)? })
        };
        rows.into_iter().map(balance).collect()
    }

    /// Whether a provider's fee is booked for a payment.
    pub fn has_fee(&mut self, payment: Uuid) -> Result<bool, Error> {
        let of_payment = entries::tenant_id.eq(self.tenant).and(entries::payment_id.eq(payment));
        let of_payment = entries::table.filter(of_payment).select(entries::id);
        let fees = postings::tenant_id.eq(self.tenant).and(postings::account.like("provider-fees:%"));
        let fees = postings::table.filter(fees.and(postings::entry_id.eq_any(of_payment)));
        Ok(diesel::select(diesel::dsl::exists(fees)).get_result(self.connection)?)
    }

    /// Payments of an account with a dispute that is not decided, by the provider's names of them.
    pub fn disputed_payments(&mut self, account: &str) -> Result<Vec<String>, Error> {
        let rows: Vec<Named> = diesel::sql_query(
            "SELECT y.reference AS name FROM payments y JOIN entries e ON e.tenant_id = y.tenant_id AND e.payment_id = y.id \
             WHERE y.tenant_id = $1 AND y.account = $2 GROUP BY y.reference \
             HAVING count(*) FILTER (WHERE e.kind = 'dispute') > count(*) FILTER (WHERE e.kind IN ('dispute-won', 'dispute-lost'))",
        )
        .bind::<SqlUuid, _>(self.tenant)
        .bind::<Text, _>(account)
        .load(self.connection)?;
        Ok(rows.into_iter().map(|row| row.name).collect())
    }

    /// Whether a payout of exactly so much is on the way, and the bank has not shown it.
    pub fn payout_waits(&mut self, on_the_way: &str, amount: Money) -> Result<bool, Error> {
        let rows: Vec<Named> = diesel::sql_query(
            "SELECT p.account AS name FROM postings p WHERE p.tenant_id = $1 AND p.account = $2 AND p.currency = $3 \
             AND abs(p.minor) = $4 GROUP BY p.account HAVING sum(p.minor) > 0",
        )
        .bind::<SqlUuid, _>(self.tenant)
        .bind::<Text, _>(Account::Bank(on_the_way.to_owned()).to_string())
        .bind::<Text, _>(amount.currency().code())
        .bind::<BigInt, _>(amount.minor())
        .load(self.connection)?;
        Ok(!rows.is_empty())
    }

    /// What was given up of an invoice: by waivers, or by writing it off.
    pub fn given_up(&mut self, invoice: Uuid, kind: ledger::Kind) -> Result<i64, Error> {
        let sum = diesel::sql_query(
            "SELECT (-sum(p.minor))::bigint AS minor FROM postings p \
             JOIN entries e ON e.tenant_id = p.tenant_id AND e.id = p.entry_id \
             WHERE p.tenant_id = $1 AND p.invoice_id = $2 AND p.account = 'receivable' AND e.kind = $3",
        );
        let sum = sum.bind::<SqlUuid, _>(self.tenant).bind::<SqlUuid, _>(invoice).bind::<Text, _>(kind.name());
        let row: Minor = sum.get_result(self.connection)?;
        Ok(row.minor.unwrap_or_default())
    }

    /// The last day on which something other than its issue was booked on an invoice.
    pub fn last_day_of(&mut self, invoice: Uuid) -> Result<Option<NaiveDate>, Error> {
        let about = postings::tenant_id.eq(self.tenant).and(postings::invoice_id.eq(invoice));
        let about = postings::table.filter(about).select(postings::entry_id);
        let booked = entries::tenant_id.eq(self.tenant).and(entries::kind.ne("issue")).and(entries::id.eq_any(about));
        let booked = entries::table.filter(booked).select(diesel::dsl::max(entries::on_day));
        Ok(booked.get_result(self.connection)?)
    }

    /// The invoices that a payment has paid and still pays, in the order in which it paid them: each with how much.
    pub fn paid_by(&mut self, payment: Uuid) -> Result<Vec<(Uuid, String, Money)>, Error> {
        let rows: Vec<PaidRow> = diesel::sql_query(
            "SELECT p.invoice_id, p.payer, p.currency::text, (-sum(p.minor))::bigint AS minor FROM postings p \
             JOIN entries e ON e.tenant_id = p.tenant_id AND e.id = p.entry_id \
             WHERE p.tenant_id = $1 AND e.payment_id = $2 AND p.account = 'receivable' \
             GROUP BY p.invoice_id, p.payer, p.currency HAVING sum(p.minor) < 0 \
             ORDER BY min(e.recorded_at), min(p.line)",
        )
        .bind::<SqlUuid, _>(self.tenant)
        .bind::<SqlUuid, _>(payment)
        .load(self.connection)?;
        rows.into_iter().map(|row| Ok((row.invoice_id, row.payer, money(&row.currency, row.minor)?))).collect()
    }

    /// The invoices that somebody's credit has paid, the last first: each with how much.
    pub fn paid_by_credit(&mut self, payer: &str, currency: Currency) -> Result<Vec<(Uuid, String, Money)>, Error> {
        let rows: Vec<PaidRow> = diesel::sql_query(
            "SELECT p.invoice_id, p.payer, p.currency::text, (-sum(p.minor))::bigint AS minor FROM postings p \
             JOIN entries e ON e.tenant_id = p.tenant_id AND e.id = p.entry_id \
             JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id AND i.cancelled_on IS NULL \
             WHERE p.tenant_id = $1 AND p.payer = $2 AND p.currency = $3 AND e.kind = 'credit' AND p.account = 'receivable' \
             GROUP BY p.invoice_id, p.payer, p.currency HAVING sum(p.minor) < 0 ORDER BY max(e.recorded_at)",
        )
        .bind::<SqlUuid, _>(self.tenant)
        .bind::<Text, _>(payer)
        .bind::<Text, _>(currency.code())
        .load(self.connection)?;
        rows.into_iter().map(|row| Ok((row.invoice_id, row.payer, money(&row.currency, row.minor)?))).collect()
    }

    /// Entries with their postings, newest first: of a payment, of an invoice, or all.
    pub fn booked(&mut self, of: Option<Uuid>, most: i64) -> Result<Vec<Booked>, Error> {
        let mut wanted = entries::table.filter(entries::tenant_id.eq(self.tenant)).into_boxed();
        if let Some(of) = of {
            let about = postings::table
                .filter(postings::tenant_id.eq(self.tenant).and(postings::invoice_id.eq(of)))
                .select(postings::entry_id);
            wanted = wanted.filter(entries::payment_id.eq(of).or(entries::id.eq_any(about)));
        }
        let columns = (
            entries::id,
            entries::key,
            entries::kind,
            entries::on_day,
            entries::recorded_at,
            entries::says,
            entries::actor,
            entries::authority,
            entries::reason,
        );
        let newest = wanted.order((entries::recorded_at.desc(), entries::id.desc())).limit(most).select(columns);
        let rows: Vec<EntryRow> = newest.load(self.connection)?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
        let lines = postings::table.filter(postings::tenant_id.eq(self.tenant).and(postings::entry_id.eq_any(&ids)));
        let columns = (
            postings::entry_id,
            postings::account,
            postings::currency,
            postings::minor,
            postings::invoice_id,
            postings::payer,
        );
        let lines: Vec<PostingRow> =
            lines.order((postings::entry_id, postings::line)).select(columns).load(self.connection)?;
        let mut by_entry: std::collections::HashMap<Uuid, Vec<Posting>> = std::collections::HashMap::new();
        for (entry, account, currency, minor, invoice, payer) in lines {
            let account = account.parse().map_err(|_| Error::MoneyUnreadable(account.clone()))?;
            let invoice = invoice.map(|invoice| InvoiceId(invoice.as_u128()));
            let posting = Posting { account, amount: money(&currency, minor)?, invoice, payer };
            by_entry.entry(entry).or_default().push(posting);
        }
        let booked = |(id, key, kind, on, at, says, actor, authority, reason): EntryRow| {
            let unreadable = || Error::MoneyUnreadable(key.clone());
            let kind = kind.parse().map_err(|_| unreadable())?;
            let entry = Entry::new(kind, by_entry.remove(&id).unwrap_or_default()).map_err(|_| unreadable())?;
            Ok(Booked { id, key: key.clone(), on, at, says, actor, authority, reason, entry })
        };
        rows.into_iter().map(booked).collect()
    }

    /// Through which day the books are closed.
    pub fn closed_through(&mut self) -> Result<Option<NaiveDate>, Error> {
        let own = closings::table.filter(closings::tenant_id.eq(self.tenant));
        Ok(own.select(diesel::dsl::max(closings::through)).get_result(self.connection)?)
    }

    /// The closings, newest first.
    pub fn closings(&mut self) -> Result<Vec<Closing>, Error> {
        let own = closings::table.filter(closings::tenant_id.eq(self.tenant)).order(closings::through.desc());
        let columns = (closings::through, closings::closed_at, closings::closed_by, closings::balances);
        Ok(own.select(columns).load(self.connection)?)
    }

    /// Closes the books through a day.
    pub fn close_books(&mut self, closing: &Closing) -> Result<(), Error> {
        let row = (
            closings::tenant_id.eq(self.tenant),
            closings::through.eq(closing.through),
            closings::closed_at.eq(closing.closed_at),
            closings::closed_by.eq(&closing.closed_by),
            closings::balances.eq(&closing.balances),
        );
        diesel::insert_into(closings::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok(())
    }
}

#[derive(QueryableByName)]
struct PaidRow {
    #[diesel(sql_type = SqlUuid)]
    invoice_id: Uuid,
    #[diesel(sql_type = Text)]
    payer: String,
    #[diesel(sql_type = Text)]
    currency: String,
    #[diesel(sql_type = BigInt)]
    minor: i64,
}
