//! How far a network's record goes, in one statement: every page asks, to know whether what it holds in memory is stale.

use std::sync::atomic::{AtomicUsize, Ordering};
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
/// dropped, and the question is asked over one of the pool.
#[derive(Default)]
pub(crate) struct Askers {
    idle: Mutex<Vec<PgConnection>>,
    /// How many there are, idle or at work.
    open: AtomicUsize,
}

/// How many there are at most; what comes beyond asks over the pool, which has its own bound.
const MOST: usize = 8;

impl Askers {
    /// One that is idle, or a new one if there may be one more.
    fn take(&self, url: &str) -> Option<PgConnection> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if idle.is_some() {
            return idle;
        }
        if self.open.fetch_add(1, Ordering::Relaxed) >= MOST {
            self.open.fetch_sub(1, Ordering::Relaxed);
            return None;
        }
        let made = PgConnection::establish(url).ok();
        match made {
            Some(mut connection) => {
                connection.set_instrumentation(Statements::default());
                Some(connection)
            }
            None => {
                self.open.fetch_sub(1, Ordering::Relaxed);
                None
            }
        }
    }

    /// The answer, if one of these can give it.
    fn ask<T>(&self, url: &str, question: impl Fn(&mut PgConnection) -> QueryResult<T>) -> Option<T> {
        let mut connection = self.take(url)?;
        match question(&mut connection) {
            Ok(answer) => {
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
                Some(answer)
            }
            Err(_) => {
                self.open.fetch_sub(1, Ordering::Relaxed);
                None
            }
        }
    }
}

impl Store {
    /// How far a network's record goes.
    pub fn how_far(&self, tenant: &Tenant) -> Result<HowFar, Error> {
        let question = |connection: &mut PgConnection| {
            diesel::select(how_far(tenant.id)).get_result::<Option<Vec<i64>>>(connection)
        };
        let found: Option<Vec<i64>> = match self.askers.ask(&self.url, question) {
            Some(found) => found,
            None => question(&mut *self.connection()?)?,
        };
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
