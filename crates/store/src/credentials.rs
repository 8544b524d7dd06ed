//! What somebody signs in with beside links: the hash of a password, the sealed secret of a second factor.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::people::normal;
use crate::schema::credentials;
use crate::{Error, UnitOfWork};

/// The keyed hash of a person's address: it finds them without showing it.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonMark(pub(crate) Vec<u8>);

impl PersonMark {
    /// Of nobody who signs in: what a set-up itself does is told apart by a number.
    pub fn nobody(number: u8) -> PersonMark {
        PersonMark(vec![number; 32])
    }

    /// As text, to be kept in a session.
    pub fn as_text(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.0)
    }

    /// From such a text.
    pub fn read(text: &str) -> Option<PersonMark> {
        data_encoding::HEXLOWER.decode(text.as_bytes()).ok().filter(|bytes| bytes.len() == 32).map(PersonMark)
    }
}

/// What somebody signs in with.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    /// The hash of their password, in the PHC format.
    pub password: Option<String>,
    /// The secret of their second factor.
    pub second_factor: Option<String>,
    /// The last step of time whose code was used: none works twice.
    pub last_step: i64,
}

impl UnitOfWork<'_> {
    /// The mark of an address.
    pub fn mark_of(&self, address: &str) -> PersonMark {
        PersonMark(self.keys.hash_of(&normal(address)).to_vec())
    }

    /// What somebody signs in with, held until the end of the transaction.
    pub fn credentials(&mut self, mark: &PersonMark) -> Result<Credentials, Error> {
        let own = credentials::table.find((self.tenant, &mark.0)).for_update();
        let columns = (credentials::password, credentials::second_factor, credentials::last_step);
        let row: Option<(Option<String>, Option<Vec<u8>>, i64)> =
            own.select(columns).first(self.connection).optional()?;
        let Some((password, sealed, last_step)) = row else { return Ok(Credentials::default()) };
        let second_factor = sealed.map(|sealed| self.keys.open(&sealed, self.bound("second factor"))).transpose()?;
        Ok(Credentials { password, second_factor, last_step })
    }

    /// Notes what somebody signs in with from now on.
    pub fn set_credentials(&mut self, mark: &PersonMark, to: &Credentials, now: DateTime<Utc>) -> Result<(), Error> {
        let sealed = to.second_factor.as_ref().map(|secret| self.keys.seal(secret, self.bound("second factor")));
        let set = (
            credentials::password.eq(to.password.clone()),
            credentials::second_factor.eq(sealed.transpose()?),
            credentials::last_step.eq(to.last_step),
            credentials::changed_at.eq(now),
        );
        diesel::insert_into(credentials::table)
            .values((credentials::tenant_id.eq(self.tenant), credentials::address_hash.eq(&mark.0), set.clone()))
            .on_conflict((credentials::tenant_id, credentials::address_hash))
            .do_update()
            .set(set)
            .execute(self.connection)?;
        Ok(())
    }

    /// For whom the person of a mark acts.
    pub fn acting_as(&mut self, mark: &PersonMark) -> Result<Vec<crate::Person>, Error> {
        self.people_of(mark.0.clone())
    }
}
