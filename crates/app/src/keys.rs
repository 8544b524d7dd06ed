//! Keys for programs: each acts for one party and may do what its scopes say.

use chrono::{DateTime, Utc};
use store::{GivenKey, Grant};
use uuid::Uuid;

use crate::{Error, Hosted, Platform};

impl Platform {
    /// Gives out a key, whose text nobody can read here again.
    pub fn give_key(&self, network: &Hosted, token: &str, grant: &Grant, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.give_key(token, grant, now)?))
    }

    /// What a key allows in a network.
    pub fn key(&self, network: &Hosted, token: &str) -> Result<Option<GivenKey>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.key(token)?))
    }

    /// The keys of programs that act for a party.
    pub fn keys_of(&self, network: &Hosted, party: &str) -> Result<Vec<GivenKey>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.keys_of(party)?))
    }

    /// Takes a key of a party back.
    pub fn take_key_back(&self, network: &Hosted, id: Uuid, party: &str, now: DateTime<Utc>) -> Result<bool, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.take_key_back(id, party, now)?))
    }
}
