//! How far a network's record goes, in one statement: every page asks, to know whether what it holds in memory is stale.

use std::sync::{Mutex, PoisonError};

use diesel::pg::PgConnection;
use diesel::prelude::*;

use crate::schema::heads;
use crate::statements::Statements;
use crate::{Error, Head, Store, Tenant, UnitOfWork};

/// How far a network's record goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HowFar {
    /// Its acts and its charter.
    pub head: Head,
    /// How often something was told, or became of what was told.
    pub news: i64,
    /// How many days its date lies ahead.
    pub days_ahead: i32,
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// Acts, revision of the charter, news, days ahead; none: there is no such network.
    fn how_far(
        tenant: diesel::sql_types::Uuid,
    ) -> diesel::sql_types::Nullable<diesel::sql_types::Array<diesel::sql_types::BigInt>>;
}

/// Connections for this one question. They are not tried before each use, as those of the pool are: one that fails is
/// dropped, and the question is asked over a new one.
#[derive(Default)]
pub(crate) struct Askers(Mutex<Vec<PgConnection>>);

/// How many of them are kept.
const KEPT: usize = 8;

impl Askers {
    fn ask<T>(&self, url: &str, question: impl Fn(&mut PgConnection) -> QueryResult<T>) -> Result<T, Error> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(mut connection) = kept
            && let Ok(answer) = question(&mut connection)
        {
            self.keep(connection);
            return Ok(answer);
        }
        let mut connection = PgConnection::establish(url).map_err(|error| Error::Unreachable(error.to_string()))?;
        connection.set_instrumentation(Statements::default());
        let answer = question(&mut connection)?;
        self.keep(connection);
        Ok(answer)
    }

    fn keep(&self, connection: PgConnection) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT {
            kept.push(connection);
        }
    }
}

impl Store {
    /// How far a network's record goes.
    pub fn how_far(&self, tenant: &Tenant) -> Result<HowFar, Error> {
        let question = |connection: &mut PgConnection| diesel::select(how_far(tenant.id)).get_result(connection);
        let found: Option<Vec<i64>> = self.askers.ask(&self.url, question)?;
        let Some([acts, charter_revision, news, days_ahead]) = found.as_deref() else {
            return Err(Error::Database(diesel::result::Error::NotFound));
        };
        let small = |number: &i64| i32::try_from(*number).unwrap_or(0);
        let head = Head { acts: *acts, charter_revision: small(charter_revision) };
        Ok(HowFar { head, news: *news, days_ahead: small(days_ahead) })
    }
}

impl UnitOfWork<'_> {
    /// Notes that something was told, or that something became of what was told.
    pub fn note_news(&mut self) -> Result<(), Error> {
        let own = heads::table.find(self.tenant);
        diesel::update(own).set(heads::news.eq(heads::news + 1)).execute(self.connection)?;
        Ok(())
    }

    /// How often something was told.
    pub fn news(&mut self) -> Result<i64, Error> {
        Ok(heads::table.find(self.tenant).select(heads::news).first(self.connection)?)
    }
}
