//! To whom parties agreed to be shown as members.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::schema::showings;
use crate::{Error, UnitOfWork};

/// To whom a party agreed to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownTo {
    /// To the secretariat alone, as long as nothing else was agreed to.
    Secretariat,
    /// To those who are signed in for a member.
    Members,
    /// To everybody.
    Everybody,
}

impl ShownTo {
    /// Its name in forms and tables.
    pub fn name(self) -> &'static str {
        match self {
            ShownTo::Secretariat => "secretariat",
            ShownTo::Members => "members",
            ShownTo::Everybody => "everybody",
        }
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<ShownTo> {
        [ShownTo::Secretariat, ShownTo::Members, ShownTo::Everybody].into_iter().find(|one| one.name() == name)
    }
}

impl UnitOfWork<'_> {
    /// What each party agreed to; who is not there agreed to nothing.
    pub fn showings(&mut self) -> Result<BTreeMap<String, ShownTo>, Error> {
        let own = showings::table.filter(showings::tenant_id.eq(self.tenant));
        let rows: Vec<(String, String)> = own.select((showings::party, showings::shown_to)).load(self.connection)?;
        Ok(rows.into_iter().filter_map(|(party, name)| Some((party, ShownTo::named(&name)?))).collect())
    }

    /// Notes what a party agrees to from now on.
    pub fn show(&mut self, party: &str, to: ShownTo, now: DateTime<Utc>) -> Result<(), Error> {
        if to == ShownTo::Secretariat {
            diesel::delete(showings::table.find((self.tenant, party))).execute(self.connection)?;
            return Ok(());
        }
        let agreed = (showings::shown_to.eq(to.name()), showings::agreed_at.eq(now));
        diesel::insert_into(showings::table)
            .values((showings::tenant_id.eq(self.tenant), showings::party.eq(party), agreed))
            .on_conflict((showings::tenant_id, showings::party))
            .do_update()
            .set(agreed)
            .execute(self.connection)?;
        Ok(())
    }
}
