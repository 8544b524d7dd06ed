//! The unit of work: one transaction for one tenant.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use uuid::Uuid;

use crate::{Error, MasterKey};

/// One transaction that has a tenant. Every query of the record is a method of it.
pub struct UnitOfWork<'c> {
    pub(crate) connection: &'c mut PgConnection,
    pub(crate) tenant: Uuid,
    pub(crate) keys: &'c MasterKey,
}

impl<'c> UnitOfWork<'c> {
    pub(crate) fn begin(connection: &'c mut PgConnection, tenant: Uuid, keys: &'c MasterKey) -> Result<Self, Error> {
        diesel::sql_query("SELECT set_config('app.tenant', $1, true)")
            .bind::<Text, _>(tenant.to_string())
            .execute(connection)?;
        Ok(UnitOfWork { connection, tenant, keys })
    }
}

/// What ends a transaction early: a failure of the work, or of the database in beginning or ending it.
enum Ended<E> {
    ByWork(E),
    ByDatabase(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for Ended<E> {
    fn from(error: diesel::result::Error) -> Ended<E> {
        Ended::ByDatabase(error)
    }
}

/// One transaction: all of the work or nothing.
pub(crate) fn transaction<T, E: From<Error>>(
    connection: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> Result<T, E>,
) -> Result<T, E> {
    connection.transaction(|connection| work(connection).map_err(Ended::ByWork)).map_err(|ended| match ended {
        Ended::ByWork(error) => error,
        Ended::ByDatabase(error) => Error::Database(error).into(),
    })
}

#[derive(QueryableByName)]
pub(crate) struct Role {
    #[diesel(sql_type = Text)]
    pub(crate) name: String,
    #[diesel(sql_type = Bool)]
    pub(crate) steps_over: bool,
}

/// The role of a connection, and whether it could see across tenants.
pub(crate) fn role(connection: &mut PgConnection) -> Result<Role, Error> {
    let role = diesel::sql_query(
        "SELECT current_user::text AS name, (rolsuper OR rolbypassrls OR EXISTS \
         (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p'))) AS steps_over \
         FROM pg_roles WHERE rolname = current_user",
    );
    Ok(role.get_result(connection)?)
}
