//! Tenants: the networks that are hosted.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as Refused};
use uuid::Uuid;

use crate::schema::{heads, tenants};
use crate::{Error, Store, chain};

/// A hosted network. Whoever holds one may reach its rows and no others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Queryable)]
pub struct Tenant {
    pub(crate) id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// Its register is made up, and its date can be moved.
    pub demonstration: bool,
}

impl Store {
    /// The network of this name.
    pub fn tenant(&self, slug: &str) -> Result<Option<Tenant>, Error> {
        let found = tenants::table.filter(tenants::slug.eq(slug));
        let columns = (tenants::id, tenants::slug, tenants::demonstration);
        Ok(found.select(columns).first(&mut self.connection()?).optional()?)
    }

    /// Every network, by name.
    pub fn tenants(&self) -> Result<Vec<Tenant>, Error> {
        let columns = (tenants::id, tenants::slug, tenants::demonstration);
        Ok(tenants::table.order(tenants::slug).select(columns).load(&mut self.connection()?)?)
    }

    /// Makes a network and does the first work for it, in one transaction: there is a whole one or none. For the owner.
    pub fn create_tenant<T, E: From<Error>>(
        &self,
        slug: &str,
        demonstration: bool,
        now: DateTime<Utc>,
        first_work: impl FnOnce(&mut crate::UnitOfWork<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        crate::unit::transaction(&mut *self.connection()?, |connection| {
            let id = Uuid::now_v7();
            let row = (
                tenants::id.eq(id),
                tenants::slug.eq(slug),
                tenants::demonstration.eq(demonstration),
                tenants::created_at.eq(now),
            );
            let made = diesel::insert_into(tenants::table).values(row).execute(connection);
            made.map_err(|error| match error {
                Refused::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Error::TenantExists(slug.to_owned()),
                other => Error::Database(other),
            })?;
            let mut unit = crate::UnitOfWork::begin(connection, id, &self.keys)?;
            let head = (
                heads::tenant_id.eq(id),
                heads::place.eq(0),
                heads::hash.eq(chain::START.to_vec()),
                heads::charter_revision.eq(0),
            );
            diesel::insert_into(heads::table).values(head).execute(unit.connection).map_err(Error::Database)?;
            first_work(&mut unit)
        })
    }
}
