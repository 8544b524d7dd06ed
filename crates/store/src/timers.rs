//! How far a network's clock has been followed, and where everybody stood then.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::{standings, timers};
use crate::{Error, Head, UnitOfWork};

/// How far a clock has been followed.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Timer {
    /// The day from which it is followed: what was before is nobody's news.
    pub begun_on: NaiveDate,
    /// The last day that was followed.
    pub followed_to: NaiveDate,
    /// How far the record went.
    pub head: Head,
    /// The next day on which something can change by itself.
    pub next_on: Option<NaiveDate>,
}

/// Where somebody stood.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Queryable)]
pub struct Standing {
    /// Who.
    pub party: String,
    /// Empty for their standing, else a procedure.
    pub what: String,
    /// The state.
    pub state: String,
}

impl UnitOfWork<'_> {
    /// The clock of this network, held until the end of the transaction. None: it was never followed. An error of kind
    /// [`Error::Held`]: somebody else follows it now.
    pub fn hold_timer(&mut self) -> Result<Option<Timer>, Error> {
        let columns =
            (timers::begun_on, timers::followed_to, (timers::acts, timers::charter_revision), timers::next_on);
        let own = timers::table.find(self.tenant);
        if own.select(timers::tenant_id).first::<uuid::Uuid>(self.connection).optional()?.is_none() {
            return Ok(None);
        }
        let held: Option<Timer> = own.for_update().skip_locked().select(columns).first(self.connection).optional()?;
        held.map(Some).ok_or(Error::Held)
    }

    /// Notes how far the clock was followed. Of two that begin at once, one waits for the other.
    pub fn set_timer(&mut self, timer: &Timer) -> Result<(), Error> {
        let how_far = (
            timers::followed_to.eq(timer.followed_to),
            timers::acts.eq(timer.head.acts),
            timers::charter_revision.eq(timer.head.charter_revision),
            timers::next_on.eq(timer.next_on),
        );
        diesel::insert_into(timers::table)
            .values((timers::tenant_id.eq(self.tenant), timers::begun_on.eq(timer.begun_on), how_far))
            .on_conflict(timers::tenant_id)
            .do_update()
            .set(how_far)
            .execute(self.connection)?;
        Ok(())
    }

    /// Where everybody stood when the clock was last followed.
    pub fn standings(&mut self) -> Result<Vec<Standing>, Error> {
        let own = standings::table.filter(standings::tenant_id.eq(self.tenant));
        let columns = (standings::party, standings::what, standings::state);
        Ok(own.order((standings::party, standings::what)).select(columns).load(self.connection)?)
    }

    /// Notes where somebody stands now.
    pub fn set_standing(&mut self, standing: &Standing) -> Result<(), Error> {
        diesel::insert_into(standings::table)
            .values((
                standings::tenant_id.eq(self.tenant),
                standings::party.eq(&standing.party),
                standings::what.eq(&standing.what),
                standings::state.eq(&standing.state),
            ))
            .on_conflict((standings::tenant_id, standings::party, standings::what))
            .do_update()
            .set(standings::state.eq(&standing.state))
            .execute(self.connection)?;
        Ok(())
    }
}
