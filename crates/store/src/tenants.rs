//! Tenants: the networks that are hosted.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as Refused};
use uuid::Uuid;

use crate::schema::tenants;
use crate::{Error, Store};

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

    /// Makes a network and does the first work for it, in one transaction: there is a whole one or none.
    pub fn create_tenant<T, E: From<Error>>(
        &self,
        slug: &str,
        demonstration: bool,
        now: DateTime<Utc>,
        first_work: impl FnOnce(&mut crate::UnitOfWork<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        crate::unit::transaction(&mut *self.connection()?, |connection| {
            let id = Uuid::now_v7();
            let made = diesel::sql_query("SELECT make_tenant($1, $2, $3, $4)")
                .bind::<diesel::sql_types::Uuid, _>(id)
                .bind::<diesel::sql_types::Text, _>(slug)
                .bind::<diesel::sql_types::Bool, _>(demonstration)
                .bind::<diesel::sql_types::Timestamptz, _>(now)
                .execute(connection);
            made.map_err(|error| match error {
                Refused::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Error::TenantExists(slug.to_owned()),
                Refused::DatabaseError(DatabaseErrorKind::CheckViolation, _) => Error::TenantName(slug.to_owned()),
                other => Error::Database(other),
            })?;
            let mut unit = crate::UnitOfWork::begin(connection, id, &self.keys)?;
            first_work(&mut unit)
        })
    }
}
