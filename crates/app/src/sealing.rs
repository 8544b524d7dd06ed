//! Personal data: which fields of an act are sealed, and opening them for those who may see them.

use std::collections::BTreeMap;

use charter::Network;
use charter::act::{Act, Scalar};
use store::{Entry, Opened};

use crate::{Error, Hosted, Platform};

/// An act as it is recorded: facts that the charter declares `sealed`, and persons by their roles, are sealed.
pub(crate) fn entry(network: &Network, act: Act) -> Entry {
    let is_sealed = |name: &str| {
        network
            .versions()
            .iter()
            .any(|charter| charter.person_role(name) || charter.fact(name).is_some_and(|fact| fact.sealed))
    };
    let mut entry = Entry::from(act);
    let names: Vec<String> = entry.act.fields.keys().filter(|name| is_sealed(name)).cloned().collect();
    for name in names {
        if let Some(value) = entry.act.fields.remove(&name).as_ref().map(Scalar::as_text) {
            entry.seal.insert(name, value);
        }
    }
    entry
}

impl Platform {
    /// The sealed fields of an act, opened.
    pub fn opened(&self, network: &Hosted, act: &str) -> Result<BTreeMap<String, Opened>, Error> {
        let Some(act) = network.sealed_act(act) else { return Ok(BTreeMap::new()) };
        self.store.within(network.tenant(), |unit| Ok(unit.open(act)?))
    }

    /// Destroys what is sealed of somebody, for good. Answers whether there was anything.
    pub fn erase(&self, network: &Hosted, subject: &str) -> Result<bool, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.erase(subject)?))
    }
}
