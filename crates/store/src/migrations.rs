//! The migrations, built into the program.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::Error;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// Brings a database up to date, as its owner. Says which migrations were run.
pub fn migrate(url: &str) -> Result<Vec<String>, Error> {
    let mut connection = owner(url)?;
    let run = connection.run_pending_migrations(MIGRATIONS).map_err(|error| Error::Migration(error.to_string()))?;
    Ok(run.iter().map(ToString::to_string).collect())
}

/// Takes every migration back, as the owner. All data is gone.
pub fn revert(url: &str) -> Result<(), Error> {
    let mut connection = owner(url)?;
    connection.revert_all_migrations(MIGRATIONS).map_err(|error| Error::Migration(error.to_string()))?;
    Ok(())
}

fn owner(url: &str) -> Result<PgConnection, Error> {
    PgConnection::establish(url).map_err(|error| Error::Unreachable(error.to_string()))
}
