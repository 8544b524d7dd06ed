//! Notices that went out by themselves: one telling of one cause to one party, and what became of its mail.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::{mail, notices};
use crate::{Error, UnitOfWork};

/// What is told to whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// `charter`, `reminder`, `missed`, `standing` or `stage`.
    pub kind: &'static str,
    /// The notice, the duty, the state.
    pub name: String,
    /// Who receives it.
    pub recipient: String,
    /// Whom or what it concerns; may be empty.
    pub subject: String,
    /// The day of its cause.
    pub caused_on: NaiveDate,
    /// Of changes, which come and go: how far the record went; else zero.
    pub turn: i64,
    /// The clause that asks for it.
    pub clause: String,
    /// Who gives it.
    pub by: String,
}

/// What became of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Nobody signs in for the party: there is no address to write to.
    NoAddress,
    /// It waits to be sent.
    Waiting,
    /// A mail server has taken it.
    Sent,
    /// No mail server took it, and it was given up.
    Failed,
    /// Somebody who acts for the party said that it is there.
    Received,
}

/// A notice as it was told.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its identifier.
    pub id: Uuid,
    /// Its kind.
    pub kind: String,
    /// The notice, the duty, the state.
    pub name: String,
    /// Who receives it.
    pub recipient: String,
    /// Whom or what it concerns.
    pub subject: String,
    /// The day of its cause.
    pub caused_on: NaiveDate,
    /// The clause that asks for it.
    pub clause: String,
    /// Who gives it.
    pub by: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// What became of it.
    pub delivery: Delivery,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = notices)]
struct Row {
    id: Uuid,
    kind: String,
    name: String,
    recipient: String,
    subject: String,
    caused_on: NaiveDate,
    clause: String,
    by_party: String,
    written_at: DateTime<Utc>,
    received_at: Option<DateTime<Utc>>,
}

impl Row {
    /// With what its mail says.
    fn told(self, states: &[String]) -> Told {
        let any = |state: &str| states.iter().any(|known| known == state);
        let delivery = if self.received_at.is_some() {
            Delivery::Received
        } else if any("sent") {
            Delivery::Sent
        } else if any("waiting") {
            Delivery::Waiting
        } else if any("failed") {
            Delivery::Failed
        } else {
            Delivery::NoAddress
        };
        Told {
            id: self.id,
            kind: self.kind,
            name: self.name,
            recipient: self.recipient,
            subject: self.subject,
            caused_on: self.caused_on,
            clause: self.clause,
            by: self.by_party,
            written_at: self.written_at,
            delivery,
        }
    }
}

impl UnitOfWork<'_> {
    /// Notes that something is told to somebody; none: they were told already.
    pub fn tell(&mut self, notice: &Notice, now: DateTime<Utc>) -> Result<Option<Uuid>, Error> {
        let id = Uuid::now_v7();
        let row = (
            notices::tenant_id.eq(self.tenant),
            notices::id.eq(id),
            notices::kind.eq(notice.kind),
            notices::name.eq(&notice.name),
            notices::recipient.eq(&notice.recipient),
            notices::subject.eq(&notice.subject),
            notices::caused_on.eq(notice.caused_on),
            notices::turn.eq(notice.turn),
            notices::clause.eq(&notice.clause),
            notices::by_party.eq(&notice.by),
            notices::written_at.eq(now),
            notices::in_register.eq(false),
        );
        let made = diesel::insert_into(notices::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok((made > 0).then_some(id))
    }

    /// The newest notices; of one party or one kind, if they are named.
    pub fn told(&mut self, recipient: Option<&str>, kind: Option<&str>, most: i64) -> Result<Vec<Told>, Error> {
        let own = notices::table.filter(notices::tenant_id.eq(self.tenant)).select(Row::as_select()).limit(most);
        let mut newest = own.order((notices::written_at.desc(), notices::id.desc())).into_boxed();
        if let Some(party) = recipient {
            newest = newest.filter(notices::recipient.eq(party));
        }
        if let Some(kind) = kind {
            newest = newest.filter(notices::kind.eq(kind));
        }
        let rows: Vec<Row> = newest.load(self.connection)?;
        self.followed(rows)
    }

    /// How many notices of a kind a party was told.
    pub fn count_told(&mut self, kind: &str, recipient: &str) -> Result<i64, Error> {
        let own = notices::tenant_id.eq(self.tenant).and(notices::kind.eq(kind)).and(notices::recipient.eq(recipient));
        Ok(notices::table.filter(own).count().get_result(self.connection)?)
    }

    /// One notice.
    pub fn notice(&mut self, id: Uuid) -> Result<Option<Told>, Error> {
        let own = notices::table.find((self.tenant, id)).select(Row::as_select());
        let row: Option<Row> = own.first(self.connection).optional()?;
        Ok(self.followed(row.into_iter().collect())?.pop())
    }

    /// Notices, with what became of their mail: two statements, however many they are.
    fn followed(&mut self, rows: Vec<Row>) -> Result<Vec<Told>, Error> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let own = mail::tenant_id.eq(self.tenant).and(mail::notice_id.eq_any(&ids));
        let found: Vec<(Option<Uuid>, String)> = match ids.is_empty() {
            true => Vec::new(),
            false => mail::table.filter(own).select((mail::notice_id, mail::state)).load(self.connection)?,
        };
        let mut states: HashMap<Uuid, Vec<String>> = HashMap::new();
        for (id, state) in found {
            states.entry(id.unwrap_or_default()).or_default().push(state);
        }
        let told = |row: Row| {
            let states = states.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            row.told(states)
        };
        Ok(rows.into_iter().map(told).collect())
    }

    /// Notes that the register says what became of a notice. Answers whether it did not say so before.
    pub fn enter(&mut self, id: Uuid) -> Result<bool, Error> {
        let own = notices::tenant_id.eq(self.tenant).and(notices::id.eq(id)).and(notices::in_register.eq(false));
        let entered = diesel::update(notices::table.filter(own)).set(notices::in_register.eq(true));
        Ok(entered.execute(self.connection)? > 0)
    }

    /// Notes that a party has received a notice. Answers whether that is new.
    pub fn received(&mut self, id: Uuid, recipient: &str, now: DateTime<Utc>) -> Result<bool, Error> {
        let own = notices::tenant_id.eq(self.tenant).and(notices::id.eq(id)).and(notices::recipient.eq(recipient));
        let waiting = notices::table.filter(own.and(notices::received_at.is_null()));
        Ok(diesel::update(waiting).set(notices::received_at.eq(now)).execute(self.connection)? > 0)
    }
}
