//! Keys for programs. Only their hashes are kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::schema::tokens;
use crate::{Error, PersonMark, UnitOfWork};

/// What a key allows.
#[derive(Clone, PartialEq, Eq)]
pub struct Grant {
    /// What it is for, as whoever made it says.
    pub name: String,
    /// For whom the program acts.
    pub party: String,
    /// As what it acts: a role by its name. Of somebody's key it is the role that they have now.
    pub role: String,
    /// Whose key it is; none: an operator's.
    pub person: Option<PersonMark>,
    /// What it may do: names of scopes.
    pub scopes: Vec<String>,
}

/// A key that was given out.
#[derive(Clone, PartialEq, Eq)]
pub struct GivenKey {
    /// Its identifier.
    pub id: Uuid,
    /// What it allows.
    pub grant: Grant,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

type Row = (Uuid, String, String, Option<Vec<u8>>, String, String, DateTime<Utc>);

fn given((id, name, party, person, role, scopes, made_at): Row) -> GivenKey {
    let scopes = scopes.split_whitespace().map(str::to_owned).collect();
    GivenKey { id, grant: Grant { name, party, role, person: person.map(PersonMark), scopes }, made_at }
}

fn hash_of(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

impl UnitOfWork<'_> {
    /// Gives out a key.
    pub fn give_key(&mut self, token: &str, grant: &Grant, now: DateTime<Utc>) -> Result<(), Error> {
        let row = (
            tokens::tenant_id.eq(self.tenant),
            tokens::id.eq(Uuid::now_v7()),
            tokens::hash.eq(hash_of(token)),
            tokens::name.eq(&grant.name),
            tokens::party.eq(&grant.party),
            tokens::person.eq(grant.person.as_ref().map(|mark| &mark.0)),
            tokens::role.eq(&grant.role),
            tokens::scopes.eq(grant.scopes.join(" ")),
            tokens::made_at.eq(now),
        );
        diesel::insert_into(tokens::table).values(row).execute(self.connection)?;
        Ok(())
    }

    /// What a key allows; none: it was never given out, was taken back, or whose it is no longer acts for the party.
    pub fn key(&mut self, token: &str) -> Result<Option<GivenKey>, Error> {
        let own = tokens::tenant_id.eq(self.tenant).and(tokens::hash.eq(hash_of(token)));
        let valid = tokens::table.filter(own.and(tokens::revoked_at.is_null()));
        let columns =
            (tokens::id, tokens::name, tokens::party, tokens::person, tokens::role, tokens::scopes, tokens::made_at);
        let row: Option<Row> = valid.select(columns).first(self.connection).optional()?;
        let Some(mut key) = row.map(given) else { return Ok(None) };
        if let Some(person) = key.grant.person.clone() {
            let acting = self.acting_as(&person)?.into_iter().find(|person| person.party == key.grant.party);
            let Some(acting) = acting else { return Ok(None) };
            key.grant.role = acting.role;
        }
        Ok(Some(key))
    }

    /// The keys of programs that act for a party, newest first.
    pub fn keys_of(&mut self, party: &str) -> Result<Vec<GivenKey>, Error> {
        let own = tokens::tenant_id.eq(self.tenant).and(tokens::party.eq(party));
        let valid = tokens::table.filter(own.and(tokens::revoked_at.is_null())).order(tokens::made_at.desc());
        let columns =
            (tokens::id, tokens::name, tokens::party, tokens::person, tokens::role, tokens::scopes, tokens::made_at);
        let rows: Vec<Row> = valid.select(columns).load(self.connection)?;
        Ok(rows.into_iter().map(given).collect())
    }

    /// Takes a key of a party back. Answers whether there was one.
    pub fn take_key_back(&mut self, id: Uuid, party: &str, now: DateTime<Utc>) -> Result<bool, Error> {
        let own = tokens::tenant_id.eq(self.tenant).and(tokens::id.eq(id)).and(tokens::party.eq(party));
        let valid = tokens::table.filter(own.and(tokens::revoked_at.is_null()));
        Ok(diesel::update(valid).set(tokens::revoked_at.eq(now)).execute(self.connection)? > 0)
    }
}
