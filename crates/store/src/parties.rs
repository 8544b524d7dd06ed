//! A projection of the register: who is named in it. Made with each act; it can be dropped and made anew.

use std::collections::BTreeMap;

use charter::act::{Act, On};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::schema::parties;
use crate::{Error, UnitOfWork};

/// Somebody whom the register names.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Party {
    /// The name.
    pub name: String,
    /// The day of the first act that names it.
    pub first_on: NaiveDate,
    /// The day of the last one.
    pub last_on: NaiveDate,
    /// How many acts name it.
    pub acts: i64,
}

/// Of each name: the first day, the last day, the number of acts.
pub(crate) type Named = BTreeMap<String, (NaiveDate, NaiveDate, i64)>;

/// Notes whom an act names.
pub(crate) fn note(named: &mut Named, act: &Act) {
    let day = match &act.on {
        On::Date(date) => date.to_string().parse().unwrap_or_default(),
        On::Instant(instant) => instant.date_naive(),
    };
    for name in [&act.by, &act.about].into_iter().flatten() {
        let entry = named.entry(name.clone()).or_insert((day, day, 0));
        *entry = (entry.0.min(day), entry.1.max(day), entry.2.saturating_add(1));
    }
}

impl UnitOfWork<'_> {
    pub(crate) fn project(&mut self, named: Named) -> Result<(), Error> {
        for (name, (first_on, last_on, count)) in named {
            let row = (
                parties::tenant_id.eq(self.tenant),
                parties::name.eq(name),
                parties::first_on.eq(first_on),
                parties::last_on.eq(last_on),
                parties::acts.eq(count),
            );
            let more = (
                parties::first_on.eq(diesel::dsl::sql("LEAST(parties.first_on, excluded.first_on)")),
                parties::last_on.eq(diesel::dsl::sql("GREATEST(parties.last_on, excluded.last_on)")),
                parties::acts.eq(parties::acts + excluded(parties::acts)),
            );
            diesel::insert_into(parties::table)
                .values(row)
                .on_conflict((parties::tenant_id, parties::name))
                .do_update()
                .set(more)
                .execute(self.connection)?;
        }
        Ok(())
    }

    /// Drops the projection and makes it anew from the register.
    pub fn rebuild(&mut self) -> Result<(), Error> {
        diesel::delete(parties::table.filter(parties::tenant_id.eq(self.tenant))).execute(self.connection)?;
        let mut named = Named::new();
        for act in self.acts_after(0)? {
            note(&mut named, &act);
        }
        self.project(named)
    }

    /// Everybody whose name holds a text, by name.
    pub fn parties(&mut self, holding: &str) -> Result<Vec<Party>, Error> {
        let pattern = format!("%{}%", holding.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let found = parties::table.filter(parties::tenant_id.eq(self.tenant).and(parties::name.ilike(pattern)));
        let columns = (parties::name, parties::first_on, parties::last_on, parties::acts);
        Ok(found.order(parties::name).select(columns).load(self.connection)?)
    }
}
