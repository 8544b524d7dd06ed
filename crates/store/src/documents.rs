//! What is known of a document: its hash, name, type and size, and who brought it. Its bytes are kept elsewhere.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::schema::documents;
use crate::{Error, Tenant, UnitOfWork};

/// A document as it was brought.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Document {
    /// The SHA-256 of its content, in hexadecimal digits.
    pub reference: String,
    /// Who brought it.
    pub brought_by: String,
    /// The name of the file.
    pub name: String,
    /// Its type, as its first bytes tell.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
}

impl Tenant {
    /// Where the bytes of a document of this tenant lie in an object store.
    pub fn place_of(&self, reference: &str) -> String {
        format!("{}/{reference}", self.id)
    }
}

impl UnitOfWork<'_> {
    /// Notes a document. The same content brought by the same one again changes nothing.
    pub fn file_document(&mut self, document: &Document, now: DateTime<Utc>) -> Result<(), Error> {
        let row = (
            documents::tenant_id.eq(self.tenant),
            documents::reference.eq(&document.reference),
            documents::brought_by.eq(&document.brought_by),
            documents::name.eq(&document.name),
            documents::media_type.eq(&document.media_type),
            documents::bytes.eq(document.bytes),
            documents::brought_at.eq(now),
        );
        diesel::insert_into(documents::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok(())
    }

    /// Every document of a content, by who brought it first.
    pub fn documents(&mut self, reference: &str) -> Result<Vec<Document>, Error> {
        let own = documents::tenant_id.eq(self.tenant).and(documents::reference.eq(reference));
        let columns =
            (documents::reference, documents::brought_by, documents::name, documents::media_type, documents::bytes);
        Ok(documents::table.filter(own).order(documents::brought_at).select(columns).load(self.connection)?)
    }
}
