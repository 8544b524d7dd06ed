//! Forms that were put aside, sealed: what a party typed and did not record yet.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::schema::drafts;
use crate::{Error, UnitOfWork};

impl UnitOfWork<'_> {
    /// Puts a form aside, in place of one of the same act.
    pub fn put_aside(
        &mut self,
        party: &str,
        act: &str,
        fields: &BTreeMap<String, String>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let written = serde_json::to_string(fields).map_err(|_| Error::Sealing(String::from("draft")))?;
        let sealed = self.keys.seal(&written, self.bound("draft"))?;
        let set = (drafts::content.eq(sealed), drafts::saved_at.eq(now));
        diesel::insert_into(drafts::table)
            .values((drafts::tenant_id.eq(self.tenant), drafts::party.eq(party), drafts::act.eq(act), set.clone()))
            .on_conflict((drafts::tenant_id, drafts::party, drafts::act))
            .do_update()
            .set(set)
            .execute(self.connection)?;
        Ok(())
    }

    /// A form that was put aside; empty: there is none.
    pub fn aside(&mut self, party: &str, act: &str) -> Result<BTreeMap<String, String>, Error> {
        let own = drafts::table.find((self.tenant, party, act)).select(drafts::content);
        let Some(sealed) = own.first::<Vec<u8>>(self.connection).optional()? else { return Ok(BTreeMap::new()) };
        let written = self.keys.open(&sealed, self.bound("draft"))?;
        serde_json::from_str(&written).map_err(|_| Error::Sealing(String::from("draft")))
    }

    /// The acts of which a party has put a form aside.
    pub fn all_aside(&mut self, party: &str) -> Result<Vec<String>, Error> {
        let own = drafts::table.filter(drafts::tenant_id.eq(self.tenant).and(drafts::party.eq(party)));
        Ok(own.order(drafts::act).select(drafts::act).load(self.connection)?)
    }

    /// Throws a form away that was put aside.
    pub fn drop_aside(&mut self, party: &str, act: &str) -> Result<(), Error> {
        diesel::delete(drafts::table.find((self.tenant, party, act))).execute(self.connection)?;
        Ok(())
    }
}
