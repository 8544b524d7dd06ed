//! Forms that were put aside, to go on with later.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::{Error, Hosted, Platform};

impl Platform {
    /// Puts a form aside for whoever acts for a party.
    pub fn put_aside(
        &self,
        network: &Hosted,
        party: &str,
        act: &str,
        fields: &BTreeMap<String, String>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(network.tenant(), |unit| {
            // The head first, as recording does.
            unit.note_news()?;
            Ok(unit.put_aside(party, act, fields, now)?)
        })
    }

    /// A form that was put aside; empty: there is none.
    pub fn aside(&self, network: &Hosted, party: &str, act: &str) -> Result<BTreeMap<String, String>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.aside(party, act)?))
    }

    /// The acts of which a party has put a form aside.
    pub fn all_aside(&self, network: &Hosted, party: &str) -> Result<Vec<String>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.all_aside(party)?))
    }
}
