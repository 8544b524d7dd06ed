//! The date of a demonstration, which can be moved.

use diesel::prelude::*;

use crate::schema::clocks;
use crate::{Error, UnitOfWork};

impl UnitOfWork<'_> {
    /// How many days the tenant's date lies ahead of the real one.
    pub fn days_ahead(&mut self) -> Result<i32, Error> {
        let own = clocks::table.find(self.tenant).select(clocks::days_ahead);
        Ok(own.first(self.connection).optional()?.unwrap_or(0))
    }

    /// Moves the date.
    pub fn set_days_ahead(&mut self, days: i32) -> Result<(), Error> {
        diesel::insert_into(clocks::table)
            .values((clocks::tenant_id.eq(self.tenant), clocks::days_ahead.eq(days)))
            .on_conflict(clocks::tenant_id)
            .do_update()
            .set(clocks::days_ahead.eq(days))
            .execute(self.connection)?;
        Ok(())
    }
}
