//! The files of a tenant's charter. A change is a new revision; the old ones stay.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::schema::{charter_files, heads};
use crate::{Error, Head, UnitOfWork};

/// One file of a charter's folder.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct CharterFile {
    /// Its path within the folder.
    pub path: String,
    /// Its text.
    pub source: String,
}

impl UnitOfWork<'_> {
    /// Stores the whole folder as the newest revision.
    pub fn store_charter(&mut self, files: &[CharterFile], now: DateTime<Utc>) -> Result<Head, Error> {
        let own = heads::table.find(self.tenant);
        let newest: i32 = own.select(heads::charter_revision).for_update().first(self.connection)?;
        let revision = newest.saturating_add(1);
        let rows: Vec<_> = files
            .iter()
            .map(|file| {
                (
                    charter_files::tenant_id.eq(self.tenant),
                    charter_files::revision.eq(revision),
                    charter_files::path.eq(&file.path),
                    charter_files::source.eq(&file.source),
                    charter_files::stored_at.eq(now),
                )
            })
            .collect();
        diesel::insert_into(charter_files::table).values(rows).execute(self.connection)?;
        diesel::update(own).set(heads::charter_revision.eq(revision)).execute(self.connection)?;
        self.head()
    }

    /// The files of the newest revision, by path.
    pub fn charter(&mut self) -> Result<Vec<CharterFile>, Error> {
        let revision = self.head()?.charter_revision;
        let own = charter_files::tenant_id.eq(self.tenant).and(charter_files::revision.eq(revision));
        let files = charter_files::table.filter(own).order(charter_files::path);
        Ok(files.select((charter_files::path, charter_files::source)).load(self.connection)?)
    }
}
