//! Acts: appended, read, verified.

use charter::act::Act;
use chrono::{DateTime, SubsecRound, Utc};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as Refused};
use std::collections::BTreeMap;

use crate::chain::{self, Broken};
use crate::schema::{acts, heads};
use crate::{Error, UnitOfWork};

/// An act to be recorded, and those of its fields that are to be sealed.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The act, without its sealed fields.
    pub act: Act,
    /// Whose key seals them: the subject of the act.
    pub subject: String,
    /// Fields in clear, to be sealed.
    pub seal: BTreeMap<String, String>,
}

impl From<Act> for Entry {
    fn from(act: Act) -> Entry {
        let subject = act.about.clone().or_else(|| act.by.clone()).unwrap_or_default();
        Entry { act, subject, seal: BTreeMap::new() }
    }
}

/// How far a tenant's record goes: what was made from it is stale once this has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Head {
    /// The number of acts.
    pub acts: i64,
    /// The newest revision of the charter's files.
    pub charter_revision: i32,
}

#[derive(Queryable)]
struct Row {
    place: i64,
    recorded_at: DateTime<Utc>,
    body: String,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
}

/// How many acts are read at once.
const PAGE: i64 = 5_000;

impl UnitOfWork<'_> {
    /// How far the record goes.
    pub fn head(&mut self) -> Result<Head, Error> {
        let own = heads::table.find(self.tenant).select((heads::place, heads::charter_revision));
        Ok(own.first(self.connection)?)
    }

    /// How far the record goes, held until the end of the transaction: nobody else appends meanwhile.
    pub fn hold(&mut self) -> Result<Head, Error> {
        let own = heads::table.find(self.tenant).select((heads::place, heads::charter_revision));
        Ok(own.for_update().first(self.connection)?)
    }

    /// Records acts at the end of the chain, in this order. An act without an instant of recording gets `now`.
    pub fn append(&mut self, entries: Vec<Entry>, now: DateTime<Utc>) -> Result<Head, Error> {
        let own = heads::table.find(self.tenant);
        let (mut place, mut before): (i64, Vec<u8>) =
            own.select((heads::place, heads::hash)).for_update().first(self.connection)?;
        let mut named = BTreeMap::new();
        for entry in entries {
            place = place.saturating_add(1);
            let recorded_at = entry.act.recorded_at.unwrap_or(now).trunc_subsecs(6);
            let mut act = self.sealed(entry)?;
            act.recorded_at = Some(recorded_at);
            crate::parties::note(&mut named, &act);
            let id = act.id.clone();
            let body =
                serde_json::to_string(&act).map_err(|error| Error::ActUnreadable { place, why: error.to_string() })?;
            let hash = chain::hash(&before, self.tenant, place, recorded_at, &body);
            let row = (
                acts::tenant_id.eq(self.tenant),
                acts::place.eq(place),
                acts::id.eq(&id),
                acts::recorded_at.eq(recorded_at),
                acts::body.eq(body),
                acts::previous_hash.eq(before),
                acts::hash.eq(hash.to_vec()),
            );
            diesel::insert_into(acts::table).values(row).execute(self.connection).map_err(|error| match error {
                Refused::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Error::ActOnFile(id),
                other => Error::Database(other),
            })?;
            before = hash.to_vec();
        }
        let end = (heads::place.eq(place), heads::hash.eq(before));
        diesel::update(heads::table.find(self.tenant)).set(end).execute(self.connection)?;
        self.project(named)?;
        self.head()
    }

    /// Every act after a place, in the order in which they were recorded.
    pub fn acts_after(&mut self, place: i64) -> Result<Vec<Act>, Error> {
        let mut found = Vec::new();
        self.each_after(place, |row| {
            let act = serde_json::from_str(&row.body);
            found.push(act.map_err(|error| Error::ActUnreadable { place: row.place, why: error.to_string() })?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Acts after a place with their places, so many at most.
    pub fn acts_page(&mut self, place: i64, most: i64) -> Result<Vec<(i64, Act)>, Error> {
        let own = acts::table.filter(acts::tenant_id.eq(self.tenant).and(acts::place.gt(place)));
        let page = own.order(acts::place).limit(most).select((acts::place, acts::body));
        let rows: Vec<(i64, String)> = page.load(self.connection)?;
        let read = |(place, body): (i64, String)| {
            let act = serde_json::from_str(&body);
            act.map(|act| (place, act)).map_err(|error| Error::ActUnreadable { place, why: error.to_string() })
        };
        rows.into_iter().map(read).collect()
    }

    fn each_after(&mut self, place: i64, mut each: impl FnMut(Row) -> Result<(), Error>) -> Result<(), Error> {
        let mut last = place;
        loop {
            let page: Vec<Row> = acts::table
                .filter(acts::tenant_id.eq(self.tenant).and(acts::place.gt(last)))
                .order(acts::place)
                .limit(PAGE)
                .select((acts::place, acts::recorded_at, acts::body, acts::previous_hash, acts::hash))
                .load(self.connection)?;
            let Some(end) = page.last().map(|row| row.place) else { return Ok(()) };
            last = end;
            page.into_iter().try_for_each(&mut each)?;
        }
    }

    /// Walks the whole chain. Answers how many acts it holds, or where it does not hold.
    pub fn verify(&mut self) -> Result<Result<i64, Broken>, Error> {
        let tenant = self.tenant;
        // What is recorded while this walks lies behind the end that it began with.
        let (end, hash_of_end): (i64, Vec<u8>) =
            heads::table.find(self.tenant).select((heads::place, heads::hash)).first(self.connection)?;
        let (mut last, mut before) = (0_i64, chain::START.to_vec());
        let mut broken = None;
        self.each_after(0, |row| {
            if row.place > end {
                return Ok(());
            }
            let expected = last.saturating_add(1);
            let hash = chain::hash(&row.previous_hash, tenant, row.place, row.recorded_at, &row.body);
            if broken.is_none() && row.place != expected {
                broken = Some(Broken::Missing(expected));
            } else if broken.is_none() && (row.previous_hash != before || hash.as_slice() != row.hash) {
                broken = Some(Broken::Changed(row.place));
            }
            (last, before) = (row.place, row.hash);
            Ok(())
        })?;
        if broken.is_none() && (end, &hash_of_end) != (last, &before) {
            broken = Some(Broken::End { found: last, expected: end });
        }
        Ok(broken.map_or(Ok(last), Err))
    }
}
