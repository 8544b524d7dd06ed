//! People who sign in: an e-mail address, and for whom they act. Addresses are sealed; a keyed hash finds them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::schema::people;
use crate::{Error, UnitOfWork};

/// Somebody who acts for a party.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Their address.
    pub address: String,
    /// For whom they act.
    pub party: String,
    /// As what they sign in: a role by its name.
    pub role: String,
    /// The language in which they are written to, by its tag.
    pub language: String,
}

impl UnitOfWork<'_> {
    /// Lets somebody act for a party; once more changes what they may open.
    pub fn invite(&mut self, person: &Person, now: DateTime<Utc>) -> Result<(), Error> {
        let hash = self.keys.hash_of(&normal(&person.address));
        let sealed = self.keys.seal(&person.address, self.bound("people"))?;
        let row = (
            people::tenant_id.eq(self.tenant),
            people::address_hash.eq(hash.to_vec()),
            people::party.eq(&person.party),
            people::address.eq(sealed),
            people::role.eq(&person.role),
            people::invited_at.eq(now),
            people::language.eq(&person.language),
        );
        diesel::insert_into(people::table)
            .values(row)
            .on_conflict((people::tenant_id, people::address_hash, people::party))
            .do_update()
            .set((people::role.eq(&person.role), people::language.eq(&person.language)))
            .execute(self.connection)?;
        Ok(())
    }

    /// Lets somebody act for a party no more. Answers whether they did.
    pub fn dismiss(&mut self, address: &str, party: &str) -> Result<bool, Error> {
        let hash = self.keys.hash_of(&normal(address)).to_vec();
        let own = people::table.find((self.tenant, hash, party));
        Ok(diesel::delete(own).execute(self.connection)? > 0)
    }

    /// For whom the person of an address acts.
    pub fn acting(&mut self, address: &str) -> Result<Vec<Person>, Error> {
        self.people_of(self.keys.hash_of(&normal(address)).to_vec())
    }

    pub(crate) fn people_of(&mut self, hash: Vec<u8>) -> Result<Vec<Person>, Error> {
        let own = people::tenant_id.eq(self.tenant).and(people::address_hash.eq(hash));
        let columns = (people::address, people::party, people::role, people::language);
        let rows = people::table.filter(own).order(people::party).select(columns).load(self.connection)?;
        self.opened(rows)
    }

    /// Everybody who signs in, by party.
    pub fn people(&mut self) -> Result<Vec<Person>, Error> {
        let own = people::table.filter(people::tenant_id.eq(self.tenant));
        let columns = (people::address, people::party, people::role, people::language);
        let rows = own.order((people::party, people::invited_at)).select(columns).load(self.connection)?;
        self.opened(rows)
    }

    /// Those who act for a party.
    pub fn acting_for(&mut self, party: &str) -> Result<Vec<Person>, Error> {
        let own = people::tenant_id.eq(self.tenant).and(people::party.eq(party));
        let columns = (people::address, people::party, people::role, people::language);
        let rows = people::table.filter(own).order(people::invited_at).select(columns).load(self.connection)?;
        self.opened(rows)
    }

    fn opened(&self, rows: Vec<(Vec<u8>, String, String, String)>) -> Result<Vec<Person>, Error> {
        let person = |(sealed, party, role, language): (Vec<u8>, String, String, String)| {
            Ok(Person { address: self.keys.open(&sealed, self.bound("people"))?, party, role, language })
        };
        rows.into_iter().map(person).collect()
    }
}

/// An address as it is compared: case and outer spaces do not matter.
pub(crate) fn normal(address: &str) -> String {
    address.trim().to_lowercase()
}
