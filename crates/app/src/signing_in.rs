//! What somebody signs in with beside links: a password, a second factor. Which are right, the portal finds out.

use chrono::{DateTime, Utc};
use store::{Credentials, Person, PersonMark};

use crate::{Error, Hosted, Platform};

impl Platform {
    /// The mark of an address in a network.
    pub fn mark_of(&self, network: &Hosted, address: &str) -> Result<PersonMark, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.mark_of(address)))
    }

    /// A text sealed for a network, to be kept elsewhere for a while.
    pub fn seal(&self, network: &Hosted, text: &str) -> Result<String, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.sealed_text(text)?))
    }

    /// Such a text, opened.
    pub fn unseal(&self, network: &Hosted, sealed: &str) -> Result<String, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.opened_text(sealed)?))
    }

    /// For whom the person of a mark acts.
    pub fn acting_as(&self, network: &Hosted, mark: &PersonMark) -> Result<Vec<Person>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.acting_as(mark)?))
    }

    /// Looks at what somebody signs in with, and changes it if `work` says so. Of two at once, one waits for the other.
    pub fn with_credentials<T>(
        &self,
        network: &Hosted,
        mark: &PersonMark,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Credentials) -> T,
    ) -> Result<T, Error> {
        self.store.within(network.tenant(), |unit| {
            let before = unit.credentials(mark)?;
            let mut after = before.clone();
            let done = work(&mut after);
            if after != before {
                unit.set_credentials(mark, &after, now)?;
            }
            Ok(done)
        })
    }
}
