//! The record in PostgreSQL: what happened in each network, chained and append-only, and its charter's files.
//!
//! The only way to a row is a [`UnitOfWork`]: one transaction that has a tenant. Row-level security holds the same line a
//! second time in the database, and [`Store::connect`] refuses a role that could step over it.

mod boxes;
mod chain;
mod charters;
mod clocks;
mod credentials;
mod documents;
mod drafts;
mod how_far;
mod mail;
mod migrations;
mod money;
mod notices;
mod parties;
mod people;
mod register;
mod schema;
mod sealing;
mod showings;
mod statements;
mod tenants;
mod timers;
mod tokens;
mod unit;

use std::sync::Arc;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::r2d2::{ConnectionManager, Pool};

pub use chain::Broken;
pub use charters::CharterFile;
pub use credentials::{Credentials, PersonMark};
pub use documents::Document;
use how_far::Askers;
pub use how_far::HowFar;
pub use mail::{Message, Posted};
pub use migrations::{migrate, revert};
pub use money::{
    Actor, Assessment, AssessmentState, Attempt, Balance, BankLine, Booked, Booking, Closing, Declaration, Invoice,
    MoneyFinding, NewInvoice, Paper, PaperKind, Payment, PaymentSetting, SettingName, Waiting, Which,
};
pub use notices::{Delivery, Notice, Told};
pub use parties::Party;
pub use people::Person;
pub use register::{Entry, Head};
pub use sealing::{MasterKey, Opened};
pub use showings::ShownTo;
pub use tenants::Tenant;
pub use timers::{Standing, Timer};
pub use tokens::{GivenKey, Grant};
pub use unit::UnitOfWork;

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database refused or is away.
    #[error("the database: {0}")]
    Database(#[from] diesel::result::Error),
    /// No connection.
    #[error("no connection to the database: {0}")]
    Unreachable(String),
    /// The role could see across tenants.
    #[error(
        "the role `{0}` may step over row-level security or owns tables; give the application a role that does neither"
    )]
    RoleTooStrong(String),
    /// The migrations could not be run.
    #[error("migrating: {0}")]
    Migration(String),
    /// An act with this identifier is on file already.
    #[error("an act `{0}` is on file already")]
    ActOnFile(String),
    /// A row that is no act.
    #[error("act {place} cannot be read: {why}")]
    ActUnreadable {
        /// Its place in the chain.
        place: i64,
        /// Why.
        why: String,
    },
    /// Sealed data could not be sealed or opened.
    #[error("sealed data of `{0}` cannot be sealed or opened with this master key")]
    Sealing(String),
    /// An amount or an account that cannot be read.
    #[error("`{0}` is no amount and no account")]
    MoneyUnreadable(String),
    /// Somebody else does this work now.
    #[error("somebody else does this now")]
    Held,
    /// A name that cannot be part of an address.
    #[error("`{0}` cannot be part of an address: small letters, digits and hyphens, at most 40, a letter first")]
    TenantName(String),
    /// A tenant of this name exists already.
    #[error("there is a network `{0}` already")]
    TenantExists(String),
}

/// A pool of connections under one role.
#[derive(Clone)]
pub struct Store {
    pool: Pool<ConnectionManager<PgConnection>>,
    askers: Arc<Askers>,
    url: String,
    keys: MasterKey,
}

impl Store {
    /// Connects as the application. A role that is a superuser, bypasses row-level security or owns a table is refused.
    pub fn connect(url: &str, connections: u32, keys: MasterKey) -> Result<Store, Error> {
        let store = Store::connect_as_owner(url, connections, keys)?;
        let mut connection = store.connection()?;
        let role = unit::role(&mut connection)?;
        if role.steps_over {
            return Err(Error::RoleTooStrong(role.name));
        }
        Ok(store)
    }

    /// Connects as the owner of the tables, for the commands that set up tenants. Row-level security is forced on it too.
    pub fn connect_as_owner(url: &str, connections: u32, keys: MasterKey) -> Result<Store, Error> {
        let pool = Pool::builder()
            .max_size(connections)
            .min_idle(Some(0))
            .connection_timeout(std::time::Duration::from_secs(5))
            .connection_customizer(Box::new(statements::Followed))
            .build(ConnectionManager::new(url))
            .map_err(|error| Error::Unreachable(error.to_string()))?;
        Ok(Store { pool, askers: Arc::default(), url: url.to_owned(), keys })
    }

    fn connection(&self) -> Result<diesel::r2d2::PooledConnection<ConnectionManager<PgConnection>>, Error> {
        self.pool.get().map_err(|error| Error::Unreachable(error.to_string()))
    }

    /// Does some work for a tenant in one transaction: all of it or nothing.
    pub fn within<T, E: From<Error>>(
        &self,
        tenant: &Tenant,
        work: impl FnOnce(&mut UnitOfWork<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        unit::transaction(&mut *self.connection()?, |connection| {
            let mut unit = UnitOfWork::begin(connection, tenant.id, &self.keys)?;
            work(&mut unit)
        })
    }

    /// Whether the database answers.
    pub fn answers(&self) -> bool {
        self.connection().is_ok_and(|mut connection| diesel::sql_query("SELECT 1").execute(&mut connection).is_ok())
    }
}
